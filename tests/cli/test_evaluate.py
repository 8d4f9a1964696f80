"""``claimdiff evaluate``: figures, floors, and the weights that it writes."""

import json
import shutil
from pathlib import Path

import pytest
from cli.inside import run_inside
from evaluation.cases import EVENTS, LEXICON
from factories import DATA

from claimdiff.evaluation.refit import main as refit_command
from claimdiff.evaluation.refit import refit, weights_text

NAMES = [event.key for event in EVENTS]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of three curated events."""
    for name in NAMES:
        shutil.copytree(DATA / name, tmp_path / "data" / name)
    (tmp_path / "claimdiff.toml").write_text('data = "data"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_evaluate__leave_one_out__says_so_and_judges_by_other_weights(project: Path) -> None:
    seen = run_inside(project, "evaluate", "--format", "json")
    left_out = run_inside(project, "evaluate", "--leave-one-out", "--format", "json")
    assert (seen.returncode, left_out.returncode) == (0, 0)
    before, after = json.loads(seen.stdout), json.loads(left_out.stdout)
    assert (before["left_out"], after["left_out"]) == (False, True)
    assert before["total"]["links_given"] != after["total"]["links_given"]


def test_evaluate__leave_one_out__text_names_no_shipped_weights(project: Path) -> None:
    text = run_inside(project, "evaluate", "--leave-one-out").stdout
    assert text.startswith("3 events, each left out of the fit in turn\n")
    assert "shipped" not in text


@pytest.mark.slow
def test_evaluate__refit__the_file_that_the_module_writes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDIFF_TODAY", "2026-01-02")
    done = run_inside(project, "evaluate", "--refit", "weights.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 events, each left out of the fit in turn\n")
    assert refit_command(["--data", str(project / "data"), "--on", "2026-01-02", "--out", str(project / "other")]) == 0
    written = (project / "weights.json").read_bytes()
    assert written == (project / "other").read_bytes()
    assert written.decode() == weights_text(refit(EVENTS, LEXICON, made="2026-01-02"))


@pytest.mark.parametrize("more", [["--effort"], ["--matcher", "semantic"]])
def test_evaluate__refit_of_what_has_no_such_weights__refused(project: Path, more: list[str]) -> None:
    done = run_inside(project, "evaluate", "--refit", "weights.json", *more)
    assert (done.returncode, done.stderr) == (
        2,
        "claimdiff: --refit fits the default matcher: leave out --effort and --matcher\n",
    )
    assert not (project / "weights.json").exists()


def test_evaluate__refit_of_too_few_events__says_how_many_it_takes(project: Path) -> None:
    done = run_inside(project, "evaluate", NAMES[0], "--refit", "weights.json")
    assert (done.returncode, done.stderr) == (
        2,
        "claimdiff: a fit takes at least two events with decisions, and three where each is left out in turn\n",
    )
    assert not (project / "weights.json").exists()


def test_evaluate__floor_that_is_not_reached__says_which_and_exits_with_1(project: Path) -> None:
    done = run_inside(project, "evaluate", "--fail-under", "links=0.1,end-to-end=1")
    assert done.returncode == 1
    assert done.stderr.startswith("claimdiff: verdict macro-F1, end to end is 0.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xml"], "there is no format 'xml'; there are text, markdown, json"),
        (["--fail-under", "links"], '"links" gives links no number from 0 to 1; write, say, links=0.5'),
        (["--data", "nowhere"], "there are no events in nowhere"),
    ],
)
def test_evaluate__mistake__one_sentence(project: Path, arguments: list[str], message: str) -> None:
    done = run_inside(project, "evaluate", *arguments)
    assert (done.returncode, done.stderr) == (2, f"claimdiff: {message}\n")
