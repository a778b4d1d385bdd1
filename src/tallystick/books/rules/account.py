"""What commands about the chart of accounts do. No balance is read here."""

from typing import Final

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.account import (
    Account,
    ActivateAccount,
    CreateAccount,
    DeactivateAccount,
    DeleteAccount,
    UpdateAccount,
)
from tallystick.books.documents.document import Target
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, deletes, given, new_stamp, required_name, sets_active, stamp
from tallystick.books.work import Work
from tallystick.ledger.account import CLASS_OF

DEPTH_MAX: Final = 10


def _check(work: Work, account: Account) -> None:
    """Raise Refused when an account's name, code, currency or parent will not do."""
    work.refuse_taken(Kind.ACCOUNT, "name", account.name, own_id=account.id, reason=Reason.DUPLICATE_NAME)
    work.refuse_taken(Kind.ACCOUNT, "code", account.code, own_id=account.id, reason=Reason.DUPLICATE_CODE)
    if account.currency_id:
        work.find(Kind.CURRENCY, account.currency_id, "currency_id")
    ancestor_id = account.parent_id
    for _ in range(DEPTH_MAX):
        if not ancestor_id:
            return
        parent: Account = work.find(Kind.ACCOUNT, ancestor_id, "parent_id")
        if parent.id == account.id or CLASS_OF[parent.type] is not CLASS_OF[account.type]:
            raise Refused(Reason.ACCOUNT_TYPE, field="parent_id", account=parent.name, type=parent.type.value)
        ancestor_id = parent.parent_id
    raise Refused(Reason.TOO_MANY_PARTS, field="parent_id", parts_max=DEPTH_MAX)


def create_account(work: Work, command: CreateAccount) -> Account:
    """Add an account."""
    if isinstance(command.type, UnsetType):
        raise Refused(Reason.REQUIRED, field="type")
    account = Account(
        id=work.new_id(),
        name=required_name(command.name),
        type=command.type,
        code=chosen(command.code, ""),
        description=chosen(command.description, ""),
        parent_id=chosen(command.parent_id, ""),
        currency_id=chosen(command.currency_id, ""),
        user_made=True,
        **new_stamp(work),
    )
    _check(work, account)
    work.put(Kind.ACCOUNT, account)
    return account


def update_account(work: Work, command: UpdateAccount) -> Account:
    """Change an account."""
    old: Account = work.find(Kind.ACCOUNT, command.id)
    new = replace(old, **given(command), **stamp(work))
    if command.name is not UNSET:
        new = replace(new, name=required_name(command.name))
    if new.type is not old.type:
        if old.system:
            raise Refused(Reason.SYSTEM_RECORD, field="type", kind="account", id=old.id)
        if CLASS_OF[new.type] is not CLASS_OF[old.type] and work.is_used(old.id):
            raise Refused(Reason.IN_USE, field="type", kind="account", id=old.id)
    _check(work, new)
    work.put(Kind.ACCOUNT, new)
    return new


def _not_system(rule: Rule) -> Rule:
    """Return a rule that refuses accounts which play a part in the posting rules."""

    def guarded(work: Work, command: Target) -> Account:
        account: Account = work.find(Kind.ACCOUNT, command.id)
        if account.system:
            raise Refused(Reason.SYSTEM_RECORD, field="id", kind="account", id=account.id)
        done: Account = rule(work, command)
        return done

    return guarded


RULES: Final[dict[type, Rule]] = {
    CreateAccount: create_account,
    UpdateAccount: update_account,
    DeleteAccount: _not_system(deletes(Kind.ACCOUNT)),
    ActivateAccount: sets_active(Kind.ACCOUNT, active=True),
    DeactivateAccount: _not_system(sets_active(Kind.ACCOUNT, active=False)),
}
