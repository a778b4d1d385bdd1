"""Contact persons: list, create, read, update, delete, and which of a contact's persons is primary.

The Book keeps persons on their contact; a person is found here by asking all contacts. The portal is `contact_portal`'s.
"""

from typing import Any, Final

import msgspec

from tallystick.books.documents.contact import Contact, Person, UpdateContact
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_wire import person_detail
from tallystick.vendors.zoho_books.emulator.contacts import MODULE, PERSON_FIELDS, PERSON_KEPT, let_in
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import given, text
from tallystick.vendors.zoho_books.emulator.index import Condition, Op
from tallystick.vendors.zoho_books.emulator.kept import keep
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, index_of

FILTERS: Final = ("contact_id", "first_name", "last_name", "email", "phone", "mobile")
"""Parameters that a list of all persons is narrowed by; the vendor documents none (assumed)."""
MESSAGE_CREATED: Final = "The contactperson has been Created"
MESSAGE_UPDATED: Final = "The contactperson details has been updated."


def found(call: Call) -> tuple[Contact, Person]:
    """Return the person the path names and their contact. Raises Refused (code 1002)."""
    identity = call.ids.get("contact_person_id") or call.ids["contactperson_id"]
    if "contact_id" in call.ids:
        contacts = [MODULE.named(call)]
    else:
        index = index_of(MODULE, call)
        tests = [Condition("person_ids", Op.IN, frozenset({identity}))]
        contacts = [index.documents[one] for one in index.every(tests)]
    for contact in contacts:
        for person in contact.persons:
            if person.id == identity:
                return contact, person
    raise Refused("does_not_exist", thing="Contact Person")


def _save(call: Call, contact: Contact, persons: tuple[Person, ...]) -> Contact:
    saved: Contact = call.organization.execute(UpdateContact(id=contact.id, persons=persons, user_id=call.user_id))
    return saved


def _only_primary(persons: tuple[Person, ...], identity: str) -> tuple[Person, ...]:
    return tuple(msgspec.structs.replace(person, is_primary=person.id == identity) for person in persons)


def list_persons(call: Call) -> Answer:
    """List the persons of one contact."""
    contact = MODULE.named(call)
    page = context_of_few(call, [person_detail(call, contact, person) for person in contact.persons])
    context = {**page.context, "sort_column": "contact_person_id", "sort_order": "A"}
    return Answer(key="contact_persons", value=page.rows, extra={"page_context": context})


def list_all_persons(call: Call) -> Answer:
    """List the persons of all contacts, those whose fields have the texts the call gives."""
    wanted = {name: call.query[name].strip().casefold() for name in FILTERS if call.query.get(name)}
    contacts = call.organization.book.contacts.values()
    rows = [person_detail(call, one, person) for one in contacts for person in one.persons]
    found_ = [row for row in rows if all(row[name].casefold() == value for name, value in wanted.items())]
    page = context_of_few(call, found_)
    return Answer(key="contact_persons", value=page.rows, extra={"page_context": page.context})


def create_person(call: Call) -> Answer:
    """Add a person to a contact; the first is primary. Raises Refused: 1002 without a contact, 2 without a name."""
    contact = MODULE.find(call.organization, text(call.body.get("contact_id", ""), "contact_id"))
    if not call.body.get("first_name") and not call.body.get("email"):
        raise Refused("invalid_value", field="first_name")
    person = Person(**{**given(call.body, PERSON_FIELDS), "id": "", "is_primary": not contact.persons})
    saved = _save(call, contact, (*contact.persons, person))
    made = saved.persons[-1]
    keep(call.organization, made.id, call.body, PERSON_KEPT)
    let_in(call, saved, made, call.body)
    return _answer(call, saved, made, MESSAGE_CREATED, status=201)


def _answer(call: Call, contact: Contact, person: Person, message: str, *, status: int = 0) -> Answer:
    return Answer(
        message=message,
        key="contact_person",
        value=person_detail(call, contact, person),
        status=status,
        location=f"/contacts/contactpersons/{person.id}" if status else "",
    )


def read_person(call: Call) -> Answer:
    """Return one person."""
    contact, person = found(call)
    return _answer(call, contact, person, "success")


def update_person(call: Call) -> Answer:
    """Change a person; being made primary unmakes the one before."""
    contact, person = found(call)
    fields: dict[str, Any] = {**given(call.body, PERSON_FIELDS), "id": person.id}
    changed = msgspec.structs.replace(person, **fields)
    persons = tuple(changed if one.id == person.id else one for one in contact.persons)
    if changed.is_primary and not person.is_primary:
        persons = _only_primary(persons, person.id)
    saved = _save(call, contact, persons)
    keep(call.organization, person.id, call.body, PERSON_KEPT)
    let_in(call, saved, changed, call.body)
    return _answer(call, saved, next(one for one in saved.persons if one.id == person.id), MESSAGE_UPDATED)


def delete_person(call: Call) -> Answer:
    """Delete a person; when they were primary, the first of those left becomes it."""
    contact, person = found(call)
    left = tuple(one for one in contact.persons if one.id != person.id)
    _save(call, contact, _only_primary(left, left[0].id) if left and person.is_primary else left)
    call.organization.drop_record(person.id)
    return Answer(message="The contact person has been deleted.")


def make_primary(call: Call) -> Answer:
    """Make a person the one documents go to."""
    contact, person = found(call)
    _save(call, contact, _only_primary(contact.persons, person.id))
    return Answer(message="This contact person has been marked as your primary contact person.")


_PERSONS: Final = "/contacts/contactpersons"
HANDLERS: Final = (
    Emulated("GET", "/contacts/{contact_id}/contactpersons", list_persons, SPECIFIED),
    Emulated("GET", _PERSONS, list_all_persons, SPECIFIED),
    Emulated("POST", _PERSONS, create_person, SPECIFIED),
    Emulated("GET", "/contacts/{contact_id}/contactpersons/{contact_person_id}", read_person, SPECIFIED),
    Emulated("GET", f"{_PERSONS}/{{contactperson_id}}", read_person, SPECIFIED),
    Emulated("PUT", f"{_PERSONS}/{{contact_person_id}}", update_person, SPECIFIED),
    Emulated("DELETE", f"{_PERSONS}/{{contact_person_id}}", delete_person, SPECIFIED),
    Emulated("POST", f"{_PERSONS}/{{contact_person_id}}/primary", make_primary, SPECIFIED),
)
