"""Payments received from customers and the commands about them. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal

import msgspec

from tallystick.books.documents.application import Application, ApplicationFields, Refund
from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.line import ZERO


class Payment(Document, frozen=True, kw_only=True, gc=False):
    """Money received. `unused` is amount − applied − refunded, a credit of the customer's.

    `amount` includes `bank_charges`; `account_id` receives amount − bank charges; `base_amount` is at `exchange_rate`.
    """

    number: str
    contact_id: str
    date: dt.date
    amount: Decimal
    base_amount: Decimal
    currency_id: str
    exchange_rate: Decimal
    places: int
    account_id: str
    mode: str = ""
    reference: str = ""
    description: str = ""
    bank_charges: Decimal = ZERO
    withheld_account_id: str = ""
    applications: tuple[Application, ...] = ()
    refunds: tuple[Refund, ...] = ()
    unused: Decimal
    unused_base: Decimal
    retainer_id: str = ""


class PaymentFields(Command, frozen=True, kw_only=True):
    """What may be said of a payment. Applications are replaced whole; an unsaid account is Undeposited Funds."""

    contact_id: Given[str] = msgspec.UNSET
    number: Given[str] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    amount: Given[Decimal] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    account_id: Given[str] = msgspec.UNSET
    mode: Given[str] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    bank_charges: Given[Decimal] = msgspec.UNSET
    withheld_account_id: Given[str] = msgspec.UNSET
    applications: Given[tuple[ApplicationFields, ...]] = msgspec.UNSET


class CreatePayment(PaymentFields, frozen=True, kw_only=True):
    """Record money received; what is not applied stays unused. With a `retainer_id` it pays a retainer invoice."""

    retainer_id: str = ""


class UpdatePayment(PaymentFields, frozen=True, kw_only=True):
    """Change a payment; refunds already given must stay covered."""

    id: str


class DeletePayment(Target, frozen=True, kw_only=True):
    """Remove a payment without refunds; the invoices it met are due again."""


class ApplyPayment(Target, frozen=True, kw_only=True):
    """Set unused money of a payment against more invoices of the same customer."""

    applications: tuple[ApplicationFields, ...]


class UnapplyPayment(Target, frozen=True, kw_only=True):
    """Take one application of a payment back; the money is unused again."""

    application_id: str


class RefundFields(Command, frozen=True, kw_only=True):
    """What may be said of a refund."""

    amount: Given[Decimal] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    account_id: Given[str] = msgspec.UNSET
    exchange_rate: Given[Decimal] = msgspec.UNSET
    mode: Given[str] = msgspec.UNSET
    reference: Given[str] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET


class RefundPayment(RefundFields, frozen=True, kw_only=True):
    """Give unused money back; the new refund is the last of `refunds`."""

    id: str


class UpdatePaymentRefund(RefundFields, frozen=True, kw_only=True):
    """Change a refund of a payment."""

    id: str
    refund_id: str


class DeletePaymentRefund(Target, frozen=True, kw_only=True):
    """Remove a refund of a payment; the money is unused again."""

    refund_id: str
