"""Money given back to a customer out of a credit note. Refunds of payments are part of the payment."""

import datetime as dt
from decimal import Decimal

from tallystick.model.allocation import Allocation
from tallystick.model.linked import LinkedCustomer
from tallystick.model.record import Record


class Refund(Record, frozen=True, kw_only=True):
    """One refund; `refund_date` is a calendar day. `base_total_amount`, in the base currency, is ours."""

    id: str | None = None
    number: str | None = None
    customer: LinkedCustomer | None = None
    currency: str | None = None
    total_amount: Decimal | None = None
    base_total_amount: Decimal | None = None
    reference: str | None = None
    refund_date: dt.date | None = None
    payment_method: str | None = None
    allocations: tuple[Allocation, ...] = ()
    private_note: str | None = None
