"""Contacts, customers and vendors alike: list, create, read, update, delete, active and inactive, comments.

Their wire form is in `contact_wire`, their persons in `contact_persons`, their addresses in `contact_addresses`.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.documents.contact import (
    ActivateContact,
    Address,
    Contact,
    ContactRole,
    CreateContact,
    DeactivateContact,
    DeleteContact,
    Person,
    UpdateContact,
)
from tallystick.books.documents.contact_opening import SetContactOpening
from tallystick.books.rules.contact import terms_label
from tallystick.vendors.zoho_books.emulator import contact_wire
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, deletes_comment, lists_comments
from tallystick.vendors.zoho_books.emulator.contact_access import admit, shut_out
from tallystick.vendors.zoho_books.emulator.contact_listing import LISTING
from tallystick.vendors.zoho_books.emulator.editions import check_contact
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import (
    Field,
    amount,
    choice,
    flag,
    given,
    optional_amount,
    rows,
    text,
)
from tallystick.vendors.zoho_books.emulator.kept import keep, put
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes_many,
    forget,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.terms import FIELDS as TERMS

NAME_LENGTH_MAX: Final = 200


def name(value: Any, wire: str) -> str:
    """Read a contact's name. Raises Refused: code 2 when it is empty, 15 when it is too long."""
    found = text(value, wire)
    if not found:
        raise Refused("invalid_value", field=wire)
    if len(found) >= NAME_LENGTH_MAX:
        raise Refused("too_long", field=wire, limit=NAME_LENGTH_MAX)
    return found


PERSON_FIELDS: Final = (
    Field("contact_person_id", "id", text),
    Field("salutation", "salutation", text),
    Field("first_name", "first_name", text),
    Field("last_name", "last_name", text),
    Field("email", "email", text),
    Field("phone", "phone", text),
    Field("mobile", "mobile", text),
    Field("designation", "designation", text),
    Field("department", "department", text),
    Field("is_primary_contact", "is_primary", flag),
)


PERSON_KEPT: Final = ("skype", "communication_preference", "mobile_country_code", "fax")
OPENING_FIELDS: Final = (
    Field("opening_balance_amount", "amount", amount),
    Field("exchange_rate", "exchange_rate", amount),
)


def persons(value: Any, wire: str) -> tuple[Person, ...]:
    """Read a contact's persons; the first is primary when none is marked."""
    found = [Person(**given(row, PERSON_FIELDS)) for row in rows(value, wire)]
    if found and not any(person.is_primary for person in found):
        found[0] = Person(**given({**value[0], "is_primary_contact": True}, PERSON_FIELDS))
    return tuple(found)


def postal(value: Any, wire: str) -> Address:
    """Read an address. Raises Refused (codes 2, 15)."""
    if not isinstance(value, dict):
        raise Refused("invalid_value", field=wire)
    return Address(**given(value, ADDRESS_FIELDS))


FIELDS: Final = (
    Field("contact_name", "name", name),
    Field("contact_type", "role", choice(ContactRole)),
    Field("company_name", "company_name", text),
    Field("customer_sub_type", "subtype", text),
    Field("currency_id", "currency_id", text),
    *TERMS,
    Field("tax_id", "tax_id", text),
    Field("credit_limit", "credit_limit", optional_amount),
    Field("website", "website", text),
    Field("notes", "notes", text),
    Field("contact_persons", "persons", persons),
    Field("billing_address", "billing_address", postal),
    Field("shipping_address", "shipping_address", postal),
)
KEPT: Final = (
    "custom_fields",
    "tags",
    "facebook",
    "twitter",
    "language_code",
    "owner_id",
    "pricebook_id",
    "contact_number",
    "track_1099",
    "tax_id_type",
    "tax_id_value",
    "gst_no",
    "gst_treatment",
    "vat_treatment",
    "vat_reg_no",
    "tax_treatment",
    "place_of_contact",
    "is_taxable",
    "tax_exemption_id",
    "tax_authority_id",
    "legal_name",
    "default_templates",
)


def _fields(call: Call) -> dict[str, Any]:
    fields = given(call.body, FIELDS)
    if fields.get("currency_id") == "":
        del fields["currency_id"]
    if "terms_days" in fields and "terms_label" not in fields:
        fields["terms_label"] = terms_label(fields["terms_days"], fields["terms_basis"])
    return fields


def create(call: Call) -> Contact:
    """Create a contact; e-mail and phone only count on its persons. Raises Refused: 3062 for a name in use."""
    if not call.body.get("contact_name"):
        raise Refused("invalid_value", field="contact_name")
    check_contact(call)
    contact: Contact = call.organization.execute(CreateContact(user_id=call.user_id, **_fields(call)))
    keep(call.organization, contact.id, call.body, KEPT)
    _set_opening(call, contact)
    _keep_persons(call, contact)
    if call.body.get("is_portal_enabled") is True:
        admit(call, contact, [person for person in contact.persons if person.is_primary])
    return _as_it_stands(call, contact)


def update(call: Call, contact: Contact) -> Contact:
    """Change a contact; persons are replaced whole when the body has any. Raises Refused: 3062 for a name in use."""
    check_contact(call)
    changed: Contact = call.organization.execute(UpdateContact(id=contact.id, user_id=call.user_id, **_fields(call)))
    keep(call.organization, contact.id, call.body, KEPT)
    _set_opening(call, changed)
    _keep_persons(call, changed)
    return _as_it_stands(call, changed)


