"""Sales receipts: their wire form and their operations."""

from typing import Any, Final

from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.sales_receipt import (
    CreateSalesReceipt,
    DeleteSalesReceipt,
    SalesReceipt,
    UpdateSalesReceipt,
)
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.given import Field, text
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import Paper, does, module_of


def _own(_: Call, receipt: SalesReceipt) -> dict[str, Any]:
    return {"payment_mode": receipt.mode}


PAPER: Final = Paper(
    label="Sales Receipt",
    path="/salesreceipts",
    prefix="sales_receipt",
    number="receipt_number",
    kind="sales_receipt",
    key="salesreceipt",
    list_key="salesreceipts",
    report_name="Sales Receipts",
    shape="sales_receipts",
    table=lambda book: book.table(BookKind.SALES_RECEIPT),
    status=lambda _, receipt: receipt.state.value,
    create=CreateSalesReceipt,
    update=UpdateSalesReceipt,
    delete=DeleteSalesReceipt,
    messages=Messages(
        created="Sales Receipt Created Successfully.",
        updated="Sales Receipt Updated Successfully.",
        deleted="Sales Receipt Deleted Successfully.",
    ),
    own=_own,
    fields=(Field("payment_mode", "mode", text),),
    views=("Paid", "Void"),
)
MODULE: Final = module_of(PAPER)
_ID: Final = "/salesreceipts/{sales_receipt_id}"
HANDLERS: Final = (
    Emulated("POST", "/salesreceipts", creates(MODULE), SPECIFIED),
    Emulated("GET", "/salesreceipts", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    does(MODULE, f"{_ID}/email", mails(MODULE), "Your Sales Receipt has been sent."),
)
