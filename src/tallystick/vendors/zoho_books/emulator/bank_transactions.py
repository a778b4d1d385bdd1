"""Bank transactions: list them with the lines of the statements, record, read, change, delete.

What may be changed while a statement line or a reconciliation stands for it is the Book's to say.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.bank_transaction import (
    BankLineFields,
    BankTransaction,
    CreateBankTransaction,
    DeleteBankTransaction,
    UpdateBankTransaction,
)
from tallystick.books.documents.statement_line import LineState
from tallystick.vendors.zoho_books.emulator.bank_movements import line_row, lines_of, moved_rows, shown
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, flag, given, rows, text
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

LINE_FIELDS: Final = (
    Field("account_id", "account_id", text),
    Field("item_total", "amount", amount),
    Field("tax_id", "tax_id", text),
    Field("description", "description", text),
)


def _lines(value: Any, wire: str) -> tuple[BankLineFields, ...]:
    """Read the lines of the other side. Raises Refused: code 2 for one without an account or amount."""
    found = [given(row, LINE_FIELDS) for row in rows(value, wire)]
    for line in found:
        for wire_name, name in (("account_id", "account_id"), ("item_total", "amount")):
            if not line.get(name):
                raise Refused("invalid_value", field=wire_name)
    return tuple(BankLineFields(**line) for line in found)


FIELDS: Final = (
    Field("transaction_type", "type", text),
    Field("date", "date", day),
    Field("from_account_id", "from_account_id", text),
    Field("to_account_id", "to_account_id", text),
    Field("amount", "amount", amount),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("bank_charges", "bank_charges", amount),
    Field("customer_id", "contact_id", text),
    Field("reference_number", "reference", text),
    Field("description", "description", text),
    Field("payment_mode", "mode", text),
    Field("tax_id", "tax_id", text),
    Field("is_inclusive_tax", "tax_inclusive", flag),
    Field("line_items", "lines", _lines),
)
KEPT: Final = (
    "custom_fields",
    "tags",
    "from_account_tags",
    "to_account_tags",
    "documents",
    "tax_authority_id",
    "tax_exemption_id",
)
STATES: Final = {
    "All": "",
    "Uncategorized": LineState.UNCATEGORIZED.value,
    "Categorized": LineState.CATEGORIZED.value,
    "Matched": LineState.MATCHED.value,
    "Excluded": LineState.EXCLUDED.value,
    "ManuallyAdded": "manually_added",
}
VIEWS: Final = {f"Status.{name}": status for name, status in STATES.items()}


def bank_fields(call: Call) -> dict[str, Any]:
    """Return what a body says of a bank transaction; what is empty counts as unsaid. Raises Refused (code 2)."""
    return given({name: value for name, value in call.body.items() if value not in ("", [])}, FIELDS)


def _named(call: Call) -> BankTransaction:
    moved: BankTransaction | None = call.organization.book.table(Kind.BANK_TRANSACTION).get(
        call.ids["bank_transaction_id"]
    )
    if moved is None:
        raise Refused("does_not_exist", thing="Transaction")
    return moved


def _taxed(call: Call, moved: BankTransaction) -> dict[str, Any]:
    """Return what tax and lines say."""
    first = moved.lines[0] if moved.lines else None
    accounts = call.organization.book.accounts
    return {
        "is_inclusive_tax": moved.tax_inclusive,
        "tax_id": first.tax_id if first else "",
        "tax_name": first.tax_name if first else "",
        "tax_percentage": first.tax_percentage if first else 0,
        "tax_amount": moved.tax,
        "sub_total": moved.amount - moved.tax,
        "line_items": [
            {
                "line_id": line.id,
                "account_id": line.account_id,
                "account_name": accounts[line.account_id].name,
                "description": line.description,
                "tax_id": line.tax_id,
                "tax_name": line.tax_name,
                "tax_percentage": line.tax_percentage,
                "tax_amount": line.tax_amount,
                "item_total": line.net,
                "item_total_inclusive_of_tax": line.net + line.tax_amount,
                "item_order": order,
            }
            for order, line in enumerate(moved.lines, 1)
        ],
    }


def _detail(call: Call, moved: BankTransaction) -> dict[str, Any]:
    book = call.organization.book
    contact = book.contacts.get(moved.contact_id)
    lines = [line for line in book.table(Kind.STATEMENT_LINE).values() if moved.id in line.sources]
    return {
        **declared("get_bank_transaction"),
        "transaction_id": moved.id,
        "from_account_id": moved.from_account_id,
        "from_account_name": book.accounts[moved.from_account_id].name,
        "to_account_id": moved.to_account_id,
        "to_account_name": book.accounts[moved.to_account_id].name,
        "transaction_type": moved.type,
        "currency_id": moved.currency_id,
        "currency_code": book.currencies[moved.currency_id].code,
        "payment_mode": moved.mode,
        "exchange_rate": moved.exchange_rate,
        "date": moved.date,
        "customer_id": moved.contact_id,
        "customer_name": "" if contact is None else contact.name,
        "reference_number": moved.reference,
        "description": moved.description,
        "bank_charges": moved.bank_charges,
        "total": moved.amount,
        "bcy_total": moved.base_amount,
        "amount": moved.amount,
        **_taxed(call, moved),
        "imported_transactions": [
            {
                "imported_transaction_id": line.id,
                "date": line.date,
                "amount": line.amount,
                "payee": line.payee,
                "description": line.description,
                "reference_number": line.reference,
                "status": line.state.value,
                "account_id": line.account_id,
            }
            for line in lines
        ],
        **kept(call.organization, moved.id),
    }


def create(call: Call) -> Answer:
    """Record money that moved between two accounts."""
    moved = call.organization.execute(CreateBankTransaction(user_id=call.user_id, **bank_fields(call)))
    keep(call.organization, moved.id, call.body, KEPT)
    return Answer(
        message="The bank transaction has been recorded.",
        key="banktransaction",
        value=_detail(call, moved),
        location=f"/banktransactions/{moved.id}",
    )


def read(call: Call) -> Answer:
    """Answer with one bank transaction."""
    return Answer(key="banktransaction", value=_detail(call, _named(call)))


def update(call: Call) -> Answer:
    """Change a bank transaction."""
    command = UpdateBankTransaction(id=_named(call).id, user_id=call.user_id, **bank_fields(call))
    moved = call.organization.execute(command)
    keep(call.organization, moved.id, call.body, KEPT)
    message = "The bank transaction has been updated."
    return Answer(message=message, key="banktransaction", value=_detail(call, moved))


def delete(call: Call) -> Answer:
    """Delete a bank transaction."""
    moved = _named(call)
    call.organization.execute(DeleteBankTransaction(id=moved.id, user_id=call.user_id))
    call.organization.drop_record(moved.id)
    return Answer(message="The transaction has been deleted.")


Row = dict[str, Any]
FILTERS: Final[dict[str, tuple[Callable[[Any, str], Any], Callable[[Row, Any], bool]]]] = {
    "date": (day, lambda row, value: bool(row["date"] == value)),
    "date_start": (day, lambda row, value: bool(row["date"] >= value)),
    "date_end": (day, lambda row, value: bool(row["date"] <= value)),
    "date_after": (day, lambda row, value: bool(row["date"] >= value)),
    "date_before": (day, lambda row, value: bool(row["date"] <= value)),
    "amount": (amount, lambda row, value: bool(row["amount"] == value)),
    "amount_start": (amount, lambda row, value: bool(row["amount"] >= value)),
    "amount_end": (amount, lambda row, value: bool(row["amount"] <= value)),
    "transaction_type": (text, lambda row, value: bool(row["transaction_type"] == value)),
    "reference_number": (text, lambda row, value: value.casefold() in row["reference_number"].casefold()),
    "contact": (text, lambda row, value: value.casefold() in row["payee"].casefold()),
    "search_text": (
        text,
        lambda row, value: value.casefold() in f"{row['payee']}\n{row['description']}".casefold(),
    ),
}
"""What a query may ask of rows: how its value is read, and whether a row meets it."""


def filtered(call: Call, found: list[Row], names: tuple[str, ...]) -> list[Row]:
    """Return the rows that meet the filters of a query, those of the names given. Raises Refused (code 2)."""
    for name in names:
        if value := call.query.get(name, ""):
            read_value, meets = FILTERS[name]
            wanted = read_value(value, name)
            found = [row for row in found if meets(row, wanted)]
    return found


LIST_FILTERS: Final = (
    "date",
    "date_start",
    "date_end",
    "amount",
    "amount_start",
    "amount_end",
    "transaction_type",
    "reference_number",
    "search_text",
)


def list_all(call: Call) -> Answer:
    """List an account's statement lines and what moved in it, the newest first.

    Raises Refused: code 4 without an account (recorded by a client), 2 for an unknown view or status.
    """
    return list_of(call, call.query.get("account_id", ""))


def list_of(call: Call, account_id: str) -> Answer:
    """List what is in one account, by the filters of the query."""
    account = call.organization.book.accounts.get(account_id)
    if account is None:
        raise Refused("account_does_not_exist")
    view = call.query.get("filter_by", "") or "Status.All"
    if view not in VIEWS:
        raise Refused("invalid_value", field="filter_by")
    found = [*(line_row(call, line) for line in lines_of(call, account_id)), *moved_rows(call, account)]
    for wanted in (VIEWS[view], _status(call, "status"), _status(call, "transaction_status")):
        found = [row for row in found if not wanted or row["status"] == wanted]
    found = filtered(call, found, LIST_FILTERS)
    ascending = call.query.get("sort_order", "").upper()[:1] == "A"
    found.sort(key=lambda row: row["date"], reverse=not ascending)
    few = context_of_few(call, [shown(row, "list_bank_transactions") for row in found])
    order = "A" if ascending else "D"
    context = {"report_name": "Bank Transactions", "applied_filter": view, "sort_column": "date", "sort_order": order}
    return Answer(key="banktransactions", value=few.rows, extra={"page_context": {**few.context, **context}})


def _status(call: Call, name: str) -> str:
    """Return the status a query asks for. Raises Refused (code 2) for one there is not."""
    asked = call.query.get(name, "").casefold()
    if not asked or asked == "all":
        return ""
    if asked not in STATES.values():
        raise Refused("invalid_value", field=name)
    return asked


_ID: Final = "/banktransactions/{bank_transaction_id}"
HANDLERS: Final = (
    Emulated("GET", "/banktransactions", list_all, SPECIFIED),
    Emulated("POST", "/banktransactions", create, SPECIFIED),
    Emulated("GET", _ID, read, SPECIFIED),
    Emulated("PUT", _ID, update, SPECIFIED),
    Emulated("DELETE", _ID, delete, SPECIFIED),
)
