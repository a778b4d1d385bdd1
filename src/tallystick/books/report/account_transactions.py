"""The postings of accounts over a period, one by one, with a running balance. No account is summed over sources here."""

import datetime as dt
from collections.abc import Container
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.report.figures import Basis, amounts
from tallystick.ledger.entry import Entry, Posting
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO, from_minor

if TYPE_CHECKING:
    from tallystick.books.book import Book


class Transaction(msgspec.Struct, frozen=True, gc=False):
    """One posting: what it records, of which document, on which side, and the balance after it (debit positive)."""

    date: dt.date
    event: str
    kind: Kind
    source_id: str
    contact_id: str
    currency_id: str
    debit: Decimal
    credit: Decimal
    balance: Decimal


class AccountTransactions(msgspec.Struct, frozen=True, gc=False):
    """One account's postings in the order of their days, between what it held before and after."""

    account: Account
    period: Period
    opening: Decimal
    rows: tuple[Transaction, ...]
    closing: Decimal


def account_transactions(
    book: "Book", period: Period, *, account_ids: Container[str] | None = None, basis: Basis = Basis.ACCRUAL
) -> tuple[AccountTransactions, ...]:
    """Return the postings of some accounts, of all when none are named, in the order of the chart."""
    places = book.base_currency.places
    before = {}
    if period.start > dt.date.min:
        before = amounts(book, None, period.start - dt.timedelta(days=1), basis)
    balances: dict[str, Decimal] = {}
    rows: dict[str, list[Transaction]] = {}
    for kind, entry in _entries(book, period, basis):
        for posting in entry.postings:
            account_id = posting.account_id
            # A small share of a document may leave nothing of a posting.
            if posting.amount and (account_ids is None or account_id in account_ids):
                amount = from_minor(posting.amount, places)
                balance = balances.get(account_id, before.get(account_id, ZERO)) + amount
                balances[account_id] = balance
                rows.setdefault(account_id, []).append(_transaction(kind, entry, posting, amount, balance))
    return tuple(
        AccountTransactions(
            account,
            period,
            before.get(account_id, ZERO),
            tuple(rows.get(account_id, ())),
            balances.get(account_id, before.get(account_id, ZERO)),
        )
        for account_id, account in book.accounts.items()
        if (account_ids is None or account_id in account_ids) and (account_id in rows or before.get(account_id))
    )


def _entries(book: "Book", period: Period, basis: Basis) -> list[tuple[Kind, Entry]]:
    """Return the entries of a period in the order of their days."""
    start, end = period.start, period.end
    found = [each for each in book.entries_by_kind(basis) if start <= each[1].date <= end]
    found.sort(key=lambda each: each[1].date)
    return found


def _transaction(kind: Kind, entry: Entry, posting: Posting, amount: Decimal, balance: Decimal) -> Transaction:
    return Transaction(
        entry.date,
        entry.event,
        kind,
        entry.source_id,
        posting.contact_id,
        entry.currency_id,
        max(amount, ZERO),
        max(-amount, ZERO),
        balance,
    )
