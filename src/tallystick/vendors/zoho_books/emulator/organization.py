"""One organisation as the vendor sees it: its Book, its settings and the vendor-only fields of its documents.

Nothing here knows HTTP, a noun's wire form, or where changes are kept; the host takes them and stores them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from tallystick.books.book import Book
from tallystick.books.change import DOCUMENTS, Change, Kind
from tallystick.books.due import RUNS, catch_up, is_timed, next_due
from tallystick.vendors.zoho_books.emulator.journal import KINDS, Row

Fields = dict[str, Any]
Watcher = Callable[[str], None]
"""Told the key of each vendor-only record that is put, dropped or taken back."""
OWN: Final = "/"
"""Stands between noun and id in the key of a record of a noun's own; no document's id has it."""
SETTINGS_KIND: Final = "organization"
RECORD_KIND: Final = "record"
IDS_KIND: Final = "ids"
DIGITS_OF_SEQUENCE: Final = 12


class OwnRecord(msgspec.Struct, frozen=True):
    """A record of a noun that books do no accounting for; `fields` as records hold them, `_created_time` among them."""

    id: str
    fields: Fields

    @property
    def created_at(self) -> datetime:
        """The instant it was made."""
        return datetime.fromisoformat(self.fields["_created_time"])

    @property
    def modified_at(self) -> datetime:
        """The instant it was last changed."""
        return datetime.fromisoformat(self.fields["_modified_time"])

    @property
    def created_by(self) -> str:
        """The user who made it."""
        return str(self.fields["_created_by"])


class OrganizationSettings(msgspec.Struct, frozen=True):
    """What the vendor knows of an organisation and a Book does not.

    `plan` is a key of `limits.PLANS`. `line_items_max` is the most lines one document may have. `members` gives the
    book's user id for each account holder (the accounts server's user) that belongs to it. `readings` says how
    questions are read about which evidence conflicts. Money, time zone, fiscal year and numbering are the Book's own.
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
    readings: dict[str, str] = {}


KINDS.update({str(kind): document for kind, document in DOCUMENTS.items()})
KINDS[SETTINGS_KIND] = OrganizationSettings
KINDS[RECORD_KIND] = dict
KINDS[IDS_KIND] = int


class IdSequence:
    """Ids as the vendor's: one prefix an organisation, then a count; 19 digits as text: recorded(2026-06-09)."""

    def __init__(self, prefix: str, *, last: int = 1_000) -> None:
        self.prefix = prefix
        self.last = last

    def __call__(self) -> str:
        """Return the next id."""
        self.last += 1
        return f"{self.prefix}{self.last:0{DIGITS_OF_SEQUENCE}d}"


