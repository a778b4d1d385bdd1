"""The accounts server: consent, codes, tokens, revocation, and how each is refused."""

import base64
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Answer, Caller, RealTime, Start

REDIRECT = "http://localhost:8000/callback"


@pytest.fixture
def visit(sandbox: Sandbox) -> Caller:
    """Calls without a token: a browser, or a program that has none yet."""
    return Caller(sandbox.asgi)


class Program:
    """A program that wants access to the sandbox's company."""

    def __init__(self, sandbox: Sandbox, visit: Caller, *, prefix: str = "") -> None:
        self.connection = sandbox.connection
        self.visit = visit
        self.prefix = prefix

    def ask(self, **changes: str) -> Answer:
        asked = {
            "client_id": self.connection["client_id"],
            "response_type": "code",
            "redirect_uri": REDIRECT,
            "scope": "ZohoBooks.invoices.READ,ZohoBooks.contacts.ALL",
            "access_type": "offline",
            "prompt": "consent",
            "state": "a&b=<1>",
        }
        return self.visit("GET", f"{self.prefix}/oauth/v2/auth", query=asked | changes)

    def decide(self, page: Answer, decision: str = "accept", **changes: str) -> Answer:
        action = re.search(r'action="([^"]*)"', page.text)
        assert action
        fields = {name: unescape(value) for name, value in re.findall(r'name="([a-z_]+)" value="([^"]*)">', page.text)}
        return self.visit("POST", action[1], form=fields | {"decision": decision} | changes)

    def token(self, **given: str) -> Answer:
        client = {name: self.connection[name] for name in ("client_id", "client_secret")}
        return self.visit("POST", f"{self.prefix}/oauth/v2/token", query=client | given)

    def exchange(self, code: str, **changes: str) -> Any:
        given = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT}
        return self.token(**given | changes).json

    def refresh(self, token: str = "", **changes: str) -> Any:
        token = token or self.connection["refresh_token"]
        return self.token(**{"grant_type": "refresh_token", "refresh_token": token} | changes).json


@pytest.fixture
def program(sandbox: Sandbox, visit: Caller) -> Program:
    return Program(sandbox, visit)


def told(answer: Answer) -> dict[str, str]:
    """What the program is told when the user is sent back to it."""
    assert answer.status == 302
    assert answer.headers["location"].startswith(REDIRECT + "?")
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


def test_a_user_lets_a_program_in_and_it_calls_the_api(sandbox: Sandbox, program: Program) -> None:
    back = told(program.decide(program.ask()))
    assert {name: back[name] for name in back if name != "code"} == {
        "location": "us",
        "accounts-server": "http://sandbox.localhost",
        "state": "a&b=<1>",
    }
    tokens = program.exchange(back["code"])
    assert re.fullmatch(r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}", tokens["access_token"])
    assert re.fullmatch(r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}", tokens["refresh_token"])
    assert {name: tokens[name] for name in ("api_domain", "token_type", "expires_in")} == {
        "api_domain": "http://sandbox.localhost",
        "token_type": "Bearer",
        "expires_in": 3600,
    }
    call = Caller(sandbox.asgi, token=tokens["access_token"])
    assert call("GET", "/books/v3/contacts").status == 200
    assert call("GET", "/books/v3/items").json["code"] == 57


def test_a_token_in_the_bearer_style_is_taken(sandbox: Sandbox, visit: Caller) -> None:
    bearer = {"Authorization": f"Bearer {sandbox.connection['access_token']}"}
    assert visit("GET", "/books/v3/contacts", headers=bearer).status == 200


def test_a_user_who_rejects_sends_the_program_away(program: Program) -> None:
    assert told(program.decide(program.ask(), "reject")) == {"error": "access_denied", "state": "a&b=<1>"}


def test_a_code_is_good_once(program: Program) -> None:
    code = told(program.decide(program.ask()))["code"]
    assert "access_token" in program.exchange(code)
    assert program.exchange(code) == {"error": "invalid_code"}


def test_a_code_expires(program: Program, real_time: RealTime) -> None:
    code = told(program.decide(program.ask()))["code"]
    real_time.seconds += 120
    assert program.exchange(code) == {"error": "invalid_code"}


