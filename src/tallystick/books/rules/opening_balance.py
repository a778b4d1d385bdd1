"""What commands about opening balances do. No entry is made here."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.opening_balance import (
    DeleteOpeningBalance,
    OpeningBalance,
    OpeningLine,
    OpeningLineFields,
    SetOpeningBalance,
)
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.currency import checked_rate
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import round_money

IDENTITY: Final = "opening_balance"
"""A book has one record of opening balances."""


def set_opening_balance(work: Work, command: SetOpeningBalance) -> OpeningBalance:
    """Put opening balances in place; control accounts are opened by documents, not here."""
    if not command.lines:
        raise Refused(Reason.NO_LINES, field="lines", lines=0, lines_min=1)
    lines = tuple(_line(work, line, f"lines[{at}]", command) for at, line in enumerate(command.lines))
    old: OpeningBalance | None = work.get(Kind.OPENING_BALANCE, IDENTITY)
    if old is None:
        opening = OpeningBalance(id=IDENTITY, date=command.date, lines=lines, **new_stamp(work))
    else:
        opening = replace(old, date=command.date, lines=lines, **stamp(work))
    work.put(Kind.OPENING_BALANCE, opening)
    return opening


def _line(work: Work, asked: OpeningLineFields, field: str, command: SetOpeningBalance) -> OpeningLine:
    work.account(asked.account_id, f"{field}.account_id")
    currency: Currency = work.base_currency
    if asked.currency_id:
        currency = work.find(Kind.CURRENCY, asked.currency_id, f"{field}.currency_id")
    rate = asked.exchange_rate if asked.exchange_rate is not None else work.rate(currency, command.date)
    if rate is None:
        raise Refused(Reason.RATE_REQUIRED, field=f"{field}.exchange_rate", code=currency.code)
    rate = checked_rate(rate, f"{field}.exchange_rate")
    if currency.id == work.base_currency.id and rate != 1:
        raise Refused(Reason.BAD_RATE, field=f"{field}.exchange_rate", rate=str(rate))
    amount = round_money(asked.amount, currency.places)
    if amount < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field=f"{field}.amount", amount=str(asked.amount))
    if amount * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field=f"{field}.amount", amount=str(asked.amount))
    return OpeningLine(
        account_id=asked.account_id,
        side=asked.side,
        amount=amount,
        currency_id=currency.id,
        exchange_rate=rate,
        base_amount=round_money(amount * rate, work.base_currency.places),
    )


def delete_opening_balance(work: Work, _: DeleteOpeningBalance) -> OpeningBalance:
    """Remove the opening balances."""
    opening: OpeningBalance = work.find(Kind.OPENING_BALANCE, IDENTITY)
    work.delete(Kind.OPENING_BALANCE, IDENTITY)
    return opening


RULES: Final[dict[type, Rule]] = {
    SetOpeningBalance: set_opening_balance,
    DeleteOpeningBalance: delete_opening_balance,
}
