"""Credit and debit cards of a contact: list, read, add, change, delete, count.

Nothing is charged, so of a card's number only its last digits are kept, and its security code not at all.
"""

from typing import Any, Final

from tallystick.books.documents.contact import Contact
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_parts import Part, Row, digits
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import count, flag, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

PART: Final = Part("cards", "card_id", "Card")
PLAIN: Final = ("gateway", "first_name", "last_name", "address", "city", "state", "country", "zip")
EXPIRY: Final = {"expire_month": (1, 12), "expire_year": (2000, 2199)}
MARKS: Final = ("is_primary", "is_backup")
NUMBER_DIGITS: Final = (12, 19)
KEYS: Final = "assumed(the path is documented; the keys of its answer are those of the body)"


def _row(call: Call, before: Row) -> Row:
    empty: dict[str, Any] = {
        **dict.fromkeys((*PLAIN, "card_number", "last_four_digits"), ""),
        **dict.fromkeys(EXPIRY, 0),
    }
    row: Row = {**empty, **dict.fromkeys(MARKS, False), "status": "active", **before}
    for name in PLAIN:
        if call.body.get(name) is not None:
            row[name] = text(call.body[name], name)
    for name, (low, high) in EXPIRY.items():
        if call.body.get(name) is not None:
            row[name] = count(call.body[name], name)
            if not low <= row[name] <= high:
                raise Refused("invalid_value", field=name)
    for name in MARKS:
        if call.body.get(name) is not None:
            row[name] = flag(call.body[name], name)
    if call.body.get("card_number"):
        number = text(call.body["card_number"], "card_number")
        least, most = NUMBER_DIGITS
        last = digits(number, "card_number", least=least, most=most)
        if not number.replace(" ", "").replace("-", "").isdecimal():
            raise Refused("invalid_value", field="card_number")
        row |= {"card_number": f"xxxx{last}", "last_four_digits": last}
    return row


def _only_one_primary(call: Call, contact: Contact, row: Row) -> None:
    if row["is_primary"]:
        for other in PART.rows(call, contact):
            if other["card_id"] != row["card_id"] and other["is_primary"]:
                PART.change(call, contact, {**other, "is_primary": False})


def list_cards(call: Call) -> Answer:
    """List the cards of a contact."""
    return Answer(key="cards", value=PART.rows(call, MODULE.named(call)))


def count_cards(call: Call) -> Answer:
    """Count the cards of all contacts."""
    return Answer(key="card_count", value=sum(1 for _ in PART.every(call)))


def read_card(call: Call) -> Answer:
    """Return one card."""
    return Answer(key="card", value=PART.named(call)[1])


def add_card(call: Call) -> Answer:
    """Add a card, by its number or a gateway's token. Raises Refused: code 2 without either, or for a bad value."""
    contact = MODULE.named(call)
    if not call.body.get("card_number") and not call.body.get("card_token"):
        raise Refused("invalid_value", field="card_number")
    row = PART.add(call, contact, _row(call, {}))
    _only_one_primary(call, contact, row)
    return Answer(message="The card has been added.", key="card", value=row)


def update_card(call: Call) -> Answer:
    """Change a card. Raises Refused (code 2) for a bad value."""
    contact, before = PART.named(call)
    row = PART.change(call, contact, _row(call, before))
    _only_one_primary(call, contact, row)
    return Answer(message="The card has been updated.", key="card", value=row)


def delete_card(call: Call) -> Answer:
    """Delete a card."""
    PART.remove(call, *PART.named(call))
    return Answer(message="The card has been deleted.")


_ONE: Final = "/contacts/{contact_id}/card/{card_id}"
HANDLERS: Final = (
    Emulated("GET", "/contacts/{contact_id}/cards", list_cards, KEYS),
    Emulated("GET", "/contacts/cardcount", count_cards, "assumed(the path is documented, the key of its answer not)"),
    Emulated("POST", "/contacts/{contact_id}/card", add_card, SPECIFIED),
    Emulated("GET", _ONE, read_card, KEYS),
    Emulated("PUT", _ONE, update_card, SPECIFIED),
    Emulated("DELETE", _ONE, delete_card, SPECIFIED),
)
