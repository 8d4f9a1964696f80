"""Find the frames that have no verb of speech: "according to X", "X: “…”", "X's view is that", "X remains sceptical"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.subjects import BARE, Subject, noun_phrase, subject_after, subject_before
from claimdiff.drafting.verbs import Form
from claimdiff.language.reading import Token

_VIEWS = frozenset(
    "view views opinion position stance argument message response answer reply verdict belief contention complaint claim fear "
    "hope demand advice conclusion assessment estimate line reading judgment judgement estimation reckoning telling account "
    "words case plea warning".split()
)
"""Nouns for what somebody says or thinks: "the union's view is that", "in her opinion"."""

_OPINIONS = frozenset(
    "view views opinion words estimation reckoning reading telling account judgment judgement assessment".split()
)


def nominal_frames(spoken: Spoken, places: frozenset[int]) -> list[Frame]:
    """Return the sentence's frames that rest on a noun, an adjective or a mark; ``places``: where its verbs are."""
    tokens = spoken.tokens
    return (
        _as_did(tokens, places)
        + _according(tokens, places)
        + _label(spoken)
        + _attitudes(tokens, places)
        + _views(tokens)
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


def _views(tokens: Sequence[Token]) -> list[Frame]:
    """Return the frames of "AerNav's view is that" and, like "according to", of "in her view"."""
    found = []
    for i, token in enumerate(tokens):
        if token.lower not in _VIEWS or i == 0:
            continue
        owner = i - 1
        while owner > 0 and tokens[owner].lower in w.VIEW_ADJECTIVES:
            owner -= 1
        possessive = tokens[owner].lower in w.POSSESSIVES
        if not possessive and tokens[owner].lower not in w.POSSESSIVE_PRONOUNS:
            continue
        phrase = noun_phrase(tokens, owner if possessive else owner + 1)
        subject = Subject(phrase=phrase, boundary=tokens[phrase.first - 1].lower if phrase.first else "")
        after = [t.lower for t in tokens[i + 1 : i + 3]]
        if subject.boundary == "in" and token.lower in _OPINIONS and (not after or after[0] != "of"):
            found.append(_said(subject, phrase.first - 1, i + 1, "according"))
        elif (
            len(after) == 2
            and after[0] in {"is", "was", "has"}
            and (after[1] in {"that", "to", "been"} or after[1] == ":")
        ):
            found.append(_said(subject, i, i + 2))
    return found


def _according(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    found = []
    for i in range(len(tokens) - 2):
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to":
            first, last = i, i + 2
        elif [t.lower for t in tokens[i : i + 4]] == ["in", "the", "words", "of"]:
            first, last = i, i + 4
        else:
            continue
        subject = subject_after(tokens, last, places)
        if subject is not None and first == 0 and subject.beside and _closes(tokens, subject.beside[0].last):
            subject = replace(subject, beside=())
        if subject is not None:
            found.append(
                Frame(
                    kind="according", group="said", lemma="say", shape="past", subject=subject, first=first, last=last
                )
            )
    return found


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the sentence ends here: what follows "According to Acme," is then what Acme says, no aside."""
    return at >= len(tokens) or tokens[at].text in {".", QUOTED}


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
        if after not in {"that", "to", "about", "by", "of", "with", "for", "it", "he", "they", "she"}:
            continue
        form = Form(lemma="be", shape="s", kind="attitude", group="attitude")
        subject = subject_before(tokens, state, form, places)
        if subject is not None:
            found.append(
                Frame(
                    kind="attitude", group="attitude", lemma="be", shape="s", subject=subject, first=state, last=i + 1
                )
            )
    return found
