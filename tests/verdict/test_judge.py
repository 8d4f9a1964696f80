"""The verdict on two sides, its differences, and the laws that hold for every text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import by_weights, decide, gather, judge_readings
from claimdiff.verdict.model import Judgement, Place, ReadingDifference
from claimdiff.verdict.weights import Chances, Weights, load_weights
from claimdiff.vocabulary import Facet, Verdict, gravest

LEXICON = load_lexicon()
DATA = Path(__file__).parent.parent.parent / "data"
AUXILIARIES = ("will", "would", "is", "are", "was", "were", "has", "have", "can", "should")


def side(*texts: str) -> list[Reading]:
    return [read(text, lexicon=LEXICON) for text in texts]


def judge(left: str, right: str) -> Judgement:
    return judge_readings(side(left), side(right))


def brief(judgement: Judgement) -> tuple[str, list[str]]:
    return judgement.verdict.value, [f"{d.facet.value} {d.verdict.value}" for d in judgement.differences]


def texts() -> list[str]:
    """Return the texts of all curated assertions."""
    found = []
    for path in sorted(DATA.glob("*/*.yaml")):
        account = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [assertion["text"] for assertion in account.get("assertions", ())]
    return found


TEXTS = texts()


def test_judge_readings__same_words__agree() -> None:
    assert judge("Peru opened the port.", "peru opened the port") == Judgement(
        verdict=Verdict.AGREE, judged=True, differences=()
    )


def test_judge_readings__same_texts_in_other_order__agree() -> None:
    a, b = "Peru opened the port.", "Chile closed a mine."
    assert judge_readings(side(a, b), side(b, a)).verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The crew would not accept the deal made in Lima.",
            "The crew rejected the agreement on 12 May with most of the vote.",
        ),
        (
            "The text rules out the use of ferries for smuggling.",
            "Peru agreed to keep ferries from being used for smuggling.",
        ),
        ("Chile ruled out fishing in the bay.", "Chile agreed not to fish in the bay."),
    ],
)
def test_judge_readings__refused_in_other_words__no_conflict(left: str, right: str) -> None:
    assert judge(left, right).verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The crew accepted the deal.", "The crew rejected the deal."),
        ("The crew would not accept the deal.", "The crew accepted the deal."),
        ("Chile agreed to fish in the bay.", "Chile agreed not to fish in the bay."),
    ],
)
def test_judge_readings__refused_and_accepted__conflict(left: str, right: str) -> None:
    assert judge(left, right).verdict is Verdict.CONFLICT


def test_judge_readings__negated__whole_judgement() -> None:
    assert judge("Peru signed the treaty.", "Peru did not sign the treaty.") == Judgement(
        verdict=Verdict.CONFLICT,
        judged=True,
        differences=(
            ReadingDifference(
                facet=Facet.POLARITY,
                verdict=Verdict.CONFLICT,
                left=Place(index=0, start=5, end=11, words="signed"),
                right=Place(index=0, start=9, end=17, words="not sign"),
                explanation="One side negates what the other says.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Norway will send 40 trucks.", "Norway will send 60 trucks.", "conflict", id="number"),
        pytest.param("Talks took place in Oslo.", "Talks took place in Lima.", "conflict", id="place"),
        pytest.param("The truce starts on Monday.", "The truce starts on Friday.", "conflict", id="day"),
        pytest.param("Norway will pay.", "Norway was asked to pay.", "conflict", id="asked"),
        pytest.param("Norway will release the captives.", "Norway will free the captives.", "agree", id="synonym"),
        pytest.param("All boats sank.", "Boats sank.", "partial", id="all"),
        pytest.param("They met at the harbour wall.", "Apples ripen slowly.", "partial", id="unrelated"),
    ],
)
def test_judge_readings__one_change__verdict(left: str, right: str, expected: str) -> None:
    judgement = judge(left, right)
    if expected == "agree":
        assert judgement.verdict is not Verdict.CONFLICT
    else:
        assert judgement.verdict.value == expected


def test_judge_readings__governments_by_their_seats__no_other_place() -> None:
    judgement = judge("China calls on Washington to lift sanctions.", "Beijing urged the US to remove the sanctions.")
    assert (judgement.verdict is Verdict.CONFLICT, judgement.differences) == (False, ())


def test_judge_readings__nothing_comparable__not_judged() -> None:
    judgement = judge("They met at the harbour wall.", "Apples ripen slowly.")
    assert (judgement.verdict, judgement.judged) == (Verdict.PARTIAL, False)


def test_judge_readings__several_texts__place_names_its_reading() -> None:
    judgement = judge_readings(side("Chile waits.", "Peru signed the treaty."), side("Peru did not sign the treaty."))
    left = next(d.left for d in judgement.differences if d.facet is Facet.POLARITY)
    assert left is not None
    assert (left.index, left.words) == (1, "signed")


def weights(verdict: Verdict, facet: Facet | None, *, sure: float = 5.0) -> Weights:
    """Return weights that always give the verdict, and name the facet."""
    classes = tuple((v, None) for v in Verdict)
    facets = {f: {"bias": sure if f is facet else -sure} for f in Facet}
    return Weights(
        classes=classes, table={"bias": [5.0 if v is verdict else 0.0 for v in Verdict]}, facets=facets, threshold=0.5
    )


@pytest.mark.parametrize(
    ("left", "right", "verdict", "facet", "expected"),
    [
        pytest.param("Peru told Chile that ice melts.", "Chile told Peru that rain comes.", Verdict.PARTIAL, Facet.SCOPE,
                     ("partial", ["scope partial"]), id="scope"),
        pytest.param("Peru called it a terrible plan.", "Chile told of a journey.", Verdict.CONFLICT, Facet.FRAMING,
                     ("conflict", ["framing conflict"]), id="framing"),
        pytest.param("Peru denied a tale.", "Chile told of a journey.", Verdict.CONFLICT, Facet.POLARITY,
                     ("conflict", ["polarity conflict"]), id="polarity"),
        pytest.param("Peru told of no tale.", "Chile told of a journey.", Verdict.CONFLICT, Facet.POLARITY,
                     ("conflict", ["polarity conflict"]), id="no"),
        pytest.param("Peru told of ice.", "Chile told of rain.", Verdict.CONFLICT, Facet.SCOPE,
                     ("partial", ["scope partial"]), id="silence carries no conflict"),
        pytest.param("Peru told of ice.", "Chile told of rain.", Verdict.CONFLICT, Facet.ACTOR,
                     ("conflict", ["actor conflict"]), id="actor"),
        pytest.param("Peru proposed ice.", "Chile told of rain.", Verdict.PARTIAL, Facet.COMMITMENT,
                     ("partial", ["commitment partial"]), id="commitment"),
        pytest.param("Peru told of ten boats.", "Chile told of rain.", Verdict.CONFLICT, Facet.QUANTITY,
                     ("partial", ["quantity partial"]), id="value on one side"),
        pytest.param("The soup is terrible.", "A wonderful journey.", Verdict.CONFLICT, Facet.FRAMING,
                     ("partial", ["framing partial"]), id="no party speaks"),
        pytest.param("Peru told of rain.", "Peru spoke of rain.", Verdict.AGREE, Facet.SCOPE, ("agree", []), id="agree"),
        pytest.param("Peru told of rain.", "Peru spoke of no rain.", Verdict.AGREE, Facet.SCOPE,
                     ("conflict", ["polarity conflict"]), id="negated never agrees"),
        pytest.param("Peru told of rain.", "Chile spoke at length of many boats and did not refuse.", Verdict.AGREE,
                     Facet.SCOPE, ("partial", ["scope partial"]), id="other negations never agree"),
        pytest.param("Peru denied a tale.", "Chile rejected a journey.", Verdict.CONFLICT, Facet.POLARITY,
                     ("partial", ["polarity partial"]), id="both deny"),
    ],
)  # fmt: skip
def test_decide__weights__shown_by_words(
    left: str, right: str, verdict: Verdict, facet: Facet, expected: tuple[str, list[str]]
) -> None:
    assert brief(decide(side(left), side(right), weights(verdict, facet))) == expected


def test_judge_readings__weights_given__take_the_place_of_the_shipped() -> None:
    left, right = side("Peru told of ice."), side("Chile told of rain.")
    given = weights(Verdict.CONFLICT, Facet.ACTOR)
    assert judge_readings(left, right, weights=given) == decide(left, right, given)
    assert judge_readings(left, right) == decide(left, right, load_weights()) != decide(left, right, given)


def test_by_weights__no_words_for_the_facet__partial_not_judged() -> None:
    c = contrast(side("of the"), side("to the"))
    chances = Chances(
        verdicts={Verdict.AGREE: 0.0, Verdict.PARTIAL: 1.0, Verdict.CONFLICT: 0.0}, facets={Facet.PLACE: 0.9}
    )
    assert by_weights(c, gather(c), chances, 0.5) == Judgement(verdict=Verdict.PARTIAL, judged=False, differences=())


@pytest.mark.parametrize(
    ("agree", "expected"),
    [pytest.param(0.34, Verdict.AGREE, id="half as likely"), pytest.param(0.32, Verdict.PARTIAL, id="less than half")],
)
def test_by_weights__agreement__counts_double(agree: float, expected: Verdict) -> None:
    c = contrast(side("Peru told of rain."), side("Peru spoke of rain."))
    verdicts = {Verdict.AGREE: agree, Verdict.PARTIAL: 1.0 - agree, Verdict.CONFLICT: 0.0}
    chances = Chances(verdicts=verdicts, facets={Facet.SCOPE: 0.9})
    assert by_weights(c, gather(c), chances, 0.5).verdict is expected


@given(st.sampled_from(TEXTS))
@settings(max_examples=60, deadline=None)
def test_law__text_against_itself__agree(text: str) -> None:
    assert judge(text, text) == Judgement(verdict=Verdict.AGREE, judged=True, differences=())


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
@settings(max_examples=60, deadline=None)
def test_law__sides_swapped__mirrored(left: str, right: str) -> None:
    there, back = judge(left, right), judge(right, left)
    assert (back.verdict, back.judged) == (there.verdict, there.judged)
    assert [(d.facet, d.verdict, d.right, d.left, d.explanation) for d in back.differences] == [
        (d.facet, d.verdict, d.left, d.right, d.explanation) for d in there.differences
    ]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
@settings(max_examples=60, deadline=None)
def test_law__differences__verbatim_words_and_gravest_verdict(left: str, right: str) -> None:
    judgement = judge(left, right)
    for difference in judgement.differences:
        for place, text in ((difference.left, left), (difference.right, right)):
            assert place is None or text[place.start : place.end] == place.words != ""
        assert difference.explanation.endswith((".", ";")) or difference.explanation
    if judgement.differences:
        assert judgement.verdict is gravest([d.verdict for d in judgement.differences])


def negated(text: str) -> str | None:
    """Return the text with its first auxiliary negated, None where it has none."""
    words = text.split(" ")
    for i, word in enumerate(words):
        if word in AUXILIARIES and "not" not in words[i + 1 : i + 2]:
            return " ".join([*words[: i + 1], "not", *words[i + 1 :]])
    return None


def test_law__predicate_negated__never_agree() -> None:
    changed = [(text, other) for text in TEXTS if (other := negated(text))]
    assert len(changed) > 100
    assert [other for text, other in changed if judge(text, other).verdict is Verdict.AGREE] == []


NUMBERED = [text for text in TEXTS if any(word.isdecimal() and len(word) < 4 for word in text.split(" "))]


@given(st.sampled_from(NUMBERED), st.integers(min_value=1, max_value=40))
@settings(max_examples=100, deadline=None)
def test_law__number_changed__never_agree(text: str, more: int) -> None:
    words = text.split(" ")
    index = next(i for i, word in enumerate(words) if word.isdecimal() and len(word) < 4)
    words[index] = str(int(words[index]) + more)
    assert judge(text, " ".join(words)).verdict is not Verdict.AGREE


@pytest.mark.parametrize(("left", "right"), [("agreed 20", "agreed 30 rejected"), ("said 5", "said: 6 said")])
def test_judge__scraps_of_a_sentence__are_judged_without_a_fall(left: str, right: str) -> None:
    assert judge(left, right).verdict is not Verdict.AGREE
