"""Why a command is refused: one enumeration of reasons and one exception. No wording of any vendor lives here."""

from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Every mistake a user can make in a command. A refused command changes nothing."""

    REQUIRED = "required"
    WRONG_TYPE = "wrong_type"
    TOO_LONG = "too_long"
    BAD_AMOUNT = "bad_amount"
    NEGATIVE_AMOUNT = "negative_amount"
    NEGATIVE_TOTAL = "negative_total"
    BAD_PERCENTAGE = "bad_percentage"
    TOO_MANY_DECIMALS = "too_many_decimals"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    DUE_BEFORE_DATE = "due_before_date"
    UNKNOWN_ID = "unknown_id"
    INACTIVE = "inactive"
    DUPLICATE_NAME = "duplicate_name"
    DUPLICATE_NUMBER = "duplicate_number"
    DUPLICATE_CODE = "duplicate_code"
    IN_USE = "in_use"
    SYSTEM_RECORD = "system_record"
    WRONG_STATUS = "wrong_status"
    HAS_PAYMENTS = "has_payments"
    HAS_CREDITS = "has_credits"
    HAS_REFUNDS = "has_refunds"
    WRITTEN_OFF = "written_off"
    OVER_APPLIED = "over_applied"
    OVER_CREDITED = "over_credited"
    OVER_REFUNDED = "over_refunded"
    NOTHING_DUE = "nothing_due"
    CONTACT_MISMATCH = "contact_mismatch"
    CURRENCY_MISMATCH = "currency_mismatch"
    WRONG_ROLE = "wrong_role"
    ACCOUNT_TYPE = "account_type"
    UNBALANCED = "unbalanced"
    NO_LINES = "no_lines"
    TOO_MANY_LINES = "too_many_lines"
    TOO_MANY_PARTS = "too_many_parts"
    DUPLICATE_APPLICATION = "duplicate_application"
    RATE_REQUIRED = "rate_required"
    BAD_RATE = "bad_rate"
    ALREADY_OPEN = "already_open"
    LOCKED = "locked"
    ACCOUNT_MISMATCH = "account_mismatch"
    AMOUNT_MISMATCH = "amount_mismatch"
    RECONCILED = "reconciled"
    DIFFERENCE = "difference"
    CONVERTED = "converted"
    OVER_INVOICED = "over_invoiced"
    NOT_BILLABLE = "not_billable"
    NOT_DUE = "not_due"
    APPROVALS_OFF = "approvals_off"
    NOT_APPROVED = "not_approved"
    APPROVED_TWICE = "approved_twice"


class Refused(Exception):
    """A command was refused and the book is unchanged.

    `field` is the path of the offending value (`lines[3].quantity`), empty when the whole command is at fault;
    `facts` are the figures and names a sentence about it needs.
    """

    def __init__(self, reason: Reason, *, field: str = "", **facts: Any) -> None:
        self.reason = reason
        self.field = field
        self.facts = facts
        super().__init__(reason, field, facts)

    def __str__(self) -> str:
        """Return the reason, the place and the facts in one line."""
        place = f" at {self.field}" if self.field else ""
        detail = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.reason.value.replace('_', ' ')}{place}" + (f" ({detail})" if detail else "")
