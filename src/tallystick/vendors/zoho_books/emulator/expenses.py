"""Expenses: list, create, read, update, delete, their receipts and comments, on the wire as recorded.

Invoices that charge a billable expense on are made in `invoices`; sums are the Book's.
"""

from base64 import b64decode, b64encode
from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as Noun
from tallystick.books.documents.expense import (
    CreateExpense,
    DeleteExpense,
    Expense,
    ExpenseLineFields,
    UpdateExpense,
)
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, flag, given, rows, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, keep, kept, private, put
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.mileage import MILEAGE_KEPT, wire_mileage, with_mileage
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    acts,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.sales import limit_lines, tax_row
from tallystick.vendors.zoho_books.emulator.shape import shapes, whole
from tallystick.vendors.zoho_books.emulator.wire import Response

DETAIL: Final = shapes("expenses")["detail"]
LINE: Final = shapes("expenses")["line"]
ROW: Final = shapes("expenses")["row"]
RECEIPT_BYTES_MAX: Final = 7 * 1024 * 1024
"""Bytes of a receipt; the largest the vendor's pages name for one file."""
RECEIPT_TYPES: Final = {
    "gif": "image/gif",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "bmp": "image/bmp",
    "pdf": "application/pdf",
}
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
    *MILEAGE_KEPT,
    "product_type",
)


def _lines(call: Call, old: Expense | None) -> dict[str, Any]:
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


def _fields(call: Call, old: Expense | None) -> dict[str, Any]:
    fields = given(call.body, FIELDS)
    book = call.organization.book
    if fields.get("vendor_id") and fields["vendor_id"] not in book.contacts:
        raise Refused("vendor_field")
    if fields.get("customer_id") and fields["customer_id"] not in book.contacts:
        raise Refused("customer_not_accessible")
    return {**fields, **_lines(call, old)}


def create(call: Call) -> Expense:
    """Record an expense. Raises Refused: 1002 for an account that is none of the chart, 4 without an amount."""
    call = with_mileage(call, {})
    expense: Expense = call.organization.execute(CreateExpense(user_id=call.user_id, **_fields(call, None)))
    keep(call.organization, expense.id, call.body, KEPT)
    return _with_receipt(call, expense)


def update(call: Call, expense: Expense) -> Expense:
    """Change an expense; fields the body does not mention stay."""
    call = with_mileage(call, kept(call.organization, expense.id))
    command = UpdateExpense(id=expense.id, user_id=call.user_id, **_fields(call, expense))
    changed: Expense = call.organization.execute(command)
    keep(call.organization, expense.id, call.body, KEPT)
    return _with_receipt(call, changed)


def delete(call: Call, identity: str) -> None:
    """Delete an expense that no invoice charges on."""
    call.organization.execute(DeleteExpense(id=identity, user_id=call.user_id))


def _with_receipt(call: Call, expense: Expense) -> Expense:
    if call.files:
        attach_receipt(call, expense)
    return expense


def attach_receipt(call: Call, expense: Expense) -> None:
    """Keep a receipt's file. Raises Refused (code 2) for none, one too large or of a type not taken."""
    upload = next(iter(call.files), None)
    if upload is None or not upload.content:
        raise Refused("invalid_value", field="receipt")
    if len(upload.content) > RECEIPT_BYTES_MAX:
        raise Refused("too_large", limit=RECEIPT_BYTES_MAX)
    if upload.filename.rsplit(".", 1)[-1].casefold() not in RECEIPT_TYPES:
        raise Refused("invalid_value", field="receipt")
    receipt = {"name": upload.filename, "content": b64encode(upload.content).decode()}
    put(call.organization, expense.id, **{f"{PRIVATE}receipt": receipt})


def _receipt(call: Call, expense: Expense) -> dict[str, str]:
    found: dict[str, str] = private(call.organization, expense.id, "receipt", {})
    return found


def read_receipt(call: Call) -> Answer:
    """Return a receipt's file as it was attached. Raises Refused (code 1002) when there is none."""
    receipt = _receipt(call, MODULE.named(call))
    if not receipt:
        raise Refused("does_not_exist", thing="Receipt")
    kind = RECEIPT_TYPES[receipt["name"].rsplit(".", 1)[-1].casefold()]
    safe = "".join(each for each in receipt["name"] if each.isalnum() or each in "._- ")
    headers = (("Content-Type", kind), ("Content-Disposition", f'attachment; filename="{safe}"'))
    return Answer(raw=Response(200, headers, b64decode(receipt["content"])))


def delete_receipt(call: Call, expense: Expense) -> None:
    """Forget a receipt. Raises Refused (code 1002) when there is none."""
    if not _receipt(call, expense):
        raise Refused("does_not_exist", thing="Receipt")
    put(call.organization, expense.id, **{f"{PRIVATE}receipt": {}})


def _contact_name(call: Call, identity: str) -> str:
    contact = call.organization.book.contacts.get(identity)
    return "" if contact is None else contact.name


def _common(call: Call, expense: Expense) -> dict[str, Any]:
    book = call.organization.book
    accounts, currency = book.accounts, book.currencies[expense.currency_id]
    names = dict.fromkeys(accounts[line.account_id].name for line in expense.lines)
    return {
        "expense_id": expense.id,
        "date": expense.date,
        "status": lifecycle.expense_status(expense).value,
        "account_name": ", ".join(names),
        "paid_through_account_name": accounts[expense.paid_through_id].name,
        "description": expense.description,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "exchange_rate": expense.exchange_rate,
        "bcy_total": expense.base_total,
        "total": expense.total,
        "is_billable": expense.billable,
        "reference_number": expense.reference,
        "customer_id": expense.customer_id,
        "customer_name": _contact_name(call, expense.customer_id),
        "vendor_id": expense.vendor_id,
        "vendor_name": _contact_name(call, expense.vendor_id),
        "created_time": expense.created_at,
        "last_modified_time": expense.modified_at,
        "expense_receipt_name": _receipt(call, expense).get("name", ""),
    }


