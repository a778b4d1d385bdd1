"""Documents worked out by hand, and what the book makes of them."""

from decimal import Decimal

import pytest

from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.credit_note import ApplyCreditNote
from tallystick.books.documents.currency import CreateCurrency
from tallystick.books.documents.invoice import CreateInvoice, WriteOffInvoice
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.tax import TaxKind
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, line, off, parts
from tests.books.sums import DOCUMENT, SUMS, Sum
from tests.books.sums_combined import COMBINED

WORKED_OUT = [*SUMS, *COMBINED]


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


@pytest.mark.parametrize("asked", WORKED_OUT, ids=lambda asked: asked.name)
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


@pytest.mark.parametrize("asked", WORKED_OUT, ids=lambda asked: asked.name)
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


def test_lines_that_cancel_out_are_large_all_the_same(company: Company) -> None:
    most = "999999999999999"
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line("1", most), line("-1", most)))
    assert company.refused(asked, Reason.BAD_AMOUNT).field == "subtotal"


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("USD", "100 90 10 0"),
        ("USD", "115.50 100 11.55 3.95"),
        ("USD", "0.03 0 0.01 0.02"),
        ("JPY", "1000 800 101 99"),
        ("KWD", "1.235 1.111 0.124 0"),
    ],
)
def test_tax_withheld_lowers_what_is_due_beside_the_money(company: Company, code: str, figures: str) -> None:
    total, paid, withheld, left = figures.split()
    currency_id = _dinar(company) if code == "KWD" else company.currency(code, "1.5" if code == "JPY" else "")
    invoice = company.invoice(line("1", total), currency_id=currency_id)
    applied = ApplicationFields(document_id=invoice.id, amount=D(paid), withheld=D(withheld))
    company.payment(paid, currency_id=currency_id, applications=(applied,))
    settled = company.book.invoices[invoice.id]
    assert (settled.balance, settled.tax_withheld) == (D(left), D(withheld))
    assert (settled.balance == 0) == (settled.balance_base == 0)


def test_the_balance_is_the_total_less_money_tax_withheld_credit_and_what_is_given_up(company: Company) -> None:
    invoice = company.invoice(line("1", "100"))
    applied = ApplicationFields(document_id=invoice.id, amount=D(30), withheld=D(5))
    company.payment("30", applications=(applied,))
    note = company.credit_note(line("1", "25"))
    company.do(ApplyCreditNote(id=note.id, applications=parts([(invoice, "25")])))
    assert company.book.invoices[invoice.id].balance == D(40)
    company.do(WriteOffInvoice(id=invoice.id))
    assert company.book.invoices[invoice.id].balance == 0


def test_at_least_sixty_documents_were_worked_out() -> None:
    assert len({asked.name for asked in WORKED_OUT}) == len(WORKED_OUT) >= 60
