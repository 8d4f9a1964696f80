"""Every format a report can be shown in, in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimdiff.comparison.model import Report
from claimdiff.report.view import EVERY_KIND, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How a report is to be shown; a format uses what it has a use for.

    ``title`` and ``summary``: the event's. ``width``: columns of the terminal, None for no wrapping. ``colour``: whether
    styles are written. ``only``: the kinds shown (JSON has everything). ``unfold``: agreement in full. ``explain``: evidence
    under each row. ``complete``: accounts taken as complete. ``style``: of Markdown, one of ``STYLES``.
    ``fragment``: HTML to put into a page that is there. ``bom``: CSV begins with a byte order mark, which Excel wants.
    """

    title: str | None = None
    summary: str | None = None
    width: int | None = None
    colour: bool = False
    only: frozenset[Kind] = EVERY_KIND
    unfold: bool = False
    explain: bool = False
    complete: frozenset[str] = frozenset()
    style: str = "github"
    fragment: bool = False
    bom: bool = False


STYLES = ("github", "plain", "story")
"""The styles of Markdown."""

Render = Callable[[Report, RenderOptions], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its renderer, the suffix of its files, and whether it shows scores of pairs that people have decided."""

    render: Render
    suffix: str
    scores: bool = True


def _text(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.text import render_text

    return render_text(report, options)


def _markdown(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.markdown import render_markdown

    return render_markdown(report, options)


def _json(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.json import render_json

    return render_json(report)


def _html(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.html import render_html

    return render_html(report, options)


def _csv(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.tables import render_csv

    return render_csv(report, options)


def _jsonl(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.tables import render_jsonl

    return render_jsonl(report, options)


def _jsonld(report: Report, options: RenderOptions) -> str:
    from claimdiff.report.jsonld import render_jsonld

    return render_jsonld(report, options)


FORMATS: Mapping[str, Format] = {
    "text": Format(render=_text, suffix=".txt", scores=False),
    "markdown": Format(render=_markdown, suffix=".md", scores=False),
    "html": Format(render=_html, suffix=".html", scores=False),
    "json": Format(render=_json, suffix=".json"),
    "csv": Format(render=_csv, suffix=".csv"),
    "jsonl": Format(render=_jsonl, suffix=".jsonl"),
    "jsonld": Format(render=_jsonld, suffix=".jsonld", scores=False),
}
"""Format name -> how to render it; each is imported only when it is asked for."""
