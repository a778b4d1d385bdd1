"""What commands about the credit in journals do: a line set against invoices or bills, and taken back.

How credit meets what is owed stands in `settlement`; a line posts what it posted when it was written.
"""

from typing import Final

from msgspec.structs import asdict, replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.journal import (
    ApplyJournalLine,
    Journal,
    JournalLine,
    LineApplication,
    Side,
    UnapplyJournalLine,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, stamp
from tallystick.books.rules.settlement import APPLICATIONS_MAX, Purse, Settlement, take_back
from tallystick.books.work import Work

MEETS: Final = {(SystemAccount.RECEIVABLE, Side.CREDIT): Kind.INVOICE, (SystemAccount.PAYABLE, Side.DEBIT): Kind.BILL}
"""What is settled by a line that stands on this side of this account."""


def _line(journal: Journal, line_id: str) -> JournalLine:
    for line in journal.lines:
        if line.id == line_id:
            return line
    raise Refused(Reason.UNKNOWN_ID, field="line_id", kind="line", id=line_id)


def _owed(work: Work, line: JournalLine) -> Kind:
    """Return what a line can settle; raise Refused when it is no credit."""
    for (part, side), kind in MEETS.items():
        if line.side is side and line.account_id == work.system(part):
            return kind
    raise Refused(Reason.WRONG_TYPE, field="line_id", expected="a credit of a customer or vendor")


def apply_journal_line(work: Work, command: ApplyJournalLine) -> Journal:
    """Set what is left of a line against what its contact owes or is owed, dated today at the earliest."""
    old: Journal = work.find(Kind.JOURNAL, command.id)
    lifecycle.step(lifecycle.JOURNAL, Action.APPLY, old.state)
    line = _line(old, command.line_id)
    settlement = Settlement(
        work,
        Kind.JOURNAL,
        Purse(*old.left_of(line), old.exchange_rate, work.base_currency.places),
        contact_id=line.contact_id,
        currency_id=old.currency_id,
        date=max(old.date, work.today),
        owed=_owed(work, line),
    )
    made = tuple(LineApplication(line_id=line.id, **asdict(each)) for each in settlement.apply(command.applications))
    parts = len(old.applications) + len(made)
    if parts > APPLICATIONS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="applications", parts=parts, parts_max=APPLICATIONS_MAX)
    new = replace(old, applications=old.applications + made, **stamp(work))
    work.put(Kind.JOURNAL, new)
    return new


def unapply_journal_line(work: Work, command: UnapplyJournalLine) -> Journal:
    """Make due again all that a line had settled."""
    old: Journal = work.find(Kind.JOURNAL, command.id)
    line = _line(old, command.line_id)
    for application in old.applications:
        if application.line_id == line.id:
            take_back(work, Kind.JOURNAL, application)
    left = tuple(application for application in old.applications if application.line_id != line.id)
    new = replace(old, applications=left, **stamp(work))
    work.put(Kind.JOURNAL, new)
    return new


RULES: Final[dict[type, Rule]] = {ApplyJournalLine: apply_journal_line, UnapplyJournalLine: unapply_journal_line}
