"""What commands about fixed assets do. How much value is lost when stands in `depreciation`, what is posted in `posting`."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.depreciation import LIFE_MONTHS_MAX, next_depreciation
from tallystick.books.documents.fixed_asset import (
    ActivateFixedAsset,
    CancelFixedAsset,
    CreateFixedAsset,
    DeleteFixedAsset,
    DepreciateFixedAsset,
    DepreciationFrequency,
    DepreciationMethod,
    Disposal,
    FixedAsset,
    MarkFixedAssetDraft,
    SellFixedAsset,
    UpdateFixedAsset,
    WriteOffFixedAsset,
)
from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.lifecycle import Action
from tallystick.books.numbering import take_number
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, given, new_stamp, required_name, stamp
from tallystick.books.work import Work
from tallystick.ledger.account import AccountType
from tallystick.model.money import round_money

PERCENT_MAX: Final = 100
ACCOUNTS: Final[dict[str, frozenset[AccountType]]] = {
    "asset_account_id": frozenset((AccountType.FIXED_ASSET, AccountType.INTANGIBLE_ASSET)),
    "depreciation_account_id": frozenset((AccountType.FIXED_ASSET, AccountType.INTANGIBLE_ASSET)),
    "expense_account_id": frozenset((AccountType.EXPENSE, AccountType.OTHER_EXPENSE)),
}
"""The types of the accounts an asset names; those of expenses are documented, the others assumed."""
DEFAULTS: Final[dict[str, Any]] = {
    "method": DepreciationMethod.STRAIGHT_LINE,
    "frequency": DepreciationFrequency.MONTHLY,
    "salvage_value": Decimal(0),
    "percentage": Decimal(0),
    "life_months": 0,
    "prorata": True,
}
RENAMING: Final = frozenset(("name", "number"))


def _checked(work: Work, asset: FixedAsset, old: FixedAsset | None) -> FixedAsset:
    """Return an asset that makes sense; raise Refused for the first figure, day or account that does not."""
    for field, types in ACCOUNTS.items():
        identity = getattr(asset, field)
        kept = frozenset((getattr(old, field),)) if old else frozenset()
        account = work.account(identity, field, kept=kept)
        if account.type not in types:
            raise Refused(Reason.ACCOUNT_TYPE, field=field, account=account.name, type=account.type.value)
    figures = (("cost", asset.cost), ("start_value", asset.start_value), ("salvage_value", asset.salvage_value))
    for field, amount in figures:
        if amount < 0 or amount > asset.cost:
            raise Refused(Reason.BAD_AMOUNT, field=field, amount=str(amount), low=0, high=str(asset.cost))
    if asset.salvage_value > asset.start_value:
        raise Refused(Reason.BAD_AMOUNT, field="salvage_value", amount=str(asset.salvage_value), low=0, high="")
    if not 0 <= asset.percentage <= PERCENT_MAX or (
        asset.method is DepreciationMethod.DECLINING and not asset.percentage
    ):
        raise Refused(Reason.BAD_PERCENTAGE, field="percentage", percentage=str(asset.percentage))
    least = 0 if asset.method is DepreciationMethod.DECLINING else 1
    if not least <= asset.life_months <= LIFE_MONTHS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="life_months", amount=asset.life_months, low=least, high=LIFE_MONTHS_MAX)
    if asset.start_date < asset.purchase_date:
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="start_date", date=asset.start_date, first=asset.purchase_date)
    return asset


def create_fixed_asset(work: Work, command: CreateFixedAsset) -> FixedAsset:
    """Take a fixed asset in as a draft."""
    fields = {**DEFAULTS, **given(command)}
    for field in ("cost", "purchase_date", *ACCOUNTS):
        if not fields.get(field):
            raise Refused(Reason.REQUIRED, field=field)
    fields.setdefault("start_value", fields["cost"])
    fields.setdefault("start_date", fields["purchase_date"])
    fields["name"] = required_name(command.name)
    fields["number"] = take_number(work, Kind.FIXED_ASSET, command.number)
    settings = work.settings
    asset = FixedAsset(
        id=work.new_id(),
        fiscal_year_start_month=settings.fiscal_year_start_month,
        places=work.base_currency.places,
        **_rounded(work, fields),
        **new_stamp(work),
    )
    work.put(Kind.FIXED_ASSET, _checked(work, asset, None))
    return asset


def _rounded(work: Work, fields: dict[str, Any]) -> dict[str, Any]:
    places = work.base_currency.places
    amounts = {name: fields[name] for name in ("cost", "start_value", "salvage_value") if name in fields}
    return {**fields, **{name: round_money(amount, places) for name, amount in amounts.items()}}


def update_fixed_asset(work: Work, command: UpdateFixedAsset) -> FixedAsset:
    """Change a fixed asset; one that has lost value keeps its figures."""
    old: FixedAsset = work.find(Kind.FIXED_ASSET, command.id)
    state = lifecycle.step(lifecycle.FIXED_ASSET, Action.UPDATE, old.state)
    fields = given(command)
    if old.depreciations and any(fields[name] != getattr(old, name) for name in fields.keys() - RENAMING):
        raise Refused(Reason.IN_USE, field="id", kind="fixed_asset", id=old.id)
    if old.start_value == old.cost and "cost" in fields:
        fields.setdefault("start_value", fields["cost"])
    fields["name"] = required_name(chosen(command.name, old.name))
    fields["number"] = take_number(work, Kind.FIXED_ASSET, command.number, own_id=old.id, current=old.number)
    new = replace(old, **_rounded(work, fields), state=state, **stamp(work))
    work.put(Kind.FIXED_ASSET, _checked(work, new, old))
    return new


def delete_fixed_asset(work: Work, command: DeleteFixedAsset) -> FixedAsset:
    """Remove a fixed asset that has lost nothing and is not in use."""
    asset = _moved(work, command.id, Action.DELETE)
    work.delete(Kind.FIXED_ASSET, asset.id)
    return asset


def _moved(work: Work, identity: str, action: Action) -> FixedAsset:
    asset: FixedAsset = work.find(Kind.FIXED_ASSET, identity)
    blockers = lifecycle.FIXED_ASSET_BLOCKERS
    state = lifecycle.step(lifecycle.FIXED_ASSET, action, asset.state, blockers=blockers, document=asset)
    return replace(asset, state=state, **stamp(work))


def _moves(action: Action) -> Rule:
    def move(work: Work, command: Any) -> FixedAsset:
        asset = _moved(work, command.id, action)
        work.put(Kind.FIXED_ASSET, asset)
        return asset

    return move


def depreciate(work: Work, command: DepreciateFixedAsset) -> FixedAsset:
    """Take the next period's value off an asset. Raises Refused before that period is over, and when nothing is left."""
    asset = _moved(work, command.id, Action.DEPRECIATE)
    following = next_depreciation(asset)
    if following is None:
        raise Refused(Reason.NOTHING_DUE, field="id", number=asset.number)
    if following.date > work.today:
        raise Refused(Reason.NOT_DUE, field="id", number=asset.number)
    asset = replace(asset, depreciations=(*asset.depreciations, following))
    work.put(Kind.FIXED_ASSET, asset)
    return asset


