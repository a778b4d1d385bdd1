"""The retailer's file as documents: what kind they are, whose they are, and what they come to."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tools import retail
from tools.retail import Kind, RetailError

Write = Callable[[list[list[str]]], Path]
UK = "United Kingdom"


def row(
    number: str, quantity: str, price: str, *, customer: str = "17850.0", at: str = "2010-12-01 08:26:00"
) -> list[str]:
    return [number, "85123A", " WHITE  HANGING HEART ", quantity, at, price, customer, UK]


def test_a_number_says_what_a_document_is(write_file: Write) -> None:
    path = write_file([row("536365", "6", "2.55"), row("C536379", "-1", "27.50"), row("A563185", "1", "11062.06")])
    assert [(document.number, document.kind, document.total) for document in retail.read(path)] == [
        ("536365", Kind.INVOICE, Decimal("15.30")),
        ("C536379", Kind.CREDIT_NOTE, Decimal("-27.50")),
        ("A563185", Kind.JOURNAL, Decimal("11062.06")),
    ]


def test_a_line_is_rounded_half_up_to_the_penny(write_file: Write) -> None:
    prices = {"0.001": "0.00", "0.005": "0.01", "0.0049": "0.00", "1.115": "1.12", "-0.005": "-0.01"}
    documents = retail.read(write_file([row(str(i), "1", price) for i, price in enumerate(prices)]))
    assert [document.total for document in documents] == [Decimal(total) for total in prices.values()]


def test_lines_of_one_document_belong_together_wherever_they_stand(write_file: Write) -> None:
    later = row("536365", "2", "1.25", at="2010-12-01 08:27:00")
    first, second = retail.read(write_file([row("536365", "1", "1.00"), row("536366", "1", "9.00"), later]))
    assert (first.total, len(first.lines), first.at.minute) == (Decimal("3.50"), 2, 26)
    assert second.number == "536366"


def test_nobody_in_particular_is_the_walk_in_customer(write_file: Write) -> None:
    named, nobody = retail.read(write_file([row("1", "1", "1.00"), row("2", "1", "1.00", customer="")]))
    assert named.customer.name == "17850 United Kingdom"
    assert nobody.customer == retail.WALK_IN
    assert nobody.customer.name == "Walk-in customer"


def test_times_are_those_of_the_shop(write_file: Write) -> None:
    (document,) = retail.read(write_file([row("1", "1", "1.00", at="2011-07-01 09:00:00")]))
    assert document.at.isoformat() == "2011-07-01T09:00:00+01:00"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("a,b\n1,2\n", "is not Online Retail"),
        (",".join(retail.COLUMNS) + "\n1,2\n", "line 2, has not 8 fields"),
        (",".join(retail.COLUMNS) + "\n1,A,B,many,2010-12-01 08:26:00,1,,UK\n", "document 1: 'many' is not a number"),
        (",".join(retail.COLUMNS) + "\n1,A,B,1,yesterday,1,,UK\n", "document 1: .*yesterday"),
    ],
)
def test_a_file_that_is_something_else_is_told_so(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(content)
    with pytest.raises(RetailError, match=sentence):
        list(retail.read(path))


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(RetailError, match="cannot be read"):
        list(retail.read(tmp_path / "none.csv.xz"))


def test_the_whole_file_is_what_the_page_about_it_says(whole: list[retail.Document]) -> None:
    documents = whole
    kinds = [document.kind for document in documents]
    assert (len(documents), sum(len(document.lines) for document in documents)) == (25_900, 541_909)
    assert [kinds.count(kind) for kind in Kind] == [22_061, 3_836, 3]
    assert sum(document.total for document in documents) == Decimal("9747747.93")
    unrounded = sum(line.quantity * line.price for document in documents for line in document.lines)
    assert unrounded == Decimal("9747747.934")
    changed = {d.number for d in documents for line in d.lines if line.amount != line.quantity * line.price}
    assert changed == {"550193", "561226", "568200", "568375"}
    written_off = [d for d in documents if d.kind is Kind.INVOICE and d.lines[0].quantity < 0]
    assert len(written_off) == 1_336
    assert {d.total for d in written_off} == {Decimal(0)}
    assert sum(d.total for d in documents if d.kind is Kind.JOURNAL) == Decimal("-11062.06")
    assert sum(len(d.lines) > 200 for d in documents) == 239
    assert max(len(d.lines) for d in documents) == 1_114
    assert len({d.customer for d in documents if d.customer.number}) == 4_380
    assert len({line.code.upper() for d in documents for line in d.lines}) == 3_958
