"""Lay out lines for a terminal or a pipe: hanging indents, cuts with an ellipsis, colour or none."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from claimdiff.display import safe

STYLES = {
    "heading": "bold",
    "conflict": "bold red",
    "partial": "yellow",
    "agree": "green",
    "omission": "bold blue",
    "review": "magenta",
    "excerpt": "dim",
    "party": "bold",
    "mark": "bold underline",
    "faint": "dim",
    "quote": "italic",
}
"""Every style that the text report uses, by what it means."""

WIDEST = 112
"""Lines longer than this are hard to read; a wider terminal does not make them longer."""
NARROWEST = 24


def piece(text: str, style: str = "") -> Text:
    """Return data as a piece of a line: escaped, never read as markup."""
    return Text(safe(text), style=STYLES.get(style, style))


def joined(pieces: Iterable[Text | str]) -> Text:
    """Return pieces as one line; plain strings are the program's own words."""
    line = Text()
    for part in pieces:
        line.append_text(part if isinstance(part, Text) else Text(part))
    return line


@dataclass(slots=True)
class Canvas:
    """Collects lines. ``width`` is that of the terminal, or None where nothing is wrapped or cut (a pipe)."""

    width: int | None
    colour: bool
    lines: list[Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep the width between what can be laid out and what can be read."""
        if self.width is not None:
            self.width = min(max(self.width, NARROWEST), WIDEST)

    def blank(self) -> None:
        """Add an empty line, never two in a row."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def add(self, *pieces: Text | str, label: Text | str = "", indent: int = 0) -> None:
        """Add a paragraph after a label; continued lines hang below its first word."""
        head = joined([" " * indent, label])
        body = joined(pieces)
        if self.width is None:
            self.lines.append(joined([head, body]))
            return
        hang = head.cell_len
        if hang > self.width // 2:
            self.lines.append(head)
            hang = indent + 2
            head = Text(" " * hang)
        for n, line in enumerate(body.wrap(_MEASURE, max(self.width - hang, NARROWEST // 2))):
            line.rstrip()
            self.lines.append(joined([head if n == 0 else " " * hang, line]))

    def add_cut(self, *pieces: Text | str, label: Text | str = "", indent: int = 0) -> None:
        """Add one line, cut with an ellipsis where it is too long for the terminal."""
        line = joined([" " * indent, label, *pieces])
        if self.width is not None and line.cell_len > self.width:
            line.truncate(self.width, overflow="ellipsis")
        self.lines.append(line)

    def render(self) -> str:
        """Return everything as text that ends with a newline."""
        if not self.colour:
            return "".join(line.plain.rstrip() + "\n" for line in self.lines)
        # A width that no line reaches: the lines are laid out already.
        out = io.StringIO()
        console = Console(file=out, force_terminal=True, color_system="standard", width=10_000, highlight=False)
        for line in self.lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()


_MEASURE = Console(file=io.StringIO(), width=WIDEST, color_system=None)
