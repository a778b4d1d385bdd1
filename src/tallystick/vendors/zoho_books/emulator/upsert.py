"""Changing a document found by the value of a custom field, or creating it, for every noun that has this operation.

The field and the value come in headers; what is changed or created is the noun's own business.
"""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from tallystick.vendors.zoho_books.emulator import (
    bills,
    contacts,
    credit_notes,
    customer_payments,
    estimates,
    expenses,
    invoices,
    items,
    projects,
    purchase_orders,
    recurring_bills,
    recurring_expenses,
    recurring_invoices,
    sales_orders,
    vendor_payments,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows
from tallystick.vendors.zoho_books.emulator.kept import CUSTOM_FIELDS
from tallystick.vendors.zoho_books.emulator.listing import CUSTOM_PREFIX, equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module, creates, index_of, updates

KEY: Final = "X-Unique-Identifier-Key"
VALUE: Final = "X-Unique-Identifier-Value"
UPSERT: Final = "X-Upsert"
VALUE_LENGTH_MAX: Final = 255


def _header(call: Call, name: str) -> str:
    """Return a header that may not be left out. Raises Refused (code 4)."""
    value = call.headers.get(name.lower(), "").strip()
    if not value or len(value) > VALUE_LENGTH_MAX:
        raise Refused("missing_value", field=name)
    return value


def _upserts(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that changes the one document which has a value in a custom field.

    With `X-Upsert: true` a document is created when none has it, with the value in its field. Raises Refused: code 4
    without the headers, else when none has the value, or several do.
    """
    create, update = CREATES.get(module.path) or creates(module), updates(module)

    def run(call: Call) -> Answer:
        key, value = _header(call, KEY), _header(call, VALUE)
        index = index_of(module, call)
        if not key.startswith(CUSTOM_PREFIX):
            raise Refused("invalid_value", field=KEY)
        found = index.every([equals(key, value.casefold())]) if index.column(key) is not None else []
        if len(found) > 1:
            raise Refused("unique_value_shared", count=len(found), value=value, field=key)
        if found:
            return update(replace(call, ids={module.identity: found[0]}))
        if call.headers.get(UPSERT.lower(), "").strip().lower() != "true":
            raise Refused("unique_value_missing", value=value, field=key)
        _put_value(call, key, value)
        return replace(create(call), status=201)

    return run


def _put_value(call: Call, key: str, value: str) -> None:
    """Put the value a document is created for among the custom fields of the body, whatever else they say."""
    given = rows(call.body.get(CUSTOM_FIELDS, []), CUSTOM_FIELDS)
    others = [row for row in given if row.get("api_name") != key]
    call.body[CUSTOM_FIELDS] = [*others, {"api_name": key, "value": value}]


MODULES: Final = (
    bills.MODULE,
    contacts.MODULE,
    credit_notes.MODULE,
    customer_payments.MODULE,
    estimates.MODULE,
    expenses.MODULE,
    invoices.MODULE,
    items.MODULE,
    projects.MODULE,
    purchase_orders.MODULE,
    recurring_bills.MODULE,
    recurring_expenses.MODULE,
    recurring_invoices.MODULE,
    sales_orders.CREATING,
    vendor_payments.MODULE,
)
"""The nouns that have it."""
CREATES: Final = {recurring_invoices.MODULE.path: recurring_invoices.create}
"""What creates a noun where that is more than its module's create."""
HANDLERS: Final = tuple(Emulated("PUT", module.path, _upserts(module), SPECIFIED) for module in MODULES)
