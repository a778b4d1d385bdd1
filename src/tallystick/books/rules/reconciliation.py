"""What commands about reconciliations do: what was cleared, what is left over, when one may be finished or undone."""

import datetime as dt
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.reconciliation import (
    CreateReconciliation,
    DeleteReconciliation,
    Reconciliation,
    ReconciliationFields,
    ReconciliationState,
    UndoReconciliation,
    UpdateReconciliation,
)
from tallystick.books.lifecycle import Action
from tallystick.books.lifecycle.reconciliation import RECONCILIATION
from tallystick.books.lifecycle.step import step
from tallystick.books.moved import MONEY_TYPES, Moved, movements
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.work import Work
from tallystick.model.money import ZERO, from_minor, round_money

SOURCES_MAX: Final = 10_000


def money_account(work: Work, identity: str) -> tuple[Account, Currency]:
    """Return an account a bank, a till or a card issuer keeps, and its currency; raise Refused for any other."""
    account: Account = work.active(Kind.ACCOUNT, identity, "account_id")
    if account.type not in MONEY_TYPES:
        raise Refused(Reason.ACCOUNT_TYPE, field="account_id", id=account.id)
    return account, work.get(Kind.CURRENCY, account.currency_id) or work.base_currency


def create(work: Work, command: CreateReconciliation) -> Reconciliation:
    """Begin a reconciliation, or make one in one go."""
    money_account(work, command.account_id)
    fields = _fields(work, command, command.account_id, None)
    state = ReconciliationState.DRAFT
    new = Reconciliation(id=work.new_id(), account_id=command.account_id, state=state, **fields, **new_stamp(work))
    return _put(work, new, finish=command.finish)


def update(work: Work, command: UpdateReconciliation) -> Reconciliation:
    """Change a draft, or finish it."""
    old: Reconciliation = work.find(Kind.RECONCILIATION, command.id)
    step(RECONCILIATION, Action.UPDATE, old.state)
    new = replace(old, **_fields(work, command, old.account_id, old), **stamp(work))
    return _put(work, new, finish=command.finish)


def _put(work: Work, new: Reconciliation, *, finish: bool) -> Reconciliation:
    """Stage a reconciliation; raise Refused with DIFFERENCE when it is to be finished and a difference is left."""
    if finish:
        if new.difference:
            raise Refused(Reason.DIFFERENCE, field="closing", difference=str(new.difference))
        new = replace(new, state=step(RECONCILIATION, Action.RECONCILE, new.state))
    work.put(Kind.RECONCILIATION, new)
    return new


def _fields(work: Work, command: ReconciliationFields, account_id: str, old: Reconciliation | None) -> dict[str, Any]:
    account: Account = work.find(Kind.ACCOUNT, account_id)
    currency = work.get(Kind.CURRENCY, account.currency_id) or work.base_currency
    required = {name: chosen(getattr(command, name), getattr(old, name) if old else None) for name in _REQUIRED}
    for name, value in required.items():
        if value is None:
            raise Refused(Reason.REQUIRED, field=name)
    start, end = required["start"], required["end"]
    last = latest(work, account_id)
    if start > end or (last is not None and end <= last.end):
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="end", date=end, first=last.end if last else start, last=None)
    moved = _sources(work, command, account, old, end)
    places = currency.places
    return {
        "start": start,
        "end": end,
        "closing": round_money(required["closing"], places),
        "opening": last.closing if last else ZERO,
        "cleared": from_minor(sum(each.amount for each in moved), places),
        "sources": tuple(each.id for each in moved),
    }


_REQUIRED: Final = ("start", "end", "closing")


def _sources(
    work: Work, command: ReconciliationFields, account: Account, old: Reconciliation | None, end: dt.date
) -> list[Moved]:
    """Return the movements cleared; raise Refused for one that is unknown, elsewhere, later, or reconciled already.

    What the account held before the books began is always cleared. A movement that has gone since a draft was saved
    is left out of it.
    """
    asked = chosen(command.sources, old.sources if old else ())
    named = command.sources is asked
    if len(asked) > SOURCES_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="sources", parts=len(asked), parts_max=SOURCES_MAX)
    taken = reconciled(work, account.id)
    began = [
        opening.id for opening in work.all(Kind.OPENING_BALANCE) if opening.id not in taken and opening.date <= end
    ]
    found = []
    for at, source in enumerate(dict.fromkeys((*began, *asked))):
        moved = movements(work.entries_of(source), account, work.chart).get(source)
        given = named and source in asked
        if moved is None and given:
            missing = not work.entries_of(source)
            reason = Reason.UNKNOWN_ID if missing else Reason.ACCOUNT_MISMATCH
            raise Refused(reason, field=f"sources[{at}]", kind="transaction", id=source)
        if moved is None:
            continue
        if source in taken:
            raise Refused(Reason.RECONCILED, field=f"sources[{at}]", id=source)
        if moved.date > end:
            raise Refused(Reason.DATE_OUT_OF_RANGE, field=f"sources[{at}]", date=moved.date, first=None, last=end)
        found.append(moved)
    return found


def finished(work: Work, account_id: str) -> list[Reconciliation]:
    """Return an account's finished reconciliations, the earliest first."""
    held = [
        each
        for each in work.all(Kind.RECONCILIATION)
        if each.account_id == account_id and each.state is ReconciliationState.RECONCILED
    ]
    return sorted(held, key=lambda each: each.end)


def latest(work: Work, account_id: str) -> Reconciliation | None:
    """Return the finished reconciliation that goes furthest."""
    held = finished(work, account_id)
    return held[-1] if held else None


def reconciled(work: Work, account_id: str) -> frozenset[str]:
    """Return the movements of an account that are in a finished reconciliation."""
    return frozenset(source for each in finished(work, account_id) for source in each.sources)


def _refuse_earlier(work: Work, old: Reconciliation, action: Action) -> None:
    """Raise Refused unless a finished reconciliation is the latest of its account: the next began where it closed."""
    last = latest(work, old.account_id)
    if old.state is ReconciliationState.RECONCILED and last is not None and last.id != old.id:
        raise Refused(Reason.WRONG_STATUS, field="status", status="followed by another", action=action.value)


def undo(work: Work, command: UndoReconciliation) -> Reconciliation:
    """Make the latest finished reconciliation a draft again."""
    old: Reconciliation = work.find(Kind.RECONCILIATION, command.id)
    state = step(RECONCILIATION, Action.REOPEN, old.state)
    _refuse_earlier(work, old, Action.REOPEN)
    new = replace(old, state=state, **stamp(work))
    work.put(Kind.RECONCILIATION, new)
    return new


def delete(work: Work, command: DeleteReconciliation) -> Reconciliation:
    """Remove a draft or the latest finished reconciliation."""
    old: Reconciliation = work.find(Kind.RECONCILIATION, command.id)
    step(RECONCILIATION, Action.DELETE, old.state)
    _refuse_earlier(work, old, Action.DELETE)
    work.delete(Kind.RECONCILIATION, old.id)
    return old


RULES: Final[dict[type, Rule]] = {
    CreateReconciliation: create,
    UpdateReconciliation: update,
    UndoReconciliation: undo,
    DeleteReconciliation: delete,
}
