"""Mail the organisation has written or will write, and the commands about it. Nothing is sent anywhere."""

import datetime as dt
from typing import Final

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target

INVOICE: Final = "invoice"
REMINDER: Final = "reminder"
"""Purposes of mail that do something to the invoice it is about."""


class Mailing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What mail has come to of one document: `scheduled_at` is when a mail that waits will go.

    `reminds` says whether reminders may be sent of it without anybody asking.
    """

    sent: bool = False
    scheduled_at: dt.datetime | None = None
    reminds: bool = True
    reminders: int = 0
    last_reminder: dt.date | None = None


NO_MAILING: Final = Mailing()


class Mail(Document, frozen=True, kw_only=True, gc=False):
    """One mail. It waits until `send_at`; `sent_at` says when it went to the outbox, None while it waits.

    `attachments` are the names of the files that go with it; the files are kept elsewhere. `rule_id` is the reminder rule
    that had it written.
    """

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    subject: str
    body: str
    purpose: str
    document_id: str = ""
    rule_id: str = ""
    send_at: dt.datetime
    sent_at: dt.datetime | None = None


class WriteMail(Command, frozen=True, kw_only=True):
    """Write a mail about a document; it goes at once unless `send_at` says later. `purpose` is `document`, `reminder`…

    Of an invoice, one waiting mail takes the place of another, and the mail that goes issues a draft.
    """

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    subject: str
    body: str
    purpose: str
    document_id: str = ""
    rule_id: str = ""
    send_at: Given[dt.datetime] = msgspec.UNSET


class SendMail(Target, frozen=True, kw_only=True):
    """Let a mail that is due go to the outbox."""


class DeleteMail(Target, frozen=True, kw_only=True):
    """Take back a mail that has not gone yet."""
