"""The legs that invoices and credit notes share, each the other's mirror. No entry is dated here."""

from decimal import Decimal

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.sales import SalesDocument
from tallystick.books.posting.leg import Chart, Leg, convert
from tallystick.model.money import ZERO


def sales_legs(
    document: SalesDocument,
    chart: Chart,
    sign: int,
    *,
    control: SystemAccount = SystemAccount.RECEIVABLE,
    discount: SystemAccount = SystemAccount.DISCOUNT,
) -> list[Leg]:
    """Return receivable against income, taxes, shipping, discount and charges.

    With sign 1 the customer owes (invoice), with −1 is owed (credit note); with payable as the control account a
    vendor owes (vendor credit) or is owed (bill).
    """
    accounts = chart.system_accounts
    totals = document.totals
    amounts: dict[str, Decimal] = {}

    def credit(account_id: str, amount: Decimal) -> None:
        if amount:
            amounts[account_id] = amounts.get(account_id, ZERO) - sign * amount

    for line in document.lines:
        credit(line.account_id, line.net)
    for tax in document.taxes:
        credit(tax.account_id, tax.amount)
    credit(accounts[SystemAccount.SHIPPING_CHARGE], totals.shipping)
    credit(accounts[SystemAccount.OTHER_CHARGES], totals.adjustment + totals.round_off)
    # A discount on prices that include tax is partly tax, so what income gives up follows from the rest.
    charged = totals.subtotal + totals.tax + totals.shipping + totals.adjustment + totals.round_off
    credit(document.discount_account_id or accounts[discount], totals.total - charged)
    anchor = Leg(accounts[control], sign * totals.total, sign * document.base.total, document.contact_id)
    return convert(anchor, amounts, document.exchange_rate, chart.base_places)
