"""A record as the typed columns of its table, one function a stream. No SQL, and no record is changed.

Base amounts follow one rule: what the vendor states in the base currency is taken; else an amount in the base
currency is its own base amount; else amount times exchange rate, rounded half up to the base currency's places; and
without a rate there is none, and the record is in no sum.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Context, Decimal, DecimalException
from typing import Any, Final

from tallystick.model.company import CompanyInfo
from tallystick.model.contact import Contact
from tallystick.model.credit_note import CreditNote
from tallystick.model.currency import PLACES_USUAL, places_of
from tallystick.model.invoice import Invoice
from tallystick.model.money import round_money, to_minor
from tallystick.model.payment import Payment
from tallystick.model.refund import Refund

PLACES_MAX: Final = 9
MINOR_MAX: Final = 2**63 - 1
EXACT: Final = Context(prec=60)

Columns = dict[str, Any]


def minor(amount: Decimal, places: int) -> int:
    """Return an amount in minor units that fit a column; raises ValueError when they do not."""
    try:
        units = to_minor(amount, places)
    except DecimalException:
        raise ValueError(f"{amount} is too long a number to keep") from None
    if abs(units) > MINOR_MAX:
        raise ValueError(f"{amount} is too large to keep")
    return units


def places_needed(currency: str | None, *amounts: Decimal | None) -> int:
    """Return the decimal places a document is kept in: its currency's, or more when its amounts have more."""
    places = places_of(currency)
    for amount in amounts:
        if amount is not None:
            exponent = amount.normalize(EXACT).as_tuple().exponent
            places = max(places, -int(exponent))
    if places > PLACES_MAX:
        raise ValueError(f"an amount has more than {PLACES_MAX} decimal places")
    return places


class Base:
    """The base currency of a company, and amounts brought into it."""

    def __init__(self, company: CompanyInfo) -> None:
        self.currency = company.currency
        self.places = PLACES_USUAL if company.currency_places is None else company.currency_places

    def own(self, amount: Decimal) -> int:
        """Return an amount that is in the base currency, in its minor units."""
        try:
            return minor(round_money(amount, self.places), self.places)
        except DecimalException:
            raise ValueError(f"{amount} is too long a number to keep") from None

    def of(self, amount: Decimal, currency: str | None, rate: Decimal | None) -> int | None:
        """Return an amount of any currency in the base currency's minor units, None without a rate."""
        if currency is None or currency == self.currency:
            return self.own(amount)
        return self.own(EXACT.multiply(amount, rate)) if rate else None


def _time(instant: dt.datetime | None) -> str | None:
    return instant.astimezone(dt.UTC).isoformat(timespec="seconds") if instant else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _times(record: Contact | Invoice | CreditNote | Payment) -> Columns:
    return {"created_at": _time(record.created_at), "modified_at": _time(record.updated_at)}


def _customer(record: Invoice | CreditNote | Payment) -> Columns:
    customer = record.customer
    return {
        "customer_id": (customer and customer.id) or "",
        "customer_name": (customer and customer.display_name) or "",
    }


def contact_columns(contact: Contact, _base: Base) -> Columns:
    """Return a customer's or supplier's columns."""
    return {
        "name": contact.display_name or "",
        "company_name": contact.company_name or "",
        "email": next((email.email for email in contact.emails if email.email), ""),
        "status": contact.status or "",
        "currency": contact.currency or "",
        **_times(contact),
    }


def _document(currency: str | None, rate: Decimal | None, total: Decimal, balance: Decimal, base: Base) -> Columns:
    places = places_needed(currency or base.currency, total, balance)
    return {
        "currency": currency or base.currency or "",
        "places": places,
        "total": minor(total, places),
        "balance": minor(balance, places),
        "rate": str(rate) if rate else None,
        "base_total": base.of(total, currency, rate),
        "base_balance": base.of(balance, currency, rate),
    }


def invoice_columns(invoice: Invoice, base: Base) -> Columns:
    """Return an invoice's columns."""
    return {
        "number": invoice.number or "",
        "date": _day(invoice.invoice_date),
        "due_date": _day(invoice.due_date or invoice.invoice_date),
        "status": invoice.status or "",
        **_customer(invoice),
        **_document(
            invoice.currency, invoice.currency_rate, invoice.total or Decimal(0), invoice.balance or Decimal(0), base
        ),
        **_times(invoice),
    }


def credit_note_columns(note: CreditNote, base: Base) -> Columns:
    """Return a credit note's columns."""
    return {
        "number": note.number or "",
        "date": _day(note.date_issued),
        "status": note.status or "",
        **_customer(note),
        **_document(
            note.currency, note.currency_rate, note.total_amount or Decimal(0), note.balance or Decimal(0), base
        ),
        **_times(note),
    }


def payment_columns(payment: Payment, base: Base) -> Columns:
    """Return a payment's columns; a refund without an amount of its own is none."""
    total, unallocated = payment.total_amount or Decimal(0), payment.unallocated_amount
    places = places_needed(payment.currency or base.currency, total, unallocated)
    stated = payment.base_total_amount
    return {
        "number": payment.number or "",
        "date": _day(payment.transaction_date),
        "status": payment.status or "",
        "method": payment.payment_method or "",
        "currency": payment.currency or "",
        "places": places,
        "total": minor(total, places),
        "unallocated": None if unallocated is None else minor(unallocated, places),
        "rate": str(payment.currency_rate) if payment.currency_rate else None,
        "base_total": base.of(total, payment.currency, payment.currency_rate) if stated is None else base.own(stated),
        "base_refunded": base.own(payment.base_refunded_amount or Decimal(0)),
        **_customer(payment),
        **_times(payment),
    }


def refund_columns(refund: Refund, base: Base) -> Columns:
    """Return a refund's columns."""
    total = refund.total_amount
    places = places_needed(refund.currency or base.currency, total)
    return {
        "number": refund.number or "",
        "customer_name": (refund.customer and refund.customer.display_name) or "",
        "date": _day(refund.refund_date),
        "status": "",
        "method": refund.payment_method or "",
        "currency": refund.currency or "",
        "places": places,
        "total": None if total is None else minor(total, places),
        "base_total": base.own(refund.base_total_amount or Decimal(0)),
        "created_at": None,
        "modified_at": None,
    }


COLUMNS: Final[dict[str, Callable[[Any, Base], Columns]]] = {
    "contacts": contact_columns,
    "invoices": invoice_columns,
    "credit_notes": credit_note_columns,
    "payments": payment_columns,
    "refunds": refund_columns,
}
