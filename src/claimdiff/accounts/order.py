"""Put decisions in the order of the assertions they are on, so that the work of two people merges."""

from collections.abc import Mapping, Sequence

from claimdiff.accounts.model import Account, Decisions

_Places = Mapping[str, int]


def in_assertion_order(decisions: Decisions, left: Account, right: Account) -> Decisions:
    """Return the decisions with every list in the order of the assertions of ``left``, then of ``right``.

    ``left`` and ``right`` are the accounts in the order of ``Decisions.accounts``. Ids that no assertion has come last.
    """
    places = tuple({a.id: place for place, a in enumerate(account.assertions)} for account in (left, right))
    names = {decisions.accounts[0]: 0, decisions.accounts[1]: 1}

    def of_pair(entry: object) -> tuple[tuple[int, ...], tuple[int, ...]]:
        ours, theirs = (getattr(entry, side) for side in ("left", "right"))
        return _key(ours, places[0]), _key(theirs, places[1])

    return Decisions(
        accounts=decisions.accounts,
        links=tuple(sorted(decisions.links, key=of_pair)),
        apart=tuple(sorted(decisions.apart, key=of_pair)),
        doubtful=tuple(sorted(decisions.doubtful, key=of_pair)),
        omitted=tuple(
            sorted(
                decisions.omitted,
                key=lambda entry: (names[entry.account], _key(entry.ids, places[names[entry.account]])),
            )
        ),
    )


def _key(ids: Sequence[str], places: _Places) -> tuple[int, ...]:
    return tuple(places.get(assertion_id, len(places)) for assertion_id in ids)
