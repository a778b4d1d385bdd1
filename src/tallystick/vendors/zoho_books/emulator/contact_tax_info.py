"""Tax registrations of a contact beside its own: list, add, change, delete.

No tax is worked out by them. The vendor's documents name the paths only; the keys are those Indian contacts have.
"""

from typing import Final

from tallystick.books.documents.contact import Contact
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_parts import Part, Row
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import flag, text
from tallystick.vendors.zoho_books.emulator.module import Emulated

PART: Final = Part("tax_info", "tax_info_id", "Tax information")
PLAIN: Final = ("tax_registration_no", "place_of_supply", "legal_name", "trader_name")
KEYS: Final = "assumed(the path is documented, its body and answer are not)"


def _row(call: Call, before: Row) -> Row:
    row: Row = {**dict.fromkeys(PLAIN, ""), "is_primary": False, **before}
    for name in PLAIN:
        if call.body.get(name) is not None:
            row[name] = text(call.body[name], name)
    if call.body.get("is_primary") is not None:
        row["is_primary"] = flag(call.body["is_primary"], "is_primary")
    if not row["tax_registration_no"]:
        raise Refused("invalid_value", field="tax_registration_no")
    return row


def _refuse_twice(call: Call, contact: Contact, row: Row) -> None:
    for other in PART.rows(call, contact):
        same = other["tax_registration_no"].casefold() == row["tax_registration_no"].casefold()
        if same and other["tax_info_id"] != row.get("tax_info_id"):
            raise Refused("already_exists", thing="Tax information")


def list_registrations(call: Call) -> Answer:
    """List the tax registrations of a contact."""
    return Answer(key="tax_info_list", value=PART.rows(call, MODULE.named(call)))


def add_registration(call: Call) -> Answer:
    """Add a tax registration. Raises Refused: code 2 without a number, 4 for one the contact has already."""
    contact = MODULE.named(call)
    row = _row(call, {})
    _refuse_twice(call, contact, row)
    return Answer(key="tax_info", value=PART.add(call, contact, row))


def update_registration(call: Call) -> Answer:
    """Change a tax registration. Raises Refused: code 2 without a number, 4 for one the contact has already."""
    contact, before = PART.named(call)
    row = _row(call, before)
    _refuse_twice(call, contact, row)
    return Answer(key="tax_info", value=PART.change(call, contact, row))


def delete_registration(call: Call) -> Answer:
    """Delete a tax registration."""
    PART.remove(call, *PART.named(call))
    return Answer()


_ALL: Final = "/contacts/{contact_id}/taxinfo"
_ONE: Final = f"{_ALL}/{{tax_info_id}}"
HANDLERS: Final = (
    Emulated("GET", _ALL, list_registrations, KEYS),
    Emulated("POST", _ALL, add_registration, KEYS),
    Emulated("PUT", _ONE, update_registration, KEYS),
    Emulated("DELETE", _ONE, delete_registration, KEYS),
)
