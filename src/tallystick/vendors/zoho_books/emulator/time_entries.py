"""Time spent on the tasks of projects: wire form, operations and the timer. Invoicing it is in `projects`."""

from datetime import UTC
from typing import Any, Final

from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.project import (
    CreateTimeEntry,
    DeleteTimeEntry,
    StartTimer,
    StopTimer,
    TimeEntry,
    UpdateTimeEntry,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, flag, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind, Op
from tallystick.vendors.zoho_books.emulator.listing import Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.projects import HOUR, clock
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.spans import CURRENT, PREVIOUS, names_of

DETAIL: Final = shapes("time_entries")["detail"]
ROW: Final = shapes("time_entries")["row"]


def _seconds(value: Any, wire: str) -> int:
    """Read hours and minutes as `HH:MM`. Raises Refused (code 2)."""
    hours, colon, minutes = text(value, wire).partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(hours) <= 2 and int(minutes) < 60):
        raise Refused("invalid_value", field=wire)
    return int(hours) * HOUR + int(minutes) * 60


FIELDS: Final = (
    Field("project_id", "project_id", text),
    Field("task_id", "task_id", text),
    Field("user_id", "worker_id", text),
    Field("log_date", "date", day),
    Field("log_time", "seconds", _seconds),
    Field("begin_time", "begin_time", text),
    Field("end_time", "end_time", text),
    Field("is_billable", "billable", flag),
    Field("notes", "notes", text),
    Field("cost_rate", "cost_rate", amount),
)


def _fields(call: Call) -> dict[str, Any]:
    """Return the Book's fields of a body; begin and end make the time when it is not said itself. Raises Refused."""
    body = {name: value for name, value in call.body.items() if value != ""}
    fields = given(body, FIELDS)
    if "seconds" not in fields and fields.get("begin_time") and fields.get("end_time"):
        begin, end = (_seconds(fields[name], name) for name in ("begin_time", "end_time"))
        if end < begin:
            raise Refused("invalid_value", field="end_time")
        fields["seconds"] = end - begin
    return fields


def detail(call: Call, entry: TimeEntry) -> dict[str, Any]:
    """Return one time entry with all keys."""
    book = call.organization.book
    project = book.table(BookKind.PROJECT)[entry.project_id]
    started = entry.timer_started_at
    run = 0 if started is None else max(int((call.now.astimezone(UTC) - started).total_seconds()), 0)
    return {
        **DETAIL,
        "time_entry_id": entry.id,
        "project_id": project.id,
        "project_name": project.name,
        "customer_id": project.contact_id,
        "customer_name": book.contacts[project.contact_id].name,
        "task_id": entry.task_id,
        "task_name": next((task.name for task in project.tasks if task.id == entry.task_id), ""),
        "user_id": entry.worker_id,
        "user_name": book.users[entry.worker_id].name,
        "is_current_user": entry.worker_id == call.user_id,
        "log_date": entry.date,
        "begin_time": entry.begin_time,
        "end_time": entry.end_time,
        "log_time": clock(entry.seconds),
        "is_billable": entry.billable,
        "billed_status": "invoiced" if entry.invoice_id else "unbilled" if entry.billable else "non_billable",
        "invoice_id": entry.invoice_id,
        "notes": entry.notes,
        "timer_started_at": "" if started is None else started.astimezone(call.now.tzinfo).strftime("%H:%M"),
        "timer_started_at_utc_time": "" if started is None else started.strftime("%H:%M"),
        "timer_duration_in_minutes": run // 60,
        "timer_duration_in_seconds": run,
        "created_time": entry.created_at,
        "cost_rate": entry.cost_rate,
    }


def row(call: Call, entry: TimeEntry) -> dict[str, Any]:
    """Return one row of the list of time entries."""
    found = detail(call, entry)
    return {name: found.get(name, default) for name, default in ROW.items()}


def create(call: Call) -> TimeEntry:
    """Log time, or start a timer with `start_timer`. Raises Refused (4) without a project or a task."""
    for name in ("project_id", "task_id"):
        if not call.body.get(name):
            raise Refused("missing_value", field=name)
    fields = _fields(call)
    running = call.body.get("start_timer") is True
    entry: TimeEntry = call.organization.execute(CreateTimeEntry(user_id=call.user_id, running=running, **fields))
    return entry


