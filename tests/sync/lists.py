"""A vendor's lists that change while they are read: Zoho Books' wire format, with every disputed behaviour a switch.

It is written from recorded answers and the vendor's documentation, and shares no code with client, sandbox or mirror.
"""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from tallystick.rest.asgi import AsgiTransport
from tallystick.zoho_books import Client

START = dt.datetime(2026, 10, 1, 9, tzinfo=dt.UTC)
ENVELOPES = {
    "/books/v3/contacts": "contacts",
    "/books/v3/invoices": "invoices",
    "/books/v3/creditnotes": "creditnotes",
    "/books/v3/customerpayments": "customerpayments",
    "/books/v3/creditnotes/refunds": "creditnote_refunds",
}


class Lists:
    """One organisation: its invoices, and empty lists of everything else.

    `reading` says how `last_modified_time` is taken: `from` (at or after), `exact` or `ignored`. `sorts` are the columns
    the list can be sorted by; another is ignored. `drift` is called after every page of invoices with its number.
    Rows in `silent` are sent without their time of change. `refused` answers a list by path with a vendor's refusal; `remaining` is what is left of the day.
    """

    def __init__(
        self, count: int, *, reading: str = "from", sorts: tuple[str, ...] = ("created_time", "last_modified_time")
    ) -> None:
        self.now = START
        self.reading = reading
        self.sorts = sorts
        self.rows: dict[str, dict[str, Any]] = {}
        self.drift: Callable[[int], None] = lambda _page: None
        self.refused: dict[str, tuple[int, int, str]] = {}
        self.remaining = 9_000
        self.silent: set[str] = set()
        self.calls: list[tuple[str, dict[str, str]]] = []
        for _ in range(count):
            self.add()

    def tick(self) -> str:
        self.now += dt.timedelta(seconds=7)
        return self.now.strftime("%Y-%m-%dT%H:%M:%S+0000")

    def add(self, **changes: Any) -> str:
        key = str(5_000_000_000_000_000 + len(self.calls) * 1_000_000 + len(self.rows))
        at = self.tick()
        self.rows[key] = {
            "invoice_id": key,
            "invoice_number": f"INV-{key[-6:]}",
            "customer_id": "77",
            "customer_name": "Ada",
            "status": "sent",
            "date": "2026-10-05",
            "due_date": "2026-11-04",
            "currency_code": "GBP",
            "exchange_rate": 1.0,
            "total": 100.0,
            "balance": 100.0,
            "created_time": at,
            "last_modified_time": at,
        } | changes
        return key

    def touch(self, key: str, **changes: Any) -> None:
        self.rows[key] |= changes | {"last_modified_time": self.tick()}

    def client(self) -> Client:
        return Client(
            organization_id="1",
            access_token="token",
            accounts_url="http://lists.localhost",
            api_url="http://lists.localhost",
            plan="unlimited",
            transport=AsgiTransport(self),
        )

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        query = dict(parse_qsl(scope["query_string"].decode()))
        status, body = self.answer(scope["path"], query)
        headers = [(b"content-type", b"application/json;charset=UTF-8"), (b"x-rate-limit-limit", b"10000")]
        headers += [(b"x-rate-limit-remaining", str(self.remaining).encode()), (b"x-rate-limit-reset", b"3600")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})

    def answer(self, path: str, query: dict[str, str]) -> tuple[int, dict[str, Any]]:
        self.calls.append((path, query))
        self.remaining -= 1
        if path in self.refused:
            http, code, message = self.refused[path]
            return http, {"code": code, "message": message}
        if path == "/books/v3/organizations":
            company = {"organization_id": "1", "name": "Tea Ltd", "currency_code": "GBP", "price_precision": 2}
            return 200, {"code": 0, "message": "success", "organizations": [company | {"time_zone": "Europe/London"}]}
        key = ENVELOPES[path]
        rows, context = self.page(list(self.rows.values()) if key == "invoices" else [], query)
        if key == "invoices":
            self.drift(int(query["page"]))
        return 200, {"code": 0, "message": "success", key: rows, "page_context": context}

    def page(self, rows: list[dict[str, Any]], query: dict[str, str]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        column, order = query.get("sort_column", ""), query.get("sort_order", "D")
        if column not in self.sorts:
            column = "invoice_number"
        since = query.get("last_modified_time")
        if since and self.reading == "from":
            rows = [row for row in rows if row["last_modified_time"] >= since]
        elif since and self.reading == "exact":
            rows = [row for row in rows if row["last_modified_time"] == since]
        rows = sorted(rows, key=lambda row: str(row[column]), reverse=order == "D")
        page, size = int(query["page"]), int(query["per_page"])
        found = [dict(row) for row in rows[(page - 1) * size : page * size]]
        for row in found:
            if row["invoice_id"] in self.silent:
                del row["last_modified_time"]
        more = len(rows) > page * size
        return found, {
            "page": page,
            "per_page": size,
            "has_more_page": more,
            "report_name": "Invoices",
            "sort_column": column,
            "sort_order": order,
        }

    def pages_read(self) -> int:
        return sum(path == "/books/v3/invoices" for path, _ in self.calls)
