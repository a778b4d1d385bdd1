"""Every command a book understands, by its name on paper. What a command does stands in `books.rules`."""

from types import ModuleType
from typing import Final

from tallystick.books.documents import (
    account,
    approval,
    bank_rule,
    bank_transaction,
    base_currency_adjustment,
    bill,
    contact,
    contact_opening,
    credit_note,
    currency,
    delivery_challan,
    estimate,
    expense,
    fixed_asset,
    invoice,
    item,
    journal,
    lock,
    mail,
    opening_balance,
    payment,
    project,
    purchase_order,
    reconciliation,
    recurring_bill,
    recurring_expense,
    recurring_invoice,
    recurring_journal,
    reminder,
    retainer_invoice,
    sales_order,
    sales_receipt,
    sequence,
    settings,
    statement_line,
    tax,
    user,
    vendor_credit,
    vendor_payment,
)
from tallystick.books.documents.document import Command, command_name

MODULES: Final[tuple[ModuleType, ...]] = (
    settings,
    sequence,
    currency,
    account,
    tax,
    user,
    contact,
    item,
    invoice,
    payment,
    credit_note,
    journal,
    estimate,
    sales_order,
    delivery_challan,
    retainer_invoice,
    recurring_bill,
    recurring_expense,
    recurring_invoice,
    recurring_journal,
    sales_receipt,
    project,
    purchase_order,
    bill,
    vendor_payment,
    vendor_credit,
    expense,
    opening_balance,
    contact_opening,
    bank_transaction,
    base_currency_adjustment,
    bank_rule,
    statement_line,
    reconciliation,
    lock,
    fixed_asset,
    mail,
    reminder,
    approval,
)


def _commands() -> dict[str, type[Command]]:
    """Return the commands that the document modules define; shared bases (`…Fields`, `Target`) are not commands."""
    return {
        command_name(name): value
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, Command)
        and value.__module__ == module.__name__
        and not name.endswith("Fields")
    }


COMMANDS: Final[dict[str, type[Command]]] = _commands()
"""`{"create_invoice": CreateInvoice, …}`; decode one with `msgspec.convert(fields, COMMANDS[name])`."""


class Batch(Command, frozen=True, kw_only=True):
    """Several commands as one: all of them or none. The outcome's document is that of the last."""

    commands: tuple[Command, ...]
