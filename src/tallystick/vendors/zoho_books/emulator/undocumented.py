"""What the vendor answers though its specification does not have it: operations of their own, beside the generated ones.

Only what clients in production are known to ask is here; each states its evidence.
"""

from typing import Any, Final

from tallystick.rest.operation import Operation, Parameter
from tallystick.vendors.zoho_books.emulator.call import Answer, Call, Handler
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import definitions

ENTITIES: Final = frozenset(
    (
        *("bill", "contact", "creditnote", "customer_payment", "estimate", "expense", "invoice", "item", "journal"),
        *("project", "purchaseorder", "recurring_bill", "recurring_expense", "recurring_invoice", "retainerinvoice"),
        *("salesorder", "vendor_credit", "vendor_payment"),
    )
)


def list_fields(call: Call) -> Answer:
    """Answer the custom fields an organisation has; a field made for one entity is there for all of them."""
    if call.query.get("entity") not in ENTITIES:
        raise Refused("invalid_value", field="entity")
    fields: list[dict[str, Any]] = [
        {
            "field_id": field["customfield_id"],
            "field_name": field["api_name"],
            "field_name_formatted": field["label"],
            "api_name": field["api_name"],
            "label": field["label"],
            "data_type": field["data_type"],
            "index": field["index"],
            "is_custom_field": True,
            "is_mandatory": False,
            "is_active": field["is_active"],
        }
        for field in definitions(call.organization)
    ]
    return Answer(key="fields", value=fields)


# assumed(clients in production call it and read fields[].label, field_name_formatted, api_name, data_type, is_active)
FIELDS: Final = Operation(
    id="list_fields",
    module="settings",
    method="GET",
    path="/settings/fields",
    parameters=(Parameter("organization_id"), Parameter("entity")),
    envelope="fields",
    scopes=("ZohoBooks.settings.READ",),
    evidence=("assumed: read by clients in production",),
)
OPERATIONS: Final = {(FIELDS.method, FIELDS.path): FIELDS}
HANDLERS: Final[dict[tuple[str, str], Handler]] = {(FIELDS.method, FIELDS.path): list_fields}
