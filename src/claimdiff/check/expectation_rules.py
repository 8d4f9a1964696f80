"""Rules on expectations: what an event's file says must hold of the comparison of its accounts."""

from collections.abc import Iterator, Mapping

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.load import account_names
from claimdiff.accounts.model import Account, Expectation
from claimdiff.accounts.names import suggestion
from claimdiff.check.places import Path, at, at_start
from claimdiff.check.subject import Subject
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.totals import counts
from claimdiff.display import quoted
from claimdiff.vocabulary import Role


def unknown_expectation(s: Subject) -> Iterator[Diagnostic]:
    """An expectation names an account, an assertion or a count that does not exist.

    What is expected of nothing tests nothing.

    Fails (kremlin.yaml has ``hockey``):

        expect:
          - only: {kremlin: hokey}

    Passes:

        expect:
          - only: {kremlin: hockey}
    """
    for n, expectation in _judged(s):
        for path, message, of_key in _unknown(s, n, expectation):
            assert s.loaded.event_document is not None  # it holds the expectation
            place = at_start if of_key else at
            yield place(s.loaded.event_document, path, "unknown-expectation", message)


def broken_expectation(s: Subject) -> Iterator[Diagnostic]:
    """What an event's file expects of the comparison does not hold.

    Expectations test a story's claims like code: ``only`` (no other principal has it), ``agree``, ``partial``, ``conflict``
    and ``link`` of two assertions, and ``counts`` between two accounts. When a text or a decision changes so that the story
    is no longer right, this rule says so.

    Fails (the two are linked as ``partial``):

        expect:
          - conflict: {kremlin: energy-pause, whitehouse: energy-ceasefire}

    Passes:

        expect:
          - partial: {kremlin: energy-pause, whitehouse: energy-ceasefire}
    """
    for n, expectation in _judged(s):
        if any(True for _ in _unknown(s, n, expectation)):
            continue
        for path, expected, found in _broken(s, ("expect", n), expectation):
            assert s.loaded.event_document is not None  # it holds the expectation
            message = f"expected: {expected}; found: {found}"
            yield at_start(s.loaded.event_document, path, "broken-expectation", message)


def _judged(s: Subject) -> Iterator[tuple[int, Expectation]]:
    """Yield the expectations that can be judged: those that rest on no account whose file has faults of its own."""
    faulty = set(account_names(s.loaded.folder)) - {account.key for account in s.accounts}
    for n, expectation in enumerate(s.event.expectations):
        named = {*expectation.sides, *(key for pair in expectation.counts for key in pair.split("/"))}
        if not (faulty if expectation.kind == "only" else faulty & named):
            yield n, expectation


def _unknown(s: Subject, n: int, expectation: Expectation) -> Iterator[tuple[Path, str, bool]]:
    """Yield what does not exist: its path, a message, and whether it is the key of the path or its value."""
    keys = [account.key for account in s.accounts]
    for key, assertion_id in expectation.sides.items():
        path: Path = ("expect", n, expectation.kind, key)
        if key not in keys:
            yield path, f"the event has no account {quoted(key)}{suggestion(key, keys)}", True
        else:
            ids = [assertion.id for assertion in s.event.account(key).assertions]
            if assertion_id not in ids:
                yield (
                    path,
                    f"account {key} has no assertion {quoted(assertion_id)}{suggestion(assertion_id, ids)}",
                    False,
                )
    known = counts(Comparison(left="", right="", reviewed=False))
    for pair, numbers in expectation.counts.items():
        path = ("expect", n, "counts", pair)
        for key in pair.split("/"):
            if key not in keys:
                yield path, f"the event has no account {quoted(key)}{suggestion(key, keys)}", True
        for name in numbers:
            if name not in known:
                yield (*path, name), f"nothing is counted as {quoted(name)}{suggestion(name, known)}", True


def _broken(s: Subject, path: Path, expectation: Expectation) -> Iterator[tuple[Path, str, str]]:
    match expectation.kind:
        case "counts":
            for pair, numbers in expectation.counts.items():
                yield from _miscounted(s, (*path, "counts", pair), pair, numbers)
        case "only":
            ((key, assertion_id),) = expectation.sides.items()
            yield from _shared(s, (*path, "only", key), s.event.account(key), assertion_id)
        case kind:
            (left, a), (right, b) = expectation.sides.items()
            found = _verdict_of(s, (left, a), (right, b))
            if found is None or kind not in ("link", found):
                wanted = "linked" if kind == "link" else kind
                yield (*path, kind), f"{left} {a} and {right} {b}: {wanted}", found or "not linked"


def _miscounted(s: Subject, path: Path, pair: str, numbers: Mapping[str, int]) -> Iterator[tuple[Path, str, str]]:
    left, right = (s.event.account(key) for key in pair.split("/"))
    found = counts(s.comparison(left, right))
    for name, number in numbers.items():
        if found[name] != number:
            yield (*path, name), f"{pair}: {number} {name}", f"{found[name]}"


def _shared(s: Subject, path: Path, account: Account, assertion_id: str) -> Iterator[tuple[Path, str, str]]:
    """Yield where another principal has the assertion too, or where nothing shows that one lacks it."""
    expected = f"only {account.key} has {assertion_id}"
    silent = []
    for other in s.accounts:
        if other.key == account.key or other.role is not Role.PRINCIPAL:
            continue
        comparison = s.comparison(account, other, all_roles=account.role is not Role.PRINCIPAL)
        partners = [b for link in comparison.links if assertion_id in link.left for b in link.right]
        if partners:
            yield path, expected, f"linked to {other.key} {', '.join(partners)}"
            return
        if any(omission.id == assertion_id and omission.account == account.key for omission in comparison.omissions):
            silent.append(other.key)
    if not silent:
        yield path, expected, "not an omission of any complete account: it is undecided, or the others are excerpts"


def _verdict_of(s: Subject, left: tuple[str, str], right: tuple[str, str]) -> str | None:
    comparison = s.comparison(s.event.account(left[0]), s.event.account(right[0]))
    for link in comparison.links:
        if left[1] in link.left and right[1] in link.right:
            return link.verdict.value
    return None
