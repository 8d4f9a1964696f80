"""Whose words are whose: a pronoun's own sentence first, bodies of one kind, quotes within reports, what is to be checked."""

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.statements import Statement
from claimdiff.language.lexicon import load_lexicon
from claimdiff.vocabulary import Voice
from drafting.told import parties


def last(text: str) -> Statement:
    return attribute(text, lexicon=load_lexicon()).statements[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rosa Hart said it was loud. Shopkeeper Nell Aske, who was hurt, wept as she described the noise.",
            "Nell Aske",
            id="as-she",
        ),
        pytest.param("Ed Roe said no. A neighbour wept as he described the noise.", "Ed Roe", id="nameless"),
        pytest.param("Ed Roe said no. The owner, Foss Lettings, was to blame, he said.", "Ed Roe", id="blamed-body"),
        pytest.param("Ed Roe said no. Al Fry was to blame, he said.", "Ed Roe", id="blamed-person"),
        pytest.param(
            "Foss Steel said no. The lifeboat crew said yes. The firm denied a leak.", "Foss Steel", id="firm"
        ),
        pytest.param(
            "Foss Steel said no. Economists at Hale Bank said yes. The company denied a leak.",
            "Foss Steel",
            id="economists-at",
        ),
        pytest.param("The mayor said no. In a letter, the lender denied it.", "Mayor", id="mayor-is-no-lender"),
        pytest.param(
            "The Guild of Porters said the Osk hospitals trust was wrong. The trust rejects that.",
            "Osk hospitals trust",
            id="trust",
        ),
        pytest.param(
            "The mayor of Osk said no. The Osk fire brigade came late. Its commander, Al Fry, said it was dark.",
            "Osk fire brigade",
            id="brigade",
        ),
        pytest.param(
            "Hale Council said yes. The green group on the council said no. Its housing spokesman said it was late.",
            "Green group",
            id="group-on-a-body",
        ),
        pytest.param("The Osk Union said no. Jo Lee of the union said it was sad.", "Osk Union", id="of-the-union"),
        pytest.param("“It is safe,” Foss Steel's head, Ida Brand, told staff.", "Foss Steel", id="surname-brand"),
    ],
)
def test_attribute__refers_back__goes_to(text: str, expected: str) -> None:
    assert parties(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "check"),
    [
        pytest.param("Foss Steel said no. The insurer said yes.", "whether the party is right", id="insurer"),
        pytest.param(
            "Neil Roe said no. Paul Fry said yes. The car was red. He said it was late.",
            "whether the party is right",
            id="either-man",
        ),
        pytest.param(
            "Ida Marsh is a pilot. In 2020 she had said no, Marsh noted.", "what “she” means", id="before-any-name"
        ),
        pytest.param("A skipper said Hall had told him: “Go.”", "whether the party is right", id="hearsay"),
    ],
)
def test_attribute__not_certain__is_to_be_checked(text: str, check: str) -> None:
    assert check in last(text).checks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nurses at two clinics in Peru rejected the offer.", ["Nurses"], id="at-in"),
        pytest.param("Teachers in three towns of Mali accused the minister of lying.", ["Teachers"], id="in-of"),
        pytest.param("Officials in Peru rejected the offer.", ["Peru"], id="officials"),
    ],
)
def test_attribute__people_somewhere_in_a_state__are_not_the_state(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("OSK, Peru, May 4 - ", id="state-and-day"),
        pytest.param("OSK, May 4 (Meridian) - ", id="day-and-agency"),
        pytest.param("Osk, Peru, May 4 — ", id="no-capitals"),
        pytest.param("OSK (Meridian) — ", id="agency"),
    ],
)
def test_attribute__dateline__is_no_part_of_text_and_party(dateline: str) -> None:
    found = last(f"{dateline}Two boats sank in the lock, Acme Ltd said.")
    assert (found.party, found.text) == ("Acme Ltd", "Two boats sank in the lock, Acme Ltd said.")


def test_attribute__body_named_by_its_noun_alone__does_not_own_itself() -> None:
    assert (
        last("Two boats sank in the lock, its operator said.").text == "Two boats sank in the lock, its operator said."
    )


def test_attribute__quote_of_an_inner_speaker__is_only_reported() -> None:
    found = last("Inspector Al Fry of Osk Police said Hall told him at the door: “They made me.”")
    assert (found.party, found.voice, found.own) == ("Osk Police", Voice.REPORTED, ())
    assert found.text == "Inspector Al Fry of Osk Police said Hall told him at the door: “They made me.”"


def test_attribute__quote_that_the_speaker_said_then__is_direct() -> None:
    assert last("Al Fry said he told the men: “Come down from there.”").voice is Voice.DIRECT


