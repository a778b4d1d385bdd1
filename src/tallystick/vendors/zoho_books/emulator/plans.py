"""Which nouns an organisation's plan leaves out. How many calls a plan allows is in `limits`."""

from collections.abc import Mapping
from typing import Final

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused

SALES_ORDER: Final = "Sales Order"
PURCHASE_ORDER: Final = "Purchase Order"
LEFT_OUT: Final[Mapping[str, frozenset[str]]] = {"free": frozenset({SALES_ORDER, PURCHASE_ORDER})}
"""By plan, the nouns it lacks: sales orders on the free plan are recorded, purchase orders there are assumed."""


def check_plan(call: Call, module: str) -> None:
    """Raise Refused when the organisation's plan has no such noun."""
    if module in LEFT_OUT.get(call.organization.settings.plan, ()):
        raise Refused("module_disabled", module=module)
