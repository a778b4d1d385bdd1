"""Authorising a program at Zoho Books, and which scopes to ask for. The steps themselves are those of any vendor.

Nothing here keeps what was granted.
"""

from difflib import get_close_matches

from tallystick.model.errors import UnknownOperation
from tallystick.rest.authoriser import AwaitingAuthoriser, BlockingAuthoriser
from tallystick.rest.scopes import least
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.operations import OPERATIONS


class Authoriser(BlockingAuthoriser):
    """Authorises a program at Zoho Books, blocking: `ask`, then `finish`; or `redeem`, or `client_credentials`."""

    vendor = VENDOR


class AsyncAuthoriser(AwaitingAuthoriser):
    """Authorises a program at Zoho Books, awaiting. Everything as in Authoriser."""

    vendor = VENDOR


def scopes_for(*operations: str) -> tuple[str, ...]:
    """Return the least set of scopes for these operations, named as in `Client.call`.

    `list_organizations` is always among them (its scope is settings.READ) only if it is named: a client that is told
    its organisation does not need it. Raises UnknownOperation.
    """
    needed: list[str] = []
    for name in operations:
        if name not in OPERATIONS:
            nearest = get_close_matches(name.lower(), list(OPERATIONS), n=3)
            raise UnknownOperation(f"{VENDOR.name} has no operation {name!r}", argument="operations", nearest=nearest)
        needed += OPERATIONS[name].scopes
    return least(needed)
