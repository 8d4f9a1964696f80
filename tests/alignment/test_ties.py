import math

import pytest
from alignment.builders import LEXICON, readings

from claimdiff.alignment.likeness import PULL, Kind
from claimdiff.alignment.rarity import PRIOR, RARE, rarity
from claimdiff.alignment.ties import ACTOR_SHARE, Ties
from claimdiff.alignment.units import Profile, profiles


def pair_of(left: str, right: str) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    return profiles(readings(left)), profiles(readings(right))


def test_rarity__rare_word_seen_once_on_each_side__near_one() -> None:
    left, right = pair_of("Zorbling.", "Quuxing.")
    found = rarity(left, right, LEXICON).stems["zorbl"]
    most = math.log((2 + PRIOR) / (1 + PRIOR * RARE))
    assert found == pytest.approx(math.log((2 + PRIOR) / (1.5 + PRIOR * RARE)) / most)


def test_rarity__word_of_every_assertion__less_than_a_rarer_one() -> None:
    texts = [f"Zorbling {word}." for word in ("alpha", "beta", "gamma", "delta")]
    stems = rarity(profiles(readings(*texts)), profiles(readings(*texts)), LEXICON).stems
    assert stems["zorbl"] < stems["gamma"]


def test_rarity__word_that_one_side_always_says__less_than_one_spread_evenly() -> None:
    left = profiles(readings("Zorbling one.", "Zorbling two.", "Quuxing.", "Alpha."))
    right = profiles(readings("Quuxing.", "Beta.", "Gamma.", "Delta."))
    stems = rarity(left, right, LEXICON).stems
    assert stems["zorbl"] < stems["quux"]


def test_rarity__common_word__less_than_a_rare_one() -> None:
    common = next(stem for stem, tier in LEXICON.tiers.items() if tier == "very-common" and stem.isalpha())
    left, right = pair_of(f"{common} zorbling", "Nothing else.")
    stems = rarity(left, right, LEXICON).stems
    assert stems[common] < stems["zorbl"]


def test_ties__same_word__mass_is_its_weight() -> None:
    left, right = pair_of("Zorbling.", "Zorbling again.")
    ties = Ties(left, right, LEXICON)
    ((number, _),) = ties.weigh(left[0]).places.items()
    (tie,) = ties.of(number).values()
    assert (tie.kind, tie.mass, tie.pull) == (Kind.WORD, ties.weight(left[0].units[0]), tie.mass)


def test_ties__same_actor__half_the_mass_of_a_word() -> None:
    left, right = pair_of("Moscow", "Moscow")
    ties = Ties(left, right, LEXICON)
    (tie,) = ties.of(0).values()
    stems = rarity(left, right, LEXICON).stems
    assert (tie.kind, tie.mass) == (Kind.ACTOR, stems["moscow"] * ACTOR_SHARE)


def test_ties__one_concept__no_more_mass_than_the_concept_tells() -> None:
    left, right = pair_of("A truce.", "A ceasefire.")
    ties = Ties(left, right, LEXICON)
    (tie,) = (t for t in ties.of(0).values() if t.kind is Kind.CONCEPT)
    concepts = rarity(left, right, LEXICON).concepts
    assert tie.mass == pytest.approx(concepts["ceasefire"], abs=0.2)
    assert tie.mass <= max(concepts.values())
    assert tie.pull == tie.mass * PULL[Kind.CONCEPT]
    assert tie.name == ("ceasefir", "truce")


def test_weigh__unit_without_ties__counts_in_the_total() -> None:
    left, right = pair_of("Zorbling quuxing.", "Nothing like it.")
    ties = Ties(left, right, LEXICON)
    weighed = ties.weigh(left[0])
    assert weighed.total == math.fsum(ties.weight(unit) for unit in left[0].units)
    assert [ties.of(number) for number in weighed.places] == [{}, {}]