def _as_it_stands(call: Call, contact: Contact) -> Contact:
    return call.organization.book.contacts[contact.id]


def _set_opening(call: Call, contact: Contact) -> None:
    """Put the opening balance a body gives in place; its rows, one a location, add up.

    Raises Refused (code 2) for rows at different rates.
    """
    found = [given(row, OPENING_FIELDS) for row in rows(call.body.get("opening_balances", []), "opening_balances")]
    rates = {fields["exchange_rate"] for fields in found if fields.get("exchange_rate")}
    if not found:
        return
    if len(rates) > 1:
        raise Refused("invalid_value", field="exchange_rate")
    asked: dict[str, Any] = {"exchange_rate": rates.pop()} if rates else {}
    total = sum((fields.get("amount", Decimal(0)) for fields in found), Decimal(0))
    call.organization.execute(SetContactOpening(contact_id=contact.id, amount=total, user_id=call.user_id, **asked))


def _keep_persons(call: Call, contact: Contact) -> None:
    """Keep what only the vendor knows of the persons a body has; the Book gives them back in the body's order."""
    for row, person in zip(call.body.get("contact_persons") or [], contact.persons, strict=False):
        keep(call.organization, person.id, row, PERSON_KEPT)
        let_in(call, contact, person, row)


def let_in(call: Call, contact: Contact, person: Person, row: dict[str, Any]) -> None:
    """Let a person use the portal, or keep them out, when their row says so. Raises Refused (code 2) without e-mail."""
    if row.get("enable_portal") is True:
        admit(call, contact, [person])
    elif row.get("enable_portal") is False:
        shut_out(call, contact, [person])


def delete(call: Call, identity: str) -> None:
    """Delete a contact that no transaction names, and what was kept of its persons."""
    contact: Contact = call.organization.execute(DeleteContact(id=identity, user_id=call.user_id))
    for person in contact.persons:
        call.organization.drop_record(person.id)


MODULE: Final = Module(
    label="Contact",
    path="/contacts",
    identity="contact_id",
    kind="contact",
    key="contact",
    list_key="contacts",
    documents=lambda organization: organization.book.contacts,
    row=contact_wire.row,
    detail=contact_wire.detail,
    listing=LISTING,
    messages=Messages(
        created="The contact has been added.",
        updated="Contact information has been saved.",
        deleted_many="The contacts have been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def delete_contact(call: Call) -> Answer:
    """Delete a contact; the message names what it was (recorded for a customer)."""
    contact = MODULE.named(call)
    delete(call, contact.id)
    forget(call.organization, contact.id)
    return Answer(message=f"The {contact.role.value} has been deleted.")


def activate(call: Call, contact: Contact) -> None:
    """Let a contact be used again."""
    call.organization.execute(ActivateContact(id=contact.id, user_id=call.user_id))


def deactivate(call: Call, contact: Contact) -> None:
    """Keep a contact from being used in new documents."""
    call.organization.execute(DeactivateContact(id=contact.id, user_id=call.user_id))


def _sets(**fields: Any) -> Any:
    def run(call: Call, contact: Contact) -> None:
        put(call.organization, contact.id, **fields)

    return run


def _reminds(*, enabled: bool) -> Any:
    def run(call: Call, contact: Contact) -> None:
        call.organization.execute(UpdateContact(id=contact.id, reminds=enabled, user_id=call.user_id))

    return run


def _lists_role(role: ContactRole) -> Callable[[Call], Answer]:
    """Make the operation that lists the contacts of one role, as the list of contacts does with `contact_type`."""
    list_contacts = lists(MODULE)

    def run(call: Call) -> Answer:
        return list_contacts(replace(call, query={**call.query, "contact_type": role.value}))

    return run


TAP: Final = "documented(open-source taps read this path and its list under contacts)"
_ID: Final = "/contacts/{contact_id}"
HANDLERS: Final = (
    Emulated("POST", "/contacts", creates(MODULE), RECORDED, missing="opening balances by location"),
    Emulated("GET", "/contacts", lists(MODULE), RECORDED),
    Emulated("GET", "/customers", _lists_role(ContactRole.CUSTOMER), TAP),
    Emulated("GET", "/vendors", _lists_role(ContactRole.VENDOR), TAP),
    Emulated("DELETE", "/contacts", deletes_many(MODULE, "contact_ids"), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED, missing="opening balances by location"),
    Emulated("DELETE", _ID, delete_contact, RECORDED),
    Emulated("POST", f"{_ID}/active", acts(MODULE, activate, "The contact has been marked as active."), SPECIFIED),
    Emulated(
        "POST", f"{_ID}/inactive", acts(MODULE, deactivate, "The contact has been marked as inactive."), SPECIFIED
    ),
    Emulated(
        "POST",
        f"{_ID}/paymentreminder/enable",
        acts(
            MODULE,
            _reminds(enabled=True),
            "All reminders associated with this contact have been enabled.",
        ),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/paymentreminder/disable",
        acts(
            MODULE,
            _reminds(enabled=False),
            "All reminders associated with this contact have been stopped.",
        ),
        SPECIFIED,
    ),
    Emulated("POST", f"{_ID}/track1099", acts(MODULE, _sets(track_1099=True), "1099 tracking is enabled."), SPECIFIED),
    Emulated(
        "POST", f"{_ID}/untrack1099", acts(MODULE, _sets(track_1099=False), "1099 tracking is disabled."), SPECIFIED
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "contact_comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "The comment has been added."), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
