"""How a status table is read: actions, tables, what blocks a step, and the step itself. No document's table lives here."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from tallystick.books.refusal import Reason, Refused


class Action(StrEnum):
    """What can be done to a document that already exists."""

    UPDATE = "update"
    DELETE = "delete"
    ISSUE = "issue"
    VOID = "void"
    DRAFT = "draft"
    SETTLE = "settle"
    APPLY = "apply"
    REFUND = "refund"
    WRITE_OFF = "write_off"
    CANCEL_WRITE_OFF = "cancel_write_off"
    REVERSE = "reverse"
    ACTIVATE = "activate"
    DEACTIVATE = "deactivate"
    MATCH = "match"
    CATEGORIZE = "categorize"
    EXCLUDE = "exclude"
    RESTORE = "restore"
    REOPEN = "reopen"
    RECONCILE = "reconcile"
    ACCEPT = "accept"
    DECLINE = "decline"
    CONVERT = "convert"
    DELIVER = "deliver"
    UNDELIVER = "undeliver"
    RETURN = "return"
    UNDO_RETURN = "undo_return"
    RUN = "run"
    CANCEL = "cancel"
    DEPRECIATE = "depreciate"
    SELL = "sell"
    SUBMIT = "submit"
    AGREE = "agree"
    APPROVE = "approve"
    REJECT = "reject"


State = TypeVar("State", bound=StrEnum)
Table = Mapping[Action, Mapping[State, State]]
Blocker = tuple[Reason, Callable[[Any], bool]]


def step(
    table: Table[State],
    action: Action,
    state: State,
    *,
    blockers: Mapping[Action, tuple[Blocker, ...]] | None = None,
    document: Any = None,
) -> State:
    """Return the state an action leads to.

    Raises Refused with WRONG_STATUS when the table has no such step, else with the first blocker that holds.
    """
    following = table.get(action, {}).get(state)
    if following is None:
        raise Refused(Reason.WRONG_STATUS, field="status", status=state.value, action=action.value)
    refuse_blocked(blockers or {}, action, document)
    return following


def refuse_blocked(blockers: Mapping[Action, tuple[Blocker, ...]], action: Action, document: Any) -> None:
    """Raise Refused with the first reason that keeps a document from an action."""
    for reason, holds in blockers.get(action, ()):
        if holds(document):
            raise Refused(reason, field="status", action=action.value, number=getattr(document, "number", ""))
