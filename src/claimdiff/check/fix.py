"""Mend what can be mended without judgement: the form of ids, and quotes in another typography than their source's.

A decision that is in force stays so: its seal goes with the quotes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from claimdiff.accounts.document import Document, KeyPath, MappingNode, ScalarNode, SequenceNode
from claimdiff.accounts.emit import scalar, words
from claimdiff.accounts.load import LoadedEvent
from claimdiff.accounts.names import ID_PATTERN, as_id
from claimdiff.accounts.quotes import Match, SourceText, Tier
from claimdiff.accounts.seal import seal_of
from claimdiff.check.decided_pairs import sealed
from claimdiff.check.places import quote_path
from claimdiff.check.subject import Subject

if TYPE_CHECKING:
    from claimdiff.accounts.model import Assertion

_IN_PLACE = frozenset({"", "'", '"'})
"""Styles of scalars that are replaced; a block is left as it was written."""


_Place: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edit:
    """Replace ``text[start:end]`` of a file."""

    start: int
    end: int
    text: str


def mended(subject: Subject) -> dict[str, str]:
    """Return the new text of every file of the event that can be mended, by the path that messages name it by."""
    edits: dict[str, set[Edit]] = {}
    quotes = dict(_quotes(subject))
    typeset = ((document, edit) for document, edit, _ in quotes.values())
    for document, edit in (*typeset, *_seals(subject, quotes), *_ids(subject.loaded), *_sources(subject.loaded)):
        edits.setdefault(document.path, set()).add(edit)
    documents = {document.path: document for document in documents_of(subject.loaded)}
    return {path: _applied(documents[path].text, sorted(found)) for path, found in edits.items()}


def documents_of(loaded: LoadedEvent) -> Iterator[Document]:
    """Yield all files of an event that could be read."""
    yield from loaded.accounts.values()
    yield from loaded.links.values()
    if loaded.event_document is not None:
        yield loaded.event_document


def _applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _quotes(subject: Subject) -> Iterator[tuple[_Place, tuple[Document, Edit, str]]]:
    """Yield the source's own characters for every quote that has other ones, by account, assertion and quote."""
    for account in subject.accounts:
        document = subject.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            for j, quote in enumerate(assertion.quotes):
                match, archived = subject.matches.get((account.key, i, j)), subject.archived(account, quote)
                if match is None or archived is None or match.tier is not Tier.TYPOGRAPHIC:
                    continue
                better = _as_printed(archived.text, match)
                node = document.find(quote_path(document, i, j))
                if better != quote.quote and isinstance(node, ScalarNode) and node.style in _IN_PLACE:
                    edit = Edit(start=node.start, end=node.end, text=words(better))
                    yield (account.key, i, j), (document, edit, better)


def _seals(subject: Subject, quotes: Mapping[_Place, tuple[Document, Edit, str]]) -> Iterator[tuple[Document, Edit]]:
    """Yield the new seals of the decisions in force that rest on mended quotes."""
    after: dict[int, Assertion] = {}
    for account in subject.accounts:
        for i, assertion in enumerate(account.assertions):
            words_of = [
                replace(quote, quote=quotes[account.key, i, j][2]) if (account.key, i, j) in quotes else quote
                for j, quote in enumerate(assertion.quotes)
            ]
            after[id(assertion)] = replace(assertion, quotes=tuple(words_of))
    for one in sealed(subject) if quotes else ():
        left, right = ([after[id(assertion)] for assertion in side] for side in one.sides)
        node, new = one.document.find(one.path), seal_of(left, right)
        if one.seal == seal_of(*one.sides) != new and isinstance(node, ScalarNode) and node.style in _IN_PLACE:
            yield one.document, Edit(start=node.start, end=node.end, text=scalar(new, flow=True))


