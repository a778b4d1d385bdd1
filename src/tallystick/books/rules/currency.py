"""What commands about currencies and exchange rates do. No amount is converted here."""

import datetime as dt
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.chart import CURRENCIES
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
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, deletes, given, new_stamp, required_name, stamp
from tallystick.books.work import Work

PLACES_MAX: Final = 3
RATE_MAX: Final = Decimal(10) ** 9
RATES_MAX: Final = 20_000


def checked_rate(rate: Decimal, field: str) -> Decimal:
    """Return a rate that can be used; raise Refused when it is not positive or absurd."""
    if not 0 < rate < RATE_MAX:
        raise Refused(Reason.BAD_RATE, field=field, rate=str(rate))
    return rate


def _checked_places(places: int) -> int:
    if not 0 <= places <= PLACES_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="places", amount=places, low=0, high=PLACES_MAX)
    return places


def create_currency(work: Work, command: CreateCurrency) -> Currency:
    """Add a currency."""
    code = required_name(command.code, "code").upper()
    work.refuse_taken(Kind.CURRENCY, "code", code, own_id="", reason=Reason.DUPLICATE_CODE)
    name, symbol, places = CURRENCIES.get(code, (code, code, 2))
    rates: tuple[ExchangeRate, ...] = ()
    rate = chosen(command.rate, Decimal(0))
    if rate:
        date = chosen(command.rate_date, work.today)
        rates = (ExchangeRate(id=work.new_id(), date=date, rate=checked_rate(rate, "rate")),)
    currency = Currency(
        id=work.new_id(),
        code=code,
        name=chosen(command.name, name),
        symbol=chosen(command.symbol, symbol),
        places=_checked_places(chosen(command.places, places)),
        format=chosen(command.format, ""),
        rates=rates,
        **new_stamp(work),
    )
    work.put(Kind.CURRENCY, currency)
    return currency


def update_currency(work: Work, command: UpdateCurrency) -> Currency:
    """Change a currency; its places only while nothing is kept in it."""
    old: Currency = work.find(Kind.CURRENCY, command.id)
    new = replace(old, **given(command), **stamp(work))
    _checked_places(new.places)
    if new.places != old.places and (old.id == work.base_currency.id or work.is_used(old.id)):
        raise Refused(Reason.IN_USE, field="places", kind="currency", id=old.id)
    work.put(Kind.CURRENCY, new)
    return new


_delete_unused = deletes(Kind.CURRENCY)


def delete_currency(work: Work, command: DeleteCurrency) -> Currency:
    """Remove a currency that nothing uses, never the base currency."""
    if command.id == work.base_currency.id:
        raise Refused(Reason.SYSTEM_RECORD, field="id", kind="currency", id=command.id)
    deleted: Currency = _delete_unused(work, command)
    return deleted


def _with_rate(work: Work, currency: Currency, rate: ExchangeRate) -> Currency:
    """Stage and return a currency with a rate put in its place by date, one rate a day."""
    if currency.id == work.base_currency.id:
        raise Refused(Reason.BAD_RATE, field="currency_id", currency=currency.code)
    checked_rate(rate.rate, "rate")
    others = [other for other in currency.rates if other.id != rate.id and other.date != rate.date]
    if len(others) >= RATES_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="rates", parts=len(others), parts_max=RATES_MAX)
    rates = tuple(sorted((*others, rate), key=lambda each: each.date))
    new = replace(currency, rates=rates, **stamp(work))
    work.put(Kind.CURRENCY, new)
    return new


def create_exchange_rate(work: Work, command: CreateExchangeRate) -> Currency:
    """Add a dated rate."""
    currency: Currency = work.find(Kind.CURRENCY, command.currency_id, "currency_id")
    return _with_rate(work, currency, ExchangeRate(id=work.new_id(), date=command.date, rate=command.rate))


def _rate_of(currency: Currency, rate_id: str) -> ExchangeRate:
    for rate in currency.rates:
        if rate.id == rate_id:
            return rate
    raise Refused(Reason.UNKNOWN_ID, field="rate_id", kind="exchange_rate", id=rate_id)


def update_exchange_rate(work: Work, command: UpdateExchangeRate) -> Currency:
    """Change a dated rate."""
    currency: Currency = work.find(Kind.CURRENCY, command.currency_id, "currency_id")
    old = _rate_of(currency, command.rate_id)
    date: dt.date = chosen(command.date, old.date)
    return _with_rate(work, currency, ExchangeRate(id=old.id, date=date, rate=chosen(command.rate, old.rate)))


def delete_exchange_rate(work: Work, command: DeleteExchangeRate) -> Currency:
    """Remove a dated rate."""
    currency: Currency = work.find(Kind.CURRENCY, command.currency_id, "currency_id")
    old = _rate_of(currency, command.rate_id)
    new = replace(currency, rates=tuple(rate for rate in currency.rates if rate is not old), **stamp(work))
    work.put(Kind.CURRENCY, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateCurrency: create_currency,
    UpdateCurrency: update_currency,
    DeleteCurrency: delete_currency,
    CreateExchangeRate: create_exchange_rate,
    UpdateExchangeRate: update_exchange_rate,
    DeleteExchangeRate: delete_exchange_rate,
}
