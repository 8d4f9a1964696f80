"""What is found over all pairs: the statements, and the numbers."""

from collections.abc import Mapping, Sequence

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Comparison
from claimdiff.vocabulary import OmissionStatus


def statements(accounts: Sequence[Account], comparisons: Sequence[Comparison]) -> list[Mapping[str, tuple[str, ...]]]:
    """Return the connected components of the links over all accounts, in the order of accounts and assertions.

    An assertion that stands in no link is a statement of its own, so that the matrix of statements by accounts is whole.
    """
    order = {
        (account.key, a.id): (n, m) for n, account in enumerate(accounts) for m, a in enumerate(account.assertions)
    }
    parent = {node: node for node in order}

    def root(node: tuple[str, str]) -> tuple[str, str]:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for comparison in comparisons:
        for link in comparison.links:
            nodes = [(comparison.left, i) for i in link.left] + [(comparison.right, i) for i in link.right]
            for node in nodes[1:]:
                first, second = sorted((root(nodes[0]), root(node)), key=lambda node: order[node])
                parent[second] = first
    groups: dict[tuple[str, str], dict[str, list[str]]] = {}
    for node in order:
        groups.setdefault(root(node), {}).setdefault(node[0], []).append(node[1])
    return [{key: tuple(ids) for key, ids in group.items()} for group in groups.values()]


def counts(comparison: Comparison) -> dict[str, int]:
    """Return the numbers of a comparison by name; ``left_only`` and ``right_only`` are omissions by side."""
    verdicts = [link.verdict.value for link in comparison.links]
    return {
        "link": len(verdicts),
        "agree": verdicts.count("agree"),
        "partial": verdicts.count("partial"),
        "conflict": verdicts.count("conflict"),
        "omission": len(comparison.omissions),
        "confirmed": sum(o.status is OmissionStatus.CONFIRMED for o in comparison.omissions),
        "likely": sum(o.status is OmissionStatus.LIKELY for o in comparison.omissions),
        "left_only": sum(o.account == comparison.left for o in comparison.omissions),
        "right_only": sum(o.account == comparison.right for o in comparison.omissions),
        "possible": len(comparison.possible),
        "proposed": len(comparison.proposed),
        "doubtful": len(comparison.doubtful),
        "undecided": len(comparison.undecided),
        "stale": len(comparison.stale),
    }
