"""Whatever the text is: drafting never fails, loses nothing, and gives the same again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.accounts.faults import read_account
from claimdiff.accounts.model import Source
from claimdiff.accounts.yaml import parse
from claimdiff.drafting.draft import Kind, draft_accounts
from claimdiff.drafting.render import account_yaml, unplaced_yaml
from claimdiff.language.lexicon import load_lexicon

WORDS = st.sampled_from(
    "Moscow Kyiv Mr Ms Putin Acme Ltd the a said says added that he she it they his its according to by "
    ", , . . : ; “ ” ‘ ’ \" ' "
    "( ) – "
    "who which and but while after agreed rejected has was not would of for in company union spokesman Smith 45 said, "
    "president Sir one them saying ? ! … \n \n\n 's In Boeing Co. U.S. did mention remains sceptical".split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS | st.text(max_size=80))
def test_draft__any_text__loads_and_loses_nothing(text: str) -> None:
    source = Source(key="s")
    draft = draft_accounts(text, source=source, lexicon=load_lexicon(), kind=Kind.NEWS)
    assert draft == draft_accounts(text, source=source, lexicon=load_lexicon(), kind=Kind.NEWS)
    rest = list(text)
    for placement in draft.placements:
        rest[placement.sentence.start : placement.sentence.end] = " " * len(placement.sentence.text)
    assert not any(character.isalnum() for character in rest)
    for one in draft.accounts:
        quotes = [quote.quote for assertion in one.account.assertions for quote in assertion.quotes]
        assert [quote for quote in quotes if quote not in text] == []
        document, faults = parse(account_yaml(one, source="s"), "s")
        assert document is not None
        assert (faults, read_account(document)[1]) == ((), ())
    assert parse(unplaced_yaml(draft, source="s"), "s")[1] == ()
