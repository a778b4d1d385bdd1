"""The templates documents are printed with: the one standard template of each noun, and choosing it.

Nothing is printed here.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator import (
    credit_notes,
    delivery_challans,
    estimates,
    invoice_wire,
    invoices,
    purchase_orders,
    recurring_invoices,
    retainer_invoices,
    sales_orders,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import put
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module
from tallystick.vendors.zoho_books.emulator.undocumented_settings import CALLED

ONE_TEMPLATE: Final = "templates of one's own; there is one standard template"


def _identity(call: Call, number: str) -> str:
    return call.organization.id + number


def _lists(number: str) -> Callable[[Call], Answer]:
    return lambda call: Answer(key="templates", value=[_row(call, number)])


def _row(call: Call, number: str) -> dict[str, Any]:
    return {
        "template_name": "Standard Template",
        "template_id": _identity(call, number),
        "template_type": "standard",
    }


def _chooses(number: str) -> Callable[[Call, Any], None]:
    def run(call: Call, document: Any) -> None:
        if call.ids["template_id"] != _identity(call, number):
            raise Refused("does_not_exist", thing="Template")
        put(call.organization, document.id, template_id=call.ids["template_id"])

    return run


def _emulated(module: Module, number: str) -> tuple[Emulated, Emulated]:
    choose = acts(module, _chooses(number), module.messages.updated)
    path = f"{module.path}/{{{module.identity}}}/templates/{{template_id}}"
    return (
        Emulated("GET", f"{module.path}/templates", _lists(number), SPECIFIED, missing=ONE_TEMPLATE),
        Emulated("PUT", path, choose, SPECIFIED, missing=ONE_TEMPLATE),
    )


def list_templates(call: Call) -> Answer:
    """List the standard template of every noun that has one."""
    rows = [{**_row(call, number), "entity": module.key} for module, number in NUMBERS]
    return Answer(key="templates", value=rows)


NUMBERS: Final = (
    (invoices.MODULE, invoice_wire.TEMPLATE_NUMBER),
    (credit_notes.MODULE, credit_notes.TEMPLATE_NUMBER),
    (estimates.MODULE, "000000017002"),
    (sales_orders.MODULE, "000000017003"),
    (retainer_invoices.MODULE, "000000017006"),
    (delivery_challans.MODULE, "000000017008"),
    (purchase_orders.MODULE, purchase_orders.TEMPLATE_NUMBER),
)
RECURRING: Final = acts(
    recurring_invoices.MODULE,
    _chooses(invoice_wire.TEMPLATE_NUMBER),
    "The template of the recurring invoice has been updated.",
)
"""A profile is printed as its invoices are; their templates are listed under invoices alone."""
HANDLERS: Final = (
    Emulated(
        "PUT",
        "/recurringinvoices/{recurring_invoice_id}/templates/{template_id}",
        RECURRING,
        SPECIFIED,
        missing=ONE_TEMPLATE,
    ),
    Emulated("GET", "/settings/templates", list_templates, CALLED, missing=ONE_TEMPLATE),
    *(emulated for module, number in NUMBERS for emulated in _emulated(module, number)),
)
