"""Tasks: what somebody has to do by a day, for a contact or about a document. They are not the tasks of projects.

What project work is made of, and is billed by, is in `project_tasks`.
"""

from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.user import User
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import (
    adds_comment,
    comments_of,
    deletes_comment,
    lists_comments,
)
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import count, rows, text, texts
from tallystick.vendors.zoho_books.emulator.index import Column, Condition, Kind, Op
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    deletes_many,
    detail_of,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, change, field, module_of, records_of
from tallystick.vendors.zoho_books.emulator.parse import WHOLE

NUMBERS: Final = "task_numbers"
"""Where the number of the last task stands among the organisation's records."""
PARENTS: Final = {
    "open": "open",
    "yet_to_started": "open",
    "ongoing": "ongoing",
    "in_progress": "ongoing",
    "deferred": "ongoing",
    "waiting_for_input": "ongoing",
    "completed": "completed",
}
"""The statuses a task may have, and the one of three that each belongs to."""
PERCENT_MAX: Final = 100
LAST_WORDS: Final = {"status": "open", "priority": "normal", "completion_percentage": 0}
OWNERS_MAX: Final = 50
DEPENDENCIES_MAX: Final = 100


def _due(record: OwnRecord) -> date | None:
    due = record.fields.get("due_date")
    return date.fromisoformat(due) if due else None


def _parent(record: OwnRecord) -> str:
    return PARENTS[record.fields["status"]]


def _urgency(view: Any, record: OwnRecord) -> str:
    """Return how a task stands to today: `overdue`, `today`, or empty when there is time or it is done."""
    due = _due(record)
    if due is None or _parent(record) == "completed" or due > view.today:
        return ""
    return "today" if due == view.today else "overdue"


def _owners(call: Call, record: OwnRecord) -> list[User]:
    users = call.organization.book.users
    return [users[identity] for identity in record.fields.get("owner_ids", ()) if identity in users]


def _shown(call: Call, record: OwnRecord) -> dict[str, Any]:
    book = call.organization.book
    owners, fields, due = _owners(call, record), record.fields, _due(record)
    contact = book.contacts.get(fields.get("contact_id", ""))
    parent = records_of(NOUN, call.organization).get(fields.get("parent_id", ""))
    children = (one for one in records_of(NOUN, call.organization).values() if one.fields.get("parent_id") == record.id)
    return {
        "owner_id": owners[0].id if owners else "",
        "owner_ids": ",".join(owner.id for owner in owners),
        "owner_name": ", ".join(owner.name for owner in owners),
        "owners": [
            {"owner_id": owner.id, "owner_name": owner.name, "owner_mail": owner.email, "photo_url": ""}
            for owner in owners
        ],
        "contact_name": "" if contact is None else contact.name,
        "parent_task_id": "" if parent is None else parent.id,
        "parent_task_name": "" if parent is None else parent.fields["title"],
        "parent_task_number": "" if parent is None else parent.fields["task_number"],
        "is_subtask": parent is not None,
        "subtask_count": sum(1 for _ in children),
        "parent_status": _parent(record),
        "statuses": list(PARENTS),
        "is_overdue": due is not None and due < call.today and _parent(record) != "completed",
        "comments": comments_of(MODULE, call, record),
    }


def _users(call: Call, fields: Fields) -> list[str]:
    """Return the ids of a task's owners. Raises Refused (1002) for one that is no user."""
    owners = list(texts(fields.get("owner_ids", []), "owner_ids"))
    single = text(fields.pop("owner_id", ""), "owner_id")
    if single and single not in owners:
        owners = [single]
    if len(owners) > OWNERS_MAX:
        raise Refused("invalid_value", field="owner_ids")
    for identity in owners:
        if identity not in call.organization.book.users:
            raise Refused("does_not_exist", thing="User")
    return owners


def _number(call: Call) -> str:
    last = int(call.organization.records.get(NUMBERS, {}).get("last", 0)) + 1
    call.organization.set_record(NUMBERS, {"last": last})
    return f"T-{last:03d}"


