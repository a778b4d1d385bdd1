"""SQLite, by apsw: how a file is opened, and a Store that runs named queries for a tenant. No SQL of any table."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from tallystick.store.queries import Queries
from tallystick.store.tenant import Tenant

WAIT_MILLISECONDS_MAX = 10_000
"""How long a statement waits for another writer before it fails."""

_SETTINGS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY")


def open_sqlite(path: Path | str) -> apsw.Connection:
    """Open or create a database file (`:memory:` for none) with write-ahead logging.

    One connection serves one thread at a time; other readers and processes open their own.
    """
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(WAIT_MILLISECONDS_MAX)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


class Store:
    """An open database and the named queries that may be asked of it."""

    def __init__(self, connection: apsw.Connection, queries: Queries) -> None:
        self.connection = connection
        self.queries = queries

    def rows(self, query: str, tenant: Tenant, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a named query for a tenant and return its rows. Raises KeyError for a name that does not exist."""
        return self.connection.execute(self.queries[query], {**values, "tenant": tenant.id}).fetchall()

    def many(self, query: str, tenant: Tenant, values: Iterable[Mapping[str, Any]]) -> None:
        """Run a named statement once for each set of values."""
        self.connection.executemany(self.queries[query], ({**one, "tenant": tenant.id} for one in values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the write lock: everything inside is stored together when the block ends, or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Close the database; the Store is of no use afterwards."""
        self.connection.close()
