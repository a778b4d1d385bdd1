"""What commands about bank transactions do. No entry is made here."""

from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bank_transaction import (
    BankLine,
    BankLineFields,
    BankTransaction,
    BankTransactionFields,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.moved import MONEY_TYPES
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.rules.tax import tax_plan
from tallystick.books.totals import AMOUNT_MAX, NO_TAX, Figures, Priced, Pricing, compute
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

Kept = frozenset[str]


def create_bank_transaction(work: Work, command: CreateBankTransaction) -> BankTransaction:
    """Record money that moved."""
    moved = BankTransaction(id=work.new_id(), **_fields(work, command, None), **new_stamp(work))
    work.put(Kind.BANK_TRANSACTION, moved)
    return moved


def update_bank_transaction(work: Work, command: UpdateBankTransaction) -> BankTransaction:
    """Change a bank transaction; what is settled with the bank stays (`rules.settled`)."""
    old: BankTransaction = work.find(Kind.BANK_TRANSACTION, command.id)
    new = replace(old, **_fields(work, command, old), **stamp(work))
    work.put(Kind.BANK_TRANSACTION, new)
    return new


def delete_bank_transaction(work: Work, command: DeleteBankTransaction) -> BankTransaction:
    """Remove a bank transaction that is not settled with the bank (`rules.settled`)."""
    old: BankTransaction = work.find(Kind.BANK_TRANSACTION, command.id)
    work.delete(Kind.BANK_TRANSACTION, old.id)
    return old


def _fields(work: Work, command: BankTransactionFields, old: BankTransaction | None) -> dict[str, Any]:
    kept = frozenset(references(Kind.BANK_TRANSACTION, old)) if old else frozenset()
    contact_id = chosen(command.contact_id, old.contact_id if old else "")
    if contact_id:
        work.active(Kind.CONTACT, contact_id, "contact_id", kept=kept)
    date = chosen(command.date, old.date if old else work.today)
    currency = currency_of(work, command.currency_id, old.currency_id if old else work.base_currency.id)
    known = old.exchange_rate if old and old.currency_id == currency.id else None
    rate = exchange_rate(work, currency, command.exchange_rate, date, known=known)
    figures = _figures(work, command, old, places=currency.places, kept=kept)
    amount = figures["amount"]
    charges = round_money(chosen(command.bank_charges, old.bank_charges if old else ZERO), currency.places)
    if amount <= 0 or amount * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(amount))
    if not 0 <= charges < amount:
        raise Refused(Reason.BAD_AMOUNT, field="bank_charges", amount=str(charges))
    if charges and figures["lines"] and figures["lines"][0].account_id == figures["to_account_id"]:
        raise Refused(Reason.BAD_AMOUNT, field="bank_charges", amount=str(charges))
    base = round_money(amount * rate, work.base_currency.places)
    if not base:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(amount), rate=str(rate))
    texts = {
        name: chosen(getattr(command, name), getattr(old, name) if old else "")
        for name in ("type", "reference", "description", "mode")
    }
    return {
        "contact_id": contact_id,
        "date": date,
        "currency_id": currency.id,
        "exchange_rate": rate,
        "places": currency.places,
        "base_amount": base,
        "bank_charges": charges,
        **figures,
        **texts,
    }


def _figures(
    work: Work, command: BankTransactionFields, old: BankTransaction | None, *, places: int, kept: Kept
) -> dict[str, Any]:
    """Return the two accounts and what moved between them, lines and taxes when it takes some to say it."""
    sides = {
        name: chosen(getattr(command, name), getattr(old, name) if old else "")
        for name in ("from_account_id", "to_account_id")
    }
    lines = chosen(command.lines, _as_asked(old))
    other = _other_side(work, sides, at_least_one=bool(lines))
    if lines and other:
        sides[other] = lines[0].account_id
    for field, account_id in sides.items():
        if not account_id:
            raise Refused(Reason.REQUIRED, field=field)
        work.account(account_id, field, kept=kept)
    if sides["from_account_id"] == sides["to_account_id"]:
        raise Refused(Reason.ACCOUNT_TYPE, field="to_account_id", id=sides["to_account_id"])
    single = old.lines[0] if old and len(old.lines) == 1 else None
    asked = round_money(chosen(command.amount, single.amount if single else old.amount if old else ZERO), places)
    tax_id = chosen(command.tax_id, single.tax_id if single else "")
    if not lines and tax_id:
        lines = (BankLineFields(account_id=sides[other] if other else "", amount=asked, tax_id=tax_id),)
    if not lines:
        return {**sides, "amount": asked, "lines": (), "taxes": (), "tax": ZERO, "tax_inclusive": False}
    if not other:
        raise Refused(Reason.ACCOUNT_TYPE, field="tax_id" if tax_id else "lines", id=sides["to_account_id"])
    inclusive = chosen(command.tax_inclusive, old.tax_inclusive if old else False)
    return {**sides, **_split(work, lines, inclusive=inclusive, places=places, kept=kept), "tax_inclusive": inclusive}


def _as_asked(old: BankTransaction | None) -> tuple[BankLineFields, ...]:
    """Return lines as they were asked for; a single one is said again by account, amount and tax."""
    if old is None or len(old.lines) < 2:
        return ()
    return tuple(
        BankLineFields(account_id=line.account_id, amount=line.amount, description=line.description, tax_id=line.tax_id)
        for line in old.lines
    )


def _other_side(work: Work, sides: dict[str, str], *, at_least_one: bool) -> str:
    """Return which side is no account of money when just one is; an unsaid one counts as that when lines say it."""
    other = []
    for field, account_id in sides.items():
        account = work.get(Kind.ACCOUNT, account_id)
        if (account is None and at_least_one) or (account is not None and account.type not in MONEY_TYPES):
            other.append(field)
    return other[0] if len(other) == 1 else ""


def _split(
    work: Work, asked: tuple[BankLineFields, ...], *, inclusive: bool, places: int, kept: Kept
) -> dict[str, Any]:
    """Return lines, taxes and what moved in all; raise Refused for too many, a strange account or an amount of nothing."""
    if len(asked) > work.settings.lines_max:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(asked), lines_max=work.settings.lines_max)
    payable = work.system(SystemAccount.TAX_PAYABLE)
    plans = []
    for at, line in enumerate(asked):
        work.account(line.account_id, f"lines[{at}].account_id", kept=kept)
        if line.amount <= 0:
            raise Refused(Reason.BAD_AMOUNT, field=f"lines[{at}].amount", amount=str(line.amount))
        plans.append(tax_plan(work, line.tax_id, f"lines[{at}].tax_id", payable, kept=kept) if line.tax_id else NO_TAX)
    priced = [Priced(Decimal(1), line.amount, None, plan) for line, plan in zip(asked, plans, strict=True)]
    figures: Figures = compute(priced, Pricing(places=places, tax_inclusive=inclusive))
    lines = tuple(
        BankLine(
            id=work.new_id(),
            account_id=line.account_id,
            description=line.description,
            amount=figure.amount,
            net=figure.net,
            tax_id=line.tax_id,
            tax_name=plan.name,
            tax_percentage=plan.percentage,
            tax_amount=figure.tax_amount,
        )
        for line, plan, figure in zip(asked, plans, figures.lines, strict=True)
    )
    return {"amount": figures.totals.total, "lines": lines, "taxes": figures.taxes, "tax": figures.totals.tax}


RULES: Final[dict[type, Rule]] = {
    CreateBankTransaction: create_bank_transaction,
    UpdateBankTransaction: update_bank_transaction,
    DeleteBankTransaction: delete_bank_transaction,
}
