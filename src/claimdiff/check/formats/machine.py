"""What programs read: JSON of our own, annotations of GitHub, and GitLab's Code Quality."""

import json

from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.check.fingerprint import fingerprints
from claimdiff.check.formats.inert import inert, inert_json
from claimdiff.check.model import Checked
from claimdiff.check.table import RULES
from claimdiff.display import safe

SCHEMA_VERSION = 1

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_GITLAB = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
_WORST_FIRST = tuple(Severity)


def as_json(checked: Checked) -> str:
    """Return the findings as JSON; ``schema_version`` grows when a key changes its meaning."""
    found = [
        {
            "code": d.code,
            "severity": d.severity.value,
            "group": RULES[d.code].group,
            "path": checked.in_repository(d.path),
            "line": d.line,
            "column": d.column,
            "end_line": d.end_line,
            "end_column": d.end_column,
            "message": d.message,
            "fingerprint": fingerprint,
        }
        for d, fingerprint in zip(checked.diagnostics, fingerprints(checked), strict=True)
    ]
    data = {
        "schema_version": SCHEMA_VERSION,
        "events": list(checked.events),
        "counts": {severity.value: checked.count(severity) for severity in Severity},
        "hidden": checked.hidden,
        "diagnostics": found,
    }
    return _json(data)


def github(checked: Checked) -> str:
    """Return workflow commands that GitHub shows as annotations, the worst first: it shows the first ten of each kind only."""
    worst_first = sorted(checked.diagnostics, key=lambda d: _WORST_FIRST.index(d.severity))
    return "".join(_annotation(checked, diagnostic) for diagnostic in worst_first)


def gitlab(checked: Checked) -> str:
    """Return a report of GitLab's Code Quality."""
    found = [
        {
            "description": safe(d.message),
            "check_name": d.code,
            "fingerprint": fingerprint,
            "severity": _GITLAB[d.severity],
            "location": {
                "path": checked.in_repository(d.path),
                "lines": {"begin": d.line, "end": max(d.line, d.end_line or d.line)},
            },
        }
        for d, fingerprint in zip(checked.diagnostics, fingerprints(checked), strict=True)
    ]
    return _json(found)


def _json(data: object) -> str:
    return inert_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _annotation(checked: Checked, d: Diagnostic) -> str:
    properties = {"file": checked.in_repository(d.path), "line": str(d.line), "col": str(d.column)}
    if d.end_line is not None and d.end_column is not None:
        properties["endLine"] = str(d.end_line)
        if d.end_line == d.line:  # GitHub takes columns within one line only
            properties["endColumn"] = str(d.end_column)
    properties["title"] = f"{d.code} ({d.severity.value})"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return inert(f"::{_GITHUB[d.severity]} {listed}::{_data(d.message)}", command=True) + "\n"


def _data(text: str) -> str:
    return safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
