"""Vendor rows as they come over the wire, and how they get into a mirror, for tests."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec

from tallystick.mapping import Rejected, to_model
from tallystick.mirror import Mirror, open_mirror
from tallystick.mirror.merge import Arrival, Merged, merge_page
from tallystick.mirror.state import StreamState
from tallystick.model.company import CompanyInfo
from tallystick.vendors.zoho_books.mapping import STREAMS

AT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
BY_NAME = {stream.name: stream for stream in STREAMS}
_encoder = msgspec.json.Encoder(decimal_format="number")


def mirror_of(path: Any = ":memory:", *, currency: str = "GBP", **scope: str) -> Mirror:
    mirror = open_mirror(path, **scope)
    mirror.keep_company(CompanyInfo(id="1", company_name="Tea Ltd", currency=currency, currency_places=2), "{}")
    return mirror


def invoice(key: str, **changes: Any) -> dict[str, Any]:
    row = {
        "invoice_id": key,
        "invoice_number": f"INV-{key}",
        "customer_id": "77",
        "customer_name": "Ada & Co",
        "status": "sent",
        "date": "2026-10-05",
        "due_date": "2026-11-04",
        "currency_code": "GBP",
        "exchange_rate": Decimal("1.0"),
        "total": Decimal("120.00"),
        "balance": Decimal("120.00"),
        "created_time": "2026-10-05T09:00:00+0100",
        "last_modified_time": "2026-10-05T09:00:00+0100",
    }
    return row | changes


def credit_note(key: str, **changes: Any) -> dict[str, Any]:
    row = {
        "creditnote_id": key,
        "creditnote_number": f"CN-{key}",
        "customer_id": "77",
        "status": "open",
        "date": "2026-10-20",
        "currency_code": "GBP",
        "total": Decimal("20.00"),
        "balance": Decimal("20.00"),
    }
    return row | changes


def payment(key: str, **changes: Any) -> dict[str, Any]:
    row = {
        "payment_id": key,
        "payment_number": key,
        "customer_id": "77",
        "date": "2026-10-25",
        "amount": Decimal("50.00"),
        "bcy_amount": Decimal("50.00"),
        "bcy_refunded_amount": Decimal("0.00"),
    }
    return row | changes


def refund(key: str, **changes: Any) -> dict[str, Any]:
    row = {
        "creditnote_refund_id": key,
        "creditnote_id": "5",
        "date": "2026-10-28",
        "amount_fcy": Decimal("7.00"),
        "amount_bcy": Decimal("7.00"),
    }
    return row | changes


def contact(key: str, **changes: Any) -> dict[str, Any]:
    return {
        "contact_id": key,
        "contact_name": f"Contact {key}",
        "contact_type": "customer",
        "status": "active",
    } | changes


def arrival(stream: str, row: Any) -> Arrival:
    declared = BY_NAME[stream]
    mapping = declared.choose(row) if isinstance(row, dict) else declared.mappings[0]
    outcome = to_model(mapping, row)
    key = (isinstance(row, dict) and row.get(declared.id_key)) if isinstance(outcome, Rejected) else outcome.record.id
    return Arrival(key or "", mapping.resource, _encoder.encode(row).decode(), outcome)


def merge(mirror: Mirror, stream: str, *rows: Any, sweep: int = 1) -> Merged:
    arrivals = [arrival(stream, row) for row in rows]
    return merge_page(mirror, stream, arrivals, StreamState(sweep=sweep), at=AT)


def table(mirror: Mirror, view: str, *columns: str) -> list[tuple[Any, ...]]:
    asked = f"SELECT {', '.join(columns)} FROM {view} ORDER BY 1"  # noqa: S608 - names written in the tests
    return mirror.store.connection.execute(asked).fetchall()
