"""The lives of journals: taxes on their lines where a country lets them carry any, and reversals that wait."""

from datetime import UTC, datetime
from decimal import Decimal

from tests.vendors.zoho_books.emulator.conftest import Api, Json


def lines(api: Api, tax_id: str, paid: float) -> list[Json]:
    cost = {"account_id": api.account("Rent Expense"), "debit_or_credit": "debit", "amount": 100, "tax_id": tax_id}
    return [cost, {"account_id": api.account("Petty Cash"), "debit_or_credit": "credit", "amount": paid}]


def test_a_journal_balances_with_its_taxes(api: Api) -> None:
    tax_id = api.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax")["tax_id"]
    body = {"journal_date": "2026-06-09", "line_items": lines(api, tax_id, 100)}
    reply = api("POST", "/journals", body)
    assert (reply.status, reply.message) == (400, "The debits and the credits of a journal must be equal.")
    journal = api.made("/journals", {**body, "line_items": lines(api, tax_id, 120)}, "journal")
    assert (journal["total"], journal["line_item_total"]) == (120, 100)
    assert journal["taxes"] == [
        {"tax_name": "VAT (20%)", "tax_amount": 20, "debit_or_credit": "debit", "tax_account": True}
    ]
    cost, paid = journal["line_items"]
    assert (cost["tax_id"], cost["tax_name"], cost["tax_percentage"]) == (tax_id, "VAT", 20)
    assert (paid["tax_id"], paid["tax_percentage"]) == ("", "")
    assert api.book.balance(api.account("Tax Payable")) == Decimal(20)
    path = f"/journals/{journal['journal_id']}"
    assert api("PUT", path, {"notes": "kept"})["journal"]["taxes"] == journal["taxes"]
    assert api("DELETE", f"/settings/taxes/{tax_id}").code == 36
    untaxed = lines(api, "", 100)
    assert api("PUT", path, {"line_items": untaxed})["journal"]["taxes"] == []
    assert api.book.balance(api.account("Tax Payable")) == 0


def test_a_tax_that_is_not_there_is_refused(api: Api) -> None:
    reply = api("POST", "/journals", {"journal_date": "2026-06-09", "line_items": lines(api, "9", 100)})
    assert (reply.status, reply.code) == (404, 1002)


def test_a_scheduled_reversal_is_written_when_its_day_comes(api: Api) -> None:
    body = {"journal_date": "2026-06-09", "line_items": lines(api, "", 100)}
    journal = api.made("/journals", body, "journal")["journal_id"]
    path = f"/journals/{journal}/reverse"
    asked = {"reversal_date": "2026-07-01", "is_reversal_scheduled": "true"}
    assert api("POST", path, **asked)["journal"]["journal_id"] == journal
    assert len(api.get("/journals")["journals"]) == 1
    rent = api.account("Rent Expense")
    organization = api.sandbox.emulator.organizations[api.organization_id]
    organization.catch_up(datetime(2026, 6, 30, 9, tzinfo=UTC))
    assert api.book.balance(rent) == 100
    api.sandbox.clock.set(datetime(2026, 7, 2, 9, tzinfo=UTC))
    organization.catch_up(api.sandbox.clock.now())
    assert [one.date.isoformat() for one in api.book.journals.values()] == ["2026-06-09", "2026-07-01"]
    assert api.book.balance(rent) == 0


def credit(api: Api, account: str, side: str, contact: str, amount: float) -> Json:
    """Return a journal with one line of credit on a control account."""
    other = {"debit": "credit", "credit": "debit"}[side]
    rows = [
        {"account_id": api.account(account), "debit_or_credit": side, "amount": amount, "customer_id": contact},
        {"account_id": api.account("General Income"), "debit_or_credit": other, "amount": amount},
    ]
    return api.made("/journals", {"journal_date": "2026-06-09", "line_items": rows}, "journal")


def test_a_journals_credit_is_set_against_invoices_and_taken_back(api: Api) -> None:
    customer = api.made("/contacts", {"contact_name": "Acme"}, "contact")["contact_id"]
    sale = {"customer_id": customer, "date": "2026-06-01", "line_items": [{"name": "Paper", "rate": 100}]}
    invoice = api.made("/invoices", sale, "invoice")["invoice_id"]
    journal = credit(api, "Accounts Receivable", "credit", customer, 60)
    line = journal["line_items"][0]["line_id"]
    path = f"/journals/{journal['journal_id']}"
    assert (journal["available_receivables_credits"], journal["available_payables_credits"]) == (60, 0)
    assert api.get(f"{path}/credits")["credits"] == [{"credit_id": line, "amount": 60, "balance": 60}]
    over = api(
        "POST", f"{path}/credits/{line}/invoices", {"invoices": [{"invoice_id": invoice, "amount_applied": 101}]}
    )
    assert over.code == 24016
    body = {"invoices": [{"invoice_id": invoice, "amount_applied": 40}]}
    reply = api("POST", f"{path}/credits/{line}/invoices", body)
    assert (reply.code, reply.message) == (0, "success")
    assert api.get(f"{path}/credits")["credits"][0]["balance"] == 20
    assert [one["invoice_id"] for one in api.get(path)["journal"]["invoices_credited"]] == [invoice]
    assert api.get(f"/invoices/{invoice}")["invoice"]["balance"] == 60
    assert api("PUT", path, {"notes": "x"}).code != 0
    assert api("DELETE", path).code != 0
    assert api("DELETE", f"{path}/credits/{line}/payables").code == 1002
    assert api("DELETE", f"{path}/credits/{line}/receivables").code == 0
    assert api.get(f"/invoices/{invoice}")["invoice"]["balance"] == 100
    assert api("DELETE", path).code == 0


def test_a_journals_credit_is_set_against_bills_and_only_by_a_line_that_is_credit(api: Api) -> None:
    vendor = api.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor"}, "contact")["contact_id"]
    cost = {"account_id": api.account("Rent Expense"), "rate": 100, "quantity": 1}
    body = {"vendor_id": vendor, "bill_number": "B-1", "date": "2026-06-01", "line_items": [cost]}
    bill = api.made("/bills", body, "bill")["bill_id"]
    journal = credit(api, "Accounts Payable", "debit", vendor, 60)
    line, other = (row["line_id"] for row in journal["line_items"])
    path = f"/journals/{journal['journal_id']}/credits"
    asked = {"invoices": [{"invoice_id": bill, "amount_applied": 60}]}
    assert api("POST", f"{path}/{other}/bills", asked).code == 1002
    assert api("POST", f"{path}/{line}/invoices", asked).code == 1002
    assert api("POST", f"{path}/{line}/bills", {"invoices": []}).code == 2
    assert api("POST", f"{path}/{line}/bills", asked).code == 0
    assert api.get(f"/bills/{bill}")["bill"]["balance"] == 40
    assert api("DELETE", f"{path}/{line}/payables").code == 0
    assert api.get(f"/bills/{bill}")["bill"]["balance"] == 100
