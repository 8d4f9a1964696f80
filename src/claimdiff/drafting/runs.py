"""Find the runs of capitals in a sentence that are names, with the titles before them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.people import human, trade
from claimdiff.drafting.phrases import QUOTED, STARTS, Spoken, within_name
from claimdiff.drafting.within import LINKS, capital, fields, goes_on, hyphened, linked_by_hyphens, numbered, single
from claimdiff.language.reading import Token

_COMMON = w.BODIES | w.VAGUE | w.PERSON_ROLES | w.GROUPS | w.GROUP_PEOPLE | w.OCCUPATIONS | w.STATE_NOUNS | w.VOICES
_OFFICES = (w.POLICY | {"affairs", "state"}) - {"labour", "labor"}
"""Fields of ministries: with a capital before a role they name an office, no body ("Defence spokesperson")."""
_SPOKE = frozenset(
    "said says told denied declined announced confirmed insisted accused called warned argued claimed".split()
)

_ASKING = frozenset("if whether why how".split())
_TIMES = frozenset("last next this early late every each earlier later one mid".split())
_SPANS = frozenset("week month year night morning afternoon evening weekend spring summer autumn winter".split())
"""Words before and after which a capital begins a time, no name: "Last week"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """A run of capitals at tokens ``first`` up to ``last``, and the titles before it."""

    words: tuple[str, ...]
    first: int
    last: int
    titles: tuple[str, ...]
    prefix: tuple[int, int] | None = None
    """The tokens of a name before the titles: "Valdorran" in "Valdorran Foreign Minister Elina Sorge"."""

    @property
    def text(self) -> str:
        """Return the name as it is shown."""
        joined = re.sub(r" (['’]s?) ?", r"\1 ", " ".join(self.words))
        return joined.replace(" - ", "-").replace(" ,", ",").strip()


def name_runs(tokens: Sequence[Token], known: frozenset[str] | None = None) -> Iterator[NameRun]:
    """Yield the names by place. A capital that only begins the sentence is none, unless ``known`` has it."""
    at = 0
    while at < len(tokens):
        if (
            not capital(tokens[at])
            or tokens[at].text in w.ROLE_LETTERS
            or tokens[at].lower in w.CALENDAR - {"may"}
            or _opener(tokens, at, known)
        ):
            at += 1
            continue
        at = _described(tokens, at)
        last = _run_end(tokens, at)
        title = max((i for i in range(at, last - 1) if _titles(tokens, i, at, last)), default=at - 1)
        first, titles = title + 1, [token.lower for token in tokens[at : title + 1]]
        office = last - first > 1 and _office_name(tokens[first:last])
        of = last < len(tokens) and tokens[last].lower in {"of", "for", "at"}
        office = office or (
            of and not titles and last - first == 1 and tokens[first].lower in w.PERSON_ROLES - w.GROUPS
        )
        role = first > 0 and tokens[first - 1].lower == "the" and tokens[first].lower in w.PERSON_ROLES - w.GROUPS
        after = tokens[last].lower if last < len(tokens) and tokens[last].text[0].islower() else ""
        field = after in w.PERSON_ROLES and all(t.lower in _OFFICES for t in tokens[at:last])
        if (
            not office
            and not field
            and not (last - first == 1 and (role or tokens[first].lower in w.TITLES | w.PRONOUNS))
        ):
            words = tuple(token.text for token in tokens[first:last])
            yield NameRun(
                words=words, first=first, last=last, titles=tuple(titles), prefix=_prefix(tokens, at, first, known)
            )
        at = last


def _office_name(tokens: Sequence[Token]) -> bool:
    """Tell whether capitals are an office's and nobody's name: "the Business Secretary"."""
    *fields, holder = (token.lower for token in tokens)
    return holder in {"secretary", "minister", "chancellor", "premier"} and all(
        word in w.FIELDS | {"and"} for word in fields
    )


