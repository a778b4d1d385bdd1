"""What commands about projects and the time spent on them do. How time is invoiced stands in `links`."""

from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.project import (
    ActivateProject,
    CreateProject,
    CreateTimeEntry,
    DeactivateProject,
    DeleteProject,
    DeleteTimeEntry,
    Project,
    ProjectFields,
    StartTimer,
    StopTimer,
    TimeEntry,
    TimeEntryFields,
    UpdateProject,
    UpdateTimeEntry,
)
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, deletes, given, new_stamp, required_name, sets_active, stamp
from tallystick.books.work import Work

PARTS_MAX: Final = 1_000
SECONDS_MAX: Final = 86_400
"""Time on one entry: a day."""


def _amounts(fields: dict[str, Any]) -> None:
    for name in ("rate", "budget_hours", "budget_amount"):
        if fields.get(name, 0) < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=name, amount=str(fields[name]))


def _parts(work: Work, command: ProjectFields, old: Project | None) -> dict[str, Any]:
    """Return tasks and staff, checked; new tasks get ids."""
    tasks = chosen(command.tasks, old.tasks if old else ())
    staff = chosen(command.staff, old.staff if old else ())
    for name, parts in (("tasks", tasks), ("staff", staff)):
        if len(parts) > PARTS_MAX:
            raise Refused(Reason.TOO_MANY_PARTS, field=name, parts=len(parts), parts_max=PARTS_MAX)
    known = {task.id for task in old.tasks} if old else set()
    names: set[str] = set()
    for index, task in enumerate(tasks):
        name = required_name(task.name, f"tasks[{index}].name").casefold()
        if name in names:
            raise Refused(Reason.DUPLICATE_NAME, field=f"tasks[{index}].name", kind="project_task", value=task.name)
        names.add(name)
        if task.id and task.id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"tasks[{index}].id", kind="project_task", id=task.id)
        if task.rate < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=f"tasks[{index}].rate", amount=str(task.rate))
    for identity in known - {task.id for task in tasks}:
        if work.is_used(identity):
            raise Refused(Reason.IN_USE, field="tasks", kind="project_task", id=identity)
    for index, member in enumerate(staff):
        work.find(Kind.USER, member.user_id, f"staff[{index}].user_id")
    return {
        "tasks": tuple(task if task.id else replace(task, id=work.new_id()) for task in tasks),
        "staff": staff,
    }


def create_project(work: Work, command: CreateProject) -> Project:
    """Begin a project."""
    contact = work.customer(chosen(command.contact_id, ""))
    fields = given(command)
    if "billing" not in fields:
        raise Refused(Reason.REQUIRED, field="billing")
    _amounts(fields)
    fields |= _parts(work, command, None)
    fields["name"] = required_name(command.name)
    work.refuse_taken(Kind.PROJECT, "name", fields["name"], own_id="", reason=Reason.DUPLICATE_NAME)
    fields["contact_id"] = contact.id
    project = Project(id=work.new_id(), currency_id=contact.currency_id, **fields, **new_stamp(work))
    work.put(Kind.PROJECT, project)
    return project


def update_project(work: Work, command: UpdateProject) -> Project:
    """Change a project; its customer is fixed once time was spent on it."""
    old: Project = work.find(Kind.PROJECT, command.id)
    fields = given(command)
    _amounts(fields)
    fields |= _parts(work, command, old)
    fields["name"] = required_name(chosen(command.name, old.name))
    work.refuse_taken(Kind.PROJECT, "name", fields["name"], own_id=old.id, reason=Reason.DUPLICATE_NAME)
    contact = work.customer(chosen(command.contact_id, old.contact_id), kept=frozenset((old.contact_id,)))
    if contact.id != old.contact_id and work.is_used(old.id):
        raise Refused(Reason.IN_USE, field="contact_id", kind="project", id=old.id)
    new = replace(old, **{**fields, "contact_id": contact.id, "currency_id": contact.currency_id}, **stamp(work))
    work.put(Kind.PROJECT, new)
    return new


