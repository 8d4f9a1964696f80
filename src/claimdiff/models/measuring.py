"""The matchers that a model makes, as an evaluation measures them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from claimdiff.accounts.model import Decisions, Event
from claimdiff.alignment.align import align
from claimdiff.alignment.model import Alignment
from claimdiff.alignment.weights import Weights, load_weights
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Curation, Options
from claimdiff.evaluation.evaluate import Comparing
from claimdiff.evaluation.fit import Fitter as WordFitter
from claimdiff.evaluation.samples import samples_of
from claimdiff.language.lexicon import Lexicon
from claimdiff.models.cache import Cache
from claimdiff.models.fit import Fitter
from claimdiff.models.prompt import prompts
from claimdiff.models.reply import NoJsonError, parse_reply, validated
from claimdiff.models.semantic import align_semantic, load_semantic
from claimdiff.models.vectors import load_vectors
from claimdiff.pipeline import compare_accounts
from claimdiff.verdict.weights import Weights as JudgeWeights


class NoReplyError(ValueError):
    """The replies of a model that are kept do not hold one that is needed."""


def matchers(
    name: str,
    events: Sequence[Event],
    lexicon: Lexicon,
    weights: Weights,
    *,
    model: Path | None = None,
    leave_one_out: bool = False,
) -> Callable[[str], Callable[..., Alignment]]:
    """Return what gives the matcher for an event: ``default``, or ``semantic`` with the vectors of a model.

    With ``leave_one_out`` its weights are fitted to the other events; else they are ``weights``, or the shipped ones.
    Raise MissingModel where the vectors cannot be had.
    """
    if name == "default":
        if not leave_one_out:
            return lambda _: partial(align, lexicon=lexicon, weights=weights)
        words = WordFitter(samples_of(events, lexicon))
        return lambda key: partial(align, lexicon=lexicon, weights=words.fit(frozenset({key})))
    vectors = load_vectors(model)
    if not leave_one_out:
        return lambda _: partial(align_semantic, lexicon=lexicon, weights=load_semantic(), vectors=vectors)
    both = Fitter(events, samples_of(events, lexicon), vectors)
    return lambda key: partial(align_semantic, lexicon=lexicon, weights=both.fit(frozenset({key})), vectors=vectors)


def by_matcher(lexicon: Lexicon, matcher: Callable[[str], Callable[..., Alignment]]) -> Comparing:
    """Return what compares two accounts of an event by the matcher that is given for it."""

    def comparing(event: Event, accounts: tuple[str, str], judge: JudgeWeights | None) -> Comparison:
        pair = [event.account(key) for key in accounts]
        report = compare_accounts(
            event,
            pair,
            options=Options(curation=Curation.IGNORE),
            lexicon=lexicon,
            weights=load_weights,
            matcher=matcher(event.key),
            judge_weights=judge,
        )
        return report.comparisons[0]

    return comparing


def by_replies(lexicon: Lexicon, weights: Weights, cache: Cache, model: str) -> Comparing:
    """Return what compares two accounts by the links that a model proposed, with its verdicts and facets.

    Candidates are those of the shipped matcher. Nobody is asked: raise NoReplyError where a reply is not kept.
    """

    def comparing(event: Event, accounts: tuple[str, str], judge: JudgeWeights | None) -> Comparison:
        del judge  # the model judged for itself
        left, right = pair = [event.account(key) for key in accounts]
        raw = []
        for prompt in prompts(left, right):
            kept = cache.get(model, prompt.messages)
            if kept is None:
                message = (
                    f"no reply of {model} on {left.key} and {right.key} of {event.key} is kept; claimdiff propose asks"
                )
                raise NoReplyError(message)
            try:
                raw += parse_reply(kept.text)
            except NoJsonError as error:
                raise NoReplyError(str(error)) from error
        links = validated(raw, left, right, by=model).links
        only = replace(event, decisions=(Decisions(accounts=accounts, links=links),))
        options = Options(curation=Curation.ONLY)
        return compare_accounts(only, pair, options=options, lexicon=lexicon, weights=weights).comparisons[0]

    return comparing
