"""Recurring invoices: their wire form and their operations. Invoices are made of them as time passes, not here."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.recurring_invoice import (
    CreateRecurringInvoice,
    DeleteRecurringInvoice,
    RecurringInvoice,
    ResumeRecurringInvoice,
    StopRecurringInvoice,
    UpdateRecurringInvoice,
)
from tallystick.vendors.zoho_books.emulator.acts import acts_on_many
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.invoices import MODULE as INVOICES
from tallystick.vendors.zoho_books.emulator.listing import EXACT, Filter
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import Paper, becomes, module_of
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT
from tallystick.vendors.zoho_books.emulator.schedules import (
    SCHEDULE_FIELDS,
    lists_made,
    required,
    schedule_columns,
    schedule_row,
    status_of,
    stops_and_resumes,
)
from tallystick.vendors.zoho_books.emulator.terms import FIELDS as TERMS
from tallystick.vendors.zoho_books.emulator.terms import terms_row


def _own(_: Call, profile: RecurringInvoice) -> dict[str, Any]:
    return {
        **schedule_row(profile, last="last_sent_date", coming="next_invoice_date"),
        **terms_row(profile),
    }


PAPER: Final = Paper(
    label="Recurring Invoice",
    path="/recurringinvoices",
    prefix="recurring_invoice",
    number="recurrence_name",
    kind="recurring_invoice",
    key="recurring_invoice",
    list_key="recurring_invoices",
    report_name="Recurring Invoices",
    shape="recurring_invoices",
    table=lambda book: book.table(BookKind.RECURRING_INVOICE),
    status=status_of,
    daily=lambda today, profile: lifecycle.recurring_status(profile, today).value,
    create=CreateRecurringInvoice,
    update=UpdateRecurringInvoice,
    delete=DeleteRecurringInvoice,
    messages=Messages(
        created="The recurring invoice has been created.",
        updated="success",
        deleted="The recurring invoice is deleted successfully.",
    ),
    own=_own,
    fields=(
        *SCHEDULE_FIELDS,
        *TERMS,
    ),
    kept=(*SALES_KEPT, "payment_options", "allow_partial_payments"),
    views=("Active", "Stopped", "Expired"),
    columns=(*schedule_columns(coming="next_invoice_date"),),
    filters=(Filter("start_date", EXACT), Filter("end_date", EXACT)),
)
MODULE: Final = module_of(PAPER)


def create(call: Call) -> Answer:
    """Make a profile. Raises Refused (code 4) without a name or a frequency."""
    required(call, "recurrence_name", "recurrence_frequency")
    return creates(MODULE)(call)


_ID: Final = "/recurringinvoices/{recurring_invoice_id}"
_STOP, _RESUME = becomes(StopRecurringInvoice), becomes(ResumeRecurringInvoice)
HANDLERS: Final = (
    Emulated("POST", "/recurringinvoices", create, SPECIFIED, missing="auto-bill by card or bank account"),
    Emulated("GET", "/recurringinvoices", lists(MODULE), SPECIFIED, missing="line_item_id, tax_id, notes"),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    *stops_and_resumes(
        MODULE,
        _ID,
        StopRecurringInvoice,
        ResumeRecurringInvoice,
        stopped="The recurring invoice has been stopped.",
        resumed="The recurring invoice has been resumed.",
    ),
    Emulated(
        "POST",
        "/recurringinvoices/status/stop",
        acts_on_many(MODULE, "recurring_invoice_ids", _STOP, "The selected recurring invoices have been stopped."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        "/recurringinvoices/status/resume",
        acts_on_many(MODULE, "recurring_invoice_ids", _RESUME, "The selected recurring invoices have been resumed."),
        SPECIFIED,
    ),
    Emulated(
        "GET",
        f"{_ID}/invoices",
        lists_made(MODULE, INVOICES, "invoice_history"),
        SPECIFIED,
        missing="filter_by, search_text, sort_column",
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
