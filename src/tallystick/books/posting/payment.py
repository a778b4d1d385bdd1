"""What a payment posts: money in against unearned revenue, unearned revenue against receivable as it is applied.

A payment counts from its own date; each application and refund counts from its own.
"""

import datetime as dt

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application, Refund
from tallystick.books.documents.payment import Payment
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO, round_money


def entries(payment: Payment, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a payment stands for; applications of its own date are netted with the receipt."""
    legs = _received(payment, chart)
    later: tuple[Entry, ...] = ()
    for application in payment.applications:
        if application.date == payment.date:
            legs += _applied(payment, application, chart)
        else:
            header = _header(payment, application.date, "payment_application")
            later += entry(header, _applied(payment, application, chart), chart.base_places)
    for refund in payment.refunds:
        header = _header(payment, refund.date, "payment_refund", refund.id)
        later += entry(header, _refunded(payment, refund, chart), chart.base_places)
    return entry(_header(payment, payment.date, "payment"), legs, chart.base_places) + later


def _header(payment: Payment, date: dt.date, event: str, part_id: str = "") -> Header:
    return Header(date, event, payment.id, payment.currency_id, payment.places, part_id)


def _received(payment: Payment, chart: Chart) -> list[Leg]:
    accounts = chart.system_accounts
    charges = payment.bank_charges
    charges_base = round_money(charges * payment.exchange_rate, chart.base_places) if charges else ZERO
    return [
        Leg(payment.account_id, payment.amount - charges, payment.base_amount - charges_base),
        Leg(accounts[SystemAccount.BANK_FEES], charges, charges_base),
        Leg(accounts[SystemAccount.UNEARNED_REVENUE], -payment.amount, -payment.base_amount, payment.contact_id),
    ]


def _applied(payment: Payment, application: Application, chart: Chart) -> list[Leg]:
    """Return unearned revenue at the payment's rate against receivable at the invoice's; the rest is exchange."""
    accounts = chart.system_accounts
    gain = application.source_base + application.withheld_base - application.base_amount
    settled = application.amount + application.withheld
    return [
        Leg(accounts[SystemAccount.UNEARNED_REVENUE], application.amount, application.source_base, payment.contact_id),
        Leg(
            payment.withheld_account_id or accounts[SystemAccount.ADVANCE_TAX],
            application.withheld,
            application.withheld_base,
        ),
        Leg(accounts[SystemAccount.RECEIVABLE], -settled, -application.base_amount, payment.contact_id),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, -gain),
    ]


def _refunded(payment: Payment, refund: Refund, chart: Chart) -> list[Leg]:
    """Return unearned revenue at the payment's rate against the account at the refund's; the rest is exchange."""
    accounts = chart.system_accounts
    return [
        Leg(accounts[SystemAccount.UNEARNED_REVENUE], refund.amount, refund.source_base, payment.contact_id),
        Leg(refund.account_id, -refund.amount, -refund.base_amount),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, refund.base_amount - refund.source_base),
    ]
