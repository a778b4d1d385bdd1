"""Refunds of vendor payments and of vendor credits: list, create, read, update, delete, by one table of two rows.

The payments and credits themselves are in `vendor_payments` and `vendor_credits`.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.books.documents.vendor_credit import (
    DeleteVendorCreditRefund,
    RefundVendorCredit,
    UpdateVendorCreditRefund,
)
from tallystick.books.documents.vendor_payment import (
    DeleteVendorPaymentRefund,
    RefundVendorPayment,
    UpdateVendorPaymentRefund,
)
from tallystick.vendors.zoho_books.emulator import vendor_credits, vendor_payments
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few, sort_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module


class Refunds(msgspec.Struct, frozen=True):
    """The refunds of one noun: its module, the keys they have on the wire, the Book's commands, the messages."""

    module: Module
    refund_id: str
    document_id: str
    account: str
    key: str
    list_key: str
    row: Callable[[Call, Any, Any], dict[str, Any]]
    create: Any
    update: Any
    delete: Any
    created: str
    deleted: str


OF_PAYMENTS: Final = Refunds(
    vendor_payments.MODULE,
    "vendorpayment_refund_id",
    "vendorpayment_id",
    "to_account_id",
    "vendorpayment_refund",
    "vendorpayment_refunds",
    lambda _, __, refund: vendor_payments.refund_row(refund),
    RefundVendorPayment,
    UpdateVendorPaymentRefund,
    DeleteVendorPaymentRefund,
    "Vendor Payment Refunded successfully",
    "The refund has been deleted.",
)
OF_CREDITS: Final = Refunds(
    vendor_credits.MODULE,
    "vendor_credit_refund_id",
    "vendor_credit_id",
    "account_id",
    "vendor_credit_refund",
    "vendor_credit_refunds",
    vendor_credits.refund_row,
    RefundVendorCredit,
    UpdateVendorCreditRefund,
    DeleteVendorCreditRefund,
    "The refund information for this vendor credit has been saved.",
    "The refund has been successfully deleted.",
)


SORTS: Final[dict[str, Callable[[tuple[Any, Any]], Any]]] = {
    "date": lambda pair: (pair[1].date, pair[1].id),
    "reference_number": lambda pair: pair[1].reference.casefold(),
    "vendor_credit_number": lambda pair: pair[0].number.casefold(),
    "balance": lambda pair: pair[0].balance,
    "total": lambda pair: pair[0].totals.total,
    "created_time": lambda pair: pair[0].created_at,
    "last_modified_time": lambda pair: pair[0].modified_at,
}
"""What a vendor credit and a refund of it are sorted by, beside the vendor's name."""


def _fields(refunds: Refunds, call: Call) -> dict[str, Any]:
    """Return what a body says of a refund; an empty account or rate counts as unsaid. Raises Refused (code 2)."""
    fields = (
        Field("date", "date", day),
        Field("refund_mode", "mode", text),
        Field("reference_number", "reference", text),
        Field("amount", "amount", amount),
        Field("exchange_rate", "exchange_rate", amount),
        Field(refunds.account, "account_id", text),
        Field("description", "description", text),
    )
    return given({name: value for name, value in call.body.items() if value != ""}, fields)


def _detail(refunds: Refunds, call: Call, document: Any, refund: Any) -> dict[str, Any]:
    return {
        refunds.refund_id: refund.id,
        refunds.document_id: document.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "reference_number": refund.reference,
        "amount": refund.amount,
        "exchange_rate": refund.exchange_rate,
        refunds.account: refund.account_id,
        refunds.account.replace("_id", "_name"): call.organization.book.accounts[refund.account_id].name,
        "description": refund.description,
    }


def _named(refunds: Refunds, call: Call) -> tuple[Any, Any]:
    document = refunds.module.named(call)
    wanted = call.ids[refunds.refund_id]
    refund = next((one for one in document.refunds if one.id == wanted), None)
    if refund is None:
        raise Refused("does_not_exist", thing="Refund")
    return document, refund


