"""A fixed asset's status table, what blocks its steps, and what it is called. No other document's table lives here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tallystick.books.depreciation import next_depreciation
from tallystick.books.documents.fixed_asset import AssetState, FixedAsset
from tallystick.books.lifecycle.step import Action, Blocker, Table
from tallystick.books.refusal import Reason

_DRAFT, _ACTIVE, _CANCELLED = AssetState.DRAFT, AssetState.ACTIVE, AssetState.CANCELLED

FIXED_ASSET: Final[Table[AssetState]] = {
    Action.UPDATE: {_DRAFT: _DRAFT, _ACTIVE: _ACTIVE},
    Action.DELETE: {_DRAFT: _DRAFT, _CANCELLED: _CANCELLED},
    Action.ACTIVATE: {_DRAFT: _ACTIVE, _CANCELLED: _ACTIVE},
    Action.DRAFT: {_ACTIVE: _DRAFT, _CANCELLED: _DRAFT},
    Action.CANCEL: {_DRAFT: _CANCELLED, _ACTIVE: _CANCELLED},
    Action.DEPRECIATE: {_ACTIVE: _ACTIVE},
    Action.WRITE_OFF: {_ACTIVE: AssetState.WRITTEN_OFF},
    Action.SELL: {_ACTIVE: AssetState.SOLD},
}
_LOST: Final[Blocker] = (Reason.IN_USE, lambda asset: bool(asset.depreciations))
FIXED_ASSET_BLOCKERS: Final[Mapping[Action, tuple[Blocker, ...]]] = {
    Action.DELETE: (_LOST,),
    Action.DRAFT: (_LOST,),
}


class FixedAssetStatus(StrEnum):
    """What a fixed asset is called."""

    DRAFT = "draft"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    FULLY_DEPRECIATED = "fully_depreciated"
    SOLD = "sold"
    WRITTEN_OFF = "written_off"


def fixed_asset_status(asset: FixedAsset) -> FixedAssetStatus:
    """Return what a fixed asset is called; an active one that can lose no more is fully depreciated."""
    if asset.state is AssetState.ACTIVE and asset.depreciations and next_depreciation(asset) is None:
        return FixedAssetStatus.FULLY_DEPRECIATED
    return FixedAssetStatus(asset.state.value)
