"""What reading a vendor's row gives: a record, or every mistake in the row with its place. No exceptions, no rules."""

from typing import Any, Generic, TypeVar

import msgspec

R = TypeVar("R")

SHOWN_CHARACTERS_MAX = 80


class Mistake(msgspec.Struct, frozen=True):
    """One bad value: where it stands (a JSON pointer into the row), what was there, and what is wrong with it."""

    place: str
    found: str
    reason: str

    def __str__(self) -> str:
        """Return the sentence a person reads."""
        return f"{self.place}: {self.reason} (found {self.found})"


class Mapped(msgspec.Struct, Generic[R], frozen=True):
    """A record, and by JSON pointer what of the row it does not say.

    `extras` are keys the mapping does not know; `residue` is what is needed beside the record to write the mapped
    keys back exactly: the vendor's finer status, another spelling of a key, the inputs of a computed field.
    """

    record: R
    extras: dict[str, Any]
    residue: dict[str, Any]


class Rejected(msgspec.Struct, frozen=True):
    """A row that is no record: all its mistakes at once."""

    mistakes: tuple[Mistake, ...]


def mistake(place: str, value: Any, reason: str) -> Mistake:
    """Return a mistake that shows the value, cut to a readable length."""
    shown = repr(value)
    if len(shown) > SHOWN_CHARACTERS_MAX:
        shown = shown[: SHOWN_CHARACTERS_MAX - 1] + "…"
    return Mistake(place, shown, reason)
