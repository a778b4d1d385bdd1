"""What invoices and credit notes have in common on the wire: their fields in a body, their lines, totals, addresses.

What only one of the two has is in its own file; sums are the Book's and are never made here.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.book import Book
from tallystick.books.documents.contact import Address, Contact, Person
from tallystick.books.documents.line import AppliedTax, Discount, LineFields
from tallystick.books.documents.sales import SalesDocument
from tallystick.books.documents.settings import DiscountLevel, RoundOff, TaxRounding
from tallystick.books.rules.lines import as_asked
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.editions import check_sale
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import (
    Field,
    amount,
    choice,
    day,
    flag,
    given,
    optional_amount,
    rows,
    said,
    text,
    texts,
)
from tallystick.vendors.zoho_books.emulator.kept import kept_of_lines
from tallystick.vendors.zoho_books.emulator.list_prices import list_priced
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.preferences import numbers_itself
from tallystick.vendors.zoho_books.emulator.price_lists import SALES
from tallystick.vendors.zoho_books.emulator.salespersons import sold_by
from tallystick.vendors.zoho_books.emulator.shape import Template, whole
from tallystick.vendors.zoho_books.emulator.terms import FIELDS as TERMS

DISCOUNT_TYPES: Final = {"item_level": DiscountLevel.LINE, "entity_level": DiscountLevel.DOCUMENT}
DISCOUNT_TYPE: Final = {level: wire for wire, level in DISCOUNT_TYPES.items()}
TAX_ROUNDINGS: Final = {"item_level": TaxRounding.LINE, "entity_level": TaxRounding.DOCUMENT}
TAX_ROUNDING: Final = {rounding: wire for wire, rounding in TAX_ROUNDINGS.items()}
ROUND_OFF: Final = {
    RoundOff.NONE: "no_rounding",
    RoundOff.WHOLE: "round_off_to_nearest_whole_number",
    RoundOff.INCREMENT: "incremental_rounding",
}
FREE_NUMBER: Final = "ignore_auto_number_generation"
PAYMENT_TERMS_DAYS_MAX: Final = 3_650


def discount(value: Any, wire: str) -> Discount | None:
    """Read a discount: a number is an amount, a text with `%` a percentage. Raises Refused (code 2)."""
    if isinstance(value, str) and value.strip().endswith("%"):
        return Discount(amount(value.strip()[:-1].strip(), wire), percent=True)
    number = optional_amount(value, wire)
    return Discount(number) if number else None


def wire_discount(found: Discount | None) -> Decimal | str:
    """Return a discount as the wire has it: an amount as a number, a percentage as a text with `%`."""
    if found is None:
        return Decimal(0)
    return f"{found.value}%" if found.percent else found.value


LINE_FIELDS: Final = (
    Field("line_item_id", "id", text),
    Field("item_id", "item_id", text),
    Field("name", "name", text),
    Field("description", "description", text),
    Field("unit", "unit", text),
    Field("quantity", "quantity", amount),
    Field("rate", "rate", amount),
    Field("discount", "discount", discount),
    Field("tax_id", "tax_id", text),
    Field("account_id", "account_id", text),
    Field("header_name", "header", text),
    Field("salesorder_item_id", "order_line_id", text),
    Field("purchaseorder_item_id", "order_line_id", text),
    Field("project_id", "project_id", text),
    Field("time_entry_ids", "time_entry_ids", texts),
    Field("expense_id", "expense_id", text),
)


def lines(value: Any, wire: str) -> tuple[LineFields, ...]:
    """Read line items; one with neither item nor name is a line of description, rate and quantity."""
    return tuple(LineFields(**given(row, LINE_FIELDS)) for row in rows(value, wire))


SALES_FIELDS: Final = (
    Field("customer_id", "contact_id", text),
    Field("date", "date", day),
    Field("reference_number", "reference", text),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("line_items", "lines", lines),
    Field("is_inclusive_tax", "tax_inclusive", flag),
    Field("tax_rounding", "tax_rounding", choice(TAX_ROUNDINGS)),
    Field("discount", "discount", discount),
    Field("discount_type", "discount_level", choice(DISCOUNT_TYPES)),
    Field("is_discount_before_tax", "discount_before_tax", flag),
    Field("discount_account_id", "discount_account_id", text),
    Field("shipping_charge", "shipping_charge", lambda value, wire: optional_amount(value, wire) or Decimal(0)),
    Field("shipping_charge_tax_id", "shipping_tax_id", text),
    Field("adjustment", "adjustment", lambda value, wire: optional_amount(value, wire) or Decimal(0)),
    Field("adjustment_description", "adjustment_description", text),
    Field("notes", "notes", text),
    Field("terms", "terms", text),
    Field("salesperson_name", "salesperson", text),
    Field("contact_persons", "person_ids", texts),
)
TERMS_FIELDS: Final = (
    Field("due_date", "due_date", day),
    *TERMS,
)
SALES_KEPT: Final = (
    "custom_fields",
    "tags",
    "template_id",
    "place_of_supply",
    "vat_treatment",
    "tax_treatment",
    "gst_treatment",
    "gst_no",
    "is_reverse_charge_applied",
    "cfdi_usage",
    "location_id",
    "salesperson_id",
    "tax_exemption_id",
    "tax_authority_id",
    "avatax_use_code",
    "avatax_exempt_no",
    "avatax_tax_code",
)


def limit_lines(call: Call) -> None:
    """Raise Refused when a body has more lines than the organisation allows a document."""
    limit = call.organization.settings.line_items_max
    found = call.body.get("line_items")
    if isinstance(found, list) and len(found) > limit:
        raise Refused("line_items_max", limit=limit)


def sales_fields(call: Call, *, contact_id: str = "") -> dict[str, Any]:
    """Return the Book fields of a body that an invoice and a credit note share. Raises Refused.

    `contact_id` is the customer of a document that is changed; rates not said come from their price list, if any.
    Code 1002 when the customer is not there, code 2 for a value that cannot be read.
    """
    limit_lines(call)
    check_sale(call)
    fields = given(call.body, SALES_FIELDS)
    book = call.organization.book
    if fields.get("contact_id", "-") not in book.contacts and "contact_id" in fields:
        raise Refused("customer_not_accessible")
    associated = call.body.get("contact_persons_associated")
    if associated:
        wire = "contact_persons_associated"
        fields["person_ids"] = tuple(text(row.get("contact_person_id", ""), wire) for row in rows(associated, wire))
    return list_priced(call, sold_by(call, fields), SALES, contact_id=contact_id)


def number_field(call: Call, wire: str) -> dict[str, str]:
    """Return the document's own number when automatic numbering is switched off for this call.

    Without `ignore_auto_number_generation` a number in the body is passed over, unless the organisation's documents of
    this kind do not number themselves at all. Raises Refused (code 4) when a number is needed and none given.
    """
    if numbers_itself(call, wire) and not said(call.query, call.body, FREE_NUMBER):
        return {}
    number = text(call.body.get(wire, ""), wire)
    if not number and call.operation.method == "PUT" and not said(call.query, call.body, FREE_NUMBER):
        return {}
    if not number:
        raise Refused("missing_value", field=wire)
    return {"number": number}


COPIED: Final = (
    "contact_id",
    "reference",
    "currency_id",
    "exchange_rate",
    "tax_inclusive",
    "tax_rounding",
    "discount",
    "discount_level",
    "discount_before_tax",
    "discount_account_id",
    "shipping_charge",
    "shipping_tax_id",
    "adjustment",
    "adjustment_description",
    "round_off",
    "notes",
    "terms",
    "salesperson",
    "person_ids",
    "billing_address",
    "shipping_address",
)
"""What a document made of another takes over beside its lines; its date and number are its own."""


def copied(document: SalesDocument) -> dict[str, Any]:
    """Return the fields of a command that makes another document of this one."""
    fields: dict[str, Any] = {name: getattr(document, name) for name in COPIED}
    fields["lines"] = tuple(replace(line, id="") for line in as_asked(document.lines))
    return fields


def address(found: Address, template: Template) -> dict[str, Any]:
    """Return an address in the keys of a template, which differ by where the address stands."""
    known = {
        "address_id": found.id,
        "attention": found.attention,
        "street": found.street,
        "address": found.street,
        "street2": found.street2,
        "city": found.city,
        "state": found.state,
        "state_code": found.state_code,
        "zip": found.postcode,
        "zipcode": found.postcode,
        "country": found.country,
        "country_code": found.country_code,
        "phone": found.phone,
        "fax": found.fax,
    }
    return {key: known.get(key, default) for key, default in template.items()}


def primary_person(contact: Contact) -> Person | None:
    """Return the person to write to: the primary one."""
    return next((person for person in contact.persons if person.is_primary), None)


def person_row(person: Person) -> dict[str, Any]:
    """Return a contact person as documents show the people they are sent to."""
    return {
        "contact_person_id": person.id,
        "contact_person_name": f"{person.first_name} {person.last_name}".strip(),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "contact_person_email": person.email,
        "phone": person.phone,
        "mobile": person.mobile,
        "communication_preference": {
            "is_email_enabled": True,
            "is_sms_enabled": False,
            "is_whatsapp_enabled": False,
        },
    }


def line_rows(organization: Organization, document: SalesDocument, template: Template) -> list[dict[str, Any]]:
    """Return a document's lines on the wire."""
    book = organization.book
    accounts, items, rate = book.accounts, book.items, document.exchange_rate
    found = []
    lines = zip(document.lines, kept_of_lines(organization, document.id, len(document.lines)), strict=True)
    for order, (line, kept) in enumerate(lines, start=1):
        item, account = items.get(line.item_id), accounts.get(line.account_id)
        found.append(
            {
                **template,
                "line_item_id": line.id,
                "item_id": line.item_id,
                "item_order": order,
                "name": line.name,
                "description": line.description,
                "unit": line.unit,
                "quantity": line.quantity,
                "discount_amount": line.discount_amount,
                "discount": wire_discount(line.discount),
                "bcy_rate": line.rate if rate == 1 else line.rate * rate,
                "rate": line.rate,
                "account_id": line.account_id,
                "account_name": "" if account is None else account.name,
                "header_name": line.header,
                "tax_id": line.tax_id,
                "tax_name": line.tax_name,
                "tax_percentage": whole(line.tax_percentage),
                "item_total": line.amount,
                "line_item_taxes": [tax_row(tax) for tax in line.taxes],
                "item_type": "" if item is None else item.kind.value,
                **kept,
            }
        )
    return found