def test_errors_of_the_token_endpoint_come_with_status_200(program: Program) -> None:
    code = told(program.decide(program.ask()))["code"]
    refused = {
        "invalid_client": {"client_id": "1000.NOBODY"},
        "invalid_client_secret": {"client_secret": "wrong"},
        "invalid_redirect_uri": {"redirect_uri": "http://localhost:8000/elsewhere"},
        "invalid_code": {"code": "1000.a.b"},
    }
    for word, changes in refused.items():
        answer = program.token(**{"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT} | changes)
        assert (answer.status, answer.json) == (200, {"error": word})
    assert "access_token" in program.exchange(code)


@pytest.mark.parametrize("given", [{}, {"grant_type": "password"}])
def test_a_request_without_a_known_grant_is_a_bad_request(program: Program, given: dict[str, str]) -> None:
    assert program.token(**given).status == 400


def test_the_token_endpoint_takes_only_post(visit: Caller) -> None:
    answer = visit("GET", "/oauth/v2/token")
    assert (answer.status, answer.headers["allow"]) == (400, "POST")


def test_a_refresh_gives_an_access_token_and_no_refresh_token(program: Program) -> None:
    tokens = program.refresh()
    assert "refresh_token" not in tokens
    assert tokens["access_token"] != program.connection["access_token"]


def test_parameters_may_travel_in_the_query_the_body_or_the_authorization_header(program: Program) -> None:
    client = {name: program.connection[name] for name in ("client_id", "client_secret")}
    grant = {"grant_type": "refresh_token", "refresh_token": program.connection["refresh_token"]}
    basic = base64.b64encode(f"{client['client_id']}:{client['client_secret']}".encode()).decode()
    answers = [
        program.visit("POST", "/oauth/v2/token", query=client | grant),
        program.visit("POST", "/oauth/v2/token", form=client | grant),
        program.visit("POST", "/oauth/v2/token", form=grant, headers={"Authorization": f"Basic {basic}"}),
    ]
    assert all("access_token" in answer.json for answer in answers)
    broken = program.visit("POST", "/oauth/v2/token", form=grant, headers={"Authorization": "Basic ???"})
    assert broken.json == {"error": "invalid_client"}


@pytest.mark.parametrize("path", ["/oauth/v2/token/revoke", "/oauth/v2/revoke/token"])
def test_a_revoked_refresh_token_takes_its_access_tokens_with_it(sandbox: Sandbox, program: Program, path: str) -> None:
    access = program.refresh()["access_token"]
    assert program.visit("POST", path, query={"token": program.connection["refresh_token"]}).json == {
        "status": "success"
    }
    assert program.refresh() == {"error": "invalid_code"}
    assert Caller(sandbox.asgi, token=access)("GET", "/books/v3/contacts").json["code"] == 57


def test_an_access_token_dies_after_an_hour(program: Program, sandbox: Sandbox, real_time: RealTime) -> None:
    call = Caller(sandbox.asgi, token=program.refresh()["access_token"])
    real_time.seconds += 3_599
    assert call("GET", "/books/v3/contacts").status == 200
    real_time.seconds += 1
    answer = call("GET", "/books/v3/contacts")
    assert (answer.status, answer.json["code"]) == (401, 57)


def test_the_eleventh_refresh_in_ten_minutes_is_throttled(program: Program, real_time: RealTime) -> None:
    for _ in range(10):
        assert "access_token" in program.refresh()
    throttled = program.token(grant_type="refresh_token", refresh_token=program.connection["refresh_token"])
    assert (throttled.status, throttled.json["error"]) == (400, "Access Denied")
    real_time.seconds += 600
    assert "access_token" in program.refresh()


def test_the_oldest_of_eleven_live_access_tokens_is_gone(program: Program, sandbox: Sandbox) -> None:
    first = program.connection["access_token"]
    for _ in range(9):
        program.refresh()
    assert Caller(sandbox.asgi, token=first)("GET", "/books/v3/contacts").status == 200
    program.refresh()
    assert Caller(sandbox.asgi, token=first)("GET", "/books/v3/contacts").json["code"] == 57


def test_the_twenty_first_refresh_token_pushes_out_the_oldest(program: Program, real_time: RealTime) -> None:
    for _ in range(20):
        assert "access_token" in program.refresh()
        program.exchange(told(program.decide(program.ask()))["code"])
        real_time.seconds += 120
    assert program.refresh() == {"error": "invalid_code"}


def test_a_refresh_token_comes_with_offline_access_only(program: Program) -> None:
    code = told(program.decide(program.ask(access_type="online")))["code"]
    assert "refresh_token" not in program.exchange(code)


def test_a_user_who_agreed_before_is_not_asked_again_and_no_refresh_token_comes(program: Program) -> None:
    program.decide(program.ask())
    again = program.ask(prompt="")
    assert "refresh_token" not in program.exchange(told(again)["code"])
    assert program.ask().status == 200


def test_client_credentials_give_a_token_without_a_refresh_token(program: Program) -> None:
    tokens = program.token(grant_type="client_credentials", scope="ZohoBooks.invoices.ALL").json
    assert (tokens["scope"], "refresh_token" in tokens) == ("ZohoBooks.invoices.ALL", False)
    assert program.token(grant_type="client_credentials", scope="nonsense").json == {"error": "invalid_scope"}


def test_the_wrong_data_centre_does_not_know_the_client(sandbox: Sandbox, program: Program, visit: Caller) -> None:
    europe = Program(sandbox, visit, prefix="/eu")
    assert europe.refresh() == {"error": "invalid_client"}
    code = told(program.decide(program.ask()))["code"]
    assert europe.exchange(code) == {"error": "invalid_client"}
    token = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    assert token("GET", "/eu/books/v3/contacts").status == 401


def test_a_data_centre_names_itself_in_everything_it_gives(sandbox: Sandbox, visit: Caller) -> None:
    europe = Program(sandbox, visit, prefix="/eu")
    back = told(europe.decide(europe.ask()))
    assert (back["location"], back["accounts-server"]) == ("eu", "http://sandbox.localhost/eu")
    tokens = europe.exchange(back["code"])
    assert tokens["api_domain"] == "http://sandbox.localhost/eu"
    assert Caller(sandbox.asgi, token=tokens["access_token"])("GET", "/eu/books/v3/contacts").status == 200


def test_a_user_whose_account_lives_elsewhere_sends_the_program_there(start: Start) -> None:
    sandbox = start(region="in")
    visit = Caller(sandbox.asgi)
    assert sandbox.connection["url"] == "http://sandbox.localhost/in"
    program = Program(sandbox, visit)
    back = told(program.decide(program.ask()))
    assert (back["location"], back["accounts-server"]) == ("in", "http://sandbox.localhost/in")
    assert program.exchange(back["code"]) == {"error": "invalid_client"}
    assert "access_token" in Program(sandbox, visit, prefix="/in").exchange(back["code"])


def test_real_hosts_are_named_when_asked_for(start: Start) -> None:
    sandbox = start(real_hosts=True)
    program = Program(sandbox, Caller(sandbox.asgi))
    assert told(program.decide(program.ask()))["accounts-server"] == "https://accounts.zoho.com"
    assert program.refresh()["api_domain"] == "https://www.zohoapis.com"
    locations = program.visit("GET", "/oauth/serverinfo").json["locations"]
    assert (locations["eu"], locations["ca"]) == ("https://accounts.zoho.eu", "https://accounts.zohocloud.ca")


def test_the_user_is_known_by_a_token(sandbox: Sandbox, call: Caller, visit: Caller) -> None:
    info = call("GET", "/oauth/user/info").json
    assert (info["Email"], str(info["ZUID"])) == (sandbox.accounts.holder.email, sandbox.accounts.holder.id)
    assert visit("GET", "/oauth/user/info").status == 401


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"client_id": "1000.NOBODY"}, "Invalid client"),
        ({"redirect_uri": "http://evil.example/callback"}, "Invalid redirect URI"),
        ({"redirect_uri": REDIRECT + "/../x"}, "Invalid redirect URI"),
        ({"response_type": "password"}, "Invalid response type"),
        ({"response_type": "token"}, "only a browser program"),
        ({"scope": ""}, "Invalid scope"),
        ({"scope": "ZohoBooks.shoes.READ"}, "Invalid scope"),
        ({"scope": "ZohoBooks.invoices.READ,<script>"}, "Invalid scope: &lt;script&gt;"),
        ({"access_type": "sometimes"}, "Invalid access type"),
    ],
)
def test_a_wrong_request_for_consent_is_explained_and_never_redirected(
    program: Program, changes: dict[str, str], reason: str
) -> None:
    answer = program.ask(**changes)
    assert answer.status == 400
    assert reason in answer.text
    assert "location" not in answer.headers
    assert "<script" not in answer.text


