"""Reconciliations: the bank's statement held against what the books moved, and what is fast once they agree."""

import datetime as dt

import pytest

from tallystick.books.documents.bank_transaction import DeleteBankTransaction, UpdateBankTransaction
from tallystick.books.documents.credit_note import DeleteCreditNoteRefund, RefundCreditNote
from tallystick.books.documents.journal import Side
from tallystick.books.documents.opening_balance import DeleteOpeningBalance, OpeningLineFields, SetOpeningBalance
from tallystick.books.documents.payment import CreatePayment, DeletePayment, UpdatePayment
from tallystick.books.documents.reconciliation import (
    CreateReconciliation,
    DeleteReconciliation,
    Reconciliation,
    ReconciliationState,
    UndoReconciliation,
    UpdateReconciliation,
)
from tallystick.books.documents.statement_line import MatchStatementLine, ReopenStatementLine
from tallystick.books.refusal import Reason
from tests.books.bank import imported, line_of, opened, paid_in
from tests.books.company import MONDAY, Company, D, amounts

MARCH = {"start": dt.date(2026, 3, 1), "end": dt.date(2026, 3, 31)}
APRIL = {"start": dt.date(2026, 4, 1), "end": dt.date(2026, 4, 30)}
TUESDAY = MONDAY + dt.timedelta(days=1)


@pytest.fixture
def bank(company: Company) -> str:
    return opened(company)


def reconciled(company: Company, bank: str, closing: str, *sources: str) -> Reconciliation:
    command = CreateReconciliation(account_id=bank, closing=D(closing), sources=sources, finish=True, **MARCH)  # type: ignore[arg-type]  # both days by name
    done: Reconciliation = company.do(command)
    return done


def test_a_reconciliation_is_finished_only_when_no_difference_is_left(company: Company, bank: str) -> None:
    first, second = paid_in(company, bank, "100"), paid_in(company, bank, "40")
    draft = company.do(CreateReconciliation(account_id=bank, closing=D(140), sources=(first.id,), **MARCH))  # type: ignore[arg-type]  # both days by name
    assert (draft.state, draft.difference) == (ReconciliationState.DRAFT, D(40))
    refused = company.refused(UpdateReconciliation(id=draft.id, finish=True), Reason.DIFFERENCE)
    assert refused.facts["difference"] == "40.00"
    done = company.do(UpdateReconciliation(id=draft.id, sources=(first.id, second.id), finish=True))
    assert (done.state, done.difference) == (ReconciliationState.RECONCILED, D(0))
    company.refused(UpdateReconciliation(id=draft.id, closing=D(1)), Reason.WRONG_STATUS)
    assert company.balances() == amounts(Bank="140", Petty_Cash="-140")


def test_what_is_reconciled_is_neither_changed_nor_deleted_until_it_is_undone(company: Company, bank: str) -> None:
    moved = paid_in(company, bank, "100")
    payment = company.do(CreatePayment(contact_id=company.acme.id, amount=D(20), account_id=bank))
    done = reconciled(company, bank, "120", moved.id, payment.id)
    for command in (
        UpdateBankTransaction(id=moved.id, amount=D(99)),
        UpdateBankTransaction(id=moved.id, date=TUESDAY),
        DeleteBankTransaction(id=moved.id),
        UpdatePayment(id=payment.id, account_id=company.account("Petty Cash")),
        DeletePayment(id=payment.id),
    ):
        company.refused(command, Reason.RECONCILED)
    company.do(UpdateBankTransaction(id=moved.id, description="from the till"))
    company.do(UndoReconciliation(id=done.id))
    company.do(DeletePayment(id=payment.id))
    left = company.do(UpdateReconciliation(id=done.id, closing=D(100), finish=True))
    assert left.sources == (moved.id,)
    company.do(DeleteReconciliation(id=done.id))
    company.do(DeleteBankTransaction(id=moved.id))
    assert company.balances() == {}


