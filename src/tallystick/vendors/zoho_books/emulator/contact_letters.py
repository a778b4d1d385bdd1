"""How a mail to a contact is shown before it is sent, and how it goes to the outbox. What it says is not decided here."""

from typing import Any

from tallystick.books.documents.contact import Contact
from tallystick.books.documents.mail import WriteMail
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.mail import people_of, said_text, senders, sent_along
from tallystick.vendors.zoho_books.emulator.sales import primary_person


def content(call: Call, contact: Contact, subject: str, body: str, **extra: Any) -> Answer:
    """Answer with a mail as it would be sent, and the persons it could go to (keys as the vendor's documents have)."""
    value = {
        "contact_id": contact.id,
        "subject": subject,
        "body": body,
        "to_contacts": people_of(contact),
        "from_emails": senders(call),
        **extra,
    }
    return Answer(key="data", value=value)


def send(call: Call, contact: Contact, subject: str, body: str, *, purpose: str) -> None:
    """Put a mail in the outbox, in the words of the call where it has some, with the files that came with it.

    Raises Refused: code 2 for what is no address, and when nobody is named and the contact has no address.
    """
    primary = primary_person(contact)
    known = (primary.email,) if primary is not None and primary.email else ()
    mail: dict[str, Any] = {"to": known, "subject": subject, "body": body, **said_text(call)}
    if not mail["to"]:
        raise Refused("invalid_value", field="to_mail_ids")
    call.organization.execute(
        WriteMail(
            **mail,
            attachments=tuple(sent_along(call)),
            purpose=purpose,
            document_id=contact.id,
            user_id=call.user_id,
        )
    )
