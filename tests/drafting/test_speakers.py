"""Who speaks, class by class: bodies and nations, roles, asides, short names, and words that tell of nobody."""

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.language.lexicon import load_lexicon
from drafting.told import parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Federation of Polish Mills accused Brussels of delay.", "Federation of Polish Mills", id="of"
        ),
        pytest.param("The Danish Shipping Council said fees were high.", "Danish Shipping Council", id="first"),
        pytest.param("Medica Europe said it would appeal.", "Medica Europe", id="last"),
        pytest.param("The Swedish timber association said prices fell.", "Swedish timber association", id="lower"),
        pytest.param("Ida Ek, head of the Swedish timber association STF, said no.", "STF", id="beside"),
        pytest.param("French farmers said they would march.", "Farmers", id="people-of-a-nation"),
        pytest.param("Swedish officials said no.", "Sweden", id="officials"),
        pytest.param("Sweden's army said no.", "Sweden", id="army"),
        pytest.param("Oruman Foreign Minister Jo Lam said no.", "Oruman", id="nation-unknown"),
        pytest.param("The Women's Chess Union said no.", "Women's Chess Union", id="possessive-in-a-name"),
        pytest.param("Farmers First, a lobby group, said no.", "Farmers First", id="plural-in-a-name"),
        pytest.param("Redvale council said no.", "Redvale council", id="place-and-council"),
    ],
)
def test_attribute__body_with_a_nation__speaks_itself(text: str, expected: str) -> None:
    assert parties(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Jo Lee, 58, who saw the crash from a bus, said it was loud.", "Jo Lee", id="two-asides"),
        pytest.param("Jo Lee, a baker from Leeds, who was there, said it was loud.", "Jo Lee", id="trade"),
        pytest.param("Jo Lee, 84, of Ludden, said he was cold.", "Jo Lee", id="of-a-place"),
        pytest.param("Jo Lee, the former Acme Ltd boss, said it was loud.", "Jo Lee", id="former"),
        pytest.param("Shopkeeper Jo Lee said it was loud.", "Jo Lee", id="first-word-is-a-trade"),
        pytest.param("Local MP Jo Lee said it was loud.", "Jo Lee", id="local"),
        pytest.param("Acme Ltd striker Jo Lee said it was loud.", "Jo Lee", id="player"),
        pytest.param("Britain's Jo Lee said it was loud.", "Jo Lee", id="of-a-nation"),
        pytest.param("Speaking for the Harbour Trust, Jo Lee said no.", "Harbour Trust", id="speaking-for"),
        pytest.param("On behalf of the Harbour Trust, Jo Lee said no.", "Harbour Trust", id="on-behalf"),
        pytest.param("Prosecuting, Jo Lee told the jury he lied.", "Prosecution", id="prosecuting"),
        pytest.param("Jo Lee, who chairs the Harbour Trust, said no.", "Harbour Trust", id="who-chairs"),
        pytest.param("Ann Roe KC, representing Jo Lee, said he was sorry.", "Jo Lee", id="representing"),
        pytest.param("Lawyers for the tenants said they won.", "Tenants", id="for-a-group"),
        pytest.param("The tenants' lawyer, Ann Roe, said they won.", "Tenants", id="of-a-group"),
        pytest.param("Harbour Trust spokeswoman Ann Roe said no.", "Harbour Trust", id="spokeswoman"),
        pytest.param("The Harbour Trust health spokesman, Al Roe, said no.", "Harbour Trust", id="spokesman-beside"),
        pytest.param("A health department spokesman said no.", "Government", id="department"),
        pytest.param("A spokesman for the taoiseach said no.", "Government", id="office-elsewhere"),
        pytest.param("That was Al Roe, head of Acme Ltd, who has called for a ban.", "Acme Ltd", id="who-has"),
    ],
)
def test_attribute__person__speaks_for(text: str, expected: str) -> None:
    assert parties(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Some people said no.", [], id="some"),
        pytest.param("Jo Lee is the director of the Harbour Trust. She said no.", ["Harbour Trust"], id="introduced"),
        pytest.param("Jo Lee was cold. He said it was late.", ["Jo Lee"], id="about"),
        pytest.param("A neighbour told police he ran. He said it was late.", [], id="unknown-he"),
        pytest.param("Varn, the video app firm, said no. Its board said yes.", ["Varn"] * 2, id="what-it-is"),
        pytest.param("Ann Roe, an attorney for the shoppers, said no.", ["Shoppers"], id="for-shoppers"),
        pytest.param("Acme Cup winners met. The company said no.", [], id="competition"),
        pytest.param("For Mr Lee, the road was long, but he said no.", ["Lee"], id="for-somebody"),
        pytest.param("District Attorney Ann Roe said he lied.", ["Prosecution"], id="district-attorney"),
        pytest.param("Shadow health secretary Ann Roe said no.", ["Opposition"], id="shadow"),
        pytest.param("“No,” said winning coach Siua Taufa.", ["Siua Taufa"], id="described-after"),
        pytest.param("Prices rose, noted Ann Roe of Acme Ltd.", ["Acme Ltd"], id="noted-after"),
        pytest.param("The player concerned, Jo Lee, said no.", ["Jo Lee"], id="concerned"),
        pytest.param("One of them, Britain's Jo Lee, said no.", ["Jo Lee"], id="one-of-them"),
    ],
)
def test_attribute__other_shapes__go_to(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Its view is that fees are high.", "Acme Ltd", id="view"),
        pytest.param("In its view, fees are high.", "Acme Ltd", id="in-its-view"),
        pytest.param("The firm put the number at 64.", "Acme Ltd", id="put-at"),
        pytest.param("The firm put the rise down to gas.", "Acme Ltd", id="put-down-to"),
        pytest.param("The firm hit back, saying it was false.", "Acme Ltd", id="hit-back"),
        pytest.param("The firm blasted the ban as “folly”.", "Acme Ltd", id="heated"),
        pytest.param("The firm would not be drawn, but said more would come.", "Acme Ltd", id="but-said"),
        pytest.param("The firm released a film that it said showed the fire.", "Acme Ltd", id="that-it-said"),
        pytest.param("The firm is suing the mayor, claiming a breach.", "Acme Ltd", id="suing"),
        pytest.param("A spokesman said no.", "Acme Ltd", id="spokesman"),
        pytest.param("A company spokesman said no.", "Acme Ltd", id="company-spokesman"),
        pytest.param("Chief executive Ann Roe said no.", "Acme Ltd", id="chief"),
        pytest.param("Fees would rise, it said on Friday.", "Acme Ltd", id="it-said"),
        pytest.param("A spokesman said no. It was late, he added.", "Acme Ltd", id="nameless-he"),
    ],
)
def test_attribute__after_a_body_spoke__goes_to_it(text: str, expected: str) -> None:
    found = parties(f"Acme Ltd said fees would rise.\n\n{text}")
    assert found[1:] == [expected] * (len(found) - 1)
    assert len(found) > 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two diplomats said talks failed.", id="diplomats"),
        pytest.param("Insiders said talks failed.", id="insiders"),
        pytest.param("German analysts said talks failed.", id="analysts"),
        pytest.param("The source said talks failed.", id="source"),
        pytest.param("The lorry slammed into a wall.", id="a-blow"),
        pytest.param("Our Standards: The Transmere Principles.", id="boilerplate"),
        pytest.param("Posted Jan. 16, 2025, 6:12 p.m.", id="date"),
        pytest.param("Both sides said talks failed.", id="both-unknown"),
        pytest.param("The 31-year-old said talks failed.", id="nobody-before"),
        pytest.param("The forecast said rain.", id="noun"),
    ],
)
def test_attribute__nobody_known__is_nobodys(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Jo Lee, 58, said no. Jo said it was late.", ["Jo Lee"] * 2, id="first-name"),
        pytest.param("Jo Lee, 58, said no. The 58-year-old said it was late.", ["Jo Lee"] * 2, id="age"),
        pytest.param("Jo Lee, 58, said no. The Swede said it was late.", ["Jo Lee"] * 2, id="demonym"),
        pytest.param("Jo Lee, 58, said no. A man told police he ran. He said it was late.", ["Jo Lee"], id="no-he"),
        pytest.param(
            "Acme Ltd and the Harbour Trust said no. Both companies said it was late.",
            ["Acme Ltd", "Harbour Trust"] * 2,
            id="both",
        ),
        pytest.param(
            "The Harbour Trust said no. It said fees fell, a claim that Norlink Ltd denied.",
            ["Harbour Trust", "Harbour Trust", "Norlink Ltd"],
            id="closing",
        ),
        pytest.param("A coach who saw it told a jury he ran. “I ran,” Al Roe said.", ["Al Roe"] * 2, id="lead"),
        pytest.param(
            "Mila Ek, mayor of Osk, said no. The army of Karvia said yes. The army said it was late.",
            ["Osk", "Karvia", "Karvia"],
            id="army",
        ),
        pytest.param(
            "Acme Ltd and Norlink have merged. Norlink said no. Its board, it said, was late.",
            ["Norlink"] * 2,
            id="parted",
        ),
        pytest.param(
            "India said no. Germany said yes. The commerce ministry said it was late.",
            ["India", "Germany", "Germany"],
            id="ministry-of-whoever-speaks",
        ),
    ],
)
def test_attribute__later_forms__mean_those_before(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Harbour Trust said fees fell, a claim that Norlink Ltd denied.",
            [
                "The Harbour Trust said fees fell.",
                "The Harbour Trust said fees fell, a claim that Norlink Ltd denied.",
            ],
            id="closing",
        ),
        pytest.param(
            "Norlink Ltd said no. A spokesman said it was late. “We wait,” he said.",
            ["Norlink Ltd said no.", "A spokesman said it was late.", "A spokesman said: “We wait.”"],
            id="nameless",
        ),
        pytest.param(
            "Ann Roe, a lawyer at Norlink Ltd, said no. In her view, fees fell.",
            ["Ann Roe, a lawyer at Norlink Ltd, said no.", "In Ann Roe's view, fees fell."],
            id="in-her-view",
        ),
    ],
)
def test_attribute__text__names_who_speaks(text: str, expected: list[str]) -> None:
    assert [statement.text for statement in attribute(text, lexicon=load_lexicon()).statements] == expected
