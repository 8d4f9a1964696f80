"""Who else says the same: the assertions of a further account that stand for those of another one."""

from collections.abc import Sequence
from unicodedata import normalize

from claimdiff.accounts.model import Account, Assertion, Event
from claimdiff.comparison.decided import decided_on
from claimdiff.vocabulary import Verdict


def same_in(event: Event, other: Account, ids: Sequence[str], further: Account) -> tuple[str, ...]:
    """Return the assertions of ``further`` that say the same as the assertions ``ids`` of ``other``, in its order.

    They do where a person has linked them and found that they agree, or where the texts are the same but for case and
    spaces. A link that the matcher or a model makes does not count.
    """
    found = {a.id for a in further.assertions for i in ids if _folded(a) == _folded(other.assertion(i))}
    decided = decided_on(other, further, event.decided(other.key, further.key))
    for link in decided.links:
        if link.verdict is Verdict.AGREE and set(link.left) <= set(ids):
            found |= set(link.right)
    return tuple(a.id for a in further.assertions if a.id in found)


def _folded(assertion: Assertion) -> str:
    return " ".join(normalize("NFC", assertion.text).casefold().split())
