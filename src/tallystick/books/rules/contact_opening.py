"""What commands about a contact's opening balance do. No entry is made here."""

import datetime as dt
from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.contact_opening import (
    CancelContactOpeningWriteOff,
    ContactOpening,
    SetContactOpening,
    WriteOffContactOpening,
)
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.document import Target
from tallystick.books.documents.invoice import WriteOff
from tallystick.books.documents.opening_balance import OpeningBalance
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.opening_balance import IDENTITY
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import exchange_rate
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import round_money


def opening_id(contact_id: str) -> str:
    """Return the id of a contact's opening balance: a contact has one at most."""
    return f"{contact_id}-opening"


def set_contact_opening(work: Work, command: SetContactOpening) -> ContactOpening | None:
    """Put a contact's opening balance in place, or take it away."""
    contact: Contact = work.find(Kind.CONTACT, command.contact_id, "contact_id")
    currency: Currency = work.find(Kind.CURRENCY, contact.currency_id, "currency_id")
    old: ContactOpening | None = work.get(Kind.CONTACT_OPENING, opening_id(contact.id))
    if old is not None:
        lifecycle.refuse_blocked(lifecycle.CONTACT_OPENING_BLOCKERS, Action.UPDATE, old)
    amount = round_money(command.amount, currency.places)
    if not amount:
        if old is not None:
            work.delete(Kind.CONTACT_OPENING, old.id)
        return old
    date = chosen(command.date, old.date if old else _date(work))
    rate = exchange_rate(work, currency, command.exchange_rate, date, known=old.exchange_rate if old else None)
    if abs(amount) * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(command.amount))
    opening = ContactOpening(
        id=opening_id(contact.id),
        contact_id=contact.id,
        role=contact.role,
        date=date,
        currency_id=currency.id,
        exchange_rate=rate,
        places=currency.places,
        amount=amount,
        base_amount=round_money(amount * rate, work.base_currency.places),
        **new_stamp(work),
    )
    if old is not None:
        opening = replace(opening, created_at=old.created_at, created_by=old.created_by, **stamp(work))
    work.put(Kind.CONTACT_OPENING, opening)
    return opening


def _date(work: Work) -> dt.date:
    """Return the day the books began: that of the accounts' opening balances, else the contact's first day here."""
    opening: OpeningBalance | None = work.get(Kind.OPENING_BALANCE, IDENTITY)
    return work.today if opening is None else opening.date


def write_off_opening(work: Work, command: WriteOffContactOpening) -> ContactOpening:
    """Give up all that a customer owed at the beginning."""
    old: ContactOpening = work.find(Kind.CONTACT_OPENING, command.id)
    lifecycle.refuse_blocked(lifecycle.CONTACT_OPENING_BLOCKERS, Action.WRITE_OFF, old)
    given_up = WriteOff(chosen(command.date, work.today), old.amount, old.base_amount)
    new = replace(old, write_off=given_up, **stamp(work))
    work.put(Kind.CONTACT_OPENING, new)
    return new


def cancel_write_off(work: Work, command: Target) -> ContactOpening:
    """Make due again what was given up."""
    old: ContactOpening = work.find(Kind.CONTACT_OPENING, command.id)
    lifecycle.refuse_blocked(lifecycle.CONTACT_OPENING_BLOCKERS, Action.CANCEL_WRITE_OFF, old)
    new = replace(old, write_off=None, **stamp(work))
    work.put(Kind.CONTACT_OPENING, new)
    return new


RULES: Final[dict[type, Rule]] = {
    SetContactOpening: set_contact_opening,
    WriteOffContactOpening: write_off_opening,
    CancelContactOpeningWriteOff: cancel_write_off,
}