def tax_row(tax: AppliedTax) -> dict[str, Any]:
    """Return one tax as charged; its name carries its percentage (recorded: `CGST9 (9%)`)."""
    return {"tax_id": tax.tax_id, "tax_name": f"{tax.name} ({whole(tax.percentage)}%)", "tax_amount": tax.amount}


def money_fields(document: SalesDocument) -> dict[str, Any]:
    """Return the figures and pricing choices that an invoice and a credit note have alike."""
    totals = document.totals
    found = document.discount
    return {
        "exchange_rate": document.exchange_rate,
        "price_precision": document.places,
        "sub_total": totals.subtotal,
        "sub_total_inclusive_of_tax": totals.subtotal_inclusive,
        "tax_total": totals.tax,
        "discount": wire_discount(found),
        "discount_applied_on_amount": totals.subtotal if found is not None else Decimal(0),
        "discount_type": DISCOUNT_TYPE[document.discount_level],
        "is_discount_before_tax": document.discount_before_tax,
        "is_inclusive_tax": document.tax_inclusive,
        "tax_rounding": TAX_ROUNDING[document.tax_rounding],
        "shipping_charge": document.shipping_charge,
        "shipping_charge_exclusive_of_tax": totals.shipping,
        "shipping_charge_inclusive_of_tax": totals.shipping + totals.shipping_tax,
        "adjustment": totals.adjustment,
        "adjustment_description": document.adjustment_description,
        "roundoff_value": totals.round_off,
        "transaction_rounding_type": ROUND_OFF[document.round_off],
        "total": totals.total,
        "taxes": [tax_row(tax) for tax in document.taxes],
        "shipping_charge_taxes": [tax_row(tax) for tax in document.shipping_taxes],
        "notes": document.notes,
        "terms": document.terms,
        "salesperson_name": document.salesperson,
    }


