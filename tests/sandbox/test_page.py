"""The sandbox's page over HTTP: what the overview says, what each form does, and who may press a button."""

import subprocess
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tallystick.sandbox.page import FORM_BYTES_MAX
from tallystick.sandbox.snapshots import SNAPSHOTS_MAX
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.faults import Fault, FaultKind
from tests.sandbox.conftest import Caller, Reader

PAGES = ("", "/documents", "/log", "/faults", "/outbox", "/webhooks")
FORMS = (
    *("clock/advance", "clock/set", "clock/freeze", "strict", "readings", "reset", "faults/add", "faults/clear"),
    *("snapshots/take", "snapshots/restore", "snapshots/remove", "secrets"),
)


def test_a_browser_gets_the_page_at_the_root_and_a_program_the_status(sandbox: Sandbox) -> None:
    caller = Caller(sandbox.asgi)
    page = caller("GET", "/", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert "<h1>Sandbox of Zoho Books</h1>" in page.text
    for accept in ("*/*", "application/json"):
        assert caller("GET", "/", headers={"Accept": accept}).json["company"] == "empty"


def test_the_overview_says_what_the_status_says(sandbox: Sandbox, call: Caller, reader: Reader) -> None:
    for name in ("Ada", "Bob", "Cy"):
        call("POST", "/books/v3/contacts", json={"contact_name": name})
    text = unescape(reader.open())
    for organization in Caller(sandbox.asgi)("GET", "/sandbox").json["organizations"]:
        for name in ("organization_id", "name", "plan", "time_zone", "base_currency"):
            assert organization[name] in text
    assert '<td role="cell" class="number" data-name="Contacts">3</td>' in text
    assert '<time datetime="2026-05-28T' in text


def test_secrets_are_shown_only_after_a_button_is_pressed(sandbox: Sandbox, reader: Reader) -> None:
    secrets = [sandbox.connection[name] for name in ("client_secret", "refresh_token", "access_token")]
    hidden = reader.open()
    assert not [secret for secret in secrets if secret in hidden]
    assert sandbox.connection["client_id"] in hidden
    shown = reader.press("secrets")
    assert shown.status == 200
    assert all(secret in shown.text for secret in secrets)
    assert shown.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("begin", "by", "end"),
    [
        ("2026-03-07T09:00", "day", "2026-03-08T09:00"),
        ("2026-03-07T09:00", "week", "2026-03-14T09:00"),
        ("2026-01-31T09:00", "month", "2026-02-28T09:00"),
        ("2026-12-15T23:30", "month", "2027-01-15T23:30"),
    ],
)
def test_the_clock_goes_forward_by_the_calendar_whatever_hours_a_day_has(
    sandbox: Sandbox, reader: Reader, begin: str, by: str, end: str
) -> None:
    reader.follow("clock/set", at=begin)
    assert "has gone forward" in reader.follow("clock/advance", by=by)
    local = sandbox.clock.now().astimezone(sandbox.organization.zone)
    assert local.strftime("%Y-%m-%dT%H:%M") == end


def test_the_clock_is_set_in_the_organisations_own_time_and_frozen(sandbox: Sandbox, reader: Reader) -> None:
    page = reader.follow("clock/freeze", freeze="yes")
    assert "Let it tick on" in page
    reader.follow("clock/set", at="2026-06-30T09:00")
    assert sandbox.clock.now() == datetime(2026, 6, 30, 13, tzinfo=UTC)
    assert "Freeze it" in reader.follow("clock/freeze", freeze="no")


@pytest.mark.parametrize(
    ("form", "fields", "reason"),
    [
        ("clock/set", {"at": "yesterday"}, "needs a date and a time: 2026-01-31T09:00"),
        ("clock/set", {}, "needs a date and a time"),
        ("clock/set", {"at": "1900-01-01T00:00"}, "the years 1970 to 9000"),
        ("clock/advance", {"by": "year"}, "press one of the buttons"),
        ("readings", {"page_size": "none"}, "page_size is read as most, refused"),
        ("readings", {}, "Say what to read how"),
        ("reset", {}, "Tick the box first"),
        ("snapshots/take", {"name": " "}, "a snapshot needs a name"),
        ("snapshots/restore", {"name": "<i>none</i>"}, "there is no snapshot '<i>none</i>'"),
        ("snapshots/remove", {"name": "none"}, "There is no snapshot"),
    ],
)
def test_a_form_that_cannot_be_carried_out_says_what_to_do_and_nothing_changes(
    sandbox: Sandbox, reader: Reader, form: str, fields: dict[str, str], reason: str
) -> None:
    status = Caller(sandbox.asgi)("GET", "/sandbox").json
    refused = reader.press(form, **fields)
    assert refused.status == 400
    notice = refused.text.partition('role="alert">')[2].partition("</p>")[0]
    assert reason.lower() in unescape(notice).lower()
    assert "<i>" not in refused.text
    now = Caller(sandbox.asgi)("GET", "/sandbox").json
    assert {**now, "clock": status["clock"]} == status


