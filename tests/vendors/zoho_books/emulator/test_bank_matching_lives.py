"""Statement lines matched, categorised in every form, and undone; bank transactions with tax and lines; their list."""

import pytest

from tests.vendors.zoho_books.emulator.bank import OPEN, held, imported, opened, rows
from tests.vendors.zoho_books.emulator.conftest import Api, Json


@pytest.fixture
def bank(api: Api) -> str:
    return opened(api)


def bill(api: Api, amount: int) -> Json:
    vendor = api.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor"}, "contact")["contact_id"]
    line = {"account_id": api.account("Rent Expense"), "rate": amount, "quantity": 1}
    return api.made("/bills", {"vendor_id": vendor, "bill_number": "B-1", "line_items": [line]}, "bill")


def test_several_invoices_are_paid_by_one_line_that_is_just_their_sum(api: Api, bank: str) -> None:
    customer = api.customer()
    first, second = (api.invoice(customer, rate)["invoice_id"] for rate in (100, 50))
    line = imported(api, bank, "credit", 150)
    found = api.get(f"{OPEN}/{line}/match")["matching_transactions"]
    assert {(row["transaction_id"], row["transaction_type"]) for row in found} == {
        (first, "invoice"),
        (second, "invoice"),
    }
    assert [row["amount"] for row in api.get(f"{OPEN}/{line}/match", amount_start="60")["matching_transactions"]] == [
        100
    ]
    assert api.get(f"{OPEN}/{line}/match", contact="nobody")["matching_transactions"] == []
    one = {"transaction_id": first, "transaction_type": "invoice"}
    short = api("POST", f"{OPEN}/{line}/match", {"transactions_to_be_matched": [one]})
    assert short.status == 400
    assert api.get("/customerpayments")["customerpayments"] == [], "a refused match records no payment"
    both = {"transactions_to_be_matched": [one, {"transaction_id": second, "transaction_type": "invoice"}]}
    assert api("POST", f"{OPEN}/{line}/match", both).message == "The transaction has been matched."
    assert api.get(f"/invoices/{second}")["invoice"]["status"] == "paid"
    assert held(api, bank) == 150
    assert api("POST", f"/banktransactions/{line}/unmatch").status == 200
    assert len(rows(api, bank, filter_by="Status.ManuallyAdded")) == 2


def test_a_bill_is_paid_by_the_line_it_is_matched_with(api: Api, bank: str) -> None:
    owed = bill(api, 70)
    line = imported(api, bank, "debit", 70)
    [best] = api.get(f"{OPEN}/{line}/match")["matching_transactions"]
    assert (best["transaction_type"], best["is_best_match"], best["contact_name"]) == ("bill", True, "Mill")
    body = {"transactions_to_be_matched": [{"transaction_id": owed["bill_id"], "transaction_type": "bill"}]}
    assert api("POST", f"{OPEN}/{line}/match", body).status == 200
    assert api.get(f"/bills/{owed['bill_id']}")["bill"]["status"] == "paid"


def test_refunds_of_one_credit_note_each_have_their_line(api: Api, bank: str) -> None:
    customer = api.customer()
    body = {"customer_id": customer, "line_items": [{"rate": 100, "description": "Back"}]}
    note = api.made("/creditnotes", body, "creditnote")["creditnote_id"]
    lines = [imported(api, bank, "debit", amount) for amount in (30, 20)]
    for line in lines:
        reply = api("POST", f"{OPEN}/{line}/categorize/creditnoterefunds", {"creditnote_id": note})
        assert reply.message == "The transaction(s) have been categorized.", reply.json
    assert api.get(f"/creditnotes/{note}")["creditnote"]["balance"] == 50
    assert held(api, bank) == -50
    assert api("POST", f"/banktransactions/{lines[0]}/uncategorize").status == 200
    assert len(api.get(f"/creditnotes/{note}/refunds")["creditnote_refunds"]) == 1
    assert api.get(f"/creditnotes/{note}")["creditnote"]["balance"] == 80
    assert held(api, bank) == -20


def test_payments_and_vendor_credits_are_given_back_by_a_line(api: Api, bank: str) -> None:
    payment = api.made("/customerpayments", {"customer_id": api.customer(), "amount": 80}, "payment")["payment_id"]
    line = imported(api, bank, "debit", 15)
    assert api("POST", f"{OPEN}/{line}/categorize/paymentrefunds", {}).code == 2
    reply = api("POST", f"{OPEN}/{line}/categorize/paymentrefunds", {"payment_id": payment})
    assert reply.message == "The transaction(s) have been categorized.", reply.json
    vendor = bill(api, 5)["vendor_id"]
    paid = api.made("/vendorpayments", {"vendor_id": vendor, "amount": 40}, "vendorpayment")["payment_id"]
    back = imported(api, bank, "credit", 25)
    reply = api("POST", f"{OPEN}/{back}/categorize/vendorpaymentrefunds", {"vendorpayment_id": paid})
    assert reply.status == 201, reply.json
    item = {"account_id": api.account("Rent Expense"), "rate": 9, "quantity": 1}
    credit = api.made("/vendorcredits", {"vendor_id": vendor, "line_items": [item]}, "vendor_credit")
    last = imported(api, bank, "credit", 9)
    body = {"vendor_credit_id": credit["vendor_credit_id"]}
    assert api("POST", f"{OPEN}/{last}/categorize/vendorcreditrefunds", body).status == 201
    assert held(api, bank) == 19
    for each in (line, back, last):
        assert api("POST", f"/banktransactions/{each}/uncategorize").status == 200
    assert held(api, bank) == 0


