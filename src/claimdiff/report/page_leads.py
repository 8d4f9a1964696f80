"""The story in a few lines at the top of a page: what is contradicted, and what only one party says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimdiff.display import safe
from claimdiff.report.findings import Finding, Row
from claimdiff.report.page_cells import Names, quoted_words

LEADS = 4
"""How many contradictions, and how many omissions of each side, the top of the page names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What the top of the page says of one row, with a link to it."""

    href: str
    kind: str
    symbol: str
    head: str
    text: str


def leads(rows: Sequence[Finding], names: Names, *, omissions: bool = True) -> Iterable[Lead]:
    """Yield the first contradictions, then what of either side's omissions is newsworthy.

    Without ``omissions`` only contradictions: among three or more accounts "only in" is said of two of them.
    """
    conflicts = [row for row in rows if row.row is Row.CONFLICT]
    for row in conflicts[:LEADS]:
        telling = row.telling
        sides = zip((row.left, row.right), (telling.left, telling.right) if telling else (), strict=False)
        words = [f"{names.party(account)} {quoted_words(w) if w else '(nothing)'}" for account, w in sides]
        texts = [
            f"{names.party(a)} ‹{safe(side[0].text)}›" for a, side in zip((row.left, row.right), row.sides, strict=True)
        ]
        head = f"contradict on {telling.facet.value}" if telling else "contradict"
        yield Lead(
            href=f"#{row.id}", kind="conflict", symbol=row.symbol, head=head, text=" against ".join(words or texts)
        )
    for side in (0, 1) if omissions else ():
        alone = [row for row in rows if row.row is Row.OMISSION and row.sides[side] and row.sides[side][0].lead]
        for row in alone[:LEADS]:
            text = f"‹{safe(row.sides[side][0].text)}›"
            yield Lead(href=f"#{row.id}", kind="omission", symbol=row.symbol, head=safe(row.sign), text=text)
