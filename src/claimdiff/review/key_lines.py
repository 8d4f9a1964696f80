"""The lines of the dialogue that tell keys and take typing."""

from collections.abc import Sequence

from rich.text import Text

from claimdiff.report.canvas import Canvas, piece


def keys(canvas: Canvas, told: str) -> None:
    """Add a line of keys, parted by three spaces; it breaks only between them."""
    for line in filled(told.split("   "), canvas.width):
        canvas.add(Text("   ".join(line), style="dim"))


def filled(items: Sequence[str], width: int | None) -> list[list[str]]:
    """Return items, parted by three spaces, in lines of at most ``width`` columns."""
    lines: list[list[str]] = [[]]
    for item in items:
        if width is not None and lines[-1] and len("   ".join([*lines[-1], item])) > width:
            lines.append([])
        lines[-1].append(item)
    return lines


def prompt(canvas: Canvas, label: str, text: str) -> None:
    """Add the line in which a person types."""
    canvas.add(piece(text), "_", label=f"{label}: ")
