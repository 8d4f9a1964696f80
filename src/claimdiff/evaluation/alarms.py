"""How often the matcher is sure of links between accounts of events that have nothing to do with each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Event
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import Weights
from claimdiff.evaluation.truth import reviewed_pairs
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading
from claimdiff.pipeline import read_account

OFTEN = 0.1
"""Two events are related where they share a party that more than this share of the assertions of both name."""

PARTNERS = 6
"""With how many unrelated events each event is compared."""


@dataclass(slots=True)
class Alarms:
    """Assertions of both sides over all comparisons of unrelated events, and how many stand in a sure or chosen link."""

    comparisons: int = 0
    assertions: int = 0
    sure: int = 0
    chosen: int = 0

    @property
    def share(self) -> float | None:
        """Return the share of assertions in a sure link, None where there was nothing to compare."""
        return self.sure / self.assertions if self.assertions else None


def false_alarms(events: Sequence[Event], weights: Mapping[str, Weights], lexicon: Lexicon) -> Alarms:
    """Compare the first account of each event with the second account of unrelated ones, by the first event's weights."""
    read: list[tuple[str, tuple[Sequence[Reading], Sequence[Reading]]]] = []
    for event in events:
        for left, right, _ in reviewed_pairs(event):
            read.append((event.key, (read_account(left, event, lexicon), read_account(right, event, lexicon))))
    alarms = Alarms()
    parties = [_parties((*sides[0], *sides[1])) for _, sides in read]
    for k, (key, ours) in enumerate(read):
        others = [(k + step) % len(read) for step in range(1, len(read))]
        for other in [n for n in others if not parties[k] & parties[n]][:PARTNERS]:
            theirs = read[other][1]
            found = align(ours[0], theirs[1], lexicon=lexicon, weights=weights[key])
            alarms.comparisons += 1
            alarms.assertions += len(ours[0]) + len(theirs[1])
            for link in found.links:
                alarms.sure += (len(link.left) + len(link.right)) if link.sure else 0
                alarms.chosen += (len(link.left) + len(link.right)) if link.chosen else 0
    return alarms


def _parties(readings: Sequence[Reading]) -> frozenset[str]:
    named = Counter(party for reading in readings for party in {mention.party for mention in reading.actors})
    return frozenset(party for party, count in named.items() if count > OFTEN * len(readings))
