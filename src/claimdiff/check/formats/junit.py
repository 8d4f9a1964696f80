"""JUnit's XML: every event is a suite, every finding a test that failed, every event without any a test that passed."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.check.formats.inert import inert_xml
from claimdiff.check.model import Checked
from claimdiff.check.table import RULES
from claimdiff.display import safe


def junit(checked: Checked) -> str:
    """Return the findings as JUnit XML. Notes are output of a test that passed; errors and warnings are failures."""
    by_event: dict[str, list[Diagnostic]] = {name: [] for name in checked.events}
    for diagnostic in checked.diagnostics:
        by_event.setdefault(checked.event_of(diagnostic.path), []).append(diagnostic)
    suites = [_suite(checked, name, found) for name, found in by_event.items()]
    tests = sum(max(1, len(found)) for found in by_event.values())
    failures = sum(_failed(diagnostic) for diagnostic in checked.diagnostics)
    head = f'<testsuites name="claimdiff check" tests="{tests}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(checked: Checked, name: str, found: list[Diagnostic]) -> str:
    failures = sum(_failed(diagnostic) for diagnostic in found)
    numbers = f'tests="{max(1, len(found))}" failures="{failures}" errors="0" skipped="0"'
    cases = [line for diagnostic in found for line in _case(checked, diagnostic)]
    cases = cases or [f'    <testcase classname={_attribute(name)} name="nothing found"/>']
    return "\n".join([f"  <testsuite name={_attribute(name)} {numbers}>", *cases, "  </testsuite>"])


def _case(checked: Checked, d: Diagnostic) -> Iterator[str]:
    path = checked.in_repository(d.path)
    place = f"{path}:{d.line}:{d.column}"
    names = f"classname={_attribute(path)} name={_attribute(f'{d.code} at {d.line}:{d.column}')}"
    yield f"    <testcase {names} file={_attribute(path)} line={_attribute(str(d.line))}>"
    body = _text(f"{safe(place)}: {d.severity.value}: {safe(d.message)}\n{RULES[d.code].summary}")
    if _failed(d):
        yield f"      <failure type={_attribute(d.code)} message={_attribute(d.message)}>{body}</failure>"
    else:
        yield f"      <system-out>{body}</system-out>"
    yield "    </testcase>"


def _failed(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.NOTE


def _text(text: str) -> str:
    return inert_xml(escape(_legal(text)))


def _attribute(text: str) -> str:
    return inert_xml(quoteattr(_legal(text)))


def _legal(text: str) -> str:
    """Return the text without what XML does not allow in any form."""
    return safe(text, keep="\n").replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
