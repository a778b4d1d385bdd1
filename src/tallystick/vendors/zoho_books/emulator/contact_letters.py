"""How a mail to a contact is shown before it is sent, and how it goes to the outbox. What it says is not decided here."""

from typing import Any, Final

from tallystick.books.documents.contact import Contact
from tallystick.books.documents.mail import WriteMail
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text, texts
from tallystick.vendors.zoho_books.emulator.sales import primary_person

ADDRESS_SIGN: Final = "@"


def content(call: Call, contact: Contact, subject: str, body: str, **extra: Any) -> Answer:
    """Answer with a mail as it would be sent, and the persons it could go to (keys as the vendor's documents have)."""
    settings, primary = call.organization.settings, primary_person(contact)
    people = [
        {
            "contact_person_id": one.id,
            "salutation": one.salutation,
            "first_name": one.first_name,
            "last_name": one.last_name,
            "email": one.email,
            "phone": one.phone,
            "mobile": one.mobile,
            "selected": one is primary,
        }
        for one in contact.persons
    ]
    value = {
        "contact_id": contact.id,
        "subject": subject,
        "body": body,
        "to_contacts": people,
        "from_emails": [{"user_name": settings.name, "selected": True, "email": settings.email}],
        **extra,
    }
    return Answer(key="data", value=value)


def send(call: Call, contact: Contact, subject: str, body: str, *, purpose: str) -> None:
    """Put a mail in the outbox, in the words of the call where it has some.

    Who is to get a copy counts as a receiver. Raises Refused (code 2) for what is no address, and when nobody is named and the contact has no address.
    """
    named = (
        *texts(call.body.get("to_mail_ids", []), "to_mail_ids"),
        *texts(call.body.get("cc_mail_ids", []), "cc_mail_ids"),
    )
    if any(ADDRESS_SIGN not in address for address in named):
        raise Refused("invalid_value", field="to_mail_ids")
    primary = primary_person(contact)
    known = (primary.email,) if primary is not None and primary.email else ()
    to = tuple(dict.fromkeys(named)) or known
    if not to:
        raise Refused("invalid_value", field="to_mail_ids")
    call.organization.execute(
        WriteMail(
            to=to,
            subject=text(call.body.get("subject", ""), "subject") or subject,
            body=text(call.body.get("body", ""), "body") or body,
            purpose=purpose,
            document_id=contact.id,
            user_id=call.user_id,
        )
    )
