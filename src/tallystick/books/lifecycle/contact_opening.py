"""What blocks a step of a contact's opening balance, which has no states. No other document's blockers live here."""

from collections.abc import Mapping
from typing import Final

from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.lifecycle.step import Action, Blocker
from tallystick.books.refusal import Reason


def _is_written_off(opening: ContactOpening) -> bool:
    return opening.write_off is not None


CONTACT_OPENING_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.UPDATE: ((Reason.WRITTEN_OFF, _is_written_off),),
    Action.WRITE_OFF: (
        (Reason.WRITTEN_OFF, _is_written_off),
        (Reason.WRONG_ROLE, lambda opening: opening.role is not ContactRole.CUSTOMER),
        (Reason.NOTHING_DUE, lambda opening: opening.amount <= 0),
    ),
    Action.CANCEL_WRITE_OFF: ((Reason.NOTHING_DUE, lambda opening: opening.write_off is None),),
}
