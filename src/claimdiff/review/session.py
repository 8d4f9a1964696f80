"""The dialogue of a review as pure logic: a state and a key give a new state and perhaps an edit to write.

Keys are single characters, or ``enter``, ``back`` (backspace), ``esc`` and ``eof``. Nothing is read or written here.
"""

from collections.abc import Callable
from dataclasses import replace

from claimdiff.accounts.model import Decisions, DifferenceDecision
from claimdiff.display import quoted
from claimdiff.review.decisions import Stamp
from claimdiff.review.entries import Edit
from claimdiff.review.flow import chosen, decided, goes_on, link, skip, undo, weighing
from claimdiff.review.matter import Matter
from claimdiff.review.offers import candidates, joinable, search
from claimdiff.review.queue import Kind, Question
from claimdiff.review.stages import Ask, Done, Help, More, Note, Search, Weigh, Words
from claimdiff.review.state import Action, Outcome, Session, at, telling
from claimdiff.vocabulary import Facet, Verdict

VERDICTS = {"a": Verdict.AGREE, "p": Verdict.PARTIAL, "c": Verdict.CONFLICT}
FACETS = {str(n): facet for n, facet in enumerate(Facet, start=1)}


def start(matter: Matter, decisions: Decisions, stamp: Stamp) -> Session:
    """Return the state at the first question."""
    return goes_on(Session(matter=matter, decisions=decisions, stamp=stamp, stage=Done()))


def press(session: Session, key: str) -> Outcome:
    """Return what a key leads to; a key that means nothing here changes nothing."""
    session = replace(session, told="")
    stage = session.stage
    if key == "eof":
        return Outcome(session=session, action=Action.QUIT)
    if isinstance(stage, Search | Note | Words):
        return _typing(session, stage, key)
    if isinstance(stage, Help):
        return at(session, stage.back)
    if isinstance(stage, More):
        return _more(session, stage, key)
    keys = _EVERYWHERE | (_ASK if isinstance(stage, Ask) else _WEIGH if isinstance(stage, Weigh) else {})
    found = _digit(session, stage, key) if key.isdigit() else keys.get(key)
    return Outcome(session=session) if found is None else found(session)


_Move = Callable[[Session], Outcome]


def _digit(session: Session, stage: Ask | Weigh | Done, key: str) -> _Move | None:
    if isinstance(stage, Weigh) and key in FACETS:
        return lambda s: at(s, _toggled(stage, FACETS[key]))
    if isinstance(stage, Ask) and key != "0":
        shown = candidates(session, stage.question)
        if int(key) > len(shown):
            return lambda s: telling(s, f"there is no candidate {key}")
        return lambda s: chosen(s, stage, (1 - stage.question.focus[0], shown[int(key) - 1]))
    return None


def _toggled(stage: Weigh, facet: Facet) -> Weigh:
    words = tuple(difference for difference in stage.words if difference.facet is not facet)
    return replace(stage, facets=stage.facets ^ {facet}, words=words)


# -- which assertion is the partner


def _accept(session: Session) -> Outcome:
    stage = _asking(session)
    if stage.question.suggested is not None:
        return at(session, weighing(session, stage, *stage.question.suggested))
    if stage.question.kind is Kind.OMISSION:
        return _omit(session)
    return telling(session, "nothing is suggested here: a digit for a candidate, o for none")


def _omit(session: Session) -> Outcome:
    stage = _asking(session)
    side, name = stage.question.focus
    stamp = replace(session.stamp, note=stage.note)
    edit = session.desk.omit(session.decisions, session.matter.account(side).key, [name], stamp)
    return decided(session, edit, stage)


# -- how the two stand to each other


def _apart(session: Session) -> Outcome:
    stage = _weighed(session)
    stamp = replace(session.stamp, note=stage.note)
    return decided(session, session.desk.apart(session.decisions, stage.left, stage.right, stamp), stage)


def _doubt(session: Session) -> Outcome:
    stage = _weighed(session)
    stamp = replace(session.stamp, note=stage.note)
    return decided(session, session.desk.doubt(session.decisions, stage.left, stage.right, stamp), stage)


def _reject(session: Session) -> Outcome:
    stage = _weighed(session)
    if stage.question.proposal is None:
        return Outcome(session=session)
    edit = session.desk.undecide(session.decisions, stage.question.proposal.left, stage.question.proposal.right)
    only = tuple(entry for entry in edit.remove if entry.decision == stage.question.proposal)
    return decided(session, Edit(remove=only), stage)


def _back(session: Session) -> Outcome:
    """Go back to the choice of a partner; from a model's proposal, to that of its first assertion."""
    stage = _weighed(session)
    question = replace(stage.question, proposal=None)
    return at(session, Ask(question=question, note=stage.note))


