"""What a fit of the judge needs of every decided link: the features of its sides, and what was decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Event, LinkDecision
from claimdiff.comparison.sides import Readings
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading
from claimdiff.pipeline import read_account
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.features import features
from claimdiff.verdict.judge import gather, same_words
from claimdiff.vocabulary import Facet, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeSample:
    """One link that people decided: its sides, their features, the verdict and the facets; ``size`` counts its pairs of ids."""

    event: str
    left: tuple[Reading, ...]
    right: tuple[Reading, ...]
    values: dict[str, float]
    verdict: Verdict
    facets: frozenset[Facet]
    size: int


def judge_samples_of(events: Iterable[Event], lexicon: Lexicon) -> list[JudgeSample]:
    """Return a sample for every link that people decided, but for those whose sides have the same words.

    Those agree without any weights. The pair of accounts need not be reviewed to the end: what is decided on a link holds
    whatever is still open beside it.
    """
    return [sample for event in events for sample in _samples(event, lexicon)]


def _samples(event: Event, lexicon: Lexicon) -> Iterator[JudgeSample]:
    known = {account.key for account in event.accounts}
    for decisions in event.decisions:
        if not set(decisions.accounts) <= known:
            continue
        first, second = (event.account(key) for key in decisions.accounts)
        ours, theirs = read_account(first, event, lexicon), read_account(second, event, lexicon)
        for link in decisions.links:
            left, right = _readings(first, ours, link.left), _readings(second, theirs, link.right)
            if not link.proposed and not same_words(left, right):
                yield _sample(event.key, link, left, right)


def _readings(account: Account, readings: Readings, ids: Sequence[str]) -> tuple[Reading, ...]:
    places = {assertion.id: place for place, assertion in enumerate(account.assertions)}
    return tuple(readings[places[i]] for i in ids)


def _sample(event: str, link: LinkDecision, left: tuple[Reading, ...], right: tuple[Reading, ...]) -> JudgeSample:
    c = contrast(left, right)
    return JudgeSample(
        event=event,
        left=left,
        right=right,
        values=features(c, gather(c)),
        verdict=link.verdict,
        facets=frozenset(link.facets) or frozenset(difference.facet for difference in link.differences),
        size=len(left) * len(right),
    )
