"""``claimdiff check``: prove that curated data is sound."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.accounts.diagnostic import Severity
from claimdiff.cli.options import OutputOption
from claimdiff.cli.output import Colour, emit, say, wants_colour

if TYPE_CHECKING:
    from claimdiff.check.model import Checked


class CheckFormat(StrEnum):
    """How findings are written; ``auto`` is github inside GitHub Actions, else concise."""

    AUTO = "auto"
    CONCISE = "concise"
    FULL = "full"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS ...]", help="Events, folders or files. None: the whole data folder."),
    ] = None,
    output_format: Annotated[CheckFormat, typer.Option("--format", "-f", help="How findings are written.")] = (
        CheckFormat.AUTO
    ),
    output: OutputOption = None,
    select: Annotated[str | None, typer.Option(metavar="CODES", help="Only these codes or groups; all: all.")] = None,
    ignore: Annotated[str | None, typer.Option(metavar="CODES", help="Not these codes or groups.")] = None,
    severity: Annotated[Severity, typer.Option(help="The least severity that is told.")] = Severity.NOTE,
    fail_on: Annotated[
        Severity, typer.Option(help="The least severity that makes the exit code 1.")
    ] = Severity.WARNING,
    drift: Annotated[bool, typer.Option("--drift", help="Also where the matcher disagrees with decisions.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by code.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what needs no judgement: layout, ids, typography.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell nothing that this file knows; else the settings' one.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all that is found to a baseline and stop.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Check unchanged events again.")] = False,
    explain: Annotated[str | None, typer.Option(metavar="CODE", help="Print the page of a rule and stop.")] = None,
    write_rules: Annotated[
        Path | None, typer.Option(hidden=True, metavar="FILE", help="Write the pages of all rules and stop.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Write no summary.")] = False,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Check the data: sources, quotes, assertions, decisions, expectations. Exit 0: sound, 1: found something, 2: could not."""
    if explain is not None:
        return _explain(explain)
    if write_rules is not None:
        from claimdiff.check.pages import rules_page

        return emit(rules_page(), write_rules)
    from claimdiff.check.formats.terminal import summary
    from claimdiff.cli import checking
    from claimdiff.cli.selection import project_here

    project = project_here()
    if fix or diff:
        changes = checking.mend(paths or [], write=not diff)
        if diff:
            emit("".join(changes.values()), output)
            raise typer.Exit(1 if changes else 0)
        for path in changes if not quiet else ():
            say(f"{path}: mended")
    choice = checking.choice_of(project, select, ignore, severity, drift=drift)
    checked = checking.checked(paths or [], choice, cached=not no_cache)
    if write_baseline is not None:
        return checking.write_baseline(checked, write_baseline)
    checked = checking.without_known(checked, project, baseline)
    emit(_rendered(checked, output_format, colour, output, statistics=statistics), output)
    if not quiet:
        say(summary(checked))
    if _fails(checked, fail_on):
        raise typer.Exit(1)
    return None


def _explain(name: str) -> None:
    from claimdiff.check import pages
    from claimdiff.check.table import RULES, codes_of

    codes = codes_of(name)
    if not codes:
        from claimdiff.accounts.names import unknown_name

        raise unknown_name("rule", name, RULES)
    emit("\n".join(pages.explain(RULES[code]) for code in RULES if code in codes))


def _rendered(checked: "Checked", chosen: CheckFormat, colour: Colour, output: Path | None, *, statistics: bool) -> str:
    from claimdiff.check.formats import terminal
    from claimdiff.check.formats.table import FORMATS

    if statistics:
        return terminal.statistics(checked)
    styled = output is None and wants_colour(colour, sys.stdout)
    name = _format_here() if chosen is CheckFormat.AUTO else chosen
    if name is CheckFormat.CONCISE:
        return terminal.concise(checked, colour=styled)
    if name is CheckFormat.FULL:
        return terminal.full(checked, colour=styled)
    return FORMATS[name.value].render(checked)


def _format_here() -> CheckFormat:
    return CheckFormat.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else CheckFormat.CONCISE


def _fails(checked: "Checked", least: Severity) -> bool:
    from claimdiff.check.run import ORDER

    return any(ORDER.index(diagnostic.severity) >= ORDER.index(least) for diagnostic in checked.diagnostics)
