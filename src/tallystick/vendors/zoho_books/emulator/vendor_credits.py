"""Credits from vendors: list, create, read, update, delete, status, applying them to bills, comments.

Refunds of them are in `vendor_refunds`; the keys are the specification's, as no recording of one is known.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as Noun
from tallystick.books.documents.vendor_credit import (
    ApplyVendorCredit,
    CreateVendorCredit,
    DeleteVendorCredit,
    MarkVendorCreditOpen,
    UnapplyVendorCredit,
    UpdateVendorCredit,
    VendorCredit,
    VendorCreditState,
    VoidVendorCredit,
)
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS, approval_fields, begins_as_draft
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.comments import adds_comment, deletes_comment, lists_comments
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
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
from tallystick.vendors.zoho_books.emulator.purchases import (
    PURCHASE_KEPT,
    purchase_columns,
    purchase_fields,
    purchase_figures,
    purchase_filters,
    purchase_lines,
)
from tallystick.vendors.zoho_books.emulator.reverse_charge import keep_reverse_charge, with_reverse_charge
from tallystick.vendors.zoho_books.emulator.sales import number_field
from tallystick.vendors.zoho_books.emulator.shape import shapes
from tallystick.vendors.zoho_books.emulator.vendor_payments import applications

DETAIL: Final = shapes("vendor_credits")["detail"]
LINE: Final = shapes("vendor_credits")["line"]
ROW: Final = shapes("vendor_credits")["row"]
ZERO: Final = Decimal(0)


def _common(credit: VendorCredit) -> dict[str, Any]:
    return {
        "vendor_credit_id": credit.id,
        "vendor_credit_number": credit.number,
        "status": lifecycle.vendor_credit_status(credit).value,
        "total": credit.totals.total,
        "balance": credit.balance,
    }


def row(call: Call, credit: VendorCredit) -> dict[str, Any]:
    """Return one row of the vendor credit list."""
    return {
        **ROW,
        **purchase_figures(call.organization.book, credit, ROW),
        **_common(credit),
        **{name: value for name, value in kept(call.organization, credit.id).items() if name in ROW},
    }


def credited_rows(call: Call, credit: VendorCredit) -> list[dict[str, Any]]:
    """Return the bills a vendor credit is applied to."""
    bills = call.organization.book.table(Noun.BILL)
    return [
        {
            "vendor_credit_id": credit.id,
            "bill_id": one.document_id,
            "vendor_credit_bill_id": one.id,
            "date": one.date,
            "bill_number": bills[one.document_id].number,
            "amount": one.amount,
        }
        for one in credit.applications
    ]


def refund_row(call: Call, credit: VendorCredit, refund: Any) -> dict[str, Any]:
    """Return one refund of a vendor credit as lists show it."""
    return {
        "vendor_credit_refund_id": refund.id,
        "vendor_credit_id": credit.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "reference_number": refund.reference,
        "amount": refund.amount,
        "vendor_credit_number": credit.number,
        "customer_name": call.organization.book.contacts[credit.contact_id].name,
        "description": refund.description,
        "amount_bcy": refund.base_amount,
        "amount_fcy": refund.amount,
    }


def detail(call: Call, credit: VendorCredit) -> dict[str, Any]:
    """Return one vendor credit with all keys."""
    book = call.organization.book
    return {
        **DETAIL,
        **purchase_figures(book, credit, DETAIL),
        **_common(credit),
        "line_items": with_reverse_charge(call, credit, purchase_lines(call.organization, credit, LINE)),
        "total_credits_used": sum((one.amount for one in credit.applications), ZERO),
        "total_refunded_amount": sum((refund.amount for refund in credit.refunds), ZERO),
        "vendor_credit_refunds": [refund_row(call, credit, refund) for refund in credit.refunds],
        "bills_credited": credited_rows(call, credit),
        **approval_fields(call, credit, DETAIL),
        **kept(call.organization, credit.id),
    }


def _number(call: Call, current: str) -> dict[str, str]:
    """Return a number of one's own; one sent again as it stands is no change."""
    if call.body.get("vendor_credit_number", "") == current:
        return {}
    return number_field(call, "vendor_credit_number")


def create(call: Call) -> VendorCredit:
    """Create a vendor credit, open. Raises Refused as a bill would be."""
    fields = {**purchase_fields(call, new=True), **_number(call, "")}
    if begins_as_draft(call):
        fields["state"] = VendorCreditState.DRAFT
    credit: VendorCredit = call.organization.execute(CreateVendorCredit(user_id=call.user_id, **fields))
    keep(call.organization, credit.id, call.body, PURCHASE_KEPT)
    keep_reverse_charge(call, credit)
    return credit