def _prefix(tokens: Sequence[Token], at: int, first: int, known: frozenset[str] | None) -> tuple[int, int] | None:
    """Return the span of the name before titles, without the words for an office's field."""
    last = first
    while (
        last > at
        and tokens[last - 1].lower in w.TITLES | w.PERSON_ROLES | w.FIELDS | w.OCCUPATIONS | w.FIRST_ADJECTIVES
    ):
        last -= 1
    own = (
        last > at
        and len(tokens[at].text) > 1
        and (known is None or tokens[at].text in known)
        and tokens[last - 1].lower not in LINKS
    )
    return (at, last) if own else None


def _described(tokens: Sequence[Token], at: int) -> int:
    """Return where the name begins after a noun that has its capital only from the sentence: "Shopkeeper Pat Hinds"."""
    first = at == 0 or tokens[at - 1].text in {QUOTED, ":"}
    people = w.OCCUPATIONS | w.PRIVATE | w.FAMILY | w.PERSON_ROLES - w.TITLES - w.GROUPS
    follows = at + 2 < len(tokens) and capital(tokens[at + 1]) and capital(tokens[at + 2])
    maker = first and at + 1 < len(tokens) and capital(tokens[at + 1]) and tokens[at].lower in w.DESCRIBED
    word = tokens[at].lower
    described = word in people or trade(word) or (human(word) and not word.endswith(("man", "men")))
    return at + 1 if maker or (first and follows and described) else at


