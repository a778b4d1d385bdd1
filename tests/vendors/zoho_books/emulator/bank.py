"""A bank account of the sandbox's company and lines of its statement."""

from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api, Json

OPEN = "/banktransactions/uncategorized"


def opened(api: Api, name: str = "Checking", kind: str = "bank", **fields: Any) -> str:
    """Return the id of a new account of money."""
    body = {"account_name": name, "account_type": kind, **fields}
    return str(api.made("/bankaccounts", body, "bankaccount")["account_id"])


def imported(api: Api, bank: str, side: str, amount: Any, **fields: Any) -> str:
    """Return the id of a line of a new statement; a bank's credit is money that came in."""
    line = {"date": "2026-06-01", "debit_or_credit": side, "amount": amount, "payee": "Bowman", **fields}
    reply = api("POST", "/bankstatements", {"account_id": bank, "transactions": [line]})
    assert (reply.status, reply.message) == (201, "Your bank statement has been imported."), reply.json
    return str(
        api.get(f"/bankaccounts/{bank}/statement/lastimported")["statement"]["transactions"][-1]["transaction_id"]
    )


def rows(api: Api, bank: str, **query: str) -> list[Json]:
    """Return the rows of an account's list of transactions."""
    found: list[Json] = api.get("/banktransactions", account_id=bank, **query)["banktransactions"]
    return found


def held(api: Api, bank: str) -> Any:
    """Return an account's balance in the books."""
    return api.get(f"/bankaccounts/{bank}")["bankaccount"]["balance"]
