"""What commands about payments do, received or made. How a payment meets what is owed stands in `settlement`."""

from decimal import Decimal
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application, ApplicationFields
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.document import Target
from tallystick.books.documents.payment import (
    ApplyPayment,
    CreatePayment,
    DeletePayment,
    DeletePaymentRefund,
    Payment,
    PaymentFields,
    RefundPayment,
    UnapplyPayment,
    UpdatePayment,
    UpdatePaymentRefund,
)
from tallystick.books.documents.vendor_payment import (
    ApplyVendorPayment,
    CreateVendorPayment,
    DeleteVendorPayment,
    DeleteVendorPaymentRefund,
    RefundVendorPayment,
    UnapplyVendorPayment,
    UpdateVendorPayment,
    UpdateVendorPaymentRefund,
    VendorPayment,
)
from tallystick.books.lifecycle import Action
from tallystick.books.numbering import take_number
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.retainer_invoice import count_payment
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.rules.settlement import Purse, Settlement, take_back
from tallystick.books.rules.spending import (
    PAYMENT,
    VENDOR_PAYMENT,
    applies,
    deletes_refund,
    refunds,
    unapplies,
    updates_refund,
)
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money


class Till(msgspec.Struct, frozen=True):
    """One direction of payment, as data: the kind and record of its documents, and whom it is with."""

    kind: Kind
    document: type[Payment]
    role: ContactRole


RECEIVED: Final = Till(Kind.PAYMENT, Payment, ContactRole.CUSTOMER)
MADE: Final = Till(Kind.VENDOR_PAYMENT, VendorPayment, ContactRole.VENDOR)


def _fields(work: Work, till: Till, command: PaymentFields, old: Payment | None) -> dict[str, Any]:
    """Return a payment's own fields, checked; how it is spent comes after."""
    kept = frozenset((old.contact_id, old.account_id, old.withheld_account_id)) if old else frozenset()
    contact = work.party(till.role, chosen(command.contact_id, old.contact_id if old else ""), kept=kept)
    date = chosen(command.date, old.date if old else work.today)
    currency = currency_of(work, command.currency_id, old.currency_id if old else contact.currency_id)
    known = old.exchange_rate if old and old.currency_id == currency.id else None
    rate = exchange_rate(work, currency, command.exchange_rate, date, known=known)
    account_id = chosen(command.account_id, old.account_id if old else "")
    if account_id:
        work.account(account_id, "account_id", kept=kept)
    withheld_account_id = chosen(command.withheld_account_id, old.withheld_account_id if old else "")
    if withheld_account_id:
        work.account(withheld_account_id, "withheld_account_id", kept=kept)
    amount = _checked_amount(chosen(command.amount, old.amount if old else ZERO), currency.places, rate)
    charges = round_money(chosen(command.bank_charges, old.bank_charges if old else ZERO), currency.places)
    if charges < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="bank_charges", amount=str(charges))
    if charges > amount:
        raise Refused(Reason.BAD_AMOUNT, field="bank_charges", amount=str(charges), payment=str(amount))
    return {
        "contact_id": contact.id,
        "date": date,
        "amount": amount,
        "base_amount": round_money(amount * rate, work.base_currency.places),
        "currency_id": currency.id,
        "exchange_rate": rate,
        "places": currency.places,
        "account_id": account_id or work.system(SystemAccount.UNDEPOSITED_FUNDS),
        "withheld_account_id": withheld_account_id,
        "bank_charges": charges,
        "mode": chosen(command.mode, old.mode if old else ""),
        "reference": chosen(command.reference, old.reference if old else ""),
        "description": chosen(command.description, old.description if old else ""),
    }


def _checked_amount(asked: Decimal, places: int, rate: Decimal) -> Decimal:
    amount = round_money(asked, places)
    if amount < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="amount", amount=str(asked))
    if amount * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="exchange_rate", amount=str(amount), rate=str(rate))
    return amount


def _purse(work: Work, fields: dict[str, Any]) -> Purse:
    return Purse(fields["amount"], fields["base_amount"], fields["exchange_rate"], work.base_currency.places)


def _refuse_empty(fields: dict[str, Any], applications: tuple[Application, ...]) -> None:
    """Raise Refused for a payment of nothing; tax withheld alone still settles something."""
    if not fields["amount"] and not any(application.withheld for application in applications):
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(fields["amount"]))


