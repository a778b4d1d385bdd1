"""What commands about taxes and tax groups do. No tax is computed here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.tax import (
    ActivateTax,
    CreateTax,
    CreateTaxGroup,
    DeactivateTax,
    DeleteTax,
    DeleteTaxGroup,
    Tax,
    TaxGroup,
    TaxKind,
    UpdateTax,
    UpdateTaxGroup,
)
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, deletes, given, new_stamp, required_name, sets_active, stamp
from tallystick.books.totals import TaxPlan, plan_tax
from tallystick.books.work import Work

PERCENTAGE_MAX: Final = Decimal(100)
GROUP_TAXES_MAX: Final = 20


def _check(work: Work, tax: Tax | TaxGroup) -> None:
    """Raise Refused when a name is taken by a tax or a group, or a tax's percentage or account will not do."""
    for kind in (Kind.TAX, Kind.TAX_GROUP):
        work.refuse_taken(kind, "name", tax.name, own_id=tax.id, reason=Reason.DUPLICATE_NAME)
    if isinstance(tax, Tax):
        if not 0 <= tax.percentage <= PERCENTAGE_MAX:
            raise Refused(Reason.BAD_PERCENTAGE, field="percentage", percentage=str(tax.percentage))
        if tax.account_id:
            work.account(tax.account_id, "account_id")


def create_tax(work: Work, command: CreateTax) -> Tax:
    """Add a tax."""
    if isinstance(command.percentage, UnsetType):
        raise Refused(Reason.REQUIRED, field="percentage")
    tax = Tax(
        id=work.new_id(),
        name=required_name(command.name),
        percentage=command.percentage,
        kind=chosen(command.kind, TaxKind.SIMPLE),
        account_id=chosen(command.account_id, ""),
        authority=chosen(command.authority, ""),
        is_value_added=chosen(command.is_value_added, False),
        **new_stamp(work),
    )
    _check(work, tax)
    work.put(Kind.TAX, tax)
    return tax


def update_tax(work: Work, command: UpdateTax) -> Tax:
    """Change a tax, and with it the percentage of every group it is in."""
    old: Tax = work.find(Kind.TAX, command.id)
    new = replace(old, **given(command), **stamp(work))
    if command.name is not UNSET:
        new = replace(new, name=required_name(command.name))
    _check(work, new)
    work.put(Kind.TAX, new)
    for group in list(work.all(Kind.TAX_GROUP)):
        if new.id in group.tax_ids:
            work.put(Kind.TAX_GROUP, replace(group, percentage=_percentage(work, group.tax_ids), **stamp(work)))
    return new


def _members(work: Work, tax_ids: Sequence[str]) -> list[Tax]:
    return [work.find(Kind.TAX, tax_id, f"tax_ids[{index}]") for index, tax_id in enumerate(tax_ids)]


def _percentage(work: Work, tax_ids: Sequence[str]) -> Decimal:
    return _plan("", _members(work, tax_ids), "").factor * 100


def create_tax_group(work: Work, command: CreateTaxGroup) -> TaxGroup:
    """Add a group."""
    group = TaxGroup(
        id=work.new_id(),
        name=required_name(command.name),
        tax_ids=chosen(command.tax_ids, ()),
        percentage=Decimal(0),
        **new_stamp(work),
    )
    return _put_group(work, group)


def update_tax_group(work: Work, command: UpdateTaxGroup) -> TaxGroup:
    """Change a group."""
    old: TaxGroup = work.find(Kind.TAX_GROUP, command.id)
    new = replace(old, **given(command), **stamp(work))
    if command.name is not UNSET:
        new = replace(new, name=required_name(command.name))
    return _put_group(work, new)


def _put_group(work: Work, group: TaxGroup) -> TaxGroup:
    if not group.tax_ids:
        raise Refused(Reason.REQUIRED, field="tax_ids")
    if len(group.tax_ids) > GROUP_TAXES_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="tax_ids", parts=len(group.tax_ids), parts_max=GROUP_TAXES_MAX)
    if len(set(group.tax_ids)) < len(group.tax_ids):
        raise Refused(Reason.DUPLICATE_NAME, field="tax_ids")
    _check(work, group)
    group = replace(group, percentage=_percentage(work, group.tax_ids))
    work.put(Kind.TAX_GROUP, group)
    return group


def _plan(name: str, taxes: Sequence[Tax], default_account_id: str, percentage: Decimal | None = None) -> TaxPlan:
    members = [(tax.id, tax.name, tax.percentage, tax.account_id or default_account_id, tax.kind) for tax in taxes]
    return plan_tax(name, Decimal(0) if percentage is None else percentage, members)


def tax_plan(work: Work, tax_id: str, field: str, default_account_id: str, *, kept: frozenset[str]) -> TaxPlan:
    """Return how a tax or group is computed.

    Raises Refused when it is unknown, or inactive and not in `kept`.
    """
    group: TaxGroup | None = work.get(Kind.TAX_GROUP, tax_id)
    if group is None:
        tax: Tax = work.active(Kind.TAX, tax_id, field, kept=kept)
        return _plan(tax.name, [tax], default_account_id, tax.percentage)
    work.active(Kind.TAX_GROUP, tax_id, field, kept=kept)
    return _plan(group.name, _members(work, group.tax_ids), default_account_id, group.percentage)


RULES: Final[dict[type, Rule]] = {
    CreateTax: create_tax,
    UpdateTax: update_tax,
    DeleteTax: deletes(Kind.TAX),
    ActivateTax: sets_active(Kind.TAX, active=True),
    DeactivateTax: sets_active(Kind.TAX, active=False),
    CreateTaxGroup: create_tax_group,
    UpdateTaxGroup: update_tax_group,
    DeleteTaxGroup: deletes(Kind.TAX_GROUP),
}
