import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from factories import EVENTS, compare, event

from claimdiff.comparison.model import Report
from claimdiff.report.findings import all_findings
from claimdiff.report.formats import STYLES, RenderOptions
from claimdiff.report.markdown import MARKDOWN_STYLES, render_markdown
from claimdiff.report.markdown_words import LEGEND, escape
from claimdiff.report.view import Kind
from report.build import report
from report.payloads import PAYLOADS


def markdown(found: Report, style: str, only: frozenset[Kind] = frozenset(Kind)) -> str:
    return render_markdown(found, RenderOptions(title="A call", style=style, only=only))


def test_styles__table_and_names__are_the_same() -> None:
    assert tuple(MARKDOWN_STYLES) == STYLES


def test_render_markdown__story__sentences_with_whose_words_and_where_they_stand() -> None:
    assert markdown(report(), "story") == (
        "# North and South: A call\n"
        "\n"
        f"{LEGEND}\n"
        "\n"
        "## Where they contradict each other\n"
        "\n"
        "1. North and South contradict each other on scope, time and framing: North has “power plants”, South ‹All "
        "strikes›; only North has ‹30 days›. North, in its own words (Daily odd): “we stop”.[^s1] North, as reported by "
        "Daily paper: “strikes on power plants stop”.[^s2] South, as reported by Daily wire: “all strikes”.[^s3] "
        f"({all_findings(report())[0].id})\n"
        "\n"
        "## What South says and North does not\n"
        "\n"
        f"1. South, in our wording: Trains run. ({all_findings(report())[1].id})\n"
        "\n"
        "## What South says and was not found in North (nobody has checked)\n"
        "\n"
        f"1. South, as reported: “about Iran”. ({all_findings(report())[2].id})\n"
        "\n"
        "The text we have of South is an excerpt: nothing follows from its silence.\n"
        "\n"
        "[^s1]: Daily odd, What odd saw, published 2025-03-18, retrieved 2025-03-18, archived as seeds/odd.txt\n"
        "[^s2]: Daily paper, What paper saw, published 2025-03-18, retrieved 2025-03-18, archived as seeds/paper.txt; "
        "page: <https://news.example/a?b=c&d>; archived copy: <https://archive.example/1>\n"
        "[^s3]: Daily wire, What wire saw, published 2025-03-18, retrieved 2025-03-18, archived as seeds/wire.txt\n"
    )


def test_render_markdown__story_of_nothing__says_so() -> None:
    found = report()
    empty = replace(found, comparisons=(replace(found.comparisons[0], links=(), omissions=()),))
    assert "No contradiction and no omission is known.\n" in markdown(empty, "story")


def test_render_markdown__story_of_two_quotes_of_one_source__one_sentence_one_footnote() -> None:
    found = report()
    north, south = found.accounts
    first = north.assertions[0]
    twice = replace(first, quotes=(first.quotes[0], replace(first.quotes[0], quote="for a month")))
    text = markdown(
        replace(found, accounts=(replace(north, assertions=(twice, *north.assertions[1:])), south)), "story"
    )
    assert "North, as reported by Daily paper: “strikes on power plants stop” and “for a month”.[^s1] South" in text


def test_render_markdown__plain__has_no_table_and_no_html() -> None:
    text = markdown(report(), "plain")
    assert not re.search(r"<(?!https://)|^\|", text, re.MULTILINE)
    assert "1. ≠ contradict (scope, time, framing), f-" in text
    assert "    - Difference: scope: “power plants” against ‹All strikes›; time: ‹30 days› against (nothing); " in text
    assert "\n- stale decision (link), its texts have changed: wheat\n" in text


def test_render_markdown__github__every_kind_in_its_place() -> None:
    text = markdown(report(), "github")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# North against South: A call",
        "## Statements that both have",
        "## Only in South",
        "## Not in the text we have of South",
        "## To review",
    ]
    assert "| 1 | 0 | 1 | 0 | 2 | 3 |" in text


