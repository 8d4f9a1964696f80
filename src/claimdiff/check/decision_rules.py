"""Rules on decisions: whether what people decided still fits the accounts, and fits together."""

from collections.abc import Iterator

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.model import Account, LinkDecision
from claimdiff.accounts.names import suggestion
from claimdiff.accounts.saying import says
from claimdiff.check.decided_pairs import pairs
from claimdiff.check.places import at, at_start
from claimdiff.check.subject import Subject
from claimdiff.comparison.decided import is_complete
from claimdiff.display import quoted
from claimdiff.vocabulary import Verdict, gravest


def unknown_assertion(s: Subject) -> Iterator[Diagnostic]:
    """A decision names an assertion that its account does not have.

    It was renamed or removed; until that is mended the decision is left out of every comparison.

    Fails (kremlin.yaml has ``hockey``):

        omitted:
          - kremlin: [hokey]

    Passes:

        omitted:
          - kremlin: [hockey]
    """
    for pair in pairs(s):
        for account, other, path, i in pair.ids():
            if not _has(account, i) and not _has(other, i):
                known = suggestion(i, [assertion.id for assertion in account.assertions])
                message = f"account {account.key} has no assertion {quoted(i)}{known}"
                yield at(pair.document, path, "unknown-assertion", message)


def link_within_account(s: Subject) -> Iterator[Diagnostic]:
    """A decision takes an assertion of one account for one of the other.

    A link is between two accounts; an assertion cannot be linked to another of its own account.

    Fails (``hockey`` is in kremlin.yaml):

        links:
          - kremlin: [hockey]
            whitehouse: [hockey]
            verdict: agree

    Passes:

        omitted:
          - kremlin: [hockey]
    """
    for pair in pairs(s):
        for account, other, path, i in pair.ids():
            if not _has(account, i) and _has(other, i):
                message = (
                    f"{quoted(i)} is an assertion of {other.key}, not of {account.key}; a link is between two accounts"
                )
                yield at(pair.document, path, "link-within-account", message)


def linked_twice(s: Subject) -> Iterator[Diagnostic]:
    """Two links of one pair of accounts have the same two assertions.

    Which verdict holds would depend on the order. Keep one of them, or join them.

    Fails:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict, facets: [scope]}
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: agree}

    Passes:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict, facets: [scope]}
    """
    for pair in pairs(s):
        first: dict[tuple[str, str], int] = {}
        for n, link in enumerate(pair.decisions.links):
            both = [(a, b) for a in link.left for b in link.right]
            again = next((item for item in both if item in first), None)
            if again is not None:
                line = pair.document.position(("links", first[again])).line
                message = f"{again[0]} and {again[1]} are linked on line {line} too; keep one of the links"
                yield at_start(pair.document, ("links", n), "linked-twice", message)
            for item in both:
                first.setdefault(item, n)


def linked_and_apart(s: Subject) -> Iterator[Diagnostic]:
    """Two assertions are linked, and also decided to be no versions of each other.

    One of the two decisions is wrong; the same goes for a pair that is linked and called doubtful.

    Fails:

        links:
          - {kremlin: [black-sea], whitehouse: [middle-east], verdict: partial, facets: [place]}
        apart:
          - {kremlin: [black-sea], whitehouse: [middle-east]}

    Passes:

        apart:
          - {kremlin: [black-sea], whitehouse: [middle-east]}
    """
    for pair in pairs(s):
        linked = {(a, b): n for n, link in enumerate(pair.decisions.links) for a in link.left for b in link.right}
        for name, entries in (("apart", pair.decisions.apart), ("doubtful", pair.decisions.doubtful)):
            for n, entry in enumerate(entries):
                both = next(((a, b) for a in entry.left for b in entry.right if (a, b) in linked), None)
                if both is not None:
                    line = pair.document.position(("links", linked[both])).line
                    message = f"{both[0]} and {both[1]} are linked on line {line} and {name} here; keep one decision"
                    yield at_start(pair.document, (name, n), "linked-and-apart", message)


def verdict_facets(s: Subject) -> Iterator[Diagnostic]:
    """The verdict of a link does not fit its differences.

    A link's verdict is the gravest of its differences: ``agree`` has none, and a conflict needs a difference that is one.

    Fails:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: agree, facets: [scope]}

    Passes:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict, facets: [scope]}
    """
    for pair in pairs(s):
        for n, link in enumerate(pair.decisions.links):
            message = _misfit(link)
            if message:
                yield at(pair.document, ("links", n, "verdict"), "verdict-facets", message)


