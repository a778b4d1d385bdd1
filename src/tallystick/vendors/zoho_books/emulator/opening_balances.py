"""Opening balances: what accounts held before the books began; read, set, replace, delete; a customer's written off.

The account that takes the difference is the Book's choice.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.contact_opening import (
    CancelContactOpeningWriteOff,
    ContactOpening,
    WriteOffContactOpening,
)
from tallystick.books.documents.journal import Side
from tallystick.books.documents.opening_balance import (
    DeleteOpeningBalance,
    OpeningBalance,
    OpeningLineFields,
    SetOpeningBalance,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, day, given, rows, text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

FIELDS: Final = (
    Field("account_id", "account_id", text),
    Field("debit_or_credit", "side", choice(Side)),
    Field("amount", "amount", amount),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
)
_SAVED: Final = "The opening balances are saved!"


def _shown(call: Call) -> dict[str, Any]:
    book = call.organization.book
    found: OpeningBalance | None = next(iter(book.table(Kind.OPENING_BALANCE).values()), None)
    if found is None:
        return {"opening_balance_id": "", "date": "", "price_precision": book.base_currency.places, "accounts": []}
    return {
        "opening_balance_id": found.id,
        "date": found.date,
        "price_precision": book.base_currency.places,
        "accounts": [
            {
                "account_id": line.account_id,
                "account_name": book.accounts[line.account_id].name,
                "debit_or_credit": line.side.value,
                "exchange_rate": line.exchange_rate,
                "currency_id": line.currency_id,
                "currency_code": book.currencies[line.currency_id].code,
                "bcy_amount": line.base_amount,
                "amount": line.amount,
            }
            for line in found.lines
        ],
        "total": sum(line.base_amount for line in found.lines if line.side is Side.DEBIT),
    }


def read(call: Call) -> Answer:
    """Answer with the opening balances."""
    return Answer(key="opening_balance", value=_shown(call))


def _wanted(call: Call) -> str:
    account_id = call.query.get("account_id", "")
    if account_id not in call.organization.book.accounts:
        raise Refused("account_does_not_exist")
    return account_id


def details(call: Call) -> Answer:
    """Answer with what one account held. Raises Refused: code 4 without an account."""
    account_id = _wanted(call)
    known = _shown(call)
    lines = [line for line in known["accounts"] if line["account_id"] == account_id]
    total = sum(line["bcy_amount"] if line["debit_or_credit"] == "debit" else -line["bcy_amount"] for line in lines)
    return Answer(key="opening_balance", value={**known, "accounts": lines, "total": abs(total)})


def transactions(call: Call) -> Answer:
    """List what one account held, on the day the books began. Raises Refused: code 4 without an account."""
    account_id = _wanted(call)
    known = _shown(call)
    asked = call.query.get("opening_balance_date", "")
    if asked and day(asked, "opening_balance_date") != known["date"]:
        return Answer(key="transactions", value=[])
    found = [
        {
            "transaction_id": known["opening_balance_id"],
            "transaction_date": known["date"],
            "transaction_type": "opening_balance",
            "amount": line["amount"],
            "debit_or_credit": line["debit_or_credit"],
        }
        for line in known["accounts"]
        if line["account_id"] == account_id
    ]
    return Answer(key="transactions", value=found)


def save(call: Call) -> Answer:
    """Put opening balances in place. Raises Refused: code 2 without a date, or when an account lacks side or amount."""
    lines = []
    for each in rows(call.body.get("accounts", []), "accounts"):
        fields = given({name: value for name, value in each.items() if value != ""}, FIELDS)
        for wire, name in (("account_id", "account_id"), ("debit_or_credit", "side"), ("amount", "amount")):
            if name not in fields:
                raise Refused("invalid_value", field=wire)
        lines.append(OpeningLineFields(**fields))
    date = day(call.body.get("date", ""), "date")
    call.organization.execute(SetOpeningBalance(date=date, lines=tuple(lines), user_id=call.user_id))
    return Answer(message=_SAVED, key="opening_balance", value=_shown(call))


def delete(call: Call) -> Answer:
    """Remove the opening balances."""
    call.organization.execute(DeleteOpeningBalance(user_id=call.user_id))
    return Answer(message="The entered opening balance has been deleted.")


def _contact_opening(call: Call) -> ContactOpening:
    """Return the opening balance of a contact that the path names. Raises Refused (code 1002)."""
    found: ContactOpening | None = call.organization.book.table(Kind.CONTACT_OPENING).get(
        call.ids["opening_balance_id"]
    )
    if found is None:
        raise Refused("does_not_exist", thing="Opening balance")
    return found


def write_off(call: Call) -> Answer:
    """Give up what a customer owed at the beginning, on `writeoff_date` or today."""
    asked = call.query.get("writeoff_date", "")
    dated: dict[str, Any] = {"date": day(asked, "writeoff_date")} if asked else {}
    command = WriteOffContactOpening(id=_contact_opening(call).id, user_id=call.user_id, **dated)
    call.organization.execute(command)
    return Answer(message="The opening balance has been written off.")


def cancel_write_off(call: Call) -> Answer:
    """Make a written-off opening balance due again."""
    call.organization.execute(CancelContactOpeningWriteOff(id=_contact_opening(call).id, user_id=call.user_id))
    return Answer(message="The write-off has been cancelled.")


_PATH: Final = "/settings/openingbalances"
HANDLERS: Final = (
    Emulated("GET", _PATH, read, SPECIFIED),
    Emulated("POST", _PATH, save, SPECIFIED, missing="locations"),
    Emulated("PUT", _PATH, save, SPECIFIED, missing="locations"),
    Emulated("DELETE", _PATH, delete, SPECIFIED),
    Emulated("GET", "/settings/openingbalancedetails", details, SPECIFIED),
    Emulated("GET", "/openingbalances/transactions", transactions, SPECIFIED),
    Emulated(
        "POST", "/openingbalances/{opening_balance_id}/writeoff", write_off, SPECIFIED, missing="the reason is not kept"
    ),
    Emulated("POST", "/openingbalances/{opening_balance_id}/writeoff/cancel", cancel_write_off, SPECIFIED),
)
