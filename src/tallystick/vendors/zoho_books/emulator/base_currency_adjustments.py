"""Base currency adjustments: list, preview, create, read, value again, delete. The unrealised gain is the Book's figure."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.base_currency_adjustment import (
    AdjustedAccount,
    BaseCurrencyAdjustment,
    CreateBaseCurrencyAdjustment,
    DeleteBaseCurrencyAdjustment,
    ReevaluateBaseCurrencyAdjustment,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few, sort_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, text, texts
from tallystick.vendors.zoho_books.emulator.module import IDENTITIES_MAX, SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.spans import span_of

FIELDS: Final = (
    Field("currency_id", "currency_id", text),
    Field("adjustment_date", "date", day),
    Field("exchange_rate", "exchange_rate", amount),
    Field("notes", "notes", text),
)


def _common(call: Call, found: BaseCurrencyAdjustment) -> dict[str, Any]:
    return {
        "base_currency_adjustment_id": found.id,
        "adjustment_date": found.date,
        "exchange_rate": found.exchange_rate,
        "currency_id": found.currency_id,
        "currency_code": call.organization.book.currencies[found.currency_id].code,
        "notes": found.notes,
    }


def _accounts(call: Call, adjusted: tuple[AdjustedAccount, ...]) -> list[dict[str, Any]]:
    accounts = call.organization.book.accounts
    return [
        {
            "account_id": each.account_id,
            "account_name": accounts[each.account_id].name,
            "bcy_balance": each.base_balance,
            "fcy_balance": each.balance,
            "adjusted_balance": each.base_balance + each.gain,
            "gain_or_loss": each.gain,
            "gl_specific_type": 0,
        }
        for each in adjusted
    ]


def _detail(call: Call, found: BaseCurrencyAdjustment) -> dict[str, Any]:
    return {**_common(call, found), "accounts": _accounts(call, found.accounts)}


def _named(call: Call) -> BaseCurrencyAdjustment:
    table = call.organization.book.table(Kind.BASE_CURRENCY_ADJUSTMENT)
    found: BaseCurrencyAdjustment | None = table.get(call.ids["base_currency_adjustment_id"])
    if found is None:
        raise Refused("does_not_exist", thing="Base currency adjustment")
    return found


def _asked(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a body or a query says of an adjustment. Raises Refused: code 2 for what is missing or no value."""
    fields = given({name: value for name, value in said.items() if value != ""}, FIELDS)
    for field in FIELDS:
        if field.name not in fields:
            raise Refused("invalid_value", field=field.wire)
    return fields


def preview(call: Call) -> Answer:
    """Answer with the accounts an adjustment would value, and what each would gain; nothing is booked."""
    command = CreateBaseCurrencyAdjustment(user_id=call.user_id, **_asked(call.query))
    currency = call.organization.book.currencies.get(command.currency_id)
    if currency is None:
        raise Refused("does_not_exist", thing="Currency")
    value = {
        "adjustment_date": command.date,
        "exchange_rate": command.exchange_rate,
        "currency_id": currency.id,
        "accounts": _accounts(call, call.organization.book.revalued(command)),
        "notes": command.notes,
        "currency_code": currency.code,
    }
    return Answer(key="data", value=value)


def contacts(call: Call) -> Answer:
    """List what each contact's share of an account would gain at a rate; nothing is booked.

    Raises Refused: code 2 for what is missing or cannot be read, 1002 for a currency there is not.
    """
    book = call.organization.book
    account_id = call.query.get("account_id", "")
    if account_id not in book.accounts:
        raise Refused("account_does_not_exist")
    fields = _asked({"notes": "preview", **call.query})
    if fields["currency_id"] not in book.currencies:
        raise Refused("does_not_exist", thing="Currency")
    shown = [
        {
            "contact_id": each.contact_id,
            "contact_name": book.contacts[each.contact_id].name,
            "fcy_balance": each.balance,
            "bcy_balance": each.base_balance,
            "adjusted_balance": each.base_balance + each.gain,
            "gain_or_loss": each.gain,
        }
        for each in book.revalued_contacts(CreateBaseCurrencyAdjustment(account_ids=(account_id,), **fields))
    ]
    few = context_of_few(call, shown)
    return Answer(key="contacts", value=few.rows, extra={"page_context": few.context})


