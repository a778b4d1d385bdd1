"""The demo company's books through OAuth, client, mapping and mirror: what the mirror says is what the vendor says."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.mirror import Mirror, open_mirror
from tallystick.mirror.read import DueStatus, invoices, months, status_counts, totals
from tallystick.model.company import CompanyInfo
from tallystick.rest.asgi import AsgiTransport
from tallystick.sandbox.world import Sandbox
from tallystick.sync import Report, sync
from tallystick.zoho_books import Client


class Demo:
    """The demo company, a client of it and its mirror."""

    def __init__(self, sandbox: Sandbox, mirror: Mirror) -> None:
        self.sandbox, self.mirror = sandbox, mirror
        self.client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="unlimited")
        self.now = sandbox.clock.now
        self.today = self.now().date()

    def sync(self, *, sweep: bool = False) -> Report:
        return sync(self.client, self.mirror, now=self.now, sweep=sweep)

    def rows(self, operation: str, **params: Any) -> list[dict[str, Any]]:
        return [
            row for page in self.client.pages(operation, params=params) for row in self.client.records(operation, page)
        ]


@pytest.fixture
def demo() -> Iterator[Demo]:
    with Sandbox("demo", strict=True, limits=False) as sandbox:
        demo = Demo(sandbox, open_mirror(":memory:"))
        assert demo.sync().finished
        yield demo
        demo.mirror.close()


def test_the_mirror_agrees_with_the_vendor_to_the_penny(demo: Demo) -> None:
    company = demo.mirror.company()
    assert isinstance(company, CompanyInfo)
    assert (company.currency, company.currency_places, company.time_zone) == ("GBP", 2, "Europe/London")

    owed = sum((row["outstanding_receivable_amount_bcy"] for row in demo.rows("list_contacts")), Decimal(0))
    assert totals(demo.mirror, today=demo.today).outstanding == owed > 0

    overdue = demo.rows("list_invoices", filter_by="Status.OverDue")
    page = invoices(demo.mirror, today=demo.today, statuses=[DueStatus.OVERDUE], per_page=500)
    assert {row.number: row.balance for row in page.rows} == {row["invoice_number"]: row["balance"] for row in overdue}
    assert totals(demo.mirror, today=demo.today).overdue == sum(row["balance"] for row in overdue)

    drafts = demo.rows("list_invoices", filter_by="Status.Draft")
    assert status_counts(demo.mirror, today=demo.today)[DueStatus.DRAFT] == len(drafts)


def test_the_months_agree_with_the_vendors_documents(demo: Demo) -> None:
    wanted: dict[str, list[Decimal]] = {}

    def count(row: dict[str, Any], column: int, amount: Decimal) -> None:
        wanted.setdefault(row["date"][:7], [Decimal(0), Decimal(0)])[column] += amount

    for row in demo.rows("list_invoices"):
        if row["status"] not in {"draft", "void"}:
            count(row, 0, row["total"])
    for row in demo.rows("list_credit_notes"):
        if row["status"] not in {"draft", "void"}:
            count(row, 0, -row["total"])
    for row in demo.rows("list_customer_payments"):
        count(row, 1, row["amount"] - (row["bcy_refunded_amount"] or 0))
    for row in demo.rows("list_credit_note_refunds_of_all_credit_notes"):
        count(row, 1, -row["amount_bcy"])
    found = {
        f"{month.month:%Y-%m}": [month.invoiced, month.collected]
        for month in months(demo.mirror, until=demo.today, count=15)
    }
    assert {month: sums for month, sums in found.items() if any(sums)} == wanted


def test_every_row_of_the_demo_is_understood(demo: Demo) -> None:
    for table in ("contacts", "invoices", "credit_notes", "payments", "refunds"):
        found = demo.mirror.store.connection.execute(f"SELECT DISTINCT extras FROM mirror_{table}")  # noqa: S608 - names written here
        assert found.fetchall() == [(None,)]
    assert demo.mirror.store.connection.execute("SELECT count(*) FROM quarantine").fetchall() == [(0,)]


def test_what_happens_at_the_vendor_arrives_with_the_next_run(demo: Demo) -> None:
    owed = totals(demo.mirror, today=demo.today).outstanding
    row = invoices(demo.mirror, today=demo.today, statuses=[DueStatus.OPEN], newest_first=True).rows[0]
    demo.client.call(
        "create_customer_payment",
        body={
            "customer_id": row.customer_id,
            "payment_mode": "cash",
            "amount": row.balance - 1,
            "date": demo.today,
            "invoices": [{"invoice_id": row.id, "amount_applied": row.balance - 1}],
        },
    )
    report = demo.sync()
    assert (report.created, report.updated) == (1, 1)
    again = invoices(demo.mirror, today=demo.today, search=row.number).rows[0]
    assert (again.balance, again.status) == (Decimal(1), DueStatus.PARTIALLY_PAID)
    assert totals(demo.mirror, today=demo.today).outstanding == owed - row.balance + 1


def test_a_deleted_invoice_leaves_the_mirror_with_the_next_complete_pass(demo: Demo) -> None:
    draft = invoices(demo.mirror, today=demo.today, statuses=[DueStatus.DRAFT]).rows[0]
    demo.client.call("delete_invoice", params={"invoice_id": draft.id})
    assert demo.sync(sweep=True).deleted == 1
    assert invoices(demo.mirror, today=demo.today, search=draft.number).rows == ()
    ((kind,),) = demo.mirror.store.connection.execute(
        "SELECT kind FROM events ORDER BY sequence DESC LIMIT 1"
    ).fetchall()
    assert kind == "deleted"


def test_the_vendors_own_text_is_kept_byte_for_byte(demo: Demo) -> None:
    row = demo.rows("list_invoices", invoice_number=invoices(demo.mirror, today=demo.today).rows[0].number)[0]
    ((raw,),) = demo.mirror.store.connection.execute(
        "SELECT raw FROM invoices WHERE id = ?", (row["invoice_id"],)
    ).fetchall()
    page = next(iter(demo.client.pages("list_invoices", params={"invoice_number": row["invoice_number"]})))
    assert [str(raw).encode()] == [bytes(found) for found in page.rows]
    assert msgspec.json.decode(str(raw))["invoice_id"] == row["invoice_id"]


def test_a_run_of_the_demo_is_cheap_the_second_time(demo: Demo) -> None:
    before = demo.mirror.store.connection.execute("SELECT count(*) FROM events").fetchall()
    report = demo.sync()
    assert (report.created, report.updated, report.deleted) == (0, 0, 0)
    assert demo.mirror.store.connection.execute("SELECT count(*) FROM events").fetchall() == before
    assert next(stream.calls for stream in report.streams if stream.stream == "invoices") == 1
    assert dt.timedelta(0) <= demo.now() - dt.datetime.combine(demo.today, dt.time(), demo.now().tzinfo)