def _more(session: Session, stage: More, key: str) -> Outcome:
    shown = joinable(session, stage.weigh)
    if key.isdigit() and 0 < int(key) <= len(shown):
        return chosen(session, stage.weigh, shown[int(key) - 1])
    return at(session, Search(back=stage.weigh) if key == "/" else stage.weigh)


# -- what is typed


def _typing(session: Session, stage: Search | Note | Words, key: str) -> Outcome:
    if key == "esc":
        return at(session, stage.weigh if isinstance(stage, Words) else stage.back)
    match stage:
        case Search():
            return _search(session, stage, key)
        case Note() if key == "enter":
            return at(session, replace(stage.back, note=stage.text.strip() or None))
        case Words(facet=None):
            return at(session, replace(stage, facet=FACETS.get(key)))
        case Words() if key == "enter":
            return _with_words(session, stage)
        case _:
            return at(session, replace(stage, text=_typed(stage.text, key)))


def _search(session: Session, stage: Search, key: str) -> Outcome:
    found = search(session, stage)
    if stage.picking and key.isdigit() and 0 < int(key) <= len(found):
        return chosen(session, stage.back, found[int(key) - 1])
    if key != "enter":
        return at(session, replace(stage, text=_typed(stage.text, key), picking=False))
    if not found:
        return telling(session, "no assertion has these words")
    if len(found) == 1 or stage.picking:
        return chosen(session, stage.back, found[0])
    return at(session, replace(stage, picking=True))


def _with_words(session: Session, stage: Words) -> Outcome:
    left, bar, right = (part.strip() for part in stage.text.partition("|"))
    if not bar or not (left or right) or stage.facet is None:
        return telling(session, "write the words of both sides with a bar between them")
    new = DifferenceDecision(facet=stage.facet, left=left or None, right=right or None, verdict=stage.weigh.verdict)
    if lost := session.desk.unfounded(stage.weigh.left, stage.weigh.right, [new]):
        return telling(session, f"{quoted(lost[0])} stands in no text and no quote of its side")
    kept = tuple(difference for difference in stage.weigh.words if difference.facet is not stage.facet)
    return at(session, replace(stage.weigh, words=(*kept, new), facets=stage.weigh.facets | {stage.facet}))


def _typed(text: str, key: str) -> str:
    if key == "back":
        return text[:-1]
    return text + key if len(key) == 1 and key.isprintable() else text


# -- everywhere


def _again(partner: bool) -> _Move:
    def move(session: Session) -> Outcome:
        if session.last is None:
            return telling(session, "nothing is decided yet")
        ref = session.last[1] if partner and session.last[1] is not None else session.last[0]
        return at(session, Ask(question=Question(kind=Kind.OPEN, focus=ref)))

    return move


def _source(session: Session) -> Outcome:
    return Outcome(session=session, action=None if isinstance(session.stage, Done) else Action.SOURCE)


def _help(session: Session) -> Outcome:
    stage = session.stage
    return at(session, Help(back=stage)) if isinstance(stage, Ask | Weigh) else Outcome(session=session)


def _note(session: Session) -> Outcome:
    stage = session.stage
    assert isinstance(stage, Ask | Weigh)
    return at(session, Note(back=stage, text=stage.note or ""))


def _skip(session: Session) -> Outcome:
    assert isinstance(session.stage, Ask | Weigh)
    return skip(session, session.stage)


def _asking(session: Session) -> Ask:
    assert isinstance(session.stage, Ask)
    return session.stage


def _weighed(session: Session) -> Weigh:
    assert isinstance(session.stage, Weigh)
    return session.stage


def _with(verdict: Verdict | None) -> _Move:
    return lambda s: link(s, _weighed(s), verdict or _weighed(s).verdict)


_EVERYWHERE: dict[str, _Move] = {
    "u": undo,
    "q": lambda s: Outcome(session=s, action=Action.QUIT),
    "b": _again(partner=False),
    "B": _again(partner=True),
    "v": _source,
    "?": _help,
}
_ASK: dict[str, _Move] = {
    "enter": _accept,
    "o": _omit,
    "s": _skip,
    "n": _note,
    "/": lambda s: at(s, Search(back=_asking(s))),
}
_WEIGH: dict[str, _Move] = {
    **{key: _with(verdict) for key, verdict in VERDICTS.items()},
    "enter": _with(None),
    "d": _doubt,
    "x": _apart,
    "r": _reject,
    "m": lambda s: at(s, More(weigh=_weighed(s))),
    "w": lambda s: at(s, Words(weigh=_weighed(s))),
    "n": _note,
    "s": _skip,
    "esc": _back,
    "back": _back,
    "u": lambda s: undo(s) if _weighed(s).question.proposal else _back(s),
}
