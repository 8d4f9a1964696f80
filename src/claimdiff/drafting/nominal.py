"""Find the frames that have no verb of speech: "according to X", "X: “…”", "X remains sceptical", "as did X"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.according import according_frames
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.replies import reply_frames
from claimdiff.drafting.subjects import BARE, Subject, subject_after, subject_before
from claimdiff.drafting.verbs import Form
from claimdiff.language.reading import Token

_FINITE = Form(lemma="be", shape="s", kind="attitude", group="attitude")


def nominal_frames(spoken: Spoken, places: frozenset[int]) -> list[Frame]:
    """Return the sentence's frames that rest on a noun, an adjective or a mark; ``places``: where its verbs are."""
    tokens = spoken.tokens
    return (
        _as_did(tokens, places)
        + according_frames(tokens, places)
        + reply_frames(tokens, places)
        + _label(spoken)
        + _attitudes(tokens, places)
        + _minds(tokens, places)
    )


def _said(subject: Subject, first: int, last: int, kind: str = "say") -> Frame:
    return Frame(kind=kind, group="said", lemma="say", shape="past", subject=subject, first=first, last=last)


def _as_did(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frame of "…, as did Mexico" and "… and so did the union": the same of somebody else."""
    for i in range(len(tokens) - 2):
        clause = (i == 0 and tokens[i].lower == "so") or (i > 2 and tokens[i - 1].lower in {",", "and"})
        if clause and tokens[i].lower in {"as", "so"} and tokens[i + 1].lower in w.DO | w.HAVE:
            subject = subject_after(tokens, i + 2, places)
            if subject is not None and tokens[i + 2].lower not in w.PRONOUNS:
                return [replace(_said(replace(subject, boundary=BARE), i, i + 2), inverted=True)]
    return []


def _label(spoken: Spoken) -> list[Frame]:
    """Return the frame of "Ministry of Defence: “…”", where the sentence begins with a name and a colon."""
    tokens = spoken.tokens
    colon = next((i for i, token in enumerate(tokens[:9]) if token.text == ":"), None)
    if not colon or colon + 1 >= len(tokens) or tokens[0].text == QUOTED or spoken.entered:
        return []
    lower = [t for t in tokens[:colon] if t.text[0].islower() and t.lower not in w.PREPOSITIONS | w.DETERMINERS]
    quoted = tokens[colon + 1].text == QUOTED
    if not quoted and not _full(spoken):
        return []
    if any(t.lower not in w.PERSON_ROLES | w.BODIES | {"'s", "’s", "and"} for t in lower) or any(
        t.lower in w.AUXILIARIES or t.text in {",", "–"} for t in tokens[:colon]
    ):
        return []
    subject = subject_after(tokens, 0, frozenset())
    if subject is None or subject.phrase.last != colon:
        return []
    return [Frame(kind="label", group="said", lemma="say", shape="past", subject=subject, first=colon, last=colon + 1)]


def _full(spoken: Spoken) -> bool:
    return spoken.sentence.text.rstrip().endswith((".", ".”", '."', "!", "!”"))


_MINDS = (
    ("in", "no", "doubt"),
    ("under", "no", "illusion"),
    ("under", "no", "illusions"),
    ("of", "the", "view"),
    ("of", "the", "opinion"),
    ("in", "favour", "of"),
    ("in", "favor", "of"),
    ("all", "for"),
    ("dead", "against"),
    ("having", "none", "of"),
    ("not", "having", "it"),
)
"""What somebody is that tells what they think, in several words."""


def _minds(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frames of "X is in no doubt that", "X would have none of it"."""
    found = []
    for i in range(1, len(tokens)):
        lower = tuple(token.lower for token in tokens[i : i + 3])
        mind = tokens[i - 1].lower in w.STATES and any(lower[: len(mind)] == mind for mind in _MINDS)
        none = lower == ("have", "none", "of") and tokens[i - 1].lower == "would"
        if not mind and not none:
            continue
        subject = subject_before(tokens, i - 1, _FINITE, places)
        if subject is not None:
            found.append(_attitude(subject, i - 1, i + 3))
    return found


def _attitude(subject: Subject, first: int, last: int) -> Frame:
    return Frame(kind="attitude", group="attitude", lemma="be", shape="s", subject=subject, first=first, last=last)


def _attitudes(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frames of "Mr X remains sceptical that", "the firm is ready to"."""
    found = []
    for i, token in enumerate(tokens):
        if token.lower not in w.ATTITUDES or i < 2:
            continue
        state = i - 1
        while state > 0 and (
            tokens[state].lower in w.ADVERBS | {"very", "deeply", "fully", "absolutely", "been", "more"}
        ):
            state -= 1
        if tokens[state].lower not in w.STATES:
            continue
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if after not in {
            "that",
            "to",
            "about",
            "by",
            "of",
            "with",
            "for",
            "it",
            "he",
            "they",
            "she",
            ":",
            "at",
            "over",
        }:
            continue
        subject = subject_before(tokens, state, _FINITE, places)
        if subject is not None:
            found.append(_attitude(subject, state, i + 1))
    return found
