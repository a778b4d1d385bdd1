"""Credit notes to customers and the commands about them. No rule or posting lives here."""

from decimal import Decimal
from enum import StrEnum

from tallystick.books.documents.application import Application, ApplicationFields, Refund
from tallystick.books.documents.document import Target
from tallystick.books.documents.payment import RefundFields
from tallystick.books.documents.sales import SalesDocument, SalesFields


class CreditNoteState(StrEnum):
    """The stored state of a credit note; closed is derived from its balance (`lifecycle.credit_note_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    VOID = "void"


class CreditNote(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A credit note. `balance` is total − applied − refunded; `balance_base` its mirror in the base currency."""

    state: CreditNoteState
    applications: tuple[Application, ...] = ()
    refunds: tuple[Refund, ...] = ()
    balance: Decimal
    balance_base: Decimal


class CreateCreditNote(SalesFields, frozen=True, kw_only=True):
    """Make a credit note, open unless `state` says draft."""

    state: CreditNoteState = CreditNoteState.OPEN
    applications: tuple[ApplicationFields, ...] = ()


class UpdateCreditNote(SalesFields, frozen=True, kw_only=True):
    """Change a credit note that is neither applied nor refunded; lines are replaced whole."""

    id: str


class DeleteCreditNote(Target, frozen=True, kw_only=True):
    """Remove a credit note that is neither applied nor refunded."""


class MarkCreditNoteOpen(Target, frozen=True, kw_only=True):
    """Issue a draft (or void) credit note: from here it posts."""


class MarkCreditNoteDraft(Target, frozen=True, kw_only=True):
    """Take an unused open or void credit note back to draft."""


class VoidCreditNote(Target, frozen=True, kw_only=True):
    """Keep an unused credit note on record without effect on the accounts."""


class ApplyCreditNote(Target, frozen=True, kw_only=True):
    """Set a credit note's balance against invoices of the same customer."""

    applications: tuple[ApplicationFields, ...]


class UnapplyCreditNote(Target, frozen=True, kw_only=True):
    """Take one application of a credit note back."""

    application_id: str


class RefundCreditNote(RefundFields, frozen=True, kw_only=True):
    """Pay a credit note's balance out; the new refund is the last of `refunds`."""

    id: str


class UpdateCreditNoteRefund(RefundFields, frozen=True, kw_only=True):
    """Change a refund of a credit note."""

    id: str
    refund_id: str


class DeleteCreditNoteRefund(Target, frozen=True, kw_only=True):
    """Remove a refund of a credit note."""

    refund_id: str