def test_attribute__quoted_sentence_in_two_halves__is_one_statement() -> None:
    found = attribute("“I have,” said Ann Roe, “never seen a worse road.”", lexicon=load_lexicon()).statements
    assert [one.text for one in found] == ["Ann Roe said: “I have never seen a worse road.”"]
    assert (found[0].quote, [own.quote for own in found[0].own]) == ("never seen a worse road.", ["I have"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A man accused of theft at a fair thought it was his, a jury heard.", [], id="accused-of"),
        pytest.param("Two of them, Osk Rail and Foss Buses, said no.", ["Osk Rail", "Foss Buses"], id="two-of-them"),
        pytest.param("THE HIGH COURT denied it. Mr Justice Roe said so.", ["HIGH COURT"] * 2, id="court-and-judge"),
        pytest.param("If Foss agrees, work ends. The company said no.", ["Foss"], id="if-is-no-name"),
        pytest.param("The Norwegian Farmers' Union said no.", ["Norwegian Farmers' Union"], id="nation-in-a-name"),
        pytest.param(
            "The Swedish Fishermen's Association said no.", ["Swedish Fishermen's Association"], id="fishermen's"
        ),
    ],
)
def test_attribute__names_and_offices__go_to(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_attribute__quote_before_a_report_of_it__is_only_reported() -> None:
    assert last("“It is over now,” Ann Lee said the mayor had told her.").voice is Voice.REPORTED


def test_attribute__no_before_a_noun__is_no_refusal() -> None:
    assert not last("Foss Ltd said no price was named.").act
    assert last("Foss Ltd said no to the plan.").act


def test_attribute__words_through_a_statement__are_the_partys() -> None:
    assert (
        last("Foss Ltd said no. “It was late,” the company's statement said.").text == "Foss Ltd said: “It was late.”"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lee said the sign read: “No entry for anybody.”", id="sign"),
        pytest.param("Ann Lee said a driver had said the road “was never once cleared of snow”.", id="within"),
        pytest.param("“Come back home now,” Ann Lee said her mother had written.", id="written"),
    ],
)
def test_attribute__anothers_words__are_no_direct_quote(text: str) -> None:
    assert (last(text).voice, last(text).own) == (Voice.REPORTED, ())


def test_attribute__its_rival__keeps_its() -> None:
    found = last("Foss Ltd said no. Its rival, Hale Rail, said yes.")
    assert (found.text, found.checks) == ("Its rival, Hale Rail, said yes.", ("what “Its” means",))


def test_attribute__silence_in_a_clause_beside__is_not_the_sentences() -> None:
    assert parties("Al Fry of Foss Ltd, who has not said when he goes, denied the charge.") == ["Foss Ltd"]


def test_attribute__court_heard__whoever_told_it() -> None:
    assert parties("The court heard Pike told police: “I saw the lights and drove.”") == ["Pike"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway and Sweden met. Both sides denied it.", "Norway and Sweden denied it.", id="both-are-named-together"
        ),
        pytest.param(
            "Norway said no. A senior official in the ministry denied it.",
            "A senior official in the ministry denied it.",
            id="official-is-no-state",
        ),
        pytest.param("Foss Ltd said no. The company denied it.", "Foss Ltd denied it.", id="company"),
        pytest.param("Ed Roe said no. His office denied it.", "Ed Roe's office denied it.", id="his-office"),
    ],
)
def test_attribute__words_that_point_back__become_names(text: str, expected: str) -> None:
    assert last(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Carl Odell, a baker, said no. Odell denied it.", "Carl Odell", id="a-baker"),
        pytest.param(
            "Osk Rail said no. The Osk rail union said yes. The union denied it.", "Osk rail union", id="union"
        ),
        pytest.param("This week Foss Ltd denied that.", "Foss Ltd", id="this-week"),
        pytest.param("Foss Foods denied it. Al Fry, who runs the Osk plant, said no.", "Foss Foods", id="site"),
        pytest.param("The Food Agency said no. The council said yes.", "Council", id="agency-is-no-council"),
        pytest.param(
            "The flood hit Osk. The Osk fire brigade said no. Osk's mayor, Al Fry, said yes.",
            "Osk",
            id="town-and-brigade",
        ),
        pytest.param("Lund, the Foss chief, said no. Lunde added that it was late.", "Lunde", id="two-with-an-aside"),
    ],
)
def test_attribute__names_and_kinds__last_goes_to(text: str, expected: str) -> None:
    assert parties(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Greenleaf, a charity, said no. The company said yes.", id="charity-is-no-company"),
        pytest.param("Osk Council said no. The firm said yes.", id="council-is-no-firm"),
    ],
)
def test_attribute__body_of_another_kind__is_not_meant(text: str) -> None:
    assert len(parties(text)) == 1


def test_attribute__trade_that_was_not_told__is_to_be_checked() -> None:
    assert last("Tom Dunn said no. The landlord said yes.").checks == ("whether the party is right",)


def test_attribute__only_company_of_the_text__is_certain() -> None:
    assert last("Foss Foods is to shut its mill, the company announced.").checks == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The union of customs officers denied it.", "Union of customs officers", id="union-of-officers"),
        pytest.param(
            "Norway said no. Sweden said yes. Rain fell. Snow fell. The ministry said no.", "Sweden", id="state"
        ),
    ],
)
def test_attribute__office_or_union__last_goes_to(text: str, expected: str) -> None:
    assert parties(text)[-1] == expected


def test_attribute__ministry_in_news_of_two_states__is_to_be_checked() -> None:
    text = "Norway said no. Sweden said yes. Rain fell. Snow fell. The ministry said no."
    assert "whether the party is right" in last(text).checks


def test_attribute__claim_another_rejects__ends_before_it() -> None:
    found = attribute("Norway said the road was open, a claim Sweden rejected.", lexicon=load_lexicon()).statements
    assert [(one.party, one.text) for one in found] == [
        ("Norway", "Norway said the road was open."),
        ("Sweden", "Norway said the road was open, a claim Sweden rejected."),
    ]
