"""A demo of its own for the browser tests, and a Chromium that has to answer for everything it fetches and says."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tallystick.zoho_books import Client

PROGRAM = Path(sys.executable).with_name("tallystick")
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
STOP_SECONDS_MAX = 10


class Demo(msgspec.Struct, frozen=True):
    """The one JSON line of `tallystick demo --json`, as far as the tests need it."""

    page: str
    sandbox: dict[str, str]
    mirror: str


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    """A running demo on free ports."""
    command = [str(PROGRAM), "demo", "--port", "0", "--sandbox-port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield msgspec.json.decode(process.stdout.readline(), type=Demo)
        process.terminate()
        assert process.wait(STOP_SECONDS_MAX) == 0


@pytest.fixture(scope="module")
def client(demo: Demo) -> Iterator[Client]:
    """A second program that talks to the same accounting system."""
    with Client.from_sandbox(demo.sandbox) as client:
        yield client


@pytest.fixture(scope="module")  # its loop must not run on beneath the next file's tests
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Visit:
    """One reader's window: it remembers every request and every complaint."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str = "") -> Page:
        self.page.goto(self.home + path)
        return self.page


@pytest.fixture
def visit(demo: Demo, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window without JavaScript, unless the test is given other settings for it; nothing may be fetched elsewhere."""
    settings: dict[str, Any] = {"java_script_enabled": False, "viewport": {"width": 1280, "height": 900}}
    with chromium.new_context(**{**settings, **getattr(request, "param", {})}) as context:
        visited = Visit(context.new_page(), demo.page)
        yield visited
    assert [url for url in visited.requests if not url.startswith(demo.page)] == []
    assert visited.complaints == []
