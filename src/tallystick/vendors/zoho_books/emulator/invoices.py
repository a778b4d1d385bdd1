"""Invoices: how they are listed, created and changed, and every operation of theirs that is emulated.

Their wire form is in `invoice_wire`, status and mail in `invoice_actions`, money that meets them in
`invoice_settlements`.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.invoice import (
    CreateInvoice,
    DeleteInvoice,
    Invoice,
    InvoiceState,
    UpdateInvoice,
)
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import given, rows, said, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep
from tallystick.vendors.zoho_books.emulator.listing import (
    CONTAINED,
    DATE,
    EXACT,
    NUMBER,
    TEXT,
    Filter,
    Listing,
    equals,
)
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    index_of,
    page_of,
    reads,
    row_of,
    updates,
)
from tallystick.vendors.zoho_books.emulator.preferences import begins_with
from tallystick.vendors.zoho_books.emulator.sales import (
    SALES_KEPT,
    TERMS_FIELDS,
    number_field,
    primary_person,
    sales_fields,
)

DEBIT_NOTE: Final = "debit_note"
"""The type of an invoice that charges a customer more for another one."""
DEBIT_NOTES: Final = "Type.DebitNote"
"""The view of the list that has only those."""
KEPT: Final = (
    *SALES_KEPT,
    "allow_partial_payments",
    "payment_options",
    "subject_content",
    "reference_invoice_type",
)


def _customer(view: Any, invoice: Invoice) -> Any:
    return view.book.contacts[invoice.contact_id]


def _email(view: Any, invoice: Invoice) -> str:
    person = primary_person(_customer(view, invoice))
    return "" if person is None else person.email.casefold()


COLUMNS: Final = (
    Column("invoice_number", lambda _, invoice: invoice.number.casefold()),
    Column("reference_number", lambda _, invoice: invoice.reference.casefold()),
    Column("customer_name", lambda view, invoice: _customer(view, invoice).name.casefold(), looks_at=("contact",)),
    Column("email", _email, looks_at=("contact",)),
    Column("customer_id", lambda _, invoice: invoice.contact_id),
    Column("item_id", lambda _, invoice: tuple({line.item_id for line in invoice.lines}), Kind.TEXTS),
    Column("item_name", lambda _, invoice: tuple({line.name.casefold() for line in invoice.lines}), Kind.TEXTS),
    Column(
        "item_description",
        lambda _, invoice: tuple({line.description.casefold() for line in invoice.lines}),
        Kind.TEXTS,
    ),
    Column("total", lambda _, invoice: invoice.totals.total, Kind.NUMBER),
    Column("balance", lambda _, invoice: invoice.balance, Kind.NUMBER),
    Column("date", lambda _, invoice: invoice.date, Kind.DATE),
    Column("due_date", lambda _, invoice: invoice.due_date, Kind.DATE),
    Column("created_date", lambda view, invoice: view.local_date(invoice.created_at), Kind.DATE, daily=True),
    Column("created_time", lambda _, invoice: invoice.created_at, Kind.TIME),
    Column("last_modified_time", lambda _, invoice: invoice.modified_at, Kind.TIME),
    Column("status", lambda view, invoice: invoice_wire.status_of(invoice, view.today).value, daily=True),
    Column("type", lambda _, invoice: DEBIT_NOTE if invoice.debited_id else "invoice"),
    Column("recurring_invoice_id", lambda _, invoice: invoice.recurring_id),
    Column(
        "search_text",
        lambda view, invoice: (
            f"{invoice.number}\n{invoice.reference}\n{_customer(view, invoice).name}\n{invoice.notes}".casefold()
        ),
        looks_at=("contact",),
    ),
)
UNPAID: Final = ("sent", "overdue", "partially_paid")
LISTING: Final = Listing(
    report_name="Invoices",
    columns=COLUMNS,
    sort="created_time",
    descending=True,
    sorts=(
        "customer_name",
        "invoice_number",
        "reference_number",
        "date",
        "due_date",
        "total",
        "balance",
        "created_time",
        "last_modified_time",
    ),
    filters=(
        Filter("invoice_number", TEXT),
        Filter("item_name", TEXT),
        Filter("item_id", EXACT),
        Filter("item_description", TEXT),
        Filter("reference_number", TEXT),
        Filter("customer_name", TEXT),
        Filter("customer_id", EXACT, many=True),
        Filter("email", TEXT),
        Filter("total", NUMBER),
        Filter("balance", NUMBER),
        Filter("date", DATE),
        Filter("due_date", DATE),
        Filter("created_date", DATE),
        Filter("status", EXACT, many=True),
        Filter("recurring_invoice_id", EXACT),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        "Status.Sent": (equals("status", "sent"),),
        "Status.Draft": (equals("status", "draft"),),
        "Status.OverDue": (equals("status", "overdue"),),
        "Status.Paid": (equals("status", "paid"),),
        "Status.Void": (equals("status", "void"),),
        "Status.Unpaid": (equals("status", *UNPAID),),
        "Status.PartiallyPaid": (equals("status", "partially_paid"),),
        "Status.Viewed": (equals("status", "viewed"),),
        "Date.PaymentExpectedDate": (),
        **APPROVAL_VIEWS,
        DEBIT_NOTES: (equals("type", DEBIT_NOTE),),
    },
    view="Status.All",
    context=lambda _: {"custom_fields": [], "seller_app_sales_channels": ""},
)


def create(call: Call) -> Invoice:
    """Create an invoice from a body; `send=true` issues it at once.

    Raises Refused: 4016 without lines, 1002 without a customer, and what the Book refuses.
    """
    if not call.body.get("customer_id"):
        raise Refused("customer_not_accessible")
    if not call.body.get("line_items"):
        raise Refused("no_line_items")
    fields = {
        **begins_with(call, "invoice_number"),
        **sales_fields(call),
        **given(call.body, TERMS_FIELDS),
        **number_field(call, "invoice_number"),
    }
    fields |= _made_of(call)
    state = InvoiceState.SENT if said(call.query, call.body, "send") else InvoiceState.DRAFT
    invoice: Invoice = call.organization.execute(CreateInvoice(user_id=call.user_id, state=state, **fields))
    keep(call.organization, invoice.id, call.body, KEPT)
    return invoice


def _made_of(call: Call) -> dict[str, Any]:
    """Return what a new invoice is made of: an estimate, orders by their lines, or the invoice a debit note adds to.

    Raises Refused: code 1002 for one that does not exist, 4 for a debit note that names no invoice.
    """
    book, found = call.organization.book, dict[str, Any]()
    estimate_id = text(call.body.get("invoiced_estimate_id", ""), "invoiced_estimate_id")
    if estimate_id:
        if estimate_id not in book.table(BookKind.ESTIMATE):
            raise Refused("does_not_exist", thing="Estimate")
        found["estimate_id"] = estimate_id
    ordered = {row.get("salesorder_item_id") for row in rows(call.body["line_items"], "line_items")} - {None, ""}
    if ordered:
        orders = book.table(BookKind.SALES_ORDER).values()
        found["order_ids"] = tuple(order.id for order in orders if ordered & {line.id for line in order.lines})
    if call.body.get("type") == DEBIT_NOTE:
        debited_id = text(call.body.get("reference_invoice_id", ""), "reference_invoice_id")
        if not debited_id:
            raise Refused("missing_value", field="reference_invoice_id")
        found["debited_id"] = debited_id
        found["debit_reason"] = text(call.body.get("reason", ""), "reason")
    return found


def update(call: Call, invoice: Invoice) -> Invoice:
    """Change an invoice; fields the body does not mention stay. Raises Refused as `create` does."""
    if "line_items" in call.body and not call.body["line_items"]:
        raise Refused("no_line_items")
    fields = {
        **sales_fields(call, contact_id=invoice.contact_id),
        **given(call.body, TERMS_FIELDS),
        **number_field(call, "invoice_number"),
    }
    changed: Invoice = call.organization.execute(UpdateInvoice(id=invoice.id, user_id=call.user_id, **fields))
    keep(call.organization, invoice.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete an invoice that no payment or credit touches."""
    call.organization.execute(DeleteInvoice(id=identity, user_id=call.user_id))


