"""What commands about statement lines do: import, match, categorise, leave aside, undo. Nothing here posts."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.change import Kind
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
from tallystick.books.moved import movements
from tallystick.books.recognition import recognised_by
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.reconciliation import money_account
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.work import Work
from tallystick.model.money import from_minor, round_money

LINES_MAX: Final = 1_000
SOURCES_MAX: Final = 100


def import_statement(work: Work, command: ImportStatement) -> tuple[StatementLine, ...]:
    """Take a statement in; lines the bank sent before (by the bank's own ids) are left out.

    What a bank rule recognises is marked; applying the rule is a command of its own.
    """
    account, currency = money_account(work, command.account_id)
    if not command.lines:
        raise Refused(Reason.NO_LINES, field="lines", lines=0, lines_min=1)
    if len(command.lines) > LINES_MAX:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(command.lines), lines_max=LINES_MAX)
    known = {line.bank_id for line in work.all(Kind.STATEMENT_LINE) if line.account_id == account.id and line.bank_id}
    rules = list(work.all(Kind.BANK_RULE))
    statement_id = work.new_id()
    taken = []
    for at, asked in enumerate(command.lines):
        if asked.bank_id and asked.bank_id in known:
            continue
        known.add(asked.bank_id)
        amount = round_money(asked.amount, currency.places)
        if amount <= 0:
            raise Refused(Reason.BAD_AMOUNT, field=f"lines[{at}].amount", amount=str(asked.amount))
        line = StatementLine(
            id=work.new_id(),
            statement_id=statement_id,
            account_id=account.id,
            date=asked.date,
            side=asked.side,
            amount=amount,
            payee=asked.payee,
            description=asked.description,
            reference=asked.reference,
            bank_id=asked.bank_id,
            **new_stamp(work),
        )
        line = replace(line, rule_id=recognised_by(rules, line, account))
        work.put(Kind.STATEMENT_LINE, line)
        taken.append(line)
    return tuple(taken)


def match(work: Work, command: MatchStatementLine) -> StatementLine:
    """Match an open line with movements that together are its amount in its account."""
    old: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    state = step(STATEMENT_LINE, Action.MATCH, old.state)
    sources = tuple(dict.fromkeys(command.sources))
    if not 1 <= len(sources) <= SOURCES_MAX:
        raise Refused(Reason.REQUIRED, field="sources")
    _refuse_other_amount(work, old, sources, "sources")
    return _put(work, old, state, sources)


def categorize(work: Work, command: CategorizeStatementLine) -> StatementLine:
    """Tie an open line to the document that was made of it."""
    old: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    state = step(STATEMENT_LINE, Action.CATEGORIZE, old.state)
    _refuse_other_amount(work, old, (command.source,), "source")
    return _put(work, old, state, (command.source,))


def _refuse_other_amount(work: Work, line: StatementLine, sources: tuple[str, ...], field: str) -> None:
    """Raise Refused unless movements together are a line's amount, each in its account and none matched already."""
    account: Account = work.find(Kind.ACCOUNT, line.account_id)
    places = (work.get(Kind.CURRENCY, account.currency_id) or work.base_currency).places
    total = sum(_moved(work, account, source, field) for source in sources)
    if from_minor(total, places) != (line.amount if line.side is Side.DEBIT else -line.amount):
        moved = str(from_minor(total, places))
        raise Refused(Reason.AMOUNT_MISMATCH, field=field, amount=str(line.amount), moved=moved)


def _moved(work: Work, account: Account, source: str, field: str) -> int:
    """Return what a movement was in an account; raise Refused when nothing, or when it is matched already."""
    if work.is_used(source) and any(
        source in each.sources for each in work.all(Kind.STATEMENT_LINE) if each.account_id == account.id
    ):
        raise Refused(Reason.WRONG_STATUS, field=field, status="matched", id=source)
    entries = work.entries_of(source)
    if not entries:
        raise Refused(Reason.UNKNOWN_ID, field=field, kind="transaction", id=source)
    moved = movements(entries, account, work.chart).get(source)
    if moved is None:
        raise Refused(Reason.ACCOUNT_MISMATCH, field=field, id=source)
    return moved.amount


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


RULES: Final[dict[type, Rule]] = {
    ImportStatement: import_statement,
    MatchStatementLine: match,
    CategorizeStatementLine: categorize,
    ExcludeStatementLine: _moves(Action.EXCLUDE),
    RestoreStatementLine: _moves(Action.RESTORE),
    ReopenStatementLine: _moves(Action.REOPEN),
    DeleteStatement: delete_statement,
}
