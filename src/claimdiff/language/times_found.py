"""Say what a reader of times hands over before its relation to the sentence ("by", "until") is known."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812
from decimal import Decimal

from claimdiff.language.calendar import Span

ANY_YEAR = 2000
"""Stands for an unknown year; a leap year, so that every day of a year has its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A time in the tokens [first, last); the other fields are those of ``TimeExpression``."""

    kind: str
    first: int
    last: int
    earliest: Date | None = None
    latest: Date | None = None
    days: Decimal | None = None
    minutes: int | None = None
    relation: str = ""
    approximate: bool = False
    unknown_year: bool = False


def dated(first: int, last: int, span: Span | None, *, approximate: bool = False, unknown_year: bool = False) -> Found:
    """Return a date found; without a span its days cannot be known."""
    earliest, latest = span or (None, None)
    return Found(
        kind="date",
        first=first,
        last=last,
        earliest=earliest,
        latest=latest,
        approximate=approximate,
        unknown_year=unknown_year,
    )
