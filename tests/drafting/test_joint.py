"""Texts that several parties issued together: what is all of theirs, and what is one's alone."""

import pytest

from claimdiff.accounts.model import Source
from claimdiff.drafting.draft import Draft, NoParty, draft_accounts
from claimdiff.drafting.statements import Where
from claimdiff.language.lexicon import load_lexicon

PERU, MALI = "Peru", "Mali"
BOTH = (PERU, MALI)


def draft(text: str, *parties: str) -> Draft:
    return draft_accounts(text, source=Source(key="text"), lexicon=load_lexicon(), parties=parties)


def owners(body: str, title: str = "Joint statement of Peru and Mali") -> list[tuple[str, ...]]:
    """Return the parties' names of every drafted sentence of a body below a title."""
    found = draft(f"{title}\n\n{body}\n")
    names = {one.account.key: one.account.party for one in found.accounts}
    kept = [placement for placement in found.placements if placement.where is Where.DRAFTED]
    return [tuple(names[key] for key in placement.parties) for placement in kept]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The Ministers agreed to meet.", BOTH, id="the-ministers"),
        pytest.param("Both sides agreed to meet.", BOTH, id="both-sides"),
        pytest.param("They agreed to meet.", BOTH, id="they"),
        pytest.param("We condemn the attack.", BOTH, id="we"),
        pytest.param("Peru and Mali agreed to meet.", BOTH, id="both-named"),
        pytest.param("An arrangement was signed.", BOTH, id="nobody-named"),
        pytest.param("Peru's exports to Mali have doubled.", BOTH, id="what-one-has"),
        pytest.param("Peru called on Mali to pay.", (PERU,), id="one"),
        pytest.param("• 2. Peru called on Mali to pay.", (PERU,), id="bullet"),
        pytest.param("Mali, for its part, called on Peru to pay.", (MALI,), id="for-its-part"),
        pytest.param("In response, the Malian side promised to pay.", (MALI,), id="the-side"),
        pytest.param("Peru's Foreign Minister promised to pay.", (PERU,), id="its-minister"),
        pytest.param("Peru invited Mali to Lima, which Mali accepted.", BOTH, id="the-other-accepted"),
        pytest.param("Peru will host the talks. It will pay for them.", (PERU,), id="it"),
    ],
)
def test_joint__sentence__is_whose_subject_it_has(sentence: str, expected: tuple[str, ...]) -> None:
    assert set(owners(sentence)) == {expected}


def test_joint__people__belong_to_the_party_named_with_them() -> None:
    body = (
        "Peru's Minister of Trade, the Hon Hana Silva, and the Minister of Trade of Mali, Dr Sek Oumar, met today.\n\n"
        "Minister Silva praised the talks. Dr Sek thanked her counterpart.\n\n"
        "“It was late,” Dr Sek remarked. “I went home.”"
    )
    assert owners(body) == [BOTH, (PERU,), (MALI,), (MALI,), (MALI,)]


def test_joint__bodies_that_the_lexicon_has_not__are_those_of_the_title() -> None:
    title = "Joint statement by Acme Ltd and the Osk Workers' Union"
    body = (
        "The parties agreed on pay. Acme will pay. The union will end the strike. Jo Lee, head of Acme, said: “Good.”"
    )
    acme, union = "Acme Ltd", "Osk Workers' Union"
    assert owners(body, title) == [(acme, union), (acme,), (union,), (acme,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Joint Statement on Cuba\n\nWe, the ministers of Peru and Mali, condemn it.", BOTH, id="first-sentence"
        ),
        pytest.param("JOINT READOUT\n\nFirst Peru – Mali Dialogue\n\nThe talks were long.", BOTH, id="second-line"),
        pytest.param("Readout\n\nThe ministers met. Both sides were glad.", BOTH, id="asked-for"),
    ],
)
def test_joint__parties__come_from_the_first_lines_or_are_asked_for(text: str, expected: tuple[str, ...]) -> None:
    asked = expected if text.startswith("Readout") else ()
    assert tuple(one.account.party for one in draft(text, *asked).accounts) == expected


def test_joint__one_party_asked_for__has_what_is_its_own_and_what_is_both() -> None:
    found = draft("Joint statement of Peru and Mali\n\nPeru will pay. Mali will wait. They agreed to meet.\n", "mali")
    assert [[a.text for a in one.account.assertions] for one in found.accounts] == [
        ["Mali will wait.", "Peru and Mali agreed to meet."]
    ]


def test_joint__headings_and_boilerplate__are_left_out() -> None:
    body = "For immediate release\n\nTrade\n\nThey agreed.\n\nENDS\n\nNote to editors: Call Jo Lee. She has more."
    assert owners(body) == [BOTH]


def test_joint__no_parties_named__asks_for_them() -> None:
    with pytest.raises(NoParty):
        draft("Joint statement\n\nThe ministers agreed to meet and to talk again in the spring.\n")