def _check(call: Call, old: OwnRecord | None, fields: Fields) -> Fields:
    """Read a task. Raises Refused: 2 for a status or a share there is not, 1002 for a contact, user or task."""
    if fields["status"] not in PARENTS:
        raise Refused("invalid_value", field="status")
    if not 0 <= count(fields["completion_percentage"], "completion_percentage") <= PERCENT_MAX:
        raise Refused("invalid_value", field="completion_percentage")
    if fields["status"] == "completed":
        fields["completion_percentage"] = PERCENT_MAX
    contact_id = fields.get("contact_id", "")
    if contact_id and contact_id not in call.organization.book.contacts:
        raise Refused("customer_not_accessible")
    parent_id = fields.get("parent_id", "")
    if parent_id and (parent_id not in records_of(NOUN, call.organization) or (old and parent_id == old.id)):
        raise Refused("does_not_exist", thing="Task")
    if len(fields.get("dependencies", ())) > DEPENDENCIES_MAX:
        raise Refused("invalid_value", field="dependencies")
    fields["related_entity_id"] = fields.get("related_entity_id", "")
    fields["owner_ids"] = _users(call, fields)
    if not fields.get("task_number"):
        fields["task_number"] = _number(call)
    return fields


def _is_parent(call: Call, record: OwnRecord) -> bool:
    return any(one.fields.get("parent_id") == record.id for one in records_of(NOUN, call.organization).values())


def _owner_name(view: Any, record: OwnRecord) -> str:
    names = (view.book.users[one].name for one in record.fields["owner_ids"] if one in view.book.users)
    return ", ".join(names).casefold()


def _contact_name(view: Any, record: OwnRecord) -> str:
    contact = view.book.contacts.get(record.fields.get("contact_id", ""))
    return "" if contact is None else str(contact.name).casefold()


def _words(_: Any, record: OwnRecord) -> str:
    names = ("title", "task_number", "task_description")
    return "\n".join(str(record.fields.get(name, "")) for name in names).casefold()


PENDING: Final = equals("parent_status", "open", "ongoing")
LISTING: Final = Listing(
    report_name="Tasks",
    columns=(
        Column("title", field("title")),
        Column("task_number", field("task_number")),
        Column("task_description", field("task_description")),
        Column("search_text", _words),
        Column("owner_name", _owner_name, looks_at=("user",)),
        Column("owner_id", lambda _, one: tuple(one.fields["owner_ids"]), Kind.TEXTS),
        Column("unassigned", lambda _, one: "" if one.fields["owner_ids"] else "unassigned"),
        Column("contact_id", field("contact_id")),
        Column("contact_name", _contact_name, looks_at=("contact",)),
        Column("client_id", lambda _view, _one: ""),
        Column("entity_id", field("related_entity_id")),
        Column("entity_type", field("related_entity_type")),
        Column("sub_entity_id", field("related_sub_entity_id")),
        Column("status", field("status")),
        Column("parent_status", lambda _, one: _parent(one)),
        Column("other_status", lambda _, one: tuple({*PARENTS.values()} - {_parent(one)}), Kind.TEXTS),
        Column("priority", field("priority")),
        Column("urgency", _urgency, daily=True),
        Column("is_overdue", lambda view, one: str(_urgency(view, one) == "overdue").lower(), daily=True),
        Column("is_accountant_task", lambda _view, _one: "false"),
        Column("created_by", lambda _, one: one.created_by),
        Column("due_from", lambda _, one: _due(one) or date.min, Kind.DATE),
        Column("due_date", lambda _, one: _due(one) or date.max, Kind.DATE),
        Column("completion_percentage", lambda _, one: int(one.fields["completion_percentage"]), Kind.NUMBER),
        Column("created_time", lambda _, one: one.created_at, Kind.TIME),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        *("owner_name", "contact_name", "due_date", "title", "created_time", "completion_percentage"),
        "task_number",
    ),
    filters=(
        *(
            Filter(name)
            for name in ("entity_id", "sub_entity_id", "entity_type", "owner_id", "contact_id", "client_id")
        ),
        *(Filter(name) for name in ("status", "parent_status", "priority", "is_overdue", "created_by")),
        *(Filter(name) for name in ("is_accountant_task", "task_number")),
        Filter("parent_status_equal", column="parent_status"),
        Filter("parent_status_not_equal", column="other_status"),
        *(Filter(f"{name}s", column=name, many=True) for name in ("contact_id", "client_id", "owner_id")),
        *(Filter(name, CONTAINED) for name in ("search_text", "title", "task_description")),
        Filter("date_start", {"": Op.GREATER_EQUAL}, "due_from"),
        Filter("date_end", {"": Op.LESS_EQUAL}, "due_date"),
    ),
    views={
        "TaskStatus.All": (),
        "TaskStatus.Overdue": (equals("urgency", "overdue"),),
        "TaskStatus.DueToday": (equals("urgency", "today"),),
        "TaskStatus.InProgress": (equals("parent_status", "ongoing"),),
        "TaskStatus.Completed": (equals("parent_status", "completed"),),
        "TaskStatus.YetToStarted": (equals("parent_status", "open"),),
        "TaskStatus.PriorityOverdue": (equals("urgency", "overdue"), equals("priority", "high", "highest")),
        "TaskStatus.Unassigned": (equals("unassigned", "unassigned"),),
    },
    view="TaskStatus.All",
)
NOUN: Final = Noun(
    noun="task",
    label="Task",
    path="/tasks",
    identity="task_id",
    key="task",
    list_key="tasks",
    listing=LISTING,
    detail_of="get_task",
    row_of="list_tasks",
    name="title",
    unique=False,
    defaults=LAST_WORDS,
    messages=Messages("Task created", "Task updated", "Task deleted", "Task deleted"),
    shown=_shown,
    check=_check,
    used=_is_parent,
)
MODULE: Final = module_of(NOUN)


