"""The report as HTML: one self-contained page without any request, or a fragment to put into a page that is there."""

import base64
import functools
import hashlib
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimdiff.comparison.model import Report
from claimdiff.report.formats import RenderOptions
from claimdiff.report.page import page


def render_html(report: Report, options: RenderOptions) -> str:
    """Return the report as a page, or with ``options.fragment`` as one element with its own style and no script."""
    shown = page(report, options)
    if options.fragment:
        return render("fragment.html", page=shown, css=asset("page.css"))
    return render_page("report.html", page=shown, title=shown.title, explain=options.explain)


def render_page(template: str, **values: Any) -> str:
    """Return a whole page: the template's, with style, script and a policy that allows these two and nothing else."""
    css, script = asset("page.css"), asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{digest(css)}'; script-src '{digest(script)}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
    return render(template, css=css, script=script, policy=policy, **values)


def render(template: str, **values: Any) -> str:
    """Return a template's text; every value is escaped."""
    return _environment().get_template(template).render(**values)


@functools.cache
def asset(name: str) -> Markup:
    """Return one of our own style or script files, which stands in the page as it is."""
    environment = _environment()
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0].strip())


def digest(content: str) -> str:
    """Return the digest by which a content security policy knows an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("claimdiff.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
