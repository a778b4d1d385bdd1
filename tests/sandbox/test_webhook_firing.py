"""When a webhook fires: records that come, change and go, by rules, by events of its own, by dates; and when it does not."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.webhook_entities import ENTITIES
from tallystick.zoho_books import parse_webhook
from tests.sandbox.conftest import Start
from tests.sandbox.webhooks import Hooked

Hooks = Callable[..., Hooked]


@pytest.fixture
def hooked(start: Start) -> Hooked:
    return Hooked(start)


def test_a_rule_fires_for_records_that_come_and_change_and_for_no_others(hooked: Hooked) -> None:
    rule = hooked.rule(hooked.webhook())
    ada = hooked.contact("Ada")
    hooked.call("PUT", f"/books/v3/contacts/{ada}", json={"contact_name": "Ada Ltd"})
    hooked.call("GET", f"/books/v3/contacts/{ada}")
    hooked.made("/items", "item", name="Lamp", rate=5)
    assert hooked.sent() == ["created", "edited"]
    assert hooked.sent() == []
    hooked.call("POST", f"/books/v3/settings/workflows/{rule}/inactive")
    hooked.contact("Bea")
    assert hooked.sent() == []
    hooked.call("POST", f"/books/v3/settings/workflows/{rule}/active")
    hooked.contact("Cyd")
    assert hooked.sent() == ["created"]


def test_a_refused_call_fires_nothing(hooked: Hooked) -> None:
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    assert hooked.call("POST", "/books/v3/contacts", json={"contact_name": "Ada"}).status == 400
    assert len(hooked.sent()) == 1


def test_the_payload_is_the_record_as_a_get_answers_it(hooked: Hooked) -> None:
    hooked.webhook("invoice", ["created"])
    invoice = hooked.invoice(hooked.contact("Ada"))
    got = hooked.call("GET", f"/books/v3/invoices/{invoice}").json["invoice"]
    hooked.sent()
    raw = msgspec.json.decode(hooked.inbox.bodies[0])
    assert raw["organization_id"] == int(hooked.sandbox.organization.id)
    assert raw["invoice"]["invoice_id"] == int(invoice)
    told = parse_webhook(hooked.inbox.bodies[0].encode())
    assert (told.entity, told.organization_id) == ("invoice", hooked.sandbox.organization.id)
    exact = msgspec.json.Decoder(float_hook=Decimal).decode(msgspec.json.encode(got))
    assert told.record == exact


def test_ids_are_text_when_they_are_read_so(start: Start) -> None:
    hooked = Hooked(start, readings={"webhook_ids": "text"})
    hooked.webhook(events=["created"])
    ada = hooked.contact("Ada")
    hooked.sent()
    assert msgspec.json.decode(hooked.inbox.bodies[0])["contact"]["contact_id"] == ada


def test_a_deleted_record_is_told_as_it_last_was(hooked: Hooked) -> None:
    hooked.webhook(events=["deleted"])
    ada = hooked.contact("Ada", notes="Kept to the end")
    last = hooked.call("GET", f"/books/v3/contacts/{ada}").json["contact"]
    assert hooked.call("DELETE", f"/books/v3/contacts/{ada}").status == 200
    assert hooked.sent() == ["deleted"]
    told = parse_webhook(hooked.inbox.bodies[0].encode()).record
    assert (told["contact_id"], told["notes"]) == (ada, "Kept to the end")
    assert told.keys() == last.keys()
    assert hooked.sandbox.organization.book.audit() == []
    assert ada not in hooked.sandbox.organization.book.contacts


def test_a_payment_changes_its_invoice_and_a_rule_sees_the_fields(hooked: Hooked) -> None:
    hooked.rule(hooked.webhook("invoice"), "edit", "invoice", field_update=["status"])
    ada = hooked.contact("Ada")
    invoice = hooked.invoice(ada)
    hooked.call("POST", f"/books/v3/invoices/{invoice}/status/sent")
    hooked.call("PUT", f"/books/v3/invoices/{invoice}", json={"notes": "Thanks"})
    pay = {"customer_id": ada, "payment_mode": "cash", "amount": 60, "date": "2026-05-28"}
    hooked.made("/customerpayments", "payment", **pay, invoices=[{"invoice_id": invoice, "amount_applied": 60}])
    hooked.sent()
    told = [parse_webhook(body.encode()).record for body in hooked.inbox.bodies]
    assert [(one["status"], one["balance"]) for one in told] == [("sent", 100), ("partially_paid", 40)]


@pytest.mark.parametrize(
    ("comparator", "fires"), [("or", True), ("any", True), ("and", False), ("except_or", False), ("except_and", False)]
)
def test_the_fields_of_an_edit_are_compared_as_the_rule_says(hooked: Hooked, comparator: str, fires: bool) -> None:  # noqa: FBT001  a column of the table
    fields: dict[str, Any] = {"field_update": ["website", "notes"], "field_update_comparator": comparator}
    hooked.rule(hooked.webhook(), "edit", **fields)
    ada = hooked.contact("Ada")
    hooked.call("PUT", f"/books/v3/contacts/{ada}", json={"contact_name": "Ada", "notes": "Owes"})
    assert bool(hooked.sent()) is fires


@pytest.mark.parametrize(
    ("field", "comparator", "value", "fires"),
    [
        ("contact_type", "equal", "vendor", False),
        ("contact_type", "not_equal", "vendor", True),
        ("contact_name", "starts_with", "ada", True),
        ("contact_name", "contains", "bea", False),
        ("contact_name", "does_not_contain", "bea", True),
        ("credit_limit", "greater_than", "99.5", True),
        ("credit_limit", "less_than_or_equal", 100, True),
        ("credit_limit", "less_than", 100, False),
        ("credit_limit", "greater_than_or_equal", 101, False),
        ("website", "is_empty", "", True),
        ("website", "is_not_empty", "", False),
    ],
)
def test_a_rule_fires_for_records_that_meet_its_criteria(
    hooked: Hooked,
    field: str,
    comparator: str,
    value: Any,
    fires: bool,  # noqa: FBT001  a column of the table
) -> None:
    criteria = [{"field": field, "comparator": comparator, "value": value}]
    hooked.rule(hooked.webhook(), "add", rule={"criteria": criteria})
    hooked.contact("Ada", credit_limit=100)
    assert bool(hooked.sent()) is fires


def test_an_edit_can_count_the_first_time_only(hooked: Hooked) -> None:
    hooked.rule(hooked.webhook(), "edit", apply_rule_always=False)
    ada = hooked.contact("Ada")
    for name in ("Ada & Co", "Ada Ltd"):
        hooked.call("PUT", f"/books/v3/contacts/{ada}", json={"contact_name": name})
    assert hooked.sent() == ["edited"]


def test_customers_and_vendors_are_told_apart(hooked: Hooked) -> None:
    hooked.webhook("vendor", ["vendor_created"])
    hooked.contact("Ada", contact_type="customer")
    hooked.contact("Bea", contact_type="vendor")
    hooked.sent()
    assert [parse_webhook(body.encode()).record["contact_name"] for body in hooked.inbox.bodies] == ["Bea"]


@pytest.mark.parametrize(("reading", "count"), [("created", 1), ("silent", 0)])
def test_a_webhook_alone_fires_as_it_is_read(start: Start, reading: str, count: int) -> None:
    hooked = Hooked(start, readings={"webhook_alone": reading})
    hooked.webhook("customer")
    ada = hooked.contact("Ada")
    hooked.call("PUT", f"/books/v3/contacts/{ada}", json={"contact_name": "Ada Ltd"})
    assert len(hooked.sent()) == count


def test_a_webhook_that_a_rule_uses_fires_by_the_rule_alone(hooked: Hooked) -> None:
    hooked.rule(hooked.webhook(), "delete")
    hooked.contact("Ada")
    assert hooked.sent() == []


def test_a_new_webhook_sends_an_empty_delivery_when_it_is_read_so(start: Start) -> None:
    hooked = Hooked(start, readings={"webhook_test": "sent"})
    hooked.webhook(raw_data="${JSONString}")
    assert hooked.sent() == ["test"]
    assert parse_webhook(hooked.inbox.bodies[0].encode()).is_test


@pytest.mark.parametrize(("difference", "days"), [("before", 28), ("after", 32)])
def test_a_date_fires_a_rule_once_when_the_clock_has_come_to_it(hooked: Hooked, difference: str, days: int) -> None:
    when = {"date_field": "due_date", "time": "08:00", "day_difference": 2, "day_difference_type": difference}
    hooked.rule(hooked.webhook("invoice"), "date", "invoice", **when)
    hooked.invoice(hooked.contact("Ada"), date="2026-05-28", payment_terms=30, due_date="2026-06-27")
    hooked.control("POST", "/sandbox/clock", json={"advance": (days - 1) * 86_400})
    assert hooked.sent() == []
    hooked.control("POST", "/sandbox/clock", json={"advance": 86_400})
    assert hooked.sent() == ["date"]
    hooked.control("POST", "/sandbox/clock", json={"advance": 10 * 86_400})
    assert hooked.sent() == []


def test_what_the_clock_makes_happen_fires_too(hooked: Hooked) -> None:
    hooked.webhook("invoice", ["created"])
    profile = {
        "recurrence_name": "Rent",
        "customer_id": hooked.contact("Ada"),
        "recurrence_frequency": "weeks",
        "repeat_every": 1,
        "start_date": "2026-06-01",
        "line_items": [{"description": "Rent", "rate": 100}],
    }
    hooked.made("/recurringinvoices", "recurring_invoice", **profile)
    hooked.control("POST", "/sandbox/clock", json={"advance": 12 * 86_400})
    assert hooked.sent() == ["created", "created"]


def test_no_more_fire_in_a_day_than_the_vendor_lets(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tallystick.vendors.zoho_books.emulator.firing.DAY_MAX", 2)
    hooked = Hooked(start, limits=True)
    hooked.webhook(events=["created"])
    for name in "abc":
        hooked.contact(name)
    assert len(hooked.sent()) == 2
    hooked.control("POST", "/sandbox/clock", json={"advance": 86_400})
    hooked.renew()
    hooked.contact("d")
    assert len(hooked.sent()) == 1


def test_what_waits_and_what_was_sent_come_back_from_the_state_file(start: Start, tmp_path: Path) -> None:
    hooked = Hooked(start, state=tmp_path / "a")
    hooked.webhook(events=["created"])
    hooked.contact("Ada")
    hooked.sent()
    hooked.contact("Bea")
    rows = sorted(map(repr, hooked.sandbox.organization.rows()))
    hooked.sandbox.close()
    again = Hooked(start, company="", state=tmp_path / "a")
    assert sorted(map(repr, again.sandbox.organization.rows())) == rows
    assert len(again.sent()) == 1
    (told,) = again.inbox.bodies
    assert parse_webhook(told.encode()).record["contact_name"] == "Bea"


def test_documents_of_every_trade_are_told_under_their_own_key(hooked: Hooked) -> None:
    entities = ("item", "estimate", "salesorder", "invoice", "customer_payment", "creditnote", "bill", "expense")
    for entity in (*entities, "purchase_order", "journal"):
        hooked.webhook(entity, ["created"])
    ada, bob = hooked.contact("Ada"), hooked.contact("Bob", contact_type="vendor")
    item = hooked.made("/items", "item", name="Lamp", rate=5, purchase_rate=3)["item_id"]
    sold = {"customer_id": ada, "line_items": [{"item_id": item, "rate": 5, "quantity": 2}]}
    accounts = hooked.call("GET", "/books/v3/chartofaccounts").json["chartofaccounts"]
    named = {account["account_name"]: account["account_id"] for account in accounts}
    bought = {"account_id": named["Office Supplies"], "rate": 3, "quantity": 2}
    hooked.made("/estimates", "estimate", **sold)
    hooked.made("/salesorders", "salesorder", **sold)
    hooked.invoice(ada)
    hooked.made("/customerpayments", "payment", customer_id=ada, payment_mode="cash", amount=5, date="2026-05-28")
    hooked.made("/creditnotes", "creditnote", **sold)
    hooked.made("/bills", "bill", vendor_id=bob, bill_number="B-1", date="2026-05-28", line_items=[bought])
    hooked.made("/purchaseorders", "purchaseorder", vendor_id=bob, line_items=[bought])
    paid = {"account_id": named["Office Supplies"], "paid_through_account_id": named["Petty Cash"]}
    hooked.made("/expenses", "expense", date="2026-05-28", amount=7, **paid)
    entry = {"amount": 5, "account_id": named["Petty Cash"]}
    lines = [{**entry, "debit_or_credit": side} for side in ("debit", "credit")]
    hooked.made("/journals", "journal", journal_date="2026-05-28", line_items=lines)
    hooked.sent()
    keys = [parse_webhook(body.encode()).entity for body in hooked.inbox.bodies]
    assert keys == [
        *("item", "estimate", "salesorder", "invoice", "payment", "creditnote", "bill", "purchaseorder", "expense"),
        "journal",
    ]


def test_every_entity_can_be_read_where_it_says(sandbox: Sandbox) -> None:
    for name, entity in ENTITIES.items():
        found = sandbox.emulator.operations.find("GET", f"{entity.path}/1")
        assert found is not None, name
        assert (found[0].method, found[0].path) in sandbox.emulator.handlers, name
