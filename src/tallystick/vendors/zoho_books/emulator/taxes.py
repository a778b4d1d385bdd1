"""Taxes and tax groups: list, create, read, update, delete. One list shows both.

Authorities and exemptions are in `tax_registers`; no tax is computed here.
"""

from collections.abc import Mapping
from typing import Any, Final

from tallystick.books.book import Book
from tallystick.books.documents.tax import (
    CreateTax,
    CreateTaxGroup,
    DeleteTax,
    DeleteTaxGroup,
    Tax,
    TaxGroup,
    TaxKind,
    UpdateTax,
    UpdateTaxGroup,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, flag, given, text, texts
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.shape import whole

TYPES: Final = {"tax": TaxKind.SIMPLE, "compound_tax": TaxKind.COMPOUND}
TYPE: Final = {kind: wire for wire, kind in TYPES.items()}
FIELDS: Final = (
    Field("tax_name", "name", text),
    Field("tax_percentage", "percentage", amount),
    Field("tax_type", "kind", choice(TYPES)),
    Field("tax_authority_name", "authority", text),
    Field("is_value_added", "is_value_added", flag),
)
GROUP_FIELDS: Final = (Field("tax_group_name", "name", text), Field("taxes", "tax_ids", texts))
KEPT: Final = (
    "tax_factor",
    "tax_specific_type",
    "tax_authority_id",
    "country_code",
    "country",
    "purchase_tax_expense_account_id",
)


def create(call: Call) -> Tax:
    """Create a tax. Raises Refused: code 2 without a name or percentage, 4 when the name is in use."""
    for name in ("tax_name", "tax_percentage"):
        if call.body.get(name, "") == "":
            raise Refused("invalid_value", field=name)
    tax: Tax = call.organization.execute(CreateTax(user_id=call.user_id, **given(call.body, FIELDS)))
    keep(call.organization, tax.id, call.body, KEPT)
    return tax


def update(call: Call, tax: Tax) -> Tax:
    """Change a tax; documents keep the percentage they were made with."""
    changed: Tax = call.organization.execute(UpdateTax(id=tax.id, user_id=call.user_id, **given(call.body, FIELDS)))
    keep(call.organization, tax.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a tax that nothing uses."""
    call.organization.execute(DeleteTax(id=identity, user_id=call.user_id))


def detail(call: Call, tax: Tax) -> dict[str, Any]:
    """Return one tax."""
    account = call.organization.book.accounts.get(tax.account_id)
    return {
        "tax_id": tax.id,
        "tax_name": tax.name,
        "tax_percentage": whole(tax.percentage),
        "tax_type": TYPE[tax.kind],
        "tax_factor": "rate",
        "tax_specific_type": "",
        "tax_authority_id": "",
        "tax_authority_name": tax.authority,
        "tax_account_id": tax.account_id,
        "output_tax_account_name": "" if account is None else account.name,
        "purchase_tax_account_id": "",
        "purchase_tax_account_name": "",
        "purchase_tax_expense_account_id": "",
        "tds_payable_account_id": "",
        "is_value_added": tax.is_value_added,
        "is_default_tax": False,
        "is_editable": True,
        "is_inactive": not tax.active,
        "status": "Active" if tax.active else "Inactive",
        "country": "",
        "country_code": "",
        "last_modified_time": tax.modified_at,
        **kept(call.organization, tax.id),
    }


def _group_row(call: Call, group: TaxGroup) -> dict[str, Any]:
    """Return a group as the list of taxes shows it."""
    return {
        **dict.fromkeys(detail(call, call.organization.book.taxes[group.tax_ids[0]]), ""),
        "tax_id": group.id,
        "tax_name": group.name,
        "tax_percentage": whole(group.percentage),
        "tax_type": "tax_group",
        "tax_factor": "rate",
        "is_value_added": False,
        "is_default_tax": False,
        "is_editable": True,
        "is_inactive": not group.active,
        "status": "Active" if group.active else "Inactive",
        "last_modified_time": group.modified_at,
    }


def group_detail(call: Call, group: TaxGroup) -> dict[str, Any]:
    """Return one tax group with its taxes."""
    taxes = call.organization.book.taxes
    return {
        "tax_group_id": group.id,
        "tax_group_name": group.name,
        "tax_group_percentage": whole(group.percentage),
        "taxes": [detail(call, taxes[identity]) for identity in group.tax_ids],
    }


MODULE: Final = Module(
    label="Tax",
    path="/settings/taxes",
    identity="tax_id",
    kind="tax",
    key="tax",
    list_key="taxes",
    documents=lambda organization: organization.book.taxes,
    row=detail,
    detail=detail,
    listing=Listing(report_name="Taxes", columns=(), sort="tax_name"),
    messages=Messages(
        created="The tax has been added.",
        updated="Tax information has been saved.",
        deleted="The record has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def list_taxes(call: Call) -> Answer:
    """List active taxes and tax groups by name; `filter_by=Taxes.All` shows the others too."""
    book: Book = call.organization.book
    view = call.query.get("filter_by", "") or "Taxes.Active"
    if view not in {"Taxes.Active", "Taxes.All", "Taxes.Inactive"}:
        raise Refused("invalid_value", field="filter_by")
    both: list[Tax | TaxGroup] = [*book.taxes.values(), *book.tax_groups.values()]
    found = sorted(both, key=lambda one: one.name.casefold())
    rows = [
        detail(call, one) if isinstance(one, Tax) else _group_row(call, one)
        for one in found
        if view == "Taxes.All" or one.active == (view == "Taxes.Active")
    ]
    page = context_of_few(call, rows)
    context = {
        **page.context,
        "report_name": "Taxes",
        "applied_filter": view,
        "as_of_date": call.today,
        "to_date": call.today,
        "sort_column": "tax_name",
        "sort_order": "A",
    }
    return Answer(key="taxes", value=page.rows, extra={"page_context": context})


def _group_fields(call: Call, taxes: Mapping[str, Tax]) -> dict[str, Any]:
    fields = given(call.body, GROUP_FIELDS)
    for identity in fields.get("tax_ids", ()):
        if identity not in taxes:
            raise Refused("does_not_exist", thing="Tax")
    return fields


def create_group(call: Call) -> TaxGroup:
    """Create a tax group. Raises Refused: 2 without a name or taxes, 1002 for a tax that is not there."""
    for name in ("tax_group_name", "taxes"):
        if not call.body.get(name):
            raise Refused("invalid_value", field=name)
    fields = _group_fields(call, call.organization.book.taxes)
    group: TaxGroup = call.organization.execute(CreateTaxGroup(user_id=call.user_id, **fields))
    return group


def update_group(call: Call, group: TaxGroup) -> TaxGroup:
    """Change a tax group; documents keep the taxes they were made with."""
    fields = _group_fields(call, call.organization.book.taxes)
    changed: TaxGroup = call.organization.execute(UpdateTaxGroup(id=group.id, user_id=call.user_id, **fields))
    return changed


def delete_group(call: Call, identity: str) -> None:
    """Delete a tax group that nothing uses."""
    call.organization.execute(DeleteTaxGroup(id=identity, user_id=call.user_id))


GROUPS: Final = Module(
    label="Tax group",
    path="/settings/taxgroups",
    identity="tax_group_id",
    kind="tax_group",
    key="tax_group",
    list_key="tax_groups",
    documents=lambda organization: organization.book.tax_groups,
    row=group_detail,
    detail=group_detail,
    listing=Listing(report_name="Tax Groups", columns=(), sort="tax_name"),
    messages=Messages(deleted="The tax group has been deleted."),
    create=create_group,
    update=update_group,
    delete=delete_group,
)
_TAX: Final = "/settings/taxes/{tax_id}"
_GROUP: Final = "/settings/taxgroups/{tax_group_id}"
HANDLERS: Final = (
    Emulated("POST", "/settings/taxes", creates(MODULE), SPECIFIED, missing="country-specific rules"),
    Emulated("GET", "/settings/taxes", list_taxes, RECORDED),
    Emulated("GET", _TAX, reads(MODULE), SPECIFIED),
    Emulated("PUT", _TAX, updates(MODULE), SPECIFIED, missing="changing documents that use the tax"),
    Emulated("DELETE", _TAX, deletes(MODULE), SPECIFIED),
    Emulated("POST", "/settings/taxgroups", creates(GROUPS), SPECIFIED),
    Emulated("GET", _GROUP, reads(GROUPS), SPECIFIED),
    Emulated("PUT", _GROUP, updates(GROUPS), SPECIFIED),
    Emulated("DELETE", _GROUP, deletes(GROUPS), SPECIFIED),
)