def _gone(work: Work, asset: FixedAsset, disposal: Disposal) -> FixedAsset:
    """Stage an asset that leaves the books. Raises Refused for a day before it was bought or last lost value."""
    work.account(disposal.account_id, "account_id")
    first = max((asset.purchase_date, *(each.date for each in asset.depreciations)))
    if disposal.date < first:
        raise Refused(Reason.DATE_OUT_OF_RANGE, field="date", date=disposal.date, first=first)
    if not disposal.reason.strip():
        raise Refused(Reason.REQUIRED, field="reason")
    asset = replace(asset, disposal=disposal)
    work.put(Kind.FIXED_ASSET, asset)
    return asset


def write_off(work: Work, command: WriteOffFixedAsset) -> FixedAsset:
    """Take an asset out of the books at a loss."""
    asset = _moved(work, command.id, Action.WRITE_OFF)
    return _gone(work, asset, Disposal(date=command.date, account_id=command.account_id, reason=command.reason))


def sell(work: Work, command: SellFixedAsset) -> FixedAsset:
    """Take an asset out of the books that an invoice has sold.

    Raises Refused for an invoice that does not stand, and for a line that is not of the asset's account.
    """
    asset = _moved(work, command.id, Action.SELL)
    invoice: Invoice = work.find(Kind.INVOICE, command.invoice_id, "invoice_id")
    if invoice.state is not InvoiceState.SENT:
        raise Refused(Reason.WRONG_STATUS, field="invoice_id", status=invoice.state.value, action="sell")
    line = next((line for line in invoice.lines if line.id == command.line_id), None)
    if line is None:
        raise Refused(Reason.UNKNOWN_ID, field="line_id", kind="line", id=command.line_id)
    if line.account_id != asset.asset_account_id:
        raise Refused(Reason.ACCOUNT_MISMATCH, field="line_id")
    date: dt.date = invoice.date
    proceeds = round_money(line.net * invoice.exchange_rate, asset.places)
    disposal = Disposal(
        date=date,
        account_id=command.account_id,
        reason=command.reason,
        proceeds=proceeds,
        invoice_id=invoice.id,
        line_id=line.id,
    )
    return _gone(work, asset, disposal)


RULES: Final[dict[type, Rule]] = {
    CreateFixedAsset: create_fixed_asset,
    UpdateFixedAsset: update_fixed_asset,
    DeleteFixedAsset: delete_fixed_asset,
    ActivateFixedAsset: _moves(Action.ACTIVATE),
    MarkFixedAssetDraft: _moves(Action.DRAFT),
    CancelFixedAsset: _moves(Action.CANCEL),
    DepreciateFixedAsset: depreciate,
    WriteOffFixedAsset: write_off,
    SellFixedAsset: sell,
}
