"""The chart of accounts: list, create, read, update, delete, active and inactive, one by one and in bulk.

Balances and transactions of an account are the Book's; here they are only shown.
"""

from typing import Any, Final

from tallystick.books.documents.account import (
    Account,
    ActivateAccount,
    CreateAccount,
    DeactivateAccount,
    DeleteAccount,
    SystemAccount,
    UpdateAccount,
)
from tallystick.ledger.account import CLASS_OF, AccountType, grows_by_debit
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, choice, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import ACCOUNT_TEXT, CONTAINED, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    page_of,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("chart_of_accounts")["detail"]
SAVED: Final = shapes("chart_of_accounts")["saved"]
ROW: Final = shapes("chart_of_accounts")["row"]
PER_PAGE: Final = 5_000
DEPTH_MAX: Final = 10

FIELDS: Final = (
    Field("account_name", "name", text),
    Field("account_code", "code", text),
    Field("account_type", "type", choice(AccountType)),
    Field("description", "description", text),
    Field("currency_id", "currency_id", text),
    Field("parent_account_id", "parent_id", text),
)
KEPT: Final = ("custom_fields", "can_show_in_ze", "include_in_vat_return", "show_on_dashboard")


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


def _parents(call: Call, account: Account) -> list[Account]:
    """Return the accounts above one, the nearest first."""
    accounts = call.organization.book.accounts
    above: list[Account] = []
    parent = accounts.get(account.parent_id)
    while parent is not None and len(above) < DEPTH_MAX:
        above.append(parent)
        parent = accounts.get(parent.parent_id)
    return above


def _common(call: Call, account: Account) -> dict[str, Any]:
    above = _parents(call, account)
    return {
        "account_id": account.id,
        "account_name": account.name,
        "account_code": account.code,
        "account_type": account.type.value,
        "description": account.description,
        "is_active": account.active,
        "parent_account_id": account.parent_id,
        "parent_account_name": above[0].name if above else "",
    }


def _in_own_direction(call: Call, account: Account) -> Any:
    balance = call.organization.book.balance(account.id)
    return balance if grows_by_debit(account.type) else -balance


def _slug(account: Account) -> str:
    return "gl_" + account.name.casefold().replace(" ", "_")


def row(call: Call, account: Account) -> dict[str, Any]:
    """Return one row of the chart; `showbalance=true` adds the balance in the account's own direction."""
    children = sum(1 for one in call.organization.book.accounts.values() if one.parent_id == account.id)
    balance = {}
    if call.query.get("showbalance", "").lower() == "true":
        balance = {"current_balance": _in_own_direction(call, account)}
    return {
        **ROW,
        **_common(call, account),
        "placeholder": _slug(account) if account.user_made or account.system is SystemAccount.SALES else "",
        "is_user_created": account.user_made,
        "is_system_account": account.system is not SystemAccount.NONE,
        "depth": len(_parents(call, account)),
        "is_child_present": bool(children),
        "child_count": children or "",
        "created_time": account.created_at,
        "last_modified_time": account.modified_at,
        **balance,
        **{name: value for name, value in kept(call.organization, account.id).items() if name in ROW},
    }


def detail(call: Call, account: Account) -> dict[str, Any]:
    """Return one account with its closing balance."""
    book = call.organization.book
    balance = _in_own_direction(call, account)
    currency = book.base_currency
    sign = "-" if balance < 0 else ""
    return {
        **DETAIL,
        **_common(call, account),
        "is_involved_in_transaction": book.is_used(account.id),
        "is_system_account": account.system is not SystemAccount.NONE,
        "closing_balance": balance,
        "closing_balance_formatted": f"{sign}{currency.symbol}{abs(balance):,.{currency.places}f}",
        "account_type_formatted": account.type.value.replace("_", " ").title(),
        "placeholder": _slug(account),
        "isdebit": grows_by_debit(account.type),
        "status": "active" if account.active else "inactive",
        **{name: value for name, value in kept(call.organization, account.id).items() if name in DETAIL},
    }


