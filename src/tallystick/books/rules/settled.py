"""What is settled with the bank: movements that a statement line or a finished reconciliation stands for stay as they are.

How a line is matched or a reconciliation finished is told beside their own commands.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from tallystick.books.change import Change, Kind
from tallystick.books.documents.reconciliation import Reconciliation, ReconciliationState
from tallystick.books.documents.statement_line import StatementLine
from tallystick.books.moved import movement_id
from tallystick.books.posting.rules import entries_of
from tallystick.books.refusal import Reason, Refused
from tallystick.books.state import State
from tallystick.ledger.entry import Entry

Place: TypeAlias = tuple[str, str]
"""A movement and the account it moved."""


def refuse_settled(state: State, changes: Sequence[Change]) -> None:
    """Raise Refused when a change takes away or alters what is settled.

    IN_USE for a movement a statement line stands for, RECONCILED for one in a finished reconciliation. A line may be
    of another day than its movement, so only its amount binds; a reconciliation holds the day as well.
    """
    lines, reconciliations = state.tables[Kind.STATEMENT_LINE], state.tables[Kind.RECONCILIATION]
    if not lines and not reconciliations:
        return
    staged = {change.id: change.document for change in changes}
    redated, altered = _altered(state, changes)
    if not redated:
        return
    for reconciliation in _now(reconciliations, staged, Reconciliation):
        if reconciliation.state is ReconciliationState.RECONCILED:
            _refuse_any(redated, reconciliation, Reason.RECONCILED)
    for line in _now(lines, staged, StatementLine):
        _refuse_any(altered, line, Reason.IN_USE)


def _now(table: dict[str, Any], staged: dict[str, Any], kind: type) -> Iterable[Any]:
    """Yield the records of a table as the changes leave them."""
    for identity, record in table.items():
        now = staged.get(identity, record)
        if now is not None:
            yield now
    yield from (record for identity, record in staged.items() if isinstance(record, kind) and identity not in table)


def _altered(state: State, changes: Iterable[Change]) -> tuple[set[Place], set[Place]]:
    """Return the movements that changes alter in any way, and those of another amount."""
    redated: set[Place] = set()
    altered: set[Place] = set()
    for change in changes:
        before = state.entries[change.kind].get(change.id, ())
        if not before:
            continue
        after = entries_of(change.kind, change.document, state) if change.document is not None else ()
        if before == after:
            continue
        new = _figures(after)
        for place, (amount, currency_amount, date) in _figures(before).items():
            figures = new.get(place, (0, 0, dt.date.min))
            if figures != (amount, currency_amount, date):
                redated.add(place)
            if figures[:2] != (amount, currency_amount):
                altered.add(place)
    return redated, altered


def _figures(entries: Iterable[Entry]) -> dict[Place, tuple[int, int, dt.date]]:
    found: dict[Place, tuple[int, int, dt.date]] = {}
    for entry in entries:
        for posting in entry.postings:
            place = movement_id(entry), posting.account_id
            amount, currency_amount, date = found.get(place, (0, 0, entry.date))
            found[place] = amount + posting.amount, currency_amount + posting.currency_amount, date
    return found


def _refuse_any(places: set[Place], settled: Reconciliation | StatementLine, reason: Reason) -> None:
    taken = [source for source in settled.sources if (source, settled.account_id) in places]
    if taken:
        raise Refused(reason, field="id", kind="transaction", id=min(taken))
