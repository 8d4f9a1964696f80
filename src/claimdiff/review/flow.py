"""How a review goes on: the next question, a decision made, a step undone."""

from dataclasses import replace

from claimdiff.accounts.model import Decisions, DifferenceDecision
from claimdiff.review.decisions import describe
from claimdiff.review.entries import Edit, NotThere, applied
from claimdiff.review.matter import Ids, Ref, Suggestion
from claimdiff.review.queue import Question, questions
from claimdiff.review.stages import Ask, Done, Stage, Weigh
from claimdiff.review.state import Outcome, Session, Step, at, telling
from claimdiff.vocabulary import Verdict


def goes_on(session: Session, *, told: str = "", first: Ref | None = None) -> Session:
    """Return the state at the next question; at that about ``first`` where there is one."""
    found = questions(session.matter, session.decisions, session.skipped)
    chosen = next((q for q in found if q.focus == first), found[0] if found else None)
    return replace(session, stage=stage_of(session, chosen) if chosen else Done(), told=told)


def stage_of(session: Session, question: Question) -> Stage:
    """Return the stage at which a question is asked: a model's proposal is weighed at once."""
    if question.proposal is None:
        return Ask(question=question)
    proposal = question.proposal
    facets = tuple(dict.fromkeys((*proposal.facets, *(d.facet for d in proposal.differences))))
    return Weigh(
        question=question,
        left=proposal.left,
        right=proposal.right,
        suggestion=Suggestion(verdict=proposal.verdict, judged=True, facets=facets),
        facets=frozenset(facets),
        words=proposal.differences,
        note=proposal.note,
    )


def weighing(session: Session, back: Ask | Weigh, left: Ids, right: Ids) -> Weigh:
    """Return the stage at which assertions are weighed, with what the judge suggests for them."""
    matter = session.matter
    order = [{a.id: n for n, a in enumerate(account.assertions)} for account in (matter.left, matter.right)]
    ids = tuple(sorted(left, key=order[0].__getitem__)), tuple(sorted(right, key=order[1].__getitem__))
    suggestion = matter.suggest(*ids)
    return Weigh(
        question=back.question,
        left=ids[0],
        right=ids[1],
        suggestion=suggestion,
        facets=frozenset(suggestion.facets),
        words=back.words if isinstance(back, Weigh) else (),
        note=back.note,
    )


def chosen(session: Session, back: Ask | Weigh, ref: Ref) -> Outcome:
    """Return the stage after an assertion was chosen: as a partner, or as a further member of a link."""
    if isinstance(back, Ask):
        focus = back.question.focus
        pair = ((focus[1],), (ref[1],)) if focus[0] == 0 else ((ref[1],), (focus[1],))
        return at(session, weighing(session, back, *pair))
    left, right = back.left, back.right
    ids = ((*left, ref[1]), right) if ref[0] == 0 else (left, (*right, ref[1]))
    return at(session, weighing(session, back, *ids))


def link(session: Session, stage: Weigh, verdict: Verdict) -> Outcome:
    """Decide a link; agreement has no facets."""
    agreed = verdict is Verdict.AGREE
    with_words = {difference.facet for difference in stage.words}
    edit = session.desk.link(
        session.decisions,
        stage.left,
        stage.right,
        verdict,
        replace(session.stamp, note=stage.note),
        facets=() if agreed else tuple(stage.facets - with_words),
        differences=() if agreed else tuple(_capped(difference, verdict) for difference in stage.words),
    )
    return decided(session, edit, stage)


def decided(session: Session, edit: Edit, stage: Ask | Weigh) -> Outcome:
    """Return the state after a decision, with the edit to write; the person is told what it takes back."""
    if not edit.add and not edit.remove:
        return Outcome(session=goes_on(session))
    focus = stage.question.focus
    after = replace(
        session,
        decisions=applied(session.decisions, edit, session.matter.left, session.matter.right),
        history=(*session.history, Step(edit=edit, last=session.last)),
        last=(focus, _partner(focus, stage) if isinstance(stage, Weigh) else None),
        skipped=session.skipped - {focus},
    )
    return Outcome(session=goes_on(after, told=_taken_back(session, edit)), edit=edit)


def skip(session: Session, stage: Ask | Weigh) -> Outcome:
    """Leave a question for later."""
    focus = stage.question.focus
    step = Step(skipped=focus, last=session.last)
    later = replace(session, skipped=session.skipped | {focus}, history=(*session.history, step))
    return Outcome(session=goes_on(later, told="skipped"))


def undo(session: Session) -> Outcome:
    """Take back the last step; at its question again. A decision that somebody has changed since cannot be taken back."""
    if not session.history:
        return telling(session, "nothing to undo")
    *before, step = session.history
    back = replace(session, history=tuple(before), last=step.last)
    if step.edit is None:
        shown = replace(back, skipped=frozenset(ref for ref in back.skipped if ref != step.skipped))
        return Outcome(session=goes_on(shown, told="undone", first=step.skipped))
    edit = step.edit.inverse
    try:
        new = applied(session.decisions, edit, session.matter.left, session.matter.right)
    except NotThere:
        return telling(back, "somebody has changed that decision since, so it stays as it is")
    focus = session.last[0] if session.last is not None else None
    return Outcome(session=goes_on(replace(back, decisions=new), told="undone", first=focus), edit=edit)


def reread(session: Session, decisions: Decisions, told: str) -> Session:
    """Return the state with the decisions that the file holds now, at what is the next question then."""
    return goes_on(replace(session, decisions=decisions), told=told)


def _capped(difference: DifferenceDecision, verdict: Verdict) -> DifferenceDecision:
    """Return a difference that is no graver than the link's verdict."""
    return replace(difference, verdict=verdict) if difference.verdict.gravity > verdict.gravity else difference


def _partner(focus: Ref, stage: Weigh) -> Ref:
    other = 1 - focus[0]
    return other, (stage.left, stage.right)[other][0]


def _taken_back(session: Session, edit: Edit) -> str:
    """Return what of a person's decisions gives way to a new one, as a sentence."""
    names = session.decisions.accounts
    gone = [entry for entry in edit.remove if not (entry.decision.by or "").startswith("model:")]
    kept = {(entry.section, getattr(entry.decision, "ids", None) is None) for entry in edit.add}
    told = [describe(entry, names) for entry in gone if edit.add and (entry.section, True) not in kept]
    return f"took back: {'; '.join(told)}" if told else ""
