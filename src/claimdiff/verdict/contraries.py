"""Find words of two sides that are contraries of each other."""

from collections.abc import Iterator

from claimdiff.language.reading import Cue
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.exchanged import change_places
from claimdiff.verdict.states import seen_from_two_ends

SILENT = frozenset({"prefix", "halt"})
"""Kinds of negation that deny nothing."""

CONVERSE = frozenset("invest divest import export win lose before after more less enter leave".split())
"""Opposites that say the same of one thing seen from its two ends: "A beat B" and "B lost to A"."""
_ARTICLES = frozenset({"a", "an", "the"})
_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "a", "anti", "mis")
_UNRELATED = frozenset(
    """
    aliv alive along amount arise aris await ahead amend inform incom income insid inside invest impress import improv
    improve impos impose impart intend invent intent increas discov discover display dismiss dissolv dissolve disput
    dispute discharg discharge discount inmat inmate instal insist indic indeed unit until union invit invite under
    mister mission
    """.split()
)
"""Words that only look as if a prefix made them of another word: "import" is no contrary of "port"."""
_SHORTEST = 4
"""A word must have so many letters for a prefix to make its contrary ("a" and "mid" are none)."""


def find_contraries(c: Contrast) -> Iterator[tuple[Word, Word]]:
    """Yield words of one side only whose contrary stands on the other side only.

    Contraries are those of the lexicon, where both terms stand beside words that correspond, and a word with and without
    a negative prefix. Each word is in one pair at most.
    """
    if not c.left_only or not c.right_only:
        return
    ours, theirs = _opposites(c.left), _opposites(c.right)
    forms = {form: word for word in reversed(c.right_only) for form in _forms(c.right, word)}
    prefixed = {contrary: word for form, word in reversed(forms.items()) for contrary in _with_prefix(form)}
    used: set[Word] = set()
    for left in c.left_only:
        mine = ours.get(left, ())
        found = [
            w
            for w in c.right_only
            if mine
            and any(p.other == q.value and _in_one_place(c, left, p, w, q) for p in mine for q in theirs.get(w, ()))
        ]
        for form in _forms(c.left, left):
            found += [
                table[key]
                for table, keys in ((prefixed, (form,)), (forms, _with_prefix(form)))
                for key in keys
                if key in table
            ]
        for other in found:
            converse = any(cue.value in CONVERSE for cue in mine) and change_places(c, left, other)
            if other not in used and not converse:
                used.add(other)
                yield left, other
                break


def _in_one_place(c: Contrast, left: Word, ours: Cue, right: Word, theirs: Cue) -> bool:
    """Tell whether two terms stand beside words that correspond, before or after them, articles left aside."""
    before = (left[0], _plain(c.left, left[0], ours.first)), (right[0], _plain(c.right, right[0], theirs.first))
    return c.beside(*before, -1) or c.beside((left[0], ours.last - 1), (right[0], theirs.last - 1), 1)


def _plain(side: Side, index: int, first: int) -> int:
    """Return where a term begins, an article before it counted in."""
    return first - 1 if first and side.readings[index].tokens[first - 1].lower in _ARTICLES else first


def share_contraries(c: Contrast) -> bool:
    """Tell whether a word of one side only has its contrary on the other side only, wherever the two stand."""
    ours, theirs = _opposites(c.left), _opposites(c.right)
    there = {q.value for w in c.right_only for q in theirs.get(w, ())}
    found = any(p.other in there for w in c.left_only for p in ours.get(w, ()))
    return found and not seen_from_two_ends(c)


def _opposites(side: Side) -> dict[Word, list[Cue]]:
    """Return the words of a side that have contraries, with the terms that they are in."""
    found: dict[Word, list[Cue]] = {}
    for i, reading in enumerate(side.readings):
        denying = {k for n in reading.negations if n.kind not in SILENT for k in range(n.cue_first, n.cue_last)}
        for cue in reading.cues:
            if cue.kind == "opposite":
                for k in range(cue.first, cue.last):
                    if k not in denying:
                        found.setdefault((i, k), []).append(cue)
    return found


def _forms(side: Side, word: Word) -> tuple[str, ...]:
    token = side.token(word)
    return (token.lower, token.stem) if len(token.stem) >= _SHORTEST else ()


def _with_prefix(form: str) -> list[str]:
    return [word for prefix in _PREFIXES if (word := prefix + form) not in _UNRELATED]
