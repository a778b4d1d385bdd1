"""The lives of recurring bills, expenses, journals and invoices over the wire: the clock moves, documents are made."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api

SCHEDULE = {"start_date": "2026-06-30", "recurrence_frequency": "months", "repeat_every": 1}


def vendor(api: Api, name: str = "Landlord") -> str:
    return api.customer(name, contact_type="vendor")


def advance(api: Api, days: int) -> None:
    """Let days pass on the calendar alone, so that the access token stays good."""
    clock = api.sandbox.clock
    clock.start(clock.now() + timedelta(days=days))


def act(api: Api, method: str, path: str, body: Any = None) -> str:
    reply = api(method, path, body)
    assert reply.status in {200, 201}, reply.json
    return reply.message


def refused(api: Api, method: str, path: str, body: Any = None) -> int:
    before = api.book.changes()
    reply = api(method, path, body)
    assert reply.status >= 400, reply.json
    assert api.book.changes() == before
    return reply.code


def bill_body(api: Api, **fields: Any) -> dict[str, Any]:
    line = {"account_id": api.account("Rent Expense"), "rate": 900, "quantity": 1}
    return {"vendor_id": vendor(api), "recurrence_name": "Rent", "line_items": [line], **SCHEDULE, **fields}


def test_a_recurring_bill_enters_bills_as_its_months_end(api: Api) -> None:
    profile = api.made("/recurringbills", bill_body(api, payment_terms=15), "recurring_bill")
    assert (profile["status"], profile["next_bill_date"], profile["total"]) == ("active", "2026-06-30", 900)
    advance(api, 60)
    bills = api.get("/bills", recurring_bill_id=profile["recurring_bill_id"], sort_column="date")["bills"]
    assert [(row["date"], row["due_date"], row["total"]) for row in bills] == [
        ("2026-07-30", "2026-08-14", 900),
        ("2026-06-30", "2026-07-15", 900),
    ]
    shown = api.get(f"/recurring_bills/{profile['recurring_bill_id']}")["recurring_bill"]
    assert (shown["last_created_date"], shown["next_bill_date"]) == ("2026-07-30", "2026-08-30")


def test_a_recurring_bill_is_stopped_resumed_changed_and_deleted_under_its_two_paths(api: Api) -> None:
    body = bill_body(api)
    profile = api.made("/recurringbills", body, "recurring_bill")
    path = f"/recurringbills/{profile['recurring_bill_id']}"
    assert act(api, "POST", f"{path}/status/stop") == "The recurring bill has been stopped."
    refused(api, "POST", f"{path}/status/stop")
    [row] = api.get("/recurringbills", filter_by="Status.Stopped")["recurringbills"]
    assert row["recurring_bill_id"] == profile["recurring_bill_id"]
    assert api.get("/recurringbills", status="active")["recurringbills"] == []
    advance(api, 30)
    assert api.get("/bills")["bills"] == []
    assert act(api, "POST", f"{path}/status/resume") == "The recurring bill has been activated."
    reply = api("PUT", path, {"repeat_every": "2", "end_date": "2026-12-31"})
    assert reply.message == "Recurring Bill information has been updated."
    assert (reply["recurring_bill"]["repeat_every"], reply["recurring_bill"]["end_date"]) == (2, "2026-12-31")
    assert refused(api, "POST", "/recurringbills", {**body, "recurrence_frequency": ""}) == 4
    assert refused(api, "POST", "/recurringbills", {**body, "recurrence_frequency": "fortnights"}) == 2
    refused(api, "POST", "/recurringbills", body)
    assert api("DELETE", path).status in {404, 405}
    assert act(api, "DELETE", path.replace("recurringbills", "recurring_bills")) == (
        "The recurring bill has been deleted."
    )
    assert refused(api, "GET", path.replace("recurringbills", "recurring_bills")) == 1002


def test_a_recurring_expense_records_expenses_and_lists_them(api: Api) -> None:
    body = {
        "recurrence_name": "Phone",
        "account_id": api.account("Telephone Expense"),
        "paid_through_account_id": api.account("Petty Cash"),
        "amount": "30.50",
        "description": "Mobile",
        **SCHEDULE,
        "recurrence_frequency": "weeks",
    }
    reply = api("POST", "/recurringexpenses", body)
    profile = reply["recurring_expense"]
    assert reply.message == "The recurring expense has been created"
    assert (profile["next_expense_date"], profile["total"]) == ("2026-06-30", Decimal("30.5"))
    advance(api, 29)
    path = f"/recurringexpenses/{profile['recurring_expense_id']}"
    made = api.get(f"{path}/expenses")["expensehistory"]
    assert [(row["date"], row["total"]) for row in made] == [
        ("2026-06-30", Decimal("30.5")),
        ("2026-07-07", Decimal("30.5")),
    ]
    [row] = api.get("/recurringexpenses", next_expense_date="2026-07-14", account_name="Telephone Expense")[
        "recurring_expenses"
    ]
    assert row["last_created_date"] == "2026-07-07"
    reply = api("PUT", path, {"amount": 40})
    assert reply.message == "Recurring expense information has been updated"
    assert (reply["recurring_expense"]["total"], reply["recurring_expense"]["description"]) == (40, "Mobile")
    assert api.book.balance(api.account("Telephone Expense")) == 61
    assert refused(api, "POST", "/recurringexpenses", {**body, "amount": 0, "recurrence_name": "Other"}) == 2
    assert act(api, "POST", f"{path}/status/stop") == "The recurring expense has been stopped."
    assert act(api, "POST", f"{path}/status/resume") == "The recurring expense has been activated."
    assert act(api, "DELETE", path) == "The recurring expense has been deleted."
    assert len(api.get("/expenses")["expenses"]) == 2


def test_a_recurring_journal_writes_journals_and_may_be_made_as_the_documents_describe_it(api: Api) -> None:
    lines = [
        {"account_id": api.account("Depreciation Expense"), "debit_or_credit": "debit", "amount": 20},
        {"account_id": api.account("Furniture and Equipment"), "debit_or_credit": "credit", "amount": 20},
    ]
    body = {"journal_date": "2026-06-30", "line_items": lines, "notes": "Wear"}
    bare = api.made("/recurringjournals", body, "journal")
    assert (bare["recurrence_frequency"], bare["next_journal_date"]) == ("months", "2026-06-30")
    assert act(api, "POST", f"/recurringjournals/{bare['journal_id']}/status/stop") == "success"
    profile = api.made("/recurringjournals", {**body, "recurrence_name": "Wear", "end_date": "2026-07-01"}, "journal")
    advance(api, 25)
    path = f"/recurringjournals/{profile['journal_id']}"
    [made] = api.get(f"{path}/journals")["journals"]
    assert (made["journal_date"], made["total"], made["status"]) == ("2026-06-30", 20, "published")
    assert api.get(path)["journal"]["status"] == "expired"
    assert [
        row["recurrence_name"]
        for row in api.get("/recurringjournals", filter_by="Status.Expired")["recurring_journals"]
    ] == ["Wear"]
    changed = api("PUT", path, {"notes": "Tear"})
    assert (changed.message, changed["journal"]["notes"]) == ("The journal entry has been updated.", "Tear")
    assert refused(api, "POST", "/recurringjournals", {**body, "line_items": lines[:1]}) == 4016
    assert act(api, "DELETE", path) == "The selected journal entry has been deleted."


def test_a_recurring_journal_carries_taxes_as_a_journal_does(api: Api) -> None:
    tax_id = api.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax")["tax_id"]
    cost = {"account_id": api.account("Rent Expense"), "debit_or_credit": "debit", "amount": 100, "tax_id": tax_id}
    paid = {"account_id": api.account("Petty Cash"), "debit_or_credit": "credit", "amount": 120}
    body = {"journal_date": "2026-06-30", "line_items": [cost, paid]}
    profile = api.made("/recurringjournals", body, "journal")
    assert (profile["total"], profile["line_item_total"]) == (120, 100)
    advance(api, 25)
    [made] = api.get(f"/recurringjournals/{profile['journal_id']}/journals")["journals"]
    journal = api.get(f"/journals/{made['journal_id']}")["journal"]
    assert (
        journal["taxes"]
        == profile["taxes"]
        == [{"tax_name": "VAT (20%)", "tax_amount": 20, "debit_or_credit": "debit", "tax_account": True}]
    )
    assert refused(api, "POST", "/recurringjournals", {**body, "status": "approved"}) == 2


def test_lines_of_a_recurring_invoice_keep_their_price_and_what_is_made_is_listed_by_the_profile(api: Api) -> None:
    lines = [{"description": "Care", "rate": "49.90", "quantity": 2}]
    body = {"customer_id": api.customer(), "recurrence_name": "Care", "line_items": lines, **SCHEDULE}
    profile = api.made("/recurringinvoices", body, "recurring_invoice")
    advance(api, 25)
    page = api.get(f"/recurringinvoices/{profile['recurring_invoice_id']}/invoices")
    assert [(row["date"], row["total"]) for row in page["invoice_history"]] == [("2026-06-30", Decimal("99.8"))]
    assert page["page_context"]["has_more_page"] is False


def test_what_is_made_takes_over_the_custom_fields_and_the_template_of_its_profile(api: Api) -> None:
    lines = [{"description": "Care", "rate": 10, "quantity": 1}]
    field = {"api_name": "cf_region", "value": "North"}
    body = {"customer_id": api.customer(), "recurrence_name": "Care", "line_items": lines, **SCHEDULE}
    profile = api.made("/recurringinvoices", {**body, "custom_fields": [field]}, "recurring_invoice")
    [template] = api.get("/invoices/templates")["templates"]
    path = f"/recurringinvoices/{profile['recurring_invoice_id']}/templates"
    assert act(api, "PUT", f"{path}/{template['template_id']}") == (
        "The template of the recurring invoice has been updated."
    )
    assert refused(api, "PUT", f"{path}/1") == 1002
    advance(api, 25)
    [invoice] = api.get("/invoices")["invoices"]
    assert (invoice["cf_region"], invoice["template_id"]) == ("North", template["template_id"])


@pytest.mark.parametrize("noun", ["recurringbills", "recurringexpenses", "recurringinvoices"])
def test_a_profile_has_its_making_in_its_history(api: Api, noun: str) -> None:
    bodies = {
        "recurringbills": (bill_body(api), "recurring_bill"),
        "recurringexpenses": (
            {"recurrence_name": "P", "account_id": api.account("Telephone Expense"), "amount": 1, **SCHEDULE},
            "recurring_expense",
        ),
        "recurringinvoices": (
            {"recurrence_name": "I", "customer_id": api.customer(), "line_items": [{"rate": 1}], **SCHEDULE},
            "recurring_invoice",
        ),
    }
    body, key = bodies[noun]
    made = api.made(f"/{noun}", body, key)
    [comment] = api.get(f"/{noun}/{made[f'{key}_id']}/comments")["comments"]
    assert comment["comment_type"] == "system"
