"""Write an edit into the text of a links file: what it does not touch stays as it was, to the byte.

Lines are cut out and put in by the positions of our own YAML reader. What was written is read back and compared with what
was meant; a file in a layout that cannot be edited by lines is written anew, its comments at the top.
"""

import re
from collections.abc import Iterator, Sequence

from claimdiff.accounts.build import build_decisions
from claimdiff.accounts.document import Document, MappingNode, Node, ScalarNode, SequenceNode, plain
from claimdiff.accounts.emit import decision_lines, dump_decisions
from claimdiff.accounts.faults import read_links
from claimdiff.accounts.model import Account, Decisions
from claimdiff.accounts.yaml import parse
from claimdiff.review.comments import comments, end_of, is_flow
from claimdiff.review.entries import Change, Decision, Edit, Section, applied, changes, listed

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class _Unusual(Exception):  # noqa: N818 - no fault, another way is taken
    """The file's layout cannot be edited by lines."""


def spliced(document: Document, decisions: Decisions, edit: Edit, left: Account, right: Account) -> str:
    """Return the file's text after the edit.

    ``decisions`` are those that the document holds, ``left`` and ``right`` its accounts in its order. Raise NotThere where
    an entry to take out is missing.
    """
    wanted = applied(decisions, edit, left, right)
    todo = changes(decisions, edit, left, right)
    try:
        text = _Splicer(document, decisions).text_after(todo)
    except _Unusual:
        return rewritten(document, wanted)
    return text if _says(text, wanted) and _keeps_comments(document, text) else rewritten(document, wanted)


def rewritten(document: Document, decisions: Decisions) -> str:
    """Return the file written anew in the layout of all links files, with all its comments at the top."""
    head = "".join(f"{comment}\n" for _, comment in comments(document))
    return head + dump_decisions(decisions)


def _says(text: str, wanted: Decisions) -> bool:
    document, faults = parse(text, "")
    if document is None or faults:
        return False
    model, more = read_links(document, stem="--".join(wanted.accounts))
    return model is not None and not more and build_decisions(model) == wanted


def _keeps_comments(document: Document, text: str) -> bool:
    after, _ = parse(text, "")
    assert after is not None  # it was read before
    return sorted(c for _, c in comments(document)) == sorted(c for _, c in comments(after))


