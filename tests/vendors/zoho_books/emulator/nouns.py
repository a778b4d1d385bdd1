"""One document of each noun, made over the wire, for tests that every noun goes through."""

from collections.abc import Callable
from typing import Any

from tests.vendors.zoho_books.emulator.conftest import TODAY, Api

DAY = TODAY.isoformat()


def _sale(api: Api) -> dict[str, Any]:
    return {"customer_id": _party(api, "customer"), "line_items": [{"name": "Desk", "rate": "12.5", "quantity": 2}]}


def _purchase(api: Api) -> dict[str, Any]:
    line = {"name": "Paper", "rate": 9, "quantity": 3, "account_id": api.account("Rent Expense")}
    return {"vendor_id": _party(api, "vendor"), "line_items": [line]}


def _party(api: Api, kind: str) -> str:
    """Return a new customer or vendor with somebody to write to."""
    person = {"first_name": "Ada", "email": "ada@example.com", "is_primary_contact": True}
    name = f"{kind} {len(api.book.contacts)}"
    return api.customer(name, contact_type=kind, contact_persons=[person])


def _expense(api: Api) -> dict[str, Any]:
    paid = api.account("Petty Cash")
    return {"account_id": api.account("Rent Expense"), "date": DAY, "amount": 7, "paid_through_account_id": paid}


def _journal(api: Api) -> dict[str, Any]:
    sides = (("Sales", "debit"), ("General Income", "credit"))
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": 5} for name, side in sides]
    return {"journal_date": DAY, "line_items": lines}


def _recurring(api: Api) -> dict[str, Any]:
    schedule = {"recurrence_frequency": "months", "repeat_every": 1, "start_date": "2026-07-01"}
    return {"recurrence_name": f"Rent {len(api.book.contacts)}", **schedule}


BODIES: dict[str, Callable[[Api], dict[str, Any]]] = {
    "/invoices": _sale,
    "/estimates": _sale,
    "/salesorders": _sale,
    "/salesreceipts": lambda api: {**_sale(api), "payment_mode": "cash"},
    "/retainerinvoices": _sale,
    "/deliverychallans": lambda api: {**_sale(api), "challan_type": "others"},
    "/creditnotes": _sale,
    "/recurringinvoices": lambda api: {**_sale(api), **_recurring(api)},
    "/recurringbills": lambda api: {**_purchase(api), **_recurring(api)},
    "/recurringexpenses": lambda api: {**_expense(api), "vendor_id": _party(api, "vendor"), **_recurring(api)},
    "/customerpayments": lambda api: {
        "customer_id": _party(api, "customer"),
        "payment_mode": "cash",
        "amount": 20,
        "date": DAY,
    },
    "/bills": lambda api: {**_purchase(api), "bill_number": f"B-{len(api.book.contacts)}", "date": DAY},
    "/purchaseorders": _purchase,
    "/vendorcredits": lambda api: {**_purchase(api), "vendor_credit_number": f"VC-{len(api.book.contacts)}"},
    "/vendorpayments": lambda api: {"vendor_id": _party(api, "vendor"), "amount": 30, "date": DAY},
    "/expenses": _expense,
    "/journals": _journal,
    "/contacts": lambda api: {"contact_name": f"Contact {len(api.book.contacts)}"},
    "/items": lambda api: {"name": f"Item {len(api.book.items)}", "rate": 3},
    "/tasks": lambda _: {"title": "Call the bank"},
    "/projects": lambda api: {
        "project_name": f"Project {len(api.book.contacts)}",
        "customer_id": _party(api, "customer"),
        "billing_type": "fixed_cost_for_project",
        "rate": 100,
    },
}
"""What makes a document of each noun, by the noun's path."""


def make(api: Api, path: str, **fields: Any) -> dict[str, Any]:
    """Make one document of a noun, and return it with its id as `id`."""
    reply = api("POST", path, {**BODIES[path](api), **fields})
    assert reply.status in {200, 201}, reply.json
    found: dict[str, Any] = next(value for value in reply.json.values() if isinstance(value, dict))
    return {**found, "id": reply.headers["location"].rpartition("/")[2]}
