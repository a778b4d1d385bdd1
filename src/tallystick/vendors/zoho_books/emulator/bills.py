"""Bills from vendors: list, create, read, update, delete, on the wire as recorded.

Status, payments and credits of a bill that exists are in `bill_actions`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as Noun
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bill import Bill, BillState, CreateBill, DeleteBill, UpdateBill
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS, approval_fields, begins_as_draft
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.contact_wire import displayed
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, given, rows, text, texts
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import DATE, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import Messages, Module, local_date, user_name
from tallystick.vendors.zoho_books.emulator.purchases import (
    PURCHASE_KEPT,
    purchase_columns,
    purchase_fields,
    purchase_figures,
    purchase_filters,
    purchase_lines,
)
from tallystick.vendors.zoho_books.emulator.readings import BILL_FILTERS
from tallystick.vendors.zoho_books.emulator.reverse_charge import keep_reverse_charge, with_reverse_charge
from tallystick.vendors.zoho_books.emulator.sales import TERMS_FIELDS, due_days
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.terms import terms_row

DETAIL: Final = shapes("bills")["detail"]
LINE: Final = shapes("bills")["line"]
ROW: Final = shapes("bills")["row"]
TEMPLATE_NUMBER: Final = "000000031017"
ZERO: Final = Decimal(0)
BILL_FIELDS: Final = (Field("bill_number", "number", text), *TERMS_FIELDS)


def status_of(call: Call, bill: Bill) -> str:
    """Return a bill's status today."""
    return lifecycle.bill_status(bill, call.today).value


def _common(call: Call, bill: Bill) -> dict[str, Any]:
    status = status_of(call, bill)
    return {
        "bill_id": bill.id,
        "bill_number": bill.number,
        "status": status,
        "current_sub_status": status,
        "due_date": bill.due_date,
        "total": bill.totals.total,
        "balance": bill.balance,
    }


def row(call: Call, bill: Bill) -> dict[str, Any]:
    """Return one row of the bill list."""
    owed = bill.balance if lifecycle.bill_is_open(bill) else ZERO
    book = call.organization.book
    return {
        **ROW,
        **purchase_figures(book, bill, ROW),
        **_common(call, bill),
        "due_days": due_days(bill.due_date, call.today) if owed else "",
        "created_time_formatted": _moment(call, bill.created_at),
        "last_modified_time_formatted": _moment(call, bill.modified_at),
        "created_by": user_name(call, bill.created_by),
        "last_modified_by": user_name(call, bill.modified_by),
        "balance_due": owed,
        **{name: value for name, value in kept(call.organization, bill.id).items() if name in ROW},
    }


def _moment(call: Call, moment: Any) -> str:
    return f"{displayed(call, local_date(call, moment))} {moment.astimezone(call.now.tzinfo):%I:%M %p}"


def payment_rows(call: Call, bill: Bill) -> list[dict[str, Any]]:
    """Return what was paid on a bill, payment by payment."""
    book = call.organization.book
    found = []
    for kind, identity, one in book.applied_to(bill.id):
        if kind is not Noun.VENDOR_PAYMENT:
            continue
        payment = book.table(kind)[identity]
        found.append(
            {
                "payment_id": payment.id,
                "bill_id": bill.id,
                "bill_payment_id": one.id,
                "vendor_id": payment.contact_id,
                "vendor_name": book.contacts[payment.contact_id].name,
                "payment_mode": payment.mode,
                "description": payment.description,
                "date": one.date,
                "reference_number": payment.reference,
                "exchange_rate": payment.exchange_rate,
                "amount": one.amount,
                "paid_through": book.accounts[payment.account_id].name,
                "is_single_bill_payment": len(payment.applications) == 1,
            }
        )
    return found


def credit_rows(call: Call, bill: Bill) -> list[dict[str, Any]]:
    """Return the vendor credits applied to a bill."""
    book = call.organization.book
    return [
        {
            "vendor_credit_id": identity,
            "vendor_credit_bill_id": one.id,
            "vendor_credit_number": book.table(kind)[identity].number,
            "date": one.date,
            "amount": one.amount,
        }
        for kind, identity, one in book.applied_to(bill.id)
        if kind is Noun.VENDOR_CREDIT
    ]


def _orders(call: Call, bill: Bill) -> list[dict[str, Any]]:
    orders = call.organization.book.table(Noun.PURCHASE_ORDER)
    return [
        {
            "purchaseorder_id": order.id,
            "purchaseorder_number": order.number,
            "purchaseorder_date": order.date,
            "purchaseorder_status": lifecycle.purchase_order_status(order).value,
            "order_status": lifecycle.purchase_order_status(order).value,
        }
        for order in (orders[identity] for identity in bill.order_ids if identity in orders)
    ]


def _lines(call: Call, bill: Bill) -> list[dict[str, Any]]:
    """Return the lines of a bill, each with the line of the order it charges."""
    book = call.organization.book
    orders = book.table(Noun.PURCHASE_ORDER)
    of_line = {line.id: identity for identity in bill.order_ids for line in orders[identity].lines}
    return [
        {
            **row,
            "purchaseorder_item_id": line.order_line_id,
            "purchaseorder_id": of_line.get(line.order_line_id, ""),
        }
        for row, line in zip(
            with_reverse_charge(call, bill, purchase_lines(call.organization, bill, LINE)), bill.lines, strict=True
        )
    ]