def saved(call: Call, account: Account) -> dict[str, Any]:
    """Return one account as creating and updating answer with it: other keys than reading it gives (recorded)."""
    book = call.organization.book
    currency = book.currencies.get(account.currency_id) or book.base_currency
    return {
        **SAVED,
        **_common(call, account),
        "status": "active" if account.active else "inactive",
        "account_type_formatted": account.type.value.replace("_", " ").title(),
        "currency_id": currency.id,
        "currency_code": currency.code,
        "created_time": account.created_at,
        "last_modified_time": account.modified_at,
        **kept(call.organization, account.id),
    }


LISTING: Final = Listing(
    report_name="List Chart Of Accounts",
    columns=(
        Column("account_name", lambda _, account: account.name.casefold()),
        Column("account_code", lambda _, account: account.code.casefold()),
        Column("account_type", lambda _, account: account.type.value),
        Column("account_id", lambda _, account: account.id),
        Column("class", lambda _, account: CLASS_OF[account.type].value),
        Column("active", lambda _, account: "yes" if account.active else "no"),
        Column("last_modified_time", lambda _, account: account.modified_at, Kind.TIME),
        Column("search_text", lambda _, account: f"{account.name}\n{account.code}".casefold()),
    ),
    sort="account_type",
    sorts=("account_name", "account_type", "account_code"),
    filters=(
        Filter("account_name", ACCOUNT_TEXT),
        Filter("account_code", ACCOUNT_TEXT),
        Filter("account_type", many=True),
        Filter("account_id", many=True),
        Filter("account_id_equal", column="account_id", many=True),
        Filter("search_text", CONTAINED),
    ),
    views={
        "AccountType.All": (),
        "AccountType.Active": (equals("active", "yes"),),
        "AccountType.Inactive": (equals("active", "no"),),
        **{
            f"AccountType.{name}": (equals("class", name.casefold()),)
            for name in ("Asset", "Liability", "Equity", "Income", "Expense")
        },
    },
    view="AccountType.Active",
    per_page=PER_PAGE,
    per_page_max=PER_PAGE,
)
MODULE: Final = Module(
    label="Account",
    path="/chartofaccounts",
    identity="account_id",
    kind="account",
    key="chart_of_account",
    list_key="chartofaccounts",
    documents=lambda organization: organization.book.accounts,
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The account has been created.",
        updated="The details of the account have been updated.",
        deleted="The account has been deleted.",
        deleted_many="The account has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
SAVING: Final = MODULE.shown_as(saved)


def list_accounts(call: Call) -> Answer:
    """List the chart; `account_id_not_equal` leaves one account out."""
    page, accounts = page_of(MODULE, call)
    left_out = call.query.get("account_id_not_equal", "")
    rows = [row(call, account) for account in accounts if account.id != left_out]
    return Answer(key="chartofaccounts", value=rows, extra={"page_context": page.context})


def activate(call: Call, account: Account) -> None:
    """Let an account be used again."""
    call.organization.execute(ActivateAccount(id=account.id, user_id=call.user_id))


def deactivate(call: Call, account: Account) -> None:
    """Keep an account from being used in new documents."""
    call.organization.execute(DeactivateAccount(id=account.id, user_id=call.user_id))


_ID: Final = "/chartofaccounts/{account_id}"
_ACTIVE: Final = "The account has been marked as active."
_INACTIVE: Final = "The account has been marked as inactive."
HANDLERS: Final = (
    Emulated("POST", "/chartofaccounts", creates(SAVING), RECORDED),
    Emulated("GET", "/chartofaccounts", list_accounts, RECORDED, missing="custom views"),
    Emulated("GET", _ID, reads(MODULE), RECORDED, missing="the latest transactions of the account"),
    Emulated("PUT", _ID, updates(SAVING), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, _ACTIVE), SPECIFIED),
    Emulated("POST", f"{_ID}/inactive", acts(MODULE, deactivate, _INACTIVE), SPECIFIED),
    Emulated("POST", "/chartofaccounts/active", acts_on_many(MODULE, "account_ids", activate, _ACTIVE), SPECIFIED),
    Emulated(
        "POST", "/chartofaccounts/inactive", acts_on_many(MODULE, "account_ids", deactivate, _INACTIVE), SPECIFIED
    ),
    Emulated("DELETE", "/chartofaccounts/bulkdelete", deletes_many(MODULE, "account_ids"), SPECIFIED),
)
