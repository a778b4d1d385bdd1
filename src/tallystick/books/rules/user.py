"""What commands about users do. No right or session is judged here."""

from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.user import (
    ActivateUser,
    CreateUser,
    DeactivateUser,
    DeleteUser,
    UpdateUser,
    User,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason
from tallystick.books.rules.record import Rule, chosen, deletes, given, new_stamp, required_name, stamp
from tallystick.books.work import Work


def create_user(work: Work, command: CreateUser) -> User:
    """Add a user."""
    user = User(
        id=work.new_id(),
        name=required_name(command.name),
        email=required_name(command.email, "email"),
        role=chosen(command.role, "staff"),
        cost_rate=chosen(command.cost_rate, ""),
        status=command.status,
        **new_stamp(work),
    )
    return _put(work, user)


def update_user(work: Work, command: UpdateUser) -> User:
    """Change a user."""
    old: User = work.find(Kind.USER, command.id)
    new = replace(old, **given(command), **stamp(work))
    if command.name is not UNSET:
        new = replace(new, name=required_name(command.name))
    if command.email is not UNSET:
        new = replace(new, email=required_name(command.email, "email"))
    return _put(work, new)


def _put(work: Work, user: User) -> User:
    work.refuse_taken(Kind.USER, "email", user.email, own_id=user.id, reason=Reason.DUPLICATE_NAME)
    work.put(Kind.USER, user)
    return user


def _moves(action: Action) -> Rule:
    def move(work: Work, command: Target) -> User:
        user: User = work.find(Kind.USER, command.id)
        moved = replace(user, status=lifecycle.step(lifecycle.USER, action, user.status), **stamp(work))
        work.put(Kind.USER, moved)
        return moved

    return move


RULES: Final[dict[type, Rule]] = {
    CreateUser: create_user,
    UpdateUser: update_user,
    DeleteUser: deletes(Kind.USER),
    ActivateUser: _moves(Action.ACTIVATE),
    DeactivateUser: _moves(Action.DEACTIVATE),
}
