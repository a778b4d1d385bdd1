"""The arithmetic of a priced document: lines, discounts, taxes, shipping, adjustment, round-off, total. Pure.

No name is looked up here and nothing is refused but a figure too large; rounding itself is `model.money`'s.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import msgspec
from msgspec.structs import replace

from tallystick.books.documents.line import AppliedTax, Discount, Totals
from tallystick.books.documents.settings import RoundOff
from tallystick.books.documents.tax import TaxKind
from tallystick.books.refusal import Reason, Refused
from tallystick.model.money import DIGITS_MAX, ZERO, round_money

AMOUNT_MAX: Final = Decimal(10) ** DIGITS_MAX
_HUNDRED: Final = Decimal(100)
_NOISE_PLACES: Final = 9
"""A tax taken out of an inclusive price is an endless fraction; beyond these places a sum's digits are noise."""


class TaxPart(msgspec.Struct, frozen=True, gc=False):
    """One tax of a line's tax, a group taken apart; `factor` times the taxable amount is the tax."""

    tax_id: str
    name: str
    percentage: Decimal
    account_id: str
    factor: Decimal


class TaxPlan(msgspec.Struct, frozen=True, gc=False):
    """How a tax or group is computed; `factor` is the sum of its parts' factors."""

    name: str
    percentage: Decimal
    parts: tuple[TaxPart, ...]
    factor: Decimal


NO_TAX: Final = TaxPlan("", ZERO, (), ZERO)


def plan_tax(name: str, percentage: Decimal, members: Sequence[tuple[str, str, Decimal, str, TaxKind]]) -> TaxPlan:
    """Return the plan for taxes given as (id, name, percentage, account id, kind).

    A compound tax is taken on the taxable amount and the simple taxes beside it.
    """
    simple = sum((share / _HUNDRED for _, _, share, _, kind in members if kind is TaxKind.SIMPLE), ZERO)
    parts = tuple(
        TaxPart(
            tax_id, part_name, share, account_id,
            share / _HUNDRED * (1 + simple if kind is TaxKind.COMPOUND else 1),
        )
        for tax_id, part_name, share, account_id, kind in members
    )  # fmt: skip
    return TaxPlan(name, percentage, parts, sum((part.factor for part in parts), ZERO))


class Priced(msgspec.Struct, frozen=True, gc=False):
    """A line as far as arithmetic is concerned."""

    quantity: Decimal
    rate: Decimal
    discount: Discount | None
    tax: TaxPlan


class LineFigures(msgspec.Struct, frozen=True, gc=False):
    """What the arithmetic says of one line; the meaning of each stands at `documents.line.Line`."""

    discount_amount: Decimal
    amount: Decimal
    net: Decimal
    taxable: Decimal
    tax_amount: Decimal
    taxes: tuple[AppliedTax, ...]


