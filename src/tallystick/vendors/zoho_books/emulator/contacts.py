"""Contacts, customers and vendors alike: list, create, read, update, delete, active and inactive, comments.

Their wire form is in `contact_wire`, their persons in `contact_persons`, their addresses in `contact_addresses`.
"""

from typing import Any, Final

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
from tallystick.books.rules.contact import terms_label
from tallystick.vendors.zoho_books.emulator import contact_wire
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, deletes_comment, lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import (
    Field,
    choice,
    flag,
    given,
    optional_amount,
    rows,
    text,
)
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, put
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    acts,
    creates,
    deletes_many,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.sales import primary_person
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
    contact: Contact = call.organization.execute(CreateContact(user_id=call.user_id, **_fields(call)))
    keep(call.organization, contact.id, call.body, KEPT)
    return contact


def update(call: Call, contact: Contact) -> Contact:
    """Change a contact; persons are replaced whole when the body has any. Raises Refused: 3062 for a name in use."""
    changed: Contact = call.organization.execute(UpdateContact(id=contact.id, user_id=call.user_id, **_fields(call)))
    keep(call.organization, contact.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a contact that no transaction names, and what was kept of its persons."""
    contact: Contact = call.organization.execute(DeleteContact(id=identity, user_id=call.user_id))
    for person in contact.persons:
        call.organization.drop_record(person.id)


def _primary(contact: Contact, part: str) -> str:
    person = primary_person(contact)
    return "" if person is None else str(getattr(person, part)).casefold()


def _street(contact: Contact) -> str:
    address = contact.billing_address
    return f"{address.street} {address.street2} {address.city} {address.state} {address.country}".casefold()


_OWED_BY: Final = ("invoice", "payment", "credit_note", "journal")


def _views_owing(view: Any, contact: Contact) -> str:
    """Return `overdue`, `unpaid` or nothing, by the invoices of a contact."""
    owing = ""
    for kind, identity in view.book.documents_of(contact.id):
        invoice = view.book.invoices.get(identity) if kind == "invoice" else None
        if invoice is not None and invoice.state == "sent" and invoice.balance:
            if invoice.due_date < view.today:
                return "overdue"
            owing = "unpaid"
    return owing


LISTING: Final = Listing(
    report_name="Contacts",
    columns=(
        Column("contact_name", lambda _, contact: contact.name.casefold()),
        Column("company_name", lambda _, contact: contact.company_name.casefold()),
        Column("contact_type", lambda _, contact: contact.role.value),
        Column("first_name", lambda _, contact: _primary(contact, "first_name")),
        Column("last_name", lambda _, contact: _primary(contact, "last_name")),
        Column("email", lambda _, contact: _primary(contact, "email")),
        Column("phone", lambda _, contact: _primary(contact, "phone")),
        Column("address", lambda _, contact: _street(contact)),
        Column("status", lambda _, contact: "active" if contact.active else "inactive"),
        Column(
            "outstanding_receivable_amount",
            lambda view, contact: view.book.receivable(contact.id).outstanding,
            Kind.NUMBER,
            looks_at=_OWED_BY,
        ),
        Column(
            "over_limit",
            lambda view, contact: str(
                contact.credit_limit is not None and view.book.receivable(contact.id).outstanding > contact.credit_limit
            ),
            looks_at=_OWED_BY,
        ),
        Column("owing", _views_owing, daily=True, looks_at=_OWED_BY),
        Column("person_ids", lambda _, contact: tuple(person.id for person in contact.persons), Kind.TEXTS),
        Column("created_time", lambda _, contact: contact.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, contact: contact.modified_at, Kind.TIME),
        Column("search_text", lambda _, contact: f"{contact.name}\n{contact.notes}".casefold()),
    ),
    sort="contact_name",
    sorts=(
        "contact_name",
        "first_name",
        "last_name",
        "email",
        "company_name",
        "outstanding_receivable_amount",
        "created_time",
        "last_modified_time",
    ),
    filters=(
        Filter("contact_type"),
        Filter("contact_name", TEXT),
        Filter("company_name", TEXT),
        Filter("first_name", TEXT),
        Filter("last_name", TEXT),
        Filter("email", TEXT),
        Filter("phone", TEXT),
        Filter("address", TEXT),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        "Status.Active": (equals("status", "active"),),
        "Status.Inactive": (equals("status", "inactive"),),
        "Status.Duplicate": (equals("status"),),
        "Status.PortalEnabled": (equals("status"),),
        "Status.PortalDisabled": (),
        "Status.CreditLimitExceed": (equals("over_limit", "True"),),
        "Status.Crm": (equals("status"),),
        "Status.Customers": (equals("contact_type", "customer"),),
        "Status.Vendors": (equals("contact_type", "vendor"),),
        "Invoice.OverDue": (equals("owing", "overdue"),),
        "Invoice.Unpaid": (equals("owing", "overdue", "unpaid"),),
    },
    view="Status.All",
)
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
    call.organization.drop_record(contact.id)
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


_ID: Final = "/contacts/{contact_id}"
HANDLERS: Final = (
    Emulated("POST", "/contacts", creates(MODULE), RECORDED, missing="opening balances, portal"),
    Emulated("GET", "/contacts", lists(MODULE), RECORDED, missing="zcrm ids"),
    Emulated("DELETE", "/contacts", deletes_many(MODULE, "contact_ids"), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
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
