"""The words of the terminal report: cut, marked, and beside those of the other side."""

from collections.abc import Sequence

from rich.text import Text

from claimdiff.accounts.model import Assertion
from claimdiff.comparison.model import Difference, Link, Omission, Words
from claimdiff.report.canvas import joined, piece
from claimdiff.report.view import OMISSION_SYMBOL, segments, spans_in_text
from claimdiff.vocabulary import OmissionStatus, Verdict


def cut(name: str, most: int) -> str:
    """Return a name, its end left out where it is longer than ``most`` characters."""
    return name if len(name) <= most else name[: most - 1] + "…"


def verb(verdict: Verdict, number: int) -> str:
    """Return what so many links of a verdict do."""
    if number == 1:
        return {"agree": "agrees", "partial": "differs in detail", "conflict": "contradicts"}[verdict.value]
    return verdict.label


def sign(omission: Omission) -> Text:
    """Return the sign before an omission, with whether it is only likely."""
    likely = omission.status is OmissionStatus.LIKELY
    return piece(f"{OMISSION_SYMBOL}{' likely' if likely else ''} ", "omission")


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Text:
    """Return a text with the differing words between _low lines_, which show without colour too."""
    line = Text()
    for words, inside in segments(text, spans):
        line.append_text(joined([piece("_"), piece(words, "mark"), piece("_")]) if inside else piece(words))
    return line


def telling(differences: Sequence[Difference]) -> Difference | None:
    """Return the difference to name first: the gravest with words on both sides."""
    both = [d for d in differences if d.left is not None and d.right is not None]
    some = both or [d for d in differences if d.left is not None or d.right is not None]
    return max(some, key=lambda d: d.verdict.gravity, default=None)


def telling_assertion(link: Link, assertions: Sequence[Assertion], side: int) -> Assertion:
    """Return the assertion of a side that the most telling difference of a link is in."""
    difference = telling(link.differences)
    words = None if difference is None else (difference.left, difference.right)[side]
    for assertion in assertions:
        if words is not None and assertion.id == words.id:
            return assertion
    return assertions[-1]


def in_words(difference: Difference) -> list[Text | str]:
    """Return the words of the left side against those of the right."""
    sides: list[Text | str] = []
    for words in (difference.left, difference.right):
        shown = [piece("(nothing)", "faint")] if words is None else quoted_words(words)
        sides += [*([" against "] if sides else []), *shown]
    return sides


def quoted_words(words: Words) -> list[Text | str]:
    """Return words with the marks that say whether they are verbatim words of a source (“ ”) or our wording (‹ ›)."""
    left, right = ("“", "”") if words.field == "quote" else ("‹", "›")
    return [left, piece(words.words, "mark"), right]


def explained_difference(difference: Difference) -> list[Text | str]:
    """Return the words on both sides, and the judge's sentence where it says more than they do."""
    words = in_words(difference)
    says_more = any(
        w is not None and w.words not in difference.explanation for w in (difference.left, difference.right)
    )
    return [*words, piece(f" — {difference.explanation}", "faint")] if says_more else words


def around_mark(assertion: Assertion, words: Sequence[Words], room: int | None) -> Text:
    """Return the text with its differing words marked, its beginning cut so that the first mark is seen."""
    spans = spans_in_text(assertion, words)
    text = assertion.text
    if room is None or len(text) <= room or not spans:
        return marked(text, spans)
    start, end = min(spans)
    cut = max(0, min(end - room + 12, start))
    if cut == 0:
        return marked(text, spans)
    cut = text.rfind(" ", 0, cut + 1) + 1 or cut
    return joined(["… ", marked(text[cut:], [(max(s - cut, 0), e - cut) for s, e in spans if e > cut])])