def update(call: Call, credit: VendorCredit) -> VendorCredit:
    """Change a vendor credit; fields the body does not mention stay."""
    fields = {**purchase_fields(call, new=False, contact_id=credit.contact_id), **_number(call, credit.number)}
    command = UpdateVendorCredit(id=credit.id, user_id=call.user_id, **fields)
    changed: VendorCredit = call.organization.execute(command)
    keep(call.organization, credit.id, call.body, PURCHASE_KEPT)
    keep_reverse_charge(call, changed)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a vendor credit that is neither applied nor refunded."""
    call.organization.execute(DeleteVendorCredit(id=identity, user_id=call.user_id))


LISTING: Final = Listing(
    report_name="Vendor Credits",
    columns=(
        *purchase_columns("vendor_credit_number"),
        Column("line_item_id", lambda _, credit: tuple(line.id for line in credit.lines), Kind.TEXTS),
        Column("notes", lambda _, credit: credit.notes.casefold()),
        Column("balance", lambda _, credit: credit.balance, Kind.NUMBER),
        Column("status", lambda _, credit: lifecycle.vendor_credit_status(credit).value),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        "vendor_name",
        "vendor_credit_number",
        "balance",
        "total",
        "date",
        "created_time",
        "last_modified_time",
        "reference_number",
    ),
    filters=(
        *purchase_filters("vendor_credit_number"),
        Filter("line_item_id"),
        Filter("notes", TEXT),
    ),
    views={
        "Status.All": (),
        **APPROVAL_VIEWS,
        **{f"Status.{name}": (equals("status", name.casefold()),) for name in ("Open", "Draft", "Closed", "Void")},
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Vendor Credit",
    path="/vendorcredits",
    identity="vendor_credit_id",
    kind="vendor_credit",
    key="vendor_credit",
    list_key="vendor_credits",
    documents=lambda organization: organization.book.table(Noun.VENDOR_CREDIT),
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="Vendor credit has been created.",
        updated="Vendor credit information has been updated.",
        deleted="The vendor credit has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def list_bills(call: Call) -> Answer:
    """List the bills a vendor credit is applied to."""
    return Answer(key="bills_credited", value=credited_rows(call, MODULE.named(call)))


def apply_to_bills(call: Call, credit: VendorCredit) -> None:
    """Apply a vendor credit to bills. Raises Refused: code 2 when none is named, 1002 for one that is not there."""
    found = applications(call.body.get("bills", []), "bills")
    if not found:
        raise Refused("invalid_value", field="bills")
    bills = call.organization.book.table(Noun.BILL)
    if any(one.document_id not in bills for one in found):
        raise Refused("does_not_exist", thing="Bill")
    call.organization.execute(ApplyVendorCredit(id=credit.id, applications=found, user_id=call.user_id))


def unapply(call: Call, credit: VendorCredit) -> None:
    """Take a vendor credit off a bill. Raises Refused (code 1002) when it is not applied there."""
    wanted = call.ids["vendor_credit_bill_id"]
    if wanted not in {one.id for one in credit.applications}:
        raise Refused("does_not_exist", thing="Vendor Credit")
    call.organization.execute(UnapplyVendorCredit(id=credit.id, application_id=wanted, user_id=call.user_id))


_ID: Final = "/vendorcredits/{vendor_credit_id}"
HANDLERS: Final = (
    Emulated("POST", "/vendorcredits", creates(MODULE), SPECIFIED, missing="bill_id"),
    Emulated("GET", "/vendorcredits", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED, missing="accept=csv, xml, xls, xlsx or jhtml"),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    Emulated(
        "POST",
        f"{_ID}/status/open",
        acts(MODULE, becomes(MarkVendorCreditOpen), "The status of the vendor credit has been changed to open."),
        SPECIFIED,
    ),
    Emulated(
        "POST",
        f"{_ID}/status/void",
        acts(MODULE, becomes(VoidVendorCredit), "The vendor credit has been voided."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/bills", list_bills, SPECIFIED),
    Emulated(
        "POST", f"{_ID}/bills", acts(MODULE, apply_to_bills, "Credits have been applied to the bill(s)."), SPECIFIED
    ),
    Emulated(
        "DELETE",
        f"{_ID}/bills/{{vendor_credit_bill_id}}",
        acts(MODULE, unapply, "Credits applied to the bill have been deleted."),
        SPECIFIED,
    ),
    Emulated("GET", f"{_ID}/comments", lists_comments(MODULE, "comments"), SPECIFIED),
    Emulated("POST", f"{_ID}/comments", adds_comment(MODULE, "Comments added.", "comment"), SPECIFIED),
    Emulated(
        "DELETE", f"{_ID}/comments/{{comment_id}}", deletes_comment(MODULE, "The comment has been deleted."), SPECIFIED
    ),
)