def test_the_consent_page_needs_no_script_and_allows_none(program: Program) -> None:
    page = program.ask(state='"><script>alert(1)</script>')
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "form-action 'self' http://localhost:8000" in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script" not in page.text


def test_the_form_is_taken_only_from_the_page_it_was_given_to(program: Program, real_time: RealTime) -> None:
    page = program.ask()
    assert program.decide(page, ticket="").status == 403
    assert program.decide(page, ticket="9999999999.00").status == 403
    assert program.decide(page, scope="ZohoBooks.fullaccess.all").status == 403
    other = program.decide(page, redirect_uri="http://evil.example/")
    assert (other.status, "location" in other.headers) == (400, False)
    real_time.seconds += 601
    assert program.decide(page).status == 403


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_another_site_cannot_press_the_button(program: Program, headers: dict[str, str]) -> None:
    assert program.visit("POST", "/oauth/v2/auth", form={}, headers=headers).status == 403


def test_a_program_in_the_browser_gets_its_token_in_the_fragment(sandbox: Sandbox, program: Program) -> None:
    control = Caller(sandbox.asgi)
    client = control(
        "POST",
        "/sandbox/clients",
        json={"name": "Page", "kind": "browser", "redirect_uris": ["https://app.example/in"]},
    ).json
    page = program.ask(client_id=client["client_id"], redirect_uri="https://app.example/in", response_type="token")
    location = program.decide(page).headers["location"]
    assert location.startswith("https://app.example/in#access_token=1000.")
    assert "expires_in=3600" in location


def test_no_secret_but_the_printed_ones_is_kept_in_clear(start: Start, tmp_path: Any) -> None:
    sandbox = start(state=tmp_path / "state")
    program = Program(sandbox, Caller(sandbox.asgi))
    tokens = program.exchange(told(program.decide(program.ask()))["code"])
    sandbox.close()
    content = (tmp_path / "state").read_bytes()
    assert tokens["refresh_token"].encode() not in content
    assert tokens["access_token"].encode() not in content
    again = start(company="", state=tmp_path / "state")
    assert "access_token" in Program(again, Caller(again.asgi)).refresh(tokens["refresh_token"])
