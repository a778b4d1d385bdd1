"""Recurring bills: what they say beside the rest of profiles. Bills are made of them as time passes, not here."""

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
from tallystick.vendors.zoho_books.emulator.listing import DATE, TEXT, Filter
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
from tallystick.vendors.zoho_books.emulator.profiles import Profile, profile_module
from tallystick.vendors.zoho_books.emulator.purchases import (
    PURCHASE_KEPT,
    purchase_fields,
    purchase_figures,
    purchase_lines,
    vendor_name,
)
from tallystick.vendors.zoho_books.emulator.schedules import SCHEDULE_FIELDS, stops_and_resumes
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes
from tallystick.vendors.zoho_books.emulator.terms import FIELDS as TERMS
from tallystick.vendors.zoho_books.emulator.terms import terms_row

LINE: Final = shapes("recurring_bills")["line"]


def _figures(call: Call, profile: RecurringBill, template: Template) -> dict[str, Any]:
    return {**purchase_figures(call.organization.book, profile, template), **terms_row(profile)}


def _fields(call: Call, old: RecurringBill | None) -> dict[str, Any]:
    """Return the fields of a body. Raises Refused: a wrong vendor, a line without an account."""
    return {**purchase_fields(call, new=old is None), **given(call.body, (*SCHEDULE_FIELDS, *TERMS))}


PROFILE: Final = Profile(
    label="Recurring Bill",
    path="/recurringbills",
    kind="recurring_bill",
    key="recurring_bill",
    list_key="recurringbills",
    report_name="Recurring Bills",
    noun=Noun.RECURRING_BILL,
    shape="recurring_bills",
    coming="next_bill_date",
    needs=("recurrence_name", "start_date", "recurrence_frequency", "repeat_every"),
    create=CreateRecurringBill,
    update=UpdateRecurringBill,
    delete=DeleteRecurringBill,
    messages=Messages(
        updated="Recurring Bill information has been updated.",
        deleted="The recurring bill has been deleted.",
    ),
    fields=_fields,
    figures=_figures,
    lines=lambda call, profile: purchase_lines(call.organization, profile, LINE),
    kept=PURCHASE_KEPT,
    columns=(
        Column("recurring_bill_id", lambda _, profile: profile.id),
        Column("vendor_name", vendor_name, looks_at=("contact",)),
        Column("vendor_id", lambda _, profile: profile.contact_id),
        Column("currency_id", lambda _, profile: profile.currency_id),
        Column("total", lambda _, profile: profile.totals.total, Kind.NUMBER),
    ),
    sorts=("vendor_name", "next_bill_date", "recurrence_name", "total", "created_time", "last_modified_time"),
    filters=(
        Filter("recurring_bill_id"),
        Filter("recurrence_name", TEXT),
        Filter("vendor_name", TEXT),
        Filter("vendor_id", many=True),
        Filter("currency_id", many=True),
        Filter("start_date", DATE),
        Filter("end_date", DATE),
    ),
)
MODULE: Final = profile_module(PROFILE)
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
