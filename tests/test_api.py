"""The examples of docs/api.md run as they stand."""

import doctest
import os
from pathlib import Path

import pytest
from factories import ROOT

import claimdiff


def test_api_page__every_example__gives_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(page, {}, "api.md", "docs/api.md", 0)
    out: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=out.append)
    assert result.attempted >= 10
    assert result.failed == 0, "".join(out)


def test_public_names__all__are_importable_and_documented() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in claimdiff.__all__:
        assert getattr(claimdiff, name) is not None
    assert [f for f in ("load_event", "compare", "judge", "similarity") if f"## `{f}(" not in page] == []


def test_unknown_name__is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = claimdiff.nothing


def test_load_event__from_elsewhere__by_path_and_by_start(tmp_path: Path) -> None:
    name = "trump-putin-2025-03-18"
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert claimdiff.load_event(ROOT / "data" / name).key == name
        assert claimdiff.load_event(name, start=ROOT).key == name
    finally:
        os.chdir(here)


def test_compare__one_account__is_refused() -> None:
    event = claimdiff.load_event("trump-putin-2025-03-18", start=ROOT)
    with pytest.raises(ValueError, match="at least two"):
        claimdiff.compare(event, ["kremlin"])


def test_compare__no_names__takes_the_principals() -> None:
    event = claimdiff.load_event("trump-putin-2025-03-18", start=ROOT)
    assert [a.key for a in claimdiff.compare(event).accounts] == ["kremlin", "trump", "whitehouse"]


def test_judge__no_text__is_refused() -> None:
    with pytest.raises(ValueError, match="at least one text"):
        claimdiff.judge([], "x")
