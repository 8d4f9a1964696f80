"""The page in a real browser: filters, search, keyboard, widths, print, no request, scripts off, markup in the data."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from factories import compare, event
from report.build import report
from report.payloads import PAYLOADS
from report.revisions import STEPS

from browser.conftest import Browser
from claimdiff.report.formats import RenderOptions
from claimdiff.report.html import render_html
from claimdiff.report.revised import REVISION_FORMATS
from claimdiff.vocabulary import Role

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a page with a row of every kind, that of an event with two parties, and one with several."""
    folder = tmp_path_factory.mktemp("pages")
    of = event("trump-putin-2025-03-18")
    two = compare(of.account("kremlin"), of.account("whitehouse"), decisions=of.decisions)
    many = compare(*(a for a in of.accounts if a.role is Role.PRINCIPAL), decisions=of.decisions)
    options = RenderOptions(title=of.title, summary=of.summary)
    long = report()
    north, south = long.accounts
    more = tuple(replace(north.assertions[0], id=f"more-{n}") for n in range(200))
    long = replace(long, accounts=(replace(north, assertions=north.assertions + more), south))
    texts = {
        "revised": REVISION_FORMATS["html"](STEPS, options),
        "long": render_html(long, options),
        "all-kinds": render_html(report(), RenderOptions(title="A call")),
        "two": render_html(two, options),
        "many": render_html(many, options),
        "payloads": render_html(report("".join(PAYLOADS)), RenderOptions(title="".join(PAYLOADS))),
        "fragment": render_html(two, RenderOptions(title=of.title, fragment=True)),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in texts}


NAMES = ["all-kinds", "two", "many", "payloads", "fragment", "revised", "long"]


