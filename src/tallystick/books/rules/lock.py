"""What commands about locks do, and what a lock keeps out: entries of its period that come, go or change."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Change, Kind
from tallystick.books.documents.lock import Lock, LockPeriod, LockScope, OpenWithinLock, UnlockPeriod
from tallystick.books.posting.rules import entries_of
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.state import State
from tallystick.books.work import Work
from tallystick.ledger.entry import Entry

_SALES: Final = ("invoice", "payment", "credit_note", "sales_receipt", "retainer_invoice", "debit_note")
_PURCHASE: Final = ("bill", "vendor_payment", "vendor_credit", "expense")
SCOPE_OF: Final[dict[Kind, LockScope]] = {
    **dict.fromkeys(Kind, LockScope.ACCOUNTANT),
    **{kind: LockScope.SALES for kind in Kind if kind.value in _SALES},
    **{kind: LockScope.PURCHASE for kind in Kind if kind.value in _PURCHASE},
    Kind.BANK_TRANSACTION: LockScope.BANKING,
}
"""The part of the books each kind of document belongs to; what none claims is the accountant's."""


EXCEPTIONS_MAX: Final = 200
"""Users, or accounts, one lock may except."""


def lock_period(work: Work, command: LockPeriod) -> Lock:
    """Close a part of the books; a reason is required, and who or what is excepted has to be there."""
    if not command.reason.strip():
        raise Refused(Reason.REQUIRED, field="reason")
    old: Lock | None = work.get(Kind.LOCK, command.scope.value)
    fields: dict[str, Any] = {"through": command.through, "reason": command.reason.strip()}
    for kind, name in ((Kind.USER, "user_ids"), (Kind.ACCOUNT, "account_ids")):
        ids = tuple(dict.fromkeys(chosen(getattr(command, name), getattr(old, name, ()))))
        if len(ids) > EXCEPTIONS_MAX:
            raise Refused(Reason.TOO_MANY_PARTS, field=name, parts=len(ids), parts_max=EXCEPTIONS_MAX)
        for index, identity in enumerate(ids):
            work.find(kind, identity, f"{name}[{index}]")
        fields[name] = ids
    if old is None:
        lock = Lock(id=command.scope.value, **fields, **new_stamp(work))
    else:
        lock = replace(old, **fields, **stamp(work))
    work.put(Kind.LOCK, lock)
    return lock


def open_within(work: Work, command: OpenWithinLock) -> Lock:
    """Open some days of a locked past."""
    old: Lock = work.find(Kind.LOCK, command.scope.value, "scope")
    start, end = command.open_from, command.open_until
    if (start is None) is not (end is None) or (start is not None and end is not None and start > end):
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="open_from", date=start, first=None, last=end)
    lock = replace(old, open_from=start, open_until=end, **stamp(work))
    work.put(Kind.LOCK, lock)
    return lock


def unlock(work: Work, command: UnlockPeriod) -> Lock:
    """Open a part of the books again."""
    lock: Lock = work.find(Kind.LOCK, command.scope.value, "scope")
    work.delete(Kind.LOCK, lock.id)
    return lock


def refuse_locked(state: State, changes: Iterable[Change], user_id: str) -> None:
    """Raise Refused with LOCKED when a change would alter an entry dated in a period locked to the user."""
    locks = {lock.id: lock for lock in state.tables[Kind.LOCK].values() if user_id not in lock.user_ids}
    if not locks:
        return
    for change in changes:
        held = [lock for scope in (LockScope.ALL, SCOPE_OF[change.kind]) if (lock := locks.get(scope.value))]
        if not held:
            continue
        before = set(state.entries[change.kind].get(change.id, ()))
        after = set(entries_of(change.kind, change.document, state)) if change.document is not None else set()
        for entry in sorted(before ^ after, key=attrgetter("date")):
            for lock in held:
                if _closes(lock, entry):
                    raise Refused(Reason.LOCKED, field="date", date=entry.date, through=lock.through, scope=lock.id)


def _closes(lock: Lock, entry: Entry) -> bool:
    date = entry.date
    opened = lock.open_from is not None and lock.open_until is not None and lock.open_from <= date <= lock.open_until
    return (
        date <= lock.through and not opened and not any(each.account_id in lock.account_ids for each in entry.postings)
    )


RULES: Final[dict[type, Rule]] = {
    LockPeriod: lock_period,
    OpenWithinLock: open_within,
    UnlockPeriod: unlock,
}
