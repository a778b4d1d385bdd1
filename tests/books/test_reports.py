"""Reports say what the entries say: given a ledger, these figures, on both bases."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bill import CreateBill
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.credit_note import ApplyCreditNote, RefundCreditNote
from tallystick.books.documents.invoice import WriteOffInvoice
from tallystick.books.documents.sales_receipt import CreateSalesReceipt, VoidSalesReceipt
from tallystick.books.documents.vendor_credit import ApplyVendorCredit, CreateVendorCredit
from tallystick.books.documents.vendor_payment import CreateVendorPayment
from tallystick.books.report.account_transactions import account_transactions
from tallystick.books.report.ageing import payable_ageing, payable_items, receivable_ageing, receivable_items
from tallystick.books.report.balance_sheet import ASSETS, LIABILITIES, balance_sheet
from tallystick.books.report.cash_flow import ACTIVITIES, CASH_TYPES, cash_flow
from tallystick.books.report.figures import Basis
from tallystick.books.report.general_ledger import general_ledger
from tallystick.books.report.profit_and_loss import profit_and_loss
from tallystick.books.report.sales_by_customer import sales_by_customer
from tallystick.ledger.account import CLASS_OF, AccountClass, AccountType
from tallystick.ledger.period import Period, month_of
from tests.books.company import Company, D, line, parts
from tests.books.from_scratch import check_cash_basis, check_open_items

MARCH = month_of(dt.date(2026, 3, 1))
APRIL = month_of(dt.date(2026, 4, 1))
EVER = Period(dt.date.min, dt.date.max)


def figures(*values: Any) -> Any:
    """Return figures in a row, whole ones written as such."""
    return values


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


@pytest.fixture
def trading(company: Company) -> Company:
    """Sales of 1000 with 10% tax in March, a third of it paid in April; rent, capital and a computer."""
    tax = company.tax("10")
    company.at(day(3, 2))
    company.journal(("Petty Cash", "5000"), ("Owner's Equity", "-5000"), date=day(2, 27))
    sold = company.invoice(line("1", "1000", tax_id=tax), date=day(3, 2), due_date=day(3, 17))
    company.journal(("Rent Expense", "300"), ("Petty Cash", "-300"), date=day(3, 31))
    company.journal(("Furniture and Equipment", "800"), ("Petty Cash", "-800"), date=day(3, 31))
    company.at(day(4, 10))
    company.payment("366.67", (sold, "366.67"), date=day(4, 10))
    return company


def test_profit_counts_sales_when_they_are_earned_or_when_they_are_paid(trading: Company) -> None:
    book = trading.book
    earned = profit_and_loss(book, MARCH)
    assert (earned.income.total, earned.expense.total, earned.net_profit) == figures(1000, 300, 700)
    assert profit_and_loss(book, APRIL).net_profit == 0
    assert profit_and_loss(book, MARCH, basis=Basis.CASH).net_profit == -300
    paid = profit_and_loss(book, APRIL, basis=Basis.CASH)
    assert [(row.account.name, row.amount) for row in paid.income.rows] == [("Sales", D("333.34"))]
    trading.payment("733.33", (next(iter(book.invoices.values())), "733.33"), date=day(4, 20))
    assert profit_and_loss(book, APRIL, basis=Basis.CASH).net_profit == 1000


def test_a_balance_sheet_balances_and_carries_earlier_profit_as_retained(trading: Company) -> None:
    sheet = balance_sheet(trading.book, day(4, 30))
    named = {section.name: section.total for section in sheet.assets}
    assert named["Cash"] == D("4266.67")
    assert named["Accounts Receivable"] == D("733.33")
    assert named["Fixed Assets"] == 800
    assert (sheet.total_liabilities, sheet.current_year_earnings, sheet.retained_earnings) == figures(100, 700, 0)
    assert sheet.total_assets == sheet.total_liabilities + sheet.total_equity
    later = balance_sheet(trading.book, dt.date(2027, 1, 1))
    assert (later.current_year_earnings, later.retained_earnings) == figures(0, 700)


def test_cash_flow_explains_the_change_in_cash(trading: Company) -> None:
    flow = cash_flow(trading.book, MARCH)
    assert (flow.beginning, flow.net_profit, flow.net_change, flow.ending) == figures(5000, 700, -1100, 3900)
    operating, investing, financing = flow.activities
    assert {row.account.name: row.amount for row in operating.rows} == {
        "Accounts Receivable": D("-1100"),
        "Tax Payable": D("100"),
    }
    assert (investing.total, financing.total) == figures(-800, 0)


def test_the_general_ledger_runs_from_opening_to_closing_balance(trading: Company) -> None:
    rows = {row.account.name: row for row in general_ledger(trading.book, MARCH).rows}
    cash = rows["Petty Cash"]
    assert (cash.opening, cash.debit, cash.credit, cash.closing) == figures(5000, 0, 1100, 3900)
    assert rows["Sales"].closing == -1000


def test_account_transactions_run_a_balance(trading: Company) -> None:
    receivable = trading.account("Accounts Receivable")
    [report] = account_transactions(trading.book, EVER, account_ids={receivable})
    assert [(row.event, row.debit, row.credit, row.balance) for row in report.rows] == [
        figures("invoice", 1100, 0, 1100),
        figures("payment", 0, D("366.67"), D("733.33")),
    ]
    [april] = account_transactions(trading.book, APRIL, account_ids={receivable})
    assert (april.opening, april.closing) == figures(1100, D("733.33"))


def test_ageing_puts_what_is_open_where_it_is_overdue(trading: Company) -> None:
    trading.invoice(line("1", "50"), date=day(4, 10), due_date=day(5, 10), contact_id=trading.customer("Bolt").id)
    ageing = receivable_ageing(trading.book, day(4, 20))
    acme, bolt = ageing.rows
    assert (acme.current, acme.intervals) == figures(0, (0, 0, D("733.33"), 0))
    assert (bolt.current, bolt.total) == figures(50, 50)
    assert ageing.total == D("783.33")
    assert [item.balance for item in receivable_items(trading.book, day(3, 31))] == [1100]
    assert receivable_ageing(trading.book, day(7, 30)).rows[0].intervals == figures(0, 0, 0, D("733.33"))


def test_credits_refunds_and_bad_debt_on_a_cash_basis(company: Company) -> None:
    sold = company.invoice(line("1", "100"), date=day(3, 2))
    note = company.credit_note(line("1", "60"), date=day(3, 2))
    company.do(ApplyCreditNote(id=note.id, applications=parts([(sold, "40")])))
    assert profit_and_loss(company.book, EVER, basis=Basis.CASH).net_profit == 0
    company.do(RefundCreditNote(id=note.id, amount=D(20), account_id=company.account("Petty Cash")))
    assert profit_and_loss(company.book, EVER, basis=Basis.CASH).net_profit == -20
    company.do(WriteOffInvoice(id=sold.id))
    assert profit_and_loss(company.book, EVER).net_profit == -20
    assert profit_and_loss(company.book, EVER, basis=Basis.CASH).net_profit == -20


def test_sales_by_customer_are_the_income_of_the_accounts(trading: Company) -> None:
    trading.credit_note(line("1", "30"), date=day(3, 5))
    [row] = sales_by_customer(trading.book, MARCH).rows
    assert (row.invoices, row.credit_notes, row.sales, row.sales_with_tax) == figures(1, 1, 970, 1070)
    assert profit_and_loss(trading.book, MARCH).income.total == row.sales


def test_what_was_sold_and_paid_at_once_is_among_the_sales_by_customer(company: Company) -> None:
    tax = company.tax("10")
    company.invoice(line("1", "100", tax_id=tax), date=day(3, 2))
    company.do(CreateSalesReceipt(contact_id=company.acme.id, lines=(line("2", "30", tax_id=tax),), date=day(3, 2)))
    void = CreateSalesReceipt(contact_id=company.acme.id, lines=(line("1", "7"),), date=day(3, 2))
    company.do(VoidSalesReceipt(id=company.do(void).id))
    [row] = sales_by_customer(company.book, MARCH).rows
    assert (row.invoices, row.receipts, row.sales, row.sales_with_tax) == figures(1, 1, 160, 176)
    assert profit_and_loss(company.book, MARCH).income.total == row.sales


def test_every_kind_of_account_has_one_place_in_the_statements() -> None:
    sheet = [kind for _, kinds in (*ASSETS, *LIABILITIES) for kind in kinds]
    flow = [kind for _, kinds in ACTIVITIES for kind in kinds]
    results = {kind for kind, held in CLASS_OF.items() if held in {AccountClass.INCOME, AccountClass.EXPENSE}}
    assert sorted([*sheet, AccountType.EQUITY, *results]) == sorted(AccountType)
    assert sorted([*flow, *CASH_TYPES, *results]) == sorted(AccountType)


def test_what_vendors_are_owed_ages_as_what_customers_owe(company: Company) -> None:
    mill = company.customer("Paper Mill", role=ContactRole.VENDOR)
    rent = company.account("Rent Expense")

    def bill(number: str, rate: str, due: dt.date) -> Any:
        lines = (line("1", rate, account_id=rent),)
        asked = CreateBill(contact_id=mill.id, number=number, lines=lines, date=day(3, 2), due_date=due)
        return company.do(asked)

    old, new = bill("1", "100", day(3, 10)), bill("2", "50", day(4, 30))
    credit = company.do(
        CreateVendorCredit(contact_id=mill.id, lines=(line("1", "20", account_id=rent),), date=day(3, 5))
    )
    company.at(day(3, 20))
    company.do(ApplyVendorCredit(id=credit.id, applications=parts([(old, "15")])))
    company.do(
        CreateVendorPayment(contact_id=mill.id, amount=D(60), applications=parts([(new, "50")]), date=day(3, 25))
    )
    [row] = payable_ageing(company.book, day(3, 19)).rows
    assert (row.current, row.intervals, row.total) == figures(50, (80, 0, 0, 0), 130)
    [row] = payable_ageing(company.book, day(3, 31)).rows
    assert (row.current, row.intervals, row.total) == figures(0, (0, 80, 0, 0), 80)
    owed, held = payable_items(company.book, day(3, 31))
    assert (owed.kind, owed.days_overdue, owed.balance) == figures(Kind.BILL, 21, 85)
    assert (held.kind, held.days_overdue, held.balance) == figures(Kind.VENDOR_CREDIT, 26, -5)
    check_open_items(company.book, SystemAccount.PAYABLE, *(day(3, number) for number in (1, 2, 5, 19, 20, 25, 31)))
    check_cash_basis(company.book)
    assert profit_and_loss(company.book, MARCH, basis=Basis.CASH).expense.total == 50


def test_money_that_came_before_its_invoice_is_never_lost_from_the_ageing(company: Company) -> None:
    sold = company.invoice(line("1", "100"), date=day(3, 20))
    company.payment("40", (sold, "40"), date=day(3, 10))
    for number, total in ((9, 0), (10, -40), (19, -40), (20, 60)):
        ageing = receivable_ageing(company.book, day(3, number))
        assert ageing.total == total == company.balances(on=day(3, number)).get("Accounts Receivable", 0)


def agrees(company: Company, on: dt.date) -> None:
    """Hold every report against the trial balance of the same day."""
    book = company.book
    held = company.balances(on=on)
    for basis in Basis:
        sheet = balance_sheet(book, on, basis=basis)
        assert sheet.total_assets == sheet.total_liabilities + sheet.total_equity
        period = Period(dt.date(on.year, 1, 1), on)
        flow = cash_flow(book, period, basis=basis)
        assert flow.beginning + flow.net_change == flow.ending
        ledger = general_ledger(book, period, basis=basis)
        assert ledger.debit == ledger.credit
    closing = {row.account.name: row.closing for row in general_ledger(book, Period(dt.date.min, on)).rows}
    assert {name: amount for name, amount in closing.items() if amount} == held
    receivable = book.accounts[book.system(SystemAccount.RECEIVABLE)].name
    assert receivable_ageing(book, on).total == held.get(receivable, Decimal(0))


def test_every_report_agrees_with_the_trial_balance_in_other_currencies(company: Company) -> None:
    euro = company.currency("EUR", "1.1")
    sold = company.invoice(line("3", "33.33"), date=day(3, 2), currency_id=euro, exchange_rate=D("1.1"))
    note = company.credit_note(line("1", "10.01"), date=day(3, 3), currency_id=euro, exchange_rate=D("1.2345"))
    company.at(day(3, 9))
    company.do(ApplyCreditNote(id=note.id, applications=parts([(sold, "7.77")])))
    company.payment("50", (sold, "33.33"), date=day(3, 12), currency_id=euro, exchange_rate=D("1.3"))
    company.journal(("Accounts Receivable", "12"), ("Sales", "-12"), date=day(3, 15))
    for number in (2, 3, 9, 12, 15, 31):
        agrees(company, day(3, number))
