"""What merging two contacts does: everything that names the one names the other. No document is priced anew."""

from typing import Any, Final

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact, MergeContacts
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.lifecycle import Action
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.contact import PERSONS_MAX
from tallystick.books.rules.contact_opening import opening_id
from tallystick.books.rules.record import Rule, stamp
from tallystick.books.state import vendor_number
from tallystick.books.work import Work

PARTY_FIELDS: Final = frozenset({"contact_id", "customer_id", "vendor_id"})
"""The fields by which records, and the lines in them, name a contact."""


def merge_contacts(work: Work, command: MergeContacts) -> Contact:
    """Move what names a contact to another, and return the one that stays.

    Raises Refused when they are one, differ in role or currency, or both have a bill of the same number.
    """
    old: Contact = work.find(Kind.CONTACT, command.id)
    into: Contact = work.find(Kind.CONTACT, command.into_id, "into_id")
    if old.id == into.id:
        raise Refused(Reason.WRONG_TYPE, field="into_id", expected="another contact")
    if old.role is not into.role:
        raise Refused(Reason.WRONG_ROLE, field="into_id", id=into.id, role=old.role.value)
    if old.currency_id != into.currency_id:
        raise Refused(Reason.CURRENCY_MISMATCH, field="into_id", number=into.name)
    _refuse_same_bills(work, old, into)
    _move_opening(work, old, into)
    for kind in Kind:
        for document in tuple(work.all(kind)) if kind is not Kind.CONTACT_OPENING else ():
            if old.id in references(kind, document):
                work.put(kind, replace(_renamed(document, old.id, into.id), **stamp(work)))
    merged = _with_persons_of(old, into)
    work.put(Kind.CONTACT, replace(merged, **stamp(work)))
    work.put(Kind.CONTACT, replace(old, persons=(), active=False, **stamp(work)))
    assert not work.is_used(old.id), f"a record still names {old.id}: its field is not one of PARTY_FIELDS"
    return merged


def _refuse_same_bills(work: Work, old: Contact, into: Contact) -> None:
    for bill in work.all(Kind.BILL):
        if bill.contact_id == old.id:
            number = vendor_number(into.id, bill.number)
            reason = Reason.DUPLICATE_NUMBER
            work.refuse_taken(Kind.BILL, "vendor_number", number, own_id=bill.id, reason=reason)


def _move_opening(work: Work, old: Contact, into: Contact) -> None:
    """Add what the one owed at the beginning to what the other did; the day is the other's when it has one."""
    moved: ContactOpening | None = work.get(Kind.CONTACT_OPENING, opening_id(old.id))
    if moved is None:
        return
    held: ContactOpening | None = work.get(Kind.CONTACT_OPENING, opening_id(into.id))
    for each in () if held is None else (moved, held):
        lifecycle.refuse_blocked(lifecycle.CONTACT_OPENING_BLOCKERS, Action.UPDATE, each)
    work.delete(Kind.CONTACT_OPENING, moved.id)
    if held is None:
        new = replace(moved, id=opening_id(into.id), contact_id=into.id, **stamp(work))
    else:
        sums = {"amount": held.amount + moved.amount, "base_amount": held.base_amount + moved.base_amount}
        new = replace(held, **sums, **stamp(work))
    if new.amount or new.base_amount:
        work.put(Kind.CONTACT_OPENING, new)
    elif held is not None:
        work.delete(Kind.CONTACT_OPENING, held.id)


def _renamed(value: Any, old_id: str, new_id: str) -> Any:
    """Return a record, or a part of one, that names the new contact where it named the old."""
    if isinstance(value, tuple):
        return tuple(_renamed(each, old_id, new_id) for each in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields: dict[str, Any] = {}
    for name in value.__struct_fields__:
        held = getattr(value, name)
        if name in PARTY_FIELDS and held == old_id:
            fields[name] = new_id
        elif isinstance(held, tuple | msgspec.Struct):
            renamed = _renamed(held, old_id, new_id)
            if renamed != held:
                fields[name] = renamed
    return replace(value, **fields) if fields else value


def _with_persons_of(old: Contact, into: Contact) -> Contact:
    persons = (
        *into.persons,
        *(replace(person, is_primary=not into.persons and person.is_primary) for person in old.persons),
    )
    if len(persons) > PERSONS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="persons", parts=len(persons), parts_max=PERSONS_MAX)
    return replace(into, persons=persons)


RULES: Final[dict[type, Rule]] = {MergeContacts: merge_contacts}
