"""Every refusal that is known of the vendor has a class of its kind and a hint; the rows are in wire_errors.json.

A row is HTTP status, code, message as far as it was captured, and the class that it has to become.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.refusal import BY_STATUS, FALLBACK
from tallystick.vendors.zoho_books import VENDOR
from tests.vendors.zoho_books.client.books import both, open_books, refused, told

ROWS = json.loads((Path(__file__).parent / "wire_errors.json").read_text())
TOKEN_ROWS: tuple[tuple[int, dict[str, str], type[errors.VendorError]], ...] = (
    (200, {"error": "invalid_code"}, errors.AuthorisationRevoked),
    (200, {"error": "invalid_client"}, errors.AuthenticationFailed),
    (200, {"error": "invalid_client_secret"}, errors.AuthenticationFailed),
    (200, {"error": "invalid_redirect_uri"}, errors.AuthenticationFailed),
    (200, {"error": "general_error"}, errors.AuthenticationFailed),
    (400, {"error": "Access Denied", "status": "failure"}, errors.RateLimited),
)
GENERAL = {rule.hint for rule in (*BY_STATUS, FALLBACK)}
PATIENT: dict[str, Any] = {"wait_seconds_max": 0}


@both
@pytest.mark.parametrize(("status", "code", "message", "kind"), ROWS, ids=[f"{row[1]} {row[2][:40]}" for row in ROWS])
def test_a_refusal_of_the_vendor_has_its_kind_and_a_hint_of_its_own(
    call: Any, status: int, code: int | None, message: str, kind: str
) -> None:
    with open_books(refused(status, code, message)) as (server, _), pytest.raises(errors.TallystickError) as caught:
        call(server, "create_invoice", body={"customer_id": "1"}, **PATIENT)
    error: Any = caught.value
    if kind == "VendorUnavailable":  # of a write: nobody knows whether it happened
        assert isinstance(error, errors.OutcomeUnknown)
        return
    assert type(error).__name__ == kind
    assert error.hint
    assert error.hint not in GENERAL or status == 405


@both
@pytest.mark.parametrize(("status", "body", "kind"), TOKEN_ROWS, ids=[row[1]["error"] for row in TOKEN_ROWS])
def test_a_refusal_of_the_accounts_server_has_its_kind(
    call: Any, status: int, body: dict[str, str], kind: type[errors.VendorError]
) -> None:
    with open_books(told({})) as (server, books):
        books.grant = lambda: told(body, status)
        with pytest.raises(kind) as caught:
            call(server, "list_invoices", **PATIENT)
    assert caught.value.hint


@both
def test_a_missing_scope_is_named_by_the_operation_that_needs_it(call: Any) -> None:
    text = "You are not authorized to perform this operation"
    with open_books(refused(401, 57, text)) as (server, _), pytest.raises(errors.ScopeMissing) as caught:
        call(server, "create_contact", body={"contact_name": "A"})
    assert caught.value.scopes == ("ZohoBooks.contacts.CREATE",)
    assert "ZohoBooks.contacts.CREATE" in caught.value.hint


def test_no_two_rules_stand_for_the_same_answer() -> None:
    seen = [(rule.http, rule.code, rule.pattern) for rule in VENDOR.errors]
    assert len(seen) == len(set(seen))
