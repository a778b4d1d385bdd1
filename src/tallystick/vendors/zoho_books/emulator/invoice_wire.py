"""An invoice on the wire: the row of a list and the detail, with every key recorded from the real service.

Nothing is decided or changed here.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.invoice import Invoice
from tallystick.books.lifecycle import InvoiceStatus
from tallystick.vendors.zoho_books.emulator.approval_wire import approval_fields
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.kept import kept
from tallystick.vendors.zoho_books.emulator.module import local_date, user_name
from tallystick.vendors.zoho_books.emulator.sales import (
    address,
    due_days,
    line_rows,
    money_fields,
    person_row,
    primary_person,
    shipping_fields,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.terms import terms_row

DETAIL: Final = shapes("invoices")["detail"]
ROW: Final = shapes("invoices")["row"]
LINE: Final = shapes("invoices")["line"]
TEMPLATE_NUMBER: Final = "000000017001"
"""Follows the organisation's id in the id of its standard invoice template."""
SCHEDULE_FORMAT: Final = "%Y-%m-%d %H:%M:%S"
"""How the time of a scheduled mail is written, in the organisation's time zone (the vendor's documents)."""
UNSETTLED: Final = frozenset({InvoiceStatus.SENT, InvoiceStatus.OVERDUE, InvoiceStatus.PARTIALLY_PAID})
ZERO: Final = Decimal(0)


def status_of(invoice: Invoice, today: date) -> InvoiceStatus:
    """Return what the vendor calls an invoice's status on a day."""
    return lifecycle.invoice_status(invoice, today)


def _common(call: Call, invoice: Invoice) -> dict[str, Any]:
    """Return what row and detail have alike."""
    organization, book = call.organization, call.organization.book
    contact, currency = book.contacts[invoice.contact_id], book.currencies[invoice.currency_id]
    status = status_of(invoice, call.today).value
    person = primary_person(contact)
    return {
        "invoice_id": invoice.id,
        "invoice_number": invoice.number,
        "date": invoice.date,
        "due_date": invoice.due_date,
        "issued_date": "" if invoice.sent_at is None else local_date(call, invoice.sent_at),
        "customer_id": invoice.contact_id,
        "customer_name": contact.name,
        "email": "" if person is None else person.email,
        "currency_id": invoice.currency_id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "status": status,
        "current_sub_status": status,
        "reference_number": invoice.reference,
        "exchange_rate": invoice.exchange_rate,
        "shipping_charge": invoice.shipping_charge,
        "adjustment": invoice.totals.adjustment,
        "total": invoice.totals.total,
        "balance": invoice.balance,
        "write_off_amount": ZERO if invoice.write_off is None else invoice.write_off.amount,
        "salesperson_name": invoice.salesperson,
        "last_payment_date": invoice.last_payment_date or "",
        "template_id": organization.id + TEMPLATE_NUMBER,
        "payment_expected_date": invoice.expected_date or "",
        **_mailing(call, invoice),
        "created_time": invoice.created_at,
        "last_modified_time": invoice.modified_at,
    }


def _mailing(call: Call, invoice: Invoice) -> dict[str, Any]:
    """Return what mail and reminders have come to."""
    mailing = invoice.mailing
    at = mailing.scheduled_at
    return {
        "is_emailed": mailing.sent,
        "reminders_sent": mailing.reminders,
        "last_reminder_sent_date": mailing.last_reminder or "",
        "schedule_time": "" if at is None else at.astimezone(call.now.tzinfo).strftime(SCHEDULE_FORMAT),
    }


def row(call: Call, invoice: Invoice) -> dict[str, Any]:
    """Return one row of the invoice list."""
    contact = call.organization.book.contacts[invoice.contact_id]
    common = _common(call, invoice)
    person = primary_person(contact)
    open_ = status_of(invoice, call.today) in UNSETTLED
    fields = kept(call.organization, invoice.id)
    return {
        **ROW,
        **common,
        "company_name": contact.company_name,
        "due_days": due_days(invoice.due_date, call.today) if open_ else "",
        "billing_address": address(invoice.billing_address, ROW["billing_address"]),
        "shipping_address": address(invoice.shipping_address, ROW["shipping_address"]),
        "country": invoice.billing_address.country,
        "phone": "" if person is None else person.phone,
        "created_by": user_name(call, invoice.created_by),
        "updated_time": common["last_modified_time"],
        **{name: value for name, value in fields.items() if name in ROW},
    }


