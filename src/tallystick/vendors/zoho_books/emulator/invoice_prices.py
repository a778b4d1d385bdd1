"""Putting a price list to an invoice that is there already. What a list makes of a price is in `price_lists`."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.documents.invoice import Invoice, UpdateInvoice
from tallystick.books.documents.line import LineFields
from tallystick.books.rules.lines import as_asked
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.invoices import MODULE
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.price_lists import SALES, price_of, usable


def apply(call: Call, invoice: Invoice) -> None:
    """Price the items of an invoice anew by a list; lines it says nothing about keep their price.

    Raises Refused: 1002 for a list there is not, and for one in another currency or for purchases.
    """
    record = usable(call, call.ids["pricebook_id"])
    if record.fields["sales_or_purchase_type"] != SALES or record.fields["currency_id"] != invoice.currency_id:
        raise Refused("rule", sentence="The price list is for other currencies or transactions.")
    items = call.organization.book.items

    def priced(line: LineFields) -> LineFields:
        item = items.get(line.item_id)
        rate = None if item is None else price_of(record, item, line.quantity, rate=invoice.exchange_rate)
        return line if rate is None else replace(line, rate=rate)

    lines = tuple(priced(line) for line in as_asked(invoice.lines))
    call.organization.execute(UpdateInvoice(id=invoice.id, lines=lines, user_id=call.user_id))
    put(call.organization, invoice.id, pricebook_id=record.id)


HANDLERS: Final = (
    Emulated("PUT", "/invoices/{invoice_id}/pricebooks/{pricebook_id}", acts(MODULE, apply, "success"), SPECIFIED),
)
