"""``claimdiff compare``: the main job."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from typing import Annotated

import typer

from claimdiff.accounts.model import Account, Event
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.matchers import MatcherOption, ModelOption, matcher_named
from claimdiff.cli.options import (
    EventOption,
    OutputOption,
    choices,
    known,
    listed,
    project_lexicon,
    shipped_weights,
)
from claimdiff.cli.output import Colour, columns, emit, progress, say, wants_colour
from claimdiff.comparison.decided import lost_ids
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Curation, Options
from claimdiff.report.formats import FORMATS, STYLES, RenderOptions
from claimdiff.report.view import EVERY_KIND, Kind
from claimdiff.vocabulary import OmissionStatus, Undecided, Verdict

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[LEFT RIGHT ...]",
        help="Accounts: a name, EVENT/ACCOUNT, a path, or - for standard input. None: the event's principals.",
        show_default=False,
    ),
]


class FailOn(StrEnum):
    """What ``--fail-on`` can name."""

    CONFLICT = "conflict"
    PARTIAL = "partial"
    OMISSION = "omission"
    REVIEW = "review"
    STALE = "stale"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(compare)


def compare(
    names: Names = None,
    event: EventOption = None,
    output_format: Annotated[
        str, typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}.", show_default="text")
    ] = "text",
    output: OutputOption = None,
    only: Annotated[
        str | None, typer.Option(help="Show only these: conflict, partial, agree, omission, review.", metavar="KINDS")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            help="Exit with 1 where there is any: conflict, partial, omission, review, stale.", metavar="KINDS"
        ),
    ] = None,
    curated_only: Annotated[bool, typer.Option("--curated-only", help="Use nothing but people's decisions.")] = False,
    ignore_curated: Annotated[bool, typer.Option("--ignore-curated", help="The matcher alone, no decisions.")] = False,
    rejudge: Annotated[
        bool, typer.Option("--rejudge", help="Curated links with the judge's own verdicts and differences.")
    ] = False,
    complete: Annotated[
        str | None, typer.Option(help="Take these accounts as complete, whatever they say.", metavar="NAMES")
    ] = None,
    all_roles: Annotated[
        bool, typer.Option("--all-roles", help="With no names: everybody. Count omissions between all roles.")
    ] = False,
    unfold: Annotated[bool, typer.Option("--all", help="Show agreement in full too.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the evidence under each row.")] = False,
    matcher: MatcherOption = "default",
    model: ModelOption = None,
    candidates: Annotated[int, typer.Option(help="Candidates listed for each assertion (JSON).", min=1, max=1000)] = 5,
    revision: Annotated[
        bool,
        typer.Option("--revision", help="OLD NEW are two versions of one account: what was added, dropped, reworded."),
    ] = False,
    style: Annotated[str, typer.Option(help=f"Of Markdown: {', '.join(STYLES)}.")] = "github",
    fragment: Annotated[
        bool, typer.Option("--fragment", help="HTML to put into a page that is there, without script.")
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Begin a CSV with a byte order mark, for Excel.")] = False,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Compare what accounts say: where they agree, where they part, what one side leaves out."""
    from claimdiff.cli.selection import select
    from claimdiff.pipeline import compare_accounts

    if revision:
        from claimdiff.cli.revising import emit_revision

        given = {"--only": only, "--fail-on": fail_on, "--complete": complete, "--curated-only": curated_only,
                 "--ignore-curated": ignore_curated, "--rejudge": rejudge, "--fragment": fragment, "--bom": bom}  # fmt: skip
        if beside := [name for name, value in given.items() if value]:
            raise CannotGoOn(f"--revision goes without {', '.join(beside)}")
        emit_revision(names or [], event=event, output_format=output_format, output=output, colour=colour)
        return
    if output_format not in FORMATS:
        raise CannotGoOn(f"there is no format {output_format!r}; there are {', '.join(FORMATS)}")
    if style not in STYLES:
        raise CannotGoOn(f"there is no style {style!r}; there are {', '.join(STYLES)}")
    kinds, failing = choices(only, Kind, "--only") or EVERY_KIND, choices(fail_on, FailOn, "--fail-on")
    selection = select(names or [], event=event, all_roles=all_roles)
    if len(selection.accounts) < 2:
        raise CannotGoOn("compare needs at least two accounts; name another one")
    whole = listed(complete)
    known(whole, [account.key for account in selection.accounts], "--complete")
    options = Options(
        curation=_curation(only=curated_only, ignore=ignore_curated, rejudge=rejudge),
        complete=whole,
        all_roles=all_roles,
        candidates=candidates,
        scores=explain or FORMATS[output_format].scores,
    )
    report = compare_accounts(
        selection.event,
        selection.accounts,
        options=options,
        lexicon=lambda: project_lexicon(selection.project),
        weights=shipped_weights,
        progress=progress("pairs compared", len(selection.accounts), least=5),
        matcher=matcher_named(matcher, selection.project, model),
    )
    if options.curation is not Curation.IGNORE:
        _tell_lost(selection.event, selection.accounts)
    shown = RenderOptions(
        title=selection.event.title,
        summary=selection.event.summary,
        width=columns(sys.stdout) if output is None else None,
        colour=output is None and wants_colour(colour, sys.stdout),
        only=kinds,
        unfold=unfold,
        explain=explain,
        complete=whole,
        style=style,
        fragment=fragment,
        bom=bom,
    )
    emit(FORMATS[output_format].render(report, shown), output)
    if failing & _found(report):
        raise typer.Exit(1)


def _tell_lost(event: Event, accounts: Sequence[Account]) -> None:
    """Say which decisions could not be taken into account: they name assertions that are not there any more."""
    for left, right in combinations(accounts, 2):
        lost = lost_ids(left, right, event.decided(left.key, right.key))
        if lost:
            more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
            say(
                f"left out: decisions on {left.key} and {right.key} that name what is not there ({', '.join(lost[:3])}{more}); "
                "claimdiff check shows where"
            )


def _curation(*, only: bool, ignore: bool, rejudge: bool) -> Curation:
    if only + ignore + rejudge > 1:
        raise CannotGoOn("--curated-only, --ignore-curated and --rejudge exclude each other; give one of them")
    if only:
        return Curation.ONLY
    if ignore:
        return Curation.IGNORE
    return Curation.REJUDGE if rejudge else Curation.USE


def _found(report: Report) -> set[FailOn]:
    """Return what the report has of what ``--fail-on`` can name; what a model only proposed counts for nothing."""
    found: set[FailOn] = set()
    for comparison in report.comparisons:
        verdicts = {link.verdict for link in comparison.links}
        found |= {FailOn.CONFLICT} if Verdict.CONFLICT in verdicts else set()
        found |= {FailOn.PARTIAL} if Verdict.PARTIAL in verdicts else set()
        found |= {FailOn.OMISSION} if any(o.status in OmissionStatus for o in comparison.omissions) else set()
        undecided = any(o.why is not Undecided.EXCERPT for o in comparison.undecided)
        found |= {FailOn.REVIEW} if comparison.possible or undecided else set()
        found |= {FailOn.STALE} if comparison.stale else set()
    return found
