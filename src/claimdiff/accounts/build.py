"""From what a file holds to the values that the rest of the program sees."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from claimdiff.accounts.model import (
    Account,
    Assertion,
    Decisions,
    DifferenceDecision,
    Expectation,
    LinkDecision,
    OmissionDecision,
    PairDecision,
    Quote,
    Source,
)
from claimdiff.vocabulary import Voice

if TYPE_CHECKING:
    from claimdiff.accounts.schema import (
        AccountModel,
        AssertionModel,
        ExpectationModel,
        LinkModel,
        LinksModel,
        OmissionModel,
        PairModel,
        SourceModel,
    )


def build_account(model: "AccountModel") -> Account:
    """Return the account."""
    sources = {key: _source(key, source) for key, source in (model.sources or {}).items()}
    return Account(
        key=model.account,
        party=model.party,
        role=model.role,
        aliases=model.aliases,
        title=model.title,
        date=model.date,
        language=model.language,
        coverage=model.coverage,
        sources=MappingProxyType(sources),
        assertions=tuple(_assertion(assertion) for assertion in model.assertions),
    )


def build_decisions(model: "LinksModel") -> Decisions:
    """Return the decisions on two accounts."""
    left, right = model.accounts
    return Decisions(
        accounts=(left, right),
        links=tuple(_link(link) for link in model.links),
        apart=tuple(_pair(pair) for pair in model.apart),
        doubtful=tuple(_pair(pair) for pair in model.doubtful),
        omitted=tuple(_omission(omission, left, right) for omission in model.omitted),
    )


def build_expectations(models: "tuple[ExpectationModel, ...]") -> tuple[Expectation, ...]:
    """Return what must hold of an event's comparison."""
    return tuple(_expectation(model) for model in models)


def _source(key: str, model: "SourceModel") -> Source:
    return Source(
        key=key,
        publisher=model.publisher,
        title=model.title,
        url=model.url,
        archive_url=model.archive_url,
        published=model.published,
        retrieved=model.retrieved,
        language=model.language,
        file=model.file,
        sha256=model.sha256,
    )


def _assertion(model: "AssertionModel") -> Assertion:
    listed = model.quotes or ()
    quotes = tuple(
        Quote(source=item.source, quote=item.quote, voice=item.voice, prefix=item.prefix, suffix=item.suffix)
        for item in listed
        if item.quote is not None
    )
    sources = tuple(item.source for item in listed if item.quote is None and item.source is not None)
    if model.quote is not None:
        quotes = (Quote(source=model.source, quote=model.quote, voice=model.voice or Voice.REPORTED),)
    elif model.source is not None:
        sources = (model.source,)
    return Assertion(
        id=model.id,
        text=model.text,
        quotes=quotes,
        sources=sources,
        said=model.said,
        attributed_to=model.attributed_to,
        topic=model.topic,
        lead=model.lead,
        note=model.note,
    )


def _link(model: "LinkModel") -> LinkDecision:
    differences = tuple(
        DifferenceDecision(
            facet=difference.facet,
            left=difference.left,
            right=difference.right,
            verdict=difference.verdict or model.verdict,
        )
        for difference in model.differences
    )
    return LinkDecision(
        left=model.left,
        right=model.right,
        verdict=model.verdict,
        facets=model.facets,
        differences=differences,
        note=model.note,
        by=model.by,
        on=model.on,
        seal=model.seal,
    )


def _pair(model: "PairModel") -> PairDecision:
    return PairDecision(left=model.left, right=model.right, note=model.note, by=model.by, on=model.on, seal=model.seal)


def _omission(model: "OmissionModel", left: str, right: str) -> OmissionDecision:
    account, ids = (left, model.left) if model.left is not None else (right, model.right or ())
    return OmissionDecision(account=account, ids=ids, note=model.note, by=model.by, on=model.on, seal=model.seal)


def _expectation(model: "ExpectationModel") -> Expectation:
    (kind,) = model.model_fields_set
    if model.counts is not None:
        counts = {pair: MappingProxyType(dict(numbers)) for pair, numbers in model.counts.items()}
        return Expectation(kind=kind, counts=MappingProxyType(counts))
    return Expectation(kind=kind, sides=MappingProxyType(dict(getattr(model, kind))))
