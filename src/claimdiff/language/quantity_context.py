"""Read what a number counts and how: its noun phrase, "each", "per hour", and whether it is of a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimdiff.language.calendar import unit_of
from claimdiff.language.number_names import is_plural
from claimdiff.language.numerals import HYPHENS, lower_at
from claimdiff.language.reading import Token

LONGEST = 6
"""Words that a noun phrase is followed for."""
_LEADING = frozenset(
    "of the other more additional further new fewer its their his her our these those such worth".split()
)
_CHANGES = frozenset(
    "rise rose risen rises rising increase increases increased increasing grow grew grown growing grows climb climbed jump "
    "jumped soar soared surge surged expand expanded raise raised raises raising lift lifted boost boosted cut cuts cutting "
    "reduce reduced reduces reducing lower lowered lowers lowering decrease decreased decline declined fall fell fallen falls "
    "falling drop dropped drops slash slashed slashes shrink shrank shrunk trim trimmed slip slipped plunge plunged slump "
    "slumped up down change changed adjust adjusted revise revised went going go move moved bring brought bringing hike hiked "
    "increase growth reduction upgrade downgrade extend extended widen widened narrow narrowed double doubled improve "
    "improved accelerate slow slowed".split(),
)
_NO_NOUNS = frozenset(
    "worldwide overall globally today annually daily respectively instead overnight domestically including made got won took "
    "gave became began went saw came ran sold opened lost led said held made grossed earned received started".split(),
)
"""Words after a number that it does not count, though no function words."""
_NOUNS_OF_CHANGE = frozenset(
    "increase rise cut reduction decrease decline drop fall hike growth jump surge raise discount gain loss".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the stem of the noun, stems of all words of its phrase, where the noun ends, its word."""

    unit: str
    head: tuple[str, ...]
    last: int
    noun: str = ""


def noun_phrase(tokens: Sequence[Token], i: int, number: Decimal) -> Counted:
    """Read the noun phrase that begins at token ``i``: up to the first plural, or the first noun where there is none."""
    start = i
    while start < len(tokens) and (tokens[start].lower in _LEADING or (start == i and tokens[start].lower in HYPHENS)):
        start += 1
    words: list[int] = []
    if start < len(tokens) and tokens[start].lower in _NO_NOUNS:
        return Counted("", (), i)
    for k in range(start, min(start + LONGEST + 2, len(tokens))):
        token = tokens[k]
        if token.lower in HYPHENS and k + 1 < len(tokens):
            continue
        if not (token.content or (token.text.isupper() and len(token.text) > 1)) or len(words) == LONGEST:
            break
        words.append(k)
        following = tokens[k + 1] if k + 1 < len(tokens) else token
        plural_follows = following.lower.endswith("s") and is_plural(following.lower)
        compound = following.content and plural_follows and not token.lower.endswith("s")
        if number != 1 and is_plural(token.lower) and not compound:
            break
    words = [k for k in words if not tokens[k].text[0].isdecimal()]
    if number == 1 or not words or not is_plural(tokens[words[-1]].lower):
        words = _singular(tokens, words)
    if not words:
        return Counted("", (), i)
    noun = words[0] if number != 1 and start > i and tokens[i].lower in HYPHENS else words[-1]
    stems = [tokens[k].stem for k in words]
    return Counted(tokens[noun].stem, (*stems, *_complement(tokens, noun + 1)), noun + 1, tokens[noun].lower)


def _singular(tokens: Sequence[Token], words: Sequence[int]) -> list[int]:
    """Return the words of a phrase without a plural: adverbs and verbs that follow the noun are left off."""
    kept = [k for k in words[:3] if tokens[k].text[0].isalpha()]
    for place, k in enumerate(kept):
        if tokens[k].lower in _NO_NOUNS:
            kept = kept[:place]
            break
    while len(kept) > 1 and tokens[kept[-1]].lower.endswith(("ed", "ly")):
        kept.pop()
    if len(kept) == 1 and _is_no_noun(tokens, kept[0]):
        return []
    return kept