def detail(call: Call, invoice: Invoice) -> dict[str, Any]:
    """Return one invoice with all keys."""
    book = call.organization.book
    contact, currency = book.contacts[invoice.contact_id], book.currencies[invoice.currency_id]
    receivable = book.accounts[book.system(SystemAccount.RECEIVABLE)]
    people = [person_row(person) for person in contact.persons if person.id in invoice.person_ids]
    found = invoice.discount
    base = invoice.base
    return {
        **DETAIL,
        **_common(call, invoice),
        **money_fields(invoice),
        **shipping_fields(book, invoice, currency.symbol),
        "currency_name_formatted": f"{currency.code}- {currency.name}",
        "payment_reminder_enabled": invoice.mailing.reminds,
        **terms_row(invoice),
        "payment_made": invoice.payments_applied,
        "credits_applied": invoice.credits_applied,
        "tax_amount_withheld": invoice.tax_withheld,
        "line_items": line_rows(call.organization, invoice, LINE),
        "total_taxable_amount": invoice.totals.taxable if invoice.taxes else ZERO,
        "discount_total": invoice.totals.discount,
        "discount_percent": found.value if found is not None and found.percent else ZERO,
        "discount_account_id": invoice.discount_account_id,
        "discount_account_name": _account_name(call, invoice.discount_account_id),
        "account_id": receivable.id,
        "account_name": receivable.name,
        "bcy_shipping_charge": base.shipping,
        "bcy_adjustment": base.adjustment,
        "bcy_sub_total": base.subtotal,
        "bcy_discount_total": base.discount,
        "bcy_tax_total": base.tax,
        "bcy_total": base.total,
        "contact_persons": list(invoice.person_ids),
        "contact_persons_associated": people,
        "contact_persons_details": people,
        "contact": _contact_figures(call, invoice),
        "billing_address": address(invoice.billing_address, DETAIL["billing_address"]),
        "shipping_address": address(invoice.shipping_address, DETAIL["shipping_address"]),
        "customer_default_billing_address": address(
            contact.billing_address, DETAIL["customer_default_billing_address"]
        ),
        "invoice_url": f"https://zohosecurepay.com/books/{call.organization.id}/secure?CInvoiceID=2-{invoice.id}",
        "created_date": local_date(call, invoice.created_at),
        "created_by_id": invoice.created_by,
        "created_by_name": user_name(call, invoice.created_by),
        "last_modified_by_id": invoice.modified_by or invoice.created_by,
        **approval_fields(call, invoice, DETAIL),
        **_made_of(call, invoice),
        **kept(call.organization, invoice.id),
    }


def _made_of(call: Call, invoice: Invoice) -> dict[str, Any]:
    """Return what an invoice was made of; a debit note also names its type and the invoice it adds to."""
    book = call.organization.book
    orders = book.table(BookKind.SALES_ORDER)
    found: dict[str, Any] = {
        "recurring_invoice_id": invoice.recurring_id,
        "salesorders": [
            {
                "salesorder_id": order.id,
                "salesorder_number": order.number,
                "reference_number": order.reference,
                "total": order.totals.total,
                "sub_total": order.totals.subtotal,
                "date": order.date,
                "shipment_date": order.shipment_date or "",
            }
            for order in (orders[identity] for identity in invoice.order_ids)
        ],
    }
    found = {name: value for name, value in found.items() if name in DETAIL}
    debited = book.invoices.get(invoice.debited_id)
    if debited is not None:
        found["type"] = "debit_note"
        found["reference_invoice"] = {
            "reference_invoice_id": debited.id,
            "reference_invoice_number": debited.number,
            "reference_invoice_status": status_of(debited, call.today).value,
            "reference_invoice_amount": debited.totals.total,
        }
    return found


def _account_name(call: Call, identity: str) -> str:
    account = call.organization.book.accounts.get(identity)
    return "" if account is None else account.name


def _contact_figures(call: Call, invoice: Invoice) -> dict[str, Any]:
    book = call.organization.book
    balance = book.receivable(invoice.contact_id)
    return {
        **DETAIL["contact"],
        "customer_balance": balance.outstanding,
        "credit_limit": book.contacts[invoice.contact_id].credit_limit or ZERO,
        "unused_customer_credits": balance.unused_credits,
    }
