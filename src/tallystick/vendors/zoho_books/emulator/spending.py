"""What an expense and a profile of expenses have alike on the wire: their fields in a body, their lines, their names.

What only one of the two has is in its own file; sums are the Book's and are never made here.
"""

from typing import Any, Final

from tallystick.books.documents.expense import ExpenseLineFields, Spending
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.editions import check_expense
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, flag, given, rows, text
from tallystick.vendors.zoho_books.emulator.sales import limit_lines, tax_row
from tallystick.vendors.zoho_books.emulator.shape import shapes, whole

LINE: Final = shapes("expenses")["line"]
FIELDS: Final = (
    Field("date", "date", day),
    Field("reference_number", "reference", text),
    Field("description", "description", text),
    Field("vendor_id", "vendor_id", text),
    Field("customer_id", "customer_id", text),
    Field("is_billable", "billable", flag),
    Field("paid_through_account_id", "paid_through_id", text),
    Field("currency_id", "currency_id", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("is_inclusive_tax", "tax_inclusive", flag),
)
LINE_FIELDS: Final = (
    Field("line_item_id", "id", text),
    Field("account_id", "account_id", text),
    Field("amount", "amount", amount),
    Field("description", "description", text),
    Field("tax_id", "tax_id", text),
)
KEPT: Final = (
    "custom_fields",
    "tags",
    "project_id",
    "location_id",
    "employee_id",
    "product_type",
)
"""What is kept of both; how far an expense went stands in `mileage`, for a profile goes nowhere."""


def lines_given(call: Call, old: Spending | None) -> dict[str, Any]:
    """Return the lines a body asks for: its `line_items`, or the one line its account, amount and tax make."""
    limit_lines(call)
    listed = rows(call.body.get("line_items", []), "line_items")
    if listed:
        asked = [given(row, LINE_FIELDS) for row in listed]
    else:
        own = given(
            call.body, tuple(field for field in LINE_FIELDS if field.wire in {"account_id", "amount", "tax_id"})
        )
        if not own and old is not None:
            return {}
        if old is not None and len(old.lines) > 1:
            raise Refused("invalid_value", field="line_items")
        before = old.lines[0] if old else None
        known = {"id": before.id, "account_id": before.account_id, "amount": before.amount} if before else {}
        kept_too = {"tax_id": before.tax_id, "description": before.description} if before else {}
        asked = [{"description": str(call.body.get("description", "")), **kept_too, **known, **own}]
    for line in asked:
        _check_account(call, line)
    return {"lines": tuple(ExpenseLineFields(**line) for line in asked)}


def _check_account(call: Call, line: dict[str, Any]) -> None:
    """Raise Refused for a line without an amount, or whose account is none of the chart (a name is none)."""
    if line.get("account_id") not in call.organization.book.accounts:
        raise Refused("expense_account")
    if "amount" not in line:
        raise Refused("missing_value", field="amount")


def fields_given(call: Call, old: Spending | None) -> dict[str, Any]:
    """Return the Book fields of a body, of an expense or of a profile of expenses. Raises Refused."""
    check_expense(call)
    fields = given(call.body, FIELDS)
    book = call.organization.book
    if fields.get("vendor_id") and fields["vendor_id"] not in book.contacts:
        raise Refused("vendor_field")
    if fields.get("customer_id") and fields["customer_id"] not in book.contacts:
        raise Refused("customer_not_accessible")
    return {**fields, **lines_given(call, old)}


def line_rows(call: Call, expense: Spending) -> list[dict[str, Any]]:
    """Return the lines of an expense, or of a profile of expenses."""
    accounts = call.organization.book.accounts
    return [
        {
            **LINE,
            "line_item_id": line.id,
            "account_id": line.account_id,
            "account_name": accounts[line.account_id].name,
            "description": line.description,
            "tax_amount": line.tax_amount,
            "tax_id": line.tax_id,
            "tax_name": line.tax_name,
            "tax_percentage": whole(line.tax_percentage),
            "item_total": line.amount,
            "amount": line.amount,
            "item_order": order,
            "line_item_taxes": [tax_row(tax) for tax in line.taxes],
        }
        for order, line in enumerate(expense.lines, start=1)
    ]


def contact_name(call: Call, identity: str) -> str:
    """Return the name of a contact, empty when none is named."""
    contact = call.organization.book.contacts.get(identity)
    return "" if contact is None else contact.name


def name_of(field: str) -> Any:
    """Return the key of a column that has the name of a contact."""

    def read(view: Any, expense: Spending) -> str:
        contact = view.book.contacts.get(getattr(expense, field))
        return "" if contact is None else contact.name.casefold()

    return read


def account_names(view: Any, expense: Spending) -> str:
    """Return the key of the column that has the names of the lines' accounts."""
    return ", ".join(dict.fromkeys(view.book.accounts[line.account_id].name for line in expense.lines)).casefold()
