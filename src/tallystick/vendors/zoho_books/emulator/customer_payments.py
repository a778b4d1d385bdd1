"""Payments received from customers: list, create, read, update, delete, on the wire as recorded.

Refunds of them are in `payment_refunds`, their meeting of invoices seen from the invoice in `invoice_settlements`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.payment import CreatePayment, DeletePayment, Payment, UpdatePayment
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
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("customer_payments")["detail"]
APPLIED: Final = shapes("customer_payments")["applied"]
ROW: Final = shapes("customer_payments")["row"]
TEMPLATE_NUMBER: Final = "000000039005"
INVOICES_MAX: Final = 200
"""Invoices one payment may be applied to in one call."""
ZERO: Final = Decimal(0)

APPLICATION_FIELDS: Final = (
    Field("invoice_id", "document_id", text),
    Field("amount_applied", "amount", amount),
    Field("tax_amount_withheld", "withheld", lambda value, wire: optional_amount(value, wire) or ZERO),
)


def applications(value: Any, wire: str) -> tuple[ApplicationFields, ...]:
    """Read which invoices an amount is applied to; a row that applies nothing is passed over. Raises Refused."""
    if isinstance(value, list) and len(value) > INVOICES_MAX:
        raise Refused("invalid_value", field=wire)
    found = [given(row, APPLICATION_FIELDS) for row in rows(value, wire)]
    for fields in found:
        if not fields.get("document_id"):
            raise Refused("invalid_value", field="invoice_id")
        fields.setdefault("amount", ZERO)
    return tuple(ApplicationFields(**fields) for fields in found if fields["amount"] or fields.get("withheld", ZERO))


FIELDS: Final = (
    Field("customer_id", "contact_id", text),
    Field("payment_mode", "mode", text),
    Field("amount", "amount", amount),
    Field("date", "date", day),
    Field("reference_number", "reference", text),
    Field("description", "description", text),
    Field("exchange_rate", "exchange_rate", amount),
    Field("bank_charges", "bank_charges", amount),
    Field("account_id", "account_id", text),
    Field("tax_account_id", "withheld_account_id", text),
    Field("invoices", "applications", applications),
)
KEPT: Final = ("custom_fields", "tags", "location_id", "payment_form", "retainerinvoice_id")


def _fields(call: Call) -> dict[str, Any]:
    fields = given(call.body, FIELDS)
    for name in ("account_id", "withheld_account_id"):
        if fields.get(name) == "":
            del fields[name]
    return fields


def create(call: Call) -> Payment:
    """Record a payment; without `invoices` all of it stays unused. Raises Refused: 1002 without a customer."""
    if call.body.get("customer_id") not in call.organization.book.contacts:
        raise Refused("customer_not_accessible")
    if "amount" not in call.body:
        raise Refused("missing_value", field="amount")
    fields = {"mode": "cash", **_fields(call)}
    retainer_id = text(call.body.get("retainerinvoice_id", ""), "retainerinvoice_id")
    if retainer_id:
        fields["retainer_id"] = retainer_id
    payment: Payment = call.organization.execute(CreatePayment(user_id=call.user_id, **fields))
    keep(call.organization, payment.id, call.body, KEPT)
    return payment


def update(call: Call, payment: Payment) -> Payment:
    """Change a payment; `invoices` replaces what it was applied to."""
    changed: Payment = call.organization.execute(UpdatePayment(id=payment.id, user_id=call.user_id, **_fields(call)))
    keep(call.organization, payment.id, call.body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a payment; the invoices it met are due again."""
    call.organization.execute(DeletePayment(id=identity, user_id=call.user_id))


def row(call: Call, payment: Payment) -> dict[str, Any]:
    """Return one row of the payment list."""
    book = call.organization.book
    account = book.accounts.get(payment.account_id)
    refunded = sum((refund.base_amount for refund in payment.refunds), ZERO)
    numbers = [book.invoices[one.document_id].number for one in payment.applications]
    return {
        **ROW,
        "payment_id": payment.id,
        "payment_number": payment.number,
        "invoice_numbers": ", ".join(numbers),
        "date": payment.date,
        "payment_mode": payment.mode,
        "payment_mode_formatted": payment.mode,
        "amount": payment.amount,
        "bcy_amount": payment.base_amount,
        "unused_amount": payment.unused,
        "bcy_unused_amount": payment.unused_base,
        "account_id": payment.account_id,
        "account_name": "" if account is None else account.name,
        "description": payment.description,
        "reference_number": payment.reference,
        "customer_id": payment.contact_id,
        "customer_name": book.contacts[payment.contact_id].name,
        "created_time": payment.created_at,
        "last_modified_time": payment.modified_at,
        "bcy_refunded_amount": refunded,
        "tax_amount_withheld": sum((one.withheld for one in payment.applications), ZERO),
        **{name: value for name, value in kept(call.organization, payment.id).items() if name in ROW},
    }


