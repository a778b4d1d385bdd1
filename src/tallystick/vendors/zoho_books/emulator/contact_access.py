"""Which persons of a contact may use the client portal, and how they are told. No operation is answered here.

It is kept with the person: a contact's portal is enabled as long as one of its persons may use it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tallystick.books.documents.contact import Contact, Person, UpdateContact
from tallystick.books.documents.mail import WriteMail
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import put

IN_PORTAL: Final = "is_added_in_portal"


def in_portal(records: Mapping[str, dict[str, Any]], person: Person) -> bool:
    """Tell whether a person may use the portal."""
    return records.get(person.id, {}).get(IN_PORTAL) is True


def admit(call: Call, contact: Contact, persons: Iterable[Person]) -> None:
    """Let persons use the portal, and invite those who could not before.

    Raises Refused (code 2) for one without an e-mail address.
    """
    for person in persons:
        if not in_portal(call.organization.records, person):
            invite(call, contact, person)
            put(call.organization, person.id, **{IN_PORTAL: True})
    _touch(call, contact)


def shut_out(call: Call, contact: Contact, persons: Iterable[Person]) -> None:
    """Keep persons out of the portal."""
    for person in persons:
        if in_portal(call.organization.records, person):
            put(call.organization, person.id, **{IN_PORTAL: False})
    _touch(call, contact)


def invite(call: Call, contact: Contact, person: Person) -> None:
    """Write the invitation of one person. Raises Refused (code 2) without an e-mail address."""
    if not person.email:
        raise Refused("invalid_value", field="email")
    name = call.organization.settings.name
    call.organization.execute(
        WriteMail(
            to=(person.email,),
            subject=f"Invitation to the client portal of {name}",
            body=f"Dear {person.first_name or contact.name},\n\n{name} invites you to its client portal.",
            purpose="portal_invitation",
            document_id=contact.id,
            user_id=call.user_id,
        )
    )


def _touch(call: Call, contact: Contact) -> None:
    """Have the contact count as changed: lists by portal status look at it again, and its time of change moves."""
    call.organization.execute(UpdateContact(id=contact.id, user_id=call.user_id))
