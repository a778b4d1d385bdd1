"""Client CPU per call against a hand-written httpx2 call of the same request and decode, over one canned transport.

The hand-written call is what a careful programmer writes: query and header built per call, status checked, fractions
decoded as Decimal. Both run in the same process in interleaved rounds; the ratio is of the best rounds.
"""

import time
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import httpx2
import msgspec

from bench.measurement import Measurement
from tallystick.rest.operation import Shape
from tallystick.rest.transport import HttpxTransport
from tallystick.vendors.zoho_books.client import Client
from tallystick.vendors.zoho_books.operations import OPERATIONS

ROUNDS = 30
ORGANIZATION = "10234695"
URL = "https://www.zohoapis.com/books/v3/invoices"
HEADERS = {
    "content-type": "application/json;charset=UTF-8",
    "content-disposition": "attachment;",
    "allow": "OPTIONS, DELETE, POST, GET, PUT",
    "build_version": "Jun_08_2026_23452",
    "cache-control": "no-store, no-cache, must-revalidate, private",
    "pragma": "no-cache",
    "expires": "Thu, 01 Jan 1970 00:00:00 GMT",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "server": "ZGS",
    "x-rate-limit-limit": "10000000",
    "x-rate-limit-remaining": "9999000",
    "x-rate-limit-reset": "40000",
}
EXAMPLES: dict[str, Any] = {"number": Decimal("1150.25"), "integer": 15, "boolean": False, "string": "Some wire text"}


def example(shape: Shape, depth: int = 0) -> Any:
    """A value of this shape as the wire has it: one item per array, some numbers left empty."""
    if shape.type_ == "object":
        return {name: example(field, depth + 1) for name, field in shape.fields.items()}
    if shape.type_ == "array":
        return [example(shape.items, depth + 1)] if shape.items else []
    return EXAMPLES.get(shape.type_, "")


class Canned(httpx2.BaseTransport):
    """Answers every request with the same response."""

    def __init__(self, status: int, body: Any) -> None:
        self.status = status
        self.content = msgspec.json.Encoder(decimal_format="number").encode(body)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        return httpx2.Response(self.status, headers=HEADERS, content=self.content)


def answers() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A page of one invoice, a page of 200, and the answer to a create."""
    listed, created = OPERATIONS["list_invoices"].result, OPERATIONS["create_invoice"].result
    assert listed is not None
    assert created is not None
    one = {"code": 0, "message": "success", **example(listed)}
    one["invoices"][0]["invoice_id"] = "982000000567001"
    many = {**one, "invoices": one["invoices"] * 200}
    return one, many, {"code": 0, "message": "The invoice has been created.", **example(created)}


def cost(calls: int, rivals: list[Callable[[], Any]]) -> list[float]:
    """CPU seconds per call of each, best of interleaved rounds."""
    best = [float("inf")] * len(rivals)
    for _ in range(ROUNDS):
        for place, rival in enumerate(rivals):
            started = time.process_time()
            for _ in range(calls):
                rival()
            best[place] = min(best[place], (time.process_time() - started) / calls)
    return best


def measure() -> Iterable[Measurement]:
    one, many, created = answers()
    lines = [{"item_id": "982000000030049", "rate": Decimal("120.50"), "quantity": number} for number in range(1, 6)]
    body = {"customer_id": "982000000567001", "date": "2026-11-17", "line_items": lines}
    params: dict[str, Any] = {"filter_by": "Status.Unpaid", "sort_column": "date", "page": 1, "per_page": 200}
    decoder = msgspec.json.Decoder(float_hook=Decimal)
    encoder = msgspec.json.Encoder(decimal_format="number")
    plain = {"Authorization": "Zoho-oauthtoken 1000.aa.bb"}
    typed = {**plain, "Content-Type": "application/json"}

    for what, answer, status, calls, bound in (
        ("list of one invoice", one, 200, 300, 1.15),
        ("list of 200 invoices", many, 200, 15, 1.15),
        ("create an invoice", created, 201, 200, 1.3),
    ):
        canned = Canned(status, answer)
        http = httpx2.Client(transport=canned)
        ours = httpx2.Client(transport=canned)
        client = Client(
            organization_id=ORGANIZATION,
            access_token="1000.aa.bb",
            plan="unlimited",
            transport=HttpxTransport(http=ours),
        )

        def by_hand(http: httpx2.Client = http) -> Any:
            response = http.get(URL, params={"organization_id": ORGANIZATION, **params}, headers=plain)
            response.raise_for_status()
            return decoder.decode(response.content)

        def create_by_hand(http: httpx2.Client = http) -> Any:
            query = {"organization_id": ORGANIZATION}
            response = http.post(URL, params=query, headers=typed, content=encoder.encode(body))
            response.raise_for_status()
            return decoder.decode(response.content)

        def by_client(client: Client = client) -> Any:
            return client.call("list_invoices", params=params)

        def create_by_client(client: Client = client) -> Any:
            return client.call("create_invoice", body=body)

        rivals: list[Callable[[], Any]] = [create_by_hand, create_by_client] if status == 201 else [by_hand, by_client]
        assert rivals[0]().keys() == rivals[1]().keys()
        hand, own = cost(calls, rivals)
        note = f"{own * 1e6:,.0f} µs against {hand * 1e6:,.0f} µs by hand, {len(canned.content):,} bytes"
        yield Measurement(f"client CPU per call, {what}", own / hand, "×", bound, note=note)
        http.close()
        ours.close()
