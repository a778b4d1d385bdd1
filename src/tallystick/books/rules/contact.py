"""What commands about contacts do. No balance is read here."""

from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.contact import (
    ActivateContact,
    Address,
    Contact,
    CreateContact,
    DeactivateContact,
    DeleteContact,
    Person,
    UpdateContact,
)
from tallystick.books.documents.terms import TermsBasis
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.contact_opening import opening_id
from tallystick.books.rules.record import Rule, deletes, given, new_stamp, required_name, sets_active, stamp
from tallystick.books.work import Work

PERSONS_MAX: Final = 500
TERMS_DAYS_MAX: Final = 3650
MONTH_LABELS: Final = {
    TermsBasis.MONTH_END: "Due end of the month",
    TermsBasis.NEXT_MONTH_END: "Due end of next month",
}


def create_contact(work: Work, command: CreateContact) -> Contact:
    """Add a contact, in the base currency unless another is said."""
    fields = given(command)
    fields["name"] = required_name(command.name)
    fields.setdefault("currency_id", "")
    if not fields["currency_id"]:
        fields["currency_id"] = work.base_currency.id
    if fields.keys() & {"terms_days", "terms_basis"} and "terms_label" not in fields:
        fields["terms_label"] = terms_label(fields.get("terms_days", 0), fields.get("terms_basis", TermsBasis.NET))
    contact = Contact(id=work.new_id(), **fields, **new_stamp(work))
    return _put(work, contact, None)


def update_contact(work: Work, command: UpdateContact) -> Contact:
    """Change a contact."""
    old: Contact = work.find(Kind.CONTACT, command.id)
    fields = given(command)
    if command.name is not UNSET:
        fields["name"] = required_name(command.name)
    terms = fields.get("terms_days", old.terms_days), fields.get("terms_basis", old.terms_basis)
    if "terms_label" not in fields and terms != (old.terms_days, old.terms_basis):
        fields["terms_label"] = terms_label(*terms)
    new = replace(old, **fields, **stamp(work))
    for field in ("role", "currency_id"):
        if getattr(new, field) != getattr(old, field) and work.is_used(old.id):
            raise Refused(Reason.IN_USE, field=field, kind="contact", id=old.id)
    return _put(work, new, old)


def terms_label(days: int, basis: TermsBasis = TermsBasis.NET) -> str:
    """Return what terms are called."""
    if basis is not TermsBasis.NET:
        return MONTH_LABELS[basis]
    return f"Net {days}" if days else "Due on Receipt"


def _put(work: Work, contact: Contact, old: Contact | None) -> Contact:
    exact = not work.settings.contact_names_folded
    work.refuse_taken(Kind.CONTACT, "name", contact.name, own_id=contact.id, reason=Reason.DUPLICATE_NAME, exact=exact)
    work.find(Kind.CURRENCY, contact.currency_id, "currency_id")
    if contact.tax_id and work.get(Kind.TAX, contact.tax_id) is None:
        work.find(Kind.TAX_GROUP, contact.tax_id, "tax_id")
    if not 0 <= contact.terms_days <= TERMS_DAYS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="terms_days", amount=contact.terms_days, low=0, high=TERMS_DAYS_MAX)
    if contact.credit_limit is not None and contact.credit_limit < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="credit_limit", amount=str(contact.credit_limit))
    contact = replace(
        contact,
        persons=_persons(work, contact.persons, old),
        billing_address=_address(work, contact.billing_address, old.billing_address if old else None),
        shipping_address=_address(work, contact.shipping_address, old.shipping_address if old else None),
    )
    work.put(Kind.CONTACT, contact)
    return contact


def _persons(work: Work, persons: tuple[Person, ...], old: Contact | None) -> tuple[Person, ...]:
    """Return persons with ids, the first being primary when none is said to be.

    Raises Refused for an id that is not one of the contact's, or named twice.
    """
    if len(persons) > PERSONS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="persons", parts=len(persons), parts_max=PERSONS_MAX)
    known = {person.id for person in old.persons} if old else set()
    primary = next((index for index, person in enumerate(persons) if person.is_primary), 0)
    kept = []
    for index, person in enumerate(persons):
        if person.id and person.id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"persons[{index}].id", kind="person", id=person.id)
        known.discard(person.id)
        kept.append(replace(person, id=person.id or work.new_id(), is_primary=index == primary))
    return tuple(kept)


def _address(work: Work, address: Address, old: Address | None) -> Address:
    """Return an address with an id: its own from before, or a new one."""
    identity = old.id if old and old.id else work.new_id()
    return address if address.id == identity else replace(address, id=identity)


def delete_contact(work: Work, command: DeleteContact) -> Contact:
    """Remove a contact nothing names; what it owed at the beginning goes with it."""
    opening_balance = opening_id(command.id)
    if work.get(Kind.CONTACT_OPENING, opening_balance) is not None:
        work.delete(Kind.CONTACT_OPENING, opening_balance)
    contact: Contact = deletes(Kind.CONTACT)(work, command)
    return contact


RULES: Final[dict[type, Rule]] = {
    CreateContact: create_contact,
    UpdateContact: update_contact,
    DeleteContact: delete_contact,
    ActivateContact: sets_active(Kind.CONTACT, active=True),
    DeactivateContact: sets_active(Kind.CONTACT, active=False),
}
