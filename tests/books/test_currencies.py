"""Documents in other currencies: what they come to at home, and what a moving rate gains or loses."""

import datetime as dt

import pytest

from tallystick.books.documents.credit_note import ApplyCreditNote, RefundCreditNote
from tallystick.books.documents.currency import (
    CreateCurrency,
    CreateExchangeRate,
    DeleteCurrency,
    DeleteExchangeRate,
    UpdateCurrency,
    UpdateExchangeRate,
)
from tallystick.books.documents.invoice import CreateInvoice, UpdateInvoice
from tallystick.books.documents.item import CreateItem
from tallystick.books.documents.journal import CreateJournal
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.payment import CreatePayment, RefundPayment, UnapplyPayment
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, amounts, line, parts


@pytest.fixture
def euro(company: Company) -> str:
    return company.currency("EUR", "1.10")


def test_an_invoice_is_mirrored_and_posted_at_its_rate(company: Company, euro: str) -> None:
    invoice = company.invoice(line("1", "99.99", tax_id=company.tax("20")), currency_id=euro)
    assert (invoice.totals.total, invoice.base.total) == (D("119.99"), D("131.99"))
    assert (invoice.base.subtotal, invoice.base.tax) == (D("109.99"), D("22.00"))
    assert company.balances() == amounts(Accounts_Receivable="131.99", Sales="-109.99", Tax_Payable="-22.00")


def test_what_rounding_leaves_over_goes_to_the_largest_posting(company: Company, euro: str) -> None:
    interest = company.account("Interest Income")
    company.invoice(
        line("1", "0.05"), line("1", "0.05", account_id=interest), currency_id=euro, exchange_rate=D("1.25")
    )
    # 0.10 at 1.25 is 0.13; each 0.05 is 0.06, and the missing cent goes to the first of the largest.
    assert company.balances() == amounts(Accounts_Receivable="0.13", Sales="-0.07", Interest_Income="-0.06")


def test_a_currency_of_more_decimals_is_rounded_at_a_rate_of_one_too(company: Company) -> None:
    dinar = company.do(CreateCurrency(code="KWD", rate=D(1))).id
    company.invoice(line("1", "1.235", tax_id=company.tax("5")), currency_id=dinar)
    # 1.297 is 1.30 at home; 1.235 and 0.062 are 1.24 and 0.06.
    assert company.balances() == amounts(Accounts_Receivable="1.30", Sales="-1.24", Tax_Payable="-0.06")


def test_a_payment_at_a_better_rate_realises_a_gain(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro)
    company.payment("100", (invoice, "100"), currency_id=euro, exchange_rate=D("1.25"))
    assert company.balances() == amounts(Undeposited_Funds="125", Sales="-110", Exchange_Gain_or_Loss="-15")


def test_a_payment_at_a_worse_rate_realises_a_loss(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro)
    company.payment("100", (invoice, "100"), currency_id=euro, exchange_rate=D("1.05"))
    assert company.balances() == amounts(Undeposited_Funds="105", Sales="-110", Exchange_Gain_or_Loss="5")


def test_parts_of_a_payment_leave_no_penny_behind(company: Company, euro: str) -> None:
    invoice = company.invoice(line("1", "10.00"), currency_id=euro, exchange_rate=D("1.0037"))
    for amount in ("3.33", "3.33", "3.34"):
        company.payment(amount, (invoice, amount), currency_id=euro, exchange_rate=D("1.0037"))
    settled = company.book.invoices[invoice.id]
    assert (settled.balance, settled.balance_base) == (D(0), D(0))
    assert "Accounts Receivable" not in company.balances()


def test_an_application_taken_back_takes_its_gain_back(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro)
    payment = company.payment("100", (invoice, "100"), currency_id=euro, exchange_rate=D("1.25"))
    company.do(UnapplyPayment(id=payment.id, application_id=payment.applications[0].id))
    assert company.balances() == amounts(
        Undeposited_Funds="125", Unearned_Revenue="-125", Accounts_Receivable="110", Sales="-110"
    )


