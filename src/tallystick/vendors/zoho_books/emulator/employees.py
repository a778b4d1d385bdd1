"""Employees: the people whose mileage and outlays are expenses. They sign in nowhere; who does is in `users`."""

from typing import Final

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing, equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Messages, creates, deletes, lists, reads
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, field, module_of, records_of


def _check(call: Call, _: OwnRecord | None, fields: Fields) -> Fields:
    """Read an employee. Raises Refused: 4 without an address, or for one that is taken; 2 for what is none."""
    email = text(fields.get("email", ""), "email")
    if not email:
        raise Refused("missing_value", field="email")
    if "@" not in email:
        raise Refused("invalid_value", field="email")
    if any(one.fields["email"].casefold() == email.casefold() for one in records_of(NOUN, call.organization).values()):
        raise Refused("already_exists", thing=NOUN.label)
    return {**fields, "email": email}


def _is_used(call: Call, record: OwnRecord) -> bool:
    return any(kept.get("employee_id") == record.id for kept in call.organization.records.values())


NOUN: Final = Noun(
    noun="employee",
    label="Employee",
    path="/employees",
    identity="employee_id",
    key="employee",
    list_key="employees",
    listing=Listing(
        report_name="Employees",
        columns=(
            Column("name", field("name")),
            Column("email", field("email")),
            Column("status", field("status")),
        ),
        sort="name",
        sorts=("name", "email"),
        views={"Status.All": (), "Status.Active": (equals("status", "active"),)},
        view="Status.All",
        context=lambda _: {},
    ),
    detail_of="get_employee",
    name="name",
    unique=False,
    defaults={"status": "active"},
    messages=Messages(deleted="Employee has been deleted."),
    check=_check,
    used=_is_used,
)
MODULE: Final = module_of(NOUN)


HANDLERS: Final = (
    Emulated("POST", "/employees", creates(MODULE), SPECIFIED),
    Emulated("GET", "/employees", lists(MODULE), SPECIFIED),
    Emulated("GET", "/employees/{employee_id}", reads(MODULE), SPECIFIED),
    # The vendor's path for deleting has the noun in the singular.
    Emulated("DELETE", "/employee/{employee_id}", deletes(MODULE), SPECIFIED),
)
