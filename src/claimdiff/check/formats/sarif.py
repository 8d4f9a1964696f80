"""SARIF 2.1.0 (OASIS), the exchange format of static analysis results."""

import json
from typing import Any
from urllib.parse import quote

from claimdiff._version import __version__
from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.check.fingerprint import fingerprints
from claimdiff.check.formats.inert import inert_json
from claimdiff.check.model import Checked, Rule
from claimdiff.check.table import RULES
from claimdiff.display import safe

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
"""What paths are relative to: the repository's folder, wherever it lies."""


def sarif(checked: Checked) -> str:
    """Return the findings as a SARIF log with one run; every rule that found something is described in it."""
    used = sorted({diagnostic.code for diagnostic in checked.diagnostics})
    index = {code: n for n, code in enumerate(used)}
    results = [
        _result(checked, diagnostic, index[diagnostic.code], fingerprint)
        for diagnostic, fingerprint in zip(checked.diagnostics, fingerprints(checked), strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "claimdiff", "version": __version__, "rules": [_rule(RULES[c]) for c in used]}},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def uri(path: str) -> str:
    """Return a path as a URI reference that keeps to the URI's characters: it is relative unless the path is absolute."""
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no name of a file, but it may stand in a message
        name = safe(path).encode("utf-8")
    encoded = quote(name, safe="/")
    return f"file://{encoded}" if path.startswith("/") else encoded


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.group]},
    }


def _result(checked: Checked, d: Diagnostic, index: int, fingerprint: str) -> dict[str, Any]:
    place = uri(checked.in_repository(d.path))
    location: dict[str, Any] = {"uri": place} if place.startswith("file:") else {"uri": place, "uriBaseId": ROOT}
    region = {"startLine": d.line, "startColumn": d.column}
    if d.end_line is not None and d.end_column is not None:
        region |= {"endLine": d.end_line, "endColumn": d.end_column}
    return {
        "ruleId": d.code,
        "ruleIndex": index,
        "level": d.severity.value,
        "message": {"text": _message(d.message)},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        "partialFingerprints": {"claimdiff/v1": fingerprint},
    }


def _message(text: str) -> str:
    """Return a message without links: SARIF takes ``[words](target)`` for one."""
    return safe(text).replace("](", "] (")
