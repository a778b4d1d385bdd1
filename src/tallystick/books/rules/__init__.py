"""What each command does: one document, one file, one dispatch table. No arithmetic of totals and no posting."""

from typing import Any, Final

from tallystick.books.commands import Batch
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules import (
    account,
    bill,
    contact,
    credit_note,
    currency,
    delivery_challan,
    estimate,
    expense,
    invoice,
    item,
    journal,
    journal_credit,
    opening,
    payment,
    project,
    purchase_order,
    recurring_bill,
    recurring_expense,
    recurring_invoice,
    recurring_journal,
    retainer_invoice,
    sales_order,
    sales_receipt,
    tax,
    user,
    vendor_credit,
)
from tallystick.books.rules.approval import RULES as APPROVAL
from tallystick.books.rules.bank_rule import RULES as BANK_RULE
from tallystick.books.rules.bank_transaction import RULES as BANK_TRANSACTION
from tallystick.books.rules.base_currency_adjustment import RULES as BASE_CURRENCY_ADJUSTMENT
from tallystick.books.rules.contact_merge import RULES as CONTACT_MERGE
from tallystick.books.rules.contact_opening import RULES as CONTACT_OPENING
from tallystick.books.rules.fixed_asset import RULES as FIXED_ASSET
from tallystick.books.rules.lock import RULES as LOCK
from tallystick.books.rules.mail import RULES as MAIL
from tallystick.books.rules.opening_balance import RULES as OPENING_BALANCE
from tallystick.books.rules.reconciliation import RULES as RECONCILIATION
from tallystick.books.rules.record import Rule
from tallystick.books.rules.reminder import RULES as REMINDER
from tallystick.books.rules.statement_line import RULES as STATEMENT_LINE
from tallystick.books.work import Work

COMMANDS_MAX: Final = 1000


def _batch(work: Work, command: Batch) -> Any:
    """Carry several commands out, each seeing what those before it did."""
    if not command.commands:
        raise Refused(Reason.REQUIRED, field="commands")
    if len(command.commands) > COMMANDS_MAX:
        raise Refused(Reason.TOO_MANY_PARTS, field="commands", parts=len(command.commands), parts_max=COMMANDS_MAX)
    document = None
    for index, each in enumerate(command.commands):
        if type(each) not in RULES or isinstance(each, Batch):
            raise Refused(Reason.WRONG_TYPE, field=f"commands[{index}]", expected="a command")
        work.user_id = each.user_id or command.user_id
        document = RULES[type(each)](work, each)
    return document


RULES: Final[dict[type, Rule]] = {
    Batch: _batch,
    **opening.RULES,
    **currency.RULES,
    **account.RULES,
    **tax.RULES,
    **user.RULES,
    **contact.RULES,
    **item.RULES,
    **invoice.RULES,
    **payment.RULES,
    **credit_note.RULES,
    **journal.RULES,
    **journal_credit.RULES,
    **APPROVAL,
    **OPENING_BALANCE,
    **CONTACT_OPENING,
    **CONTACT_MERGE,
    **BANK_TRANSACTION,
    **BASE_CURRENCY_ADJUSTMENT,
    **FIXED_ASSET,
    **BANK_RULE,
    **STATEMENT_LINE,
    **RECONCILIATION,
    **LOCK,
    **MAIL,
    **REMINDER,
    **purchase_order.RULES,
    **bill.RULES,
    **vendor_credit.RULES,
    **expense.RULES,
    **estimate.RULES,
    **sales_order.RULES,
    **delivery_challan.RULES,
    **retainer_invoice.RULES,
    **recurring_invoice.RULES,
    **recurring_bill.RULES,
    **recurring_expense.RULES,
    **recurring_journal.RULES,
    **sales_receipt.RULES,
    **project.RULES,
}
"""The rule of every command."""
