"""Each comparator by itself: the rules that hold between two sentences."""

from collections.abc import Callable, Iterator

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.actor import compare_actors
from claimdiff.verdict.additions import compare_additions
from claimdiff.verdict.commitment import compare_commitment
from claimdiff.verdict.contrast import Contrast, contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.framing import compare_framing
from claimdiff.verdict.model import Place
from claimdiff.verdict.none import compare_none
from claimdiff.verdict.place import compare_places
from claimdiff.verdict.polarity import compare_polarity
from claimdiff.verdict.scope import compare_scope

LEXICON = load_lexicon()


def rules(compare: Callable[[Contrast], Iterator[Evidence]], left: str, right: str) -> list[str]:
    """Return the rules that hold either way as "rule verdict: left | right", left and right as asked."""
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    found = [*compare(c), *(e.mirrored() for e in compare(c.mirrored()))]
    return list(dict.fromkeys(f"{e.rule} {e.verdict.value}: {words(e.left)} | {words(e.right)}" for e in found))


def words(place: Place | None) -> str:
    return place.words if place else "-"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Peru signed the treaty.", "Peru did not sign the treaty.",
                     ["negated conflict: signed | not sign"], id="not"),
        pytest.param("Peru denied that it sank the boat.", "Peru sank the boat.",
                     ["denied conflict: denied that it sank | sank"], id="denied"),
        pytest.param("Peru never signed the treaty.", "Peru never signed the treaty in June.", [], id="both negated"),
        pytest.param("The soup is hot.", "The soup is cold.", ["contrary conflict: hot | cold"], id="contrary"),
        pytest.param("The longer it lasts, the harder it gets.", "The shorter it lasts, the easier it gets.", [],
                     id="two contraries cancel"),
        pytest.param("It was a reversible step.", "It was an irreversible step.",
                     ["contrary conflict: reversible | irreversible"],
                     id="prefix"),
        pytest.param("Chile agreed with the draft.", "Chile did not disagree with the draft.", [], id="double"),
        pytest.param("If Peru signs, ships will sail.", "If Peru does not sign, ships will sail.",
                     ["negated partial: signs | not sign"], id="hypothetical"),
        pytest.param("Peru hoped to win the vote.", "Peru did not win the vote.",
                     ["negated partial: win | not win"], id="hoped"),
        pytest.param("A visa was issued on Monday.", "No transit visa was issued on Monday.",
                     ["negated partial: visa | No transit visa"], id="narrower"),
        pytest.param("They have always seen whales dive.", "They have never seen whales not dive.",
                     ["negated partial: seen | never seen"], id="never not"),
        pytest.param("The rule covers only ships.", "The rule covers nothing except ships.",
                     ["negated partial: ships | nothing except ships"], id="exception"),
        pytest.param("Boats will not be used for war.", "They agreed to prevent boats from being used for war.", [],
                     id="prevent is no denial"),
        pytest.param("Maria plays chess on Sunday.", "Peter does not play chess on Sunday.",
                     ["negated partial: plays | not play"], id="other subject"),
        pytest.param("Everyone plays chess on Sunday.", "Maria does not play chess on Sunday.",
                     ["negated conflict: plays | not play"], id="everyone"),
        pytest.param("Peru urged Chile to settle the border question.", "Peru did not raise the border question.",
                     ["unspoken conflict: urged | not raise", "negated partial: border | not raise the border"],
                     id="not raised"),
        pytest.param("Peru did not raise the border question.", "Chile closed a mine.", [], id="nothing shared"),
    ],
)  # fmt: skip
def test_compare_polarity__said_and_denied__rule(left: str, right: str, expected: list[str]) -> None:
    assert rules(compare_polarity, left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Talks took place in Oslo.", "Talks took place in Lima.",
                     ["place-replaced conflict: Oslo | Lima"], id="replaced"),
        pytest.param("Talks took place in Oslo.", "Talks took place in Europe.",
                     ["place-replaced partial: Oslo | Europe"], id="continent"),
        pytest.param("Talks took place in Oslo.", "Talks took place in Oslo.", [], id="same"),
        pytest.param("Talks took place in Oslo.", "The ministers and Lima had nothing to say of it.", [],
                     id="another slot"),
    ],
)  # fmt: skip
def test_compare_places__other_place__rule(left: str, right: str, expected: list[str]) -> None:
    assert sorted(set(rules(compare_places, left, right))) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Peru will open all ports.", "Peru will open ports.",
                     ["bound-added partial: all ports | ports"], id="all added"),
        pytest.param("Boats often sink here.", "Boats rarely sink here.",
                     ["bounds-exclude conflict: often sink | rarely sink"], id="often, rarely"),
        pytest.param("Some boats sank.", "Most boats sank.", ["bounds-differ partial: Some boats sank | Most boats sank"],
                     id="some, most"),
        pytest.param("They agreed that attacks on ports would stop.",
                     "They agreed that attacks on ports and railways would stop.",
                     ["members-differ conflict: ports | ports and railways"], id="one more"),
        pytest.param("Attacks on ports hurt.", "Attacks on ports and railways hurt.",
                     ["members-differ partial: ports | ports and railways hurt"], id="nothing promised"),
        pytest.param("Ports and railways closed.", "Railways and ports closed.", [], id="both coordinated"),
        pytest.param("Peru and Chile will sign.", "Peru will sign.", [], id="actors are no members"),
        pytest.param("Boats hit ports and posed no threat.", "Boats hit ports.", [], id="clauses are no members"),
        pytest.param("It had a good and productive start.", "It had a productive start.", [], id="praise is no member"),
        pytest.param("Strikes on energy and infrastructure will stop.", "Strikes on energy infrastructure will stop.",
                     ["members-differ conflict: energy and infrastructure | energy"], id="two things for one"),
        pytest.param("Peru will halt enrichment and research.", "Peru will halt enrichment research.",
                     ["members-differ conflict: enrichment and research | enrichment"], id="the verb is no member"),
        pytest.param("Grain and copper left.", "Grain left, then copper.", [], id="the same two, apart"),
        pytest.param("It applies only to ships.", "It also applies to ships.",
                     ["only-against-also conflict: only | also"], id="only, also"),
        pytest.param("It applies only to ships.", "It applies to ships.", ["restricted partial: only to | -"], id="only"),
    ],
)  # fmt: skip
def test_compare_scope__other_bounds__rule(left: str, right: str, expected: list[str]) -> None:
    found = rules(compare_scope, left, right)
    assert [line.split(":")[0] for line in sorted(set(found))] == [line.split(":")[0] for line in expected]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Peru will open the port.", "Peru was asked to open the port.",
                     ["bound-or-not conflict: will | asked"], id="bound, asked"),
        pytest.param("Peru agreed to open the port.", "Chile pressed Peru over fish, ships, copper and the border.",
                     ["bound-or-not partial: agreed | pressed"], id="not close"),
        pytest.param("Peru rejected the plan for ports.", "Peru backed the plan for ports.",
                     ["refused conflict: rejected | backed"], id="refused"),
        pytest.param("Peru rejected a fish quota.", "Chile hoped for rain, trade and much more.",
                     ["refused partial: rejected | hoped"], id="refused, hoped"),
        pytest.param("Peru offered ships.", "Peru hoped for ships.", ["steps-differ partial: offered | hoped"],
                     id="weaker step"),
        pytest.param("Peru offered ships.", "Peru offered boats.", [], id="same step"),
        pytest.param("Ships may sail.", "Ships sail.", ["only-possible partial: may | -"], id="may"),
        pytest.param("Ships sail if it is calm.", "Ships sail.", ["only-conditional partial: if | -"], id="if"),
    ],
)  # fmt: skip
def test_compare_commitment__other_step__rule(left: str, right: str, expected: list[str]) -> None:
    assert rules(compare_commitment, left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Peru called it an invasion.", "Peru called it a war.", ["named-otherwise partial: invasion | war"],
                     id="hostile, neutral"),
        pytest.param("Chile called the offer outrageous.", "Chile called the offer excellent.",
                     ["blame-against-praise conflict: outrageous | excellent"], id="blame, praise"),
        pytest.param("Chile called it outrageous.", "Peru called it outrageous.", [], id="same word"),
    ],
)  # fmt: skip
def test_compare_framing__loaded_words__rule(left: str, right: str, expected: list[str]) -> None:
    assert rules(compare_framing, left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Norway and Sweden agreed on a quota.", "Norway agreed on a quota.",
                     ["one-of-both partial: Sweden | Norway"], id="one of both"),
        pytest.param("Norway agreed on a quota.", "Sweden agreed on a quota.",
                     ["actors-differ partial: Norway | Sweden"], id="other"),
        pytest.param("All parties agreed on a quota.", "Norway and Sweden agreed on a quota.",
                     ["all-or-named partial: All parties | Norway"], id="all, named"),
        pytest.param("Both sides agreed on a quota.", "Norway agreed on a quota.",
                     ["both-or-one partial: Both sides | Norway"], id="both, one"),
        pytest.param("Both sides agreed on a quota.", "Norway and Sweden agreed on a quota.", [], id="both, two named"),
        pytest.param("The ferry was sunk by Norway.", "The ferry was sunk by Sweden.",
                     ["agent-replaced conflict: Norway | Sweden"], id="by"),
        pytest.param("The ferry was sunk by Norway.", "A new museum of art was opened on the hill by Sweden.",
                     ["agent-replaced partial: Norway | Sweden"], id="by, of other matter"),
        pytest.param("Norway's attack was an atrocity.", "Sweden's attack was an atrocity.",
                     ["blame-differs conflict: Norway | Sweden"], id="blame"),
        pytest.param("Norway asked Sweden for faster ferries.", "Sweden offered Norway faster ferries.",
                     ["roles-exchanged conflict: asked | offered"], id="exchanged"),
        pytest.param("Norway asked Sweden for ferries.", "Norway asked Sweden for ferries at once.", [], id="same roles"),
    ],
)  # fmt: skip
def test_compare_actors__other_actors__rule(left: str, right: str, expected: list[str]) -> None:
    assert rules(compare_actors, left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Ten boats sank.", "Boats sank.", ["figure-added partial: Ten boats | -", "more-said partial: Ten | -"],
                     id="figure"),
        pytest.param("Boats sank on 3 May 2021.", "Boats sank.", ["date-added partial: 3 May 2021 | -"], id="date"),
        pytest.param("Boats sank for ten days.", "Boats sank.", ["time-added partial: ten days | -"], id="term"),
        pytest.param("Boats sank soon.", "Boats sank.", ["when-added partial: soon | -"], id="soon"),
        pytest.param("Boats sank.", "Boats sank.", [], id="nothing"),
    ],
)  # fmt: skip
def test_compare_additions__one_side_only__rule(left: str, right: str, expected: list[str]) -> None:
    assert [line for line in rules(compare_additions, left, right) if not line.startswith("more-said")] == [
        line for line in expected if not line.startswith("more-said")
    ]


