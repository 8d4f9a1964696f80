"""Imports point one way: a room may use those below it and none above."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "claimdiff"

# From the lowest room to the highest. Rooms on one line do not know each other.
LAYERS = [
    {"_version", "vocabulary", "display"},
    {"language"},
    {"accounts"},
    {"alignment", "verdict"},
    {"comparison"},
    {"pipeline"},
    {"api"},
    {"report"},
    {"check", "evaluation"},
    {"review", "drafting"},
    {"models"},
    {"cli"},
    {"__main__"},
]
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("claimdiff.") and len(name.split(".")) > 1}
    return {room for room in rooms if room in LEVEL}


MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports__any_module__point_down(path: Path) -> None:
    room = room_of(path)
    above = {other for other in imported_rooms(path) if other != room and LEVEL[other] >= LEVEL[room]}
    assert above == set()


def test_layers__every_room__is_listed() -> None:
    assert {room_of(path) for path in MODULES} <= set(LEVEL)


PURE = ("language", "alignment", "verdict", "comparison", "pipeline", "report")
IMPURE = {"open", "input", "print"}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room_of(path) in PURE], ids=lambda path: str(path.relative_to(SOURCE))
)
def test_pure_rooms__any_module__use_no_clock_environment_or_print(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    modules = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    assert called & IMPURE == set()
    assert modules & {"os", "time", "random", "subprocess", "socket"} == set()
