"""What a workflow rule does, as its record says: which webhooks it fires, and whether a record meets its conditions.

Only webhooks are fired; nothing is looked up or changed here.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.webhook_entities import Event

WEBHOOK: Final = "webhook"
"""The noun of webhooks' records, and the vendor's word for a rule's action that fires one."""
WORKFLOW: Final = "workflow"
"""The noun of workflow rules' records."""
RULE_TYPES: Final[Mapping[str, frozenset[Event]]] = {
    "add": frozenset({Event.CREATED}),
    "edit": frozenset({Event.EDITED}),
    "add_edit": frozenset({Event.CREATED, Event.EDITED}),
    "delete": frozenset({Event.DELETED}),
    "date": frozenset({Event.DATE}),
}
"""What each type of rule is run by. `add_edit` is recorded by clients, the others are cut after it."""
KEPT_BY_ALL: Final = ("last_modified", "updated_time")
"""How the names begin of fields that every edit changes."""
FIELD_COMPARATORS: Final[Mapping[str, Callable[[frozenset[str], frozenset[str]], bool]]] = {
    "any": lambda named, changed: not named or bool(named & changed),
    "or": lambda named, changed: bool(named & changed),
    "and": lambda named, changed: named <= changed,
    "except_or": lambda named, changed: bool(changed - named),
    "except_and": lambda named, changed: bool(changed) and not named & changed,
}
"""Whether an edit that changed some fields runs a rule that names some: the words are documented."""


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _same(one: Any, other: Any) -> bool:
    left, right = _number(one), _number(other)
    if left is not None and right is not None:
        return left == right
    return str(one).casefold() == str(other).casefold()


def _order(one: Any, other: Any) -> int:
    """Return -1, 0 or 1 as numbers, else as text, which is right for dates."""
    left, right = _number(one), _number(other)
    if left is not None and right is not None:
        return (left > right) - (left < right)
    return (str(one) > str(other)) - (str(one) < str(other))


COMPARATORS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "equal": _same,
    "not_equal": lambda one, other: not _same(one, other),
    "greater_than": lambda one, other: _order(one, other) > 0,
    "greater_than_or_equal": lambda one, other: _order(one, other) >= 0,
    "less_than": lambda one, other: _order(one, other) < 0,
    "less_than_or_equal": lambda one, other: _order(one, other) <= 0,
    "contains": lambda one, other: str(other).casefold() in str(one).casefold(),
    "does_not_contain": lambda one, other: str(other).casefold() not in str(one).casefold(),
    "starts_with": lambda one, other: str(one).casefold().startswith(str(other).casefold()),
    "is_empty": lambda one, _: one in ("", None, [], {}),
    "is_not_empty": lambda one, _: one not in ("", None, [], {}),
}
"""How a field of a record is compared with a criterion's value: the words are assumed."""


def holds(rule: Mapping[str, Any], wire: Mapping[str, Any]) -> bool:
    """Say whether a record on the wire meets all of a rule's criteria; a rule without any is always met."""
    return all(
        COMPARATORS[one["comparator"]](wire.get(one["field"], ""), one.get("value", ""))
        for one in rule.get("criteria", ())
    )


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of the fields that two forms of a record differ in; when it was changed is none of them."""
    names = {*before, *after}
    return frozenset(name for name in names if before.get(name) != after.get(name) and not name.startswith(KEPT_BY_ALL))


def _actions(fields: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield each action that fires a webhook, with the rule it stands under."""
    for action in fields["instant_actions"]:
        yield action, {}
    for part in fields["sub_rules"]:
        for action in part["instant_actions"]:
            yield action, part["rule"]


def webhook_ids(fields: Mapping[str, Any], wire: Mapping[str, Any] | None = None) -> list[str]:
    """Return the webhooks a rule fires, each once; with a record, only those under conditions that it meets."""
    found = (
        str(action["action_id"])
        for action, rule in _actions(fields)
        if action["action_type"] == WEBHOOK and (wire is None or holds(rule, wire))
    )
    return list(dict.fromkeys(found))
