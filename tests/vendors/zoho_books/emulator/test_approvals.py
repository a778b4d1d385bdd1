"""Approvals as a program sees them: submit, approve, reject, one by one and many at once."""

from collections.abc import Callable
from typing import Any

import pytest

from tallystick.books.documents.settings import UpdateSettings
from tests.vendors.zoho_books.emulator.conftest import Api

Json = dict[str, Any]


def require(api: Api, needed: int = 1) -> None:
    api.sandbox.emulator.organizations[api.organization_id].execute(UpdateSettings(approvals_needed=needed))


def sale(api: Api) -> Json:
    return {"customer_id": api.customer(), "line_items": [{"description": "Work", "rate": 100, "quantity": 1}]}


def purchase(api: Api, **fields: Any) -> Json:
    vendor = api.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor"}, "contact")["contact_id"]
    lines = [{"account_id": api.account("Rent Expense"), "rate": 100, "quantity": 1}]
    return {"vendor_id": vendor, "line_items": lines, **fields}


def journal(api: Api) -> Json:
    sides = (("Rent Expense", "debit"), ("Sales", "credit"))
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": 5} for name, side in sides]
    return {"journal_date": "2026-06-09", "line_items": lines}


NOUNS: dict[str, tuple[Callable[[Api], Json], str, str, str, str]] = {
    "/invoices": (sale, "invoice", "invoice_id", "pending_approval", "status/sent"),
    "/estimates": (sale, "estimate", "estimate_id", "pending_approval", "status/sent"),
    "/salesorders": (sale, "salesorder", "salesorder_id", "pending_approval", "status/open"),
    "/creditnotes": (sale, "creditnote", "creditnote_id", "pending_approval", "status/open"),
    "/retainerinvoices": (sale, "retainerinvoice", "retainerinvoice_id", "pending_approval", "status/sent"),
    "/bills": (
        lambda api: purchase(api, bill_number="B-1"),
        "bill",
        "bill_id",
        "pending_approval",
        "status/open",
    ),
    "/purchaseorders": (purchase, "purchaseorder", "purchaseorder_id", "pending_approval", "status/open"),
    "/vendorcredits": (purchase, "vendor_credit", "vendor_credit_id", "pending_approval", "status/open"),
    "/journals": (journal, "journal", "journal_id", "submitted", "status/publish"),
}


@pytest.mark.parametrize("path", NOUNS)
def test_a_document_is_submitted_approved_and_then_issued(api: Api, path: str) -> None:
    body, key, identity, pending, issue = NOUNS[path]
    require(api)
    made = api.made(path, body(api), key)
    assert made["status"] == "draft"
    one = f"{path}/{made[identity]}"
    early = api("POST", f"{one}/{issue}")
    assert (early.status, early.message.endswith("has to be approved first.")) == (400, True)
    assert api("POST", f"{one}/approve").status == 400
    assert api("POST", f"{one}/submit").status == 200
    shown = api.get(one)[key]
    assert shown["status"] == pending
    if "submitted_date" in shown:
        assert (shown["submitted_date"], shown["submitted_by"]) == ("2026-06-09", shown["submitter_id"])
        assert shown["submitted_by_email"]
    rows = next(value for value in api.get(path, status=pending).json.values() if isinstance(value, list))
    assert [(row[identity], row["status"]) for row in rows] == [(made[identity], pending)]
    assert api("POST", f"{one}/approve").status == 200
    shown = api.get(one)[key]
    assert shown["status"] == "approved"
    if "approvers_list" in shown:
        assert [row["has_approved"] for row in shown["approvers_list"]] == [True]
    assert api.book.trial_balance().debit == 0
    assert api("POST", f"{one}/{issue}").status in {200, 201}
    assert api.get(one)[key]["status"] in {"sent", "open", "published"}


@pytest.mark.parametrize("path", NOUNS)
def test_an_organisation_without_approvals_refuses_them(api: Api, path: str) -> None:
    body, key, identity, _, _ = NOUNS[path]
    made = api.made(path, body(api), key)
    reply = api("POST", f"{path}/{made[identity]}/submit")
    assert (reply.status, reply.message) == (400, "Approvals are not enabled for this organization.")


def test_the_views_of_a_list_show_what_waits_and_what_is_approved(api: Api) -> None:
    require(api)
    customer = api.customer()
    ids = [api.invoice(customer, sent=False)["invoice_id"] for _ in range(3)]
    many = api("POST", "/invoices/submit", invoice_ids=",".join(ids))
    assert many.message == "The invoices have been submitted for approval."
    assert api("POST", "/invoices/approve", invoice_ids=ids[0]).message == "The selected invoices have been approved."
    assert api("POST", f"/invoices/{ids[1]}/reject", reason="wrong price").message == "The invoice has been rejected."

    def view(name: str) -> list[str]:
        return [row["invoice_id"] for row in api.get("/invoices", filter_by=f"Status.{name}")["invoices"]]

    assert (view("Approved"), view("Rejected"), view("PendingApproval")) == ([ids[0]], [ids[1]], [ids[2]])
    assert api.get("/invoices", status="pending_approval")["invoices"][0]["invoice_id"] == ids[2]


def test_of_many_documents_all_are_submitted_or_none(api: Api) -> None:
    require(api)
    customer = api.customer()
    draft, other = (api.invoice(customer, sent=False)["invoice_id"] for _ in range(2))
    assert api("POST", f"/invoices/{other}/submit").status == 200
    assert api("POST", "/invoices/submit", invoice_ids=f"{draft},{other}").status == 400
    assert api.get(f"/invoices/{draft}")["invoice"]["status"] == "draft"
    assert api("POST", "/journals/submit", journal_ids=",".join(["1"] * 26)).code == 2


def test_the_final_approval_ends_a_chain_of_approvers(api: Api) -> None:
    require(api, 3)
    note = api.made("/creditnotes", sale(api), "creditnote")
    one = f"/creditnotes/{note['creditnote_id']}"
    assert api("POST", f"{one}/submit").status == 200
    assert api("POST", f"{one}/approve").status == 200
    assert api.get(one)["creditnote"]["status"] == "pending_approval"
    assert api("POST", f"{one}/approve").message.startswith("You have approved")
    assert api("POST", f"{one}/approve/final").message == "The credit note has been approved."
    assert api.get(one)["creditnote"]["status"] == "approved"


def test_mailing_an_approved_invoice_issues_it_and_a_pending_one_is_not_mailed(api: Api) -> None:
    require(api)
    invoice = api.invoice(api.customer(), sent=False)["invoice_id"]
    assert api("POST", f"/invoices/{invoice}/submit").status == 200
    assert api("POST", f"/invoices/{invoice}/email", {}).status == 400
    assert api("POST", f"/invoices/{invoice}/approve").status == 200
    assert api("POST", f"/invoices/{invoice}/email", {}).status == 200
    assert api.get(f"/invoices/{invoice}")["invoice"]["status"] == "sent"


def test_a_reason_that_is_too_long_is_refused(api: Api) -> None:
    require(api)
    invoice = api.invoice(api.customer(), sent=False)["invoice_id"]
    assert api("POST", f"/invoices/{invoice}/submit").status == 200
    assert api("POST", f"/invoices/{invoice}/reject", reason="x" * 501).code == 15
