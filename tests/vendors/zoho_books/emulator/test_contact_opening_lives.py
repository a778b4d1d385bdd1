"""The lives of contacts' opening balances: given, changed, written off."""

from tests.vendors.zoho_books.emulator.conftest import Api


def test_a_contact_is_made_with_an_opening_balance(api: Api) -> None:
    customer = api.customer(opening_balances=[{"opening_balance_amount": 1200, "exchange_rate": 1}])
    contact = api.get(f"/contacts/{customer}")["contact"]
    assert contact["opening_balance_amount"] == contact["outstanding_ob_receivable_amount"] == 1200
    assert contact["outstanding_receivable_amount"] == 1200
    assert contact["has_transaction"] is False
    [row] = api.get(f"/contacts/{customer}/openingbalances")["opening_balances"]
    assert (row["opening_balance_amount"], row["exchange_rate"]) == (1200, 1)
    changed = api("PUT", f"/contacts/{customer}", {"opening_balances": [{"opening_balance_amount": 0}]})
    assert changed["contact"]["outstanding_receivable_amount"] == 0
    assert api("DELETE", f"/contacts/{customer}").status == 200


def test_a_customers_opening_balance_is_written_off_and_due_again(api: Api) -> None:
    customer = api.customer(opening_balances=[{"opening_balance_amount": 1200, "exchange_rate": 1}])
    [row] = api.get(f"/contacts/{customer}/openingbalances")["opening_balances"]
    path = f"/openingbalances/{row['opening_balance_id']}/writeoff"
    reply = api("POST", path, writeoff_date="2026-06-09", reason="gone")
    assert (reply.status, reply.message) == (200, "The opening balance has been written off.")
    contact = api.get(f"/contacts/{customer}")["contact"]
    assert (contact["opening_balance_amount"], contact["outstanding_receivable_amount"]) == (1200, 0)
    assert contact["outstanding_ob_receivable_amount"] == 0
    assert api("POST", path).code != 0
    assert api("POST", f"{path}/cancel").message == "The write-off has been cancelled."
    assert api.get(f"/contacts/{customer}")["contact"]["outstanding_receivable_amount"] == 1200
    assert api("POST", "/openingbalances/999/writeoff").code == 1002


def test_an_opening_balance_of_a_vendor_is_payable(api: Api) -> None:
    mill = api.customer("Paper Mill", contact_type="vendor", opening_balances=[{"opening_balance_amount": 80}])
    contact = api.get(f"/contacts/{mill}")["contact"]
    assert (contact["outstanding_payable_amount"], contact["outstanding_ob_payable_amount"]) == (80, 80)


def test_opening_balances_at_different_rates_are_refused_and_nobody_is_made(api: Api) -> None:
    rows = [{"opening_balance_amount": 1, "exchange_rate": rate} for rate in (2, 3)]
    refused = api("POST", "/contacts", {"contact_name": "Acme", "opening_balances": rows})
    assert (refused.code, refused.message) == (2, "Invalid value passed for exchange_rate")
    assert api.get("/contacts")["contacts"] == []
