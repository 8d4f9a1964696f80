"""Show where a review stands: the state of the dialogue as lines for a terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rich.text import Text

from claimdiff.accounts.model import Assertion, DifferenceDecision
from claimdiff.comparison.model import Stale
from claimdiff.report.canvas import Canvas, piece
from claimdiff.review.key_lines import filled, keys, prompt
from claimdiff.review.marks import Part, parts
from claimdiff.review.matter import Ref
from claimdiff.review.offers import candidates, joinable, search
from claimdiff.review.queue import Kind, in_force, progress
from claimdiff.review.session import FACETS, VERDICTS
from claimdiff.review.stages import Ask, Done, Help, More, Note, Search, Weigh, Words
from claimdiff.review.state import Session

_INDENT = 2
_IN_FULL = 3
"""Candidates that are shown in full; those behind take one line each, so that all fits a small terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to show it: ``width`` of the terminal (None: nothing is wrapped) and whether in colour.

    ``before``: what an assertion said when a decision on it was taken that is stale now, where that is known.
    """

    width: int | None = 80
    colour: bool = False
    before: Mapping[Ref, str] = field(default_factory=lambda: MappingProxyType({}))


HELP = """\
Choose a partner    1-9 a candidate   Enter what is suggested   o not there
                    / search by words   s skip
Weigh a link        Enter as suggested   a agree   p differ in detail
                    c contradict   1-8 switch a facet   w words of a facet
                    m a further assertion   d doubtful   x apart
                    r reject a proposal   Esc back
Everywhere          n note   v source   u undo   b the last one again
                    B its partner again   q quit   ? this page
