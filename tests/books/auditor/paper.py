"""What a priced document comes to, worked out in exact fractions. What it does to the accounts is not known here."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tallystick.books.refusal import Reason
from tests.books.auditor.money import Currency, half_up

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Off:
    """A discount: an amount, or a percentage."""

    value: Fraction
    percent: bool

    def on(self, amount: Fraction) -> Fraction:
        return amount * self.value / HUNDRED if self.percent else self.value

    def reasons(self) -> set[Reason]:
        if self.value < 0:
            return {Reason.NEGATIVE_AMOUNT}
        return {Reason.BAD_PERCENTAGE} if self.percent and self.value > HUNDRED else set()


@dataclass(frozen=True)
class Levy:
    """A tax; a compound one is taken on the simple ones beside it too."""

    name: str
    percentage: Fraction
    account: str
    compound: bool = False

    def weight(self, beside: Sequence["Levy"]) -> Fraction:
        simple = sum((each.percentage for each in beside if not each.compound), Fraction(0))
        return self.percentage / HUNDRED * (1 + simple / HUNDRED if self.compound else 1)


@dataclass(frozen=True)
class Row:
    account: str
    quantity: Fraction
    price: Fraction
    off: Off | None = None
    levies: tuple[Levy, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A priced document; discounts count on its rows, or else once on the whole."""

    currency: Currency
    rows: tuple[Row, ...]
    inclusive: bool = False
    tax_per_row: bool = False
    off_on_rows: bool = True
    off: Off | None = None
    off_before_tax: bool = True
    shipping: Fraction = Fraction(0)
    shipping_levies: tuple[Levy, ...] = ()
    adjustment: Fraction = Fraction(0)
    round_to: Fraction | None = None
    discount_account: str = "Discount"


@dataclass(frozen=True)
class Worth:
    """The total and what each account earns of it, in smallest units."""

    total: int
    earned: dict[str, int] = field(default_factory=dict)


class _Levied:
    """Taxes as they add up: rounded on each row, or once a tax and then given to rows as the sum grows."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._exact: dict[str, Fraction] = defaultdict(Fraction)
        self.by_account: dict[str, int] = {}

    def on(self, amount: int, levies: tuple[Levy, ...]) -> int:
        charged = 0
        inside = 1 + sum(each.weight(levies) for each in levies) if self._paper.inclusive else 1
        for each in levies:
            exact = amount * each.weight(levies) / inside
            if self._paper.tax_per_row:
                grown = half_up(exact)
            else:
                before = half_up(self._exact[each.name])
                self._exact[each.name] += exact
                grown = half_up(self._exact[each.name]) - before
            self.by_account[each.account] = self.by_account.get(each.account, 0) + grown
            charged += grown
        return charged


def reasons(paper: Paper) -> set[Reason]:
    """Say what is wrong with a priced document."""
    found = {Reason.NEGATIVE_AMOUNT} if paper.shipping < 0 else set()
    for off in (paper.off, *(row.off for row in paper.rows)):
        found |= off.reasons() if off else set()
    if not paper.rows:
        return found | {Reason.NO_LINES}
    return found or ({Reason.NEGATIVE_TOTAL} if work_out(paper).total < 0 else set())


def _amount(paper: Paper, row: Row) -> int:
    gross = row.quantity * row.price
    return paper.currency.units(gross - (row.off.on(gross) if row.off and paper.off_on_rows else 0))


def _shares(discount: int, amounts: Sequence[int]) -> list[int]:
    """Spread a discount in proportion: every row takes what the rounded share of all rows so far grows by."""
    whole, sofar, given, shares = sum(amounts), 0, 0, []
    for amount in amounts:
        sofar += amount
        upto = half_up(Fraction(discount * sofar, whole))
        shares.append(upto - given)
        given = upto
    return shares


def work_out(paper: Paper) -> Worth:
    """Return what a document comes to."""
    amounts = [_amount(paper, row) for row in paper.rows]
    goods = sum(amounts)
    off = None if paper.off_on_rows else paper.off
    discount = _discount(paper, off, goods) if paper.off_before_tax else 0
    spread = discount > 0 and goods > 0
    shares = _shares(discount, amounts) if spread else [0] * len(amounts)

    levied = _Levied(paper)
    taxes = [
        levied.on(amount - share, row.levies) for row, amount, share in zip(paper.rows, amounts, shares, strict=True)
    ]
    inside = taxes
    if spread and paper.inclusive:
        gross = _Levied(paper)
        inside = [gross.on(amount, row.levies) for row, amount in zip(paper.rows, amounts, strict=True)]
    earned: dict[str, int] = {}
    for row, amount, tax in zip(paper.rows, amounts, inside, strict=True):
        _earn(earned, row.account, amount - tax if paper.inclusive else amount)

    with_tax = goods if paper.inclusive else goods + sum(taxes)
    if not paper.off_before_tax:
        discount = _discount(paper, off, with_tax)
    shipping = paper.currency.units(paper.shipping)
    shipping_tax = levied.on(shipping, paper.shipping_levies) if shipping else 0
    charged = shipping if paper.inclusive else shipping + shipping_tax
    adjustment = paper.currency.units(paper.adjustment)
    before = with_tax - discount + charged + adjustment
    rounding = _rounded(paper, before) - before
    total = before + rounding
    for account, tax in levied.by_account.items():
        _earn(earned, account, tax)
    _earn(earned, "Shipping Charge", charged - shipping_tax)
    _earn(earned, "Other Charges", adjustment + rounding)
    # A discount on prices with tax in them is partly tax, so it carries whatever is left.
    _earn(earned, paper.discount_account, total - sum(earned.values()))
    return Worth(total, earned)


def _discount(paper: Paper, off: Off | None, amount: int) -> int:
    return paper.currency.units(off.on(Fraction(amount, paper.currency.unit))) if off else 0


def _rounded(paper: Paper, amount: int) -> int:
    if paper.round_to is None:
        return amount
    step = paper.round_to * paper.currency.unit
    return half_up(half_up(amount / step) * step)


def _earn(earned: dict[str, int], account: str, amount: int) -> None:
    if amount:
        earned[account] = earned.get(account, 0) + amount
