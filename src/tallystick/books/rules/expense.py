"""What commands about expenses do. No posting lives here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.expense import (
    CreateExpense,
    DeleteExpense,
    Expense,
    ExpenseFields,
    ExpenseLine,
    ExpenseLineFields,
    Spending,
    UpdateExpense,
)
from tallystick.books.lifecycle import Action
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.rules.tax import tax_plan
from tallystick.books.totals import NO_TAX, Priced, Pricing, compute, mirror
from tallystick.books.work import Work


def as_asked(lines: Sequence[ExpenseLine]) -> tuple[ExpenseLineFields, ...]:
    """Return lines as a command would ask for them."""
    return tuple(
        ExpenseLineFields(
            id=line.id,
            account_id=line.account_id,
            amount=line.amount,
            description=line.description,
            tax_id=line.tax_id,
        )
        for line in lines
    )


def _checked_lines(
    work: Work, asked: tuple[ExpenseLineFields, ...], old: Spending | None, kept: frozenset[str]
) -> tuple[ExpenseLineFields, ...]:
    """Return the lines asked for; raise Refused for none, too many, a strange id, account or negative amount."""
    if not asked:
        raise Refused(Reason.NO_LINES, field="lines", kind="expense")
    if len(asked) > work.settings.lines_max:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(asked), lines_max=work.settings.lines_max)
    known = {line.id for line in old.lines} if old else set()
    for index, line in enumerate(asked):
        if line.id and line.id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"lines[{index}].id", kind="line", id=line.id)
        known.discard(line.id)
        if not line.account_id:
            raise Refused(Reason.REQUIRED, field=f"lines[{index}].account_id", kind="expense")
        work.account(line.account_id, f"lines[{index}].account_id", kept=kept)
        if line.amount < 0:
            raise Refused(Reason.NEGATIVE_AMOUNT, field=f"lines[{index}].amount", amount=str(line.amount))
    return asked


def _figures(
    work: Work, asked: tuple[ExpenseLineFields, ...], fields: dict[str, Any], kept: frozenset[str]
) -> dict[str, Any]:
    """Return lines, taxes and totals; an expense of nothing is refused."""
    payable = work.system(SystemAccount.TAX_PAYABLE)
    plans = [
        tax_plan(work, line.tax_id, f"lines[{index}].tax_id", payable, kept=kept) if line.tax_id else NO_TAX
        for index, line in enumerate(asked)
    ]
    places, rate = fields["places"], fields["exchange_rate"]
    priced = [Priced(Decimal(1), line.amount, None, plan) for line, plan in zip(asked, plans, strict=True)]
    figures = compute(priced, Pricing(places=places, tax_inclusive=fields["tax_inclusive"]))
    totals = figures.totals
    if totals.total <= 0:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(totals.total))
    base = mirror(totals, rate, places, base_places=work.base_currency.places)
    lines = tuple(
        ExpenseLine(
            id=line.id or work.new_id(),
            account_id=line.account_id,
            description=line.description,
            amount=figure.amount,
            net=figure.net,
            tax_id=line.tax_id,
            tax_name=plan.name,
            tax_percentage=plan.percentage,
            tax_amount=figure.tax_amount,
            taxes=figure.taxes,
        )
        for line, plan, figure in zip(asked, plans, figures.lines, strict=True)
    )
    return {
        "lines": lines,
        "taxes": figures.taxes,
        "subtotal": totals.subtotal,
        "tax": totals.tax,
        "total": totals.total,
        "base_subtotal": base.subtotal,
        "base_total": base.total,
    }


def expense_fields(work: Work, command: ExpenseFields, old: Spending | None) -> dict[str, Any]:
    """Return an expense's fields; raise Refused for the first thing that will not do."""
    kept = frozenset(references(Kind.EXPENSE, old)) if old else frozenset()
    fields: dict[str, Any] = {
        name: chosen(getattr(command, name), getattr(old, name) if old else default)
        for name, default in (
            ("date", work.today),
            ("reference", ""),
            ("description", ""),
            ("vendor_id", ""),
            ("customer_id", ""),
            ("billable", False),
            ("paid_through_id", ""),
            ("tax_inclusive", False),
        )
    }
    for name, role in (("vendor_id", ContactRole.VENDOR), ("customer_id", ContactRole.CUSTOMER)):
        if fields[name]:
            work.party(role, fields[name], field=name, kept=kept)
    if fields["billable"] and not fields["customer_id"]:
        raise Refused(Reason.REQUIRED, field="customer_id", kind="expense")
    fields["paid_through_id"] = fields["paid_through_id"] or work.system(SystemAccount.PETTY_CASH)
    work.account(fields["paid_through_id"], "paid_through_id", kept=kept)
    currency = currency_of(work, command.currency_id, old.currency_id if old else work.base_currency.id)
    known = old.exchange_rate if old and old.currency_id == currency.id else None
    rate = exchange_rate(work, currency, command.exchange_rate, fields["date"], known=known)
    fields.update(currency_id=currency.id, places=currency.places, exchange_rate=rate)
    asked = _checked_lines(work, chosen(command.lines, as_asked(old.lines) if old else ()), old, kept)
    if any(line.account_id == fields["paid_through_id"] for line in asked):
        raise Refused(Reason.ACCOUNT_TYPE, field="paid_through_id", account=fields["paid_through_id"])
    fields.update(_figures(work, asked, fields, kept))
    return fields


def create_expense(work: Work, command: CreateExpense) -> Expense:
    """Record an expense."""
    fields = expense_fields(work, command, None)
    expense = Expense(id=work.new_id(), recurring_id=command.recurring_id, **fields, **new_stamp(work))
    work.put(Kind.EXPENSE, expense)
    return expense


def update_expense(work: Work, command: UpdateExpense) -> Expense:
    """Change an expense that no customer was charged for."""
    old: Expense = work.find(Kind.EXPENSE, command.id)
    lifecycle.refuse_blocked(lifecycle.EXPENSE_BLOCKERS, Action.UPDATE, old)
    new = replace(old, **expense_fields(work, command, old), **stamp(work))
    work.put(Kind.EXPENSE, new)
    return new


def delete_expense(work: Work, command: DeleteExpense) -> Expense:
    """Remove an expense that no customer was charged for."""
    expense: Expense = work.find(Kind.EXPENSE, command.id)
    lifecycle.refuse_blocked(lifecycle.EXPENSE_BLOCKERS, Action.DELETE, expense)
    work.delete(Kind.EXPENSE, expense.id)
    return expense


RULES: Final[dict[type, Rule]] = {
    CreateExpense: create_expense,
    UpdateExpense: update_expense,
    DeleteExpense: delete_expense,
}
