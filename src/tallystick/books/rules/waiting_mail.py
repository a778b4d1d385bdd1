"""Mail that waits for its time: found by the invoice it is about, and taken back. No mail is written here."""

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.invoice import Invoice
from tallystick.books.work import Work


def unscheduled(work: Work, invoice: Invoice) -> Invoice:
    """Return an invoice without the mail that waits, which is taken back; the invoice itself is not staged."""
    if invoice.mailing.scheduled_at is None:
        return invoice
    waiting = [each for each in work.all(Kind.MAIL) if each.document_id == invoice.id and each.sent_at is None]
    for mail in waiting:
        work.delete(Kind.MAIL, mail.id)
    return replace(invoice, mailing=replace(invoice.mailing, scheduled_at=None))
