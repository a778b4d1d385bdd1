"""The lives of bank accounts, bank transactions and statements, locks, opening balances and revaluations."""

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api, Json

OPEN = "/banktransactions/uncategorized"


@pytest.fixture
def bank(api: Api) -> str:
    body = {"account_name": "Checking", "account_type": "bank", "bank_name": "First"}
    return str(api.made("/bankaccounts", body, "bankaccount")["account_id"])


def imported(api: Api, bank: str, side: str, amount: float) -> str:
    line = {"date": "2026-06-01", "debit_or_credit": side, "amount": amount, "payee": "Bowman"}
    reply = api("POST", "/bankstatements", {"account_id": bank, "transactions": [line]})
    assert (reply.status, reply.message) == (201, "Your bank statement has been imported.")
    lines = api.get(f"/bankaccounts/{bank}/statement/lastimported")["statement"]["transactions"]
    return str(lines[-1]["transaction_id"])


def test_a_bank_account_shows_both_balances(api: Api, bank: str) -> None:
    imported(api, bank, "credit", 70)
    [row] = [each for each in api.get("/bankaccounts")["bankaccounts"] if each["account_id"] == bank]
    assert (row["balance"], row["bank_balance"], row["uncategorized_transactions"]) == (0, 70, 1)
    assert api.get(f"/bankaccounts/{bank}")["bankaccount"]["bank_name"] == "First"
    renamed = api("PUT", f"/bankaccounts/{bank}", {"account_name": "Current"})
    assert renamed.message == "The details of the account have been updated."
    assert api("GET", f"/bankaccounts/{api.account('Sales')}").code == 1002


def test_money_in_becomes_a_customers_payment(api: Api, bank: str) -> None:
    line = imported(api, bank, "credit", 100)
    invoice = api.invoice(api.customer(), 100)
    part = {"invoice_id": invoice["invoice_id"], "amount_applied": 100}
    body = {"customer_id": invoice["customer_id"], "payment_mode": "cash", "invoices": [part]}
    reply = api("POST", f"{OPEN}/{line}/categorize/customerpayments", body)
    assert reply.message == "The transaction(s) have been categorized."
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["status"] == "paid"
    assert api.get("/banktransactions", account_id=bank, filter_by="Status.Uncategorized")["banktransactions"] == []
    [row] = api.get("/banktransactions", account_id=bank)["banktransactions"]
    assert (row["status"], row["amount"]) == ("categorized", 100)


def test_money_out_is_categorised_matched_and_undone(api: Api, bank: str) -> None:
    line = imported(api, bank, "debit", 40)
    rent = api.account("Rent Expense")
    body: Json = {"transaction_type": "owner_drawings", "to_account_id": api.account("Drawings")}
    assert api("POST", f"{OPEN}/{line}/categorize", body).status == 201
    assert api("POST", f"/banktransactions/{line}/uncategorize").message == "Transaction(s) have been uncategorized."
    body = {"transaction_type": "expense", "from_account_id": bank, "to_account_id": rent, "amount": 40}
    made = api.made("/banktransactions", body, "banktransaction")
    elsewhere = api.account("Petty Cash")
    other = api.made("/banktransactions", {**body, "from_account_id": elsewhere}, "banktransaction")
    [best] = api.get(f"{OPEN}/{line}/match")["matching_transactions"]
    assert (best["transaction_id"], best["is_best_match"]) == (made["transaction_id"], True)
    wrong = {"transactions_to_be_matched": [{"transaction_id": other["transaction_id"]}]}
    assert api("POST", f"{OPEN}/{line}/match", wrong).code == 108004
    right = {"transactions_to_be_matched": [{"transaction_id": made["transaction_id"]}]}
    assert api("POST", f"{OPEN}/{line}/match", right).message == "The transaction has been matched."
    assert api("DELETE", f"/banktransactions/{made['transaction_id']}").status == 400
    assert api("POST", f"/banktransactions/{line}/unmatch").status == 200
    assert api("DELETE", f"/banktransactions/{made['transaction_id']}").status == 200


def test_money_out_becomes_an_expense_or_a_payment_to_a_vendor(api: Api, bank: str) -> None:
    line = imported(api, bank, "debit", 25)
    reply = api("POST", f"{OPEN}/{line}/categorize/expenses", {"account_id": api.account("Rent Expense")})
    assert reply.message == "The transaction(s) have been categorized.", reply.json
    assert [row["total"] for row in api.get("/expenses")["expenses"]] == [25]
    vendor = api.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor"}, "contact")["contact_id"]
    other = imported(api, bank, "debit", 30)
    reply = api("POST", f"{OPEN}/{other}/categorize/vendorpayments", {"vendor_id": vendor})
    assert reply.message == "The transaction(s) have been categorized.", reply.json
    assert api.get(f"/bankaccounts/{bank}")["bankaccount"]["balance"] == -55


