"""Decisions as edits of a pair's links file: each says what goes in, and takes out what it takes the place of.

Left and right are the sides of the file, its accounts in alphabetical order.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdiff.accounts.model import (
    Account,
    Decisions,
    DifferenceDecision,
    LinkDecision,
    OmissionDecision,
    PairDecision,
)
from claimdiff.accounts.saying import says
from claimdiff.accounts.seal import seal_of
from claimdiff.review.entries import Decision, Edit, Entry, Section, entries, same_ids
from claimdiff.vocabulary import Facet, Verdict

Ids = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who decides, when, and what they remark."""

    by: str | None = None
    on: datetime.date | None = None
    note: str | None = None


class InTheWay(Exception):  # noqa: N818 - it names what is the matter
    """An earlier decision says otherwise; ``entries`` are those."""

    def __init__(self, found: Sequence[Entry], names: tuple[str, str]) -> None:
        """Keep the entries, and name them in the message."""
        told = "; ".join(describe(entry, names) for entry in found)
        super().__init__(f"decided otherwise before: {told}")
        self.entries = tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Makes edits on the decisions about two accounts; ``left`` and ``right`` in the order of ``Decisions.accounts``.

    ``overrule``: an earlier decision that says otherwise gives way; else InTheWay is raised. A model's proposals always give
    way. Every method raises KeyError for an id that is not there.
    """

    left: Account
    right: Account
    overrule: bool = False

    def link(
        self,
        decisions: Decisions,
        left: Ids,
        right: Ids,
        verdict: Verdict,
        stamp: Stamp,
        *,
        facets: Sequence[Facet] = (),
        differences: Sequence[DifferenceDecision] = (),
    ) -> Edit:
        """Link assertions; a link on some of them only is widened to all.

        What an earlier link with the same verdict says in note, facets and words stays where nothing is given in its place,
        unless it is to be overruled.
        """
        ids = self._ordered(left, right)
        order = tuple(Facet)
        new = LinkDecision(
            left=ids[0],
            right=ids[1],
            verdict=verdict,
            facets=tuple(sorted(set(facets), key=order.index)),
            differences=tuple(differences),
            note=stamp.note,
            by=stamp.by,
            on=stamp.on,
            seal=self._seal(*ids),
        )
        if not self.overrule:
            new = _with_what_was_said(new, decisions.links)
        return self._edit(decisions, Entry(section=Section.LINKS, decision=new))

    def unfounded(self, left: Ids, right: Ids, differences: Sequence[DifferenceDecision]) -> list[str]:
        """Return the words of differences that stand in no text and no quote of their side, as readers would be shown them."""
        sides = [self.left.assertion(i) for i in left], [self.right.assertion(i) for i in right]
        return [
            words
            for difference in differences
            for words, assertions in zip((difference.left, difference.right), sides, strict=True)
            if words is not None and not any(says(assertion, words) for assertion in assertions)
        ]

    def apart(self, decisions: Decisions, left: Ids, right: Ids, stamp: Stamp) -> Edit:
        """Decide that assertions look alike and are not versions of each other."""
        return self._edit(decisions, Entry(section=Section.APART, decision=self._pair(left, right, stamp)))

    def doubt(self, decisions: Decisions, left: Ids, right: Ids, stamp: Stamp) -> Edit:
        """Decide that reasonable readers differ on whether assertions are versions of each other."""
        return self._edit(decisions, Entry(section=Section.DOUBTFUL, decision=self._pair(left, right, stamp)))

    def omit(self, decisions: Decisions, account: str, ids: Ids, stamp: Stamp) -> Edit:
        """Decide that assertions of an account were looked for in the other one and are not there."""
        left = account == self.left.key
        told = self._ordered(ids if left else (), () if left else ids)[0 if left else 1]
        decided = {(e.account, i) for e in decisions.omitted for i in e.ids}
        new = OmissionDecision(
            account=account,
            ids=told,
            note=stamp.note,
            by=stamp.by,
            on=stamp.on,
            seal=self._seal(told if left else (), () if left else told),
        )
        again = [e for e in decisions.omitted if same_ids(e, new)]
        if not again and all((account, i) in decided for i in told):
            return Edit()
        return self._edit(decisions, Entry(section=Section.OMITTED, decision=new))

    def undecide(self, decisions: Decisions, left: Ids, right: Ids) -> Edit:
        """Take back what is decided on pairs of these assertions; with one side only, all that is decided on that side's."""
        for account, ids in ((self.left, left), (self.right, right)):
            for i in ids:
                account.assertion(i)
        touched = [entry for entry in entries(decisions) if _touches(entry.decision, left, right, decisions.accounts)]
        edit = Edit(remove=tuple(touched))
        kept = [self._without(entry.decision, left, right) for entry in touched if entry.section is Section.OMITTED]
        add = tuple(Entry(section=Section.OMITTED, decision=decision) for decision in kept if decision is not None)
        return replace(edit, add=add)

    # -- parts

    def _pair(self, left: Ids, right: Ids, stamp: Stamp) -> PairDecision:
        ids = self._ordered(left, right)
        seal = self._seal(*ids)
        return PairDecision(left=ids[0], right=ids[1], note=stamp.note, by=stamp.by, on=stamp.on, seal=seal)

    def _ordered(self, left: Ids, right: Ids) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return ids in the order of the assertions, each once."""
        return _in_order(self.left, left), _in_order(self.right, right)

    def _seal(self, left: Ids, right: Ids) -> str:
        return seal_of([self.left.assertion(i) for i in left], [self.right.assertion(i) for i in right])

    def _edit(self, decisions: Decisions, new: Entry) -> Edit:
        names = decisions.accounts
        again: list[Entry] = []
        gone: list[Entry] = []
        against: list[Entry] = []
        for entry in entries(decisions):
            if entry.section is new.section and _gives_way(entry.decision, new.decision):
                (against if self._says_otherwise(entry.decision, new.decision) else again).append(entry)
            elif not contradict(entry, new, names):
                continue
            elif isinstance(entry.decision, LinkDecision) and entry.decision.proposed:
                gone.append(entry)
            else:
                against.append(entry)
        if against and not self.overrule:
            raise InTheWay(against, names)
        rest = [self._rest(entry, new) for entry in against if entry.section is Section.OMITTED]
        kept = [Entry(section=Section.OMITTED, decision=decision) for decision in rest if decision is not None]
        if new.section is Section.OMITTED:
            told = [e for e in self._told_already(decisions, new) if e not in (*again, *against)]
            again += told
            kept += [
                Entry(section=Section.OMITTED, decision=d)
                for e in told
                if (d := self._without(e.decision, *_sides(new.decision, names))) is not None
            ]
        return Edit(remove=(*again, *gone, *against), add=(new, *kept))

    def _says_otherwise(self, old: Decision, new: Decision) -> bool:
        """Tell whether a person's link, made on the texts as they are, has another verdict than a new one."""
        if not (isinstance(old, LinkDecision) and isinstance(new, LinkDecision)) or old.proposed:
            return False
        return old.verdict is not new.verdict and old.seal in (None, self._seal(old.left, old.right))

    def _told_already(self, decisions: Decisions, new: Entry) -> list[Entry]:
        """Return omissions that share some ids with a new one: those go over to it."""
        assert isinstance(new.decision, OmissionDecision)
        return [
            Entry(section=Section.OMITTED, decision=e)
            for e in decisions.omitted
            if e.account == new.decision.account and set(e.ids) & set(new.decision.ids)
        ]

    def _rest(self, entry: Entry, new: Entry) -> OmissionDecision | None:
        return self._without(entry.decision, *_sides(new.decision, (self.left.key, self.right.key)))

    def _without(self, decision: Decision, left: Ids, right: Ids) -> OmissionDecision | None:
        """Return an omission without these ids, None where nothing is left; a seal that was right is made anew."""
        assert isinstance(decision, OmissionDecision)
        ours = decision.account == self.left.key
        kept = tuple(i for i in decision.ids if i not in (left if ours else right))
        if not kept:
            return None
        seal = decision.seal
        if seal is not None and seal == self._known_seal(decision.ids, ours=ours):
            seal = self._known_seal(kept, ours=ours)
        return replace(decision, ids=kept, seal=seal)

    def _known_seal(self, ids: Ids, *, ours: bool) -> str | None:
        try:
            return self._seal(ids if ours else (), () if ours else ids)
        except KeyError:
            return None


