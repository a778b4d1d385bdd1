"""What is owed to each vendor and held with them in credit, document by document. The sums are `receivable`'s."""

from collections.abc import Iterable
from typing import Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.bill import Bill
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.journal import Side
from tallystick.books.documents.vendor_credit import VendorCredit
from tallystick.books.documents.vendor_payment import VendorPayment
from tallystick.books.receivable import Rules, Share, of_journal, of_opening


def _of_bill(bill: Bill, _: str) -> Iterable[Share]:
    if lifecycle.bill_is_open(bill):
        yield Share(
            bill.contact_id,
            bill.currency_id,
            outstanding=bill.balance,
            outstanding_base=bill.balance_base,
            controlled=bill.balance_base,
        )


def _of_vendor_credit(credit: VendorCredit, _: str) -> Iterable[Share]:
    if lifecycle.vendor_credit_is_open(credit):
        yield Share(
            credit.contact_id,
            credit.currency_id,
            credits=credit.balance,
            credits_base=credit.balance_base,
            controlled=-credit.balance_base,
        )


def _of_vendor_payment(payment: VendorPayment, _: str) -> Iterable[Share]:
    if payment.unused or payment.unused_base:
        yield Share(payment.contact_id, payment.currency_id, credits=payment.unused, credits_base=payment.unused_base)


PAYABLE: Final[Rules] = {
    Kind.BILL: _of_bill,
    Kind.VENDOR_CREDIT: _of_vendor_credit,
    Kind.VENDOR_PAYMENT: _of_vendor_payment,
    Kind.JOURNAL: of_journal(Side.CREDIT),
    Kind.CONTACT_OPENING: of_opening(ContactRole.VENDOR),
}
"""What counts on the vendors' side; the payable account holds the sum of `controlled` as a credit."""