def test_what_was_typed_into_a_refused_form_is_still_there(reader: Reader) -> None:
    reader.follow("snapshots/take", name="twice")
    assert 'name="name" value="twice"' in reader.press("snapshots/take", name="twice").text


def test_the_sandbox_becomes_strict_and_lenient_by_a_button(sandbox: Sandbox, reader: Reader) -> None:
    assert "Be lenient" in reader.follow("strict", strict="yes")
    assert sandbox.emulator.strict
    assert "Be strict" in reader.follow("strict", strict="no")
    assert not sandbox.emulator.strict


def test_readings_are_chosen_and_the_one_in_force_is_selected(sandbox: Sandbox, reader: Reader) -> None:
    page = reader.follow("readings", page_size="refused", bill_filters="ignored")
    assert sandbox.organization.settings.readings == {"page_size": "refused", "bill_filters": "ignored"}
    assert '<option value="refused" selected>refused: code 2' in page


def test_a_confirmed_reset_begins_again(sandbox: Sandbox, call: Caller, reader: Reader) -> None:
    call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    assert "as it was at first" in reader.follow("reset", sure="yes")
    assert not sandbox.organization.book.contacts


def test_a_snapshot_is_taken_restored_and_removed(sandbox: Sandbox, call: Caller, reader: Reader) -> None:
    assert "None is kept" in reader.open()
    assert "&lt;b&gt;early&lt;/b&gt;" in reader.follow("snapshots/take", name="<b>early</b>")
    call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    reader.follow("snapshots/restore", name="<b>early</b>")
    assert not sandbox.organization.book.contacts
    assert "None is kept" in reader.follow("snapshots/remove", name="<b>early</b>")


def test_a_snapshot_too_many_is_explained(sandbox: Sandbox, reader: Reader) -> None:
    for number in range(SNAPSHOTS_MAX):
        sandbox.snapshot(str(number))
    assert "remove one first" in reader.press("snapshots/take", name="another").text


def test_a_fault_is_added_with_everything_it_may_say_and_cleared(sandbox: Sandbox, reader: Reader) -> None:
    assert "No fault waits" in reader.open("/faults")
    said = {"kind": "server_error", "operation": "create_invoice", "method": "POST", "after_commit": "yes"}
    numbers = {"skip": "2", "times": "0", "share": "0.25", "seed": "7", "status": "503", "seconds": "1.5", "rows": "-3"}
    page = reader.follow("faults/add", **said, **numbers, limit="day")
    ((fault, met),) = sandbox.faults.waiting()
    assert met == 0
    assert fault == Fault(
        kind=FaultKind.SERVER_ERROR,
        operation="create_invoice",
        method="POST",
        after_commit=True,
        skip=2,
        times=0,
        share=0.25,
        seed=7,
        status=503,
        limit="day",
        seconds=1.5,
        rows=-3,
    )
    assert "create_invoice" in page
    assert '<td class="number">always</td>' in page
    assert "No fault waits" in reader.follow("faults/clear")
    assert sandbox.faults.waiting() == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"operation": "create_invoyce"}, "There is no operation 'create_invoyce'"),
        ({"times": "-1"}, "Times is a whole number from 0 to 100000"),
        ({"times": "1.5"}, "Times is a whole number"),
        ({"skip": "many"}, "Calls that pass first is a whole number"),
        ({"share": "0"}, "Chance is a number from 0.0001 to 1"),
        ({"share": "nan"}, "Chance is a number"),
        ({"status": "404"}, "HTTP status is a whole number from 500 to 599"),
        ({"seconds": "1e9"}, "Seconds is a number from 0 to 3600"),
        ({"rows": "5000"}, "Rows is a whole number from -1000 to 1000"),
        ({"kind": "earthquake"}, "Invalid enum value"),
        ({"kind": "limit", "limit": "year"}, "limit is one of burst, minute, day, concurrent"),
    ],
)
def test_a_fault_that_cannot_be_is_explained_with_what_was_typed(
    sandbox: Sandbox, reader: Reader, fields: dict[str, str], reason: str
) -> None:
    refused = reader.press("faults/add", **{"kind": "timeout", "seed": "4711", **fields})
    assert refused.status == 400
    assert reason.lower() in unescape(refused.text).lower()
    assert 'value="4711"' in refused.text
    assert sandbox.faults.waiting() == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("token", ["", "0" * 32, "é"])
