"""What a vendor credit posts: a bill's mirror once open, exchange differences as applied, money in as refunded.

Nothing is posted by a draft or a void vendor credit.
"""

from tallystick.books import lifecycle
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application, Refund
from tallystick.books.documents.vendor_credit import VendorCredit
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.books.posting.purchase import purchase_legs
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO


def entries(credit: VendorCredit, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a vendor credit stands for."""
    if not lifecycle.vendor_credit_is_open(credit):
        return ()
    currency, places = credit.currency_id, credit.places
    header = Header(credit.date, "vendor_credit", credit.id, currency, places)
    posted = entry(header, purchase_legs(credit, chart, -1), chart.base_places)
    for application in credit.applications:
        header = Header(application.date, "vendor_credit_application", credit.id, currency, places)
        posted += entry(header, _applied(credit, application, chart), chart.base_places)
    for refund in credit.refunds:
        header = Header(refund.date, "vendor_credit_refund", credit.id, currency, places, refund.id)
        posted += entry(header, _refunded(credit, refund, chart), chart.base_places)
    return posted


def _applied(credit: VendorCredit, application: Application, chart: Chart) -> tuple[Leg, ...]:
    """Return nothing but the difference between the two rates: both documents stand in the same account."""
    accounts = chart.system_accounts
    gain = application.base_amount - application.source_base
    return (
        Leg(accounts[SystemAccount.PAYABLE], ZERO, gain, credit.contact_id),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, -gain),
    )


def _refunded(credit: VendorCredit, refund: Refund, chart: Chart) -> tuple[Leg, ...]:
    """Return the account at the refund's rate against payable at the credit's; the rest is exchange."""
    accounts = chart.system_accounts
    return (
        Leg(refund.account_id, refund.amount, refund.base_amount),
        Leg(accounts[SystemAccount.PAYABLE], -refund.amount, -refund.source_base, credit.contact_id),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, refund.source_base - refund.base_amount),
    )
