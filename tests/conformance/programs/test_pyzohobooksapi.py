"""PyZohoBooksAPI 0.0.1: the legacy host, a body of `null` where there is none, a grant code taken from the browser."""

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tests.conformance.consent import grant_code
from tests.conformance.programs.conftest import Drive

RETURN = "https://www.example.com/return/"
pytestmark = [pytest.mark.proof, pytest.mark.zoho_books(redirect_uris=(RETURN,))]


def test_a_code_becomes_a_token_and_an_invoice_is_mailed(drive: Drive, zoho_books: ZohoBooks) -> None:
    token = ["access_token", "api_domain", "expires_in", "scope", "token_type"]
    assert drive("pyzohobooksapi", code=grant_code(zoho_books, RETURN)) == {
        "let in": [200, sorted([*token, "refresh_token"])],
        "twice": [200, {"error": "invalid_code"}],
        "renewed": [200, token, "https://www.zohoapis.com"],
        "made": [201, "The contact has been added."],
        "found": [200, "Bowman and Co"],
        "missed": [404, "not found"],
        "one": [200, "Will"],
        "invoice": [201, "The invoice has been created.", 240.0],
        "mailed": [200, {"code": 0, "message": "Your invoice has been sent.", "is_first_email": True}],
    }
    [row] = zoho_books.client.invoices.list()
    assert row["status"] == "sent"
