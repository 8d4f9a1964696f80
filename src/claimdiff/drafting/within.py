"""Tell whether a word or mark without a capital is within a name: "of", "and", a possessive, a hyphen, a comma."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import QUOTED
from claimdiff.language.reading import Token

LINKS = frozenset({"of", "the", "for", "and", "&", "de", "la", "le", "von", "van", "der", "al", "bin", "du", "del"})
_OF = frozenset(
    "house front movement forum congress panel states nations school academy parish diocese brothers".split()
)
"""Nouns of names, besides those of bodies, that go on with "of": "House of Commons", not "Foss Shipping of Bergen"."""
_LEGAL_FORMS = frozenset("ltd limited plc inc corp llc gmbh".split())
_CENTRES = frozenset("centre center headquarters institute house".split())
_MADE = frozenset("led run held born style era wide like based made built owned ally".split())
_PARTICLES = frozenset({"de", "la", "le", "von", "van", "der", "al", "bin", "du", "del", "-"})


def capital(token: Token) -> bool:
    """Tell whether the word has a capital."""
    return token.text[0].isupper() and token.text[0].isalpha() and token.text != QUOTED


def linked_by_hyphens(tokens: Sequence[Token], hyphen: int) -> bool:
    """Tell whether a small word stands between hyphens within a name: "Jamaat-e-Islami", "Stratford-upon-Avon"."""
    rest = tokens[hyphen : hyphen + 4]
    if len(rest) < 4 or rest[0].text != "-" or rest[2].text != "-" or not capital(rest[3]):
        return False
    return rest[1].text.islower() and rest[0].end == rest[1].start and rest[2].end == rest[3].start


def hyphened(tokens: Sequence[Token], at: int, hyphen: int) -> bool:
    """Tell whether a hyphen is within a name: "Jean-Luc", "al-Ansari", "Choi Byung-hoon", not "Hamas-run"."""
    token, before, after = tokens[hyphen], tokens[hyphen - 1], tokens[hyphen + 1]
    if token.text != "-" or token.start != before.end or token.end != after.start:
        return False
    if capital(after):
        return True
    given = hyphen - at > 1 and capital(before) and len(before.text) < 8 and len(after.text) < 6
    return given and after.text.isalpha() and after.lower not in _MADE and not after.lower.endswith("ed")


def numbered(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is within a body's name: "Group 4 Ltd", "Line 2 Union"."""
    if not 0 < at < len(tokens) - 1 or not tokens[at].text.isdigit() or not capital(tokens[at - 1]):
        return False
    after = tokens[at + 1]
    return capital(after) and after.lower in w.NAME_BODIES and tokens[at - 1].lower not in w.CALENDAR


def fields(tokens: Sequence[Token], at: int, comma: int) -> bool:
    """Tell whether a comma stands in a ministry's name: "Ministry of Land, Infrastructure and Transport"."""
    rest = tokens[comma + 1 : comma + 4]
    before = [token.lower for token in tokens[at:comma]]
    listed = len(rest) == 3 and capital(rest[0]) and rest[1].lower in {"and", ","} and capital(rest[2])
    return (
        tokens[comma].text == ","
        and listed
        and before[:2] in (["ministry", "of"], ["department", "of"], ["department", "for"])
    )


def goes_on(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a word without a capital is within a name: "of", "and", a possessive."""
    token, after = tokens[last], tokens[last + 1]
    if token.lower in _PARTICLES and after.text == "-":
        return last + 2 < len(tokens) and capital(tokens[last + 2])
    if token.lower in LINKS:
        return _linked(tokens, at, last)
    if token.text in {"'s", "’s"}:
        return _office(tokens, last)
    return token.text in {"'", "’"} and capital(after) and _ends_as_body(tokens, last + 1)


def _ends_as_body(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the capitals from ``at`` hold a body's noun: "Football Association"."""
    for token in tokens[at : at + 4]:
        if not capital(token):
            return False
        if token.lower in w.NAME_BODIES:
            return True
    return False


def _office(tokens: Sequence[Token], possessive: int) -> bool:
    """Tell whether a possessive is part of a body's name: "Sheriff's Office", "People's Party"."""
    owner, body = tokens[possessive - 1].lower, tokens[possessive + 1]
    owners = w.TITLES | w.PERSON_ROLES | {"people", "children", "women", "men", "attorney"}
    named_after = body.lower in {"hospital", "college", "school", "church", "university", "hospice"}
    whole = (
        capital(body)
        and possessive > 1
        and tokens[possessive - 2].lower == "the"
        and not tokens[possessive - 1].text.isupper()
    )
    if whole and body.lower in w.NAME_BODIES and owner not in w.SEATS:
        return True
    people = owner in owners or human(owner)
    return capital(body) and (named_after or (people and _ends_as_body(tokens, possessive + 1)))


def _linked(tokens: Sequence[Token], at: int, link: int) -> bool:  # noqa: PLR0911 - one return for each case
    """Tell whether "of", "and", "for" go on with a name: a body's before or after it."""
    after = link + 1
    while after < len(tokens) and tokens[after].lower in {"the"}:
        after += 1
    if after >= len(tokens) or not capital(tokens[after]) or tokens[after].lower in w.CALENDAR:
        return False
    word = tokens[link].lower
    if word in _PARTICLES:
        return True
    before = {t.lower for t in tokens[at:link]}
    if word in {"of", "for", "against", "without"} and before <= w.GROUP_PEOPLE | w.FAMILY and len(before) == 1:
        return tokens[at].lower.endswith("s")
    company = tokens[link - 1].lower in w.NAME_BODIES - w.BODIES - _OF
    if word == "of" and company:
        return False
    if word in {"of", "for"}:
        return bool(before & (w.NAME_BODIES | _CENTRES)) and not before & w.PERSON_ROLES
    if word == "the":
        return tokens[link - 1].lower in {"of", "for"}
    if word == "&":
        return True
    return word == "and" and _and_within(tokens, at, link, after)


def single(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what goes on shows that the names before it are one: "Farmers and Villages, which has seven seats"."""
    words = [token.lower for token in tokens[at : at + 3]]
    return (
        len(words) == 3 and words[:2] == [",", "which"] and words[2] in {"has", "is", "was", "holds", "wants", "says"}
    )


def _and_within(tokens: Sequence[Token], at: int, link: int, after: int) -> bool:
    """Tell whether "and" is within a body's name: "Department of Food and Fish"."""
    before = {t.lower for t in tokens[at:link]}
    rest = []
    for token in tokens[after : after + 5]:
        if not capital(token) and token.text not in {"'", "’"}:
            break
        rest.append(token.lower)
    if before & (w.BODIES | _CENTRES) and before & {"of", "for"} and not before & w.COMPANIES:
        return True
    if before & _LEGAL_FORMS:
        return False  # "Acme Ltd and Foss Ltd"
    if len(rest) == 1 and single(tokens, after + 1) and link - at == 1 and at == 0:
        return True
    return bool(rest) and rest[-1] in w.NAME_BODIES and not before & w.BODIES and link - at <= 3
