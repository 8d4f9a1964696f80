"""Two versions of one party's account: what was added, dropped and reworded, with the words that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from claimdiff.accounts.model import Account, Assertion, Decisions, LinkDecision, Quote
from claimdiff.comparison.model import Comparison, Difference, Link
from claimdiff.vocabulary import Origin, Verdict

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_SAME_QUOTE = 0.5
"""Quotes that share less than this of their words are two quotes, not two versions of one."""
_SAME_TEXT = 0.5
"""A text that shares less than this with the old one is shown as new in whole: its edits could not be read."""


class Edit(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words and what became of them."""

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Another field of an account or an assertion that changed; None where there was, or is, none."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Assertions that are versions of each other and not the same.

    ``text`` and ``quotes`` are the words with their edits; ``text`` is empty where only something else changed. ``verdict``
    and ``differences`` say what the change means; ``origin`` how the two were found to belong together: curated stands for
    the same id, the same text or a decision.
    """

    old: tuple[Assertion, ...]
    new: tuple[Assertion, ...]
    text: tuple[Stretch, ...]
    quotes: tuple[tuple[Stretch, ...], ...]
    fields: tuple[Field, ...]
    verdict: Verdict
    judged: bool
    differences: tuple[Difference, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """An assertion that only one version has; ``perhaps`` is what it may be a version of, for a person to decide."""

    assertion: Assertion
    perhaps: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """All that changed from one version of an account to the next; ``kept`` counts the assertions that did not."""

    old: Account
    new: Account
    fields: tuple[Field, ...]
    reworded: tuple[Rewording, ...]
    dropped: tuple[Lone, ...]
    added: tuple[Lone, ...]
    kept: int

    @property
    def changes(self) -> int:
        """Return how many changes there are."""
        return len(self.fields) + len(self.reworded) + len(self.dropped) + len(self.added)


def same_assertions(old: Account, new: Account) -> Decisions:
    """Return decisions that link what has the same id in both versions, and of the rest what has the same text."""
    theirs = {assertion.id: assertion for assertion in new.assertions}
    pairs = [(a.id, a.id) for a in old.assertions if a.id in theirs]
    taken = {b for _, b in pairs}
    by_text: dict[str, list[str]] = {}
    for assertion in new.assertions:
        if assertion.id not in taken:
            by_text.setdefault(assertion.text, []).append(assertion.id)
    ours = {a for a, _ in pairs}
    pairs += [(a.id, by_text[a.text].pop(0)) for a in old.assertions if a.id not in ours and by_text.get(a.text)]
    swapped = old.key > new.key
    return Decisions(
        accounts=(new.key, old.key) if swapped else (old.key, new.key),
        links=tuple(
            LinkDecision(left=(b if swapped else a,), right=(a if swapped else b,), verdict=Verdict.AGREE)
            for a, b in pairs
        ),
    )


def revision(old: Account, new: Account, comparison: Comparison) -> Revision:
    """Return what changed; ``comparison`` has the old version on the left and the new one on the right."""
    before = {assertion.id: assertion for assertion in old.assertions}
    after = {assertion.id: assertion for assertion in new.assertions}
    pairs = [
        (link, tuple(before[i] for i in link.left), tuple(after[i] for i in link.right)) for link in comparison.links
    ]
    reworded = [_rewording(link, ours, theirs) for link, ours, theirs in pairs]
    linked = {i for link in comparison.links for i in link.left}, {i for link in comparison.links for i in link.right}
    perhaps: tuple[dict[str, str], dict[str, str]] = {}, {}
    for possible in comparison.possible:
        if possible.chosen:
            perhaps[0].update(dict.fromkeys(possible.left, possible.right[0]))
            perhaps[1].update(dict.fromkeys(possible.right, possible.left[0]))
    changed = tuple(one for one in reworded if one.text or one.quotes or one.fields)
    return Revision(
        old=old,
        new=new,
        fields=tuple(_fields(old, new, ("party", "role", "title", "date", "language", "coverage"))),
        reworded=changed,
        dropped=tuple(Lone(assertion=a, perhaps=perhaps[0].get(a.id)) for a in old.assertions if a.id not in linked[0]),
        added=tuple(Lone(assertion=b, perhaps=perhaps[1].get(b.id)) for b in new.assertions if b.id not in linked[1]),
        kept=len(reworded) - len(changed),
    )


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the new text and what was dropped from the old one, word by word: all of both in order."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.ratio() < _SAME_TEXT:
        whole = (Stretch(edit=Edit.DROPPED, words=old), Stretch(edit=Edit.ADDED, words=new))
        return tuple(stretch for stretch in whole if stretch.words)
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch(edit=Edit.SAME, words="".join(ours[i:j])))
            continue
        found += [Stretch(edit=Edit.DROPPED, words="".join(ours[i:j]))] if j > i else []
        found += [Stretch(edit=Edit.ADDED, words="".join(theirs[k:m]))] if m > k else []
    return tuple(_without_islands(found))


def _without_islands(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Join edits that only a blank parts: two changed words in a row read as one change."""
    waiting: list[Stretch] = []
    for n, one in enumerate(found):
        island = one.edit is Edit.SAME and not one.words.strip() and waiting and n + 1 < len(found)
        if one.edit is not Edit.SAME:
            waiting.append(one)
        elif island:
            waiting += [Stretch(edit=edit, words=one.words) for edit in (Edit.DROPPED, Edit.ADDED)]
        else:
            yield from _joined(waiting)
            waiting = []
            yield one
    yield from _joined(waiting)


