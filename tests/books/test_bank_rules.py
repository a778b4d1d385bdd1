"""Bank rules: which lines of a statement they recognise, and what they make of them."""

from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.bank_rule import (
    ApplyBankRule,
    BankRule,
    Comparator,
    CreateBankRule,
    Criterion,
    DeleteBankRule,
    DismissBankRule,
    LineField,
    Makes,
    OrderBankRules,
    RuleScope,
    UpdateBankRule,
)
from tallystick.books.documents.bank_transaction import (
    BankLineFields,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import LineState, ReopenStatementLine
from tallystick.books.recognition import holds
from tallystick.books.refusal import Reason
from tallystick.ledger.account import AccountType
from tests.books.bank import imported, line_of, opened
from tests.books.company import Company, D, amounts

RENT = Criterion(field=LineField.PAYEE, comparator=Comparator.CONTAINS, value="landlord")
LARGE = Criterion(field=LineField.AMOUNT, comparator=Comparator.GREATER_OR_EQUAL, value="500.00")


@pytest.fixture
def bank(company: Company) -> str:
    return opened(company)


def rule(company: Company, *criteria: Criterion, **fields: Any) -> BankRule:
    account_id = company.account(fields.pop("account", "Rent Expense"))
    given = {"name": "Rent", "side": Side.CREDIT, "scope": RuleScope.ALL, **fields}
    made: BankRule = company.do(CreateBankRule(criteria=criteria or (RENT,), account_id=account_id, **given))
    return made


@pytest.mark.parametrize(
    ("field", "comparator", "value", "held"),
    [
        (LineField.PAYEE, Comparator.IS, " the LANDLORD", True),
        (LineField.PAYEE, Comparator.IS, "landlord", False),
        (LineField.PAYEE, Comparator.CONTAINS, "land", True),
        (LineField.PAYEE, Comparator.STARTS_WITH, "the", True),
        (LineField.PAYEE, Comparator.STARTS_WITH, "lord", False),
        (LineField.PAYEE, Comparator.ENDS_WITH, "lord", True),
        (LineField.DESCRIPTION, Comparator.IS_EMPTY, "", True),
        (LineField.PAYEE, Comparator.IS_EMPTY, "", False),
        (LineField.REFERENCE, Comparator.CONTAINS, "r-7", True),
        (LineField.AMOUNT, Comparator.EQUALS, "500", True),
        (LineField.AMOUNT, Comparator.IS, "500.01", False),
        (LineField.AMOUNT, Comparator.GREATER, "500", False),
        (LineField.AMOUNT, Comparator.GREATER_OR_EQUAL, "500", True),
        (LineField.AMOUNT, Comparator.LESS, "500", False),
        (LineField.AMOUNT, Comparator.LESS_OR_EQUAL, "500.00", True),
    ],
)
def test_a_criterion_compares(
    company: Company, bank: str, field: LineField, comparator: Comparator, value: str, *, held: bool
) -> None:
    [line] = imported(company, bank, line_of("-500", payee="The Landlord", reference="R-77"))
    assert holds(Criterion(field=field, comparator=comparator, value=value), line) is held


def test_the_first_rule_that_holds_recognises_a_line(company: Company, bank: str) -> None:
    both = rule(company, RENT, LARGE, name="Large rent")
    either = rule(company, RENT, LARGE, name="Any", any_of=True)
    deposits = rule(company, LARGE, name="Large deposits", side=Side.DEBIT)
    lines = imported(
        company,
        bank,
        line_of("-600", payee="Landlord"),
        line_of("-5", payee="Landlord"),
        line_of("600", payee="Landlord"),
        line_of("-5", payee="Baker"),
    )
    assert [line.rule_id for line in lines] == [both.id, either.id, deposits.id, ""]
    company.do(OrderBankRules(rule_ids=(either.id,)))
    held = company.book.table(Kind.STATEMENT_LINE)
    assert held[lines[0].id].rule_id == either.id
    company.do(DismissBankRule(id=lines[0].id))
    assert held[lines[0].id].rule_id == both.id
    company.do(DeleteBankRule(id=both.id))
    assert held[lines[0].id].rule_id == ""
    company.do(UpdateBankRule(id=either.id, side=Side.DEBIT))
    assert held[lines[2].id].rule_id == either.id
    assert company.balances() == {}, "recognising alone posts nothing"


def test_a_rule_looks_only_at_the_accounts_of_its_scope(company: Company, bank: str) -> None:
    card = opened(company, "Card", type=AccountType.CREDIT_CARD)
    for scope, chosen, found in (
        (RuleScope.SELECTED, (card,), ("", "x")),
        (RuleScope.BANKS, (), ("x", "")),
        (RuleScope.CARDS, (), ("", "x")),
        (RuleScope.ALL, (), ("x", "x")),
    ):
        made = rule(company, scope=scope, account_ids=chosen)
        lines = [imported(company, account, line_of("-1", payee="Landlord"))[0] for account in (bank, card)]
        assert tuple("x" if line.rule_id else "" for line in lines) == found
        company.do(DeleteBankRule(id=made.id))


def test_a_rule_that_makes_no_sense_is_refused(company: Company) -> None:
    fields: dict[str, Any] = {"name": "Odd", "side": Side.CREDIT, "scope": RuleScope.ALL}
    fields["account_id"] = company.account("Rent Expense")
    odd = Criterion(field=LineField.AMOUNT, comparator=Comparator.CONTAINS, value="5")
    company.refused(CreateBankRule(criteria=(odd,), **fields), Reason.WRONG_TYPE)
    none = Criterion(field=LineField.AMOUNT, comparator=Comparator.LESS, value="much")
    company.refused(CreateBankRule(criteria=(none,), **fields), Reason.BAD_AMOUNT)
    company.refused(CreateBankRule(criteria=(), **fields), Reason.REQUIRED)
    company.refused(CreateBankRule(criteria=(RENT,), **{**fields, "name": " "}), Reason.REQUIRED)
    selected = {**fields, "scope": RuleScope.SELECTED}
    company.refused(CreateBankRule(criteria=(RENT,), **selected), Reason.REQUIRED)
    company.refused(
        CreateBankRule(criteria=(RENT,), account_ids=(fields["account_id"],), **selected), Reason.ACCOUNT_TYPE
    )
    company.refused(
        CreateBankRule(criteria=(RENT,), **{**fields, "account_id": company.account("Accounts Payable")}),
        Reason.ACCOUNT_TYPE,
    )
    company.refused(OrderBankRules(rule_ids=("999",)), Reason.UNKNOWN_ID)


def test_a_rule_makes_an_expense_with_tax_taken_out_of_what_was_paid(company: Company, bank: str) -> None:
    rule(company, makes=Makes.EXPENSE, tax_id=company.tax("25"), keeps_reference=True)
    [line] = imported(company, bank, line_of("-125", payee="Landlord", reference="R-1"))
    done = company.do(ApplyBankRule(id=line.id))
    assert done.state is LineState.CATEGORIZED
    [expense] = company.book.table(Kind.EXPENSE).values()
    assert (expense.reference, expense.total, done.sources) == ("R-1", D(125), (expense.id,))
    assert company.balances() == amounts(Bank="-125", Rent_Expense="100", Tax_Payable="25")
    company.refused(ApplyBankRule(id=line.id), Reason.WRONG_STATUS)


def test_a_rule_makes_a_deposit_with_tax(company: Company, bank: str) -> None:
    rule(company, LARGE, side=Side.DEBIT, account="Sales", type="sales_without_invoices", tax_id=company.tax("10"))
    [line] = imported(company, bank, line_of("550"))
    done = company.do(ApplyBankRule(id=line.id))
    assert company.balances() == amounts(Bank="550", Sales="-500", Tax_Payable="-50")
    [source] = done.sources
    company.refused(DeleteBankTransaction(id=source), Reason.IN_USE)
    company.refused(UpdateBankTransaction(id=source, amount=D(1)), Reason.IN_USE)
    company.do(UpdateBankTransaction(id=source, description="March"))
    company.do(ReopenStatementLine(id=line.id))
    company.do(DeleteBankTransaction(id=source))
    assert company.balances() == {}


def test_money_out_is_split_over_accounts_each_with_its_tax(company: Company, bank: str) -> None:
    tax = company.tax("10")
    lines = (
        BankLineFields(account_id=company.account("Rent Expense"), amount=D(100), tax_id=tax),
        BankLineFields(account_id=company.account("Telephone Expense"), amount=D(30)),
    )
    moved = company.do(CreateBankTransaction(from_account_id=bank, lines=lines))
    assert (moved.amount, moved.tax) == (D(140), D(10))
    split = amounts(Bank="-140", Rent_Expense="100", Telephone_Expense="30", Tax_Payable="10")
    assert company.balances() == split
    company.do(UpdateBankTransaction(id=moved.id, tax_inclusive=True))
    assert company.balances()["Bank"] == D(-130)
    company.do(UpdateBankTransaction(id=moved.id, lines=lines[1:]))
    assert company.balances() == amounts(Bank="-30", Telephone_Expense="30")
    company.do(UpdateBankTransaction(id=moved.id, amount=D(31), tax_id=tax, tax_inclusive=False))
    assert company.balances() == amounts(Bank="-34.10", Telephone_Expense="31", Tax_Payable="3.10")
    transfer = CreateBankTransaction(
        from_account_id=bank, to_account_id=company.account("Petty Cash"), amount=D(5), tax_id=tax
    )
    company.refused(transfer, Reason.ACCOUNT_TYPE)
