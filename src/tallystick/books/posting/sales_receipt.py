"""What a sales receipt posts: money against income and tax, with nothing owed between. A void one posts nothing."""

from tallystick.books import lifecycle
from tallystick.books.documents.sales_receipt import SalesReceipt
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.books.posting.sales import sales_legs
from tallystick.ledger.entry import Entry


def entries(receipt: SalesReceipt, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry a sales receipt stands for; what a customer would owe lies in the account paid into."""
    if not lifecycle.sales_receipt_stands(receipt):
        return ()
    header = Header(receipt.date, "sales_receipt", receipt.id, receipt.currency_id, receipt.places)
    owed, *earned = sales_legs(receipt, chart, 1)
    money = Leg(receipt.account_id, owed.amount, owed.base)
    return entry(header, [money, *earned], chart.base_places)
