"""Recurring journals: what they say beside the rest of profiles. Journals are made of them as time passes, not here."""

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
from tallystick.vendors.zoho_books.emulator.listing import Filter
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
from tallystick.vendors.zoho_books.emulator.schedules import SCHEDULE_FIELDS, lists_made, stops_and_resumes
from tallystick.vendors.zoho_books.emulator.shape import Template

FIELDS: Final = (*SCHEDULE_FIELDS, Field("status", "makes", choice(journals.STARTS)))
SCHEDULE_ASSUMED: Final = "assumed(the documents leave the schedule out of the body; it is as of every recurring noun)"


def _figures(call: Call, profile: RecurringJournal, _: Template) -> dict[str, Any]:
    currency = call.organization.book.currencies[profile.currency_id]
    return {
        "journal_id": profile.id,
        "entry_number": profile.number,
        "journal_date": profile.date,
        "reference_number": profile.reference,
        "notes": profile.notes,
        "journal_type": "both",
        "currency_id": currency.id,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "exchange_rate": profile.exchange_rate,
        "price_precision": profile.places,
        "total": profile.total,
        "bcy_total": profile.base_total,
        **journals.tax_fields(profile),
    }


def _fields(call: Call, old: RecurringJournal | None) -> dict[str, Any]:
    """Return the fields of a body; a new profile falls due monthly unless another frequency is said.

    Raises Refused: 2 for a line that cannot be read.
    """
    if old is None and not call.body.get("line_items"):
        raise Refused("no_line_items")
    begins = {"frequency": Frequency.MONTHS} if old is None else {}
    return {**begins, **journals.fields_given(call), **given(call.body, FIELDS)}


PROFILE: Final = Profile(
    label="Recurring Journal",
    path="/recurringjournals",
    kind="recurring_journal",
    key="journal",
    list_key="recurring_journals",
    report_name="Recurring Journals",
    noun=Noun.RECURRING_JOURNAL,
    shape="recurring_journals",
    coming="next_journal_date",
    needs=("journal_date",),
    create=CreateRecurringJournal,
    update=UpdateRecurringJournal,
    delete=DeleteRecurringJournal,
    messages=Messages(
        created="The journal entry has been created.",
        updated="The journal entry has been updated.",
        deleted="The selected journal entry has been deleted.",
    ),
    fields=_fields,
    figures=_figures,
    lines=journals.line_rows,
    kept=journals.KEPT,
    columns=(
        Column("account_id", lambda _, profile: tuple({line.account_id for line in profile.lines}), Kind.TEXTS),
        Column("total", lambda _, profile: profile.total, Kind.NUMBER),
        Column("bcy_total", lambda _, profile: profile.base_total, Kind.NUMBER),
    ),
    sorts=("created_time", "total", "bcy_total"),
    filters=(Filter("account_id"),),
)
MODULE: Final = profile_module(PROFILE)
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
