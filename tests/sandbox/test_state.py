"""The state file: what was written is there again; a file that cannot be used is refused and left as it is."""

import hashlib
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from tallystick.sandbox.state import State, StateError
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.journal import KINDS, Row
from tests.sandbox.conftest import Caller, RealTime, Start


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_rows_come_back_in_the_order_things_were_made(tmp_path: Path) -> None:
    state = State(tmp_path / "a", {"record": dict})
    state.write([Row("1", "record", "b", {"n": 1}), Row("1", "record", "a", {"n": 2})])
    state.write([Row("1", "record", "b", {"n": 3})])
    state.close()
    again = State(tmp_path / "a", {"record": dict})
    assert [(row.id, row.value) for row in again.rows()] == [("b", {"n": 3}), ("a", {"n": 2})]
    again.close()


def test_a_row_without_a_value_is_gone(tmp_path: Path) -> None:
    state = State(tmp_path / "a", {"record": dict})
    state.write([Row("1", "record", "a", {})])
    state.write([Row("1", "record", "a", None)])
    assert list(state.rows()) == []
    state.close()


def test_an_amount_in_a_record_comes_back_as_its_text(tmp_path: Path) -> None:
    state = State(tmp_path / "a", {"record": dict})
    state.write([Row("1", "record", "a", {"rate": Decimal("0.1"), "count": 3})])
    assert next(state.rows()).value == {"rate": "0.1", "count": 3}
    state.close()


def test_rows_written_together_are_stored_together_or_not_at_all(tmp_path: Path) -> None:
    state = State(tmp_path / "a", {"record": dict})
    with pytest.raises(TypeError):
        state.write([Row("1", "record", "a", {}), Row("1", "record", "b", {"x": object()})])
    assert list(state.rows()) == []
    state.close()


def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("dear diary " * 40)
    before = digest(path)
    with pytest.raises(StateError, match="no state file"):
        State(path, KINDS)
    assert digest(path) == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE precious (x)")
    other.close()
    before = digest(path)
    with pytest.raises(StateError, match="no state file"):
        State(path, KINDS)
    assert digest(path) == before


def test_a_file_of_another_version_is_refused_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a"
    State(path, KINDS).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    before = digest(path)
    with pytest.raises(StateError, match="version 99"):
        State(path, KINDS)
    assert digest(path) == before


def test_a_damaged_file_is_refused_with_advice_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Sandbox("empty", state=path):
        pass
    content = bytearray(path.read_bytes())
    for position in range(8192, len(content), 97):
        content[position] ^= 0xFF
    path.write_bytes(content)
    before = digest(path)
    with pytest.raises(StateError, match="Nothing was changed"):
        Sandbox(state=path)
    assert digest(path) == before


def test_a_row_nobody_can_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Sandbox("empty", state=path):
        pass
    with sqlite3.connect(path) as other:
        other.execute("UPDATE state SET value = '{\"nonsense\": 1}' WHERE kind = 'account'")
    other.close()
    with pytest.raises(StateError, match="damaged at account"):
        Sandbox(state=path)


def test_a_file_in_use_is_refused_to_a_second_sandbox(tmp_path: Path) -> None:
    with Sandbox("empty", state=tmp_path / "a") as first:
        with pytest.raises(StateError, match="in use by another sandbox"):
            Sandbox(state=tmp_path / "a")
        assert first.organization.book.accounts


def test_a_file_of_one_company_is_not_opened_as_another(tmp_path: Path) -> None:
    Sandbox("empty", state=tmp_path / "a").close()
    with pytest.raises(StateError, match="holds the books of company 'empty'"):
        Sandbox("demo", state=tmp_path / "a")


@pytest.mark.parametrize("name", ["missing/state", "folder"])
def test_a_place_that_cannot_hold_a_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StateError, match="directory"):
        State(tmp_path / name, KINDS)


def test_only_its_owner_can_read_a_state_file(tmp_path: Path) -> None:
    State(tmp_path / "a", KINDS).close()
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_the_clock_the_day_count_and_the_line_cap_come_back(start: Start, tmp_path: Path, real_time: RealTime) -> None:
    first = start(state=tmp_path / "a", line_cap=500)
    Caller(first.asgi)("POST", "/sandbox/clock", json={"set": "2026-01-31T15:00:00Z"})
    call = Caller(first.asgi, token=first.connection["access_token"])
    left = call("GET", "/books/v3/contacts").headers["x-rate-limit-remaining"]
    before = first.clock.now()
    first.close()
    real_time.seconds += 90
    second = start(company="", state=tmp_path / "a")
    assert (second.clock.now() - before).total_seconds() == 90
    assert second.organization.settings.line_items_max == second.organization.book.settings.lines_max == 500
    call = Caller(second.asgi, token=first.connection["access_token"])
    assert call("GET", "/books/v3/contacts").headers["x-rate-limit-remaining"] == str(int(left) - 1)


