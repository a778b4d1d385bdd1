"""Payment terms as a setting: the terms an organisation offers by name. What a document's terms do is the Book's.

The vendor's documents leave these endpoints out; clients in production read the list.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import count, text
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.sales import PAYMENT_TERMS_DAYS_MAX
from tallystick.vendors.zoho_books.emulator.terms import CODES

RECORD: Final = "settings/paymentterms"
"""Where the terms an organisation has changed stand among its records; no document has such an id."""
OPENING: Final = (
    ("Due on Receipt", 0),
    ("Net 15", 15),
    ("Net 30", 30),
    ("Net 45", 45),
    ("Net 60", 60),
    ("Due end of the month", -2),
    ("Due end of next month", -3),
)
TERMS_MAX: Final = 200
"""Terms an organisation may have."""
_READ: Final = "documented(clients in production read data.payment_terms[] with these keys)"
_WRITTEN: Final = "assumed(the counterpart of the list that clients in production read)"

Row = dict[str, Any]


def _rows(call: Call) -> list[Row]:
    """Return the terms there are: those every organisation begins with until some are changed."""
    begun = [
        {"payment_terms_id": f"{call.organization.id}{at:012d}", "payment_terms_label": label, "payment_terms": days}
        for at, (label, days) in enumerate(OPENING, start=801)
    ]
    rows: list[Row] = call.organization.records.get(RECORD, {}).get("payment_terms", begun)
    return rows


def _keep(call: Call, rows: list[Row]) -> None:
    call.organization.set_record(RECORD, {"payment_terms": rows})


def _named(call: Call) -> Row:
    wanted = call.ids["payment_terms_id"]
    found = next((row for row in _rows(call) if row["payment_terms_id"] == wanted), None)
    if found is None:
        raise Refused("does_not_exist", thing="Payment Terms")
    return found


def _said(call: Call, old: Row) -> Row:
    """Return terms with what a body says; a name is required and used once. Raises Refused."""
    label = text(call.body.get("payment_terms_label", old.get("payment_terms_label", "")), "payment_terms_label")
    days = count(call.body.get("payment_terms", old.get("payment_terms", 0)), "payment_terms")
    if not label:
        raise Refused("missing_value", field="payment_terms_label")
    if days not in CODES and not 0 <= days <= PAYMENT_TERMS_DAYS_MAX:
        raise Refused("invalid_value", field="payment_terms")
    held = {row["payment_terms_label"].casefold() for row in _rows(call) if row != old}
    if label.casefold() in held:
        raise Refused("already_exists", thing="Payment Terms")
    return {**old, "payment_terms_label": label, "payment_terms": days}


def list_terms(call: Call) -> Answer:
    """List the terms."""
    return Answer(key="data", value={"payment_terms": _rows(call)})


def create_terms(call: Call) -> Answer:
    """Add terms. Raises Refused: 4 without a name or for a name twice, 2 for days that are none."""
    rows = _rows(call)
    if len(rows) >= TERMS_MAX:
        raise Refused("invalid_value", field="payment_terms")
    row = _said(call, {"payment_terms_id": call.organization.ids()})
    _keep(call, [*rows, row])
    return Answer(key="payment_terms", value=row)


def update_terms(call: Call) -> Answer:
    """Change terms; documents that have them already stay as they are."""
    old = _named(call)
    row = _said(call, old)
    _keep(call, [row if each == old else each for each in _rows(call)])
    return Answer(key="payment_terms", value=row)


def delete_terms(call: Call) -> Answer:
    """Take terms away; documents that have them already stay as they are."""
    old = _named(call)
    _keep(call, [each for each in _rows(call) if each != old])
    return Answer()


_ALL: Final = "/settings/paymentterms"
_ID: Final = f"{_ALL}/{{payment_terms_id}}"
HANDLERS: Final = (
    Emulated("GET", _ALL, list_terms, _READ),
    Emulated("POST", _ALL, create_terms, _WRITTEN),
    Emulated("PUT", _ID, update_terms, _WRITTEN),
    Emulated("DELETE", _ID, delete_terms, _WRITTEN),
)