def _applied(call: Call, payment: Payment) -> list[dict[str, Any]]:
    invoices = call.organization.book.invoices
    found = []
    for one in payment.applications:
        invoice = invoices[one.document_id]
        found.append(
            {
                **APPLIED,
                "invoice_number": invoice.number,
                "invoice_payment_id": one.id,
                "invoice_id": invoice.id,
                "amount_applied": one.amount,
                "tax_amount_withheld": one.withheld,
                "total": invoice.totals.total,
                "balance": invoice.balance,
                "date": invoice.date,
                "due_date": invoice.due_date,
                "price_precision": invoice.places,
                "apply_date": one.date,
            }
        )
    return found


def refund_row(call: Call, payment: Payment, refund: Any) -> dict[str, Any]:
    """Return one refund of a payment as lists show it."""
    return {
        "payment_refund_id": refund.id,
        "payment_id": payment.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "reference_number": refund.reference,
        "payment_number": payment.number,
        "customer_name": call.organization.book.contacts[payment.contact_id].name,
        "amount_bcy": refund.base_amount,
        "amount_fcy": refund.amount,
    }


def detail(call: Call, payment: Payment) -> dict[str, Any]:
    """Return one payment with all keys."""
    book = call.organization.book
    account, currency = book.accounts[payment.account_id], book.currencies[payment.currency_id]
    receivable = book.accounts[book.system(SystemAccount.RECEIVABLE)]
    withheld = book.accounts.get(payment.withheld_account_id)
    suffix = payment.number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/")
    return {
        **DETAIL,
        "payment_id": payment.id,
        "payment_number": payment.number,
        "payment_number_prefix": payment.number.removesuffix(suffix) if suffix else payment.number,
        "payment_number_suffix": suffix,
        "created_by": user_name(call, payment.created_by),
        "created_time": payment.created_at,
        "updated_time": payment.modified_at,
        "customer_id": payment.contact_id,
        "customer_name": book.contacts[payment.contact_id].name,
        "payment_mode": payment.mode,
        "date": payment.date,
        "account_id": account.id,
        "account_name": account.name,
        "account_type": account.type.value,
        "customer_advance_account_id": receivable.id,
        "customer_advance_account_name": receivable.name,
        "currency_id": currency.id,
        "currency_symbol": currency.symbol,
        "currency_code": currency.code,
        "exchange_rate": payment.exchange_rate,
        "amount": payment.amount,
        "unused_amount": payment.unused,
        "bank_charges": payment.bank_charges,
        "tax_account_id": payment.withheld_account_id,
        "tax_account_name": "" if withheld is None else withheld.name,
        "tax_amount_withheld": sum((one.withheld for one in payment.applications), ZERO),
        "description": payment.description,
        "reference_number": payment.reference,
        "invoices": _applied(call, payment),
        "payment_refunds": [refund_row(call, payment, refund) for refund in payment.refunds],
        "template_id": call.organization.id + TEMPLATE_NUMBER,
        "price_precision": payment.places,
        **kept(call.organization, payment.id),
    }


_MODES: Final = [
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
    "Stripe",
    "TwoCheckout",
    "Braintree",
    "Others",
]
LISTING: Final = Listing(
    report_name="Payments Received",
    columns=(
        Column(
            "customer_name",
            lambda view, payment: view.book.contacts[payment.contact_id].name.casefold(),
            looks_at=("contact",),
        ),
        Column("customer_id", lambda _, payment: payment.contact_id),
        Column("reference_number", lambda _, payment: payment.reference.casefold()),
        Column("notes", lambda _, payment: payment.description.casefold()),
        Column("payment_mode", lambda _, payment: payment.mode.casefold()),
        Column("payment_number", lambda _, payment: payment.number.casefold()),
        Column("amount", lambda _, payment: payment.amount, Kind.NUMBER),
        Column("date", lambda _, payment: payment.date, Kind.DATE),
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
    sorts=("date",),
    filters=(
        Filter("customer_name", TEXT),
        Filter("customer_id", many=True),
        Filter("reference_number", TEXT),
        Filter("notes", TEXT),
        Filter("payment_mode", TEXT),
        Filter("amount", NUMBER),
        Filter("date", DATE),
        Filter("search_text", CONTAINED),
    ),
    views={
        "PaymentMode.All": (),
        **{f"PaymentMode.{mode}": (equals("payment_mode", mode.casefold()),) for mode in _MODES},
    },
    view="PaymentMode.All",
)
MODULE: Final = Module(
    label="Payment",
    path="/customerpayments",
    identity="payment_id",
    kind="payment",
    key="payment",
    list_key="customerpayments",
    documents=lambda organization: organization.book.payments,
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The payment from the customer has been recorded",
        updated="The details of the payment received from the customer have been updated",
        deleted="The payment has been deleted.",
        deleted_many="The selected customer payments have been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


HANDLERS: Final = (
    Emulated("POST", "/customerpayments", creates(MODULE), RECORDED),
    Emulated("GET", "/customerpayments", lists(MODULE), RECORDED),
    Emulated("DELETE", "/customerpayments", deletes_many(MODULE, "payment_ids"), SPECIFIED),
    Emulated("GET", "/customerpayments/{payment_id}", reads(MODULE), RECORDED),
    Emulated("PUT", "/customerpayments/{payment_id}", updates(MODULE), RECORDED),
    Emulated("DELETE", "/customerpayments/{payment_id}", deletes(MODULE), RECORDED),
)
