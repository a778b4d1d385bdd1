"""What commands about base currency adjustments do: the unrealised gain of each account. No entry is made here."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.base_currency_adjustment import (
    AdjustedAccount,
    AdjustedContact,
    BaseCurrencyAdjustment,
    CreateBaseCurrencyAdjustment,
    DeleteBaseCurrencyAdjustment,
    ReevaluateBaseCurrencyAdjustment,
)
from tallystick.books.documents.currency import Currency
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.currency import checked_rate
from tallystick.books.rules.record import Rule, deletes, new_stamp, stamp
from tallystick.books.work import Work
from tallystick.ledger.account import CLASS_OF, AccountClass
from tallystick.ledger.entry import Posting
from tallystick.model.money import ZERO, from_minor, round_money

VALUED: Final = frozenset({AccountClass.ASSET, AccountClass.LIABILITY})
"""Classes whose foreign balances are worth what the day's rate says."""


def adjustable(
    work: Work, currency: Currency, command: CreateBaseCurrencyAdjustment, *, without: str = ""
) -> tuple[AdjustedAccount, ...]:
    """Return what each account holds in a currency at the end of a day, and its gain at the rate.

    `without` is the id of an adjustment whose own entries do not count.
    """
    held: dict[str, list[int]] = {}
    for posting in _postings(work, currency, command, without=without):
        sums = held.setdefault(posting.account_id, [0, 0])
        sums[0] += posting.currency_amount
        sums[1] += posting.amount
    places = work.base_currency.places
    found = []
    for account_id, (foreign, base) in held.items():
        account = work.get(Kind.ACCOUNT, account_id)
        asked = not command.account_ids or account_id in command.account_ids
        if not foreign or not asked or CLASS_OF[account.type] not in VALUED:
            continue
        balance, base_balance = from_minor(foreign, currency.places), from_minor(base, places)
        gain = round_money(balance * command.exchange_rate, places) - base_balance
        found.append(AdjustedAccount(account_id=account_id, balance=balance, base_balance=base_balance, gain=gain))
    return tuple(found)


def adjustable_contacts(
    work: Work, currency: Currency, command: CreateBaseCurrencyAdjustment
) -> tuple[AdjustedContact, ...]:
    """Return each contact's share of the accounts named, and its gain at the rate."""
    held: dict[str, list[int]] = {}
    for posting in _postings(work, currency, command, without=""):
        if posting.account_id in command.account_ids and posting.contact_id:
            sums = held.setdefault(posting.contact_id, [0, 0])
            sums[0] += posting.currency_amount
            sums[1] += posting.amount
    places = work.base_currency.places
    found = []
    for contact_id, (foreign, base) in held.items():
        if foreign:
            balance, base_balance = from_minor(foreign, currency.places), from_minor(base, places)
            gain = round_money(balance * command.exchange_rate, places) - base_balance
            found.append(AdjustedContact(contact_id=contact_id, balance=balance, base_balance=base_balance, gain=gain))
    return tuple(found)


def _postings(
    work: Work, currency: Currency, command: CreateBaseCurrencyAdjustment, *, without: str
) -> Iterator[Posting]:
    for entry in work.entries():
        if entry.currency_id == currency.id and entry.date <= command.date and entry.source_id != without:
            yield from entry.postings


def create_adjustment(work: Work, command: CreateBaseCurrencyAdjustment) -> BaseCurrencyAdjustment:
    """Value foreign balances at a rate."""
    currency: Currency = work.find(Kind.CURRENCY, command.currency_id, "currency_id")
    if currency.id == work.base_currency.id:
        raise Refused(Reason.CURRENCY_MISMATCH, field="currency_id", number=currency.code)
    checked_rate(command.exchange_rate, "exchange_rate")
    if not command.notes.strip():
        raise Refused(Reason.REQUIRED, field="notes")
    accounts = adjustable(work, currency, command)
    if not accounts:
        raise Refused(Reason.NOTHING_DUE, field="currency_id", number=currency.code)
    gain: Decimal = sum((each.gain for each in accounts), ZERO)
    adjustment = BaseCurrencyAdjustment(
        id=work.new_id(),
        date=command.date,
        currency_id=currency.id,
        exchange_rate=command.exchange_rate,
        notes=command.notes.strip(),
        accounts=accounts,
        gain=gain,
        **new_stamp(work),
    )
    work.put(Kind.BASE_CURRENCY_ADJUSTMENT, adjustment)
    return adjustment


def reevaluate(work: Work, command: ReevaluateBaseCurrencyAdjustment) -> BaseCurrencyAdjustment:
    """Value again what an adjustment's accounts held, now that other entries may have come or gone."""
    old: BaseCurrencyAdjustment = work.find(Kind.BASE_CURRENCY_ADJUSTMENT, command.id)
    asked = CreateBaseCurrencyAdjustment(
        currency_id=old.currency_id,
        date=old.date,
        exchange_rate=old.exchange_rate,
        notes=old.notes,
        account_ids=tuple(each.account_id for each in old.accounts),
    )
    accounts = adjustable(work, work.find(Kind.CURRENCY, old.currency_id), asked, without=old.id)
    gain: Decimal = sum((each.gain for each in accounts), ZERO)
    new = replace(old, accounts=accounts, gain=gain, **stamp(work))
    work.put(Kind.BASE_CURRENCY_ADJUSTMENT, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateBaseCurrencyAdjustment: create_adjustment,
    ReevaluateBaseCurrencyAdjustment: reevaluate,
    DeleteBaseCurrencyAdjustment: deletes(Kind.BASE_CURRENCY_ADJUSTMENT),
}
