"""The users of a project: list, add, invite, read, change, remove. The project they belong to is in `projects`."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.project import Project, ProjectStaff, UpdateProject
from tallystick.books.documents.user import CreateUser, UpdateUser, User, UserStatus
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import given, rows, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.projects import MODULE, STAFF_FIELDS, entries_of, staff_row

ROLES: Final = frozenset(("staff", "admin", "timesheetstaff"))


def _rows(call: Call, project: Project, *user_ids: str) -> list[dict[str, Any]]:
    entries = entries_of(call, project)
    members = [one for one in project.staff if not user_ids or one.user_id in user_ids]
    return [staff_row(call, member, entries) for member in members]


def _put(call: Call, project: Project, staff: tuple[ProjectStaff, ...]) -> Project:
    changed: Project = call.organization.execute(UpdateProject(id=project.id, staff=staff, user_id=call.user_id))
    return changed


def _member(call: Call, project: Project) -> ProjectStaff:
    found = next((member for member in project.staff if member.user_id == call.ids["user_id"]), None)
    if found is None:
        raise Refused("does_not_exist", thing="User")
    return found


def _role(call: Call) -> dict[str, str]:
    """Return the role a body gives. Raises Refused (code 2) for a role there is not."""
    role = text(call.body.get("user_role", ""), "user_role")
    if role and role not in ROLES:
        raise Refused("invalid_value", field="user_role")
    return {"role": role} if role else {}


def list_users(call: Call) -> Answer:
    """List a project's users."""
    project: Project = MODULE.named(call)
    return Answer(key="users", value=_rows(call, project) if project.staff else [])


def add_users(call: Call) -> Answer:
    """Put users on a project. Raises Refused: 4 without one, or for one who is on it; 1002 for one there is not."""
    project: Project = MODULE.named(call)
    wanted = [text(row.get("user_id", ""), "user_id") for row in rows(call.body.get("users", []), "users")]
    if not wanted:
        raise Refused("missing_value", field="users")
    present = {member.user_id for member in project.staff}
    common = given({name: call.body.get(name) for name in ("cost_rate",)}, STAFF_FIELDS)
    for identity in wanted:
        if identity not in call.organization.book.users:
            raise Refused("does_not_exist", thing="User")
        if identity in present:
            raise Refused("already_exists", thing="User")
        present.add(identity)
    added = tuple(ProjectStaff(user_id=identity, **common) for identity in wanted)
    changed = _put(call, project, (*project.staff, *added))
    return Answer(message=call.operation.message, key="users", value=_rows(call, changed, *wanted))


def invite_user(call: Call) -> Answer:
    """Invite a new user and put them on a project. Raises Refused: 4 without a name or address, or when it is taken."""
    project: Project = MODULE.named(call)
    for name in ("user_name", "email"):
        if not call.body.get(name):
            raise Refused("missing_value", field=name)
    name, email = (text(call.body[wire], wire) for wire in ("user_name", "email"))
    if "@" not in email:
        raise Refused("invalid_value", field="email")
    role = _role(call)
    command = CreateUser(name=name, email=email, status=UserStatus.INVITED, user_id=call.user_id, **role)
    user: User = call.organization.execute(command)
    member = ProjectStaff(user_id=user.id, **_terms(call))
    changed = _put(call, project, (*project.staff, member))
    return Answer(message=call.operation.message, key="users", value=_rows(call, changed, user.id))


def _terms(call: Call) -> dict[str, Any]:
    """Return what a body says of a user's work on a project: rates and budgeted hours."""
    return given({name: value for name, value in call.body.items() if name != "user_id"}, STAFF_FIELDS)


def get_user(call: Call) -> Answer:
    """Read one user of a project."""
    project: Project = MODULE.named(call)
    [found] = _rows(call, project, _member(call, project).user_id)
    return Answer(key="user", value=found)


def update_user(call: Call) -> Answer:
    """Change a user's name and role, and their rates and budgeted hours on a project."""
    project: Project = MODULE.named(call)
    old = _member(call, project)
    new = replace(old, **_terms(call))
    person: dict[str, Any] = _role(call)
    if call.body.get("user_name"):
        person["name"] = text(call.body["user_name"], "user_name")
    if person:
        call.organization.execute(UpdateUser(id=old.user_id, user_id=call.user_id, **person))
    changed = _put(call, project, tuple(new if member is old else member for member in project.staff))
    return Answer(message=call.operation.message, key="users", value=_rows(call, changed, old.user_id))


def remove_user(call: Call) -> Answer:
    """Take a user off a project. Raises Refused (36) for one whose time on it would lose its rate."""
    project: Project = MODULE.named(call)
    old = _member(call, project)
    if any(entry.worker_id == old.user_id for entry in entries_of(call, project)):
        raise Refused("has_dependents", thing="User")
    _put(call, project, tuple(member for member in project.staff if member is not old))
    return Answer(message=call.operation.message)


_ALL: Final = "/projects/{project_id}/users"
_ONE: Final = f"{_ALL}/{{user_id}}"
HANDLERS: Final = (
    Emulated("GET", _ALL, list_users, SPECIFIED),
    Emulated("POST", _ALL, add_users, SPECIFIED),
    Emulated("POST", f"{_ALL}/invite", invite_user, SPECIFIED, missing="no mail is sent"),
    Emulated("GET", _ONE, get_user, SPECIFIED),
    Emulated("PUT", _ONE, update_user, SPECIFIED),
    Emulated("DELETE", _ONE, remove_user, SPECIFIED),
)
