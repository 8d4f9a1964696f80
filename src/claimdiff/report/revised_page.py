"""What changed between two versions of an account as a page: before and after side by side, the changed words marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Stretch
from claimdiff.display import safe
from claimdiff.report.formats import RenderOptions
from claimdiff.report.html import render_page
from claimdiff.report.page_cells import VOICES, Piece
from claimdiff.report.revised import Step, ids, meaning, perhaps, summary, what

_BEFORE, _AFTER = (Edit.SAME, Edit.DROPPED), (Edit.SAME, Edit.ADDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """A text of one version; ``label`` says what it is where it is not an assertion's text; marked pieces changed."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """One change as a row. A version without anything has ``silence`` in words."""

    kind: str
    symbol: str
    sign: str
    ids: str
    meaning: str
    before: tuple[ShownText, ...]
    after: tuple[ShownText, ...]
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One step of the history with its rows."""

    name: str
    told: str
    lang: str
    changes: tuple[ShownChange, ...]


def render_revised(steps: Sequence[Step], options: RenderOptions) -> str:
    """Return the steps as one self-contained page."""
    title = safe(options.title or (steps[0].name if len(steps) == 1 else "What was edited"))
    shown = [_step(step) for step in steps]
    return render_page("revised.html", title=title, steps=shown)


def _step(step: Step) -> ShownStep:
    revision = step.revision
    return ShownStep(
        name=safe(step.name),
        told="; ".join(part for part in (safe(step.told), safe(summary(revision)) if revision else "") if part),
        lang=revision.new.language if revision else "en",
        changes=tuple(_changes(revision)) if revision else (),
    )


def _changes(revision: Revision) -> Iterator[ShownChange]:
    if revision.fields:
        before, after = _sides((), (), revision.fields)
        yield _row("partial", "~", "account changed", "", "", before, after)
    for one in revision.reworded:
        before, after = _sides(one.text, one.quotes, one.fields)
        yield _row("partial", "~", what(one), ids(one), meaning(one), before, after)
    for row in revision.dropped:
        yield _row("conflict", "−", "dropped", row.assertion.id, perhaps(row), _alone(row), (), "no longer there")
    for row in revision.added:
        yield _row("agree", "+", "added", row.assertion.id, perhaps(row), (), _alone(row), "not there yet")


def _row(
    kind: str,
    symbol: str,
    sign: str,
    names: str,
    means: str,
    before: tuple[ShownText, ...],
    after: tuple[ShownText, ...],
    silence: str = "",
) -> ShownChange:
    return ShownChange(
        kind=kind,
        symbol=symbol,
        sign=sign,
        ids=safe(names),
        meaning=safe(means.strip()),
        before=before,
        after=after,
        silence=silence,
    )


def _sides(
    text: Sequence[Stretch], quotes: Sequence[Sequence[Stretch]], fields: Sequence[Field]
) -> tuple[tuple[ShownText, ...], tuple[ShownText, ...]]:
    """Return what either version has of the changed texts: the words that stayed, and its own."""
    named: list[tuple[str, Sequence[Stretch]]] = [("", text)] if text else []
    named += [("quote", quote) for quote in quotes]
    before = [_text(label, stretches, _BEFORE) for label, stretches in named]
    after = [_text(label, stretches, _AFTER) for label, stretches in named]
    before += [_field(field.name, field.old) for field in fields if field.old is not None]
    after += [_field(field.name, field.new) for field in fields if field.new is not None]
    return tuple(one for one in before if one.pieces), tuple(one for one in after if one.pieces)


def _text(label: str, stretches: Sequence[Stretch], kept: tuple[Edit, Edit]) -> ShownText:
    own = [stretch for stretch in stretches if stretch.edit in kept and stretch.words]
    return ShownText(label=label, pieces=tuple(Piece(text=safe(s.words), mark=s.edit is not Edit.SAME) for s in own))


def _field(name: str, value: str) -> ShownText:
    return ShownText(label=safe(name), pieces=(Piece(text=safe(value), mark=True),))


def _alone(row: Lone) -> tuple[ShownText, ...]:
    assertion = row.assertion
    quotes = [
        ShownText(label=VOICES[q.voice], pieces=(Piece(text=safe(f"“{q.quote}”"), mark=True),))
        for q in assertion.quotes
    ]
    return (ShownText(label="", pieces=(Piece(text=safe(assertion.text), mark=True),)), *quotes)
