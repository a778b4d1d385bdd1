"""Pages into the mirror: what is kept, what is set aside, which events follow, and that a page is whole or nothing."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import apsw
import msgspec
import pytest

from tallystick.mirror import open_mirror
from tallystick.mirror.merge import Merged, finish_pass, merge_page
from tallystick.mirror.state import StreamState, load_state
from tests.mirror.rows import AT, arrival, contact, invoice, merge, mirror_of, payment, refund, table


def test_a_new_record_is_kept_whole_and_announced() -> None:
    mirror = mirror_of()
    assert merge(mirror, "invoices", invoice("1", cf_colour="red")) == Merged(created=1)
    columns = ("number", "total", "total_minor", "status", "due_date", "modified_at")
    assert table(mirror, "invoices", *columns) == [
        ("INV-1", "120.00", 12000, "authorised", "2026-11-04", "2026-10-05T08:00:00+00:00")
    ]
    ((raw, record, extras),) = table(mirror, "mirror_invoices", "raw", "record", "extras")
    assert msgspec.json.decode(raw)["invoice_number"] == "INV-1"
    assert '"total":120.00' in raw
    assert msgspec.json.decode(record)["total"] == "120.00"
    assert msgspec.json.decode(extras) == {"/cf_colour": "red"}
    assert table(mirror, "events", "stream", "id", "kind") == [("invoices", "1", "created")]


def test_the_same_row_again_changes_nothing() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1"))
    assert merge(mirror, "invoices", invoice("1"), sweep=2) == Merged()
    assert table(mirror, "mirror_invoices", "sweep") == [(2,)]
    assert len(table(mirror, "events", "id")) == 1


def test_a_change_is_kept_and_announced() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1"))
    changed = invoice(
        "1", balance=Decimal("20.00"), status="partially_paid", last_modified_time="2026-10-06T09:00:00+0100"
    )
    assert merge(mirror, "invoices", changed) == Merged(updated=1)
    assert table(mirror, "invoices", "balance", "status") == [("20.00", "partially_paid")]


def test_a_word_that_only_the_calendar_changed_is_no_event() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", due_days="Due in 1 day"))
    assert merge(mirror, "invoices", invoice("1", due_days="Overdue by 1 day", status="overdue")) == Merged()
    assert '"overdue"' in table(mirror, "invoices", "raw")[0][0]


def test_a_row_older_than_what_is_kept_is_not_believed() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", total=Decimal(200), last_modified_time="2026-10-07T09:00:00+0100"))
    assert merge(mirror, "invoices", invoice("1", total=Decimal(100)), sweep=2) == Merged()
    assert table(mirror, "mirror_invoices", "total", "sweep") == [(20000, 2)]


def test_times_are_compared_as_instants_not_as_text() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", last_modified_time="2026-10-05T23:30:00-0400"))
    later = invoice("1", total=Decimal(130), last_modified_time="2026-10-06T03:31:00+0000")
    assert merge(mirror, "invoices", later) == Merged(updated=1)


def test_a_bad_record_is_set_aside_and_only_it() -> None:
    mirror = mirror_of()
    bad = invoice("2", total="lots", date="someday")
    assert merge(mirror, "invoices", invoice("1"), bad, invoice("3")) == Merged(created=2, quarantined=1)
    assert table(mirror, "invoices", "id") == [("1",), ("3",)]
    ((key, mistakes, raw),) = table(mirror, "quarantine", "id", "mistakes", "raw")
    assert (key, msgspec.json.decode(raw)["total"]) == ("2", "lots")
    assert sorted(found["place"] for found in msgspec.json.decode(mistakes)) == ["/date", "/total"]


def test_a_record_that_turns_bad_keeps_its_last_good_state_and_is_released_when_it_is_good_again() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1"))
    merge(mirror, "invoices", invoice("1", total="lots"), sweep=2)
    assert table(mirror, "invoices", "total") == [("120.00",)]
    assert finish_pass(mirror, "invoices", StreamState(sweep=2), at=AT, unseen_since=1) == Merged()
    merge(mirror, "invoices", invoice("1", total=Decimal(121)), sweep=3)
    assert table(mirror, "quarantine", "id") == []


def test_a_row_that_is_not_even_an_object_is_set_aside_under_its_fingerprint() -> None:
    mirror = mirror_of()
    assert merge(mirror, "invoices", "what?", invoice("1")) == Merged(created=1, quarantined=1)
    assert table(mirror, "quarantine", "id")[0][0].startswith("sha256:")
    merge(mirror, "invoices", "what?")
    assert len(table(mirror, "quarantine", "id")) == 1


@pytest.mark.parametrize("amount", [Decimal("0.1234567891"), Decimal("99999999999999.123456789")])
def test_an_amount_that_fits_no_column_is_set_aside(amount: Decimal) -> None:
    mirror = mirror_of()
    assert merge(mirror, "invoices", invoice("1", total=amount)) == Merged(quarantined=1)


def test_a_record_a_complete_pass_no_longer_finds_is_buried_and_may_come_back() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1"), invoice("2"))
    merge(mirror, "invoices", invoice("2"), sweep=2)
    assert finish_pass(mirror, "invoices", StreamState(sweep=2), at=AT, unseen_since=1) == Merged(deleted=1)
    assert table(mirror, "invoices", "id") == [("2",)]
    assert finish_pass(mirror, "invoices", StreamState(sweep=2), at=AT, unseen_since=1) == Merged()
    assert merge(mirror, "invoices", invoice("1"), sweep=3) == Merged(created=1)
    kinds = [kind for _, key, kind in table(mirror, "events", "sequence", "id", "kind") if key == "1"]
    assert kinds == ["created", "deleted", "created"]


def test_a_page_that_fails_midway_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "mirror.sqlite"
    mirror = mirror_of(path)
    merge(mirror, "invoices", invoice("1"))
    mirror.store.connection.execute(
        "CREATE TEMP TRIGGER power_cut BEFORE INSERT ON mirror_streams BEGIN SELECT raise(ABORT, 'power cut'); END"
    )
    page = [arrival("invoices", invoice("1", total=Decimal(999))), arrival("invoices", invoice("2"))]
    with pytest.raises(apsw.ConstraintError, match="power cut"):
        merge_page(mirror, "invoices", page, StreamState(sweep=9), at=AT)
    mirror.close()
    again = open_mirror(path)
    assert table(again, "invoices", "id", "total") == [("1", "120.00")]
    assert load_state(again, "invoices") == StreamState(sweep=1)
    assert table(again, "events", "id") == [("1",)]
    assert table(again, "months", "month", "invoiced") == [("2026-10", "120.00")]


def test_two_connections_and_two_tenants_share_a_file_without_seeing_each_other(tmp_path: Path) -> None:
    path = tmp_path / "mirror.sqlite"
    scopes = [("a", "x"), ("a", "y"), ("b", "x")]
    for number, (tenant, connection) in enumerate(scopes):
        mirror = mirror_of(path, tenant=tenant, connection=connection)
        merge(mirror, "invoices", invoice("1", total=Decimal(number + 1)))
        finish_pass(mirror, "invoices", StreamState(sweep=1), at=AT, unseen_since=0)
        mirror.close()
    assert table(open_mirror(path), "months", "tenant || connection", "invoiced") == [
        ("ax", "1.00"),
        ("ay", "2.00"),
        ("bx", "3.00"),
    ]


def test_a_foreign_invoice_has_base_amounts_by_its_rate_rounded_half_up() -> None:
    mirror = mirror_of()
    row = invoice(
        "1", currency_code="JPY", exchange_rate=Decimal("0.00525"), total=Decimal("1001.0"), balance=Decimal(1)
    )
    merge(mirror, "invoices", row)
    assert table(mirror, "invoices", "currency", "total", "rate", "base_total", "base_balance") == [
        ("JPY", "1001", "0.00525", "5.26", "0.01")
    ]


def test_a_foreign_invoice_without_a_rate_has_no_base_amount_and_counts_nowhere() -> None:
    mirror = mirror_of()
    merge(
        mirror, "invoices", invoice("1", currency_code="USD", exchange_rate=Decimal(0)), invoice("2", exchange_rate="")
    )
    assert table(mirror, "invoices", "id", "base_total") == [("1", None), ("2", "120.00")]
    assert table(mirror, "months", "month", "invoiced") == [("2026-10", "120.00")]


def test_more_decimals_than_the_currency_has_are_kept_exactly() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1", total=Decimal("1.005"), balance=Decimal("-0.5")))
    assert table(mirror, "invoices", "total", "balance", "base_total") == [("1.005", "-0.500", "1.01")]


def test_customers_and_suppliers_are_told_apart() -> None:
    mirror = mirror_of()
    merge(mirror, "contacts", contact("1", email="a@b.c"), contact("2", contact_type="vendor"))
    assert table(mirror, "contacts", "id", "resource", "email") == [("1", "customers", "a@b.c"), ("2", "suppliers", "")]


def test_payments_and_refunds_have_their_views() -> None:
    mirror = mirror_of()
    merge(mirror, "payments", payment("1", unused_amount=Decimal("0.5"), bcy_refunded_amount=Decimal("1.25")))
    merge(mirror, "refunds", refund("9"))
    assert table(mirror, "payments", "total", "unallocated", "base_refunded", "date") == [
        ("50.00", "0.50", "1.25", "2026-10-25")
    ]
    assert table(mirror, "refunds", "total", "base_total", "date") == [("7.00", "7.00", "2026-10-28")]


def test_a_page_before_the_company_is_known_is_a_programming_mistake() -> None:
    with pytest.raises(ValueError, match="keep_company"):
        merge_page(open_mirror(":memory:"), "invoices", [], StreamState(), at=dt.datetime.now(dt.UTC))
