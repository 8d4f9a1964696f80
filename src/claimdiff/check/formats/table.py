"""The table of formats."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from claimdiff.check.formats import junit, machine, sarif, terminal
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
        "json": Format(purpose="everything, for programs", render=machine.as_json),
        "github": Format(purpose="annotations of a GitHub workflow", render=machine.github),
        "gitlab": Format(purpose="a Code Quality report of GitLab", render=machine.gitlab),
        "junit": Format(purpose="test results, for any CI", render=junit.junit),
        "sarif": Format(purpose="SARIF 2.1.0, for code scanning", render=sarif.sarif),
    }
)
