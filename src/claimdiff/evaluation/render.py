"""Show an evaluation as text, JSON or markdown; nothing is computed here."""

import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from claimdiff.display import safe
from claimdiff.evaluation.evaluate import Evaluation, Outcome
from claimdiff.evaluation.floors import FIGURES
from claimdiff.evaluation.tally import Score, Tally, rounded

Column = tuple[str, Callable[[Outcome], float | None]]

COLUMNS: tuple[Column, ...] = (
    ("links F1", lambda o: o.matcher.links.f1),
    ("sure P", lambda o: o.matcher.sure.precision),
    ("sure R", lambda o: o.matcher.sure.recall),
    ("omissions F1", lambda o: o.matcher.omissions.f1),
    ("likely P", lambda o: o.matcher.likely.precision),
    ("likely share", lambda o: o.matcher.likely.recall),
    ("top 1", lambda o: o.matcher.top(1)),
    ("top 3", lambda o: o.matcher.top(3)),
    ("top 5", lambda o: o.matcher.top(5)),
    ("verdicts", lambda o: o.given.accuracy),
    ("facets", lambda o: o.given.facets.f1),
    ("end to end", lambda o: o.matcher.macro_f1),
)


def render_evaluation_text(evaluation: Evaluation) -> str:
    """Return the evaluation as plain text: a row an event, all of them, the figures beside plain TF-IDF, reliability."""
    width = max(len(name) for name in (*evaluation.events, "all events"))
    heads = [name for name, _ in COLUMNS]
    lines = [_heading(evaluation), "", " ".join([" " * width, *(f"{head:>12}" for head in heads)])]
    rows = {safe(name): outcome for name, outcome in evaluation.events.items()} | {"all events": evaluation.total}
    for name, outcome in rows.items():
        lines.append(" ".join([f"{name:{width}}", *(f"{_shown(of(outcome)):>12}" for _, of in COLUMNS)]))
    lines += ["", f"{'':44} {'claimdiff':>10} {'TF-IDF':>8}"]
    plain = _plainly(evaluation)
    for label, of in FIGURES.values():
        lines.append(f"{label:44} {_shown(of(evaluation)):>10} {_shown(of(plain)):>8}")
    lines += ["", *_sentences(evaluation), "", "score       candidates  predicted  links"]
    for b in evaluation.reliability.bins:
        if b.count:
            mean, share = b.predicted / b.count, b.links / b.count
            lines.append(f"{b.low:.2f}–{b.high:.2f} {b.count:>10} {mean:>10.3f} {share:>6.3f}")
    return "\n".join(lines) + "\n"


def render_evaluation_markdown(evaluation: Evaluation) -> str:
    """Return the evaluation as markdown tables."""
    heads = [name for name, _ in COLUMNS]
    lines = [_heading(evaluation), "", "| figure | claimdiff | TF-IDF |", "| --- | ---: | ---: |"]
    plain = _plainly(evaluation)
    lines += [f"| {label} | {_shown(of(evaluation))} | {_shown(of(plain))} |" for label, of in FIGURES.values()]
    lines += ["", *_sentences(evaluation), "", _row(["event", *heads]), _row(["---", *["---:"] * len(heads)])]
    rows = {safe(name): outcome for name, outcome in evaluation.events.items()} | {"all events": evaluation.total}
    for name, outcome in rows.items():
        lines.append(_row([name.replace("|", "\\|"), *(_shown(of(outcome)) for _, of in COLUMNS)]))
    lines += ["", _row(["score", "candidates", "predicted", "links"]), _row(["---", "---:", "---:", "---:"])]
    for b in evaluation.reliability.bins:
        if b.count:
            mean, share = b.predicted / b.count, b.links / b.count
            lines.append(_row([f"{b.low:.2f}–{b.high:.2f}", str(b.count), f"{mean:.3f}", f"{share:.3f}"]))
    return "\n".join(lines) + "\n"


def render_evaluation_json(evaluation: Evaluation) -> str:
    """Return the evaluation as JSON, two spaces deep, with a final newline; figures have four places."""
    alarms = evaluation.alarms
    data = {
        "schema_version": 1,
        "left_out": evaluation.left_out,
        "total": _outcome(evaluation.total),
        "events": {name: _outcome(outcome) for name, outcome in evaluation.events.items()},
        "false_alarms": {
            "comparisons": alarms.comparisons,
            "assertions": alarms.assertions,
            "in_sure_links": alarms.sure,
            "in_chosen_links": alarms.chosen,
            "share": rounded(alarms.share),
        },
        "reliability": [
            {
                "from": b.low,
                "to": b.high,
                "candidates": b.count,
                "predicted": rounded(b.predicted / b.count) if b.count else None,
                "links": rounded(b.links / b.count) if b.count else None,
            }
            for b in evaluation.reliability.bins
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _outcome(outcome: Outcome) -> dict[str, Any]:
    given = outcome.given.figures()
    return {
        "matcher": outcome.matcher.figures(),
        "links_given": {key: given[key] for key in ("verdict_accuracy", "verdict_macro_f1", "verdicts", "facets")},
        "tfidf": outcome.plain.figures(),
    }


def _plainly(evaluation: Evaluation) -> Evaluation:
    """Return the evaluation with plain TF-IDF in the matcher's place, so that the same figures can be taken of it."""
    plain = evaluation.total.plain
    return Evaluation(
        left_out=True,
        events={},
        total=Outcome(matcher=plain, given=Score(facets=Tally(fn=1))),
        reliability=evaluation.reliability,
        alarms=evaluation.alarms,
        weights={},
    )


def _heading(evaluation: Evaluation) -> str:
    how = "each left out of the fit in turn" if evaluation.left_out else "by the shipped weights, which have seen them"
    count = len(evaluation.events)
    return f"{count} {'event' if count == 1 else 'events'}, {how}"


def _sentences(evaluation: Evaluation) -> list[str]:
    matcher, alarms = evaluation.total.matcher, evaluation.alarms
    found = []
    for name, tally in (("sure links", matcher.sure), ("likely omissions", matcher.likely)):
        calls = tally.tp + tally.fp
        if calls:
            low, high = interval(tally.tp, calls)
            found.append(f"{name}: {tally.tp} of {calls} right, 95% interval {low:.2f} to {high:.2f}")
        else:
            found.append(f"{name}: none called")
    if alarms.share is not None:
        found.append(
            f"false alarms: {alarms.sure} of {alarms.assertions} assertions in a sure link ({alarms.share:.4f}) over "
            f"{alarms.comparisons} comparisons of unrelated events"
        )
    spread = _spread([o.matcher.links.f1 for o in evaluation.events.values()])
    if spread is not None:
        found.append(f"links F1 over events: mean {spread[0]:.3f}, standard deviation {spread[1]:.3f}")
    return found


def interval(right: int, calls: int) -> tuple[float, float]:
    """Return the Wilson interval of a share at 95% (Wilson 1927)."""
    z = 1.959964
    share = right / calls
    middle = share + z * z / (2 * calls)
    half = z * math.sqrt(share * (1 - share) / calls + z * z / (4 * calls * calls))
    scale = 1 + z * z / calls
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def _spread(values: list[float | None]) -> tuple[float, float] | None:
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    mean = sum(known) / len(known)
    return mean, math.sqrt(sum((value - mean) ** 2 for value in known) / (len(known) - 1))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


EVALUATION_FORMATS: Mapping[str, Callable[[Evaluation], str]] = {
    "text": render_evaluation_text,
    "markdown": render_evaluation_markdown,
    "json": render_evaluation_json,
}
