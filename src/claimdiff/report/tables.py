"""The findings as a table for a spreadsheet (CSV) and as a stream of records (JSON Lines)."""

import csv
import io
from typing import Any

from claimdiff.comparison.model import Report
from claimdiff.display import safe
from claimdiff.report.formats import RenderOptions
from claimdiff.report.json import dumps
from claimdiff.report.rows import COLUMNS, records

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""How a cell begins that a spreadsheet may run as a formula (OWASP, CSV Injection; with the full-width forms)."""


def render_csv(report: Report, options: RenderOptions) -> str:
    r"""Return one line a finding (RFC 4180, lines end with \r\n), several values in a cell on lines of their own.

    A cell that a spreadsheet could take for a formula begins with an apostrophe. With ``options.bom`` the text begins with a
    byte order mark, by which Excel knows UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records(report, options.only):
        writer.writerow([_cell(record[column]) for column in COLUMNS])
    return ("\ufeff" if options.bom else "") + out.getvalue()


def render_jsonl(report: Report, options: RenderOptions) -> str:
    """Return one JSON object a line, one line a finding."""
    return "".join(dumps(record) + "\n" for record in records(report, options.only))


def _cell(value: Any) -> str:
    text = safe(_text(value), keep="\n\t")
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_ACTIVE) else text


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.4f}"
        case list():
            return "\n".join(_text(item) for item in value)
        case {"facet": facet, "left": left, "right": right}:
            return f"{facet}: {left or '(nothing)'} / {right or '(nothing)'}"
        case {"id": name, "text": text, "score": score}:
            return f"{name} ({score:.4f}): {text}"
        case _:
            return "" if value is None else str(value)
