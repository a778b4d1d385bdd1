"""Mail the organisation has written or will write, and the commands about it. Nothing is sent anywhere."""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class Mail(Document, frozen=True, kw_only=True, gc=False):
    """One mail. It waits until `send_at`; `sent_at` says when it went to the outbox, None while it waits.

    `attachments` are the names of the files that go with it; the files are kept elsewhere.
    """

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    subject: str
    body: str
    purpose: str
    document_id: str = ""
    send_at: dt.datetime
    sent_at: dt.datetime | None = None


class WriteMail(Command, frozen=True, kw_only=True):
    """Write a mail about a document; it goes at once unless `send_at` says later. `purpose` is `document`, `reminder`…"""

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    subject: str
    body: str
    purpose: str
    document_id: str = ""
    send_at: Given[dt.datetime] = msgspec.UNSET


class SendMail(Target, frozen=True, kw_only=True):
    """Let a mail that is due go to the outbox."""


class DeleteMail(Target, frozen=True, kw_only=True):
    """Take back a mail that has not gone yet."""
