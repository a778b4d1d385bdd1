"""Registers and the transactions of an account, base currency adjustments and opening balances seen account by account."""

import pytest

from tests.vendors.zoho_books.emulator.bank import held, imported, opened
from tests.vendors.zoho_books.emulator.conftest import Api, Json


@pytest.fixture
def bank(api: Api) -> str:
    return opened(api)


def moved(api: Api, bank: str, amount: int, **fields: object) -> str:
    body = {"from_account_id": api.account("Petty Cash"), "to_account_id": bank, "amount": amount, **fields}
    return str(
        api.made("/banktransactions", {"transaction_type": "deposit", **body}, "banktransaction")["transaction_id"]
    )


def test_what_moved_in_an_account_is_listed_filtered_and_deleted(api: Api, bank: str) -> None:
    old, new = moved(api, bank, 10, date="2026-05-01"), moved(api, bank, 20, date="2026-06-05")
    path = "/chartofaccounts/accounttransactions"
    found = api.get(path, account_id=bank)["transactions"]
    assert [(row["transaction_id"], row["debit_amount"], row["offset_account_name"]) for row in found] == [
        (new, 20, "Petty Cash"),
        (old, 10, "Petty Cash"),
    ]
    for query, amounts in (
        ({"date_after": "2026-05-01"}, [20]),
        ({"date_end": "2026-05-01"}, [10]),
        ({"amount_greater_than": "10"}, [20]),
        ({"amount_less_equals": "10"}, [10]),
        ({"transaction_type": "journal"}, []),
        ({"sort_column": "debit_amount"}, [10, 20]),
    ):
        found = api.get(path, account_id=bank, **query)["transactions"]
        assert [row["debit_amount"] for row in found] == amounts, query
    assert api("GET", path).code == 4
    assert api("DELETE", f"/chartofaccounts/transactions/{old}").message == "The transaction has been deleted."
    assert api("DELETE", f"/chartofaccounts/transactions/{old}").code == 1002
    assert held(api, bank) == 20


def test_a_register_shows_its_days_and_its_running_balance(api: Api, bank: str) -> None:
    moved(api, bank, 10, date="2026-05-01")
    moved(api, bank, 20, date="2026-06-05")
    path = f"/registers/{bank}/transactions"
    found = api.get(path, optional_columns="running_balance,net_amount")["register_transactions"]
    assert [(row["running_balance"], row["net_amount"]) for row in found["account_transactions"]] == [
        (10, 10),
        (30, 20),
    ]
    assert (found["account_type"], found["gl_closing_balance"]) == ("bank", 30)
    for query, amounts in (
        ({"filter_by": "TransactionDate.ThisMonth"}, [20]),
        ({"filter_by": "TransactionDate.PreviousMonth"}, [10]),
        ({"filter_by": "TransactionDate.ThisYear"}, [10, 20]),
        ({"filter_by": "TransactionDate.PreviousYear"}, []),
        ({"filter_by": "TransactionDate.CustomDate", "from_date": "2026-05-01", "to_date": "2026-05-01"}, [10]),
        ({"sort_order": "D"}, [20, 10]),
    ):
        rows = api.get(path, **query)["register_transactions"]["account_transactions"]
        assert [row["debit_amount"] for row in rows] == amounts, query
    assert api("GET", path, from_date="2026-06-02", to_date="2026-06-01").code == 2
    assert api("GET", "/registers/999/transactions").code == 1002


def test_documents_are_deleted_in_bulk_all_or_none_and_it_is_remembered(api: Api, bank: str) -> None:
    first, second = moved(api, bank, 10), moved(api, bank, 20)
    path = f"/registers/{bank}"
    body: Json = {"entities": [{"entity_id": first}, {"entity_id": "999"}], "bulk_update_reason": "Entered twice"}
    assert api("PUT", f"{path}/transactions/bulkdelete", body).code == 1002
    assert held(api, bank) == 30
    body["entities"] = [{"entity_id": first, "entity_type": "deposit"}, {"entity_id": second}]
    assert api("PUT", f"{path}/transactions/bulkdelete", body).message == "Bulk delete completed."
    assert held(api, bank) == 0
    [action] = api.get(f"{path}/bulkhistory")["bulk_actions_history"]
    assert (action["txn_count"], action["updated_reason"], action["status"]) == ("2", "Entered twice", "completed")
    known = api.get(f"{path}/bulkhistory/{action['bulk_action_id']}")["bulk_action_details"]
    assert [each["entity_id"] for each in known["transactions"]] == [first, second]
    assert api("GET", f"{path}/bulkhistory/999").code == 1002


