"""How money and credit meet invoices: setting a part of a source against one, and taking it back.

What is left of the source itself stands in `spending`.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.application import Application, ApplicationFields
from tallystick.books.documents.invoice import Invoice
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import stamp
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

APPLICATIONS_MAX: Final = 1000
_FIELD: Final = {Kind.PAYMENT: "payments_applied", Kind.CREDIT_NOTE: "credits_applied"}
"""Where an invoice counts what came from each kind of source."""


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
    """One source being set against invoices of one customer in one currency; `date` holds where none is asked."""

    def __init__(
        self, work: Work, source: Kind, purse: Purse, *, contact_id: str, currency_id: str, date: dt.date
    ) -> None:
        self._work = work
        self._source = source
        self._purse = purse
        self._contact_id = contact_id
        self._currency_id = currency_id
        self._date = date

    def apply(
        self, asked: Sequence[ApplicationFields], *, known: Sequence[Application] = ()
    ) -> tuple[Application, ...]:
        """Set parts of the source against invoices and return the applications; each keeps its id from `known`.

        Raises Refused for an unknown or foreign invoice, one named twice, or more than is due or left.
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
            invoice = self._invoice(each, field)
            identity = ids.get(invoice.id) or self._work.new_id()
            applied.append(self._settle(invoice, each, field, identity))
        return tuple(applied)

    def _invoice(self, asked: ApplicationFields, field: str) -> Invoice:
        """Return the invoice to settle; raise Refused when it is not this customer's, or in another currency."""
        invoice: Invoice = self._work.find(Kind.INVOICE, asked.document_id, f"{field}.document_id")
        if invoice.contact_id != self._contact_id:
            raise Refused(Reason.CONTACT_MISMATCH, field=f"{field}.document_id", number=invoice.number)
        if invoice.currency_id != self._currency_id:
            raise Refused(Reason.CURRENCY_MISMATCH, field=f"{field}.document_id", number=invoice.number)
        if asked.withheld and self._source is not Kind.PAYMENT:
            raise Refused(Reason.WRONG_TYPE, field=f"{field}.withheld", expected="a payment")
        return invoice

    def _settle(self, invoice: Invoice, asked: ApplicationFields, field: str, identity: str) -> Application:
        """Bring an invoice's balance down by what is set against it, and return the application."""
        amount, withheld = _checked_amounts(invoice, asked, field)
        settled = amount + withheld
        state = lifecycle.step(lifecycle.INVOICE, Action.SETTLE, invoice.state)
        if settled > invoice.balance:
            raise Refused(
                Reason.OVER_APPLIED,
                field=f"{field}.amount",
                number=invoice.number,
                amount=str(settled),
                balance=str(invoice.balance),
            )
        rate, base_places = invoice.exchange_rate, self._work.base_currency.places
        base_amount = part_in_base(settled, invoice.balance, invoice.balance_base, rate, base_places)
        application = Application(
            id=identity,
            document_id=invoice.id,
            date=asked.date or self._date,
            amount=amount,
            withheld=withheld,
            withheld_base=min(round_money(withheld * rate, base_places), base_amount),
            base_amount=base_amount,
            source_base=self._purse.take(amount, f"{field}.amount", Reason.OVER_CREDITED),
        )
        issued = replace(invoice, state=state, sent_at=invoice.sent_at or self._work.now)
        _move(self._work, self._source, issued, application, 1)
        return application


def _checked_amounts(invoice: Invoice, asked: ApplicationFields, field: str) -> tuple[Decimal, Decimal]:
    """Return the amount and the tax withheld, rounded; raise Refused when one is negative or both are nothing."""
    amounts = round_money(asked.amount, invoice.places), round_money(asked.withheld, invoice.places)
    for name, value in zip(("amount", "withheld"), amounts, strict=True):
        if value < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=f"{field}.{name}", amount=str(value))
    if not any(amounts):
        raise Refused(Reason.BAD_AMOUNT, field=f"{field}.amount", amount=str(asked.amount))
    return amounts


def take_back(work: Work, source: Kind, application: Application) -> None:
    """Make due again what an application had settled."""
    _move(work, source, work.find(Kind.INVOICE, application.document_id), application, -1)


def _move(work: Work, source: Kind, invoice: Invoice, application: Application, sign: int) -> None:
    """Stage an invoice with an application counted in (sign 1) or out (sign −1)."""
    field = _FIELD[source]
    dates = [
        other.date
        for kind, other in work.applications_to(invoice.id)
        if kind is Kind.PAYMENT and other.id != application.id
    ]
    if source is Kind.PAYMENT and sign > 0:
        dates.append(application.date)
    moved = replace(
        invoice,
        **{field: getattr(invoice, field) + sign * application.amount},
        tax_withheld=(invoice.tax_withheld + sign * application.withheld) or ZERO,
        balance=invoice.balance - sign * (application.amount + application.withheld),
        balance_base=invoice.balance_base - sign * application.base_amount,
        last_payment_date=max(dates, default=None),
        **stamp(work),
    )
    work.put(Kind.INVOICE, moved)
