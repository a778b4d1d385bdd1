"""How much of one document settles another. The documents themselves are not here."""

from decimal import Decimal
from enum import StrEnum

from tallystick.model.record import Record


class AllocationType(StrEnum):
    """What kind of document is settled."""

    INVOICE = "invoice"
    ORDER = "order"
    EXPENSE = "expense"
    CREDIT_MEMO = "credit_memo"
    OVER_PAYMENT = "over_payment"
    PRE_PAYMENT = "pre_payment"
    JOURNAL_ENTRY = "journal_entry"
    BILL = "bill"
    OTHER = "other"


class Allocation(Record, frozen=True, kw_only=True):
    """`amount` of this document settles the document `id`; `code` is that document's number."""

    id: str | None = None
    type: AllocationType | None = None
    code: str | None = None
    amount: Decimal | None = None
    allocation_id: str | None = None
