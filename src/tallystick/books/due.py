"""What time makes happen: the clock in, commands out. Nothing is carried out here, and a status is never stored.

Overdue and expired need no command: they are derived from the day. A profile is due on its date in the organisation's
time zone, a reminder rule once a day; a profile that was not looked at for long makes a document for every date it missed.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from tallystick.books.calendar import day_of, time_zone
from tallystick.books.change import Change, Kind
from tallystick.books.depreciation import next_depreciation
from tallystick.books.documents.document import Command, Target
from tallystick.books.documents.fixed_asset import AssetState, DepreciateFixedAsset
from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.documents.journal import Journal, ReverseJournal
from tallystick.books.documents.mail import INVOICE, SendMail, WriteMail
from tallystick.books.documents.recurring_bill import RunRecurringBill
from tallystick.books.documents.recurring_expense import RunRecurringExpense
from tallystick.books.documents.recurring_invoice import RunRecurringInvoice
from tallystick.books.documents.recurring_journal import RunRecurringJournal
from tallystick.books.documents.reminder import RunReminderRule
from tallystick.books.documents.schedule import RecurringState
from tallystick.books.refusal import Refused

if TYPE_CHECKING:
    from tallystick.books.book import Book

COMMANDS_MAX: Final = 10_000
"""What one look at the clock may lead to; the rest happens at the next look."""


RUNS: Final[dict[Kind, type[Target]]] = {
    Kind.RECURRING_INVOICE: RunRecurringInvoice,
    Kind.RECURRING_BILL: RunRecurringBill,
    Kind.RECURRING_EXPENSE: RunRecurringExpense,
    Kind.RECURRING_JOURNAL: RunRecurringJournal,
}
"""What makes the document a profile has due, by the kind of profile."""


TIMED: Final = frozenset({Kind.SETTINGS, Kind.MAIL, Kind.REMINDER_RULE, Kind.FIXED_ASSET, *RUNS})
"""The kinds of record that always say when something is due; a journal does while its reversal waits."""


def is_timed(change: Change) -> bool:
    """Tell whether a change may make something due earlier or later; while none does, `next_due` stands."""
    journals = (each for each in (change.before, change.document) if isinstance(each, Journal))
    return change.kind in TIMED or any(journal.reverse_on is not None for journal in journals)


def _dated(book: "Book") -> Iterator[tuple[dt.date, Target]]:
    """Yield everything that falls on a day of the organisation's, with that day: all but mail, which has an instant."""
    for kind, run in RUNS.items():
        for profile in book.table(kind).values():
            if profile.state is RecurringState.ACTIVE and profile.schedule.next_date is not None:
                yield profile.schedule.next_date, run(id=profile.id)
    for asset in book.table(Kind.FIXED_ASSET).values():
        following = next_depreciation(asset) if asset.state is AssetState.ACTIVE else None
        if following is not None:
            yield following.date, DepreciateFixedAsset(id=asset.id)
    for identity, date in book.reversals.items():
        yield date, ReverseJournal(id=identity, date=date)
    for rule in book.table(Kind.REMINDER_RULE).values():
        if rule.enabled:
            yield rule.looked_through + dt.timedelta(days=1), RunReminderRule(id=rule.id)


def next_due(book: "Book") -> dt.datetime | None:
    """Return the instant at which something is due next, which may have passed; None when nothing is to come."""
    instants = [mail.send_at for mail in book.table(Kind.MAIL).values() if mail.sent_at is None]
    first = min((date for date, _ in _dated(book)), default=None)
    if first is not None:
        instants.append(dt.datetime.combine(first, dt.time(), time_zone(book.settings.time_zone)))
    return min(instants, default=None)


def due(book: "Book", now: dt.datetime) -> Iterator[Target]:
    """Yield what is due at an instant: profiles, assets and journals to see to, reminders of the day, mail to send."""
    today = day_of(now, book.settings.time_zone)
    for date, command in _dated(book):
        if date <= today:
            yield command
    for mail in book.table(Kind.MAIL).values():
        if mail.sent_at is None and mail.send_at <= now:
            yield SendMail(id=mail.id)


def catch_up(book: "Book", now: dt.datetime, execute: Callable[[Command], Any]) -> int:
    """Carry out what is due until nothing is, and return how much that was.

    A profile the book refuses to run (its customer is inactive, its date is locked) is left as it stands.
    """
    refused: set[str] = set()
    count = 0
    while count < COMMANDS_MAX:
        pending = [each for each in due(book, now) if each.id not in refused]
        if not pending:
            break
        # What is reminded of is looked for last, when everything that was to be made and sent has been.
        first = [each for each in pending if not isinstance(each, RunReminderRule)]
        for command in (first or pending)[: COMMANDS_MAX - count]:
            try:
                document = execute(command)
            except Refused:
                refused.add(command.id)
                continue
            count += 1
            if isinstance(document, Invoice) and document.state is InvoiceState.SENT:
                execute(announcement(book, document))
    return count


def announcement(book: "Book", invoice: Invoice) -> WriteMail:
    """Return the mail that tells a customer of an invoice."""
    contact = book.contacts[invoice.contact_id]
    known = tuple(person.email for person in contact.persons if person.email)
    total = f"{book.currencies[invoice.currency_id].code} {invoice.totals.total}"
    return WriteMail(
        to=known,
        subject=f"Invoice - {invoice.number} from {book.settings.name}",
        body=f"Invoice {invoice.number} of {invoice.date} over {total} is due on {invoice.due_date}.",
        purpose=INVOICE,
        document_id=invoice.id,
    )
