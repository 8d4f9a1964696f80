"""Tell by the words around a name what it names: a town, a committee, an institution that many states have."""

from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.runs import NameRun
from claimdiff.language.reading import ActorMention

GENERIC = frozenset(
    "ministry department office of the and for foreign interior defence defense commerce trade economy economic finance health "
    "justice education environment energy transport transportation labour labor agriculture home affairs culture treasury "
    "congress senate "
    "central supreme high federal national court parliament senate navy army air force coast guard armed forces state police "
    "industry infrastructure information minister ministers secretary prime cabinet government council security".split()
)
"""Words of names that the institutions of many states have."""


def generic(spoken: Spoken, first: int, last: int) -> bool:
    """Tell whether a name is one that many states' institutions have: "the commerce ministry", "Supreme Court"."""
    words = {token.lower for token in spoken.tokens[first:last]}
    return words <= GENERIC and bool(
        words & {"ministry", "ministries", "minister", "court", "parliament", "congress", "senate", "army", "navy"}
    )


def based(spoken: Spoken, last: int) -> bool:
    """Tell whether "-based", "-backed" or the like follows: a name that only describes somebody else."""
    after = [token.text for token in spoken.tokens[last : last + 2]]
    made = (
        after[:1] in (["-"], ["‑"])
        and after[1:] != []
        and after[1].endswith(("ed", "led", "run", "held", "ing", "built"))
    )
    return made or after == [",", "based"]


def outlet(spoken: Spoken, first: int, last: int) -> bool:
    """Tell whether a name is only where somebody posts or is asked: "wrote on Telegram", "X (formerly Twitter)"."""
    before = spoken.tokens[first - 1].lower if first else ""
    asked = before in {"on", "to", "told", "via", "tell", "formerly"}
    return asked and bool({token.text for token in spoken.tokens[first:last]} & w.OUTLETS)


def of_town(spoken: Spoken, mention: ActorMention) -> bool:
    """Tell whether a capital is only a town: "Nairobi's governor", "the mayor of Kyiv", "Berlin residents"."""
    after = [token.lower for token in spoken.tokens[mention.last : mention.last + 2]]
    noun = next((word for word in after if word not in w.POSSESSIVES), "")
    before = [token.lower for token in spoken.tokens[max(0, mention.first - 2) : mention.first]]
    office = before[:1] if before[1:] == ["of"] else []
    return mention.form == "seat" and (noun in w.OF_TOWNS or bool(set(office) & w.OF_TOWNS))


def with_body(spoken: Spoken, run: NameRun) -> NameRun:
    """Return the run with the noun that makes a place a body: "Redcastle council"."""
    after = [token.lower for token in spoken.tokens[run.last : run.last + 3]]
    at = next((i for i, word in enumerate(after) if word in w.PLACE_BODIES | w.COMMITTEES), None)
    if at is None or not set(after[:at]) <= w.FIELDS | w.KINDS_OF_BODY or run.titles:
        return run
    committee = after[at] in w.COMMITTEES
    if not committee and ({word.lower() for word in run.words} & w.NAME_BODIES or an_actor(spoken, run)):
        return run
    if committee and not {actor.form for actor in spoken.actors if actor.last == run.last} <= {"office", "name"}:
        return run
    last = run.last + at + 1
    return replace(run, words=(*run.words, *(token.text for token in spoken.tokens[run.last : last])), last=last)


def an_actor(spoken: Spoken, run: NameRun) -> bool:
    """Tell whether an actor of the lexicon stands in the run."""
    return any(actor.first < run.last and run.first < actor.last for actor in spoken.actors)
