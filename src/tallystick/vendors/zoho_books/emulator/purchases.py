"""What bills, vendor credits and purchase orders have in common on the wire; lines, taxes and addresses are `sales`'.

What only one of them has is in its own file; sums are the Book's and are never made here.
"""

from typing import Any, Final

from tallystick.books.book import Book
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.purchase import PurchaseDocument
from tallystick.books.documents.settings import DiscountLevel
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.editions import check_purchase
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.list_prices import list_priced
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.price_lists import PURCHASES
from tallystick.vendors.zoho_books.emulator.sales import (
    SALES_FIELDS,
    address,
    limit_lines,
    line_rows,
    money_fields,
    shipping_fields,
)
from tallystick.vendors.zoho_books.emulator.shape import Template

PURCHASE_FIELDS: Final = (
    Field("vendor_id", "contact_id", text),
    *(field for field in SALES_FIELDS if field.wire not in {"customer_id", "salesperson_name", "contact_persons"}),
)
PURCHASE_KEPT: Final = (
    "custom_fields",
    "tags",
    "template_id",
    "source_of_supply",
    "destination_of_supply",
    "place_of_supply",
    "vat_treatment",
    "tax_treatment",
    "gst_treatment",
    "gst_no",
    "permit_number",
    "location_id",
    "pricebook_id",
)


def vendor_name(view: Any, document: PurchaseDocument) -> str:
    """Return the key of the column that has the vendor's name."""
    name: str = view.book.contacts[document.contact_id].name
    return name.casefold()


def purchase_columns(number: str) -> tuple[Column, ...]:
    """Return the columns that every list of purchases has; `number` is what the noun calls its number."""
    return (
        Column(number, lambda _, one: one.number.casefold()),
        Column("reference_number", lambda _, one: one.reference.casefold()),
        Column("vendor_name", vendor_name, looks_at=("contact",)),
        Column("vendor_id", lambda _, one: one.contact_id),
        Column("item_id", lambda _, one: tuple({line.item_id for line in one.lines}), Kind.TEXTS),
        Column("item_name", lambda _, one: tuple({line.name.casefold() for line in one.lines}), Kind.TEXTS),
        Column(
            "item_description", lambda _, one: tuple({line.description.casefold() for line in one.lines}), Kind.TEXTS
        ),
        Column("total", lambda _, one: one.totals.total, Kind.NUMBER),
        Column("date", lambda _, one: one.date, Kind.DATE),
        Column("created_time", lambda _, one: one.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, one: one.modified_at, Kind.TIME),
        Column(
            "search_text",
            lambda view, one: f"{one.number}\n{one.reference}\n{vendor_name(view, one)}".casefold(),
            looks_at=("contact",),
        ),
    )


def purchase_filters(number: str) -> tuple[Filter, ...]:
    """Return the filters that every list of purchases has."""
    return (
        Filter(number, TEXT),
        Filter("reference_number", TEXT),
        Filter("vendor_name", TEXT),
        Filter("vendor_id", many=True),
        Filter("item_id"),
        Filter("item_name", TEXT),
        Filter("item_description", TEXT),
        Filter("total", NUMBER),
        Filter("date", DATE),
        Filter("status", many=True),
        Filter("search_text", CONTAINED),
    )


def vendor_given(call: Call, *, required: bool) -> None:
    """Raise Refused, in the words for a blank or wrong vendor, unless the body names a vendor that is there."""
    if not required and "vendor_id" not in call.body:
        return
    contact = call.organization.book.contacts.get(str(call.body.get("vendor_id", "")))
    if contact is None or contact.role is not ContactRole.VENDOR:
        raise Refused("vendor_field")


def purchase_fields(call: Call, *, new: bool, contact_id: str = "") -> dict[str, Any]:
    """Return the Book fields of a body; a new document has its discount as a whole (recorded). Raises Refused.

    `contact_id` is the vendor of a document that is changed; rates not said come from their price list, if any.
    """
    vendor_given(call, required=new)
    limit_lines(call)
    check_purchase(call)
    if (new or "line_items" in call.body) and not call.body.get("line_items"):
        raise Refused("no_line_items")
    fields = given(call.body, PURCHASE_FIELDS)
    if new:
        fields.setdefault("discount_level", DiscountLevel.DOCUMENT)
    return list_priced(call, fields, PURCHASES, contact_id=contact_id)


def purchase_lines(organization: Organization, document: PurchaseDocument, template: Template) -> list[dict[str, Any]]:
    """Return a document's lines in the keys of a template."""
    return [
        {key: row.get(key, default) for key, default in template.items()}
        for row in line_rows(organization, document, template)
    ]


def purchase_figures(book: Book, document: PurchaseDocument, template: Template) -> dict[str, Any]:
    """Return the figures, parties and addresses of a document, those that a template has."""
    currency = book.currencies[document.currency_id]
    discounting = book.accounts.get(document.discount_account_id)
    found = {
        **money_fields(document),
        **shipping_fields(book, document, currency.symbol),
        "vendor_id": document.contact_id,
        "vendor_name": book.contacts[document.contact_id].name,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "currency_name_formatted": f"{currency.code}- {currency.name}",
        "reference_number": document.reference,
        "date": document.date,
        "discount_total": document.totals.discount,
        "discount_amount": document.totals.discount,
        "discount_percent": document.discount.value if document.discount and document.discount.percent else 0,
        "discount_account_id": document.discount_account_id,
        "discount_account_name": "" if discounting is None else discounting.name,
        "created_by_id": document.created_by,
        "created_time": document.created_at,
        "last_modified_time": document.modified_at,
        "billing_address_id": document.billing_address.id,
    }
    if "billing_address" in template:
        found["billing_address"] = address(document.billing_address, template["billing_address"])
    return {name: value for name, value in found.items() if name in template}
