"""Reports over the wire: the figures of the book under the keys that clients read."""

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


@pytest.fixture
def trading(api: Api) -> Api:
    sold = api.invoice(api.customer(), 1000, date="2026-05-04", due_date="2026-05-10")
    paid = {"invoice_id": sold["invoice_id"], "amount_applied": 400}
    body = {"customer_id": sold["customer_id"], "amount": 400, "date": "2026-06-01", "invoices": [paid]}
    api.made("/customerpayments", body, "payment")
    return api


def test_profit_and_loss_on_both_bases(trading: Api) -> None:
    dates = {"from_date": "2026-05-01", "to_date": "2026-05-31"}
    gross, _, net = trading.get("/reports/profitandloss", **dates)["profit_and_loss"]
    assert (gross["name"], gross["total"], net["total"]) == ("Gross Profit", 1000, 1000)
    [sales] = gross["account_transactions"][0]["account_transactions"]
    assert (sales["name"], sales["total"]) == ("Sales", 1000)
    assert trading.get("/reports/profitandloss", cash_based="true", **dates)["profit_and_loss"][2]["total"] == 0
    assert trading.get("/reports/profitandloss", cash_based="true")["profit_and_loss"][2]["total"] == 400


def test_ageing_by_document_and_by_customer(trading: Api) -> None:
    [row] = trading.get("/reports/aragingdetails", report_date="2026-06-09")["invoiceaging"]
    assert (row["balance"], row["age"], row["customer_name"]) == (600, 30, "Bowman and Co")
    summary = trading.get("/reports/aragingsummary", interval_range="30", number_of_columns="2")
    [group] = summary["ar_aging_summary"]
    assert [(each["interval_1"], each["total"]) for each in group["invoiceagingsummary"]] == [(600, 600)]
    assert trading.get("/reports/apagingsummary")["total"] == 0
    assert trading("GET", "/reports/aragingsummary", interval_range="x").code == 2


def test_account_transactions_come_in_pages(trading: Api) -> None:
    dates = {"from_date": "2026-01-01", "to_date": "2026-12-31"}
    first = trading.get("/reports/accounttransaction", per_page="3", **dates)
    assert len(first["account_transactions"][0]["account_transactions"]) == 3
    assert first["page_context"]["has_more_page"] is True
    receivable = trading.account("Accounts Receivable")
    answer = trading.get("/reports/accounttransaction", account_id=receivable, **dates)
    [group] = answer["account_transactions"]
    assert [(row["debit"], row["credit"], row["balance"]) for row in group["account_transactions"]] == [
        (1000, 0, 1000),
        (0, 400, 600),
    ]


def test_account_transactions_on_a_cash_basis_show_what_was_paid_of_an_invoice(trading: Api) -> None:
    asked = {"account_id": trading.account("Sales"), "from_date": "2026-01-01", "cash_based": "true"}
    [group] = trading.get("/reports/accounttransaction", **asked)["account_transactions"]
    [row] = group["account_transactions"]
    assert (row["date"], row["transaction_type"], row["credit"]) == ("2026-06-01", "invoice", 400)


def test_statements_agree_with_each_other(trading: Api) -> None:
    assets, owed = trading.get("/reports/balancesheet")["balance_sheet"]
    assert assets["total"] == owed["total"] == 1000
    cash = trading.get("/reports/cashflow", from_date="2026-06-01")["cash_flow"]
    assert (cash["beginning_cash_balance"], cash["ending_cash_balance"]) == (0, 400)
    rows = trading.get("/reports/generalledger", from_date="2026-06-01")["general_ledger"]
    assert {row["account_name"]: row["closing_balance"] for row in rows}["Undeposited Funds"] == 400
    trial = trading.get("/reports/trialbalance")
    assert trial["debit_total"] == trial["credit_total"] == 1000
    assert trading.get("/reports/salesbycustomer", from_date="2026-01-01")["sales"][0]["sales"] == 1000


def test_a_report_takes_only_get_and_real_dates(trading: Api) -> None:
    assert trading("POST", "/reports/profitandloss").status == 405
    assert trading("GET", "/reports/profitandloss", from_date="2026-13-01").code == 2
    assert trading("GET", "/reports/nothing").status == 404
