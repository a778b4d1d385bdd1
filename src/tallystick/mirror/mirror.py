"""A Mirror: one connection's copy inside a database. It opens and scopes; reading and merging live beside it."""

from pathlib import Path

import apsw
import msgspec


class Mirror(msgspec.Struct, frozen=True):
    """One connection of one tenant, in an open database whose tables are up to date."""

    database: apsw.Connection
    tenant: str
    connection: str


def open_mirror(path: Path | str, *, tenant: str = "local", connection: str = "default") -> Mirror:
    """Open or create the mirror file (`:memory:` for one that is never written) and bring its tables up to date."""
    raise NotImplementedError
