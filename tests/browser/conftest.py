"""A headless Chromium for the tests of the pages; a test is skipped, with the reason, where there is none."""

import base64
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
AXE = "axe-core@4.10.3"


class Browser:
    """What the tests ask of a browser."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def run(self, command: str, **values: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(command, values)
        return answer

    def js(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def media(self, *, dark: bool = False, kind: str = "") -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.run("Emulation.setEmulatedMedia", media=kind, features=[scheme])

    def size(self, width: int, height: int = 900) -> None:
        self.run("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, path: Path, *, width: int = 1600) -> None:
        self.size(width)
        self.driver.get("about:blank")
        self.requests()
        self.errors()
        self.driver.get(path.as_uri())

    def requests(self) -> list[str]:
        """Return the addresses asked for since the last call."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def errors(self) -> list[str]:
        """Return what the console said since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def press(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def pdf(self) -> bytes:
        return base64.b64decode(self.run("Page.printToPDF", preferCSSPageSize=True)["data"])

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> list[str]:
        """Return the texts of the elements that are shown."""
        script = (
            "return Array.from(document.querySelectorAll(arguments[0]))"
            ".filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())"
        )
        found: list[str] = self.js(script, selector)
        return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install -e '.[dev]'")
    from selenium.webdriver.chrome.service import Service

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    helper = shutil.which("chromedriver")
    if program is None or helper is None:
        pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    for option in OPTIONS:
        options.add_argument(option)
    driver = webdriver.Chrome(options=options, service=Service(helper))
    driver.set_script_timeout(180)  # axe takes its time on a large page beside other work
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture
def browser(chromium: Any) -> Iterator[Browser]:
    found = Browser(chromium)
    found.media()
    found.run("Emulation.setScriptExecutionDisabled", value=False)
    yield found
    found.run("Emulation.setScriptExecutionDisabled", value=False)


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Browser], list[str]]:
    """Return what runs axe-core in the open page and returns its violations."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm here, which axe-core comes from")
    folder = tmp_path_factory.mktemp("npm")
    call = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), AXE]
    if subprocess.run(call, check=False, timeout=120, capture_output=True).returncode:
        pytest.skip(f"npm could not install {AXE}")
    source = (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def check(browser: Browser) -> list[str]:
        browser.js(source)
        result = browser.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; axe.run(document).then(done, (e) => done({error: String(e)}));"
        )
        assert "error" not in result, result["error"]
        return [
            f"{found['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for found in result["violations"]
            for node in found["nodes"]
        ]

    return check
