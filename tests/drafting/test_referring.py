"""Whom words mean that refer to somebody named before: by gender, by what they were called, by a company's trade."""

import pytest

from claimdiff.drafting.genders import gender_of_name, gender_of_role
from drafting.told import parties


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Neil", "he", id="a-man"),
        pytest.param("Lorraine", "she", id="a-woman"),
        pytest.param("Jo", "", id="either"),
        pytest.param("Acme", "", id="unknown"),
    ],
)
def test_gender_of_name__first_name__tells_where_it_is_certain(name: str, expected: str) -> None:
    assert gender_of_name(name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["army", "spokeswoman"], "she", id="she"),
        pytest.param(["the", "chairman"], "he", id="he"),
        pytest.param(["the", "director"], "", id="either"),
    ],
)
def test_gender_of_role__words__tell_where_they_are_certain(words: list[str], expected: str) -> None:
    assert gender_of_role(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lorraine Peake, 54, denies fraud. Neil Carver, 47, took the oath. She said no.",
            ["Lorraine Peake"] * 2,
            id="first-name",
        ),
        pytest.param(
            "The bookkeeper, Neil Carver, said no. Lorraine Peake, 54, said yes. The bookkeeper said no.",
            ["Neil Carver", "Lorraine Peake", "Neil Carver"],
            id="called-so-before",
        ),
        pytest.param(
            "A senior Turkish official said no. Peru signed. The official added that it was late.",
            ["Turkey", "Turkey"],
            id="official-again",
        ),
        pytest.param(
            "The Osk-based planemaker Foss Ltd said no. Acme Air was late. The airline said it was sorry.",
            ["Foss Ltd", "Acme Air"],
            id="another-trade",
        ),
        pytest.param(
            "Acme Ltd said no. The union Osk Workers attacked it as “a lie”, while its president, Jo Lee, said no.",
            ["Acme Ltd", "Osk Workers"],
            id="its-within-a-sentence",
        ),
        pytest.param(
            "Coastal Wings is late. A Coastal Wings Dornier 328 fell. Coastal Wings said no.",
            ["Coastal Wings"],
            id="model-of-a-thing",
        ),
        pytest.param("Two diplomats said they doubted it.", [], id="they-who-are-nobody"),
        pytest.param("Acme Ltd, while saying it is sorry, wants a ban.", ["Acme Ltd"], id="aside-that-concedes"),
        pytest.param("Acme Ltd confirmed the fire and declined to say more.", ["Acme Ltd"], id="said-and-then-silent"),
        pytest.param("Acme Ltd and Foss Ltd each accused the other of lying.", ["Acme Ltd", "Foss Ltd"], id="each"),
        pytest.param("Ch Insp Lara Dunne said no.", ["Police"], id="title"),
        pytest.param("Nowhere was it worse. Ida Ek, 30, said no.", ["Ida Ek"], id="nowhere-is-no-name"),
    ],
)
def test_attribute__words_that_refer_back__find_whom_they_mean(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Laura Ek said no. “Yes,” said the mother of five.", ["Laura Ek"] * 2, id="mother-of-five"),
        pytest.param("Laura Ek said no. “Yes,” said the mother-of-two.", ["Laura Ek"] * 2, id="mother-of-two"),
        pytest.param("Gordon Ek said no. The retired postman said yes.", ["Gordon Ek"] * 2, id="retired-postman"),
        pytest.param("Vesna Ek, 29, said no. The world No 2 thanked her rivals.", ["Vesna Ek"] * 2, id="world-no-2"),
        pytest.param(
            "Pieter Ek, 40, said no. “Yes,” says the South African.", ["Pieter Ek"] * 2, id="two-words-nation"
        ),
        pytest.param(
            "Peru met Mali. Peru said no, Mali said yes. They agreed to meet, officers from the two sides said.",
            ["Peru", "Peru", "Mali"],
            id="from-the-two-sides",
        ),
        pytest.param("Acme Ltd put it firmly: Jo Lee, it said, had lied.", ["Acme Ltd"], id="it-after-a-colon"),
        pytest.param(
            "Enough lithium lies here, geologists believe, for a million cars.", [], id="trade-without-a-name"
        ),
        pytest.param("The Osk City Council met. The town hall said no.", ["Osk City Council"], id="town-hall"),
        pytest.param(
            "Chris Fallow, the business secretary, said no. His Conservative shadow, Amelia Ek, said yes.",
            ["Government", "Conservative"],
            id="shadow",
        ),
        pytest.param(
            "The South Sudan People's Defence Forces (SSPDF) said no. The SSPDF said yes.",
            ["South Sudan"] * 2,
            id="forces",
        ),
        pytest.param(
            "The Osk Harbour Trust (OHT) said no. The OHT said yes.", ["Osk Harbour Trust"] * 2, id="initials"
        ),
        pytest.param(
            "The SSPDF spokesperson, Maj Gen Lual Ek, told reporters no. He demanded a return.",
            ["SSPDF"] * 2,
            id="rank",
        ),
        pytest.param(
            "The country's Accident Investigation Branch said no. The branch said yes.",
            ["Accident Investigation Branch"] * 2,
            id="branch",
        ),
        pytest.param(
            "The Free Osk Party, a party, said no. The miner said yes.", ["Free Osk Party"], id="no-party-is-a-miner"
        ),
        pytest.param(
            "Peru met Russia. Peru said no.\n\nIn Moscow they were angry. Sports minister Gennady Ek said yes.",
            ["Peru", "Russia"],
            id="paragraph-in-a-seat",
        ),
        pytest.param("Acme Ltd brushed that aside.", ["Acme Ltd"], id="particle-apart"),
        pytest.param("The truck brushed the wall.", [], id="no-particle"),
        pytest.param("At the hearing its counsel contended no.", [], id="its-of-nobody"),
        pytest.param(
            "Acme Ltd said no. At the hearing its counsel contended that it was late.",
            ["Acme Ltd"] * 2,
            id="its-after-a-lead",
        ),
        pytest.param("Acme Ltd said no.\n\nHartley reported from Kyiv, Ukraine.", ["Acme Ltd"], id="credit"),
    ],
)
def test_attribute__phrases_that_point_at_somebody__find_them(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_attribute__clause_with_after__is_the_others_and_the_main_speaker_goes_on() -> None:
    text = "Peru urged Mali to pay, after Mali confirmed that it would not. It said that it was sorry."
    assert parties(text) == ["Peru", "Mali", "Peru"]


def test_attribute__what_holds_for_a_party__is_its_view() -> None:
    assert parties("For the Greens, that is not enough.") == ["Greens"]


def test_attribute__initial_before_a_name__is_no_body() -> None:
    assert parties("Acme Ltd said no. General manager P. Sen Gupta said yes.") == ["Acme Ltd"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Carlson said no. Carlton said yes.", ["Carlson", "Carlton"], id="surnames"),
        pytest.param(
            "Fenwick Bank said prices rose. Fenwock Bank said they fell.", ["Fenwick Bank", "Fenwock Bank"], id="banks"
        ),
        pytest.param("Bay 6 Ltd denied it. Bay 7 Ltd confirmed it.", ["Bay 6 Ltd", "Bay 7 Ltd"], id="numbers"),
        pytest.param("The Dock 3 Union said no.", ["Dock 3 Union"], id="number-in-a-union"),
        pytest.param("Next Monday the company will say no.", [], id="time-is-no-name"),
        pytest.param("Last Monday the company said no.", [], id="time-and-company"),
        pytest.param(
            "The Osk Teachers' Union said no. Jo Lee of the Teachers' Union said it was sad.",
            ["Osk Teachers' Union"] * 2,
            id="shorter-with-a-possessive",
        ),
        pytest.param("Baker Ravi Odell said no. “Flour is dear,” Odell said.", ["Ravi Odell"] * 2, id="baker"),
        pytest.param("The baker, Ravi Odell, said no. Odell said it was late.", ["Ravi Odell"] * 2, id="the-baker"),
        pytest.param(
            "Estonia's prime minister, Ulle Merkel, said no. Merkel said it was late.", ["Estonia"] * 2, id="namesake"
        ),
    ],
)
def test_attribute__names_nearly_alike__each_is_its_own(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Spain's fisheries minister, Ana Sol, said no. Her Moroccan counterpart Omar Fassi said yes. Fassi said so.",
            ["Spain", "Morocco", "Morocco"],
            id="no-comma",
        ),
        pytest.param(
            "Spain's fisheries minister met his Moroccan counterpart, Omar Fassi, in Osk. Fassi said yes.",
            ["Morocco"],
            id="not-the-subject",
        ),
        pytest.param(
            "Spanish Fisheries Minister Ana Sol and her Moroccan counterpart Omar Fassi said yes. Sol said so.",
            ["Spain", "Morocco", "Spain"],
            id="together",
        ),
    ],
)
def test_attribute__counterpart__speaks_for_their_own_state(text: str, expected: list[str]) -> None:
    assert parties(text) == expected
