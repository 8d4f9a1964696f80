"""``claimdiff draft``: from an article or a readout to drafted accounts."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.asking import BaseUrlOption, CacheOption, TimeoutOption, YesOption, server_of
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import columns, emit, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(draft)


def draft(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The text: a file, or - for standard input.")],
    event: Annotated[
        str | None,
        typer.Option(
            "--event", "-e", metavar="EVENT", help="Write the accounts into this event; else they are printed."
        ),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party", "-p", metavar="NAME", help="Draft this party only (again for more); of a readout, whose it is."
        ),
    ] = None,
    kind: Annotated[str, typer.Option(help="What the text is: auto, news or readout.")] = "auto",
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the text, from which “last week” counts.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Add to accounts that exist what they do not have yet.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print where every sentence went, and write nothing.")
    ] = False,
    output_format: Annotated[str, typer.Option("--format", "-f", help="Of --coverage: text or json.")] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Write the accounts into this folder.")
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="BACKEND", help="llm: draft by a language model.")
    ] = None,
    prompt_to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the prompt, to paste into any assistant, and stop; - is stdout."),
    ] = None,
    reply_from: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draft from a language model's reply in this file.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="With llm: the model's name at the server.")] = None,
    base_url: BaseUrlOption = None,
    yes: YesOption = False,
    timeout: TimeoutOption = 300.0,
    cache: CacheOption = None,
) -> None:
    """Draft accounts from an article or a readout: who says what, each with its verbatim quote and place."""
    from claimdiff.cli.drafting import Request, drafted, read_text, write_accounts
    from claimdiff.cli.drafting_model import from_reply, from_server, write_prompt
    from claimdiff.drafting.render import coverage_json, coverage_line, coverage_text, draft_yaml

    if output_format not in ("text", "json"):
        raise CannotGoOn(f"--format takes text or json, not {output_format!r}")
    if with_ not in (None, "llm"):
        raise CannotGoOn(f"--with takes llm, not {with_!r}")
    if sum((with_ is not None, prompt_to is not None, reply_from is not None)) > 1:
        raise CannotGoOn("draft takes one of --with llm, --prompt-to and --reply-from")
    if output_format != "text" and not coverage:
        raise CannotGoOn("--format belongs to --coverage; accounts are written as YAML")
    if event is not None and output is not None:
        raise CannotGoOn("draft takes one of --event and --output")
    text, data = read_text(source)
    request = Request(
        path=source,
        text=text,
        data=data,
        event=event,
        parties=tuple(party or ()),
        kind=kind,
        date=date,
        publisher=publisher,
    )
    if prompt_to is not None:
        write_prompt(request, prompt_to)
        return
    by_model = None
    if reply_from is not None:
        by_model = partial(from_reply, path=reply_from)
    elif with_ is not None:
        server = server_of(model, base_url, timeout=timeout, cache=cache)
        by_model = partial(from_server, server=server, yes=yes)
    result = drafted(request, by_model)
    for name in result.missing:
        speak = f"; those that speak are {', '.join(result.others)}" if result.others else ""
        say(f"nothing is drafted for {name}{speak}")
    if coverage:
        emit(coverage_json(result) if output_format == "json" else coverage_text(result, width=columns(sys.stdout)))
        return
    if event is None and output is None:
        emit(draft_yaml(result, source=request.shown))
    else:
        write_accounts(result, request, folder=output, merge=merge)
    say(coverage_line(result))