Marks               _shared_ words stand in both texts, *other* words in one"""
"""All keys."""


def screen(session: Session, look: Look) -> str:
    """Return the lines to show at this stage; the last says which keys there are."""
    canvas = Canvas(width=look.width, colour=look.colour)
    _head(canvas, session)
    stage = session.stage
    match stage:
        case Ask():
            _ask(canvas, session, stage, look)
        case Weigh():
            _weigh(canvas, session, stage, look)
            keys(canvas, _weigh_keys(stage))
        case More():
            _weigh(canvas, session, stage.weigh, look)
            _rows(canvas, session, joinable(session, stage.weigh), "A further assertion of the link:")
            keys(canvas, "1-9 add   / search   any other key: back")
        case Search():
            _search(canvas, session, stage, look)
        case Note():
            prompt(canvas, "Note", stage.text)
        case Words():
            _words(canvas, session, stage, look)
        case Help():
            canvas.lines += [Text(line) for line in HELP.splitlines()]
            keys(canvas, "any key: back")
        case Done():
            _done(canvas, session)
    if session.told:
        canvas.add(piece(session.told, "mark"))
    return canvas.render()


def _head(canvas: Canvas, session: Session) -> None:
    matter = session.matter
    found = progress(matter.left, matter.right, session.decisions)
    more = [f"{n} {word}" for n, word in ((found.proposed, "proposed"), (found.stale, "stale")) if n]
    skipped = [f"{len(session.skipped)} skipped"] if session.skipped else []
    told = ", ".join([f"{found.left} of {found.total} left", *more, *skipped])
    canvas.add(piece(matter.left.key, "heading"), " - ", piece(matter.right.key, "heading"), f"   {told}")
    canvas.blank()


# -- an assertion and its candidates


def _ask(canvas: Canvas, session: Session, stage: Ask, look: Look) -> None:
    focus = stage.question.focus
    _focus(canvas, session, focus, look)
    other = session.matter.account(1 - focus[0]).key
    shown = candidates(session, stage.question)
    suggested = stage.question.suggested
    if suggested is not None:
        found = session.matter.suggest(*suggested)
        ids = ", ".join(suggested[1 - focus[0]])
        judged = found.verdict.label if found.judged else "no rule can tell how they stand to each other"
        canvas.add("Suggested: ", piece(ids, "mark"), ": ", Text(judged))
    elif stage.question.kind is Kind.OMISSION:
        canvas.add("Suggested: not in ", piece(other, "party"), ". The nearest:")
    else:
        canvas.add("Where does ", piece(other, "party"), " say it, if anywhere?")
    _candidates(canvas, session, focus, shown)
    if stage.note:
        canvas.add("Note: ", piece(stage.note))
    first = "Enter take the suggestion   " if suggested is not None or stage.question.kind is Kind.OMISSION else ""
    keys(
        canvas,
        f"{first}1-{max(1, len(shown))} link   o not there   / search   s skip   n note   v source   u undo   ? help   q quit",
    )


def _focus(canvas: Canvas, session: Session, focus: Ref, look: Look) -> None:
    account = session.matter.account(focus[0])
    assertion = account.assertion(focus[1])
    canvas.add(piece(f"{account.key}:{assertion.id}", "heading"))
    canvas.add(piece(assertion.text), indent=_INDENT)
    _quotes(canvas, session, focus[0], assertion)
    for stale in _stale(session, focus):
        was = look.before.get(focus)
        ends = ", ".join((*stale.left, *stale.right))
        told: list[Text | str] = [
            piece(f"decided before ({stale.kind}: {ends}), but a text has changed since", "review")
        ]
        if was is not None:
            told += ["; it was ", piece(f"“{was}”", "quote")]
        canvas.add(*told, indent=_INDENT)
    canvas.blank()


def _quotes(canvas: Canvas, session: Session, side: int, assertion: Assertion) -> None:
    sources = session.matter.account(side).sources
    for quote in assertion.quotes:
        source = sources.get(quote.source) if quote.source is not None else None
        where = (source.publisher or source.title or source.key) if source is not None else quote.source
        told = ", ".join(part for part in (where, str(quote.voice)) if part)
        canvas.add(piece(f"“{quote.quote}”", "quote"), " (", piece(told), ")", indent=_INDENT)
    for name in assertion.sources:
        source = sources.get(name)
        canvas.add("source: ", piece((source.publisher if source else None) or name), indent=_INDENT)


def _stale(session: Session, focus: Ref) -> Sequence[Stale]:
    decided = in_force(session.matter, session.decisions)
    return [stale for stale in decided.stale if focus[1] in (stale.left, stale.right)[focus[0]]]


def _candidates(canvas: Canvas, session: Session, focus: Ref, shown: Sequence[str]) -> None:
    readings, side = session.matter.readings, 1 - focus[0]
    scores = dict(session.matter.partners[focus])
    decided = in_force(session.matter, session.decisions)
    linked = decided.linked()[side]
    for n, name in enumerate(shown, start=1):
        text = _marked(parts(readings[side][name], [readings[focus[0]][focus[1]]]), colour=canvas.colour)
        also = " (linked)" if name in linked else ""
        score = f"{scores[name]:.2f}  " if name in scores else ""
        add = canvas.add if n <= _IN_FULL else canvas.add_cut
        add(score, piece(name, "mark"), also, "  ", *text, label=f"{n}  ", indent=_INDENT)
    canvas.blank()


def _rows(canvas: Canvas, session: Session, refs: Sequence[Ref], title: str) -> None:
    canvas.add(title)
    for n, (side, name) in enumerate(refs, start=1):
        account = session.matter.account(side).key
        canvas.add(
            piece(f"{account}:{name}", "mark"),
            "  ",
            piece(session.matter.text((side, name))),
            label=f"{n}  ",
            indent=_INDENT,
        )
    canvas.blank()


def _marked(found: Sequence[Part], *, colour: bool) -> list[Text]:
    pieces = []
    for part in found:
        sign = "" if colour or part.shared is None else "_" if part.shared else "*"
        style = "" if part.shared is None else "agree" if part.shared else "mark"
        pieces.append(piece(f"{sign}{part.text}{sign}", style))
    return pieces


# -- a link


def _weigh(canvas: Canvas, session: Session, stage: Weigh, look: Look) -> None:
    matter = session.matter
    sides = (stage.left, stage.right)
    for side, ids in enumerate(sides):
        others = [matter.readings[1 - side][i] for i in sides[1 - side]]
        for name in ids:
            canvas.add(piece(f"{matter.account(side).key}:{name}", "heading"))
            marked = _marked(parts(matter.readings[side][name], others), colour=canvas.colour)
            canvas.add(*marked, indent=_INDENT)
            _quotes(canvas, session, side, matter.account(side).assertion(name))
    canvas.blank()
    proposal = stage.question.proposal
    found = stage.suggestion
    if proposal is not None:
        canvas.add("Proposed by ", piece(proposal.by or "", "party"), ": ", Text(found.verdict.label, style="bold"))
    elif found.judged:
        canvas.add("Suggested: ", Text(found.verdict.label, style="bold"))
    else:
        canvas.add(
            "No rule can tell how they stand to each other; ", Text(found.verdict.label, style="bold"), " on Enter"
        )
    _facets(canvas, stage)
    for words in _shown_words(session, stage):
        canvas.add(*words, indent=_INDENT)
    if stage.note:
        canvas.add("Note: ", piece(stage.note))
    canvas.blank()


def _facets(canvas: Canvas, stage: Weigh) -> None:
    shown = [f"[{n} {facet}]" if facet in stage.facets else f" {n} {facet} " for n, facet in FACETS.items()]
    for line in filled(["Facets:", *shown], canvas.width):
        canvas.add("   ".join(line))


def _shown_words(session: Session, stage: Weigh) -> list[list[Text | str]]:
    """Return the words of the chosen facets: those that were typed or proposed, else those that the judge points at."""
    rows: list[list[Text | str]] = []
    decided = {words.facet: words for words in stage.words}
    for difference in session.matter.judge(stage.left, stage.right).differences:
        if difference.facet in stage.facets and difference.facet not in decided:
            told = [place.words if place else "" for place in (difference.left, difference.right)]
            rows.append(_against(difference.facet.value, *told))
    rows += [_typed_words(words) for words in decided.values()]
    return rows


def _typed_words(words: DifferenceDecision) -> list[Text | str]:
    return _against(words.facet.value, words.left or "", words.right or "")


def _against(facet: str, left: str, right: str) -> list[Text | str]:
    shown = [piece(f"“{words}”", "quote") if words else Text("nothing") for words in (left, right)]
    return [f"{facet}: ", shown[0], " against ", shown[1]]


def _weigh_keys(stage: Weigh) -> str:
    verdicts = "   ".join(f"{key} {verdict.label}" for key, verdict in VERDICTS.items())
    last = "r reject" if stage.question.proposal is not None else "Esc back"
    return (
        f"Enter {stage.verdict.label}   {verdicts}   1-8 facets   w words   m further one   d doubtful   x apart   "
        f"n note   v source   u undo   {last}   ? help   q quit"
    )


# -- typing, and the end


def _search(canvas: Canvas, session: Session, stage: Search, look: Look) -> None:
    if isinstance(stage.back, Ask):
        _focus(canvas, session, stage.back.question.focus, look)
    found = search(session, stage)
    _rows(canvas, session, found, "Found:" if found else "Nothing found yet.")
    keys(canvas, "1-9 choose   Enter the first   type on   Esc back" if stage.picking else "Enter choose   Esc back")
    prompt(canvas, "Search", stage.text)


def _words(canvas: Canvas, session: Session, stage: Words, look: Look) -> None:
    _weigh(canvas, session, stage.weigh, look)
    if stage.facet is None:
        keys(canvas, "1-8 which facet?   Esc back")
        return
    matter = session.matter
    canvas.add(f"Words that make the {stage.facet} differ: ", piece(f"{matter.left.key} | {matter.right.key}"))
    prompt(canvas, str(stage.facet), stage.text)


def _done(canvas: Canvas, session: Session) -> None:
    if session.skipped:
        canvas.add(f"Nothing is left but what was skipped: {len(session.skipped)}.")
    else:
        canvas.add("Nothing is left: the pair is reviewed.")
    keys(canvas, "Enter go on   u undo   b the last one again   q quit")
