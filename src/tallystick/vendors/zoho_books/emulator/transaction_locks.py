"""Transaction locking: close a part of the books up to a day, open some days of it, open it again.

What a lock keeps out is the Book's to say.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.lock import Lock, LockPeriod, LockScope, OpenWithinLock, UnlockPeriod
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, choice, day, flag, given, text, texts
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, user_name

SCOPES: Final = {**{scope.value: scope for scope in LockScope}, "": LockScope.ALL}
EXCEPTIONS: Final = (Field("user_ids", "user_ids", texts), Field("account_ids", "account_ids", texts))
NOTHING_LOCKED: Final = "disabled"
SCOPE_NUMBERS: Final = {scope.value: number for number, scope in enumerate(LockScope)}
"""How the wire numbers the parts: from 0 for all (documented), the others in the order it names them (assumed)."""


def _detail(call: Call, lock: Lock | None) -> dict[str, Any]:
    shown = declared("get_transaction_lock")
    if lock is None:
        return {**shown, "transaction_lock_status": NOTHING_LOCKED, "lock_status": "unlocked"}
    return {
        **shown,
        "transaction_lock_id": lock.id,
        "transaction_lock_status": "enabled",
        "transaction_lock_date": lock.through,
        "lock_status": "locked" if lock.open_from is None else "partially_unlocked",
        "lock_scope": SCOPE_NUMBERS[lock.id],
        "lock_scope_formatted": lock.id.title(),
        "end_date": lock.through,
        "locked_by": user_name(call, lock.created_by),
        "user_exceptions": list(lock.user_ids),
        "user_exceptions_count": len(lock.user_ids),
        "account_exceptions": list(lock.account_ids),
        "account_exceptions_count": len(lock.account_ids),
        "reason": lock.reason,
    }


def _locks(call: Call) -> dict[str, Lock]:
    return dict(call.organization.book.table(Kind.LOCK))


def read(call: Call) -> Answer:
    """Answer with one lock, the one on everything unless another is named."""
    lock = _locks(call).get(call.query.get("transaction_lock_id", "") or LockScope.ALL.value)
    return Answer(key="transaction_lock", value=_detail(call, lock))


def list_all(call: Call) -> Answer:
    """List the locks, all or those of one part. Raises Refused (code 2) for a part that is no number."""
    asked = call.query.get("lock_scope", "")
    if asked and not asked.isdecimal():
        raise Refused("invalid_value", field="lock_scope")
    found = [lock for lock in _locks(call).values() if not asked or SCOPE_NUMBERS[lock.id] == int(asked)]
    few = context_of_few(call, [_detail(call, lock) for lock in found])
    return Answer(key="transaction_locks", value=few.rows, extra={"page_context": few.context})


def update(call: Call) -> Answer:
    """Lock a part of the books, or unlock it. Raises Refused: code 2 without a date or with an unknown part."""
    scope = choice(SCOPES)(call.body.get("transaction_lock_module", ""), "transaction_lock_module")
    reason = text(call.body.get("reason", ""), "reason")
    lock = None
    if call.body.get("transaction_lock_status") == NOTHING_LOCKED:
        call.organization.execute(UnlockPeriod(scope=scope, reason=reason, user_id=call.user_id))
    else:
        through = day(call.body.get("transaction_lock_date", ""), "transaction_lock_date")
        excepted = given(call.body, EXCEPTIONS)
        command = LockPeriod(scope=scope, through=through, reason=reason, user_id=call.user_id, **excepted)
        lock = call.organization.execute(command)
    return Answer(message="Transaction lock has been updated.", key="transaction_lock", value=_detail(call, lock))


def unlock_partly(call: Call) -> Answer:
    """Open some days of a lock, or close them again."""
    scope = choice(SCOPES)(call.body.get("lock_module", ""), "lock_module")
    days: dict[str, Any] = {}
    if flag(call.body.get("is_enabled", True), "is_enabled"):
        days = {
            name: day(call.body.get(wire, ""), wire)
            for wire, name in (("start_date", "open_from"), ("end_date", "open_until"))
        }
    lock = call.organization.execute(OpenWithinLock(scope=scope, user_id=call.user_id, **days))
    message = "Partial unlock settings have been updated."
    return Answer(message=message, key="transaction_lock", value=_detail(call, lock))


def delete(call: Call) -> Answer:
    """Remove a lock. Raises Refused: 1002 when there is none."""
    name = call.query.get("transaction_lock_id", "") or LockScope.ALL.value
    if name not in _locks(call):
        raise Refused("does_not_exist", thing="Transaction lock")
    call.organization.execute(UnlockPeriod(scope=LockScope(name), user_id=call.user_id))
    return Answer(message="The transaction lock has been deleted.")


HANDLERS: Final = (
    Emulated("GET", "/transactionlock", read, SPECIFIED, missing="accounting periods"),
    Emulated("GET", "/transactionlocks", list_all, SPECIFIED, missing="accounting periods"),
    Emulated("PUT", "/transactionlock", update, SPECIFIED, missing="accounting periods; stock"),
    Emulated("PUT", "/transactionlock/partialunlock", unlock_partly, SPECIFIED),
    Emulated("DELETE", "/transactionlock", delete, SPECIFIED),
)
