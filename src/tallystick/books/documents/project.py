"""Projects with their tasks, the time spent on them, and the commands about both. No rule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class Billing(StrEnum):
    """How a project's time becomes money."""

    FIXED_COST = "fixed_cost"
    PROJECT_HOURS = "project_hours"
    TASK_HOURS = "task_hours"
    STAFF_HOURS = "staff_hours"


class ProjectTask(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A piece of a project's work; `rate` is per hour. A command may leave `id` empty for a new task."""

    id: str = ""
    name: str = ""
    description: str = ""
    rate: Decimal = Decimal(0)
    budget_hours: Decimal = Decimal(0)
    billable: bool = True


class ProjectStaff(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A user who works on a project; `rate` is what an hour is billed at, `cost_rate` what it costs."""

    user_id: str
    rate: Decimal = Decimal(0)
    budget_hours: Decimal = Decimal(0)
    cost_rate: Decimal = Decimal(0)


class Project(Document, frozen=True, kw_only=True, gc=False):
    """Work for a customer. `rate` is the whole price when billed at a fixed cost, else the price of an hour."""

    name: str
    contact_id: str
    currency_id: str
    billing: Billing
    rate: Decimal = Decimal(0)
    description: str = ""
    budget_type: str = ""
    budget_hours: Decimal = Decimal(0)
    budget_amount: Decimal = Decimal(0)
    tasks: tuple[ProjectTask, ...] = ()
    staff: tuple[ProjectStaff, ...] = ()
    active: bool = True


class ProjectFields(Command, frozen=True, kw_only=True):
    """What may be said of a project; tasks and staff are replaced whole."""

    name: Given[str] = msgspec.UNSET
    contact_id: Given[str] = msgspec.UNSET
    billing: Given[Billing] = msgspec.UNSET
    rate: Given[Decimal] = msgspec.UNSET
    description: Given[str] = msgspec.UNSET
    budget_type: Given[str] = msgspec.UNSET
    budget_hours: Given[Decimal] = msgspec.UNSET
    budget_amount: Given[Decimal] = msgspec.UNSET
    tasks: Given[tuple[ProjectTask, ...]] = msgspec.UNSET
    staff: Given[tuple[ProjectStaff, ...]] = msgspec.UNSET


class CreateProject(ProjectFields, frozen=True, kw_only=True):
    """Begin a project; name, customer and way of billing are required."""


class UpdateProject(ProjectFields, frozen=True, kw_only=True):
    """Change a project; a task that time was spent on cannot be left out."""

    id: str


class DeleteProject(Target, frozen=True, kw_only=True):
    """Remove a project that no time was spent on and no line names."""


class ActivateProject(Target, frozen=True, kw_only=True):
    """Let time be spent on a project again."""


class DeactivateProject(Target, frozen=True, kw_only=True):
    """Keep new time from being spent on a project."""


class TimeEntry(Document, frozen=True, kw_only=True, gc=False):
    """Time a user spent on a task, in whole seconds; a running timer adds to it since `timer_started_at`."""

    project_id: str
    task_id: str
    worker_id: str
    date: dt.date
    seconds: int = 0
    begin_time: str = ""
    end_time: str = ""
    billable: bool = True
    notes: str = ""
    cost_rate: Decimal = Decimal(0)
    timer_started_at: dt.datetime | None = None
    invoice_id: str = ""


class TimeEntryFields(Command, frozen=True, kw_only=True):
    """What may be said of a time entry."""

    project_id: Given[str] = msgspec.UNSET
    task_id: Given[str] = msgspec.UNSET
    worker_id: Given[str] = msgspec.UNSET
    date: Given[dt.date] = msgspec.UNSET
    seconds: Given[int] = msgspec.UNSET
    begin_time: Given[str] = msgspec.UNSET
    end_time: Given[str] = msgspec.UNSET
    billable: Given[bool] = msgspec.UNSET
    notes: Given[str] = msgspec.UNSET
    cost_rate: Given[Decimal] = msgspec.UNSET


class CreateTimeEntry(TimeEntryFields, frozen=True, kw_only=True):
    """Log time on a task; `running` starts a timer on it."""

    running: bool = False


class UpdateTimeEntry(TimeEntryFields, frozen=True, kw_only=True):
    """Change a time entry that is not invoiced."""

    id: str


class DeleteTimeEntry(Target, frozen=True, kw_only=True):
    """Remove a time entry that is not invoiced."""


class StartTimer(Target, frozen=True, kw_only=True):
    """Start the timer of a time entry; the worker's other timer, if any, stops."""


class StopTimer(Target, frozen=True, kw_only=True):
    """Stop the timer of a time entry and add what it has run."""
