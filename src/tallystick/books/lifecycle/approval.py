"""How approval runs through every status table that begins with a draft: one pattern. No document's table lives here.

A draft is submitted, then approved or rejected. What is approved goes where a draft goes; what is changed after the
decision is a draft again, so that nothing stands approved that nobody has seen.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from tallystick.books.lifecycle.step import Action, State, Table

DRAFT: Final = "draft"
PENDING: Final = "pending_approval"
APPROVED: Final = "approved"
REJECTED: Final = "rejected"
UNISSUED: Final = frozenset({DRAFT, PENDING, APPROVED, REJECTED})
"""The states of a document that has not been issued yet."""


def approvable(table: Table[State], states: type[State]) -> Table[State]:
    """Return a status table with the steps of approval; `states` has the four words of it among its own."""
    draft, pending, approved, rejected = (states(word) for word in (DRAFT, PENDING, APPROVED, REJECTED))
    found = {
        action: {**steps, approved: steps[draft]} if draft in steps else dict(steps) for action, steps in table.items()
    }
    found[Action.UPDATE] |= {rejected: draft}
    found[Action.DELETE] |= {pending: draft, rejected: draft}
    return {
        **found,
        Action.SUBMIT: {draft: pending, rejected: pending},
        Action.AGREE: {pending: pending},
        Action.APPROVE: {pending: approved},
        Action.REJECT: {pending: rejected},
    }


def awaiting(statuses: type[State]) -> tuple[tuple[State, Callable[..., bool]], ...]:
    """Return the rows of a table of statuses that say how far the approval has come."""

    def is_called(word: str) -> Callable[..., bool]:
        def holds(document: Any, *_: Any) -> bool:
            state: StrEnum = document.state
            return state.value == word

        return holds

    return tuple((statuses(word), is_called(word)) for word in (PENDING, APPROVED, REJECTED))
