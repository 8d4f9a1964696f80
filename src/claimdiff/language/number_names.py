"""Tell numbers that are part of a name ("COVID-19", "Resolution 2254", "F-16", "10 Downing Street") from quantities."""

from collections.abc import Sequence

from claimdiff.language.numerals import HYPHENS, Numeral, adjacent, lower_at
from claimdiff.language.reading import Token

NUMBERED = frozenset(
    "article articles resolution resolutions chapter chapters section sections rule rules route flight vol volume part parts "
    "episode phase stage group level tier page pages paragraph paragraphs annex protocol amendment title pier gate room "
    "highway unit block line act law decree directive clause figure table item point track size channel platform "
    "terminal runway district ward zone area sector reactor case file docket appendix step lesson verse psalm "
    "division brigade battalion regiment version season series book apollo formula category exit junction bus "
    "train boeing airbus windows catch agenda schedule".split(),
)
"""Nouns that a number after them names rather than counts."""
STREETS = frozenset(
    "street st road avenue ave lane square drive boulevard court place way terrace park plaza row center centre tower".split()
)
PLURAL_PEOPLE = frozenset(
    "people men women children troops personnel police staff aircraft spacecraft fish sheep cattle media crew dead wounded "
    "injured missing detained hurt killed others dead-and-wounded lives wives halves data feet teeth mice criteria".split(),
)
"""Words that are counted without a plural ending."""
_NO_PLURALS = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like the plural of a noun."""
    return word in PLURAL_PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURALS))


def in_name(tokens: Sequence[Token], numeral: Numeral, counted: str, measured: bool) -> bool:
    """Tell whether a number is part of a name.

    ``counted`` is the lower-case noun that it would count ("" for none), ``measured`` whether a unit, currency or scale
    stands with it: a measured number is never a name.
    """
    text = tokens[numeral.first].text
    if (text[0] == "0" and len(text) > 1 and text.isdecimal()) or _hangs_on_letters(tokens, numeral.first):
        return True
    if _is_chain(tokens, numeral.first, numeral.last) or (
        lower_at(tokens, numeral.first - 1) == "top" and not measured
    ):
        return True
    return not measured and (_is_numbered(tokens, numeral, counted) or _in_title(tokens, numeral, counted))


def _is_numbered(tokens: Sequence[Token], numeral: Numeral, counted: str) -> bool:
    """Tell whether the noun before a number is one that numbers name: "Article 5", "room 112", "phase 2 of"."""
    first, last = numeral.first, numeral.last
    before = tokens[first - 1] if first else None
    if before is None or before.lower not in NUMBERED or last != first + 1:
        return False
    return before.text[0].isupper() or not is_plural(counted) or lower_at(tokens, last) == "of"


def _in_title(tokens: Sequence[Token], numeral: Numeral, counted: str) -> bool:
    """Tell whether capitals around a number make it part of a name: "10 Downing Street", "PlayStation 4", "the Big Three"."""
    first, last = numeral.first, numeral.last
    text = tokens[first].text
    digits = text.isdecimal() and last == first + 1
    if not digits and numeral.value >= 13:
        return False
    after = tokens[last] if last < len(tokens) else None
    if after and after.text[0].isupper() and _titled(tokens, numeral, after, counted):
        return True
    before = tokens[first - 1] if first else None
    if before is None or not before.text[0].isupper() or not before.content:
        return False
    if counted and _starts(tokens, first - 1) and not (after and after.lower.endswith("ed")):
        return False
    verb = after is not None and after.lower.endswith("ed")  # "Fallout 76 garnered praise"
    return text[0].isupper() or (digits and len(text) <= 4 and (verb or not is_plural(counted)))


def _starts(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token ``i`` begins a sentence and so is capital in any case."""
    return i == 0 or tokens[i - 1].text in {".", ":", '"', "“", "?", "!"}


def _hangs_on_letters(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the number continues a name with a hyphen: "F-16", "SARS-CoV-2", "under-18"."""
    if (
        first < 2
        or tokens[first - 1].lower not in HYPHENS
        or not adjacent(tokens, first)
        or not adjacent(tokens, first - 1)
    ):
        return False
    return tokens[first - 2].text[0].isalpha() and tokens[first - 2].lower not in {"mid", "million", "billion"}


def _is_chain(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the number stands in a row of numbers joined by hyphens, as in telephone numbers."""
    joined = 0
    for step in (1, -1):
        place = last if step == 1 else first - 1
        while (
            0 < place < len(tokens) - 1 and tokens[place].lower in HYPHENS and tokens[place + step].text[0].isdecimal()
        ):
            joined, place = joined + 1, place + 2 * step
    return joined > 1


def _titled(tokens: Sequence[Token], numeral: Numeral, after: Token, counted: str) -> bool:
    """Tell whether capitals after the number make it an address or a title: "10 Downing Street", "Four Minutes"."""
    end = numeral.last
    while end < len(tokens) and tokens[end].text[0].isupper():
        end += 1
    if tokens[end - 1].lower in STREETS:
        return True
    opens = numeral.first == 0 or tokens[numeral.first - 1].text in {"`", "“", '"', "'", "‘", ":"}
    named = lower_at(tokens, numeral.first - 1) in {
        "film",
        "song",
        "single",
        "album",
        "novel",
        "series",
        "movie",
        "book",
    }
    lower_noun = any(
        tokens[k].lower == counted and tokens[k].text[0].islower() for k in range(end, min(end + 3, len(tokens)))
    )
    return (opens or named) and not lower_noun and not (is_plural(after.lower) and after.lower.endswith("ans"))
