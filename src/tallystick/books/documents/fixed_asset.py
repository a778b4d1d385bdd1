"""Fixed assets, the value they have lost so far, and the commands about them. No schedule or posting lives here."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class AssetState(StrEnum):
    """Where a fixed asset stands; that it has lost all it can is derived."""

    DRAFT = "draft"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    SOLD = "sold"
    WRITTEN_OFF = "written_off"


class DepreciationMethod(StrEnum):
    """How an asset loses value: the same amount each period, or a share of what is left.

    The share is a percentage a year, or one and a half or two times what a straight line would take of the cost.
    """

    STRAIGHT_LINE = "straight_line"
    DECLINING = "declining"
    DECLINING_150 = "declining_150"
    DECLINING_200 = "declining_200"


class DepreciationFrequency(StrEnum):
    """How often an asset loses value: at the end of each month, or of each fiscal year."""

    MONTHLY = "monthly"
    YEARLY = "yearly"


class Depreciation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Value lost at the end of a day, in the base currency."""

    date: dt.date
    amount: Decimal


class Disposal(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How an asset went: `proceeds` is what an invoice's line has credited to the asset's account already.

    `account_id` takes the loss, or the gain.
    """

    date: dt.date
    account_id: str
    reason: str
    proceeds: Decimal = Decimal(0)
    invoice_id: str = ""
    line_id: str = ""


class FixedAsset(Document, frozen=True, kw_only=True, gc=False):
    """A thing that is used for years. Amounts are in the base currency.

    `depreciation_account_id` gathers what is lost; it may be the asset's own account. `start_value` is what it is worth
    on `start_date`, from when it loses value down to `salvage_value` over `life_months`; `percentage` is a year's share
    for the declining method. `prorata` lets the first period take only its days from the start on.
    """

    name: str
    number: str
    asset_account_id: str
    expense_account_id: str
    depreciation_account_id: str
    method: DepreciationMethod
    frequency: DepreciationFrequency
    cost: Decimal
    start_value: Decimal
    salvage_value: Decimal
    life_months: int
    percentage: Decimal
    prorata: bool
    purchase_date: dt.date
    start_date: dt.date
    fiscal_year_start_month: int
    places: int
    state: AssetState = AssetState.DRAFT
    depreciations: tuple[Depreciation, ...] = ()
    disposal: Disposal | None = None


class FixedAssetFields(Command, frozen=True, kw_only=True):
    """What may be said of a fixed asset."""

    name: Given[str] = msgspec.UNSET
    number: Given[str] = msgspec.UNSET
    asset_account_id: Given[str] = msgspec.UNSET
    expense_account_id: Given[str] = msgspec.UNSET
    depreciation_account_id: Given[str] = msgspec.UNSET
    method: Given[DepreciationMethod] = msgspec.UNSET
    frequency: Given[DepreciationFrequency] = msgspec.UNSET
    cost: Given[Decimal] = msgspec.UNSET
    start_value: Given[Decimal] = msgspec.UNSET
    salvage_value: Given[Decimal] = msgspec.UNSET
    life_months: Given[int] = msgspec.UNSET
    percentage: Given[Decimal] = msgspec.UNSET
    prorata: Given[bool] = msgspec.UNSET
    purchase_date: Given[dt.date] = msgspec.UNSET
    start_date: Given[dt.date] = msgspec.UNSET


class CreateFixedAsset(FixedAssetFields, frozen=True, kw_only=True):
    """Take a fixed asset in as a draft; name, cost, its accounts and the day it was bought are required."""


class UpdateFixedAsset(FixedAssetFields, frozen=True, kw_only=True):
    """Change a fixed asset; once it has lost value, only its name and number."""

    id: str


class DeleteFixedAsset(Target, frozen=True, kw_only=True):
    """Remove a fixed asset that is a draft or cancelled and has lost nothing."""


class ActivateFixedAsset(Target, frozen=True, kw_only=True):
    """Let a fixed asset lose value from its start date on."""


class MarkFixedAssetDraft(Target, frozen=True, kw_only=True):
    """Make a fixed asset that has lost nothing a draft again."""


class CancelFixedAsset(Target, frozen=True, kw_only=True):
    """Let a fixed asset lose no more value; what it has lost stays."""


class DepreciateFixedAsset(Target, frozen=True, kw_only=True):
    """Take the next period's value off a fixed asset, once that period is over."""


class WriteOffFixedAsset(Target, frozen=True, kw_only=True):
    """Take a fixed asset out of the books; what it is still worth is a loss."""

    date: dt.date
    account_id: str
    reason: str


class SellFixedAsset(Target, frozen=True, kw_only=True):
    """Take a fixed asset out of the books that a line of an invoice has sold, on that invoice's day."""

    invoice_id: str
    line_id: str
    account_id: str
    reason: str
