"""What a report shows of a comparison and in which order: shared by all renderers, so that none decides it alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Comparison, Doubtful, Link, Omission, Open, Possible, Report, Words
from claimdiff.comparison.origins import common_origins
from claimdiff.vocabulary import Coverage, OmissionStatus, Origin, Undecided, Verdict


class Kind(StrEnum):
    """What ``--only`` can ask for."""

    CONFLICT = "conflict"
    PARTIAL = "partial"
    AGREE = "agree"
    OMISSION = "omission"
    REVIEW = "review"


EVERY_KIND = frozenset(Kind)

SYMBOLS: Mapping[Verdict, str] = {Verdict.CONFLICT: "≠", Verdict.PARTIAL: "≈", Verdict.AGREE: "="}
"""A verdict's sign beside its word and colour."""
OMISSION_SYMBOL = "◌"
REVIEW_SYMBOL = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What only one account has: the omissions from the other, newsworthy ones first, confirmed before likely."""

    account: Account
    other: Account
    omissions: tuple[Omission, ...]

    @property
    def leads(self) -> tuple[Omission, ...]:
        """Return the newsworthy ones."""
        return tuple(o for o in self.omissions if self.account.assertion(o.id).lead)

    @property
    def confirmed(self) -> tuple[Omission, ...]:
        """Return those that a person decided."""
        return tuple(o for o in self.omissions if o.status is OmissionStatus.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One comparison in the order in which it is shown."""

    left: Account
    right: Account
    comparison: Comparison
    by_verdict: Mapping[Verdict, tuple[Link, ...]]
    silences: tuple[Silence, Silence]
    proposed: tuple[Link, ...]
    possible: tuple[Possible, ...]
    doubtful: tuple[Doubtful, ...]
    not_in_excerpt: tuple[Open, ...]
    undecided: tuple[Open, ...]
    by_id: tuple[Mapping[str, Assertion], Mapping[str, Assertion]]

    def find(self, account: Account, assertion_id: str) -> Assertion:
        """Return an assertion of one of the two accounts."""
        return self.by_id[account is not self.left][assertion_id]

    def assertions(self, link: Link | Possible | Doubtful) -> tuple[tuple[Assertion, ...], tuple[Assertion, ...]]:
        """Return the assertions of both sides of a link."""
        return (
            tuple(self.by_id[0][i] for i in link.left),
            tuple(self.by_id[1][i] for i in link.right),
        )


def view_of(report: Report, comparison: Comparison) -> View:
    """Order one comparison of a report for showing: newsworthy first, then as the accounts have it."""
    accounts = {account.key: account for account in report.accounts}
    left, right = accounts[comparison.left], accounts[comparison.right]
    by_id = ({a.id: a for a in left.assertions}, {a.id: a for a in right.assertions})
    chosen = [possible for possible in comparison.possible if possible.chosen]
    rest = [possible for possible in comparison.possible if not possible.chosen]
    gravity = lambda possible: -possible.verdict.gravity  # noqa: E731
    return View(
        left=left,
        right=right,
        comparison=comparison,
        by_verdict={
            verdict: tuple(sorted(_of(comparison.links, verdict), key=lambda link: not _leads(link, *by_id)))
            for verdict in Verdict
        },
        silences=(_silence(comparison, left, right, by_id[0]), _silence(comparison, right, left, by_id[1])),
        proposed=comparison.proposed,
        possible=(*sorted(chosen, key=gravity), *sorted(rest, key=gravity)),
        doubtful=comparison.doubtful,
        not_in_excerpt=tuple(o for o in comparison.undecided if o.why is Undecided.EXCERPT),
        undecided=tuple(o for o in comparison.undecided if o.why is Undecided.UNDECIDED),
        by_id=by_id,
    )


def _of(links: Iterable[Link], verdict: Verdict) -> list[Link]:
    return [link for link in links if link.verdict is verdict]


def _leads(link: Link, left: Mapping[str, Assertion], right: Mapping[str, Assertion]) -> bool:
    return any(left[i].lead for i in link.left) or any(right[i].lead for i in link.right)


def _silence(comparison: Comparison, account: Account, other: Account, by_id: Mapping[str, Assertion]) -> Silence:
    mine = [o for o in comparison.omissions if o.account == account.key and o.missing_from == other.key]
    key = lambda o: (not by_id[o.id].lead, o.status is not OmissionStatus.CONFIRMED)  # noqa: E731
    return Silence(account=account, other=other, omissions=tuple(sorted(mine, key=key)))


def completeness(left: Account, right: Account, complete: frozenset[str] = frozenset()) -> str:
    """Return one phrase on how complete the two texts are, and whether they are independent witnesses where they are not."""
    excerpts = [a.party for a in (left, right) if a.coverage is Coverage.EXCERPT and a.key not in complete]
    match excerpts:
        case []:
            state = "both accounts complete"
        case [one]:
            state = f"{one}: an excerpt"
        case _:
            state = "both accounts are excerpts"
    origin = one_origin(left, right)
    return f"{state}; {origin}" if origin else state


def one_origin(left: Account, right: Account) -> str:
    """Return one phrase on the text that both are quoted from, nothing where there is none."""
    names = dict.fromkeys(s.publisher or s.title or s.key for s, _ in common_origins(left, right))
    return f"both quoted from one text ({', '.join(names)}), so not independent witnesses" if names else ""


def how_decided(link: Link) -> str:
    """Return one phrase on who made a link and how sure it is."""
    match link.origin:
        case Origin.CURATED:
            who = f"decided by {link.by}" if link.by else "decided by a person"
        case Origin.MATCHED:
            who = f"found by the matcher (sure, score {link.score or 0:.2f})"
        case Origin.PROPOSED:
            who = f"proposed by {(link.by or 'model:unknown').removeprefix('model:')}, not confirmed"
    return who if link.judged else f"{who}; not judged"


def words_in(link: Link | Possible, assertion: Assertion, side: int) -> tuple[Words, ...]:
    """Return the differing words of a link that stand in ``assertion`` on side 0 (left) or 1 (right)."""
    found = ((d.left, d.right)[side] for d in link.differences)
    return tuple(words for words in found if words is not None and words.id == assertion.id)


def segments(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Cut a text into pieces, each with whether it lies in one of the spans; the pieces joined are the text."""
    inside = [False] * len(text)
    for start, end in spans:
        inside[max(start, 0) : min(end, len(text))] = [True] * max(0, min(end, len(text)) - max(start, 0))
    pieces: list[tuple[str, bool]] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or inside[i] != inside[start]:
            pieces.append((text[start:i], inside[start]))
            start = i
    return pieces


def spans_in_text(assertion: Assertion, words: Iterable[Words]) -> list[tuple[int, int]]:
    """Return where the words stand in the assertion's text, those of a quote wherever the text has the same words."""
    spans = []
    for found in words:
        if found.field == "text":
            spans.append((found.start, found.end))
        elif (at := assertion.text.find(found.words)) >= 0:
            spans.append((at, at + len(found.words)))
    return spans
