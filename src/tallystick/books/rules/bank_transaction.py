"""What commands about bank transactions do. No entry is made here."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.bank_transaction import (
    BankTransaction,
    BankTransactionFields,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, deletes, new_stamp, stamp
from tallystick.books.rules.sales import currency_of, exchange_rate
from tallystick.books.totals import AMOUNT_MAX
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money


def create_bank_transaction(work: Work, command: CreateBankTransaction) -> BankTransaction:
    """Record money that moved."""
    moved = BankTransaction(id=work.new_id(), **_fields(work, command, None), **new_stamp(work))
    work.put(Kind.BANK_TRANSACTION, moved)
    return moved


def update_bank_transaction(work: Work, command: UpdateBankTransaction) -> BankTransaction:
    """Change a bank transaction; one that a statement line is matched with is settled with the bank."""
    old: BankTransaction = work.find(Kind.BANK_TRANSACTION, command.id)
    if work.is_used(old.id):
        raise Refused(Reason.IN_USE, field="id", kind=Kind.BANK_TRANSACTION.value, id=old.id)
    new = replace(old, **_fields(work, command, old), **stamp(work))
    work.put(Kind.BANK_TRANSACTION, new)
    return new


def _fields(work: Work, command: BankTransactionFields, old: BankTransaction | None) -> dict[str, Any]:
    giving = chosen(command.from_account_id, old.from_account_id if old else "")
    getting = chosen(command.to_account_id, old.to_account_id if old else "")
    kept = frozenset((old.from_account_id, old.to_account_id)) if old else frozenset()
    for field, account_id in (("from_account_id", giving), ("to_account_id", getting)):
        if not account_id:
            raise Refused(Reason.REQUIRED, field=field)
        work.account(account_id, field, kept=kept)
    if giving == getting:
        raise Refused(Reason.ACCOUNT_TYPE, field="to_account_id", id=getting)
    contact_id = chosen(command.contact_id, old.contact_id if old else "")
    if contact_id:
        work.active(Kind.CONTACT, contact_id, "contact_id", kept=frozenset((contact_id,)) if old else frozenset())
    date = chosen(command.date, old.date if old else work.today)
    currency = currency_of(work, command.currency_id, old.currency_id if old else work.base_currency.id)
    known = old.exchange_rate if old and old.currency_id == currency.id else None
    rate = exchange_rate(work, currency, command.exchange_rate, date, known=known)
    amount = round_money(chosen(command.amount, old.amount if old else ZERO), currency.places)
    charges = round_money(chosen(command.bank_charges, old.bank_charges if old else ZERO), currency.places)
    if amount <= 0 or amount * rate >= AMOUNT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(amount))
    if not 0 <= charges < amount:
        raise Refused(Reason.BAD_AMOUNT, field="bank_charges", amount=str(charges))
    base = round_money(amount * rate, work.base_currency.places)
    if not base:
        raise Refused(Reason.BAD_AMOUNT, field="amount", amount=str(amount), rate=str(rate))
    texts = {
        name: chosen(getattr(command, name), getattr(old, name) if old else "")
        for name in ("type", "reference", "description", "mode")
    }
    return {
        "from_account_id": giving,
        "to_account_id": getting,
        "contact_id": contact_id,
        "date": date,
        "currency_id": currency.id,
        "exchange_rate": rate,
        "places": currency.places,
        "amount": amount,
        "base_amount": base,
        "bank_charges": charges,
        **texts,
    }


RULES: Final[dict[type, Rule]] = {
    CreateBankTransaction: create_bank_transaction,
    UpdateBankTransaction: update_bank_transaction,
    DeleteBankTransaction: deletes(Kind.BANK_TRANSACTION),
}
