"""Rules on quotes: whether they are the source's words, and how nearly."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.document import Document
from claimdiff.accounts.model import Account, Quote
from claimdiff.accounts.quotes import Match, Span, Tier
from claimdiff.check.places import Path, at, quote_path
from claimdiff.check.subject import Archived, Subject
from claimdiff.display import quoted, safe
from claimdiff.language.polarity import find_negations
from claimdiff.language.tokens import tokenize

LONGEST_GAP = 60
"""How many characters of a gap a message shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A quote with an archived text, and where it was found."""

    account: Account
    quote: Quote
    file: str
    archived: Archived
    match: Match
    document: Document
    place_in_account: tuple[int, int]

    @property
    def path(self) -> Path:
        """Return the path of its words in the account's file."""
        return quote_path(self.document, *self.place_in_account)

    def place(self, span: Span) -> str:
        """Return ``file:line:column`` of a span of the archived text."""
        position = self.archived.text.position(span)
        return f"{self.file}:{position.line}:{position.column}"


def quote_not_found(s: Subject) -> Iterator[Diagnostic]:
    """The words of a quote are not in the archived text of its source.

    A quote is what readers take for the party's or the reporter's own words; it has to be verbatim. Typesetting (quote marks,
    dashes, spaces, ligatures, line ends) does not count, and an ellipsis (…) may leave words out. Upper and lower case, other
    letters and other digits do count. The message names the nearest passage: ``[-…-]`` is only in the quote, ``{+…+}``
    only in the source.

    Fails (the source has "has agreed"):

        quote: "Vladimir Putin agreed to an immediate 30-day pause"

    Passes:

        quote: "Vladimir Putin has agreed to an immediate 30-day pause"
    """
    for found in _matched(s):
        if found.match.tier is Tier.NOT_FOUND:
            yield at(found.document, found.path, "quote-not-found", _not_found(found))


def quote_typographic(s: Subject) -> Iterator[Diagnostic]:
    """A quote has the source's words in another typography.

    The words are right. ``claimdiff check --fix`` writes the source's own characters.

    Noted (the source has curly quote marks):

        quote: "Mr Trump's calls"

    Not noted:

        quote: "Mr Trump’s calls"
    """
    for found in _matched(s):
        if found.match.tier is Tier.TYPOGRAPHIC and set(found.match.foldings) - {"line wraps", "soft hyphens"}:
            names = " and ".join(found.match.foldings)
            where = found.place(found.match.occurrences[0].whole)
            message = f"typographic: the same words as at {where} but for {names}; --fix takes the source's characters"
            yield at(found.document, found.path, "quote-typographic", message)


def quote_elided(s: Subject) -> Iterator[Diagnostic]:
    """A quote leaves out words of its source.

    That is allowed and marked by its ellipsis; the note shows what is left out, for a second look at whether the sense is
    still the source's.

    Noted:

        quote: "Putin agreed to … the ceasefire"

    Not noted:

        quote: "Putin agreed to the limited ceasefire"
    """
    for found in _matched(s):
        if found.match.tier is Tier.ELIDED:
            shown = " and ".join(
                f"{quoted(_cut(found.archived.text.words(gap)))} at {found.place(gap)}"
                for gap in found.match.occurrences[0].gaps
            )
            yield at(found.document, found.path, "quote-elided", f"elided: leaves out {shown}")


def negation_elided(s: Subject) -> Iterator[Diagnostic]:
    """An ellipsis of a quote leaves out a negation.

    With "not" left out the quote may say the contrary of its source. Quote the negation, or end the quote before it.

    Fails (the source has "agreed that it would not strike"):

        quote: "agreed that it would … strike"

    Passes:

        quote: "agreed that it would not strike"
    """
    lexicon = s.tools.lexicon
    for found in _matched(s):
        for gap in found.match.occurrences[0].gaps if found.match.tier is Tier.ELIDED else ():
            words = found.archived.text.words(gap)
            negations = find_negations(tokenize(words, lexicon.function, lexicon.stem), lexicon)
            if negations:
                cue = words[negations[0].start : negations[0].end]
                message = f"the words left out at {found.place(gap)} hold a negation: {quoted(cue)}; quote it too"
                yield at(found.document, found.path, "negation-elided", message)
                break


def quote_ambiguous(s: Subject) -> Iterator[Diagnostic]:
    """A quote stands in its source more than once.

    Which of the places is meant decides who says it and when. Give words that stand right before it as ``prefix``, or right
    after it as ``suffix``; or quote more.

    Fails (the source has it twice):

        quotes:
          - {source: sky, quote: "a ceasefire"}

    Passes:

        quotes:
          - {source: sky, quote: "a ceasefire", prefix: "Mr Putin agreed to"}
    """
    for found in _matched(s):
        if found.match.in_context and len(found.match.occurrences) > 1:
            places = [found.place(occurrence.whole) for occurrence in found.match.occurrences]
            shown = f"{', '.join(places[:3])}{' …' if len(places) > 3 else ''}"
            message = f"stands {len(places)} times in its source ({shown}); tell which with prefix or suffix"
            yield at(found.document, found.path, "quote-ambiguous", message)


def quote_context(s: Subject) -> Iterator[Diagnostic]:
    """The prefix or suffix of a quote is not what stands beside it in the source.

    They are there to tell one place of the source from another; as they are they tell of none.

    Fails (the source has "Mr Putin agreed to a ceasefire"):

        quotes:
          - {source: sky, quote: "a ceasefire", prefix: "Mr Trump called for"}

    Passes:

        quotes:
          - {source: sky, quote: "a ceasefire", prefix: "Mr Putin agreed to"}
    """
    for found in _matched(s):
        if not found.match.in_context and found.match.occurrences:
            where = found.place(found.match.occurrences[0].whole)
            message = f"found at {where}, but not between that prefix and suffix; correct them"
            yield at(found.document, found.path, "quote-context", message)


def _matched(s: Subject) -> Iterator[_Found]:
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            for j, quote in enumerate(assertion.quotes):
                match, archived = s.matches.get((account.key, i, j)), s.archived(account, quote)
                if match is not None and archived is not None:
                    yield _Found(
                        account=account,
                        quote=quote,
                        file=account.sources[quote.source or ""].file or "",
                        archived=archived,
                        match=match,
                        document=document,
                        place_in_account=(i, j),
                    )


def _not_found(found: _Found) -> str:
    if found.match.nearest is None:
        return f"not found in {safe(found.file)}, nor anything near it; quote the source's own words"
    passage = found.archived.text.words(found.match.nearest)
    diff = word_diff(found.quote.quote, passage)
    return f"not found in {safe(found.file)}; nearest at {found.place(found.match.nearest)}: {diff}"


def word_diff(ours: str, theirs: str) -> str:
    """Return both texts as one: words only in ours as ``[-…-]``, only in theirs as ``{+…+}``."""
    left, right = ours.split(), theirs.split()
    parts = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(" ".join(left[a:b]))
            continue
        parts += [f"[-{' '.join(left[a:b])}-]"] if b > a else []
        parts += [f"{{+{' '.join(right[c:d])}+}}"] if d > c else []
    return safe(" ".join(parts))


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return (
        flat
        if len(flat) <= LONGEST_GAP
        else f"{flat[: LONGEST_GAP // 2].rstrip()} … {flat[-LONGEST_GAP // 2 :].lstrip()}"
    )
