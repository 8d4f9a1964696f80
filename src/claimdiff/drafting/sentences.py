"""Split a source text into paragraphs and sentences, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimdiff.drafting.markup import bulleted

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_WIDEST = 130
"""Lines of more characters are not broken at a width."""
_WRAPPED = 55
"""Lines of a hard-wrapped paragraph are at least so long, but for the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the source, ``text == source[start:end]``. ``number`` counts from 0."""

    text: str
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the source, ``text == source[start:end]``. ``line`` and ``column`` count from 1."""

    text: str
    start: int
    end: int
    line: int
    column: int
    paragraph: int


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs: what blank lines part; within such a block every line, unless its lines are wrapped."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for gap in (*_BLANK.finditer(source), None):
        end = gap.start() if gap else len(source)
        spans += _block(source, begin, end)
        begin = gap.end() if gap else end
    stripped = (_strip(source, start, end) for start, end in spans)
    kept = [(start, end) for start, end in stripped if start < end]
    return tuple(
        Paragraph(text=source[start:end], start=start, end=end, number=i) for i, (start, end) in enumerate(kept)
    )


def _block(source: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, begin = [], start
    while begin <= end:
        stop = source.find("\n", begin, end)
        stop = end if stop < 0 else stop
        lines.append((begin, stop))
        begin = stop + 1
    texts = [source[a:b].rstrip() for a, b in lines]
    inner = texts[:-1]
    wrapped = (
        len(texts) > 1
        and all(_WRAPPED <= len(text) <= _WIDEST for text in inner)
        and sum(bool(_ENDS.search(text)) for text in inner) * 2 <= len(inner)
    )
    return [(start, end)] if wrapped else _refilled(lines, texts)


def _refilled(lines: list[tuple[int, int]], texts: list[str]) -> list[tuple[int, int]]:
    """Return the lines joined where they were broken at a narrow width: the next word would not have fitted.

    Of the lines without a full stop most must be so full, and some be gone on with in lower case: headlines are not.
    """
    width = max(map(len, texts))
    following = [text.lstrip() for text in texts[1:]]
    pairs = zip(texts, following, strict=False)
    full = [len(text) + 1 + len((after.split() or [""])[0]) >= width for text, after in pairs]
    unfinished = [i for i in range(len(full)) if not _ENDS.search(texts[i])]
    lower = sum(following[i][:1].islower() for i in unfinished)
    if (
        width > _WIDEST
        or not lower
        or lower * 3 < len(unfinished)
        or sum(full[i] for i in unfinished) * 3 < len(unfinished) * 2
    ):
        return _items(lines, texts)
    joined = [lines[0]]
    for i, line in enumerate(lines[1:]):
        if full[i] or following[i][:1].islower():
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _items(lines: list[tuple[int, int]], texts: list[str]) -> list[tuple[int, int]]:
    """Return the lines with the indented ones after a bullet joined to their item."""
    joined: list[tuple[int, int]] = []
    within = False
    for line, text in zip(lines, texts, strict=True):
        if within and text.startswith(("  ", "\t")) and not bulleted(text):
            joined[-1] = (joined[-1][0], line[1])
            continue
        within = bulleted(text)
        joined.append(line)
    return joined


def _strip(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def sentences(source: str) -> tuple[Sentence, ...]:
    """Return the sentences of the source in order; every character that is no white space is in one of them."""
    lines = [0, *(match.end() for match in re.finditer("\n", source))]
    found: list[Sentence] = []
    line = 0
    for paragraph in paragraphs(source):
        for start, end in _split(paragraph.text):
            at = paragraph.start + start
            while line + 1 < len(lines) and lines[line + 1] <= at:
                line += 1
            found.append(
                Sentence(
                    text=source[at : paragraph.start + end],
                    start=at,
                    end=paragraph.start + end,
                    line=line + 1,
                    column=at - lines[line] + 1,
                    paragraph=paragraph.number,
                )
            )
    return tuple(found)


_RESUMED = re.compile(r"[,.?!…][\"'”’»]$")
_ABBREVIATED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Sgt|Lt|Col|Gen|Capt|Det|Insp|Supt|Cllr|Prof|St|Hon|Rev|Sec|Asst|Dep|Maj|Adm|Messrs|No)\.$"
)
_SAID = re.compile(
    r"(?:[A-Z][\w.'’-]* |[a-z]+ ){1,5}(?:said|says|asked|asks|added|told|wrote|replied|continued|tweeted)\b[^“\"]{0,60}\.?$"
)
_MARKED_NAME = re.compile(r"(?:^|\W)[A-Z][\w’']*[?!]$")
"""A name that ends in a mark, such as Which?, where the sentence goes on after it."""
_AMOUNT = re.compile(r"\d(?:bn|m|tn|k|pc|kg|km|mph|ft|lb|pm|am)\.[\"”’]?\s+(?=[A-Z“\"‘])")
"""An amount that ends a sentence, which the segmenter takes for an abbreviation: "down from €2.6bn. Olaf Brenner …"."""
_PLACE = re.compile(r"[A-Z][A-Z ,.]{2,30}(?:[A-Z][a-z]+\.)?(?: \([A-Z][\w ]*\))?")


def _split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences; a part that goes on in lower case after a quote belongs to it (“Why?” he said)."""
    starts = sorted({*(start for start, _ in _segments(text)), *(match.end() for match in _AMOUNT.finditer(text))})
    spans = [(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        here = text[start:end].strip()
        if merged and (not any(c.isalnum() for c in here) or _continues(text[merged[-1][0] : merged[-1][1]], here)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    for start, end in merged:
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _continues(before: str, here: str) -> bool:
    if _PLACE.fullmatch(before.strip()) or here[:1] in "–—" or _ABBREVIATED.search(before.rstrip()):
        return True
    if re.search(r"[?!…][\"”’]$", before.rstrip()) and _SAID.match(here):
        return True
    if _MARKED_NAME.search(before.rstrip()) and here[:1].islower():
        return True
    return bool(_RESUMED.search(before.rstrip())) and here[:1].islower()


def _segments(text: str) -> Iterator[tuple[int, int]]:
    # Imported here: the segmenter takes as long to load as a comparison takes to run.
    from syntok import segmenter

    first = True
    for block in segmenter.analyze(text):
        for tokens in block:
            start = 0 if first else tokens[0].offset
            first = False
            yield start, tokens[-1].offset + len(tokens[-1].value)
