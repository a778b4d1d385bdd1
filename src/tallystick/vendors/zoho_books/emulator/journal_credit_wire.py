"""What a journal says of the credit in its lines: what is left, and which invoices and bills it met. Nothing is applied."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.journal import Journal, JournalLine, JournalState, Side
from tallystick.vendors.zoho_books.emulator.call import Call


class CreditSide(msgspec.Struct, frozen=True):
    """One side of trade: the account and side on which a line is credit, what it settles, and the wire's names."""

    part: SystemAccount
    side: Side
    settles: Kind
    label: str
    available: str
    credited: str

    def lines(self, call: Call, journal: Journal) -> Iterator[JournalLine]:
        """Yield the lines that are credit of somebody on this side."""
        account_id = call.organization.book.system(self.part)
        if journal.state is JournalState.PUBLISHED:
            for line in journal.lines:
                if (line.account_id, line.side) == (account_id, self.side) and line.contact_id:
                    yield line


RECEIVABLE: Final = CreditSide(
    SystemAccount.RECEIVABLE,
    Side.CREDIT,
    Kind.INVOICE,
    "Invoice",
    "available_receivables_credits",
    "invoices_credited",
)
PAYABLE: Final = CreditSide(
    SystemAccount.PAYABLE, Side.DEBIT, Kind.BILL, "Bill", "available_payables_credits", "bills_credited"
)


def credit_rows(call: Call, journal: Journal) -> list[dict[str, Any]]:
    """Return the lines that are credit: what each came to, and what is left of it."""
    return [
        {"credit_id": line.id, "amount": line.amount, "balance": journal.left_of(line)[0]}
        for side in (RECEIVABLE, PAYABLE)
        for line in side.lines(call, journal)
    ]


def credit_fields(call: Call, journal: Journal) -> dict[str, Any]:
    """Return what is left for customers and for vendors, and what was met; keys of its rows are a credit note's."""
    fields: dict[str, Any] = {}
    for side in (RECEIVABLE, PAYABLE):
        lines = {line.id: line for line in side.lines(call, journal)}
        fields[side.available] = sum((journal.left_of(line)[0] for line in lines.values()), Decimal(0))
        documents, noun = call.organization.book.table(side.settles), side.settles.value
        fields[side.credited] = [
            {
                f"{noun}_id": one.document_id,
                f"{noun}_number": documents[one.document_id].number,
                "date": one.date,
                "credited_amount": one.amount,
            }
            for one in journal.applications
            if one.line_id in lines
        ]
    return fields
