"""What commands about mail do. When a mail is due is `due`'s to find."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.mail import DeleteMail, Mail, SendMail, WriteMail
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.work import Work

RECIPIENTS_MAX: Final = 100


def write_mail(work: Work, command: WriteMail) -> Mail:
    """Write a mail, and let it go unless it is for later."""
    recipients = len(command.to) + len(command.cc) + len(command.bcc)
    if recipients > RECIPIENTS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="to", parts=recipients, parts_max=RECIPIENTS_MAX)
    send_at = chosen(command.send_at, work.now)
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
        send_at=send_at,
        sent_at=work.now if send_at <= work.now else None,
        **new_stamp(work),
    )
    work.put(Kind.MAIL, mail)
    return mail


def send_mail(work: Work, command: SendMail) -> Mail:
    """Let a waiting mail go when its time has come."""
    old: Mail = work.find(Kind.MAIL, command.id)
    if old.sent_at is not None:
        raise Refused(Reason.WRONG_STATUS, field="id", status="sent", action="send")
    if old.send_at > work.now:
        raise Refused(Reason.NOT_DUE, field="id", number=old.subject, date=old.send_at)
    new = replace(old, sent_at=work.now, **stamp(work))
    work.put(Kind.MAIL, new)
    return new


def delete_mail(work: Work, command: DeleteMail) -> Mail:
    """Take a waiting mail back."""
    mail: Mail = work.find(Kind.MAIL, command.id)
    if mail.sent_at is not None:
        raise Refused(Reason.WRONG_STATUS, field="id", status="sent", action="delete")
    work.delete(Kind.MAIL, mail.id)
    return mail


RULES: Final[dict[type, Rule]] = {WriteMail: write_mail, SendMail: send_mail, DeleteMail: delete_mail}
