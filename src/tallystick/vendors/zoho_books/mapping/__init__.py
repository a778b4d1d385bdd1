"""Zoho Books read as the unified model: one resource, one declaration. The emulator is never consulted.

`STREAMS` are the lists the mirror follows, `COMPANY_SOURCE` where the company's currency and time zone come from.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.mapping import CompanySource, Mapping, Order, Stream
from tallystick.vendors.zoho_books.mapping import contact
from tallystick.vendors.zoho_books.mapping.company import COMPANY
from tallystick.vendors.zoho_books.mapping.contact import CUSTOMER, SUPPLIER
from tallystick.vendors.zoho_books.mapping.credit_note import CREDIT_NOTE
from tallystick.vendors.zoho_books.mapping.invoice import INVOICE
from tallystick.vendors.zoho_books.mapping.payment import PAYMENT
from tallystick.vendors.zoho_books.mapping.refund import REFUND

__all__ = [
    "COMPANY",
    "COMPANY_SOURCE",
    "CREDIT_NOTE",
    "CUSTOMER",
    "INVOICE",
    "MAPPINGS",
    "PAYMENT",
    "REFUND",
    "STREAMS",
    "SUPPLIER",
]

ROWS_MAX: Final = 200
"""Rows to a page, the most the vendor gives (its documentation, and recorded answers)."""


def _order(column: str, direction: str) -> Order:
    return Order(column, {"sort_column": column, "sort_order": direction})


def _stream(
    name: str, operation: str, id_key: str, mappings: tuple[Mapping, ...], choose: Callable[[dict[str, Any]], Mapping]
) -> Stream:
    return Stream(
        name=name,
        operation=operation,
        choose=choose,
        mappings=mappings,
        id_key=id_key,
        modified_key="last_modified_time",
        changes=_order("last_modified_time", "A"),
        created=_order("created_time", "A"),
        newest=_order("last_modified_time", "D"),
        since_parameter="last_modified_time",
        rows_max=ROWS_MAX,
    )


STREAMS: Final = (
    _stream("contacts", "list_contacts", "contact_id", (CUSTOMER, SUPPLIER), contact.choose),
    _stream("invoices", "list_invoices", "invoice_id", (INVOICE,), lambda _row: INVOICE),
    _stream("credit_notes", "list_credit_notes", "creditnote_id", (CREDIT_NOTE,), lambda _row: CREDIT_NOTE),
    _stream("payments", "list_customer_payments", "payment_id", (PAYMENT,), lambda _row: PAYMENT),
    _stream(
        "refunds",
        "list_credit_note_refunds_of_all_credit_notes",
        "creditnote_refund_id",
        (REFUND,),
        lambda _row: REFUND,
    ),
)

COMPANY_SOURCE: Final = CompanySource("list_organizations", "organizations", COMPANY)

MAPPINGS: Final = {
    mapping.resource: mapping for mapping in (COMPANY, CUSTOMER, SUPPLIER, INVOICE, CREDIT_NOTE, PAYMENT, REFUND)
}
