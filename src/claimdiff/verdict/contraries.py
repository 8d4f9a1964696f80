"""Find words of two sides that are contraries of each other."""

from collections.abc import Iterator

from claimdiff.verdict.contrast import Contrast, Side, Word

SILENT = frozenset({"prefix", "halt"})
"""Kinds of negation that deny nothing."""

_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "a", "anti", "mis")
_SHORTEST = 4
"""A word must have so many letters for a prefix to make its contrary ("a" and "mid" are none)."""


def find_contraries(c: Contrast) -> Iterator[tuple[Word, Word]]:
    """Yield words of one side only whose contrary stands on the other side only.

    Contraries are those of the lexicon, where both words stand beside words that correspond, and a word with and without
    a negative prefix. Each word is in one pair at most.
    """
    if not c.left_only or not c.right_only:
        return
    ours, theirs = _opposites(c.left), _opposites(c.right)
    forms = {form: word for word in reversed(c.right_only) for form in _forms(c.right, word)}
    prefixed = {contrary: word for form, word in reversed(forms.items()) for contrary in _with_prefix(form)}
    used: set[Word] = set()
    for left in c.left_only:
        contrary = {against for _, against in ours.get(left, ())}
        found = [
            w for w in c.right_only if contrary and any(v in contrary for v, _ in theirs.get(w, ())) and c.slot(left, w)
        ]
        for form in _forms(c.left, left):
            found += [
                table[key]
                for table, keys in ((prefixed, (form,)), (forms, _with_prefix(form)))
                for key in keys
                if key in table
            ]
        for other in found:
            if other not in used:
                used.add(other)
                yield left, other
                break


def _opposites(side: Side) -> dict[Word, list[tuple[str, str]]]:
    """Return the words of a side that have contraries: the half of the pair they are in, and the other half."""
    found: dict[Word, list[tuple[str, str]]] = {}
    for i, reading in enumerate(side.readings):
        denying = {k for n in reading.negations if n.kind not in SILENT for k in range(n.cue_first, n.cue_last)}
        for cue in reading.cues:
            if cue.kind == "opposite":
                for k in range(cue.first, cue.last):
                    if k not in denying:
                        found.setdefault((i, k), []).append((cue.value, cue.other))
    return found


def _forms(side: Side, word: Word) -> tuple[str, ...]:
    token = side.token(word)
    return (token.lower, token.stem) if len(token.stem) >= _SHORTEST else ()


def _with_prefix(form: str) -> list[str]:
    return [prefix + form for prefix in _PREFIXES]
