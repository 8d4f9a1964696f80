"""The whole way from accounts and decisions to the report, as one function without any input or output."""

from collections.abc import Sequence
from itertools import combinations

from claimdiff.accounts.model import Account, Event
from claimdiff.alignment.weights import Weights
from claimdiff.comparison.build import Side, compare_pair, counts, statements
from claimdiff.comparison.decided import NOTHING_DECIDED, decided_on
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Curation, Options
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading


def compare_accounts(
    event: Event, accounts: Sequence[Account], *, options: Options, lexicon: Lexicon, weights: Weights
) -> Report:
    """Compare every pair of ``accounts`` (keys all different) and return the report.

    ``event`` gives the decisions and the date that relative dates count from where neither an assertion nor its account
    has one; for loose accounts it is an event without decisions.
    """
    sides = [Side(account=account, readings=_readings(account, event, lexicon)) for account in accounts]
    comparisons = []
    for left, right in combinations(sides, 2):
        decisions = event.decided(left.account.key, right.account.key)
        ignored = options.curation is Curation.IGNORE
        decided = NOTHING_DECIDED if ignored else decided_on(left.account, right.account, decisions)
        comparisons.append(compare_pair(left, right, decided, options=options, lexicon=lexicon, weights=weights))
    return Report(
        event=event.key or None,
        accounts=tuple(accounts),
        comparisons=tuple(comparisons),
        statements=tuple(statements(accounts, comparisons)),
        counts={f"{comparison.left}/{comparison.right}": counts(comparison) for comparison in comparisons},
    )


def _readings(account: Account, event: Event, lexicon: Lexicon) -> tuple[Reading, ...]:
    return tuple(
        read(a.text, lexicon=lexicon, date=a.said or account.date or event.date, language=account.language)
        for a in account.assertions
    )