def row(call: Call, expense: Expense) -> dict[str, Any]:
    """Return one row of the expense list."""
    return {
        **ROW,
        **_common(call, expense),
        "bcy_total_without_tax": expense.base_subtotal,
        "total_without_tax": expense.subtotal,
        "has_attachment": bool(_receipt(call, expense)),
        **{name: value for name, value in wire_mileage(kept(call.organization, expense.id)).items() if name in ROW},
    }


def detail(call: Call, expense: Expense) -> dict[str, Any]:
    """Return one expense with all keys."""
    book = call.organization.book
    first, receipt = expense.lines[0], _receipt(call, expense)
    invoice = book.invoices.get(expense.invoice_id)
    lines = [
        {
            **LINE,
            "line_item_id": line.id,
            "account_id": line.account_id,
            "account_name": book.accounts[line.account_id].name,
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
    return {
        **DETAIL,
        **_common(call, expense),
        "expense_item_id": first.id,
        "account_id": first.account_id,
        "paid_through_account_id": expense.paid_through_id,
        "tax_id": first.tax_id,
        "tax_name": first.tax_name,
        "tax_percentage": whole(first.tax_percentage),
        "taxes": [tax_row(tax) for tax in expense.taxes],
        "tax_amount": expense.tax,
        "sub_total": expense.subtotal,
        "amount": sum((line.amount for line in expense.lines), Decimal(0)),
        "is_inclusive_tax": expense.tax_inclusive,
        "expense_receipt_type": receipt.get("name", "").rsplit(".", 1)[-1] if receipt else "",
        "created_by_id": expense.created_by,
        "last_modified_by_id": expense.modified_by or expense.created_by,
        "invoice_id": expense.invoice_id,
        "invoice_number": "" if invoice is None else invoice.number,
        "line_items": lines,
        **{name: value for name, value in wire_mileage(kept(call.organization, expense.id)).items() if name in DETAIL},
    }


def _name(field: str) -> Any:
    def read(view: Any, expense: Expense) -> str:
        contact = view.book.contacts.get(getattr(expense, field))
        return "" if contact is None else contact.name.casefold()

    return read


def _account_name(view: Any, expense: Expense) -> str:
    return ", ".join(dict.fromkeys(view.book.accounts[line.account_id].name for line in expense.lines)).casefold()


LISTING: Final = Listing(
    report_name="Expense Details",
    columns=(
        Column("date", lambda _, expense: expense.date, Kind.DATE),
        Column("account_name", _account_name, looks_at=("account",)),
        Column("customer_name", _name("customer_id"), looks_at=("contact",)),
        Column("vendor_name", _name("vendor_id"), looks_at=("contact",)),
        Column("customer_id", lambda _, expense: expense.customer_id),
        Column("vendor_id", lambda _, expense: expense.vendor_id),
        Column("paid_through_account_id", lambda _, expense: expense.paid_through_id),
        Column("reference_number", lambda _, expense: expense.reference.casefold()),
        Column("description", lambda _, expense: expense.description.casefold()),
        Column("total", lambda _, expense: expense.total, Kind.NUMBER),
        Column("bcy_total", lambda _, expense: expense.base_total, Kind.NUMBER),
        Column("status", lambda _, expense: lifecycle.expense_status(expense).value),
        Column("billable", lambda _, expense: "true" if expense.billable else "false"),
        Column("created_time", lambda _, expense: expense.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, expense: expense.modified_at, Kind.TIME),
        Column(
            "search_text",
            lambda view, expense: (
                f"{expense.reference}\n{expense.description}\n{_account_name(view, expense)}".casefold()
            ),
            looks_at=("account",),
        ),
    ),
    sort="created_time",
    descending=True,
    sorts=("date", "account_name", "total", "bcy_total", "reference_number", "customer_name", "created_time"),
    filters=(
        Filter("description", TEXT),
        Filter("reference_number", TEXT),
        Filter("account_name", TEXT),
        Filter("customer_name", TEXT),
        Filter("vendor_name", TEXT),
        Filter("date", DATE),
        Filter("amount", NUMBER, column="total"),
        Filter("status", many=True),
        Filter("customer_id", many=True),
        Filter("vendor_id", many=True),
        Filter("paid_through_account_id", many=True),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        "Status.Billable": (equals("billable", "true"),),
        "Status.Nonbillable": (equals("status", "nonbillable"),),
        "Status.Reimbursed": (equals("status", "reimbursed"),),
        "Status.Invoiced": (equals("status", "invoiced"),),
        "Status.Unbilled": (equals("status", "unbilled"),),
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Expense",
    path="/expenses",
    identity="expense_id",
    kind="expense",
    key="expense",
    list_key="expenses",
    documents=lambda organization: organization.book.table(Noun.EXPENSE),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The expense has been recorded.",
        updated="Expense information has been updated.",
        deleted="The expense has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
_ID: Final = "/expenses/{expense_id}"
HANDLERS: Final = (
    Emulated(
        "POST",
        "/expenses",
        creates(MODULE),
        RECORDED,
        missing="reports, taxes said by amount, an organisation's own mileage rates",
    ),
    Emulated("GET", "/expenses", lists(MODULE), RECORDED),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    Emulated(
        "POST",
        f"{_ID}/receipt",
        acts(MODULE, attach_receipt, "The expense receipt has been attached."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/receipt", read_receipt, SPECIFIED, missing="previews"),
    Emulated(
        "DELETE",
        f"{_ID}/receipt",
        acts(MODULE, delete_receipt, "The attached expense receipt has been deleted."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
