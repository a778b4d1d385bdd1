"""When a document falls due: its terms and due date, for invoices and bills alike. No status is derived here."""

import datetime as dt
from typing import Any, Protocol

from msgspec import UnsetType

from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.document import Given
from tallystick.books.door import LAST_DATE
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.contact import TERMS_DAYS_MAX, terms_label
from tallystick.books.rules.record import chosen
from tallystick.books.work import Work


class Asked(Protocol):
    """A command that may say when its document falls due."""

    @property
    def due_date(self) -> Given[dt.date]:
        """Return the due date asked for."""

    @property
    def terms_days(self) -> Given[int]:
        """Return the days asked for."""

    @property
    def terms_label(self) -> Given[str]:
        """Return what the terms are to be called."""


class Due(Protocol):
    """A document, or a contact, that has terms."""

    @property
    def terms_days(self) -> int:
        """Return the days between date and due date."""

    @property
    def terms_label(self) -> str:
        """Return what the terms are called."""


def days_and_label(work: Work, command: Any, contact_id: str, old: Due | None) -> dict[str, Any]:
    """Return the terms a profile's documents get: as said, else as before, else the contact's."""
    contact: Contact = work.get(Kind.CONTACT, contact_id)
    days = chosen(command.terms_days, old.terms_days if old else contact.terms_days)
    _check_days(days)
    known = old or contact
    label = known.terms_label if known.terms_days == days else terms_label(days)
    return {"terms_days": days, "terms_label": chosen(command.terms_label, label)}


def _check_days(days: int) -> None:
    if not 0 <= days <= TERMS_DAYS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="terms_days", amount=days, low=0, high=TERMS_DAYS_MAX)


def terms_fields(work: Work, command: Asked, date: dt.date, contact_id: str, old: Due | None) -> dict[str, Any]:
    """Return due date and terms: as said, or due after the terms; terms follow a due date said alone."""
    contact: Contact = work.get(Kind.CONTACT, contact_id)
    given_days = not isinstance(command.terms_days, UnsetType)
    days = chosen(command.terms_days, old.terms_days if old else contact.terms_days)
    _check_days(days)
    label = terms_label(days) if given_days else (old or contact).terms_label
    due = date + dt.timedelta(days=days)
    if not isinstance(command.due_date, UnsetType):
        due = command.due_date
        if due < date:
            raise Refused(Reason.DUE_BEFORE_DATE, field="due_date", date=date, due_date=due)
        if not given_days and (due - date).days != days:
            days, label = (due - date).days, "Custom"
    if due > LAST_DATE:
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="due_date", date=due, last=LAST_DATE)
    return {"due_date": due, "terms_days": days, "terms_label": chosen(command.terms_label, label)}
