"""Turns of phrase by which somebody says something: fixed ones, and verbs that with a noun tell of speech."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

PHRASES = tuple(
    line
    for line in Path(__file__).with_name("idioms.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
"""Fixed turns: "come out against", "pour cold water"; the verb is inflected, the rest stays."""

THAT = tuple(
    f"{verb} that"
    for verb in "assume feel gather guess imply judge pronounce reason remember resolve surmise understand worry anticipate "
    "preach project certify leak submit restate confide foresee trust".split()
)
"""Verbs that tell of speech or of a view only before "that": "reasoned that"."""

SPEECH_NOUNS = frozenset(
    "statement warning apology apologies appeal directive order denial threat promise pledge call plea complaint protest "
    "objection demand request proposal ultimatum assurance assurances condolences concern concerns doubt doubts regret regrets "
    "support thanks criticism accusation allegation guarantee condemnation lawsuit appeal petition reply response rebuke "
    "apologies hope alarm sympathy outrage confidence disappointment motion resolution anger fears fury dismay frustration "
    "satisfaction unease scepticism skepticism reservations communique communiqué denials".split()
)
"""Nouns of what somebody says: after "issued a stern", "voiced her"."""

_BY_VERB: tuple[tuple[str, frozenset[str]], ...] = (
    ("issue file lodge voice express offer send table deliver repeat renew extend make", SPEECH_NOUNS),
    ("give", SPEECH_NOUNS | frozenset("backing blessing approval consent verdict explanation".split())),
    ("throw", frozenset({"weight"})),
    ("lend", frozenset("support backing weight voice".split())),
    ("add", frozenset({"voice"})),
    (
        "raise",
        frozenset("objection objections concern concerns doubts fears alarm possibility prospect spectre".split()),
    ),
    ("lay pin place put heap", frozenset({"blame"})),
    ("pass adopt", frozenset({"resolution", "motion"})),
    ("take", frozenset({"view", "position", "stance", "swipe"})),
    ("have", frozenset("words objection objections misgivings reservations warning message advice".split())),
    ("sound", frozenset({"note", "alarm", "warning"})),
    ("draw", frozenset({"parallel", "comparison"})),
    ("hold", frozenset({"responsible", "accountable"})),
    ("mount launch", frozenset({"defence", "defense", "broadside", "tirade"})),
    ("paint", frozenset({"picture"})),
)

LIGHT: Mapping[str, frozenset[str]] = MappingProxyType(
    {verb: nouns for verbs, nouns in _BY_VERB for verb in verbs.split()}
)
"""Verbs that tell of speech only with such a noun near after them: "gave its backing to", "laid the blame on"."""

FRAMED = frozenset("give attack cast frame compare paint present slate pan trash regard".split())
"""Verbs that tell what somebody calls a thing only with "as" and what it is called: "attacked the ruling as “an insult”"."""

APART: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "brush": frozenset({"aside", "off"}),
        "wave": frozenset({"away", "aside"}),
        "play": frozenset({"down"}),
        "turn": frozenset({"down"}),
        "shrug": frozenset({"off"}),
        "laugh": frozenset({"off"}),
        "rule": frozenset({"out"}),
        "talk": frozenset({"down", "up"}),
    }
)
"""Verbs that dismiss or refuse a thing with a particle that may stand after it: "brushed that aside"."""
