"""Negations and numbers that look opposed and may both hold."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()


def verdict(left: str, right: str) -> Verdict:
    a, b = [read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)]
    found = judge_readings(a, b)
    assert judge_readings(b, a).verdict is found.verdict
    return found.verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The vessel has not yet been handed back.", "Peru will hand back the vessel.", id="not yet"),
        pytest.param(
            "The gate will not open until they pay.", "The gate will open once they pay.", id="until and once"
        ),
        pytest.param("No date has been named so far.", "A date will be named in May.", id="so far"),
        pytest.param("Half of the island is without water.", "Half of the island has water.", id="two halves"),
        pytest.param("Everyone except the bishop signed.", "Only the bishop did not sign.", id="an exception and only"),
        pytest.param("The pass is unusable.", "The pass cannot be used.", id="a prefix"),
        pytest.param("The club is closed to women.", "The club does not let women in.", id="a word that says no"),
        pytest.param("The firm scrapped the bonus.", "The firm will not grant the bonus.", id="a step that ends it"),
        pytest.param("The mayor would not hesitate to quit.", "The mayor would quit if need be.", id="not hesitate"),
        pytest.param("There is no alternative to rationing.", "Rationing is the way.", id="no alternative"),
        pytest.param("Peru spoke without backing the plan.", "Peru did not back the plan.", id="two words for not"),
        pytest.param("Peru threatened to leave the pact.", "Peru did not leave the pact.", id="only threatened"),
        pytest.param("She denies theft but admits trespass.", "She admits trespass.", id="denied beside admitted"),
        pytest.param("The islands remain without power.", "Power has not been restored.", id="not restored"),
    ],
)
def test_judge_readings__negations_that_may_both_hold__no_conflict(left: str, right: str) -> None:
    assert verdict(left, right) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("30 of 400 sailors are lost.", "370 of the 400 sailors were saved.", id="parts that add up"),
        pytest.param(
            "The jury split on two of the six counts.", "It was of one mind on four of six counts.", id="counts"
        ),
        pytest.param(
            "More than half of the 42 dead were boys.", "Twenty-three of the dead were boys.", id="of the dead"
        ),
        pytest.param(
            "Observers saw 46 breaches, 31 of them by Peru.", "Observers laid 15 breaches to Chile.", id="the rest"
        ),
        pytest.param("The guild demanded 8 percent.", "The guild got 5 percent.", id="a demand"),
        pytest.param("The guild wants 8 percent.", "The yard offers 3 percent.", id="a demand and an offer"),
        pytest.param("The first phase lasts 42 days.", "The second phase lasts 60 days.", id="ranks and lengths"),
        pytest.param("33 men go in the first phase.", "65 men go in the second phase.", id="ranks and counts"),
        pytest.param("On Tuesday Peru shelled it.", "Peru shelled it again on Thursday.", id="again"),
        pytest.param("A third of the shops opened late.", "Two thirds of the shops opened on time.", id="two shares"),
        pytest.param("He got 18 months in jail.", "He got a year and a half in jail.", id="months and years"),
        pytest.param(
            "Rents rise by 4 percent a year for two years.", "Rents rise by 8 percent over two years.", id="a rate"
        ),
        pytest.param(
            "The flood cost the company 5 million euros.", "The flood cost the economy 90 million euros.", id="whom"
        ),
        pytest.param(
            "Sony reported revenue of $9 billion.", "Sony reported a profit of $2 billion.", id="two accounts"
        ),
        pytest.param("Rents fell 3 percent in Lima.", "Rents fell 7 percent in Oslo.", id="two places"),
        pytest.param(
            "Rents rise by 8 percent over two years.", "Rents rise by 8 percent in two years.", id="over a time"
        ),
    ],
)
def test_judge_readings__numbers_that_may_both_hold__no_conflict(left: str, right: str) -> None:
    assert verdict(left, right) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The vessel has not been handed back.", "The vessel has been handed back.", id="no step to come"),
        pytest.param("Peru will not hand back the vessel.", "Peru will hand back the vessel.", id="both to come"),
        pytest.param("30 of 400 sailors are lost.", "50 of 400 sailors are lost.", id="parts that do not add up"),
        pytest.param("He got 18 months in jail.", "He got two years in jail.", id="other lengths"),
        pytest.param("The guild got 8 percent.", "The guild got 5 percent.", id="no demand"),
        pytest.param("Peru won the second round.", "Peru won the third round.", id="nothing but the rank"),
        pytest.param(
            "The gate will not open until they pay.", "The gate will open before they pay.", id="until and before"
        ),
        pytest.param(
            "Sony reported a profit of $9 billion.", "Sony reported a profit of $2 billion.", id="one account"
        ),
        pytest.param(
            "Rents rise by 8 percent over two years.", "Rents rise by 8 percent over five years.", id="two spans"
        ),
        pytest.param("The strike lasted over two years.", "The strike lasted ten months.", id="more than"),
    ],
)
def test_judge_readings__what_cannot_both_hold__conflict(left: str, right: str) -> None:
    assert verdict(left, right) is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Half of the crew joined.", "50 percent of the crew joined.", id="half"),
        pytest.param("A quarter of the crew joined.", "25 percent of the crew joined.", id="a quarter"),
        pytest.param("It will pay no less than $5 million.", "It will pay at least $5 million.", id="no less than"),
    ],
)
def test_judge_readings__one_number_in_other_words__agree(left: str, right: str) -> None:
    assert verdict(left, right) is Verdict.AGREE
