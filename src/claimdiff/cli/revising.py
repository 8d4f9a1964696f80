"""What ``compare --revision`` and ``history`` share: two versions of an account, compared."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimdiff.accounts.model import Account, Event
from claimdiff.accounts.project import Project
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import project_lexicon, shipped_weights
from claimdiff.cli.output import Colour, columns, emit, wants_colour
from claimdiff.cli.selection import select
from claimdiff.comparison.options import Curation, Options
from claimdiff.comparison.revision import Revision, revision, same_assertions
from claimdiff.pipeline import compare_accounts
from claimdiff.report.formats import RenderOptions
from claimdiff.report.revised import REVISION_FORMATS, Step


def revise(event: Event, old: Account, new: Account, project: Project | None) -> Revision:
    """Return what changed from one version to the next.

    Decisions of the event on the two are used where there are any; else what has the same id or the same text belongs
    together, and the matcher finds the rest. Both versions are taken as whole: what one has and the other has not is a fact
    of the two files.
    """
    decided = event.decided(old.key, new.key)
    of = event if decided is not None else replace(event, decisions=(same_assertions(old, new),))
    report = compare_accounts(
        of,
        (old, new),
        options=Options(
            curation=Curation.REJUDGE if decided is None else Curation.USE,
            complete=frozenset({old.key, new.key}),
            all_roles=True,
        ),
        lexicon=lambda: project_lexicon(project),
        weights=shipped_weights,
    )
    return revision(old, new, report.comparisons[0])


def revision_format(name: str) -> str:
    """Return the name of a format; CannotGoOn where what changed cannot be shown so."""
    if name not in REVISION_FORMATS:
        raise CannotGoOn(f"what changed can be shown as {', '.join(REVISION_FORMATS)}, not as {name!r}")
    return name


def emit_steps(steps: Sequence[Step], output_format: str, output: Path | None, colour: Colour, title: str = "") -> None:
    """Write what changed, step by step; ``title`` heads a page."""
    shown = RenderOptions(
        title=title or None,
        width=columns(sys.stdout) if output is None else None,
        colour=output is None and wants_colour(colour, sys.stdout),
    )
    emit(REVISION_FORMATS[output_format](steps, shown), output)


def emit_revision(
    names: Sequence[str], *, event: str | None, output_format: str, output: Path | None, colour: Colour
) -> None:
    """Write what changed from the first of two named versions to the second."""
    name = revision_format(output_format)
    if len(names) != 2:
        raise CannotGoOn("--revision needs two versions of one account: the older, then the newer")
    selection = select(names, event=event)
    old, new = selection.accounts
    step = Step(name=f"{names[0]} → {names[1]}", revision=revise(selection.event, old, new, selection.project))
    emit_steps([step], name, output, colour)
