"""What stands in a cell of a page: an account's words with their marks, labels and links, all safe to show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.comparison.model import Difference, Words
from claimdiff.display import safe
from claimdiff.report.addresses import Address, passages
from claimdiff.report.view import segments, spans_in_text
from claimdiff.vocabulary import Voice

VOICES = {Voice.DIRECT: "own words", Voice.REPORTED: "as reported"}
OURS = "our wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; ``mark`` where these are the words that differ."""

    text: str
    mark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """A quote with its label and links; ``source`` leads to the list of sources (an id), None where none is named."""

    pieces: tuple[Piece, ...]
    voice: str
    source: str | None
    source_name: str | None
    links: tuple[Address, ...]
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAssertion:
    """An assertion in a cell. ``pieces`` is our wording."""

    id: str
    pieces: tuple[Piece, ...]
    quotes: tuple[ShownQuote, ...]
    sources: tuple[tuple[str, str], ...]
    lang: str
    facts: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """A difference in words. A side is None where it has nothing; ``named`` is False where no words are known at all."""

    facet: str
    verdict: str
    left: str | None
    right: str | None
    named: bool
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How accounts and sources are called and where on the page a source stands."""

    parties: dict[str, str]
    sources: dict[tuple[str, str], str]

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> "Names":
        """Return the names for these accounts: the party's, with the account's key where two share it."""
        parties = [account.party for account in accounts]
        return cls(
            parties={a.key: safe(a.party if parties.count(a.party) == 1 else f"{a.party} ({a.key})") for a in accounts},
            sources={
                (account.key, key): f"s-{n}-{m}"
                for n, account in enumerate(accounts, start=1)
                for m, key in enumerate(account.sources, start=1)
            },
        )

    def party(self, account: Account) -> str:
        """Return what the account's party is called."""
        return self.parties[account.key]


def shown_assertion(assertion: Assertion, words: Sequence[Words], account: Account, names: Names) -> ShownAssertion:
    """Return an assertion with the words in ``words`` marked in its text and its quotes."""
    facts = [f"said by {assertion.attributed_to}"] if assertion.attributed_to else []
    facts += [f"said on {assertion.said.isoformat()}"] if assertion.said else []
    return ShownAssertion(
        id=safe(assertion.id),
        pieces=_pieces(assertion.text, spans_in_text(assertion, words)),
        quotes=tuple(_quote(n, quote, words, account, names) for n, quote in enumerate(assertion.quotes)),
        sources=tuple(
            (names.sources[account.key, key], source_name(account.sources[key]))
            for key in assertion.sources
            if key in account.sources
        ),
        lang=account.language,
        facts=safe("; ".join(facts)),
        note=safe(assertion.note) if assertion.note else None,
    )


def _quote(number: int, quote: Quote, words: Sequence[Words], account: Account, names: Names) -> ShownQuote:
    spans = [(w.start, w.end) for w in words if w.field == "quote" and w.quote == number]
    source = account.sources.get(quote.source) if quote.source else None
    return ShownQuote(
        pieces=_pieces(quote.quote, spans),
        voice=VOICES[quote.voice],
        source=names.sources[account.key, source.key] if source else None,
        source_name=source_name(source) if source else None,
        links=passages(source, quote) if source else (),
        lang=(source.language if source else None) or account.language,
    )


def source_name(source: Source) -> str:
    """Return what a source is called in one short phrase."""
    return safe(source.publisher or source.title or source.key)


def shown_differences(differences: Iterable[Difference]) -> tuple[ShownDifference, ...]:
    """Return the differences, each with its words in the marks that say whose they are."""
    return tuple(
        ShownDifference(
            facet=d.facet.value,
            verdict=d.verdict.value,
            left=quoted_words(d.left) if d.left else None,
            right=quoted_words(d.right) if d.right else None,
            named=d.left is not None or d.right is not None,
            explanation=safe(_explanation(d)),
        )
        for d in differences
    )


def _explanation(difference: Difference) -> str:
    """Return the judge's sentence, nothing where it only says again which words differ."""
    named = [words.words for words in (difference.left, difference.right) if words is not None]
    return "" if named and all(words in difference.explanation for words in named) else difference.explanation


def quoted_words(words: Words) -> str:
    """Return words in “ ” where they are verbatim words of a source, in ‹ › where they are our wording."""
    left, right = ("“", "”") if words.field == "quote" else ("‹", "›")
    return f"{left}{safe(words.words)}{right}"


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    return tuple(Piece(text=safe(part), mark=mark) for part, mark in segments(text, spans))
