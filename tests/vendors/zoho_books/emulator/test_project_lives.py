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


def test_users_come_to_a_project_and_leave_it_unless_they_have_worked(api: Api) -> None:
    made = project(api)
    path = f"/projects/{made['project_id']}/users"
    assert api.get(path)["users"] == []
    me = user(api)
    reply = api("POST", path, {"users": [{"user_id": me}], "cost_rate": 20})
    assert (reply.status, reply.message, reply["users"][0]["cost_rate"]) == (201, "Users added", 20)
    assert api("POST", path, {"users": [{"user_id": me}], "cost_rate": 20}).code == 4
    assert api("POST", path, {"users": [{"user_id": "1"}], "cost_rate": 20}).code == 1002
    ann = {"user_name": "Ann", "email": "ann@example.com", "user_role": "timesheetstaff", "rate": 60}
    [invited] = api("POST", f"{path}/invite", ann)["users"]
    assert (invited["user_role"], invited["status"], invited["rate"]) == ("timesheetstaff", "invited", 60)
    own = f"{path}/{invited['user_id']}"
    reply = api("PUT", own, {"user_name": "Anne", "rate": 70, "budget_hours": "10:30"})
    assert reply.message == "The staff information has been updated."
    shown = api.get(own)["user"]
    assert (shown["user_name"], shown["rate"], shown["budget_hours"]) == ("Anne", 70, "10.5")
    log(api, made, 0, "01:00", user_id=me)
    assert api("DELETE", f"{path}/{me}").code == 36
    assert api("DELETE", own).message == "The staff has been removed"
    assert [row["user_id"] for row in api.get(path)["users"]] == [me]
    assert api("GET", own).code == 1002
    assert api("POST", f"{path}/invite", {**ann, "user_role": "king", "email": "k@example.com"}).code == 2


def test_time_is_listed_by_periods_around_today(api: Api) -> None:
    made = project(api)
    # Today is Tuesday, the 9th of June; weeks begin on Sundays.
    for day in ("2026-06-09", "2026-06-08", "2026-06-07", "2026-06-06", "2026-05-31", "2026-03-31", "2025-12-31"):
        log(api, made, 0, "01:00", log_date=day)

    def days(period: str, **query: str) -> list[str]:
        entries = api.get("/projects/timeentries", filter_by=f"Date.{period}", **query)["time_entries"]
        return [entry["log_date"][5:] for entry in entries]

    assert days("Today") == ["06-09"]
    assert days("PreviousDay") == ["06-08"]
    assert days("ThisWeek") == ["06-09", "06-08", "06-07"]
    assert days("PreviousWeek") == ["06-06", "05-31"]
    assert days("PreviousMonth") == ["05-31"]
    assert days("PreviousQuarter") == ["03-31"]
    assert days("PreviousYear") == ["12-31"]
    assert len(days("ThisYear")) == 6
    assert days("CustomDate", from_date="2026-06-07", to_date="2026-06-08") == ["06-08", "06-07"]
