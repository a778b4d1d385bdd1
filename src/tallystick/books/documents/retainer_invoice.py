"""Retainer invoices (requests for money in advance) and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from tallystick.books.documents.document import Target
from tallystick.books.documents.line import ZERO
from tallystick.books.documents.sales import SalesDocument, SalesFields


class RetainerState(StrEnum):
    """The stored state of a retainer invoice; paid and drawn are derived (`lifecycle.retainer_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    VOID = "void"


class RetainerInvoice(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A request for money in advance; it posts nothing itself, the payments for it do.

    `paid` sums the payments that name it, `drawn` the parts of them applied to invoices or refunded.
    """

    state: RetainerState
    paid: Decimal = ZERO
    drawn: Decimal = ZERO
    last_payment_date: dt.date | None = None

    @property
    def balance(self) -> Decimal:
        """Return what is still asked for."""
        return self.totals.total - self.paid


class CreateRetainerInvoice(SalesFields, frozen=True, kw_only=True):
    """Make a retainer invoice, a draft unless `state` says sent."""

    state: RetainerState = RetainerState.DRAFT


class UpdateRetainerInvoice(SalesFields, frozen=True, kw_only=True):
    """Change a retainer invoice that nothing was paid for; lines are replaced whole."""

    id: str


class DeleteRetainerInvoice(Target, frozen=True, kw_only=True):
    """Remove a retainer invoice that nothing was paid for."""


class MarkRetainerInvoiceSent(Target, frozen=True, kw_only=True):
    """Ask for the money."""


class MarkRetainerInvoiceDraft(Target, frozen=True, kw_only=True):
    """Take a void or unpaid retainer invoice back to draft."""


class VoidRetainerInvoice(Target, frozen=True, kw_only=True):
    """Keep an unpaid retainer invoice on record without asking for the money."""