def create(call: Call) -> Answer:
    """Value foreign balances at a rate. Raises Refused: code 2 for what is missing or cannot be read."""
    fields = _asked(call.body)
    account_ids = texts(call.query.get("account_ids", ""), "account_ids")
    command = CreateBaseCurrencyAdjustment(user_id=call.user_id, account_ids=account_ids, **fields)
    found = call.organization.execute(command)
    message = "The adjustment has been made. The account balances will now reflect the adjustment."
    return Answer(message=message, key="data", value=_detail(call, found))


def read(call: Call) -> Answer:
    """Answer with one adjustment."""
    return Answer(key="data", value=_detail(call, _named(call)))


SORTS: Final[dict[str, Callable[[dict[str, Any]], Any]]] = {
    "adjustment_date": lambda row: row["adjustment_date"],
    "exchange_rate": lambda row: row["exchange_rate"],
    "currency_code": lambda row: row["currency_code"],
    "debit_or_credit": lambda row: row["gain_or_loss"] < 0,
    "gain_or_loss": lambda row: row["gain_or_loss"],
}
REPORT: Final = "Base Currency Adjustment"
"""How the list names itself; assumed, that it does at all is recorded of every other list."""
VIEWS: Final = {
    "Date.All": "",
    **{f"Date.{name}": name for name in ("Today", "ThisWeek", "ThisMonth", "ThisQuarter", "ThisYear")},
}


def list_all(call: Call) -> Answer:
    """List the adjustments, the newest first unless told otherwise. Raises Refused (code 2) for an unknown view."""
    view = call.query.get("filter_by", "") or "Date.All"
    if view not in VIEWS:
        raise Refused("invalid_value", field="filter_by")
    span = span_of(call, VIEWS[view]) if VIEWS[view] else None
    table = call.organization.book.table(Kind.BASE_CURRENCY_ADJUSTMENT)
    held = [each for each in table.values() if span is None or each.date in span]
    rows = [{**_common(call, each), "gain_or_loss": each.gain} for each in held]
    rows, column, order = sort_few(call, rows, SORTS, "adjustment_date")
    few = context_of_few(call, rows)
    context = {**few.context, "report_name": REPORT, "applied_filter": view, "sort_column": column, "sort_order": order}
    return Answer(key="base_currency_adjustments", value=few.rows, extra={"page_context": context})


def reevaluate(call: Call) -> Answer:
    """Value an adjustment's accounts again at its own rate."""
    command = ReevaluateBaseCurrencyAdjustment(id=_named(call).id, user_id=call.user_id)
    found = call.organization.execute(command)
    message = "The base currency adjustment has been reevaluated."
    return Answer(message=message, key="data", value=_detail(call, found))


def delete_many(call: Call) -> Answer:
    """Delete the adjustments a parameter names, all of them or none. Raises Refused: code 2, 1002."""
    name = "base_currency_adjustment_ids"
    identities = texts(call.query.get(name, ""), name)
    if not 1 <= len(identities) <= IDENTITIES_MAX:
        raise Refused("invalid_value", field=name)
    for identity in dict.fromkeys(identities):
        if identity not in call.organization.book.table(Kind.BASE_CURRENCY_ADJUSTMENT):
            raise Refused("does_not_exist", thing="Base currency adjustment")
        call.organization.execute(DeleteBaseCurrencyAdjustment(id=identity, user_id=call.user_id))
    return Answer(message="The selected base currency adjustment has been deleted.")


def delete(call: Call) -> Answer:
    """Delete an adjustment."""
    call.organization.execute(DeleteBaseCurrencyAdjustment(id=_named(call).id, user_id=call.user_id))
    return Answer(message="The selected base currency adjustment has been deleted.")


_PATH: Final = "/basecurrencyadjustment"
HANDLERS: Final = (
    Emulated("POST", _PATH, create, SPECIFIED),
    Emulated("GET", _PATH, list_all, SPECIFIED),
    Emulated("GET", f"{_PATH}/accounts", preview, SPECIFIED),
    Emulated("GET", f"{_PATH}/contacts", contacts, SPECIFIED),
    Emulated("DELETE", f"{_PATH}/bulkdelete", delete_many, SPECIFIED),
    Emulated("POST", f"{_PATH}/{{base_currency_adjustment_id}}/reevaluate", reevaluate, SPECIFIED),
    Emulated("GET", f"{_PATH}/{{base_currency_adjustment_id}}", read, SPECIFIED),
    Emulated("DELETE", f"{_PATH}/{{base_currency_adjustment_id}}", delete, SPECIFIED),
)
