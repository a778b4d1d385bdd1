"""How amounts are written."""

from decimal import Decimal

import pytest

from tallystick.insight.amount import Currency, amount_text, currency_of, short_text

POUND = Currency(code="GBP", symbol="£", places=2)
YEN = Currency(code="JPY", symbol="¥", places=0)
FRANC = Currency(code="CHF")
DINAR = Currency(code="BHD", symbol="BD", places=3)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234567.5", POUND, "£1,234,567.50"),
        ("-12", POUND, "−£12.00"),
        ("0", POUND, "£0.00"),
        ("-0.00", POUND, "£0.00"),
        ("-0.004", POUND, "£0.00"),
        ("0.125", POUND, "£0.13"),
        ("1500", YEN, "¥1,500"),
        ("9.9", FRANC, "CHF\N{NO-BREAK SPACE}9.90"),
        ("1.0005", DINAR, "BD\N{NO-BREAK SPACE}1.001"),
        ("99999999999999.99", POUND, "£99,999,999,999,999.99"),
    ],
)
def test_an_amount_is_written_whole_in_its_currency(amount: str, currency: Currency, text: str) -> None:
    assert amount_text(Decimal(amount), currency) == text


def test_a_currency_brings_its_sign_and_its_places() -> None:
    assert amount_text(Decimal("1500.5"), currency_of("EUR")) == "€1,500.50"
    assert amount_text(Decimal(1500), currency_of("JPY")) == "¥1,500"
    assert amount_text(Decimal(1500), currency_of("SEK")) == "SEK\N{NO-BREAK SPACE}1,500.00"
    assert amount_text(Decimal("0.001"), currency_of("GBP", places=3)) == "£0.001"
    assert amount_text(Decimal("-7.5"), currency_of(None)) == "−7.50"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "£0"),
        ("250", "£250"),
        ("0.02", "£0.02"),
        ("20000", "£20k"),
        ("-1500", "−£1.5k"),
        ("2E+6", "£2m"),
        ("5000000000", "£5bn"),
        ("1E+14", "£100,000bn"),
    ],
)
def test_an_axis_writes_round_amounts_short(amount: str, text: str) -> None:
    assert short_text(Decimal(amount), POUND) == text
