"""What changed between two versions of an account, as text, Markdown and JSON (``revised_page`` has the HTML)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Rewording, Stretch
from claimdiff.report.canvas import Canvas, joined, piece
from claimdiff.report.formats import RenderOptions
from claimdiff.report.json import SCHEMA_VERSION, difference_as_dict, dumps
from claimdiff.report.markdown_words import escape
from claimdiff.vocabulary import Origin, Verdict

_STYLES = {Edit.SAME: "", Edit.DROPPED: "conflict", Edit.ADDED: "agree"}
_BRACKETS = {Edit.SAME: ("", ""), Edit.DROPPED: ("[-", "-]"), Edit.ADDED: ("{+", "+}")}
"""The marks of ``git diff --word-diff``, which show without colour."""
_MARKDOWN = {Edit.SAME: ("", ""), Edit.DROPPED: ("<del>", "</del>"), Edit.ADDED: ("<ins>", "</ins>")}
"""Elements, since the signs of Markdown mean nothing between letters and commas; GitHub and Pandoc know these two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an account's history: what the version is called, and what changed in it.

    ``revision`` is None for the first version, and for one that could not be read; ``told`` says which.
    """

    name: str
    revision: Revision | None = None
    told: str = ""


def render_text(steps: Sequence[Step], options: RenderOptions) -> str:
    """Return the steps as text, each under its name."""
    canvas = Canvas(width=options.width, colour=options.colour)
    for step in steps:
        canvas.blank()
        canvas.add(piece(step.name, "heading"))
        if step.told:
            canvas.add(piece(step.told, "faint"))
        if step.revision is not None:
            _text(canvas, step.revision)
    return canvas.render()


def render_markdown(steps: Sequence[Step], options: RenderOptions) -> str:
    """Return the steps as Markdown: dropped words struck out, added ones underlined."""
    del options
    lines: list[str] = []
    for step in steps:
        lines += [f"# {escape(step.name)}", "", *([escape(step.told), ""] if step.told else [])]
        if step.revision is not None:
            lines += [*_markdown(step.revision), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def render_json(steps: Sequence[Step], options: RenderOptions) -> str:
    """Return the steps as JSON."""
    del options
    values = [
        {"name": step.name, "told": step.told or None, "revision": step.revision and _as_dict(step.revision)}
        for step in steps
    ]
    return dumps({"schema_version": SCHEMA_VERSION, "steps": values}, indent=2) + "\n"


def render_html(steps: Sequence[Step], options: RenderOptions) -> str:
    """Return the steps as one self-contained page."""
    from claimdiff.report.revised_page import render_revised

    return render_revised(steps, options)


REVISION_FORMATS: Mapping[str, Callable[[Sequence[Step], RenderOptions], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
    "json": render_json,
}
"""Format name -> how to render the steps of an account's history."""


def summary(revision: Revision) -> str:
    """Return what changed in numbers."""
    if not revision.changes:
        return f"nothing changed in {revision.kept} assertions"
    numbers = (
        (sum(what(one) == "reworded" for one in revision.reworded), "reworded"),
        (sum(what(one) != "reworded" for one in revision.reworded), "with other details"),
        (len(revision.dropped), "dropped"),
        (len(revision.added), "added"),
        (revision.kept, "unchanged"),
    )
    return ", ".join(f"{number} {word}" for number, word in numbers if number or word != "with other details")


def meaning(one: Rewording) -> str:
    """Return what a rewording means: no verdict where the text is the same."""
    found = [] if one.origin is not Origin.MATCHED else ["versions of each other according to the matcher"]
    if one.text:
        facets = ", ".join(dict.fromkeys(d.facet.value for d in one.differences))
        said = "says the same" if one.verdict is Verdict.AGREE else f"the versions {one.verdict.label}"
        found.insert(0, (f"{said} ({facets})" if facets else said) if one.judged else "not judged")
    return "; ".join(found)


def what(one: Rewording) -> str:
    """Return what happened to an assertion in a word."""
    return "reworded" if one.text or one.quotes else "details changed"


def ids(one: Rewording) -> str:
    """Return its ids, both where they changed."""
    old, new = (", ".join(assertion.id for assertion in side) for side in (one.old, one.new))
    return old if old == new else f"{old} → {new}"


