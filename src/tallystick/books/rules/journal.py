"""What commands about journals do. No entry is made here."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.document import Target
from tallystick.books.documents.journal import (
    CreateJournal,
    DeleteJournal,
    HandEntry,
    Journal,
    JournalFields,
    JournalLine,
    JournalLineFields,
    JournalState,
    JournalTax,
    PublishJournal,
    ReverseJournal,
    Side,
    UpdateJournal,
)
from tallystick.books.lifecycle import Action
from tallystick.books.numbering import take_number
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.journal_taxes import taxed
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

LINES_MIN: Final = 2
STARTS: Final = frozenset({JournalState.DRAFT, JournalState.PUBLISHED})
"""The states a journal can begin in."""


def _step(action: Action, journal: Journal) -> JournalState:
    return lifecycle.step(
        lifecycle.JOURNAL, action, journal.state, blockers=lifecycle.JOURNAL_BLOCKERS, document=journal
    )


def create_journal(work: Work, command: CreateJournal) -> Journal:
    """Write a journal."""
    if command.state not in STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    fields = journal_fields(work, command, None)
    journal = Journal(
        id=work.new_id(),
        state=command.state,
        number=take_number(work, Kind.JOURNAL, command.number),
        recurring_id=command.recurring_id,
        **fields,
        **new_stamp(work),
    )
    work.put(Kind.JOURNAL, journal)
    return journal


def update_journal(work: Work, command: UpdateJournal) -> Journal:
    """Change a journal."""
    old: Journal = work.find(Kind.JOURNAL, command.id)
    state = _step(Action.UPDATE, old)
    fields = journal_fields(work, command, old)
    number = take_number(work, Kind.JOURNAL, command.number, own_id=old.id, current=old.number)
    new = replace(old, state=state, number=number, **fields, **stamp(work))
    work.put(Kind.JOURNAL, new)
    return new


def journal_fields(work: Work, command: JournalFields, old: HandEntry | None) -> dict[str, Any]:
    """Return a journal's fields, checked and balanced in both currencies."""
    date = chosen(command.date, old.date if old else work.today)
    currency = currency_of(work, command.currency_id, old.currency_id if old else work.base_currency.id)
    known = old.exchange_rate if old and old.currency_id == currency.id else None
    rate = exchange_rate(work, currency, command.exchange_rate, date, known=known)
    asked = chosen(command.lines, as_asked(old.lines) if old else ())
    kept = (
        frozenset(each for line in old.lines for each in (line.account_id, line.contact_id, line.tax_id))
        if old
        else frozenset()
    )
    checked = _lines(work, asked, old, kept=kept, currency=currency, rate=rate)
    named, taxes = taxed(work, checked, kept=kept, currency=currency, rate=rate)
    lines = _balanced(named, taxes)
    parts: tuple[JournalLine | JournalTax, ...] = (*lines, *taxes)
    debits = [part for part in parts if part.side is Side.DEBIT]
    return {
        "date": date,
        "currency_id": currency.id,
        "exchange_rate": rate,
        "places": currency.places,
        "lines": lines,
        "taxes": taxes,
        "total": sum((part.amount for part in debits), ZERO),
        "base_total": sum((part.base_amount for part in debits), ZERO),
        "reference": chosen(command.reference, old.reference if old else ""),
        "notes": chosen(command.notes, old.notes if old else ""),
    }


def as_asked(lines: Sequence[JournalLine]) -> tuple[JournalLineFields, ...]:
    """Return lines as a command would ask for them."""
    return tuple(
        JournalLineFields(
            id=line.id,
            account_id=line.account_id,
            side=line.side,
            amount=line.amount,
            description=line.description,
            contact_id=line.contact_id,
            tax_id=line.tax_id,
        )
        for line in lines
    )