def shipping_fields(book: Book, document: SalesDocument, symbol: str) -> dict[str, Any]:
    """Return the keys of the shipping charge and the tax on it."""
    tax = book.taxes.get(document.shipping_tax_id) or book.tax_groups.get(document.shipping_tax_id)
    totals, places = document.totals, document.places
    exclusive, inclusive = totals.shipping, totals.shipping + totals.shipping_tax
    return {
        "shipping_charge_tax_id": document.shipping_tax_id,
        "shipping_charge_tax_name": "" if tax is None else tax.name,
        "shipping_charge_tax_type": "" if tax is None else "tax",
        "shipping_charge_tax_percentage": "" if tax is None else whole(tax.percentage),
        "shipping_charge_tax": "" if tax is None else totals.shipping_tax,
        "bcy_shipping_charge_tax": "" if tax is None else document.base.shipping_tax,
        "shipping_charge_tax_formatted": "" if tax is None else f"{symbol}{totals.shipping_tax:,.{places}f}",
        "shipping_charge_exclusive_of_tax_formatted": f"{symbol}{exclusive:,.{places}f}",
        "shipping_charge_inclusive_of_tax_formatted": f"{symbol}{inclusive:,.{places}f}",
    }


def due_days(due: date, today: date) -> str:
    """Return how far a due date is, in the words of the invoice list."""
    days = (due - today).days
    if days == 0:
        return "Due Today"
    plural = "s" if abs(days) != 1 else ""
    return f"Due in {days} day{plural}" if days > 0 else f"Overdue by {-days} day{plural}"
