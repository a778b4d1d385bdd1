"""What commands about mail do, and what mail that goes does to the invoice it is about. When one is due is `due`'s to find."""

from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.invoice import Invoice, InvoiceState, MarkInvoiceSent
from tallystick.books.documents.mail import INVOICE, REMINDER, DeleteMail, Mail, SendMail, WriteMail
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.invoice import RULES as INVOICES
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.waiting_mail import unscheduled
from tallystick.books.work import Work

RECIPIENTS_MAX: Final = 100


def write_mail(work: Work, command: WriteMail) -> Mail:
    """Write a mail, and let it go unless it is for later."""
    recipients = len(command.to) + len(command.cc) + len(command.bcc)
    if recipients > RECIPIENTS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="to", parts=recipients, parts_max=RECIPIENTS_MAX)
    send_at = chosen(command.send_at, work.now)
    waits = send_at > work.now
    invoice: Invoice | None = work.get(Kind.INVOICE, command.document_id)
    if waits and invoice is not None:
        if invoice.state is InvoiceState.VOID:
            raise Refused(Reason.WRONG_STATUS, field="document_id", status=invoice.state.value, action="mail")
        invoice = unscheduled(work, invoice)
        work.put(Kind.INVOICE, replace(invoice, mailing=replace(invoice.mailing, scheduled_at=send_at)))
    mail = Mail(
        id=work.new_id(),
        to=command.to,
        cc=command.cc,
        bcc=command.bcc,
        attachments=command.attachments,
        subject=command.subject,
        body=command.body,
        purpose=command.purpose,
        document_id=command.document_id,
        rule_id=command.rule_id,
        send_at=send_at,
        sent_at=None if waits else work.now,
        **new_stamp(work),
    )
    work.put(Kind.MAIL, mail)
    if not waits:
        _went(work, mail)
    return mail


def _went(work: Work, mail: Mail) -> None:
    """Do what a mail that goes does to the invoice it is about: a draft is issued, a reminder is counted."""
    if work.get(Kind.INVOICE, mail.document_id) is None or mail.purpose not in {INVOICE, REMINDER}:
        return
    invoice: Invoice = work.get(Kind.INVOICE, mail.document_id)
    if mail.purpose == INVOICE and invoice.state.value in lifecycle.UNISSUED:
        invoice = issue(work, invoice.id)
    mailing = invoice.mailing
    if mail.purpose == REMINDER:
        mailing = replace(mailing, reminders=mailing.reminders + 1, last_reminder=work.today)
    else:
        mailing = replace(mailing, sent=True)
    if mail.send_at == mailing.scheduled_at:
        mailing = replace(mailing, scheduled_at=None)
    work.put(Kind.INVOICE, replace(invoice, mailing=mailing))


def issue(work: Work, invoice_id: str) -> Invoice:
    """Issue the draft that a mail takes to its customer. Raises Refused."""
    invoice: Invoice = INVOICES[MarkInvoiceSent](work, MarkInvoiceSent(id=invoice_id))
    return invoice


def send_mail(work: Work, command: SendMail) -> Mail:
    """Let a waiting mail go when its time has come."""
    old: Mail = work.find(Kind.MAIL, command.id)
    if old.sent_at is not None:
        raise Refused(Reason.WRONG_STATUS, field="id", status="sent", action="send")
    if old.send_at > work.now:
        raise Refused(Reason.NOT_DUE, field="id", number=old.subject, date=old.send_at)
    new = replace(old, sent_at=work.now, **stamp(work))
    work.put(Kind.MAIL, new)
    _went(work, new)
    return new


def delete_mail(work: Work, command: DeleteMail) -> Mail:
    """Take a waiting mail back."""
    mail: Mail = work.find(Kind.MAIL, command.id)
    if mail.sent_at is not None:
        raise Refused(Reason.WRONG_STATUS, field="id", status="sent", action="delete")
    invoice: Invoice | None = work.get(Kind.INVOICE, mail.document_id)
    if invoice is not None and invoice.mailing.scheduled_at is not None:
        work.put(Kind.INVOICE, unscheduled(work, invoice))
    else:
        work.delete(Kind.MAIL, mail.id)
    return mail


RULES: Final[dict[type, Rule]] = {WriteMail: write_mail, SendMail: send_mail, DeleteMail: delete_mail}
