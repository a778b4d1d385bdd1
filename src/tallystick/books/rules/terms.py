"""When a document falls due: its terms and due date, for invoices and bills alike. No status is derived here."""

import datetime as dt
from typing import Any, Protocol

from msgspec import UnsetType

from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.document import Given
from tallystick.books.documents.terms import TermsBasis
from tallystick.books.door import LAST_DATE
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.contact import TERMS_DAYS_MAX, terms_label
from tallystick.books.rules.record import chosen
from tallystick.books.work import Work


class Asked(Protocol):
    """A command that may say terms."""

    @property
    def terms_days(self) -> Given[int]:
        """Return the days asked for."""

    @property
    def terms_basis(self) -> Given[TermsBasis]:
        """Return what the due date is to be counted from."""

    @property
    def terms_label(self) -> Given[str]:
        """Return what the terms are to be called."""


class DueAsked(Asked, Protocol):
    """A command that may also say the due date itself."""

    @property
    def due_date(self) -> Given[dt.date]:
        """Return the due date asked for."""


class Due(Protocol):
    """A document, or a contact, that has terms."""

    @property
    def terms_days(self) -> int:
        """Return the days between date and due date."""

    @property
    def terms_basis(self) -> TermsBasis:
        """Return what the due date is counted from."""

    @property
    def terms_label(self) -> str:
        """Return what the terms are called."""


def terms_said(command: Asked, old: Due) -> dict[str, Any]:
    """Return the terms a command says, else those that held; days said alone are days after the date.

    Raises Refused for more days than there may be.
    """
    said = not isinstance(command.terms_days, UnsetType) or not isinstance(command.terms_basis, UnsetType)
    days = chosen(command.terms_days, old.terms_days)
    if not 0 <= days <= TERMS_DAYS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="terms_days", amount=days, low=0, high=TERMS_DAYS_MAX)
    basis = chosen(command.terms_basis, TermsBasis.NET if said else old.terms_basis)
    same = (days, basis) == (old.terms_days, old.terms_basis)
    label = old.terms_label if same else terms_label(days, basis)
    return {"terms_days": days, "terms_basis": basis, "terms_label": chosen(command.terms_label, label)}


def profile_terms(work: Work, command: Asked, contact_id: str, old: Due | None) -> dict[str, Any]:
    """Return the terms that documents of a profile get: as said, else as before, else the contact's."""
    return terms_said(command, old or work.get(Kind.CONTACT, contact_id))


def due_on(date: dt.date, days: int, basis: TermsBasis) -> dt.date:
    """Return the day a document of a date falls due."""
    if basis is TermsBasis.NET:
        return date + dt.timedelta(days=days)
    month = date.year * 12 + date.month - 1 + (basis is TermsBasis.NEXT_MONTH_END)
    return dt.date((month + 1) // 12, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)


def terms_fields(work: Work, command: DueAsked, date: dt.date, contact_id: str, old: Due | None) -> dict[str, Any]:
    """Return due date and terms: as said, or due after the terms; terms follow a due date said alone."""
    contact: Contact = work.get(Kind.CONTACT, contact_id)
    terms = terms_said(command, old or contact)
    due = due_on(date, terms["terms_days"], terms["terms_basis"])
    if not isinstance(command.due_date, UnsetType):
        if command.due_date < date:
            raise Refused(Reason.DUE_BEFORE_DATE, field="due_date", date=date, due_date=command.due_date)
        if isinstance(command.terms_days, UnsetType) and command.due_date != due:
            days = (command.due_date - date).days
            label = chosen(command.terms_label, "Custom")
            terms = {"terms_days": days, "terms_basis": TermsBasis.NET, "terms_label": label}
        due = command.due_date
    if due > LAST_DATE:
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="due_date", date=due, last=LAST_DATE)
    return {"due_date": due, **terms}
