"""Kinds of account and the side each grows on."""

from tallystick.ledger.account import CLASS_OF, AccountClass, AccountType, grows_by_debit


def test_every_type_of_account_belongs_to_a_class() -> None:
    assert set(CLASS_OF) == set(AccountType)
    assert set(CLASS_OF.values()) == set(AccountClass)


def test_assets_and_expenses_grow_by_debit() -> None:
    assert grows_by_debit(AccountType.BANK)
    assert grows_by_debit(AccountType.COST_OF_GOODS_SOLD)
    assert not grows_by_debit(AccountType.CREDIT_CARD)
    assert not grows_by_debit(AccountType.OTHER_INCOME)
    assert not grows_by_debit(AccountType.EQUITY)
