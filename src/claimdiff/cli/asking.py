"""Ask a language model: its server and settings, the consent before texts leave this machine, and what it cost."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimdiff.models.llm import Answer, Question, Server

OLLAMA = "http://localhost:11434/v1"
"""Where a local Ollama listens."""

BaseUrlOption = Annotated[
    str | None, typer.Option(help=f"The server; else CLAIMDIFF_BASE_URL, else {OLLAMA}.", show_default=False)
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before texts leave this machine.")]
TimeoutOption = Annotated[float, typer.Option(help="Seconds to wait for an answer.", min=1)]
CacheOption = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Where replies are kept; else a folder of the user's caches.")
]


def server_of(model: str | None, base_url: str | None, *, timeout: float, cache: Path | None) -> "Server":
    """Return the server that options and environment name; CannotGoOn where they name none."""
    from claimdiff.models.cache import Cache
    from claimdiff.models.llm import Server

    if model is None:
        raise CannotGoOn("--with llm needs --model, the name of a model at the server, such as llama3.1")
    url = base_url or os.environ.get("CLAIMDIFF_BASE_URL") or OLLAMA
    if not url.startswith(("http://", "https://")):
        raise CannotGoOn(f"--base-url takes an address such as {OLLAMA}, not {url!r}")
    server = Server(
        base_url=url,
        model=model,
        timeout=timeout,
        cache=Cache(folder=cache or replies_folder()),
        sleep=time.sleep,
        tell=say,
        key=os.environ.get("CLAIMDIFF_API_KEY"),
    )
    if server.key is None and server.host == "api.openai.com":  # this key goes to nobody else
        from dataclasses import replace

        return replace(server, key=os.environ.get("OPENAI_API_KEY"))
    return server


def replies_folder() -> Path:
    """Return the folder of the user's caches where replies are kept."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "claimdiff" / "replies"


def answered(server: "Server", questions: "Sequence[Question]", *, what: str, yes: bool) -> "list[Answer]":
    """Return the answers, in order, asking only what is not kept from before; ``what`` says whose texts go out.

    CannotGoOn where the person does not want it, or no answer can be had.
    """
    from claimdiff.models.llm import ModelFailed, ask, cached_answer
    from claimdiff.models.vectors import MissingModel

    todo = [question for question in questions if cached_answer(server, question) is None]
    if todo:
        _consent(server, todo, what, yes=yes)
    try:
        answers = [ask(server, question) for question in questions]
    except (MissingModel, ModelFailed) as error:
        raise CannotGoOn(str(error)) from error
    say(_spent(answers))
    return answers


def _consent(server: "Server", todo: "Sequence[Question]", what: str, *, yes: bool) -> None:
    """Say what leaves the machine before it does, and ask; CannotGoOn where the answer is no."""
    if server.is_here:
        say(f"asking {server.model} at {server.host}: nothing leaves this machine")
        return
    size = sum(len(message["content"]) for question in todo for message in question.messages)
    say(f"{what}, {size:,} characters, go to {server.host} over the network")
    if yes:
        return
    if not sys.stdin.isatty():
        raise CannotGoOn("nothing was sent: add --yes to agree without being asked")
    if not typer.confirm("Send them?", default=False, err=True):
        raise CannotGoOn("nothing was sent")


def _spent(answers: "Sequence[Answer]") -> str:
    asked = sum(answer.asked for answer in answers)
    if not asked:
        return "the reply was kept from before: 0 requests, 0 tokens in, 0 tokens out"
    tokens_in, tokens_out = (sum(getattr(a, name) for a in answers) for name in ("tokens_in", "tokens_out"))
    return f"{asked} request{'s' if asked > 1 else ''}, {tokens_in:,} tokens in, {tokens_out:,} tokens out"
