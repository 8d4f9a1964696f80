"""The pages of a site, opened from a folder in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from factories import compare, event

from browser.conftest import Browser
from claimdiff.report.site import event_pages, index_line, index_page

pytestmark = pytest.mark.browser
NAME = "trump-putin-2025-03-18"
PAGES = [
    "index.html",
    f"events/{NAME}/index.html",
    f"events/{NAME}/pairs/kremlin--whitehouse.html",
    f"events/{NAME}/accounts/kremlin.html",
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("site")
    of = event(NAME)
    found = compare(*of.accounts, decisions=of.decisions)
    pages = {"index.html": index_page([index_line(of, found)]), **dict(event_pages(of, found, {}))}
    for path, text in pages.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, "utf-8")
    return home


@pytest.mark.parametrize("width", [320, 800, 1600])
@pytest.mark.parametrize("path", PAGES)
def test_site__page__no_request_no_error_and_nothing_sticks_out(
    browser: Browser, folder: Path, path: str, width: int
) -> None:
    browser.open(folder / path, width=width)
    assert browser.requests() == [(folder / path).as_uri()]
    assert browser.errors() == []
    assert browser.js("return document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", [PAGES[0], PAGES[1], PAGES[3]])
def test_site__axe__no_violation(
    browser: Browser, folder: Path, axe: Callable[[Browser], list[str]], path: str, dark: bool
) -> None:
    browser.media(dark=dark)
    browser.open(folder / path, width=800)
    browser.js("for (const d of document.querySelectorAll('details')) d.open = true")
    assert axe(browser) == []


def test_site__from_the_index_to_a_row__by_links_alone(browser: Browser, folder: Path) -> None:
    browser.open(folder / "index.html")
    for link in (".cd-list a", ".cd-matrix td a"):
        browser.js("document.querySelector(arguments[0]).click()", link)
    target = browser.js("return [location.pathname.split('/').pop(), document.querySelector(':target').className]")
    assert target[0] == "kremlin--trump.html"
    assert "cd-row-conflict" in target[1]