def test_a_refund_at_another_rate_realises_the_difference(company: Company, euro: str) -> None:
    payment = company.payment("100", currency_id=euro)
    cash = company.account("Petty Cash")
    company.do(RefundPayment(id=payment.id, account_id=cash, exchange_rate=D("1.20")))
    assert company.balances() == amounts(Undeposited_Funds="110", Petty_Cash="-120", Exchange_Gain_or_Loss="10")


def test_a_credit_note_at_another_rate_than_its_invoice_realises_the_difference(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro, exchange_rate=D("1.10"))
    note = company.credit_note(currency_id=euro, exchange_rate=D("1.30"))
    company.do(ApplyCreditNote(id=note.id, applications=parts([(invoice, "100")])))
    assert company.balances() == amounts(Sales="20", Exchange_Gain_or_Loss="-20")


def test_a_credit_note_refunded_at_another_rate_realises_the_difference(company: Company, euro: str) -> None:
    note = company.credit_note(currency_id=euro)
    cash = company.account("Petty Cash")
    company.do(RefundCreditNote(id=note.id, account_id=cash, exchange_rate=D("1.00")))
    assert company.balances() == amounts(Sales="110", Petty_Cash="-100", Exchange_Gain_or_Loss="-10")


def test_a_journal_in_another_currency_balances_at_home(company: Company, euro: str) -> None:
    company.journal(
        ("Rent Expense", "0.03"),
        ("Lodging", "0.03"),
        ("Petty Cash", "-0.06"),
        currency_id=euro,
        exchange_rate=D("1.25"),
    )
    assert company.balances() == amounts(Rent_Expense="0.04", Lodging="0.04", Petty_Cash="-0.08")


def test_a_yen_book_rounds_to_whole_yen() -> None:
    company = Company(base_currency="JPY")
    dollar = company.currency("USD", "151.37")
    company.invoice(line("1", "9.99", tax_id=company.tax("10")), currency_id=dollar)
    assert company.balances() == amounts(Accounts_Receivable="1664", Sales="-1513", Tax_Payable="-151")


def test_the_latest_rate_on_the_day_holds(company: Company, euro: str) -> None:
    company.do(CreateExchangeRate(currency_id=euro, date=dt.date(2026, 3, 1), rate=D("1.15")))
    company.do(CreateExchangeRate(currency_id=euro, date=dt.date(2026, 4, 1), rate=D("1.30")))
    assert company.invoice(currency_id=euro).exchange_rate == D("1.15")
    assert company.invoice(currency_id=euro, date=dt.date(2026, 2, 28)).exchange_rate == D("1.10")
    assert company.book.rate(euro, dt.date(2026, 4, 1)) == D("1.30")
    assert company.book.rate(euro, dt.date(2019, 12, 31)) is None


def test_a_day_has_one_rate(company: Company, euro: str) -> None:
    day = dt.date(2020, 1, 1)
    currency = company.do(CreateExchangeRate(currency_id=euro, date=day, rate=D("1.20")))
    assert [rate.rate for rate in currency.rates] == [D("1.20")]
    rate_id = currency.rates[0].id
    currency = company.do(UpdateExchangeRate(currency_id=euro, rate_id=rate_id, rate=D("1.22")))
    assert [(rate.date, rate.rate) for rate in currency.rates] == [(day, D("1.22"))]
    assert company.do(DeleteExchangeRate(currency_id=euro, rate_id=rate_id)).rates == ()
    company.refused(DeleteExchangeRate(currency_id=euro, rate_id=rate_id), Reason.UNKNOWN_ID)


def test_an_invoice_keeps_its_rate_when_the_rate_moves(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro)
    company.do(CreateExchangeRate(currency_id=euro, date=dt.date(2026, 3, 1), rate=D("1.30")))
    assert company.do(UpdateInvoice(id=invoice.id, notes="late")).exchange_rate == D("1.10")


