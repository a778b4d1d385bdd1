"""The request log, strictness and readings over the sandbox's own requests."""

import pytest

from tallystick.model.errors import ConfigurationError
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.log import BODY_BYTES_MAX, REQUESTS_MAX
from tests.sandbox.conftest import Caller


@pytest.fixture
def control(sandbox: Sandbox) -> Caller:
    return Caller(sandbox.asgi)


def test_the_log_shows_each_request_with_what_it_did_to_the_accounts(call: Caller, control: Caller) -> None:
    contact = call("POST", "/books/v3/contacts", json={"contact_name": "Bowman"}).json["contact"]["contact_id"]
    line = {"description": "Work", "rate": 120, "quantity": 2}
    invoice = {"customer_id": contact, "line_items": [line]}
    identity = call("POST", "/books/v3/invoices?send=true", json=invoice).json["invoice"]["invoice_id"]
    call("DELETE", f"/books/v3/invoices/{identity}")
    deleted, created, _ = control("GET", "/sandbox/log").json["requests"]
    assert created["operation"] == "create_invoice"
    assert created["effect"] == {"Accounts Receivable": "240.00", "Sales": "-240.00"}
    assert {"kind": "invoice", "id": identity, "what": "created"} in created["documents"]
    assert deleted["effect"] == {"Accounts Receivable": "-240.00", "Sales": "240.00"}
    assert deleted["number"] == created["number"] + 1


def test_a_refused_request_is_logged_with_its_refusal_and_moves_nothing(call: Caller, control: Caller) -> None:
    call("POST", "/books/v3/invoices", json={"customer_id": "1"})
    (refused,) = control("GET", "/sandbox/log").json["requests"]
    assert refused["status"] == 400
    assert '"code":' in refused["refusal"]
    assert (refused["effect"], refused["documents"]) == ({}, [])


def test_the_log_keeps_no_secret_and_has_a_bound(call: Caller, control: Caller, sandbox: Sandbox) -> None:
    token = sandbox.connection["access_token"]
    call("POST", "/books/v3/contacts", json={"contact_name": "x" * 2 * BODY_BYTES_MAX, "secret": "hush-hush-hush"})
    call("GET", f"/books/v3/contacts?access_token={token}")
    text = control("GET", "/sandbox/log").text
    assert token not in text
    assert len(text) < 2 * BODY_BYTES_MAX
    for _ in range(REQUESTS_MAX):
        call("GET", "/books/v3/nowhere")
    requests = control("GET", "/sandbox/log").json["requests"]
    assert len(requests) == REQUESTS_MAX
    assert {request["path"] for request in requests} == {"/books/v3/nowhere"}


def test_a_sandbox_becomes_strict_and_lenient_again_while_it_runs(call: Caller, control: Caller) -> None:
    assert control("POST", "/sandbox/strict", json={"strict": True}).json == {"strict": True}
    assert call("GET", "/books/v3/reports/trialbalance").json["code"] == 990002
    control("POST", "/sandbox/strict", json={"strict": False})
    assert call("GET", "/books/v3/reports/trialbalance").status == 200
    assert control("POST", "/sandbox/strict", content=b"{}").status == 400


def test_readings_are_listed_and_chosen(call: Caller, control: Caller) -> None:
    call("POST", "/books/v3/contacts", json={"contact_name": "Bowman"})
    answer = control("POST", "/sandbox/readings", json={"page_size": "refused"}).json
    assert {each["name"]: each["in_force"] for each in answer["readings"]}["page_size"] == "refused"
    assert call("GET", "/books/v3/contacts?per_page=9999").status == 400


@pytest.mark.parametrize("body", [{}, {"page_sizes": "most"}, {"page_size": "none"}])
def test_a_reading_there_is_not_is_explained_and_nothing_changes(control: Caller, body: dict[str, str]) -> None:
    before = control("GET", "/sandbox/readings").json
    refused = control("POST", "/sandbox/readings", json=body)
    assert refused.status == 400
    assert "page_size" in refused.json["error"] or "readings" in refused.json["error"]
    assert control("GET", "/sandbox/readings").json == before


def test_a_sandbox_is_not_started_with_a_reading_there_is_not() -> None:
    with pytest.raises(ConfigurationError, match="at_or_after, exact, ignored"):
        Sandbox("empty", readings={"last_modified_time": "sometimes"})


def test_a_reset_keeps_the_readings_the_sandbox_was_started_with() -> None:
    with Sandbox("empty", readings={"page_size": "refused"}) as sandbox:
        sandbox.reset()
        assert sandbox.organization.settings.readings == {"page_size": "refused"}
