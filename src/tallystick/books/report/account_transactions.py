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
    book: "Book", period: Period, *, account_ids: Container[str] | None = None
) -> tuple[AccountTransactions, ...]:
    """Return the postings of some accounts, of all when none are named, in the order of the chart (accrual)."""
    places = book.base_currency.places
    found: dict[str, list[tuple[dt.date, Kind, Entry, Posting]]] = {}
    for kind, entry in book.entries_by_kind():
        if not period.start <= entry.date <= period.end:
            continue
        for posting in entry.postings:
            if account_ids is None or posting.account_id in account_ids:
                found.setdefault(posting.account_id, []).append((entry.date, kind, entry, posting))
    before = {}
    if period.start > dt.date.min:
        before = amounts(book, None, period.start - dt.timedelta(days=1), Basis.ACCRUAL)
    reports = []
    for account_id, account in book.accounts.items():
        opening = before.get(account_id, ZERO)
        postings = sorted(found.get(account_id, ()), key=lambda each: each[0])
        asked = account_ids is None or account_id in account_ids
        if not asked or not (postings or opening):
            continue
        balance, rows = opening, []
        for date, kind, entry, posting in postings:
            amount = from_minor(posting.amount, places)
            balance += amount
            rows.append(
                Transaction(
                    date,
                    entry.event,
                    kind,
                    entry.source_id,
                    posting.contact_id,
                    entry.currency_id,
                    max(amount, ZERO),
                    max(-amount, ZERO),
                    balance,
                )
            )
        reports.append(AccountTransactions(account, period, opening, tuple(rows), balance))
    return tuple(reports)