def creates(till: Till) -> Rule:
    """Return the rule that records money and sets it against what is owed."""

    def create(work: Work, command: PaymentFields) -> Payment:
        fields = _fields(work, till, command, None)
        purse = _purse(work, fields)
        fields["applications"] = _applied(work, till, chosen(command.applications, ()), purse, fields)
        _refuse_empty(fields, fields["applications"])
        fields["number"] = take_number(work, till.kind, command.number)
        left: dict[str, Any] = {"unused": purse.left, "unused_base": purse.left_base}
        fields["retainer_id"] = getattr(command, "retainer_id", "")
        payment: Payment = till.document(id=work.new_id(), **left, **fields, **new_stamp(work))
        count_payment(work, None, payment)
        work.put(till.kind, payment)
        return payment

    return create


def _applied(
    work: Work,
    till: Till,
    asked: tuple[ApplicationFields, ...],
    purse: Purse,
    fields: dict[str, Any],
    *,
    known: tuple[Application, ...] = (),
) -> tuple[Application, ...]:
    settlement = Settlement(
        work,
        till.kind,
        purse,
        contact_id=fields["contact_id"],
        currency_id=fields["currency_id"],
        date=fields["date"],
    )
    return settlement.apply(asked, known=known)


def updates(till: Till) -> Rule:
    """Return the rule that changes a payment: refunds stay, applications are made anew."""

    def update(work: Work, command: Any) -> Payment:
        old: Payment = work.find(till.kind, command.id)
        for application in old.applications:
            take_back(work, till.kind, application)
        # The old applications must not be counted while the new ones are made.
        work.put(till.kind, replace(old, applications=()))
        fields = _fields(work, till, command, old)
        purse = _purse(work, fields)
        refunded = tuple(
            replace(each, source_base=purse.take(each.amount, "amount", Reason.OVER_REFUNDED)) for each in old.refunds
        )
        if refunded and fields["currency_id"] != old.currency_id:
            raise Refused(Reason.HAS_REFUNDS, field="currency_id", number=old.number)
        asked = chosen(command.applications, _as_asked(old, fields))
        fields["applications"] = _applied(work, till, asked, purse, fields, known=old.applications)
        _refuse_empty(fields, fields["applications"])
        fields["number"] = take_number(work, till.kind, command.number, own_id=old.id, current=old.number)
        left: dict[str, Any] = {"unused": purse.left, "unused_base": purse.left_base}
        new = replace(old, **left, refunds=refunded, **fields, **stamp(work))
        count_payment(work, old, new)
        work.put(till.kind, new)
        return new

    return update


def _as_asked(payment: Payment, fields: dict[str, Any]) -> tuple[ApplicationFields, ...]:
    """Return a payment's applications as a command would ask for them, moving with the payment's own date."""
    merged: dict[str, ApplicationFields] = {}
    for each in payment.applications:
        date = fields["date"] if each.date == payment.date else each.date
        before = merged.get(each.document_id)
        merged[each.document_id] = ApplicationFields(
            document_id=each.document_id,
            amount=each.amount + (before.amount if before else ZERO),
            withheld=each.withheld + (before.withheld if before else ZERO),
            date=before.date if before else date,
        )
    return tuple(merged.values())


def deletes(till: Till) -> Rule:
    """Return the rule that removes a payment; what it had settled is due again."""

    def delete(work: Work, command: Target) -> Payment:
        payment: Payment = work.find(till.kind, command.id)
        lifecycle.refuse_blocked(lifecycle.PAYMENT_BLOCKERS, Action.DELETE, payment)
        for application in payment.applications:
            take_back(work, till.kind, application)
        count_payment(work, payment, None)
        work.delete(till.kind, payment.id)
        return payment

    return delete


RULES: Final[dict[type, Rule]] = {
    CreatePayment: creates(RECEIVED),
    UpdatePayment: updates(RECEIVED),
    DeletePayment: deletes(RECEIVED),
    ApplyPayment: applies(PAYMENT),
    UnapplyPayment: unapplies(PAYMENT),
    RefundPayment: refunds(PAYMENT),
    UpdatePaymentRefund: updates_refund(PAYMENT),
    DeletePaymentRefund: deletes_refund(PAYMENT),
    CreateVendorPayment: creates(MADE),
    UpdateVendorPayment: updates(MADE),
    DeleteVendorPayment: deletes(MADE),
    ApplyVendorPayment: applies(VENDOR_PAYMENT),
    UnapplyVendorPayment: unapplies(VENDOR_PAYMENT),
    RefundVendorPayment: refunds(VENDOR_PAYMENT),
    UpdateVendorPaymentRefund: updates_refund(VENDOR_PAYMENT),
    DeleteVendorPaymentRefund: deletes_refund(VENDOR_PAYMENT),
}
