"""What commands about statement lines do: import, match, categorise, leave aside, undo. Nothing here posts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Change, Kind
from tallystick.books.documents.account import Account
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import (
    CategorizeStatementLine,
    DeleteStatement,
    ExcludeStatementLine,
    ImportStatement,
    LineState,
    MatchStatementLine,
    ReopenStatementLine,
    RestoreStatementLine,
    StatementLine,
)
from tallystick.books.lifecycle import Action
from tallystick.books.lifecycle.statement_line import STATEMENT_LINE
from tallystick.books.lifecycle.step import step
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.state import State
from tallystick.books.work import Work
from tallystick.ledger.account import AccountType
from tallystick.model.money import ZERO, from_minor, round_money

MONEY_TYPES: Final = frozenset(
    {AccountType.BANK, AccountType.CASH, AccountType.CREDIT_CARD, AccountType.PAYMENT_CLEARING}
)
LINES_MAX: Final = 1_000
SOURCES_MAX: Final = 100


def import_statement(work: Work, command: ImportStatement) -> tuple[StatementLine, ...]:
    """Take a statement in; lines the bank sent before (by the bank's own ids) are left out."""
    account: Account = work.active(Kind.ACCOUNT, command.account_id, "account_id")
    if account.type not in MONEY_TYPES:
        raise Refused(Reason.ACCOUNT_TYPE, field="account_id", id=account.id)
    if not command.lines:
        raise Refused(Reason.NO_LINES, field="lines", lines=0, lines_min=1)
    if len(command.lines) > LINES_MAX:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(command.lines), lines_max=LINES_MAX)
    known = {line.bank_id for line in work.all(Kind.STATEMENT_LINE) if line.account_id == account.id and line.bank_id}
    statement_id = work.new_id()
    places = work.base_currency.places
    taken = []
    for at, asked in enumerate(command.lines):
        if asked.bank_id and asked.bank_id in known:
            continue
        known.add(asked.bank_id)
        if asked.amount <= 0:
            raise Refused(Reason.BAD_AMOUNT, field=f"lines[{at}].amount", amount=str(asked.amount))
        line = StatementLine(
            id=work.new_id(),
            statement_id=statement_id,
            account_id=account.id,
            date=asked.date,
            side=asked.side,
            amount=round_money(asked.amount, places),
            payee=asked.payee,
            description=asked.description,
            reference=asked.reference,
            bank_id=asked.bank_id,
            **new_stamp(work),
        )
        work.put(Kind.STATEMENT_LINE, line)
        taken.append(line)
    return tuple(taken)


def match(work: Work, command: MatchStatementLine) -> StatementLine:
    """Match an open line with documents that together moved its amount in its account."""
    old: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    state = step(STATEMENT_LINE, Action.MATCH, old.state)
    if not 1 <= len(command.sources) <= SOURCES_MAX:
        raise Refused(Reason.REQUIRED, field="sources")
    moved = ZERO
    for at, source in enumerate(dict.fromkeys(command.sources)):
        moved += _moved(work, old, source, f"sources[{at}]")
    if moved != (old.amount if old.side is Side.DEBIT else -old.amount):
        raise Refused(Reason.AMOUNT_MISMATCH, field="sources", amount=str(old.amount), moved=str(moved))
    return _put(work, old, state, tuple(dict.fromkeys(command.sources)))


def categorize(work: Work, command: CategorizeStatementLine) -> StatementLine:
    """Tie an open line to the document that was made of it."""
    old: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    state = step(STATEMENT_LINE, Action.CATEGORIZE, old.state)
    moved = _moved(work, old, command.source, "source")
    if moved != (old.amount if old.side is Side.DEBIT else -old.amount):
        raise Refused(Reason.AMOUNT_MISMATCH, field="source", amount=str(old.amount), moved=str(moved))
    return _put(work, old, state, (command.source,))


def _moved(work: Work, line: StatementLine, source: str, field: str) -> Decimal:
    """Return what a document moved in the line's account; raise Refused when nothing, or when it is matched already."""
    if work.is_used(source) and any(
        source in each.sources for each in work.all(Kind.STATEMENT_LINE) if each.account_id == line.account_id
    ):
        raise Refused(Reason.WRONG_STATUS, field=field, status="matched", id=source)
    postings = [posting for entry in work.entries_of(source) for posting in entry.postings]
    if not postings:
        raise Refused(Reason.UNKNOWN_ID, field=field, kind="transaction", id=source)
    own = [posting for posting in postings if posting.account_id == line.account_id]
    if not own:
        raise Refused(Reason.ACCOUNT_MISMATCH, field=field, id=source)
    return from_minor(sum(posting.amount for posting in own), work.base_currency.places)


def _put(work: Work, old: StatementLine, state: LineState, sources: tuple[str, ...]) -> StatementLine:
    new = replace(old, state=state, sources=sources, **stamp(work))
    work.put(Kind.STATEMENT_LINE, new)
    return new


def _moves(action: Action) -> Rule:
    def move(work: Work, command: ReopenStatementLine) -> StatementLine:
        old: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
        return _put(work, old, step(STATEMENT_LINE, action, old.state), ())

    return move


def delete_statement(work: Work, command: DeleteStatement) -> tuple[StatementLine, ...]:
    """Remove a statement whose lines are all untouched or left aside."""
    lines = [line for line in work.all(Kind.STATEMENT_LINE) if line.statement_id == command.id]
    if not lines:
        raise Refused(Reason.UNKNOWN_ID, field="id", kind="statement", id=command.id)
    for line in lines:
        step(STATEMENT_LINE, Action.DELETE, line.state)
        work.delete(Kind.STATEMENT_LINE, line.id)
    return tuple(lines)


def refuse_matched(state: State, changes: Sequence[Change]) -> None:
    """Raise Refused when a change removes a document that a statement line still stands for."""
    lines: dict[str, StatementLine] = state.tables[Kind.STATEMENT_LINE]
    if not lines:
        return
    staged = {change.id: change.document for change in changes if change.kind is Kind.STATEMENT_LINE}
    gone = {change.id for change in changes if change.document is None and change.id in state.uses}
    if not gone:
        return
    for line in lines.values():
        now = staged.get(line.id, line)
        if isinstance(now, StatementLine) and (taken := gone.intersection(now.sources)):
            raise Refused(Reason.IN_USE, field="id", kind="transaction", id=min(taken))


RULES: Final[dict[type, Rule]] = {
    ImportStatement: import_statement,
    MatchStatementLine: match,
    CategorizeStatementLine: categorize,
    ExcludeStatementLine: _moves(Action.EXCLUDE),
    RestoreStatementLine: _moves(Action.RESTORE),
    ReopenStatementLine: _moves(Action.REOPEN),
    DeleteStatement: delete_statement,
}
