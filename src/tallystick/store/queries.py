"""Named SQL: each file holds statements under `-- name: …` lines. Nothing is executed here."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_NAME = re.compile(r"^-- name: (?P<name>[a-z][a-z0-9_]*)\s*$", re.MULTILINE)


class Queries(Mapping[str, str]):
    """The statements of a folder's `*.sql` files by name.

    Raises ValueError when a name comes twice, or a statement has no `:tenant`: every query is about one tenant.
    """

    def __init__(self, folder: Path) -> None:
        self._statements: dict[str, str] = {}
        for path in sorted(folder.glob("*.sql")):
            self._read(path)

    def _read(self, path: Path) -> None:
        parts = _NAME.split(path.read_text(encoding="utf-8"))
        for name, statement in zip(parts[1::2], parts[2::2], strict=True):
            if name in self._statements:
                raise ValueError(f"{path.name}: the query {name} is there twice")
            if ":tenant" not in statement:
                raise ValueError(f"{path.name}: the query {name} does not ask for a tenant")
            self._statements[name] = statement.strip()

    def __getitem__(self, name: str) -> str:
        return self._statements[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._statements)

    def __len__(self) -> int:
        return len(self._statements)
