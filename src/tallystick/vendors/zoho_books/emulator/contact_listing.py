"""How contacts are listed: columns, filters, views. No contact is changed and none put on the wire here."""

from typing import Any, Final

from tallystick.books.documents.contact import Contact
from tallystick.vendors.zoho_books.emulator.contact_access import in_portal
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.sales import primary_person


def _primary(contact: Contact, part: str) -> str:
    person = primary_person(contact)
    return "" if person is None else str(getattr(person, part)).casefold()


def _street(contact: Contact) -> str:
    address = contact.billing_address
    return f"{address.street} {address.street2} {address.city} {address.state} {address.country}".casefold()


_OWED_BY: Final = ("invoice", "payment", "credit_note", "journal", "contact_opening")


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


def _portal(view: Any, contact: Contact) -> str:
    return "enabled" if any(in_portal(view.records, person) for person in contact.persons) else "disabled"


def _kept(name: str) -> Column:
    return Column(name, lambda view, contact: str(view.records.get(contact.id, {}).get(name, "")))


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
        Column("portal_status", _portal),
        _kept("zcrm_contact_id"),
        _kept("zcrm_account_id"),
        _kept("zcrm_vendor_id"),
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
        Filter("zcrm_contact_id"),
        Filter("zcrm_account_id"),
        Filter("zcrm_vendor_id"),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        "Status.Active": (equals("status", "active"),),
        "Status.Inactive": (equals("status", "inactive"),),
        "Status.Duplicate": (equals("status"),),
        "Status.PortalEnabled": (equals("portal_status", "enabled"),),
        "Status.PortalDisabled": (equals("portal_status", "disabled"),),
        "Status.CreditLimitExceed": (equals("over_limit", "True"),),
        "Status.Crm": (equals("status"),),
        "Status.Customers": (equals("contact_type", "customer"),),
        "Status.Vendors": (equals("contact_type", "vendor"),),
        "Invoice.OverDue": (equals("owing", "overdue"),),
        "Invoice.Unpaid": (equals("owing", "overdue", "unpaid"),),
    },
    view="Status.All",
)
