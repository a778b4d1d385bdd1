"""Founds organisations: a book is opened, its owner let in, and a company's commands carried out in their own time.

Nothing is read from or written to a state file here.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final, cast
from zoneinfo import ZoneInfo

import msgspec

from tallystick.books.book import Book
from tallystick.books.change import Change, Kind
from tallystick.books.documents.settings import BookSettings, OpenBook, UpdateSettings
from tallystick.books.documents.user import CreateUser
from tallystick.books.refusal import Refused
from tallystick.sandbox.clock import Clock
from tallystick.sandbox.company import FOLDER, Company, CompanyError, Header, read_command
from tallystick.sandbox.packed import read_changes, read_packed
from tallystick.vendors.zoho_books.emulator.accounts import AccountHolder
from tallystick.vendors.zoho_books.emulator.journal import Row
from tallystick.vendors.zoho_books.emulator.organization import (
    IDS_KIND,
    RECORD_KIND,
    SETTINGS_KIND,
    Fields,
    IdSequence,
    Organization,
    OrganizationSettings,
)

HOLDER: Final = AccountHolder("700000001", "owner@example.com", "Sam", "Owner")
"""The user of the sandbox, who owns the company."""
STRANGER: Final = AccountHolder("700000002", "stranger@example.com", "Kim", "Stranger")
"""A user nobody here can log in as, so that there is an organisation which is someone else's."""
ORGANIZATION_ID: Final = "780000001"
FOREIGN_ORGANIZATION_ID: Final = "780000002"
PREFIXES: Final = {ORGANIZATION_ID: "4600001", FOREIGN_ORGANIZATION_ID: "4600002"}
"""What the ids of each organisation begin with."""
DOCUMENT_KINDS: Final = frozenset(str(kind) for kind in Kind)
OPENING: Final = time(9)
"""When a day given by its date alone begins, in the organisation's time zone."""
EMPTY_BOOK: Final = BookSettings(
    name="Empty Company", base_currency="USD", time_zone="America/New_York", country_code="US"
)
FOREIGN_BOOK: Final = BookSettings(
    name="Someone Else's Company", base_currency="USD", time_zone="America/New_York", country_code="US"
)


def open_organization(
    identity: str, book_settings: BookSettings, settings: OrganizationSettings, holder: AccountHolder, clock: Clock
) -> Organization:
    """Return a new organisation with its chart of accounts and its owner."""
    ids = IdSequence(PREFIXES.get(identity, PREFIXES[ORGANIZATION_ID]))
    book = Book(book_settings, clock=clock.now, ids=ids)
    organization = Organization(identity, book, settings, ids)
    organization.execute(OpenBook())
    owner = organization.execute(CreateUser(name=holder.name, email=holder.email, role="admin"))
    organization.settings = msgspec.structs.replace(
        settings,
        members={holder.id: owner.id},
        account_created_date=clock.now().astimezone(organization.zone).date().isoformat(),
    )
    organization.commit()
    return organization


def found_empty(clock: Clock, *, line_cap: int | None = None) -> Organization:
    """Return an organisation with nothing in it yet."""
    book_settings, settings = with_line_cap(EMPTY_BOOK, _settings_of(EMPTY_BOOK, {}), line_cap)
    return open_organization(ORGANIZATION_ID, book_settings, settings, HOLDER, clock)


def found_foreign(clock: Clock) -> Organization:
    """Return an organisation of somebody else, for calls that name one they may not see."""
    settings = _settings_of(FOREIGN_BOOK, {"email": STRANGER.email})
    return open_organization(FOREIGN_ORGANIZATION_ID, FOREIGN_BOOK, settings, STRANGER, clock)


def found_company(company: Company, clock: Clock, *, line_cap: int | None = None) -> tuple[Organization, datetime]:
    """Return a company's organisation and the instant its story ends; a packing of its commands saves carrying them out.

    With a cap on lines they are carried out under it. Raises CompanyError. The clock is left frozen at the last command.
    """
    unpacked = _unpack(company, clock) if line_cap is None else None
    return unpacked or carry_out(company, clock, line_cap=line_cap)


def carry_out(company: Company, clock: Clock, *, line_cap: int | None = None) -> tuple[Organization, datetime]:
    """Carry out a company's commands; return its organisation and the instant its story ends.

    Raises CompanyError. The clock is left frozen at the last command.
    """
    steps = company.steps()
    header = company.header
    book_settings, settings = with_line_cap(*_read_settings(company.path.name, header), line_cap)
    organization: Organization | None = None
    handles: dict[str, str] = {}
    for step in steps:
        clock.start(step.at, frozen=True)
        if organization is None:
            organization = _begin(header, book_settings, settings, clock)
            handles = _first_handles(organization)
        try:
            document = organization.execute(read_command(step, handles))
        except (Refused, ValueError, msgspec.ValidationError) as error:
            raise CompanyError(f"{company.path}, line {step.line}: {step.command} is refused: {error}.") from None
        if step.handle:
            handles[step.handle] = document.id
    if organization is None:
        clock.start(opening_of(header.today, ZoneInfo(book_settings.time_zone)), frozen=True)
        organization = _begin(header, book_settings, settings, clock)
    organization.commit()
    return organization, max(clock.now(), opening_of(header.today, organization.zone))


