"""Entries of a links file, and edits that take some out and put others in: values only, no text and no disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from claimdiff.accounts.model import Account, Decisions, LinkDecision, OmissionDecision, PairDecision

Decision: TypeAlias = LinkDecision | PairDecision | OmissionDecision


class Section(StrEnum):
    """The lists of a links file, in the order in which they are written."""

    LINKS = "links"
    APART = "apart"
    DOUBTFUL = "doubtful"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry and the list that it stands in."""

    section: Section
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Entries to take out and entries to put in."""

    remove: tuple[Entry, ...] = ()
    add: tuple[Entry, ...] = ()

    @property
    def inverse(self) -> "Edit":
        """Return the edit that undoes this one."""
        return Edit(remove=self.add, add=self.remove)


class NotThere(LookupError):  # noqa: N818 - it names what is the matter
    """An entry to be taken out is not in the file: somebody has changed it."""


def entries(decisions: Decisions) -> Iterator[Entry]:
    """Yield all entries, list by list."""
    for section in Section:
        for decision in listed(decisions, section):
            yield Entry(section=section, decision=decision)


def listed(decisions: Decisions, section: Section) -> Sequence[Decision]:
    """Return the entries of one list."""
    match section:
        case Section.LINKS:
            return decisions.links
        case Section.APART:
            return decisions.apart
        case Section.DOUBTFUL:
            return decisions.doubtful
        case Section.OMITTED:
            return decisions.omitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of the list ``section``: ``old`` entries by their index, each with what takes its place, and insertions.

    ``replaced`` maps an index to its new entry, or to None where it goes. ``inserted`` has (index of the old entry that it
    comes before, entry); that index is the length of the list for the last place.
    """

    section: Section
    replaced: dict[int, Decision | None]
    inserted: tuple[tuple[int, Decision], ...]

    def apply(self, old: Sequence[Decision]) -> list[Decision]:
        """Return the list after the change."""
        result: list[Decision] = []
        for index in range(len(old) + 1):
            result += [decision for at, decision in self.inserted if at == index]
            if index < len(old):
                kept = self.replaced.get(index, old[index])
                result += [] if kept is None else [kept]
        return result


def changes(decisions: Decisions, edit: Edit, left: Account, right: Account) -> tuple[Change, ...]:
    """Return what an edit does to each list that it touches; ``left`` and ``right`` in the order of the file.

    A new entry takes the place of one that is taken out where both are on the same assertions, or share some and the order
    stays right; else it comes before the first entry that the order of the assertions puts behind it. Raise NotThere where
    an entry to take out is missing.
    """
    order = Order(decisions.accounts, left, right)
    found = []
    for section in Section:
        removed = [entry.decision for entry in edit.remove if entry.section is section]
        added = [entry.decision for entry in edit.add if entry.section is section]
        if removed or added:
            found.append(_change(section, listed(decisions, section), removed, added, order))
    return tuple(found)


def _change(
    section: Section, old: Sequence[Decision], removed: Sequence[Decision], added: Sequence[Decision], order: "Order"
) -> Change:
    replaced: dict[int, Decision | None] = {}
    for decision in removed:
        index = next((i for i, known in enumerate(old) if known == decision and i not in replaced), None)
        if index is None:
            message = f"an entry of {section} is not there any more"
            raise NotThere(message)
        replaced[index] = None
    inserted: list[tuple[int, Decision]] = []
    for decision in sorted(added, key=order.key):
        free = [i for i, new in replaced.items() if new is None]
        index = next((i for i in free if _takes_the_place(decision, i, old, order)), None)
        if index is None:
            behind = (i for i, known in enumerate(old) if order.key(known) > order.key(decision))
            inserted.append((next(behind, len(old)), decision))
        else:
            replaced[index] = decision
    return Change(section=section, replaced=replaced, inserted=tuple(inserted))


def _takes_the_place(new: Decision, index: int, old: Sequence[Decision], order: "Order") -> bool:
    if same_ids(old[index], new):
        return True
    key = order.key(new)
    right = all(
        order.key(old[i]) <= key if i < index else key <= order.key(old[i]) for i in range(len(old)) if i != index
    )
    return right and share_ids(old[index], new)


def applied(decisions: Decisions, edit: Edit, left: Account, right: Account) -> Decisions:
    """Return the decisions after the edit; raise NotThere where an entry to take out is missing."""
    result = decisions
    for change in changes(decisions, edit, left, right):
        new = change.apply(listed(decisions, change.section))
        result = replace(result, **{change.section.value: tuple(new)})  # type: ignore[arg-type]
    return result


def same_ids(one: Decision, other: Decision) -> bool:
    """Tell whether two entries are on the same assertions."""
    match one, other:
        case OmissionDecision(), OmissionDecision():
            return (one.account, one.ids) == (other.account, other.ids)
        case (LinkDecision() | PairDecision(), LinkDecision() | PairDecision()):
            return (one.left, one.right) == (other.left, other.right)
        case _:
            return False


def share_ids(one: Decision, other: Decision) -> bool:
    """Tell whether two entries have assertions in common: links and pairs on both sides."""
    match one, other:
        case OmissionDecision(), OmissionDecision():
            return one.account == other.account and bool(set(one.ids) & set(other.ids))
        case (LinkDecision() | PairDecision(), LinkDecision() | PairDecision()):
            return bool(set(one.left) & set(other.left)) and bool(set(one.right) & set(other.right))
        case _:
            return False


def refs_of(entry: Entry, names: tuple[str, str]) -> frozenset[tuple[int, str]]:
    """Return the assertions that an entry is on, each with its side (0 left, 1 right)."""
    decision = entry.decision
    if isinstance(decision, OmissionDecision):
        return frozenset((names.index(decision.account), i) for i in decision.ids)
    return frozenset({*((0, i) for i in decision.left), *((1, i) for i in decision.right)})


class Order:
    """The order in which entries are written: that of the assertions they are on."""

    def __init__(self, names: tuple[str, str], left: Account, right: Account) -> None:
        self._names = names
        self._places = tuple({a.id: n for n, a in enumerate(account.assertions)} for account in (left, right))

    def key(self, decision: Decision) -> tuple[object, ...]:
        """Return what entries of one list are sorted by; ids that no assertion has come last."""
        if isinstance(decision, OmissionDecision):
            side = self._names.index(decision.account)
            return side, self.side(decision.ids, side)
        return self.side(decision.left, 0), self.side(decision.right, 1)

    def side(self, ids: Sequence[str], side: int) -> tuple[int, ...]:
        """Return the places of ids among the assertions of a side (0 left, 1 right)."""
        places = self._places[side]
        return tuple(places.get(i, len(places)) for i in ids)
