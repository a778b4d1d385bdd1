"""Mail to a contact that is about no document: plain, a request for a review, a request for a payment method; messages.

A statement's mail is `contact_statements`'s. Everything goes to the outbox and no further.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from tallystick.books.documents.contact import Contact
from tallystick.books.documents.mail import WriteMail
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_letters import content, send
from tallystick.vendors.zoho_books.emulator.contact_statements import statement_of, statement_text
from tallystick.vendors.zoho_books.emulator.contact_wire import communication
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import said
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, identities_of

KEYS: Final = "assumed(the path is documented, its keys are those of a statement's mail)"
MESSAGE_LENGTH_MAX: Final = 1_600


class Letter(msgspec.Struct, frozen=True):
    """One kind of mail: its path below the contact, its subject and text (`{contact}`, `{organization}`), its answer.

    `marks` are kept with the contact once it is sent.
    """

    path: str
    purpose: str
    subject: str
    text: str
    message: str
    marks: dict[str, Any] = {}

    def words(self, call: Call, contact: Contact) -> tuple[str, str]:
        """Return the subject and the text for a contact."""
        facts = {"contact": contact.name, "organization": call.organization.settings.name}
        return self.subject.format(**facts), self.text.format(**facts)

    def read(self, call: Call) -> Answer:
        """Answer with the mail as it would be sent."""
        contact = MODULE.named(call)
        return content(call, contact, *self.words(call, contact))

    def mail(self, call: Call) -> Answer:
        """Send the mail. Raises Refused (code 2) when there is nobody to send it to."""
        contact = MODULE.named(call)
        send(call, contact, *self.words(call, contact), purpose=self.purpose)
        if self.marks:
            put(call.organization, contact.id, **self.marks)
        return Answer(message=self.message)


PLAIN: Final = Letter(
    "email", "contact", "Message from {organization}", "Dear {contact},\n\n\n\n{organization}", "Email has been sent."
)
REVIEW: Final = Letter(
    "clientreviews/email",
    "client_review",
    "How did {organization} do?",
    "Dear {contact},\n\nPlease tell us what you think of our work.\n\n{organization}",
    "success",
    {"is_client_review_asked": True},
)
PAYMENT_METHOD: Final = Letter(
    "paymentmethod/email",
    "payment_method",
    "{organization} asks for your payment method",
    "Dear {contact},\n\nPlease add a card or a bank account that payments may be drawn from.\n\n{organization}",
    "success",
)


def email(call: Call) -> Answer:
    """Mail a contact in the words of the call. Raises Refused: code 2 without a receiver, a subject or a text."""
    contact = MODULE.named(call)
    for name in ("to_mail_ids", "subject", "body"):
        if not call.body.get(name):
            raise Refused("invalid_value", field=name)
    subject, body = PLAIN.words(call, contact)
    send(call, contact, subject, body, purpose=PLAIN.purpose)
    if said(call.query, call.body, "send_customer_statement"):
        name = call.organization.settings.name
        own = statement_text(call, contact, statement_of(call, contact))
        _message(call, contact, call.body["to_mail_ids"], (f"Account Statement from {name}", own), purpose="statement")
    return Answer(message=PLAIN.message)


def _message(call: Call, contact: Contact, to: Sequence[str], words: tuple[str, str], *, purpose: str) -> None:
    subject, body = words
    command = WriteMail(
        to=tuple(to), subject=subject, body=body, purpose=purpose, document_id=contact.id, user_id=call.user_id
    )
    call.organization.execute(command)


def _reached(call: Call, contact: Contact) -> list[str]:
    """Return the mobile numbers of those persons who take text messages."""
    return [one.mobile for one in contact.persons if one.mobile and communication(call, one)["is_sms_enabled"]]


def _default_text(call: Call, contact: Contact) -> str:
    owed = call.organization.book.receivable(contact.id).outstanding
    code = call.organization.book.currencies[contact.currency_id].code
    return f"Dear {contact.name}, {code} {owed} is due. {call.organization.settings.name}"


def _addressed(call: Call) -> list[Contact]:
    if "contact_id" in call.ids:
        return [MODULE.named(call)]
    return [MODULE.find(call.organization, one) for one in identities_of(MODULE, call, "contact_ids")]


def read_text_message(call: Call) -> Answer:
    """Answer with the text message each contact would get, and the numbers it would go to."""
    value = [
        {"contact_id": contact.id, "body": _default_text(call, contact), "to_numbers": _reached(call, contact)}
        for contact in _addressed(call)
    ]
    return Answer(key="data", value=value[0] if "contact_id" in call.ids else value)


def send_text_message(call: Call) -> Answer:
    """Put a text message to each contact in the outbox, all or none. Raises Refused (code 2) when one takes none."""
    text = call.query.get("message", "")
    if len(text) > MESSAGE_LENGTH_MAX:
        raise Refused("too_long", field="message", limit=MESSAGE_LENGTH_MAX + 1)
    for contact in _addressed(call):
        numbers = _reached(call, contact)
        if not numbers:
            raise Refused("invalid_value", field="mobile")
        _message(call, contact, numbers, ("", text or _default_text(call, contact)), purpose="sms")
    return Answer()


_ID: Final = "/contacts/{contact_id}"
_SMS: Final = "assumed(the path is documented, its parameters and keys are not)"
HANDLERS: Final = (
    Emulated("GET", f"{_ID}/{PLAIN.path}", PLAIN.read, KEYS),
    Emulated("POST", f"{_ID}/{PLAIN.path}", email, SPECIFIED),
    Emulated("GET", f"{_ID}/{REVIEW.path}", REVIEW.read, KEYS),
    Emulated("POST", f"{_ID}/{REVIEW.path}", REVIEW.mail, SPECIFIED),
    Emulated("GET", f"{_ID}/{PAYMENT_METHOD.path}", PAYMENT_METHOD.read, KEYS),
    Emulated("POST", f"{_ID}/{PAYMENT_METHOD.path}", PAYMENT_METHOD.mail, SPECIFIED),
    Emulated("GET", f"{_ID}/sms", read_text_message, _SMS),
    Emulated("POST", f"{_ID}/sms", send_text_message, _SMS),
    Emulated("GET", "/contacts/sms", read_text_message, _SMS),
    Emulated("POST", "/contacts/sms", send_text_message, _SMS),
)
