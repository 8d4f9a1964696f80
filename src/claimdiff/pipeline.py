"""The whole way from accounts and decisions to the report, as one function without any input or output."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from claimdiff.accounts.model import Account, Event
from claimdiff.comparison.build import compare_pair
from claimdiff.comparison.decided import NOTHING_DECIDED, Decided, decided_on
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Curation, Options
from claimdiff.comparison.sides import Given, Readings, Side, given
from claimdiff.comparison.totals import counts, statements

if TYPE_CHECKING:
    from claimdiff.alignment.model import Alignment
    from claimdiff.alignment.weights import Weights
    from claimdiff.language.lexicon import Lexicon
    from claimdiff.language.reading import Reading
    from claimdiff.verdict.weights import Weights as JudgeWeights


def compare_accounts(
    event: Event,
    accounts: Sequence[Account],
    *,
    options: Options,
    lexicon: "Given[Lexicon]",
    weights: "Given[Weights]",
    progress: Callable[[int, int], None] | None = None,
    matcher: "Callable[..., Alignment] | None" = None,
    judge_weights: "JudgeWeights | None" = None,
) -> Report:
    """Compare every pair of ``accounts`` (keys all different) and return the report.

    ``event`` gives the decisions and the date that relative dates count from where neither an assertion nor its account
    has one; for loose accounts it is an event without decisions. ``lexicon`` and ``weights`` may be given as functions that
    are called when they are first needed. ``progress`` is told after each pair how many of how many are done. ``matcher``
    takes the place of the shipped one, ``judge_weights`` that of the shipped judge's (see ``compare_pair``).
    """
    sides = [Side(account=account, readings=read_account(account, event, lexicon)) for account in accounts]
    pairs = list(combinations(sides, 2))
    comparisons = []
    for done, (left, right) in enumerate(pairs, start=1):
        decided = decisions_in_force(event, left.account, right.account, options)
        comparisons.append(
            compare_pair(
                left,
                right,
                decided,
                options=options,
                lexicon=lexicon,
                weights=weights,
                matcher=matcher,
                judge_weights=judge_weights,
            )
        )
        if progress is not None:
            progress(done, len(pairs))
    return Report(
        event=event.key or None,
        accounts=tuple(accounts),
        comparisons=tuple(comparisons),
        statements=tuple(statements(accounts, comparisons)),
        counts={f"{comparison.left}/{comparison.right}": counts(comparison) for comparison in comparisons},
    )


def decisions_in_force(event: Event, left: Account, right: Account, options: Options) -> Decided:
    """Return what is decided on two accounts of an event, nothing where decisions are to be ignored."""
    if options.curation is Curation.IGNORE:
        return NOTHING_DECIDED
    return decided_on(left, right, event.decided(left.key, right.key))


def read_account(account: Account, event: Event, lexicon: "Given[Lexicon]") -> Readings:
    """Read the texts of an account, each when it is first needed; relative dates count from when it was said."""

    def at(place: int) -> "Reading":
        from claimdiff.language.read import read

        assertion = account.assertions[place]
        date = assertion.said or account.date or event.date

        return read(assertion.text, lexicon=given(lexicon), date=date, language=account.language)

    return Readings(len(account.assertions), at)