def update(call: Call, entry: TimeEntry) -> TimeEntry:
    """Change time that is not invoiced."""
    changed: TimeEntry = call.organization.execute(UpdateTimeEntry(id=entry.id, user_id=call.user_id, **_fields(call)))
    return changed


def _project_name(view: Any, entry: TimeEntry) -> str:
    return str(view.book.table(BookKind.PROJECT)[entry.project_id].name).casefold()


def _billed(entry: TimeEntry) -> str:
    return "invoiced" if entry.invoice_id else "unbilled"


MODULE: Final = Module(
    label="Time entry",
    path="/projects/timeentries",
    identity="time_entry_id",
    kind="time_entry",
    key="time_entry",
    list_key="time_entries",
    documents=lambda organization: organization.book.table(BookKind.TIME_ENTRY),
    row=row,
    detail=detail,
    listing=Listing(
        report_name="Timesheet",
        columns=(
            Column("project_id", lambda _, entry: entry.project_id),
            Column("project_name", _project_name, looks_at=("project",)),
            Column("user_id", lambda _, entry: entry.worker_id),
            Column("log_date", lambda _, entry: entry.date, Kind.DATE),
            Column("status", lambda _, entry: _billed(entry)),
            Column("period", lambda view, entry: names_of(view, entry.date), Kind.TEXTS, daily=True),
            Column("created_time", lambda _, entry: entry.created_at, Kind.TIME),
        ),
        sort="log_date",
        descending=True,
        sorts=("project_name", "log_date"),
        filters=(
            Filter("project_id"),
            Filter("user_id"),
            Filter("from_date", {"": Op.GREATER_EQUAL}, "log_date"),
            Filter("to_date", {"": Op.LESS_EQUAL}, "log_date"),
        ),
        views={
            "Date.All": (),
            "Date.CustomDate": (),
            **{f"Date.{name}": (equals("period", name),) for name in (*CURRENT, *PREVIOUS)},
            "Status.All": (),
            "Status.Unbilled": (equals("status", "unbilled"),),
            "Status.Invoiced": (equals("status", "invoiced"),),
        },
        view="Date.All",
    ),
    messages=Messages(
        created="Your timesheet entry has been added.",
        updated="The timesheet's information has been updated.",
        deleted="The time entry has been deleted.",
        deleted_many="The selected timesheet entries have been deleted",
    ),
    create=create,
    update=update,
    delete=lambda call, identity: call.organization.execute(DeleteTimeEntry(id=identity, user_id=call.user_id)),
)


def _running(call: Call) -> TimeEntry | None:
    entries = call.organization.book.table(BookKind.TIME_ENTRY).values()
    mine = (one for one in entries if one.worker_id == call.user_id and one.timer_started_at is not None)
    return next(mine, None)


def start(call: Call) -> Answer:
    """Start the timer of a time entry."""
    entry = call.organization.execute(StartTimer(id=MODULE.named(call).id, user_id=call.user_id))
    return Answer(message="The timer has been started.", key="time_entry", value=detail(call, entry))


def stop(call: Call) -> Answer:
    """Stop the caller's running timer. Raises Refused when none runs."""
    running = _running(call)
    if running is None:
        raise Refused("rule", sentence="There is no running timer.")
    entry = call.organization.execute(StopTimer(id=running.id, user_id=call.user_id))
    return Answer(message="Timer has been stopped successfully.", key="time_entry", value=detail(call, entry))


def get_running(call: Call) -> Answer:
    """Read the caller's running timer; with none the answer has no entry."""
    running = _running(call)
    return Answer() if running is None else Answer(key="time_entry", value=detail(call, running))


_ID: Final = "/projects/timeentries/{time_entry_id}"
HANDLERS: Final = (
    Emulated("POST", "/projects/timeentries", creates(MODULE), SPECIFIED),
    Emulated("GET", "/projects/timeentries", lists(MODULE), SPECIFIED),
    Emulated("DELETE", "/projects/timeentries", deletes_many(MODULE, "time_entry_ids"), SPECIFIED),
    Emulated("GET", "/projects/timeentries/runningtimer/me", get_running, SPECIFIED),
    Emulated("POST", "/projects/timeentries/timer/stop", stop, SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("POST", f"{_ID}/timer/start", start, SPECIFIED),
)
