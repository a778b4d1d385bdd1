"""Documents worked out by hand: what is on them, and the figures an accountant finds. Nothing is computed here."""

from typing import Any

import msgspec

from tallystick.books.documents.settings import DiscountLevel, RoundOff, TaxRounding
from tests.books.company import D, off

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
    Sum(name="a thousandth of a thing", lines=[("0.001", "1000")], figures={"total": "1.00"}),
    Sum(
        name="two and a half percent off a line",
        lines=[("1", "200", "", "2.5%")],
        figures={"line_discount": "5.00", "total": "195.00"},
    ),
    # 9.99 − 3.2967 = 6.6933
    Sum(
        name="a third off, rounded on the line",
        lines=[("3", "3.33", "", "33%")],
        figures={"line_discount": "3.30", "subtotal": "6.69", "total": "6.69"},
    ),
    Sum(
        name="tax after a line's discount",
        lines=[("2", "50", "10", "10%")],
        figures={"subtotal": "90.00", "tax": "9.00", "total": "99.00"},
    ),
    Sum(name="a tax of 8.875 percent", lines=[("1", "1000", "8.875")], figures={"tax": "88.75", "total": "1088.75"}),
    Sum(name="a tax of nothing", lines=[("1", "50", "0")], figures={"tax": "0.00", "total": "50.00"}),
    Sum(name="half a cent of tax", lines=[("1", "0.10", "5")], figures={"tax": "0.01", "total": "0.11"}),
    Sum(
        name="ten small lines taxed once",
        lines=[("1", "0.05", "10")] * 10,
        figures={"subtotal": "0.50", "tax": "0.05", "total": "0.55"},
    ),
    Sum(
        name="ten small lines taxed each",
        lines=[("1", "0.05", "10")] * 10,
        choices={"tax_rounding": PER_LINE},
        figures={"subtotal": "0.50", "tax": "0.10", "total": "0.60"},
    ),
    # 199 at 2.5 % is 4.975, twice.
    Sum(
        name="a goods and services tax in two halves",
        lines=[("1", "199", "2.5+2.5b")],
        figures={"tax": "9.96", "total": "208.96"},
    ),
    # 1499.99 at 18 % is 269.9982.
    Sum(
        name="an integrated goods and services tax",
        lines=[("1", "1499.99", "18")],
        figures={"tax": "270.00", "total": "1769.99"},
    ),
    Sum(
        name="a price with a tax in two halves in it",
        lines=[("1", "118", "9+9b")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "100.00", "tax": "18.00", "total": "118.00"},
    ),
    # 29.97 × 5 ÷ 105 = 1.42714…
    Sum(
        name="three at a price with five percent in it",
        lines=[("3", "9.99", "5")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "28.54", "tax": "1.43", "total": "29.97"},
    ),
    Sum(
        name="a line's discount on a price with tax in it",
        lines=[("1", "120", "20", "10%")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "90.00", "tax": "18.00", "total": "108.00"},
    ),
    Sum(
        name="ten percent off two rates",
        lines=[("1", "100", "20"), ("1", "100", "10")],
        choices={"discount": off("10%"), "discount_level": DOCUMENT},
        figures={"discount": "20.00", "taxable": "180.00", "tax": "27.00", "total": "207.00"},
    ),
    Sum(
        name="an amount off after tax, beside shipping",
        lines=[("1", "100", "10")],
        choices={
            "discount": off("10"),
            "discount_level": DOCUMENT,
            "discount_before_tax": False,
            "shipping_charge": D(5),
        },
        figures={"tax": "10.00", "discount": "10.00", "total": "105.00"},
    ),
    Sum(
        name="a percentage off after tax leaves shipping alone",
        lines=[("1", "100", "10")],
        choices={
            "discount": off("10%"),
            "discount_level": DOCUMENT,
            "discount_before_tax": False,
            "shipping_charge": D(20),
        },
        figures={"discount": "11.00", "total": "119.00"},
    ),
    Sum(
        name="an adjustment, then rounded off",
        lines=[("1", "10.75")],
        choices={"adjustment": D("-0.30"), "round_off": RoundOff.WHOLE},
        figures={"round_off": "-0.45", "total": "10.00"},
    ),
    Sum(
        name="rounded off to five cents downward",
        lines=[("1", "10.02")],
        choices={"round_off": RoundOff.INCREMENT},
        figures={"round_off": "-0.02", "total": "10.00"},
    ),
    Sum(
        name="a price in yen with tax in it",
        currency="JPY",
        lines=[("1", "1080", "8")],
        choices={"tax_inclusive": True},
        figures={"subtotal": "1000", "tax": "80", "total": "1080"},
    ),
    Sum(name="half a yen goes up", currency="JPY", lines=[("1", "10.5")], figures={"total": "11"}),
    # 0.333 at 5 % is 0.01665, twice; of 0.666 it is 0.0333.
    Sum(
        name="dinars taxed on each line",
        currency="KWD",
        lines=[("1", "0.333", "5")] * 2,
        choices={"tax_rounding": PER_LINE},
        figures={"subtotal": "0.666", "tax": "0.034", "total": "0.700"},
    ),
    Sum(
        name="dinars taxed once",
        currency="KWD",
        lines=[("1", "0.333", "5")] * 2,
        figures={"subtotal": "0.666", "tax": "0.033", "total": "0.699"},
    ),
    Sum(
        name="half off before a tax on a tax",
        lines=[("1", "200", "5+10c")],
        choices={"discount": off("50%"), "discount_level": DOCUMENT},
        figures={"taxable": "100.00", "tax": "15.50", "total": "115.50"},
    ),
    Sum(
        name="a line for nothing beside a paid one",
        lines=[("1", "100", "20"), ("5", "0", "20")],
        figures={"tax": "20.00", "total": "120.00"},
    ),
    Sum(
        name="hours at a rate",
        lines=[("7.25", "85", "20")],
        figures={"subtotal": "616.25", "tax": "123.25", "total": "739.50"},
    ),
    Sum(name="a million of a thing", lines=[("1000000", "12345.67")], figures={"total": "12345670000.00"}),
]
