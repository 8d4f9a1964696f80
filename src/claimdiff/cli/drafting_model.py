"""Draft by a language model: through a server, or by a prompt and a reply in files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdiff.cli.asking import answered
from claimdiff.cli.drafting import Request, read_text
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import emit, say
from claimdiff.drafting.llm import Question, prompt, questions, read_entries, whole
from claimdiff.drafting.statements import Attributed

if TYPE_CHECKING:
    from claimdiff.models.llm import Server


def write_prompt(request: Request, target: Path) -> None:
    """Write the prompt for a source to a file, or to stdout where that is ``-``."""
    text = prompt(request.text, parties=request.parties)
    emit(text, None if str(target) == "-" else target)
    say(f"{len(text):,} characters, about {len(text) // 4:,} tokens")
    say(
        "Paste it into an assistant, save its answer, and read it with --reply-from; what you paste leaves this machine."
    )


def from_reply(request: Request, *, path: Path) -> Attributed:
    """Return what a reply in a file finds; CannotGoOn where it is no reply."""
    from claimdiff.models.reply import NoJsonError, parse_reply

    question = whole(request.text, parties=request.parties)
    text, _ = read_text(path)
    try:
        entries = parse_reply(text, question.key)
    except NoJsonError as error:
        raise CannotGoOn(f"the answer in {path} cannot be read: {error}; nothing was changed") from error
    return _held(request, [(question, entries)])


def from_server(request: Request, *, server: "Server", yes: bool) -> Attributed:
    """Return what the model at a server finds; CannotGoOn where it cannot or may not be asked."""
    asked = questions(request.text, parties=request.parties)
    answers = answered(server, asked, what=f"the text of {request.shown}", yes=yes)
    return _held(request, [(question, answer.entries) for question, answer in zip(asked, answers, strict=True)])


def _held(request: Request, entries: Sequence[tuple[Question, Sequence[Any]]]) -> Attributed:
    reply = read_entries(entries, request.text)
    for dropped in reply.dropped:
        say(f"dropped, {dropped.why}: {dropped.entry}")
    return reply.found