def _titles(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    """Tell whether the capital at ``i`` is the end of a title and a person's name follows it."""
    word = tokens[i].lower
    if tokens[i + 1].lower in LINKS or any(token.lower in w.NAME_BODIES for token in tokens[i + 1 : last]):
        return False
    if word == "general" and i == first and last - i == 2:
        return False
    plural = word.endswith("s") and not word.endswith("ss")
    return word in w.TITLES or (word in w.PERSON_ROLES and word not in w.GROUPS and not plural)


def _opener(  # noqa: PLR0911 - one return for each case
    tokens: Sequence[Token], at: int, known: frozenset[str] | None
) -> bool:
    """Tell whether the capital is only that of a sentence's first word."""
    first = at == 0 or tokens[at - 1].text in STARTS
    word = tokens[at].lower
    two = tokens[at : at + 2]
    if first and len(two) == 2:
        paired = two[1].lower == "&" or (known and f"{two[0].text} {two[1].text}" in known)
        if paired or numbered(tokens, at + 1):
            return False
        if word in _TIMES and two[1].lower in w.WHEN | _SPANS:
            return True  # "Last Friday the company said"
    nxt = tokens[at + 1] if at + 1 < len(tokens) else None
    counted = word in w.DETERMINERS - {"the", "a", "an"} and within_name(tokens, at)
    if counted and nxt is not None and capital(nxt):
        return False  # "the Five Star Movement"
    if (
        word
        in w.DETERMINERS
        | w.PREPOSITIONS
        | w.CONTRAST
        | w.SUBORDINATE
        | w.PRONOUNS
        | w.FIRST
        | w.OPENERS
        | w.AUXILIARIES
        | w.NOT
        | w.NO_NAMES
        | _ASKING
    ):
        return True
    if word in w.OF_THE_WORLD and nxt is not None and nxt.text[0].islower():
        return True
    if not first or tokens[at].text.isupper():
        return False
    if _describes_role(word, nxt) or word in w.FIRST_ADJECTIVES or (nxt is not None and nxt.text in w.ROLE_LETTERS):
        return True
    one_name = at == 0 and (_speaks(tokens) or (nxt is not None and nxt.lower == "and" and single(tokens, 3)))
    plain = nxt is not None and nxt.text[0].islower() and not one_name
    if plain and word in w.BODIES | w.UNIONS | w.TEAMS | w.FIELDS | w.PERSON_ROLES | w.OCCUPATIONS | w.VAGUE:
        return True
    if nxt is not None and capital(nxt) and nxt.lower not in w.CALENDAR:
        return word in w.PARTICIPLES or word in w.ADVERBS
    if known is None:
        return True
    return tokens[at].text not in known


def _describes_role(word: str, nxt: Token | None) -> bool:
    """Tell whether a word only describes the role after it: "Ousted President Jo Lee", "Constitutional lawyer Jo Lee"."""
    led = nxt is not None and nxt.text[0].isupper() and nxt.lower in w.TITLES | w.PERSON_ROLES | {"prime", "vice"}
    role = nxt is not None and nxt.lower in w.PERSON_ROLES | w.OCCUPATIONS and nxt.text.islower()
    ousted = led and word.endswith("ed") and word not in w.GENERIC
    return ousted or (role and word.endswith(("al", "ic", "ive")))


def _run_end(tokens: Sequence[Token], at: int) -> int:
    last = at + 1
    while last < len(tokens):
        token = tokens[last]
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if capital(token) and token.lower not in w.CALENDAR and token.text not in w.ROLE_LETTERS:
            last += 1
        elif linked_by_hyphens(tokens, last):
            last += 4
        elif numbered(tokens, last) or (after is not None and hyphened(tokens, at, last)):
            last += 2
        elif after is not None and (goes_on(tokens, at, last) or fields(tokens, at, last)):
            last += 1
        else:
            break
    while tokens[last - 1].lower in LINKS and last > at + 1:
        last -= 1
    return last


def known_names(found: Sequence[Spoken], tiers: Mapping[str, str]) -> frozenset[str]:
    """Return the words that are names also as first words: those with a capital within a sentence, and uncommon ones.

    ``tiers``: the stems of common words.
    """
    names: set[str] = set()
    for spoken in found:
        for i, token in enumerate(spoken.tokens):
            within = i > 0 and spoken.tokens[i - 1].text not in STARTS
            if within and capital(token) and not _opener(spoken.tokens, i, None):
                names.add(token.text)
                if i + 1 < len(spoken.tokens) and capital(spoken.tokens[i + 1]):
                    names.add(f"{token.text} {spoken.tokens[i + 1].text}")
            after = spoken.tokens[i + 1] if i + 1 < len(spoken.tokens) else token
            described = token.lower in w.FIELDS | w.OCCUPATIONS and after.text[0].islower()
            role = described or after.lower in w.PERSON_ROLES - w.OF_COMPANIES
            if i == 0 and capital(token) and len(token.text) > 2 and token.stem not in tiers and not role:
                names.add(token.text)
            if i == 0 and capital(token) and (_apposed(spoken.tokens) or _speaks(spoken.tokens)):
                names.add(token.text)
            if not within and capital(token) and i + 1 < len(spoken.tokens) and capital(spoken.tokens[i + 1]):
                names.add(token.text)
    return frozenset(names)


def _speaks(tokens: Sequence[Token]) -> bool:
    """Tell whether a first word is a name since, without an article, it speaks or has somebody: "Next said", "Next's Jo"."""
    word = tokens[0].lower
    if len(tokens) < 3 or word.endswith(("ly", "ing")) or word in _COMMON:
        return False
    if tokens[1].text in {"'s", "’s"}:
        return capital(tokens[2])
    verb = tokens[2] if tokens[1].lower in w.ADVERBS else tokens[1]
    plural = word.endswith("s") and not word.endswith("ss")
    return not plural and verb.lower in _SPOKE


def _apposed(tokens: Sequence[Token]) -> bool:
    """Tell whether a first word is a name by what it is called: "Accord, the finance union, accused …"."""
    if len(tokens) < 5 or tokens[1].text != "," or tokens[2].lower not in {"the", "a", "an"}:
        return False
    comma = next((i for i in range(3, min(11, len(tokens))) if tokens[i].text == ","), 0)
    return comma > 0 and tokens[comma - 1].lower in w.BODIES | w.UNIONS | w.PERSON_ROLES