def test_a_reset_reaches_the_file(start: Start, tmp_path: Path) -> None:
    first = start(state=tmp_path / "a")
    call = Caller(first.asgi, token=first.connection["access_token"])
    call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    call("POST", "/sandbox/reset")
    first.close()
    second = start(company="", state=tmp_path / "a")
    assert not second.organization.book.contacts
    assert second.connection["refresh_token"] == first.connection["refresh_token"]


def test_every_kind_of_record_comes_back_as_it_was(start: Start, tmp_path: Path) -> None:
    first = start("demo", state=tmp_path / "a")
    rows = first.organization.rows()
    first.close()
    second = start(company="", state=tmp_path / "a")
    assert second.organization.rows() == rows
    assert second.organization.book.audit() == []
    assert second.attribution == first.attribution


def test_what_cannot_be_kept_is_not_acknowledged_and_did_not_happen(start: Start, tmp_path: Path) -> None:
    sandbox = start(state=tmp_path / "a", limits=False)
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    sandbox.close()
    answer = call("POST", "/books/v3/contacts", json={"contact_name": "Ada"})
    assert (answer.status, answer.json["code"]) == (500, 1000)
    assert not sandbox.organization.book.contacts
    assert sandbox.organization.book.audit() == []


def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Sandbox("empty", state=path).close()
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM state WHERE kind = 'settings'")
    other.close()
    with pytest.raises(StateError, match="contradicts itself"):
        Sandbox(state=path)


def test_an_order_and_a_profile_kept_by_an_earlier_version_say_the_same_now(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "a"
    first = start(state=path)
    call = Caller(first.asgi, token=first.connection["access_token"])
    rent = next(each.id for each in first.organization.book.accounts.values() if each.name == "Rent Expense")
    line = {"account_id": rent, "rate": 5, "quantity": 2}
    vendor, customer = (
        call("POST", "/books/v3/contacts", json={"contact_name": role, "contact_type": role}).json["contact"][
            "contact_id"
        ]
        for role in ("vendor", "customer")
    )
    order = call("POST", "/books/v3/purchaseorders", json={"vendor_id": vendor, "line_items": [line]}).json
    order_id = order["purchaseorder"]["purchaseorder_id"]
    bill = {"vendor_id": vendor, "bill_number": "1", "line_items": [line], "purchaseorder_ids": [order_id]}
    bill_id = call("POST", "/books/v3/bills", json=bill).json["bill"]["bill_id"]
    profile = {"recurrence_name": "Care", "start_date": "2030-01-31", "recurrence_frequency": "months"}
    made = call(
        "POST",
        "/books/v3/recurringinvoices",
        json={**profile, "customer_id": customer, "repeat_every": 2, "line_items": [{"rate": 5}]},
    )
    assert made.status == 201, made.json
    rows = first.organization.rows()
    first.close()
    with sqlite3.connect(path) as other:
        other.execute(
            "UPDATE state SET mark = NULL, value = json_set(json_remove(value, '$.billed'), '$.bill_ids', json_array(?))"
            " WHERE kind = 'purchase_order'",
            (bill_id,),
        )
        other.execute(
            "UPDATE state SET mark = NULL, value = json_remove(json_patch(value, json_extract(value, '$.schedule')), '$.schedule')"
            " WHERE kind = 'recurring_invoice'"
        )
    other.close()
    second = start(company="", state=path)
    assert second.organization.rows() == rows
    assert second.organization.book.audit() == []


def test_a_file_of_the_version_without_marks_is_read_and_marked_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    state = State(path, {"record": dict})
    state.write([Row("1", "record", "a", {"n": 1}), Row("1", "record", "b", {"n": 2})])
    assert len(list(state.rows())) == 2
    state.close()
    with sqlite3.connect(path) as other:
        other.execute("ALTER TABLE state DROP COLUMN mark")
        other.execute("PRAGMA user_version = 1")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    again = State(path, {"record": dict})
    again.write([Row("1", "record", "b", {"n": 3})])
    assert [row.value for row in again.rows()] == [{"n": 1}, {"n": 3}]
    again.close()
    with sqlite3.connect(path) as other:
        assert [mark is None for (mark,) in other.execute("SELECT mark FROM state ORDER BY position")] == [True, False]
    other.close()
