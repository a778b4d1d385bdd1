"""Estimates (the vendor's "quotes") to customers and the commands about them. No rule or posting lives here."""

import datetime as dt
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.sales import SalesDocument, SalesFields


class EstimateState(StrEnum):
    """The stored state of an estimate; expired and invoiced are derived (`lifecycle.estimate_status`)."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Estimate(SalesDocument, frozen=True, kw_only=True, gc=False):
    """An offer. `invoice_ids` and `order_ids` are what was made of it, kept up as those come and go."""

    state: EstimateState
    expiry_date: dt.date | None = None
    accepted_date: dt.date | None = None
    declined_date: dt.date | None = None
    invoice_ids: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()


class EstimateFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of an estimate."""

    expiry_date: Given[dt.date | None] = msgspec.UNSET


class CreateEstimate(EstimateFields, frozen=True, kw_only=True):
    """Make an estimate, a draft unless `state` says sent."""

    state: EstimateState = EstimateState.DRAFT


class UpdateEstimate(EstimateFields, frozen=True, kw_only=True):
    """Change an estimate that nothing was made of; lines are replaced whole."""

    id: str


class DeleteEstimate(Target, frozen=True, kw_only=True):
    """Remove an estimate that nothing was made of."""


class MarkEstimateSent(Target, frozen=True, kw_only=True):
    """Send an estimate to the customer."""


class AcceptEstimate(Target, frozen=True, kw_only=True):
    """Note that the customer has accepted an estimate."""


class DeclineEstimate(Target, frozen=True, kw_only=True):
    """Note that the customer has declined an estimate."""
