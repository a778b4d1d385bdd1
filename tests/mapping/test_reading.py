"""Reading a vendor's row: what is mapped, what is kept, and how every mistake is told at once."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tallystick.mapping import (
    COUNT,
    DATE,
    FLAG,
    INSTANT,
    RATE,
    Alias,
    Amount,
    Choice,
    Composed,
    Computed,
    Dropped,
    Field,
    Group,
    Input,
    Lines,
    Mapped,
    Mapping,
    Reference,
    Rejected,
    coverage_of,
    restore,
    to_model,
    to_vendor,
)
from tallystick.model.address import Address
from tallystick.model.invoice import Invoice, InvoiceStatus
from tallystick.model.line import InvoiceLineItem
from tallystick.model.linked import LinkedCustomer

ADDRESS = Mapping(Address, {"town": Field("city"), "zip": Field("postal_code"), "zipcode": Alias("zip")})
LINE = Mapping(
    InvoiceLineItem,
    {"what": Field("description"), "price": Amount("unit_price"), "at": Field("line_number", COUNT)},
)
INVOICE = Mapping(
    Invoice,
    {
        "key": Reference("id", required=True),
        "buyer": Reference("customer.id"),
        "buyer_name": Field("customer.display_name"),
        "state": Choice(
            "status",
            {"unsent": InvoiceStatus.DRAFT, "sent": InvoiceStatus.AUTHORISED, "late": InvoiceStatus.AUTHORISED},
        ),
        "mood": Choice("channel", {"good": "web"}, lenient=True),
        "day": Field("invoice_date", DATE),
        "made": Field("created_at", INSTANT),
        "sum": Amount("total"),
        "mailed": Field("invoice_sent", FLAG),
        "ship": Group("shipping_address", ADDRESS),
        "rows": Lines("line_items", LINE),
        "rebate": Input(("discount_percentage",)),
        "colour": Dropped("paint"),
    },
    computed={
        "discount_percentage": Computed(
            ("rebate",), lambda _values, row: RATE.parse(row["rebate"]) if row.get("rebate") else None
        )
    },
    composed={"rebate": Composed(("discount_percentage",), lambda invoice: invoice.discount_percentage)},
)


def read(row: object) -> Mapped[Invoice]:
    outcome = to_model(INVOICE, row)
    assert isinstance(outcome, Mapped), outcome
    return outcome


def mistakes(row: object) -> dict[str, str]:
    outcome = to_model(INVOICE, row)
    assert isinstance(outcome, Rejected), outcome
    return {found.place: found.reason for found in outcome.mistakes}


def test_a_row_becomes_a_record_with_exact_values() -> None:
    record = read(
        {
            "key": 15,
            "buyer": "7",
            "buyer_name": "Ada",
            "state": "sent",
            "day": "2026-11-23",
            "made": "2026-06-09T16:22:34-0400",
            "sum": Decimal("99999999999999.995"),
            "mailed": "true",
            "ship": {"town": "Hull", "zip": "HU1"},
            "rows": [{"what": "Tea", "price": "1.10", "at": 1}],
            "rebate": "7.5",
            "colour": "red",
        }
    ).record
    assert record == Invoice(
        id="15",
        customer=LinkedCustomer(id="7", display_name="Ada"),
        status=InvoiceStatus.AUTHORISED,
        invoice_date=dt.date(2026, 11, 23),
        created_at=dt.datetime(2026, 6, 9, 20, 22, 34, tzinfo=dt.UTC),
        total=Decimal("99999999999999.995"),
        invoice_sent=True,
        shipping_address=Address(city="Hull", postal_code="HU1"),
        line_items=(InvoiceLineItem(description="Tea", unit_price=Decimal("1.10"), line_number=1),),
        discount_percentage=Decimal("7.5"),
    )


def test_unset_values_leave_their_fields_unset() -> None:
    record = read({"key": "1", "buyer": "", "sum": "", "day": None, "ship": {}, "rows": "", "state": ""}).record
    assert record == Invoice(id="1")


def test_an_object_with_nothing_set_is_no_record() -> None:
    assert read({"key": "1", "ship": {"town": "", "zip": ""}}).record.shipping_address is None


def test_every_mistake_of_a_row_is_told_with_its_place() -> None:
    assert mistakes(
        {
            "sum": "twelve",
            "day": "23.11.2026",
            "made": "2026-06-09T16:22:34",
            "mailed": 1,
            "state": "lost",
            "ship": {"town": 5, "zip": []},
            "rows": [{"price": "1"}, {"price": True, "at": "1.5"}, "tea"],
            "rebate": "half",
        }
    ).keys() == {
        "/key",
        "/sum",
        "/day",
        "/made",
        "/mailed",
        "/state",
        "/ship/zip",
        "/rows/1/price",
        "/rows/1/at",
        "/rows/2",
        "/rebate",
    }


@pytest.mark.parametrize("row", [None, [], "invoice", 5])
def test_what_is_no_object_is_one_mistake(row: object) -> None:
    assert mistakes(row) == {"/": "is not an object"}


@pytest.mark.parametrize("day", ["2026-02-30", "20261123", "2026-11-23T00:00:00", "", 20261123])
def test_only_days_of_the_calendar_are_days(day: object) -> None:
    found = to_model(INVOICE, {"key": "1", "day": day})
    assert isinstance(found, Mapped) == (day == "")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1e30", "1,5", "£3", True, [], {}])
def test_what_is_no_amount_is_refused(amount: object) -> None:
    assert "/sum" in mistakes({"key": "1", "sum": amount or "x"})


def test_a_float_is_the_programs_mistake_and_never_read() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        to_model(INVOICE, {"key": "1", "sum": 1.1})


def test_a_missing_key_and_a_bad_one_are_told_apart() -> None:
    assert mistakes({}) == {"/key": "is missing"}
    assert mistakes({"key": []}) == {"/key": "is not text"}


def test_unknown_keys_are_kept_wherever_they_stand() -> None:
    row = {
        "key": "1",
        "new": {"a": [1]},
        "a/b": 2,
        "ship": {"town": "Hull", "what3words": "x.y.z"},
        "rows": [{"tax": 3}],
    }
    mapped = read(row)
    assert mapped.extras == {"/new": {"a": [1]}, "/a~1b": 2, "/ship/what3words": "x.y.z", "/rows/0/tax": 3}
    assert restore(INVOICE, mapped) == row | {"rows": [{"tax": 3}]}


def test_a_finer_word_of_the_vendor_is_kept_beside_the_record() -> None:
    mapped = read({"key": "1", "state": "late"})
    assert mapped.record.status is InvoiceStatus.AUTHORISED
    assert restore(INVOICE, mapped)["state"] == "late"
    assert to_vendor(INVOICE, mapped.record)["state"] == "sent"


def test_an_undocumented_word_refuses_nothing_where_the_choice_is_lenient() -> None:
    mapped = read({"key": "1", "mood": "sour"})
    assert mapped.record.channel is None
    assert restore(INVOICE, mapped)["mood"] == "sour"


def test_another_spelling_is_read_only_when_the_first_is_absent() -> None:
    assert read({"key": "1", "ship": {"zipcode": "B", "zip": "A"}}).record.shipping_address == Address(postal_code="A")
    assert read({"key": "1", "ship": {"zipcode": "B"}}).record.shipping_address == Address(postal_code="B")


def test_a_list_longer_than_any_real_document_is_refused_before_it_is_read() -> None:
    assert mistakes({"key": "1", "rows": [{}] * 20_001}) == {"/rows": "has more than 20000 parts"}


def test_coverage_puts_every_key_and_field_in_one_list() -> None:
    keys: dict[str, Any] = {"key": {}, "rebate": {}, "colour": {}, "smell": {}, "ship": {"town": {}, "planet": {}}}
    vendor, model = coverage_of(INVOICE, keys)
    assert vendor.mapped == ("/key", "/ship/town")
    assert vendor.computed == ("/rebate",)
    assert vendor.dropped == ("/colour",)
    assert vendor.silent == ("/smell", "/ship/planet")
    assert {"id", "customer.id", "line_items"} <= set(model.mapped)
    assert model.computed == ("discount_percentage",)
    assert {"number", "customer.email"} <= set(model.silent)
