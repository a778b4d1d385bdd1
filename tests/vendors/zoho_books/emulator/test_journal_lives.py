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
