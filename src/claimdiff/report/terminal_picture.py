"""Terminal output as an SVG picture, for a README or a slide: no request, no font of its own."""

import io
from html import escape

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

_RED, _GREEN, _YELLOW = (255, 154, 160), (138, 214, 160), (242, 192, 102)
_BLUE, _MAGENTA, _CYAN = (156, 196, 245), (211, 176, 240), (138, 214, 214)
_COLOURS = [_RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN]
_PAPER, _INK = (22, 24, 27), (231, 233, 236)
_THEME = TerminalTheme(_PAPER, _INK, [(60, 65, 73), *_COLOURS, _INK], [(125, 132, 142), *_COLOURS, (255, 255, 255)])
"""The colours of the dark page."""

# What rich fills in; it brings its own frame, but that one loads fonts from the network.
_FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>@title@</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font: 16px system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def terminal_svg(ansi: str, *, title: str, width: int) -> str:
    """Return coloured terminal output as SVG; ``title`` stands in its frame. The same output gives the same bytes."""
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in ansi.splitlines():
        console.print(Text.from_ansi(line), soft_wrap=True, highlight=False)
    name = escape(title).replace("{", "{{").replace("}", "}}")
    frame = _FRAME.replace("@title@", name)
    return console.export_svg(title=title, theme=_THEME, code_format=frame, unique_id="claimdiff")
