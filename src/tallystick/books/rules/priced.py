"""Making, changing, removing and moving a priced document that no money meets: one rule for all such nouns.

What is particular to a noun stands in its own file.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.sales import SalesDocument, SalesFields
from tallystick.books.lifecycle import Action, Blocker, Table
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.trade import SALES, Trade
from tallystick.books.work import Work

Own = Callable[[Work, Any, dict[str, Any], Any], dict[str, Any]]
"""Returns a noun's own fields from the command, the shared fields found so far and the old document, if any."""


def plain(**defaults: Any) -> Own:
    """Make the reading of own fields that are taken as they are said, each with what holds when it is unsaid."""

    def own(_: Work, command: Any, __: dict[str, Any], old: Any) -> dict[str, Any]:
        return {
            name: chosen(getattr(command, name), getattr(old, name) if old else default)
            for name, default in defaults.items()
        }

    return own


class Priced(msgspec.Struct, frozen=True):
    """A noun of priced documents: its kind, record and status table, the states it may begin in, its own fields."""

    kind: Kind
    document: type[Any]
    table: Table[Any]
    opening: frozenset[Any]
    blockers: Mapping[Action, tuple[Blocker, ...]] = {}
    own: Own = plain()
    trade: Trade = SALES

    def step(self, action: Action, document: Any) -> Any:
        """Return the state an action leads a document to. Raises Refused."""
        return lifecycle.step(self.table, action, document.state, blockers=self.blockers, document=document)

    def make(self, work: Work, command: Any) -> Any:
        """Make a document and stage it. Raises Refused."""
        if command.state not in self.opening:
            raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
        fields = sales_fields(work, self.kind, command, None, trade=self.trade)
        fields |= self.own(work, command, fields, None)
        document = self.document(id=work.new_id(), state=command.state, **fields, **new_stamp(work))
        work.put(self.kind, document)
        return document

    def change(self, work: Work, command: Any) -> Any:
        """Change a document and stage it. Raises Refused."""
        old: SalesDocument = work.find(self.kind, command.id)
        state = self.step(Action.UPDATE, old)
        assert isinstance(command, SalesFields)
        fields = sales_fields(work, self.kind, command, old, trade=self.trade)
        fields |= self.own(work, command, fields, old)
        new = replace(old, state=state, **fields, **stamp(work))
        work.put(self.kind, new)
        return new

    def remove(self, work: Work, command: Target) -> Any:
        """Remove a document that nothing refers to. Raises Refused."""
        old = work.find(self.kind, command.id)
        self.step(Action.DELETE, old)
        if work.is_used(old.id):
            raise Refused(Reason.IN_USE, field="id", kind=self.kind.value, id=old.id)
        work.delete(self.kind, old.id)
        return old

    def moves(self, action: Action, mark: Callable[[Work, Any], dict[str, Any]] | None = None) -> Rule:
        """Return the rule that takes a document along its lifecycle; `mark` gives the fields that go with it."""

        def move(work: Work, command: Target) -> Any:
            old = work.find(self.kind, command.id)
            marks = mark(work, old) if mark else {}
            new = replace(old, state=self.step(action, old), **marks, **stamp(work))
            work.put(self.kind, new)
            return new

        return move
