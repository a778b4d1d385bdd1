"""The types of fixed assets: the accounts and the depreciation that an asset of a type begins with."""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.fixed_asset import DepreciationFrequency, DepreciationMethod
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import amount, choice, count
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, field, module_of

METHODS: Final = {
    "straight_line": DepreciationMethod.STRAIGHT_LINE,
    "declining_method": DepreciationMethod.DECLINING,
    "150_declining_method": DepreciationMethod.DECLINING_150,
    "200_declining_method": DepreciationMethod.DECLINING_200,
}
FREQUENCIES: Final = {
    "monthly": DepreciationFrequency.MONTHLY,
    "yearly": DepreciationFrequency.YEARLY,
}
COMPUTATIONS: Final = {"prorata_basis": True, "no_prorata": False}
PERCENT_MAX: Final = 100
LIFE_MONTHS_MAX: Final = 1_200
BEGINS_WITH: Final = (
    *("expense_account_id", "depreciation_account_id", "depreciation_method", "depreciation_frequency"),
    *("depreciation_percentage", "total_life", "computation_type"),
)
"""What an asset takes from its type when its body does not say it."""


def _check(call: Call, _: OwnRecord | None, fields: Fields) -> Fields:
    """Read a type. Raises Refused: 4 for an account there is not, 2 for words and figures that make no sense."""
    for name in ("expense_account_id", "depreciation_account_id"):
        if fields.get(name) not in call.organization.book.accounts:
            raise Refused("account_does_not_exist")
    for name, words in (
        ("depreciation_method", METHODS),
        ("depreciation_frequency", FREQUENCIES),
        ("computation_type", COMPUTATIONS),
    ):
        choice(words)(fields[name], name)
    if not 0 <= amount(fields["depreciation_percentage"], "depreciation_percentage") <= PERCENT_MAX:
        raise Refused("invalid_value", field="depreciation_percentage")
    if not 0 <= count(fields["total_life"], "total_life") <= LIFE_MONTHS_MAX:
        raise Refused("invalid_value", field="total_life")
    return fields


def account_names(call: Call, fields: Any) -> dict[str, str]:
    """Return the names of the accounts that some fields give by id: `expense_account_id` is `expense_account_name`."""
    accounts = call.organization.book.accounts
    return {
        f"{name.removesuffix('_id')}_name": accounts[identity].name
        for name, identity in fields.items()
        if name.endswith("_account_id") and identity in accounts
    }


def _is_used(call: Call, record: OwnRecord) -> bool:
    kept = call.organization.records
    assets = call.organization.book.table(Kind.FIXED_ASSET)
    return any(kept.get(identity, {}).get("fixed_asset_type_id") == record.id for identity in assets)


NOUN: Final = Noun(
    noun="fixed_asset_type",
    label="Fixed asset type",
    path="/fixedassettypes",
    identity="fixed_asset_type_id",
    key="fixed_asset_type",
    list_key="fixed_asset_types",
    listing=Listing(
        report_name="Fixed Asset Types",
        columns=(Column("fixed_asset_type_name", field("fixed_asset_type_name")),),
        sort="fixed_asset_type_name",
        sorts=("fixed_asset_type_name",),
        context=lambda _: {},
    ),
    detail_of="create_fixed_asset_type",
    name="fixed_asset_type_name",
    defaults={
        "depreciation_method": "straight_line",
        "depreciation_frequency": "monthly",
        "depreciation_percentage": "0",
        "total_life": 0,
        "computation_type": "prorata_basis",
    },
    messages=Messages(
        created="The fixed asset type has been created.",
        updated="The fixed asset type has been update.",
        deleted="The selected fixed asset type has been deleted.",
    ),
    shown=lambda call, record: account_names(call, record.fields),
    check=_check,
    used=_is_used,
)
MODULE: Final = module_of(NOUN)
_ID: Final = "/fixedassettypes/{fixed_asset_type_id}"
HANDLERS: Final = (
    Emulated("POST", "/fixedassettypes", creates(MODULE), SPECIFIED),
    Emulated("GET", "/fixedassettypes", lists(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
)
