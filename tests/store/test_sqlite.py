"""Databases: what survives a crash, what a wrong query is told, and how tables come up to date."""

from pathlib import Path

import apsw
import pytest

from tallystick.store import Queries, Store, Tenant, migrate, open_sqlite
from tallystick.store.migration import NewerDatabaseError

SQL = """
-- A file of queries.
-- name: add
INSERT INTO notes (tenant, text) VALUES (:tenant, :text)

-- name: all
SELECT text FROM notes WHERE tenant = :tenant ORDER BY rowid
"""


def folder(tmp_path: Path, **files: str) -> Path:
    made = tmp_path / "sql"
    made.mkdir(exist_ok=True)
    for name, text in files.items():
        (made / f"{name}.sql").write_text(text)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    connection = open_sqlite(tmp_path / "notes.sqlite")
    connection.execute("CREATE TABLE notes (tenant TEXT NOT NULL, text TEXT NOT NULL) STRICT")
    return Store(connection, Queries(folder(tmp_path, notes=SQL)))


def texts(store: Store, tenant: str) -> list[str]:
    return [text for (text,) in store.rows("all", Tenant(tenant), {})]


def test_a_tenant_sees_only_what_is_its_own(store: Store) -> None:
    store.rows("add", Tenant("a"), {"text": "mine"})
    store.many("add", Tenant("b"), [{"text": "yours"}, {"text": "too"}])
    assert texts(store, "a") == ["mine"]
    assert texts(store, "b") == ["yours", "too"]


def test_a_value_cannot_stand_in_for_the_tenant(store: Store) -> None:
    store.rows("add", Tenant("a"), {"text": "mine", "tenant": "b"})
    assert texts(store, "b") == []


def test_an_interrupted_transaction_leaves_nothing(store: Store) -> None:
    def interrupted() -> None:
        with store.transaction():
            store.rows("add", Tenant("a"), {"text": "half"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert texts(store, "a") == []
    with store.transaction():
        store.rows("add", Tenant("a"), {"text": "whole"})
    assert texts(store, "a") == ["whole"]


def test_a_reader_sees_what_is_stored_while_a_writer_is_at_work(tmp_path: Path, store: Store) -> None:
    reader = Store(open_sqlite(tmp_path / "notes.sqlite"), store.queries)
    with store.transaction():
        store.rows("add", Tenant("a"), {"text": "new"})
        assert texts(reader, "a") == []
    assert texts(reader, "a") == ["new"]


def test_an_empty_tenant_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an id"):
        Tenant("")


def test_a_query_that_forgets_its_tenant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"bad\.sql: the query everything does not ask for a tenant"):
        Queries(folder(tmp_path, bad="-- name: everything\nSELECT * FROM notes"))


def test_a_name_used_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the query one is there twice"):
        Queries(folder(tmp_path, a="-- name: one\nSELECT :tenant", b="-- name: one\nSELECT :tenant"))


def test_tables_come_up_to_date_once_and_in_order(tmp_path: Path) -> None:
    steps = folder(tmp_path, **{"0001_table": "CREATE TABLE t (a)", "0002_row": "INSERT INTO t VALUES (1)"})
    connection = open_sqlite(tmp_path / "t.sqlite")
    assert migrate(connection, "part", steps) == 2
    assert migrate(connection, "part", steps) == 0
    (steps / "0003_more.sql").write_text("INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)")
    assert migrate(connection, "part", steps) == 1
    assert connection.execute("SELECT a FROM t").fetchall() == [(1,), (2,), (3,)]


def test_a_step_that_fails_leaves_the_tables_as_they_were(tmp_path: Path) -> None:
    steps = folder(tmp_path, **{"0001_table": "CREATE TABLE t (a)", "0002_bad": "INSERT INTO t VALUES (1); NONSENSE"})
    connection = open_sqlite(tmp_path / "t.sqlite")
    with pytest.raises(apsw.SQLError, match="NONSENSE"):
        migrate(connection, "part", steps)
    assert connection.execute("SELECT a FROM t").fetchall() == []
    (steps / "0002_bad.sql").write_text("INSERT INTO t VALUES (7)")
    assert migrate(connection, "part", steps) == 1


def test_a_database_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    steps = folder(tmp_path, **{"0001_table": "CREATE TABLE t (a)", "0002_row": "INSERT INTO t VALUES (1)"})
    connection = open_sqlite(tmp_path / "t.sqlite")
    migrate(connection, "part", steps)
    (steps / "0002_row.sql").unlink()
    with pytest.raises(NewerDatabaseError, match="newer version of the program"):
        migrate(connection, "part", steps)
