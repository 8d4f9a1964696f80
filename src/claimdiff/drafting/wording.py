"""Put a found statement into a text that stands alone, with its verbatim quote."""

import datetime
import re
from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.markup import unmarked
from claimdiff.drafting.named import Named
from claimdiff.drafting.nested import anothers
from claimdiff.drafting.parts import Part, fragments, parts_of
from claimdiff.drafting.phrases import DATELINE, QUOTED, Spoken
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
_LEADS_BACK = re.compile(
    r"^(?:It|This(?! (?:week|month|year|morning|afternoon|evening)\b)|That|These|Those|They|He|She|There|His|Her|Its|Their)\b"
)
_OTHERS = re.compile(r"\b(?:counterparts?|opposite number)\b")
"""Whom "his" means is then not the speaker's party: "His Peruvian counterpart, Ana Sol"."""
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")
_LED = re.compile(r"^For [^,]{2,40}, ")


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
    words: tuple[int, int] | None = None,
) -> list[Statement]:
    """Return the statements of one frame: one per party and part, the quote verbatim.

    ``span``: the stretch of the sentence (offsets) that the frame covers. ``reporter`` tells acts. ``words``: the stretch that
    is the speaker's own words though no quotation marks stand around it.
    """
    act = frame is not None and frame.kind in {"act", "attitude"}
    said, time_notes = _said(here, frame, date, lexicon)
    found = []
    own = [Part(start=words[0], end=words[1], voice=Voice.DIRECT)] if words is not None else None
    others = anothers(here, frame, lexicon)
    for part in own or parts_of(here, frame, span, others, lexicon=lexicon):
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
                        Own(quote=here.sentence.text[a:b], start=here.sentence.start + a)
                        for a, b in fragments(here, part, others)
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
    name = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) ", "", _HONORIFIC.sub("", name))
    nameless = speaker.who.person is not True and name.islower() and len(name.split()) == 1
    return None if not name or name == party or nameless or name.lower() in w.PRONOUNS else name


def _text(
    here: Spoken, frame: Frame | None, speaker: Speaker, part: Part, named: Sequence[Named], span: tuple[int, int]
) -> tuple[str, tuple[str, ...]]:
    quote = here.sentence.text[part.start : part.end]
    if part.voice is Voice.DIRECT:
        verb = "wrote" if frame is not None and frame.lemma in {"write", "wrote", "post", "tweet"} else "said"
        said = " ".join(here.sentence.text[a:b] for a, b in part.halves) or quote
        words = re.sub(r"^(?:and|but) ", "", " ".join(unmarked(said).split()))
        words = words[0].upper() + words[1:]
        stop = "" if words[-1] in ".!?…" else "."
        return f"{_named(speaker)} {verb}: “{words}{stop}”", checks_of(words)
    text, resolved = _resolved(here, frame, speaker, part, named)
    text = plain(text)
    return text, checks_of(text, skip_lead=resolved)


def plain(text: str) -> str:
    """Return the sentence in one line, without what only leads in and without "Mr", with a full stop."""
    text = _HONORIFIC.sub("", _OPENER.sub("", " ".join(unmarked(text).split())))
    text = text[0].upper() + text[1:]
    return text if text.rstrip("”\"’'")[-1:] in {".", "!", "?", "…"} else text + "."


def _named(speaker: Speaker) -> str:
    if speaker.who.person:
        name = _plain_name(speaker.who.name)
        return name[0].upper() + name[1:]
    shown = speaker.shown if speaker.shown and speaker.shown.lower() not in w.PRONOUNS else speaker.who.name
    if shown.lower().split()[-1] in w.VOICES:
        shown = speaker.parties[0].name  # "the company's statement"
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
    begin = lead.end() if lead and frame is not None and speaker.carried and part.start == here.lead else part.start
    dateline = DATELINE.match(text, here.lead) if part.start == here.lead and not here.entered else None
    begin = max(begin, dateline.end()) if dateline else begin
    if frame is not None:
        phrase = frame.subject.phrase
        words = here.words(phrase.first, phrase.last)
        start, end = here.tokens[phrase.first].start, here.tokens[phrase.last - 1].end
        carried = words.lower() in w.PRONOUNS or (speaker.carried and phrase.first == 0 and _only_points(words))
        meant = " and ".join(party.name for party in speaker.parties) if len(speaker.parties) > 1 else speaker.who.name
        if carried and speaker.who.name in text[:start]:
            resolved = True  # "Jo Lee wept as she told it"
        elif carried and part.start <= start:
            edits.append((start, end, _plain_name(meant)))
            resolved = True
        elif words.split()[0].lower() in w.POSSESSIVE_PRONOUNS and (owner := _owner(words, speaker)) is not None:
            first = here.tokens[phrase.first]
            last = max([phrase.last, *(span.last for span in frame.subject.beside)])
            if owner not in here.words(phrase.first + 1, last):  # "Its rival, Port Karr, said": whose is not told
                edits.append((first.start, first.end, _owner_form(owner)))
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


def _only_points(words: str) -> bool:
    """Tell whether a phrase says no more of somebody than a name does: "The firm", not "A senior official" of it."""
    first, *rest = words.lower().split()
    return first in {"the", "this", "that", "both", "it"} and "and" not in rest


def _owner(words: str, speaker: Speaker) -> str | None:
    """Return who "its" or "his" stands for; None for "his office" and the like, where only the office is known."""
    party, single = speaker.parties[0], " " not in words
    if _OTHERS.search(words) or party.name.lower() == words.split(" ", 1)[-1].lower():
        return None  # never "Operator's operator"
    if words.lower().startswith(("its", "their")):
        return party.name if not single else _plain_name(speaker.who.name)
    if party.person or party.gender or "state" in party.kinds:
        return party.name
    return _plain_name(speaker.who.name) if speaker.who.person and speaker.who.name[0].isupper() else None


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
    early = _early(text)
    if early and not lead:
        found.append(early)
    return tuple(f"what “{words}” means" for words in dict.fromkeys(found))


def _early(text: str) -> str | None:
    """Return a person's pronoun that stands before any name: "On 3 March she had said the opposite, Marsh noted"."""
    match = _PERSONAL.search(text)
    if match is None or match.start() == 0:
        return None
    before = text[: match.start()]
    first = before.split()[0].lower().strip(",")
    led = first in w.PREPOSITIONS | w.SUBORDINATE | w.OPENERS or first.isdigit()
    names = [name for name in _CAPITAL.findall(before)[first[0].isalpha() :] if name.lower() not in w.CALENDAR]
    return match.group() if led and not names and not re.search(r"[“”\"]", before) else None


def _said(
    here: Spoken, frame: Frame | None, date: datetime.date | None, lexicon: Lexicon
) -> tuple[datetime.date | None, tuple[str, ...]]:
    """Return the day on which it was said, where the words by the verb give one other than ``date``."""
    if frame is None:
        return None, ()
    first = min(frame.subject.phrase.first, frame.first)
    last = frame.last
    stop = {"that", ":", QUOTED, ","}
    while last < len(here.tokens) and here.tokens[last].lower not in stop | w.AUXILIARIES and last - frame.last < 10:
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
