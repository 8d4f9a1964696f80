"""Add what is new in a draft to an account that exists; what is there stays as it is, to the byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimdiff.accounts.document import Document, MappingNode
from claimdiff.accounts.model import Account, Assertion, Source
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import Weights
from claimdiff.drafting.draft import DraftedAccount
from claimdiff.drafting.naming import assertion_id
from claimdiff.drafting.render import assertion_yaml, source_yaml
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The account's text after the merge; ids that were added; drafted ids with the assertion that says the same already."""

    text: str
    added: tuple[str, ...]
    there: tuple[tuple[str, str], ...]


class CannotMerge(ValueError):  # noqa: N818 - it names what happened
    """The account's file is written in a way that nothing can be added to."""


def merge_account(
    document: Document, existing: Account, drafted: DraftedAccount, *, lexicon: Lexicon, weights: Weights
) -> Merged:
    """Return the existing account's text with the assertions that it does not have yet.

    A drafted assertion is there already where an existing one has its text, where their quotes of the same source are the
    same or one holds the other, or where the aligner is sure. What may only be there is added with a note to check it: a
    doubled assertion is seen, a lost one is not. Raise CannotMerge for a file in braces and the like.
    """
    keys = _source_keys(existing, drafted)
    there = dict(_same_words(existing, drafted.account, keys))
    rest = [a for a in drafted.account.assertions if a.id not in there]
    free = [a for a in existing.assertions if a.id not in set(there.values())]
    near: dict[str, str] = {}
    left = [_reading(a, existing, lexicon) for a in free]
    right = [_reading(a, drafted.account, lexicon) for a in rest]
    for link in align(left, right, lexicon=lexicon, weights=weights).links if left and right else ():
        for j in link.right if link.chosen else ():
            (there if link.sure else near).setdefault(rest[j].id, free[link.left[0]].id)
    new = [_to_check(a, near.get(a.id)) for a in rest if a.id not in there]
    told = tuple(sorted(there.items()))
    if not new:
        return Merged(text=document.text, added=(), there=told)
    additions = _renamed(new, existing, drafted, keys, lexicon)
    text = _insert(document, additions)
    return Merged(text=text, added=tuple(a.id for a in additions.account.assertions), there=told)


def _to_check(assertion: Assertion, near: str | None) -> Assertion:
    if near is None:
        return assertion
    return replace(assertion, note=" ".join(filter(None, (assertion.note, f"Check whether “{near}” says it already."))))


def _source_keys(existing: Account, drafted: DraftedAccount) -> dict[str | None, str | None]:
    """Return the name that each drafted source has in the account: that of the same text or address, else a free one."""
    keys: dict[str | None, str | None] = {None: None}
    taken = set(existing.sources)
    for source in drafted.account.sources.values():
        same = next((known.key for known in existing.sources.values() if _same_source(known, source)), None)
        key, number = source.key, 1
        while same is None and key in taken:
            number += 1
            key = f"{source.key}-{number}"
        keys[source.key] = same or key
        taken.add(same or key)
    return keys


def _same_source(known: Source, other: Source) -> bool:
    pairs = ((known.file, other.file), (known.sha256, other.sha256), (known.url, other.url))
    return any(ours is not None and ours == theirs for ours, theirs in pairs)


def _same_words(existing: Account, drafted: Account, keys: Mapping[str | None, str | None]) -> list[tuple[str, str]]:
    texts = {_words(a.text): a.id for a in reversed(existing.assertions)}
    quotes = [(q.source, _words(q.quote), a.id) for a in existing.assertions for q in a.quotes]
    found = []
    for assertion in drafted.assertions:
        holder = texts.get(_words(assertion.text))
        for mine in assertion.quotes[:1]:
            own = _words(mine.quote)
            same = ((words, name) for source, words, name in quotes if source == keys[mine.source])
            holder = next((name for words, name in same if _hold(words, own)), holder)
        if holder is not None:
            found.append((assertion.id, holder))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


_TELLING = 4
"""How many words a part of a quote has at least for the whole to say what it says: "No" is a part of much."""


def _hold(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two quotes are the same, or one stands whole in the other."""
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if len(short) < _TELLING:
        return short == long
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _reading(assertion: Assertion, account: Account, lexicon: Lexicon) -> Reading:
    return read(assertion.text, lexicon=lexicon, date=assertion.said or account.date, language=account.language)


def _renamed(
    new: Sequence[Assertion],
    existing: Account,
    drafted: DraftedAccount,
    keys: Mapping[str | None, str | None],
    lexicon: Lexicon,
) -> DraftedAccount:
    """Return the additions under names that are free in the account, with the sources that it does not have yet."""
    taken = {assertion.id for assertion in existing.assertions}
    assertions, places, used = [], {}, set()
    for assertion in new:
        name = assertion.id
        if name in taken:
            name = assertion_id(assertion.text, taken, lexicon, skip=assertion.attributed_to or "")
        taken.add(name)
        if assertion.id in drafted.places:
            places[name] = drafted.places[assertion.id]
        quotes = tuple(replace(quote, source=keys[quote.source]) for quote in assertion.quotes)
        named = tuple(str(keys[source]) for source in assertion.sources)
        used |= {quote.source for quote in quotes} | set(named)
        said = assertion.said or (drafted.account.date if drafted.account.date != existing.date else None)
        assertions.append(replace(assertion, id=name, quotes=quotes, sources=named, said=said))
    sources = {}
    for source in drafted.account.sources.values():
        key = keys[source.key]
        if key is not None and key in used and key not in existing.sources:
            sources[key] = replace(source, key=key)
    account = replace(drafted.account, sources=sources, assertions=tuple(assertions))
    return DraftedAccount(account=account, places=places)


def _insert(document: Document, additions: DraftedAccount) -> str:
    text = document.text
    edits = [(_end_of_entry(document, "assertions"), assertion_yaml(additions))]
    if additions.account.sources:
        sources = document.find(("sources",))
        if isinstance(sources, MappingNode) and sources.entries:
            edits.append((_end_of_entry(document, "sources"), source_yaml(additions)))
        else:
            at = document.key_position(("assertions",)).line
            edits.append((_line_start(text, at), "sources:\n" + source_yaml(additions)))
    for at, lines in sorted(edits, reverse=True):
        gap = "" if at == 0 or text[at - 1] == "\n" else "\n"
        text = text[:at] + gap + lines + text[at:]
    return text


def _end_of_entry(document: Document, key: str) -> int:
    """Return where the lines of a top-level key end: before the next key and the comments above it, or the file's end."""
    node = document.find((key,))
    if node is None or document.text[node.start] in "[{":
        message = f"{document.path}: its {key} are in brackets; write them as a list with a line for each"
        raise CannotMerge(message)
    later = [entry.start for entry, _ in document.root.entries if entry.start > node.start]
    if not later:
        return len(document.text)
    at = min(later)
    at -= document.lines.at(at)[1] - 1
    lines = document.text[:at].split("\n")
    while len(lines) > 1 and (lines[-2].startswith("#") or not lines[-2].strip()):
        at -= len(lines[-2]) + 1
        lines.pop(-2)
    return at


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at