@pytest.mark.parametrize(
    ("side", "kind", "other"),
    [
        ("credit", "deposit", "General Income"),
        ("credit", "sales_without_invoices", "Sales"),
        ("credit", "interest_income", "Interest Income"),
        ("credit", "other_income", "Other Charges"),
        ("credit", "owner_contribution", "Owner's Equity"),
        ("credit", "expense_refund", "Rent Expense"),
        ("credit", "transfer_fund", "Petty Cash"),
        ("debit", "transfer_fund", "Undeposited Funds"),
        ("debit", "owner_drawings", "Drawings"),
    ],
)
def test_a_line_is_categorised_as_what_it_was(api: Api, bank: str, side: str, kind: str, other: str) -> None:
    line = imported(api, bank, side, 12.5)
    field = "from_account_id" if side == "credit" else "to_account_id"
    reply = api("POST", f"{OPEN}/{line}/categorize", {"transaction_type": kind, field: api.account(other)})
    assert reply.status == 201, reply.json
    assert [row["status"] for row in rows(api, bank)] == ["categorized"]
    assert held(api, bank) == (12.5 if side == "credit" else -12.5)
    assert api("POST", f"/banktransactions/{line}/uncategorize").status == 200
    assert held(api, bank) == 0


def test_a_card_is_paid_from_the_bank(api: Api, bank: str) -> None:
    card = opened(api, "Card", "credit_card")
    spent = imported(api, card, "debit", 30)
    rent = {"account_id": api.account("Rent Expense")}
    assert api("POST", f"{OPEN}/{spent}/categorize/expenses", rent).status == 201
    assert held(api, card) == 30, "what is owed on a card is positive"
    line = imported(api, bank, "debit", 30)
    body = {"transaction_type": "card_payment", "to_account_id": card}
    assert api("POST", f"{OPEN}/{line}/categorize", body).status == 201
    assert (held(api, card), held(api, bank)) == (0, -30)


def test_types_with_an_operation_of_their_own_and_other_accounts_are_refused(api: Api, bank: str) -> None:
    line = imported(api, bank, "debit", 5)
    rent = api.account("Rent Expense")
    for body in ({"transaction_type": "expense", "to_account_id": rent}, {"transaction_type": "deposit"}):
        assert api("POST", f"{OPEN}/{line}/categorize", body).message == "Invalid value passed for Transaction Type"
    elsewhere = {"account_id": rent, "paid_through_account_id": api.account("Petty Cash")}
    refused = api("POST", f"{OPEN}/{line}/categorize/expenses", elsewhere)
    assert (refused.status, refused.code) == (400, 108004)
    assert [row["status"] for row in rows(api, bank)] == ["uncategorized"]


def test_sales_without_invoices_carry_tax(api: Api, bank: str) -> None:
    tax = api.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 10}, "tax")["tax_id"]
    line = imported(api, bank, "credit", 110)
    body = {"transaction_type": "sales_without_invoices", "from_account_id": api.account("Sales"), "tax_id": tax}
    assert api("POST", f"{OPEN}/{line}/categorize", body).status == 201
    sales = api.account("Sales")
    body = {"from_account_id": sales, "to_account_id": bank, "amount": 50, "tax_id": tax}
    made = api.made("/banktransactions", {**body, "transaction_type": "sales_without_invoices"}, "banktransaction")
    assert (made["sub_total"], made["tax_amount"], made["total"], made["tax_name"]) == (50, 5, 55, "VAT")
    items = [{"account_id": sales, "item_total": 20, "tax_id": tax}, {"account_id": sales, "item_total": 5}]
    changed = api("PUT", f"/banktransactions/{made['transaction_id']}", {"line_items": items})["banktransaction"]
    assert ([each["item_total"] for each in changed["line_items"]], changed["total"]) == ([20, 5], 27)
    assert held(api, bank) == 137
    trial = {row["account_name"]: row["credit_total"] for row in api.get("/reports/trialbalance")["trial_balance"]}
    assert (trial["Sales"], trial["Tax Payable"]) == (125, 12)


def test_the_list_is_filtered(api: Api, bank: str) -> None:
    imported(api, bank, "debit", 5, payee="Baker", reference_number="R-5", date="2026-05-01")
    imported(api, bank, "debit", 50, description="rolls", date="2026-05-20")
    for query, found in (
        ({"amount": "5"}, [5]),
        ({"amount_start": "6", "amount_end": "50"}, [50]),
        ({"search_text": "ROLL"}, [50]),
        ({"search_text": "baker"}, [5]),
        ({"reference_number": "r-5"}, [5]),
        ({"date": "2026-05-20"}, [50]),
        ({"status": "uncategorized"}, [50, 5]),
        ({"transaction_status": "excluded"}, []),
        ({"transaction_type": "deposit"}, []),
        ({"sort_column": "date", "sort_order": "A"}, [5, 50]),
    ):
        assert [row["amount"] for row in rows(api, bank, **query)] == found, query
    assert api("GET", "/banktransactions", account_id=bank, status="lost").code == 2
    assert api("GET", "/banktransactions", filter_by="Status.All").code == 4
