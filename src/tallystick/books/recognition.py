"""Which bank rule recognises a statement line: comparators as one table, all of it pure. No rule is applied here."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from tallystick.books.documents.account import Account
from tallystick.books.documents.bank_rule import BankRule, Comparator, Criterion, LineField, RuleScope
from tallystick.books.documents.statement_line import StatementLine
from tallystick.ledger.account import AccountType

TEXT: Final[dict[Comparator, Callable[[str, str], bool]]] = {
    Comparator.IS: lambda held, value: held == value,
    Comparator.CONTAINS: lambda held, value: value in held,
    Comparator.STARTS_WITH: lambda held, value: held.startswith(value),
    Comparator.ENDS_WITH: lambda held, value: held.endswith(value),
    Comparator.IS_EMPTY: lambda held, _: not held,
}
AMOUNT: Final[dict[Comparator, Callable[[Decimal, Decimal], bool]]] = {
    Comparator.IS: lambda held, value: held == value,
    Comparator.EQUALS: lambda held, value: held == value,
    Comparator.GREATER: lambda held, value: held > value,
    Comparator.GREATER_OR_EQUAL: lambda held, value: held >= value,
    Comparator.LESS: lambda held, value: held < value,
    Comparator.LESS_OR_EQUAL: lambda held, value: held <= value,
}
SCOPES: Final[dict[RuleScope, Callable[[BankRule, Account], bool]]] = {
    RuleScope.SELECTED: lambda rule, account: account.id in rule.account_ids,
    RuleScope.ALL: lambda *_: True,
    RuleScope.BANKS: lambda _, account: account.type is AccountType.BANK,
    RuleScope.CARDS: lambda _, account: account.type is AccountType.CREDIT_CARD,
}


def fits(criterion: Criterion) -> bool:
    """Tell whether a comparator can be asked of the field."""
    return criterion.comparator in (AMOUNT if criterion.field is LineField.AMOUNT else TEXT)


def holds(criterion: Criterion, line: StatementLine) -> bool:
    """Tell whether a line meets a criterion."""
    if criterion.field is LineField.AMOUNT:
        return AMOUNT[criterion.comparator](line.amount, Decimal(criterion.value))
    held: str = getattr(line, criterion.field.value)
    return TEXT[criterion.comparator](held.strip().casefold(), criterion.value.strip().casefold())


def recognises(rule: BankRule, line: StatementLine, account: Account) -> bool:
    """Tell whether a rule holds for a line of an account's statement."""
    if rule.side is not line.side or not SCOPES[rule.scope](rule, account):
        return False
    met = (holds(criterion, line) for criterion in rule.criteria)
    return any(met) if rule.any_of else all(met)


def recognised_by(rules: Iterable[BankRule], line: StatementLine, account: Account) -> str:
    """Return the id of the first rule, in their order, that recognises a line; empty when none does."""
    found = (rule for rule in sorted(rules, key=lambda rule: rule.order) if recognises(rule, line, account))
    return next((rule.id for rule in found if rule.id not in line.dismissed), "")