def _is_no_noun(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a lone word after a number is an adverb or a verb: "a score of 56 based on", "one probably"."""
    word = tokens[i].lower
    return word.endswith("ly") or (word.endswith("ed") and lower_at(tokens, i + 1) in _PREPOSITIONS)


def noun_before(tokens: Sequence[Token], i: int) -> Counted:
    """Read the noun that a number before token ``i`` belongs to: "a score of 56", "the cases reached 402"."""
    place = i - 1
    while place >= 0 and i - place <= 5 and tokens[place].lower in _LINKS:
        place -= 1
    if place < 0 or place == i - 1 or not tokens[place].content or tokens[place].lower in _TOTALS:
        return Counted("", (), i)
    token = tokens[place]
    if not token.text[0].isalpha() or token.lower.endswith(("ed", "ly")):
        return Counted("", (), i)
    head = tuple(
        tokens[k].stem for k in range(max(0, place - 2), place + 1) if tokens[k].content and tokens[k].text[0].isalpha()
    )
    return Counted(token.stem, head, i, token.lower)


_LINKS = frozenset(
    "of is was are were be been being at to by has have had reached reaches reach stood stands stand hit hits totalled totaled "
    "rose rises risen grew grown climbed fell dropped now currently already only just".split(),
)
"""Words between a noun and the number that is said of it."""
_TOTALS = frozenset("total figure number toll tally count sum overall amount average record top".split())
"""Nouns that say nothing of what is counted."""
_PREPOSITIONS = frozenset("on by to in with for from at as".split())


def _complement(tokens: Sequence[Token], i: int) -> tuple[str, ...]:
    """Return the stems of what follows "of": "cases of coronavirus"."""
    if lower_at(tokens, i) != "of":
        return ()
    stems = []
    for k in range(i + 1, min(i + 6, len(tokens))):
        if tokens[k].content:
            stems.append(tokens[k].stem)
        elif stems or tokens[k].lower not in {"the", "a", "an", "its", "their"}:
            break
    return tuple(stems)


def rate_after(tokens: Sequence[Token], i: int) -> str:
    """Return "/year" where "a year", "per year" or "/year" follows a number and its unit; else ""."""
    if lower_at(tokens, i) in {"per", "a", "an", "each", "every", "/"}:
        unit = unit_of(lower_at(tokens, i + 1))
        if unit and unit != "second":
            return f"/{unit}"
        if lower_at(tokens, i) == "per" and i + 1 < len(tokens) and lower_at(tokens, i + 1) not in {"side", "cent"}:
            return f"/{tokens[i + 1].stem}"
    return {"daily": "/day", "weekly": "/week", "monthly": "/month", "annually": "/year", "yearly": "/year"}.get(
        lower_at(tokens, i), ""
    )


def is_each(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a number holds for each of several: "each release 175", "175 per side", "175 for 175", "apiece"."""
    if any(lower_at(tokens, k) == "each" for k in range(max(0, first - 4), first)):
        return True
    for k in range(last, min(last + 3, len(tokens))):
        if tokens[k].lower in {"each", "apiece"}:
            return unit_of(lower_at(tokens, k + 1)) is None
        if tokens[k].lower in {"per", "a"} and lower_at(tokens, k + 1) in {"side", "party", "team"}:
            return True
    return bool(mirrored(tokens, first, last)) or (tokens[last - 1].lower == tokens[first].lower and last - first >= 3)


def mirrored(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of "175 for 175" or "175-for-175" where the first 175 is [first, last); 0 where it is none."""
    place = last + 1 if lower_at(tokens, last) in HYPHENS else last
    after = place + 2 if lower_at(tokens, place + 1) in HYPHENS else place + 1
    same = last == first + 1 and lower_at(tokens, place) == "for" and lower_at(tokens, after) == tokens[first].lower
    return after + 1 if same else 0


_RANKING = frozenset(
    "rank ranks ranked ranking place places placed finish finished finishes come came comes stand stands stood sit sits sat "
    "seeded peaked peak peaks debuted charted".split(),
)


def ranks_before(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a verb of ranking stands just before a number: "ranks it fourth", "peaked higher than 35"."""
    return any(lower_at(tokens, k) in _RANKING for k in range(max(0, first - 4), first))


def is_ranked(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the words before a number make it a rank: "number 36", "No. 36", "ranked 42"."""
    place = first - 2 if lower_at(tokens, first - 1) == "." else first - 1
    if lower_at(tokens, place) == "no" and lower_at(tokens, first) == "one":
        return False
    if lower_at(tokens, place) == "of" and lower_at(tokens, place - 1) in {"ranking", "rank", "position"}:
        return True
    return lower_at(tokens, place) in {"number", "#", "ranked", "no", "rank"}


def change_before(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return how a number stands in a change: "by", "from" or "to"; "" where there is no change."""
    word = lower_at(tokens, first - 1)
    window = range(max(0, first - 9), first - 1)
    changes = any(tokens[k].lower in _CHANGES for k in window)
    if word == "by":
        return "by" if changes else ""
    if word == "from":
        return "from" if changes or lower_at(tokens, last) == "to" else ""
    if word == "to":
        before = any(lower_at(tokens, k) == "from" for k in range(max(0, first - 7), first - 1))
        return "to" if changes or before else ""
    if word == "of" and lower_at(tokens, first - 2) in _NOUNS_OF_CHANGE:
        return "by"
    return "by" if any(lower_at(tokens, k) in _NOUNS_OF_CHANGE for k in (last, last + 1)) else ""