def _with_what_was_said(new: LinkDecision, links: Sequence[LinkDecision]) -> LinkDecision:
    old = next((link for link in links if not link.proposed and _gives_way(link, new)), None)
    if old is None or old.verdict is not new.verdict:
        return new
    told = new.facets or new.differences
    return replace(
        new,
        note=new.note or old.note,
        facets=new.facets if told else old.facets,
        differences=new.differences if told else old.differences,
    )


def _in_order(account: Account, ids: Ids) -> tuple[str, ...]:
    places = {assertion.id: n for n, assertion in enumerate(account.assertions)}
    return tuple(sorted(dict.fromkeys(ids), key=places.__getitem__))


def _sides(decision: Decision, names: tuple[str, str]) -> tuple[Ids, Ids]:
    if isinstance(decision, OmissionDecision):
        return (decision.ids, ()) if decision.account == names[0] else ((), decision.ids)
    return decision.left, decision.right


def _gives_way(old: Decision, new: Decision) -> bool:
    """Tell whether a new entry of the same list says the same thing anew: on the same ids, or a link on some of them."""
    if isinstance(old, LinkDecision) and isinstance(new, LinkDecision):
        return set(old.left) <= set(new.left) and set(old.right) <= set(new.right)
    return same_ids(old, new)


def contradict(old: Entry, new: Entry, names: tuple[str, str]) -> bool:
    """Tell whether two entries cannot both be right.

    Of one pair of assertions only one of link, apart and doubtful can hold, and in one entry; what is omitted can stand in no
    link and no doubtful pair.
    """
    ours, theirs = _sides(old.decision, names), _sides(new.decision, names)
    shared = [bool(set(a) & set(b)) for a, b in zip(ours, theirs, strict=True)]
    sections = {old.section, new.section}
    if Section.OMITTED in sections:
        return len(sections) == 2 and Section.APART not in sections and any(shared)
    return all(shared) and (len(sections) == 2 or new.section is Section.LINKS)


def _touches(decision: Decision, left: Ids, right: Ids, names: tuple[str, str]) -> bool:
    ours, theirs = _sides(decision, names)
    on_left, on_right = bool(set(ours) & set(left)), bool(set(theirs) & set(right))
    if left and right and not isinstance(decision, OmissionDecision):
        return on_left and on_right
    return (on_left or on_right) and not (left and right)


def describe(entry: Entry, names: tuple[str, str]) -> str:
    """Return an entry as a phrase, such as ``link kremlin:a, whitehouse:b (contradict), by Anna``."""
    decision = entry.decision
    sides = _sides(decision, names)
    told = ", ".join(f"{name}:{','.join(ids)}" for name, ids in zip(names, sides, strict=True) if ids)
    kind = "link" if entry.section is Section.LINKS else entry.section.value
    verdict = f" ({decision.verdict.label})" if isinstance(decision, LinkDecision) else ""
    return f"{kind} {told}{verdict}" + (f", by {decision.by}" if decision.by else "")
