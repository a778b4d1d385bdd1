"""What commands about bank rules do: keep them in order, look at open lines again, make what a rule says. No posting."""

from decimal import Decimal, InvalidOperation
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.account import Account
from tallystick.books.documents.bank_rule import (
    ApplyBankRule,
    BankRule,
    BankRuleFields,
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
from tallystick.books.documents.bank_transaction import CreateBankTransaction
from tallystick.books.documents.contact import Contact, ContactRole
from tallystick.books.documents.expense import CreateExpense, ExpenseLineFields
from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import CategorizeStatementLine, LineState, StatementLine
from tallystick.books.recognition import fits, recognised_by
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.bank_transaction import create_bank_transaction
from tallystick.books.rules.expense import create_expense
from tallystick.books.rules.reconciliation import money_account
from tallystick.books.rules.record import Rule, chosen, new_stamp, required_name, stamp
from tallystick.books.rules.statement_line import categorize
from tallystick.books.rules.tax import tax_plan
from tallystick.books.work import Work

RULES_MAX: Final = 500
CRITERIA_MAX: Final = 50
_DEFAULTS: Final[dict[str, Any]] = {
    "account_ids": (),
    "any_of": False,
    "automatic": False,
    "makes": Makes.BANK_TRANSACTION,
    "type": "",
    "contact_id": "",
    "tax_id": "",
    "keeps_reference": False,
}
_REQUIRED: Final = ("side", "scope", "criteria", "account_id")


def create(work: Work, command: CreateBankRule) -> BankRule:
    """Add a rule after all others."""
    orders = [rule.order for rule in work.all(Kind.BANK_RULE)]
    if len(orders) >= RULES_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="rules", parts=len(orders) + 1, parts_max=RULES_MAX)
    rule = BankRule(
        id=work.new_id(), order=max(orders, default=0) + 1, **_fields(work, command, None), **new_stamp(work)
    )
    return _put(work, rule)


def update(work: Work, command: UpdateBankRule) -> BankRule:
    """Change a rule."""
    old: BankRule = work.find(Kind.BANK_RULE, command.id)
    return _put(work, replace(old, **_fields(work, command, old), **stamp(work)))


def _put(work: Work, rule: BankRule) -> BankRule:
    work.put(Kind.BANK_RULE, rule)
    _look_again(work)
    return rule


def delete(work: Work, command: DeleteBankRule) -> BankRule:
    """Remove a rule."""
    old: BankRule = work.find(Kind.BANK_RULE, command.id)
    work.delete(Kind.BANK_RULE, old.id)
    _look_again(work)
    return old


def put_in_order(work: Work, command: OrderBankRules) -> tuple[BankRule, ...]:
    """Put the named rules first, in the order named."""
    rules = {rule.id: rule for rule in sorted(work.all(Kind.BANK_RULE), key=lambda rule: rule.order)}
    for at, identity in enumerate(command.rule_ids):
        if identity not in rules:
            raise Refused(Reason.UNKNOWN_ID, field=f"rule_ids[{at}]", kind="bank_rule", id=identity)
    for order, identity in enumerate(dict.fromkeys((*command.rule_ids, *rules)), 1):
        if rules[identity].order != order:
            work.put(Kind.BANK_RULE, replace(rules[identity], order=order, **stamp(work)))
    _look_again(work)
    return tuple(sorted(work.all(Kind.BANK_RULE), key=lambda rule: rule.order))


def _fields(work: Work, command: BankRuleFields, old: BankRule | None) -> dict[str, Any]:
    kept = frozenset(references(Kind.BANK_RULE, old)) if old else frozenset()
    fields = {name: chosen(getattr(command, name), getattr(old, name) if old else _DEFAULTS.get(name)) for name in _ALL}
    fields["name"] = required_name(chosen(command.name, old.name if old else ""))
    for name in _REQUIRED:
        if not fields[name]:
            raise Refused(Reason.REQUIRED, field=name)
    if fields["scope"] is not RuleScope.SELECTED:
        fields["account_ids"] = ()
    elif not fields["account_ids"]:
        raise Refused(Reason.REQUIRED, field="account_ids")
    for identity in fields["account_ids"]:
        money_account(work, identity)
    work.account(fields["account_id"], "account_id", kept=kept)
    if fields["contact_id"]:
        work.active(Kind.CONTACT, fields["contact_id"], "contact_id", kept=kept)
    if fields["tax_id"]:
        tax_plan(work, fields["tax_id"], "tax_id", "", kept=kept)
    _check_criteria(fields["criteria"])
    return fields


