"""Find the frames of speech told as a noun: "“No,” was her reply", "the plan drew scorn from Acme", "a warning from Acme:"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.idioms import SPEECH_NOUNS
from claimdiff.drafting.phrases import QUOTED
from claimdiff.drafting.subjects import Span, Subject, noun_phrase, subject_after
from claimdiff.language.reading import Token

_REPLIES = frozenset(
    "reply answer response retort riposte verdict message advice assessment conclusion summary description word words "
    "explanation reaction warning argument phrase plea mantra".split()
)
"""Nouns for words that were said: "was her blunt reply"."""

_REACTIONS = (
    SPEECH_NOUNS
    | _REPLIES
    | frozenset(
        "praise backlash rebuke scorn ridicule applause welcome objections complaints protests calls warnings criticisms "
        "backing approval disapproval accusations derision contempt incredulity".split()
    )
)
_DREW = frozenset(
    "drew draw draws drawn met won win wins earned sparked sparks prompted prompts provoked provokes triggered brought "
    "attracted attracts elicited greeted received receives".split()
)
"""Verbs by which something calls forth what others say: "drew criticism from"."""

_CAME = frozenset("was is were came comes followed".split())
_PUT = frozenset("says said put puts describes described explained phrased replied answered recalled remembers".split())


def reply_frames(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frames of speech told as a noun; ``places``: where the sentence's verbs are."""
    return _after_quote(tokens, places) + _from(tokens, places)


def _frame(subject: Subject, first: int, last: int) -> Frame:
    return Frame(
        kind="say", group="said", lemma="say", shape="past", subject=subject, first=first, last=last, inverted=True
    )


def _after_quote(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frame of "“No,” was Jo Lee's reply", "“No,” was all Acme would say", "“No,” is how he puts it"."""
    for i in range(1, len(tokens) - 2):
        if tokens[i].lower not in {"was", "is", "were", "came"} or not _quoted_before(tokens, i):
            continue
        if tokens[i + 1].lower in {"all", "how", "what"}:
            last = next(
                (k for k in range(i + 3, min(i + 14, len(tokens))) if tokens[k].lower in w.MODALS | w.HAVE | _PUT), None
            )
            return [_frame(Subject(phrase=Span(first=i + 2, last=last)), i, i + 2)] if last else []
        for k in range(i + 2, min(i + 14, len(tokens))):
            if tokens[k].text in {",", ".", QUOTED, ";", ":"}:
                break
            if tokens[k].lower in _REPLIES:
                return _replied(tokens, i, k, places)
    return []


def _replied(tokens: Sequence[Token], verb: int, noun: int, places: frozenset[int]) -> list[Frame]:
    """Return whose the reply is: "Jo Lee's reply", "her blunt reply", "the reply from Jo Lee"."""
    owner = next((k for k in range(noun - 1, verb, -1) if tokens[k].lower in w.POSSESSIVES), None)
    if owner is not None:
        return [_frame(Subject(phrase=noun_phrase(tokens, owner)), verb, noun + 1)]
    if tokens[verb + 1].lower in w.POSSESSIVE_PRONOUNS:
        return [_frame(Subject(phrase=Span(first=verb + 1, last=verb + 2)), verb, noun + 1)]
    if tokens[noun + 1 : noun + 2] and tokens[noun + 1].lower in {"from", "of"}:
        subject = subject_after(tokens, noun + 2, places)
        return [_frame(subject, verb, noun + 2)] if subject is not None else []
    return []


def _quoted_before(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text == QUOTED or (at > 1 and tokens[at - 1].text == "," and tokens[at - 2].text == QUOTED)


def _from(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frame of "drew criticism from Acme", "There was a warning from Acme:", "From Acme came a blunt reply"."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].lower in {"from", "by"} and tokens[i - 1].lower in _REACTIONS and _called_forth(tokens, i):
            subject = subject_after(tokens, i + 1, places)
            return [_frame(subject, i - 1, i + 1)] if subject is not None else []
    if tokens and tokens[0].lower == "from":
        came = next((k for k in range(2, min(14, len(tokens))) if tokens[k].lower in {"came", "comes"}), None)
        noun = came is not None and any(t.lower in _REACTIONS for t in tokens[came + 1 : came + 6])
        if came is not None and noun:
            return [_frame(Subject(phrase=Span(first=1, last=came)), came, came + 1)]
    return []


def _called_forth(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands before says that it came: "The plan drew", "There was", and "the reply from Acme was"."""
    for k in range(at - 2, max(-1, at - 8), -1):
        word = tokens[k].lower
        if tokens[k].text in {",", ";", ":", QUOTED}:
            return False
        if word in _DREW:
            return True
        if word in _CAME:
            return k > 0 and tokens[k - 1].lower == "there"
    came = next((k for k in range(at + 1, min(at + 10, len(tokens))) if tokens[k].lower in _CAME), None)
    quoted = came is not None and any(t.text in {":", QUOTED} for t in tokens[came : came + 6])
    return quoted and at <= 5
