"""Put a found statement into a text that stands alone, with its verbatim quote."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.frames import Frame
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.speakers import Speaker
from claimdiff.drafting.statements import Own, Statement
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.times import find_times
from claimdiff.vocabulary import Voice

_OPENER = re.compile(
    r"^(?:However|Meanwhile|But|And|Yet|Also|In addition|Moreover|Furthermore|Nevertheless|Nonetheless|Instead|Still|So|"
    r"Separately|For (?:his|her|its|their) part),? "
)
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?=[A-Z])")
_POINTS_BACK = re.compile(
    r"\b(?:such an?|this (?:move|idea|demand|step|offer|plan|claim)|that (?:move|idea|demand|offer|plan|claim)|the move|"
    r"the same (?:day|thing)|the former|the latter)\b"
)
_LEADS_BACK = re.compile(r"^(?:It|This|That|These|Those|They|He|She|There|His|Her|Its|Their)\b")
_SECOND_VERB = re.compile(
    r",? (?:and|but) (?=(?:(?:also|later|then|further) )?(?:added|emphasised|emphasized|insisted|said|stressed|warned|argued|"
    r"claimed|noted|denied|underlined) that )"
)
_SECOND_THAT = re.compile(r",? and (?=that )")
_LED = re.compile(r"^For [^,]{2,40}, ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence that is one statement: offsets in the sentence, whether the party's own words.

    ``second``: where words from before the stretch are needed to understand it, the offsets of those words; an end of -1
    stands for the subject's name.
    """

    start: int
    end: int
    voice: Voice
    second: tuple[int, int] | None = None


def state(
    here: Spoken,
    frame: Frame | None,
    speaker: Speaker,
    *,
    span: tuple[int, int],
    named: Sequence[Named],
    date: datetime.date | None,
    reporter: str,
    lexicon: Lexicon,
) -> list[Statement]:
    """Return the statements of one frame: one per party and part, the quote verbatim.

    ``span``: the stretch of the sentence (offsets) that the frame covers. ``reporter`` tells acts.
    """
    act = frame is not None and frame.kind in {"act", "attitude"}
    said, time_notes = _said(here, frame, date, lexicon)
    found = []
    for part in _parts(here, frame, span):
        quote = here.sentence.text[part.start : part.end]
        if not any(character.isalnum() for character in quote):
            continue
        text, checks = _text(here, frame, speaker, part, named, span)
        if speaker.carried and frame is None:
            checks = (*checks, f"the speaker is carried over: {speaker.who.name}")
        elif not speaker.sure:
            checks = (*checks, "whether the party is right")
        for party in speaker.parties:
            shown = reporter if act else _attributed(speaker, party.name)
            found.append(
                Statement(
                    party=party.name,
                    speaker=shown,
                    sentence=here.sentence,
                    own=tuple(
                        Own(quote=here.sentence.text[a:b], start=here.sentence.start + a) for a, b in fragments(here, part)
                    ),
                    quote=quote,
                    start=here.sentence.start + part.start,
                    voice=part.voice,
                    text=text,
                    act=act,
                    said=said,
                    checks=checks,
                    notes=time_notes,
                )
            )
    return found


def _attributed(speaker: Speaker, party: str) -> str | None:
    name = speaker.who.name if speaker.who.person else speaker.shown
    name = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", _HONORIFIC.sub("", name))
    return None if not name or name == party or name.lower() in w.PRONOUNS else name


def _parts(here: Spoken, frame: Frame | None, span: tuple[int, int]) -> list[Part]:
    """Return the parts of the span: its quoted words where they are most of it, else the whole, split where that is sure."""
    text = here.sentence.text
    quoted = [(a, b) for a, b in here.quotes.values() if span[0] <= a and b <= span[1] and b > a]
    size = sum(len(text[a:b].split()) for a, b in quoted)
    outside = _outside(here, frame, span)
    whole = frame is None or _clause(here, quoted, span)
    if quoted and whole and size >= (1 if outside == 0 else 4) and (frame is None or size >= 1.5 * outside):
        parts = [(a, b) for a, b in quoted if len(text[a:b].split()) > 2 or len(quoted) == 1]
        return [Part(start=a, end=_without_comma(text, a, b), voice=Voice.DIRECT) for a, b in parts]
    start, end = span
    while end > start and text[end - 1] in " .,;":
        end -= 1
    return _split(here, frame, start, end)


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


def fragments(here: Spoken, part: Part) -> list[tuple[int, int]]:
    """Return the longer stretches of the party's own words within a reported part, as offsets in the sentence."""
    if part.voice is Voice.DIRECT:
        return []
    inside = [(a, b) for a, b in here.quotes.values() if part.start <= a and b <= part.end + 2]
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
        while after < len(here.tokens) and frame.kind == "say" and here.tokens[after].text not in {":", ",", QUOTED, "that"}:
            skipped.add(after)
            after += 1
            if after - frame.last > 12:
                skipped -= set(range(frame.last, after))
                break
    return sum(
        token.text != QUOTED and token.text[0].isalnum() and i not in skipped and span[0] <= token.start < span[1]
        for i, token in enumerate(here.tokens)
    )


