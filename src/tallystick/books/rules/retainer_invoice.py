"""What commands about retainer invoices do, and how payments for them are counted. No payment is made here."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.payment import Payment
from tallystick.books.documents.retainer_invoice import (
    CreateRetainerInvoice,
    DeleteRetainerInvoice,
    MarkRetainerInvoiceDraft,
    MarkRetainerInvoiceSent,
    RetainerInvoice,
    RetainerState,
    UpdateRetainerInvoice,
    VoidRetainerInvoice,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule, stamp
from tallystick.books.work import Work

RETAINER_INVOICES: Final = Priced(
    Kind.RETAINER_INVOICE,
    RetainerInvoice,
    lifecycle.RETAINER_INVOICE,
    frozenset((RetainerState.DRAFT, RetainerState.SENT)),
    lifecycle.RETAINER_INVOICE_BLOCKERS,
)


def count_payment(work: Work, before: Payment | None, after: Payment | None) -> None:
    """Count a payment for a retainer invoice in, out or as changed.

    Raises Refused for another customer's or currency's retainer, and for more than is asked for.
    """
    payment = after or before
    if payment is None or not payment.retainer_id:
        return
    old: RetainerInvoice = work.find(Kind.RETAINER_INVOICE, payment.retainer_id, "retainer_id")
    paid = old.paid + _paid(after) - _paid(before)
    drawn = old.drawn + _drawn(after) - _drawn(before)
    state = old.state
    if before is None and after is not None:
        state = lifecycle.step(lifecycle.RETAINER_INVOICE, Action.SETTLE, old.state)
    if after is not None:
        if after.contact_id != old.contact_id:
            raise Refused(Reason.CONTACT_MISMATCH, field="retainer_id", number=old.number)
        if after.currency_id != old.currency_id:
            raise Refused(Reason.CURRENCY_MISMATCH, field="retainer_id", number=old.number)
        if paid > old.totals.total:
            raise Refused(
                Reason.OVER_APPLIED,
                field="amount",
                number=old.number,
                amount=str(after.amount),
                balance=str(old.totals.total - old.paid + _paid(before)),
            )
    date = (after.date if after else None) if paid else None
    new = replace(
        old, state=state, paid=paid, drawn=drawn, last_payment_date=date or (old.last_payment_date if paid else None)
    )
    if new != old:
        work.put(Kind.RETAINER_INVOICE, replace(new, **stamp(work)))


def _paid(payment: Payment | None) -> Decimal:
    return payment.amount if payment else Decimal(0)


def _drawn(payment: Payment | None) -> Decimal:
    return payment.amount - payment.unused if payment else Decimal(0)


RULES: Final[dict[type, Rule]] = {
    CreateRetainerInvoice: RETAINER_INVOICES.make,
    UpdateRetainerInvoice: RETAINER_INVOICES.change,
    DeleteRetainerInvoice: RETAINER_INVOICES.remove,
    MarkRetainerInvoiceSent: RETAINER_INVOICES.moves(Action.ISSUE),
    MarkRetainerInvoiceDraft: RETAINER_INVOICES.moves(Action.DRAFT),
    VoidRetainerInvoice: RETAINER_INVOICES.moves(Action.VOID),
}