def test_a_line_is_left_aside_and_taken_up_again(api: Api, bank: str) -> None:
    line = imported(api, bank, "debit", 5)
    assert api("POST", f"{OPEN}/{line}/exclude").message == "The transaction has been excluded."
    [row] = api.get("/banktransactions", account_id=bank, filter_by="Status.Excluded")["banktransactions"]
    assert row["payee"] == "Bowman"
    assert api("POST", f"{OPEN}/{line}/categorize", {"to_account_id": api.account("Rent Expense")}).status == 400
    assert api("POST", f"{OPEN}/{line}/restore").status == 200
    statement = api.get(f"/bankaccounts/{bank}/statement/lastimported")["statement"]["statement_id"]
    assert api("DELETE", f"/bankaccounts/{bank}/statement/{statement}").status == 200
    assert api("GET", "/banktransactions").code == 4


def test_a_locked_period_keeps_documents_out(api: Api) -> None:
    customer = api.customer()
    lock = {"transaction_lock_module": "sales", "transaction_lock_date": "2026-05-31", "reason": "Filed"}
    assert api("PUT", "/transactionlock", lock)["transaction_lock"]["lock_status"] == "locked"
    body = {"customer_id": customer, "date": "2026-05-30", "line_items": [{"rate": 5, "description": "Work"}]}
    refused = api("POST", "/invoices", body, send="true")
    assert (refused.status, "locked" in refused.message) == (400, True)
    assert [each["lock_scope"] for each in api.get("/transactionlocks")["transaction_locks"]] == [1]
    assert api.get("/transactionlocks", lock_scope="2")["transaction_locks"] == []
    assert api("GET", "/transactionlocks", lock_scope="sales").code == 2
    days = {"lock_module": "sales", "start_date": "2026-05-30", "end_date": "2026-05-30", "is_enabled": True}
    assert api("PUT", "/transactionlock/partialunlock", days).status == 200
    assert api("POST", "/invoices", body, send="true").status == 201
    me = api.get("/users/me")["user"]["user_id"]
    again = {**lock, "transaction_lock_date": "2026-06-01", "user_ids": [me], "account_ids": [api.account("Sales")]}
    locked = api("PUT", "/transactionlock", again)["transaction_lock"]
    assert (locked["user_exceptions"], locked["account_exceptions_count"]) == ([me], 1)
    assert api("POST", "/invoices", {**body, "date": "2026-05-29"}, send="true").status == 201
    assert api("PUT", "/transactionlock", {**again, "user_ids": ["999"]}).code == 1002
    assert api("DELETE", "/transactionlock", transaction_lock_id="sales").status == 200
    assert api("DELETE", "/transactionlock", transaction_lock_id="sales").code == 1002


def test_opening_balances_are_saved_and_read(api: Api, bank: str) -> None:
    line = {"account_id": bank, "debit_or_credit": "debit", "amount": 900}
    saved = api("POST", "/settings/openingbalances", {"date": "2025-12-31", "accounts": [line]})
    assert (saved.message, saved["opening_balance"]["total"]) == ("The opening balances are saved!", 900)
    assert api.get(f"/bankaccounts/{bank}")["bankaccount"]["balance"] == 900
    assert api("DELETE", "/settings/openingbalances").status == 200
    assert api.get("/settings/openingbalances")["opening_balance"]["accounts"] == []


def test_foreign_balances_are_valued_at_a_days_rate(api: Api) -> None:
    rows = api.get("/settings/currencies")["currencies"]
    euro = next(row["currency_id"] for row in rows if row["currency_code"] == "EUR")
    customer = api.customer(currency_id=euro)
    api.invoice(customer, 100, exchange_rate=1.1, currency_id=euro, date="2026-05-01")
    body = {"currency_id": euro, "adjustment_date": "2026-05-31", "exchange_rate": 1.3, "notes": "Month"}
    made = api.made("/basecurrencyadjustment", body, "data")
    assert [(each["account_name"], each["gain_or_loss"]) for each in made["accounts"]] == [("Accounts Receivable", 20)]
    [row] = api.get("/basecurrencyadjustment")["base_currency_adjustments"]
    assert row["gain_or_loss"] == 20
    path = f"/basecurrencyadjustment/{row['base_currency_adjustment_id']}"
    assert api("DELETE", path).status == 200
    assert api("GET", path).code == 1002
