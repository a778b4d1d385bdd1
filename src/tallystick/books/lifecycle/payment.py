"""What keeps a payment from an action, and when one is spent. No other document's rule lives here."""

from collections.abc import Mapping
from typing import Final

from tallystick.books.documents.payment import Payment
from tallystick.books.lifecycle.step import Action, Blocker
from tallystick.books.refusal import Reason

PAYMENT_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.DELETE: ((Reason.HAS_REFUNDS, lambda payment: bool(payment.refunds)),),
}


def payment_is_spent(payment: Payment) -> bool:
    """Tell whether nothing of a payment is left unused."""
    return not payment.unused
