"""Base currency adjustments: list, create, read, delete. The unrealised gain is the Book's figure."""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.base_currency_adjustment import (
    BaseCurrencyAdjustment,
    CreateBaseCurrencyAdjustment,
    DeleteBaseCurrencyAdjustment,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, text, texts
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, context_of_few

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


def _detail(call: Call, found: BaseCurrencyAdjustment) -> dict[str, Any]:
    accounts = call.organization.book.accounts
    shown = [
        {
            "account_id": each.account_id,
            "account_name": accounts[each.account_id].name,
            "bcy_balance": each.base_balance,
            "fcy_balance": each.balance,
            "adjusted_balance": each.base_balance + each.gain,
            "gain_or_loss": each.gain,
            "gl_specific_type": 0,
        }
        for each in found.accounts
    ]
    return {**_common(call, found), "accounts": shown}


def _named(call: Call) -> BaseCurrencyAdjustment:
    table = call.organization.book.table(Kind.BASE_CURRENCY_ADJUSTMENT)
    found: BaseCurrencyAdjustment | None = table.get(call.ids["base_currency_adjustment_id"])
    if found is None:
        raise Refused("does_not_exist", thing="Base currency adjustment")
    return found


def create(call: Call) -> Answer:
    """Value foreign balances at a rate. Raises Refused: code 2 for what is missing or cannot be read."""
    fields = given({name: value for name, value in call.body.items() if value != ""}, FIELDS)
    for field in FIELDS:
        if field.name not in fields:
            raise Refused("invalid_value", field=field.wire)
    account_ids = texts(call.query.get("account_ids", ""), "account_ids")
    command = CreateBaseCurrencyAdjustment(user_id=call.user_id, account_ids=account_ids, **fields)
    found = call.organization.execute(command)
    message = "The adjustment has been made. The account balances will now reflect the adjustment."
    return Answer(message=message, key="data", value=_detail(call, found))


def read(call: Call) -> Answer:
    """Answer with one adjustment."""
    return Answer(key="data", value=_detail(call, _named(call)))


def list_all(call: Call) -> Answer:
    """List the adjustments, the newest first."""
    table = call.organization.book.table(Kind.BASE_CURRENCY_ADJUSTMENT)
    found = sorted(table.values(), key=lambda each: each.date, reverse=True)
    few = context_of_few(call, [{**_common(call, each), "gain_or_loss": each.gain} for each in found])
    return Answer(key="base_currency_adjustments", value=few.rows, extra={"page_context": few.context})


def delete(call: Call) -> Answer:
    """Delete an adjustment."""
    call.organization.execute(DeleteBaseCurrencyAdjustment(id=_named(call).id, user_id=call.user_id))
    return Answer(message="The selected base currency adjustment has been deleted.")


_PATH: Final = "/basecurrencyadjustment"
HANDLERS: Final = (
    Emulated("POST", _PATH, create, SPECIFIED),
    Emulated("GET", _PATH, list_all, SPECIFIED, missing="filters and sorting"),
    Emulated("GET", f"{_PATH}/{{base_currency_adjustment_id}}", read, SPECIFIED),
    Emulated("DELETE", f"{_PATH}/{{base_currency_adjustment_id}}", delete, SPECIFIED),
)