def _unpack(company: Company, clock: Clock) -> tuple[Organization, datetime] | None:
    """Return what a shipped company's packing holds, dates moved as its commands' are; None when there is none good."""
    packed = read_packed(company.path) if company.path.parent == FOLDER else None
    changes = None if packed is None else read_changes(packed, company.shift)
    if packed is None or changes is None:
        return None
    clock.start(packed.last_at + company.shift, frozen=True)
    created = date.fromisoformat(packed.settings.account_created_date) + company.shift
    settings = msgspec.structs.replace(packed.settings, account_created_date=created.isoformat())
    identity = company.header.organization_id or ORGANIZATION_ID
    organization = _put_together(identity, changes, {}, settings=settings, last_id=packed.last_id, clock=clock)
    return organization, max(clock.now(), opening_of(company.header.today, organization.zone))


def opening_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant a day begins at work."""
    return datetime.combine(day, OPENING, zone)


def restore_organizations(rows: Iterable[Row], clock: Clock) -> dict[str, Organization]:
    """Return the organisations that kept rows describe, by id, the user's own first as they were made."""
    scopes: dict[str, list[Row]] = {}
    for row in rows:
        if row.scope:
            scopes.setdefault(row.scope, []).append(row)
    return {identity: _restore(identity, scope, clock) for identity, scope in scopes.items()}


def raise_line_cap(organization: Organization, line_cap: int) -> None:
    """Set how many lines a document of a restored organisation may have from now on."""
    organization.execute(UpdateSettings(lines_max=line_cap))
    organization.set_settings(msgspec.structs.replace(organization.settings, line_items_max=line_cap))


def with_line_cap(
    book_settings: BookSettings, settings: OrganizationSettings, line_cap: int | None
) -> tuple[BookSettings, OrganizationSettings]:
    """Return both settings with the same cap on the lines of a document: the one given, else the book's."""
    cap = book_settings.lines_max if line_cap is None else line_cap
    return (
        msgspec.structs.replace(book_settings, lines_max=cap),
        msgspec.structs.replace(settings, line_items_max=cap),
    )


def _restore(identity: str, rows: list[Row], clock: Clock) -> Organization:
    alone = {row.kind: row.value for row in rows if row.kind in {SETTINGS_KIND, IDS_KIND}}
    changes = [Change(Kind(row.kind), row.id, row.value) for row in rows if row.kind in DOCUMENT_KINDS]
    records = {row.id: row.value for row in rows if row.kind == RECORD_KIND}
    return _put_together(
        identity, changes, records, settings=alone[SETTINGS_KIND], last_id=alone[IDS_KIND], clock=clock
    )


def _put_together(
    identity: str,
    changes: list[Change],
    records: dict[str, Fields],
    *,
    settings: OrganizationSettings,
    last_id: int,
    clock: Clock,
) -> Organization:
    book_settings = next(change.document for change in changes if change.kind is Kind.SETTINGS)
    ids = IdSequence(PREFIXES.get(identity, PREFIXES[ORGANIZATION_ID]))
    book = Book(cast("BookSettings", book_settings), clock=clock.now, ids=ids)
    organization = Organization(identity, book, settings, ids)
    organization.restore(changes, records, last_id=last_id)
    return organization


def _begin(header: Header, book_settings: BookSettings, settings: OrganizationSettings, clock: Clock) -> Organization:
    return open_organization(header.organization_id or ORGANIZATION_ID, book_settings, settings, HOLDER, clock)


def _first_handles(organization: Organization) -> dict[str, str]:
    book = organization.book
    return {
        "user": organization.settings.members[HOLDER.id],
        **{f"account:{account.name}": account.id for account in book.accounts.values()},
        **{f"currency:{currency.code}": currency.id for currency in book.currencies.values()},
    }


def _read_settings(name: str, header: Header) -> tuple[BookSettings, OrganizationSettings]:
    try:
        book_settings = msgspec.convert(header.settings, BookSettings)
        ZoneInfo(book_settings.time_zone)
        return book_settings, _settings_of(book_settings, header.organization)
    except (msgspec.ValidationError, KeyError, TypeError, ValueError, OSError) as error:
        raise CompanyError(f"{name}, line 1: the settings are wrong: {error}.") from None


def _settings_of(book_settings: BookSettings, given: dict[str, object]) -> OrganizationSettings:
    fields = {"name": book_settings.name, "country_code": book_settings.country_code, "email": HOLDER.email, **given}
    return msgspec.convert(fields, OrganizationSettings)
