"""How many keys a person needs from nothing to what was decided, when answering rightly: the real dialogue, driven."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Decisions, Event, LinkDecision
from claimdiff.comparison.decided import NOTHING_DECIDED, decided_on, is_reviewed, settled
from claimdiff.comparison.sides import Side
from claimdiff.display import safe
from claimdiff.review.decisions import Stamp
from claimdiff.review.matter import Align, Ids, Matter, Ref, matter
from claimdiff.review.offers import candidates, joinable, search, words_of
from claimdiff.review.queue import Kind, open_refs
from claimdiff.review.session import FACETS, VERDICTS, press, start
from claimdiff.review.stages import Ask, Search, Weigh
from claimdiff.review.state import Session
from claimdiff.vocabulary import Facet, Verdict

_DIGIT = {facet: key for key, facet in FACETS.items()}
_LETTER = {verdict: key for key, verdict in VERDICTS.items()}
Move = tuple[str, tuple[str, ...]]
_LIMIT = 100
"""More keys than that for one assertion, and the dialogue is going round in circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """The keys that the review of some pairs of accounts takes; ``assertions`` are those that had to be decided.

    ``by_reason`` says what the keys were for, ``searches`` how many partners were not offered. ``missed``: decisions that
    were not reached as they stand (links by their verdict and facets, omissions), which a right answer always reaches.
    """

    keys: int
    assertions: int
    by_reason: dict[str, int]
    searches: int
    missed: int

    @property
    def per_assertion(self) -> float:
        """Return the keys for one assertion on average."""
        return self.keys / self.assertions if self.assertions else 0.0


NO_EFFORT = Effort(keys=0, assertions=0, by_reason={}, searches=0, missed=0)


def added(efforts: Iterable[Effort]) -> Effort:
    """Return the sum."""
    total = NO_EFFORT
    for one in efforts:
        reasons = {
            name: total.by_reason.get(name, 0) + one.by_reason.get(name, 0)
            for name in dict.fromkeys((*total.by_reason, *one.by_reason))
        }
        total = Effort(
            keys=total.keys + one.keys,
            assertions=total.assertions + one.assertions,
            by_reason=reasons,
            searches=total.searches + one.searches,
            missed=total.missed + one.missed,
        )
    return total


def effort(event: Event, sides: Sequence[Side], align: Align, *, proposals: Sequence[Decisions] = ()) -> Effort:
    """Return the keys that it takes to review every pair of an event's accounts that people have reviewed.

    ``sides`` are the accounts with their readings, ``align`` the matcher with ``RANKED`` candidates. Each pair starts with
    nothing decided, or with what ``proposals`` hold for it.
    """
    by_key = {side.account.key: side for side in sides}
    given = {decisions.accounts: decisions for decisions in proposals}
    found = []
    for truth in event.decisions:
        left, right = (by_key[key] for key in truth.accounts)
        if is_reviewed(left.account, right.account, decided_on(left.account, right.account, truth)):
            before = given.get(truth.accounts, Decisions(accounts=truth.accounts))
            found.append(pair_effort(matter(left, right, align), truth, before))
    return added(found)


def pair_effort(of: Matter, truth: Decisions, before: Decisions) -> Effort:
    """Return the keys from ``before`` to ``truth`` on one pair of accounts."""
    oracle = _Oracle(of, truth)
    session = start(of, before, Stamp(by="reader"))
    assertions = len(open_refs(of.left, of.right, NOTHING_DECIDED))
    spent: dict[str, int] = {}
    searches = 0
    while (move := oracle.move(session)) is not None:
        reason, keys = move
        for key in keys:
            session = press(session, key).session
        spent[reason] = spent.get(reason, 0) + len(keys)
        searches += "/" in keys
        if sum(spent.values()) > _LIMIT * max(1, assertions):
            message = f"the review of {of.left.key} and {of.right.key} does not come to an end"
            raise RuntimeError(message)
    return Effort(
        keys=sum(spent.values()),
        assertions=assertions,
        by_reason=spent,
        searches=searches,
        missed=oracle.missed(session.decisions),
    )


def render_effort(efforts: Mapping[str, Effort]) -> str:
    """Return a table: for each event the keys for one assertion, what they were for, and how many partners were searched."""
    width = max((len(name) for name in efforts), default=0)
    rows = [f"{'':{width}}   keys an assertion   keys   assertions   searches"]
    total = added(efforts.values())
    for name, one in (*efforts.items(), ("all events", total)):
        if one.assertions:
            figures = f"{one.per_assertion:17.2f}   {one.keys:4}   {one.assertions:10}   {one.searches:8}"
            rows.append(f"{safe(name):{width}}   {figures}")
    reasons = ", ".join(f"{name} {keys}" for name, keys in sorted(total.by_reason.items(), key=lambda r: (-r[1], r[0])))
    return (
        "\n".join([*rows, "", f"keys by what they were for: {reasons}", f"decisions not reached: {total.missed}"])
        + "\n"
    )


