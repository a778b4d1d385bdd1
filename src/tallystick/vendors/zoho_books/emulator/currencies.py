"""Currencies and their exchange rates: list, create, read, update, delete.

No amount is converted here.
"""

from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from tallystick.books.documents.currency import (
    CreateCurrency,
    CreateExchangeRate,
    Currency,
    DeleteCurrency,
    DeleteExchangeRate,
    ExchangeRate,
    UpdateCurrency,
    UpdateExchangeRate,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import sort_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, count, day, given, text
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes

ROW: Final = shapes("currencies")["row"]
FORMATS: Final = {0: "1,234,567", 2: "1,234,567.89", 3: "1,234,567.890"}
FIELDS: Final = (
    Field("currency_name", "name", text),
    Field("currency_symbol", "symbol", text),
    Field("price_precision", "places", count),
    Field("currency_format", "format", text),
)
RATE_FIELDS: Final = (Field("effective_date", "date", day), Field("rate", "rate", amount))


def create(call: Call) -> Currency:
    """Create a currency by its code. Raises Refused: code 4 when it is there already."""
    code = text(call.body.get("currency_code", ""), "currency_code")
    if len(code) != len("USD") or not code.isalpha():
        raise Refused("invalid_value", field="currency_code")
    currency: Currency = call.organization.execute(
        CreateCurrency(user_id=call.user_id, code=code.upper(), **given(call.body, FIELDS))
    )
    return currency


def update(call: Call, currency: Currency) -> Currency:
    """Change a currency; its code is fixed."""
    command = UpdateCurrency(id=currency.id, user_id=call.user_id, **given(call.body, FIELDS))
    changed: Currency = call.organization.execute(command)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a currency that nothing uses."""
    call.organization.execute(DeleteCurrency(id=identity, user_id=call.user_id))


def row(call: Call, currency: Currency) -> dict[str, Any]:
    """Return one currency; one without a rate shows rate 0, the base currency 1 (recorded: 0)."""
    is_base = currency.id == call.organization.book.base_currency.id
    current = next((rate for rate in reversed(currency.rates) if rate.date <= call.today), None)
    return {
        **ROW,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_name": currency.name,
        "currency_name_formatted": f"{currency.code}- {currency.name}",
        "currency_symbol": currency.symbol,
        "price_precision": currency.places,
        "currency_format": currency.format or FORMATS.get(currency.places, FORMATS[2]),
        "is_base_currency": is_base,
        "exchange_rate": Decimal(is_base) if current is None else current.rate,
        "effective_date": "" if current is None else current.date,
        "auto_exchange_rate_enabled": False,
    }


LISTING: Final = Listing(
    report_name="Currencies",
    columns=(
        Column("currency_code", lambda _, currency: currency.code),
        Column(
            "foreign",
            lambda view, currency: "no" if currency.id == view.book.base_currency.id else "yes",
        ),
    ),
    sort="currency_code",
    views={"Currencies.ExcludeBaseCurrency": (equals("foreign", "yes"),)},
    bare=True,
)
MODULE: Final = Module(
    label="Currency",
    path="/settings/currencies",
    identity="currency_id",
    kind="currency",
    key="currency",
    list_key="currencies",
    documents=lambda organization: organization.book.currencies,
    row=row,
    detail=row,
    listing=LISTING,
    messages=Messages(
        created="The currency has been added.",
        updated="Currency information has been saved.",
        deleted="The currency has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def _rate(currency: Currency, rate: ExchangeRate) -> dict[str, Any]:
    return {
        "exchange_rate_id": rate.id,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "effective_date": rate.date,
        "rate": rate.rate,
    }


def _named(call: Call) -> tuple[Currency, ExchangeRate]:
    currency = MODULE.named(call)
    rate = next((rate for rate in currency.rates if rate.id == call.ids["exchange_rate_id"]), None)
    if rate is None:
        raise Refused("does_not_exist", thing="Exchange rate")
    return currency, rate


def list_rates(call: Call) -> Answer:
    """List a currency's rates, the latest first unless told otherwise; `from_date` leaves older ones out."""
    currency = MODULE.named(call)
    text_ = call.query.get("from_date", "")
    first = day(text_, "from_date") if text_ else None
    if call.query.get("is_current_date", "").lower() == "true":
        first = call.today
    held = [rate for rate in currency.rates if first is None or rate.date >= first]
    rates, _, _ = sort_few(call, held, {"effective_date": attrgetter("date")}, "effective_date")
    return Answer(key="exchange_rates", value=[_rate(currency, rate) for rate in rates])


def create_rate(call: Call) -> Answer:
    """Add a dated rate. Raises Refused: code 2 without a rate."""
    currency = MODULE.named(call)
    fields = {"date": call.today, **given(call.body, RATE_FIELDS)}
    if "rate" not in fields:
        raise Refused("invalid_value", field="rate")
    command = CreateExchangeRate(currency_id=currency.id, user_id=call.user_id, **fields)
    changed = call.organization.execute(command)
    rate = next(rate for rate in changed.rates if rate.date == fields["date"])
    return Answer(message="The exchange rate has been added.", key="exchange_rate", value=_rate(changed, rate))


def read_rate(call: Call) -> Answer:
    """Return one rate."""
    return Answer(key="exchange_rate", value=_rate(*_named(call)))


def update_rate(call: Call) -> Answer:
    """Change a dated rate; documents keep the rate they were made with."""
    currency, rate = _named(call)
    fields = given(call.body, RATE_FIELDS)
    command = UpdateExchangeRate(currency_id=currency.id, rate_id=rate.id, user_id=call.user_id, **fields)
    changed = call.organization.execute(command)
    found = next((one for one in changed.rates if one.id == rate.id), rate)
    return Answer(message="The exchange rate has been updated.", key="exchange_rate", value=_rate(changed, found))


def delete_rate(call: Call, currency: Currency) -> None:
    """Delete a dated rate."""
    _, rate = _named(call)
    call.organization.execute(DeleteExchangeRate(currency_id=currency.id, rate_id=rate.id, user_id=call.user_id))


_ID: Final = "/settings/currencies/{currency_id}"
HANDLERS: Final = (
    Emulated("POST", "/settings/currencies", creates(MODULE), SPECIFIED),
    Emulated("GET", "/settings/currencies", lists(MODULE), RECORDED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("GET", f"{_ID}/exchangerates", list_rates, SPECIFIED),
    Emulated("POST", f"{_ID}/exchangerates", create_rate, SPECIFIED),
    Emulated("GET", f"{_ID}/exchangerates/{{exchange_rate_id}}", read_rate, SPECIFIED),
    Emulated("PUT", f"{_ID}/exchangerates/{{exchange_rate_id}}", update_rate, SPECIFIED),
    Emulated(
        "DELETE",
        f"{_ID}/exchangerates/{{exchange_rate_id}}",
        acts(MODULE, delete_rate, "Exchange rate successfully deleted"),
        SPECIFIED,
    ),
)
