"""What is on offer: candidates for a partner, assertions that could join a link, and what a search finds."""

from claimdiff.review.matter import Ref
from claimdiff.review.queue import Question, in_force
from claimdiff.review.stages import Ask, Search, Weigh
from claimdiff.review.state import Session

SHOWN = 9
"""How many can be shown, one for each digit."""


def candidates(session: Session, question: Question) -> tuple[str, ...]:
    """Return the ids offered as partners of the assertion asked about, at most nine, those suggested first.

    What is linked to it already, decided apart or doubtful with it, or found omitted, is not offered.
    """
    side, name = question.focus
    decided = in_force(session.matter, session.decisions)
    other = session.matter.account(1 - side).key
    suggested = () if question.suggested is None else question.suggested[1 - side]
    ranked = [*suggested, *(i for i, _ in session.matter.partners[question.focus] if i not in suggested)]
    barred = {i for account, i in decided.omitted if account == other}
    pairs = [
        *((link.left, link.right) for link in decided.links),
        *((pair.left, pair.right) for pair in decided.doubtful),
    ]
    for ends in pairs:
        barred |= set(ends[1 - side]) if name in ends[side] else set()
    barred |= {pair[1 - side] for pair in decided.apart if pair[side] == name}
    return tuple(i for i in ranked if i not in barred)[:SHOWN]


def joinable(session: Session, weigh: Weigh) -> tuple[Ref, ...]:
    """Return the assertions offered to join a link, the nearest to any of its members first; at most nine."""
    scores = _nearness(session, weigh)
    return tuple(sorted(scores, key=lambda ref: (-scores[ref], ref))[:SHOWN])


def search(session: Session, stage: Search) -> tuple[Ref, ...]:
    """Return the assertions whose text or id has every word typed, at a word's start; at most nine, the nearest first."""
    typed = stage.text.casefold().split()
    match stage.back:
        case Ask(question=question):
            side = 1 - question.focus[0]
            refs = [(side, assertion.id) for assertion in session.matter.account(side).assertions]
            scores = {(side, i): score for i, score in session.matter.partners[question.focus]}
        case Weigh() as weigh:
            members = {*((0, i) for i in weigh.left), *((1, i) for i in weigh.right)}
            every = [(n, a.id) for n in (0, 1) for a in session.matter.account(n).assertions]
            refs = [ref for ref in every if ref not in members]
            scores = _nearness(session, weigh)
    found = [ref for ref in refs if typed and _has(f"{session.matter.text(ref)} {ref[1]}", typed)]
    return tuple(sorted(found, key=lambda ref: -scores.get(ref, 0.0))[:SHOWN])


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, as a search sees them."""
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _has(text: str, typed: list[str]) -> bool:
    words = words_of(text)
    return all(any(word.startswith(start) for word in words) for start in typed)


def _nearness(session: Session, weigh: Weigh) -> dict[Ref, float]:
    members = ({*weigh.left}, {*weigh.right})
    scores: dict[Ref, float] = {}
    for side in (0, 1):
        for name in members[side]:
            for partner, score in session.matter.partners[side, name]:
                if partner not in members[1 - side]:
                    ref = 1 - side, partner
                    scores[ref] = max(score, scores.get(ref, 0.0))
    return scores
