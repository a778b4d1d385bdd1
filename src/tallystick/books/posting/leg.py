"""Building blocks of entries: legs in a document's currency with their base amounts. No document is known here."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol

import msgspec

from tallystick.books.documents.account import SystemAccount
from tallystick.ledger.entry import Entry, Posting
from tallystick.model.money import ZERO, round_money, to_minor


class Chart(Protocol):
    """What a posting rule may see of the book: the accounts that play a part, and the base currency's places."""

    @property
    def system_accounts(self) -> Mapping[SystemAccount, str]:
        """Return the account id for each part; these never change while the book is open."""

    @property
    def base_places(self) -> int:
        """Return the decimal places of the base currency."""

    @property
    def base_currency_id(self) -> str:
        """Return the id of the base currency."""


class Leg(msgspec.Struct, frozen=True, gc=False):
    """One side of an entry to be: an amount in the document's and in the base currency, debit positive."""

    account_id: str
    amount: Decimal
    base: Decimal
    contact_id: str = ""


class Header(msgspec.Struct, frozen=True, gc=False):
    """What an entry says of itself; `places` are those of its currency, `part_id` the part of its source it is about."""

    date: dt.date
    event: str
    source_id: str
    currency_id: str
    places: int
    part_id: str = ""


def convert(anchor: Leg, amounts: Mapping[str, Decimal], rate: Decimal, base_places: int) -> list[Leg]:
    """Return legs for amounts per account, their base amounts summing exactly against the anchor's.

    Each amount is converted and rounded for itself; what rounding leaves over goes to the largest, where it is
    smallest in proportion; of those that come to the same, to the one that was larger before. A rate of 1 rounds too: a currency may have more decimals than the base currency.
    """
    legs = {account_id: round_money(amount * rate, base_places) for account_id, amount in amounts.items() if amount}
    left = -anchor.base - sum(legs.values(), ZERO)
    if left:
        largest = max(legs, key=lambda account_id: (abs(legs[account_id]), abs(amounts[account_id])))
        legs[largest] += left
    return [anchor, *(Leg(account_id, amounts[account_id], base) for account_id, base in legs.items())]


def entry(header: Header, legs: Iterable[Leg], base_places: int) -> tuple[Entry, ...]:
    """Return the entry for some legs, accounts netted, or nothing when nothing moves."""
    netted: dict[tuple[str, str], list[Decimal]] = {}
    for leg in legs:
        sums = netted.setdefault((leg.account_id, leg.contact_id), [ZERO, ZERO])
        sums[0] += leg.amount
        sums[1] += leg.base
    postings = tuple(
        Posting(account_id, to_minor(base, base_places), to_minor(amount, header.places), contact_id)
        for (account_id, contact_id), (amount, base) in netted.items()
        if amount or base
    )
    if not postings:
        return ()
    return (Entry(header.date, header.event, header.source_id, header.currency_id, postings, header.part_id),)
