"""Any document seen as a journal: the entries the Book posts for it, in the keys of a journal.

Nothing is posted here, and a manual journal as its author wrote it is in `journals`.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.report.figures import Basis
from tallystick.ledger.entry import Entry
from tallystick.model.money import from_minor, round_money
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import choice
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.refusals import LABELS

KINDS: Final = {
    "journal": Kind.JOURNAL,
    "invoice": Kind.INVOICE,
    "creditnote": Kind.CREDIT_NOTE,
    "expense": Kind.EXPENSE,
    "bill": Kind.BILL,
    "vendor_credit": Kind.VENDOR_CREDIT,
    "customer_payment": Kind.PAYMENT,
    "vendor_payment": Kind.VENDOR_PAYMENT,
}
"""The kinds of record each `entity_type` means (the vendor's documents)."""


def show(call: Call) -> Answer:
    """Return what a document posts. Raises Refused: code 2 for an unknown type or basis, 1002 for no such document."""
    book = call.organization.book
    kind = KINDS.get(call.query.get("entity_type", ""))
    if kind is None:
        raise Refused("invalid_value", field="entity_type")
    basis = choice(Basis)(call.query.get("report_basis") or Basis.ACCRUAL.value, "report_basis")
    document = book.table(kind).get(call.ids["transaction_id"])
    if document is None:
        raise Refused("does_not_exist", thing=LABELS[kind.value])
    entries = book.entries_of(kind, document.id, basis)
    return Answer(key="journal", value=_journal(call, document, entries, basis))


def _journal(call: Call, document: Any, entries: Sequence[Entry], basis: Basis) -> dict[str, Any]:
    currency = call.organization.book.currencies[document.currency_id]
    lines = [line for entry in entries for line in _lines(call, document, entry, basis)]
    debits = [line for line in lines if line["debit_or_credit"] == "debit"]
    total = sum((line["amount"] for line in debits), Decimal(0))
    return {
        "journal_id": document.id,
        "entry_number": getattr(document, "number", ""),
        "reference_number": document.reference,
        "notes": getattr(document, "notes", ""),
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": document.exchange_rate,
        "journal_date": document.date,
        "journal_type": "Cash" if basis is Basis.CASH else "Both",
        "line_items": lines,
        "line_item_total": total,
        "total": total,
        "bcy_total": sum((line["bcy_amount"] for line in debits), Decimal(0)),
        "price_precision": document.places,
        "taxes": [],
        "created_time": document.created_at,
        "last_modified_time": document.modified_at,
        "status": "published" if entries else "draft",
    }


def _lines(call: Call, document: Any, entry: Entry, basis: Basis) -> list[dict[str, Any]]:
    book = call.organization.book
    found = []
    for posting in entry.postings:
        contact = book.contacts.get(posting.contact_id)
        base = from_minor(posting.amount, book.base_currency.places)
        amount = from_minor(posting.currency_amount, document.places)
        if basis is Basis.CASH:  # a share is kept in the base currency alone
            amount = round_money(base / document.exchange_rate, document.places)
        found.append(
            {
                "line_id": "",
                "account_id": posting.account_id,
                "account_name": book.accounts[posting.account_id].name,
                "customer_id": posting.contact_id,
                "customer_name": "" if contact is None else contact.name,
                "description": entry.event,
                "debit_or_credit": "debit" if (amount or base) > 0 else "credit",
                "amount": abs(amount),
                "bcy_amount": abs(base),
            }
        )
    return found


HANDLERS: Final = (Emulated("GET", "/transactions/{transaction_id}/journals", show, SPECIFIED),)