def test_compare_additions__stretch_of_its_own__shown_whole() -> None:
    found = rules(compare_additions, "Boats sank near the old stone lighthouse.", "Boats sank.")
    assert found == ["more-said partial: old stone lighthouse | -"]


def test_compare_additions__who_says_it__is_not_what_is_said() -> None:
    found = rules(compare_additions, "The tired old harbour master said that boats sank near rocks.", "Boats sank.")
    assert found == ["more-said partial: rocks | -"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Nobody was hurt.", "Four people were hurt.",
                     ["none-counted conflict: Nobody was hurt | Four people"], id="nobody"),
        pytest.param("Nobody left the ship.", "Four passengers left the ship.",
                     ["none-counted conflict: Nobody left the ship | Four passengers"], id="no harm"),
        pytest.param("No one was killed on 3 May 2024.", "Four people were killed on 9 June 2024.", [], id="another day"),
        pytest.param("No one was killed in Lima.", "Four people were killed in Quito.", [], id="another place"),
        pytest.param("Nobody left the ship.", "Four containers left the ship.", [], id="nobody is no thing"),
        pytest.param("No soldiers died.", "Up to 4 soldiers died.", [], id="up to"),
        pytest.param("No soldiers died.", "Four soldiers may die.", [], id="may"),
        pytest.param("There must be no losses.", "Four people died.", [], id="must"),
        pytest.param("No Kenyan soldiers died.", "Ten Somali soldiers died.", [], id="others"),
        pytest.param("No soldiers were hit.", "Soldiers were hit by two rockets.", [], id="other things counted"),
        pytest.param("Mali said that none of its soldiers died.", "Niger said that four of its soldiers died.", [], id="own"),
        pytest.param("No people voted.", "Four people did not vote.", [], id="not"),
        pytest.param("Nothing was lost.", "Four people were lost.", [], id="nothing"),
        pytest.param("No one.", "Four people.", [], id="nothing told"),
    ],
)  # fmt: skip
def test_compare_none__none_and_a_count__rule(left: str, right: str, expected: list[str]) -> None:
    assert rules(compare_none, left, right) == expected
