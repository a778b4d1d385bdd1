"""What a document's approval consists of, and the commands about it, the same for every kind of document.

Which steps a document may take stands in its status table; nothing is decided here.
"""

import datetime as dt

import msgspec

from tallystick.books.documents.document import Target


class Approval(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How far a document's approval has come: who submitted it and when, who agreed, or who refused and why."""

    submitted_at: dt.datetime
    submitted_by: str = ""
    approved_by: tuple[str, ...] = ()
    rejected_by: str = ""
    reason: str = ""


class ApprovalFields(Target, frozen=True, kw_only=True):
    """A step of the approval of one document; `kind` is the kind of record it is (`invoice`)."""

    kind: str


class SubmitDocument(ApprovalFields, frozen=True, kw_only=True):
    """Ask for the approval of a draft, or once more of what was rejected."""


class ApproveDocument(ApprovalFields, frozen=True, kw_only=True):
    """Agree to what was submitted. `final` makes it the last word, however many were to agree."""

    final: bool = False


class RejectDocument(ApprovalFields, frozen=True, kw_only=True):
    """Refuse what was submitted."""

    reason: str = ""
