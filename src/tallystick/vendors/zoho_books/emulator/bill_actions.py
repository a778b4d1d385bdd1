"""What can be done to a bill that exists: status, payments, credits, address, comments.

Creating, changing and listing are in `bills`; payments themselves in `vendor_payments`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.commands import Batch
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bill import Bill, MarkBillOpen, UpdateBill, VoidBill
from tallystick.books.documents.contact import Address
from tallystick.books.documents.vendor_credit import ApplyVendorCredit
from tallystick.books.documents.vendor_payment import ApplyVendorPayment, UnapplyVendorPayment
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.addresses import ADDRESS_FIELDS
from tallystick.vendors.zoho_books.emulator.bills import MODULE, payment_rows
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, deletes_comment, lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, given, rows, text
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    creates,
    deletes,
    lists,
    reads,
    updates,
)

SOURCES: Final = (
    ("bill_payments", "payment_id", Kind.VENDOR_PAYMENT, ApplyVendorPayment, "Payment"),
    ("apply_vendor_credits", "vendor_credit_id", Kind.VENDOR_CREDIT, ApplyVendorCredit, "Vendor Credit"),
)
"""Where a body names what is to be set against a bill: the list, its id, and the command that applies one."""
CREDITS_MAX: Final = 200


def list_payments(call: Call) -> Answer:
    """List the payments of a bill."""
    return Answer(key="payments", value=payment_rows(call, MODULE.named(call)))


def delete_payment(call: Call, bill: Bill) -> None:
    """Take a payment off a bill; the money stays with the vendor unused. Raises Refused (code 1002)."""
    wanted = call.ids["bill_payment_id"]
    for kind, identity, one in call.organization.book.applied_to(bill.id):
        if kind is Kind.VENDOR_PAYMENT and one.id == wanted:
            command = UnapplyVendorPayment(id=identity, application_id=wanted, user_id=call.user_id)
            call.organization.execute(command)
            return
    raise Refused("does_not_exist", thing="Payment")


def apply_credits(call: Call, bill: Bill) -> None:
    """Set unused payments and vendor credits against a bill, all or none. Raises Refused: 2 for none, 1002 unknown."""
    commands: list[Any] = []
    for wire, identity, kind, command, label in SOURCES:
        fields = (Field(identity, "id", text), Field("amount_applied", "amount", amount))
        for found in (given(each, fields) for each in rows(call.body.get(wire, []), wire)):
            if found.get("id") not in call.organization.book.table(kind):
                raise Refused("does_not_exist", thing=label)
            part = ApplicationFields(document_id=bill.id, amount=found.get("amount", Decimal(0)))
            commands.append(command(id=found["id"], applications=(part,), user_id=call.user_id))
    if not 1 <= len(commands) <= CREDITS_MAX:
        raise Refused("invalid_value", field="apply_vendor_credits")
    call.organization.execute(Batch(commands=tuple(commands), user_id=call.user_id))


def _billing_address(call: Call, bill: Bill) -> None:
    changed = Address(**given(call.body, ADDRESS_FIELDS))
    call.organization.execute(UpdateBill(id=bill.id, user_id=call.user_id, billing_address=changed))


_ID: Final = "/bills/{bill_id}"
HANDLERS: Final = (
    Emulated("POST", "/bills", creates(MODULE), RECORDED, missing="tax withheld by line, landed costs"),
    Emulated("GET", "/bills", lists(MODULE), RECORDED, missing="customer_id, locations"),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    # The text is the vendor's own, spelling included.
    Emulated(
        "POST",
        f"{_ID}/status/open",
        acts(MODULE, becomes(MarkBillOpen), "The status of the bill has been chaged to open."),
        SPECIFIED,
    ),
    Emulated(
        "POST", f"{_ID}/status/void", acts(MODULE, becomes(VoidBill), "The bill has been marked as void."), SPECIFIED
    ),
    Emulated("GET", f"{_ID}/payments", list_payments, SPECIFIED),
    Emulated(
        "DELETE",
        f"{_ID}/payments/{{bill_payment_id}}",
        acts(MODULE, delete_payment, "The payment has been deleted."),
        SPECIFIED,
    ),
    Emulated(
        "POST", f"{_ID}/credits", acts(MODULE, apply_credits, "Credits have been applied to the bill(s)."), SPECIFIED
    ),
    Emulated("PUT", f"{_ID}/address/billing", acts(MODULE, _billing_address, "Billing address updated."), SPECIFIED),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added.", "comment"), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