class _Oracle:
    """A person who knows the truth: says what the next keys are."""

    def __init__(self, of: Matter, truth: Decisions) -> None:
        self._of, self._truth = of, truth
        self._doubtful = {(a, b) for pair in truth.doubtful for a in pair.left for b in pair.right}
        self._omitted = _omitted(truth)

    def move(self, session: Session) -> Move | None:
        """Return what the next keys are for, and the keys; None when everything is decided."""
        match session.stage:
            case Ask():
                return self._back(session) or self._ask(session, session.stage)
            case Weigh():
                return self._weigh(session, session.stage)
            case _:
                return self._back(session)

    def _ask(self, session: Session, stage: Ask) -> Move:
        side, name = focus = stage.question.focus
        wanted = [link for link in self._missing(session) if name in _ids(link)[side]]
        suggested = stage.question.suggested
        if suggested is not None and any(_within(suggested, _ids(link)) for link in wanted):
            return "partners", ("enter",)
        partners = dict.fromkeys(i for link in wanted for i in _ids(link)[1 - side])
        if not partners:
            partners = dict.fromkeys(pair[1 - side] for pair in sorted(self._doubtful) if pair[side] == name)
        if partners:
            return self._choose(session, stage, list(partners))
        if focus in self._omitted:
            return "omissions", ("enter",) if stage.question.kind is Kind.OMISSION else ("o",)
        return "skips", ("s",)

    def _choose(self, session: Session, stage: Ask, partners: list[str]) -> Move:
        shown = candidates(session, stage.question)
        offered = [i for i in shown if i in partners]
        if offered:
            return "partners", (str(shown.index(offered[0]) + 1),)
        side = 1 - stage.question.focus[0]
        return "searches", min((self._searching(session, stage, (side, i)) for i in partners), key=len)

    def _weigh(self, session: Session, stage: Weigh) -> Move:
        here = (stage.left, stage.right)
        link = next((link for link in self._missing(session) if _within(here, _ids(link))), None)
        if link is None:
            if stage.question.proposal is not None:
                return "rejections", ("r",)
            if any((a, b) in self._doubtful for a in stage.left for b in stage.right):
                return "doubts", ("d",)
            raise AssertionError(here)  # the right answer never chooses another pair
        rest = [(n, i) for n in (0, 1) for i in _ids(link)[n] if i not in here[n]]
        if rest:
            return self._join(session, stage, rest)
        facets = frozenset() if link.verdict is Verdict.AGREE else stage.facets ^ _facets(link)
        if facets:
            return "facets", tuple(_DIGIT[facet] for facet in Facet if facet in facets)
        return "verdicts", ("enter" if link.verdict is stage.verdict else _LETTER[link.verdict],)

    def _join(self, session: Session, stage: Weigh, rest: list[Ref]) -> Move:
        offered = joinable(session, stage)
        for ref in rest:
            if ref in offered:
                return "joining", ("m", str(offered.index(ref) + 1))
        return "joining", ("m", *self._searching(session, stage, rest[0]))

    def _searching(self, session: Session, back: Ask | Weigh, ref: Ref) -> tuple[str, ...]:
        """Return the fewest keys that find an assertion by words: at least two letters are typed."""
        ways = []
        for word in dict.fromkeys((*words_of(self._of.text(ref)), *words_of(ref[1]))):
            for length in range(2, len(word) + 1):
                found = search(session, Search(back=back, text=word[:length]))
                if ref in found:
                    last = () if len(found) == 1 else (str(found.index(ref) + 1),)
                    ways.append(("/", *word[:length], "enter", *last))
        return min(ways, key=len)

    def _back(self, session: Session) -> Move | None:
        """Return how to come back to an assertion that stands in one more link than the questions will ask for."""
        left, right = settled(
            self._of.left, self._of.right, decided_on(self._of.left, self._of.right, session.decisions)
        )
        for link in self._missing(session):
            if set(link.left) <= left and set(link.right) <= right:
                for key, ref in zip("bB", session.last or (), strict=False):
                    at_it = isinstance(session.stage, Ask) and session.stage.question.focus == ref
                    if ref is not None and ref[1] in _ids(link)[ref[0]] and not at_it:
                        return "coming back", (key,)
        return None

    def _missing(self, session: Session) -> list[LinkDecision]:
        known = {_ids(link) for link in session.decisions.links if not link.proposed}
        return [link for link in self._truth.links if _ids(link) not in known]

    def missed(self, decisions: Decisions) -> int:
        """Return how many links and omissions are not as they stand in the truth."""
        return len(_links(self._truth) ^ _links(decisions)) + len(self._omitted ^ _omitted(decisions))


def _links(of: Decisions) -> set[object]:
    return {(*_ids(link), link.verdict, _facets(link)) for link in of.links if not link.proposed}


def _omitted(of: Decisions) -> set[Ref]:
    return {(of.accounts.index(entry.account), i) for entry in of.omitted for i in entry.ids}


def _ids(link: LinkDecision) -> tuple[Ids, Ids]:
    return link.left, link.right


def _within(part: tuple[Ids, Ids], whole: tuple[Ids, Ids]) -> bool:
    return set(part[0]) <= set(whole[0]) and set(part[1]) <= set(whole[1])


def _facets(link: LinkDecision) -> frozenset[Facet]:
    return frozenset(link.facets) | frozenset(d.facet for d in link.differences)
