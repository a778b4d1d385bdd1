"""Small lists kept with a contact: bank accounts, cards, tax registrations. What such a row says is its own noun's.

They are the vendor's alone: the Book knows nothing of them.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from tallystick.books.documents.contact import Contact
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put

ROWS_MAX: Final = 100
"""Rows of one kind that one contact may have (assumed)."""
SHOWN_DIGITS: Final = 4
Row = dict[str, Any]


class Part(msgspec.Struct, frozen=True):
    """One kind of small list: the name it is kept under, the key (and placeholder) of a row's id, its label in errors."""

    name: str
    identity: str
    label: str

    def rows(self, call: Call, contact: Contact) -> list[Row]:
        """Return the rows of a contact, in the order they were made."""
        rows: list[Row] = private(call.organization, contact.id, self.name, [])
        return rows

    def every(self, call: Call) -> Iterator[tuple[Contact, Row]]:
        """Yield the rows of all contacts."""
        for contact in call.organization.book.contacts.values():
            for row in self.rows(call, contact):
                yield contact, row

    def named(self, call: Call) -> tuple[Contact, Row]:
        """Return the row a path names, and its contact. Raises Refused (code 1002) when there is none."""
        contact: Contact = MODULE.named(call)
        identity = call.ids[self.identity]
        row = next((row for row in self.rows(call, contact) if row[self.identity] == identity), None)
        if row is None:
            raise Refused("does_not_exist", thing=self.label)
        return contact, row

    def add(self, call: Call, contact: Contact, row: Row) -> Row:
        """Add a row under a new id. Raises Refused (code 1009) beyond ROWS_MAX."""
        rows = self.rows(call, contact)
        if len(rows) >= ROWS_MAX:
            raise Refused("record_limit", limit=ROWS_MAX, things=f"{self.name.replace('_', ' ')} of one contact")
        made = {self.identity: call.organization.ids(), **row}
        self._put(call, contact, [*rows, made])
        return made

    def change(self, call: Call, contact: Contact, row: Row) -> Row:
        """Put a row in place of the one with its id."""
        rows = self.rows(call, contact)
        self._put(call, contact, [row if one[self.identity] == row[self.identity] else one for one in rows])
        return row

    def remove(self, call: Call, contact: Contact, row: Row) -> None:
        """Take a row away."""
        self._put(call, contact, [one for one in self.rows(call, contact) if one is not row])

    def _put(self, call: Call, contact: Contact, rows: list[Row]) -> None:
        put(call.organization, contact.id, **{PRIVATE + self.name: rows})


def digits(value: str, wire: str, *, least: int, most: int) -> str:
    """Return the last digits of a number that is otherwise forgotten. Raises Refused (code 2) for what is no number."""
    number = value.replace(" ", "").replace("-", "")
    if not (number.isascii() and number.isalnum() and least <= len(number) <= most):
        raise Refused("invalid_value", field=wire)
    return number[-SHOWN_DIGITS:]
