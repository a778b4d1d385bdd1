"""Every emulated operation by method and path template, collected from the nouns' files.

An operation that is not here is answered as not yet emulated; what an operation does is in its noun's file.
"""

from types import ModuleType
from typing import Final

from tallystick.vendors.zoho_books.emulator import (
    bank_accounts,
    bank_transactions,
    base_currency_adjustments,
    bill_actions,
    chart_of_accounts,
    contact_addresses,
    contact_persons,
    contact_refunds,
    contacts,
    credit_note_actions,
    credit_note_refunds,
    currencies,
    custom_fields,
    customer_payments,
    delivery_challans,
    estimates,
    expenses,
    invoice_actions,
    invoice_settlements,
    invoices,
    items,
    journals,
    opening_balances,
    organizations,
    payment_refunds,
    project_tasks,
    projects,
    purchase_orders,
    recurring_invoices,
    reports,
    retainer_invoices,
    sales_orders,
    sales_receipts,
    tax_registers,
    taxes,
    templates,
    time_entries,
    transaction_locks,
    users,
    vendor_credits,
    vendor_payments,
    vendor_refunds,
)
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.refusals import refuse

__all__ = ["HANDLERS", "refuse"]

NOUNS: Final[tuple[ModuleType, ...]] = (
    organizations,
    bank_accounts,
    bank_transactions,
    base_currency_adjustments,
    opening_balances,
    transaction_locks,
    users,
    currencies,
    taxes,
    tax_registers,
    chart_of_accounts,
    contacts,
    contact_persons,
    contact_addresses,
    contact_refunds,
    items,
    invoices,
    invoice_actions,
    invoice_settlements,
    customer_payments,
    payment_refunds,
    credit_note_actions,
    credit_note_refunds,
    bill_actions,
    vendor_payments,
    vendor_credits,
    vendor_refunds,
    expenses,
    purchase_orders,
    templates,
    journals,
    estimates,
    sales_orders,
    retainer_invoices,
    recurring_invoices,
    sales_receipts,
    delivery_challans,
    project_tasks,
    projects,
    time_entries,
    custom_fields,
    reports,
)
HANDLERS: Final[dict[tuple[str, str], Emulated]] = {
    (emulated.method, emulated.path): emulated for noun in NOUNS for emulated in noun.HANDLERS
}
