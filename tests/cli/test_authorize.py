"""`tallystick authorize` as somebody runs it: a browser's way there and back, a pasted address, a code, and the end."""

import html
import json
import re
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import sync_playwright

from tests.cli.conftest import PROGRAM, SECONDS_MAX, Served, Tallystick

CHROMIUM = "/usr/bin/chromium"


class Asking:
    """The program while it waits for the browser."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        self.url = next(line.strip() for line in lines if line.startswith("http"))
        self.waiting = next(line for line in lines if line.startswith(("Waiting", "Then paste")))

    def end(self) -> tuple[int, str, str]:
        out, complained = self.process.communicate(timeout=SECONDS_MAX)
        return self.process.returncode, out, complained


@contextmanager
def asking(home: dict[str, str], served: Served, *arguments: str) -> Iterator[Asking]:
    command = [str(PROGRAM), "authorize", "zoho-books", "--sandbox", str(served.file), "--no-browser"]
    command += ["--redirect-uri", served.redirect_uri, *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=home, **pipes) as process:  # type: ignore[call-overload]  # pipes by name
        yield Asking(process)
        process.kill()


def decide(url: str, decision: str = "accept") -> str:
    """Press a button on the consent page; return the address the browser is sent to."""
    page = httpx2.get(url)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.text))
    form = {name: html.unescape(value) for name, value in fields.items()} | {"decision": decision}
    return httpx2.post(url.partition("?")[0], data=form).headers["location"]


def kept(home: dict[str, str]) -> Path:
    return Path(home["XDG_CONFIG_HOME"]) / "tallystick" / "zoho-books.json"


def test_a_person_agrees_and_the_next_command_works(
    home: dict[str, str], served: Served, tallystick: Tallystick
) -> None:
    with asking(home, served, "--operation", "list_invoices", "--operation", "list_organizations") as program:
        assert "ZohoBooks.invoices.READ%2CZohoBooks.settings.READ" in program.url
        page = httpx2.get(decide(program.url))
        status, said, complained = program.end()
    assert (page.status_code, status) == (200, 0), complained
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert str(kept(home)) in said
    assert stat.S_IMODE(kept(home).stat().st_mode) == 0o600
    assert json.loads(kept(home).read_text())["organization_id"] == served.connection["organization_id"]
    ran = tallystick("call", "zoho-books", "invoices", "list", "--limit", "1", "--json")
    assert len(json.loads(ran.stdout)) == 1, ran.stderr
    own = json.loads(kept(home).read_text())
    httpx2.post(f"{served.connection['url']}/oauth/v2/token/revoke", data={"token": own["access_token"]})
    renewed = tallystick("call", "zoho-books", "invoices", "list", "--limit", "1")
    assert renewed.returncode == 0, renewed.stderr
    newest = json.loads(kept(home).read_text())
    assert newest == {**own, "access_token": newest["access_token"]}
    assert newest["access_token"] != own["access_token"], "the next command begins with the token of this one"
    tallystick("call", "zoho-books", "invoices", "list", "--limit", "1")
    assert json.loads(kept(home).read_text()) == newest, "and fetches none of its own"
    assert stat.S_IMODE(kept(home).stat().st_mode) == 0o600
    lacking = tallystick("call", "zoho-books", "contacts", "list")
    assert lacking.returncode == 3
    assert "ZohoBooks.contacts.READ" in lacking.stderr, "a scope that is missing after a fresh token is named"


def test_strangers_at_the_door_change_nothing(home: dict[str, str], served: Served) -> None:
    with asking(home, served) as program:
        door = served.redirect_uri.replace("localhost", "127.0.0.1")
        strange = httpx2.get(f"{door}?code=1000.evil&state=guessed")
        assert strange.status_code == 400
        assert "evil" not in strange.text
        assert httpx2.get(f"{door}?error=access_denied").status_code == 400
        assert httpx2.get(f"{door}/favicon.ico").status_code == 404
        assert httpx2.post(door, data={"code": "x"}).status_code == 501
        httpx2.get(decide(program.url))
        assert program.end()[0] == 0


def test_somebody_says_no(home: dict[str, str], served: Served) -> None:
    with asking(home, served) as program:
        httpx2.get(decide(program.url, "reject"))
        status, _, complained = program.end()
    assert status == 3
    assert "Reject" in complained
    assert not kept(home).exists()


def test_nobody_comes_back(home: dict[str, str], served: Served) -> None:
    with asking(home, served, "--wait-seconds", "1") as program:
        status, _, complained = program.end()
    assert status == 3
    assert "--paste" in complained


def test_an_address_is_pasted(home: dict[str, str], served: Served, tmp_path: Path) -> None:
    file = tmp_path / "own" / "books.json"
    with asking(home, served, "--paste", "--json", "--file", str(file)) as program:
        address = decide(program.url)
        out, complained = program.process.communicate(address + "\n", timeout=SECONDS_MAX)
    assert json.loads(out)["file"] == str(file), complained
    assert json.loads(file.read_text())["refresh_token"] not in out + complained


def test_a_port_that_is_taken_is_named_before_anybody_is_sent(served: Served, tallystick: Tallystick) -> None:
    port = served.connection["url"].rpartition(":")[2]
    uri = f"http://localhost:{port}/callback"
    ran = tallystick("authorize", "zoho-books", "--sandbox", served.file, "--no-browser", "--redirect-uri", uri)
    assert ran.returncode == 1
    assert port in ran.stderr


def test_a_self_clients_code_needs_no_browser(served: Served, tallystick: Tallystick, home: dict[str, str]) -> None:
    wanted = {"client_id": served.connection["client_id"], "scope": "ZohoBooks.fullaccess.all"}
    code = httpx2.post(f"{served.connection['url']}/sandbox/codes", json=wanted).json()["code"]
    ran = tallystick("authorize", "zoho-books", "--sandbox", served.file, "--code", code)
    assert ran.returncode == 0, ran.stderr
    again = tallystick("authorize", "zoho-books", "--sandbox", served.file, "--code", code)
    assert again.returncode == 3
    assert "Codes work once" in again.stderr
    ended = tallystick("authorize", "zoho-books", "--revoke")
    assert ended.returncode == 0, ended.stderr
    assert "Revoked" in ended.stdout
    assert not kept(home).exists()


def test_a_program_lets_itself_in(served: Served, tallystick: Tallystick) -> None:
    ran = tallystick(
        "authorize",
        "zoho-books",
        "--sandbox",
        served.file,
        "--client-credentials",
        "--scope",
        "ZohoBooks.settings.READ",
    )
    assert ran.returncode == 0, ran.stderr
    assert tallystick("call", "zoho-books", "organizations", "list", "--json").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "variables", "said"),
    [
        ([], {}, "API console"),
        (["--client-id", "1000.X"], {}, "ZOHO_CLIENT_SECRET"),
        (["--region", "mars"], {"ZOHO_CLIENT_ID": "1000.X", "ZOHO_CLIENT_SECRET": "s"}, "Choose one of us, eu"),
        (["--sandbox", "missing.json"], {}, "tallystick sandbox"),
        (["--operation", "invoices.lists"], {"ZOHO_CLIENT_ID": "1000.X", "ZOHO_CLIENT_SECRET": "s"}, "invoices.list"),
    ],
)
def test_what_is_missing_is_said_at_once(
    tallystick: Tallystick, arguments: list[str], variables: dict[str, str], said: str
) -> None:
    ran = tallystick("authorize", "zoho-books", "--no-browser", *arguments, **variables)
    assert ran.returncode in {1, 2}
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.browser
def test_a_real_browser_gives_consent_and_sees_that_it_is_done(home: dict[str, str], served: Served) -> None:
    complaints: list[str] = []
    with asking(home, served) as program, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(program.url)
        page.get_by_role("button", name="Accept").click()
        page.wait_for_url(f"{served.redirect_uri}*")
        assert page.get_by_role("heading").inner_text() == "The program has its answer"
        browser.close()
        status, _, complained = program.end()
    assert status == 0, complained
    assert [text for text in complaints if "favicon" not in text] == []
    assert kept(home).exists()
