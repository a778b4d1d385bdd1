"""Views of what is in other files: those that lists have by entity, and what stands on the bank accounts.

Views of one's own are not kept here or anywhere yet.
"""

from typing import Any, Final

from tallystick.vendors.zoho_books.emulator import (
    bank_accounts,
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
    sales_orders,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.module import Emulated, Module
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED

MODULES: Final[dict[str, Module]] = {
    module.key: module
    for module in (
        *(bills.MODULE, contacts.MODULE, credit_notes.MODULE, customer_payments.MODULE, estimates.MODULE),
        *(expenses.MODULE, invoices.MODULE, items.MODULE, projects.MODULE, purchase_orders.MODULE),
        sales_orders.MODULE,
    )
}


def list_views(call: Call) -> Answer:
    """Return the views a list has, those of every list for no entity, the value of its `filter_by` with each.

    Raises Refused (2) for an unknown entity.
    """
    entity = call.query.get("entity", "")
    if entity and entity not in MODULES:
        raise Refused("invalid_value", field="entity")
    rows: list[dict[str, Any]] = [
        {
            "customview_id": "",
            "entity": key,
            "title": value.partition(".")[2],
            "value": value,
            "is_default": value == module.listing.view,
        }
        for key, module in MODULES.items()
        for value in module.listing.views
        if entity in {"", key}
    ]
    return Answer(key="entity_views", value={"default_filters": rows, "created_by_me": [], "shared_with_me": []})


def list_balances(call: Call) -> Answer:
    """Return what stands on each bank and card account."""
    found = [bank_accounts.MODULE.row(call, one) for one in bank_accounts.MODULE.documents(call.organization).values()]
    keys = ("account_id", "account_name", "account_type", "currency_id", "currency_code", "balance", "bank_balance")
    return Answer(key="bankbalances", value=[{key: row.get(key, "") for key in keys} for row in found])


HANDLERS: Final = (
    Emulated("GET", "/customviews", list_views, CALLED, missing="views of one's own"),
    Emulated("GET", "/bankbalances", list_balances, CALLED),
)
