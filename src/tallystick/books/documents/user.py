"""Users of the organisation and the commands about them. No credential or session lives here."""

from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class UserStatus(StrEnum):
    """Where a user stands."""

    INVITED = "invited"
    ACTIVE = "active"
    INACTIVE = "inactive"


class User(Document, frozen=True, kw_only=True, gc=False):
    """A person who works in the book; e-mail addresses are unique."""

    name: str
    email: str
    role: str = "staff"
    status: UserStatus = UserStatus.ACTIVE
    cost_rate: str = ""


class UserFields(Command, frozen=True, kw_only=True):
    """What may be said of a user."""

    name: Given[str] = msgspec.UNSET
    email: Given[str] = msgspec.UNSET
    role: Given[str] = msgspec.UNSET
    cost_rate: Given[str] = msgspec.UNSET


class CreateUser(UserFields, frozen=True, kw_only=True):
    """Add a user; `name` and `email` are required."""

    status: UserStatus = UserStatus.ACTIVE


class UpdateUser(UserFields, frozen=True, kw_only=True):
    """Change a user."""

    id: str


class DeleteUser(Target, frozen=True, kw_only=True):
    """Remove a user; what the user made stays."""


class ActivateUser(Target, frozen=True, kw_only=True):
    """Let a user work in the book again."""


class DeactivateUser(Target, frozen=True, kw_only=True):
    """Keep a user out of the book."""
