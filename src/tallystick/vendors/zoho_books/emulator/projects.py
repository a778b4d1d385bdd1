"""Projects with their tasks and staff: wire form, operations, and invoices of the time spent on them.

The time itself is in `time_entries`.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.invoice import CreateInvoice
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.project import (
    ActivateProject,
    Billing,
    CreateProject,
    DeactivateProject,
    DeleteProject,
    Project,
    ProjectStaff,
    ProjectTask,
    TimeEntry,
    UpdateProject,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, given, rows, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.invoices import MODULE as INVOICES
from tallystick.vendors.zoho_books.emulator.kept import CUSTOM_FIELDS, keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    identities_of,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import comment_handlers
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("projects")["detail"]
ROW: Final = shapes("projects")["row"]
BILLINGS: Final = {
    "fixed_cost_for_project": Billing.FIXED_COST,
    "based_on_project_hours": Billing.PROJECT_HOURS,
    "based_on_task_hours": Billing.TASK_HOURS,
    "based_on_staff_hours": Billing.STAFF_HOURS,
}
BILLING: Final = {billing: wire for wire, billing in BILLINGS.items()}
HOUR: Final = 3_600


def _hours(value: Any, wire: str) -> Decimal:
    """Read hours: a number, or hours and minutes as `HH:MM`; empty means none."""
    words = text(value, wire)
    if not words:
        return Decimal(0)
    hours, colon, minutes = words.partition(":")
    return amount(hours, wire) + (amount(minutes, wire) / 60 if colon else 0)


TASK_FIELDS: Final = (
    Field("task_id", "id", text),
    Field("task_name", "name", text),
    Field("description", "description", text),
    Field("rate", "rate", amount),
    Field("budget_hours", "budget_hours", _hours),
)
STAFF_FIELDS: Final = (
    Field("user_id", "user_id", text),
    Field("rate", "rate", amount),
    Field("budget_hours", "budget_hours", _hours),
    Field("cost_rate", "cost_rate", amount),
)


def _tasks(value: Any, wire: str) -> tuple[ProjectTask, ...]:
    return tuple(ProjectTask(**given(row, TASK_FIELDS)) for row in rows(value, wire))


def _staff(value: Any, wire: str) -> tuple[ProjectStaff, ...]:
    return tuple(ProjectStaff(**{"user_id": "", **given(row, STAFF_FIELDS)}) for row in rows(value, wire))


KEPT: Final = (CUSTOM_FIELDS,)
FIELDS: Final = (
    Field("project_name", "name", text),
    Field("customer_id", "contact_id", text),
    Field("description", "description", text),
    Field("billing_type", "billing", choice(BILLINGS)),
    Field("rate", "rate", amount),
    Field("budget_type", "budget_type", text),
    Field("budget_hours", "budget_hours", _hours),
    Field("budget_amount", "budget_amount", amount),
    Field("tasks", "tasks", _tasks),
    Field("users", "staff", _staff),
)


def clock(seconds: int) -> str:
    """Return time as the wire has it: `02:30`."""
    return f"{seconds // HOUR:02d}:{seconds % HOUR // 60:02d}"


def entries_of(call: Call, project: Project) -> list[TimeEntry]:
    """Return the time spent on a project."""
    return [one for one in call.organization.book.table(BookKind.TIME_ENTRY).values() if one.project_id == project.id]


def _sum(entries: Iterable[TimeEntry]) -> str:
    return clock(sum(entry.seconds for entry in entries))


def task_row(call: Call, project: Project, task: ProjectTask, entries: list[TimeEntry]) -> dict[str, Any]:
    """Return one task with the time spent on it."""
    own = [entry for entry in entries if entry.task_id == task.id]
    return {
        "project_id": project.id,
        "project_name": project.name,
        "customer_id": project.contact_id,
        "customer_name": call.organization.book.contacts[project.contact_id].name,
        "currency_id": project.currency_id,
        "task_id": task.id,
        "task_name": task.name,
        "description": task.description,
        "rate": task.rate,
        "budget_hours": str(task.budget_hours),
        "total_hours": _sum(own),
        "log_time": _sum(own),
        "billed_hours": _sum(entry for entry in own if entry.invoice_id),
        "un_billed_hours": _sum(entry for entry in own if entry.billable and not entry.invoice_id),
        "non_billable_hours": _sum(entry for entry in own if not entry.billable),
        "status": "active",
        "is_billable": task.billable,
    }


def staff_row(call: Call, member: ProjectStaff, entries: list[TimeEntry]) -> dict[str, Any]:
    """Return one user of a project with the time they spent on it."""
    user = call.organization.book.users[member.user_id]
    return {
        "user_id": user.id,
        "is_current_user": user.id == call.user_id,
        "user_name": user.name,
        "email": user.email,
        "user_role": user.role,
        "status": user.status.value,
        "rate": member.rate,
        "budget_hours": str(member.budget_hours),
        "cost_rate": member.cost_rate,
        "total_hours": _sum(entry for entry in entries if entry.worker_id == user.id),
    }


def _common(call: Call, project: Project) -> dict[str, Any]:
    entries = entries_of(call, project)
    book = call.organization.book
    billed = [entry for entry in entries if entry.invoice_id]
    unbilled = [entry for entry in entries if entry.billable and not entry.invoice_id]
    return {
        "project_id": project.id,
        "project_name": project.name,
        "customer_id": project.contact_id,
        "customer_name": book.contacts[project.contact_id].name,
        "currency_code": book.currencies[project.currency_id].code,
        "description": project.description,
        "status": "active" if project.active else "inactive",
        "billing_type": BILLING[project.billing],
        "rate": project.rate,
        "budget_type": project.budget_type,
        "created_time": project.created_at,
        "total_hours": _sum(entries),
        "billable_hours": _sum(entry for entry in entries if entry.billable),
        "non_billable_hours": _sum(entry for entry in entries if not entry.billable),
        "billed_hours": _sum(billed),
        "un_billed_hours": _sum(unbilled),
        "billed_amount": _worth(project, billed),
        "un_billed_amount": _worth(project, unbilled),
        "billable_amount": _worth(project, [*billed, *unbilled]),
        "total_amount": _worth(project, [*billed, *unbilled]),
        "tasks": [task_row(call, project, task, entries) for task in project.tasks],
        "users": [staff_row(call, member, entries) for member in project.staff],
    }


def rate_of(project: Project, entry: TimeEntry) -> Decimal:
    """Return the price of an hour of an entry by the project's way of billing; nothing at a fixed cost."""
    if project.billing is Billing.PROJECT_HOURS:
        return project.rate
    if project.billing is Billing.TASK_HOURS:
        return next((task.rate for task in project.tasks if task.id == entry.task_id), Decimal(0))
    if project.billing is Billing.STAFF_HOURS:
        return next((member.rate for member in project.staff if member.user_id == entry.worker_id), Decimal(0))
    return Decimal(0)


