"""Documents worked out by hand, and what the book makes of them."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.books.documents.currency import CreateCurrency
from tallystick.books.documents.invoice import CreateInvoice
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.settings import DiscountLevel, RoundOff, TaxRounding
from tallystick.books.documents.tax import TaxKind
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, line, off

DOCUMENT = DiscountLevel.DOCUMENT
PER_LINE = TaxRounding.LINE


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """A document to work out: lines (quantity, rate, tax, discount), choices, and the figures found by hand."""

    name: str
    lines: list[tuple[str, ...]]
    choices: dict[str, Any] = {}
    shipping_tax: str = ""
    currency: str = ""
    figures: dict[str, str]


SUMS = [
    Sum(name="one line", lines=[("2", "10")], figures={"subtotal": "20.00", "total": "20.00"}),
    Sum(name="half a penny goes up", lines=[("1.5", "3.33")], figures={"subtotal": "5.00", "total": "5.00"}),
    Sum(name="each line is rounded", lines=[("3", "0.335"), ("3", "0.335")], figures={"total": "2.02"}),
    Sum(name="a third decimal in the price", lines=[("1000", "0.001")], figures={"total": "1.00"}),
    Sum(
        name="ten percent off a line",
        lines=[("3", "19.99", "", "10%")],
        figures={"subtotal": "53.97", "line_discount": "6.00", "total": "53.97"},
    ),
    Sum(
        name="an amount off a line",
        lines=[("3", "19.99", "", "5")],
        figures={"subtotal": "54.97", "line_discount": "5.00", "total": "54.97"},
    ),
    Sum(name="all of a line off", lines=[("3", "19.99", "20", "100%")], figures={"tax": "0", "total": "0"}),
    Sum(
        name="tax on a line",
        lines=[("3", "19.99", "20")],
        figures={"subtotal": "59.97", "taxable": "59.97", "tax": "11.99", "total": "71.96"},
    ),
    Sum(name="tax of half a penny", lines=[("1", "2.50", "5")], figures={"tax": "0.13", "total": "2.63"}),
    Sum(
        name="tax rounded once per tax",
        lines=[("1", "0.33", "7.5")] * 3,
        figures={"subtotal": "0.99", "tax": "0.07", "total": "1.06"},
    ),
    Sum(
        name="tax rounded on each line",
        lines=[("1", "0.33", "7.5")] * 3,
        choices={"tax_rounding": PER_LINE},
        figures={"subtotal": "0.99", "tax": "0.06", "total": "1.05"},
    ),
    Sum(
        name="two taxes",
        lines=[("1", "100", "20"), ("1", "50", "5")],
        figures={"tax": "22.50", "total": "172.50"},
    ),
    Sum(name="a group of two taxes", lines=[("1", "100", "9+9b")], figures={"tax": "18.00", "total": "118.00"}),
    Sum(
        name="a group rounded once per tax",
        lines=[("1", "0.50", "9+9b")] * 3,
        figures={"tax": "0.28", "total": "1.78"},
    ),
    Sum(
        name="a group rounded on each line",
        lines=[("1", "0.50", "9+9b")] * 3,
        choices={"tax_rounding": PER_LINE},
        figures={"tax": "0.30", "total": "1.80"},
    ),
    Sum(name="a tax on a tax", lines=[("1", "100", "5+10c")], figures={"tax": "15.50", "total": "115.50"}),
    Sum(
        name="a price with tax in it",
        lines=[("1", "120", "20")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "100.00", "subtotal_inclusive": "120.00", "tax": "20.00", "total": "120.00"},
    ),
    Sum(
        name="a price with an endless tax in it",
        lines=[("1", "10", "20")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "8.33", "tax": "1.67", "total": "10.00"},
    ),
    Sum(
        name="prices with tax in them, rounded once per tax",
        lines=[("1", "10", "20")] * 2,
        choices={"tax_inclusive": True},
        figures={"subtotal": "16.67", "tax": "3.33", "total": "20.00"},
    ),
    Sum(
        name="prices with tax in them, rounded on each line",
        lines=[("1", "10", "20")] * 2,
        choices={"tax_inclusive": True, "tax_rounding": PER_LINE},
        figures={"subtotal": "16.66", "tax": "3.34", "total": "20.00"},
    ),
    Sum(
        name="a price with a tax on a tax in it",
        lines=[("1", "115.50", "5+10c")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "100.00", "tax": "15.50", "total": "115.50"},
    ),
    Sum(
        name="ten percent off before tax",
        lines=[("1", "100", "20"), ("1", "50", "20")],
        choices={"discount": off("10%"), "discount_level": DOCUMENT},
        figures={"subtotal": "150.00", "discount": "15.00", "taxable": "135.00", "tax": "27.00", "total": "162.00"},
    ),
    Sum(
        name="ten percent off after tax",
        lines=[("1", "100", "20"), ("1", "50", "20")],
        choices={"discount": off("10%"), "discount_level": DOCUMENT, "discount_before_tax": False},
        figures={"subtotal": "150.00", "tax": "30.00", "discount": "18.00", "taxable": "150.00", "total": "162.00"},
    ),
    Sum(
        name="an amount off after tax",
        lines=[("1", "100", "20"), ("1", "50", "20")],
        choices={"discount": off("15"), "discount_level": DOCUMENT, "discount_before_tax": False},
        figures={"tax": "30.00", "discount": "15.00", "total": "165.00"},
    ),
    Sum(
        name="an amount off before tax, spread over lines",
        lines=[("1", "33.33", "20"), ("1", "33.33", "20"), ("1", "33.34", "20")],
        choices={"discount": off("10"), "discount_level": DOCUMENT},
        figures={"discount": "10.00", "taxable": "90.00", "tax": "18.00", "total": "108.00"},
    ),
    Sum(
        name="an amount off before tax, half of it untaxed",
        lines=[("1", "100", "20"), ("1", "100")],
        choices={"discount": off("20"), "discount_level": DOCUMENT},
        figures={"subtotal": "200.00", "taxable": "180.00", "tax": "18.00", "total": "198.00"},
    ),
    Sum(
        name="ten percent off prices with tax in them",
        lines=[("1", "120", "20")],
        choices={"discount": off("10%"), "discount_level": DOCUMENT, "tax_inclusive": True},
        figures={"subtotal": "100.00", "discount": "12.00", "taxable": "90.00", "tax": "18.00", "total": "108.00"},
    ),
    Sum(
        name="a document's discount is not counted when lines carry theirs",
        lines=[("1", "100", "", "10%")],
        choices={"discount": off("50%")},
        figures={"line_discount": "10.00", "discount": "0", "total": "90.00"},
    ),
    Sum(
        name="a line's discount is not counted when the document carries it",
        lines=[("1", "100", "", "10%")],
        choices={"discount": off("50%"), "discount_level": DOCUMENT},
        figures={"line_discount": "0", "discount": "50.00", "total": "50.00"},
    ),
    Sum(
        name="shipping without tax",
        lines=[("1", "100", "20")],
        choices={"shipping_charge": D(10)},
        figures={"shipping": "10.00", "tax": "20.00", "total": "130.00"},
    ),
    Sum(
        name="shipping with tax",
        lines=[("1", "100", "20")],
        choices={"shipping_charge": D(10)},
        shipping_tax="20",
        figures={"shipping": "10.00", "shipping_tax": "2.00", "tax": "22.00", "total": "132.00"},
    ),
    Sum(
        name="shipping with tax in it",
        lines=[("1", "120", "20")],
        choices={"shipping_charge": D(12), "tax_inclusive": True},
        shipping_tax="20",
        figures={"shipping": "10.00", "shipping_tax": "2.00", "tax": "22.00", "total": "132.00"},
    ),
    Sum(
        name="shipping rounds with the goods",
        lines=[("1", "0.33", "7.5"), ("1", "0.33", "7.5")],
        choices={"shipping_charge": D("0.33")},
        shipping_tax="7.5",
        figures={"shipping_tax": "0.02", "tax": "0.07", "total": "1.06"},
    ),
    Sum(
        name="an adjustment downward",
        lines=[("1", "100.40")],
        choices={"adjustment": D("-0.40")},
        figures={"adjustment": "-0.40", "total": "100.00"},
    ),
    Sum(
        name="rounded off upward",
        lines=[("1", "99.50")],
        choices={"round_off": RoundOff.WHOLE},
        figures={"round_off": "0.50", "total": "100.00"},
    ),
    Sum(
        name="rounded off downward",
        lines=[("1", "99.49")],
        choices={"round_off": RoundOff.WHOLE},
        figures={"round_off": "-0.49", "total": "99.00"},
    ),
    Sum(
        name="rounded off to five cents",
        lines=[("1", "10.03")],
        choices={"round_off": RoundOff.INCREMENT},
        figures={"round_off": "0.02", "total": "10.05"},
    ),
    Sum(
        name="yen have no decimals",
        currency="JPY",
        lines=[("3", "33.4", "10")],
        figures={"subtotal": "100", "tax": "10", "total": "110"},
    ),
    Sum(
        name="dinars have three decimals",
        currency="KWD",
        lines=[("1", "1.2345", "5")],
        figures={"subtotal": "1.235", "tax": "0.062", "total": "1.297"},
    ),
    Sum(
        name="goods taken back on the same invoice",
        lines=[("10", "1.00", "20"), ("-3", "1.00", "20")],
        figures={"subtotal": "7.00", "tax": "1.40", "total": "8.40"},
    ),
    Sum(
        name="stock written off comes to nothing",
        lines=[("-120", "0"), ("-5", "0", "20")],
        figures={"subtotal": "0", "tax": "0", "total": "0"},
    ),
    Sum(
        name="what is given and taken comes to nothing",
        lines=[("5", "2.00", "20"), ("-5", "2.00", "20")],
        figures={"subtotal": "0", "tax": "0", "total": "0"},
    ),
    Sum(
        name="everything at once",
        lines=[("3", "19.99", "20"), ("2", "7.25", "5")],
        choices={
            "discount": off("4.47"),
            "discount_level": DOCUMENT,
            "shipping_charge": D("4.99"),
            "adjustment": D("0.05"),
            "round_off": RoundOff.WHOLE,
        },
        shipping_tax="20",
        # 59.97 + 14.50 = 74.47 − 4.47 = 70.00, of it 56.37 at 20 % (with 4.99 shipping 12.272) and 13.63 at 5 %.
        figures={
            "subtotal": "74.47",
            "discount": "4.47",
            "taxable": "70.00",
            "tax": "12.95",
            "shipping": "4.99",
            "round_off": "0.01",
            "total": "88.00",
        },
    ),
]


def _taxes(company: Company, spelled: str, made: dict[str, str]) -> str:
    """Return the id of a tax spelled `20`, or of a group spelled `5+10c` (c: compound, b: another of the rate)."""
    if not spelled:
        return ""
    for part in spelled.split("+"):
        if part not in made:
            kind = TaxKind.COMPOUND if part.endswith("c") else TaxKind.SIMPLE
            made[part] = company.tax(part.rstrip("bc"), kind=kind, name=part)
    if "+" in spelled and spelled not in made:
        made[spelled] = company.tax_group(*(made[part] for part in spelled.split("+")))
    return made[spelled]


def _lines(company: Company, spelled: list[tuple[str, ...]], made: dict[str, str]) -> tuple[LineFields, ...]:
    padded = [(*each, "", "")[:4] for each in spelled]
    return tuple(
        line(quantity, rate, discount=discount, tax_id=_taxes(company, tax, made))
        for quantity, rate, tax, discount in padded
    )


@pytest.mark.parametrize("asked", SUMS, ids=lambda asked: asked.name)
def test_a_document_comes_to_what_the_hand_finds(company: Company, asked: Sum) -> None:
    made: dict[str, str] = {}
    choices = dict(asked.choices)
    if asked.currency:
        choices["currency_id"] = company.currency(asked.currency, "1.5") if asked.currency != "KWD" else _dinar(company)
    invoice = company.invoice(
        *_lines(company, asked.lines, made), shipping_tax_id=_taxes(company, asked.shipping_tax, made), **choices
    )
    found = {name: getattr(invoice.totals, name) for name in asked.figures}
    assert found == {name: D(figure) for name, figure in asked.figures.items()}
    assert invoice.balance == invoice.totals.total


def _dinar(company: Company) -> str:
    identity: str = company.do(CreateCurrency(code="KWD", rate=D("3.25"))).id
    return identity


@pytest.mark.parametrize("asked", SUMS, ids=lambda asked: asked.name)
def test_taxes_on_lines_sum_to_the_taxes_of_the_document(company: Company, asked: Sum) -> None:
    made: dict[str, str] = {}
    invoice = company.invoice(
        *_lines(company, asked.lines, made),
        shipping_tax_id=_taxes(company, asked.shipping_tax, made),
        **asked.choices,
    )
    charged: dict[str, Decimal] = {}
    for taxes in (*(each.taxes for each in invoice.lines), invoice.shipping_taxes):
        for tax in taxes:
            charged[tax.tax_id] = charged.get(tax.tax_id, D(0)) + tax.amount
    assert charged == {tax.tax_id: tax.amount for tax in invoice.taxes}
    assert sum(charged.values()) == invoice.totals.tax


def test_a_group_is_taken_apart_into_its_taxes(company: Company) -> None:
    central, state = company.tax("9", name="CGST9"), company.tax("9", name="SGST9")
    invoice = company.invoice(line("1", "200", tax_id=company.tax_group(central, state)))
    assert [(tax.name, tax.amount) for tax in invoice.taxes] == [("CGST9", D("18.00")), ("SGST9", D("18.00"))]
    assert invoice.lines[0].tax_percentage == D(18)
    assert invoice.lines[0].tax_amount == D("36.00")


def test_a_total_below_nothing_is_refused(company: Company) -> None:
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line("-1", "5"),))
    assert company.refused(asked, Reason.NEGATIVE_TOTAL).facts["total"] == "-5.00"


def test_a_discount_greater_than_the_goods_is_refused(company: Company) -> None:
    asked = CreateInvoice(
        contact_id=company.acme.id, lines=(line("1", "5"),), discount=off("6"), discount_level=DOCUMENT
    )
    company.refused(asked, Reason.NEGATIVE_TOTAL)


@pytest.mark.parametrize(
    ("discount", "reason"), [("-1", Reason.NEGATIVE_AMOUNT), ("101%", Reason.BAD_PERCENTAGE)], ids=["negative", "over"]
)
def test_an_impossible_discount_is_refused(company: Company, discount: str, reason: Reason) -> None:
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line("1", "5"), line("1", "5", discount=discount)))
    assert company.refused(asked, reason).field == "lines[1].discount"


def test_amounts_beyond_fifteen_digits_are_refused_wherever_they_arise(company: Company) -> None:
    most = "999999999999999"
    large = CreateInvoice(contact_id=company.acme.id, lines=(line(most, most),))
    assert company.refused(large, Reason.BAD_AMOUNT).field == "lines[0]"
    many = CreateInvoice(contact_id=company.acme.id, lines=(line("1", most), line("1", most)))
    assert company.refused(many, Reason.BAD_AMOUNT).field == "subtotal"
    euro = company.currency("EUR", "999999999")
    dear = CreateInvoice(contact_id=company.acme.id, currency_id=euro, lines=(line("1", most),))
    assert company.refused(dear, Reason.BAD_AMOUNT).field == "exchange_rate"
