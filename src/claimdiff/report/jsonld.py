"""The accounts as linked data: schema.org claims, and a W3C Web Annotation for every quote and every link.

A verdict says how two accounts stand to each other. Nothing here rates a claim: no ClaimReview and no rating is ever made.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent

from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.comparison.model import Report
from claimdiff.report.addresses import web_address
from claimdiff.report.findings import Finding, all_findings
from claimdiff.report.formats import RenderOptions
from claimdiff.report.json import dumps

SCHEMA_ORG = "https://schema.org"
ANNOTATION = "http://www.w3.org/ns/anno.jsonld"


def render_jsonld(report: Report, options: RenderOptions) -> str:
    """Return one JSON-LD document: the event, its accounts, their sources and claims, then the annotations.

    Every annotation carries the Web Annotation context, so that it can also be read on its own.
    """
    del options
    return dumps(as_graph(report), indent=2) + "\n"


def as_graph(report: Report) -> dict[str, Any]:
    """Return the document as plain values."""
    return {"@context": SCHEMA_ORG, "@graph": list(_Graph(report).nodes())}


class _Graph:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.sources = {
            (account.key, key): self._source_id(account, source)
            for account in report.accounts
            for key, source in account.sources.items()
        }

    def nodes(self) -> Iterator[dict[str, Any]]:
        described: set[str] = set()
        for account in self.report.accounts:
            yield self._account(account)
            for key, source in account.sources.items():
                name = self.sources[account.key, key]
                if name not in described:
                    described.add(name)
                    yield _source(name, source)
            for assertion in account.assertions:
                yield self._claim(account, assertion)
        for account in self.report.accounts:
            for assertion in account.assertions:
                for number, quote in enumerate(assertion.quotes, start=1):
                    yield self._quotation(account, assertion, quote, number)
        for row in all_findings(self.report):
            if row.certain and row.verdict is not None:
                yield self._link(row)

    def _name(self, *parts: str) -> str:
        """Return an IRI that says what a thing is within the event; it leads nowhere."""
        return ":".join(
            (
                "urn",
                "claimdiff",
                *(percent(part, safe="", errors="replace") for part in (self.report.event or "-", *parts)),
            )
        )

    def _source_id(self, account: Account, source: Source) -> str:
        address = web_address(source.archive_url) or web_address(source.url)
        return address or self._name(account.key, "source", source.key)

    def _account(self, account: Account) -> dict[str, Any]:
        return _given(
            {
                "@type": "CreativeWork",
                "@id": self._name(account.key),
                "name": account.title,
                "creditText": account.party,
                "datePublished": account.date and account.date.isoformat(),
                "inLanguage": account.language,
            }
        )

    def _claim(self, account: Account, assertion: Assertion) -> dict[str, Any]:
        keys = dict.fromkeys([*(q.source for q in assertion.quotes if q.source), *assertion.sources])
        places = dict.fromkeys(self.sources[account.key, key] for key in keys if (account.key, key) in self.sources)
        return _given(
            {
                "@type": "Claim",
                "@id": self._name(account.key, assertion.id),
                "identifier": assertion.id,
                "text": assertion.text,
                "creditText": account.party,
                "inLanguage": account.language,
                "dateCreated": assertion.said and assertion.said.isoformat(),
                "keywords": assertion.topic,
                "isPartOf": {"@id": self._name(account.key)},
                "appearance": [{"@id": place} for place in places] or None,
            }
        )

    def _quotation(self, account: Account, assertion: Assertion, quote: Quote, number: int) -> dict[str, Any]:
        known = quote.source is not None and (account.key, quote.source) in self.sources
        source = self.sources[account.key, quote.source or ""] if known else self._name(account.key, "source")
        selector = {"type": "TextQuoteSelector", "exact": quote.quote, "prefix": quote.prefix, "suffix": quote.suffix}
        return {
            "@context": ANNOTATION,
            "id": self._name(account.key, assertion.id, "quote", str(number)),
            "type": "Annotation",
            "motivation": "identifying",
            "body": self._name(account.key, assertion.id),
            "target": {"type": "SpecificResource", "source": source, "selector": _given(selector)},
        }

    def _link(self, row: Finding) -> dict[str, Any]:
        assert row.verdict is not None
        sides = zip((row.left, row.right), row.sides, strict=True)
        return {
            "@context": ANNOTATION,
            "id": self._name(row.left.key, row.right.key, row.id),
            "type": "Annotation",
            "motivation": "linking",
            "body": {
                "type": "TextualBody",
                "purpose": "classifying",
                "format": "text/plain",
                "language": "en",
                "value": f"{row.verdict.label} ({row.how})",
            },
            "target": [self._name(account.key, assertion.id) for account, side in sides for assertion in side],
        }


def _source(name: str, source: Source) -> dict[str, Any]:
    return _given(
        {
            "@type": "CreativeWork",
            "@id": name,
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "url": web_address(source.url),
            "archivedAt": web_address(source.archive_url),
            "datePublished": source.published and source.published.isoformat(),
            "inLanguage": source.language,
        }
    )


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