def test_render_markdown__story_of_words_on_the_right_only__says_whose() -> None:
    found = report()
    link = found.comparisons[0].links[0]
    turned = replace(link.differences[1], left=None, right=link.differences[0].right)
    bare = replace(link, differences=(turned,), judged=False)
    text = markdown(replace(found, comparisons=(replace(found.comparisons[0], links=(bare,)),)), "story")
    assert "on time: only South has ‹All strikes›." in text
    assert "No rule could judge this pair; read both." in text


@pytest.mark.parametrize("style", STYLES)
def test_render_markdown__findings__are_those_of_the_report(style: str) -> None:
    ids = re.findall(r"f-[0-9a-f]{8}", markdown(report(), style))
    known = [row.id for row in all_findings(report())]
    assert sorted(ids) == sorted(known if style != "story" else known[:3])


@pytest.mark.parametrize("style", STYLES)
def test_render_markdown__footnotes__each_is_named_and_defined(style: str) -> None:
    text = markdown(report(), style)
    assert set(re.findall(r"\[\^s\d+\](?!:)", text)) == set(re.findall(r"^\[\^s\d+\](?=:)", text, re.MULTILINE))


def test_render_markdown__only_conflicts__nothing_else() -> None:
    text = markdown(report(), "github", frozenset({Kind.CONFLICT}))
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Statements that both have"]
    assert "stale" not in markdown(report(), "plain", frozenset({Kind.CONFLICT}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a b"),
        ("| x |", r"\| x \|"),
        ("# h", r"\# h"),
        ("- x", r"\- x"),
        ("12. x", r"12\. x"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](b) *c* _d_ `e` @f {g}", r"\[a\](b) \*c\* \_d\_ \`e\` \@f \{g\}"),
        (": x", r"\: x"),
    ],
)
def test_escape__markup__is_plain_text(text: str, expected: str) -> None:
    assert escape(text) == expected


def pandoc(text: str, *options: str, target: Path | None = None) -> str:
    output = ["-o", str(target)] if target else []
    run = subprocess.run(["pandoc", *options, *output], input=text.encode(), capture_output=True, check=True)
    return run.stdout.decode()


needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


@needs_pandoc
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["trump-putin-2025-03-18", EVENTS[0]])
def test_pandoc__docx__has_every_word(name: str, style: str, tmp_path: Path) -> None:
    of = event(name)
    source = render_markdown(compare(*of.accounts, decisions=of.decisions), RenderOptions(title=of.title, style=style))
    target = tmp_path / "report.docx"
    pandoc(source, "-f", "gfm", "-t", "docx", target=target)
    words = pandoc("", "-f", "docx", "-t", "plain", "--wrap=none", "--columns=100000", str(target))
    shown = " ".join(re.findall(r"\w+", words))
    missing = []
    for account in of.accounts:
        for assertion in account.assertions:
            for text in (assertion.text, *(quote.quote for quote in assertion.quotes)):
                if escape(text) in source and " ".join(re.findall(r"\w+", text)) not in shown:
                    missing.append(text)
    assert missing == []
    for row in re.findall(r"f-[0-9a-f]{8}", source):
        assert row[2:] in shown


@needs_pandoc
@pytest.mark.parametrize("style", STYLES)
def test_pandoc__payloads__make_no_markup_of_their_own(style: str) -> None:
    tags = r"<(?!br\b)([a-z0-9]+)"
    html = pandoc(markdown(report("".join(p + " " for p in PAYLOADS)), style), "-f", "gfm", "-t", "html")
    harmless = pandoc(markdown(report("plain"), style), "-f", "gfm", "-t", "html")
    kinds = {"script", "img", "svg", "iframe", "style", "form", "b", "base", "meta", "code", "strike", "h3", "h4"}
    assert set(re.findall(tags, html)) - {"a"} == set(re.findall(tags, harmless)) - {"a"}
    assert not kinds & set(re.findall(tags, html))
    assert "evil.example" not in "".join(re.findall(r'(?:src|action)="[^"]*"', html))
