"""A user's status table. No document's table lives here."""

from typing import Final

from tallystick.books.documents.user import UserStatus
from tallystick.books.lifecycle.step import Action, Table

USER: Final[Table[UserStatus]] = {
    Action.ACTIVATE: {
        UserStatus.INVITED: UserStatus.ACTIVE,
        UserStatus.ACTIVE: UserStatus.ACTIVE,
        UserStatus.INACTIVE: UserStatus.ACTIVE,
    },
    Action.DEACTIVATE: {UserStatus.ACTIVE: UserStatus.INACTIVE, UserStatus.INACTIVE: UserStatus.INACTIVE},
}
