"""Documents worked out by hand that combine discounts, taxes, prices with tax in them, shipping and currencies."""

from tallystick.books.documents.settings import RoundOff
from tests.books.company import D, off
from tests.books.sums import DOCUMENT, PER_LINE, Sum

EARLY = {"discount_level": DOCUMENT}
LATE = {"discount_level": DOCUMENT, "discount_before_tax": False}
INCLUSIVE = {"tax_inclusive": True}

COMBINED = [
    # Shares of 22.50 are 12.00 and 10.50; 108 ÷ 6 = 18 and 94.50 ÷ 21 = 4.50.
    Sum(
        name="an amount off before tax, two taxes in the prices",
        lines=[("1", "120", "20"), ("1", "105", "5")],
        choices={"discount": off("22.50"), **EARLY, **INCLUSIVE},
        figures={
            "subtotal": "200.00",
            "subtotal_inclusive": "225.00",
            "discount": "22.50",
            "taxable": "180.00",
            "tax": "22.50",
            "total": "202.50",
        },
    ),
    Sum(
        name="ten percent off after tax, tax in the price",
        lines=[("1", "120", "20")],
        choices={"discount": off("10%"), **LATE, **INCLUSIVE},
        figures={"subtotal": "100.00", "tax": "20.00", "discount": "12.00", "total": "108.00"},
    ),
    Sum(
        name="an amount off after tax, tax in the price",
        lines=[("1", "120", "20")],
        choices={"discount": off("5"), **LATE, **INCLUSIVE},
        figures={"subtotal": "100.00", "tax": "20.00", "discount": "5.00", "total": "115.00"},
    ),
    Sum(
        name="an amount off a line, tax in the price",
        lines=[("1", "60", "20", "6")],
        choices=INCLUSIVE,
        figures={"line_discount": "6.00", "subtotal": "45.00", "tax": "9.00", "total": "54.00"},
    ),
    # 11.55 holds 0.50 of the simple and 1.05 of the compound tax.
    Sum(
        name="taxes on a tax in the prices, rounded on each line",
        lines=[("1", "11.55", "5+10c")] * 2,
        choices={**INCLUSIVE, "tax_rounding": PER_LINE},
        figures={"subtotal": "20.00", "tax": "3.10", "total": "23.10"},
    ),
    # 0.4995 + 1.04895 once; on each line 0.1665 + 0.34965.
    Sum(
        name="a tax on a tax rounded once per tax",
        lines=[("1", "3.33", "5+10c")] * 3,
        figures={"subtotal": "9.99", "tax": "1.55", "total": "11.54"},
    ),
    Sum(
        name="a tax on a tax rounded on each line",
        lines=[("1", "3.33", "5+10c")] * 3,
        choices={"tax_rounding": PER_LINE},
        figures={"subtotal": "9.99", "tax": "1.56", "total": "11.55"},
    ),
    # 0.15 ÷ 6 is half a penny over, though no part of it is.
    Sum(
        name="three prices whose endless taxes come to a half",
        lines=[("1", "0.05", "20")] * 3,
        choices=INCLUSIVE,
        figures={"subtotal": "0.12", "tax": "0.03", "total": "0.15"},
    ),
    # 102.07 × 9 ÷ 118 is 7.785, for each of the two taxes.
    Sum(
        name="prices whose endless taxes of a group come to a half each",
        lines=[("1", "32.20", "9+9b"), ("1", "30.43", "9+9b"), ("1", "39.44", "9+9b")],
        choices=INCLUSIVE,
        figures={"subtotal": "86.49", "tax": "15.58", "total": "102.07"},
    ),
    Sum(
        name="shipping with a group of taxes",
        lines=[("1", "100", "9+9b")],
        choices={"shipping_charge": D(10)},
        shipping_tax="9+9b",
        figures={"shipping_tax": "1.80", "tax": "19.80", "total": "129.80"},
    ),
    Sum(
        name="shipping with a tax of its own",
        lines=[("1", "100", "20")],
        choices={"shipping_charge": D("9.99")},
        shipping_tax="5",
        figures={"shipping_tax": "0.50", "tax": "20.50", "total": "130.49"},
    ),
    Sum(
        name="shipping rounded for itself",
        lines=[("1", "0.33", "7.5")] * 2,
        choices={"shipping_charge": D("0.33"), "tax_rounding": PER_LINE},
        shipping_tax="7.5",
        figures={"shipping_tax": "0.02", "tax": "0.06", "total": "1.05"},
    ),
    Sum(
        name="a discount before tax leaves shipping alone",
        lines=[("1", "100", "20")],
        choices={"discount": off("10%"), **EARLY, "shipping_charge": D(10)},
        shipping_tax="20",
        figures={"taxable": "90.00", "tax": "20.00", "total": "120.00"},
    ),
    # Shares 3.33, 3.34, 3.33; 8.875 % of 6.67 and 6.66 is 0.59 each, of 20.00 it is 1.775.
    Sum(
        name="an amount off before tax, rounded on each line",
        lines=[("1", "10", "8.875")] * 3,
        choices={"discount": off("10"), **EARLY, "tax_rounding": PER_LINE},
        figures={"taxable": "20.00", "tax": "1.77", "total": "21.77"},
    ),
    Sum(
        name="an amount off before tax, rounded once",
        lines=[("1", "10", "8.875")] * 3,
        choices={"discount": off("10"), **EARLY},
        figures={"taxable": "20.00", "tax": "1.78", "total": "21.78"},
    ),
    Sum(
        name="ten percent off goods of which some came back",
        lines=[("1", "100", "20"), ("-1", "20", "20")],
        choices={"discount": off("10%"), **EARLY},
        figures={"subtotal": "80.00", "discount": "8.00", "taxable": "72.00", "tax": "14.40", "total": "86.40"},
    ),
    Sum(
        name="all of it off before tax",
        lines=[("3", "19.99", "20")],
        choices={"discount": off("100%"), **EARLY},
        figures={"subtotal": "59.97", "discount": "59.97", "tax": "0", "total": "0"},
    ),
    # 10 % of 999 is 99.9, of what is left 899 the tax is 89.9.
    Sum(
        name="ten percent off in yen",
        currency="JPY",
        lines=[("3", "333", "10")],
        choices={"discount": off("10%"), **EARLY},
        figures={"subtotal": "999", "discount": "100", "taxable": "899", "tax": "90", "total": "989"},
    ),
    Sum(
        name="shipping and an adjustment in yen",
        currency="JPY",
        lines=[("1", "1000", "10")],
        choices={"shipping_charge": D(500), "adjustment": D(-50)},
        shipping_tax="10",
        figures={"shipping_tax": "50", "tax": "150", "total": "1600"},
    ),
    Sum(
        name="yen taxed on each line",
        currency="JPY",
        lines=[("1", "105", "8")] * 3,
        choices={"tax_rounding": PER_LINE},
        figures={"tax": "24", "total": "339"},
    ),
    Sum(name="yen taxed once", currency="JPY", lines=[("1", "105", "8")] * 3, figures={"tax": "25", "total": "340"}),
    # 1 ÷ 21 = 0.047619…
    Sum(
        name="dinars with tax in the price",
        currency="KWD",
        lines=[("1", "1", "5")],
        choices=INCLUSIVE,
        figures={"subtotal": "0.952", "tax": "0.048", "total": "1.000"},
    ),
    # 3.333 − 0.3333 = 2.9997
    Sum(
        name="ten percent off a line in dinars",
        currency="KWD",
        lines=[("3", "1.111", "", "10%")],
        figures={"line_discount": "0.333", "subtotal": "3.000", "total": "3.000"},
    ),
    # 1.234 + 0.0617 = 1.296, less 0.100 is 1.196.
    Sum(
        name="dinars off after tax, then rounded off",
        currency="KWD",
        lines=[("1", "1.234", "5")],
        choices={"discount": off("0.1"), **LATE, "round_off": RoundOff.INCREMENT},
        figures={"tax": "0.062", "discount": "0.100", "round_off": "0.004", "total": "1.200"},
    ),
]
