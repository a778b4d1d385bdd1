"""Payments made to vendors: list, create, read, update, delete, and their refunds, on the wire as recorded.

What a bill shows of its payments is in `bills`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind as Noun
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.vendor_payment import (
    CreateVendorPayment,
    DeleteVendorPayment,
    UpdateVendorPayment,
    VendorPayment,
)
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, day, given, optional_amount, rows, text
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    lists,
    reads,
    updates,
    user_name,
)
from tallystick.vendors.zoho_books.emulator.purchases import vendor_given
from tallystick.vendors.zoho_books.emulator.sales import address
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("vendor_payments")["detail"]
APPLIED: Final = shapes("vendor_payments")["applied"]
ROW: Final = shapes("vendor_payments")["row"]
BILLS_MAX: Final = 200
"""Bills one payment may be applied to in one call."""
ZERO: Final = Decimal(0)
MODES: Final = (
    "Check",
    "Cash",
    "BankTransfer",
    "Paypal",
    "CreditCard",
    "GoogleCheckout",
    "Credit",
    "Authorizenet",
    "BankRemittance",
    "Payflowpro",
    "Others",
)

APPLICATION_FIELDS: Final = (
    Field("bill_id", "document_id", text),
    Field("amount_applied", "amount", amount),
    Field("tax_amount_withheld", "withheld", lambda value, wire: optional_amount(value, wire) or ZERO),
)


def applications(value: Any, wire: str) -> tuple[ApplicationFields, ...]:
    """Read which bills an amount is applied to; a row that applies nothing is passed over. Raises Refused."""
    if isinstance(value, list) and len(value) > BILLS_MAX:
        raise Refused("invalid_value", field=wire)
    found = [{"document_id": "", "amount": ZERO, **given(row, APPLICATION_FIELDS)} for row in rows(value, wire)]
    return tuple(
        ApplicationFields(**fields)
        for fields in found
        if fields["amount"] or fields.get("withheld", ZERO) or not fields["document_id"]
    )


FIELDS: Final = (
    Field("vendor_id", "contact_id", text),
    Field("payment_mode", "mode", text),
    Field("amount", "amount", amount),
    Field("date", "date", day),
    Field("reference_number", "reference", text),
    Field("description", "description", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("paid_through_account_id", "account_id", text),
    Field("bills", "applications", applications),
)
KEPT: Final = ("custom_fields", "tags", "location_id", "is_paid_via_print_check")


def _fields(call: Call) -> dict[str, Any]:
    fields = given(call.body, FIELDS)
    if fields.get("account_id") == "":
        del fields["account_id"]
    bills = call.organization.book.table(Noun.BILL)
    if any(one.document_id not in bills for one in fields.get("applications", ())):
        raise Refused("bills_do_not_exist")
    return fields


def create(call: Call) -> VendorPayment:
    """Record a payment; without `bills` all of it stays unused. Raises Refused for a wrong vendor or unknown bill."""
    vendor_given(call, required=True)
    if "amount" not in call.body:
        raise Refused("missing_value", field="amount")
    fields = {"mode": "Cash", **_fields(call)}
    payment: VendorPayment = call.organization.execute(CreateVendorPayment(user_id=call.user_id, **fields))
    keep(call.organization, payment.id, call.body, KEPT)
    return payment


def update(call: Call, payment: VendorPayment) -> VendorPayment:
    """Change a payment; `bills` replaces what it was applied to."""
    vendor_given(call, required=False)
    command = UpdateVendorPayment(id=payment.id, user_id=call.user_id, **_fields(call))
    changed: VendorPayment = call.organization.execute(command)
    keep(call.organization, payment.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a payment; the bills it met are due again."""
    call.organization.execute(DeleteVendorPayment(id=identity, user_id=call.user_id))


def _common(call: Call, payment: VendorPayment) -> dict[str, Any]:
    book = call.organization.book
    account, currency = book.accounts[payment.account_id], book.currencies[payment.currency_id]
    return {
        "payment_id": payment.id,
        "vendor_id": payment.contact_id,
        "vendor_name": book.contacts[payment.contact_id].name,
        "status": "paid",
        "payment_mode": payment.mode,
        "payment_number": payment.number,
        "description": payment.description,
        "date": payment.date,
        "reference_number": payment.reference,
        "exchange_rate": payment.exchange_rate,
        "amount": payment.amount,
        "balance": payment.unused,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "created_time": payment.created_at,
        "last_modified_time": payment.modified_at,
        "paid_through_account_id": account.id,
        "paid_through_account_name": account.name,
    }


def row(call: Call, payment: VendorPayment) -> dict[str, Any]:
    """Return one row of the payment list."""
    bills = call.organization.book.table(Noun.BILL)
    return {
        **ROW,
        **_common(call, payment),
        "bill_numbers": ", ".join(bills[one.document_id].number for one in payment.applications),
        "bcy_amount": payment.base_amount,
        "bcy_balance": payment.unused_base,
        **{name: value for name, value in kept(call.organization, payment.id).items() if name in ROW},
    }


