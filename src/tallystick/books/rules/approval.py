"""What submitting, approving and rejecting do, one rule for every kind of document; and what keeps others unissued.

Which steps there are stands in each document's status table.
"""

from collections.abc import Iterable
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Change, Kind
from tallystick.books.documents.approval import (
    Approval,
    ApprovalFields,
    ApproveDocument,
    RejectDocument,
    SubmitDocument,
)
from tallystick.books.documents.settings import BookSettings
from tallystick.books.lifecycle import Action, Table
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, stamp
from tallystick.books.state import State
from tallystick.books.work import Work

TABLES: Final[dict[Kind, Table[Any]]] = {
    Kind.INVOICE: lifecycle.INVOICE,
    Kind.ESTIMATE: lifecycle.ESTIMATE,
    Kind.SALES_ORDER: lifecycle.SALES_ORDER,
    Kind.CREDIT_NOTE: lifecycle.CREDIT_NOTE,
    Kind.RETAINER_INVOICE: lifecycle.RETAINER_INVOICE,
    Kind.BILL: lifecycle.BILL,
    Kind.PURCHASE_ORDER: lifecycle.PURCHASE_ORDER,
    Kind.VENDOR_CREDIT: lifecycle.VENDOR_CREDIT,
    Kind.JOURNAL: lifecycle.JOURNAL,
}
"""The kinds of document that can be approved, each with its status table."""
UNAPPROVED: Final = frozenset({lifecycle.DRAFT, lifecycle.PENDING, lifecycle.REJECTED})
SILENT: Final = lifecycle.UNISSUED | {"void", "cancelled"}
"""States in which a document says nothing to anybody."""


def _moved(work: Work, command: ApprovalFields, action: Action) -> tuple[Kind, Any, Any]:
    """Return the kind, the document and the state an action leads it to. Raises Refused, with approvals off always."""
    kind = next((each for each in TABLES if each.value == command.kind), None)
    if kind is None:
        raise Refused(Reason.WRONG_TYPE, field="kind", expected="a kind of document that can be approved")
    document = work.find(kind, command.id)
    if not work.settings.approvals_needed:
        raise Refused(Reason.APPROVALS_OFF, field="id", number=document.number)
    return kind, document, lifecycle.step(TABLES[kind], action, document.state)


def submit(work: Work, command: SubmitDocument) -> Any:
    """Ask for approval; what was said before about the document is forgotten."""
    kind, old, state = _moved(work, command, Action.SUBMIT)
    asked = Approval(submitted_at=work.now, submitted_by=work.user_id)
    new = replace(old, state=state, approval=asked, **stamp(work))
    work.put(kind, new)
    return new


def approve(work: Work, command: ApproveDocument) -> Any:
    """Agree to a document; it is approved when enough users have, each counted once, or by a final word."""
    kind, old, state = _moved(work, command, Action.APPROVE)
    before: Approval = old.approval
    if work.user_id in before.approved_by and not command.final:
        raise Refused(Reason.APPROVED_TWICE, field="user_id", number=old.number)
    agreed = tuple(dict.fromkeys((*before.approved_by, work.user_id)))
    if not command.final and len(agreed) < work.settings.approvals_needed:
        state = lifecycle.step(TABLES[kind], Action.AGREE, old.state)
    new = replace(old, state=state, approval=replace(before, approved_by=agreed), **stamp(work))
    work.put(kind, new)
    return new


def reject(work: Work, command: RejectDocument) -> Any:
    """Refuse a document; it may be changed and submitted again."""
    kind, old, state = _moved(work, command, Action.REJECT)
    said = replace(old.approval, rejected_by=work.user_id, reason=command.reason)
    new = replace(old, state=state, approval=said, **stamp(work))
    work.put(kind, new)
    return new


def refuse_unapproved(state: State, changes: Iterable[Change]) -> None:
    """Raise Refused with NOT_APPROVED when approvals are on and a change issues a document that was never approved."""
    settings: BookSettings = state.tables[Kind.SETTINGS]["settings"]
    if not settings.approvals_needed:
        return
    for change in changes:
        new: Any = change.document
        old: Any = change.before
        if new is None or change.kind not in TABLES:
            continue
        before, after = old.state.value if old is not None else lifecycle.DRAFT, new.state.value
        if before in UNAPPROVED and after not in SILENT:
            raise Refused(Reason.NOT_APPROVED, field="status", number=new.number, status=before)


RULES: Final[dict[type, Rule]] = {SubmitDocument: submit, ApproveDocument: approve, RejectDocument: reject}
