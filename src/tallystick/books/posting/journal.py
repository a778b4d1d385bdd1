"""What a journal posts: exactly its lines, and the taxes on them, once published. Nothing is posted by a draft journal.

Credit of a line set against an invoice or bill posts what the rates differ by, on the day it is applied.
"""

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.journal import Journal, JournalState, LineApplication, Side
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry, Posting
from tallystick.model.money import ZERO, to_minor


def entries(journal: Journal, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a journal stands for; lines are not netted, so that each stays visible in its account."""
    if journal.state is not JournalState.PUBLISHED:
        return ()
    signs = {Side.DEBIT: 1, Side.CREDIT: -1}
    postings = tuple(
        Posting(
            line.account_id,
            signs[line.side] * to_minor(line.base_amount, chart.base_places),
            signs[line.side] * to_minor(line.amount, journal.places),
            line.contact_id,
        )
        for line in journal.lines
    )
    taxes = tuple(
        Posting(
            tax.account_id,
            signs[tax.side] * to_minor(tax.base_amount, chart.base_places),
            signs[tax.side] * to_minor(tax.amount, journal.places),
        )
        for tax in journal.taxes
    )
    posted: tuple[Entry, ...] = (Entry(journal.date, "journal", journal.id, journal.currency_id, postings + taxes),)
    for application in journal.applications:
        header = Header(application.date, "journal_application", journal.id, journal.currency_id, journal.places)
        posted += entry(header, _applied(journal, application, chart), chart.base_places)
    return posted


def _applied(journal: Journal, application: LineApplication, chart: Chart) -> tuple[Leg, ...]:
    """Return nothing but the difference between the two rates: line and document stand in the same account."""
    line = next(line for line in journal.lines if line.id == application.line_id)
    gain = application.source_base - application.base_amount
    gain = gain if line.side is Side.CREDIT else -gain
    return (
        Leg(line.account_id, ZERO, gain, line.contact_id),
        Leg(chart.system_accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS], ZERO, -gain),
    )
