"""Where output goes and how: data to stdout or a file, everything else to stderr; colour only where it is wanted."""

import os
import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from claimdiff.display import safe


class Colour(StrEnum):
    """When styles are written."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """Write UTF-8 and plain newlines whatever the locale, so that the same call gives the same bytes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def wants_colour(choice: Colour, stream: TextIO) -> bool:
    """Tell whether to write styles: the option first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal."""
    if choice is not Colour.AUTO:
        return choice is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int | None:
    """Return the width of the terminal, None where the stream is not one."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def emit(text: str, output: Path | None = None) -> None:
    """Write text to stdout, or to a file that appears whole or not at all."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from claimdiff.accounts.write import write_atomic

    write_atomic(output, text)


def say(message: str) -> None:
    """Write one line for the person, on stderr; what comes from data is escaped."""
    sys.stderr.write(safe(message, keep="\n") + "\n")
    sys.stderr.flush()


def progress(what: str, total: int, *, least: int) -> Callable[[int, int], None] | None:
    """Return what tells a person at a terminal how far long work is, told (done, total); None for short work or a pipe."""
    if total < least or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        filled = 30 * done // total
        bar = "█" * filled + "·" * (30 - filled)
        sys.stderr.write(f"\r{bar} {done} of {total} {what}" if done < total else "\r\x1b[K")
        sys.stderr.flush()

    return tell
