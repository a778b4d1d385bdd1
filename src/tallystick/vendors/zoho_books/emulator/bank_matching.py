"""Statement lines matched with what moved, left aside and taken up again; the suggestions of what to match them with.

What may be matched with what is the Book's to say; making a document of a line is `bank_categories`.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import (
    ExcludeStatementLine,
    MatchStatementLine,
    ReopenStatementLine,
    RestoreStatementLine,
    StatementLine,
)
from tallystick.books.lifecycle import bill_is_open, credit_note_is_open, invoice_is_open, vendor_credit_is_open
from tallystick.vendors.zoho_books.emulator import (
    credit_note_refunds,
    customer_payments,
    vendor_payments,
    vendor_refunds,
)
from tallystick.vendors.zoho_books.emulator.bank_movements import moved_rows, shown
from tallystick.vendors.zoho_books.emulator.bank_transactions import filtered
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import rows, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

CANDIDATE_FILTERS: Final = (
    "transaction_type",
    "date_after",
    "date_before",
    "amount_start",
    "amount_end",
    "contact",
    "reference_number",
)
SETTLED_MAX: Final = 100
"""Transactions one line may be matched with."""


def line_named(call: Call) -> StatementLine:
    """Return the statement line a path names. Raises Refused (code 1002) when there is none."""
    identity = call.ids.get("transaction_id") or call.ids.get("statement_line_id", "")
    line: StatementLine | None = call.organization.book.table(Kind.STATEMENT_LINE).get(identity)
    if line is None:
        raise Refused("does_not_exist", thing="Transaction")
    return line


class Owed(msgspec.Struct, frozen=True):
    """A kind of document that a line is not matched with itself: the payment or refund recorded for it is (documented).

    `settle` records it, for the whole balance, and returns the id of the movement.
    """

    kind: Kind
    side: Side
    is_open: Callable[[Any], bool]
    settle: Callable[[Call, StatementLine, Any, Decimal], str]


def _pay_invoice(call: Call, line: StatementLine, invoice: Any, due: Decimal) -> str:
    part = {"invoice_id": invoice.id, "amount_applied": due}
    body = {"customer_id": invoice.contact_id, "account_id": line.account_id, "invoices": [part]}
    return customer_payments.create(_with(call, line, due, body)).id


def _pay_bill(call: Call, line: StatementLine, bill: Any, due: Decimal) -> str:
    part = {"bill_id": bill.id, "amount_applied": due}
    body = {"vendor_id": bill.contact_id, "paid_through_account_id": line.account_id, "bills": [part]}
    return vendor_payments.create(_with(call, line, due, body)).id


def _refund_note(call: Call, line: StatementLine, note: Any, due: Decimal) -> str:
    asked = _with(call, line, due, {"from_account_id": line.account_id})
    credit_note_refunds.create_refund(msgspec.structs.replace(asked, ids={**call.ids, "creditnote_id": note.id}))
    return _last_refund(call, Kind.CREDIT_NOTE, note.id)


def _take_back(call: Call, line: StatementLine, credit: Any, due: Decimal) -> str:
    asked = _with(call, line, due, {"account_id": line.account_id})
    refund = vendor_refunds.creates(vendor_refunds.OF_CREDITS)
    refund(msgspec.structs.replace(asked, ids={**call.ids, "vendor_credit_id": credit.id}))
    return _last_refund(call, Kind.VENDOR_CREDIT, credit.id)


def _with(call: Call, line: StatementLine, due: Decimal, body: dict[str, Any]) -> Call:
    said = {"date": line.date.isoformat(), "amount": due, "reference_number": line.reference}
    return msgspec.structs.replace(call, body={**said, **body}, query={})


def _last_refund(call: Call, kind: Kind, identity: str) -> str:
    return str(call.organization.book.table(kind)[identity].refunds[-1].id)


OWED: Final[dict[str, Owed]] = {
    "invoice": Owed(Kind.INVOICE, Side.DEBIT, invoice_is_open, _pay_invoice),
    "bill": Owed(Kind.BILL, Side.CREDIT, bill_is_open, _pay_bill),
    "creditnote": Owed(Kind.CREDIT_NOTE, Side.CREDIT, credit_note_is_open, _refund_note),
    "vendor_credit": Owed(Kind.VENDOR_CREDIT, Side.DEBIT, vendor_credit_is_open, _take_back),
}
"""By the wire's transaction type, documents with a balance that a line on one side may settle."""