def _text(
    here: Spoken, frame: Frame | None, speaker: Speaker, part: Part, named: Sequence[Named], span: tuple[int, int]
) -> tuple[str, tuple[str, ...]]:
    quote = here.sentence.text[part.start : part.end]
    if part.voice is Voice.DIRECT:
        verb = "wrote" if frame is not None and frame.lemma in {"write", "wrote", "post", "tweet"} else "said"
        words = re.sub(r"^(?:and|but) ", "", quote.strip())
        words = words[0].upper() + words[1:]
        stop = "" if words[-1] in ".!?…" else "."
        return f"{_named(speaker)} {verb}: “{words}{stop}”", checks_of(words)
    text, resolved = _resolved(here, frame, speaker, part, named)
    text = plain(text)
    return text, checks_of(text, skip_lead=resolved)


def plain(text: str) -> str:
    """Return the sentence without what only leads in and without "Mr", with a full stop."""
    text = _HONORIFIC.sub("", _OPENER.sub("", text))
    text = text[0].upper() + text[1:]
    return text if text.rstrip("”\"’'")[-1:] in {".", "!", "?", "…"} else text + "."


def _named(speaker: Speaker) -> str:
    if speaker.who.person:
        return _plain_name(speaker.who.name)
    shown = speaker.shown if speaker.shown and speaker.shown.lower() not in w.PRONOUNS else speaker.who.name
    shown = _HONORIFIC.sub("", shown if not speaker.carried else speaker.who.name)
    return shown[0].upper() + shown[1:]


def _plain_name(name: str) -> str:
    return _HONORIFIC.sub("", name)


def _resolved(
    here: Spoken, frame: Frame | None, speaker: Speaker, part: Part, named: Sequence[Named]
) -> tuple[str, bool]:
    """Return the part with names for pronouns where they are certain, without "Mr", names spelt as elsewhere."""
    text = here.sentence.text
    edits: list[tuple[int, int, str]] = []
    resolved = False
    lead = _LED.match(text)
    begin = lead.end() if lead and frame is not None and speaker.carried and part.start == 0 else part.start
    if frame is not None:
        phrase = frame.subject.phrase
        words = here.words(phrase.first, phrase.last)
        start, end = here.tokens[phrase.first].start, here.tokens[phrase.last - 1].end
        carried = words.lower() in w.PRONOUNS or (speaker.carried and phrase.first == 0)
        if carried and part.start <= start:
            edits.append((start, end, _plain_name(speaker.who.name)))
            resolved = True
        elif words.split()[0].lower() in w.POSSESSIVE_PRONOUNS and speaker.parties:
            first = here.tokens[phrase.first]
            edits.append((first.start, first.end, _owner_form(speaker.parties[0].name)))
            resolved = True
        edits += _also(here, frame)
    for one in named:
        words = here.words(one.first, one.last)
        if one.last - one.first == 1 and one.entity.person and words not in one.entity.name.split() and len(words) > 5:
            edits.append((here.tokens[one.first].start, here.tokens[one.last - 1].end, one.entity.name.split()[-1]))
    before = ""
    if part.second is not None:
        start, end = part.second
        before = _edited(text, start, end, edits) if end >= 0 else _plain_name(speaker.who.name) + " "
        resolved = True
    return _HONORIFIC.sub("", before + _edited(text, begin, part.end, edits)).strip(), resolved


def _edited(text: str, start: int, end: int, edits: Sequence[tuple[int, int, str]]) -> str:
    """Return ``text[start:end]`` with those edits that lie in it."""
    result, at = "", start
    for first, last, new in sorted(edits):
        if first >= at and last <= end:
            result += text[at:first] + new
            at = last
    return result + text[at:end]


def _also(here: Spoken, frame: Frame) -> list[tuple[int, int, str]]:
    """Return the edits that take "also" before the verb out and say "said" for "added"."""
    edits = []
    for i in range(frame.subject.between.first, frame.first):
        token = here.tokens[i]
        if token.lower == "also":
            edits.append((token.start, token.end + 1, ""))
    verb = here.tokens[frame.first]
    if verb.lower == "added":
        edits.append((verb.start, verb.end, "said"))
    return edits


def _owner_form(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def checks_of(text: str, *, skip_lead: bool = False) -> tuple[str, ...]:
    """Return what a person has to look at: words that point back to a sentence before."""
    found = [match.group() for match in _POINTS_BACK.finditer(text)]
    lead = _LEADS_BACK.match(text)
    if lead and not skip_lead:
        found.insert(0, lead.group())
    return tuple(f"what “{words}” means" for words in dict.fromkeys(found))


def _said(
    here: Spoken, frame: Frame | None, date: datetime.date | None, lexicon: Lexicon
) -> tuple[datetime.date | None, tuple[str, ...]]:
    """Return the day on which it was said, where the words by the verb give one other than ``date``."""
    if frame is None:
        return None, ()
    first = min(frame.subject.phrase.first, frame.first)
    last = frame.last
    stop = {"that", ":", QUOTED, ","}
    while last < len(here.tokens) and here.tokens[last].lower not in stop and last - frame.last < 10:
        last += 1
    if frame.kind == "act":
        first, last = 0, len(here.tokens)
    for time in find_times(here.tokens, date, lexicon):
        if not (first <= time.first < last) or time.kind != "date":
            continue
        words = here.words(time.first, time.last)
        if date is None or time.earliest is None or time.latest is None:
            if re.search(r"\b(?:last|earlier|previous|ago)\b", words):
                return None, (f"said “{words}”; the day is to be found",)
            continue
        if time.latest > date or (time.earliest <= date <= time.latest and time.earliest == time.latest):
            continue
        if time.earliest == time.latest:
            return time.earliest, ()
        return None, (f"said “{words}”; the source gives no day",)
    return None, ()
