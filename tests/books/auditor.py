"""The auditor: a small model of a company's accounts, written from the rules of accounting and nothing of the book.

It knows money received and billed, one currency, no tax. For every command it says beforehand whether the book must
refuse and why, and what every account must hold afterwards.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from tallystick.books.refusal import Reason

ZERO = Decimal(0)


@dataclass
class Claim:
    """An invoice (a claim on the customer) or a credit note (a claim of the customer's)."""

    date: dt.date
    total: Decimal
    settled: Decimal = ZERO
    given_up: Decimal = ZERO
    void: bool = False

    @property
    def left(self) -> Decimal:
        return self.total - self.settled - self.given_up


@dataclass
class Money:
    """A payment received: parts of it settle invoices, part of it was given back, the rest is the customer's."""

    date: dt.date
    amount: Decimal
    parts: dict[str, Decimal] = field(default_factory=dict)
    given_back: Decimal = ZERO

    @property
    def left(self) -> Decimal:
        return self.amount - sum(self.parts.values(), ZERO) - self.given_back


class Auditor:
    """What the accounts must hold, from what happened alone."""

    def __init__(self) -> None:
        self.invoices: dict[str, Claim] = {}
        self.notes: dict[str, Claim] = {}
        self.note_parts: dict[str, dict[str, Decimal]] = {}
        self.refunded: dict[str, Decimal] = {}
        self.payments: dict[str, Money] = {}
        self.moved: dict[str, tuple[dt.date, Decimal]] = {}
        self.locked_through: dt.date | None = None

    def is_locked(self, *dates: dt.date) -> bool:
        return self.locked_through is not None and any(date <= self.locked_through for date in dates)

    # What must be refused, and why; None when the book must do it.

    def over(self, wanted: Decimal, invoice: Claim) -> Reason | None:
        return Reason.OVER_APPLIED if wanted > invoice.left else None

    def may_end(self, claim: Claim, *, parts: bool, back: bool) -> Reason | None:
        """Say why an invoice or note may not be voided or deleted: money or credit hangs on it, or it is given up."""
        if parts:
            return Reason.HAS_CREDITS
        if back:
            return Reason.HAS_REFUNDS
        return Reason.WRITTEN_OFF if claim.given_up else None

    # What the accounts must hold, debit positive.

    def balances(self) -> dict[str, Decimal]:
        sold = sum((each.total for each in self.invoices.values() if not each.void), ZERO)
        credited = sum((each.total for each in self.notes.values() if not each.void), ZERO)
        owed = sum((each.left for each in self.invoices.values() if not each.void), ZERO)
        unused_notes = sum((each.left for each in self.notes.values() if not each.void), ZERO)
        received = sum((each.amount - each.given_back for each in self.payments.values()), ZERO)
        unused = sum((each.left for each in self.payments.values()), ZERO)
        transferred = sum((amount for _, amount in self.moved.values()), ZERO)
        held = {
            "Sales": credited - sold,
            "Accounts Receivable": owed - unused_notes,
            "Unearned Revenue": -unused,
            "Undeposited Funds": received - sum(self.refunded.values(), ZERO) - transferred,
            "Petty Cash": transferred,
            "Bad Debt": sum((each.given_up for each in self.invoices.values()), ZERO),
        }
        return {name: amount for name, amount in held.items() if amount}