def test_a_currency_without_a_rate_asks_for_one(company: Company) -> None:
    pound = company.currency("GBP")
    asked = CreateInvoice(contact_id=company.acme.id, currency_id=pound, lines=(line(),))
    assert company.refused(asked, Reason.RATE_REQUIRED).facts["currency"] == "GBP"


@pytest.mark.parametrize("rate", ["-1", "1000000000"])
def test_an_absurd_rate_is_refused(company: Company, euro: str, rate: str) -> None:
    asked = CreateInvoice(contact_id=company.acme.id, currency_id=euro, exchange_rate=D(rate), lines=(line(),))
    company.refused(asked, Reason.BAD_RATE)


def test_the_base_currency_has_no_rate(company: Company) -> None:
    base = company.book.base_currency.id
    company.refused(CreateExchangeRate(currency_id=base, date=dt.date(2026, 1, 1), rate=D(2)), Reason.BAD_RATE)
    lines = company.journal_lines(("Rent Expense", "5"), ("Petty Cash", "-5"))
    company.refused(CreateJournal(lines=lines, exchange_rate=D(2)), Reason.BAD_RATE)


def test_money_in_one_currency_does_not_settle_an_invoice_in_another(company: Company, euro: str) -> None:
    invoice = company.invoice(currency_id=euro)
    asked = CreatePayment(contact_id=company.acme.id, amount=D(5), applications=parts([(invoice, "5")]))
    company.refused(asked, Reason.CURRENCY_MISMATCH)


def test_an_item_priced_at_home_is_sold_abroad_at_the_rate(company: Company, euro: str) -> None:
    item = company.do(CreateItem(name="Lamp", rate=D("10.00")))
    invoice = company.invoice(LineFields(item_id=item.id, quantity=D(2)), currency_id=euro)
    assert invoice.lines[0].rate == D("9.09")
    assert invoice.totals.total == D("18.18")


def test_a_customer_is_invoiced_in_their_own_currency(company: Company, euro: str) -> None:
    customer = company.customer("Müller", currency_id=euro)
    invoice = company.invoice(contact_id=customer.id)
    assert invoice.currency_id == euro
    owed = company.book.receivable(customer.id)
    assert (owed.outstanding, owed.outstanding_base) == (D(100), D(110))


def test_what_is_owed_in_another_currency_counts_at_the_customers_rate(company: Company, euro: str) -> None:
    company.invoice(currency_id=euro)
    company.invoice()
    owed = company.book.receivable(company.acme.id)
    assert (owed.outstanding, owed.outstanding_base) == (D(210), D(210))


def test_a_currency_in_use_keeps_its_places_and_stays(company: Company, euro: str) -> None:
    company.invoice(currency_id=euro)
    company.refused(UpdateCurrency(id=euro, places=3), Reason.IN_USE)
    company.refused(DeleteCurrency(id=euro), Reason.IN_USE)
    company.refused(DeleteCurrency(id=company.book.base_currency.id), Reason.SYSTEM_RECORD)
    pound = company.currency("GBP")
    assert company.do(UpdateCurrency(id=pound, places=3, symbol="GBP")).places == 3
    company.do(DeleteCurrency(id=pound))
    assert pound not in company.book.currencies


def test_a_currency_is_made_from_its_code(company: Company) -> None:
    dinar = company.do(CreateCurrency(code="kwd", rate=D("3.25")))
    assert (dinar.code, dinar.name, dinar.places) == ("KWD", "Kuwaiti Dinar", 3)
    company.refused(CreateCurrency(code="KWD"), Reason.DUPLICATE_CODE)
    company.refused(CreateCurrency(code=" "), Reason.REQUIRED)
    company.refused(CreateCurrency(code="XAU", places=4), Reason.BAD_AMOUNT)
