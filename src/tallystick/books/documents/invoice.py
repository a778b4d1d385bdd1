"""Invoices to customers and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.line import ZERO
from tallystick.books.documents.mail import NO_MAILING, Mailing
from tallystick.books.documents.sales import SalesDocument, SalesFields
from tallystick.books.documents.terms import TermsBasis


class InvoiceState(StrEnum):
    """The stored state of an invoice; what time and money make of it is derived (`lifecycle.invoice_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    VOID = "void"


class WriteOff(msgspec.Struct, frozen=True, gc=False):
    """The part of an invoice given up as a bad debt."""

    date: dt.date
    amount: Decimal
    base_amount: Decimal


class Invoice(SalesDocument, frozen=True, kw_only=True, gc=False):
    """An invoice. `balance` is total − payments − withheld − credits − write-off; `balance_base` its base mirror.

    `estimate_id`, `order_ids` and `recurring_id` are what it was made of; a debit note names the invoice it adds to.
    `expected_date` is when the customer is expected to pay, if somebody said so.
    """

    state: InvoiceState
    due_date: dt.date
    terms_days: int = 0
    terms_basis: TermsBasis = TermsBasis.NET
    terms_label: str = ""
    payments_applied: Decimal = ZERO
    credits_applied: Decimal = ZERO
    tax_withheld: Decimal = ZERO
    write_off: WriteOff | None = None
    balance: Decimal
    balance_base: Decimal
    last_payment_date: dt.date | None = None
    sent_at: dt.datetime | None = None
    estimate_id: str = ""
    order_ids: tuple[str, ...] = ()
    recurring_id: str = ""
    debited_id: str = ""
    debit_reason: str = ""
    mailing: Mailing = NO_MAILING
    expected_date: dt.date | None = None


class InvoiceFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of an invoice; an unsaid due date is the date and the terms."""

    due_date: Given[dt.date] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
    terms_basis: Given[TermsBasis] = msgspec.UNSET
    terms_label: Given[str] = msgspec.UNSET
    estimate_id: Given[str] = msgspec.UNSET
    order_ids: Given[tuple[str, ...]] = msgspec.UNSET
    debit_reason: Given[str] = msgspec.UNSET


class CreateInvoice(InvoiceFields, frozen=True, kw_only=True):
    """Make an invoice, a draft unless `state` says sent.

    One that names a `debited_id` is a debit note: it charges more for that invoice of the same customer.
    """

    state: InvoiceState = InvoiceState.DRAFT
    recurring_id: str = ""
    debited_id: str = ""


class UpdateInvoice(InvoiceFields, frozen=True, kw_only=True):
    """Change an invoice that no payment, credit or write-off touches; lines are replaced whole."""

    id: str


class DeleteInvoice(Target, frozen=True, kw_only=True):
    """Remove an invoice that no payment or credit touches."""


class MarkInvoiceSent(Target, frozen=True, kw_only=True):
    """Issue a draft (or void) invoice: from here it posts."""


class VoidInvoice(Target, frozen=True, kw_only=True):
    """Keep an invoice on record without effect on the accounts."""


class MarkInvoiceDraft(Target, frozen=True, kw_only=True):
    """Take an issued or void invoice back to draft."""


class WriteOffInvoice(Target, frozen=True, kw_only=True):
    """Give up what is still due on an issued invoice as a bad debt; the date is today if unsaid."""

    date: Given[dt.date] = msgspec.UNSET


class CancelInvoiceWriteOff(Target, frozen=True, kw_only=True):
    """Make a written-off invoice due again."""


class SetInvoiceReminders(Target, frozen=True, kw_only=True):
    """Let reminders of an invoice be sent without anybody asking, or keep them from it."""

    reminds: bool


class ExpectInvoicePayment(Target, frozen=True, kw_only=True):
    """Say when an invoice is expected to be paid; None takes it back."""

    date: dt.date | None = None