def test_a_form_without_this_runs_token_does_nothing(sandbox: Sandbox, form: str, token: str) -> None:
    sandbox.snapshot("kept")
    before = (sandbox.clock.state, sandbox.emulator.strict, list(sandbox.snapshots.all()), sandbox.faults.waiting())
    fields = {
        "page_token": token,
        "by": "day",
        "at": "2020-01-01T00:00",
        "freeze": "yes",
        "strict": "yes",
        "sure": "yes",
    }
    fields |= {"name": "kept", "kind": "timeout", "page_size": "refused"}
    answer = Caller(sandbox.asgi)("POST", f"/sandbox/page/{form}", form=fields)
    assert answer.status == 403
    assert "press the button there" in answer.text
    assert sandbox.connection["access_token"] not in answer.text
    assert before == (
        sandbox.clock.state, sandbox.emulator.strict, list(sandbox.snapshots.all()), sandbox.faults.waiting()
    )  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_press_a_button(sandbox: Sandbox, reader: Reader, headers: dict[str, str]) -> None:
    form = {"page_token": reader.token(), "strict": "yes"}
    assert reader.call("POST", "/sandbox/page/strict", form=form, headers=headers).status == 403
    assert not sandbox.emulator.strict


@pytest.mark.parametrize("path", ["/", *(f"/sandbox/page{page}" for page in PAGES)])
def test_a_name_that_another_site_points_here_shows_nothing(sandbox: Sandbox, path: str) -> None:
    headers = {"Host": "evil.example", "Accept": "text/html"}
    assert Caller(sandbox.asgi)("GET", path, headers=headers).status == 403


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/static/sandbox.css"])
def test_every_page_carries_a_policy_that_allows_no_script_and_no_frame(reader: Reader, path: str) -> None:
    headers = reader.call("GET", f"/sandbox/page{path}").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "script" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [*PAGES, "/documents?kind=account"])
def test_no_page_has_a_script_or_a_style_of_its_own(reader: Reader, path: str) -> None:
    text = reader.open(path)
    assert "<script" not in text
    assert "style=" not in text
    assert "http://" not in text.replace("http://sandbox.localhost", "")


@pytest.mark.parametrize(
    "path", ["/nowhere", "/documents/invoice", "/log/1/2", "/faults/add", "/static/page.py", "/static/../page.py"]
)
def test_an_address_with_nothing_there_leads_on(reader: Reader, path: str) -> None:
    assert 'class="button" href="/sandbox/page' in reader.open(path, status=404)


def test_a_form_is_bounded_and_must_be_readable(reader: Reader) -> None:
    assert reader.press("strict", strict="x" * FORM_BYTES_MAX).status == 413
    assert reader.call("POST", "/sandbox/page/strict", content=b"\xff").status == 400
    assert reader.call("POST", "/sandbox/page/strict", content=b"a&" * 2_000).status in {400, 403}
    assert reader.call("POST", "/sandbox/page/nothing", form={}).status == 404
    assert reader.call("DELETE", "/sandbox/page/faults").status == 405


def test_the_style_sheet_may_be_kept_because_its_address_changes_with_it(reader: Reader) -> None:
    address = reader.open().partition('rel="stylesheet" href="')[2].partition('"')[0]
    answer = reader.call("GET", address)
    assert (answer.status, answer.headers["content-type"]) == (200, "text/css")
    assert "immutable" in answer.headers["cache-control"]


USES = """
import sys
from tallystick.sandbox import Sandbox
from tallystick.rest.asgi import AsgiTransport
from tallystick.zoho_books import Client
with Sandbox("empty") as sandbox:
    Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi)).call("list_invoices")
assert "jinja2" not in sys.modules
"""
WITHOUT = """
import sys
sys.modules["jinja2"] = None
from tallystick.sandbox import Sandbox
from tests.sandbox.conftest import Caller
with Sandbox("empty") as sandbox:
    answer = Caller(sandbox.asgi)("GET", "/sandbox/page")
assert answer.status == 501 and "pip install 'tallystick[sandbox]'" in answer.json["error"], answer
assert Caller(sandbox.asgi)("GET", "/sandbox").status == 200
"""


@pytest.mark.parametrize("program", [USES, WITHOUT])
def test_a_sandbox_whose_page_nobody_opens_needs_no_template_library(program: str) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
