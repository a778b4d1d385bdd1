"""Bank, cash and card accounts: list, create, read, update, delete, active and inactive.

They are accounts of the chart, shown with what the bank knows of them; their balances are the Book's.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from tallystick.books.documents.account import (
    Account,
    ActivateAccount,
    CreateAccount,
    DeactivateAccount,
    DeleteAccount,
    UpdateAccount,
)
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import LineState
from tallystick.books.moved import MONEY_TYPES
from tallystick.ledger.account import AccountType, grows_by_debit
from tallystick.model.money import from_minor
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.bank_movements import currency_of, lines_of, moved_in
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, choice, given, text
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Organization

TYPES: Final = {"bank": AccountType.BANK, "credit_card": AccountType.CREDIT_CARD, "cash": AccountType.CASH}
FIELDS: Final = (
    Field("account_name", "name", text),
    Field("account_code", "code", text),
    Field("account_type", "type", choice(TYPES)),
    Field("description", "description", text),
    Field("currency_id", "currency_id", text),
)
VIEWS: Final[dict[str, Callable[[Account], bool]]] = {
    "Status.All": lambda _: True,
    "Status.Active": lambda account: account.active,
    "Status.Inactive": lambda account: not account.active,
}
SORTS: Final[dict[str, Callable[[Any], Any]]] = {
    "account_name": str.casefold,
    "account_type": str,
    "account_code": str.casefold,
    "balance": Decimal,
    "uncategorized_transactions": int,
}
"""Columns the list may be sorted by (assumed but for the name, the default), and how each compares."""
KEPT: Final = (
    "account_number",
    "bank_name",
    "routing_number",
    "is_primary_account",
    "is_paypal_account",
    "paypal_type",
    "paypal_email_address",
)


def _documents(organization: Organization) -> dict[str, Account]:
    return {key: each for key, each in organization.book.accounts.items() if each.type in MONEY_TYPES}


def create(call: Call) -> Account:
    """Create an account. Raises Refused: code 2 without a name or type."""
    for name in ("account_name", "account_type"):
        if not call.body.get(name):
            raise Refused("invalid_value", field=name)
    account: Account = call.organization.execute(CreateAccount(user_id=call.user_id, **given(call.body, FIELDS)))
    keep(call.organization, account.id, call.body, KEPT)
    return account


def update(call: Call, account: Account) -> Account:
    """Change an account."""
    command = UpdateAccount(id=account.id, user_id=call.user_id, **given(call.body, FIELDS))
    changed: Account = call.organization.execute(command)
    keep(call.organization, account.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete an account that nothing uses."""
    call.organization.execute(DeleteAccount(id=identity, user_id=call.user_id))


def own_balance(call: Call, account: Account) -> Decimal:
    """Return what an account holds in its own currency, debit positive, from its movements when that is foreign."""
    book = call.organization.book
    if account.currency_id in {"", book.base_currency.id}:
        return book.balance(account.id)
    places = book.currencies[account.currency_id].places
    return from_minor(sum(moved.amount for moved, _, _ in moved_in(book, account)), places)


def common(call: Call, account: Account) -> dict[str, Any]:
    """Return what rows and details of an account share; balances stand in the account's own direction."""
    book = call.organization.book
    currency = currency_of(book, account)
    sign = 1 if grows_by_debit(account.type) else -1
    lines = lines_of(call, account.id)
    at_bank = sum(line.amount if line.side is Side.DEBIT else -line.amount for line in lines)
    return {
        "account_id": account.id,
        "account_name": account.name,
        "account_code": account.code,
        "account_type": account.type.value,
        "description": account.description,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "price_precision": currency.places,
        "uncategorized_transactions": sum(line.state is LineState.UNCATEGORIZED for line in lines),
        "is_active": account.active,
        "balance": sign * own_balance(call, account),
        "bcy_balance": sign * book.balance(account.id),
        "bank_balance": sign * at_bank,
        **kept(call.organization, account.id),
    }


def row(call: Call, account: Account) -> dict[str, Any]:
    """Return one row of the list."""
    shown = declared("list_bank_accounts")
    return {**shown, **{name: value for name, value in common(call, account).items() if name in shown}}


def detail(call: Call, account: Account) -> dict[str, Any]:
    """Return one account with all declared keys."""
    return {**declared("get_bank_account"), **common(call, account)}


MODULE: Final = Module(
    label="Account",
    path="/bankaccounts",
    identity="account_id",
    kind="account",
    key="bankaccount",
    list_key="bankaccounts",
    documents=_documents,
    row=row,
    detail=detail,
    listing=Listing(report_name="Bank Accounts", columns=(), sort="account_name"),
    messages=Messages(
        created="The account has been created.",
        updated="The details of the account have been updated.",
        deleted="The account has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def list_accounts(call: Call) -> Answer:
    """List the accounts of money. They are few, so no index is kept. Raises Refused (code 2) for an unknown view."""
    view = call.query.get("filter_by", "") or "Status.All"
    if view not in VIEWS:
        raise Refused("invalid_value", field="filter_by")
    accounts = [each for each in _documents(call.organization).values() if VIEWS[view](each)]
    column = call.query.get("sort_column", "") or "account_name"
    if column not in SORTS:
        column = "account_name"
    descending = call.query.get("sort_order", "").upper()[:1] == "D"
    rows = [row(call, account) for account in accounts]
    rows.sort(key=lambda each: SORTS[column](each[column]), reverse=descending)
    few = context_of_few(call, rows)
    context = {
        **few.context,
        "report_name": "Bank Accounts",
        "applied_filter": view,
        "sort_column": column,
        "sort_order": "D" if descending else "A",
    }
    return Answer(key="bankaccounts", value=few.rows, extra={"page_context": context})


def activate(call: Call, account: Account) -> None:
    """Let an account be used again."""
    call.organization.execute(ActivateAccount(id=account.id, user_id=call.user_id))


def deactivate(call: Call, account: Account) -> None:
    """Keep an account from being used in new documents."""
    call.organization.execute(DeactivateAccount(id=account.id, user_id=call.user_id))


_ID: Final = "/bankaccounts/{account_id}"
HANDLERS: Final = (
    Emulated("POST", "/bankaccounts", creates(MODULE), SPECIFIED, missing="feeds"),
    Emulated("GET", "/bankaccounts", list_accounts, SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The account has been marked as active."), SPECIFIED),
    Emulated(
        "POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The account has been marked as inactive."), SPECIFIED
    ),
)