def _order_ids(call: Call) -> tuple[str, ...]:
    """Return the orders a new bill names, and those whose lines its lines name. Raises Refused (code 1002)."""
    orders = call.organization.book.table(Noun.PURCHASE_ORDER)
    named = texts(call.body.get("purchaseorder_ids", []), "purchaseorder_ids")
    if any(identity not in orders for identity in named):
        raise Refused("does_not_exist", thing="Purchase Order")
    billed = {row.get("purchaseorder_item_id") for row in rows(call.body["line_items"], "line_items")} - {None, ""}
    if not billed:
        return named
    vendor = str(call.body["vendor_id"])
    of_vendor = [
        orders[each] for kind, each in call.organization.book.documents_of(vendor) if kind is Noun.PURCHASE_ORDER
    ]
    return named + tuple(order.id for order in of_vendor if billed & {line.id for line in order.lines})


def detail(call: Call, bill: Bill) -> dict[str, Any]:
    """Return one bill with all keys."""
    book = call.organization.book
    payable = book.accounts[book.system(SystemAccount.PAYABLE)]
    return {
        **DETAIL,
        **purchase_figures(book, bill, DETAIL),
        **_common(call, bill),
        "non_catalog_items_count": sum(not line.item_id for line in bill.lines),
        "source": "Api",
        "unused_credits_payable_amount": book.payable(bill.contact_id).unused_credits,
        **terms_row(bill),
        "due_in_days": (bill.due_date - call.today).days,
        "line_items": _lines(call, bill),
        "payment_made": bill.payments_applied,
        "vendor_credits_applied": bill.credits_applied,
        "purchaseorders": _orders(call, bill),
        "payments": payment_rows(call, bill),
        "vendor_credits": credit_rows(call, bill),
        "last_modified_id": bill.modified_by or bill.created_by,
        "template_id": call.organization.id + TEMPLATE_NUMBER,
        "account_id": payable.id,
        "account_name": payable.name,
        **approval_fields(call, bill, DETAIL),
        **kept(call.organization, bill.id),
    }


def create(call: Call) -> Bill:
    """Create a bill, open. Raises Refused: a wrong vendor, no number, a line without an account, a number twice."""
    fields = {**purchase_fields(call, new=True), **given(call.body, BILL_FIELDS)}
    fields["order_ids"] = _order_ids(call)
    if not fields.get("number"):
        raise Refused("missing_value", field="bill_number")
    if begins_as_draft(call):
        fields["state"] = BillState.DRAFT
    bill: Bill = call.organization.execute(CreateBill(user_id=call.user_id, **fields))
    keep(call.organization, bill.id, call.body, PURCHASE_KEPT)
    keep_reverse_charge(call, bill)
    return bill


def update(call: Call, bill: Bill) -> Bill:
    """Change a bill; fields the body does not mention stay."""
    fields = {**purchase_fields(call, new=False, contact_id=bill.contact_id), **given(call.body, BILL_FIELDS)}
    changed: Bill = call.organization.execute(UpdateBill(id=bill.id, user_id=call.user_id, **fields))
    keep(call.organization, bill.id, call.body, PURCHASE_KEPT)
    keep_reverse_charge(call, changed)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a bill that has neither payments nor credits."""
    call.organization.execute(DeleteBill(id=identity, user_id=call.user_id))


LISTING: Final = Listing(
    report_name="Bills",
    filters_read_as=BILL_FILTERS,
    columns=(
        *purchase_columns("bill_number"),
        Column("project_id", lambda _, bill: tuple({line.project_id for line in bill.lines}), Kind.TEXTS),
        Column("purchaseorder_id", lambda _, bill: tuple(set(bill.order_ids)), Kind.TEXTS),
        Column("recurring_bill_id", lambda _, bill: bill.recurring_id),
        Column("balance", lambda _, bill: bill.balance, Kind.NUMBER),
        Column("due_date", lambda _, bill: bill.due_date, Kind.DATE),
        Column("created_date", lambda view, bill: view.local_date(bill.created_at), Kind.DATE),
        Column("status", lambda view, bill: lifecycle.bill_status(bill, view.today).value, daily=True),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        "vendor_name",
        "bill_number",
        "date",
        "due_date",
        "total",
        "balance",
        "created_time",
        "last_modified_time",
    ),
    filters=(
        *purchase_filters("bill_number"),
        Filter("description", TEXT, column="item_description"),
        Filter("project_id"),
        Filter("recurring_bill_id"),
        Filter("purchaseorder_id"),
        Filter("due_date", DATE),
        Filter("created_date", DATE),
    ),
    views={
        "Status.All": (),
        **APPROVAL_VIEWS,
        **{
            f"Status.{name}": (equals("status", key),)
            for name, key in (
                ("Draft", "draft"),
                ("Open", "open"),
                ("Overdue", "overdue"),
                ("OverDue", "overdue"),
                ("PartiallyPaid", "partially_paid"),
                ("Paid", "paid"),
                ("Void", "void"),
            )
        },
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Bill",
    path="/bills",
    identity="bill_id",
    kind="bill",
    key="bill",
    list_key="bills",
    documents=lambda organization: organization.book.table(Noun.BILL),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The bill has been created.",
        updated="Bill information has been updated.",
        deleted="The bill has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
