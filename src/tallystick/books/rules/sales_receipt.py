"""What commands about sales receipts do. What they have in common with other nouns stands in `priced`, not here."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.sales_receipt import (
    CreateSalesReceipt,
    DeleteSalesReceipt,
    SalesReceipt,
    SalesReceiptState,
    UpdateSalesReceipt,
    VoidSalesReceipt,
)
from tallystick.books.lifecycle import Action
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule, chosen
from tallystick.books.work import Work


def _own(work: Work, command: Any, _: dict[str, Any], old: SalesReceipt | None) -> dict[str, Any]:
    account_id = chosen(command.account_id, old.account_id if old else "")
    if account_id:
        work.account(account_id, "account_id", kept=frozenset((old.account_id,)) if old else frozenset())
    return {
        "account_id": account_id or work.system(SystemAccount.UNDEPOSITED_FUNDS),
        "mode": chosen(command.mode, old.mode if old else ""),
    }


SALES_RECEIPTS: Final = Priced(
    Kind.SALES_RECEIPT,
    SalesReceipt,
    lifecycle.SALES_RECEIPT,
    frozenset((SalesReceiptState.PAID,)),
    own=_own,
)
RULES: Final[dict[type, Rule]] = {
    CreateSalesReceipt: SALES_RECEIPTS.make,
    UpdateSalesReceipt: SALES_RECEIPTS.change,
    DeleteSalesReceipt: SALES_RECEIPTS.remove,
    VoidSalesReceipt: SALES_RECEIPTS.moves(Action.VOID),
}