def _applied(call: Call, payment: VendorPayment) -> list[dict[str, Any]]:
    bills = call.organization.book.table(Noun.BILL)
    found = []
    for one in payment.applications:
        bill = bills[one.document_id]
        found.append(
            {
                **APPLIED,
                "bill_number": bill.number,
                "price_precision": bill.places,
                "bill_payment_id": one.id,
                "bill_id": bill.id,
                "total": bill.totals.total,
                "balance": bill.balance,
                "amount_applied": one.amount,
                "tax_amount_withheld": one.withheld,
                "apply_date": "" if one.date == payment.date else one.date,
                "date": bill.date,
                "due_date": bill.due_date,
            }
        )
    return found


def refund_row(refund: Any) -> dict[str, Any]:
    """Return one refund of a payment as lists show it."""
    return {
        "vendorpayment_refund_id": refund.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "reference_number": refund.reference,
        "description": refund.description,
        "amount_bcy": refund.base_amount,
        "amount_fcy": refund.amount,
    }


def detail(call: Call, payment: VendorPayment) -> dict[str, Any]:
    """Return one payment with all keys."""
    book = call.organization.book
    payable = book.accounts[book.system(SystemAccount.PAYABLE)]
    withheld = sum((one.withheld for one in payment.applications), ZERO)
    owed = book.accounts[payment.withheld_account_id or book.system(SystemAccount.TAX_PAYABLE)]
    suffix = payment.number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/")
    return {
        **DETAIL,
        **_common(call, payment),
        "payment_number_prefix": payment.number.removesuffix(suffix) if suffix else payment.number,
        "payment_number_suffix": suffix,
        "tax_account_id": owed.id if withheld else "",
        "tax_account_name": owed.name if withheld else "",
        "tax_amount_withheld": withheld,
        "bank_charges": payment.bank_charges,
        "currency_symbol": book.currencies[payment.currency_id].symbol,
        "created_by_id": payment.created_by,
        "created_by_name": user_name(call, payment.created_by),
        "paid_through_account_type": book.accounts[payment.account_id].type.value,
        "offset_account_id": payable.id,
        "offset_account_name": payable.name,
        "billing_address": address(book.contacts[payment.contact_id].billing_address, DETAIL["billing_address"]),
        "bills": _applied(call, payment),
        "vendorpayment_refunds": [refund_row(refund) for refund in payment.refunds],
        **kept(call.organization, payment.id),
    }


LISTING: Final = Listing(
    report_name="Payments Made",
    columns=(
        Column(
            "vendor_name",
            lambda view, payment: view.book.contacts[payment.contact_id].name.casefold(),
            looks_at=("contact",),
        ),
        Column("vendor_id", lambda _, payment: payment.contact_id),
        Column("bill_id", lambda _, payment: tuple(one.document_id for one in payment.applications), Kind.TEXTS),
        Column("reference_number", lambda _, payment: payment.reference.casefold()),
        Column("payment_number", lambda _, payment: payment.number.casefold()),
        Column("payment_mode", lambda _, payment: payment.mode.casefold().replace(" ", "")),
        Column("notes", lambda _, payment: payment.description.casefold()),
        Column("amount", lambda _, payment: payment.amount, Kind.NUMBER),
        Column("balance", lambda _, payment: payment.unused, Kind.NUMBER),
        Column("date", lambda _, payment: payment.date, Kind.DATE),
        Column("last_modified_time", lambda _, payment: payment.modified_at, Kind.TIME),
        Column(
            "search_text",
            lambda view, payment: (
                f"{payment.number}\n{payment.reference}\n{payment.description}\n"
                f"{view.book.contacts[payment.contact_id].name}".casefold()
            ),
            looks_at=("contact",),
        ),
    ),
    sort="date",
    descending=True,
    sorts=("vendor_name", "date", "reference_number", "amount", "balance"),
    filters=(
        Filter("vendor_name", TEXT),
        Filter("vendor_id", many=True),
        Filter("bill_id"),
        Filter("reference_number", TEXT),
        Filter("payment_number", TEXT),
        Filter("payment_mode", TEXT),
        Filter("notes", TEXT),
        Filter("description", TEXT, column="notes"),
        Filter("amount", NUMBER),
        Filter("date", DATE),
        Filter("search_text", CONTAINED),
    ),
    views={
        "PaymentMode.All": (),
        **{f"PaymentMode.{mode}": (equals("payment_mode", mode.casefold()),) for mode in MODES},
    },
    view="PaymentMode.All",
)
MODULE: Final = Module(
    label="Payment",
    path="/vendorpayments",
    identity="payment_id",
    kind="vendor_payment",
    key="vendorpayment",
    list_key="vendorpayments",
    documents=lambda organization: organization.book.table(Noun.VENDOR_PAYMENT),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The payment made to the vendor has been recorded",
        updated="The details of the payment made to the vendor have been updated",
        deleted="The payment has been deleted.",
        deleted_many="The selected vendor payments have been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
HANDLERS: Final = (
    Emulated("POST", "/vendorpayments", creates(MODULE), RECORDED, missing="cheques"),
    Emulated("GET", "/vendorpayments", lists(MODULE), RECORDED),
    Emulated("DELETE", "/vendorpayments", deletes_many(MODULE, "payment_ids"), SPECIFIED),
    Emulated("GET", "/vendorpayments/{payment_id}", reads(MODULE), RECORDED),
    Emulated("PUT", "/vendorpayments/{payment_id}", updates(MODULE), RECORDED),
    Emulated("DELETE", "/vendorpayments/{payment_id}", deletes(MODULE), RECORDED),
)
