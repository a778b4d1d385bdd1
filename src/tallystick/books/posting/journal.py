"""What a journal posts: exactly its lines, and the taxes on them, once published. Nothing is posted by a draft journal."""

from tallystick.books.documents.journal import Journal, JournalState, Side
from tallystick.books.posting.leg import Chart
from tallystick.ledger.entry import Entry, Posting
from tallystick.model.money import to_minor


def entries(journal: Journal, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry a journal stands for; lines are not netted, so that each stays visible in its account."""
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
    return (Entry(journal.date, "journal", journal.id, journal.currency_id, postings + taxes),)
