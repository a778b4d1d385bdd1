"""Mail about a document: what it would say, and writing it to the outbox, for every noun that is mailed.

Nothing is sent anywhere. What mailing changes of a document (a draft is issued) is the noun's own business, and which
operations show a mail is in `mail_content`.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.mail import WriteMail
from tallystick.vendors.zoho_books.emulator import files
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text, texts
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import Module, detail_of
from tallystick.vendors.zoho_books.emulator.printing import FORMS, file_name
from tallystick.vendors.zoho_books.emulator.sales import primary_person

ADDRESS_LENGTH_MAX: Final = 254
Content = dict[str, Any]


def contact_of(call: Call, document: Any) -> Contact:
    """Return whom a document is written to."""
    return call.organization.book.contacts[document.contact_id]


def default_text(module: Module, call: Call, document: Any) -> tuple[str, str]:
    """Return the subject and the body a mail about a document has unless it is given others."""
    sender = call.organization.settings.name
    label, name = FORMS[module.path].title, contact_of(call, document).name
    body = f"Dear {name},\n\nYour {label.lower()} {document.number} is attached.\n\n{sender}"
    return f"{label} - {document.number} from {sender}", body


def people_of(contact: Contact) -> list[Content]:
    """Return the persons of a contact, whom a mail may go to; the primary one is selected."""
    primary = primary_person(contact)
    return [
        {
            "contact_person_id": one.id,
            "first_name": one.first_name,
            "last_name": one.last_name,
            "salutation": one.salutation,
            "email": one.email,
            "phone": one.phone,
            "mobile": one.mobile,
            "selected": one is primary,
        }
        for one in contact.persons
    ]


def senders(call: Call) -> list[Content]:
    """Return the addresses a mail may come from: the organisation's."""
    own = call.organization.settings
    return [{"user_name": own.name, "selected": True, "email": own.email, "organization_contact_id": ""}]


def content_of(module: Module, call: Call, document: Any) -> Content:
    """Return the mail a document would be sent with, whom it may go to and what goes with it."""
    contact = contact_of(call, document)
    subject, body = default_text(module, call, document)
    rows = files.file_rows(call.organization, document.id)
    return {
        "gateways_configured": False,
        "deprecated_placeholders_used": [],
        "body": body,
        "error_list": [],
        "subject": subject,
        "emailtemplates": [],
        "to_contacts": people_of(contact),
        "attach_pdf": True,
        "attachment_name": rows[0]["file_name"] if rows else "",
        "documents": rows,
        "file_name": _pdf_name(module, call, document),
        "from_emails": senders(call),
        "entity_id": document.id,
        "customer_id": contact.id,
        "customer_name": contact.name,
    }


def _pdf_name(module: Module, call: Call, document: Any) -> str:
    return file_name(FORMS[module.path], detail_of(module, call, document))


def addresses(call: Call, name: str) -> tuple[str, ...]:
    """Return the addresses a body gives in one field. Raises Refused (code 2) for what is none."""
    found = texts(call.body.get(name, []), name)
    for each in found:
        local, _, host = each.rpartition("@")
        is_plain = each.isprintable() and " " not in each and len(each) <= ADDRESS_LENGTH_MAX
        if not (local and "." in host and is_plain):
            raise Refused("invalid_value", field=name)
    return found


def said_text(call: Call) -> dict[str, Any]:
    """Return the parts of a mail that a body gives: `to`, `cc`, `bcc`, `subject`, `body`. Raises Refused (code 2)."""
    parts = {
        "to": addresses(call, "to_mail_ids"),
        "cc": addresses(call, "cc_mail_ids"),
        "bcc": addresses(call, "bcc_mail_ids"),
        "subject": text(call.body.get("subject", ""), "subject"),
        "body": text(call.body.get("body", ""), "body"),
    }
    return {name: value for name, value in parts.items() if value}


def enclosed(module: Module, call: Call, document: Any) -> tuple[str, ...]:
    """Return the names of the files that go with a mail.

    The document's PDF unless `attach_pdf=false`; its own files when they may go in its mail or `send_attachment=true`;
    what `sent_along` finds. Raises Refused.
    """
    organization, names = call.organization, []
    if call.query.get("attach_pdf", "").lower() != "false":
        names.append(_pdf_name(module, call, document))
    record = organization.records.get(document.id, {})
    if record.get("can_send_in_mail") or call.query.get("send_attachment", "").lower() == "true":
        names += [row["file_name"] for row in files.file_rows(organization, document.id)]
    names += sent_along(call)
    if len(names) > files.FILES_MAX:
        raise Refused("files_max", limit=files.FILES_MAX)
    return tuple(names)


def sent_along(call: Call) -> list[str]:
    """Return the names of the files that came with a call, and of those of the inbox that `mail_documents` names.

    Raises Refused: code 1002 for one that is not there, else as `files.check` does.
    """
    names = [files.check(upload, files.ANY_FILE) for upload in call.files]
    for each in call.body.get("mail_documents") or ():
        identity = str(each.get("document_id", "")) if isinstance(each, dict) else str(each)
        names.append(files.file(call.organization, identity)["file_name"])
    if len(names) > files.FILES_MAX:
        raise Refused("files_max", limit=files.FILES_MAX)
    return names


def letter(module: Module, call: Call, document: Any, **fields: Any) -> WriteMail:
    """Return the mail that sends a document; `fields` of the mail stand where the call says nothing else.

    It says what the call says, else what `fields` or `default_text` do, and goes to everyone of the contact with an
    address unless the call names others. Raises Refused.
    """
    contact = contact_of(call, document)
    subject, body = default_text(module, call, document)
    known = tuple(person.email for person in contact.persons if person.email)
    mail: dict[str, Any] = {
        "to": known,
        "subject": subject,
        "body": body,
        "purpose": module.kind,
        **fields,
        **said_text(call),
    }
    names = enclosed(module, call, document)
    return WriteMail(**mail, attachments=names, document_id=document.id, user_id=call.user_id)


def mails(module: Module, issue: type[Any] | None = None) -> Callable[[Call, Any], None]:
    """Make the act that mails a document; one that is not issued yet is issued by it."""

    def act(call: Call, document: Any) -> None:
        if issue is not None and document.state.value in lifecycle.UNISSUED:
            call.organization.execute(issue(id=document.id, user_id=call.user_id))
        call.organization.execute(letter(module, call, document))
        put(call.organization, document.id, is_emailed=True)

    return act
