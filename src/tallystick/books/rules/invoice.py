"""What commands about invoices do. How money meets an invoice stands in `settlement`."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.invoice import (
    CancelInvoiceWriteOff,
    CreateInvoice,
    DeleteInvoice,
    ExpectInvoicePayment,
    Invoice,
    InvoiceFields,
    InvoiceState,
    MarkInvoiceDraft,
    MarkInvoiceSent,
    SetInvoiceReminders,
    UpdateInvoice,
    VoidInvoice,
    WriteOff,
    WriteOffInvoice,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.links import relink
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.terms import terms_fields
from tallystick.books.rules.waiting_mail import unscheduled
from tallystick.books.work import Work
from tallystick.model.money import ZERO

_STARTS: Final = frozenset({InvoiceState.DRAFT, InvoiceState.SENT})


def _step(action: Action, invoice: Invoice) -> InvoiceState:
    return lifecycle.step(
        lifecycle.INVOICE, action, invoice.state, blockers=lifecycle.INVOICE_BLOCKERS, document=invoice
    )


def create_invoice(work: Work, command: CreateInvoice) -> Invoice:
    """Make an invoice."""
    if command.state not in _STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    fields = sales_fields(work, Kind.INVOICE, command, None)
    fields.update(terms_fields(work, command, fields["date"], fields["contact_id"], None))
    invoice = Invoice(
        id=work.new_id(),
        state=command.state,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        sent_at=work.now if command.state is InvoiceState.SENT else None,
        **_made_of(work, command, fields, None),
        **fields,
        **new_stamp(work),
    )
    relink(work, None, invoice)
    work.put(Kind.INVOICE, invoice)
    return invoice


def update_invoice(work: Work, command: UpdateInvoice) -> Invoice:
    """Change an invoice that nothing has settled."""
    old: Invoice = work.find(Kind.INVOICE, command.id)
    state = _step(Action.UPDATE, old)
    fields = sales_fields(work, Kind.INVOICE, command, old)
    fields.update(terms_fields(work, command, fields["date"], fields["contact_id"], old))
    new = replace(
        old,
        state=state,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        **_made_of(work, command, fields, old),
        **fields,
        **stamp(work),
    )
    relink(work, old, new)
    work.put(Kind.INVOICE, new)
    return new


def _made_of(work: Work, command: InvoiceFields, fields: dict[str, Any], old: Invoice | None) -> dict[str, Any]:
    """Return what an invoice is made of: an estimate, orders, a profile, or the invoice a debit note adds to."""
    found: dict[str, Any] = {
        "estimate_id": chosen(command.estimate_id, old.estimate_id if old else ""),
        "order_ids": tuple(dict.fromkeys(chosen(command.order_ids, old.order_ids if old else ()))),
        "debit_reason": chosen(command.debit_reason, old.debit_reason if old else ""),
    }
    if isinstance(command, CreateInvoice):
        found |= {"recurring_id": command.recurring_id, "debited_id": command.debited_id}
        if command.debited_id:
            debited: Invoice = work.find(Kind.INVOICE, command.debited_id, "debited_id")
            if debited.contact_id != fields["contact_id"]:
                raise Refused(Reason.CONTACT_MISMATCH, field="debited_id", number=debited.number)
            if debited.state is not InvoiceState.SENT:
                raise Refused(Reason.WRONG_STATUS, field="debited_id", status=debited.state.value, action="debit")
    return found


def delete_invoice(work: Work, command: DeleteInvoice) -> Invoice:
    """Remove an invoice that nothing has settled."""
    invoice: Invoice = work.find(Kind.INVOICE, command.id)
    _step(Action.DELETE, invoice)
    if work.is_used(invoice.id):
        raise Refused(Reason.IN_USE, field="id", kind="invoice", id=invoice.id)
    unscheduled(work, invoice)
    relink(work, invoice, None)
    work.delete(Kind.INVOICE, invoice.id)
    return invoice


def _moves(action: Action) -> Rule:
    """Return the rule that takes an invoice along its lifecycle."""

    def move(work: Work, command: Target) -> Invoice:
        old: Invoice = work.find(Kind.INVOICE, command.id)
        state = _step(action, old)
        sent_at = (old.sent_at or work.now) if state is InvoiceState.SENT else None
        kept = unscheduled(work, old) if state is InvoiceState.VOID else old
        new = replace(kept, state=state, sent_at=sent_at, **stamp(work))
        relink(work, old, new)
        work.put(Kind.INVOICE, new)
        return new

    return move


def write_off_invoice(work: Work, command: WriteOffInvoice) -> Invoice:
    """Give up what is due."""
    old: Invoice = work.find(Kind.INVOICE, command.id)
    state = _step(Action.WRITE_OFF, old)
    given_up = WriteOff(chosen(command.date, work.today), old.balance, old.balance_base)
    new = replace(old, state=state, write_off=given_up, balance=ZERO, balance_base=ZERO, **stamp(work))
    work.put(Kind.INVOICE, new)
    return new


def cancel_write_off(work: Work, command: CancelInvoiceWriteOff) -> Invoice:
    """Make due again what was given up."""
    old: Invoice = work.find(Kind.INVOICE, command.id)
    state = _step(Action.CANCEL_WRITE_OFF, old)
    given_up = old.write_off or WriteOff(work.today, ZERO, ZERO)
    new = replace(
        old,
        state=state,
        write_off=None,
        balance=old.balance + given_up.amount,
        balance_base=old.balance_base + given_up.base_amount,
        **stamp(work),
    )
    work.put(Kind.INVOICE, new)
    return new


def set_reminders(work: Work, command: SetInvoiceReminders) -> Invoice:
    """Let reminders of an invoice be sent without anybody asking, or not."""
    old: Invoice = work.find(Kind.INVOICE, command.id)
    new = replace(old, mailing=replace(old.mailing, reminds=command.reminds), **stamp(work))
    work.put(Kind.INVOICE, new)
    return new


def expect_payment(work: Work, command: ExpectInvoicePayment) -> Invoice:
    """Say when an invoice is expected to be paid."""
    old: Invoice = work.find(Kind.INVOICE, command.id)
    new = replace(old, expected_date=command.date, **stamp(work))
    work.put(Kind.INVOICE, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateInvoice: create_invoice,
    UpdateInvoice: update_invoice,
    DeleteInvoice: delete_invoice,
    MarkInvoiceSent: _moves(Action.ISSUE),
    VoidInvoice: _moves(Action.VOID),
    MarkInvoiceDraft: _moves(Action.DRAFT),
    WriteOffInvoice: write_off_invoice,
    CancelInvoiceWriteOff: cancel_write_off,
    SetInvoiceReminders: set_reminders,
    ExpectInvoicePayment: expect_payment,
}
