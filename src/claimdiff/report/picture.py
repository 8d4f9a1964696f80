"""The picture of two accounts in their own order, with ribbons between linked assertions and gaps where a side is silent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.display import safe
from claimdiff.report.findings import Finding, Row
from claimdiff.report.page_cells import Names

ROW = 26
"""The height of a line in the units of the picture; page.css stretches it to the height of the lines."""
SHEET = 50
"""How many lines fit on a sheet of paper (page.css, print): a picture with more is printed without its ribbons."""
_HALF = 9
_WIDTH = 100
_LINKS = (Row.CONFLICT, Row.PARTIAL, Row.AGREE)
_ORDER = (*_LINKS, Row.OMISSION, Row.PROPOSED, Row.POSSIBLE, Row.DOUBTFUL, Row.UNDECIDED, Row.EXCERPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One assertion in the picture: where it leads, its state, and that state in words (the text alternative)."""

    text: str
    href: str
    kind: str
    symbol: str
    state: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A ribbon between two lines, or the short end of one that leads nowhere: an SVG path and its kind."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Both accounts in their own order, and the shapes between them; ``told`` is what the shapes show in one sentence."""

    left_name: str
    right_name: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    shapes: tuple[Shape, ...]
    width: int
    height: int
    told: str

    @property
    def tall(self) -> bool:
        """Tell whether it is longer than a sheet of paper."""
        return self.height > SHEET * ROW


def picture(rows: Sequence[Finding], names: Names) -> Picture | None:
    """Return the picture of one comparison's rows; None where there is nothing to draw."""
    if not rows:
        return None
    left, right = rows[0].left, rows[0].right
    longest = max(len(left.assertions), len(right.assertions))
    ordered = sorted(rows, key=lambda row: _ORDER.index(row.row))
    places = [{a.id: n for n, a in enumerate(account.assertions)} for account in (left, right)]
    sides = [_side(ordered, n, names, places[1 - n]) for n in (0, 1)]
    shapes = []
    for row in reversed(ordered):  # the gravest is drawn last and lies on top
        if row.silent is not None:
            n = 0 if row.sides[0] else 1
            shapes.append(Shape(path=_stub(places[n][row.sides[n][0].id], n), kind=row.row.value))
            continue
        for a in row.sides[0]:
            for b in row.sides[1]:
                shapes.append(Shape(path=_ribbon(places[0][a.id], places[1][b.id]), kind=row.row.value))
    return Picture(
        left_name=names.party(left),
        right_name=names.party(right),
        left=sides[0],
        right=sides[1],
        shapes=tuple(shapes),
        width=_WIDTH,
        height=longest * ROW,
        told=_told(ordered),
    )


def _told(ordered: Sequence[Finding]) -> str:
    """Return what the shapes show: how many pairs there are of each verdict, and how much leads to nothing."""
    numbers = Counter(safe(row.sign) for row in ordered)
    return "Ribbons between both accounts: " + ", ".join(f"{number} {words}" for words, number in numbers.items())


def _side(ordered: Sequence[Finding], n: int, names: Names, others: Mapping[str, int]) -> tuple[Line, ...]:
    """Return the lines of one side; an assertion that stands in several rows has the gravest one's state.

    ``others`` has the places of the other side's assertions, by which a state in words names the partners.
    """
    account = (ordered[0].left, ordered[0].right)[n]
    other = names.party((ordered[0].right, ordered[0].left)[n])
    found: dict[str, Finding] = {}
    for row in ordered:
        for assertion in row.sides[n]:
            found.setdefault(assertion.id, row)
    lines = []
    for assertion in account.assertions:
        its = found.get(assertion.id)
        lines.append(
            Line(
                text=safe(assertion.text),
                href=f"#{its.id}" if its else "",
                kind=its.row.value if its else "hidden",
                symbol=its.symbol if its else "",
                state=_state(its, other, [others[a.id] + 1 for a in its.sides[1 - n]]) if its else "not shown here",
                lang=account.language,
            )
        )
    return tuple(lines)


def _state(row: Finding, other: str, partners: Sequence[int]) -> str:
    """Return a line's state; partners are named by their numbers on the other side."""
    where = f"{other}, number {' and '.join(map(str, partners))}"
    match row.row:
        case Row.CONFLICT:
            return f"contradicts {where}"
        case Row.PARTIAL:
            return f"differs in detail from {where}"
        case Row.AGREE:
            return f"agrees with {where}"
        case _ if partners:
            return f"{safe(row.sign)} ({where})"
        case _:
            return safe(row.sign)


def _middle(place: int) -> float:
    return place * ROW + ROW / 2


def _ribbon(left: int, right: int) -> str:
    a, b, half = _middle(left), _middle(right), _WIDTH // 2
    return (
        f"M0 {a - _HALF:g}C{half} {a - _HALF:g} {half} {b - _HALF:g} {_WIDTH} {b - _HALF:g}"
        f"V{b + _HALF:g}C{half} {b + _HALF:g} {half} {a + _HALF:g} 0 {a + _HALF:g}Z"
    )


def _stub(place: int, side: int) -> str:
    y = _middle(place)
    start, tip = (0, 14) if side == 0 else (_WIDTH, _WIDTH - 14)
    return f"M{start} {y - 4:g}H{tip}V{y + 4:g}H{start}Z"
