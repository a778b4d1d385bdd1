"""What an invoice posts: receivable against income and tax once issued, and bad debt when written off.

Nothing is posted by a draft or a void invoice.
"""

from tallystick.books import lifecycle
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.invoice import Invoice
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.books.posting.sales import sales_legs
from tallystick.ledger.entry import Entry


def entries(invoice: Invoice, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries an invoice stands for."""
    if not lifecycle.invoice_is_open(invoice):
        return ()
    header = Header(invoice.date, "invoice", invoice.id, invoice.currency_id, invoice.places)
    issued = entry(header, sales_legs(invoice, chart, 1), chart.base_places)
    return issued if invoice.write_off is None else issued + _written_off(invoice, chart)


def _written_off(invoice: Invoice, chart: Chart) -> tuple[Entry, ...]:
    write_off = invoice.write_off
    assert write_off is not None
    amount, base = write_off.amount, write_off.base_amount
    accounts = chart.system_accounts
    header = Header(write_off.date, "write_off", invoice.id, invoice.currency_id, invoice.places)
    legs = (
        Leg(accounts[SystemAccount.BAD_DEBT], amount, base),
        Leg(accounts[SystemAccount.RECEIVABLE], -amount, -base, invoice.contact_id),
    )
    return entry(header, legs, chart.base_places)