@pytest.mark.parametrize("name", NAMES)
def test_page__opened__asks_for_nothing_else_and_says_nothing_on_the_console(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    browser.open(pages[name])
    assert browser.requests() == [pages[name].as_uri()]
    assert browser.errors() == []


@pytest.mark.parametrize("width", [320, 800, 1600])
@pytest.mark.parametrize("name", NAMES)
def test_page__width__nothing_sticks_out(browser: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    browser.open(pages[name], width=width)
    assert browser.js("return document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1600])
@pytest.mark.parametrize("name", ["all-kinds", "two", "many", "revised"])
def test_page__axe__no_violation(
    browser: Browser, pages: dict[str, Path], axe: Callable[[Browser], list[str]], name: str, width: int, dark: bool
) -> None:
    browser.media(dark=dark)
    browser.open(pages[name], width=width)
    browser.js("for (const d of document.querySelectorAll('details')) d.open = true")
    assert axe(browser) == []


def test_page__dark__has_another_paper(browser: Browser, pages: dict[str, Path]) -> None:
    colours = []
    for dark in (False, True):
        browser.media(dark=dark)
        browser.open(pages["two"])
        colours.append(browser.js("return getComputedStyle(document.querySelector('.cd')).backgroundColor"))
    assert colours == ["rgb(255, 255, 255)", "rgb(22, 24, 27)"]


def test_page__scripts_off__everything_can_be_read(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["two"])
    rows = browser.shown(".cd-row")
    browser.run("Emulation.setScriptExecutionDisabled", value=True)
    browser.driver.get(pages["two"].as_uri())
    assert browser.shown(".cd-row") == rows
    assert browser.shown(".cd-filters") == []


def test_page__payloads__run_nothing_and_leave_the_elements_of_a_harmless_text(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["payloads"])
    assert browser.js("return window.pwned") is None
    outline = (
        "return Array.from(new DOMParser().parseFromString(arguments[0], 'text/html').querySelectorAll('*'),"
        "(e) => [e.tagName, ...e.getAttributeNames()].join(' ')).join('\\n')"
    )
    harmless = browser.js(outline, render_html(report("plain"), RenderOptions(title="plain")))
    assert "SCRIPT" in harmless
    for payload in PAYLOADS:
        html = render_html(report(payload), RenderOptions(title=payload, summary=None))
        assert browser.js(outline, html) == harmless, payload


def status(browser: Browser) -> str:
    return browser.shown(".cd-status")[0]


def rows(browser: Browser) -> list[str]:
    """Return what the rows shown are."""
    return [text.split("\n")[0] for text in browser.shown(".cd-pair .cd-row .cd-sign")]


ALL = [
    "≠ contradict",
    "◌ only in South",
    "◌ likely only in South",
    "? proposed: contradict",
    "? possible: would differ in detail",
    "? doubtful",
    "? not decided",
    "◌ not in the text we have",
    "◌ not in the text we have",
    "= agree",
]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("for (const b of f.querySelectorAll('[name=kind]')) b.checked = b.value === 'conflict'", ALL[:1]),
        ("f.querySelector('[value=review]').checked = false", [*ALL[:3], *ALL[7:]]),
        ("f.facet.value = 'framing'", [ALL[0], ALL[4]]),
        ("f.topic.value = Array.from(f.topic.options).find((o) => o.text === 'sport').value", [ALL[7]]),
        ("f.party.value = '1'", [*ALL[:6], ALL[9]]),
        ("f.querySelector('[type=search]').value = 'POWER  plants'", ALL[:1]),
        ("f.querySelector('[type=search]').value = 'nothing of this'", []),
    ],
    ids=["kind", "not review", "facet", "topic", "party", "search", "no match"],
)
def test_filters__one_set__shows_those_rows_and_says_how_many(
    browser: Browser, pages: dict[str, Path], action: str, expected: list[str]
) -> None:
    browser.open(pages["all-kinds"])
    assert rows(browser) == ALL
    browser.js(
        f"const f = document.querySelector('.cd-filters form'); {action};"
        "f.querySelector('select').dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert rows(browser) == expected
    assert status(browser) == f"{len(expected)} of 10 rows are shown."
    assert browser.shown(".cd-none") == ([] if expected else ["No statement fits the filters."])
    browser.find(".cd-filters [type=reset]").click()
    browser.driver.execute_async_script("setTimeout(arguments[0], 50)")
    assert rows(browser) == ALL
    assert status(browser) == "All 10 rows are shown."


def test_search__typed__filters_as_one_types_and_escape_clears(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["all-kinds"])
    browser.find("#cd-search").send_keys("hockey")
    browser.driver.execute_async_script("setTimeout(arguments[0], 120)")
    assert rows(browser) == ["◌ not in the text we have"]
    browser.press(Keys.ESCAPE)
    assert rows(browser) == ALL


def test_keyboard__tab__reaches_every_control_in_order_and_space_filters(
    browser: Browser, pages: dict[str, Path]
) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["all-kinds"])
    total = len(browser.js("return Array.from(document.querySelectorAll('a, input, select, button, summary'), String)"))
    seen = []
    for _ in range(total):
        browser.press(Keys.TAB)
        seen.append(
            browser.js(
                "const e = document.activeElement, s = getComputedStyle(e);"
                "return [e.tagName, e.value || e.textContent.trim(), s.outlineStyle]"
            )
        )
    names = [text for _, text, _ in seen]
    assert names[0] == "Skip to the content"
    assert len(seen) == total == len([tag for tag, _, _ in seen if tag != "BODY"])
    assert [name for _, name, outline in seen if outline == "none"] == []
    browser.find("[name=kind][value=agree]").send_keys(Keys.SPACE)
    assert "= agree" not in rows(browser)


def test_link__to_a_row_that_a_filter_hides__shows_it(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["all-kinds"])
    browser.js("document.querySelector('[name=kind][value=agree]').click()")
    target = browser.js("return document.querySelector('.cd-row-agree').id")
    assert "= agree" not in rows(browser)
    browser.js("location.hash = arguments[0]", target)
    browser.driver.execute_async_script("setTimeout(arguments[0], 150)")
    assert rows(browser) == ALL


def test_matrix__cell__leads_to_the_row_of_the_pair(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["many"])
    leads = browser.js(
        "return Array.from(document.querySelectorAll('.cd-matrix td'), (td) => Array.from(td.querySelectorAll('a'),"
        "(a) => document.getElementById(a.hash.slice(1)).className))"
    )
    assert leads
    assert all(cell and all("cd-row" in row for row in cell) for cell in leads)
    assert "not mentioned" in " ".join(browser.shown(".cd-matrix .cd-is-omission"))


def test_print__page__heads_repeat_rows_stay_whole_and_addresses_show(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["two"])
    browser.media(kind="print")
    style = "return getComputedStyle(document.querySelector(arguments[0]), arguments[1])[arguments[2]]"
    assert browser.js(style, ".cd-pair thead", None, "display") == "table-header-group"
    assert browser.js(style, ".cd-row", None, "breakInside") == "avoid"
    assert browser.js(style, ".cd-address", "::after", "content").startswith('" <" "https://') or (
        "https://" in browser.js(style, ".cd-address", "::after", "content")
    )
    assert browser.shown(".cd-filters") == []
    browser.media()
    assert browser.pdf().startswith(b"%PDF")


def test_print__picture__its_lines_are_lower_and_a_long_one_has_no_ribbons(
    browser: Browser, pages: dict[str, Path]
) -> None:
    seen = []
    for name in ("two", "long"):
        browser.open(pages[name])
        browser.media(kind="print")
        seen.append(
            browser.js(
                "const e = document.querySelector('.cd-ribbons'), lines = document.querySelectorAll('.cd-lane-left li');"
                "return [e.checkVisibility(), e.getBoundingClientRect().height, 16 * lines.length]"
            )
        )
        browser.media()
    assert [shown for shown, _, _ in seen] == [True, False]
    assert seen[0][1] == pytest.approx(seen[0][2], abs=1)


def test_picture__two_parties__every_assertion_has_its_line_and_state(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["two"])
    lines = browser.js("return Array.from(document.querySelectorAll('.cd-lanes li'), (li) => li.textContent.trim())")
    of = event("trump-putin-2025-03-18")
    assert len(lines) == len(of.account("kremlin").assertions) + len(of.account("whitehouse").assertions)
    assert [line for line in lines if re.search(r"contradicts White House, number \d+$", line)]
    assert [line for line in lines if line.endswith("only in Kremlin")]
    heights = browser.js("return Array.from(document.querySelectorAll('.cd-lanes li'), (li) => li.offsetHeight)")
    assert set(heights) == {26}
    ribbons = browser.js("const e = document.querySelector('.cd-ribbons'); return [e.clientHeight, e.ariaLabel]")
    assert ribbons[0] == 26 * len(of.account("kremlin").assertions)
    assert ribbons[1].startswith("Ribbons between both accounts: 2 contradict, ")
