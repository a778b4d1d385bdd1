"""Bringing a database's tables up to date by numbered files, each in a transaction of its own. No data is read here."""

from pathlib import Path

import apsw

from tallystick.model.errors import ConfigurationError

_VERSIONS = """
CREATE TABLE IF NOT EXISTS schema_versions (
    part TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (part, number)
) STRICT
"""


class NewerDatabaseError(ConfigurationError):
    """The database was written by a newer version of the program, which must be used to open it."""


def migrate(connection: apsw.Connection, part: str, folder: Path) -> int:
    """Run the files `NNNN_name.sql` of a folder that this database has not seen; return how many ran.

    `part` names whose tables they are. A file that fails leaves the database as it was before that file.
    Raises NewerDatabaseError when the database has seen a file the folder does not hold.
    """
    files = {int(path.name.partition("_")[0]): path for path in sorted(folder.glob("[0-9]*_*.sql"))}
    with connection:
        connection.execute(_VERSIONS)
        found = connection.execute("SELECT number FROM schema_versions WHERE part = ?", (part,))
        seen = {number for (number,) in found}
    unknown = seen - files.keys()
    if unknown:
        raise NewerDatabaseError(
            f"this database has step {max(unknown)} of {part}, which this version does not know",
            hint="It was written by a newer version of the program: use that one, or give another file.",
        )
    waiting = sorted(files.keys() - seen)
    for number in waiting:
        with connection:
            connection.execute(files[number].read_text(encoding="utf-8"))
            connection.execute("INSERT INTO schema_versions VALUES (?, ?, ?)", (part, number, files[number].stem))
    return len(waiting)