def _time_fields(work: Work, command: TimeEntryFields, old: TimeEntry | None) -> dict[str, Any]:
    fields = given(command)
    fields.pop("running", None)
    kept = frozenset((old.project_id,)) if old else frozenset()
    project_id = chosen(command.project_id, old.project_id if old else "")
    project: Project = work.active(Kind.PROJECT, project_id, "project_id", kept=kept)
    task_id = chosen(command.task_id, old.task_id if old else "")
    if task_id not in {task.id for task in project.tasks}:
        raise Refused(Reason.UNKNOWN_ID, field="task_id", kind="project_task", id=task_id)
    worker_id = chosen(command.worker_id, old.worker_id if old else work.user_id)
    work.find(Kind.USER, worker_id, "worker_id")
    seconds = chosen(command.seconds, old.seconds if old else 0)
    if not 0 <= seconds <= SECONDS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="seconds", amount=seconds, low=0, high=SECONDS_MAX)
    if chosen(command.cost_rate, Decimal(0)) < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="cost_rate", amount=str(command.cost_rate))
    return {
        **fields,
        "project_id": project.id,
        "task_id": task_id,
        "worker_id": worker_id,
        "seconds": seconds,
        "date": chosen(command.date, old.date if old else work.today),
    }


def create_time_entry(work: Work, command: CreateTimeEntry) -> TimeEntry:
    """Log time on a task, with a running timer when asked."""
    fields = _time_fields(work, command, None)
    entry = TimeEntry(id=work.new_id(), **fields, **new_stamp(work))
    if command.running:
        _stop_others(work, entry)
        entry = replace(entry, timer_started_at=work.now)
    work.put(Kind.TIME_ENTRY, entry)
    return entry


def _unbilled(work: Work, identity: str) -> TimeEntry:
    entry: TimeEntry = work.find(Kind.TIME_ENTRY, identity)
    if entry.invoice_id:
        raise Refused(Reason.CONVERTED, field="id", id=identity, number="The time entry")
    return entry


def update_time_entry(work: Work, command: UpdateTimeEntry) -> TimeEntry:
    """Change time that is not invoiced."""
    old = _unbilled(work, command.id)
    new = replace(old, **_time_fields(work, command, old), **stamp(work))
    work.put(Kind.TIME_ENTRY, new)
    return new


def delete_time_entry(work: Work, command: Target) -> TimeEntry:
    """Remove time that is not invoiced."""
    entry = _unbilled(work, command.id)
    work.delete(Kind.TIME_ENTRY, entry.id)
    return entry


def start_timer(work: Work, command: StartTimer) -> TimeEntry:
    """Start a timer; a worker has one at a time."""
    entry = _unbilled(work, command.id)
    if entry.timer_started_at is not None:
        raise Refused(Reason.WRONG_STATUS, field="timer", status="running", action="start")
    _stop_others(work, entry)
    entry = replace(entry, timer_started_at=work.now, **stamp(work))
    work.put(Kind.TIME_ENTRY, entry)
    return entry


def stop_timer(work: Work, command: StopTimer) -> TimeEntry:
    """Stop a timer and add what it has run, up to a day."""
    entry = _unbilled(work, command.id)
    if entry.timer_started_at is None:
        raise Refused(Reason.WRONG_STATUS, field="timer", status="stopped", action="stop")
    return _stopped(work, entry)


def _stop_others(work: Work, starting: TimeEntry) -> None:
    for entry in list(work.all(Kind.TIME_ENTRY)):
        if entry.worker_id == starting.worker_id and entry.timer_started_at is not None and entry.id != starting.id:
            _stopped(work, entry)


def _stopped(work: Work, entry: TimeEntry) -> TimeEntry:
    assert entry.timer_started_at is not None
    run = int((work.now - entry.timer_started_at).total_seconds())
    seconds = min(entry.seconds + max(run, 0), SECONDS_MAX)
    stopped = replace(entry, seconds=seconds, timer_started_at=None, **stamp(work))
    work.put(Kind.TIME_ENTRY, stopped)
    return stopped


RULES: Final[dict[type, Rule]] = {
    CreateProject: create_project,
    UpdateProject: update_project,
    DeleteProject: deletes(Kind.PROJECT),
    ActivateProject: sets_active(Kind.PROJECT, active=True),
    DeactivateProject: sets_active(Kind.PROJECT, active=False),
    CreateTimeEntry: create_time_entry,
    UpdateTimeEntry: update_time_entry,
    DeleteTimeEntry: delete_time_entry,
    StartTimer: start_timer,
    StopTimer: stop_timer,
}
