"""How a fixed asset loses value: its schedule, period by period. Nothing is posted and no clock is read here."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from tallystick.books.documents.fixed_asset import Depreciation, DepreciationFrequency, DepreciationMethod, FixedAsset
from tallystick.ledger.period import Period, fiscal_year_of, month_of
from tallystick.model.money import ZERO, round_money

LIFE_MONTHS_MAX: Final = 1_200
PERIODS_MAX: Final = LIFE_MONTHS_MAX + 1
"""Periods of one schedule: a month each, and one more for what the first left over."""
MONTHS: Final = {DepreciationFrequency.MONTHLY: 1, DepreciationFrequency.YEARLY: 12}
FACTORS: Final = {DepreciationMethod.DECLINING_150: Decimal("1.5"), DepreciationMethod.DECLINING_200: Decimal(2)}
_DAY: Final = dt.timedelta(days=1)


def schedule(asset: FixedAsset) -> Iterator[Depreciation]:
    """Yield what an asset loses at the end of each period from its start on, until nothing is left to lose.

    The last period of a straight line takes what rounding and a short first period have left over.
    """
    months, left = MONTHS[asset.frequency], asset.start_value - asset.salvage_value
    taken, period = ZERO, _period(asset, asset.start_date)
    for _ in range(PERIODS_MAX):
        if left <= 0:
            return
        share = _share(asset, period)
        value = asset.salvage_value + left
        straight = asset.method is DepreciationMethod.STRAIGHT_LINE
        whole = _straight(asset, months) if straight else value * _yearly_share(asset) * months / 12
        amount = min(round_money(whole * share, asset.places), left)
        taken += share * months
        if straight and taken >= asset.life_months:
            amount = left
        if amount <= 0 or (not straight and asset.life_months and taken > asset.life_months):
            return
        left -= amount
        yield Depreciation(date=period.end, amount=amount)
        period = _period(asset, period.end + _DAY)


def _period(asset: FixedAsset, day: dt.date) -> Period:
    if asset.frequency is DepreciationFrequency.MONTHLY:
        return month_of(day)
    return fiscal_year_of(day, start_month=asset.fiscal_year_start_month)


def _share(asset: FixedAsset, period: Period) -> Decimal:
    """Return how much of a period counts: all of it, or its days from the asset's start on."""
    if not asset.prorata or period.start >= asset.start_date:
        return Decimal(1)
    return Decimal((period.end - asset.start_date).days + 1) / ((period.end - period.start).days + 1)


def _straight(asset: FixedAsset, months: int) -> Decimal:
    return (asset.start_value - asset.salvage_value) * months / asset.life_months


def _yearly_share(asset: FixedAsset) -> Decimal:
    factor = FACTORS.get(asset.method)
    return asset.percentage / 100 if factor is None else min(factor * 12 / asset.life_months, Decimal(1))


def next_depreciation(asset: FixedAsset) -> Depreciation | None:
    """Return what an asset loses next, None when it can lose no more."""
    return next(islice(schedule(asset), len(asset.depreciations), None), None)


def accumulated(asset: FixedAsset) -> Decimal:
    """Return what an asset has lost since it was bought, also before it was taken in."""
    return asset.cost - asset.start_value + sum((each.amount for each in asset.depreciations), ZERO)


def book_value(asset: FixedAsset) -> Decimal:
    """Return what an asset is worth in the books; nothing once it is gone."""
    return ZERO if asset.disposal is not None else asset.cost - accumulated(asset)
