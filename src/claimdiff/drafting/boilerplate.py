"""Tell what of a source is no part of its report: headlines, captions, bylines, links, newsletter lines."""

import re

from claimdiff.drafting.markup import bulleted, marker, unmarked
from claimdiff.drafting.sentences import paragraphs, sentences

_SHORTEST = 5
"""A line of a list of no more words than this tells nothing."""
_LONGEST = 32
"""A paragraph of more words than this is no headline, even without a full stop."""

_BULLET = re.compile(r"[•·▪◦‣*-] ?\w")
_TELLS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells|wrote|writes|add(?:ed|s)|den(?:ied|ies)|announced|confirmed|insist(?:ed|s)|argue[ds]|"
    r"accuse[ds]|warn(?:ed|s)|claim(?:ed|s)|reject(?:ed|s)|want(?:ed|s)|demand(?:ed|s)|call(?:ed|s) for)\b"
)
"""Verbs of a line that tells what somebody says."""
_QUOTED = re.compile(r"[“\"][^”\"]*\w\W+\w+\W+\w[^”\"]*[”\"][^“”\"]*\b(?:said|told|added|wrote)\b")
"""Quoted words and who said them: no headline, which has "says" and a single mark."""
_ENDS = re.compile(r"[.!?…:;,—–-][\s\"'”“’»)\]]*$")
_TIME = re.compile(
    r"(?:updated|published|posted|last updated|modified)?:?\s*(?:(?:\d{1,2}[:.]\d{2})\s*(?:am|pm|a\.m\.|p\.m\.)?\s*"
    r"(?:[A-Z]{2,4}\b)?|\d{1,2}\s*(?:am|pm))\s*[-–—:]?\s*",
    re.IGNORECASE,
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DATELINE = re.compile(
    rf"(?:published|updated|posted|last updated|on|date)?:?\s*(?:[A-Z][\w .'-]{{1,40}}, )?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}),? ?"
    r"(?:\d{4})?(?:,? (?:at )?\d{1,2}(?:[:.]\d{2})?.{0,10})?\.?",
    re.IGNORECASE,
)
_NOTICES = re.compile(
    r"^(?:read more|see also|related|more on this|follow (?:our|us|the|latest)|sign up|subscribe|click|tap here|"
    r"please (?:use|enable|note|subscribe|allow)|be the first|install|download (?:our|the)|watch(?:\b.*:|"
    r" live| now| below| the)|"
    r"listen (?:to|now|here)|get (?:the|our|in touch|breaking|more|all)|join (?:our|us)|advertisement|"
    r"image(?: source| credit|:)|"
    r"photo(?:graph)?(?: by|:|s:|graph:)|picture:|pictured:|caption:|credit:|video:|listen:|analysis:|live reporting|"
    r"(?:additional )?reporting by|edited by|editing by|written by|translated by|by our |for (?:media|"
    r"press|more|further) (?:enqui|inqui|"
    r"information|details)|media contact|press contact|contact:|notes? (?:to|for) (?:the )?editors?|copyright|©|"
    r"all rights reserved|terms of|"
    r"this (?:article|story|page|video|content) (?:was|is|has been)|share (?:this|on)|skip to|back to top|continue reading|"
    r"our (?:standards|privacy|editorial)|"
    r"recommended|most (?:read|popular)|topics?:|tags?:|related topics|getty|reuters$|ap photo|file photo|"
    r"view (?:comments|all)|(?:for )?(?:immediate|embargoed) release|"
    r"accept (?:all )?cookies|we use cookies|support (?:our|independent)|donate|what we know so far|"
    r"that's all (?:for|from)|stay (?:tuned|with us)|"
    r"you can (?:read|follow|watch|listen|find)|do you have a story|ends$|\*+$|[-–—_=*#\s]+$)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*(?:,? (?:and|in|,) .*)?$", re.IGNORECASE)
_CREDIT = re.compile(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)* (?:reported|reports|contributed) "
    r"(?:from [A-Z][\w ,]{2,40}|to this (?:report|story|article))\.?$"
    r"|\bcontributed (?:reporting|to this (?:report|story|article))\b"
)
_ADDRESS = re.compile(r"https?://|www\.|@[\w.]+\.\w|^\S+\.(?:com|org|net|co\.uk)\b")


def left_out(source: str, *, listed: bool = False) -> dict[int, str]:
    """Return the start of every sentence that is left out of the source -> why; ``listed``: bullets are no headlines."""
    by_paragraph = {p.number: reason(p.text, whole=not (listed and _BULLET.match(p.text))) for p in paragraphs(source)}
    found = {}
    for sentence in sentences(source):
        why = by_paragraph[sentence.paragraph] or reason(sentence.text, whole=False)
        if why is not None:
            found[sentence.start] = why
    return found


def reason(line: str, *, whole: bool) -> str | None:
    """Return why a line is left out (a word for the reader), or None where it is part of the report.

    ``whole``: the line is a paragraph of its own. Sentences within a paragraph are left out only for notices.
    """
    text = line.strip()
    if not any(character.isalpha() for character in text):
        return "time stamp" if _TIME.fullmatch(text) else "no words"
    if _NOTICES.match(text) or _CREDIT.search(text):
        return "notice"
    if not whole:
        return None
    if _TIME.fullmatch(text) or _DATELINE.fullmatch(text):
        return "date line"
    if _BYLINE.match(text):
        return "byline"
    return _by_form(text)


def _by_form(line: str) -> str | None:
    """Return why a line that is no notice and no date is left out: by its length, its end, an address in it."""
    if line.startswith("#"):
        return "headline"
    text = unmarked(line[marker(line) :])
    size = len(text.split())
    tells = _TELLS.search(text) is not None and size > _SHORTEST
    if _ADDRESS.search(text) and size < 12 and not (tells and _ENDS.search(text)):
        return "address"
    if not _ENDS.search(text) and size <= _LONGEST and not (_QUOTED.search(text) or (bulleted(line) and tells)):
        return "headline"
    asks = text.endswith("?") and size <= 12 and text[0] not in "\"“‘'"
    return "headline" if asks or (text.endswith(":") and size <= 4) else None
