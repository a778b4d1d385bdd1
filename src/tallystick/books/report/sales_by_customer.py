"""Sales by customer over a period: issued invoices less open credit notes, in the base currency. No payment counts."""

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from tallystick.books import lifecycle
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.sales import SalesDocument
from tallystick.ledger.period import Period
from tallystick.model.money import ZERO

if TYPE_CHECKING:
    from tallystick.books.book import Book


class CustomerSales(msgspec.Struct, frozen=True, gc=False):
    """One customer: invoices issued, sales without and with tax. Credit notes lower both and are counted apart."""

    contact_id: str
    invoices: int
    credit_notes: int
    sales: Decimal
    sales_with_tax: Decimal


class SalesByCustomer(msgspec.Struct, frozen=True, gc=False):
    """Customers by name, and the sums."""

    period: Period
    rows: tuple[CustomerSales, ...]
    sales: Decimal
    sales_with_tax: Decimal


def sales_by_customer(book: "Book", period: Period) -> SalesByCustomer:
    """Return what each customer was sold in a period."""
    sums: dict[str, list[Decimal]] = {}
    counts: dict[str, list[int]] = {}
    sold = (each for each in book.invoices.values() if lifecycle.invoice_is_open(each))
    credited = (each for each in book.credit_notes.values() if lifecycle.credit_note_is_open(each))
    for document in chain[SalesDocument](sold, credited):
        if document.date not in period:
            continue
        column, sign = (1, -1) if isinstance(document, CreditNote) else (0, 1)
        base = document.base
        found = sums.setdefault(document.contact_id, [ZERO, ZERO])
        found[0] += sign * (base.total - base.tax)
        found[1] += sign * base.total
        counts.setdefault(document.contact_id, [0, 0])[column] += 1
    contacts = book.contacts
    rows = tuple(
        CustomerSales(contact_id, counts[contact_id][0], counts[contact_id][1], *sums[contact_id])
        for contact_id in sorted(sums, key=lambda each: (contacts[each].name.casefold(), each))
    )
    return SalesByCustomer(
        period, rows, sum((row.sales for row in rows), ZERO), sum((row.sales_with_tax for row in rows), ZERO)
    )
