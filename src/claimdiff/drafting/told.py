"""A frame with its speaker: whether it holds, what of the sentence it covers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame, subordinate
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.subjects import BARE

_LATE = frozenset({"after", "as", "because", "since", "when", "before"})
_SPEECH = frozenset({"say", "said", "announce", "claim", "accuse", "warn", "deny", "confirm", "reveal", "tell", "told"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A frame with its speaker."""

    frame: Frame | None
    speaker: Speaker
    words: tuple[int, int] | None = None
    """Where in the sentence words stand that are the speaker's own, also without quotation marks."""


def spans(here: Spoken, told: Sequence[Told]) -> list[tuple[int, int]]:
    """Return the stretch of the sentence that each frame covers: a later one begins with its own clause."""
    starts, ends = [here.lead], []
    for one in told[1:]:
        assert one.frame is not None
        at = one.frame.subject.phrase.first - 1
        closes = one.frame.subject.boundary in w.RELATIVE | {BARE}
        if (
            one.frame.subject.boundary in w.RELATIVE
        ):  # Only the whole sentence says what "a claim that Acme denied" is about.
            at -= 2
        elif one.frame.subject.boundary == BARE:  # "…, a claim Athens rejected": it begins at the comma
            comma = next((k for k in range(at, max(0, at - 6), -1) if here.tokens[k].text in {",", "–", "—"}), at)
            at = comma
        starts.append(here.lead if closes else here.tokens[one.frame.subject.phrase.first].start)
        while at > 0 and (here.tokens[at - 1].text in {",", ";", "–"} or here.tokens[at - 1].lower in w.CONTRAST):
            at -= 1
        ends.append(here.tokens[at].start)
    return list(zip(starts, [*ends, len(here.sentence.text)], strict=True))


def names(told: Told) -> list[str]:
    """Return the names of the parties."""
    return [party.name for party in told.speaker.parties]


def guessed(told: Told) -> Told:
    """Return it to be checked: "The skipper said Hall had told him" has Hall's words by the account of somebody unknown."""
    return replace(told, speaker=replace(told.speaker, sure=False))


def holds(frame: Frame) -> bool:
    """Tell whether the frame states that somebody said or did it, not that they may, might or did not."""
    subject = frame.subject
    if subordinate(frame) or subject.modal:
        return False
    mute = w.SILENT | {"tell", "confirm", "reveal", "explain"}
    return not (frame.kind == "say" and subject.negated and frame.lemma in mute)


def closing(here: Spoken, frame: Frame) -> bool:
    """Tell whether the frame closes the sentence with what another says of it: "…, a figure that Acme disputes"."""
    if frame.subject.boundary == BARE:
        return not (frame.subject.modal or frame.subject.negated)
    at = frame.subject.phrase.first - 1
    noun = at - 1
    bare = [token.lower for token in here.tokens[max(0, noun - 3) : noun]]
    named = frame.kind == "say" or frame.group in {"denied", "acknowledged", "rejected", "opposed", "supported"}
    modal = frame.subject.modal or frame.subject.negated
    apposed = len(bare) == 3 and "," in bare and bool({"a", "an"} & set(bare[bare.index(",") :]))
    relative = (
        at > 3
        and frame.subject.boundary in {"that", "which"}
        and frame.subject.phrase.last > frame.subject.phrase.first
    )
    return named and not modal and relative and apposed and here.tokens[at + 1].lower not in w.PRONOUNS


def anew(here: Spoken, frame: Frame, before: Told) -> bool:
    """Tell whether a later frame stands beside the first and not within what it says."""
    if (
        frame.subject.boundary not in {"while", "whereas", "but", "although", "though", ";", "and"}
        or before.frame is None
    ):
        return False
    at = frame.subject.phrase.first - 1
    comma = frame.subject.boundary == ";" or (at > 0 and here.tokens[at - 1].text in {",", ";", QUOTED})
    first = here.tokens[frame.subject.phrase.first].lower
    between = here.tokens[before.frame.last].text == "," if before.frame.last < len(here.tokens) else False
    if between and frame.subject.boundary == "and" and before.frame.subject.boundary == ",":
        return False  # "Dogs cost money, she concedes, and tourists complain": all of it is hers.
    return comma and first not in w.PRONOUNS and frame.kind in {"say", "act"} and frame.first > before.frame.first


def late(frame: Frame) -> bool:
    """Tell whether a clause that only goes with the main one tells what somebody said: "… as Acme defended its plan"."""
    if frame.subject.shared or (frame.shape == "ing" and frame.subject.boundary != BARE):
        return False
    said = frame.kind == "say" if frame.subject.boundary == "as" else frame.lemma in _SPEECH
    return frame.subject.boundary == BARE or (frame.subject.boundary in _LATE and said)


def afterwards(here: Spoken, frame: Frame) -> bool:
    """Tell whether a clause after the main one tells what another said before: "…, after Acme confirmed that it was late"."""
    subject = frame.subject
    said = frame.lemma in _SPEECH | {"rule", "order", "vow", "threaten", "refuse", "reject"} and frame.shape == "past"
    after = subject.boundary == "after" and not (subject.modal or subject.negated or subject.shared)
    that = frame.last < len(here.tokens) and here.tokens[frame.last].lower in {"that", "it", "the", "to", "its"}
    return said and after and that


def somebody(here: Spoken, frame: Frame) -> bool:
    """Tell whether the subject is somebody without a name: "two diplomats", "one adviser", "people close to the firm"."""
    first = here.tokens[frame.subject.phrase.first].lower if not frame.subject.shared else ""
    vague = first in (w.DETERMINERS | w.VAGUE) - {"the", "this", "that", "these", "those"} - w.POSSESSIVE_PRONOUNS
    return vague and frame.kind == "say"


def by_person(told: Told) -> bool:
    """Tell whether the speaker is, or may be, a person."""
    return told.speaker.who.person is not False


def while_they(here: Spoken, frame: Frame) -> bool:
    """Tell whether the frame only says what goes on meanwhile: "while it appeals"."""
    first = here.tokens[frame.subject.phrase.first].lower if frame.subject.phrase.first < len(here.tokens) else ""
    return frame.subject.boundary in {"while", "whereas"} and first in w.PRONOUNS
