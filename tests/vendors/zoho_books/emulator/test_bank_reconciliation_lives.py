"""The lives of reconciliations, and what bank accounts answer of themselves."""

import pytest

from tests.vendors.zoho_books.emulator.bank import imported, opened
from tests.vendors.zoho_books.emulator.conftest import Api, Json

JUNE = {"start_date": "2026-06-01", "end_date": "2026-06-30"}


@pytest.fixture
def bank(api: Api) -> str:
    return opened(api)


def moved(api: Api, bank: str, amount: int) -> str:
    body = {"from_account_id": api.account("Petty Cash"), "to_account_id": bank, "amount": amount, "date": "2026-06-02"}
    return str(
        api.made("/banktransactions", {**body, "transaction_type": "deposit"}, "banktransaction")["transaction_id"]
    )


def test_a_reconciliation_is_drafted_finished_and_undone(api: Api, bank: str) -> None:
    first, second = moved(api, bank, 100), moved(api, bank, 40)
    path = f"/bankaccounts/{bank}/reconciliations"
    body: Json = {**JUNE, "closing_balance": 140, "save_option": "draft"}
    body["transactions_to_be_reconciled"] = [{"transaction_id": first}]
    made = api("POST", path, body)
    assert made.message == "The reconciliation has been created.", made.json
    draft = made["reconciliation"]
    assert (draft["status"], draft["difference"], len(draft["transactions"])) == ("draft", 40, 2)
    one = f"{path}/{draft['reconciliation_id']}"
    assert api("PUT", one, {"save_option": "reconcile"}).status == 400
    both = {"transactions_to_be_reconciled": [{"transaction_id": first}, {"transaction_id": second}]}
    assert api("PUT", f"{one}/draft", both).message == "The reconciliation draft has been saved."
    done = api("PUT", one, {"save_option": "reconcile"})
    assert (done.message, done["reconciliation"]["status"]) == ("The reconciliation has been updated.", "reconciled")
    refused = api("PUT", f"/banktransactions/{first}", {"amount": 99})
    assert (refused.status, "reconciled" in refused.message) == (400, True)
    assert api("DELETE", f"/banktransactions/{first}").status == 400
    assert [each["status"] for each in api.get(path)["reconciliations"]] == ["reconciled"]
    assert api("PUT", f"{one}/draft", {}).status == 200
    assert api("DELETE", f"/banktransactions/{second}").status == 200
    assert len(api.get(one)["reconciliation"]["transactions"]) == 1
    assert api("DELETE", one).message == "The reconciliation has been deleted."
    assert api("GET", one).code == 1002


def test_a_reconciliation_of_another_account_is_not_found(api: Api, bank: str) -> None:
    made = api("POST", f"/bankaccounts/{bank}/reconciliations", {**JUNE, "closing_balance": 0})["reconciliation"]
    other = opened(api, "Other")
    assert api("GET", f"/bankaccounts/{other}/reconciliations/{made['reconciliation_id']}").code == 1002
    assert api("GET", f"/bankaccounts/{api.account('Sales')}/reconciliations").code == 1002
    assert api("POST", f"/bankaccounts/{bank}/reconciliations", JUNE).status == 400
    wrong = {**JUNE, "closing_balance": 0, "save_option": "perhaps"}
    assert api("POST", f"/bankaccounts/{other}/reconciliations", wrong).code == 2


def test_what_is_owed_on_a_card_is_reconciled_as_the_card_issuer_writes_it(api: Api) -> None:
    card = opened(api, "Card", "credit_card")
    body = {
        "account_id": api.account("Rent Expense"),
        "amount": 30,
        "paid_through_account_id": card,
        "date": "2026-06-03",
    }
    expense = api.made("/expenses", body, "expense")["expense_id"]
    body = {**JUNE, "closing_balance": 30, "save_option": "reconcile"}
    named = {"transactions_to_be_reconciled": [{"transaction_id": expense}]}
    made = api("POST", f"/bankaccounts/{card}/reconciliations", {**body, **named})
    assert (made.status, made["reconciliation"]["cleared_amount"]) == (200, 30), made.json


def test_a_bank_account_tells_how_it_fares(api: Api, bank: str) -> None:
    moved(api, bank, 100)
    imported(api, bank, "credit", 70)
    path = f"/bankaccounts/{bank}"
    balance = api.get(f"{path}/balance")["balance"]
    assert (balance["balance"], balance["bank_balance"]) == (100, 70)
    parts = api.get(f"{path}/balances")["balances"]
    assert (parts["not_in_statement"], parts["uncategorized_amount"]) == (100, 70)
    assert bank in {each["account_id"] for each in api.get("/bankaccounts/balances")["balances"]}
    assert api.get(f"{path}/overview")["overview"]["uncategorized_count"] == 1
    assert api.get("/bankaccounts/overview")["overview"]["uncategorized_transactions"] == 1
    assert api.get(f"{path}/insights")["insights"]["cash_flow"][-1]["money_in"] == 100
    assert len(api.get(f"{path}/transactions")["banktransactions"]) == 2
    assert api.get(f"{path}/subaccounts")["bankaccounts"] == []


def test_a_foreign_account_holds_its_own_currency(api: Api) -> None:
    rows = api.get("/settings/currencies")["currencies"]
    euro = next(row["currency_id"] for row in rows if row["currency_code"] == "EUR")
    bank = opened(api, "Euro", currency_id=euro)
    body = {"from_account_id": api.account("Petty Cash"), "to_account_id": bank, "amount": 100}
    api.made("/banktransactions", {**body, "currency_id": euro, "exchange_rate": 2}, "banktransaction")
    found = api.get(f"/bankaccounts/{bank}")["bankaccount"]
    assert (found["balance"], found["bcy_balance"], found["currency_code"]) == (100, 200, "EUR")
    listed = api.get("/bankaccounts", sort_column="balance", sort_order="D")["bankaccounts"]
    assert listed[0]["account_id"] == bank
