"""Reconciliations of accounts with the bank's statements, and the commands about them. No sum is worked out here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class ReconciliationState(StrEnum):
    """How far a reconciliation is."""

    DRAFT = "draft"
    RECONCILED = "reconciled"


class Reconciliation(Document, frozen=True, kw_only=True, gc=False):
    """What an account moved up to `end` held against the bank's statement, in the account's own currency.

    `sources` are the movements found on the statement: ids of documents, or of refunds. `opening` is what the
    reconciliation before it closed with, `cleared` what the sources moved; what is left between them and `closing`
    is the difference. Amounts are signed as the account is: money held is positive, owed on a card negative.
    """

    account_id: str
    start: dt.date
    end: dt.date
    opening: Decimal
    closing: Decimal
    cleared: Decimal
    state: ReconciliationState = ReconciliationState.DRAFT
    sources: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal:
        """Return what the statement says more than the books."""
        return self.closing - self.opening - self.cleared


class ReconciliationFields(Command, frozen=True, kw_only=True):
    """What may be said of a reconciliation; a `finish`ed one must leave no difference."""

    start: Given[dt.date] = msgspec.UNSET
    end: Given[dt.date] = msgspec.UNSET
    closing: Given[Decimal] = msgspec.UNSET
    sources: Given[tuple[str, ...]] = msgspec.UNSET
    finish: bool = False


class CreateReconciliation(ReconciliationFields, frozen=True, kw_only=True):
    """Begin a reconciliation of an account; both days and the closing balance are required."""

    account_id: str


class UpdateReconciliation(ReconciliationFields, frozen=True, kw_only=True):
    """Change a draft, or finish it."""

    id: str


class UndoReconciliation(Target, frozen=True, kw_only=True):
    """Make a finished reconciliation, the latest of its account, a draft again."""


class DeleteReconciliation(Target, frozen=True, kw_only=True):
    """Remove a draft, or the latest finished reconciliation of its account; its movements are free again."""
