"""What documents moved in one account of the chart: list it, and delete a document found there.

Each document is deleted by its own noun, which says when it may not be; registers are `registers`.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.bank_transaction import DeleteBankTransaction
from tallystick.ledger.account import grows_by_debit
from tallystick.vendors.zoho_books.emulator import (
    bills,
    credit_notes,
    customer_payments,
    expenses,
    invoices,
    journals,
    sales_receipts,
    vendor_credits,
    vendor_payments,
)
from tallystick.vendors.zoho_books.emulator.bank_movements import moved_rows, shown
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import amount, day
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module

Row = dict[str, Any]
NOUNS: Final[dict[Kind, Module]] = {
    Kind(module.kind): module
    for module in (
        invoices.MODULE,
        customer_payments.MODULE,
        credit_notes.MODULE,
        sales_receipts.MODULE,
        bills.MODULE,
        vendor_payments.MODULE,
        vendor_credits.MODULE,
        expenses.MODULE,
        journals.MODULE,
    )
}
"""The nouns whose documents move accounts, by kind; bank transactions are none of these modules."""
FILTERS: Final[dict[str, tuple[Callable[[Any, str], Any], Callable[[Row, Any], bool]]]] = {
    "date": (day, lambda row, value: bool(row["date"] == value)),
    "date_start": (day, lambda row, value: bool(row["date"] >= value)),
    "date_end": (day, lambda row, value: bool(row["date"] <= value)),
    "date_before": (day, lambda row, value: bool(row["date"] < value)),
    "date_after": (day, lambda row, value: bool(row["date"] > value)),
    "amount": (amount, lambda row, value: bool(row["amount"] == value)),
    "amount_less_than": (amount, lambda row, value: bool(row["amount"] < value)),
    "amount_less_equals": (amount, lambda row, value: bool(row["amount"] <= value)),
    "amount_greater_than": (amount, lambda row, value: bool(row["amount"] > value)),
    "amount_greater_equals": (amount, lambda row, value: bool(row["amount"] >= value)),
}
TYPES: Final = {"bill": "bills", "credit_note": "credit_notes"}
"""Words that this list has for a movement where others have another."""
SORTS: Final = {
    "transaction_date": "date",
    "payee": "payee",
    "glname": "offset_account_name",
    "transaction_type_formatted": "transaction_type",
    "reconcile_status": "reconcile_status",
    "debit_amount": "debit_amount",
    "credit_amount": "credit_amount",
}


def _rows(call: Call, account_id: str) -> list[Row]:
    account = call.organization.book.accounts[account_id]
    found = moved_rows(call, account, open_only=False)
    for row in found:
        row["transaction_type"] = TYPES.get(row["transaction_type"], row["transaction_type"])
        for side in ("debit", "credit"):
            row[f"{side}_amount"] = row["amount"] if row["debit_or_credit"] == side else Decimal(0)
    return found


def list_all(call: Call) -> Answer:
    """List what moved in an account, the newest first unless told otherwise.

    Raises Refused: code 4 without an account, 2 for a value that cannot be read.
    """
    account_id = call.query.get("account_id", "")
    if account_id not in call.organization.book.accounts:
        raise Refused("account_does_not_exist")
    found = _rows(call, account_id)
    for name, (read_value, meets) in FILTERS.items():
        if value := call.query.get(name, ""):
            wanted = read_value(value, name)
            found = [row for row in found if meets(row, wanted)]
    if kind := call.query.get("transaction_type", ""):
        found = [row for row in found if row["transaction_type"] == kind]
    column = SORTS.get(call.query.get("sort_column", ""), "date")
    order = call.query.get("sort_order", "").upper()[:1]
    descending = order == "D" if order in {"A", "D"} else column == "date"
    found.sort(key=lambda row: row[column], reverse=descending)
    few = context_of_few(call, [_shown(row) for row in found])
    return Answer(key="transactions", value=few.rows, extra={"page_context": few.context})


def _shown(row: Row) -> Row:
    return {
        **shown(row, "list_chart_of_account_transactions"),
        "categorized_transaction_id": row["transaction_id"],
        "transaction_date": row["date"],
        "transaction_status": row["status"],
        "transaction_source": row["source"],
        "entry_number": row["transaction_number"],
    }


def kind_of(call: Call, identity: str) -> Kind | None:
    """Return the kind of the document with an id, when it is one that moves accounts."""
    book = call.organization.book
    return next((kind for kind in (*NOUNS, Kind.BANK_TRANSACTION) if identity in book.table(kind)), None)


def delete_document(call: Call, identity: str) -> Kind:
    """Delete a document by its noun. Raises Refused: 1002 when there is none, and whatever the noun refuses."""
    kind = kind_of(call, identity)
    if kind is None:
        raise Refused("does_not_exist", thing="Transaction")
    if kind is Kind.BANK_TRANSACTION:
        call.organization.execute(DeleteBankTransaction(id=identity, user_id=call.user_id))
    else:
        delete = NOUNS[kind].delete
        assert delete is not None, kind
        delete(call, identity)
    call.organization.drop_record(identity)
    return kind


def delete(call: Call) -> Answer:
    """Delete the document a transaction of an account is of."""
    delete_document(call, call.ids["transaction_id"])
    return Answer(message="The transaction has been deleted.")


def in_own_direction(call: Call, account_id: str) -> Decimal:
    """Return an account's balance as its kind grows."""
    book = call.organization.book
    balance = book.balance(account_id)
    return balance if grows_by_debit(book.accounts[account_id].type) else -balance


HANDLERS: Final = (
    Emulated("GET", "/chartofaccounts/accounttransactions", list_all, SPECIFIED),
    Emulated("DELETE", "/chartofaccounts/transactions/{transaction_id}", delete, SPECIFIED),
)
