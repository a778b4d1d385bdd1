"""What a command leaves behind: changes of documents, and the outcome that carries them. No rule lives here."""

from enum import StrEnum
from typing import Any

import msgspec

from tallystick.books.documents.document import Document


class Kind(StrEnum):
    """The kinds of record a book keeps; the key of every change."""

    SETTINGS = "settings"
    SEQUENCE = "sequence"
    CURRENCY = "currency"
    ACCOUNT = "account"
    TAX = "tax"
    TAX_GROUP = "tax_group"
    USER = "user"
    CONTACT = "contact"
    ITEM = "item"
    INVOICE = "invoice"
    PAYMENT = "payment"
    CREDIT_NOTE = "credit_note"
    JOURNAL = "journal"


class Change(msgspec.Struct, frozen=True, gc=False):
    """One record as it stands after a command; `document` is None when the record was deleted."""

    kind: Kind
    id: str
    document: Document | None


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What a command did: the document it was about (as deleted, for a delete) and every change, in order."""

    document: Any
    changes: tuple[Change, ...]
