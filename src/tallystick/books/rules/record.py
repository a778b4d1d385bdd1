"""Steps that every kind of record shares: stamps, changed fields, deletion, activation. No kind's own rule."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.refusal import Reason, Refused
from tallystick.books.work import Work

Value = TypeVar("Value")
Rule = Callable[[Work, Any], Any]

_NOT_FIELDS: Final = frozenset({"id", "user_id"})


def chosen(value: Given[Value], otherwise: Value) -> Value:
    """Return what a command says, or else what holds without it."""
    return otherwise if isinstance(value, msgspec.UnsetType) else value


def given(command: Command) -> dict[str, Any]:
    """Return the fields a command sets."""
    return {
        name: value
        for name in command.__struct_fields__
        if name not in _NOT_FIELDS and (value := getattr(command, name)) is not msgspec.UNSET
    }


def new_stamp(work: Work) -> dict[str, Any]:
    """Return who made a new record and when."""
    return {
        "created_at": work.now,
        "modified_at": work.now,
        "created_by": work.user_id,
        "modified_by": work.user_id,
    }


def stamp(work: Work) -> dict[str, Any]:
    """Return who changed a record and when."""
    return {"modified_at": work.now, "modified_by": work.user_id}


def required_name(value: Given[str], field: str = "name") -> str:
    """Return a name without outer spaces; raise Refused when it is unsaid or blank."""
    if isinstance(value, msgspec.UnsetType) or not value.strip():
        raise Refused(Reason.REQUIRED, field=field)
    return value.strip()


def deletes(kind: Kind) -> Rule:
    """Return the rule that removes a record nothing uses."""

    def delete(work: Work, command: Target) -> Document:
        document: Document = work.find(kind, command.id)
        if work.is_used(command.id):
            raise Refused(Reason.IN_USE, field="id", kind=kind.value, id=command.id)
        work.delete(kind, command.id)
        return document

    return delete


def sets_active(kind: Kind, *, active: bool) -> Rule:
    """Return the rule that lets a record be used, or keeps it from being used, in new documents."""

    def set_active(work: Work, command: Target) -> Document:
        document = work.find(kind, command.id)
        changed: Document = replace(document, active=active, **stamp(work))
        work.put(kind, changed)
        return changed

    return set_active
