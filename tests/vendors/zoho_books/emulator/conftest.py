"""A sandbox with an empty company, called in this process through its whole request path."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.books.book import Book
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.wire import Request

TODAY = date(2026, 6, 9)
Json = dict[str, Any]


class Reply:
    """What a call answered: status, headers by lower-case name, and the body with exact numbers."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.raw = body
        is_json = headers.get("content-type", "").startswith("application/json")
        self.json: Json = msgspec.json.Decoder(float_hook=Decimal).decode(body) if is_json else {}

    def __getitem__(self, key: str) -> Any:
        return self.json[key]

    @property
    def code(self) -> int:
        return int(self.json["code"])

    @property
    def message(self) -> str:
        return str(self.json["message"])


class Api:
    """The vendor's API of one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.organization_id = sandbox.connection["organization_id"]

    @property
    def book(self) -> Book:
        return self.sandbox.emulator.organizations[self.organization_id].book

    def __call__(self, method: str, path: str, body: Any = None, **query: str) -> Reply:
        return self.send(method, path, b"" if body is None else msgspec.json.encode(body), {}, **query)

    def send(self, method: str, path: str, content: bytes, headers: dict[str, str], **query: str) -> Reply:
        """Call with bytes as the body and headers of one's own."""
        request = Request(
            method,
            f"/books/v3{path}",
            (("organization_id", self.organization_id), *query.items()),
            {"authorization": f"Zoho-oauthtoken {self.sandbox.connection['access_token']}", **headers},
            content,
        )
        response = self.sandbox.emulator.answer(request, path, "us")
        return Reply(response.status, {name.lower(): value for name, value in response.headers}, response.body)

    def upload(
        self, path: str, *files: tuple[str, str, bytes], field: str = "attachment", method: str = "POST", **query: str
    ) -> Reply:
        """Send files, each a name, a media type and bytes, in one form field."""
        form = b"".join(
            f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'.encode()
            + f"Content-Type: {kind}\r\n\r\n".encode()
            + content
            + b"\r\n"
            for name, kind, content in files
        )
        return self.send(
            method, path, form + b"--x--\r\n", {"content-type": "multipart/form-data; boundary=x"}, **query
        )

    def get(self, path: str, **query: str) -> Reply:
        reply = self("GET", path, **query)
        assert reply.status == 200, reply.json
        return reply

    def made(self, path: str, body: Json, key: str, **query: str) -> Json:
        reply = self("POST", path, body, **query)
        assert reply.status in {200, 201}, reply.json
        found: Json = reply[key]
        return found

    def customer(self, name: str = "Bowman and Co", **fields: Any) -> str:
        return str(self.made("/contacts", {"contact_name": name, **fields}, "contact")["contact_id"])

    def invoice(self, customer_id: str, *rates: float | str, sent: bool = True, **fields: Any) -> Json:
        lines = [{"description": "Work", "rate": rate, "quantity": 1} for rate in rates or (100,)]
        body = {"customer_id": customer_id, "line_items": lines, **fields}
        return self.made("/invoices", body, "invoice", **({"send": "true"} if sent else {}))

    def account(self, name: str) -> str:
        rows = self.get("/chartofaccounts", account_name=name)["chartofaccounts"]
        return str(rows[0]["account_id"])

    def close_audit(self) -> None:
        assert self.book.audit() == []
        balance = self.book.trial_balance()
        assert balance.debit == balance.credit


@pytest.fixture
def api() -> Iterator[Api]:
    with Sandbox("empty", limits=False, today=TODAY) as sandbox:
        api = Api(sandbox)
        yield api
        api.close_audit()
