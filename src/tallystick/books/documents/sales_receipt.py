"""Sales receipts (sold and paid at once) and the commands about them. No rule or posting lives here."""

from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields


class SalesReceiptState(StrEnum):
    """The stored state of a sales receipt: it stands or it is void."""

    PAID = "paid"
    VOID = "void"


class SalesReceipt(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A sale paid on the spot; the money goes to `account_id`, and nothing is owed."""

    state: SalesReceiptState
    account_id: str
    mode: str = ""


class SalesReceiptFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of a sales receipt; an unsaid account is Undeposited Funds."""

    account_id: Given[str] = msgspec.UNSET
    mode: Given[str] = msgspec.UNSET


class CreateSalesReceipt(SalesReceiptFields, frozen=True, kw_only=True):
    """Record a sale that was paid at once."""

    state: SalesReceiptState = SalesReceiptState.PAID


class UpdateSalesReceipt(SalesReceiptFields, frozen=True, kw_only=True):
    """Change a sales receipt; lines are replaced whole."""

    id: str


class DeleteSalesReceipt(Target, frozen=True, kw_only=True):
    """Remove a sales receipt."""


class VoidSalesReceipt(Target, frozen=True, kw_only=True):
    """Keep a sales receipt on record without effect on the accounts."""
