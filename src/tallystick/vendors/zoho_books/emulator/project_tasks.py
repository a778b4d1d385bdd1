"""The tasks of a project: list, add, read, change, remove. The project they belong to is in `projects`."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.documents.project import Project, ProjectTask, UpdateProject
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import given
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated
from tallystick.vendors.zoho_books.emulator.projects import MODULE, TASK_FIELDS, entries_of, task_row


def _put_tasks(call: Call, project: Project, tasks: tuple[ProjectTask, ...]) -> Project:
    changed: Project = call.organization.execute(UpdateProject(id=project.id, tasks=tasks, user_id=call.user_id))
    return changed


def add_task(call: Call) -> Answer:
    """Add a task to a project."""
    project: Project = MODULE.named(call)
    task = ProjectTask(**given({**call.body, "task_id": ""}, TASK_FIELDS))
    changed = _put_tasks(call, project, (*project.tasks, task))
    made = task_row(call, changed, changed.tasks[-1], [])
    return Answer(message="The project information has been updated.", key="task", value=made, status=201)


def _task(call: Call, project: Project) -> ProjectTask:
    found = next((task for task in project.tasks if task.id == call.ids["task_id"]), None)
    if found is None:
        raise Refused("does_not_exist", thing="Task")
    return found


def list_tasks(call: Call) -> Answer:
    """List a project's tasks; the vendor's key is `task`."""
    project: Project = MODULE.named(call)
    entries = entries_of(call, project)
    few = context_of_few(call, [task_row(call, project, task, entries) for task in project.tasks])
    return Answer(key="task", value=few.rows, extra={"page_context": few.context})


def get_task(call: Call) -> Answer:
    """Read one task of a project."""
    project: Project = MODULE.named(call)
    return Answer(key="task", value=task_row(call, project, _task(call, project), entries_of(call, project)))


def update_task(call: Call) -> Answer:
    """Change one task of a project."""
    project: Project = MODULE.named(call)
    old = _task(call, project)
    new = replace(old, **{**given(call.body, TASK_FIELDS), "id": old.id})
    changed = _put_tasks(call, project, tuple(new if task.id == old.id else task for task in project.tasks))
    value = task_row(call, changed, new, entries_of(call, changed))
    return Answer(message="The project task information has been updated.", key="task", value=value)


def delete_task(call: Call) -> Answer:
    """Remove a task that no time was spent on."""
    project: Project = MODULE.named(call)
    old = _task(call, project)
    _put_tasks(call, project, tuple(task for task in project.tasks if task.id != old.id))
    return Answer(message="The project task has been deleted successfully.")


_ID: Final = "/projects/{project_id}/tasks"
HANDLERS: Final = (
    Emulated("GET", _ID, list_tasks, SPECIFIED),
    Emulated("POST", _ID, add_task, SPECIFIED),
    Emulated("GET", f"{_ID}/{{task_id}}", get_task, SPECIFIED),
    Emulated("PUT", f"{_ID}/{{task_id}}", update_task, SPECIFIED),
    Emulated("DELETE", f"{_ID}/{{task_id}}", delete_task, SPECIFIED),
)
