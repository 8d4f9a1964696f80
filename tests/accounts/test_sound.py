"""Sound data is read without pydantic, and exactly as the models would read it."""

import copy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from factories import ROOT
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from claimdiff.accounts.document import plain
from claimdiff.accounts.schema import MODELS
from claimdiff.accounts.shapes import TARGET, main, shapes_text
from claimdiff.accounts.sides import sides_of, to_models
from claimdiff.accounts.sound import Sound, read_sound
from claimdiff.accounts.yaml import parse

GOLDEN = Path(__file__).parent / "golden"


def values(model: Any) -> Any:
    """Return a model or what stands for it as plain values, with the names of the fields that were given."""
    if isinstance(model, BaseModel):
        fields = {name: values(getattr(model, name)) for name in type(model).model_fields}
        return {"": sorted(model.model_fields_set), **fields}
    if isinstance(model, Sound):
        fields = {name: values(value) for name, value in vars(model).items() if name != "model_fields_set"}
        return {"": sorted(model.model_fields_set), **fields}
    if isinstance(model, tuple):
        return tuple(values(item) for item in model)
    if isinstance(model, dict):
        return {key: values(value) for key, value in model.items()}
    return model


def by_pydantic(kind: str, data: Any) -> Any:
    try:
        return MODELS[kind].model_validate(data)
    except ValidationError:
        return None


def data_of(path: Path, kind: str) -> Any:
    document, _ = parse(path.read_bytes(), path.name)
    if document is None:
        return None
    data = plain(document.root)
    assert isinstance(data, dict)
    return to_models(data, sides_of(data, None)) if kind == "links" else data


def kind_of_file(path: Path) -> str:
    if path.parent.name == "links":
        return "links"
    return "event" if path.name == "event.yaml" else "account"


CURATED = sorted((ROOT / "data").rglob("*.yaml"))
FAULTY = [(kind, path) for kind in ("account", "event", "links") for path in sorted((GOLDEN / kind).glob("*.yaml"))]


def test_shapes__file__is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == shapes_text()
    assert main(["--check"]) == 0


def test_shapes__outdated_file__told_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "shapes.json"
    monkeypatch.setattr("claimdiff.accounts.shapes.TARGET", target)
    assert main(["--check"]) == 1
    assert "is not current: run python -m claimdiff.accounts.shapes" in capsys.readouterr().err
    assert main([]) == 0
    assert target.read_text(encoding="utf-8") == shapes_text()


@pytest.mark.parametrize("path", CURATED, ids=lambda path: str(path.relative_to(ROOT)))
def test_read_sound__curated_file__as_by_the_model(path: Path) -> None:
    kind = kind_of_file(path)
    data = data_of(path, kind)
    assert values(read_sound(kind, data)) == values(MODELS[kind].model_validate(data))


@pytest.mark.parametrize(("kind", "path"), FAULTY, ids=lambda value: getattr(value, "stem", str(value)))
def test_read_sound__faulty_file__left_to_the_model(kind: str, path: Path) -> None:
    data = data_of(path, kind)
    found = read_sound(kind, data)
    assert found is None or values(found) == values(by_pydantic(kind, data))


CONFIG = {
    "data": "data",
    "event": "call",
    "severity": {"no-archive": "warning"},
    "ignore": ["no-url"],
    "lexicon": ["x"],
}
EVENT = {
    "title": "A call",
    "date": "2025-03-18",
    "expect": [
        {"only": {"kremlin": "hockey"}},
        {"conflict": {"kremlin": "a", "whitehouse": "b"}},
        {"counts": {"kremlin/whitehouse": {"conflict": "2"}}},
    ],
}
SOUND = [
    ("account", data_of(ROOT / "data/trump-putin-2025-03-18/kremlin.yaml", "account")),
    ("links", data_of(ROOT / "data/trump-putin-2025-03-18/links/kremlin--whitehouse.yaml", "links")),
    ("event", EVENT),
    ("config", CONFIG),
]
# Copied, since a further change may be made inside of what was put in.
ODD: st.SearchStrategy[Any] = st.sampled_from(
    ["", " ", "x", "X", "a b", "2025-02-29", "2024-02-29", "true", "no", "direct", "conflict", "0", "7", "kremlin/x", [], [""],
     {}, {"x": "y"}, {"a-b": []}, 3, True, None, "a" * 10_001, "0" * 8, "de-DE", ["scope"], ["scope", "scope"]]
).map(copy.deepcopy)  # fmt: skip


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw sound data of some kind with a few places of it changed, removed, or put in."""
    kind, sound = draw(st.sampled_from(SOUND))
    data = copy.deepcopy(sound)
    for _ in range(draw(st.integers(1, 3))):
        node = data
        while True:
            inner = [key for key in _keys(node) if isinstance(node[key], dict | list) and node[key]]
            if not inner or draw(st.booleans()):
                break
            node = node[draw(st.sampled_from(inner))]
        _change(draw, node)
    return kind, data


def _keys(node: Any) -> list[Any]:
    return list(node) if isinstance(node, dict) else list(range(len(node)))


def _change(draw: st.DrawFn, node: Any) -> None:
    keys = _keys(node)
    what = draw(st.sampled_from(["set", "remove", "put in"]))
    if what == "put in" and isinstance(node, dict):
        node[draw(st.sampled_from(["note", "quotes", "voice", "by", "unknown", "differences", "lead", "said"]))] = draw(
            ODD
        )
    elif what == "put in":
        node.append(draw(ODD))
    elif keys and what == "remove":
        del node[draw(st.sampled_from(keys))]
    elif keys:
        node[draw(st.sampled_from(keys))] = draw(ODD)


@given(changed())
def test_read_sound__changed_data__none_or_as_by_the_model(case: tuple[str, Any]) -> None:
    kind, data = case
    found = read_sound(kind, data)
    model = by_pydantic(kind, data)
    assert values(found) == values(model)


def test_compare__sound_files__without_pydantic() -> None:
    code = (
        "import sys; sys.argv = ['claimdiff', 'compare', 'kremlin', 'whitehouse']\n"
        "from claimdiff.cli.main import main\n"
        "try:\n    main()\nfinally:\n    print([m for m in sys.modules if m.startswith('pydantic')], file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.stderr == "[]\n"
