"""What a bill posts: cost and tax against payable once entered. Nothing is posted by a draft or a void bill."""

from tallystick.books import lifecycle
from tallystick.books.documents.bill import Bill
from tallystick.books.posting.leg import Chart, Header, entry
from tallystick.books.posting.purchase import purchase_legs
from tallystick.ledger.entry import Entry


def entries(bill: Bill, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries a bill stands for."""
    if not lifecycle.bill_is_open(bill):
        return ()
    header = Header(bill.date, "bill", bill.id, bill.currency_id, bill.places)
    return entry(header, purchase_legs(bill, chart, 1), chart.base_places)
