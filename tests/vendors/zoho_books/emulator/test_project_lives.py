"""The lives of projects, their tasks and the time spent on them, up to the invoice."""

from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api


def project(api: Api, **fields: Any) -> dict[str, Any]:
    body = {
        "project_name": "Website",
        "customer_id": api.customer(),
        "billing_type": "based_on_task_hours",
        "tasks": [{"task_name": "Design", "rate": 80}, {"task_name": "Code", "rate": 100}],
        "user_id": user(api),
    }
    return api.made("/projects", {**body, **fields}, "project")


def user(api: Api) -> str:
    return str(api.get("/users")["users"][0]["user_id"])


def log(api: Api, made: dict[str, Any], task: int, time: str, **fields: Any) -> dict[str, Any]:
    body = {
        "project_id": made["project_id"],
        "task_id": made["tasks"][task]["task_id"],
        "user_id": user(api),
        "log_date": "2026-06-08",
        "log_time": time,
    }
    return api.made("/projects/timeentries", {**body, **fields}, "time_entry")


def test_time_becomes_an_invoice_and_is_free_again_when_that_goes(api: Api) -> None:
    made = project(api)
    log(api, made, 0, "01:30")
    log(api, made, 1, "02:00")
    free = log(api, made, 1, "01:00", is_billable=False)
    path = f"/projects/{made['project_id']}"
    shown = api.get(path)["project"]
    assert (shown["total_hours"], shown["un_billed_hours"], shown["un_billed_amount"]) == ("04:30", "03:30", 320)
    assert api("POST", "/invoices/fromprojects", project_ids=made["project_id"]).status == 200
    [row] = api.get(f"{path}/invoices")["invoices"]
    invoice = api.get(f"/invoices/{row['invoice_id']}")["invoice"]
    assert [(line["name"], line["quantity"], line["item_total"]) for line in invoice["line_items"]] == [
        ("Design", 1.5, 120),
        ("Code", 2, 200),
    ]
    billed = api.get("/projects/timeentries", filter_by="Status.Invoiced")["time_entries"]
    assert {one["invoice_id"] for one in billed} == {row["invoice_id"]}
    assert len(billed) == 2
    assert api("DELETE", f"/projects/timeentries/{billed[0]['time_entry_id']}").status == 400
    assert api("POST", "/invoices/fromprojects", project_ids=made["project_id"]).status == 400
    assert api("DELETE", f"/projects/timeentries/{free['time_entry_id']}").message == "The time entry has been deleted."
    assert api("DELETE", path).code == 36
    api("DELETE", f"/invoices/{row['invoice_id']}")
    assert api.get(path)["project"]["un_billed_hours"] == "03:30"


def test_a_timer_runs_by_the_sandboxs_clock_and_one_at_a_time(api: Api) -> None:
    made = project(api)
    first = log(api, made, 0, "00:10")
    second = log(api, made, 1, "00:00")
    for entry in (first, second):
        reply = api("POST", f"/projects/timeentries/{entry['time_entry_id']}/timer/start")
        assert reply.message == "The timer has been started."
    running = api.get("/projects/timeentries/runningtimer/me")["time_entry"]
    assert running["time_entry_id"] == second["time_entry_id"]
    assert api("POST", "/projects/timeentries/timer/stop").message == "Timer has been stopped successfully."
    assert api("POST", "/projects/timeentries/timer/stop").status == 400
    assert "time_entry" not in api.get("/projects/timeentries/runningtimer/me").json


def test_a_project_has_tasks_of_its_own_and_can_be_switched_off(api: Api) -> None:
    made = project(api)
    path = f"/projects/{made['project_id']}"
    assert api("POST", f"{path}/tasks", {"task_name": "design"}).code == 4
    task = api.made(f"{path}/tasks", {"task_name": "Test", "rate": 60}, "task")
    assert [one["task_name"] for one in api.get(f"{path}/tasks")["task"]] == ["Design", "Code", "Test"]
    assert api("DELETE", f"{path}/tasks/{task['task_id']}").status == 200
    log(api, made, 0, "01:00")
    assert api("DELETE", f"{path}/tasks/{made['tasks'][0]['task_id']}").code == 36
    assert api("POST", f"{path}/inactive").message == "The project has been marked as inactive."
    late = {"project_id": made["project_id"], "task_id": made["tasks"][0]["task_id"], "user_id": user(api)}
    assert api("POST", "/projects/timeentries", {**late, "log_date": "2026-06-09", "log_time": "01:00"}).status == 400
    assert api("POST", f"{path}/active").message == "The Project has been marked as active."
    assert api("POST", "/projects", {"customer_id": "1"}).code == 1002