def list_tasks(call: Call) -> Answer:
    """List tasks; the view of the caller's own pending ones depends on who asks."""
    mine: tuple[Condition, ...] = (equals("owner_id", call.user_id), PENDING)
    views = {**LISTING.views, "TaskStatus.MyPending": mine}
    return lists(replace(MODULE, listing=replace(LISTING, views=views)))(call)


def update_tasks(call: Call) -> Answer:
    """Change several tasks, all of them or none. Raises Refused: 1002 for one that is not there, 11 for none."""
    given_rows = rows(call.body.get(WHOLE, []), "tasks")
    if not given_rows:
        raise Refused("empty_body")
    changed = []
    for row in given_rows:
        task = MODULE.find(call.organization, text(row.get("task_id", ""), "task_id"))
        changed.append(detail_of(MODULE, call, change(NOUN, call, task, row)))
    return Answer(message=call.operation.message, key="tasks", value=changed)


def set_percentage(call: Call) -> Answer:
    """Say how much of a task is done. Raises Refused: 4 without a number, 2 outside of 0 to 100."""
    if "completion_percentage" not in call.body:
        raise Refused("missing_value", field="completion_percentage")
    task = change(NOUN, call, MODULE.named(call), call.body)
    return Answer(message=call.operation.message, key="task", value=detail_of(MODULE, call, task))


def _marks(status: str) -> Any:
    def run(call: Call) -> Answer:
        change(NOUN, call, MODULE.named(call), {"status": status})
        return Answer(message=call.operation.message)

    return run


_ID: Final = "/tasks/{task_id}"
HANDLERS: Final = (
    Emulated("POST", "/tasks", creates(MODULE), SPECIFIED, missing="reminders and mail to the owners"),
    Emulated("GET", "/tasks", list_tasks, SPECIFIED),
    Emulated("PUT", "/tasks", update_tasks, SPECIFIED),
    Emulated("DELETE", "/tasks", deletes_many(MODULE, "task_ids"), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED, missing="reminders and mail to the owners"),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("POST", f"{_ID}/percentage", set_percentage, SPECIFIED),
    Emulated("POST", f"{_ID}/markasopen", _marks("open"), SPECIFIED),
    Emulated("POST", f"{_ID}/markasongoing", _marks("ongoing"), SPECIFIED),
    Emulated("POST", f"{_ID}/markascompleted", _marks("completed"), SPECIFIED),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added", "comment"), SPECIFIED),
    Emulated("DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "Comments deleted"), SPECIFIED),
)
