"""Which body speaks: one known only by a place and a noun, by an apposition, by its people, by the sentence's main clause."""

import pytest

from drafting.told import parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Tyrolean chamber of commerce said no.", ["Tyrolean chamber of commerce"], id="place-and-noun"
        ),
        pytest.param("The Minnesota teachers union said no.", ["Minnesota teachers union"], id="place-and-union"),
        pytest.param("The Leeds coroner said no.", ["Leeds coroner"], id="place-and-office"),
        pytest.param("Acme Ltd fell. The Acme board said no.", ["Acme Ltd"], id="board-is-the-company"),
        pytest.param("The Swiss farmers' union said no.", ["Swiss farmers' union"], id="union-of-a-nation's-people"),
        pytest.param("The canton of Vaud said no.", ["Vaud"], id="canton"),
        pytest.param("The European Central Bank said no.", ["European Central Bank"], id="bank-of-the-union"),
        pytest.param(
            "Peru met Mali. The European Commission said no.", ["European Union"], id="commission-is-the-union"
        ),
        pytest.param("Consumer groups said no.", ["Consumer groups"], id="groups-by-their-name"),
        pytest.param("Passengers told a different story.", [], id="told-a-story"),
    ],
)
def test_attribute__body__has_its_own_name(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "They worked for the lift operator, Foss Lifts. The company said no.", ["Foss Lifts"], id="apposed-company"
        ),
        pytest.param("That was rejected by Acme Ltd.", ["Acme Ltd"], id="passive-without-a-noun"),
        pytest.param(
            "The prosecutor's office in Osk has opened a case, a spokeswoman confirmed.",
            ["Prosecution"],
            id="main-clause",
        ),
        pytest.param(
            "A government official, speaking on condition of anonymity, said no.",
            ["Government"],
            id="anonymous-official",
        ),
        pytest.param("The family's solicitor, Amir Ek, said no.", ["Family"], id="family's-solicitor"),
        pytest.param("For the Harbour Union, that is not enough.", ["Harbour Union"], id="for-whom"),
        pytest.param("For Peru, this was a war too many.", [], id="for-a-state"),
        pytest.param(
            "The Harbour Trust brought the case. “No,” said Lea Ek, who heads its legal team.",
            ["Harbour Trust"],
            id="who-heads-its",
        ),
        pytest.param("Grace Ek, who runs a nursery in Osk, said no.", ["Grace Ek"], id="who-runs-a"),
        pytest.param(
            "“No,” said Paul Ek of Finance Watch, a campaign group.", ["Finance Watch"], id="aside-of-the-body"
        ),
        pytest.param(
            "Claudia Ek, the European Central Bank's top supervisor, said no.", ["European Central Bank"], id="top-role"
        ),
        pytest.param(
            "Peru met Mali in Lima. “No,” said an official at the finance ministry in Lima.",
            ["Peru"],
            id="ministry-in-a-seat",
        ),
        pytest.param(
            "Nadine Ek, 30, says no. Dogs cost money, she adds, and tourists complain about it.",
            ["Nadine Ek"] * 2,
            id="and-within",
        ),
        pytest.param(
            "Angela Ek, whose son is six, wept. “I do not want that.”", ["Angela Ek"], id="main-clause-after-whose"
        ),
    ],
)
def test_attribute__people_and_asides__lead_to_the_body(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peru met Mali. The World Health Organization said no.",
            ["World Health Organization"],
            id="agency-of-its-own",
        ),
        pytest.param("Peru met Mali. The UN Security Council said no.", ["United Nations"], id="organ-of-the-union"),
        pytest.param("“No,” said Alan Shaw of the Osk Trust.", ["Osk Trust"], id="namesake-of-a-company's-head"),
        pytest.param(
            "The Osk Trust said no. “Yes,” says Carme Ek, a spokeswoman.", ["Osk Trust"] * 2, id="a-spokeswoman"
        ),
        pytest.param("Acme Ltd, by contrast, said no.", ["Acme Ltd"], id="by-contrast"),
        pytest.param(
            "The Osk Trust said no. It has paid 39 Peru Farms, according to its website.",
            ["Osk Trust"] * 2,
            id="its-of-it",
        ),
        pytest.param("The three-member panel found on Tuesday that it was so.", ["Panel"], id="found-on-a-day-that"),
        pytest.param("Most were pulled out by fishermen, who say it was late.", ["Fishermen"], id="who-say"),
        pytest.param(
            "'My sons fix Germans' boilers,' says Dragan Ek, 66, who has sold.",
            ["Dragan Ek"],
            id="apostrophe-in-quotes",
        ),
    ],
)
def test_attribute__bodies_and_quotes_of_other_outlets__are_whole(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Foss Ltd was once worth more than Lufthansa. Foss Ltd said no. The lines will run, the company said.",
            ["Foss Ltd"] * 2,
            id="company-of-the-lexicon-that-is-only-named",
        ),
        pytest.param(
            "Acme Ltd has sued. In a complaint filed in Delaware's Court of Chancery, the company says no.",
            ["Acme Ltd"] * 2,
            id="where-it-was-filed",
        ),
        pytest.param(
            "Shares in Novalis Bio fell after the drugmaker said it would halt a trial.",
            ["Novalis Bio"],
            id="shares-in",
        ),
        pytest.param(
            "Greenpeace said no. The tourism association said yes.",
            ["Greenpeace", "Tourism association"],
            id="association",
        ),
        pytest.param(
            "The Osk Trust said no. Paul Ek, who has run the trust for years, said yes.",
            ["Osk Trust"] * 2,
            id="who-has-run",
        ),
        pytest.param("Dot Ek, who has run the shop with her husband Len, said no.", ["Dot Ek"], id="shop-of-nobody"),
    ],
)
def test_attribute__the_company_or_the_association__is_the_one_meant(text: str, expected: list[str]) -> None:
    assert parties(text) == expected