class _Splicer:
    """Collects replacements of whole lines, then makes them from the last to the first."""

    def __init__(self, document: Document, decisions: Decisions) -> None:
        if is_flow(document, document.root):
            raise _Unusual
        self._document, self._decisions = document, decisions
        self._lines = _LINE.findall(document.text)
        self._end = next((m for m in ("\r\n", "\n", "\r") if m in document.text), "\n")
        self._comments = comments(document)
        self._edits: list[tuple[int, int, list[str]]] = []

    def text_after(self, todo: Sequence[Change]) -> str:
        """Return the text with all changes made."""
        for change in todo:
            self._section(change)
        lines = [line if line.endswith(("\n", "\r")) else line + self._end for line in self._lines]
        for first, last, new in sorted(self._edits, key=lambda edit: edit[:2], reverse=True):
            lines[first:last] = [line + self._end for line in new]
        return "".join(lines)

    def _section(self, change: Change) -> None:
        old = listed(self._decisions, change.section)
        new = change.apply(old)
        node = self._document.find((change.section.value,))
        if node is None:
            at = self._place(change.section)
            self._edits.append((at, at, [f"{change.section}:", *self._items(new, 2)]))
            return
        if not isinstance(node, SequenceNode) or is_flow(self._document, node):
            raise _Unusual
        rows = [self._rows(item) for item in node.items]
        if not new:
            key = self._row(self._document.key_position((change.section.value,)).line)
            self._edits.append((key, key + 1, self._saved(key, rows[0][0])))
        dash = self._column(node.start)
        for index, entry in change.replaced.items():
            first, last = rows[index]
            self._edits.append((first, last, self._instead(node.items[index], rows[index], entry, dash)))
        for index in dict.fromkeys(at for at, _ in change.inserted):
            row = rows[index][0] if index < len(rows) else rows[-1][1]
            entries = [entry for at, entry in change.inserted if at == index]
            self._edits.append((row, row, list(self._items(entries, dash))))

    def _place(self, section: Section) -> int:
        """Return the row before which a list that is not there yet is put."""
        before = ("accounts", *Section)[: list(Section).index(section) + 1]
        ends = [self._after(node) for key in before if (node := self._document.find((str(key),))) is not None]
        if not ends:
            raise _Unusual
        return max(ends)

    # -- entries as lines

    def _items(self, entries: Sequence[Decision], dash: int) -> Iterator[str]:
        for entry in entries:
            for n, line in enumerate(decision_lines(entry, self._decisions.accounts)):
                yield " " * dash + ("  " if n else "- ") + line

    def _instead(self, item: Node, rows: tuple[int, int], new: Decision | None, dash: int) -> list[str]:
        """Return the lines that take the place of an entry's: only the fields that changed are written anew."""
        if new is None:
            return self._saved(*rows, indent=dash)
        if not isinstance(item, MappingNode) or is_flow(self._document, item):
            return [*self._saved(*rows, indent=dash), *self._items([new], dash)]
        indent = self._column(item.start)
        before = self._fields(item, rows)
        lines: list[str] = []
        for key, written in _by_field(decision_lines(new, self._decisions.accounts)):
            value, raw = before.pop(key, (None, []))
            same = value is not None and _reads_the_same(value, key, written)
            lines += raw if same else [*self._saved_in(raw, indent), *(" " * indent + line for line in written)]
        lines += [line for _, raw in before.values() for line in self._saved_in(raw, indent)]
        head = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
        lines[:head] = [" " * dash + line.lstrip() for line in lines[:head]]
        lines[head] = " " * dash + "-" + " " * (indent - dash - 1) + lines[head].lstrip(" -")
        return lines

    def _fields(self, item: MappingNode, rows: tuple[int, int]) -> dict[str, tuple[Node, list[str]]]:
        """Return the value and the lines of every field of an entry, comments behind a field among its lines."""
        starts = [self._row(self._document.lines.at(key.start)[0]) for key, _ in item.entries]
        if len(set(starts)) < len(starts):
            raise _Unusual
        ends = [*starts[1:], rows[1]]
        return {
            key.value: (value, [line.rstrip("\r\n") for line in self._lines[first:last]])
            for (key, value), first, last in zip(item.entries, starts, ends, strict=True)
        }

    # -- rows (lines counted from 0) and columns (from 0)

    def _rows(self, item: Node) -> tuple[int, int]:
        """Return the rows of an entry: the first, and the one behind its last."""
        line, column = self._document.lines.at(item.start)
        if self._document.lines.line(line)[: column - 1].strip() != "-":
            raise _Unusual
        return self._row(line), self._after(item)

    def _after(self, node: Node) -> int:
        return self._row(self._document.lines.at(end_of(self._document, node))[0]) + 1

    def _row(self, line: int) -> int:
        return line - 1

    def _column(self, offset: int) -> int:
        return self._document.lines.at(offset)[1] - 1

    # -- comments

    def _saved(self, first: int, last: int, *, indent: int = 0) -> list[str]:
        """Return the comments on these rows as lines of their own."""
        rows = range(first, last)
        return [" " * indent + c for at, c in self._comments if self._row(self._document.lines.at(at)[0]) in rows]

    def _saved_in(self, raw: Sequence[str], indent: int) -> list[str]:
        if not raw:
            return []
        known = {c for _, c in self._comments}
        found = ((line, line[match.start() :].rstrip()) for line in raw for match in re.finditer(r"(?<!\S)#", line))
        return [" " * indent + comment for _, comment in found if comment in known]


def _by_field(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the fields of an entry that is written as lines, each with its lines."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith((" ", "-")):
            found[-1][1].append(line)
        else:
            found.append((line.partition(":")[0], [line]))
    yield from found


def _reads_the_same(value: Node, key: str, written: Sequence[str]) -> bool:
    document, _ = parse("\n".join(written), "")
    if document is None or (new := document.find((key,))) is None:
        return False
    if isinstance(value, ScalarNode) and isinstance(new, ScalarNode):
        return value.value.strip() == new.value.strip()
    return plain(value) == plain(new)
