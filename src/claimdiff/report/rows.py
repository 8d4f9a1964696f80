"""One flat record for every finding: what the CSV has as columns and JSON Lines as keys."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Difference, Report, Words
from claimdiff.report.findings import Finding, all_findings
from claimdiff.report.view import Kind

COLUMNS = (
    "event",
    "finding",
    "left",
    "right",
    "kind",
    "verdict",
    "counted",
    "certainty",
    "left_ids",
    "left_text",
    "left_quotes",
    "left_voices",
    "left_sources",
    "right_ids",
    "right_text",
    "right_quotes",
    "right_voices",
    "right_sources",
    "facets",
    "differences",
    "score",
    "by",
    "nearest",
    "note",
)
"""The keys of every record in their order; only ever add at the end."""


def records(report: Report, only: frozenset[Kind] = frozenset(Kind)) -> Iterator[dict[str, Any]]:
    """Yield a record a finding, in the order in which they are shown.

    ``kind`` is that of the row (conflict, omission, possible …); ``verdict`` is None where there is none. ``counted`` is false
    for everything to review and everything against an excerpt. Texts are our wording, quotes verbatim words of sources.
    """
    for row in all_findings(report, only=only):
        yield {
            "event": report.event,
            "finding": row.id,
            "left": row.left.key,
            "right": row.right.key,
            "kind": row.row.value,
            "verdict": row.verdict.value if row.verdict else None,
            "counted": row.certain,
            "certainty": row.how,
            **_side("left", row.left, row.sides[0]),
            **_side("right", row.right, row.sides[1]),
            "facets": list(row.facets),
            "differences": [_difference(difference) for difference in row.differences],
            "score": None if row.score is None else round(row.score, 4),
            "by": row.by,
            "nearest": _nearest(row),
            "note": row.note,
        }


def _side(name: str, account: Account, assertions: Sequence[Assertion]) -> dict[str, list[str]]:
    quotes = [quote for assertion in assertions for quote in assertion.quotes]
    named = [source for a in assertions for source in (*(q.source for q in a.quotes), *a.sources) if source]
    return {
        f"{name}_ids": [assertion.id for assertion in assertions],
        f"{name}_text": [assertion.text for assertion in assertions],
        f"{name}_quotes": [quote.quote for quote in quotes],
        f"{name}_voices": [quote.voice.value for quote in quotes],
        f"{name}_sources": [_source(account, key) for key in dict.fromkeys(named)],
    }


def _source(account: Account, key: str) -> str:
    source = account.sources.get(key)
    return key if source is None else source.archive_url or source.url or source.publisher or source.title or key


def _difference(difference: Difference) -> dict[str, str | None]:
    return {
        "facet": difference.facet.value,
        "verdict": difference.verdict.value,
        "left": _words(difference.left),
        "right": _words(difference.right),
    }


def _words(words: Words | None) -> str | None:
    return None if words is None else words.words


def _nearest(row: Finding) -> dict[str, Any] | None:
    if row.nearest is None:
        return None
    return {"id": row.nearest.id, "text": row.nearest_text, "score": round(row.nearest.score, 4)}
