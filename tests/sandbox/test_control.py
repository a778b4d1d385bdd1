"""The sandbox's own requests: status, clock, reset, clients and codes; and who may send them."""

from datetime import UTC, date, datetime

import pytest

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller, Start


@pytest.fixture
def control(sandbox: Sandbox) -> Caller:
    return Caller(sandbox.asgi)


def test_the_status_says_where_the_sandbox_stands(control: Caller, sandbox: Sandbox) -> None:
    status = control("GET", "/sandbox").json
    own, foreign = status["organizations"]
    assert own["organization_id"] == sandbox.connection["organization_id"]
    assert foreign["organization_id"] != own["organization_id"]
    assert own["trial_balance_difference"] == "0"
    assert status["company"] == "empty"
    assert control("GET", "/").json == status


def test_the_clock_is_set_advanced_and_frozen(control: Caller, sandbox: Sandbox) -> None:
    moved = control("POST", "/sandbox/clock", json={"set": "2026-01-31T09:00:00Z", "freeze": True}).json
    assert moved == {"now": "2026-01-31T09:00:00+00:00", "frozen": True}
    control("POST", "/sandbox/clock", json={"advance": 86_400})
    assert sandbox.clock.now() == datetime(2026, 2, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "say what to do"),
        (b"{", "truncated"),
        (b'{"advance": -1}', "0 seconds or more"),
        (b'{"advance": 1e300}', "0 seconds or more"),
        (b'{"set": "yesterday"}', "Invalid RFC3339"),
        (b'{"set": "2026-01-31T09:00:00"}', "time zone"),
        (b'{"sett": 1}', "unknown field"),
        (b'{"set": "2027-01-01T00:00:00Z", "advance": -1}', "0 seconds or more"),
    ],
)
def test_a_wrong_move_is_explained_and_the_clock_stands(
    control: Caller, sandbox: Sandbox, body: bytes, reason: str
) -> None:
    before = sandbox.clock.now()
    answer = control("POST", "/sandbox/clock", content=body)
    assert answer.status == 400
    assert reason.lower() in answer.json["error"].lower()
    assert sandbox.clock.now() == before


def test_advancing_a_minute_frees_a_full_window_even_when_frozen(sandbox: Sandbox, call: Caller) -> None:
    control = Caller(sandbox.asgi)
    control("POST", "/sandbox/clock", json={"freeze": True})
    for _ in range(100):
        assert call("GET", "/books/v3/contacts").status == 200
    assert call("GET", "/books/v3/contacts").json["code"] == 44
    control("POST", "/sandbox/clock", json={"advance": 60})
    assert call("GET", "/books/v3/contacts").status == 200


def test_a_reset_begins_again_and_tokens_stay_good(sandbox: Sandbox, call: Caller) -> None:
    created = call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    assert created.status == 201
    assert Caller(sandbox.asgi)("POST", "/sandbox/reset").status == 200
    assert call("GET", "/books/v3/contacts").json["contacts"] == []
    again = call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    assert again.json["contact"]["contact_id"] == created.json["contact"]["contact_id"]


def test_a_self_client_gets_a_code_without_a_page(sandbox: Sandbox, control: Caller) -> None:
    client = control("POST", "/sandbox/clients", json={"name": "Nightly job", "kind": "self"}).json
    code = control(
        "POST", "/sandbox/codes", json={"client_id": client["client_id"], "scope": "ZohoBooks.contacts.READ"}
    ).json["code"]
    tokens = control(
        "POST",
        "/oauth/v2/token",
        form={
            "grant_type": "authorization_code",
            "client_id": client["client_id"],
            "client_secret": client["client_secret"],
            "code": code,
        },
    ).json
    assert Caller(sandbox.asgi, token=tokens["access_token"])("GET", "/books/v3/contacts").status == 200
    assert "refresh_token" in tokens


@pytest.mark.parametrize(
    ("path", "body", "reason"),
    [
        ("clients", {"name": "x", "redirect_uris": ["javascript:alert(1)"]}, "redirect"),
        ("clients", {"name": "x"}, "redirect_uris"),
        ("clients", {"name": "x", "kind": "robot"}, "kind"),
        ("codes", {"client_id": "1000.NOBODY", "scope": "ZohoBooks.contacts.READ"}, "no client"),
        ("codes", {"client_id": "1000.NOBODY", "scope": "x", "minutes": 99}, "minutes"),
    ],
)
def test_a_wrong_registration_is_explained(control: Caller, path: str, body: dict[str, object], reason: str) -> None:
    answer = control("POST", f"/sandbox/{path}", json=body)
    assert answer.status == 400
    assert reason in answer.json["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": ""},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "[::"},
        {"Origin": "http://[::"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_another_site_cannot_move_the_clock(control: Caller, sandbox: Sandbox, headers: dict[str, str]) -> None:
    before = sandbox.clock.now()
    assert control("POST", "/sandbox/clock", json={"advance": 60}, headers=headers).status == 403
    assert sandbox.clock.now() == before


@pytest.mark.parametrize("host", ["127.0.0.1:8601", "localhost:8601", "[::1]:8601"])
def test_a_page_of_the_sandbox_itself_may_move_the_clock(control: Caller, host: str) -> None:
    headers = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    assert control("POST", "/sandbox/clock", json={"advance": 60}, headers=headers).status == 200


def test_unknown_and_wrong_requests_say_what_there_is(control: Caller) -> None:
    assert "/sandbox/clock" in control("GET", "/sandbox/tock").json["error"]
    wrong = control("DELETE", "/sandbox/clock")
    assert (wrong.status, wrong.headers["allow"]) == (405, "POST")


def test_today_sets_the_calendar_of_the_organisation(start: Start) -> None:
    sandbox = start(today=date(2026, 3, 1))
    now = sandbox.clock.now().astimezone(sandbox.organization.zone)
    assert (now.date(), now.hour) == (date(2026, 3, 1), 9)


def test_approvals_are_turned_on_for_one_organisation_or_for_all(control: Caller, sandbox: Sandbox) -> None:
    own = sandbox.connection["organization_id"]
    books = {identity: one.book for identity, one in sandbox.emulator.organizations.items()}
    control("POST", "/sandbox/approvals", json={"needed": 2, "organization_id": own})
    assert {identity: book.settings.approvals_needed for identity, book in books.items() if identity != own} == {
        identity: 0 for identity in books if identity != own
    }
    assert books[own].settings.approvals_needed == 2
    assert control("POST", "/sandbox/approvals", json={"needed": 0}).json["organizations"] == list(books)
    assert books[own].settings.approvals_needed == 0
    assert "needed is 0 to 10" in control("POST", "/sandbox/approvals", json={"needed": 11}).json["error"]
    assert own in control("POST", "/sandbox/approvals", json={"needed": 1, "organization_id": "1"}).json["error"]
