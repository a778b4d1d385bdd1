"""What a fixed asset posts: the value it loses, and its leaving the books. Buying it is the bill's entry, not its own."""

from tallystick.books.depreciation import accumulated
from tallystick.books.documents.fixed_asset import AssetState, FixedAsset
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry


def entries(asset: FixedAsset, chart: Chart) -> tuple[Entry, ...]:
    """Return an entry for each loss of value, and one for a sale or a write-off."""
    found: list[Entry] = []
    currency, places = chart.base_currency_id, chart.base_places
    for each in asset.depreciations:
        header = Header(each.date, "depreciation", asset.id, currency, places)
        lost, gathered = asset.expense_account_id, asset.depreciation_account_id
        found += entry(header, (Leg(lost, each.amount, each.amount), Leg(gathered, -each.amount, -each.amount)), places)
    if asset.disposal is None:
        return tuple(found)
    gone = asset.disposal
    if asset.state is AssetState.SOLD:
        header = Header(gone.date, "fixed_asset_sale", asset.id, currency, places)
    else:
        header = Header(gone.date, "fixed_asset_write_off", asset.id, currency, places)
    lost_so_far, still_held = accumulated(asset), asset.cost - gone.proceeds
    rest = still_held - lost_so_far
    legs = (
        Leg(asset.depreciation_account_id, lost_so_far, lost_so_far),
        Leg(gone.account_id, rest, rest),
        Leg(asset.asset_account_id, -still_held, -still_held),
    )
    return (*found, *entry(header, legs, places))
