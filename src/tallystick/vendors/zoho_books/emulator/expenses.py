"""Expenses: list, create, read, update, delete, their receipts and comments, on the wire as recorded.

Invoices that charge a billable expense on are made in `invoices`; sums are the Book's.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as Noun
from tallystick.books.documents.expense import (
    CreateExpense,
    DeleteExpense,
    Expense,
    UpdateExpense,
)
from tallystick.vendors.zoho_books.emulator import files
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
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
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.sales import tax_row
from tallystick.vendors.zoho_books.emulator.shape import shapes, whole
from tallystick.vendors.zoho_books.emulator.spending import (
    KEPT,
    account_names,
    contact_name,
    fields_given,
    line_rows,
    name_of,
)
from tallystick.vendors.zoho_books.emulator.thumbnail import thumbnail

DETAIL: Final = shapes("expenses")["detail"]
ROW: Final = shapes("expenses")["row"]
RECEIPT: Final = "receipt_id"
"""The emulator's own field of an expense that says which of its files is the receipt."""


def create(call: Call) -> Expense:
    """Record an expense. Raises Refused: 1002 for an account that is none of the chart, 4 without an amount."""
    call = with_mileage(call, {})
    expense: Expense = call.organization.execute(CreateExpense(user_id=call.user_id, **fields_given(call, None)))
    keep(call.organization, expense.id, call.body, (*KEPT, *MILEAGE_KEPT))
    return _with_receipt(call, expense)


def update(call: Call, expense: Expense) -> Expense:
    """Change an expense; fields the body does not mention stay."""
    call = with_mileage(call, kept(call.organization, expense.id))
    command = UpdateExpense(id=expense.id, user_id=call.user_id, **fields_given(call, expense))
    changed: Expense = call.organization.execute(command)
    keep(call.organization, expense.id, call.body, (*KEPT, *MILEAGE_KEPT))
    return _with_receipt(call, changed)


def delete(call: Call, identity: str) -> None:
    """Delete an expense that no invoice charges on."""
    call.organization.execute(DeleteExpense(id=identity, user_id=call.user_id))


def _with_receipt(call: Call, expense: Expense) -> Expense:
    if any(upload.field == "receipt" for upload in call.files):
        attach_receipt(call, expense)
    return expense


def attach_receipt(call: Call, expense: Expense) -> None:
    """Attach a receipt, in the place of the one before. Raises Refused (code 2) for none, else as `files.check` does."""
    uploads = [upload for upload in call.files if upload.field in {"receipt", "attachment"}]
    if len(uploads) != 1:
        raise Refused("invalid_value", field="receipt")
    if _receipt_id(call, expense):
        delete_receipt(call, expense)
    [identity] = files.take(call, uploads, files.PAPERS)
    files.attach(call.organization, expense.id, [identity])
    put(call.organization, expense.id, **{PRIVATE + RECEIPT: identity})


def _receipt_id(call: Call, expense: Expense) -> str:
    identity: str = private(call.organization, expense.id, RECEIPT, "")
    return identity if identity in files.attached(call.organization, expense.id) else ""


def _receipt_name(call: Call, expense: Expense) -> str:
    identity = _receipt_id(call, expense)
    return str(files.file(call.organization, identity)["file_name"]) if identity else ""


def read_receipt(call: Call) -> Answer:
    """Return a receipt's file, or with `preview` a small picture of it. Raises Refused (code 1002) for none."""
    identity = _receipt_id(call, MODULE.named(call))
    if not identity:
        raise Refused("does_not_exist", thing="Receipt")
    is_preview = call.query.get("preview", "").lower() == "true"
    return thumbnail(call, identity) if is_preview else files.download(call, identity)


def delete_receipt(call: Call, expense: Expense) -> None:
    """Forget a receipt. Raises Refused (code 1002) when there is none."""
    identity = _receipt_id(call, expense)
    if not identity:
        raise Refused("does_not_exist", thing="Receipt")
    files.detach(call.organization, expense.id, identity)


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
        "customer_name": contact_name(call, expense.customer_id),
        "vendor_id": expense.vendor_id,
        "vendor_name": contact_name(call, expense.vendor_id),
        "created_time": expense.created_at,
        "last_modified_time": expense.modified_at,
        "expense_receipt_name": _receipt_name(call, expense),
    }


def row(call: Call, expense: Expense) -> dict[str, Any]:
    """Return one row of the expense list."""
    return {
        **ROW,
        **_common(call, expense),
        "bcy_total_without_tax": expense.base_subtotal,
        "total_without_tax": expense.subtotal,
        **{name: value for name, value in wire_mileage(kept(call.organization, expense.id)).items() if name in ROW},
    }


def detail(call: Call, expense: Expense) -> dict[str, Any]:
    """Return one expense with all keys."""
    book = call.organization.book
    first = expense.lines[0]
    invoice = book.invoices.get(expense.invoice_id)
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
        "expense_receipt_type": files.ending(_receipt_name(call, expense)),
        "created_by_id": expense.created_by,
        "last_modified_by_id": expense.modified_by or expense.created_by,
        "invoice_id": expense.invoice_id,
        "invoice_number": "" if invoice is None else invoice.number,
        "line_items": line_rows(call, expense),
        **{name: value for name, value in wire_mileage(kept(call.organization, expense.id)).items() if name in DETAIL},
    }


LISTING: Final = Listing(
    report_name="Expense Details",
    columns=(
        Column("date", lambda _, expense: expense.date, Kind.DATE),
        Column("account_name", account_names, looks_at=("account",)),
        Column("customer_name", name_of("customer_id"), looks_at=("contact",)),
        Column("vendor_name", name_of("vendor_id"), looks_at=("contact",)),
        Column("customer_id", lambda _, expense: expense.customer_id),
        Column("vendor_id", lambda _, expense: expense.vendor_id),
        Column("paid_through_account_id", lambda _, expense: expense.paid_through_id),
        Column("recurring_expense_id", lambda _, expense: expense.recurring_id),
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
                f"{expense.reference}\n{expense.description}\n{account_names(view, expense)}".casefold()
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
        Filter("recurring_expense_id"),
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
    Emulated("GET", f"{_ID}/receipt", read_receipt, SPECIFIED, missing="previews of PDFs"),
    Emulated(
        "DELETE",
        f"{_ID}/receipt",
        acts(MODULE, delete_receipt, "The attached expense receipt has been deleted."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
)
