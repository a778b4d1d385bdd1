"""What time makes happen: the clock in, commands out. Nothing is carried out here, and a status is never stored.

Overdue and expired need no command: they are derived from the day. A profile is due on its date in the organisation's
time zone; one that was not looked at for long makes an invoice for every date it missed.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from tallystick.books.calendar import day_of
from tallystick.books.change import Kind
from tallystick.books.depreciation import next_depreciation
from tallystick.books.documents.document import Command
from tallystick.books.documents.fixed_asset import AssetState, DepreciateFixedAsset
from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.documents.journal import ReverseJournal
from tallystick.books.documents.mail import SendMail, WriteMail
from tallystick.books.documents.recurring_invoice import RecurringState, RunRecurringInvoice
from tallystick.books.refusal import Refused

if TYPE_CHECKING:
    from tallystick.books.book import Book

COMMANDS_MAX: Final = 10_000
"""What one look at the clock may lead to; the rest happens at the next look."""


def due(book: "Book", now: dt.datetime) -> Iterator[Command]:
    """Yield what is due at an instant: profiles to run, assets whose period is over, journals to reverse, mail to send."""
    today = day_of(now, book.settings.time_zone)
    for profile in book.table(Kind.RECURRING_INVOICE).values():
        if profile.state is RecurringState.ACTIVE and profile.next_date is not None and profile.next_date <= today:
            yield RunRecurringInvoice(id=profile.id)
    for asset in book.table(Kind.FIXED_ASSET).values():
        if asset.state is AssetState.ACTIVE:
            following = next_depreciation(asset)
            if following is not None and following.date <= today:
                yield DepreciateFixedAsset(id=asset.id)
    for identity, day in book.reversals.items():
        if day <= today:
            yield ReverseJournal(id=identity, date=day)
    for mail in book.table(Kind.MAIL).values():
        if mail.sent_at is None and mail.send_at <= now:
            yield SendMail(id=mail.id)


def catch_up(book: "Book", now: dt.datetime, execute: Callable[[Command], Any]) -> int:
    """Carry out what is due until nothing is, and return how much that was.

    A profile the book refuses to run (its customer is inactive, its date is locked) is left as it stands.
    """
    refused: set[str] = set()
    for count in range(COMMANDS_MAX):
        command = next((each for each in due(book, now) if getattr(each, "id", "") not in refused), None)
        if command is None:
            return count
        try:
            document = execute(command)
        except Refused:
            refused.add(getattr(command, "id", ""))
            continue
        if isinstance(document, Invoice) and document.state is InvoiceState.SENT:
            execute(announcement(book, document))
    return COMMANDS_MAX


def announcement(book: "Book", invoice: Invoice, *, reminder: bool = False) -> WriteMail:
    """Return the mail that tells a customer of an invoice, or reminds of it."""
    contact = book.contacts[invoice.contact_id]
    known = tuple(person.email for person in contact.persons if person.email)
    total = f"{book.currencies[invoice.currency_id].code} {invoice.totals.total}"
    what = "Payment reminder" if reminder else "Invoice"
    return WriteMail(
        to=known,
        subject=f"{what} - {invoice.number} from {book.settings.name}",
        body=f"Invoice {invoice.number} of {invoice.date} over {total} is due on {invoice.due_date}.",
        purpose="reminder" if reminder else "invoice",
        document_id=invoice.id,
    )
