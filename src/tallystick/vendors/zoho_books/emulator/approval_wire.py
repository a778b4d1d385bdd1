"""How a document's approval looks on the wire: its keys, its views in lists, and how a document begins under it.

The operations are in `approvals`; who may approve, and when, is the Book's to say.
"""

from collections.abc import Iterable
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.documents.approval import Approval
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.index import Condition
from tallystick.vendors.zoho_books.emulator.listing import equals
from tallystick.vendors.zoho_books.emulator.module import local_date

APPROVAL_VIEWS: Final[dict[str, tuple[Condition, ...]]] = {
    "Status.Pending": (equals("status", lifecycle.PENDING),),
    "Status.PendingApproval": (equals("status", lifecycle.PENDING),),
    "Status.Approved": (equals("status", lifecycle.APPROVED),),
    "Status.Rejected": (equals("status", lifecycle.REJECTED),),
}
"""Views of a list: Pending and Approved are the specification's; the other two are said by clients (assumed)."""


def begins_as_draft(call: Call) -> bool:
    """Tell whether a new document begins as a draft, whatever the vendor's default: approvals are on (assumed)."""
    on = bool(call.organization.book.settings.approvals_needed)
    if on:
        call.notes.assume("approval_begins")
    return on


def approval_fields(call: Call, document: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return those keys of a document's approval that are among `names`; a draft shows none of its past.

    The inner keys of `approvers_list` are assumed: no recording of one with rows is known.
    """
    approval: Approval | None = document.approval
    if approval is None or document.state.value == lifecycle.DRAFT:
        return {}
    users = call.organization.book.users
    by = users.get(approval.submitted_by)
    last = approval.rejected_by or (approval.approved_by[-1] if approval.approved_by else "")
    deciders = [(user_id, "approved") for user_id in approval.approved_by]
    if approval.rejected_by:
        deciders.append((approval.rejected_by, "rejected"))
    found = {
        "submitter_id": approval.submitted_by,
        "submitted_date": local_date(call, approval.submitted_at),
        "submitted_by": approval.submitted_by,
        "submitted_by_name": "" if by is None else by.name,
        "submitted_by_email": "" if by is None else by.email,
        "approver_id": last,
        "approvers_list": [
            {
                "order": order,
                "approver_user_id": user_id,
                "approver_name": users[user_id].name if user_id in users else "",
                "email": users[user_id].email if user_id in users else "",
                "has_approved": status == "approved",
                "approval_status": status,
            }
            for order, (user_id, status) in enumerate(deciders, start=1)
        ],
    }
    return {name: found[name] for name in names if name in found}
