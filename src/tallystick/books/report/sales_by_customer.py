"""Sales by customer over a period: issued invoices and sales receipts less open credit notes, in the base currency.

No payment counts.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO

if TYPE_CHECKING:
    from tallystick.books.book import Book

COUNTED: Final[tuple[tuple[Kind, Callable[[Any], bool]], ...]] = (
    (Kind.INVOICE, lifecycle.invoice_is_open),
    (Kind.CREDIT_NOTE, lifecycle.credit_note_is_open),
    (Kind.SALES_RECEIPT, lifecycle.sales_receipt_stands),
)
"""The kinds that count, and when one does; only credit notes lower sales."""


class CustomerSales(msgspec.Struct, frozen=True, gc=False):
    """One customer: documents issued, sales without and with tax. Credit notes lower both and are counted apart."""

    contact_id: str
    invoices: int
    credit_notes: int
    receipts: int
    sales: Decimal
    sales_with_tax: Decimal


class SalesByCustomer(msgspec.Struct, frozen=True, gc=False):
    """Customers by name, and the sums."""

    period: Period
    rows: tuple[CustomerSales, ...]
    sales: Decimal
    sales_with_tax: Decimal


class _Sums:
    """What documents of one kind come to for one customer."""

    __slots__ = ("count", "tax", "total")

    def __init__(self) -> None:
        self.count, self.total, self.tax = 0, ZERO, ZERO


def sales_by_customer(book: "Book", period: Period) -> SalesByCustomer:
    """Return what each customer was sold in a period."""
    found = {kind: _sums(book.table(kind).values(), counts, period) for kind, counts in COUNTED}
    contacts = book.contacts
    contact_ids = {contact_id for sums in found.values() for contact_id in sums}
    rows = tuple(
        _row(contact_id, *(found[kind].get(contact_id) or _Sums() for kind, _ in COUNTED))
        for contact_id in sorted(contact_ids, key=lambda each: (contacts[each].name.casefold(), each))
    )
    return SalesByCustomer(
        period, rows, sum((row.sales for row in rows), ZERO), sum((row.sales_with_tax for row in rows), ZERO)
    )


def _sums(documents: Iterable[Any], counts: Callable[[Any], bool], period: Period) -> dict[str, _Sums]:
    start, end = period.start, period.end
    found: dict[str, _Sums] = {}
    for document in documents:
        if start <= document.date <= end and counts(document):
            sums = found.get(document.contact_id)
            if sums is None:
                sums = found[document.contact_id] = _Sums()
            base = document.base
            sums.count += 1
            sums.total += base.total
            sums.tax += base.tax
    return found


def _row(contact_id: str, invoiced: _Sums, credited: _Sums, received: _Sums) -> CustomerSales:
    total = invoiced.total + received.total - credited.total
    tax = invoiced.tax + received.tax - credited.tax
    return CustomerSales(contact_id, invoiced.count, credited.count, received.count, total - tax, total)
