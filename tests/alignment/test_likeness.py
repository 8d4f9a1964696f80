import pytest
from alignment.builders import related

from claimdiff.alignment.likeness import Kind, Likeness, Likenesses, likeness
from claimdiff.alignment.units import Unit

RELATIONS = related(broader={"drone": ("weapon",), "missile": ("weapon",)}, kin={"truce": ("talks",)})


def unit(
    stem: str,
    *concepts: str,
    weight: float = 1.0,
    actor: str = "",
    places: tuple[str, ...] = (),
) -> Unit:
    return Unit(stem, tuple((c, weight) for c in concepts), actor, actor.split("/", maxsplit=1)[0], places)


CASES = [
    pytest.param(unit("truce"), unit("truce"), Likeness(Kind.WORD, 1.0), id="same word"),
    pytest.param(unit("trump", actor="us/trump"), unit("trump"), Likeness(Kind.ACTOR, 1.0), id="same name"),
    pytest.param(unit("a", actor="us/x"), unit("b", actor="us/x"), Likeness(Kind.ACTOR, 1.0), id="same actor"),
    pytest.param(unit("a", actor="us/x"), unit("b", actor="us"), Likeness(Kind.PARTY, 1.0), id="same party"),
    pytest.param(unit("a", places=("p",)), unit("b", places=("p",)), Likeness(Kind.PLACE, 1.0), id="same place"),
    pytest.param(unit("a", places=("p", "q")), unit("b", places=("q",)), Likeness(Kind.PLACE, 0.6), id="place inside"),
    pytest.param(
        unit("a", "drone"), unit("b", "drone"), Likeness(Kind.CONCEPT, 1.0, (("drone", "drone"),)), id="one concept"
    ),
    pytest.param(
        unit("a", "drone", weight=0.5),
        unit("b", "drone"),
        Likeness(Kind.LOOSE, 1.0, (("drone", "drone"),)),
        id="one concept, one term loose",
    ),
    pytest.param(
        unit("a", "drone", weight=0.5),
        unit("b", "drone", weight=0.5),
        Likeness(Kind.LOOSE, 0.5, (("drone", "drone"),)),
        id="one concept, both terms loose",
    ),
    pytest.param(
        unit("a", "drone"), unit("b", "weapon"), Likeness(Kind.BROADER, 1.0, (("drone", "weapon"),)), id="broader"
    ),
    pytest.param(unit("a", "talks"), unit("b", "truce"), Likeness(Kind.KIN, 1.0, (("talks", "truce"),)), id="kin"),
    pytest.param(
        unit("a", "drone"), unit("b", "missile"), Likeness(Kind.SIBLING, 1.0, (("drone", "missile"),)), id="siblings"
    ),
    pytest.param(
        unit("a", "drone", "talks"),
        unit("b", "weapon", "talks"),
        Likeness(Kind.CONCEPT, 1.0, (("talks", "talks"),)),
        id="the strongest of several",
    ),
    pytest.param(unit("negoti"), unit("negotiat"), Likeness(Kind.FAMILY, 1.0), id="word family"),
    pytest.param(unit("interven"), unit("internat"), None, id="a short beginning shared is no family"),
    pytest.param(unit("a", "talks"), unit("b", "drone"), None, id="unrelated concepts"),
    pytest.param(unit("a", places=("p",)), unit("b", places=("q",)), None, id="other places"),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_likeness__two_units__strongest_kind_either_way(left: Unit, right: Unit, expected: Likeness | None) -> None:
    assert likeness(left, right, RELATIONS) == likeness(right, left, RELATIONS) == expected


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_likenesses__vocabulary__finds_what_is_alike(left: Unit, right: Unit, expected: Likeness | None) -> None:
    one_way, other_way = Likenesses([right], RELATIONS), Likenesses([left], RELATIONS)
    wanted = {} if expected is None else {right: expected}
    assert one_way.of(left) == wanted
    assert list(other_way.of(right).values()) == list(wanted.values())
    assert one_way.of(left) is one_way.of(left)