def _owed_rows(call: Call, line: StatementLine) -> list[dict[str, Any]]:
    """Return the open documents that a line on its side may settle, in the currency of its account."""
    book = call.organization.book
    currency_id = book.accounts[line.account_id].currency_id or book.base_currency.id
    return [
        {
            "transaction_id": document.id,
            "date": document.date,
            "transaction_type": name,
            "reference_number": document.reference,
            "amount": document.balance,
            "debit_or_credit": owed.side.value,
            "transaction_number": document.number,
            "payee": book.contacts[document.contact_id].name,
        }
        for name, owed in OWED.items()
        if owed.side is line.side
        for document in book.table(owed.kind).values()
        if document.balance > 0 and owed.is_open(document) and document.currency_id == currency_id
    ]


def candidates(call: Call) -> Answer:
    """List what a line may be matched with on its side, the best first: movements, then documents it would settle.

    Unless `show_all_transactions` is set, documents of more than the line's amount are left out (assumed).
    """
    line = line_named(call)
    account = call.organization.book.accounts[line.account_id]
    found = [row for row in moved_rows(call, account) if row["debit_or_credit"] == line.side.value]
    found += _owed_rows(call, line)
    if call.query.get("show_all_transactions", "").lower() != "true":
        found = [row for row in found if row["amount"] <= line.amount]
    found = filtered(call, found, CANDIDATE_FILTERS)
    found.sort(key=lambda row: (row["amount"] != line.amount, abs(row["date"] - line.date)))
    shown_rows = [
        {
            **shown(row, "get_matching_bank_transactions"),
            "contact_name": row["payee"],
            "is_best_match": row["amount"] == line.amount,
        }
        for row in found
    ]
    few = context_of_few(call, shown_rows)
    return Answer(key="matching_transactions", value=few.rows, extra={"page_context": few.context})


def match(call: Call) -> Answer:
    """Match a statement line with transactions; for an open invoice, bill or credit its payment or refund is recorded.

    Raises Refused: 108004 when they are of another account.
    """
    line = line_named(call)
    named = rows(call.body.get("transactions_to_be_matched", []), "transactions_to_be_matched")
    if not 1 <= len(named) <= SETTLED_MAX:
        raise Refused("invalid_value", field="transactions_to_be_matched")
    sources = tuple(_source(call, line, each) for each in named)
    call.organization.execute(MatchStatementLine(id=line.id, sources=sources, user_id=call.user_id))
    return Answer(message="The transaction has been matched.")


def _source(call: Call, line: StatementLine, named: dict[str, Any]) -> str:
    """Return the movement that one row of a match means."""
    identity = text(named.get("transaction_id", ""), "transaction_id")
    if not identity:
        raise Refused("invalid_value", field="transaction_id")
    for owed in OWED.values():
        document = call.organization.book.table(owed.kind).get(identity)
        if document is not None and document.balance > 0 and owed.side is line.side:
            return owed.settle(call, line, document, min(document.balance, line.amount))
    return identity


def _acts(command: type[Any], message: str) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        call.organization.execute(command(id=line_named(call).id, user_id=call.user_id))
        return Answer(message=message)

    return run


_OPEN: Final = "/banktransactions/uncategorized/{transaction_id}"
_UNMATCHED: Final = "The transaction has been unmatched."
_RESTORED: Final = "The excluded transaction(s) have been restored."
HANDLERS: Final = (
    Emulated("GET", f"{_OPEN}/match", candidates, SPECIFIED),
    Emulated("POST", f"{_OPEN}/match", match, SPECIFIED),
    Emulated("POST", "/banktransactions/{transaction_id}/unmatch", _acts(ReopenStatementLine, _UNMATCHED), SPECIFIED),
    Emulated("POST", f"{_OPEN}/exclude", _acts(ExcludeStatementLine, "The transaction has been excluded."), SPECIFIED),
    Emulated("POST", f"{_OPEN}/restore", _acts(RestoreStatementLine, _RESTORED), SPECIFIED),
)
