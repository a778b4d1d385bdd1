"""A mirror filled by hand and the pages over it: real SQLite, real templates, every figure known beforehand."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest

from tallystick.mapping import Mapped
from tallystick.mirror import Mirror, open_mirror
from tallystick.mirror.merge import Arrival, finish_pass, merge_page
from tallystick.mirror.state import StreamState
from tallystick.model.company import CompanyInfo
from tallystick.model.credit_note import CreditNote, CreditNoteStatus
from tallystick.model.invoice import Invoice, InvoiceStatus
from tallystick.model.linked import LinkedCustomer
from tallystick.model.payment import Payment, PaymentStatus
from tallystick.sync import Report
from tallystick.web.site import About, site

NOW = dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC)
"""Already the 24th where the company lives."""
TODAY = dt.date(2026, 11, 24)
REPORT = Report(calls=8, rows=0, created=0, updated=0, deleted=0, quarantined=0, finished=True, streams=())
STREAMS = ("contacts", "invoices", "credit_notes", "payments", "refunds")


class Ledger:
    """Writes records into a mirror as a sync would."""

    def __init__(self, mirror: Mirror) -> None:
        self.mirror = mirror
        mirror.keep_company(
            CompanyInfo(id="1", company_name="Böttcher & Söhne", currency="EUR", time_zone="Europe/Berlin"), "{}"
        )

    def invoice(
        self,
        number: str,
        total: str,
        *,
        due: dt.date,
        status: InvoiceStatus = InvoiceStatus.AUTHORISED,
        balance: str | None = None,
        customer: str = "Anna Adler",
        currency: str = "EUR",
        issued: dt.date = dt.date(2026, 9, 1),
    ) -> None:
        record = Invoice(
            id=number,
            number=number,
            customer=LinkedCustomer(id="c1", display_name=customer),
            invoice_date=issued,
            due_date=due,
            status=status,
            currency=currency,
            currency_rate=Decimal(1) if currency == "EUR" else None,
            total=Decimal(total),
            balance=Decimal(total if balance is None else balance),
            updated_at=NOW,
        )
        self._merge("invoices", record)

    def credit_note(self, number: str, total: str, *, issued: dt.date) -> None:
        record = CreditNote(
            id=number,
            number=number,
            date_issued=issued,
            status=CreditNoteStatus.AUTHORISED,
            currency="EUR",
            currency_rate=Decimal(1),
            total_amount=Decimal(total),
            balance=Decimal(0),
            updated_at=NOW,
        )
        self._merge("credit_notes", record)

    def payment(self, number: str, total: str, *, paid: dt.date) -> None:
        record = Payment(
            id=number,
            number=number,
            transaction_date=paid,
            status=PaymentStatus.PAID,
            currency="EUR",
            currency_rate=Decimal(1),
            total_amount=Decimal(total),
            updated_at=NOW,
        )
        self._merge("payments", record)

    def finish(self) -> None:
        for stream in STREAMS:
            finish_pass(self.mirror, stream, StreamState(), at=NOW - dt.timedelta(minutes=5), unseen_since=None)

    def _merge(self, stream: str, record: Any) -> None:
        raw = msgspec.json.encode(record).decode()
        arrival = Arrival(record.id, stream, raw, Mapped(record, {}, {}))
        merge_page(self.mirror, stream, [arrival], StreamState(), at=NOW)


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[Mirror]:
    opened = open_mirror(tmp_path / "mirror.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def ledger(mirror: Mirror) -> Ledger:
    return Ledger(mirror)


class Reader:
    """Asks the pages over HTTP, in this process."""

    def __init__(self, mirror: Mirror, refresh: Callable[[], Report] = lambda: REPORT) -> None:
        self.site = site(
            mirror=mirror,
            now=lambda: NOW,
            refresh=refresh,
            about=About(source="A test.", attribution="Somebody <else>"),
        )

    def get(self, path: str) -> httpx2.Response:
        return self.ask("GET", path)

    def ask(self, method: str, path: str) -> httpx2.Response:
        return asyncio.run(self.asking(method, path))

    async def asking(self, method: str, path: str) -> httpx2.Response:
        transport = httpx2.ASGITransport(self.site, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path)


@pytest.fixture
def reading(mirror: Mirror) -> Callable[[Callable[[], Report]], Reader]:
    """Readers of pages with a refresh of the test's own."""
    return lambda refresh: Reader(mirror, refresh)


@pytest.fixture
def reader(mirror: Mirror) -> Reader:
    return Reader(mirror)