_ALL: Final = tuple(name for name in BankRuleFields.__struct_fields__ if name not in {"name", "user_id"})


def _check_criteria(criteria: tuple[Criterion, ...]) -> None:
    """Raise Refused for too many criteria, a comparator its field has no sense for, or an amount that is none."""
    if len(criteria) > CRITERIA_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="criteria", parts=len(criteria), parts_max=CRITERIA_MAX)
    for at, criterion in enumerate(criteria):
        if not fits(criterion):
            raise Refused(Reason.WRONG_TYPE, field=f"criteria[{at}].comparator", expected="one for the field")
        if criterion.field is LineField.AMOUNT and not _is_amount(criterion.value):
            raise Refused(Reason.BAD_AMOUNT, field=f"criteria[{at}].value", amount=criterion.value)


def _is_amount(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _look_again(work: Work) -> None:
    """Mark every open line with the rule that recognises it now."""
    rules = list(work.all(Kind.BANK_RULE))
    for line in list(work.all(Kind.STATEMENT_LINE)):
        if line.state is not LineState.UNCATEGORIZED:
            continue
        rule_id = recognised_by(rules, line, work.find(Kind.ACCOUNT, line.account_id))
        if rule_id != line.rule_id:
            work.put(Kind.STATEMENT_LINE, replace(line, rule_id=rule_id))


def apply(work: Work, command: ApplyBankRule) -> StatementLine:
    """Make what the rule that recognised a line says, and tie the line to it."""
    line: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    rule: BankRule | None = work.get(Kind.BANK_RULE, line.rule_id)
    if rule is None or line.state is not LineState.UNCATEGORIZED:
        raise Refused(Reason.WRONG_STATUS, field="status", status=line.state.value, action="apply a rule")
    account: Account = work.find(Kind.ACCOUNT, line.account_id)
    source = _MAKERS[rule.makes](work, rule, line, account)
    return categorize(work, CategorizeStatementLine(id=line.id, source=source, user_id=command.user_id))


def _bank_transaction(work: Work, rule: BankRule, line: StatementLine, account: Account) -> str:
    giving, getting = (rule.account_id, account.id) if line.side is Side.DEBIT else (account.id, rule.account_id)
    made = CreateBankTransaction(
        type=rule.type,
        date=line.date,
        from_account_id=giving,
        to_account_id=getting,
        amount=line.amount,
        currency_id=account.currency_id,
        contact_id=rule.contact_id,
        tax_id=rule.tax_id,
        tax_inclusive=True,
        reference=line.reference if rule.keeps_reference else "",
        description=line.description,
    )
    return create_bank_transaction(work, made).id


def _expense(work: Work, rule: BankRule, line: StatementLine, account: Account) -> str:
    if line.side is Side.DEBIT:
        raise Refused(Reason.WRONG_ROLE, field="side")
    contact: Contact | None = work.get(Kind.CONTACT, rule.contact_id)
    is_vendor = contact is not None and contact.role is ContactRole.VENDOR
    made = CreateExpense(
        date=line.date,
        paid_through_id=account.id,
        currency_id=account.currency_id,
        vendor_id=rule.contact_id if is_vendor else "",
        customer_id="" if is_vendor else rule.contact_id,
        tax_inclusive=True,
        reference=line.reference if rule.keeps_reference else "",
        description=line.description,
        lines=(ExpenseLineFields(account_id=rule.account_id, amount=line.amount, tax_id=rule.tax_id),),
    )
    return create_expense(work, made).id


_MAKERS: Final = {Makes.BANK_TRANSACTION: _bank_transaction, Makes.EXPENSE: _expense}


def dismiss(work: Work, command: DismissBankRule) -> StatementLine:
    """Forget that a rule recognised a line; the next rule that does takes its place."""
    line: StatementLine = work.find(Kind.STATEMENT_LINE, command.id)
    if not line.rule_id or line.state is not LineState.UNCATEGORIZED:
        raise Refused(Reason.WRONG_STATUS, field="status", status=line.state.value, action="dismiss a rule")
    passed = replace(line, dismissed=(*line.dismissed, line.rule_id), **stamp(work))
    account: Account = work.find(Kind.ACCOUNT, line.account_id)
    new = replace(passed, rule_id=recognised_by(work.all(Kind.BANK_RULE), passed, account))
    work.put(Kind.STATEMENT_LINE, new)
    return new


RULES: Final[dict[type, Rule]] = {
    CreateBankRule: create,
    UpdateBankRule: update,
    DeleteBankRule: delete,
    OrderBankRules: put_in_order,
    ApplyBankRule: apply,
    DismissBankRule: dismiss,
}