def test_a_matched_document_stays_in_its_register(api: Api, bank: str) -> None:
    line = imported(api, bank, "credit", 10)
    source = moved(api, bank, 10)
    body = {"transactions_to_be_matched": [{"transaction_id": source}]}
    assert api("POST", f"/banktransactions/uncategorized/{line}/match", body).status == 200
    refused = api("PUT", f"/registers/{bank}/transactions/bulkdelete", {"entities": [{"entity_id": source}]})
    assert (refused.status, held(api, bank)) == (400, 10)


def test_an_adjustment_is_seen_beforehand_valued_again_and_deleted_in_bulk(api: Api) -> None:
    rows = api.get("/settings/currencies")["currencies"]
    euro = next(row["currency_id"] for row in rows if row["currency_code"] == "EUR")
    customer = api.customer(currency_id=euro)
    api.invoice(customer, 100, exchange_rate=1.1, currency_id=euro, date="2026-05-01")
    body = {"currency_id": euro, "adjustment_date": "2026-05-31", "exchange_rate": "1.3", "notes": "Month"}
    seen = api.get("/basecurrencyadjustment/accounts", **body)["data"]["accounts"]
    assert [each["gain_or_loss"] for each in seen] == [20]
    receivable = {"account_id": api.account("Accounts Receivable"), **body}
    [share] = api.get("/basecurrencyadjustment/contacts", **receivable)["contacts"]
    assert (share["contact_id"], share["fcy_balance"], share["gain_or_loss"]) == (customer, 100, 20)
    assert api.get("/basecurrencyadjustment")["base_currency_adjustments"] == [], "looking books nothing"
    made = api.made("/basecurrencyadjustment", body, "data")
    api.invoice(customer, 50, exchange_rate=1.1, currency_id=euro, date="2026-05-02")
    path = f"/basecurrencyadjustment/{made['base_currency_adjustment_id']}"
    for _ in range(2):
        again = api("POST", f"{path}/reevaluate")
        assert again.message == "The base currency adjustment has been reevaluated."
        assert [each["gain_or_loss"] for each in again["data"]["accounts"]] == [30]
    for view, count in (("Date.All", 1), ("Date.ThisYear", 1), ("Date.ThisMonth", 0), ("Date.Today", 0)):
        found = api.get("/basecurrencyadjustment", filter_by=view, sort_column="gain_or_loss")
        assert len(found["base_currency_adjustments"]) == count, view
    ids = made["base_currency_adjustment_id"]
    assert api("DELETE", "/basecurrencyadjustment/bulkdelete", base_currency_adjustment_ids=f"{ids},9").code == 1002
    gone = api("DELETE", "/basecurrencyadjustment/bulkdelete", base_currency_adjustment_ids=ids)
    assert gone.message == "The selected base currency adjustment has been deleted."
    assert api.get("/basecurrencyadjustment")["base_currency_adjustments"] == []


def test_opening_balances_are_seen_account_by_account(api: Api, bank: str) -> None:
    line = {"account_id": bank, "debit_or_credit": "debit", "amount": 900}
    other = {**line, "account_id": api.account("Petty Cash"), "amount": 50}
    assert api("POST", "/settings/openingbalances", {"date": "2025-12-31", "accounts": [line, other]}).status in {
        200,
        201,
    }
    known = api.get("/settings/openingbalancedetails", account_id=bank)["opening_balance"]
    assert ([each["amount"] for each in known["accounts"]], known["total"]) == ([900], 900)
    [row] = api.get("/openingbalances/transactions", account_id=bank)["transactions"]
    assert (row["amount"], row["debit_or_credit"], row["transaction_date"]) == (900, "debit", "2025-12-31")
    other_day = {"account_id": bank, "opening_balance_date": "2026-01-01"}
    assert api.get("/openingbalances/transactions", **other_day)["transactions"] == []
    assert api("GET", "/settings/openingbalancedetails").code == 4
