"""A bank account of the company whose book the tests speak to, its statements and its transfers."""

from decimal import Decimal
from typing import Any

from tallystick.books.documents.account import CreateAccount
from tallystick.books.documents.bank_transaction import BankTransaction, CreateBankTransaction
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import ImportStatement, StatementLine, StatementLineFields
from tallystick.ledger.account import AccountType
from tests.books.company import MONDAY, Company, D


def opened(company: Company, name: str = "Bank", **fields: Any) -> str:
    """Return the id of a new bank account."""
    identity: str = company.do(CreateAccount(name=name, **{"type": AccountType.BANK, **fields})).id
    return identity


def paid_in(company: Company, bank: str, amount: str, **fields: Any) -> BankTransaction:
    """Record money taken from the till to the bank."""
    fields = {"from_account_id": company.account("Petty Cash"), "to_account_id": bank, **fields}
    moved: BankTransaction = company.do(CreateBankTransaction(amount=D(amount), **fields))
    return moved


def line_of(amount: str, **fields: Any) -> StatementLineFields:
    """Return a line of a statement: money in when positive, money out when negative."""
    side = Side.DEBIT if Decimal(amount) > 0 else Side.CREDIT
    return StatementLineFields(side=side, amount=abs(D(amount)), **{"date": MONDAY, **fields})


def imported(company: Company, bank: str, *lines: StatementLineFields) -> tuple[StatementLine, ...]:
    """Import a statement and return its lines."""
    taken: tuple[StatementLine, ...] = company.do(ImportStatement(account_id=bank, lines=lines))
    return taken
