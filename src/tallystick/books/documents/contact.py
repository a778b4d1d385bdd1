"""Customers and vendors with their persons and addresses, and the commands about them. No balance lives here."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.terms import TermsBasis


class ContactRole(StrEnum):
    """Which side of the business a contact stands on."""

    CUSTOMER = "customer"
    VENDOR = "vendor"


class Address(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A postal address."""

    id: str = ""
    attention: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    state_code: str = ""
    postcode: str = ""
    country: str = ""
    country_code: str = ""
    phone: str = ""
    fax: str = ""


NO_ADDRESS = Address()


class Person(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """Somebody to reach at a contact; a command may leave `id` empty for a new person."""

    id: str = ""
    salutation: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    designation: str = ""
    department: str = ""
    is_primary: bool = False


class Contact(Document, frozen=True, kw_only=True, gc=False):
    """A customer or vendor. At most one person is primary. What they owe is `book.receivable(contact.id)`.

    `reminds` says whether reminders may be sent to them without anybody asking.
    """

    name: str
    role: ContactRole = ContactRole.CUSTOMER
    company_name: str = ""
    subtype: str = "business"
    currency_id: str = ""
    terms_days: int = 0
    terms_basis: TermsBasis = TermsBasis.NET
    terms_label: str = "Due on Receipt"
    tax_id: str = ""
    credit_limit: Decimal | None = None
    website: str = ""
    notes: str = ""
    persons: tuple[Person, ...] = ()
    billing_address: Address = NO_ADDRESS
    shipping_address: Address = NO_ADDRESS
    reminds: bool = True
    active: bool = True


class ContactFields(Command, frozen=True, kw_only=True):
    """What may be said of a contact; persons and addresses are replaced whole."""

    name: Given[str] = msgspec.UNSET
    role: Given[ContactRole] = msgspec.UNSET
    company_name: Given[str] = msgspec.UNSET
    subtype: Given[str] = msgspec.UNSET
    currency_id: Given[str] = msgspec.UNSET
    terms_days: Given[int] = msgspec.UNSET
    terms_basis: Given[TermsBasis] = msgspec.UNSET
    terms_label: Given[str] = msgspec.UNSET
    tax_id: Given[str] = msgspec.UNSET
    credit_limit: Given[Decimal | None] = msgspec.UNSET
    website: Given[str] = msgspec.UNSET
    notes: Given[str] = msgspec.UNSET
    persons: Given[tuple[Person, ...]] = msgspec.UNSET
    billing_address: Given[Address] = msgspec.UNSET
    shipping_address: Given[Address] = msgspec.UNSET
    reminds: Given[bool] = msgspec.UNSET


class CreateContact(ContactFields, frozen=True, kw_only=True):
    """Add a contact; `name` is required and unique."""


class UpdateContact(ContactFields, frozen=True, kw_only=True):
    """Change a contact; currency and role are fixed once a document names it."""

    id: str


class DeleteContact(Target, frozen=True, kw_only=True):
    """Remove a contact that no document names, and its opening balance."""


class MergeContacts(Target, frozen=True, kw_only=True):
    """Let everything that names one contact name another instead; the first is left inactive, with nothing to it.

    Both have the same role and currency. Persons go along, because documents name them.
    """

    into_id: str


class ActivateContact(Target, frozen=True, kw_only=True):
    """Let a contact be used again."""


class DeactivateContact(Target, frozen=True, kw_only=True):
    """Keep a contact from being used in new documents."""
