"""Fixed assets: wire form and operations, what they have lost, will lose, and how they leave the books.

Their types are in `fixed_asset_types`; how much is lost when is the Book's.
"""

from decimal import Decimal
from itertools import islice
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.depreciation import PERIODS_MAX, accumulated, book_value, schedule
from tallystick.books.documents.fixed_asset import (
    ActivateFixedAsset,
    CancelFixedAsset,
    CreateFixedAsset,
    DeleteFixedAsset,
    FixedAsset,
    MarkFixedAssetDraft,
    SellFixedAsset,
    UpdateFixedAsset,
    WriteOffFixedAsset,
)
from tallystick.books.lifecycle import FixedAssetStatus
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, comments_of, deletes_comment
from tallystick.vendors.zoho_books.emulator.declared import filled
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.fixed_asset_types import (
    BEGINS_WITH,
    COMPUTATIONS,
    FREQUENCIES,
    METHODS,
    account_names,
)
from tallystick.vendors.zoho_books.emulator.fixed_asset_types import MODULE as TYPES
from tallystick.vendors.zoho_books.emulator.given import Field, amount, choice, count, day, given, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    lists,
    updates,
)

FIELDS: Final = (
    Field("asset_name", "name", text),
    Field("asset_account_id", "asset_account_id", text),
    Field("expense_account_id", "expense_account_id", text),
    Field("depreciation_account_id", "depreciation_account_id", text),
    Field("depreciation_method", "method", choice(METHODS)),
    Field("depreciation_frequency", "frequency", choice(FREQUENCIES)),
    Field("depreciation_percentage", "percentage", amount),
    Field("total_life", "life_months", count),
    Field("salvage_value", "salvage_value", amount),
    Field("depreciation_start_date", "start_date", day),
    Field("asset_cost", "cost", amount),
    Field("computation_type", "prorata", choice(COMPUTATIONS)),
    Field("asset_purchase_date", "purchase_date", day),
    Field("dep_start_value", "start_value", amount),
)
KEPT: Final = (
    *("fixed_asset_type_id", "description", "warranty_expiry_date", "serial_no", "notes", "tags", "custom_fields"),
)
METHOD: Final = {method: word for word, method in METHODS.items()}
FREQUENCY: Final = {frequency: word for word, frequency in FREQUENCIES.items()}
COMPUTATION: Final = {prorata: word for word, prorata in COMPUTATIONS.items()}
STATUS: Final = {
    FixedAssetStatus.DRAFT: "draft",
    FixedAssetStatus.ACTIVE: "active",
    FixedAssetStatus.CANCELLED: "cancel",
    FixedAssetStatus.FULLY_DEPRECIATED: "fully_depreciated",
    FixedAssetStatus.SOLD: "sold",
    FixedAssetStatus.WRITTEN_OFF: "write_off",
}
"""What the wire calls a status; assumed from the names of the views."""


def _status(asset: FixedAsset) -> str:
    return STATUS[lifecycle.fixed_asset_status(asset)]


def _fields(call: Call) -> dict[str, Any]:
    """Return the Book's fields of a body; what an asset of a type does not say comes from its type.

    Raises Refused: 2 for a value that cannot be read, 1002 for a type there is not.
    """
    body = {name: value for name, value in call.body.items() if value != ""}
    type_id = text(body.get("fixed_asset_type_id", ""), "fixed_asset_type_id")
    if type_id:
        type_fields = TYPES.find(call.organization, type_id).fields
        body = {**{name: type_fields[name] for name in BEGINS_WITH}, **body}
    return given(body, FIELDS)


def create(call: Call) -> FixedAsset:
    """Take a fixed asset in as a draft. Raises Refused (4) without a name, a type, a cost, a day or an account."""
    for name in ("asset_name", "fixed_asset_type_id", "asset_account_id", "asset_cost", "asset_purchase_date"):
        if call.body.get(name) in (None, ""):
            raise Refused("missing_value", field=name)
    asset: FixedAsset = call.organization.execute(CreateFixedAsset(user_id=call.user_id, **_fields(call)))
    keep(call.organization, asset.id, call.body, KEPT)
    return asset


def update(call: Call, asset: FixedAsset) -> FixedAsset:
    """Change a fixed asset; another type changes what it says of depreciation."""
    if call.body.get("fixed_asset_type_id") == kept(call.organization, asset.id).get("fixed_asset_type_id"):
        fields = given({name: value for name, value in call.body.items() if value != ""}, FIELDS)
    else:
        fields = _fields(call)
    changed: FixedAsset = call.organization.execute(UpdateFixedAsset(id=asset.id, user_id=call.user_id, **fields))
    keep(call.organization, asset.id, call.body, KEPT)
    return changed