def _joined(edits: Sequence[Stretch]) -> Iterator[Stretch]:
    for edit in (Edit.DROPPED, Edit.ADDED):
        words = "".join(one.words for one in edits if one.edit is edit)
        if words.strip() or (words and len(edits) == 1):
            yield Stretch(edit=edit, words=words)


def _rewording(link: Link, old: tuple[Assertion, ...], new: tuple[Assertion, ...]) -> Rewording:
    texts = [" ".join(assertion.text for assertion in side) for side in (old, new)]
    names = ("said", "attributed_to", "topic", "lead", "note")
    one_each = len(old) == len(new) == 1
    return Rewording(
        old=old,
        new=new,
        text=stretches(*texts) if texts[0] != texts[1] else (),
        quotes=tuple(_quotes([q for a in old for q in a.quotes], [q for b in new for q in b.quotes])),
        fields=(
            *(_fields(old[0], new[0], names) if one_each else ()),
            *_field("source", _sources(old), _sources(new)),
        ),
        verdict=link.verdict,
        judged=link.judged,
        differences=link.differences,
        origin=link.origin,
    )


def _quotes(old: Sequence[Quote], new: Sequence[Quote]) -> Iterator[tuple[Stretch, ...]]:
    """Yield the quotes that changed: reworded ones in one piece, then those dropped, then those added."""
    ours = [quote for quote in old if _quoted(quote) not in map(_quoted, new)]
    theirs = [quote for quote in new if _quoted(quote) not in map(_quoted, old)]
    for quote in list(ours):
        best = max(theirs, key=lambda other: _likeness(quote, other), default=None)
        if best is not None and _likeness(quote, best) >= _SAME_QUOTE:
            ours.remove(quote)
            theirs.remove(best)
            yield stretches(_quoted(quote), _quoted(best))
    yield from ((Stretch(edit=Edit.DROPPED, words=_quoted(quote)),) for quote in ours)
    yield from ((Stretch(edit=Edit.ADDED, words=_quoted(quote)),) for quote in theirs)


def _quoted(quote: Quote) -> str:
    voice = {"direct": "own words", "reported": "as reported"}[quote.voice.value]
    return f"“{quote.quote}” ({', '.join([voice, *([quote.source] if quote.source else [])])})"


def _likeness(one: Quote, other: Quote) -> float:
    ours, theirs = (_WORD.findall(quote.quote) for quote in (one, other))
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _sources(assertions: Sequence[Assertion]) -> str | None:
    return ", ".join(dict.fromkeys(key for assertion in assertions for key in assertion.sources)) or None


def _fields(old: Any, new: Any, names: Sequence[str]) -> Iterator[Field]:
    for name in names:
        yield from _field(name, getattr(old, name), getattr(new, name))


def _field(name: str, old: Any, new: Any) -> Iterator[Field]:
    if old != new:
        yield Field(name=name, old=_text(old), new=_text(new))


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