def _worth(project: Project, entries: Iterable[TimeEntry]) -> Decimal:
    found = sum((rate_of(project, entry) * entry.seconds / HOUR for entry in entries), Decimal(0))
    return round(found, 2)


def row(call: Call, project: Project) -> dict[str, Any]:
    """Return one row of the list of projects."""
    found = _common(call, project)
    return {name: found.get(name, default) for name, default in ROW.items()}


def detail(call: Call, project: Project) -> dict[str, Any]:
    """Return one project with all keys."""
    found = _common(call, project)
    filled = {name: found.get(name, default) for name, default in DETAIL.items()}
    return {**filled, **kept(call.organization, project.id)}


def create(call: Call) -> Project:
    """Begin a project. Raises Refused: 4 without a name, 1002 without a customer."""
    if call.body.get("customer_id") not in call.organization.book.contacts:
        raise Refused("customer_not_accessible")
    for name in ("project_name", "billing_type"):
        if not call.body.get(name):
            raise Refused("missing_value", field=name)
    project: Project = call.organization.execute(CreateProject(user_id=call.user_id, **given(call.body, FIELDS)))
    keep(call.organization, project.id, call.body, KEPT)
    return project


def update(call: Call, project: Project) -> Project:
    """Change a project; what the body does not mention stays."""
    fields = given(call.body, FIELDS)
    changed: Project = call.organization.execute(UpdateProject(id=project.id, user_id=call.user_id, **fields))
    keep(call.organization, project.id, call.body, KEPT)
    return changed


def _customer(view: Any, project: Project) -> str:
    return str(view.book.contacts[project.contact_id].name).casefold()


