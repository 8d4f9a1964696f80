"""Every rule on a case that fails and one that passes."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from check.build import account, brief, project, run, tools
from claimdiff.check.pages import rules_page
from claimdiff.check.run import Choice, Target, check, usual_codes
from claimdiff.check.table import RULES

SKY = "  sky: {publisher: Sky News, file: seeds/report.txt, url: 'https://news.example/a'}\n"
DIGEST = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    code: str
    name: str
    files: dict[str, str]
    found: list[str]


def quoted(quote: str, more: str = "") -> dict[str, str]:
    return one(
        f"  - id: pause\n    text: Putin agreed.\n    quotes:\n      - source: sky\n        quote: {quote}\n{more}"
    )


def one(assertions: str, sources: str = SKY) -> dict[str, str]:
    return {"kremlin.yaml": account(sources=sources, assertions=assertions)}


def source(fields: str) -> dict[str, str]:
    return one("  - {id: pause, text: Putin agreed., source: sky}\n", f"  sky: {{publisher: Sky News{fields}}}\n")


def text(words: str) -> dict[str, str]:
    return one(f"  - id: pause\n    text: {words}\n", "")


PAIR = {
    "kremlin.yaml": account(
        assertions="  - {id: pause, text: Putin agreed to a pause in strikes on energy infrastructure.}\n"
        "  - {id: hockey, text: Trump backed ice hockey matches.}\n"
    ),
    "whitehouse.yaml": account(
        "whitehouse",
        assertions="  - {id: truce, text: The leaders agreed to an energy and infrastructure ceasefire.}\n",
    ),
}
LINK = "  - {kremlin: [pause], whitehouse: [truce], verdict: conflict, facets: [scope]}\n"
OMIT = "omitted:\n  - kremlin: [hockey]\n"


def links(text: str, files: dict[str, str] | None = None) -> dict[str, str]:
    return {**(files or PAIR), "links/kremlin--whitehouse.yaml": f"accounts: [kremlin, whitehouse]\n{text}"}


def decided(entries: str) -> dict[str, str]:
    return links(f"links:\n{entries}{OMIT}")


def expecting(text: str) -> dict[str, str]:
    return {**decided(LINK), "event.yaml": f"expect:\n  - {text}\n"}


EXCERPT = {**PAIR, "whitehouse.yaml": PAIR["whitehouse.yaml"].replace("coverage: full", "coverage: excerpt")}
L = "links/kremlin--whitehouse.yaml"
GOOD = '"Vladimir Putin has agreed to an immediate 30-day pause"'
MORE = "        {}: {}\n"


def two(first: str, second: str) -> dict[str, str]:
    return one(f"  - {{id: a1, text: '{first}'}}\n  - {{id: a2, text: '{second}'}}\n", "")


CASES = [
    Case(
        code="unknown-source",
        name="misspelt",
        files=one("  - {id: pause, text: Putin agreed., source: syk}\n"),
        found=["kremlin.yaml:8:46"],
    ),
    Case(code="unknown-source", name="in-the-list", files=quoted(GOOD.replace("sky", "syk")), found=[]),
    Case(
        code="unknown-source",
        name="no-sources",
        files=one('  - {id: pause, text: Putin agreed., source: sky, quote: "a pause"}\n', ""),
        found=["kremlin.yaml:6:46"],
    ),
    Case(code="missing-file", name="not-there", files=source(", file: seeds/lost.txt"), found=["kremlin.yaml:6:36"]),
    Case(code="missing-file", name="there", files=source(", file: seeds/report.txt"), found=[]),
    Case(
        code="missing-file",
        name="not-utf-8",
        files={**source(", file: seeds/lost.txt"), "seeds/lost.txt": "fine"},
        found=[],
    ),
    Case(
        code="wrong-digest",
        name="other",
        files=source(f", file: seeds/report.txt, sha256: {DIGEST}"),
        found=["kremlin.yaml:6:62"],
    ),
    Case(code="wrong-digest", name="no-file", files=source(f", sha256: {DIGEST}"), found=[]),
    Case(
        code="no-quote",
        name="file-but-no-quote",
        files=source(", file: seeds/report.txt"),
        found=["kremlin.yaml:8:5"],
    ),
    Case(code="no-quote", name="no-file", files=source(""), found=[]),
    Case(
        code="no-file",
        name="quote-but-no-file",
        files=one('  - {id: a, text: Putin agreed., source: sky, quote: "a"}\n', "  sky: {publisher: Sky News}\n"),
        found=["kremlin.yaml:6:3"],
    ),
    Case(
        code="no-file",
        name="digest-alone",
        files=one(
            '  - {id: a, text: Putin agreed., source: sky, quote: "a"}\n', f"  sky: {{title: Sky, sha256: {DIGEST}}}\n"
        ),
        found=[],
    ),
    Case(
        code="quote-without-source",
        name="none",
        files=one('  - {id: a, text: Putin agreed., quote: "a"}\n'),
        found=["kremlin.yaml:8:5"],
    ),
    Case(code="quote-without-source", name="named", files=quoted(GOOD), found=[]),
    Case(code="no-url", name="none", files=source(""), found=["kremlin.yaml:6:3"]),
    Case(code="no-url", name="live", files=source(", url: 'https://a.example/b'"), found=[]),
    Case(code="no-archive", name="live-only", files=source(", url: 'https://a.example/b'"), found=["kremlin.yaml:6:3"]),
    Case(
        code="no-archive",
        name="archived",
        files=source(", url: 'https://a.example/b', archive_url: 'https://c.example/b'"),
        found=[],
    ),
    Case(code="url-scheme", name="script", files=source(", url: 'javascript:alert(1)'"), found=["kremlin.yaml:6:35"]),
    Case(code="url-scheme", name="no-host", files=source(", url: 'https:///b'"), found=["kremlin.yaml:6:35"]),
    Case(code="url-scheme", name="broken", files=source(", url: 'https://[a'"), found=["kremlin.yaml:6:35"]),
    Case(code="url-scheme", name="blank", files=source(", url: 'https://a.example/b c'"), found=["kremlin.yaml:6:35"]),
    Case(code="url-scheme", name="web", files=source(", archive_url: 'http://a.example/b'"), found=[]),
    Case(
        code="retrieved-early",
        name="day-before",
        files=source(", published: 2025-03-18, retrieved: 2025-03-17"),
        found=["kremlin.yaml:6:64"],
    ),
    Case(
        code="retrieved-early",
        name="same-day",
        files=source(", published: 2025-03-18, retrieved: 2025-03-18"),
        found=[],
    ),
    Case(
        code="same-file",
        name="two-names",
        files=one("  - {id: a, text: Putin agreed.}\n", f"{SKY}  again: {{file: seeds/report.txt}}\n"),
        found=["kremlin.yaml:7:3"],
    ),
    Case(
        code="same-file",
        name="two-texts",
        files={
            **one("  - {id: a, text: Putin agreed.}\n", f"{SKY}  other: {{file: seeds/b.txt}}\n  bare: {{title: T}}\n"),
            "seeds/b.txt": "b",
        },
        found=[],
    ),
    Case(
        code="quote-not-found",
        name="other-number",
        files=quoted('"Vladimir Putin has agreed to an immediate 40-day pause"'),
        found=["kremlin.yaml:12:16"],
    ),
    Case(
        code="quote-not-found",
        name="nothing-near",
        files=quoted('"xylophones quietly jump over zebras"'),
        found=["kremlin.yaml:12:16"],
    ),
    Case(code="quote-not-found", name="exact", files=quoted(GOOD), found=[]),
    Case(
        code="quote-typographic", name="apostrophe", files=quoted('"Mr Trump\'s calls"'), found=["kremlin.yaml:12:16"]
    ),
    Case(code="quote-typographic", name="line-wrap", files=quoted('"agreed to begin negotiations"'), found=[]),
    Case(code="quote-elided", name="gap", files=quoted('"Putin has agreed … pause"'), found=["kremlin.yaml:12:16"]),
    Case(code="quote-elided", name="whole", files=quoted(GOOD), found=[]),
    Case(
        code="negation-elided",
        name="not-left-out",
        files=quoted('"Russia would … strike"'),
        found=["kremlin.yaml:12:16"],
    ),
    Case(code="negation-elided", name="other-gap", files=quoted('"Putin has agreed … pause"'), found=[]),
    Case(code="quote-ambiguous", name="twice", files=quoted('"agreed to"'), found=["kremlin.yaml:12:16"]),
    Case(
        code="quote-ambiguous",
        name="prefix",
        files=quoted('"agreed to"', MORE.format("prefix", "Vladimir Putin has")),
        found=[],
    ),
    Case(
        code="quote-context",
        name="other-words-before",
        files=quoted('"agreed to"', MORE.format("prefix", "Donald Trump has")),
        found=["kremlin.yaml:12:16"],
    ),
    Case(
        code="quote-context", name="right", files=quoted('"agreed to"', MORE.format("suffix", "an immediate")), found=[]
    ),
    Case(
        code="lookalike-letters",
        name="cyrillic-o",
        files=text("Trump backed h\u043eckey."),
        found=["kremlin.yaml:7:24"],
    ),
    Case(
        code="lookalike-letters",
        name="nothing-but",
        files=text("Trump spoke of the \u0430\u0441\u0435."),
        found=["kremlin.yaml:7:30"],
    ),
    Case(
        code="lookalike-letters", name="fullwidth", files=text("Trump gave \uff11\uff10."), found=["kremlin.yaml:7:22"]
    ),
    Case(
        code="lookalike-letters", name="accents", files=text("Orbán met Erdoğan in Łódź, and naïve Ångström."), found=[]
    ),
    Case(code="lookalike-letters", name="all-cyrillic", files=text("Путин сказал, что все согласны."), found=[]),
    Case(
        code="bidi-control",
        name="override",
        files=text("Trump backed\u202e hockey."),
        found=["kremlin.yaml:7:23"],
    ),
    Case(
        code="bidi-control", name="as-escape", files=text('"Trump\\u200f backed hockey."'), found=["kremlin.yaml:7:17"]
    ),
    Case(code="bidi-control", name="zero-width", files=text("hoc\u200bkey is it."), found=["kremlin.yaml:7:14"]),
    Case(code="bidi-control", name="soft-hyphen", files=text("hoc\u00adkey is it."), found=[]),
    Case(
        code="same-assertion",
        name="other-marks",
        files=two("Trump backed ice hockey matches in Moscow.", "Trump backed ice-hockey matches in Moscow"),
        found=["kremlin.yaml:7:20"],
    ),
    Case(
        code="same-assertion",
        name="negated",
        files=two("Trump backed ice hockey matches.", "Trump never backed ice hockey matches."),
        found=[],
    ),
    Case(
        code="same-assertion",
        name="exchanged",
        files=two("Russia attacked Ukraine at dawn today.", "Ukraine attacked Russia at dawn today."),
        found=[],
    ),
    Case(
        code="several-propositions",
        name="two-sentences",
        files=text("Putin agreed to a pause. Trump backed hockey."),
        found=["kremlin.yaml:7:34"],
    ),
    Case(
        code="several-propositions",
        name="semicolon",
        files=text("Putin agreed to a pause; Trump backed hockey."),
        found=["kremlin.yaml:7:34"],
    ),
    Case(
        code="several-propositions",
        name="initials",
        files=text("It began at 8 a.m. Eastern in the U.S. Congress."),
        found=[],
    ),
    Case(code="several-propositions", name="title", files=text("Mr. Trump met Gen. Smith."), found=[]),
    Case(code="pronoun-opening", name="he", files=text("He agreed to a pause."), found=["kremlin.yaml:7:11"]),
    Case(code="pronoun-opening", name="this", files=text("This shows goodwill."), found=["kremlin.yaml:7:11"]),
    Case(code="pronoun-opening", name="expletive", files=text("It was agreed to begin talks."), found=[]),
    Case(code="pronoun-opening", name="this-year", files=text("This year Russia fired 300 missiles."), found=[]),
    Case(code="long-text", name="61-words", files=text("word " * 61), found=["kremlin.yaml:7:11"]),
    Case(code="long-text", name="60-words", files=text("word " * 60), found=[]),
    Case(
        code="attributed-elsewhere",
        name="stranger",
        files=one("  - {id: a, text: Putin agreed., attributed_to: Macron}\n", ""),
        found=["kremlin.yaml:6:49"],
    ),
    Case(
        code="attributed-elsewhere",
        name="named",
        files=one("  - {id: a, text: Putin agreed., attributed_to: Vladimir Putin}\n", ""),
        found=[],
    ),
    Case(
        code="attributed-elsewhere",
        name="publisher-who-tells-it",
        files=one(
            "  - {id: a, text: Putin agreed., attributed_to: Sky News}\n"
            "  - {id: b, text: Putin left., attributed_to: the reporter}\n",
            "sources:\n  sky: {publisher: Sky News}\n",
        ),
        found=[],
    ),
    Case(
        code="no-source",
        name="some-without",
        files=one(
            "  - {id: a, text: Putin agreed.}\n  - {id: b, text: He left., source: sky}\n", f"{SKY}  b: {{title: B}}\n"
        ),
        found=["kremlin.yaml:8:1"],
    ),
    Case(code="no-source", name="one-source", files=one("  - {id: a, text: Putin agreed.}\n"), found=[]),
    Case(
        code="unknown-assertion",
        name="misspelt",
        files=links("omitted:\n  - kremlin: [hokey]\n"),
        found=[f"{L}:3:15"],
    ),
    Case(
        code="unknown-assertion",
        name="everywhere",
        files=links(
            "links:\n  - {kremlin: [a], whitehouse: [b], verdict: agree}\n"
            "apart:\n  - {kremlin: [c], whitehouse: [d]}\ndoubtful:\n  - {kremlin: [e], whitehouse: [f]}\n"
            "omitted:\n  - whitehouse: [g]\n"
        ),
        found=[f"{L}:{place}" for place in ("3:16", "3:33", "5:16", "5:33", "7:16", "7:33", "9:18")],
    ),
    Case(code="unknown-assertion", name="all-there", files=decided(LINK), found=[]),
    Case(
        code="link-within-account",
        name="of-the-other",
        files=decided("  - {kremlin: [pause], whitehouse: [hockey], verdict: agree}\n"),
        found=[f"{L}:3:37"],
    ),
    Case(code="link-within-account", name="right", files=decided(LINK), found=[]),
    Case(code="linked-twice", name="twice", files=decided(LINK + LINK), found=[f"{L}:4:5"]),
    Case(code="linked-twice", name="once", files=decided(LINK), found=[]),
    Case(
        code="linked-and-apart",
        name="both",
        files=links(f"links:\n{LINK}apart:\n  - {{kremlin: [pause], whitehouse: [truce]}}\n"),
        found=[f"{L}:5:5"],
    ),
    Case(
        code="linked-and-apart",
        name="another",
        files=links(f"links:\n{LINK}apart:\n  - {{kremlin: [hockey], whitehouse: [truce]}}\n"),
        found=[],
    ),
    Case(
        code="verdict-facets",
        name="agree-and-differ",
        files=decided(LINK.replace("conflict", "agree")),
        found=[f"{L}:3:54"],
    ),
    Case(
        code="verdict-facets",
        name="graver-difference",
        files=decided(
            "  - {kremlin: [pause], whitehouse: [truce], verdict: partial, "
            "differences: [{facet: scope, kremlin: energy, verdict: conflict}]}\n"
        ),
        found=[f"{L}:3:54"],
    ),
    Case(
        code="verdict-facets",
        name="no-grave-difference",
        files=decided(
            "  - {kremlin: [pause], whitehouse: [truce], verdict: conflict, "
            "differences: [{facet: scope, kremlin: energy, verdict: partial}]}\n"
        ),
        found=[f"{L}:3:54"],
    ),
    Case(
        code="verdict-facets",
        name="facet-beside",
        files=decided(
            "  - {kremlin: [pause], whitehouse: [truce], verdict: conflict, facets: [actor], "
            "differences: [{facet: scope, kremlin: energy, verdict: partial}]}\n"
        ),
        found=[],
    ),
    Case(code="no-facet", name="none", files=decided(LINK.replace(", facets: [scope]", "")), found=[f"{L}:3:54"]),
    Case(code="no-facet", name="one", files=decided(LINK), found=[]),
    Case(
        code="difference-words",
        name="nowhere",
        files=decided(
            "  - {kremlin: [pause], whitehouse: [truce], verdict: conflict, "
            "differences: [{facet: scope, kremlin: power plants, whitehouse: energy and infrastructure}]}\n"
        ),
        found=[f"{L}:3:102"],
    ),
    Case(
        code="difference-words",
        name="cut-word",
        files=decided(
            "  - {kremlin: [pause], whitehouse: [truce], verdict: conflict, differences: [{facet: scope, kremlin: infra}]}\n"
        ),
        found=[f"{L}:3:102"],
    ),
    Case(
        code="linked-and-omitted",
        name="both",
        files=decided(LINK.replace("[pause]", "[pause, hockey]")),
        found=[f"{L}:5:15"],
    ),
    Case(code="linked-and-omitted", name="other", files=decided(LINK), found=[]),
    Case(
        code="omitted-from-excerpt", name="excerpt", files=links(f"links:\n{LINK}{OMIT}", EXCERPT), found=[f"{L}:5:5"]
    ),
    Case(code="omitted-from-excerpt", name="full", files=decided(LINK), found=[]),
    Case(
        code="stale-decision",
        name="all-kinds",
        files=links(
            f"links:\n{LINK.replace(']}', '], seal: 00000000}')}"
            "apart:\n  - {kremlin: [hockey], whitehouse: [truce], seal: 00000000}\n"
            "doubtful:\n  - {kremlin: [hockey], whitehouse: [truce], seal: 00000000}\n"
            "omitted:\n  - {kremlin: [hockey], seal: 00000000}\n"
        ),
        found=[f"{L}:{place}" for place in ("3:87", "5:52", "7:52", "9:31")],
    ),
    Case(code="stale-decision", name="no-seal", files=decided(LINK), found=[]),
    Case(
        code="unconfirmed-proposal",
        name="model",
        files=decided(LINK.replace("]}", "], by: 'model:example'}")),
        found=[f"{L}:3:85"],
    ),
    Case(code="unconfirmed-proposal", name="person", files=decided(LINK.replace("]}", "], by: Ana}")), found=[]),
    Case(
        code="unknown-expectation",
        name="assertion",
        files=expecting("only: {kremlin: hokey}"),
        found=["event.yaml:2:21"],
    ),
    Case(
        code="unknown-expectation", name="account", files=expecting("only: {moscow: hockey}"), found=["event.yaml:2:12"]
    ),
    Case(
        code="unknown-expectation",
        name="counts",
        files=expecting("counts: {kremlin/london: {quarrel: 1}}"),
        found=["event.yaml:2:14", "event.yaml:2:31"],
    ),
    Case(
        code="broken-expectation",
        name="verdict",
        files=expecting("agree: {kremlin: pause, whitehouse: truce}"),
        found=["event.yaml:2:5"],
    ),
    Case(
        code="broken-expectation",
        name="only-but-linked",
        files=expecting("only: {kremlin: pause}"),
        found=["event.yaml:2:12"],
    ),
    Case(
        code="broken-expectation",
        name="counts",
        files=expecting("counts: {kremlin/whitehouse: {conflict: 2, link: 1}}"),
        found=["event.yaml:2:35"],
    ),
    Case(
        code="broken-expectation",
        name="not-linked",
        files=expecting("link: {kremlin: hockey, whitehouse: truce}"),
        found=["event.yaml:2:5"],
    ),
    Case(
        code="broken-expectation",
        name="unknown-is-told-once",
        files=expecting("only: {kremlin: hokey}"),
        found=[],
    ),
    *(
        Case(
            code=code,
            name=f"account-with-faults-{n}",
            files={**expecting(expected), "whitehouse.yaml": faulty},
            found=[],
        )
        for n, (expected, faulty) in enumerate(
            (expected, faulty)
            for expected in (
                "only: {kremlin: hockey}",
                "agree: {kremlin: pause, whitehouse: truce}",
                "counts: {kremlin/whitehouse: {conflict: 9}}",
            )
            for faulty in ("account: [", "account: whitehouse\n")
        )
        for code in ("unknown-expectation", "broken-expectation")
    ),
    Case(
        code="same-assertion",
        name="short-and-another-mark",
        files=one("  - {id: a, text: Ports were discussed.}\n  - {id: b, text: Ports were discussed!}\n", ""),
        found=["kremlin.yaml:7:19"],
    ),
    Case(
        code="broken-expectation",
        name="nothing-complete",
        files={**links(f"links:\n{LINK}", EXCERPT), "event.yaml": "expect:\n  - only: {kremlin: hockey}\n"},
        found=["event.yaml:2:12"],
    ),
    *(
        Case(code="broken-expectation", name=f"holds-{n}", files=expecting(kept), found=[])
        for n, kept in enumerate(
            (
                "only: {kremlin: hockey}",
                "conflict: {kremlin: pause, whitehouse: truce}",
                "link: {whitehouse: truce, kremlin: pause}",
                "counts: {whitehouse/kremlin: {conflict: 1, omission: 1}}",
            )
        )
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name}")
def test_rule__case__found_where_it_is(tmp_path: Path, case: Case) -> None:
    checked = run(tmp_path, case.files, case.code)
    assert brief(checked.diagnostics) == [f"{place} {case.code}" for place in case.found]


def test_quote_elided__several_gaps__each_with_its_place(tmp_path: Path) -> None:
    (found,) = run(tmp_path, quoted('"Putin … agreed … pause"'), "quote-elided").diagnostics
    assert found.message == (
        'elided: leaves out "has" at seeds/report.txt:1:15 and "to an immediate 30-day" at seeds/report.txt:1:26'
    )


def test_one_origin__two_accounts_one_text__one_note(tmp_path: Path) -> None:
    files = {f"{name}.yaml": account(name, sources=SKY, assertions=f'  - {{id: a, text: A., source: sky, quote: {GOOD}}}\n')
             for name in ("kremlin", "whitehouse")}  # fmt: skip
    assert brief(run(tmp_path, files, "one-origin").diagnostics) == ["kremlin.yaml:6:3 one-origin"]


def test_one_origin__two_accounts_one_address__one_note(tmp_path: Path) -> None:
    files = {
        f"{name}.yaml": account(
            name,
            sources=f"  {key}: {{publisher: Sky News, url: 'https://news.example/a'}}\n",
            assertions=f"  - {{id: a, text: A., source: {key}, quote: pause}}\n",
        )
        for name, key in (("kremlin", "sky"), ("whitehouse", "news"))
    }
    (found,) = run(tmp_path, files, "one-origin").diagnostics
    assert (brief((found,)), '"https://news.example/a"' in found.message) == (["kremlin.yaml:6:3 one-origin"], True)


def test_undecided_again__assertion_added_to_reviewed_pair__named(tmp_path: Path) -> None:
    more = "".join(f"  - {{id: b{n}, text: Point {n} was raised.}}\n" for n in range(4))
    files = {**PAIR, "kremlin.yaml": PAIR["kremlin.yaml"] + more}
    checked = run(
        tmp_path, links(f"links:\n{LINK}omitted:\n  - kremlin: [hockey, b0, b1, b2]\n", files), "undecided-again"
    )
    assert [d.message for d in checked.diagnostics] == [
        "reviewed, but undecided again: kremlin: b3; decide with claimdiff review"
    ]


def test_undecided_again__mostly_undecided__nothing(tmp_path: Path) -> None:
    assert run(tmp_path, links("omitted:\n  - kremlin: [hockey]\n"), "undecided-again").diagnostics == ()


def test_undecided_again__full_side_against_excerpt__nothing(tmp_path: Path) -> None:
    assert run(tmp_path, links(f"links:\n{LINK}", EXCERPT), "undecided-again").diagnostics == ()


def test_table__every_rule__has_page_and_code() -> None:
    for code, rule in RULES.items():
        assert rule.code == code
        assert len(rule.page.split("\n\n")) >= 3, code
        assert "Fails" in rule.page or "Noted" in rule.page, code


def test_cases__every_rule_with_a_function__has_one_that_fails() -> None:
    elsewhere = {"one-origin", "undecided-again", "text-beyond-quote", "quotes-contradict"}
    covered = {case.code for case in CASES if case.found} | elsewhere
    assert {code for code, rule in RULES.items() if rule.find and not rule.asked} <= covered


def test_rules_page__document__is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == rules_page(), "run: claimdiff check --write-rules docs/rules.md"


SAME = "Trump backed ice hockey matches between Russian and American players in Moscow."
DRIFTING = {
    "kremlin.yaml": account(
        assertions=f"  - {{id: hockey, text: {SAME}}}\n  - {{id: prisoners, text: Russia will free 175 prisoners.}}\n"
        + "".join(f"  - {{id: b{n}, text: Point {n} of tariffs on steel was raised.}}\n" for n in range(6))
    ),
    "whitehouse.yaml": account(
        "whitehouse",
        assertions=f"  - {{id: sport, text: {SAME}}}\n  - {{id: prisoners, text: Russia will free 157 prisoners.}}\n"
        + "".join(f"  - {{id: c{n}, text: A vessel {n} left the harbour at dawn.}}\n" for n in range(6)),
    ),
}


@pytest.mark.parametrize(
    ("code", "decided", "places"),
    [
        (
            "drift-link",
            "links:\n  - {kremlin: [hockey], whitehouse: [c3], verdict: partial, facets: [scope]}\n",
            ["3:5"],
        ),
        ("drift-link", "links:\n  - {kremlin: [hockey], whitehouse: [sport], verdict: agree}\n", []),
        ("drift-verdict", "links:\n  - {kremlin: [prisoners], whitehouse: [prisoners], verdict: agree}\n", ["3:62"]),
        ("drift-verdict", "links:\n  - {kremlin: [hockey], whitehouse: [sport], verdict: agree}\n", []),
        ("drift-verdict", "links:\n  - {kremlin: [gone], whitehouse: [sport], verdict: agree}\n", []),
        ("drift-omission", "omitted:\n  - kremlin: [hockey]\n", ["2:1"]),
        ("drift-omission", "omitted:\n  - whitehouse: [c1]\n", []),
        ("drift-apart", "apart:\n  - {kremlin: [hockey], whitehouse: [sport]}\n", ["2:1"]),
        ("drift-apart", "apart:\n  - {kremlin: [hockey], whitehouse: [c1]}\n", []),
    ],
)
def test_drift__decision__told_where_the_matcher_is_sure_of_another(
    tmp_path: Path, code: str, decided: str, places: list[str]
) -> None:
    checked = run(tmp_path, links(decided, DRIFTING), code)
    assert brief(checked.diagnostics) == [f"{L}:{place} {code}" for place in places]


def test_drift__unless_asked__not_run(tmp_path: Path) -> None:
    checked = run(tmp_path, links("omitted:\n  - kremlin: [hockey]\n", DRIFTING))
    assert not any(diagnostic.code.startswith("drift") for diagnostic in checked.diagnostics)


def test_missing_file__not_utf_8_and_too_large__told(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "latin.txt").write_bytes(b"\xe9t\xe9")
    (tmp_path / "seeds" / "large.txt").write_bytes(b"a" * (16 * 1024 * 1024 + 1))
    sources = "  a: {title: A, file: seeds/latin.txt}\n  b: {title: B, file: seeds/large.txt}\n"
    checked = run(tmp_path, {"kremlin.yaml": account(sources=sources)}, "missing-file")
    assert brief(checked.diagnostics) == ["kremlin.yaml:6:23 missing-file", "kremlin.yaml:7:23 missing-file"]


def test_check__event_outside_a_project__sources_are_not_read(tmp_path: Path) -> None:
    project(tmp_path, {"data/call/kremlin.yaml": account(sources=SKY)})
    checked = check([Target(path=tmp_path / "data/call", project=None)], Choice(codes=usual_codes()), tools=tools())
    assert checked.diagnostics == ()