def _as_printed(source: SourceText, match: Match) -> str:
    """Return the source's words on one line: where a line ends is typesetting, and so are soft hyphens."""
    found = source.words(match.occurrences[0].whole)
    return re.sub(r"[ \t]*[\r\n]\s*", " ", found.replace("\u00ad\n", "").replace("\u00ad", ""))


def _ids(loaded: LoadedEvent) -> Iterator[tuple[Document, Edit]]:
    """Yield the right form for the ids of assertions that have another, wherever the event's files name them."""
    for key, document in loaded.accounts.items():
        better = _better_ids(document)
        if not better:
            continue
        for node in _id_nodes(document):
            if node.value in better:
                yield document, _renamed(node, better)
        for names, links in loaded.links.items():
            if key in names:
                yield from ((links, _renamed(n, better)) for n in _named_in(links, key) if n.value in better)
        event = loaded.event_document
        expected = event.find(("expect",)) if event is not None else None
        for index in range(len(expected.items)) if event is not None and isinstance(expected, SequenceNode) else ():
            for kind in ("only", "agree", "partial", "conflict", "link"):
                named = event.find(("expect", index, kind, key)) if event is not None else None
                if event is not None and isinstance(named, ScalarNode) and named.value in better:
                    yield event, _renamed(named, better)


def _better_ids(document: Document) -> Mapping[str, str]:
    """Return the wrong ids of an account with their right form, but for those whose right form is taken."""
    return _better([node.value for node in _id_nodes(document)])


def _better(values: Sequence[str]) -> Mapping[str, str]:
    better: dict[str, str] = {}
    for value in values:
        good = as_id(value)
        if not re.fullmatch(ID_PATTERN, value) and good and good not in (*values, *better.values()):
            better[value] = good
    return better


def _sources(loaded: LoadedEvent) -> Iterator[tuple[Document, Edit]]:
    """Yield the right form for the names of sources that have another, wherever the account names them."""
    for document in loaded.accounts.values():
        sources = document.find(("sources",))
        keys = [key for key, _ in sources.entries] if isinstance(sources, MappingNode) else []
        better = _better([key.value for key in keys])
        for node in (*keys, *_scalars(document, _source_paths(document))) if better else ():
            if node.value in better and node.style in _IN_PLACE:
                yield document, _renamed(node, better)


def _source_paths(document: Document) -> Iterator[KeyPath]:
    """Yield the paths where an assertion names a source."""
    assertions = document.find(("assertions",))
    for i in range(len(assertions.items)) if isinstance(assertions, SequenceNode) else ():
        yield ("assertions", i, "source")
        quotes = document.find(("assertions", i, "quotes"))
        for j in range(len(quotes.items)) if isinstance(quotes, SequenceNode) else ():
            yield ("assertions", i, "quotes", j, "source")


def _scalars(document: Document, paths: Iterable[KeyPath]) -> Iterator[ScalarNode]:
    for path in paths:
        node = document.find(path)
        if isinstance(node, ScalarNode):
            yield node


def _id_nodes(document: Document) -> Iterator[ScalarNode]:
    assertions = document.find(("assertions",))
    for index in range(len(assertions.items)) if isinstance(assertions, SequenceNode) else ():
        node = document.find(("assertions", index, "id"))
        if isinstance(node, ScalarNode) and node.style in _IN_PLACE and node.value:
            yield node


def _named_in(links: Document, key: str) -> Iterator[ScalarNode]:
    """Yield the ids of one account that a links file names."""
    for name in ("links", "apart", "doubtful", "omitted"):
        entries = links.find((name,))
        for index in range(len(entries.items)) if isinstance(entries, SequenceNode) else ():
            listed = links.find((name, index, key))
            for node in listed.items if isinstance(listed, SequenceNode) else ():
                if isinstance(node, ScalarNode) and node.style in _IN_PLACE:
                    yield node


def _renamed(node: ScalarNode, better: Mapping[str, str]) -> Edit:
    return Edit(start=node.start, end=node.end, text=scalar(better[node.value], flow=True))
