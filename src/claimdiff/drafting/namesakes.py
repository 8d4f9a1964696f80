"""Tell names that are not whose they look: another person of a known surname, two that differ in a letter."""

from collections import Counter
from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.runs import name_runs

_SPOKE = frozenset(
    "said says told denied denies declined announced confirmed insisted accused called warned argued claimed added".split()
)
_TWICE = 2


def namesakes(found: Sequence[Spoken], known: frozenset[str]) -> frozenset[str]:
    """Return the surnames of the lexicon's people that the text gives with another first name: "Margus Kallas"."""
    surnames = set()
    for spoken in found:
        for run in name_runs(spoken.tokens, known):
            for mention in spoken.actors:
                alone = mention.form == "person" and mention.last - mention.first == 1
                if not (alone and run.first < mention.first and mention.last == run.last):
                    continue
                before = spoken.tokens[mention.first - 1]
                if before.text[0].isupper() and before.lower not in w.TITLES | w.PERSON_ROLES | w.BODIES:
                    surnames.add(spoken.tokens[mention.first].text)
    return frozenset(surnames)


def firm_names(found: Sequence[Spoken], known: frozenset[str]) -> frozenset[str]:
    """Return the names whose spelling is no slip: those that speak, or stand in the text more than once."""
    times: Counter[str] = Counter()
    speak = set()
    for spoken in found:
        tokens = spoken.tokens
        for run in name_runs(tokens, known):
            times[run.text] += 1
            after = tokens[run.last].lower if run.last < len(tokens) else ""
            before = tokens[run.first - 1].lower if run.first > 1 else ""
            quoted = any(token.text == QUOTED for token in tokens[max(0, run.first - 3) : run.first])
            aside = (
                next((i for i in range(run.last + 2, len(tokens)) if tokens[i].text == ","), 0) if after == "," else 0
            )
            then = tokens[aside + 1].lower if aside and aside + 1 < len(tokens) else ""
            if {after, then} & _SPOKE or (before in _SPOKE and quoted):
                speak.add(run.text)
    return frozenset(speak | {name for name, count in times.items() if count >= _TWICE})
