"""The command ``claimdiff``: its commands, and what the exit code says."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from claimdiff._version import __version__
from claimdiff.accounts.diagnostic import LoadError
from claimdiff.accounts.names import UnknownName
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import prepare_streams, say
from claimdiff.cli.quick import quickened

DONE, FOUND, COULD_NOT, OUR_FAULT, INTERRUPTED = 0, 1, 2, 70, 130

COMMANDS = {
    "compare": "claimdiff.cli.compare",
    "list": "claimdiff.cli.listing",
    "show": "claimdiff.cli.show",
    "explain": "claimdiff.cli.explain",
    "check": "claimdiff.cli.check",
    "evaluate": "claimdiff.cli.evaluate",
    "schema": "claimdiff.cli.schema",
    "cite": "claimdiff.cli.cite",
    "site": "claimdiff.cli.site",
    "history": "claimdiff.cli.edits",
    "link": "claimdiff.cli.decide",
    "apart": "claimdiff.cli.decide",
    "doubt": "claimdiff.cli.decide",
    "omit": "claimdiff.cli.decide",
    "undecide": "claimdiff.cli.decide",
    "review": "claimdiff.cli.review",
    "propose": "claimdiff.cli.propose",
    "init": "claimdiff.cli.init",
    "new": "claimdiff.cli.new",
    "source": "claimdiff.cli.source",
    "draft": "claimdiff.cli.draft",
    "import": "claimdiff.cli.imports",
    "fmt": "claimdiff.cli.fmt",
}
"""Command -> the module that adds it with ``register``. Only the module of the command that is run is imported."""


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"claimdiff {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Compare what different parties say about the same event."""


def make_app(command: str | None = None) -> typer.Typer:
    """Return the command line with all commands, or with one only."""
    app = typer.Typer(
        name="claimdiff",
        help="Compare what different parties say about the same event.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    modules = [COMMANDS[command]] if command in COMMANDS else list(dict.fromkeys(COMMANDS.values()))
    for module in modules:
        importlib.import_module(module).register(app)
    return app


def _asked(arguments: Sequence[str]) -> str | None:
    """Return the command that is asked for, None where all are needed: for help, completion, or a name that is wrong."""
    completing = any(name.endswith("_COMPLETE") for name in os.environ)
    return arguments[0] if arguments and not completing else None


def main() -> NoReturn:
    """Run the command line; the exit codes are those of docs/cli.md."""
    prepare_streams()
    try:
        code = quickened(make_app(_asked(sys.argv[1:])))(standalone_mode=False)
        sys.stdout.flush()
    except CannotGoOn as error:
        say(f"claimdiff: {error}")
        code = COULD_NOT
    except LoadError as error:
        code = _faults(error)
    except UnknownName as error:
        say(f"claimdiff: {error}")
        code = COULD_NOT
    except (KeyboardInterrupt, typer.Abort):
        say("claimdiff: interrupted")
        code = INTERRUPTED
    except BrokenPipeError:
        code = _reader_has_gone()
    except Exception as error:
        code = _told(error)
    sys.exit(code if isinstance(code, int) else DONE)


def _told(error: Exception) -> int:
    if hasattr(error, "format_message"):
        return _usage(error)
    if type(error).__name__ == "LexiconError":  # not imported: most commands load no lexicon
        say(f"claimdiff: {error}")
        return COULD_NOT
    if isinstance(error, OSError):
        return _system(error)
    return _our_fault(error)


def _system(error: OSError) -> int:
    """Say what the system refused: a folder that is not there, a full disk, a right that is missing."""
    if os.environ.get("CLAIMDIFF_TRACEBACK"):
        raise error
    reason = os.strerror(error.errno).lower() if error.errno else str(error)
    say(f"claimdiff: {error.filename or 'the output'}: {reason}")
    if error.filename is None:
        _drop_output()
    return COULD_NOT


def _drop_output() -> None:
    """Send the rest of the output nowhere; Python would try to write it at exit, and complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _faults(error: LoadError) -> int:
    for diagnostic in error.diagnostics:
        say(str(diagnostic))
    number = len(error.diagnostics)
    say(f"claimdiff: {number} fault{'s' if number != 1 else ''} in the data, so nothing was done; mend and try again")
    return COULD_NOT


def _usage(error: Exception) -> int:
    message = error.format_message().replace(": Value error, ", ": ")  # type: ignore[attr-defined]
    message = " ".join(message.split())
    if not message:  # no command was given, and the help has been shown
        return COULD_NOT
    context = getattr(error, "ctx", None)
    say(f"claimdiff: {message.rstrip('.')}. See {context.command_path if context else 'claimdiff'} --help.")
    return COULD_NOT


def _reader_has_gone() -> int:
    # Whoever read our output has enough of it (``| head``).
    _drop_output()
    return DONE


def _our_fault(error: Exception) -> int:
    if os.environ.get("CLAIMDIFF_TRACEBACK"):
        raise error
    say(
        f"claimdiff: a fault of our own ({type(error).__name__}: {error}). Please report it with the command that you ran; "
        "CLAIMDIFF_TRACEBACK=1 shows where it happened."
    )
    return OUR_FAULT
