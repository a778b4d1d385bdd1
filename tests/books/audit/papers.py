"""Priced documents drawn at random, as a command says them and as the auditor reads them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tallystick.books.documents.line import Discount, LineFields
from tallystick.books.documents.settings import DiscountLevel, RoundOff, TaxRounding
from tests.books.audit.stage import Stage
from tests.books.auditor.money import Currency
from tests.books.auditor.paper import Off, Paper, Row

INCOME = ("Sales", "General Income", "Interest Income")
COST = ("Office Supplies", "Rent Expense", "Cost of Goods Sold")
ROUND_TO = {RoundOff.NONE: None, RoundOff.WHOLE: Fraction(1), RoundOff.INCREMENT: Fraction("0.05")}


def draw_paper(
    stage: Stage, currency: Currency, accounts: Sequence[str], discount: str
) -> tuple[Paper, dict[str, Any]]:
    """Return a priced document for the auditor, and the fields that say it."""
    rows: list[Row] = []
    lines: list[LineFields] = []
    for _ in range(stage.random.choice((1, 1, 2, 3, 4))):
        row, line = _draw_row(stage, currency, accounts)
        times = stage.one((1, 1, 1, 3))
        rows += [row] * times
        lines += [line] * times
    off = _draw_discount(stage, currency)
    on_rows, early, inclusive, per_row = (stage.chance(50) for _ in range(4))
    shipping = stage.amount(currency, 2_000) if stage.chance(30) else Decimal(0)
    if stage.chance(2):
        shipping = Decimal(-1)
    adjustment = stage.amount(currency, 200) * stage.one((1, -1)) if stage.chance(20) else Decimal(0)
    shipping_tax = stage.one(list(stage.taxes)) if stage.chance(50) else ""
    round_off = stage.one((RoundOff.NONE, RoundOff.NONE, RoundOff.WHOLE, RoundOff.INCREMENT))
    paper = Paper(
        currency=currency,
        rows=tuple(rows),
        inclusive=inclusive,
        tax_per_row=per_row,
        off_on_rows=on_rows,
        off=_off(off),
        off_before_tax=early,
        shipping=Fraction(shipping),
        shipping_levies=stage.taxes[shipping_tax],
        adjustment=Fraction(adjustment),
        round_to=ROUND_TO[round_off],
        discount_account=discount,
    )
    said = {
        "lines": tuple(lines),
        "tax_inclusive": inclusive,
        "tax_rounding": TaxRounding.LINE if per_row else TaxRounding.DOCUMENT,
        "discount_level": DiscountLevel.LINE if on_rows else DiscountLevel.DOCUMENT,
        "discount": off,
        "discount_before_tax": early,
        "shipping_charge": shipping,
        "shipping_tax_id": shipping_tax,
        "adjustment": adjustment,
        "round_off": round_off,
    }
    return paper, said


def _draw_row(stage: Stage, currency: Currency, accounts: Sequence[str]) -> tuple[Row, LineFields]:
    name, account_id = stage.account(*accounts)
    tax_id = stage.one(list(stage.taxes))
    quantity = Decimal(stage.one(("1", "1", "2", "3", "0.5", "1.255", "-1", "0")))
    price = Decimal(stage.random.randint(1, stage.one((9, 300, 9_999)))).scaleb(-currency.places)
    if stage.chance(10):
        price /= 8
    off = _draw_discount(stage, currency)
    row = Row(name, Fraction(quantity), Fraction(price), _off(off), stage.taxes[tax_id])
    return row, LineFields(quantity=quantity, rate=price, discount=off, tax_id=tax_id, account_id=account_id)


def _draw_discount(stage: Stage, currency: Currency) -> Discount | None:
    if stage.chance(60):
        return None
    if stage.chance(3):
        return stage.one((Discount(Decimal(-1)), Discount(Decimal(101), percent=True)))
    if stage.chance(50):
        return Discount(Decimal(stage.one(("10", "2.5", "33", "100", "12.345"))), percent=True)
    return Discount(stage.amount(currency, 200))


def _off(discount: Discount | None) -> Off | None:
    return Off(Fraction(discount.value), discount.percent) if discount else None
