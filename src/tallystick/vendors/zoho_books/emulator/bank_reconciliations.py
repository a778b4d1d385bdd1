"""Reconciliations of a bank account: list, begin, save as a draft, finish, read, undo, delete.

What is cleared, what is left over and what is fast afterwards are the Book's to say. Fields of the bodies are
documented; the keys of the answers are ours, for the specification gives none.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.reconciliation import (
    CreateReconciliation,
    DeleteReconciliation,
    Reconciliation,
    ReconciliationState,
    UndoReconciliation,
    UpdateReconciliation,
)
from tallystick.ledger.account import grows_by_debit
from tallystick.model.money import from_minor
from tallystick.vendors.zoho_books.emulator.bank_movements import (
    account_of,
    currency_of,
    moved_in,
    reconciled_in,
    transaction_type,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, rows, text
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import Emulated, Module, detail_of, forget, row_of, user_name

OPTIONS: Final = {"": False, "draft": False, "save_as_draft": False, "reconcile": True}
"""What `save_option` may say: `reconcile` is documented by an example, its opposite by the word draft."""


def _sources(value: Any, wire: str) -> tuple[str, ...]:
    return tuple(text(row.get("transaction_id", ""), "transaction_id") for row in rows(value, wire))


FIELDS: Final = (
    Field("start_date", "start", day),
    Field("end_date", "end", day),
    Field("closing_balance", "closing", amount),
    Field("transactions_to_be_reconciled", "sources", _sources),
)


def _sign(call: Call, account_id: str) -> int:
    """Return how the wire tells a balance: what is owed on a card is positive there."""
    return 1 if grows_by_debit(call.organization.book.accounts[account_id].type) else -1


def _fields(call: Call, account_id: str) -> dict[str, Any]:
    """Return the Book's fields of a body. Raises Refused (code 2)."""
    fields = given({name: value for name, value in call.body.items() if value != ""}, FIELDS)
    if "closing" in fields:
        fields["closing"] *= _sign(call, account_id)
    option = call.body.get("save_option", "")
    if option not in OPTIONS:
        raise Refused("invalid_value", field="save_option")
    return {**fields, "finish": OPTIONS[option]}


def _row(call: Call, found: Reconciliation) -> dict[str, Any]:
    sign = _sign(call, found.account_id)
    return {
        "reconciliation_id": found.id,
        "account_id": found.account_id,
        "account_name": call.organization.book.accounts[found.account_id].name,
        "start_date": found.start,
        "end_date": found.end,
        "opening_balance": sign * found.opening,
        "closing_balance": sign * found.closing,
        "cleared_amount": sign * found.cleared,
        "difference": sign * found.difference,
        "status": found.state.value,
        "created_time": found.created_at,
        "last_modified_time": found.modified_at,
        "reconciled_by": user_name(call, found.modified_by),
    }


def _detail(call: Call, found: Reconciliation) -> dict[str, Any]:
    """Return a reconciliation with every movement it holds or, as a draft, might still hold."""
    book = call.organization.book
    account = book.accounts[found.account_id]
    places = currency_of(book, account).places
    draft = found.state is ReconciliationState.DRAFT
    others = reconciled_in(book, account.id) - frozenset(() if draft else found.sources)
    shown = []
    for moved, _, document in moved_in(book, account):
        ticked = moved.id in found.sources
        if not ticked and (not draft or moved.id in others or moved.date > found.end):
            continue
        shown.append(
            {
                "transaction_id": moved.id,
                "date": moved.date,
                "transaction_type": transaction_type(moved, document),
                "reference_number": getattr(document, "reference", ""),
                "debit_amount": from_minor(max(moved.amount, 0), places),
                "credit_amount": from_minor(max(-moved.amount, 0), places),
                "is_reconciled": ticked,
            }
        )
    shown.sort(key=lambda each: each["date"])
    return {**_row(call, found), "transactions": shown, "documents": []}


_PATH: Final = "/bankaccounts/{account_id}/reconciliations"


