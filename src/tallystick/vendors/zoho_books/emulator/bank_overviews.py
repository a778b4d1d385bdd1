"""What a bank account holds and how it fares, from several sides: balances, overview, insights and sub-accounts.

Figures are the Book's and the statements'; the specification names these operations and gives no key of their answers.
"""

import datetime as dt
from typing import Any, Final

from tallystick.books.documents.account import Account
from tallystick.books.documents.statement_line import LineState
from tallystick.ledger.period import month_of
from tallystick.model.money import ZERO, from_minor
from tallystick.vendors.zoho_books.emulator.bank_accounts import MODULE, common, row
from tallystick.vendors.zoho_books.emulator.bank_movements import account_of, currency_of, lines_of, moved_in
from tallystick.vendors.zoho_books.emulator.bank_transactions import list_of
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.module import Emulated

MONTHS: Final = 6
"""Months of cash flow that insights look back on, the running one among them."""


def _account(call: Call) -> Account:
    return account_of(call, call.ids["account_id"])


def _balance(call: Call, account: Account) -> dict[str, Any]:
    names = ("account_id", "account_name", "currency_id", "currency_code", "balance", "bcy_balance", "bank_balance")
    known = common(call, account)
    return {name: known[name] for name in names}


def balance(call: Call) -> Answer:
    """Answer with what an account holds in the books and at the bank."""
    return Answer(key="balance", value=_balance(call, _account(call)))


def balance_breakdown(call: Call) -> Answer:
    """Answer with an account's balances and what lies between them: what no line stands for, and open lines."""
    account = _account(call)
    book = call.organization.book
    lines = lines_of(call, account.id)
    taken = {source for line in lines for source in line.sources}
    places = currency_of(book, account).places
    unseen = sum(moved.amount for moved, _, _ in moved_in(book, account) if moved.id not in taken)
    waiting = sum(line.amount for line in lines if line.state is LineState.UNCATEGORIZED)
    value = {
        **_balance(call, account),
        "not_in_statement": from_minor(unseen, places),
        "uncategorized_amount": waiting,
        "uncategorized_transactions": sum(line.state is LineState.UNCATEGORIZED for line in lines),
    }
    return Answer(key="balances", value=value)


def all_balances(call: Call) -> Answer:
    """List the balances of all active accounts of money."""
    accounts = [each for each in MODULE.documents(call.organization).values() if each.active]
    few = context_of_few(call, [_balance(call, account) for account in accounts])
    return Answer(key="balances", value=few.rows, extra={"page_context": few.context})


def overview(call: Call) -> Answer:
    """Answer with an account, the latest day something moved, and what is still to be decided."""
    account = _account(call)
    lines = lines_of(call, account.id)
    days = [moved.date for moved, _, _ in moved_in(call.organization.book, account)]
    value = {
        **row(call, account),
        "latest_transaction_date": max(days, default=""),
        "last_imported_date": max((line.date for line in lines), default=""),
        **{f"{state.value}_count": sum(line.state is state for line in lines) for state in LineState},
    }
    return Answer(key="overview", value=value)


def overview_of_all(call: Call) -> Answer:
    """Answer with the sums of all active accounts in the base currency, cards apart from the others."""
    shown = [row(call, each) for each in MODULE.documents(call.organization).values() if each.active]
    on_cards = sum((each["bcy_balance"] for each in shown if each["account_type"] == "credit_card"), ZERO)
    held = sum((each["bcy_balance"] for each in shown if each["account_type"] != "credit_card"), ZERO)
    value = {
        "currency_code": call.organization.book.base_currency.code,
        "bank_balance_total": held,
        "credit_card_balance_total": on_cards,
        "uncategorized_transactions": sum(each["uncategorized_transactions"] for each in shown),
        "bankaccounts": shown,
    }
    return Answer(key="overview", value=value)


def insights(call: Call) -> Answer:
    """Answer with what came in and went out in each of the last months."""
    account = _account(call)
    book = call.organization.book
    places = currency_of(book, account).places
    movements = [moved for moved, _, _ in moved_in(book, account)]
    months = []
    end = call.today
    for _ in range(MONTHS):
        month = month_of(end)
        amounts = [moved.amount for moved in movements if moved.date in month]
        months.append(
            {
                "from_date": month.start,
                "to_date": month.end,
                "money_in": from_minor(sum(each for each in amounts if each > 0), places),
                "money_out": from_minor(-sum(each for each in amounts if each < 0), places),
                "net": from_minor(sum(amounts), places),
            }
        )
        end = month.start - dt.timedelta(days=1)
    return Answer(key="insights", value={"account_id": account.id, "cash_flow": months[::-1]})


def subaccounts(call: Call) -> Answer:
    """List the accounts below one."""
    parent = _account(call)
    found = [each for each in MODULE.documents(call.organization).values() if each.parent_id == parent.id]
    few = context_of_few(call, [row(call, each) for each in found])
    return Answer(key="bankaccounts", value=few.rows, extra={"page_context": few.context})


def transactions(call: Call) -> Answer:
    """List the statement lines and movements of one account, as the list of bank transactions has them."""
    return list_of(call, _account(call).id)


_ID: Final = "/bankaccounts/{account_id}"
_KEYS: Final = "assumed(the specification has no keys for the answer)"
HANDLERS: Final = (
    Emulated("GET", "/bankaccounts/balances", all_balances, _KEYS),
    Emulated("GET", "/bankaccounts/overview", overview_of_all, _KEYS),
    Emulated("GET", f"{_ID}/balance", balance, _KEYS),
    Emulated("GET", f"{_ID}/balances", balance_breakdown, _KEYS),
    Emulated("GET", f"{_ID}/overview", overview, _KEYS),
    Emulated("GET", f"{_ID}/insights", insights, _KEYS),
    Emulated("GET", f"{_ID}/subaccounts", subaccounts, _KEYS),
    Emulated("GET", f"{_ID}/transactions", transactions, _KEYS),
)