def _answer(refunds: Refunds, call: Call, rows: list[dict[str, Any]]) -> Answer:
    page = context_of_few(call, sorted(rows, key=lambda row: (row["date"], row[refunds.refund_id]), reverse=True))
    return Answer(key=refunds.list_key, value=page.rows, extra={"page_context": page.context})


def lists(refunds: Refunds) -> Callable[[Call], Answer]:
    """Make the operation that lists one document's refunds, the latest first."""

    def run(call: Call) -> Answer:
        document = refunds.module.named(call)
        return _answer(refunds, call, [refunds.row(call, document, refund) for refund in document.refunds])

    return run


def list_all_of_credits(call: Call) -> Answer:
    """List the refunds of all vendor credits, or of one vendor's, the latest first unless another order is asked for."""
    asked = call.query.get("customer_id", "")
    credits_held = OF_CREDITS.module.documents(call.organization).values()
    found = [(one, refund) for one in credits_held if asked in ("", one.contact_id) for refund in one.refunds]
    contacts = call.organization.book.contacts
    sorts = {**SORTS, "vendor_name": lambda pair: contacts[pair[0].contact_id].name.casefold()}
    pairs, column, order = sort_few(call, found, sorts, "date")
    page = context_of_few(call, [OF_CREDITS.row(call, credit, refund) for credit, refund in pairs])
    context = {**page.context, "sort_column": column, "sort_order": order}
    return Answer(key=OF_CREDITS.list_key, value=page.rows, extra={"page_context": context})


def creates(refunds: Refunds) -> Callable[[Call], Answer]:
    """Make the operation that takes money back."""

    def run(call: Call) -> Answer:
        document = refunds.module.named(call)
        command = refunds.create(id=document.id, user_id=call.user_id, **_fields(refunds, call))
        changed = call.organization.execute(command)
        value = _detail(refunds, call, changed, changed.refunds[-1])
        return Answer(message=refunds.created, key=refunds.key, value=value)

    return run


def reads(refunds: Refunds) -> Callable[[Call], Answer]:
    """Make the operation that reads one refund."""

    def run(call: Call) -> Answer:
        return Answer(key=refunds.key, value=_detail(refunds, call, *_named(refunds, call)))

    return run


def updates(refunds: Refunds) -> Callable[[Call], Answer]:
    """Make the operation that changes a refund."""

    def run(call: Call) -> Answer:
        document, refund = _named(refunds, call)
        fields = _fields(refunds, call)
        command = refunds.update(id=document.id, refund_id=refund.id, user_id=call.user_id, **fields)
        changed = call.organization.execute(command)
        saved = next(one for one in changed.refunds if one.id == refund.id)
        value = _detail(refunds, call, changed, saved)
        return Answer(message="The refund information has been saved.", key=refunds.key, value=value)

    return run


def deletes(refunds: Refunds) -> Callable[[Call], Answer]:
    """Make the operation that deletes a refund; what it gave back is unused again."""

    def run(call: Call) -> Answer:
        document, refund = _named(refunds, call)
        call.organization.execute(refunds.delete(id=document.id, refund_id=refund.id, user_id=call.user_id))
        return Answer(message=refunds.deleted)

    return run


def _handlers(refunds: Refunds, path: str) -> tuple[Emulated, ...]:
    one = f"{path}/{{{refunds.refund_id}}}"
    return (
        Emulated("GET", path, lists(refunds), SPECIFIED),
        Emulated("POST", path, creates(refunds), SPECIFIED),
        Emulated("GET", one, reads(refunds), SPECIFIED),
        Emulated("PUT", one, updates(refunds), SPECIFIED),
        Emulated("DELETE", one, deletes(refunds), SPECIFIED),
    )


HANDLERS: Final = (
    *_handlers(OF_PAYMENTS, "/vendorpayments/{payment_id}/refunds"),
    *_handlers(OF_CREDITS, "/vendorcredits/{vendor_credit_id}/refunds"),
    Emulated("GET", "/vendorcredits/refunds", list_all_of_credits, SPECIFIED, missing="last_modified_time"),
)
