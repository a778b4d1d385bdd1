"""Authorising a program at Zoho Books, and which scopes to ask for. The steps themselves are those of any vendor.

Nothing here keeps what was granted.
"""

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
    """Return the least set of scopes for these operations: ids (`list_invoices`) or names (`invoices.list`).

    A client that is not told its organisation calls `list_organizations` too. Raises UnknownOperation.
    """
    ids = (name if name in OPERATIONS else OPERATIONS.named(name) for name in operations)
    return least(scope for identity in ids for scope in OPERATIONS[identity].scopes)