def no_facet(s: Subject) -> Iterator[Diagnostic]:
    """A link says that two sides differ, but not in what.

    Readers want to know in what. Name the facet, or give the words on each side.

    Fails:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict}

    Passes:

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict, facets: [scope]}
    """
    for pair in pairs(s):
        for n, link in enumerate(pair.decisions.links):
            if link.verdict is not Verdict.AGREE and not link.facets and not link.differences:
                message = (
                    f"verdict {link.verdict.value} without facets; say in what they differ, such as facets: [scope]"
                )
                yield at(pair.document, ("links", n, "verdict"), "no-facet", message)


def difference_words(s: Subject) -> Iterator[Diagnostic]:
    """The words of a difference stand in no quote and no text of its assertions.

    They are shown to readers as what one side says, so they have to be there: in a quote, or at least in our wording.

    Fails (the assertion has "energy infrastructure"):

        differences:
          - {facet: scope, kremlin: power plants, whitehouse: energy and infrastructure}

    Passes:

        differences:
          - {facet: scope, kremlin: energy infrastructure, whitehouse: energy and infrastructure}
    """
    for pair in pairs(s):
        for n, link in enumerate(pair.decisions.links):
            sides = pair.assertions(link)
            for k, difference in enumerate(link.differences if sides is not None else ()):
                for account, words, assertions in zip(
                    (pair.left, pair.right), (difference.left, difference.right), sides or (), strict=True
                ):
                    if words is not None and not any(says(assertion, words) for assertion in assertions):
                        ids = " and ".join(assertion.id for assertion in assertions)
                        message = f"{quoted(words)} stands in no quote and no text of {account.key}'s {ids}"
                        path = ("links", n, "differences", k, account.key)
                        yield at(pair.document, path, "difference-words", message)


def linked_and_omitted(s: Subject) -> Iterator[Diagnostic]:
    """An assertion is linked to one of the other account, and also decided to be missing there.

    One of the two decisions is wrong. A link that a model proposed does not count.

    Fails:

        links:
          - {kremlin: [hockey], whitehouse: [sport], verdict: agree}
        omitted:
          - kremlin: [hockey]

    Passes:

        links:
          - {kremlin: [hockey], whitehouse: [sport], verdict: agree}
    """
    for pair in pairs(s):
        linked = {(pair.left.key, i) for link in pair.decisions.links if not link.proposed for i in link.left}
        linked |= {(pair.right.key, i) for link in pair.decisions.links if not link.proposed for i in link.right}
        for n, omission in enumerate(pair.decisions.omitted):
            for k, i in enumerate(omission.ids):
                if (omission.account, i) in linked:
                    message = f"{i} is linked, so it is not missing; keep one of the two decisions"
                    path = ("omitted", n, omission.account, k)
                    yield at(pair.document, path, "linked-and-omitted", message)


def omitted_from_excerpt(s: Subject) -> Iterator[Diagnostic]:
    """An omission is decided against an account that is not complete.

    Of an excerpt nobody knows what else its party said: silence in it means nothing. Mark the account as complete
    (``coverage: full``) where it is, or remove the decision.

    Fails (whitehouse.yaml has ``coverage: excerpt``):

        omitted:
          - kremlin: [hockey]

    Passes (whitehouse.yaml has ``coverage: full``):

        omitted:
          - kremlin: [hockey]
    """
    for pair in pairs(s):
        for n, omission in enumerate(pair.decisions.omitted):
            other = pair.right if omission.account == pair.left.key else pair.left
            if not is_complete(other):
                message = f"{other.key} is an excerpt, so what is missing from it is no omission; mark it full, or remove this"
                yield at_start(pair.document, ("omitted", n), "omitted-from-excerpt", message)


def _has(account: Account, assertion_id: str) -> bool:
    return any(assertion.id == assertion_id for assertion in account.assertions)


def _misfit(link: LinkDecision) -> str | None:
    if link.verdict is Verdict.AGREE:
        named = [*link.facets, *(difference.facet for difference in link.differences)]
        if named:
            return f"agree, and yet they differ in {named[0].value}; make it partial or conflict, or remove the differences"
        return None
    worst = gravest([difference.verdict for difference in link.differences])
    if worst.gravity > link.verdict.gravity:
        return f"{link.verdict.value}, and yet a difference is {worst.value}; the verdict is the gravest of the differences"
    covered = {difference.facet for difference in link.differences}
    if link.differences and worst.gravity < link.verdict.gravity and set(link.facets) <= covered:
        return f"{link.verdict.value}, and yet no difference is; the verdict is the gravest of the differences"
    return None
