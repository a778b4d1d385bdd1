"""Refunds of customer payments: list, create, read, update, delete.

Refunds of credit notes are in `credit_note_refunds`; payments themselves in `customer_payments`.
"""

from typing import Any, Final

from tallystick.books.documents.payment import DeletePaymentRefund, Payment, RefundPayment, UpdatePaymentRefund
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.customer_payments import MODULE, refund_row
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

REFUND_FIELDS: Final = (
    Field("date", "date", day),
    Field("refund_mode", "mode", text),
    Field("reference_number", "reference", text),
    Field("amount", "amount", amount),
    Field("exchange_rate", "exchange_rate", amount),
    Field("from_account_id", "account_id", text),
    Field("description", "description", text),
)
PAYMENTS: Final = MODULE.named_by("customer_payment_id")


def _detail(payment: Payment, refund: Any) -> dict[str, Any]:
    return {
        "payment_refund_id": refund.id,
        "payment_id": payment.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "reference_number": refund.reference,
        "amount": refund.amount,
        "exchange_rate": refund.exchange_rate,
        "payment_form": "",
        "from_account_id": refund.account_id,
        "description": refund.description,
    }


def refund_fields(call: Call) -> dict[str, Any]:
    """Return what a body says of a refund; an empty account or rate counts as unsaid. Raises Refused (code 2)."""
    body = {name: value for name, value in call.body.items() if value != ""}
    return given(body, REFUND_FIELDS)


def _named(call: Call) -> tuple[Payment, Any]:
    payment = PAYMENTS.named(call)
    refund = next((one for one in payment.refunds if one.id == call.ids["refund_id"]), None)
    if refund is None:
        raise Refused("does_not_exist", thing="Refund")
    return payment, refund


def list_refunds(call: Call) -> Answer:
    """List the refunds of a payment."""
    payment = PAYMENTS.named(call)
    page = context_of_few(call, [refund_row(call, payment, refund) for refund in payment.refunds])
    context = {
        **page.context,
        "report_name": "Customer Payments Refund",
        "sort_column": "created_time",
        "sort_order": "D",
    }
    return Answer(
        message="The list of refunds of the customer is displayed successfully.",
        key="payment_refunds",
        value=page.rows,
        extra={"page_context": context},
    )


def create_refund(call: Call) -> Answer:
    """Give unused money of a payment back."""
    payment = PAYMENTS.named(call)
    changed = call.organization.execute(RefundPayment(id=payment.id, user_id=call.user_id, **refund_fields(call)))
    return Answer(
        message="The refund information for this payment has been saved.",
        key="payment_refunds",
        value=[_detail(changed, changed.refunds[-1])],
    )


def read_refund(call: Call) -> Answer:
    """Return one refund."""
    payment, refund = _named(call)
    return Answer(
        message="The details of the refund are displayed successfully.",
        key="payment_refunds",
        value=[_detail(payment, refund)],
    )


def update_refund(call: Call) -> Answer:
    """Change a refund."""
    payment, refund = _named(call)
    command = UpdatePaymentRefund(id=payment.id, refund_id=refund.id, user_id=call.user_id, **refund_fields(call))
    changed = call.organization.execute(command)
    saved = next(one for one in changed.refunds if one.id == refund.id)
    return Answer(
        message="The refund information has been saved.", key="payment_refunds", value=[_detail(changed, saved)]
    )


def delete_refund(call: Call) -> Answer:
    """Delete a refund; the money is unused again."""
    payment, refund = _named(call)
    call.organization.execute(DeletePaymentRefund(id=payment.id, refund_id=refund.id, user_id=call.user_id))
    return Answer(message="The refund has been deleted.")


_REFUNDS: Final = "/customerpayments/{customer_payment_id}/refunds"
HANDLERS: Final = (
    Emulated("GET", _REFUNDS, list_refunds, SPECIFIED),
    Emulated("POST", _REFUNDS, create_refund, SPECIFIED),
    Emulated("GET", f"{_REFUNDS}/{{refund_id}}", read_refund, SPECIFIED),
    Emulated("PUT", f"{_REFUNDS}/{{refund_id}}", update_refund, SPECIFIED),
    Emulated("DELETE", f"{_REFUNDS}/{{refund_id}}", delete_refund, SPECIFIED),
)
