import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.cases import EVENT, EVENTS, LEXICON

from claimdiff.accounts.model import Event
from claimdiff.alignment.weights import load_weights, weights_from
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Options
from claimdiff.evaluation import refit as refitting
from claimdiff.evaluation.alarms import Alarms, false_alarms
from claimdiff.evaluation.evaluate import Evaluation, evaluate
from claimdiff.evaluation.judge_fit import JudgeFitter
from claimdiff.evaluation.judge_samples import judge_samples_of
from claimdiff.evaluation.logistic import TooFewEventsError
from claimdiff.evaluation.refit import main, refit, weights_text
from claimdiff.evaluation.reliability import Reliability
from claimdiff.evaluation.render import (
    EVALUATION_FORMATS,
    interval,
    render_evaluation_json,
    render_evaluation_markdown,
    render_evaluation_text,
)
from claimdiff.evaluation.tally import Prediction
from claimdiff.evaluation.truth import truth_of
from claimdiff.pipeline import compare_accounts
from claimdiff.verdict.weights import Weights as JudgeWeights
from claimdiff.verdict.weights import load_weights as load_judge_weights
from claimdiff.vocabulary import Verdict

WEIGHTS = load_weights()
JUDGE = load_judge_weights()


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    return evaluate(EVENTS, lexicon=LEXICON, weights=WEIGHTS)


def test_evaluate__events__total_is_the_sum(measured: Evaluation) -> None:
    assert list(measured.events) == [event.key for event in EVENTS]
    for kind in ("links", "sure", "omissions", "likely"):
        parts = [getattr(outcome.matcher, kind) for outcome in measured.events.values()]
        total = getattr(measured.total.matcher, kind)
        assert (total.tp, total.fp, total.fn) == tuple(sum(getattr(p, n) for p in parts) for n in ("tp", "fp", "fn"))


def test_evaluate__links_given__every_true_pair_is_judged(measured: Evaluation) -> None:
    for event in EVENTS:
        truth = truth_of(event, event.decisions[0])
        assert measured.events[event.key].given.shared == len(truth.links)


def test_evaluate__leave_one_out__weights_have_not_seen_the_event() -> None:
    steps: list[tuple[int, int]] = []
    found = evaluate(
        EVENTS[:1],
        lexicon=LEXICON,
        weights=WEIGHTS,
        leave_one_out=True,
        fitting=EVENTS,
        progress=lambda done, total: steps.append((done, total)),
    )
    assert found.left_out
    assert steps == [(1, 1)]
    assert found.weights[EVENTS[0].key] != WEIGHTS


def test_evaluate__leave_one_out__judged_by_weights_that_have_not_seen_the_event() -> None:
    event, others = EVENTS[0], judge_samples_of(EVENTS[1:], LEXICON)
    without = JudgeFitter(others).fit()
    found = evaluate([event], lexicon=LEXICON, weights=WEIGHTS, leave_one_out=True, fitting=EVENTS)
    by_hand = evaluate([event], lexicon=LEXICON, weights=found.weights[event.key], judge=without)
    shipped = evaluate([event], lexicon=LEXICON, weights=found.weights[event.key])
    assert found.total == replace(by_hand.total, plain=found.total.plain)
    assert found.total.given != shipped.total.given


def test_evaluate__judge_given__used_though_each_is_left_out() -> None:
    conflict = replace(JUDGE, classes=((Verdict.CONFLICT, None),), table={"bias": [1.0]})
    found = evaluate(
        EVENTS[:1], lexicon=LEXICON, weights=WEIGHTS, judge=conflict, leave_one_out=True, fitting=EVENTS
    ).total.given.verdicts[Verdict.CONFLICT]
    shipped = evaluate(EVENTS[:1], lexicon=LEXICON, weights=WEIGHTS).total.given.verdicts[Verdict.CONFLICT]
    assert found.tp + found.fp > shipped.tp + shipped.fp


def test_evaluate__other_way_to_compare__is_given_the_judge_that_is_left_out() -> None:
    asked = []

    def comparing(event: Event, accounts: tuple[str, str], judge: JudgeWeights | None) -> Comparison:
        asked.append((event.key, accounts, judge))
        pair = [event.account(key) for key in accounts]
        report = compare_accounts(event, pair, options=Options(), lexicon=LEXICON, weights=WEIGHTS)
        return report.comparisons[0]

    evaluate(EVENTS, lexicon=LEXICON, weights=WEIGHTS, leave_one_out=True, comparing=comparing)
    evaluate(EVENTS[:1], lexicon=LEXICON, weights=WEIGHTS, comparing=comparing)
    fitter = JudgeFitter(judge_samples_of(EVENTS, LEXICON))
    assert asked == [
        *((e.key, e.decisions[0].accounts, fitter.fit(frozenset({e.key}))) for e in EVENTS),
        (EVENTS[0].key, EVENTS[0].decisions[0].accounts, None),
    ]


@pytest.mark.parametrize("count", [1, 2])
def test_evaluate__too_few_to_leave_one_out__says_how_many_it_takes(count: int) -> None:
    with pytest.raises(TooFewEventsError, match="and three where each is left out in turn"):
        evaluate(EVENTS[:count], lexicon=LEXICON, weights=WEIGHTS, leave_one_out=True)


def test_evaluate__no_reviewed_pair__value_error() -> None:
    with pytest.raises(ValueError, match="no pair of accounts is reviewed"):
        evaluate([replace(EVENT, decisions=())], lexicon=LEXICON, weights=WEIGHTS)


