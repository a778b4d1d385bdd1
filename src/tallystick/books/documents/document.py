"""What every document and every command share. No single noun lives here."""

import datetime as dt
from typing import TypeAlias, TypeVar

import msgspec

Value = TypeVar("Value")

Given: TypeAlias = Value | msgspec.UnsetType
"""A field of a command that may be left out: on create its default holds, on update the old value stays."""


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A record of the book. Instants are aware and in UTC; `created_by` is a user's id or empty."""

    id: str
    created_at: dt.datetime
    modified_at: dt.datetime
    created_by: str = ""
    modified_by: str = ""


def command_name(class_name: str) -> str:
    """Return a command's name on paper: `CreateInvoice` is `create_invoice`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in class_name).lstrip("_")


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    gc=False,
    tag_field="command",
    tag=command_name,
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """What a user asks of the book. `user_id` says who asks, empty for the book itself."""

    user_id: str = ""


class Target(Command, frozen=True, kw_only=True):
    """A command about one existing document."""

    id: str
