"""The lives of tasks: who has to do what by when, how far it is, and what is said about it."""

from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api


def task(api: Api, title: str = "Call the bank", **fields: Any) -> dict[str, Any]:
    return api.made("/tasks", {"title": title, **fields}, "task")


def titles(api: Api, **query: str) -> list[str]:
    return [row["title"] for row in api.get("/tasks", sort_column="title", **query)["tasks"]]


def test_a_task_is_made_for_a_customer_and_carried_out(api: Api) -> None:
    user = str(api.get("/users")["users"][0]["user_id"])
    made = task(api, contact_id=api.customer(), owner_id=user, due_date="2026-06-08", priority="high", task_rate=12.5)
    assert (made["status"], made["parent_status"], made["is_overdue"], made["task_rate"]) == (
        "open",
        "open",
        True,
        12.5,
    )
    assert (made["contact_name"], made["owner_ids"], made["task_number"]) == ("Bowman and Co", user, "T-001")
    path = f"/tasks/{made['task_id']}"
    assert api("POST", f"{path}/markasongoing").message == "Task status updated"
    reply = api("POST", f"{path}/percentage", {"completion_percentage": 75})
    assert (reply.message, reply["task"]["completion_percentage"]) == ("Task percentage updated", 75)
    assert api("POST", f"{path}/percentage", {"completion_percentage": 101}).code == 2
    api("POST", f"{path}/markascompleted")
    shown = api.get(path)["task"]
    assert (shown["status"], shown["completion_percentage"], shown["is_overdue"]) == ("completed", 100, False)
    assert api("DELETE", path).message == "Task deleted"
    assert api("GET", path).code == 1002


def test_tasks_are_found_by_owner_state_day_and_words(api: Api) -> None:
    user = str(api.get("/users")["users"][0]["user_id"])
    task(api, "Late", due_date="2026-06-01", priority="highest")
    task(api, "Now", due_date="2026-06-09", owner_ids=user)
    task(api, "Done", due_date="2026-06-01", status="completed")
    task(api, "Some day", status="in_progress", task_description="when it rains")
    assert titles(api, filter_by="TaskStatus.Overdue") == ["Late"]
    assert titles(api, filter_by="TaskStatus.PriorityOverdue") == ["Late"]
    assert titles(api, filter_by="TaskStatus.DueToday") == ["Now"]
    assert titles(api, filter_by="TaskStatus.MyPending") == ["Now"]
    assert titles(api, filter_by="TaskStatus.Unassigned") == ["Done", "Late", "Some day"]
    assert titles(api, parent_status_not_equal="open") == ["Done", "Some day"]
    assert titles(api, search_text="RAINS") == ["Some day"]
    assert titles(api, date_start="2026-06-02") == ["Now"]
    assert titles(api, date_end="2026-06-02") == ["Done", "Late"]
    assert api("GET", "/tasks", filter_by="TaskStatus.Never").code == 2
    first = api.get("/tasks", per_page="3", sort_column="title")
    assert first["page_context"]["has_more_page"] is True


def test_several_tasks_change_together_or_not_at_all(api: Api) -> None:
    one, two = task(api, "One"), task(api, "Two")
    both = [{"task_id": made["task_id"], "priority": "low"} for made in (one, two)]
    assert api("PUT", "/tasks", [*both, {"task_id": "1"}]).code == 1002
    assert {row["priority"] for row in api.get("/tasks")["tasks"]} == {"normal"}
    reply = api("PUT", "/tasks", both, bulk_update="true")
    assert (reply.message, [row["priority"] for row in reply["tasks"]]) == ("Task updated", ["low", "low"])
    ids = f"{one['task_id']},{two['task_id']}"
    assert api("DELETE", "/tasks", task_ids=f"{ids},1").code == 1002
    assert len(titles(api)) == 2
    assert api("DELETE", "/tasks", task_ids=ids).status == 200
    assert titles(api) == []


def test_a_refused_task_leaves_nothing_and_a_parent_stays_while_it_has_children(api: Api) -> None:
    assert api("POST", "/tasks", {"task_description": "no title"}).code == 4
    assert api("POST", "/tasks", {"title": "X", "status": "never"}).code == 2
    assert api("POST", "/tasks", {"title": "X", "owner_id": "1"}).code == 1002
    assert api("POST", "/tasks", {"title": "X", "contact_id": "1"}).code == 1002
    assert titles(api) == []
    parent = task(api, "Parent")
    child = task(api, "Child", parent_id=parent["task_id"], is_sub_task=True)
    assert (child["parent_task_name"], child["is_subtask"]) == ("Parent", True)
    assert api.get("/tasks", title="parent")["tasks"][0]["subtask_count"] == 1
    assert api("DELETE", f"/tasks/{parent['task_id']}").code == 36


def test_a_task_is_talked_about(api: Api) -> None:
    path = f"/tasks/{task(api)['task_id']}/comments"
    assert api("POST", path, {"description": "Nobody answers"}).message == "Comments added"
    [_, said] = api.get(path)["comments"]
    assert said["description"] == "Nobody answers"
    assert api("DELETE", f"{path}/{said['comment_id']}").message == "Comments deleted"
    assert len(api.get(path)["comments"]) == 1
