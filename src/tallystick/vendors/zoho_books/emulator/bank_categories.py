"""Statement lines categorised in every form, and open again: the document is made by its own noun, then tied to the line.

Matching with what is there already is `bank_matching`; what a bank rule makes is the Book's.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.documents.bank_transaction import CreateBankTransaction, DeleteBankTransaction
from tallystick.books.documents.credit_note import DeleteCreditNoteRefund
from tallystick.books.documents.expense import DeleteExpense
from tallystick.books.documents.journal import Side
from tallystick.books.documents.payment import DeletePayment, DeletePaymentRefund
from tallystick.books.documents.statement_line import (
    CategorizeStatementLine,
    LineState,
    ReopenStatementLine,
    StatementLine,
)
from tallystick.books.documents.vendor_credit import DeleteVendorCreditRefund
from tallystick.books.documents.vendor_payment import DeleteVendorPayment, DeleteVendorPaymentRefund
from tallystick.vendors.zoho_books.emulator import (
    credit_note_refunds,
    customer_payments,
    expenses,
    payment_refunds,
    vendor_payments,
    vendor_refunds,
)
from tallystick.vendors.zoho_books.emulator.bank_matching import line_named
from tallystick.vendors.zoho_books.emulator.bank_transactions import KEPT, bank_fields
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.kept import keep
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

ELSEWHERE: Final = frozenset({"expense", "vendor_payment", "customer_payment"})
"""Transaction types with an operation of their own, which the general one refuses (recorded by a client)."""


def _tie(call: Call, line: StatementLine, source: str) -> Answer:
    call.organization.execute(CategorizeStatementLine(id=line.id, source=source, user_id=call.user_id))
    return Answer(message="The transaction(s) have been categorized.")


def categorize(call: Call) -> Answer:
    """Make a bank transaction of a statement line; unsaid date, amount and its own account are the line's.

    With tax the line's amount includes it, unless the body gives another. Raises Refused: code 2 for a type that has
    an operation of its own, or without the other account (recorded by a client).
    """
    line = line_named(call)
    own, other = ("to_account_id", "from_account_id")[:: 1 if line.side is Side.DEBIT else -1]
    asked = bank_fields(call)
    if asked.get("type") in ELSEWHERE or not (other in asked or "lines" in asked):
        raise Refused("invalid_value", field="Transaction Type")
    said = {"date": line.date, "reference": line.reference, own: line.account_id}
    if "amount" not in asked and "lines" not in asked:
        said |= {"amount": line.amount, "tax_inclusive": True}
    currency_id = call.organization.book.accounts[line.account_id].currency_id
    command = CreateBankTransaction(user_id=call.user_id, **{"currency_id": currency_id, **said, **asked})
    moved = call.organization.execute(command)
    keep(call.organization, moved.id, call.body, KEPT)
    return _tie(call, line, moved.id)


def _body(call: Call, line: StatementLine, account: str) -> dict[str, Any]:
    """Return a body with the line's account, and its date, amount and reference where the body says none.

    Raises Refused: 108004 when the body names another account (recorded by a client).
    """
    said = {name: value for name, value in call.body.items() if value not in ("", [])}
    if said.get(account, line.account_id) != line.account_id:
        raise Refused("match_account")
    own = {"date": line.date.isoformat(), "amount": line.amount, "reference_number": line.reference}
    return {**own, **said, account: line.account_id}


def _as(make: Callable[[Call], Any], account: str) -> Callable[[Call], Answer]:
    """Make the operation that lets another noun make the document."""

    def run(call: Call) -> Answer:
        line = line_named(call)
        asked = msgspec.structs.replace(call, body=_body(call, line, account))
        return _tie(call, line, make(asked).id)

    return run


class Refunded(msgspec.Struct, frozen=True):
    """A noun whose refunds a line may be: where the call names it, the account of the refund, and who records it."""

    kind: Kind
    named_by: str
    identity: str
    account: str
    refund: Callable[[Call], Answer]


def _refund_of(refunded: Refunded) -> Callable[[Call], Answer]:
    """Make the operation that refunds a document named in the body or the query and ties the line to that refund."""

    def run(call: Call) -> Answer:
        line = line_named(call)
        name = refunded.named_by
        source = text(call.body.get(name) or call.query.get(name, ""), name)
        if not source:
            raise Refused("invalid_value", field=name)
        body = _body(call, line, refunded.account)
        refunded.refund(msgspec.structs.replace(call, body=body, ids={**call.ids, refunded.identity: source}))
        made = call.organization.book.table(refunded.kind)[source].refunds[-1]
        return _tie(call, line, made.id)

    return run


CREDIT_NOTE: Final = Refunded(
    Kind.CREDIT_NOTE, "creditnote_id", "creditnote_id", "from_account_id", credit_note_refunds.create_refund
)
VENDOR_CREDIT: Final = Refunded(
    Kind.VENDOR_CREDIT,
    "vendor_credit_id",
    "vendor_credit_id",
    "account_id",
    vendor_refunds.creates(vendor_refunds.OF_CREDITS),
)
PAYMENT: Final = Refunded(
    Kind.PAYMENT, "payment_id", "customer_payment_id", "from_account_id", payment_refunds.create_refund
)
VENDOR_PAYMENT: Final = Refunded(
    Kind.VENDOR_PAYMENT,
    "vendorpayment_id",
    vendor_payments.MODULE.identity,
    "to_account_id",
    vendor_refunds.creates(vendor_refunds.OF_PAYMENTS),
)
DELETES: Final[dict[Kind, type[Any]]] = {
    Kind.BANK_TRANSACTION: DeleteBankTransaction,
    Kind.EXPENSE: DeleteExpense,
    Kind.PAYMENT: DeletePayment,
    Kind.VENDOR_PAYMENT: DeleteVendorPayment,
}
DELETES_REFUND: Final[dict[Kind, type[Any]]] = {
    Kind.CREDIT_NOTE: DeleteCreditNoteRefund,
    Kind.VENDOR_CREDIT: DeleteVendorCreditRefund,
    Kind.PAYMENT: DeletePaymentRefund,
    Kind.VENDOR_PAYMENT: DeleteVendorPaymentRefund,
}
"""The commands that take back what categorising made."""


def uncategorize(call: Call) -> Answer:
    """Open a categorised line again; what categorising made of it goes with that."""
    line = line_named(call)
    call.organization.execute(ReopenStatementLine(id=line.id, user_id=call.user_id))
    if line.state is LineState.CATEGORIZED:
        call.notes.assume("uncategorize_deletes")
        for source in line.sources:
            _take_back(call, source)
    return Answer(message="Transaction(s) have been uncategorized.")


def _take_back(call: Call, source: str) -> None:
    book = call.organization.book
    for kind, command in DELETES.items():
        if source in book.table(kind):
            call.organization.execute(command(id=source, user_id=call.user_id))
            call.organization.drop_record(source)
            return
    for kind, command in DELETES_REFUND.items():
        for document in book.table(kind).values():
            if any(refund.id == source for refund in document.refunds):
                call.organization.execute(command(id=document.id, refund_id=source, user_id=call.user_id))
                return


_OPEN: Final = "/banktransactions/uncategorized/{transaction_id}/categorize"
_LINE: Final = "/banktransactions/uncategorized/{statement_line_id}/categorize"
HANDLERS: Final = (
    Emulated("POST", _OPEN, categorize, SPECIFIED),
    Emulated("POST", "/banktransactions/{transaction_id}/uncategorize", uncategorize, SPECIFIED),
    Emulated("POST", f"{_OPEN}/customerpayments", _as(customer_payments.create, "account_id"), SPECIFIED),
    Emulated(
        "POST",
        f"{_OPEN}/expenses",
        _as(expenses.create, "paid_through_account_id"),
        SPECIFIED,
        missing="documents attached by their ids; mileage",
    ),
    Emulated("POST", f"{_OPEN}/vendorpayments", _as(vendor_payments.create, "paid_through_account_id"), SPECIFIED),
    Emulated("POST", f"{_OPEN}/creditnoterefunds", _refund_of(CREDIT_NOTE), SPECIFIED),
    Emulated("POST", f"{_OPEN}/vendorcreditrefunds", _refund_of(VENDOR_CREDIT), SPECIFIED),
    Emulated(
        "POST", f"{_LINE}/paymentrefunds", _refund_of(PAYMENT), "assumed(no document says how the payment is named)"
    ),
    Emulated("POST", f"{_LINE}/vendorpaymentrefunds", _refund_of(VENDOR_PAYMENT), SPECIFIED),
)
