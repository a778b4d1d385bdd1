"""The reverse charge on lines of a purchase: which tax each carries, kept by line, and how the wire shows it.

Nothing is posted for it: what is owed and what may be reclaimed meet in the one account of taxes, and make nothing.
"""

from typing import Any, Final

from tallystick.books.documents.purchase import PurchaseDocument
from tallystick.model.money import ZERO, round_money
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put

KEY: Final = "reverse_charge"


def keep_reverse_charge(call: Call, document: PurchaseDocument) -> None:
    """Keep the reverse charge taxes of a body's lines. Raises Refused (code 1002) for one that is not there."""
    book = call.organization.book
    if not call.body.get("line_items"):
        return
    taxes = {
        line.id: str(row["reverse_charge_tax_id"])
        for line, row in zip(document.lines, call.body["line_items"], strict=True)
        if row.get("reverse_charge_tax_id")
    }
    if any(tax_id not in book.taxes and tax_id not in book.tax_groups for tax_id in taxes.values()):
        raise Refused("does_not_exist", thing="Tax")
    if taxes or private(call.organization, document.id, KEY, {}):
        fields: dict[str, Any] = {PRIVATE + KEY: taxes, "is_reverse_charge_applied": bool(taxes)}
        put(call.organization, document.id, **fields)


def with_reverse_charge(call: Call, document: PurchaseDocument, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a document's lines, each with the keys of its reverse charge where it has one."""
    kept: dict[str, str] = private(call.organization, document.id, KEY, {})
    if not kept:
        return rows
    book = call.organization.book
    found = []
    for line, row in zip(document.lines, rows, strict=True):
        tax_id = kept.get(line.id, "")
        tax, group = book.taxes.get(tax_id), book.tax_groups.get(tax_id)
        parts = [book.taxes[each] for each in group.tax_ids] if group else [tax] if tax else []
        percentage = sum((part.percentage for part in parts), ZERO)
        charge = {
            "reverse_charge_tax_id": tax_id,
            "reverse_charge_tax_name": group.name if group else tax.name if tax else "",
            "reverse_charge_tax_percentage": percentage,
            "reverse_charge_tax_amount": round_money(line.taxable * percentage / 100, document.places),
        }
        found.append({**row, **(charge if parts else {})})
    return found
