"""Learn from the whole text which of its names are people and which are bodies, before it is gone through."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.genders import gender_of_name
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.runs import NameRun, name_runs
from claimdiff.language.reading import Token

_MOSTLY_PEOPLE = (w.PERSON_ROLES | w.OCCUPATIONS | w.FAMILY | w.PRIVATE) - w.EITHER
_CAPITAL = re.compile(r"\b[A-Z][a-z]{4,}\b")
_HAVE = frozenset("have are were".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stands beside a name: whether it is a person's (None: unknown), and the nouns for what body it is."""

    person: bool | None = None
    kinds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    """What a person is called beside the name: "bookkeeper" in "her former bookkeeper, Jo Lee"."""
    alone: bool = False
    """Whether it stands as a name by itself, not only within a longer one or in quoted words."""


def evidence(found: Sequence[Spoken], known: frozenset[str]) -> Mapping[str, Evidence]:
    """Return name -> what the text tells of it wherever it stands; the first that tells decides."""
    gathered: dict[str, Evidence] = {}
    for spoken in found:
        for word in _CAPITAL.findall(spoken.sentence.text):
            gathered.setdefault(word, Evidence())
    for spoken in found:
        for run in name_runs(spoken.tokens, known):
            here = _beside(spoken.tokens, run)
            before = gathered.get(run.text, Evidence())
            person = before.person if before.person is not None else here.person
            gathered[run.text] = Evidence(
                person=person,
                kinds=before.kinds | here.kinds,
                roles=before.roles | _roles(spoken.tokens, run),
                alone=True,
            )
    return gathered


def _beside(tokens: Sequence[Token], run: NameRun) -> Evidence:  # noqa: PLR0911 - one return for each case
    noun = run.last
    while noun < min(len(tokens) - 1, run.last + 3) and tokens[noun].text.islower() and tokens[noun].lower in w.POLICY:
        noun += 1
    if noun + 1 < len(tokens) and tokens[noun].lower in w.STATE_NOUNS and len(run.words) == 1:
        return Evidence(person=False, kinds=frozenset({tokens[noun].lower}))
    body = bool({word.lower() for word in run.words} & w.NAME_BODIES)
    if run.titles and not body:
        return Evidence(person=True)
    before = tokens[run.first - 1].lower if run.first else ""
    field = run.first > 1 and tokens[run.first - 2].lower in {"of", "for"}
    if run.first and not field and before in (w.BODIES | w.UNIONS | w.TEAMS) - w.EITHER - w.PERSON_ROLES:
        return Evidence(person=False, kinds=frozenset({before}))
    apposed = tokens[run.first - 2].text if run.first > 1 and before == "," else ""
    closed = run.last >= len(tokens) or tokens[run.last].text in {",", ".", ";", "–", "—"}
    if closed and apposed in w.BODIES | w.UNIONS | w.TEAMS and not run.titles:
        if apposed not in w.EITHER | w.PERSON_ROLES:
            return Evidence(person=False, kinds=frozenset({apposed}))
        if apposed in w.COMPANIES and not gender_of_name(run.words[0]):
            return Evidence(kinds=frozenset({apposed}))  # "the lift operator, Foss Lifts"
    if run.first > 1 and before in {"in", "at"} and tokens[run.first - 2].lower in w.STAKES:
        return Evidence(person=False)
    owned = tokens[run.last + 1].lower if run.last + 1 < len(tokens) and tokens[run.last].text in w.POSSESSIVES else ""
    if owned in w.OF_BODIES:
        return Evidence(person=False)
    after = _after(tokens, run.last)
    if before in _MOSTLY_PEOPLE and len(run.words) > 1 and not body and after.person is not False:
        return Evidence(person=True)
    if before in w.IN_PLACES | {"at", "from"} and not run.titles:
        return Evidence()
    if (
        after.person is None
        and run.last < len(tokens)
        and tokens[run.last].lower in _HAVE
        and before not in {"and", ","}
    ):
        return Evidence(person=False, kinds=after.kinds)
    return after if not (body and after.person) else Evidence()


def _roles(tokens: Sequence[Token], run: NameRun) -> frozenset[str]:
    """Return what a person is called right before or after the name: "Lawyer Jo Lee", "Jo Lee, a retired postman,"."""
    at = run.first - (2 if run.first > 1 and tokens[run.first - 1].text == "," else 1)
    before = tokens[at].lower if at >= 0 else ""
    after = tokens[run.last : run.last + 8]
    found = {before, *run.titles}
    if len(after) > 2 and after[0].text == "," and after[1].lower in {"a", "an", "the", "his", "her"}:
        ends = next((i for i, t in enumerate(after) if i > 1 and not t.text[0].isalpha()), len(after))
        found.add(after[ends - 1].lower)
    return frozenset(word for word in found if _one_person(word))


def _one_person(word: str) -> bool:
    """Tell whether a noun means one person: "bookkeeper"."""
    return (word in w.PERSON_ROLES - w.GROUPS or human(word)) and not word.endswith("s")


def _after(tokens: Sequence[Token], at: int) -> Evidence:  # noqa: PLR0911 - one return for each case
    """Return what an apposition tells: ", 58," ", who …", ", which …", ", a hedge fund," ", the video app,"."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return Evidence()
    first = tokens[at + 1]
    if first.lower == "who" and at + 2 < len(tokens) and tokens[at + 2].lower in _HAVE:
        return Evidence(person=False)
    if first.lower in {"who", "whose"} or (first.text.isdigit() and len(first.text) < 4):
        return Evidence(person=True if first.lower != "whose" else None)
    if first.lower == "which":
        return Evidence(person=False)
    if first.lower not in {"a", "an", "the", "its", "his", "her", "one"}:
        return Evidence()
    last = at + 2
    while last < min(len(tokens), at + 10) and (tokens[last].text[0].isalnum() or tokens[last].text in w.POSSESSIVES):
        if tokens[last].lower in w.PREPOSITIONS | w.RELATIVE | w.BE or (
            tokens[last].lower.endswith(("ing", "ed")) and last > at + 2
        ):
            break
        last += 1
    noun = tokens[last - 1].lower
    if noun in w.BODIES | w.UNIONS | w.TEAMS and not (noun in w.PERSON_ROLES and first.lower in {"his", "her"}):
        return Evidence(person=False, kinds=frozenset({noun}))
    superlative = any(token.lower in w.SUPERLATIVES - {"top", "leading"} for token in tokens[at + 1 : last])
    return Evidence(person=not superlative) if noun in _MOSTLY_PEOPLE else Evidence()
