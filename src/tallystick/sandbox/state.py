"""The sandbox's state file: the present value of everything, one row a thing, in SQLite. No rule of any book is here.

Rows are written in one transaction before the answer that acknowledges them leaves, so a killed sandbox comes back with
all it had acknowledged. A file that is not ours, is of another version, is damaged or is in use is refused and left as
it is: every row carries a mark of its content, so that not even a digit can have changed unseen.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import apsw
import msgspec

from tallystick.model.errors import ConfigurationError
from tallystick.sandbox.earlier import as_now
from tallystick.vendors.zoho_books.emulator.journal import Row

APPLICATION_ID: Final = 0x54414C53
"""SQLite's mark of whose file it is: TALS."""
VERSION: Final = 2
UNMARKED_VERSION: Final = 1
"""The version whose rows had no marks; such a file is read, and what is written into it from then on is marked."""
BUSY_MILLISECONDS: Final = 250
_HEADER_BYTES: Final = 100
_MAGIC: Final = b"SQLite format 3\x00"
_SCHEMA: Final = """
CREATE TABLE state (
    position INTEGER PRIMARY KEY,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    mark INTEGER,
    UNIQUE (scope, kind, id)
) STRICT
"""
_PUT: Final = (
    "INSERT INTO state (scope, kind, id, value, mark) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (scope, kind, id) DO UPDATE SET value = excluded.value, mark = excluded.mark"
)
_DROP: Final = "DELETE FROM state WHERE scope = ? AND kind = ? AND id = ?"
_ENCODER: Final = msgspec.json.Encoder(decimal_format="string")


class StateError(ConfigurationError):
    """A state file cannot be used; the sentence says why and what to do. The file is unchanged."""


class State:
    """One state file, open in this process alone."""

    def __init__(self, path: Path, kinds: Mapping[str, Any]) -> None:
        """Open a state file, or start one.

        `kinds` gives the type each kind of row is read back as. Raises StateError.
        """
        self.path = path
        self._kinds = kinds
        self._decoders: dict[str, msgspec.json.Decoder[Any]] = {}
        self._is_sound = False
        _check_header(path)
        try:
            self._connection = _open(path)
        except apsw.Error as error:
            raise _explain(path, error) from None

    def rows(self) -> Iterator[Row]:
        """Give every row in the order the things were made. Raises StateError when one cannot be read."""
        try:
            for scope, kind, id_, value, mark in self._connection.execute(
                "SELECT scope, kind, id, value, mark FROM state ORDER BY position"
            ):
                if mark is not None and mark != _mark(scope, kind, id_, value):
                    raise StateError(f"{self.path} is damaged at {kind} {id_}: it is not as it was written. {ADVICE}")
                yield Row(scope, kind, id_, self._decode(kind, id_, value))
        except apsw.Error as error:
            raise _explain(self.path, error) from None
        self._is_sound = True

    def write(self, rows: Sequence[Row]) -> None:
        """Store rows in one transaction; a value of None removes the thing."""
        put: list[tuple[str, str, str, str, int]] = []
        dropped: list[tuple[str, str, str]] = []
        for row in rows:
            if row.value is None:
                dropped.append((row.scope, row.kind, row.id))
            else:
                value = _ENCODER.encode(row.value).decode()
                put.append((row.scope, row.kind, row.id, value, _mark(row.scope, row.kind, row.id, value)))
        with self._connection:
            if dropped:
                self._connection.executemany(_DROP, dropped)
            if put:
                self._connection.executemany(_PUT, put)

    def replace(self, rows: Sequence[Row]) -> None:
        """Store rows in place of everything there was, in one transaction."""
        with self._connection:
            self._connection.execute("DELETE FROM state")
            self.write(rows)

    def close(self) -> None:
        """Close the file; what was written is there already, and is folded into one file when all of it was read."""
        if self._is_sound:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _decode(self, kind: str, id_: str, value: str) -> Any:
        decoder = self._decoders.get(kind)
        if decoder is None:
            if kind not in self._kinds:
                raise StateError(
                    f"{self.path} holds a {kind!r}, which this version of Tallystick does not know. {ADVICE}"
                )
            decoder = self._decoders[kind] = msgspec.json.Decoder(self._kinds[kind], float_hook=Decimal)
        try:
            return decoder.decode(as_now(kind, value))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise StateError(f"{self.path} is damaged at {kind} {id_}: {error}. {ADVICE}") from None


ADVICE: Final = "Nothing was changed. Start with another --state file, or put back a copy of this one."


def _mark(*texts: str) -> int:
    """Return a number that changes when anything in a row does."""
    return zlib.crc32("\0".join(texts).encode())


def _check_header(path: Path) -> None:
    if not path.parent.is_dir():
        raise StateError(f"{path.parent} is no directory: make it first, or choose another --state file.")
    if path.is_dir():
        raise StateError(f"{path} is a directory: --state takes a file.")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StateError(f"{path} cannot be read: {error.strerror}.") from None
    if not header:
        return
    # SQLite keeps two numbers for its users in the header of a file: the version at 60 and whose file it is at 68.
    version, owner = int.from_bytes(header[60:64]), int.from_bytes(header[68:72])
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES or owner != APPLICATION_ID:
        raise StateError(f"{path} is no state file of a Tallystick sandbox, or its beginning is damaged. {ADVICE}")
    if version not in {VERSION, UNMARKED_VERSION}:
        raise StateError(
            f"{path} is a state file of version {version}; this Tallystick reads version {VERSION}. {ADVICE}"
        )


def _open(path: Path) -> apsw.Connection:
    is_new = not path.exists() or path.stat().st_size == 0
    if is_new:
        path.touch(mode=0o600)
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    # A damaged file must stay as it was found, so closing never writes; the log of writes is folded in while running.
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    # The lock is taken at the first write and held: a second sandbox on the same file is refused.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    if is_new:
        # Written before the log is switched on, so that the marks stand in the file itself.
        connection.execute("PRAGMA page_size = 8192")
        with connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(_SCHEMA)
    else:
        # A torn file is told by its structure before anything is read from it, or written.
        found = str(next(connection.execute("PRAGMA integrity_check(1)"))[0])
        if found != "ok":
            raise apsw.CorruptError(found)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    if next(connection.execute("PRAGMA user_version"))[0] == UNMARKED_VERSION:
        connection.execute("ALTER TABLE state ADD COLUMN mark INTEGER")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
    return connection


def _explain(path: Path, error: apsw.Error) -> StateError:
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return StateError(f"{path} is in use by another sandbox: stop that one, or start with another --state file.")
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return StateError(f"{path} is damaged: {error}. {ADVICE}")
    if isinstance(error, apsw.CantOpenError | apsw.ReadOnlyError | apsw.PermissionsError):
        return StateError(f"{path} cannot be written: check its permissions, or start with another --state file.")
    return StateError(f"{path} cannot be used: {error}. {ADVICE}")
