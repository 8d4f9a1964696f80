"""Write docs/cli.md from the program itself: ``python scripts/cli_page.py [--check]``."""

import re
import sys
from pathlib import Path
from typing import Any

from typer.main import get_command

from claimdiff.cli.main import make_app

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"

HEAD = """# Commands

Written by `python scripts/cli_page.py` from the program itself; a test holds it current. `claimdiff COMMAND --help` says the
same. `claimdiff --install-completion` sets up completion for your shell.

## Exit codes

| code | meaning |
| ---: | --- |
| 0 | done |
| 1 | `check` found something, or `compare --fail-on`, `evaluate --fail-under` or a command's `--check` met what it names |
| 2 | could not do it: usage, unreadable data, a missing optional part |
| 70 | a fault of our own, with a line on how to report it |
| 130 | interrupted |

## Names of accounts

`kremlin` is an account of the default event (of `claimdiff.toml`, or of the folder you are in), `--event` names another,
`EVENT/ACCOUNT` is an account of any event, a path is a file anywhere, `-` is standard input. Two loose files compare
without any project around them. An account named twice gets the keys `kremlin` and `kremlin-2`.

Colour is written to a terminal unless `NO_COLOR` is set; `FORCE_COLOR` or `--color always` write it into a pipe too. Lines
are wrapped only on a terminal.
"""


def page() -> str:
    """Return the page."""
    parts = [HEAD]
    root: Any = get_command(make_app())
    for name, command in sorted(root.commands.items()):
        if not command.hidden:
            parts += section(f"claimdiff {name}", command)
    return "\n".join(parts).rstrip() + "\n"


def section(title: str, command: Any) -> list[str]:
    """Return the section of a command, then those of its own commands."""
    if hasattr(command, "commands"):
        return [line for name, sub in sorted(command.commands.items()) for line in section(f"{title} {name}", sub)]
    rows = [row(param) for param in command.params if not getattr(param, "hidden", False)]
    help_text = re.sub(r"\s+", " ", (command.help or "").replace("\b", "")).strip()
    return [f"## `{title}`", "", help_text, "", "| | meaning |", "| --- | --- |", *(r for r in rows if r), ""]


def row(param: Any) -> str:
    """Return the table row of an argument or option."""
    if param.name == "help":
        return ""
    named = param.param_type_name == "option"
    names = (
        ", ".join(f"`{opt}`" for opt in [*param.opts, *param.secondary_opts])
        if named
        else f"`{param.metavar or param.name}`"
    )
    text = re.sub(r"\s+", " ", getattr(param, "help", None) or "").replace("|", "\\|")
    return f"| {names} | {text} |"


if __name__ == "__main__":
    if "--check" in sys.argv:
        raise SystemExit(
            0 if PAGE.read_text(encoding="utf-8") == page() else f"{PAGE} is not current: run {sys.argv[0]}"
        )
    PAGE.write_text(page(), encoding="utf-8")
