"""What commands about credit notes do. How a credit note meets invoices stands in `settlement`."""

from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.credit_note import (
    ApplyCreditNote,
    CreateCreditNote,
    CreditNote,
    CreditNoteState,
    DeleteCreditNote,
    DeleteCreditNoteRefund,
    MarkCreditNoteDraft,
    MarkCreditNoteOpen,
    RefundCreditNote,
    UnapplyCreditNote,
    UpdateCreditNote,
    UpdateCreditNoteRefund,
    VoidCreditNote,
)
from tallystick.books.documents.document import Target
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.settlement import Purse, Settlement
from tallystick.books.rules.spending import CREDIT_NOTE, applies, deletes_refund, refunds, unapplies, updates_refund
from tallystick.books.work import Work

_STARTS: Final = frozenset({CreditNoteState.DRAFT, CreditNoteState.OPEN})


def _step(action: Action, note: CreditNote) -> CreditNoteState:
    return lifecycle.step(
        lifecycle.CREDIT_NOTE, action, note.state, blockers=lifecycle.CREDIT_NOTE_BLOCKERS, document=note
    )


def create_credit_note(work: Work, command: CreateCreditNote) -> CreditNote:
    """Make a credit note and set it against invoices when asked."""
    if command.state not in _STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    fields = sales_fields(work, Kind.CREDIT_NOTE, command, None)
    purse = Purse(fields["totals"].total, fields["base"].total, fields["exchange_rate"], work.base_currency.places)
    if command.applications:
        lifecycle.step(lifecycle.CREDIT_NOTE, Action.APPLY, command.state)
    settlement = Settlement(
        work,
        Kind.CREDIT_NOTE,
        purse,
        contact_id=fields["contact_id"],
        currency_id=fields["currency_id"],
        date=fields["date"],
    )
    applications = settlement.apply(command.applications)
    note = CreditNote(
        id=work.new_id(),
        state=command.state,
        applications=applications,
        balance=purse.left,
        balance_base=purse.left_base,
        **fields,
        **new_stamp(work),
    )
    work.put(Kind.CREDIT_NOTE, note)
    return note


def update_credit_note(work: Work, command: UpdateCreditNote) -> CreditNote:
    """Change a credit note that nothing was taken from."""
    old: CreditNote = work.find(Kind.CREDIT_NOTE, command.id)
    state = _step(Action.UPDATE, old)
    fields = sales_fields(work, Kind.CREDIT_NOTE, command, old)
    new = replace(
        old,
        state=state,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        **fields,
        **stamp(work),
    )
    work.put(Kind.CREDIT_NOTE, new)
    return new


def delete_credit_note(work: Work, command: DeleteCreditNote) -> CreditNote:
    """Remove a credit note that nothing was taken from."""
    note: CreditNote = work.find(Kind.CREDIT_NOTE, command.id)
    _step(Action.DELETE, note)
    work.delete(Kind.CREDIT_NOTE, note.id)
    return note


def _moves(action: Action) -> Rule:
    """Return the rule that takes a credit note along its lifecycle."""

    def move(work: Work, command: Target) -> CreditNote:
        old: CreditNote = work.find(Kind.CREDIT_NOTE, command.id)
        new = replace(old, state=_step(action, old), **stamp(work))
        work.put(Kind.CREDIT_NOTE, new)
        return new

    return move


RULES: Final[dict[type, Rule]] = {
    CreateCreditNote: create_credit_note,
    UpdateCreditNote: update_credit_note,
    DeleteCreditNote: delete_credit_note,
    MarkCreditNoteOpen: _moves(Action.ISSUE),
    MarkCreditNoteDraft: _moves(Action.DRAFT),
    VoidCreditNote: _moves(Action.VOID),
    ApplyCreditNote: applies(CREDIT_NOTE),
    UnapplyCreditNote: unapplies(CREDIT_NOTE),
    RefundCreditNote: refunds(CREDIT_NOTE),
    UpdateCreditNoteRefund: updates_refund(CREDIT_NOTE),
    DeleteCreditNoteRefund: deletes_refund(CREDIT_NOTE),
}