def _pool(call: Call, asset: FixedAsset) -> dict[str, Any]:
    own = kept(call.organization, asset.id)
    type_ = TYPES.documents(call.organization).get(own.get("fixed_asset_type_id", ""))
    accounts = {
        "asset_account_id": asset.asset_account_id,
        "expense_account_id": asset.expense_account_id,
        "depreciation_account_id": asset.depreciation_account_id,
    }
    digits = len(asset.number) - len(asset.number.rstrip("0123456789"))
    number = asset.number[len(asset.number) - digits :]
    return {
        "fixed_asset_id": asset.id,
        "asset_name": asset.name,
        "asset_number": asset.number,
        "asset_number_prefix": asset.number.removesuffix(number),
        "asset_number_suffix": int(number or 0),
        "status": _status(asset),
        "fixed_asset_type_name": "" if type_ is None else type_.fields["fixed_asset_type_name"],
        "total_life": asset.life_months,
        "depreciation_method": METHOD[asset.method],
        "depreciation_percentage": asset.percentage,
        "depreciation_frequency": FREQUENCY[asset.frequency],
        "computation_type": COMPUTATION[asset.prorata],
        "asset_cost": asset.cost,
        "dep_start_value": asset.start_value,
        "salvage_value": str(asset.salvage_value),
        "asset_purchase_date": asset.purchase_date,
        "current_asset_value": book_value(asset),
        "accumulated_dep_value": accumulated(asset),
        "depreciation_start_date": asset.start_date,
        "last_depreciation_date": asset.depreciations[-1].date if asset.depreciations else "",
        **accounts,
        **account_names(call, accounts),
        **own,
    }


def row(call: Call, asset: FixedAsset) -> dict[str, Any]:
    """Return one row of the list of fixed assets."""
    return filled("list_fixed_assets", _pool(call, asset))


def detail(call: Call, asset: FixedAsset) -> dict[str, Any]:
    """Return one fixed asset with all keys."""
    gone = asset.disposal
    invoice = None if gone is None else call.organization.book.invoices.get(gone.invoice_id)
    sold = [] if invoice is None else [{"invoice_id": invoice.id, "invoice_number": invoice.number}]
    found = filled("create_fixed_asset", {**_pool(call, asset), "comments": comments_of(MODULE, call, asset)})
    return {**found, "associated_transactions": sold}


def _value(_: Any, asset: FixedAsset) -> Decimal:
    return book_value(asset)


MODULE: Final = Module(
    label="Fixed asset",
    path="/fixedassets",
    identity="fixed_asset_id",
    kind="fixed_asset",
    key="fixed_asset",
    list_key="fixedassets",
    documents=lambda organization: organization.book.table(BookKind.FIXED_ASSET),
    row=row,
    detail=detail,
    listing=Listing(
        report_name="Fixed Assets",
        columns=(
            Column("asset_name", lambda _, asset: asset.name.casefold()),
            Column("asset_number", lambda _, asset: asset.number.casefold()),
            Column("asset_cost", lambda _, asset: asset.cost, Kind.NUMBER),
            Column("current_asset_value", _value, Kind.NUMBER),
            Column("status", lambda _, asset: _status(asset)),
            Column("created_time", lambda _, asset: asset.created_at, Kind.TIME),
        ),
        sort="created_time",
        descending=True,
        sorts=("asset_name", "asset_number", "asset_cost", "created_time", "current_asset_value"),
        views={
            "Status.All": (),
            "Status.Active": (equals("status", "active"),),
            "Status.Cancel": (equals("status", "cancel"),),
            "Status.FullyDepreciated": (equals("status", "fully_depreciated"),),
            "Status.WriteOff": (equals("status", "write_off"),),
            "Status.Sold": (equals("status", "sold"),),
            "Status.Draft": (equals("status", "draft"),),
        },
        view="Status.All",
        context=lambda _: {},
    ),
    messages=Messages(
        created="The fixed asset has been created.",
        updated="The fixed asset has been updated.",
        deleted="The selected fixed asset has been deleted.",
    ),
    create=create,
    update=update,
    delete=lambda call, identity: call.organization.execute(DeleteFixedAsset(id=identity, user_id=call.user_id)),
)


def read(call: Call) -> Answer:
    """Return one fixed asset, under the key the operation declares: the vendor's documents spell it `fissed-asset`."""
    return Answer(key=call.operation.envelope, value=detail(call, MODULE.named(call)))


