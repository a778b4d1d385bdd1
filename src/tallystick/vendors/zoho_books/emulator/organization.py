"""One organisation as the vendor sees it: its Book, its settings and the vendor-only fields of its documents.

Nothing here knows HTTP, a noun's wire form, or where changes are kept; the host takes them and stores them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from tallystick.books.book import Book, Change

Fields = dict[str, Any]


class OrganizationSettings(msgspec.Struct, frozen=True):
    """What the vendor knows of an organisation and a Book does not.

    `plan` is a key of `limits.PLANS`. `line_items_max` is the most lines one document may have. `members` gives the
    book's user id for each account holder (the accounts server's user) that belongs to it. `last_modified_time_reading`
    is `at_or_after` or `exact`: evidence conflicts. Money, time zone, fiscal year and numbering are the Book's own.
    """

    name: str
    plan: str = "premium"
    email: str = "owner@example.com"
    members: dict[str, str] = {}
    country: str = ""
    country_code: str = ""
    language_code: str = "en"
    date_format: str = "dd MMM yyyy"
    field_separator: str = " "
    account_created_date: str = ""
    line_items_max: int = 200
    last_modified_time_reading: str = "at_or_after"


class RecordChange(msgspec.Struct, frozen=True):
    """The vendor-only fields of one document as they now are; None when they are gone."""

    id: str
    fields: Fields | None


class Organization:
    """One organisation: `book` for accounts, `records` for vendor-only fields by document id.

    Both are changed through `execute`, `set_record` and `drop_record` only, so that every change can be kept, or taken
    back when the call is refused in the end. Records hold JSON values (text, int, bool, list, dict); an amount is kept
    as its text.
    """

    def __init__(self, identity: str, book: "Book", settings: OrganizationSettings) -> None:
        self.id = identity
        self.book = book
        self.settings = settings
        self._records: dict[str, Fields] = {}
        self._changes: list[Change] = []
        self._before: list[tuple[str, Fields | None]] = []

    @property
    def records(self) -> Mapping[str, Fields]:
        """The vendor-only fields of each document that has some, by document id."""
        return MappingProxyType(self._records)

    def execute(self, command: Any) -> Any:
        """Carry out one Book command and return the document it made or changed.

        Raises `books.Refused` when the Book refuses; then nothing has changed.
        """
        outcome = self.book.execute(command)
        self._changes.extend(outcome.changes)
        return outcome.document

    def set_record(self, identity: str, fields: Fields) -> None:
        """Put the vendor-only fields of one document in place of those it had; give a dict that no one changes later."""
        self._before.append((identity, self._records.get(identity)))
        self._records[identity] = fields

    def drop_record(self, identity: str) -> None:
        """Forget the vendor-only fields of one document; one that has none is left alone."""
        if identity in self._records:
            self._before.append((identity, self._records.pop(identity)))
