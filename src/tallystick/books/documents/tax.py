"""Taxes, groups of taxes and the commands about them. No tax is computed here."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target


class TaxKind(StrEnum):
    """Whether a tax is taken on the taxable amount alone, or on that and the other taxes of its group."""

    SIMPLE = "simple"
    COMPOUND = "compound"


class Tax(Document, frozen=True, kw_only=True, gc=False):
    """A tax; `percentage` 17.5 means 17.5 %. `account_id` collects it, empty for the default tax account."""

    name: str
    percentage: Decimal
    kind: TaxKind = TaxKind.SIMPLE
    account_id: str = ""
    authority: str = ""
    is_value_added: bool = False
    active: bool = True


class TaxFields(Command, frozen=True, kw_only=True):
    """What may be said of a tax."""

    name: Given[str] = msgspec.UNSET
    percentage: Given[Decimal] = msgspec.UNSET
    kind: Given[TaxKind] = msgspec.UNSET
    account_id: Given[str] = msgspec.UNSET
    authority: Given[str] = msgspec.UNSET
    is_value_added: Given[bool] = msgspec.UNSET


class CreateTax(TaxFields, frozen=True, kw_only=True):
    """Add a tax; `name` and `percentage` are required, names are unique among taxes and groups."""


class UpdateTax(TaxFields, frozen=True, kw_only=True):
    """Change a tax; documents keep the percentage they were made with."""

    id: str


class DeleteTax(Target, frozen=True, kw_only=True):
    """Remove a tax that no document, item, contact or group uses."""


class ActivateTax(Target, frozen=True, kw_only=True):
    """Let a tax be used again."""


class DeactivateTax(Target, frozen=True, kw_only=True):
    """Keep a tax from being used in new documents."""


class TaxGroup(Document, frozen=True, kw_only=True, gc=False):
    """Taxes charged together, in order; `percentage` is their sum, compounding included."""

    name: str
    tax_ids: tuple[str, ...]
    percentage: Decimal
    active: bool = True


class TaxGroupFields(Command, frozen=True, kw_only=True):
    """What may be said of a tax group."""

    name: Given[str] = msgspec.UNSET
    tax_ids: Given[tuple[str, ...]] = msgspec.UNSET


class CreateTaxGroup(TaxGroupFields, frozen=True, kw_only=True):
    """Add a group of at least one tax."""


class UpdateTaxGroup(TaxGroupFields, frozen=True, kw_only=True):
    """Change a group; documents keep the taxes they were made with."""

    id: str


class DeleteTaxGroup(Target, frozen=True, kw_only=True):
    """Remove a group that nothing uses."""
