"""``claimdiff check``: prove that curated data is sound."""

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.accounts.diagnostic import Severity
from claimdiff.cli.options import OutputOption, listed
from claimdiff.cli.output import Colour, emit, say, wants_colour

if TYPE_CHECKING:
    from claimdiff.accounts.project import Project
    from claimdiff.check.model import Checked
    from claimdiff.check.run import Choice


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

    project = _project()
    choice = _choice(project, select, ignore, severity, drift=drift)
    checked = _checked(paths or [], choice)
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


def _project() -> "Project | None":
    from claimdiff.accounts.project import find_project

    return find_project(Path.cwd())


def _choice(
    project: "Project | None", select: str | None, ignore: str | None, least: Severity, *, drift: bool
) -> "Choice":
    from claimdiff.check.run import Choice, usual_codes

    config = project.config if project is not None else None
    wanted = _codes(listed(select), "--select") if select else usual_codes(drift=drift)
    wanted -= _codes(config.ignore, "ignore in the settings") if config and not select else frozenset()
    wanted -= _codes(listed(ignore), "--ignore")
    severities = {
        code: severity
        for name, severity in (config.severity if config else {}).items()
        for code in _codes([name], "severity in the settings")
    }
    return Choice(codes=wanted, severities=severities, least=least)


def _codes(names: Iterable[str], option: str) -> frozenset[str]:
    from claimdiff.check.table import GROUPS, RULES, codes_of

    found: frozenset[str] = frozenset()
    for name in sorted(names):
        codes = codes_of(name)
        if not codes:
            from claimdiff.accounts.names import unknown_name

            raise unknown_name("rule", name, [*RULES, *GROUPS], place=option)
        found |= codes
    return found


def _checked(names: list[str], choice: "Choice") -> "Checked":
    from claimdiff.alignment.weights import load_weights
    from claimdiff.check.run import check as run
    from claimdiff.check.subject import Tools
    from claimdiff.check.targets import find_targets
    from claimdiff.cli.options import project_lexicon
    from claimdiff.cli.selection import need_project

    targets = find_targets(names, start=Path.cwd())
    if not targets and not names:
        need_project()
    tools = Tools(lexicon=project_lexicon(_project()), weights=load_weights())
    return run(targets, choice, tools=tools, progress=_progress(len(targets)))


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


def _progress(targets: int) -> Callable[[int, int], None] | None:
    """Return what tells a person at a terminal how far the check is; nothing for a short one."""
    if targets < 20 or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        filled = 30 * done // total
        bar = "█" * filled + "·" * (30 - filled)
        sys.stderr.write(f"\r{bar} {done} of {total} events" if done < total else "\r\x1b[K")
        sys.stderr.flush()

    return tell
