"""The table of formats."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from claimdiff.check.formats import terminal
from claimdiff.check.model import Checked

Render = Callable[[Checked], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: what it is for, and the function that writes it."""

    purpose: str
    render: Render


FORMATS = MappingProxyType(
    {
        "concise": Format(purpose="one line for each finding", render=terminal.concise),
        "full": Format(purpose="the line of the file too, the place underlined", render=terminal.full),
    }
)