def test_evaluate__event_without_decisions__passed_over() -> None:
    found = evaluate([*EVENTS[:1], Event(key="bare")], lexicon=LEXICON, weights=WEIGHTS)
    assert list(found.events) == [EVENTS[0].key]


def test_false_alarms__unrelated_events__none_sure() -> None:
    weights = {event.key: WEIGHTS for event in EVENTS}
    found = false_alarms(EVENTS, weights, LEXICON)
    assert (found.comparisons > 0, found.sure) == (True, 0)
    assert found.share == 0.0


def test_false_alarms__one_event_twice__related_and_not_compared() -> None:
    assert false_alarms([EVENTS[0], EVENTS[0]], {EVENTS[0].key: WEIGHTS}, LEXICON) == Alarms()


def test_reliability__candidates__counted_by_score() -> None:
    truth = truth_of(EVENT, EVENT.decisions[0])
    scores = {("a1", "b1"): 0.85, ("a2", "b1"): 0.84, ("a3", "b3"): 0.8, ("a4", "b4"): 1.0, ("a4", "b1"): 0.0}
    found = Reliability()
    found.add(truth, Prediction(sure={}, chosen={}, likely=frozenset(), candidates=scores))
    assert {b.low: (b.count, b.links, round(b.predicted, 2)) for b in found.bins if b.count} == {
        0.0: (1, 0, 0.0),
        0.8: (2, 1, 1.69),
        0.9: (1, 0, 1.0),
    }


def test_render__text__a_row_an_event_and_every_figure(measured: Evaluation) -> None:
    text = render_evaluation_text(measured)
    assert text.startswith("3 events, by the shipped weights, which have seen them\n")
    for words in (*measured.events, "links F1", "TF-IDF", "false alarms", "sure links:", "standard deviation"):
        assert words in text


def test_render__markdown__tables_of_even_rows(measured: Evaluation) -> None:
    tables = render_evaluation_markdown(measured).split("\n\n")
    for table in tables:
        if table.startswith("|"):
            assert len({row.count("|") for row in table.strip().split("\n")}) == 1


def test_render__json__same_figures(measured: Evaluation) -> None:
    data = json.loads(render_evaluation_json(measured))
    assert data["total"]["matcher"] == json.loads(json.dumps(measured.total.matcher.figures()))
    assert data["total"]["tfidf"]["links"]["tp"] == measured.total.plain.links.tp
    assert set(data["events"]) == set(measured.events)
    assert sum(b["candidates"] for b in data["reliability"]) == sum(b.count for b in measured.reliability.bins)


def test_render__event_with_marks_in_its_name__escaped(measured: Evaluation) -> None:
    outcome = next(iter(measured.events.values()))
    odd = replace(measured, events={"a|b\x1b[31m": outcome}, left_out=True)
    assert "\x1b" not in "".join(of(odd) for name, of in EVALUATION_FORMATS.items() if name != "json")
    assert "a\\|b" in render_evaluation_markdown(odd)
    assert render_evaluation_text(odd).startswith("1 event, each left out of the fit in turn\n")


def test_render__nothing_called__says_so() -> None:
    from claimdiff.evaluation.evaluate import Outcome

    empty = Evaluation(
        left_out=True, events={"e": Outcome()}, total=Outcome(), reliability=Reliability(), alarms=Alarms(), weights={}
    )
    text = render_evaluation_text(empty)
    assert "sure links: none called" in text
    assert "false alarms" not in text


@pytest.mark.parametrize(
    ("right", "calls", "expected"), [(0, 10, (0.0, 0.28)), (10, 10, (0.72, 1.0)), (9, 10, (0.6, 0.98))]
)
def test_interval__share__wilson(right: int, calls: int, expected: tuple[float, float]) -> None:
    low, high = interval(right, calls)
    assert (round(low, 2), round(high, 2)) == expected


def test_refit__events__weights_with_date_command_and_figures() -> None:
    made = refit(EVENTS, LEXICON, made="2026-01-02")
    assert (made.made, made.command) == (
        "2026-01-02",
        "python -m claimdiff.evaluation.refit --data data --on 2026-01-02",
    )
    assert made.figures["events left out"] == 3
    assert "links F1" in made.figures
    assert "facets F1, links given" not in made.figures
    assert weights_from(json.loads(weights_text(made))) == made


@pytest.mark.slow
def test_refit__figures_measured_already__same_weights() -> None:
    found = evaluate(EVENTS, lexicon=LEXICON, weights=WEIGHTS, leave_one_out=True)
    assert refit(EVENTS, LEXICON, made="2026-01-02", found=found) == refit(EVENTS, LEXICON, made="2026-01-02")


@pytest.mark.slow
def test_main__write_then_check__current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(refitting, "events_in", lambda folder: EVENTS)
    out = tmp_path / "weights.json"
    arguments = ["--data", "data", "--on", "2026-01-02", "--out", str(out)]
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0
    assert main([*arguments[:3], "2026-01-03", *arguments[4:], "--check"]) == 1
    assert "is not current: run python -m claimdiff.evaluation.refit" in capsys.readouterr().err


def test_events_in__data__those_with_decisions(tmp_path: Path) -> None:
    from factories import DATA
    from factories import EVENTS as NAMES

    assert [event.key for event in refitting.events_in(DATA)] == list(NAMES)
