"""The prices that lines of a document take from a price list: the line's, the document's, or the contact's.

What a list makes of a price is in `price_lists`; a line that says its rate keeps it.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.line import LineFields
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.organization import OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import is_active, records_of
from tallystick.vendors.zoho_books.emulator.price_lists import NOUN, price_of, usable

PRICEBOOK: Final = "pricebook_id"


def _named(call: Call, said: Any, currency_id: str, side: str) -> OwnRecord | None:
    """Return the list a body names. Raises Refused: 1002 for one there is not, and for another currency or side."""
    identity = text(said or "", PRICEBOOK)
    if not identity:
        return None
    record = usable(call, identity)
    if record.fields["currency_id"] != currency_id or record.fields["sales_or_purchase_type"] != side:
        raise Refused("rule", sentence="The price list is for other currencies or transactions.")
    return record


def _of_contact(call: Call, contact_id: str, currency_id: str, side: str) -> OwnRecord | None:
    identity = call.organization.records.get(contact_id, {}).get(PRICEBOOK, "")
    record = records_of(NOUN, call.organization).get(identity)
    if record is None or not is_active(NOUN, record):
        return None
    fields = record.fields
    return record if (fields["currency_id"], fields["sales_or_purchase_type"]) == (currency_id, side) else None


def rate_of(call: Call, currency_id: str, asked: Any, day: date) -> Decimal | None:
    """Return a document's exchange rate as asked, else the latest of its day; None when there is none."""
    book = call.organization.book
    if currency_id == book.base_currency.id:
        return Decimal(1)
    if currency_id not in book.currencies:
        return None  # The Book refuses such a document in words of its own.
    return asked if isinstance(asked, Decimal) and asked > 0 else book.rate(currency_id, day)


def list_priced(call: Call, fields: dict[str, Any], side: str, *, contact_id: str = "") -> dict[str, Any]:
    """Return the fields of a command with the rates of its lines taken from price lists where none is said.

    `side` is `sales` or `purchases`; `contact_id` is the document's when the body names none.
    """
    book = call.organization.book
    contact = book.contacts.get(fields.get("contact_id") or contact_id)
    if "lines" not in fields or contact is None:
        return fields
    currency_id = fields.get("currency_id") or contact.currency_id
    rate = rate_of(call, currency_id, fields.get("exchange_rate"), fields.get("date") or call.today)
    whole = _named(call, call.body.get(PRICEBOOK), currency_id, side)
    whole = whole or _of_contact(call, contact.id, currency_id, side)
    if rate is None:
        return fields

    def priced(line: LineFields, row: dict[str, Any]) -> LineFields:
        found = _named(call, row.get(PRICEBOOK), currency_id, side) or whole
        item = book.items.get(line.item_id)
        if found is None or item is None or line.rate is not None:
            return line
        return replace(line, rate=price_of(found, item, line.quantity, rate=rate))

    lines = tuple(map(priced, fields["lines"], call.body["line_items"]))
    return {**fields, "lines": lines}
