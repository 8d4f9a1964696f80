"""``claimdiff propose``: let a model propose links, for people to confirm or reject."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.asking import BaseUrlOption, CacheOption, TimeoutOption, YesOption
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import EventOption, project_lexicon
from claimdiff.cli.output import emit, say
from claimdiff.cli.stamp import OnOption, day
from claimdiff.display import safe

if TYPE_CHECKING:
    from claimdiff.cli.selection import Selection
    from claimdiff.models.llm import Server
    from claimdiff.models.reply import Found
    from claimdiff.review.store import LinksFile

WAYS = ("semantic", "llm")
PARTS = "one request after another into an assistant, each in a new dialogue, save all its answers in one file"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(propose)


def propose(
    left: Annotated[str, typer.Argument(metavar="LEFT", help="An account of an event.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="Another one.")],
    with_: Annotated[str | None, typer.Option("--with", metavar="WAY", help="semantic or llm.")] = None,
    model: Annotated[
        str | None, typer.Option(help="The model's name at the server; with semantic, the folder of a model.")
    ] = None,
    base_url: BaseUrlOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the prompt and its size; ask nobody.")] = False,
    prompt_to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the prompt, to paste into any assistant; - is stdout.")
    ] = None,
    reply_from: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read an assistant's answer; - is stdin.")
    ] = None,
    drop: Annotated[
        bool, typer.Option("--drop", help="Take out all proposals; with --model, only that model's.")
    ] = False,
    yes: YesOption = False,
    timeout: TimeoutOption = 300.0,
    cache: CacheOption = None,
    on: OnOption = None,
    event: EventOption = None,
) -> None:
    """Let a model propose links between two accounts; they count for nothing until a person confirms them in review."""
    from claimdiff.cli.asking import server_of
    from claimdiff.cli.links import links_file
    from claimdiff.cli.selection import select

    asked = [with_ is not None or dry_run, prompt_to is not None, reply_from is not None, drop]
    if sum(asked) != 1:
        message = "propose takes one of --with semantic, --with llm, --prompt-to, --reply-from, --drop and --dry-run"
        raise CannotGoOn(message)
    if with_ not in (None, *WAYS):
        message = f"--with takes {', '.join(WAYS)}, not {with_!r}"
        raise CannotGoOn(message)
    selection = select([left, right], event=event)
    file = links_file(selection, *selection.accounts)
    if prompt_to is not None or dry_run:
        _show_prompts(file, prompt_to)
        return
    if drop:
        _drop(file, selection, model)
        return
    if reply_from is not None:
        found, by = _from_file(file, reply_from, model)
    elif with_ == "semantic":
        found, by = _semantic(file, selection, model)
    else:
        server = server_of(model, base_url, timeout=timeout, cache=cache)
        found, by = _llm(file, server, yes=yes)
    _write(file, selection, found, by, on, event)


def _show_prompts(file: "LinksFile", target: Path | None) -> None:
    from claimdiff.models.prompt import prompts

    made = prompts(file.left, file.right)
    text = "\n\n".join(prompt.text for prompt in made)
    size = (
        f"{len(made)} request{'s' if len(made) > 1 else ''}, {len(text):,} characters, about {len(text) // 4:,} tokens"
    )
    emit(safe(text, keep="\n") if target is None else text, None if target is None or str(target) == "-" else target)
    say(size)
    if target is not None:
        told = "it into an assistant, save its answer" if len(made) == 1 else PARTS
        say(f"Paste {told}, and read it with --reply-from; what you paste leaves this machine.")


def _from_file(file: "LinksFile", source: Path, model: str | None) -> "tuple[Found, str]":
    from claimdiff.accounts.files import FileFault, read_file, read_stream
    from claimdiff.models.prompt import prompts
    from claimdiff.models.proposals import model_name
    from claimdiff.models.reply import NoJsonError, parse_replies, parse_reply, validated

    try:
        raw = read_stream(sys.stdin.buffer) if str(source) == "-" else read_file(source)
        parse = parse_reply if len(prompts(file.left, file.right)) == 1 else parse_replies
        links = parse(raw.decode("utf-8-sig"))
    except (FileFault, UnicodeDecodeError) as error:
        message = f"{source}: {'not UTF-8' if isinstance(error, UnicodeDecodeError) else error}"
        raise CannotGoOn(message) from error
    except NoJsonError as error:
        message = f"the answer in {source} cannot be read: {error}; nothing was changed"
        raise CannotGoOn(message) from error
    by = model_name(model or "assistant")
    return validated(links, file.left, file.right, by=by), by


def _semantic(file: "LinksFile", selection: "Selection", folder: str | None) -> "tuple[Found, str]":
    from claimdiff.cli.matchers import matcher_named
    from claimdiff.comparison.sides import Side
    from claimdiff.models.proposals import model_name, proposed_by_matcher
    from claimdiff.pipeline import read_account
    from claimdiff.review.matter import RANKED, matter

    way = matcher_named("semantic", selection.project, Path(folder) if folder is not None else None)
    assert way is not None
    lexicon = project_lexicon(selection.project)
    left, right = (
        Side(account=account, readings=read_account(account, selection.event, lexicon))
        for account in (file.left, file.right)
    )
    by = model_name("semantic" if folder is None else Path(folder).resolve().name)
    return proposed_by_matcher(matter(left, right, partial(way, top=RANKED)), by), by


def _llm(file: "LinksFile", server: "Server", *, yes: bool) -> "tuple[Found, str]":
    from claimdiff.cli.asking import answered
    from claimdiff.models.prompt import prompts
    from claimdiff.models.proposals import model_name
    from claimdiff.models.reply import validated

    answers = answered(server, prompts(file.left, file.right), what="the texts of both accounts", yes=yes)
    by = model_name(server.model)
    return validated([link for answer in answers for link in answer.entries], file.left, file.right, by=by), by


def _write(
    file: "LinksFile", selection: "Selection", found: "Found", by: str, on: str | None, event: str | None
) -> None:
    from claimdiff.models.proposals import adding
    from claimdiff.review.store import FileChanged

    when = day(on)
    state = file.read()
    while True:
        edit, fit = adding(found, state.decisions, file.left, file.right, by=by, on=when)
        try:
            if edit.add or edit.remove:
                file.write(state, edit)
            break
        except FileChanged as changed:
            state = changed.state
    for reason in fit.dropped:
        say(f"dropped: {reason}")
    name = selection.project.shown(file.path) if selection.project else str(file.path)
    number = len(fit.links)
    where = [file.left.key, file.right.key, *(["--event", selection.event.key] if event is not None else [])]
    added = len(edit.add)
    emit(
        safe(f"{name}: {number} proposed by {by}, {added} of them new, {len(fit.dropped)} dropped")
        + (f"\nconfirm or reject them with claimdiff review {' '.join(where)}\n" if number else "\n")
    )


def _drop(file: "LinksFile", selection: "Selection", model: str | None) -> None:
    from claimdiff.models.proposals import dropping, model_name
    from claimdiff.review.store import FileChanged

    state = file.read()
    while True:
        edit = dropping(state.decisions, model_name(model) if model is not None else None)
        try:
            if edit.remove:
                file.write(state, edit)
            break
        except FileChanged as changed:
            state = changed.state
    name = selection.project.shown(file.path) if selection.project else str(file.path)
    number = len(edit.remove)
    emit(safe(f"{name}: {number} proposal{'s' if number != 1 else ''} dropped") + "\n")
