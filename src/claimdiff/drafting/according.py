"""Find the frames of what goes by somebody's account: "according to X", "in X's view", "by X's reckoning", "if X is right"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED
from claimdiff.drafting.subjects import Span, Subject, noun_phrase, subject_after
from claimdiff.language.reading import Token

_VIEWS = frozenset(
    "view views opinion position stance argument message response answer reply verdict belief contention complaint claim fear "
    "hope demand advice conclusion assessment estimate line reading judgment judgement estimation reckoning telling account "
    "words case plea warning defence defense retort riposte version theory calculation calculations explanation".split()
)
"""Nouns for what somebody says or thinks: "the union's view is that", "in her opinion"."""

_OPINIONS = frozenset(
    "view views opinion words estimation reckoning reading telling account judgment judgement assessment eyes estimate "
    "estimates count calculation calculations version admission figures submission experience book parlance".split()
)
"""Nouns that after "in", "by", "on" and somebody's name tell by whose account it is."""

_BY = {
    "in": _OPINIONS - {"admission", "count", "figures"},
    "by": frozenset(
        "account reckoning estimate estimates count calculation calculations admission telling own figures".split()
    ),
    "on": frozenset("account reading estimate reckoning figures telling version".split()),
    "to": frozenset({"mind"}),
}

_LEADS = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "eyes", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "judgment", "of"),
    ("in", "the", "estimation", "of"),
    ("by", "the", "account", "of"),
    ("as", "per"),
)
"""Words after which stands who says it."""

_AROUND = (
    (("to", "hear"), ("tell", "it")),
    (("if",), ("is", "to", "be", "believed")),
    (("if",), ("are", "to", "be", "believed")),
    (("as", "far", "as"), ("is", "concerned")),
    (("as", "far", "as"), ("are", "concerned")),
    (("as",), ("sees", "it")),
    (("as",), ("see", "it")),
    (("as",), ("tells", "it")),
    (("as",), ("tell", "it")),
)
"""What stands before and after who says it."""

_LONGEST = 12
"""Words of the longest name between two such halves."""


def according_frames(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frames of a sentence that goes by somebody's account; ``places``: where its verbs are."""
    return _views(tokens) + _led(tokens, places) + _around(tokens) + _so(tokens, places)


def _said(subject: Subject, first: int, last: int, kind: str = "according") -> Frame:
    return Frame(kind=kind, group="said", lemma="say", shape="past", subject=subject, first=first, last=last)


def _lower(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[max(0, first) : last])


def _views(tokens: Sequence[Token]) -> list[Frame]:
    """Return the frames of "AerNav's view is that" and, like "according to", of "in her view", "by Acme's own reckoning"."""
    found = []
    for i, token in enumerate(tokens):
        if i == 0 or token.lower not in _VIEWS | _OPINIONS | {"mind"}:
            continue
        owner = i - 1
        while owner > 0 and tokens[owner].lower in w.VIEW_ADJECTIVES:
            owner -= 1
        possessive = tokens[owner].lower in w.POSSESSIVES
        if not possessive and tokens[owner].lower not in w.POSSESSIVE_PRONOUNS:
            continue
        phrase = noun_phrase(tokens, owner if possessive else owner + 1)
        subject = Subject(phrase=phrase, boundary=tokens[phrase.first - 1].lower if phrase.first else "")
        after = _lower(tokens, i + 1, i + 3)
        if token.lower in _BY.get(subject.boundary, ()) and after[:1] != ("of",):
            found.append(_said(subject, phrase.first - 1, i + 1))
        elif token.lower in _VIEWS and (_stated(tokens, i) or _it_is(tokens, phrase.first, after)):
            found.append(_said(replace(subject, boundary=""), i, i + 2, "say"))
    return found


def _stated(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether what somebody thinks follows: "view is that", "answer was blunt: “…”", "reply came by text: “…”"."""
    after = _lower(tokens, noun + 1, noun + 3)
    if len(after) < 2 or after[0] not in w.BE | w.HAVE | {"came", "comes", ":"}:
        return False
    if after[1] in {"that", "to", "been"} or ":" in after or after[1] == QUOTED:
        return True
    rest = tokens[noun + 2 : noun + 9]
    colon = next((i for i, token in enumerate(rest) if token.text in {":", ";", ","}), None)
    return colon is not None and rest[colon].text == ":"


def _it_is(tokens: Sequence[Token], first: int, after: Sequence[str]) -> bool:
    """Tell whether it is "It is Acme's contention that …"."""
    before = _lower(tokens, first - 2, first)
    return len(before) == 2 and before[0] == "it" and before[1] in w.BE and tuple(after[:1]) == ("that",)


def _led(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    found = []
    for i in range(len(tokens) - 1):
        size = next((len(lead) for lead in _LEADS if _lower(tokens, i, i + len(lead)) == lead), 0)
        per = tokens[i].lower == "per" and i > 0 and tokens[i - 1].text == "," and tokens[i + 1].text[0].isupper()
        if not size and not per:
            continue
        last = i + (size or 1)
        subject = subject_after(tokens, last, places)
        if subject is not None and i == 0 and subject.beside and _closes(tokens, subject.beside[0].last):
            subject = replace(subject, beside=())
        if subject is not None:
            found.append(_said(subject, i, last))
    return found


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the sentence ends here: what follows "According to Acme," is then what Acme says, no aside."""
    return at >= len(tokens) or tokens[at].text in {".", QUOTED}


def _around(tokens: Sequence[Token]) -> list[Frame]:
    """Return the frames of "to hear Acme tell it", "if Acme is to be believed", "as far as Acme is concerned"."""
    for i, token in enumerate(tokens):
        if token.lower not in {"to", "if", "as"} or (i > 0 and tokens[i - 1].text not in {",", "–", "—", QUOTED}):
            continue
        for before, after in _AROUND:
            first = i + len(before)
            if _lower(tokens, i, first) != before:
                continue
            for last in range(first + 1, min(first + _LONGEST, len(tokens))):
                if _lower(tokens, last, last + len(after)) == after:
                    return [_said(Subject(phrase=Span(first=first, last=last)), i, last + len(after))]
    return []


def _so(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frame of "… — or so says Acme", "… or so Acme says"."""
    for i in range(1, len(tokens) - 2):
        opened = tokens[i].lower == "so" and tokens[i - 1].lower in {"or", "—", "–", ","}
        if opened and tokens[i + 1].lower in {"says", "say", "said", "claims", "claim"}:
            subject = subject_after(tokens, i + 2, places)
            if subject is not None:
                return [_said(subject, i, i + 2)]
    return []
