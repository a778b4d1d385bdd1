"""Taxes that the buyer reckons on lines of a purchase: which each line carries, kept by line, and how the wire shows them.

Nothing is posted for them: what is owed and what may be reclaimed meet in the one account of taxes, and make nothing.
"""

from typing import Any, Final

from tallystick.books.documents.purchase import PurchaseDocument
from tallystick.model.money import ZERO, round_money
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put

CHARGES: Final = {
    "reverse_charge_tax": "reverse_charge",
    "acquisition_vat": "acquisition_vat",
    "reverse_charge_vat": "reverse_charge_vat",
}
"""What the wire calls such a tax (India's; the United Kingdom's on goods from the EU, and on services), and its record."""


def keep_reverse_charge(call: Call, document: PurchaseDocument) -> None:
    """Keep the taxes that a body's lines have reckoned by the buyer. Raises Refused (code 1002) for an unknown one."""
    book = call.organization.book
    if not call.body.get("line_items"):
        return
    for charge, key in CHARGES.items():
        taxes = {
            line.id: str(row[f"{charge}_id"])
            for line, row in zip(document.lines, call.body["line_items"], strict=True)
            if str(row.get(f"{charge}_id") or "").strip()
        }
        if any(tax_id not in book.taxes and tax_id not in book.tax_groups for tax_id in taxes.values()):
            raise Refused("does_not_exist", thing="Tax")
        if taxes or private(call.organization, document.id, key, {}):
            fields: dict[str, Any] = {PRIVATE + key: taxes}
            if charge == "reverse_charge_tax":
                fields["is_reverse_charge_applied"] = bool(taxes)
            put(call.organization, document.id, **fields)


def with_reverse_charge(call: Call, document: PurchaseDocument, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a document's lines, each with the keys of the taxes that the buyer reckons on it."""
    for charge, key in CHARGES.items():
        kept: dict[str, str] = private(call.organization, document.id, key, {})
        if kept:
            rows = [
                {**row, **_shown(call, document, charge, line, kept.get(line.id, ""))}
                for line, row in zip(document.lines, rows, strict=True)
            ]
    return rows


def _shown(call: Call, document: PurchaseDocument, charge: str, line: Any, tax_id: str) -> dict[str, Any]:
    """Return what a line says of one such tax, nothing when it has none."""
    book = call.organization.book
    tax, group = book.taxes.get(tax_id), book.tax_groups.get(tax_id)
    parts = [book.taxes[each] for each in group.tax_ids] if group else [tax] if tax else []
    if not parts:
        return {}
    percentage = sum((part.percentage for part in parts), ZERO)
    return {
        f"{charge}_id": tax_id,
        f"{charge}_name": group.name if group else parts[0].name,
        f"{charge}_percentage": percentage,
        f"{charge}_amount": round_money(line.taxable * percentage / 100, document.places),
    }
