"""Consent as a user gives it: a real browser, without JavaScript, back to a real program."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest

from tests.sandbox.conftest import Run

pytestmark = pytest.mark.browser
driver = pytest.importorskip("playwright.sync_api", reason="only the development pins bring a browser's driver")
CHROMIUM = "/usr/bin/chromium"


class Callback(HTTPServer):
    """The program's own page, which notes what the user comes back with."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.told: dict[str, str] = {}

    @property
    def uri(self) -> str:
        return f"http://localhost:{self.server_address[1]}/callback"


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Callback)
        query = parse_qs(urlsplit(self.path).query)
        self.server.told |= {name: values[0] for name, values in query.items()}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<title>Welcome back</title>")

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def callback() -> Iterator[Callback]:
    server = Callback()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("button", "word"), [("Accept", "code"), ("Reject", "error")])
def test_a_user_presses_a_button_and_is_taken_back(run: Run, callback: Callback, button: str, word: str) -> None:
    connection = run("--company", "empty", "--redirect-uri", callback.uri).connection
    asked = {
        "client_id": connection["client_id"],
        "response_type": "code",
        "redirect_uri": callback.uri,
        "scope": "ZohoBooks.fullaccess.all",
        "access_type": "offline",
        "prompt": "consent",
        "state": "s=1&t",
    }
    complaints: list[str] = []
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{connection['url']}/oauth/v2/auth?{urlencode(asked)}")
        assert page.get_by_role("heading").inner_text() == "Tallystick sandbox asks for access"
        page.get_by_role("button", name=button).click()
        page.wait_for_url(f"{callback.uri}*")
        assert page.title() == "Welcome back"
        browser.close()
    assert complaints == []
    assert callback.told["state"] == "s=1&t"
    assert word in callback.told
    if word == "code":
        grant = {name: connection[name] for name in ("client_id", "client_secret")} | {
            "grant_type": "authorization_code",
            "code": callback.told["code"],
            "redirect_uri": callback.uri,
        }
        tokens = httpx2.post(f"{callback.told['accounts-server']}/oauth/v2/token", data=grant).json()
        assert {"access_token", "refresh_token"} <= set(tokens)