def _text(canvas: Canvas, revision: Revision) -> None:
    canvas.add(piece(summary(revision), "faint"))
    for field in revision.fields:
        canvas.add(*_edited(_field(field)), label=piece(f"{field.name}: "), indent=2)
    for one in revision.reworded:
        canvas.blank()
        canvas.add(
            piece(f" [{ids(one)}]"),
            piece(f" {meaning(one)}", "faint"),
            label=piece(f"~ {what(one)}", "partial"),
            indent=2,
        )
        if one.text:
            canvas.add(*_edited(one.text), indent=4)
        for quote in one.quotes:
            canvas.add(*_edited(quote), label=piece("quote: ", "faint"), indent=4)
        for field in one.fields:
            canvas.add(*_edited(_field(field)), label=piece(f"{field.name}: ", "faint"), indent=4)
    for word, sign, style, rows in _lone(revision):
        for row in rows:
            canvas.blank()
            canvas.add(
                piece(f" [{row.assertion.id}]"),
                piece(perhaps(row), "faint"),
                label=piece(f"{sign} {word}", style),
                indent=2,
            )
            canvas.add(piece(row.assertion.text), indent=4)
            for said in row.assertion.quotes:
                canvas.add("“", piece(said.quote), "”", indent=4)


def _lone(revision: Revision) -> Iterator[tuple[str, str, str, tuple[Lone, ...]]]:
    yield "dropped", "−", "conflict", revision.dropped
    yield "added", "+", "agree", revision.added


def perhaps(row: Lone) -> str:
    """Return, after a blank, what an assertion without a partner may be a version of; nothing where there is no hint."""
    return f" perhaps a version of {row.perhaps}: for a person to decide" if row.perhaps else ""


def _field(field: Field) -> tuple[Stretch, ...]:
    old = (Stretch(edit=Edit.DROPPED, words=field.old),) if field.old is not None else ()
    new = (Stretch(edit=Edit.ADDED, words=field.new),) if field.new is not None else ()
    return (*old, *new)


def _edited(stretches: Sequence[Stretch]) -> list[Text | str]:
    return [
        joined([piece(_BRACKETS[s.edit][0]), piece(s.words, _STYLES[s.edit]), piece(_BRACKETS[s.edit][1])])
        for s in stretches
    ]


def _markdown(revision: Revision) -> list[str]:
    lines = [f"{summary(revision)}.", ""]
    lines += [f"- {field.name}: {_marked(_field(field))}" for field in revision.fields]
    for one in revision.reworded:
        means = f" ({escape(meaning(one))})" if meaning(one) else ""
        lines.append(f"- ≈ {what(one)}, {escape(ids(one))}{means}{f': {_marked(one.text)}' if one.text else ''}")
        lines += [f"    - quote: {_marked(quote)}" for quote in one.quotes]
        lines += [f"    - {field.name}: {_marked(_field(field))}" for field in one.fields]
    for word, sign, _, rows in _lone(revision):
        for row in rows:
            quotes = "".join(f" “{escape(quote.quote)}”" for quote in row.assertion.quotes)
            hint = f" ({escape(perhaps(row))})" if row.perhaps else ""
            name = escape(row.assertion.id)
            lines.append(f"- {escape(sign)} {word}, {name}{hint}: {escape(row.assertion.text)}{quotes}")
    return lines


def _marked(stretches: Sequence[Stretch]) -> str:
    """Return stretches with their marks inside the blanks around them."""
    parts = []
    for s in stretches:
        before = " " if s.words[:1].isspace() else ""
        after = " " if s.words[-1:].isspace() and s.words.strip() else ""
        left, right = _MARKDOWN[s.edit]
        parts.append(f"{before}{left}{escape(s.words)}{right}{after}" if s.words.strip() else " ")
    return "".join(parts).strip()


def _as_dict(revision: Revision) -> dict[str, Any]:
    return {
        "old": revision.old.key,
        "new": revision.new.key,
        "fields": [_field_as_dict(field) for field in revision.fields],
        "reworded": [
            {
                "old": [assertion.id for assertion in one.old],
                "new": [assertion.id for assertion in one.new],
                "old_text": [assertion.text for assertion in one.old],
                "new_text": [assertion.text for assertion in one.new],
                "text": [_stretch(s) for s in one.text],
                "quotes": [[_stretch(s) for s in quote] for quote in one.quotes],
                "fields": [_field_as_dict(field) for field in one.fields],
                "verdict": one.verdict.value,
                "judged": one.judged,
                "matched": one.origin is Origin.MATCHED,
                "differences": [difference_as_dict(difference) for difference in one.differences],
            }
            for one in revision.reworded
        ],
        **{
            word: [
                {
                    "id": row.assertion.id,
                    "text": row.assertion.text,
                    "quotes": [quote.quote for quote in row.assertion.quotes],
                    "perhaps": row.perhaps,
                }
                for row in rows
            ]
            for word, _, _, rows in _lone(revision)
        },
        "kept": revision.kept,
    }


def _stretch(stretch: Stretch) -> dict[str, str]:
    return {"edit": stretch.edit.value, "words": stretch.words}


def _field_as_dict(field: Field) -> dict[str, str | None]:
    return {"name": field.name, "old": field.old, "new": field.new}
