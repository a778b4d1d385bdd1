"""Payments made to vendors and the commands about them. No rule or posting lives here."""

from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.document import Target
from tallystick.books.documents.payment import Payment, PaymentFields, RefundFields


class VendorPayment(Payment, frozen=True, kw_only=True, gc=False):
    """Money paid to a vendor. `unused` is amount − applied − refunded, an advance the vendor holds.

    `account_id` is paid from, bank charges beside the amount; tax withheld is owed to the authority, in Tax Payable
    unless the payment names an account. The other fields are those of money received.
    """


class CreateVendorPayment(PaymentFields, frozen=True, kw_only=True):
    """Record money paid; what is not applied to bills stays unused."""


class UpdateVendorPayment(PaymentFields, frozen=True, kw_only=True):
    """Change a vendor payment; refunds already taken must stay covered."""

    id: str


class DeleteVendorPayment(Target, frozen=True, kw_only=True):
    """Remove a vendor payment without refunds; the bills it met are due again."""


class ApplyVendorPayment(Target, frozen=True, kw_only=True):
    """Set unused money of a vendor payment against more bills of the same vendor."""

    applications: tuple[ApplicationFields, ...]


class UnapplyVendorPayment(Target, frozen=True, kw_only=True):
    """Take one application of a vendor payment back; the money is unused again."""

    application_id: str


class RefundVendorPayment(RefundFields, frozen=True, kw_only=True):
    """Take unused money back; the new refund is the last of `refunds`."""

    id: str


class UpdateVendorPaymentRefund(RefundFields, frozen=True, kw_only=True):
    """Change a refund of a vendor payment."""

    id: str
    refund_id: str


class DeleteVendorPaymentRefund(Target, frozen=True, kw_only=True):
    """Remove a refund of a vendor payment; the money is unused again."""

    refund_id: str
