"""Lines of imported bank statements, what they were matched with, and the commands about them. Nothing here posts."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Target
from tallystick.books.documents.journal import Side


class LineState(StrEnum):
    """What was made of a statement line."""

    UNCATEGORIZED = "uncategorized"
    MATCHED = "matched"
    CATEGORIZED = "categorized"
    EXCLUDED = "excluded"


class StatementLine(Document, frozen=True, kw_only=True, gc=False):
    """One line of a bank's statement. A debit raises the account: money came in.

    `sources` are the movements it was matched with, or the one that categorising made of it: ids of documents, or of
    refunds. `rule_id` is the bank rule that recognised it, `dismissed` are those told not to.
    """

    statement_id: str
    account_id: str
    date: dt.date
    side: Side
    amount: Decimal
    state: LineState = LineState.UNCATEGORIZED
    payee: str = ""
    description: str = ""
    reference: str = ""
    bank_id: str = ""
    sources: tuple[str, ...] = ()
    rule_id: str = ""
    dismissed: tuple[str, ...] = ()


class StatementLineFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """One line as the bank has it; `bank_id` is the bank's own, and a line of a known one is left out."""

    date: dt.date
    side: Side
    amount: Decimal
    payee: str = ""
    description: str = ""
    reference: str = ""
    bank_id: str = ""


class ImportStatement(Command, frozen=True, kw_only=True):
    """Take a statement of a bank, cash or card account in; the outcome's document is the tuple of new lines."""

    account_id: str
    lines: tuple[StatementLineFields, ...]


class MatchStatementLine(Target, frozen=True, kw_only=True):
    """Say that an open line is what some documents moved in the account; together they moved just its amount."""

    sources: tuple[str, ...]


class CategorizeStatementLine(Target, frozen=True, kw_only=True):
    """Say that an open line is a document just made for it."""

    source: str


class ExcludeStatementLine(Target, frozen=True, kw_only=True):
    """Leave an open line aside."""


class RestoreStatementLine(Target, frozen=True, kw_only=True):
    """Take an excluded line up again."""


class ReopenStatementLine(Target, frozen=True, kw_only=True):
    """Undo a match or a categorisation: the line is open again; its documents stay."""


class DeleteStatement(Target, frozen=True, kw_only=True):
    """Remove a statement none of whose lines was matched or categorised."""