class Organization:
    """One organisation: `book` for accounts, `records` for vendor-only fields by document id.

    Both are changed through `execute`, `set_record` and `drop_record` only, so that every change can be kept, or taken
    back when the call is refused in the end. Records hold JSON values (text, int, bool, list, dict); an amount is kept
    as its text.
    """

    def __init__(self, identity: str, book: Book, settings: OrganizationSettings, ids: IdSequence) -> None:
        self.id = identity
        self.book = book
        self.settings = settings
        self.ids = ids
        self._records: dict[str, Fields] = {}
        self._own: dict[str, dict[str, OwnRecord]] = {}
        self._watchers: list[Watcher] = []
        self._changes: list[Change] = []
        self._before: list[tuple[str, Fields | None]] = []
        self._settings_before: OrganizationSettings | None = None
        self._kept_id = 0
        self._timed = False
        self._next_due: datetime | None = None
        book.subscribe(self._look_again)

    @property
    def records(self) -> Mapping[str, Fields]:
        """The vendor-only fields of each document that has some, by document id."""
        return MappingProxyType(self._records)

    def own(self, noun: str) -> Mapping[str, OwnRecord]:
        """Return the records of a noun of the vendor's own by id, as they stand now and later."""
        return self._own.setdefault(noun, {})

    def watch(self, watcher: Watcher) -> None:
        """Have a function told of every vendor-only record that changes."""
        self._watchers.append(watcher)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the organisation's calendar."""
        return ZoneInfo(self.book.settings.time_zone)

    def execute(self, command: Any) -> Any:
        """Carry out one Book command and return the document it made or changed.

        Raises `books.Refused` when the Book refuses; then nothing has changed.
        """
        outcome = self.book.execute(command)
        self._changes.extend(outcome.changes)
        return outcome.document

    def catch_up(self, now: datetime) -> None:
        """Carry out what has become due by an instant: profiles to run, assets and journals to see to, mail to send."""
        if not self._timed:
            self._next_due, self._timed = next_due(self.book), True
        if self._next_due is not None and self._next_due <= now:
            catch_up(self.book, now, self._run)

    def _look_again(self, changes: tuple[Change, ...]) -> None:
        self._timed = self._timed and not any(map(is_timed, changes))

    def _run(self, command: Any) -> Any:
        """Carry out what is due; what a profile makes takes over the vendor-only fields kept of the profile."""
        document = self.execute(command)
        if type(command) in RUNS.values():
            fields = {
                name: value for name, value in self._records.get(command.id, {}).items() if not name.startswith("_")
            }
            if fields:
                self.set_record(document.id, fields)
        return document

    def set_settings(self, settings: OrganizationSettings) -> None:
        """Put other settings in place."""
        self._settings_before = self._settings_before or self.settings
        self.settings = settings

    def set_record(self, identity: str, fields: Fields) -> None:
        """Put the vendor-only fields of one document in place of those it had; give a dict that no one changes later."""
        self._before.append((identity, self._records.get(identity)))
        self._place(identity, fields)

    def drop_record(self, identity: str) -> None:
        """Forget the vendor-only fields of one document; one that has none is left alone."""
        if identity in self._records:
            self._before.append((identity, self._records[identity]))
            self._place(identity, None)

    def _place(self, key: str, fields: Fields | None) -> None:
        noun, own, identity = key.partition(OWN)
        records = self._own.setdefault(noun, {}) if own else {}
        if fields is None:
            self._records.pop(key, None)
            records.pop(identity, None)
        else:
            self._records[key] = fields
            records[identity] = OwnRecord(identity, fields)
        for watcher in self._watchers:
            watcher(key)

    @property
    def pending(self) -> tuple[Change, ...]:
        """The Book's changes since the last `commit`, in order."""
        return tuple(self._changes)

    def touched(self) -> list[tuple[str, str, bool, bool]]:
        """Return what has changed since the last `commit`: kind (or noun), id, whether it is there, whether it was.

        A document whose vendor-only fields alone have changed is among them.
        """
        first = {(str(change.kind), change.id): change.before for change in reversed(self._changes)}
        last = {(str(change.kind), change.id): change.document for change in self._changes}
        found = [
            (kind, identity, document is not None, first[kind, identity] is not None)
            for (kind, identity), document in last.items()
            if document != first[kind, identity]
        ]
        told = {identity for _, identity, _, _ in found}
        for key, before in reversed(dict(reversed(self._before)).items()):
            noun, own, identity = key.partition(OWN)
            if own:
                found.append((noun, identity, key in self._records, before is not None))
            elif key not in told and self._records.get(key) != before:
                found += [(str(kind), key, True, True) for kind in Kind if key in self.book.table(kind)]
        return found

    @contextmanager
    def as_before(self) -> Iterator[None]:
        """Stand as at the last `commit` while the block runs, which may only look; then stand as now again."""
        now = {identity: self._records.get(identity) for identity, _ in self._before}
        self.book.restore(change.inverted() for change in reversed(self._changes))
        for identity, fields in reversed(self._before):
            self._place(identity, fields)
        try:
            yield
        finally:
            self.book.restore(self._changes)
            for identity, fields in now.items():
                self._place(identity, fields)

    def changed(self) -> list[Row]:
        """Return what has changed since the last `commit`, as it now stands, each thing once."""
        latest = {(change.kind, change.id): change for change in self._changes}
        rows = [Row(self.id, str(kind), id_, change.document) for (kind, id_), change in latest.items()]
        rows += [Row(self.id, RECORD_KIND, id_, self._records.get(id_)) for id_ in {id_ for id_, _ in self._before}]
        if self._settings_before is not None:
            rows.append(Row(self.id, SETTINGS_KIND, "", self.settings))
        if rows and self.ids.last != self._kept_id:
            rows.append(Row(self.id, IDS_KIND, "", self.ids.last))
        return rows

    def commit(self) -> None:
        """Let everything changed so far stand."""
        self._changes.clear()
        self._before.clear()
        self._settings_before = None
        self._kept_id = self.ids.last

    def roll_back(self) -> None:
        """Take back everything changed since the last `commit`."""
        if self._changes:
            self.book.restore(change.inverted() for change in reversed(self._changes))
            self._changes.clear()
        for identity, fields in reversed(self._before):
            self._place(identity, fields)
        self._before.clear()
        self.settings = self._settings_before or self.settings
        self._settings_before = None

    def copy(self, now: Callable[[], datetime]) -> "Organization":
        """Return the same organisation as it stands, to live apart by another clock; what is not committed yet stands."""
        ids = IdSequence(self.ids.prefix, last=self.ids.last)
        made = Organization(self.id, self.book.copy(clock=now, ids=ids), self.settings, ids)
        for key, fields in self._records.items():
            made._place(key, fields)
        made._kept_id = ids.last
        return made

    def rows(self) -> list[Row]:
        """Return everything the organisation is, to be kept elsewhere; `restore` takes it back."""
        own = [Row(self.id, SETTINGS_KIND, "", self.settings), Row(self.id, IDS_KIND, "", self.ids.last)]
        documents = [Row(self.id, str(change.kind), change.id, change.document) for change in self.book.changes()]
        return [*own, *documents, *(Row(self.id, RECORD_KIND, id_, fields) for id_, fields in self._records.items())]

    def restore(self, changes: Sequence[Change], records: Mapping[str, Fields], *, last_id: int) -> None:
        """Take over kept documents, vendor-only fields and the last id given out."""
        order = {kind: position for position, kind in enumerate(Kind)}
        self.book.restore(sorted(changes, key=lambda change: order[change.kind]))
        for identity, fields in records.items():
            self._place(identity, fields)
        self.ids.last = self._kept_id = last_id
