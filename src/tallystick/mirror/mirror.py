"""A Mirror: one connection's copy inside a database. It opens and scopes; reading and merging live beside it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tallystick.model.company import CompanyInfo
from tallystick.model.currency import places_of
from tallystick.store import Queries, Store, Tenant, migrate, open_sqlite

SQL = Path(__file__).parent / "sqlite"


class Mirror:
    """One connection of one tenant, in an open database whose tables are up to date.

    A Mirror serves one thread at a time; open another on the same file for another thread.
    """

    def __init__(self, store: Store, tenant: Tenant, connection: str) -> None:
        self.store = store
        self.tenant = tenant
        self.connection = connection

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run a named query for this connection and return its rows."""
        return self.store.rows(query, self.tenant, {**values, "connection": self.connection})

    def many(self, query: str, values: Iterable[dict[str, Any]]) -> None:
        """Run a named statement for this connection, once for each set of values."""
        self.store.many(query, self.tenant, ({**one, "connection": self.connection} for one in values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Store everything inside together, or nothing of it."""
        with self.store.transaction():
            yield

    def company(self) -> CompanyInfo | None:
        """Return whose books these are, None before the first run."""
        found = self.rows("company")
        if not found:
            return None
        identity, name, currency, places, time_zone = found[0]
        return CompanyInfo(
            id=identity, company_name=name, currency=currency, currency_places=places, time_zone=time_zone or None
        )

    def keep_company(self, company: CompanyInfo, raw: str) -> None:
        """Store whose books these are, and what the vendor said of it.

        The base currency's decimal places are those of the currency, or more when the company keeps more.
        """
        self.rows(
            "save_company",
            id=company.id or "",
            name=company.company_name or "",
            currency=company.currency or "",
            places=max(places_of(company.currency), company.currency_places or 0),
            time_zone=company.time_zone or "",
            raw=raw,
        )

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def open_mirror(path: Path | str, *, tenant: str = "local", connection: str = "default") -> Mirror:
    """Open or create the mirror file (`:memory:` for one that is never written) and bring its tables up to date.

    Raises NewerDatabaseError when the file was written by a newer version.
    """
    opened = open_sqlite(path)
    migrate(opened, "mirror", SQL / "migrations")
    return Mirror(Store(opened, Queries(SQL)), Tenant(tenant), connection)
