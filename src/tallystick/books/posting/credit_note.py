"""What a credit note posts: an invoice's mirror once open, exchange differences as applied, money out as refunded.

Nothing is posted by a draft or a void credit note.
"""

from tallystick.books import lifecycle
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import Application, Refund
from tallystick.books.documents.credit_note import CreditNote
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.books.posting.sales import sales_legs
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO


def entries(note: CreditNote, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a credit note stands for."""
    if not lifecycle.credit_note_is_open(note):
        return ()
    currency, places = note.currency_id, note.places
    header = Header(note.date, "credit_note", note.id, currency, places)
    posted = entry(header, sales_legs(note, chart, -1), chart.base_places)
    for application in note.applications:
        header = Header(application.date, "credit_note_application", note.id, currency, places)
        posted += entry(header, _applied(note, application, chart), chart.base_places)
    for refund in note.refunds:
        header = Header(refund.date, "credit_note_refund", note.id, currency, places, refund.id)
        posted += entry(header, _refunded(note, refund, chart), chart.base_places)
    return posted


def _applied(note: CreditNote, application: Application, chart: Chart) -> tuple[Leg, ...]:
    """Return nothing but the difference between the two rates: both documents stand in the same account."""
    accounts = chart.system_accounts
    gain = application.source_base - application.base_amount
    return (
        Leg(accounts[SystemAccount.RECEIVABLE], ZERO, gain, note.contact_id),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, -gain),
    )


def _refunded(note: CreditNote, refund: Refund, chart: Chart) -> tuple[Leg, ...]:
    """Return receivable at the note's rate against the account at the refund's; the rest is exchange."""
    accounts = chart.system_accounts
    return (
        Leg(accounts[SystemAccount.RECEIVABLE], refund.amount, refund.source_base, note.contact_id),
        Leg(refund.account_id, -refund.amount, -refund.base_amount),
        Leg(accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, refund.base_amount - refund.source_base),
    )
