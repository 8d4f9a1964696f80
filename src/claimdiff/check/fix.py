"""Mend what can be mended without judgement: the form of ids, and quotes in another typography than their source's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimdiff.accounts.document import Document, ScalarNode, SequenceNode
from claimdiff.accounts.emit import scalar, words
from claimdiff.accounts.load import LoadedEvent
from claimdiff.accounts.names import ID_PATTERN, as_id
from claimdiff.accounts.quotes import Match, SourceText, Tier
from claimdiff.check.places import quote_path
from claimdiff.check.subject import Subject

_IN_PLACE = frozenset({"", "'", '"'})
"""Styles of scalars that are replaced; a block is left as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edit:
    """Replace ``text[start:end]`` of a file."""

    start: int
    end: int
    text: str


def mended(subject: Subject) -> dict[str, str]:
    """Return the new text of every file of the event that can be mended, by the path that messages name it by."""
    edits: dict[str, set[Edit]] = {}
    for document, edit in (*_quotes(subject), *_ids(subject.loaded)):
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


def _quotes(subject: Subject) -> Iterator[tuple[Document, Edit]]:
    """Yield the source's own characters for every quote that has other ones."""
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
                    yield document, Edit(start=node.start, end=node.end, text=words(better))


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
    values = [node.value for node in _id_nodes(document)]
    better: dict[str, str] = {}
    for value in values:
        good = as_id(value)
        if not re.fullmatch(ID_PATTERN, value) and good and good not in (*values, *better.values()):
            better[value] = good
    return better


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