def _lines(
    work: Work,
    asked: Sequence[JournalLineFields],
    old: HandEntry | None,
    *,
    kept: frozenset[str],
    currency: Currency,
    rate: Decimal,
) -> list[JournalLine]:
    """Return lines as asked; raise Refused when there are too few or many, or one will not do."""
    if len(asked) < LINES_MIN:
        raise Refused(Reason.NO_LINES, field="lines", lines=len(asked), lines_min=LINES_MIN)
    if len(asked) > work.settings.lines_max:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(asked), lines_max=work.settings.lines_max)
    known = {line.id for line in old.lines} if old else set()
    lines = []
    for index, each in enumerate(asked):
        field = f"lines[{index}]"
        if each.id and each.id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"{field}.id", kind="line", id=each.id)
        known.discard(each.id)
        work.active(Kind.ACCOUNT, each.account_id, f"{field}.account_id", kept=kept)
        if each.contact_id:
            work.active(Kind.CONTACT, each.contact_id, f"{field}.contact_id", kept=kept)
        amount = round_money(each.amount, currency.places)
        if amount < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=f"{field}.amount", amount=str(each.amount))
        if not amount or amount * rate >= AMOUNT_MAX:
            raise Refused(Reason.BAD_AMOUNT, field=f"{field}.amount", amount=str(each.amount), rate=str(rate))
        lines.append(
            JournalLine(
                id=each.id or work.new_id(),
                account_id=each.account_id,
                side=each.side,
                amount=amount,
                base_amount=round_money(amount * rate, work.base_currency.places),
                description=each.description,
                contact_id=each.contact_id,
                tax_id=each.tax_id,
            )
        )
    return lines


def _difference(parts: Sequence[JournalLine | JournalTax], field: str) -> Decimal:
    signs = {Side.DEBIT: 1, Side.CREDIT: -1}
    return sum((signs[part.side] * getattr(part, field) for part in parts), ZERO)


def _balanced(lines: list[JournalLine], taxes: tuple[JournalTax, ...]) -> tuple[JournalLine, ...]:
    """Return lines that balance with their taxes, what rounding to the base currency left over put on the largest.

    Raises Refused when debits and credits differ.
    """
    difference = _difference([*lines, *taxes], "amount")
    if difference:
        raise Refused(Reason.UNBALANCED, field="lines", difference=str(difference))
    left = _difference([*lines, *taxes], "base_amount")
    if left:
        index = max(range(len(lines)), key=lambda each: lines[each].base_amount)
        sign = 1 if lines[index].side is Side.CREDIT else -1
        lines[index] = replace(lines[index], base_amount=lines[index].base_amount + sign * left)
    return tuple(lines)


def delete_journal(work: Work, command: DeleteJournal) -> Journal:
    """Remove a journal."""
    journal: Journal = work.find(Kind.JOURNAL, command.id)
    _step(Action.DELETE, journal)
    work.delete(Kind.JOURNAL, journal.id)
    return journal


def publish_journal(work: Work, command: Target) -> Journal:
    """Let a draft post."""
    old: Journal = work.find(Kind.JOURNAL, command.id)
    new = replace(old, state=lifecycle.step(lifecycle.JOURNAL, Action.ISSUE, old.state), **stamp(work))
    work.put(Kind.JOURNAL, new)
    return new


def reverse_journal(work: Work, command: ReverseJournal) -> Journal:
    """Write the opposite of a journal, line by line, as a new one, a draft when it has to be approved; or note the day.

    Returns the new journal, or the old one while the reversal waits.
    """
    old: Journal = work.find(Kind.JOURNAL, command.id)
    lifecycle.step(lifecycle.JOURNAL, Action.REVERSE, old.state)
    other = {Side.DEBIT: Side.CREDIT, Side.CREDIT: Side.DEBIT}
    date: dt.date = chosen(command.date, work.today)
    if command.scheduled and date > work.today:
        waiting = replace(old, reverse_on=date, **stamp(work))
        work.put(Kind.JOURNAL, waiting)
        return waiting
    if old.reverse_on is not None:
        work.put(Kind.JOURNAL, replace(old, reverse_on=None, **stamp(work)))
    new = replace(
        old,
        id=work.new_id(),
        number=take_number(work, Kind.JOURNAL, ""),
        state=JournalState.DRAFT if work.settings.approvals_needed else JournalState.PUBLISHED,
        approval=None,
        date=date,
        lines=tuple(replace(line, id=work.new_id(), side=other[line.side]) for line in old.lines),
        taxes=tuple(replace(tax, side=other[tax.side]) for tax in old.taxes),
        reverses_id=old.id,
        reverse_on=None,
        recurring_id="",
        applications=(),
        **new_stamp(work),
    )
    work.put(Kind.JOURNAL, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateJournal: create_journal,
    UpdateJournal: update_journal,
    DeleteJournal: delete_journal,
    PublishJournal: publish_journal,
    ReverseJournal: reverse_journal,
}
