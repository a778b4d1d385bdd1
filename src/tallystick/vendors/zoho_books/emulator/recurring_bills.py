"""Recurring bills: their wire form and their operations. Bills are made of them as time passes, not here."""

from typing import Any, Final

from tallystick.books.change import Kind as Noun
from tallystick.books.documents.recurring_bill import (
    CreateRecurringBill,
    DeleteRecurringBill,
    RecurringBill,
    ResumeRecurringBill,
    StopRecurringBill,
    UpdateRecurringBill,
)
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.given import given
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import DATE, TEXT, Filter, Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.purchases import (
    PURCHASE_KEPT,
    purchase_fields,
    purchase_figures,
    purchase_lines,
)
from tallystick.vendors.zoho_books.emulator.schedules import (
    SCHEDULE_FIELDS,
    VIEWS,
    required,
    schedule_columns,
    schedule_row,
    status_column,
    status_of,
    stops_and_resumes,
)
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes
from tallystick.vendors.zoho_books.emulator.terms import FIELDS as TERMS
from tallystick.vendors.zoho_books.emulator.terms import terms_row

DETAIL: Final = shapes("recurring_bills")["detail"]
LINE: Final = shapes("recurring_bills")["line"]
ROW: Final = shapes("recurring_bills")["row"]
FIELDS: Final = (
    *SCHEDULE_FIELDS,
    *TERMS,
)


def _shown(call: Call, profile: RecurringBill, template: Template) -> dict[str, Any]:
    pool = {
        **purchase_figures(call.organization.book, profile, template),
        "recurring_bill_id": profile.id,
        "recurrence_name": profile.number,
        "status": status_of(call, profile),
        **terms_row(profile),
        **schedule_row(profile, last="last_created_date", coming="next_bill_date"),
        **kept(call.organization, profile.id),
    }
    return {name: pool.get(name, default) for name, default in template.items()}


def row(call: Call, profile: RecurringBill) -> dict[str, Any]:
    """Return one row of the list of profiles."""
    return _shown(call, profile, ROW)


def detail(call: Call, profile: RecurringBill) -> dict[str, Any]:
    """Return one profile with all keys."""
    lines = purchase_lines(call.organization, profile, LINE)
    return {**_shown(call, profile, DETAIL), "line_items": lines}


def create(call: Call) -> RecurringBill:
    """Make a profile. Raises Refused: 4 without a name or a schedule, a wrong vendor, a line without an account."""
    required(call, "recurrence_name", "start_date", "recurrence_frequency", "repeat_every")
    fields = {**purchase_fields(call, new=True), **given(call.body, FIELDS)}
    profile: RecurringBill = call.organization.execute(CreateRecurringBill(user_id=call.user_id, **fields))
    keep(call.organization, profile.id, call.body, PURCHASE_KEPT)
    return profile


def update(call: Call, profile: RecurringBill) -> RecurringBill:
    """Change a profile; fields the body does not mention stay, and so do the bills it has made."""
    fields = {**purchase_fields(call, new=False), **given(call.body, FIELDS)}
    command = UpdateRecurringBill(id=profile.id, user_id=call.user_id, **fields)
    changed: RecurringBill = call.organization.execute(command)
    keep(call.organization, profile.id, call.body, PURCHASE_KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a profile; the bills it has made stay."""
    call.organization.execute(DeleteRecurringBill(id=identity, user_id=call.user_id))


def _vendor_name(view: Any, profile: RecurringBill) -> str:
    name: str = view.book.contacts[profile.contact_id].name
    return name.casefold()


LISTING: Final = Listing(
    report_name="Recurring Bills",
    columns=(
        Column("recurrence_name", lambda _, profile: profile.number.casefold()),
        Column("recurring_bill_id", lambda _, profile: profile.id),
        Column("vendor_name", _vendor_name, looks_at=("contact",)),
        Column("vendor_id", lambda _, profile: profile.contact_id),
        Column("currency_id", lambda _, profile: profile.currency_id),
        Column("total", lambda _, profile: profile.totals.total, Kind.NUMBER),
        Column("created_time", lambda _, profile: profile.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, profile: profile.modified_at, Kind.TIME),
        *schedule_columns(coming="next_bill_date"),
        status_column(),
    ),
    sort="created_time",
    descending=True,
    sorts=("vendor_name", "next_bill_date", "recurrence_name", "total", "created_time", "last_modified_time"),
    filters=(
        Filter("recurring_bill_id"),
        Filter("recurrence_name", TEXT),
        Filter("vendor_name", TEXT),
        Filter("vendor_id", many=True),
        Filter("currency_id", many=True),
        Filter("start_date", DATE),
        Filter("end_date", DATE),
        Filter("status", many=True),
    ),
    views=VIEWS,
    view="Status.All",
)
MODULE: Final = Module(
    label="Recurring Bill",
    path="/recurringbills",
    identity="recurring_bill_id",
    kind="recurring_bill",
    key="recurring_bill",
    list_key="recurringbills",
    documents=lambda organization: organization.book.table(Noun.RECURRING_BILL),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        updated="Recurring Bill information has been updated.",
        deleted="The recurring bill has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
_ID: Final = "/recurringbills/{recurring_bill_id}"
# Reading and deleting one have the noun with an underline in the vendor's documents, everything else without.
_READ: Final = "/recurring_bills/{recurring_bill_id}"
_UNFILTERED: Final = "filters by what is neither name, vendor, currency, dates nor status"
HANDLERS: Final = (
    Emulated("POST", "/recurringbills", creates(MODULE), SPECIFIED),
    Emulated("GET", "/recurringbills", lists(MODULE), SPECIFIED, missing=_UNFILTERED),
    Emulated("GET", _READ, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _READ, deletes(MODULE), SPECIFIED),
    *stops_and_resumes(
        MODULE,
        _ID,
        StopRecurringBill,
        ResumeRecurringBill,
        stopped="The recurring bill has been stopped.",
        resumed="The recurring bill has been activated.",
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
