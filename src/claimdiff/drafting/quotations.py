"""Find what stands in quotation marks, also over several paragraphs that are closed only in the last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdiff.drafting.sentences import Paragraph

_DOUBLE = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_SINGLE = {"‘": "’", "'": "'"}
_CLOSED_LATER = re.compile(r" [a-z][^'’‘\n]*(?:['’][a-z]{1,2}\b[^'’‘\n]*)*[,.?!…]['’](?!\w)")
"""After the apostrophe of a plural within a quotation: words that go on to a mark that closes it: "Germans' boilers,'"."""
_TELLS = re.compile(
    r"(?:[,.?!] (?:said|says|added) (?:the|[A-Z]))|\b[A-Z][\w’']+ (?:said|says|told|added)\b|\. The \w+ (?:said|told)\b"
)
"""Words of a report within what no mark closes."""
_BEFORE = re.compile(r"[\s(\[—–:,-]$|^$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks: ``source[start:end]`` without the marks, ``outer_start``/``outer_end`` with them.

    ``continued``: it goes on from the paragraph before, which was left open. ``single``: in single marks.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continued: bool
    single: bool


def quotations(source: str, found: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Return the quotations of the source by place; a quotation over several paragraphs is one for each of them."""
    result: list[Quotation] = []
    was_open = False
    for paragraph, after in zip(found, (*found[1:], None), strict=False):
        double = list(_double(source, paragraph, was_open))
        if double and double[-1][1] and _never_closed(source, double[-1][0], after):
            double.pop()
        result += [quotation for quotation, _ in double]
        was_open = bool(double) and double[-1][1]
        inside = [(q.outer_start, q.outer_end) for q in result if q.outer_start >= paragraph.start]
        result += _single(source, paragraph, inside)
    return tuple(sorted(result, key=lambda q: q.outer_start))


def _never_closed(source: str, opened: Quotation, after: Paragraph | None) -> bool:
    """Tell whether a mark is only forgotten: nothing closes it, and what follows it is no longer one speaker's words."""
    goes_on = after is not None and after.text[:1] in _DOUBLE
    return not opened.continued and not goes_on and _TELLS.search(source, opened.start, opened.end) is not None


def _double(source: str, paragraph: Paragraph, was_open: bool) -> Iterator[tuple[Quotation, bool]]:
    at = paragraph.start
    while at < paragraph.end:
        mark = source[at]
        stray = mark == "“" and not source[at + 1 : at + 2].strip()
        if (
            mark not in _DOUBLE
            or stray
            or (mark == '"' and not _BEFORE.search(source[max(paragraph.start, at - 1) : at]))
        ):
            at += 1
            continue
        end = _close(source, at + 1, paragraph.end, _DOUBLE[mark])
        closed = end < paragraph.end
        continued = was_open and at == paragraph.start
        yield (
            Quotation(
                start=at + 1,
                end=end,
                outer_start=at,
                outer_end=end + 1 if closed else end,
                continued=continued,
                single=False,
            ),
            not closed,
        )
        at = end + 1


def _close(source: str, start: int, stop: int, marks: str) -> int:
    """Return where the quotation ends: its closing mark, or the paragraph's end."""
    depth = 0
    for at in range(start, stop):
        if source[at] == "“" and "”" in marks and "“" not in marks:
            if not source[at + 1 : at + 2].strip():  # typed for a closing mark
                return at
            depth += 1
        elif source[at] in marks:
            if source[at] == '"' and source[at + 1 : at + 2].isalnum() and source[at - 1].isspace():
                continue
            if depth == 0:
                return at
            depth -= 1
    return stop


def _single(source: str, paragraph: Paragraph, inside: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    at = paragraph.start
    while at < paragraph.end:
        covering = next((end for start, end in inside if start <= at < end), None)
        if covering is not None:
            at = covering
            continue
        mark = source[at]
        opens = mark in _SINGLE and _BEFORE.search(source[max(paragraph.start, at - 1) : at])
        end = _close_single(source, at + 1, paragraph.end, _SINGLE[mark]) if opens else None
        if end is None:
            at += 1
            continue
        yield Quotation(start=at + 1, end=end, outer_start=at, outer_end=end + 1, continued=False, single=True)
        at = end + 1


def _close_single(source: str, start: int, stop: int, mark: str) -> int | None:
    """Return the closing mark: one that no letter follows; an apostrophe within a word is none."""
    for at in range(start, stop):
        plural = source[at - 1] == "s" and _CLOSED_LATER.match(source, at + 1, stop)
        closes = source[at] == mark and at > start and not plural
        if closes and not source[at + 1 : at + 2].isalnum() and not source[at - 1].isspace():
            return at
    return None
