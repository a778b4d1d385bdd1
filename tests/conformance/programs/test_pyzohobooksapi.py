"""PyZohoBooksAPI 0.0.1: the legacy host, a body of `null` where there is none, a grant code taken from the browser."""

import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tests.conformance.programs.conftest import Drive

RETURN = "https://www.example.com/return/"
pytestmark = [pytest.mark.proof, pytest.mark.zoho_books(redirect_uris=(RETURN,))]


def consent(zoho_books: ZohoBooks) -> str:
    """Let the program in as its user does in the browser; return the code in the address the user is sent to."""
    asked = {
        "client_id": zoho_books.sandbox.connection["client_id"],
        "redirect_uri": RETURN,
        "response_type": "code",
        "scope": "ZohoBooks.fullaccess.all",
        "access_type": "offline",
        "prompt": "consent",
    }
    with httpx2.Client(base_url=zoho_books.url) as browser:
        page = browser.get(f"/oauth/v2/auth?{urlencode(asked)}")
        [action] = re.findall(r'<form[^>]*action="([^"]+)"', page.text)
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
        form = {**{name: unescape(value) for name, value in hidden}, "decision": "accept"}
        sent = browser.post(unescape(action), data=form, headers={"origin": zoho_books.url})
    return parse_qs(urlsplit(sent.headers["location"]).query)["code"][0]


def test_a_code_becomes_a_token_and_an_invoice_is_mailed(drive: Drive, zoho_books: ZohoBooks) -> None:
    token = ["access_token", "api_domain", "expires_in", "scope", "token_type"]
    assert drive("pyzohobooksapi", code=consent(zoho_books)) == {
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
