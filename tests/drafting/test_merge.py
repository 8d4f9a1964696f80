"""A draft merged into an account that exists: only what is new is added, and nothing else changes."""

import datetime

import pytest

from claimdiff.accounts.build import build_account
from claimdiff.accounts.document import Document
from claimdiff.accounts.faults import read_account
from claimdiff.accounts.model import Account, Source
from claimdiff.accounts.yaml import parse
from claimdiff.alignment.weights import load_weights
from claimdiff.drafting.draft import Draft, DraftedAccount, draft_accounts
from claimdiff.drafting.merge import CannotMerge, Merged, merge_account
from claimdiff.language.lexicon import load_lexicon

TEXT = "Russia said it would return 40 prisoners.\nRussia denied that a bridge in Kherson was hit.\n"
EXISTING = """\
# mine
account: russia
party: Russia
sources:
  paper:   # kept
    url: https://e.org/a
# about the assertions
assertions:
  - id: bridge
    text: Russia denied that a bridge in Kherson was hit.
# the end
"""


def drafted(text: str = TEXT) -> DraftedAccount:
    source = Source(key="paper", file="seeds/paper.txt", published=datetime.date(2025, 3, 18))
    draft: Draft = draft_accounts(text, source=source, lexicon=load_lexicon())
    return draft.accounts[0]


def loaded(text: str) -> tuple[Document, Account]:
    document, faults = parse(text, "russia.yaml")
    assert document is not None
    assert not faults
    model, more = read_account(document)
    assert model is not None
    assert not more
    return document, build_account(model)


def merged(existing: str, text: str = TEXT) -> Merged:
    document, account = loaded(existing)
    return merge_account(document, account, drafted(text), lexicon=load_lexicon(), weights=load_weights())


def test_merge__new_assertion_and_source__are_put_in_their_places() -> None:
    result = merged(EXISTING)
    assert result.text == EXISTING.replace(
        "# about the assertions\n",
        "  paper-2:\n    published: 2025-03-18\n    file: seeds/paper.txt\n# about the assertions\n",
    ) + (
        "  # paper-2, line 1\n"
        "  - id: return-prisoners\n"
        "    text: Russia said it would return 40 prisoners.\n"
        "    source: paper-2\n"
        '    quote: "Russia said it would return 40 prisoners"\n'
        "    said: 2025-03-18\n"
    )
    assert (result.added, [there for _, there in result.there]) == (("return-prisoners",), ["bridge"])


def test_merge__twice__adds_nothing_more() -> None:
    once = merged(EXISTING).text
    assert merged(once).text == once
    assert merged(once).added == ()


def test_merge__account_without_sources__gets_them() -> None:
    result = merged("account: russia\nparty: Russia\nassertions:\n  - id: x\n    text: It snows in Moscow.")
    _, account = loaded(result.text)
    assert (list(account.sources), len(account.assertions)) == (["paper"], 3)


def test_merge__name_that_is_taken__is_given_another() -> None:
    existing = "account: russia\nparty: Russia\nassertions:\n  - id: return-prisoners\n    text: It snows in Moscow.\n"
    assert merged(existing).added[0] == "return-prisoners-2"


def test_merge__assertions_in_brackets__cannot_be_added_to() -> None:
    with pytest.raises(CannotMerge, match="in brackets"):
        merged("account: russia\nparty: Russia\nassertions: [{id: x, text: It snows in Moscow.}]\n")


NEW = """\
account: russia
party: Russia
sources:
  paper:
    file: seeds/paper.txt
assertions:
  - id: {id}
    text: {text}
    source: paper
    quote: {quote}
"""


def test_merge__existing_quote_that_holds_a_word_of_the_new_one__does_not_swallow_it() -> None:
    existing = NEW.format(id="time", text="The summit comes too early.", quote="Now is not the time")
    result = merged(existing, "“No,” Russia said.\n")
    assert result.there == ()
    assert len(result.added) == 1


def test_merge__what_may_be_there__is_added_with_a_note() -> None:
    existing = NEW.format(id="back", text="Russia will hand back 40 captured soldiers.", quote="hand back 40")
    result = merged(existing, "Russia said it would return 40 prisoners.\n")
    assert (result.added, result.there) == (("return-prisoners",), ())
    assert "note: Check whether “back” says it already." in result.text


def test_merge__one_existing_assertion__stands_for_one_new_one_only() -> None:
    text = "Russia said 64 of 70 members joined.\nRussia said 64 of 70 members would march on Friday.\n"
    existing = NEW.format(id="joined", text="Russia said 64 of 70 members joined.", quote="64 of 70 members joined")
    result = merged(existing, text)
    assert [name for _, name in result.there] == ["joined"]
    assert len(result.added) == 1
