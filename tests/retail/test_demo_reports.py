"""The reports of the shipped company as an accountant reads them: each figure stands in two reports or more, and agrees."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tallystick.books import lifecycle
from tallystick.books.book import Book
from tallystick.books.documents.account import SystemAccount
from tallystick.books.report.account_transactions import account_transactions
from tallystick.books.report.ageing import payable_ageing, receivable_ageing, receivable_items
from tallystick.books.report.balance_sheet import balance_sheet
from tallystick.books.report.cash_flow import CASH_TYPES, cash_flow
from tallystick.books.report.figures import Basis, Section
from tallystick.books.report.general_ledger import general_ledger
from tallystick.books.report.profit_and_loss import net_profit, profit_and_loss
from tallystick.books.report.sales_by_customer import sales_by_customer
from tallystick.ledger.account import CLASS_OF, AccountClass
from tallystick.ledger.period import Period, fiscal_year_of
from tallystick.sandbox.clock import Clock
from tallystick.sandbox.company import Company
from tallystick.sandbox.founding import found_company
from tests.books.from_scratch import check_cash_basis, check_open_items
from tests.retail.conftest import DEMO

FIRST, LAST = date(2010, 11, 30), date(2011, 12, 9)
LIFE = Period(FIRST, LAST)
FIRST_YEAR, LAST_YEAR = fiscal_year_of(FIRST), Period(fiscal_year_of(LAST).start, LAST)
PERIODS = (LIFE, FIRST_YEAR, LAST_YEAR, Period(date(2011, 3, 14), date(2011, 8, 2)))
over_time = pytest.mark.parametrize("period", PERIODS, ids=lambda period: f"{period.start} to {period.end}")
on_both_bases = pytest.mark.parametrize("basis", Basis)


@pytest.fixture(scope="module")
def book() -> Book:
    return found_company(Company(DEMO), Clock())[0].book


def held(sections: tuple[Section, ...], name: str) -> Decimal:
    """Return what an account stands at in some sections."""
    found = (row.amount for section in sections for row in section.rows if row.account.name == name)
    return next(found, Decimal(0))


def before(day: date) -> date:
    return day - timedelta(days=1)


def test_its_whole_life_is_in_its_two_fiscal_years(book: Book) -> None:
    days = [entry.date for entry in book.entries()]
    assert FIRST <= min(days) <= max(days) <= LAST
    for basis in Basis:
        years = [profit_and_loss(book, year, basis=basis).net_profit for year in (FIRST_YEAR, LAST_YEAR)]
        assert all(profit > 0 for profit in years)
        assert sum(years) == profit_and_loss(book, LIFE, basis=basis).net_profit
        sheet = balance_sheet(book, LAST, basis=basis)
        assert [sheet.retained_earnings, sheet.current_year_earnings] == years


@over_time
@on_both_bases
def test_profit_is_what_the_balance_sheet_gains_beside_what_the_owner_brought(
    book: Book, period: Period, basis: Basis
) -> None:
    opening, closing = (balance_sheet(book, day, basis=basis) for day in (before(period.start), period.end))
    for sheet in (opening, closing):
        assert sheet.total_assets == sheet.total_liabilities + sheet.total_equity
    brought = closing.equity.total - opening.equity.total
    profit = profit_and_loss(book, period, basis=basis).net_profit
    assert closing.total_equity - opening.total_equity == profit + brought


@over_time
@on_both_bases
def test_cash_flow_goes_from_profit_to_the_change_of_cash_and_bank(book: Book, period: Period, basis: Basis) -> None:
    flow = cash_flow(book, period, basis=basis)
    assert flow.net_profit == net_profit(book, period.start, period.end, basis=basis)
    cash = [
        sum((each.total for each in balance_sheet(book, day, basis=basis).assets if each.name in {"Cash", "Bank"}), 0)
        for day in (before(period.start), period.end)
    ]
    assert [flow.beginning, flow.ending] == cash
    assert flow.net_change == flow.ending - flow.beginning > 0


@over_time
def test_cash_is_the_same_on_both_bases(book: Book, period: Period) -> None:
    accrual, paid = (cash_flow(book, period, basis=basis) for basis in Basis)
    assert (accrual.beginning, accrual.net_change, accrual.ending) == (paid.beginning, paid.net_change, paid.ending)


@over_time
@on_both_bases
def test_the_general_ledger_holds_every_figure_of_profit_and_loss_and_balance_sheet(
    book: Book, period: Period, basis: Basis
) -> None:
    ledger = general_ledger(book, period, basis=basis)
    assert ledger.debit == ledger.credit > 0
    assert sum(row.opening for row in ledger.rows) == sum(row.closing for row in ledger.rows) == 0
    results = [row for row in ledger.rows if CLASS_OF[row.account.type] in {AccountClass.INCOME, AccountClass.EXPENSE}]
    profit = profit_and_loss(book, period, basis=basis)
    assert sum(row.credit - row.debit for row in results) == profit.net_profit
    sheet = balance_sheet(book, period.end, basis=basis)
    for row in ledger.rows:
        if CLASS_OF[row.account.type] is AccountClass.ASSET:
            assert held(sheet.assets, row.account.name) == row.closing
        if CLASS_OF[row.account.type] is AccountClass.LIABILITY:
            assert held(sheet.liabilities, row.account.name) == -row.closing


@over_time
@on_both_bases
def test_account_transactions_lead_from_the_opening_to_the_closing_balance_of_the_ledger(
    book: Book, period: Period, basis: Basis
) -> None:
    ledger = {row.account.id: row for row in general_ledger(book, period, basis=basis).rows}
    shown = account_transactions(book, period, basis=basis)
    assert [each.account.id for each in shown] == list(ledger)
    for each in shown:
        row = ledger[each.account.id]
        assert (each.opening, each.closing) == (row.opening, row.closing)
        assert sum(one.debit - one.credit for one in each.rows) == row.closing - row.opening
        assert [one.date for one in each.rows] == sorted(one.date for one in each.rows)


@over_time
def test_the_trial_balance_is_the_closing_column_of_the_ledger(book: Book, period: Period) -> None:
    trial = book.trial_balance(on=period.end)
    assert trial.debit == trial.credit
    closing = {row.account.id: row.closing for row in general_ledger(book, period).rows if row.closing}
    assert {row.account.id: row.debit - row.credit for row in trial.rows} == closing


@over_time
def test_ageing_is_the_receivable_account_and_the_sum_of_open_documents(book: Book, period: Period) -> None:
    ageing = receivable_ageing(book, period.end)
    sheet = balance_sheet(book, period.end)
    assert ageing.total == held(sheet.assets, "Accounts Receivable") > 0
    items = receivable_items(book, period.end)
    assert ageing.total == sum(item.balance for item in items)
    assert all(item.date <= period.end for item in items)
    for row in ageing.rows:
        assert row.total == row.current + sum(row.intervals)
        own = [item for item in items if item.contact_id == row.contact_id]
        assert row.total == sum(item.balance for item in own)
        assert row.current == sum(item.balance for item in own if item.due_date >= period.end)
    assert payable_ageing(book, period.end).total == held(sheet.liabilities, "Accounts Payable") == 0
    check_open_items(book, SystemAccount.RECEIVABLE, period.end)


def test_ageing_today_is_what_each_customer_is_shown_to_owe(book: Book) -> None:
    for row in receivable_ageing(book, LAST).rows:
        owed = book.receivable(row.contact_id)
        unapplied = sum(each.unused for each in book.payments.values() if each.contact_id == row.contact_id)
        assert row.total == owed.outstanding - (owed.unused_credits - unapplied)
    by_document = {item.document_id: abs(item.balance) for item in receivable_items(book, LAST)}
    balances = {each.id: each.balance for each in book.invoices.values() if lifecycle.invoice_is_open(each)}
    balances |= {each.id: each.balance for each in book.credit_notes.values() if lifecycle.credit_note_is_open(each)}
    assert by_document == {identity: balance for identity, balance in balances.items() if balance}


@over_time
def test_sales_by_customer_are_the_income_of_the_period(book: Book, period: Period) -> None:
    report = sales_by_customer(book, period)
    assert report.sales == profit_and_loss(book, period).income.total
    assert report.sales_with_tax == report.sales  # The retailer's figures are without tax.


@over_time
def test_the_bases_differ_by_what_customers_owe(book: Book, period: Period) -> None:
    """What was earned and not paid is receivable; a bad debt left both, so it explains nothing."""
    earned, paid = (profit_and_loss(book, period, basis=basis).net_profit for basis in Basis)
    rose = receivable_ageing(book, period.end).total - receivable_ageing(book, before(period.start)).total
    assert earned - paid == rose
    assert held(balance_sheet(book, period.end, basis=Basis.CASH).assets, "Accounts Receivable") == 0
    check_cash_basis(book)


def test_a_bad_debt_is_an_expense_when_earned_and_nothing_when_paid(book: Book) -> None:
    given_up = sum(each.write_off.amount for each in book.invoices.values() if each.write_off)
    earned, paid = (profit_and_loss(book, LIFE, basis=basis) for basis in Basis)
    assert [(row.account.name, row.amount) for row in earned.expense.rows] == [("Bad Debt", given_up)]
    assert paid.expense.rows == ()


def test_money_received_is_in_undeposited_funds_until_it_is_banked(book: Book) -> None:
    shown = {each.account.name: each for each in account_transactions(book, LIFE)}
    banked = [row.credit for row in shown["Undeposited Funds"].rows if row.credit]
    assert shown["Undeposited Funds"].closing == sum(row.debit for row in shown["Undeposited Funds"].rows) - sum(banked)
    assert all(row.balance >= 0 for row in shown["Undeposited Funds"].rows)
    assert {each.account.type for each in shown.values() if each.account.type in CASH_TYPES} == set(CASH_TYPES)
