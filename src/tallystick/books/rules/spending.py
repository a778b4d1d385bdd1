"""How a source of money or credit is spent once it stands: applied, taken back, refunded. One rule for all sources.

What happens to the invoice it meets stands in `settlement`.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.application import Refund
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.documents.payment import Payment, RefundFields
from tallystick.books.documents.vendor_credit import VendorCredit
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, stamp
from tallystick.books.rules.retainer_invoice import count_payment
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.rules.settlement import Purse, Settlement, take_back
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import round_money

REFUNDS_MAX: Final = 1000


class Source(msgspec.Struct, frozen=True):
    """A kind of document that can be spent: where it keeps what is left, and what must hold to spend it."""

    kind: Kind
    left: str
    left_base: str
    check: Callable[[Any, Action], object]


def _vendor_credit_step(credit: VendorCredit, action: Action) -> object:
    return lifecycle.step(lifecycle.VENDOR_CREDIT, action, credit.state)


def _credit_note_step(note: CreditNote, action: Action) -> object:
    return lifecycle.step(lifecycle.CREDIT_NOTE, action, note.state)


PAYMENT: Final = Source(Kind.PAYMENT, "unused", "unused_base", lambda _, __: None)
CREDIT_NOTE: Final = Source(Kind.CREDIT_NOTE, "balance", "balance_base", _credit_note_step)
VENDOR_PAYMENT: Final = Source(Kind.VENDOR_PAYMENT, "unused", "unused_base", lambda _, __: None)
VENDOR_CREDIT: Final = Source(Kind.VENDOR_CREDIT, "balance", "balance_base", _vendor_credit_step)

Spendable: TypeAlias = Payment | CreditNote | VendorCredit
"""Money paid to a vendor is a Payment too."""


def _purse(work: Work, source: Source, document: Spendable) -> Purse:
    left, left_base = getattr(document, source.left), getattr(document, source.left_base)
    return Purse(left, left_base, document.exchange_rate, work.base_currency.places)


def _put_back(purse: Purse, amount: Decimal, base: Decimal) -> None:
    purse.left += amount
    purse.left_base += base


def _spent(work: Work, source: Source, old: Spendable, purse: Purse, **parts: tuple[Any, ...]) -> Any:
    """Stage and return a source with new applications or refunds, and what is left of it."""
    left = {source.left: purse.left, source.left_base: purse.left_base}
    new: Any = replace(old, **left, **parts, **stamp(work))
    if isinstance(old, Payment):
        count_payment(work, old, new)
    work.put(source.kind, new)
    return new


def applies(source: Source) -> Rule:
    """Return the rule that sets what is left of a source against what is owed, dated today at the earliest."""

    def apply_source(work: Work, command: Any) -> Any:
        old = work.find(source.kind, command.id)
        source.check(old, Action.APPLY)
        purse = _purse(work, source, old)
        day = max(old.date, work.today)
        settlement = Settlement(
            work, source.kind, purse, contact_id=old.contact_id, currency_id=old.currency_id, date=day
        )
        made = settlement.apply(command.applications)
        return _spent(work, source, old, purse, applications=old.applications + made)

    return apply_source


def unapplies(source: Source) -> Rule:
    """Return the rule that takes one application of a source back."""

    def unapply(work: Work, command: Any) -> Any:
        old = work.find(source.kind, command.id)
        application = _found(old.applications, command.application_id, "application_id")
        take_back(work, source.kind, application)
        purse = _purse(work, source, old)
        _put_back(purse, application.amount, application.source_base)
        return _spent(
            work, source, old, purse, applications=tuple(each for each in old.applications if each is not application)
        )

    return unapply


def refunds(source: Source) -> Rule:
    """Return the rule that gives what is left of a source back; all of it when no amount is said."""

    def refund(work: Work, command: Any) -> Any:
        old = work.find(source.kind, command.id)
        source.check(old, Action.REFUND)
        if len(old.refunds) >= REFUNDS_MAX:
            raise Refused(Reason.TOO_MANY_PARTS, field="refunds", parts=len(old.refunds), parts_max=REFUNDS_MAX)
        purse = _purse(work, source, old)
        made = _refund(work, command, old, purse, None)
        return _spent(work, source, old, purse, refunds=(*old.refunds, made))

    return refund


def updates_refund(source: Source) -> Rule:
    """Return the rule that changes a refund."""

    def update(work: Work, command: Any) -> Any:
        old = work.find(source.kind, command.id)
        before = _found(old.refunds, command.refund_id, "refund_id")
        purse = _purse(work, source, old)
        _put_back(purse, before.amount, before.source_base)
        made = _refund(work, command, old, purse, before)
        return _spent(work, source, old, purse, refunds=tuple(made if each is before else each for each in old.refunds))

    return update


def deletes_refund(source: Source) -> Rule:
    """Return the rule that removes a refund."""

    def delete(work: Work, command: Any) -> Any:
        old = work.find(source.kind, command.id)
        before = _found(old.refunds, command.refund_id, "refund_id")
        purse = _purse(work, source, old)
        _put_back(purse, before.amount, before.source_base)
        return _spent(work, source, old, purse, refunds=tuple(each for each in old.refunds if each is not before))

    return delete


def _found(parts: Sequence[Any], identity: str, field: str) -> Any:
    """Return an application or refund by its id; raise Refused when it is not there."""
    for part in parts:
        if part.id == identity:
            return part
    raise Refused(Reason.UNKNOWN_ID, field=field, kind=field.removesuffix("_id"), id=identity)


def _refund(work: Work, asked: RefundFields, document: Spendable, purse: Purse, old: Refund | None) -> Refund:
    """Return a refund out of a purse, as asked or as it was.

    Raises Refused when it is nothing, more than is left, or its account or rate will not do.
    """
    amount = round_money(chosen(asked.amount, old.amount if old else purse.left), document.places)
    if amount <= 0:
        reason = Reason.NEGATIVE_AMOUNT if amount < 0 else Reason.BAD_AMOUNT
        raise Refused(reason, field="amount", amount=str(amount))
    account_id = chosen(asked.account_id, old.account_id if old else "")
    if not account_id:
        raise Refused(Reason.REQUIRED, field="account_id")
    work.account(account_id, "account_id", kept=frozenset((account_id,)) if old else frozenset())
    date = chosen(asked.date, old.date if old else work.today)
    currency = currency_of(work, document.currency_id, document.currency_id)
    known = old.exchange_rate if old else document.exchange_rate
    rate = exchange_rate(work, currency, asked.exchange_rate, date, known=known)
    if amount * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="exchange_rate", amount=str(amount), rate=str(rate))
    return Refund(
        id=old.id if old else work.new_id(),
        date=date,
        amount=amount,
        account_id=account_id,
        exchange_rate=rate,
        base_amount=round_money(amount * rate, work.base_currency.places),
        source_base=purse.take(amount, "amount", Reason.OVER_REFUNDED),
        mode=chosen(asked.mode, old.mode if old else ""),
        reference=chosen(asked.reference, old.reference if old else ""),
        description=chosen(asked.description, old.description if old else ""),
    )
