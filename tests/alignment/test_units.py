import pytest
from alignment.builders import readings

from claimdiff.alignment.units import normal_form, profile, profiles


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("The talks will not resume.", ("talk", "resum"), id="function words and negation left out"),
        pytest.param("About 175 prisoners were freed.", ("prison", "freed"), id="digits left out"),
        pytest.param("Twenty drones fell.", ("drone", "fell"), id="number words left out"),
        pytest.param("Drones fell on 19 March 2025.", ("drone", "fell"), id="times left out"),
        pytest.param("", (), id="nothing said"),
    ],
)
def test_profile__text__content_stems(text: str, stems: tuple[str, ...]) -> None:
    assert profile(readings(text)[0]).stems == stems


def test_profile__word_of_a_name__no_concepts() -> None:
    white, house = profile(readings("The White House spoke.")[0]).units[:2]
    assert (white.party, house.party, house.concepts) == ("united-states", "united-states", ())


def test_profile__word_of_a_concept__carries_it() -> None:
    (unit,) = profile(readings("A truce.")[0]).units
    assert "ceasefire" in dict(unit.concepts)


def test_profile__same_word_twice__one_unit_with_its_first_form() -> None:
    made = profile(readings("Drones and a drone.")[0])
    assert (len(made.units), made.words) == (1, ("Drones",))


def test_normal_form__case_and_spaces__same_form() -> None:
    first, second = readings("The  Talks, again.", "the talks , again .")
    assert normal_form(first) == normal_form(second) == "the talks , again ."


def test_profiles__unknown_language__not_known() -> None:
    assert [one.known for one in profiles(readings("Hallo Welt.", language="de"))] == [False]
