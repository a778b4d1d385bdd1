"""Several documents printed at once, and an invoice's packing slips and delivery notes.

One document is printed where it is read; what a paper shows is in `printing`.
"""

from collections.abc import Callable
from typing import Final

from tallystick.vendors.zoho_books.emulator import credit_notes, estimates, invoices, sales_orders
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module, detail_of, identities_of
from tallystick.vendors.zoho_books.emulator.printing import (
    DELIVERY_NOTE,
    FORMS,
    PACKING_SLIP,
    Form,
    Medium,
    medium_of,
    printed,
)

TOGETHER_MAX: Final = 25
"""Documents that one call prints (the vendor's documents)."""
CREDIT_NOTES_MAX: Final = 200
COPIES_MAX: Final = 10
"""Copies of packing slips one call prints: assumed."""


def _prints(module: Module, parameter: str, form: Form, together_max: int = TOGETHER_MAX) -> Callable[[Call], Answer]:
    """Make the operation that prints the documents a parameter names, as a PDF unless `accept=html` is asked for.

    Raises Refused: code 2 for none or too many, 1002 for one that does not exist.
    """

    def run(call: Call) -> Answer:
        identities = identities_of(module, call, parameter)
        if len(identities) > together_max:
            raise Refused("invalid_value", field=parameter)
        details = [detail_of(module, call, module.find(call.organization, identity)) for identity in identities]
        return _answer(call, form, details * _copies(call), "" if len(identities) == 1 else f"{module.list_key}.pdf")

    return run


def _copies(call: Call) -> int:
    asked = call.query.get("no_of_copies") or "1"
    if not (asked.isascii() and asked.isdecimal()) or not 1 <= int(asked[:4]) <= COPIES_MAX:
        raise Refused("invalid_value", field="no_of_copies")
    return int(asked)


def _answer(call: Call, form: Form, details: list[dict[str, object]], name: str) -> Answer:
    medium = Medium.HTML if medium_of(call) is Medium.HTML else Medium.PDF
    return printed(call, form, details, medium, name=name)


def _prints_one(module: Module, form: Form) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        return _answer(call, form, [detail_of(module, call, module.named(call))], "")

    return run


MANY: Final = (
    (invoices.MODULE, ("pdf", "print"), TOGETHER_MAX),
    (estimates.MODULE, ("pdf", "print"), TOGETHER_MAX),
    (sales_orders.MODULE, ("pdf", "print"), TOGETHER_MAX),
    (credit_notes.MODULE, ("print",), CREDIT_NOTES_MAX),
)
"""The nouns several of which can be printed together, how that is asked for, and how many at most."""
HANDLERS: Final = (
    *(
        Emulated(
            "GET",
            f"{module.path}/{medium}",
            _prints(module, f"{module.identity}s", FORMS[module.path], together_max),
            SPECIFIED,
        )
        for module, media, together_max in MANY
        for medium in media
    ),
    Emulated("GET", "/invoices/deliverynotes", _prints(invoices.MODULE, "invoice_ids", DELIVERY_NOTE), SPECIFIED),
    Emulated("GET", "/invoices/packingslips", _prints(invoices.MODULE, "invoice_ids", PACKING_SLIP), SPECIFIED),
    Emulated("GET", "/invoices/{invoice_id}/packingslip/print", _prints_one(invoices.MODULE, PACKING_SLIP), SPECIFIED),
    Emulated(
        "GET", "/invoices/{invoice_id}/deliverynote/print", _prints_one(invoices.MODULE, DELIVERY_NOTE), SPECIFIED
    ),
)
