"""The client portal of a contact: enabled and disabled, its persons invited, and their text messages switched.

Who may use the portal is kept by `contact_access`.
"""

from typing import Any, Final

from tallystick.books.documents.contact import Contact, Person
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_access import admit, in_portal, invite, shut_out
from tallystick.vendors.zoho_books.emulator.contact_persons import found
from tallystick.vendors.zoho_books.emulator.contact_wire import communication
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows, text
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated


def enable(call: Call, contact: Contact) -> None:
    """Let the persons a body names use the portal, and no others; without a body the primary person.

    Raises Refused: code 1002 for a person who is not the contact's, 2 when there is nobody to invite.
    """
    asked = call.body.get("contact_persons")
    if asked is None:
        chosen = [person for person in contact.persons if person.is_primary]
    else:
        named = [text(one.get("contact_person_id", ""), "contact_person_id") for one in rows(asked, "contact_persons")]
        known = {person.id: person for person in contact.persons}
        if any(identity not in known for identity in named):
            raise Refused("does_not_exist", thing="Contact Person")
        chosen = [known[identity] for identity in dict.fromkeys(named)]
    if not chosen:
        raise Refused("invalid_value", field="contact_persons")
    shut_out(call, contact, [person for person in contact.persons if person not in chosen])
    admit(call, contact, chosen)


def disable(call: Call, contact: Contact) -> None:
    """Keep every person of a contact out of the portal."""
    shut_out(call, contact, contact.persons)


def invite_person(call: Call) -> Answer:
    """Let one person use the portal, and invite them."""
    contact, person = found(call)
    admit(call, contact, [person])
    return Answer()


def invite_again(call: Call) -> Answer:
    """Send a person's invitation once more. Raises Refused for one who was not invited."""
    contact, person = found(call)
    if not in_portal(call.organization.records, person):
        raise Refused("status_change", thing="The contact person", action="invited again", status="not in the portal")
    invite(call, contact, person)
    return Answer()


def _switch_messages(*, on: bool) -> Any:
    def run(call: Call) -> Answer:
        _, person = found(call)
        if on and not person.mobile:
            raise Refused("invalid_value", field="mobile")
        put(call.organization, person.id, communication_preference=_preference(call, person, on=on))
        return Answer()

    return run


def _preference(call: Call, person: Person, *, on: bool) -> dict[str, Any]:
    return {**communication(call, person), "is_sms_enabled": on}


_ID: Final = "/contacts/{contact_id}"
_PERSON: Final = "/contacts/contactpersons/{contactperson_id}"
HANDLERS: Final = (
    Emulated(
        "POST", f"{_ID}/portal/enable", acts(MODULE, enable, "Client Portal preferences have been updated"), SPECIFIED
    ),
    Emulated("POST", f"{_ID}/portal/disable", acts(MODULE, disable, "success"), SPECIFIED),
    Emulated("POST", f"{_PERSON}/portal/invite", invite_person, SPECIFIED),
    Emulated("POST", f"{_PERSON}/portal/invite/resend", invite_again, SPECIFIED),
    Emulated("POST", f"{_PERSON}/sms/enable", _switch_messages(on=True), SPECIFIED),
    Emulated("POST", f"{_PERSON}/sms/disable", _switch_messages(on=False), SPECIFIED),
)