MODULE: Final = Module(
    label="Invoice",
    path="/invoices",
    identity="invoice_id",
    kind="invoice",
    key="invoice",
    list_key="invoices",
    documents=lambda organization: organization.book.invoices,
    row=invoice_wire.row,
    detail=invoice_wire.detail,
    listing=LISTING,
    messages=Messages(
        created="The invoice has been created.",
        updated="Invoice information has been updated.",
        deleted="The invoice has been deleted.",
        deleted_many="The invoices have been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def list_invoices(call: Call) -> Answer:
    """List invoices; `response_option` asks for rows, the count, the sums, or a mix of them (documented).

    Where count and sums stand is assumed.
    """
    option = call.query.get("response_option", "0") or "0"
    if option not in {"0", "1", "2", "3", "4"}:
        raise Refused("invalid_value", field="response_option")
    page, documents = page_of(MODULE, call)
    context = page.context
    if option in "1234":
        call.notes.assume("list_sums")
    if option != "0":
        found = index_of(MODULE, call).every(page.tests)
        context["response_option"] = int(option)
        if option in "123":
            context["total"] = len(found)
        if option in "134":
            context["sum_columns"] = _sums(call, found)
    rows = [row_of(MODULE, call, invoice) for invoice in documents] if option in "014" else []
    # The documents of debit notes call the rows of this list debit_notes, those of invoices call them invoices.
    named = {"debit_notes": rows} if call.query.get("filter_by") == DEBIT_NOTES else {}
    return Answer(key="invoices", value=rows, extra={**named, "page_context": context})


def _sums(call: Call, found: list[str]) -> list[dict[str, Any]]:
    invoices = [call.organization.book.invoices[identity] for identity in found]
    return [
        {"column": "total", "sum": sum((invoice.totals.total for invoice in invoices), Decimal(0))},
        {"column": "balance", "sum": sum((invoice.balance for invoice in invoices), Decimal(0))},
    ]


def _says_debit_note(run: Callable[[Call], Answer], message: str) -> Callable[[Call], Answer]:
    """Have an operation that answers with a debit note call it one (documented)."""

    def named(call: Call) -> Answer:
        answer = run(call)
        return msgspec.structs.replace(answer, message=message) if answer.value.get("type") == DEBIT_NOTE else answer

    return named


HANDLERS: Final = (
    Emulated("POST", "/invoices", _says_debit_note(creates(MODULE), "The debit note has been created."), RECORDED),
    Emulated("GET", "/invoices", list_invoices, RECORDED, missing="zcrm_potential_id"),
    Emulated("DELETE", "/invoices", deletes_many(MODULE, "invoice_ids"), SPECIFIED),
    Emulated("GET", "/invoices/{invoice_id}", reads(MODULE), RECORDED),
    Emulated(
        "PUT",
        "/invoices/{invoice_id}",
        _says_debit_note(updates(MODULE), "The debit note has been updated."),
        RECORDED,
    ),
    Emulated("DELETE", "/invoices/{invoice_id}", deletes(MODULE), RECORDED),
)
