"""Every document's status table, one noun a file: which action leads from which state to which, and what it is called.

Nothing else lives here: no posting, no arithmetic, no rule of a command.
"""

from tallystick.books.lifecycle.credit_note import (
    CREDIT_NOTE,
    CREDIT_NOTE_BLOCKERS,
    CreditNoteStatus,
    credit_note_is_open,
    credit_note_status,
)
from tallystick.books.lifecycle.invoice import (
    INVOICE,
    INVOICE_BLOCKERS,
    INVOICE_STATUS,
    InvoiceStatus,
    invoice_is_open,
    invoice_status,
)
from tallystick.books.lifecycle.journal import JOURNAL
from tallystick.books.lifecycle.payment import PAYMENT_BLOCKERS, payment_is_spent
from tallystick.books.lifecycle.step import Action, Blocker, State, Table, refuse_blocked, step
from tallystick.books.lifecycle.user import USER

__all__ = [
    "CREDIT_NOTE",
    "CREDIT_NOTE_BLOCKERS",
    "INVOICE",
    "INVOICE_BLOCKERS",
    "INVOICE_STATUS",
    "JOURNAL",
    "PAYMENT_BLOCKERS",
    "USER",
    "Action",
    "Blocker",
    "CreditNoteStatus",
    "InvoiceStatus",
    "State",
    "Table",
    "credit_note_is_open",
    "credit_note_status",
    "invoice_is_open",
    "invoice_status",
    "payment_is_spent",
    "refuse_blocked",
    "step",
]
