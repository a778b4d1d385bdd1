"""What a vendor payment posts: money out as an advance, the advance against payable as it is applied.

A payment counts from its own date; each application and refund counts from its own.
"""

import datetime as dt

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application, Refund
from tallystick.books.documents.vendor_payment import VendorPayment
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO, round_money


def entries(payment: VendorPayment, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a vendor payment stands for; applications of its own date are netted with the payment."""
    legs = _paid(payment, chart)
    later: tuple[Entry, ...] = ()
    for application in payment.applications:
        if application.date == payment.date:
            legs += _applied(payment, application, chart)
        else:
            header = _header(payment, application.date, "vendor_payment_application")
            later += entry(header, _applied(payment, application, chart), chart.base_places)
    for refund in payment.refunds:
        header = _header(payment, refund.date, "vendor_payment_refund", refund.id)
        later += entry(header, _refunded(payment, refund, chart), chart.base_places)
    return entry(_header(payment, payment.date, "vendor_payment"), legs, chart.base_places) + later


def _header(payment: VendorPayment, date: dt.date, event: str, part_id: str = "") -> Header:
    return Header(date, event, payment.id, payment.currency_id, payment.places, part_id)


def _paid(payment: VendorPayment, chart: Chart) -> list[Leg]:
    """Return the advance and the bank's charges against the account both are paid from."""
    accounts = chart.system_accounts
    charges = payment.bank_charges
    charges_base = round_money(charges * payment.exchange_rate, chart.base_places) if charges else ZERO
    return [
        Leg(accounts[SystemAccount.PREPAID_EXPENSES], payment.amount, payment.base_amount, payment.contact_id),
        Leg(accounts[SystemAccount.BANK_FEES], charges, charges_base),
        Leg(payment.account_id, -payment.amount - charges, -payment.base_amount - charges_base),
    ]


def _applied(payment: VendorPayment, application: Application, chart: Chart) -> list[Leg]:
    """Return payable at the bill's rate against the advance at the payment's and tax kept back; the rest is exchange."""
    accounts = chart.system_accounts
    gain = application.base_amount - application.source_base - application.withheld_base
    settled = application.amount + application.withheld
    return [
        Leg(accounts[SystemAccount.PAYABLE], settled, application.base_amount, payment.contact_id),
        Leg(
            payment.withheld_account_id or accounts[SystemAccount.TAX_PAYABLE],
            -application.withheld,
            -application.withheld_base,
        ),
        Leg(
            accounts[SystemAccount.PREPAID_EXPENSES],
            -application.amount,
            -application.source_base,
            payment.contact_id,
        ),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, -gain),
    ]


def _refunded(payment: VendorPayment, refund: Refund, chart: Chart) -> list[Leg]:
    """Return the account at the refund's rate against the advance at the payment's; the rest is exchange."""
    accounts = chart.system_accounts
    return [
        Leg(refund.account_id, refund.amount, refund.base_amount),
        Leg(accounts[SystemAccount.PREPAID_EXPENSES], -refund.amount, -refund.source_base, payment.contact_id),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, refund.source_base - refund.base_amount),
    ]
