"""Recurring invoices: their wire form and their operations. Invoices are made of them as time passes, not here."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.recurring_invoice import (
    CreateRecurringInvoice,
    DeleteRecurringInvoice,
    Frequency,
    RecurringInvoice,
    ResumeRecurringInvoice,
    StopRecurringInvoice,
    UpdateRecurringInvoice,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, choice, count, day, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.invoices import MODULE as INVOICES
from tallystick.vendors.zoho_books.emulator.listing import EXACT, Filter
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    acts_on_many,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import Paper, becomes, does, module_of
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT


def _made(call: Call, profile: RecurringInvoice) -> list[Any]:
    """Return the invoices made of a profile."""
    return [one for one in call.organization.book.invoices.values() if one.recurring_id == profile.id]


def _own(_: Call, profile: RecurringInvoice) -> dict[str, Any]:
    return {
        "start_date": profile.date,
        "end_date": profile.end_date or "",
        "last_sent_date": profile.last_date or "",
        "next_invoice_date": profile.next_date or "",
        "recurrence_frequency": profile.frequency.value,
        "repeat_every": profile.repeat_every,
        "payment_terms": profile.terms_days,
        "payment_terms_label": profile.terms_label,
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
    status=lambda call, profile: lifecycle.recurring_status(profile, call.today).value,
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
        Field("recurrence_name", "number", text),
        Field("start_date", "date", day),
        Field("end_date", "end_date", day),
        Field("recurrence_frequency", "frequency", choice(Frequency)),
        Field("repeat_every", "repeat_every", count),
        Field("payment_terms", "terms_days", count),
        Field("payment_terms_label", "terms_label", text),
    ),
    kept=(*SALES_KEPT, "payment_options", "allow_partial_payments"),
    views=("Active", "Stopped", "Expired"),
    columns=(
        Column("start_date", lambda _, one: one.date, Kind.DATE),
        Column("end_date", lambda _, one: one.end_date or one.date.max, Kind.DATE),
        Column("next_invoice_date", lambda _, one: one.next_date or one.date.max, Kind.DATE),
    ),
    filters=(Filter("start_date", EXACT), Filter("end_date", EXACT)),
)
MODULE: Final = module_of(PAPER)


def create(call: Call) -> Answer:
    """Make a profile. Raises Refused (code 4) without a name or a frequency."""
    for name in ("recurrence_name", "recurrence_frequency"):
        if not call.body.get(name):
            raise Refused("missing_value", field=name)
    return creates(MODULE)(call)


def list_made(call: Call) -> Answer:
    """List the invoices made of a profile."""
    made = _made(call, MODULE.named(call))
    return Answer(key="invoices", value=[INVOICES.row(call, invoice) for invoice in made])


_ID: Final = "/recurringinvoices/{recurring_invoice_id}"
_STOP, _RESUME = becomes(StopRecurringInvoice), becomes(ResumeRecurringInvoice)
HANDLERS: Final = (
    Emulated("POST", "/recurringinvoices", create, SPECIFIED, missing="auto-bill by card or bank account"),
    Emulated("GET", "/recurringinvoices", lists(MODULE), SPECIFIED, missing="line_item_id, tax_id, notes"),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    does(MODULE, f"{_ID}/status/stop", _STOP, "The recurring invoice has been stopped."),
    does(MODULE, f"{_ID}/status/resume", _RESUME, "The recurring invoice has been resumed."),
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
    Emulated("GET", f"{_ID}/invoices", list_made, SPECIFIED),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
