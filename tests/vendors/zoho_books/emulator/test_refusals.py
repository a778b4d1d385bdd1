"""What is refused: the vendor's status, code and words, and nothing changed by it."""

from collections.abc import Callable
from typing import Any

import pytest

from tallystick.books.refusal import Reason
from tallystick.books.refusal import Refused as BookRefused
from tallystick.vendors.zoho_books.emulator.errors import ERRORS
from tallystick.vendors.zoho_books.emulator.refusals import CONTACTS, TABLE, refuse
from tests.vendors.zoho_books.emulator.conftest import Api

Ask = Callable[[Api, str, dict[str, Any]], tuple[str, str, Any]]
LINE = {"description": "Work", "rate": 1}
CASES: dict[str, tuple[Ask, int, int, str]] = {
    "a second customer of one name": (
        lambda *_: ("POST", "/contacts", {"contact_name": " BOWMAN and co"}),
        400,
        3062,
        'The customer "BOWMAN and co" already exists. Please specify a different name.',
    ),
    "a rename to a name in use": (
        lambda api, *_: ("PUT", f"/contacts/{api.customer('Other')}", {"contact_name": "Bowman and Co"}),
        400,
        3062,
        'The customer "Bowman and Co" already exists. Please specify a different name.',
    ),
    "a customer with transactions": (
        lambda _, customer, __: ("DELETE", f"/contacts/{customer}", None),
        400,
        1004,
        "",
    ),
    "an invoice for nobody": (
        lambda *_: ("POST", "/invoices", {"customer_id": "1", "line_items": [LINE]}),
        400,
        1002,
        "The Customer is not accessible.",
    ),
    "an invoice without lines": (
        lambda _, customer, __: ("POST", "/invoices", {"customer_id": customer, "line_items": []}),
        400,
        4016,
        "",
    ),
    "an unknown invoice": (lambda *_: ("GET", "/invoices/999", None), 404, 1002, "Invoice does not exist."),
    "an unknown item on a line": (
        lambda _, customer, __: ("POST", "/invoices", {"customer_id": customer, "line_items": [{"item_id": "9"}]}),
        404,
        1002,
        "Item does not exist.",
    ),
    "more than is due": (
        lambda _, customer, invoice: (
            "POST",
            "/customerpayments",
            {
                "customer_id": customer,
                "amount": 500,
                "invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": 100.01}],
            },
        ),
        400,
        24016,
        "The amount entered is more than the balance due for the selected invoices.",
    ),
    "a payment of nothing": (
        lambda _, customer, __: ("POST", "/customerpayments", {"customer_id": customer, "amount": 0}),
        400,
        2,
        "Invalid value passed for amount",
    ),
    "a journal that does not balance": (
        lambda api, *_: (
            "POST",
            "/journals",
            {
                "journal_date": "2026-06-09",
                "line_items": [
                    {"account_id": api.account("Sales"), "debit_or_credit": "debit", "amount": 5},
                    {"account_id": api.account("General Income"), "debit_or_credit": "credit", "amount": 4},
                ],
            },
        ),
        400,
        990000,
        "",
    ),
    "an address part that is too long": (
        lambda *_: ("POST", "/contacts", {"contact_name": "Long", "billing_address": {"address": "x" * 100}}),
        400,
        15,
        "Please ensure that the address has less than 100 characters.",
    ),
    "a date that is none": (
        lambda _, customer, __: (
            "POST",
            "/invoices",
            {"customer_id": customer, "date": "2026-02-30", "line_items": [LINE]},
        ),
        400,
        2,
        "Invalid value passed for date",
    ),
    "an unknown sort of item": (
        lambda *_: ("POST", "/items", {"name": "X", "rate": 1, "item_type": "mystery"}),
        400,
        2,
        "Invalid value passed for item_type",
    ),
    "too many lines": (
        lambda _, customer, __: ("POST", "/invoices", {"customer_id": customer, "line_items": [LINE] * 201}),
        400,
        990000,
        "",
    ),
    "the base currency gone": (
        lambda api, *_: ("DELETE", f"/settings/currencies/{api.book.base_currency.id}", None),
        400,
        990000,
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_refusal_has_the_vendors_code_and_changes_nothing(api: Api, name: str) -> None:
    ask, http, code, message = CASES[name]
    customer = api.customer()
    method, path, body = ask(api, customer, api.invoice(customer, 100))
    before = api.book.changes()
    reply = api(method, path, body)
    assert (reply.status, reply.code) == (http, code), reply.json
    assert reply.message == (message or reply.message)
    assert api.book.changes() == before


def test_a_paid_invoice_is_neither_changed_voided_nor_deleted(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    path = f"/invoices/{invoice['invoice_id']}"
    applied = [{"invoice_id": invoice["invoice_id"], "amount_applied": 10}]
    api.made("/customerpayments", {"customer_id": customer, "amount": 10, "invoices": applied}, "payment")
    before = api.book.changes()
    for method, at, body in (
        ("PUT", path, {"line_items": [LINE]}),
        ("DELETE", path, None),
        ("POST", f"{path}/status/void", None),
        ("POST", f"{path}/status/draft", None),
    ):
        reply = api(method, at, body)
        assert reply.status == 400, (method, at)
        assert "payments" in reply.message
    assert api.book.changes() == before


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_of_the_book_has_an_error_of_the_vendor(reason: Reason) -> None:
    for kind in ("invoice", "contact", ""):
        refused = BookRefused(reason, field="lines[3].quantity", kind=kind, value="X", lines_max=200, length_max=9)
        answer = refuse(refused)
        assert 400 <= answer.http <= 500
        assert "{" not in answer.message
    assert TABLE[reason][0] in ERRORS
    assert all(name in ERRORS for name, _ in CONTACTS.values())
