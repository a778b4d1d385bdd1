"""Bills from vendors and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.line import ZERO
from tallystick.books.documents.purchase import PurchaseDocument, PurchaseFields
from tallystick.books.documents.terms import TermsBasis


class BillState(StrEnum):
    """The stored state of a bill; what time and money make of it is derived (`lifecycle.bill_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    OPEN = "open"
    VOID = "void"


class Bill(PurchaseDocument, frozen=True, kw_only=True, gc=False):
    """A bill. Its number is the vendor's and unique among that vendor's bills only.

    `balance` is total − payments − credits; `balance_base` its mirror in the base currency; `order_ids` are the
    purchase orders it bills, `recurring_id` the profile it was made of.
    """

    state: BillState
    due_date: dt.date
    terms_days: int = 0
    terms_basis: TermsBasis = TermsBasis.NET
    terms_label: str = ""
    order_ids: tuple[str, ...] = ()
    recurring_id: str = ""
    payments_applied: Decimal = ZERO
    credits_applied: Decimal = ZERO
    tax_withheld: Decimal = ZERO
    balance: Decimal
    balance_base: Decimal
    last_payment_date: dt.date | None = None


class BillFields(PurchaseFields, frozen=True, kw_only=True):
    """What may be said of a bill; an unsaid due date is the date and the terms."""

    due_date: Given[dt.date] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
    terms_basis: Given[TermsBasis] = msgspec.UNSET
    terms_label: Given[str] = msgspec.UNSET


class CreateBill(BillFields, frozen=True, kw_only=True):
    """Make a bill, open unless `state` says draft; `number` is required. Named purchase orders become billed."""

    state: BillState = BillState.OPEN
    order_ids: tuple[str, ...] = ()
    recurring_id: str = ""


class UpdateBill(BillFields, frozen=True, kw_only=True):
    """Change a bill that no payment or credit touches; lines are replaced whole."""

    id: str


class DeleteBill(Target, frozen=True, kw_only=True):
    """Remove a bill that no payment or credit touches."""


class MarkBillOpen(Target, frozen=True, kw_only=True):
    """Enter a draft (or void) bill: from here it posts."""


class VoidBill(Target, frozen=True, kw_only=True):
    """Keep a bill on record without effect on the accounts."""