class _OfAccount(Module, frozen=True):
    """The noun of what an account has: one is found below its own account alone."""

    def named(self, call: Call) -> Reconciliation:
        """Return the one a path names. Raises Refused (code 1002) when its account has no such one."""
        account = account_of(call, call.ids["account_id"])
        found: Reconciliation = self.find(call.organization, call.ids[self.identity])
        if found.account_id != account.id:
            raise Refused(self.missing_error, thing=self.label)
        return found


MODULE: Final = _OfAccount(
    label="Reconciliation",
    path=_PATH,
    identity="reconciliation_id",
    kind="reconciliation",
    key="reconciliation",
    list_key="reconciliations",
    documents=lambda organization: organization.book.table(Kind.RECONCILIATION),
    row=_row,
    detail=_detail,
    listing=Listing("Reconciliations", (), "end_date", descending=True),
)


def _answer(call: Call, found: Reconciliation, message: str = "success") -> Answer:
    return Answer(message=message, key=MODULE.key, value=detail_of(MODULE, call, found))


def list_all(call: Call) -> Answer:
    """List an account's reconciliations, the latest first."""
    account = account_of(call, call.ids["account_id"])
    table = call.organization.book.table(Kind.RECONCILIATION)
    found = sorted((each for each in table.values() if each.account_id == account.id), key=lambda each: each.end)
    few = context_of_few(call, [row_of(MODULE, call, each) for each in reversed(found)])
    return Answer(key="reconciliations", value=few.rows, extra={"page_context": few.context})


def create(call: Call) -> Answer:
    """Begin a reconciliation; with `save_option=reconcile` finish it. Raises Refused when a difference is left."""
    account = account_of(call, call.ids["account_id"])
    command = CreateReconciliation(account_id=account.id, user_id=call.user_id, **_fields(call, account.id))
    return _answer(call, call.organization.execute(command), "The reconciliation has been created.")


def read(call: Call) -> Answer:
    """Answer with one reconciliation and its transactions."""
    return _answer(call, MODULE.named(call))


def update(call: Call) -> Answer:
    """Change a draft or finish it; a finished one named with `save_option=draft` is undone first (assumed)."""
    return _answer(
        call, _changed(call, _fields(call, MODULE.named(call).account_id)), "The reconciliation has been updated."
    )


def save_draft(call: Call) -> Answer:
    """Save the progress of a reconciliation; a finished one becomes a draft again."""
    fields = {**_fields(call, MODULE.named(call).account_id), "finish": False}
    return _answer(call, _changed(call, fields), "The reconciliation draft has been saved.")


def _changed(call: Call, fields: dict[str, Any]) -> Reconciliation:
    old = MODULE.named(call)
    if old.state is ReconciliationState.RECONCILED:
        call.organization.execute(UndoReconciliation(id=old.id, user_id=call.user_id))
        unsaid = "save_option" not in call.body and call.operation.id == "update_bank_reconciliation"
        fields = {**fields, "finish": True} if unsaid else fields
    changed: Reconciliation = call.organization.execute(UpdateReconciliation(id=old.id, user_id=call.user_id, **fields))
    return changed


def delete(call: Call) -> Answer:
    """Delete a reconciliation; its transactions are free again. Only the latest finished one of an account can go."""
    identity = MODULE.named(call).id
    call.organization.execute(DeleteReconciliation(id=identity, user_id=call.user_id))
    forget(call.organization, identity)
    return Answer(message="The reconciliation has been deleted.")


_ID: Final = f"{_PATH}/{{reconciliation_id}}"
_KEYS: Final = "assumed(bodies and messages documented, keys of the answers not)"
HANDLERS: Final = (
    Emulated("GET", _PATH, list_all, _KEYS),
    Emulated("POST", _PATH, create, _KEYS),
    Emulated("GET", _ID, read, _KEYS),
    Emulated("PUT", _ID, update, _KEYS),
    Emulated("DELETE", _ID, delete, _KEYS),
    Emulated("PUT", f"{_ID}/draft", save_draft, _KEYS),
)
