"""Recurring journals: their wire form and their operations. Journals are made of them as time passes, not here."""

from typing import Any, Final

from tallystick.books.change import Kind as Noun
from tallystick.books.documents.recurring_journal import (
    CreateRecurringJournal,
    DeleteRecurringJournal,
    RecurringJournal,
    ResumeRecurringJournal,
    StopRecurringJournal,
    UpdateRecurringJournal,
)
from tallystick.books.documents.schedule import Frequency
from tallystick.vendors.zoho_books.emulator import journals
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, choice, given
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Filter, Listing
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
from tallystick.vendors.zoho_books.emulator.schedules import (
    SCHEDULE_FIELDS,
    VIEWS,
    lists_made,
    required,
    schedule_columns,
    schedule_row,
    status_column,
    status_of,
    stops_and_resumes,
)
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes

DETAIL: Final = shapes("recurring_journals")["detail"]
ROW: Final = shapes("recurring_journals")["row"]
FIELDS: Final = (*SCHEDULE_FIELDS, Field("status", "makes", choice(journals.STARTS)))
SCHEDULE_ASSUMED: Final = "assumed(the documents leave the schedule out of the body; it is as of every recurring noun)"


def _shown(call: Call, profile: RecurringJournal, template: Template) -> dict[str, Any]:
    currency = call.organization.book.currencies[profile.currency_id]
    pool = {
        "journal_id": profile.id,
        "recurring_journal_id": profile.id,
        "entry_number": profile.number,
        "recurrence_name": profile.number,
        "journal_date": profile.date,
        "reference_number": profile.reference,
        "notes": profile.notes,
        "status": status_of(call, profile),
        "journal_type": "both",
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": profile.exchange_rate,
        "price_precision": profile.places,
        "total": profile.total,
        "bcy_total": profile.base_total,
        "created_time": profile.created_at,
        "last_modified_time": profile.modified_at,
        **journals.tax_fields(profile),
        **schedule_row(profile, last="last_created_date", coming="next_journal_date"),
        **kept(call.organization, profile.id),
    }
    return {name: pool.get(name, default) for name, default in template.items()}


def row(call: Call, profile: RecurringJournal) -> dict[str, Any]:
    """Return one row of the list of profiles."""
    return _shown(call, profile, ROW)


def detail(call: Call, profile: RecurringJournal) -> dict[str, Any]:
    """Return one profile with all keys."""
    return {**_shown(call, profile, DETAIL), "line_items": journals.line_rows(call, profile)}


def create(call: Call) -> RecurringJournal:
    """Make a profile that starts on its start date, else on its journal date, monthly unless another is said.

    Raises Refused: 4 without a date, 2 for a line that cannot be read.
    """
    required(call, "journal_date")
    if not call.body.get("line_items"):
        raise Refused("no_line_items")
    said = {**journals.fields_given(call), **given(call.body, FIELDS)}
    fields = {"frequency": Frequency.MONTHS, **said}
    profile: RecurringJournal = call.organization.execute(CreateRecurringJournal(user_id=call.user_id, **fields))
    keep(call.organization, profile.id, call.body, journals.KEPT)
    return profile


def update(call: Call, profile: RecurringJournal) -> RecurringJournal:
    """Change a profile; fields the body does not mention stay, and so do the journals it has made."""
    fields = {**journals.fields_given(call), **given(call.body, FIELDS)}
    command = UpdateRecurringJournal(id=profile.id, user_id=call.user_id, **fields)
    changed: RecurringJournal = call.organization.execute(command)
    keep(call.organization, profile.id, call.body, journals.KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a profile; the journals it has made stay."""
    call.organization.execute(DeleteRecurringJournal(id=identity, user_id=call.user_id))


LISTING: Final = Listing(
    report_name="Recurring Journals",
    columns=(
        Column("account_id", lambda _, profile: tuple({line.account_id for line in profile.lines}), Kind.TEXTS),
        Column("total", lambda _, profile: profile.total, Kind.NUMBER),
        Column("bcy_total", lambda _, profile: profile.base_total, Kind.NUMBER),
        Column("created_time", lambda _, profile: profile.created_at, Kind.TIME),
        *schedule_columns(coming="next_journal_date"),
        status_column(),
    ),
    sort="created_time",
    descending=True,
    sorts=("created_time", "total", "bcy_total"),
    filters=(Filter("account_id"), Filter("status", many=True)),
    views=VIEWS,
    view="Status.All",
)
MODULE: Final = Module(
    label="Recurring Journal",
    path="/recurringjournals",
    identity="recurring_journal_id",
    kind="recurring_journal",
    key="journal",
    list_key="recurring_journals",
    documents=lambda organization: organization.book.table(Noun.RECURRING_JOURNAL),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The journal entry has been created.",
        updated="The journal entry has been updated.",
        deleted="The selected journal entry has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
_ID: Final = "/recurringjournals/{recurring_journal_id}"
HANDLERS: Final = (
    Emulated("POST", "/recurringjournals", creates(MODULE), SCHEDULE_ASSUMED),
    Emulated("GET", "/recurringjournals", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SCHEDULE_ASSUMED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    *stops_and_resumes(MODULE, _ID, StopRecurringJournal, ResumeRecurringJournal, stopped="success", resumed="success"),
    Emulated("GET", f"{_ID}/journals", lists_made(MODULE, journals.MODULE, "journals"), SPECIFIED),
)
