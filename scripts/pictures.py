"""Refresh the pictures in docs/: the terminal output as SVG, and with ``--pages`` screenshots of the HTML page.

Run from the project's folder: python scripts/pictures.py [--pages]. The screenshots need Chromium and chromedriver.
"""

import argparse
import base64
import itertools
import shutil
import sys
import tempfile
from pathlib import Path

import claimdiff
from claimdiff.comparison.options import Options
from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.terminal_picture import terminal_svg

DOCS = Path(__file__).parents[1] / "docs"
EVENT, NAMES = "trump-putin-2025-03-18", ("kremlin", "whitehouse")
WIDTH = 100
SHOTS = {
    "page.png": (1280, 900, False, ""),
    "page-dark.png": (1280, 900, True, ""),
    "page-phone.png": (360, 780, False, ""),
    "page-order.png": (1280, 860, False, "picture"),
}
"""File -> width, height, dark, and the id to scroll to."""


def terminal() -> str:
    """Return the first screen of the comparison as SVG: all above the details."""
    event = claimdiff.load_event(EVENT)
    report = claimdiff.compare(event, NAMES, options=Options(scores=False))
    text = FORMATS["text"].render(report, RenderOptions(title=event.title, width=WIDTH, colour=True))
    first = itertools.takewhile(lambda line: "Contradictions (" not in line, text.splitlines())
    return terminal_svg("\n".join(first).rstrip(), title=f"claimdiff compare {' '.join(NAMES)}", width=WIDTH)


def pages() -> None:
    """Take the screenshots."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    event = claimdiff.load_event(EVENT)
    report = claimdiff.compare(event, NAMES, options=Options(scores=False))
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for option in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-background-networking",
    ):
        options.add_argument(option)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        shown = RenderOptions(title=event.title, summary=event.summary)
        page.write_text(FORMATS["html"].render(report, shown), "utf-8")
        for name, (width, height, dark, anchor) in SHOTS.items():
            metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
            driver.get(page.as_uri())
            scroll = "if (arguments[0]) document.getElementById(arguments[0]).scrollIntoView({behavior: 'instant'})"
            driver.execute_script(scroll, anchor)
            shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
            (DOCS / name).write_bytes(base64.b64decode(shot["data"]))
    driver.quit()


def main() -> int:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", action="store_true", help="also take screenshots of the page")
    asked = parser.parse_args()
    (DOCS / "compare.svg").write_text(terminal(), "utf-8")
    if asked.pages:
        pages()
    return 0


if __name__ == "__main__":
    sys.exit(main())
