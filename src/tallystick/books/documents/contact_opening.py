"""What a customer owed, or a vendor was owed, before the books began, and the commands about it. No posting lives here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.invoice import WriteOff


class ContactOpening(Document, frozen=True, kw_only=True, gc=False):
    """The opening balance of a contact, in its own and in the base currency; a contact has one at most.

    A positive amount is owed by a customer, or to a vendor; a negative one is credit. A customer's can be written off,
    whole.
    """

    contact_id: str
    role: ContactRole
    date: dt.date
    currency_id: str
    exchange_rate: Decimal
    places: int
    amount: Decimal
    base_amount: Decimal
    write_off: WriteOff | None = None


class SetContactOpening(Command, frozen=True, kw_only=True):
    """Put an opening balance in place of the one a contact had; an amount of nothing takes it away.

    An unsaid date is the one it had, else that of the opening balances of accounts, else today.
    """

    contact_id: str
    amount: Decimal
    date: Given[dt.date] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET


class WriteOffContactOpening(Target, frozen=True, kw_only=True):
    """Give up what a customer owed at the beginning as a bad debt; the date is today if unsaid."""

    date: Given[dt.date] = msgspec.UNSET


class CancelContactOpeningWriteOff(Target, frozen=True, kw_only=True):
    """Make a written-off opening balance due again."""
