"""Whose a contact is and what it is tagged with: owner and tags, of one contact or several; 1099 tracking of several.

What a contact is merged into is `contact_merge`'s.
"""

from typing import Any, Final

from tallystick.books.documents.contact import Contact
from tallystick.vendors.zoho_books.emulator.acts import acts, acts_on_many
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows, text
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

TAGS_MAX: Final = 100
OWNER: Final = "The contact owner has been assigned."


def assign_owner(call: Call, contact: Contact) -> None:
    """Make a user the owner of a contact, or nobody. Raises Refused (code 1002) for a user who is not there."""
    owner_id = call.query.get("owner_id", "")
    if owner_id and owner_id not in call.organization.book.users:
        raise Refused("does_not_exist", thing="User")
    put(call.organization, contact.id, owner_id=owner_id)


def _tags(call: Call, contact: Contact) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call.organization.records.get(contact.id, {}).get("tags") or []
    return found


def set_tags(call: Call, contact: Contact) -> None:
    """Put the tags of a body in place of those a contact has. Raises Refused (code 2) for a tag without an option."""
    asked = rows(call.body.get("tags", []), "tags")
    if len(asked) > TAGS_MAX:
        raise Refused("invalid_value", field="tags")
    tags = [{name: text(row.get(name, ""), name) for name in ("tag_id", "tag_option_id")} for row in asked]
    for tag in tags:
        for name, value in tag.items():
            if not value:
                raise Refused("invalid_value", field=name)
    put(call.organization, contact.id, tags=tags)


def remove_tag(call: Call, contact: Contact) -> None:
    """Take one tag off a contact. Raises Refused (code 1002) for one it does not have."""
    held = _tags(call, contact)
    left = [tag for tag in held if tag.get("tag_id") != call.ids["tag_id"]]
    if len(left) == len(held):
        raise Refused("does_not_exist", thing="Tag")
    put(call.organization, contact.id, tags=left)


def track(call: Call, contact: Contact) -> None:
    """Have the payments to a contact reported on form 1099."""
    put(call.organization, contact.id, track_1099=True)


_ID: Final = "/contacts/{contact_id}"
HANDLERS: Final = (
    Emulated("POST", f"{_ID}/owner", acts(MODULE, assign_owner, OWNER), SPECIFIED),
    Emulated("POST", "/contacts/owner", acts_on_many(MODULE, "contact_ids", assign_owner, OWNER), SPECIFIED),
    Emulated("POST", "/contacts/track1099", acts_on_many(MODULE, "contact_ids", track, "success"), SPECIFIED),
    Emulated("PUT", f"{_ID}/tags", acts(MODULE, set_tags, "success"), "assumed(its body is that of a contact's tags)"),
    Emulated("DELETE", f"{_ID}/tags/{{tag_id}}", acts(MODULE, remove_tag, "success"), SPECIFIED),
)