def _required(call: Call, *names: str) -> dict[str, str]:
    """Return the texts a body must give. Raises Refused (4) for one that is missing."""
    for name in names:
        if not call.body.get(name):
            raise Refused("missing_value", field=name)
    return {name: text(call.body[name], name) for name in names}


def write_off(call: Call, asset: FixedAsset) -> None:
    """Write an asset off. Raises Refused: 4 without a day, an account or a reason."""
    said = _required(call, "date", "expense_account_id", "reason")
    call.organization.execute(
        WriteOffFixedAsset(
            id=asset.id,
            date=day(said["date"], "date"),
            account_id=said["expense_account_id"],
            reason=said["reason"],
            user_id=call.user_id,
        )
    )


def sell(call: Call, asset: FixedAsset) -> None:
    """Sell an asset by a line of an invoice. Raises Refused: 4 without invoice, line, account or reason."""
    said = _required(call, "invoice_id", "line_item_id", "reason", "expense_account_id")
    call.organization.execute(
        SellFixedAsset(
            id=asset.id,
            invoice_id=said["invoice_id"],
            line_id=said["line_item_id"],
            account_id=said["expense_account_id"],
            reason=said["reason"],
            user_id=call.user_id,
        )
    )


def _losses(asset: FixedAsset, *, ahead: bool) -> list[dict[str, Any]]:
    """Return what an asset has lost, or will lose, period by period with what is left each time."""
    lost, found = asset.cost - asset.start_value, list[dict[str, Any]]()
    booked = len(asset.depreciations)
    coming = islice(schedule(asset), booked, PERIODS_MAX) if ahead else ()
    for at, each in enumerate((*asset.depreciations, *coming), start=1):
        lost += each.amount
        found.append(
            {
                "valuation_id": f"{asset.id}{at:04d}",
                "description": f"Depreciation of {asset.name}",
                "valuation_date": each.date,
                "depreciated_value": each.amount,
                "current_value": asset.cost - lost,
                "accumulated_value": lost,
                "type": "depreciation",
                "is_journal_posted": at <= booked,
            }
        )
    return found[booked:] if ahead else found


def get_forecast(call: Call) -> Answer:
    """Return what an asset is going to lose, if it stays in use."""
    asset: FixedAsset = MODULE.named(call)
    keys = ("valuation_date", "depreciated_value", "current_value", "accumulated_value")
    rows = _losses(asset, ahead=True) if asset.disposal is None else []
    return Answer(key="data", value=[{key: row_[key] for key in keys} for row_ in rows])


def get_history(call: Call) -> Answer:
    """Return what has become of an asset: each loss of value, and its sale or write-off."""
    asset: FixedAsset = MODULE.named(call)
    rows = _losses(asset, ahead=False)
    if asset.disposal is not None:
        rows.append(
            {
                "valuation_id": f"{asset.id}{len(rows) + 1:04d}",
                "description": asset.disposal.reason,
                "valuation_date": asset.disposal.date,
                "depreciated_value": asset.cost - accumulated(asset) - asset.disposal.proceeds,
                "current_value": book_value(asset),
                "accumulated_value": accumulated(asset),
                "type": _status(asset),
                "is_journal_posted": True,
            }
        )
    few = context_of_few(call, rows)
    return Answer(key="asset_history", value=few.rows, extra={"page_context": few.context})


_ID: Final = "/fixedassets/{fixed_asset_id}"
_CHANGED: Final = "Fixed asset's status changed"
HANDLERS: Final = (
    Emulated("POST", "/fixedassets", creates(MODULE), SPECIFIED),
    Emulated("GET", "/fixedassets", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, read, SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated("GET", f"{_ID}/forecast", get_forecast, SPECIFIED),
    Emulated("GET", f"{_ID}/history", get_history, SPECIFIED),
    Emulated("POST", f"{_ID}/status/active", acts(MODULE, becomes(ActivateFixedAsset), _CHANGED), SPECIFIED),
    Emulated("POST", f"{_ID}/status/cancel", acts(MODULE, becomes(CancelFixedAsset), _CHANGED), SPECIFIED),
    Emulated("POST", f"{_ID}/status/draft", acts(MODULE, becomes(MarkFixedAssetDraft), _CHANGED), SPECIFIED),
    Emulated("POST", f"{_ID}/writeoff", acts(MODULE, write_off, "Fixed asset has been written off"), SPECIFIED),
    Emulated("POST", f"{_ID}/sell", acts(MODULE, sell, "Fixed asset has been sold"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comment has been added", "comment"), SPECIFIED),
    Emulated(
        "DELETE",
        f"{_ID}/comments/{{comment_id}}",
        deletes_comment(MODULE, "Fixed asset comment has been deleted"),
        SPECIFIED,
    ),
)
