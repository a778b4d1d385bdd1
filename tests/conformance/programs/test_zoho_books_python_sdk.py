"""zoho-books-python-sdk 0.0.3: a slash after every collection, a JSON object in every GET, a refresh kept by its own means."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tests.conformance.programs.conftest import Drive

pytestmark = pytest.mark.proof
ACTIONS = ("GetSecretValue", "PutSecretValue")


class SecretsManager(BaseHTTPRequestHandler):
    """The two calls of a secrets manager with which the program keeps what it logs in with."""

    secret: ClassVar[str] = ""
    kept: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        action = self.headers["x-amz-target"].rpartition(".")[2]
        assert action in ACTIONS
        if action == "PutSecretValue":
            SecretsManager.secret = asked["SecretString"]
            SecretsManager.kept.append(asked["SecretString"])
        answer = {"Name": asked["SecretId"], "SecretString": SecretsManager.secret}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/x-amz-json-1.1")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def keeping(secret: dict[str, Any]) -> Iterator[str]:
    """Run a secrets manager that holds one secret; gives its address."""
    SecretsManager.secret, SecretsManager.kept = json.dumps(secret), []
    with ThreadingHTTPServer(("127.0.0.1", 0), SecretsManager) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_it_signs_in_with_what_it_keeps_and_trades(
    drive: Drive, zoho_books: ZohoBooks, environment: dict[str, str]
) -> None:
    accounts = {row["account_type"]: row["account_id"] for row in zoho_books.client.chart_of_accounts.list()}
    names = ("client_id", "client_secret", "refresh_token", "organization_id")
    secret = {"zoho_books": {"region": "com", **{name: zoho_books.sandbox.connection[name] for name in names}}}
    today = zoho_books.clock.now().date().isoformat()
    with keeping(secret) as url:
        environment["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = url
        told = drive("zoho_books_python_sdk", today=today, expense_account=accounts["expense"])
    assert [json.loads(kept)["zoho_books"]["access_token"][:5] for kept in SecretsManager.kept] == ["1000."]
    assert told == {
        "mailed": "Your invoice has been sent.",
        "paid": "The payment from the customer has been recorded",
        "partly": ["partially_paid", 140.0],
        "payments": [100.0],
        "written off": "Invoice has been written off",
        "invoice": "paid",
        "note": "open",
        "estimate": ["draft", "The quote has been deleted."],
        "order": "draft",
        "bill": [18.0, "The bill has been marked as void.", "void"],
        "expense": "The expense has been deleted.",
        "changed": "Contact information has been saved.",
        "contacts": ["Bowman and Co", "Mill"],
        "organizations": ["Empty Company"],
        "refused": {"code": 1004, "message": "Contact has transactions and cannot be deleted."},
    }
    assert zoho_books.sandbox.organization.book.audit() == []
