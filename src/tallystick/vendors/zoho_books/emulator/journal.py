"""What the emulator asks of whoever keeps its state: rows written whole before an answer leaves. No storage here."""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec


class Row(msgspec.Struct, frozen=True):
    """The present value of one thing: a document, a token, a counter; None when it is gone.

    `scope` is the organisation's id, empty for what belongs to none.
    """

    scope: str
    kind: str
    id: str
    value: Any


class Journal(Protocol):
    """Keeps rows. `write` returns when they are all stored, or raises and none is."""

    def write(self, rows: Sequence[Row]) -> None:
        """Store rows in one transaction; the last row of an identity wins."""


class NoJournal:
    """Keeps nothing: a sandbox without a state file."""

    def write(self, rows: Sequence[Row]) -> None:
        """Forget the rows."""


KINDS: dict[str, Any] = {}
"""The kinds of rows that are not a Book's own, and the type each is read back as; the files that own them add them."""
