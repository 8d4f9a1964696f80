"""The report as JSON: the contract that other programs read. Extend it, never break it."""

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimdiff.accounts.model import Account, Assertion, Source
from claimdiff.comparison.model import (
    Comparison,
    Difference,
    Evidence,
    Link,
    Nearest,
    Possible,
    Report,
    Words,
)
from claimdiff.comparison.origins import common_origins
from claimdiff.display import safe_json

SCHEMA_VERSION = 1


def render_json(report: Report) -> str:
    """Return the report as JSON, two spaces deep, with a final newline; scores have four places."""
    return dumps(report_as_dict(report), indent=2) + "\n"


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON; what could act on a terminal stands as an escape, every other letter as it is."""
    return safe_json(json.dumps(value, ensure_ascii=False, indent=indent))


def report_as_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain values in the order of the contract."""
    return {
        "schema_version": SCHEMA_VERSION,
        "event": report.event,
        "accounts": [_account(account) for account in report.accounts],
        "comparisons": [_comparison(comparison, report) for comparison in report.comparisons],
        "statements": [{key: list(ids) for key, ids in statement.items()} for statement in report.statements],
        "counts": {pair: dict(numbers) for pair, numbers in report.counts.items()},
    }


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not given; dates become text."""
    return {
        key: value.isoformat() if isinstance(value, datetime.date) else value
        for key, value in values.items()
        if value is not None
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "key": account.key,
        "party": account.party,
        "role": account.role.value,
        "coverage": account.coverage.value,
        "language": account.language,
        **_given({"title": account.title, "date": account.date, "aliases": list(account.aliases) or None}),
        "sources": {key: _source(source) for key, source in account.sources.items()},
        "assertions": [_assertion(assertion) for assertion in account.assertions],
    }


def _source(source: Source) -> dict[str, Any]:
    names = (
        "publisher",
        "title",
        "url",
        "archive_url",
        "published",
        "retrieved",
        "language",
        "file",
        "sha256",
    )
    return _given({name: getattr(source, name) for name in names})


def _assertion(assertion: Assertion) -> dict[str, Any]:
    quotes = [
        {
            "source": quote.source,
            "quote": quote.quote,
            "voice": quote.voice.value,
            **_given({"prefix": quote.prefix, "suffix": quote.suffix}),
        }
        for quote in assertion.quotes
    ]
    extra = {
        "sources": list(assertion.sources) or None,
        "said": assertion.said,
        "attributed_to": assertion.attributed_to,
        "topic": assertion.topic,
        "lead": assertion.lead or None,
        "note": assertion.note,
    }
    return {"id": assertion.id, "text": assertion.text, "quotes": quotes, **_given(extra)}


def _comparison(comparison: Comparison, report: Report) -> dict[str, Any]:
    accounts = {account.key: account for account in report.accounts}
    origins = common_origins(accounts[comparison.left], accounts[comparison.right])
    return {
        "left": comparison.left,
        "right": comparison.right,
        "reviewed": comparison.reviewed,
        **_given({"one_origin": [{"left": ours.key, "right": other.key} for ours, other in origins] or None}),
        "links": [_link(link) for link in comparison.links],
        "possible": [_possible(possible) for possible in comparison.possible],
        "proposed": [_link(link) for link in comparison.proposed],
        "doubtful": [
            {"left": list(pair.left), "right": list(pair.right), **_given({"note": pair.note})}
            for pair in comparison.doubtful
        ],
        "omissions": [
            {
                "account": omission.account,
                "id": omission.id,
                "missing_from": omission.missing_from,
                "status": omission.status.value,
                "nearest": _nearest(omission.nearest),
            }
            for omission in comparison.omissions
        ],
        "undecided": [
            {
                "account": entry.account,
                "id": entry.id,
                "missing_from": entry.missing_from,
                "why": entry.why.value,
                "nearest": _nearest(entry.nearest),
            }
            for entry in comparison.undecided
        ],
        "candidates": [
            {"left": candidate.left, "right": candidate.right, "score": _score(candidate.score)}
            for candidate in comparison.candidates
        ],
        "stale": [
            {"kind": stale.kind, "left": list(stale.left), "right": list(stale.right)} for stale in comparison.stale
        ],
    }


def _score(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def _nearest(nearest: Nearest | None) -> dict[str, Any] | None:
    return None if nearest is None else {"id": nearest.id, "score": _score(nearest.score)}


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "verdict": link.verdict.value,
        "judged": link.judged,
        "origin": link.origin.value,
        "by": link.by,
        "score": _score(link.score),
        "differences": [difference_as_dict(difference) for difference in link.differences],
        "evidence": _evidence(link.evidence),
        **_given({"note": link.note}),
    }


def _possible(possible: Possible) -> dict[str, Any]:
    return {
        "left": list(possible.left),
        "right": list(possible.right),
        "chosen": possible.chosen,
        "score": _score(possible.score),
        "verdict": possible.verdict.value,
        "judged": possible.judged,
        "differences": [difference_as_dict(difference) for difference in possible.differences],
        "evidence": _evidence(possible.evidence),
    }


def difference_as_dict(difference: Difference) -> dict[str, Any]:
    """Return one difference as plain values."""
    return {
        "facet": difference.facet.value,
        "verdict": difference.verdict.value,
        "left": _words(difference.left),
        "right": _words(difference.right),
        "explanation": difference.explanation,
    }


def _words(words: Words | None) -> dict[str, Any] | None:
    if words is None:
        return None
    place = {"id": words.id, "field": words.field, "start": words.start, "end": words.end, "words": words.words}
    return place if words.quote is None else {**place, "quote": words.quote}


def _evidence(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [{"feature": e.feature, "weight": _score(e.weight), "left": e.left, "right": e.right} for e in evidence]
