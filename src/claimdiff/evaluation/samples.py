"""What a fit needs of every reviewed pair of accounts: the features of its pairs, and which of them are true."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Event
from claimdiff.alignment.assign import twins
from claimdiff.alignment.score import Measured
from claimdiff.alignment.units import profiles
from claimdiff.evaluation.tfidf import tfidf
from claimdiff.evaluation.truth import Truth, reviewed_pairs
from claimdiff.language.lexicon import Lexicon
from claimdiff.pipeline import read_account

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One reviewed pair of accounts, by index.

    ``values``: features of the pairs that share anything; ``plain``: their similarity by plain TF-IDF; ``true`` and
    ``doubtful``: pairs; ``silent`` and ``open_``: for each side the assertions that the other does not have, and those
    that count neither way; ``unmatched``: for each side the share of every assertion's words that are like no word of the
    other side.
    """

    event: str
    truth: Truth
    ids: tuple[tuple[str, ...], tuple[str, ...]]
    keys: tuple[tuple[str, ...], tuple[str, ...]]
    values: dict[Pair, tuple[float, ...]]
    plain: dict[Pair, float]
    same: tuple[Pair, ...]
    unmatched: tuple[tuple[float, ...], tuple[float, ...]]
    true: frozenset[Pair]
    doubtful: frozenset[Pair]
    silent: tuple[frozenset[int], frozenset[int]]
    open_: tuple[frozenset[int], frozenset[int]]

    @property
    def sizes(self) -> tuple[int, int]:
        """Return how many assertions each side has."""
        return len(self.keys[0]), len(self.keys[1])


def samples_of(events: Iterable[Event], lexicon: Lexicon) -> list[Sample]:
    """Return a sample for every reviewed pair of accounts of the events."""
    return [
        _sample(event, left, right, truth, lexicon) for event in events for left, right, truth in reviewed_pairs(event)
    ]


def _sample(event: Event, left: Account, right: Account, truth: Truth, lexicon: Lexicon) -> Sample:
    readings = read_account(left, event, lexicon), read_account(right, event, lexicon)
    ours, theirs = profiles(readings[0]), profiles(readings[1])
    index = tuple({a.id: i for i, a in enumerate(account.assertions)} for account in (left, right))
    measured = Measured(ours, theirs, lexicon)
    keys = tuple(one.key for one in ours), tuple(one.key for one in theirs)
    without = measured.unmatched()
    places = {"L": index[0], "R": index[1]}

    def by_side(placed: frozenset[tuple[str, str]]) -> tuple[frozenset[int], frozenset[int]]:
        left_, right_ = (frozenset(places[s][i] for s, i in placed if s == side) for side in ("L", "R"))
        return left_, right_

    return Sample(
        event=event.key,
        truth=truth,
        ids=(tuple(index[0]), tuple(index[1])),
        keys=keys,
        values=measured.values,
        plain=tfidf(*readings),
        same=tuple(twins(*keys)),
        unmatched=(tuple(without[0]), tuple(without[1])),
        true=frozenset((index[0][a], index[1][b]) for a, b in truth.links),
        doubtful=frozenset((index[0][a], index[1][b]) for a, b in truth.doubtful),
        silent=by_side(truth.silent),
        open_=by_side(truth.open_),
    )
