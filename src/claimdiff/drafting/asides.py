"""Find what stands between commas or dashes beside a name: "Jo Lee, 58, who saw it, said"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import QUOTED
from claimdiff.language.reading import Token

BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "[", "]", QUOTED, "?", "!", "…", '"', "“", "”", "‘"})
_OPENING = {",": ",", "–": "–", "—": "—", ")": "("}
_INNER = frozenset(
    "by who which whose whom a an the its his her their my aged speaking writing prosecuting defending representing "
    "appearing in on to of from for at with during after when asked citing quoting now formerly also one whom nee pictured "
    "responding giving addressing together known based born named elected appointed quoted reached contacted whose "
    "interviewed where".split()
)
"""Words with which a parenthesis between a subject and its verb begins."""

_CONCEDING = frozenset("while whilst although though despite like unlike if".split())
"""Words with which one begins after a name: "Acme, while saying it was sorry, wants"."""


def opening(tokens: Sequence[Token], closing: int) -> int | None:
    """Return the mark that opens the parenthesis that ``closing`` ends, where it may stand beside a subject."""
    mark = _OPENING[tokens[closing].text]
    for at in range(closing - 1, max(-1, closing - 45), -1):
        if tokens[at].text in {";", ":"}:
            return None
        if tokens[at].text == mark and at > 0:
            first = tokens[at + 1]
            looks = first.lower in _INNER or first.text[0].isdigit() or first.text[0].isupper() or mark == "("
            looks = (
                looks
                or first.lower in w.ADVERBS
                or first.lower.endswith("ing")
                or first.lower in w.PERSON_ROLES | w.BODIES
                or mark in {"–", "—"}
            )
            looks = looks or (first.lower in _CONCEDING and tokens[at - 1].text[0].isupper())
            looks = looks or any(t.lower in w.PERSON_ROLES | w.BODIES for t in tokens[at + 1 : closing][:6])
            if not (looks or _describes(tokens, at, closing)):
                continue
            if tokens[at - 1].text in BREAKS - {")"} or tokens[at - 1].lower in w.CALENDAR | {
                "however",
                "meanwhile",
                "today",
            }:
                return None
            if leads_in(tokens, at):
                return None
            return at
    return None


def earlier_aside(tokens: Sequence[Token], last: int) -> int | None:
    """Return the comma before an aside that another one follows: the first of "Jo Lee, 58, who saw it, said"."""
    comma = next((k for k in range(last, 0, -1) if tokens[k].text in BREAKS), None)
    if comma is None or tokens[comma].text != "," or comma == last:
        return None
    inside = tokens[comma + 1 : last + 1]
    age = len(inside) == 1 and inside[0].text.isdigit()
    role = inside[0].lower in {"a", "an", "the", "its", "his", "her"} | w.PERSON_ROLES | w.PRIVATE | w.BODIES
    if inside and all(token.text[0].isupper() for token in inside) and _role_before(tokens, comma):
        return comma
    named = tokens[comma - 1].text[0].isupper() and not leads_in(tokens, comma)
    return comma if named and (age or role) else None


def leads_in(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether what stands before the comma only leads in ("In Oslo, …", "After the talks, …")."""
    start = 0
    for at in range(comma - 1, -1, -1):
        if tokens[at].text in BREAKS:
            start = at + 1
            break
    first = tokens[start].lower
    named = comma - start == 1 and tokens[comma + 1].lower in {"which", "who", "whose"}  # "Beijing, which …"
    single = comma - start == 1 and first not in w.PARTICIPLES | {
        "reacting",
        "continuing",
        "concluding",
    }  # "Beijing, …"
    doing = first.endswith("ing") and not named and not single
    led = first in w.PREPOSITIONS or first in w.SUBORDINATE or doing or first in w.OPENERS
    return (led and first not in w.OPENERS) or (first in w.OPENERS and comma - start == 1)


def _role_before(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a role that begins the clause stands before the comma: "The leader of the Blue Alliance, Jo Lee, who"."""
    start = next((k + 1 for k in range(comma - 1, -1, -1) if tokens[k].text in BREAKS), 0)
    role = any(token.lower in w.PERSON_ROLES for token in tokens[start:comma])
    return role and tokens[start].lower in {"the", "its", "their", "his", "her"}


def _describes(tokens: Sequence[Token], at: int, closing: int) -> bool:
    """Tell whether a short aside after a name only describes: "Marek Olin, pale after two nights, told"."""
    inside = tokens[at + 1 : closing]
    plain = not any(token.lower in w.AUXILIARIES | w.CONTRAST | w.SUBORDINATE - {"after"} for token in inside)
    named = tokens[at - 1].text[0].isupper() and not leads_in(tokens, at)
    return named and plain and len(inside) <= 9 and inside[0].text[0].islower()