class Pricing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a document's figures are to be computed. `discount` is the document's, None when lines carry theirs."""

    places: int
    tax_inclusive: bool = False
    tax_per_line: bool = False
    discount: Discount | None = None
    discount_before_tax: bool = True
    shipping_charge: Decimal = ZERO
    shipping_tax: TaxPlan = NO_TAX
    adjustment: Decimal = ZERO
    round_off: RoundOff = RoundOff.NONE
    round_off_increment: Decimal = Decimal("0.05")


class Figures(msgspec.Struct, frozen=True, gc=False):
    """All figures of a document: its lines, its taxes per tax, the taxes on shipping alone, its totals."""

    lines: tuple[LineFigures, ...]
    taxes: tuple[AppliedTax, ...]
    shipping_taxes: tuple[AppliedTax, ...]
    totals: Totals


class _TaxSheet:
    """Taxes of one document as they add up, rounded per line or once per tax.

    Rounded once per tax, each line is given the growth of the rounded running sum, so that the lines' taxes always
    sum to the document's to the last minor unit.
    """

    __slots__ = ("_exact", "_per_line", "_places", "inclusive", "parts", "rounded")

    def __init__(self, pricing: Pricing) -> None:
        self._places = pricing.places
        self.inclusive = pricing.tax_inclusive
        self._per_line = pricing.tax_per_line
        self._exact: dict[str, Decimal] = {}
        self.rounded: dict[str, Decimal] = {}
        self.parts: dict[str, TaxPart] = {}

    def charge(self, amount: Decimal, plan: TaxPlan) -> tuple[AppliedTax, ...]:
        """Return the taxes on an amount (tax inside it when prices include tax) and add them to the sheet."""
        applied = []
        for part in plan.parts:
            exact = amount * part.factor
            if self.inclusive:
                exact /= 1 + plan.factor
            before = self.rounded.get(part.tax_id, ZERO)
            if self._per_line:
                after = before + self._round(exact)
            else:
                self._exact[part.tax_id] = running = self._exact.get(part.tax_id, ZERO) + exact
                after = self._round(running)
            self.rounded[part.tax_id] = after
            self.parts[part.tax_id] = part
            applied.append(AppliedTax(part.tax_id, part.name, part.percentage, after - before, part.account_id))
        return tuple(applied)

    def _round(self, tax: Decimal) -> Decimal:
        """Return a tax rounded; parts of a half that were endless fractions must still sum to a half."""
        return round_money(round_money(tax, _NOISE_PLACES) if self.inclusive else tax, self._places)

    def summed(self) -> tuple[AppliedTax, ...]:
        """Return each tax once with its amount over the document."""
        return tuple(
            AppliedTax(tax_id, part.name, part.percentage, self.rounded[tax_id], part.account_id)
            for tax_id, part in self.parts.items()
        )


def _refuse_too_large(field: str, amount: Decimal) -> None:
    if abs(amount) >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field=field, amount=str(amount), digits_max=DIGITS_MAX)


def _tax_sum(taxes: tuple[AppliedTax, ...]) -> Decimal:
    if not taxes:
        return ZERO
    if len(taxes) == 1:
        return taxes[0].amount
    return sum((tax.amount for tax in taxes), ZERO)


def discount_on(amount: Decimal, discount: Discount | None) -> Decimal:
    """Return the exact discount on an amount; a percentage of a negative amount is negative."""
    if discount is None:
        return ZERO
    return amount * discount.value / _HUNDRED if discount.percent else discount.value


def _price(lines: Sequence[Priced], places: int) -> list[tuple[Decimal, Decimal]]:
    """Return each line's own discount and its amount after it, both rounded."""
    priced = []
    for index, line in enumerate(lines):
        gross = line.quantity * line.rate
        if gross >= AMOUNT_MAX or gross <= -AMOUNT_MAX:
            _refuse_too_large(f"lines[{index}]", gross)
        if line.discount is None:
            priced.append((ZERO, round_money(gross, places)))
        else:
            off = discount_on(gross, line.discount)
            priced.append((round_money(off, places), round_money(gross - off, places)))
    return priced


def _shares(amounts: Sequence[Decimal], whole: Decimal, part: Decimal, places: int) -> list[Decimal]:
    """Split a part over amounts in proportion, each share the growth of the rounded running split."""
    shares = []
    running, given = ZERO, ZERO
    for amount in amounts:
        running += amount
        upto = round_money(part * running / whole, places)
        shares.append(upto - given)
        given = upto
    return shares


def _round_off(total: Decimal, pricing: Pricing) -> Decimal:
    """Return what has to be added to a total to round it off."""
    if pricing.round_off is RoundOff.NONE:
        return ZERO
    step = pricing.round_off_increment if pricing.round_off is RoundOff.INCREMENT else Decimal(1)
    return round_money(round_money(total / step, 0) * step, pricing.places) - total


