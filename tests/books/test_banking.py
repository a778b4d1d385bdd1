"""Money that moves without a document of trade, statements of the bank, locks, opening balances, revaluations."""

import datetime as dt
from typing import Any

import pytest

from tallystick.books.documents.account import CreateAccount
from tallystick.books.documents.bank_transaction import (
    BankTransaction,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.documents.base_currency_adjustment import CreateBaseCurrencyAdjustment
from tallystick.books.documents.invoice import MarkInvoiceSent, UpdateInvoice, VoidInvoice
from tallystick.books.documents.journal import CreateJournal, Side
from tallystick.books.documents.lock import LockPeriod, LockScope, OpenWithinLock, UnlockPeriod
from tallystick.books.documents.opening_balance import DeleteOpeningBalance, OpeningLineFields, SetOpeningBalance
from tallystick.books.documents.payment import CreatePayment, DeletePayment
from tallystick.books.documents.statement_line import (
    CategorizeStatementLine,
    DeleteStatement,
    ExcludeStatementLine,
    ImportStatement,
    LineState,
    MatchStatementLine,
    ReopenStatementLine,
    RestoreStatementLine,
    StatementLine,
    StatementLineFields,
)
from tallystick.books.documents.user import CreateUser, DeleteUser
from tallystick.books.refusal import Reason
from tallystick.books.report.ageing import receivable_ageing
from tallystick.ledger.account import AccountType
from tests.books.company import MONDAY, Company, D, amounts, line

FEBRUARY_END = dt.date(2026, 2, 28)


@pytest.fixture
def bank(company: Company) -> str:
    identity: str = company.do(CreateAccount(name="Bank", type=AccountType.BANK)).id
    return identity


def transfer(company: Company, bank: str, amount: str, **fields: object) -> BankTransaction:
    fields = {"from_account_id": company.account("Petty Cash"), "to_account_id": bank, "amount": D(amount), **fields}
    moved: BankTransaction = company.do(CreateBankTransaction(**fields))  # type: ignore[arg-type]  # fields by name
    return moved


def statement(company: Company, bank: str, *lines: tuple[Side, str]) -> tuple[StatementLine, ...]:
    asked = tuple(StatementLineFields(date=MONDAY, side=side, amount=D(amount)) for side, amount in lines)
    taken: tuple[StatementLine, ...] = company.do(ImportStatement(account_id=bank, lines=asked))
    return taken


def test_a_transfer_moves_money_and_the_bank_keeps_its_charges(company: Company, bank: str) -> None:
    moved = transfer(company, bank, "100", bank_charges=D("2.50"), type="transfer_fund")
    assert company.balances() == amounts(Petty_Cash="-100", Bank="97.50", Bank_Fees_and_Charges="2.50")
    company.do(UpdateBankTransaction(id=moved.id, amount=D(40), bank_charges=D(0)))
    assert company.balances() == amounts(Petty_Cash="-40", Bank="40")
    company.do(DeleteBankTransaction(id=moved.id))
    assert company.balances() == {}


def test_a_transfer_needs_two_accounts_that_are_not_control_accounts(company: Company, bank: str) -> None:
    command = CreateBankTransaction(from_account_id=bank, to_account_id=bank, amount=D(1))
    company.refused(command, Reason.ACCOUNT_TYPE)
    receivable = company.account("Accounts Receivable")
    company.refused(
        CreateBankTransaction(from_account_id=bank, to_account_id=receivable, amount=D(1)), Reason.ACCOUNT_TYPE
    )
    petty = company.account("Petty Cash")
    company.refused(CreateBankTransaction(from_account_id=bank, to_account_id=petty, amount=D(0)), Reason.BAD_AMOUNT)


def test_a_statement_line_is_matched_with_what_moved_just_its_amount(company: Company, bank: str) -> None:
    [deposit, fee] = statement(company, bank, (Side.DEBIT, "150"), (Side.CREDIT, "3"))
    first, second = transfer(company, bank, "100"), transfer(company, bank, "50")
    elsewhere = transfer(company, company.account("Undeposited Funds"), "150")
    company.refused(MatchStatementLine(id=deposit.id, sources=(first.id,)), Reason.AMOUNT_MISMATCH)
    company.refused(MatchStatementLine(id=deposit.id, sources=(elsewhere.id,)), Reason.ACCOUNT_MISMATCH)
    matched = company.do(MatchStatementLine(id=deposit.id, sources=(first.id, second.id)))
    assert matched.state is LineState.MATCHED
    company.refused(DeleteBankTransaction(id=first.id), Reason.IN_USE)
    company.refused(MatchStatementLine(id=fee.id, sources=(first.id,)), Reason.WRONG_STATUS)
    company.do(ReopenStatementLine(id=deposit.id))
    company.do(DeleteBankTransaction(id=first.id))


def test_a_statement_line_becomes_a_payment_and_the_payment_stays_while_it_does(company: Company, bank: str) -> None:
    [deposit] = statement(company, bank, (Side.DEBIT, "80"))
    payment = company.do(CreatePayment(contact_id=company.acme.id, amount=D(80), account_id=bank))
    company.do(CategorizeStatementLine(id=deposit.id, source=payment.id))
    company.refused(DeletePayment(id=payment.id), Reason.IN_USE)
    company.refused(DeleteStatement(id=deposit.statement_id), Reason.WRONG_STATUS)
    company.do(ReopenStatementLine(id=deposit.id))
    company.do(DeletePayment(id=payment.id))
    company.do(ExcludeStatementLine(id=deposit.id))
    company.refused(ReopenStatementLine(id=deposit.id), Reason.WRONG_STATUS)
    company.do(RestoreStatementLine(id=deposit.id))
    company.do(DeleteStatement(id=deposit.statement_id))


def test_a_line_the_bank_sent_before_is_left_out(company: Company, bank: str) -> None:
    asked = StatementLineFields(date=MONDAY, side=Side.DEBIT, amount=D(5), bank_id="FIT-1")
    assert len(company.do(ImportStatement(account_id=bank, lines=(asked,)))) == 1
    assert company.do(ImportStatement(account_id=bank, lines=(asked,))) == ()
    sales = company.account("Sales")
    company.refused(ImportStatement(account_id=sales, lines=(asked,)), Reason.ACCOUNT_TYPE)


def test_nothing_dated_in_a_locked_period_comes_goes_or_changes(company: Company) -> None:
    old = company.invoice(date=FEBRUARY_END, due_date=FEBRUARY_END)
    draft = company.draft(date=FEBRUARY_END, due_date=MONDAY)
    company.refused(LockPeriod(scope=LockScope.SALES, through=FEBRUARY_END, reason=" "), Reason.REQUIRED)
    company.do(LockPeriod(scope=LockScope.SALES, through=FEBRUARY_END, reason="Filed"))
    for command in (
        VoidInvoice(id=old.id),
        UpdateInvoice(id=old.id, lines=(line("1", "5"),)),
        MarkInvoiceSent(id=draft.id),
        CreatePayment(contact_id=company.acme.id, amount=D(5), date=FEBRUARY_END),
    ):
        company.refused(command, Reason.LOCKED)
    company.payment("100", (old, "100"), date=MONDAY)
    company.journal(("Rent Expense", "5"), ("Petty Cash", "-5"), date=FEBRUARY_END)
    company.do(LockPeriod(scope=LockScope.ALL, through=FEBRUARY_END, reason="Closed"))
    company.do(OpenWithinLock(scope=LockScope.SALES, open_from=FEBRUARY_END, open_until=FEBRUARY_END))
    company.refused(MarkInvoiceSent(id=draft.id), Reason.LOCKED)
    company.do(UnlockPeriod(scope=LockScope.ALL))
    company.do(MarkInvoiceSent(id=draft.id))


def test_a_lock_lets_excepted_users_and_entries_on_excepted_accounts_through(company: Company) -> None:
    auditor = company.do(CreateUser(name="Ann", email="ann@example.com"))
    cash = company.account("Petty Cash")
    lock: dict[str, Any] = {"scope": LockScope.ALL, "through": FEBRUARY_END, "reason": "Closed"}
    company.refused(LockPeriod(**lock, user_ids=("999",)), Reason.UNKNOWN_ID)
    company.do(LockPeriod(**lock, user_ids=(auditor.id,), account_ids=(cash,)))
    company.refused(DeleteUser(id=auditor.id), Reason.IN_USE)
    lines = company.journal_lines(("Rent Expense", "5"), ("Sales", "-5"))
    company.refused(CreateJournal(lines=lines, date=FEBRUARY_END), Reason.LOCKED)
    company.do(CreateJournal(lines=lines, date=FEBRUARY_END, user_id=auditor.id))
    company.journal(("Rent Expense", "5"), ("Petty Cash", "-5"), date=FEBRUARY_END)
    company.do(LockPeriod(**lock, user_ids=()))
    company.refused(CreateJournal(lines=lines, date=FEBRUARY_END, user_id=auditor.id), Reason.LOCKED)
    company.journal(("Rent Expense", "5"), ("Petty Cash", "-5"), date=FEBRUARY_END)


def test_opening_balances_stand_and_the_offset_takes_the_rest(company: Company, bank: str) -> None:
    euro = company.currency("EUR")
    lines = (
        OpeningLineFields(account_id=bank, side=Side.DEBIT, amount=D(900)),
        OpeningLineFields(
            account_id=company.account("Petty Cash"),
            side=Side.DEBIT,
            amount=D(100),
            currency_id=euro,
            exchange_rate=D("1.5"),
        ),
        OpeningLineFields(account_id=company.account("Owner's Equity"), side=Side.CREDIT, amount=D(1000)),
    )
    company.do(SetOpeningBalance(date=FEBRUARY_END, lines=lines))
    held = {"Bank": D(900), "Petty Cash": D(150), "Owner's Equity": D(-1000), "Opening Balance Offset": D(-50)}
    assert company.balances() == held
    company.do(SetOpeningBalance(date=FEBRUARY_END, lines=lines[:1]))
    assert company.balances() == {"Bank": D(900), "Opening Balance Offset": D(-900)}
    control = OpeningLineFields(account_id=company.account("Accounts Receivable"), side=Side.DEBIT, amount=D(1))
    company.refused(SetOpeningBalance(date=FEBRUARY_END, lines=(control,)), Reason.ACCOUNT_TYPE)
    company.do(DeleteOpeningBalance())
    assert company.balances() == {}


def test_an_unrealised_gain_is_booked_for_a_day_and_taken_back(company: Company) -> None:
    euro = company.currency("EUR")
    company.invoice(line("1", "100"), currency_id=euro, exchange_rate=D("1.1"), date=MONDAY)
    company.at(dt.date(2026, 3, 31))
    day = dt.date(2026, 3, 31)
    command = CreateBaseCurrencyAdjustment(currency_id=euro, date=day, exchange_rate=D("1.25"), notes="Quarter")
    adjustment = company.do(command)
    assert adjustment.gain == 15
    at_end = {"Accounts Receivable": D(125), "Sales": D(-110), "Exchange Gain or Loss": D(-15)}
    assert company.balances(on=day) == at_end
    assert receivable_ageing(company.book, day).total == 125
    assert company.balances() == {"Accounts Receivable": D(110), "Sales": D(-110)}
    base = CreateBaseCurrencyAdjustment(
        currency_id=company.book.base_currency.id, date=day, exchange_rate=D(1), notes="None"
    )
    company.refused(base, Reason.CURRENCY_MISMATCH)