MODULE: Final = Module(
    label="Project",
    path="/projects",
    identity="project_id",
    kind="project",
    key="project",
    list_key="projects",
    documents=lambda organization: organization.book.table(BookKind.PROJECT),
    row=row,
    detail=detail,
    listing=Listing(
        report_name="Projects",
        columns=(
            Column("project_name", lambda _, project: project.name.casefold()),
            Column("customer_name", _customer, looks_at=("contact",)),
            Column("customer_id", lambda _, project: project.contact_id),
            Column("rate", lambda _, project: project.rate, Kind.NUMBER),
            Column("status", lambda _, project: "active" if project.active else "inactive"),
            Column("created_time", lambda _, project: project.created_at, Kind.TIME),
        ),
        sort="created_time",
        descending=True,
        sorts=("project_name", "customer_name", "rate", "created_time"),
        filters=(Filter("customer_id", many=True),),
        views={
            "Status.All": (),
            "Status.Active": (equals("status", "active"),),
            "Status.Inactive": (equals("status", "inactive"),),
        },
        view="Status.All",
    ),
    messages=Messages(
        created="The project has been created.",
        updated="The project information has been updated.",
        deleted="The project has been deleted",
    ),
    create=create,
    update=update,
    delete=lambda call, identity: call.organization.execute(DeleteProject(id=identity, user_id=call.user_id)),
)


def clone(call: Call) -> Answer:
    """Begin a project like another one, under the name the body gives."""
    old: Project = MODULE.named(call)
    name = text(call.body.get("project_name", ""), "project_name") or f"{old.name} (copy)"
    tasks = tuple(replace(task, id="") for task in old.tasks)
    made = call.organization.execute(
        CreateProject(
            name=name,
            contact_id=old.contact_id,
            billing=old.billing,
            rate=old.rate,
            description=text(call.body.get("description", old.description), "description"),
            budget_type=old.budget_type,
            budget_hours=old.budget_hours,
            budget_amount=old.budget_amount,
            tasks=tasks,
            staff=old.staff,
            user_id=call.user_id,
        )
    )
    return Answer(message="Project has been cloned successfully.", key="project", value=detail(call, made), status=201)


def list_invoices(call: Call) -> Answer:
    """List the invoices with a line of a project."""
    project: Project = MODULE.named(call)
    found = [
        invoice
        for invoice in call.organization.book.invoices.values()
        if any(line.project_id == project.id for line in invoice.lines)
    ]
    few = context_of_few(call, [INVOICES.row(call, invoice) for invoice in found])
    return Answer(key="invoices", value=few.rows, extra={"page_context": few.context})


def create_invoices(call: Call) -> Answer:
    """Make a draft invoice of each project's unbilled time, a line a task; of all of them or of none.

    A project at a fixed cost is billed its price. Raises Refused when nothing is left to be billed.
    """
    for identity in identities_of(MODULE, call, "project_ids"):
        project: Project = MODULE.find(call.organization, identity)
        lines = _lines_of(call, project)
        if not lines:
            raise Refused("rule", sentence="There is no unbilled time to be invoiced.")
        call.organization.execute(CreateInvoice(contact_id=project.contact_id, lines=lines, user_id=call.user_id))
    return Answer()


def _lines_of(call: Call, project: Project) -> tuple[LineFields, ...]:
    unbilled = [entry for entry in entries_of(call, project) if entry.billable and not entry.invoice_id]
    if project.billing is Billing.FIXED_COST:
        identities = tuple(entry.id for entry in unbilled)
        return (LineFields(name=project.name, rate=project.rate, project_id=project.id, time_entry_ids=identities),)
    groups: dict[tuple[str, Decimal], list[TimeEntry]] = {}
    for entry in unbilled:
        groups.setdefault((entry.task_id, rate_of(project, entry)), []).append(entry)
    names = {task.id: task.name for task in project.tasks}
    return tuple(
        LineFields(
            name=names.get(task_id, project.name),
            description=project.name,
            quantity=round(Decimal(sum(entry.seconds for entry in entries)) / HOUR, 2),
            rate=rate,
            project_id=project.id,
            time_entry_ids=tuple(entry.id for entry in entries),
        )
        for (task_id, rate), entries in groups.items()
    )


_ID: Final = "/projects/{project_id}"
HANDLERS: Final = (
    Emulated("POST", "/projects", creates(MODULE), RECORDED),
    Emulated("GET", "/projects", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated(
        "POST",
        f"{_ID}/active",
        acts(MODULE, becomes(ActivateProject), "The Project has been marked as active."),
        RECORDED,
    ),
    Emulated(
        "POST",
        f"{_ID}/inactive",
        acts(MODULE, becomes(DeactivateProject), "The project has been marked as inactive."),
        RECORDED,
    ),
    Emulated("POST", f"{_ID}/clone", clone, SPECIFIED),
    Emulated("GET", f"{_ID}/invoices", list_invoices, SPECIFIED),
    Emulated("POST", "/invoices/fromprojects", create_invoices, SPECIFIED),
    *comment_handlers(MODULE, _ID, updates=False),
)
