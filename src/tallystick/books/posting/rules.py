"""The table of posting rules: which rule answers for which kind of document. No rule itself lives here."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from tallystick.books.change import Change, Kind
from tallystick.books.posting import (
    bill,
    credit_note,
    expense,
    invoice,
    journal,
    payment,
    sales_receipt,
    vendor_credit,
    vendor_payment,
)
from tallystick.books.posting.bank_transaction import entries as bank_transaction
from tallystick.books.posting.base_currency_adjustment import entries as base_currency_adjustment
from tallystick.books.posting.contact_opening import entries as contact_opening
from tallystick.books.posting.fixed_asset import entries as fixed_asset
from tallystick.books.posting.leg import Chart
from tallystick.books.posting.opening_balance import entries as opening_balance
from tallystick.ledger.entry import Entry

POSTING: Final[dict[Kind, Callable[[Any, Chart], tuple[Entry, ...]]]] = {
    Kind.INVOICE: invoice.entries,
    Kind.CREDIT_NOTE: credit_note.entries,
    Kind.PAYMENT: payment.entries,
    Kind.JOURNAL: journal.entries,
    Kind.SALES_RECEIPT: sales_receipt.entries,
    Kind.BILL: bill.entries,
    Kind.VENDOR_PAYMENT: vendor_payment.entries,
    Kind.VENDOR_CREDIT: vendor_credit.entries,
    Kind.EXPENSE: expense.entries,
    Kind.OPENING_BALANCE: opening_balance,
    Kind.CONTACT_OPENING: contact_opening,
    Kind.BANK_TRANSACTION: bank_transaction,
    Kind.BASE_CURRENCY_ADJUSTMENT: base_currency_adjustment,
    Kind.FIXED_ASSET: fixed_asset,
}


def entries_of(kind: Kind, document: Any, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a document stands for; kinds without a rule post nothing."""
    rule = POSTING.get(kind)
    return rule(document, chart) if rule else ()


def effect_of(changes: Iterable[Change], chart: Chart) -> dict[str, int]:
    """Return what changes move in each account they move at all, in minor units of the base currency, debit positive."""
    moved: dict[str, int] = {}
    for change in changes:
        for document, sign in ((change.before, -1), (change.document, 1)):
            for entry in () if document is None else entries_of(change.kind, document, chart):
                for posting in entry.postings:
                    moved[posting.account_id] = moved.get(posting.account_id, 0) + sign * posting.amount
    return {account_id: amount for account_id, amount in moved.items() if amount}
