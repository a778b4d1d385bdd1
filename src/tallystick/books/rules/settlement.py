"""How money and credit meet what is owed: setting a part of a source against an invoice or bill, and taking it back.

What is left of the source itself stands in `spending`.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.application import Application, ApplicationFields
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.invoice import Invoice
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import stamp
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

APPLICATIONS_MAX: Final = 1000
Owed: TypeAlias = Invoice | Bill


class Meeting(msgspec.Struct, frozen=True):
    """What a kind of source meets: the kind of document, its status table, and where that counts what it was given."""

    owed: Kind
    table: lifecycle.Table[Any]
    field: str
    is_money: bool


_PAID_INVOICE: Final = Meeting(Kind.INVOICE, lifecycle.INVOICE, "payments_applied", is_money=True)
_CREDITED_INVOICE: Final = Meeting(Kind.INVOICE, lifecycle.INVOICE, "credits_applied", is_money=False)
_PAID_BILL: Final = Meeting(Kind.BILL, lifecycle.BILL, "payments_applied", is_money=True)
_CREDITED_BILL: Final = Meeting(Kind.BILL, lifecycle.BILL, "credits_applied", is_money=False)
_MEETINGS: Final[dict[Kind, tuple[Meeting, ...]]] = {
    Kind.PAYMENT: (_PAID_INVOICE,),
    Kind.CREDIT_NOTE: (_CREDITED_INVOICE,),
    Kind.VENDOR_PAYMENT: (_PAID_BILL,),
    Kind.VENDOR_CREDIT: (_CREDITED_BILL,),
    Kind.JOURNAL: (_CREDITED_INVOICE, _CREDITED_BILL),
}
"""What a kind of source meets; a journal's lines meet the one or the other, each by the account it stands on."""
_MONEY: Final = frozenset(kind for kind, meetings in _MEETINGS.items() if meetings[0].is_money)


class Purse:
    """What is left of a source of money while it is being spent, in its own and in the base currency.

    The last part taken gets what is left of the base amount, so that a spent purse is empty in both.
    """

    def __init__(self, amount: Decimal, base_amount: Decimal, rate: Decimal, base_places: int) -> None:
        self.left = amount
        self.left_base = base_amount
        self._rate = rate
        self._base_places = base_places

    def take(self, amount: Decimal, field: str, reason: Reason) -> Decimal:
        """Take a part out and return its base amount; raise Refused when it is more than what is left."""
        if amount > self.left:
            raise Refused(reason, field=field, amount=str(amount), available=str(self.left))
        base = part_in_base(amount, self.left, self.left_base, self._rate, self._base_places)
        self.left -= amount
        self.left_base -= base
        return base


def part_in_base(amount: Decimal, whole: Decimal, whole_base: Decimal, rate: Decimal, base_places: int) -> Decimal:
    """Return the base amount of a part: all that is left for the whole, never more than that for less."""
    if amount == whole:
        return whole_base
    return min(round_money(amount * rate, base_places), whole_base)


