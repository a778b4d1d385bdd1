"""Bank accounts of a contact: list, read, add, change, delete, approve, decline, verify.

No money is drawn from them, so of a number only its last digits are kept; the number itself is forgotten.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_parts import Part, Row, digits
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import count, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

PART: Final = Part("bank_accounts", "bank_account_id", "Bank account")
PLAIN: Final = (
    "gateway",
    "account_type",
    "check_number",
    "bank_name",
    "name",
    "first_name",
    "last_name",
    "beneficiary_name",
    "street",
    "city",
    "state",
    "country",
    "zip",
)
NUMBERS: Final = {"account_number": (4, 34), "routing_number": (4, 12)}
"""Fields of which only the last digits are kept, with the lengths they may have (an IBAN has up to 34)."""
DEPOSIT_MAX: Final = 99
"""The largest of the two deposits, in hundredths, because the vendor takes them as whole numbers (assumed)."""
KEYS: Final = "assumed(the path is documented; the keys of its answer are those of the body)"


def _row(call: Call, before: Row) -> Row:
    row: Row = {**dict.fromkeys((*PLAIN, *NUMBERS, "last_four_digits"), ""), "status": "pending", **before}
    for name in PLAIN:
        if call.body.get(name) is not None:
            row[name] = text(call.body[name], name)
    for name, (least, most) in NUMBERS.items():
        if call.body.get(name):
            last = digits(text(call.body[name], name), name, least=least, most=most)
            row[name] = f"xxxx{last}"
            if name == "account_number":
                row["last_four_digits"] = last
    return row


def list_accounts(call: Call) -> Answer:
    """List the bank accounts of a contact."""
    return Answer(key="bank_accounts", value=PART.rows(call, MODULE.named(call)))


def list_all_accounts(call: Call) -> Answer:
    """List the bank accounts of all contacts, each with whose it is."""
    rows = [{"contact_id": contact.id, "contact_name": contact.name, **row} for contact, row in PART.every(call)]
    page = context_of_few(call, rows)
    return Answer(key="bank_accounts", value=page.rows, extra={"page_context": page.context})


def read_account(call: Call) -> Answer:
    """Return one bank account."""
    return Answer(key="bank_account", value=PART.named(call)[1])


def add_account(call: Call) -> Answer:
    """Add a bank account, which waits for approval. Raises Refused: code 2 without a number or for a bad one."""
    contact = MODULE.named(call)
    if not call.body.get("account_number"):
        raise Refused("invalid_value", field="account_number")
    row = PART.add(call, contact, _row(call, {}))
    return Answer(message="The bank account has been added.", key="bank_account", value=row)


def update_account(call: Call) -> Answer:
    """Change a bank account; with another number it waits for approval again. Raises Refused (code 2)."""
    contact, before = PART.named(call)
    row = _row(call, before)
    if row["account_number"] != before["account_number"]:
        row["status"] = "pending"
    row = PART.change(call, contact, row)
    return Answer(message="The bank account has been updated.", key="bank_account", value=row)


def delete_account(call: Call) -> Answer:
    """Delete a bank account."""
    PART.remove(call, *PART.named(call))
    return Answer(message="The bank account has been deleted.")


STEPS: Final = {"approved": ("pending", "declined"), "declined": ("pending",), "verified": ("pending", "approved")}
"""What a bank account may become, and of which states (assumed)."""


def _becomes(status: str) -> Any:
    def run(call: Call) -> Answer:
        contact, row = PART.named(call)
        if row["status"] not in STEPS[status]:
            raise Refused("status_change", thing="The bank account", action=status, status=row["status"])
        PART.change(call, contact, {**row, "status": status})
        return Answer(message=f"The bank account has been {status}.")

    return run


def verify(call: Call) -> Answer:
    """Verify a bank account by two small deposits. Raises Refused: code 2 when one is nothing or more than DEPOSIT_MAX."""
    for name in ("first_deposit_amount", "second_deposit_amount"):
        if not 1 <= count(call.query.get(name, ""), name) <= DEPOSIT_MAX:
            raise Refused("invalid_value", field=name)
    answer: Answer = _becomes("verified")(call)
    return answer


_ID: Final = "/contacts/{contact_id}/bankaccount"
_ONE: Final = f"{_ID}/{{bank_account_id}}"
HANDLERS: Final = (
    Emulated("GET", "/contacts/{contact_id}/bankaccounts", list_accounts, KEYS),
    Emulated("GET", "/contacts/bankaccounts", list_all_accounts, KEYS),
    Emulated("POST", _ID, add_account, SPECIFIED),
    Emulated("GET", _ONE, read_account, KEYS),
    Emulated("PUT", _ONE, update_account, SPECIFIED),
    Emulated("DELETE", _ONE, delete_account, SPECIFIED),
    Emulated("POST", f"{_ONE}/approve", _becomes("approved"), SPECIFIED),
    Emulated("POST", f"{_ONE}/decline", _becomes("declined"), SPECIFIED),
    Emulated("POST", f"{_ONE}/verify", verify, "assumed(no bank is asked: any two small deposits will do)"),
)
