"""A sales receipt's status table. No other document's table lives here."""

from typing import Final

from tallystick.books.documents.sales_receipt import SalesReceipt, SalesReceiptState
from tallystick.books.lifecycle.step import Action, Table

_PAID, _VOID = SalesReceiptState.PAID, SalesReceiptState.VOID

SALES_RECEIPT: Final[Table[SalesReceiptState]] = {
    Action.UPDATE: {_PAID: _PAID},
    Action.DELETE: {_PAID: _PAID, _VOID: _VOID},
    Action.VOID: {_PAID: _VOID},
}


def sales_receipt_stands(receipt: SalesReceipt) -> bool:
    """Tell whether a sales receipt stands in the accounts."""
    return receipt.state is _PAID
