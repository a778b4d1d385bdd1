"""Users of an organisation: list, invite, read, update, delete, active and inactive, and who is asking.

Passwords, tokens and consent are the accounts server's and never here.
"""

from typing import Any, Final

from tallystick.books.documents.mail import WriteMail
from tallystick.books.documents.user import (
    ActivateUser,
    CreateUser,
    DeactivateUser,
    DeleteUser,
    UpdateUser,
    User,
    UserStatus,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, given, text
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing, equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module, lists, reads

FIELDS: Final = (
    Field("name", "name", text),
    Field("email", "email", text),
    Field("cost_rate", "cost_rate", text),
)
KEPT: Final = ("role_id",)
ROLE_NUMBER: Final = "000000006005"
"""Follows the organisation's id in the id of the role a user has when none is given."""


def row(call: Call, user: User) -> dict[str, Any]:
    """Return one row of the user list."""
    return {
        "user_id": user.id,
        "role_id": call.organization.id + ROLE_NUMBER,
        "name": user.name,
        "email": user.email,
        "user_role": user.role,
        "user_type": "zoho",
        "status": user.status.value,
        "is_current_user": user.id == call.user_id,
        "photo_url": "",
        "is_customer_segmented": False,
        "is_vendor_segmented": False,
        **kept(call.organization, user.id),
    }


def detail(call: Call, user: User) -> dict[str, Any]:
    """Return one user."""
    return {
        "user_id": user.id,
        "name": user.name,
        "email_ids": [{"is_selected": True, "email": user.email}],
        "status": user.status.value,
        "user_role": user.role,
        "user_type": "zoho",
        "role_id": call.organization.id + ROLE_NUMBER,
        "cost_rate": user.cost_rate,
        "photo_url": "",
        "is_employee": True,
        "created_time": user.created_at,
        "custom_fields": [],
        **kept(call.organization, user.id),
    }


LISTING: Final = Listing(
    report_name="Users",
    columns=(
        Column("name", lambda _, user: user.name.casefold()),
        Column("email", lambda _, user: user.email.casefold()),
        Column("user_role", lambda _, user: user.role),
        Column("status", lambda _, user: user.status.value),
    ),
    sort="name",
    sorts=("name", "email", "user_role", "status"),
    views={
        "Status.All": (),
        **{f"Status.{name}": (equals("status", name.casefold()),) for name in ("Active", "Inactive", "Invited")},
        "Status.Deleted": (equals("status"),),
    },
    view="Status.All",
    context=lambda _: {},
)
MODULE: Final = Module(
    label="User",
    path="/users",
    identity="user_id",
    kind="user",
    key="user",
    list_key="users",
    documents=lambda organization: organization.book.users,
    row=row,
    detail=detail,
    listing=LISTING,
)
INVITED: Final = "Your invitation has been sent."


def invite_new(call: Call) -> Answer:
    """Invite a user. Raises Refused: code 2 without a name or address, 4 when the address is in use."""
    for name in ("name", "email"):
        if not call.body.get(name):
            raise Refused("invalid_value", field=name)
    if "@" not in text(call.body["email"], "email"):
        raise Refused("invalid_value", field="email")
    command = CreateUser(user_id=call.user_id, status=UserStatus.INVITED, **given(call.body, FIELDS))
    user: User = call.organization.execute(command)
    keep(call.organization, user.id, call.body, KEPT)
    _mail_invitation(call, user)
    return Answer(message=INVITED)


def _mail_invitation(call: Call, user: User) -> None:
    name = call.organization.settings.name
    call.organization.execute(
        WriteMail(
            to=(user.email,),
            subject=f"Invitation to {name}",
            body=f"Dear {user.name},\n\nYou are invited to work in the books of {name}.",
            purpose="user_invitation",
            document_id=user.id,
            user_id=call.user_id,
        )
    )


def read_me(call: Call) -> Answer:
    """Return the user whose token it is."""
    return Answer(key="user", value=detail(call, MODULE.find(call.organization, call.user_id)))


def update(call: Call, user: User) -> None:
    """Change a user."""
    call.organization.execute(UpdateUser(id=user.id, user_id=call.user_id, **given(call.body, FIELDS)))
    keep(call.organization, user.id, call.body, KEPT)


def _not_myself(call: Call, user: User, action: str) -> None:
    if user.id == call.user_id:
        raise Refused("status_change", thing="The current user", action=action, status="calling")


def delete(call: Call, user: User) -> None:
    """Remove a user; what they made stays. Raises Refused for the one who asks."""
    _not_myself(call, user, "removed")
    call.organization.execute(DeleteUser(id=user.id, user_id=call.user_id))
    call.organization.drop_record(user.id)


def invite_again(call: Call, user: User) -> None:
    """Send the invitation of a user who has not joined yet once more."""
    if user.status is not UserStatus.INVITED:
        raise Refused("status_change", thing="The user", action="invited", status=user.status.value)
    _mail_invitation(call, user)


def activate(call: Call, user: User) -> None:
    """Let a user in again."""
    call.organization.execute(ActivateUser(id=user.id, user_id=call.user_id))


def deactivate(call: Call, user: User) -> None:
    """Keep a user out. Raises Refused for the one who asks."""
    _not_myself(call, user, "marked as inactive")
    call.organization.execute(DeactivateUser(id=user.id, user_id=call.user_id))


_ID: Final = "/users/{user_id}"
HANDLERS: Final = (
    Emulated("POST", "/users", invite_new, SPECIFIED, missing="roles"),
    Emulated("GET", "/users", lists(MODULE), SPECIFIED),
    Emulated("GET", "/users/me", read_me, SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, acts(MODULE, update, "The user information has been updated."), SPECIFIED, missing="roles"),
    Emulated("DELETE", _ID, acts(MODULE, delete, "The user has been removed from your organization."), SPECIFIED),
    Emulated("POST", f"{_ID}/invite", acts(MODULE, invite_again, INVITED), SPECIFIED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The user has been marked as active."), SPECIFIED),
    Emulated("POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The user has been marked as inactive."), SPECIFIED),
)
