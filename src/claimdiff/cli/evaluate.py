"""``claimdiff evaluate``: the matcher and the judge against what people decided."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import OutputOption, project_lexicon, shipped_weights
from claimdiff.cli.output import emit, progress, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdiff.accounts.model import Event
    from claimdiff.accounts.project import Project
    from claimdiff.alignment.model import Alignment
    from claimdiff.evaluation.evaluate import Comparing, Evaluation
    from claimdiff.language.lexicon import Lexicon

FORMATS = ("text", "markdown", "json")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)


def evaluate(
    events: Annotated[list[str] | None, typer.Argument(metavar="[EVENT ...]", help="Events; none: all.")] = None,
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="A folder of events elsewhere.", show_default=False)
    ] = None,
    leave_one_out: Annotated[
        bool,
        typer.Option("--leave-one-out", help="Fit matcher and judge anew without each event in turn (needs numpy)."),
    ] = False,
    fail_under: Annotated[
        str | None,
        typer.Option("--fail-under", metavar="NAME=VALUE,…", help="Exit with 1 where a figure is below this."),
    ] = None,
    refit: Annotated[
        Path | None,
        typer.Option(
            "--refit",
            metavar="FILE",
            help="Write the matcher's weights fitted to all these events, with the figures measured; implies "
            "--leave-one-out.",
        ),
    ] = None,
    effort: Annotated[
        bool, typer.Option("--effort", help="Instead: the keys that a review takes from nothing to the curated truth.")
    ] = False,
    matcher: Annotated[
        str, typer.Option("--matcher", metavar="NAME", help="default, semantic, or llm: from replies kept before.")
    ] = "default",
    model: Annotated[
        str | None, typer.Option(help="With llm, the model's name; with semantic, the folder of a model.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="With llm: where its replies are kept.")] = None,
    output_format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}.")] = "text",
    output: OutputOption = None,
) -> None:
    """Measure the matcher, with decisions ignored, and the judge against what people decided."""
    from claimdiff.evaluation.evaluate import evaluate as measure
    from claimdiff.evaluation.floors import below, parse_floors
    from claimdiff.evaluation.render import (
        render_evaluation_json,
        render_evaluation_markdown,
        render_evaluation_text,
    )

    renderers = dict(
        zip(FORMATS, (render_evaluation_text, render_evaluation_markdown, render_evaluation_json), strict=True)
    )
    if output_format not in renderers:
        raise CannotGoOn(f"there is no format {output_format!r}; there are {', '.join(FORMATS)}")
    if refit is not None and (effort or matcher != "default"):
        raise CannotGoOn("--refit fits the default matcher: leave out --effort and --matcher")
    leave_one_out = leave_one_out or refit is not None
    try:
        floors = parse_floors(fail_under) if fail_under else {}
        project, found = _events(events or [], data)
        lexicon = project_lexicon(project)
        if effort:
            emit(_effort(found, lexicon, matcher, model, leave_one_out=leave_one_out), output)
            return
        evaluation = measure(
            found,
            lexicon=lexicon,
            weights=shipped_weights(),
            leave_one_out=leave_one_out,
            progress=progress("events measured", len(found), least=2),
            comparing=_comparing(found, lexicon, matcher, model, cache, leave_one_out=leave_one_out),
        )
        if refit is not None:
            emit(_refitted(found, evaluation, lexicon), refit)
    except ValueError as error:
        raise CannotGoOn(str(error)) from error
    emit(renderers[output_format](evaluation), output)
    short = below(evaluation, floors)
    for sentence in short:
        say(f"claimdiff: {sentence}")
    if short:
        raise typer.Exit(1)


def _comparing(
    events: "list[Event]",
    lexicon: "Lexicon",
    matcher: str,
    model: str | None,
    cache: Path | None,
    *,
    leave_one_out: bool,
) -> "Comparing | None":
    """Return what compares two accounts of an event; None for the shipped matcher."""
    from claimdiff.models.measuring import by_matcher, by_replies

    if matcher == "llm":
        if model is None:
            raise CannotGoOn("--matcher llm needs --model, the name of the model whose replies were kept")
        from claimdiff.cli.asking import replies_folder
        from claimdiff.models.cache import Cache

        return by_replies(lexicon, shipped_weights(), Cache(folder=cache or replies_folder()), model)
    found = _named(events, lexicon, matcher, model, leave_one_out=leave_one_out)
    return None if matcher == "default" else by_matcher(lexicon, found)


def _named(
    events: "list[Event]", lexicon: "Lexicon", matcher: str, model: str | None, *, leave_one_out: bool
) -> "Callable[[str], Callable[..., Alignment]]":
    """Return the matcher of that name for each event; CannotGoOn where it is none or not installed."""
    from claimdiff.models.measuring import matchers
    from claimdiff.models.vectors import MissingModel

    if matcher not in ("default", "semantic"):
        raise CannotGoOn(f"--matcher takes default, semantic, llm, not {matcher!r}")
    try:
        folder = Path(model) if model is not None else None
        return matchers(matcher, events, lexicon, shipped_weights(), model=folder, leave_one_out=leave_one_out)
    except MissingModel as error:
        raise CannotGoOn(str(error)) from error


def _effort(events: "list[Event]", lexicon: "Lexicon", matcher: str, model: str | None, *, leave_one_out: bool) -> str:
    """Return a table of the keys that a review of each event takes."""
    from functools import partial

    from claimdiff.comparison.sides import Side
    from claimdiff.pipeline import read_account
    from claimdiff.review.effort import effort, render_effort
    from claimdiff.review.matter import RANKED

    way = _named(events, lexicon, matcher, model, leave_one_out=leave_one_out)
    found = {}
    for event in events:
        sides = [Side(account=a, readings=read_account(a, event, lexicon)) for a in event.accounts]
        found[event.key] = effort(event, sides, partial(way(event.key), top=RANKED))
    return render_effort(found)


def _events(names: list[str], data: Path | None) -> "tuple[Project | None, list[Event]]":
    """Return the events asked for; LoadError where one cannot be read."""
    from claimdiff.accounts.load import loaded, read_event_folder
    from claimdiff.accounts.names import unknown_name
    from claimdiff.accounts.project import list_events
    from claimdiff.cli.selection import need_project

    if data is None:
        project = need_project()
        folder, known = project.data, list(list_events(project))
    else:
        project, folder = None, data
        known = sorted(p.name for p in data.iterdir() if p.is_dir()) if data.is_dir() else []
    if not known:
        raise CannotGoOn(f"there are no events in {folder}")
    for name in names:
        if name not in known:
            raise unknown_name("event", name, known)
    return project, [loaded(read_event_folder(folder / name, project=project)) for name in names or known]


def _refitted(events: "list[Event]", evaluation: "Evaluation", lexicon: "Lexicon") -> str:
    """Return the data file of weights fitted to all events today; the figures in it are those of ``evaluation``."""
    from claimdiff.cli.stamp import day
    from claimdiff.evaluation.refit import refit, weights_text

    return weights_text(refit(events, lexicon, made=day(None).isoformat(), found=evaluation))
