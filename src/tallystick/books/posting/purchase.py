"""The legs that bills and vendor credits share, each the other's mirror. No entry is dated here."""

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.purchase import PurchaseDocument
from tallystick.books.posting.leg import Chart, Leg
from tallystick.books.posting.sales import sales_legs


def purchase_legs(document: PurchaseDocument, chart: Chart, sign: int) -> list[Leg]:
    """Return payable against cost, taxes, discount and charges.

    With sign 1 the company owes (bill), with −1 is owed (vendor credit): a purchase is a sale seen from the other end.
    """
    return sales_legs(document, chart, -sign, control=SystemAccount.PAYABLE, discount=SystemAccount.PURCHASE_DISCOUNT)