class Settlement:
    """One source being set against invoices (or bills) of one contact in one currency; `date` is used if none is asked.

    `owed` says which it meets when that does not follow from the kind of source.
    """

    def __init__(
        self,
        work: Work,
        source: Kind,
        purse: Purse,
        *,
        contact_id: str,
        currency_id: str,
        date: dt.date,
        owed: Kind | None = None,
    ) -> None:
        self._work = work
        self._meeting = next(each for each in _MEETINGS[source] if owed in (None, each.owed))
        self._purse = purse
        self._contact_id = contact_id
        self._currency_id = currency_id
        self._date = date

    def apply(
        self, asked: Sequence[ApplicationFields], *, known: Sequence[Application] = ()
    ) -> tuple[Application, ...]:
        """Set parts of the source against invoices or bills and return the applications; each keeps its id from `known`.

        Raises Refused for an unknown or foreign document, one named twice, or more than is due or left.
        """
        if len(asked) > APPLICATIONS_MAX:
            raise Refused(Reason.TOO_MANY_PARTS, field="applications", parts=len(asked), parts_max=APPLICATIONS_MAX)
        ids = {application.document_id: application.id for application in reversed(known)}
        applied = []
        seen: set[str] = set()
        for index, each in enumerate(asked):
            field = f"applications[{index}]"
            if each.document_id in seen:
                raise Refused(Reason.DUPLICATE_APPLICATION, field=f"{field}.document_id", id=each.document_id)
            seen.add(each.document_id)
            owed = self._owed(each, field)
            identity = ids.get(owed.id) or self._work.new_id()
            applied.append(self._settle(owed, each, field, identity))
        return tuple(applied)

    def _owed(self, asked: ApplicationFields, field: str) -> Owed:
        """Return the document to settle; raise Refused when it is not this contact's, or in another currency."""
        owed: Owed = self._work.find(self._meeting.owed, asked.document_id, f"{field}.document_id")
        if owed.contact_id != self._contact_id:
            raise Refused(Reason.CONTACT_MISMATCH, field=f"{field}.document_id", number=owed.number)
        if owed.currency_id != self._currency_id:
            raise Refused(Reason.CURRENCY_MISMATCH, field=f"{field}.document_id", number=owed.number)
        if asked.withheld and not self._meeting.is_money:
            raise Refused(Reason.WRONG_TYPE, field=f"{field}.withheld", expected="a payment")
        return owed

    def _settle(self, owed: Owed, asked: ApplicationFields, field: str, identity: str) -> Application:
        """Bring a document's balance down by what is set against it, and return the application."""
        amount, withheld = _checked_amounts(owed, asked, field)
        settled = amount + withheld
        state = lifecycle.step(self._meeting.table, Action.SETTLE, owed.state)
        if settled > owed.balance:
            raise Refused(
                Reason.OVER_APPLIED,
                field=f"{field}.amount",
                kind=self._meeting.owed.value,
                number=owed.number,
                amount=str(settled),
                balance=str(owed.balance),
            )
        rate, base_places = owed.exchange_rate, self._work.base_currency.places
        base_amount = part_in_base(settled, owed.balance, owed.balance_base, rate, base_places)
        application = Application(
            id=identity,
            document_id=owed.id,
            date=asked.date or self._date,
            amount=amount,
            withheld=withheld,
            withheld_base=min(round_money(withheld * rate, base_places), base_amount),
            base_amount=base_amount,
            source_base=self._purse.take(amount, f"{field}.amount", Reason.OVER_CREDITED),
        )
        issued: Owed = replace(owed, state=state)
        if isinstance(issued, Invoice):
            issued = replace(issued, sent_at=issued.sent_at or self._work.now)
        _move(self._work, self._meeting, issued, application, 1)
        return application


def _checked_amounts(owed: Owed, asked: ApplicationFields, field: str) -> tuple[Decimal, Decimal]:
    """Return the amount and the tax withheld, rounded; raise Refused when one is negative or both are nothing."""
    amounts = round_money(asked.amount, owed.places), round_money(asked.withheld, owed.places)
    for name, value in zip(("amount", "withheld"), amounts, strict=True):
        if value < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=f"{field}.{name}", amount=str(value))
    if not any(amounts):
        raise Refused(Reason.BAD_AMOUNT, field=f"{field}.amount", amount=str(asked.amount))
    return amounts


def take_back(work: Work, source: Kind, application: Application) -> None:
    """Make due again what an application had settled."""
    for meeting in _MEETINGS[source]:
        owed = work.get(meeting.owed, application.document_id)
        if owed is not None:
            _move(work, meeting, owed, application, -1)


def _move(work: Work, meeting: Meeting, owed: Owed, application: Application, sign: int) -> None:
    """Stage a document with an application counted in (sign 1) or out (sign −1)."""
    dates = [
        other.date for kind, other in work.applications_to(owed.id) if kind in _MONEY and other.id != application.id
    ]
    if meeting.is_money and sign > 0:
        dates.append(application.date)
    moved = replace(
        owed,
        **{meeting.field: getattr(owed, meeting.field) + sign * application.amount},
        tax_withheld=(owed.tax_withheld + sign * application.withheld) or ZERO,
        balance=owed.balance - sign * (application.amount + application.withheld),
        balance_base=owed.balance_base - sign * application.base_amount,
        last_payment_date=max(dates, default=None),
        **stamp(work),
    )
    work.put(meeting.owed, moved)
