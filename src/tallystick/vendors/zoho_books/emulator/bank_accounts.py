"""Bank, cash and card accounts: list, create, read, update, delete, active and inactive, and their statements.

They are accounts of the chart, shown with what the bank knows of them; their balances are the Book's.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.account import (
    Account,
    ActivateAccount,
    CreateAccount,
    DeactivateAccount,
    DeleteAccount,
    UpdateAccount,
)
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import (
    DeleteStatement,
    ImportStatement,
    LineState,
    StatementLine,
    StatementLineFields,
)
from tallystick.books.moved import MONEY_TYPES
from tallystick.ledger.account import AccountType, grows_by_debit
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, day, given, rows, text
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    acts,
    context_of_few,
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
KEPT: Final = ("account_number", "bank_name", "routing_number", "is_primary_account", "is_paypal_account")


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


def _lines(call: Call, account_id: str) -> list[StatementLine]:
    lines = call.organization.book.table(Kind.STATEMENT_LINE).values()
    return [line for line in lines if line.account_id == account_id]


def _common(call: Call, account: Account) -> dict[str, Any]:
    book = call.organization.book
    currency = book.currencies.get(account.currency_id) or book.base_currency
    balance = book.balance(account.id) if grows_by_debit(account.type) else -book.balance(account.id)
    lines = _lines(call, account.id)
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
        "balance": balance,
        "bcy_balance": balance,
        "bank_balance": at_bank,
        **kept(call.organization, account.id),
    }


def row(call: Call, account: Account) -> dict[str, Any]:
    """Return one row of the list."""
    shown = declared("list_bank_accounts")
    return {**shown, **{name: value for name, value in _common(call, account).items() if name in shown}}


def detail(call: Call, account: Account) -> dict[str, Any]:
    """Return one account with all declared keys."""
    return {**declared("get_bank_account"), **_common(call, account)}


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
    accounts.sort(key=lambda account: account.name.casefold())
    few = context_of_few(call, [row(call, account) for account in accounts])
    context = {
        **few.context,
        "report_name": "Bank Accounts",
        "applied_filter": view,
        "sort_column": "account_name",
        "sort_order": "A",
    }
    return Answer(key="bankaccounts", value=few.rows, extra={"page_context": context})


def activate(call: Call, account: Account) -> None:
    """Let an account be used again."""
    call.organization.execute(ActivateAccount(id=account.id, user_id=call.user_id))


def deactivate(call: Call, account: Account) -> None:
    """Keep an account from being used in new documents."""
    call.organization.execute(DeactivateAccount(id=account.id, user_id=call.user_id))


LINE_FIELDS: Final = (
    Field("date", "date", day),
    Field("debit_or_credit", "side", choice({"debit": Side.CREDIT, "credit": Side.DEBIT})),
    Field("amount", "amount", amount),
    Field("payee", "payee", text),
    Field("description", "description", text),
    Field("reference_number", "reference", text),
    Field("transaction_id", "bank_id", text),
)
"""A bank's debit is money out, the account's credit: the statement is written as the bank sees it (documented)."""


def import_statement(call: Call) -> Answer:
    """Take a statement in. Raises Refused: code 2 without an account, or for a line that lacks date, side or amount."""
    account_id = call.body.get("account_id") or call.query.get("account_id", "")
    if not account_id:
        raise Refused("invalid_value", field="account_id")
    lines = []
    for each in rows(call.body.get("transactions", []), "transactions"):
        fields = given(each, LINE_FIELDS)
        for wire, name in (("date", "date"), ("debit_or_credit", "side"), ("amount", "amount")):
            if name not in fields:
                raise Refused("invalid_value", field=wire)
        lines.append(StatementLineFields(**fields))
    call.organization.execute(ImportStatement(account_id=account_id, lines=tuple(lines), user_id=call.user_id))
    return Answer(message="Your bank statement has been imported.")


def _last_statement(call: Call) -> list[StatementLine]:
    lines = _lines(call, MODULE.named(call).id)
    return [line for line in lines if line.statement_id == lines[-1].statement_id] if lines else []


def last_statement(call: Call) -> Answer:
    """Answer with the statement imported last and its lines."""
    lines = _last_statement(call)
    if not lines:
        return Answer(key="statement", value={})
    shown = [
        {
            "transaction_id": line.id,
            "debit_or_credit": "credit" if line.side is Side.DEBIT else "debit",
            "date": line.date,
            "customer_id": "",
            "payee": line.payee,
            "reference_number": line.reference,
            "amount": line.amount,
            "description": line.description,
            "status": line.state.value,
        }
        for line in lines
    ]
    value = {
        "statement_id": lines[0].statement_id,
        "from_date": min(line.date for line in lines),
        "to_date": max(line.date for line in lines),
        "source": "csv",
        "transactions": shown,
    }
    return Answer(key="statement", value=value)


def delete_statement(call: Call) -> Answer:
    """Delete the statement imported last. Raises Refused: 1002 for any other."""
    lines = _last_statement(call)
    if not lines or lines[0].statement_id != call.ids["statement_id"]:
        raise Refused("does_not_exist", thing="Statement")
    call.organization.execute(DeleteStatement(id=call.ids["statement_id"], user_id=call.user_id))
    return Answer(message="You have successfully deleted the last imported statement.")


_ID: Final = "/bankaccounts/{account_id}"
HANDLERS: Final = (
    Emulated("POST", "/bankaccounts", creates(MODULE), SPECIFIED, missing="PayPal accounts and feeds"),
    Emulated("GET", "/bankaccounts", list_accounts, SPECIFIED, missing="sorting; balances in a foreign currency"),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED, missing="balances in a foreign currency"),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The account has been marked as active."), SPECIFIED),
    Emulated(
        "POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The account has been marked as inactive."), SPECIFIED
    ),
    Emulated("POST", "/bankstatements", import_statement, SPECIFIED, missing="files; only lines in JSON"),
    Emulated("GET", f"{_ID}/statement/lastimported", last_statement, SPECIFIED),
    Emulated("DELETE", f"{_ID}/statement/{{statement_id}}", delete_statement, SPECIFIED),
)
