"""What documents moved in an account, one movement at a time, read from their entries. Nothing is decided here."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Protocol

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.posting.leg import Chart
from tallystick.ledger.account import AccountType
from tallystick.ledger.entry import Entry

MONEY_TYPES: Final = frozenset(
    {AccountType.BANK, AccountType.CASH, AccountType.CREDIT_CARD, AccountType.PAYMENT_CLEARING}
)
"""Accounts that a bank, a till or a card issuer keeps a statement of."""
REFUNDING: Final = (Kind.PAYMENT, Kind.CREDIT_NOTE, Kind.VENDOR_PAYMENT, Kind.VENDOR_CREDIT)
"""Kinds of document of which parts move money on their own: each refund."""


class Moved(msgspec.Struct, frozen=True, gc=False):
    """One movement: a document, or one refund of a document, in one account.

    `amount` is in minor units of the account's own currency, debit positive: money that came in.
    """

    id: str
    source_id: str
    event: str
    date: dt.date
    amount: int


class Entries(Protocol):
    """What is asked for the entries of a document or of a part of one."""

    def entries_of(self, identity: str) -> tuple[Entry, ...]:
        """Return them as things stand now."""


def movement_id(entry: Entry) -> str:
    """Return what a movement is known by: the part of the document it stands for, or the document."""
    return entry.part_id or entry.source_id


def own_amount(entry: Entry, account: Account, chart: Chart) -> int:
    """Return what an entry moved in an account, in the account's currency.

    An entry in a third currency cannot be told in an account of a foreign currency and counts as nothing.
    """
    foreign = account.currency_id not in {"", chart.base_currency_id}
    if foreign and entry.currency_id != account.currency_id:
        return 0
    postings = (each for each in entry.postings if each.account_id == account.id)
    return sum(each.currency_amount if foreign else each.amount for each in postings)


def movements(entries: Iterable[Entry], account: Account, chart: Chart) -> dict[str, Moved]:
    """Return what entries moved in an account, by movement; what nets to nothing is left out."""
    found: dict[str, Moved] = {}
    for entry in entries:
        amount = own_amount(entry, account, chart)
        if not amount:
            continue
        identity = movement_id(entry)
        before = found.get(identity)
        found[identity] = Moved(
            identity,
            entry.source_id,
            before.event if before else entry.event,
            before.date if before else entry.date,
            amount + (before.amount if before else 0),
        )
    return {identity: moved for identity, moved in found.items() if moved.amount}
