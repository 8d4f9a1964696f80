"""Cut a sentence into the parts that are one statement each: quoted words, or the reporter's rendering."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting.beyond import more_said
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.language.lexicon import Lexicon
from claimdiff.vocabulary import Voice

_SECOND_VERB = re.compile(
    r",? (?:and|but) (?=(?:(?:also|later|then|further) )?(?:added|emphasised|emphasized|insisted|said|stressed|warned|argued|"
    r"claimed|noted|denied|underlined) that )"
)
_SECOND_THAT = re.compile(r",? and (?=that )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence that is one statement: offsets in the sentence, whether the party's own words.

    ``second``: where words from before the stretch are needed to understand it, the offsets of those words; an end of -1
    stands for the subject's name. ``halves``: where the speaker is named within a quoted sentence, the offsets of both its
    halves.
    """

    start: int
    end: int
    voice: Voice
    second: tuple[int, int] | None = None
    halves: tuple[tuple[int, int], ...] = ()


def parts_of(
    here: Spoken,
    frame: Frame | None,
    span: tuple[int, int],
    others: frozenset[int] = frozenset(),
    *,
    lexicon: Lexicon,
) -> list[Part]:
    """Return the parts of the span: its quoted words where they are most of it, else the whole, split where that is sure.

    Where the speaker says more beside the quoted words, it is the whole. ``others``: the tokens of quotations that are
    another's words.
    """
    text = here.sentence.text
    own = [place for token, place in here.quotes.items() if token not in others]
    quoted = [(a, b) for a, b in own if span[0] <= a and b <= span[1] and b > a]
    size = sum(len(text[a:b].split()) for a, b in quoted)
    outside = _outside(here, frame, span)
    whole = frame is None or _clause(here, quoted, span)
    most = size >= (1 if outside == 0 else 4) and (frame is None or size >= 1.5 * outside)
    if quoted and whole and most and not more_said(here, frame, span, lexicon):
        if len(quoted) == 2 and _goes_on(text, *quoted):
            halves = tuple((a, _without_comma(text, a, b)) for a, b in quoted)
            a, b = max(halves, key=lambda half: half[1] - half[0])
            return [Part(start=a, end=b, voice=Voice.DIRECT, halves=halves)]
        parts = [(a, b) for a, b in quoted if len(text[a:b].split()) > 2 or len(quoted) == 1]
        return [Part(start=a, end=_without_comma(text, a, b), voice=Voice.DIRECT) for a, b in parts]
    start, end = span
    while end > start and text[end - 1] in " .,;":
        end -= 1
    first, *more = _split(here, frame, start, end)
    if (
        more and first.end < end
    ):  # "“It is shut,” Lee said, but denied that it was hers": the first part is quoted words alone.
        return [*parts_of(here, frame, (span[0], first.end), others, lexicon=lexicon), *more]
    return [first, *more]


def _goes_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Tell whether the second of two quotations goes on with the sentence of the first: “I have,” she said, “seen it.”."""
    ends, between = text[first[0] : first[1]].rstrip()[-1:], text[first[1] : second[0]].rstrip(' "“‘')
    return ends not in {".", "!", "?", "…"} and between.endswith(",") and text[second[0]].islower()


def _clause(here: Spoken, quoted: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Tell whether the first quoted words are a clause of their own, not the end of the reporter's sentence."""
    if not quoted:
        return False
    first = here.sentence.text[quoted[0][0]]
    before = here.sentence.text[span[0] : quoted[0][0]].strip(" \"“‘'")
    return not before or (before[-1] in ":," and not first.islower())


def _without_comma(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,":
        end -= 1
    return end


def _split(here: Spoken, frame: Frame | None, start: int, end: int) -> list[Part]:
    """Return the whole as one part, or as two where a second "that" or verb of the same speaker surely begins anew."""
    text = here.sentence.text
    whole = Part(start=start, end=end, voice=Voice.REPORTED)
    if frame is None or frame.inverted or frame.kind != "say":
        return [whole]
    verb = here.tokens[frame.last - 1].end
    masked = text
    for a, b in here.quotes.values():
        masked = masked[:a] + "_" * (b - a) + masked[b:]
    said = masked.find(" that ", verb, end)
    match = _SECOND_VERB.search(masked, verb, end)
    if match:
        name = here.tokens[frame.subject.phrase.first].start
        second = Part(start=match.end(), end=end, voice=Voice.REPORTED, second=(name, -1))
        return [Part(start=start, end=match.start(), voice=Voice.REPORTED), second]
    match = _SECOND_THAT.search(masked, said + 1, end) if said > 0 else None
    if match and said - verb < 60:
        head = here.tokens[frame.subject.phrase.first].start
        second = Part(start=match.end(), end=end, voice=Voice.REPORTED, second=(head, said + 1))
        return [Part(start=start, end=match.start(), voice=Voice.REPORTED), second]
    return [whole]


def fragments(here: Spoken, part: Part, others: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Return the longer stretches of the party's own words within a reported part, as offsets in the sentence.

    Of a quoted sentence in two halves, return the other half. ``others``: the tokens of quotations that are another's words.
    """
    if part.voice is Voice.DIRECT:
        return [half for half in part.halves if half != (part.start, part.end)]
    own = [place for token, place in here.quotes.items() if token not in others]
    inside = [(a, b) for a, b in own if part.start <= a and b <= part.end + 2]
    text = here.sentence.text
    return [(a, _without_comma(text, a, b)) for a, b in inside if len(text[a:b].split()) >= 4]


def _outside(here: Spoken, frame: Frame | None, span: tuple[int, int]) -> int:
    """Count the words that are neither quoted nor those of the frame."""
    skipped: set[int] = set()
    if frame is not None:
        subject = frame.subject
        for part in (subject.phrase, subject.between, *subject.beside):
            skipped |= set(range(part.first, part.last))
        skipped |= set(range(frame.first, frame.last))
        first = min(subject.phrase.first, frame.first)
        skipped |= set(range(first)) if not any(i < first for i in here.quotes) else set()
        after = frame.last
        while (
            after < len(here.tokens)
            and frame.kind == "say"
            and here.tokens[after].text not in {":", ",", QUOTED, "that"}
        ):
            skipped.add(after)
            after += 1
            if after - frame.last > 12:
                skipped -= set(range(frame.last, after))
                break
    return sum(
        token.text != QUOTED and token.text[0].isalnum() and i not in skipped and span[0] <= token.start < span[1]
        for i, token in enumerate(here.tokens)
    )