def compute(lines: Sequence[Priced], pricing: Pricing) -> Figures:
    """Return every figure of a document.

    With prices that exclude tax: total = subtotal − discount + tax + shipping + adjustment + round-off; with prices
    that include it: total = subtotal_inclusive − discount + shipping + shipping tax + adjustment + round-off. A
    percentage before tax is of the lines' sum, after tax of that sum with tax.
    """
    places = pricing.places
    priced = _price(lines, places)
    amounts = [amount for _, amount in priced]
    summed = sum(amounts, ZERO)
    # Lines that cancel out are large all the same in the accounts they name.
    _refuse_too_large("subtotal", sum(map(abs, amounts), ZERO))
    early = pricing.discount if pricing.discount_before_tax else None
    discount = round_money(discount_on(summed, early), places) if early else ZERO
    spread = discount > 0 and summed > 0
    shares = _shares(amounts, summed, discount, places) if spread else [ZERO] * len(amounts)

    sheet = _TaxSheet(pricing)
    taxed = [_taxed(line, priced[index], shares[index], sheet) for index, line in enumerate(lines)]
    if spread and pricing.tax_inclusive:
        taxed = _with_net_before_discount(lines, taxed, _TaxSheet(pricing))
    tax_total = sum((line.tax_amount for line in taxed if line.taxes), ZERO)
    goods = summed if pricing.tax_inclusive else summed + tax_total
    if pricing.discount and not pricing.discount_before_tax:
        discount = round_money(discount_on(goods, pricing.discount), places)

    shipping_taxes = sheet.charge(pricing.shipping_charge, pricing.shipping_tax) if pricing.shipping_charge else ()
    shipping_tax = _tax_sum(shipping_taxes)
    shipping = pricing.shipping_charge - shipping_tax if pricing.tax_inclusive else pricing.shipping_charge
    before = goods - discount + shipping + shipping_tax + pricing.adjustment
    round_off = _round_off(before, pricing)
    total = round_money(before + round_off, places)
    _refuse_too_large("total", total)
    totals = Totals(
        subtotal=sum((line.net for line in taxed), ZERO),
        subtotal_inclusive=summed if pricing.tax_inclusive else ZERO,
        line_discount=sum((off for off, _ in priced if off), ZERO),
        discount=discount,
        taxable=sum((line.taxable for line in taxed), ZERO),
        tax=tax_total + shipping_tax,
        shipping=shipping,
        shipping_tax=shipping_tax,
        adjustment=pricing.adjustment,
        round_off=round_off,
        total=total,
    )
    return Figures(tuple(taxed), sheet.summed(), shipping_taxes, totals)


def _taxed(line: Priced, priced: tuple[Decimal, Decimal], share: Decimal, sheet: _TaxSheet) -> LineFigures:
    """Return a line's figures, its taxes charged on what is left after its share of the document's discount."""
    discount_amount, amount = priced
    base = amount - share if share else amount
    taxes = sheet.charge(base, line.tax) if line.tax.parts else ()
    tax_amount = _tax_sum(taxes)
    taxable = base - tax_amount if sheet.inclusive and taxes else base
    return LineFigures(discount_amount, amount, amount if share else taxable, taxable, tax_amount, taxes)


def _with_net_before_discount(
    lines: Sequence[Priced], taxed: Sequence[LineFigures], sheet: _TaxSheet
) -> list[LineFigures]:
    """Return lines whose net is what the price held without tax before the document's discount was taken."""
    return [
        replace(figures, net=figures.amount - _tax_sum(sheet.charge(figures.amount, line.tax)))
        for line, figures in zip(lines, taxed, strict=True)
    ]


def mirror(totals: Totals, rate: Decimal, places: int, *, base_places: int) -> Totals:
    """Return totals in the base currency, each figure converted and rounded for itself.

    Raises Refused when the rate makes a figure too large.
    """
    if rate == 1 and base_places >= places:
        return totals
    _refuse_too_large("exchange_rate", totals.total * rate)
    _refuse_too_large("exchange_rate", totals.subtotal * rate)
    return Totals(
        **{
            name: round_money(amount * rate, base_places) if (amount := getattr(totals, name)) else ZERO
            for name in totals.__struct_fields__
        }
    )
