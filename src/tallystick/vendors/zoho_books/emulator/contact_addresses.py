"""Additional addresses of a contact, kept beside its billing and shipping address.

They are the vendor's alone: the Book knows the two that go on documents, and those are on the contact itself.
"""

from typing import Any, Final

from tallystick.books.documents.contact import Address, Contact, UpdateContact
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import given
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

ADDRESSES_MAX: Final = 100
Row = dict[str, Any]


def _rows(call: Call, contact: Contact) -> list[Row]:
    rows: list[Row] = private(call.organization, contact.id, "addresses", [])
    return rows


def _put(call: Call, contact: Contact, rows: list[Row]) -> None:
    put(call.organization, contact.id, **{f"{PRIVATE}addresses": rows})


def _found(call: Call, contact: Contact) -> Row:
    row = next((row for row in _rows(call, contact) if row["address_id"] == call.ids["address_id"]), None)
    if row is None:
        raise Refused("does_not_exist", thing="Address")
    return row


def _row(body: Row, before: Row) -> Row:
    wire = {field.name: field.wire for field in ADDRESS_FIELDS}
    said = {wire[name]: value for name, value in given(body, ADDRESS_FIELDS).items()}
    return {"address_id": "", **dict.fromkeys(wire.values(), ""), **before, **said}


def list_addresses(call: Call) -> Answer:
    """List the additional addresses of a contact."""
    return Answer(key="addresses", value=_rows(call, MODULE.named(call)))


def list_all_addresses(call: Call) -> Answer:
    """List the additional addresses of all contacts."""
    contacts = call.organization.book.contacts.values()
    page = context_of_few(call, [row for contact in contacts for row in _rows(call, contact)])
    return Answer(key="addresses", value=page.rows, extra={"page_context": page.context})


def create_address(call: Call) -> Answer:
    """Add an address to a contact. Raises Refused (code 1009) beyond ADDRESSES_MAX."""
    contact = MODULE.named(call)
    rows = _rows(call, contact)
    if len(rows) >= ADDRESSES_MAX:
        raise Refused("record_limit", limit=ADDRESSES_MAX, things="addresses of one contact")
    row = {**_row(call.body, {}), "address_id": call.organization.ids()}
    _put(call, contact, [*rows, row])
    return Answer(message="The address has been created.", key="address_info", value=row)


def update_address(call: Call) -> Answer:
    """Change an additional address."""
    contact = MODULE.named(call)
    before = _found(call, contact)
    row = _row(call.body, before)
    _put(call, contact, [row if one is before else one for one in _rows(call, contact)])
    return Answer(message="The address has been updated.", key="address_info", value=row)


def delete_address(call: Call, contact: Contact) -> None:
    """Delete an additional address."""
    gone = _found(call, contact)
    _put(call, contact, [row for row in _rows(call, contact) if row is not gone])


def _mark(name: str) -> Any:
    def run(call: Call, contact: Contact) -> None:
        fields: Row = {name: Address(**given(_found(call, contact), ADDRESS_FIELDS))}
        call.organization.execute(UpdateContact(id=contact.id, user_id=call.user_id, **fields))

    return run


_ADDRESS: Final = "/contacts/{contact_id}/address"
HANDLERS: Final = (
    Emulated("GET", _ADDRESS, list_addresses, SPECIFIED),
    Emulated("GET", "/contacts/address", list_all_addresses, SPECIFIED),
    Emulated("POST", _ADDRESS, create_address, SPECIFIED),
    Emulated("PUT", f"{_ADDRESS}/{{address_id}}", update_address, SPECIFIED),
    Emulated(
        "DELETE", f"{_ADDRESS}/{{address_id}}", acts(MODULE, delete_address, "The address has been deleted."), SPECIFIED
    ),
    Emulated(
        "POST",
        f"{_ADDRESS}/{{address_id}}/markasbilling",
        acts(MODULE, _mark("billing_address"), "success"),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ADDRESS}/{{address_id}}/markasshipping",
        acts(MODULE, _mark("shipping_address"), "success"),
        SPECIFIED,
    ),
)
