"""Merging a contact into another: its documents, persons, files and what is kept of it. The accounting is the Book's."""

from typing import Final

from tallystick.books.documents.contact import Contact, MergeContacts
from tallystick.vendors.zoho_books.emulator import files
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put
from tallystick.vendors.zoho_books.emulator.module import Emulated

INTO: Final = "merge_contact_id"
LISTS: Final = ("addresses", "bank_accounts", "cards", "tax_info")
"""What is kept of a contact as lists, which the other contact gets to its own."""


def merge(call: Call, contact: Contact) -> None:
    """Move everything of the path's contact to the one `merge_contact_id` names; the first is left inactive.

    Raises Refused: code 2 when no other is named, 1002 for one that is not there, else as the Book refuses.
    """
    wanted = call.query.get(INTO, "")
    if not wanted or wanted == contact.id:
        raise Refused("invalid_value", field=INTO)
    into = MODULE.find(call.organization, wanted)
    call.organization.execute(MergeContacts(id=contact.id, into_id=into.id, user_id=call.user_id))
    for name in LISTS:
        moved = private(call.organization, contact.id, name, [])
        if moved:
            held = private(call.organization, into.id, name, [])
            put(call.organization, into.id, **{PRIVATE + name: [*held, *moved]})
            put(call.organization, contact.id, **{PRIVATE + name: []})
    files.hand_over(call.organization, contact.id, into.id)


HANDLERS: Final = (
    Emulated(
        "POST",
        "/contacts/{contact_id}/merge",
        acts(MODULE, merge, "success"),
        "assumed(the path is documented, the parameter that names the other contact is not)",
    ),
)