def test_the_next_reconciliation_begins_where_the_last_one_closed(company: Company, bank: str) -> None:
    moved, later = paid_in(company, bank, "100"), paid_in(company, bank, "5", date=APRIL["start"])
    first = reconciled(company, bank, "100", moved.id)
    april = {"account_id": bank, "closing": D(105), **APRIL}
    company.refused(CreateReconciliation(sources=(moved.id,), **april), Reason.RECONCILED)  # type: ignore[arg-type]  # fields by name
    company.refused(CreateReconciliation(account_id=bank, closing=D(5), sources=(), **MARCH), Reason.DATE_OUT_OF_RANGE)  # type: ignore[arg-type]  # both days by name
    second = company.do(CreateReconciliation(sources=(later.id,), finish=True, **april))  # type: ignore[arg-type]  # fields by name
    assert (second.opening, second.cleared) == (D(100), D(5))
    company.refused(UndoReconciliation(id=first.id), Reason.WRONG_STATUS)
    company.refused(DeleteReconciliation(id=first.id), Reason.WRONG_STATUS)
    company.do(DeleteReconciliation(id=second.id))
    company.do(UndoReconciliation(id=first.id))


def test_only_what_moved_in_the_account_by_then_can_be_cleared(company: Company, bank: str) -> None:
    late = paid_in(company, bank, "5", date=APRIL["start"])
    elsewhere = paid_in(company, company.account("Undeposited Funds"), "5")
    for source, reason in (
        (late.id, Reason.DATE_OUT_OF_RANGE),
        (elsewhere.id, Reason.ACCOUNT_MISMATCH),
        ("nothing", Reason.UNKNOWN_ID),
    ):
        company.refused(CreateReconciliation(account_id=bank, closing=D(5), sources=(source,), **MARCH), reason)  # type: ignore[arg-type]  # both days by name
    sales = company.account("Sales")
    company.refused(CreateReconciliation(account_id=sales, closing=D(0), **MARCH), Reason.ACCOUNT_TYPE)  # type: ignore[arg-type]  # both days by name
    company.refused(CreateReconciliation(account_id=bank, start=MONDAY, end=MONDAY), Reason.REQUIRED)


def test_what_was_held_before_the_books_began_is_cleared_by_itself(company: Company, bank: str) -> None:
    held = OpeningLineFields(account_id=bank, side=Side.DEBIT, amount=D(900))
    company.do(SetOpeningBalance(date=dt.date(2026, 2, 28), lines=(held,)))
    done = reconciled(company, bank, "900")
    company.refused(DeleteOpeningBalance(), Reason.RECONCILED)
    company.do(DeleteReconciliation(id=done.id))
    company.do(DeleteOpeningBalance())


def test_each_refund_of_a_credit_note_is_a_movement_of_its_own(company: Company, bank: str) -> None:
    note = company.credit_note()
    for part in ("30", "20"):
        note = company.do(RefundCreditNote(id=note.id, amount=D(part), account_id=bank))
    first, second = note.refunds
    [line] = imported(company, bank, line_of("-20"))
    company.refused(MatchStatementLine(id=line.id, sources=(first.id,)), Reason.AMOUNT_MISMATCH)
    company.do(MatchStatementLine(id=line.id, sources=(second.id,)))
    company.refused(DeleteCreditNoteRefund(id=note.id, refund_id=second.id), Reason.IN_USE)
    company.do(DeleteCreditNoteRefund(id=note.id, refund_id=first.id))
    company.do(ReopenStatementLine(id=line.id))
    company.do(DeleteCreditNoteRefund(id=note.id, refund_id=second.id))


def test_an_account_in_a_foreign_currency_is_reconciled_in_that_currency(company: Company) -> None:
    euro = company.currency("EUR")
    bank = opened(company, "Euro bank", currency_id=euro)
    moved = paid_in(company, bank, "100", currency_id=euro, exchange_rate=D("1.1"))
    assert company.balances()["Euro bank"] == D(110)
    [line] = imported(company, bank, line_of("100"))
    company.do(MatchStatementLine(id=line.id, sources=(moved.id,)))
    assert reconciled(company, bank, "100", moved.id).cleared == D(100)
