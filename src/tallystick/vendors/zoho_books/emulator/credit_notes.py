"""Credit notes to customers: list, create, read, update, delete, status, and applying them to invoices.

Refunds of them are in `credit_note_refunds`; what they share with invoices is in `sales`.
"""

from decimal import Decimal
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.credit_note import (
    CreateCreditNote,
    CreditNote,
    CreditNoteState,
    DeleteCreditNote,
    UpdateCreditNote,
)
from tallystick.vendors.zoho_books.emulator.approval_wire import APPROVAL_VIEWS, approval_fields, begins_as_draft
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import CONTAINED, DATE, NUMBER, TEXT, Filter, Listing, equals
from tallystick.vendors.zoho_books.emulator.module import (
    Messages,
    Module,
    local_date,
    user_name,
)
from tallystick.vendors.zoho_books.emulator.preferences import begins_with
from tallystick.vendors.zoho_books.emulator.sales import (
    SALES_KEPT,
    address,
    line_rows,
    money_fields,
    number_field,
    person_row,
    sales_fields,
    shipping_fields,
)
from tallystick.vendors.zoho_books.emulator.shape import shapes

DETAIL: Final = shapes("credit_notes")["detail"]
ROW: Final = shapes("credit_notes")["row"]
LINE: Final = shapes("credit_notes")["line"]
TEMPLATE_NUMBER: Final = "000000017005"
ZERO: Final = Decimal(0)


def _common(call: Call, note: CreditNote) -> dict[str, Any]:
    book = call.organization.book
    currency = book.currencies[note.currency_id]
    status = lifecycle.credit_note_status(note).value
    return {
        "creditnote_id": note.id,
        "creditnote_number": note.number,
        "status": status,
        "current_sub_status": status,
        "reference_number": note.reference,
        "date": note.date,
        "issued_date": "" if note.state is CreditNoteState.DRAFT else local_date(call, note.created_at),
        "total": note.totals.total,
        "balance": note.balance,
        "customer_id": note.contact_id,
        "customer_name": book.contacts[note.contact_id].name,
        "currency_id": currency.id,
        "currency_code": currency.code,
        "created_time": note.created_at,
        "last_modified_time": note.modified_at,
        "exchange_rate": note.exchange_rate,
        "price_precision": note.places,
        "template_id": call.organization.id + TEMPLATE_NUMBER,
    }


def row(call: Call, note: CreditNote) -> dict[str, Any]:
    """Return one row of the credit note list; one without a salesperson is listed under `Others` (recorded)."""
    fields = kept(call.organization, note.id)
    return {
        **ROW,
        **_common(call, note),
        "applied_invoices": ", ".join(_invoice(call, one.document_id).number for one in note.applications),
        "salesperson_name": note.salesperson or "Others",
        "salesperson_id": fields.get("salesperson_id", "-1"),
        **{name: value for name, value in fields.items() if name in ROW},
    }


def _invoice(call: Call, identity: str) -> Any:
    return call.organization.book.invoices[identity]


def credited_rows(call: Call, note: CreditNote) -> list[dict[str, Any]]:
    """Return the invoices a credit note is applied to."""
    return [
        {
            "creditnote_id": note.id,
            "invoice_id": one.document_id,
            "creditnote_invoice_id": one.id,
            "date": one.date,
            "invoice_number": _invoice(call, one.document_id).number,
            "creditnote_number": note.number,
            "credited_amount": one.amount,
        }
        for one in note.applications
    ]


def refund_row(call: Call, note: CreditNote, refund: Any) -> dict[str, Any]:
    """Return one refund of a credit note as lists show it."""
    return {
        "creditnote_refund_id": refund.id,
        "creditnote_id": note.id,
        "date": refund.date,
        "refund_mode": refund.mode,
        "payment_form": "",
        "reference_number": refund.reference,
        "creditnote_number": note.number,
        "customer_name": call.organization.book.contacts[note.contact_id].name,
        "description": refund.description,
        "amount_bcy": refund.base_amount,
        "amount_fcy": refund.amount,
    }


def detail(call: Call, note: CreditNote) -> dict[str, Any]:
    """Return one credit note with all keys."""
    book = call.organization.book
    contact, currency = book.contacts[note.contact_id], book.currencies[note.currency_id]
    receivable = book.accounts[book.system(SystemAccount.RECEIVABLE)]
    discounting = book.accounts.get(note.discount_account_id)
    shipping = shipping_fields(book, note, currency.symbol)
    figures = money_fields(note)
    return {
        **DETAIL,
        **_common(call, note),
        **{name: value for name, value in figures.items() if name in DETAIL},
        **{name: value for name, value in shipping.items() if name in DETAIL},
        "created_by_id": note.created_by,
        "created_by_name": user_name(call, note.created_by),
        "last_modified_by_id": note.modified_by or note.created_by,
        "invoices_credited": credited_rows(call, note),
        "contact_persons": list(note.person_ids),
        "contact_persons_associated": [
            person_row(person) for person in contact.persons if person.id in note.person_ids
        ],
        "currency_symbol": currency.symbol,
        "currency_name_formatted": f"{currency.code}- {currency.name}",
        "discount_account_id": note.discount_account_id,
        "discount_account_name": "" if discounting is None else discounting.name,
        "account_id": receivable.id,
        "account_name": receivable.name,
        "line_items": line_rows(call.organization, note, LINE),
        "total_credits_used": sum((one.amount for one in note.applications), ZERO),
        "total_refunded_amount": sum((refund.amount for refund in note.refunds), ZERO),
        "creditnote_refunds": [refund_row(call, note, refund) for refund in note.refunds],
        "billing_address": address(note.billing_address, DETAIL["billing_address"]),
        "shipping_address": address(note.shipping_address, DETAIL["shipping_address"]),
        **approval_fields(call, note, DETAIL),
        **kept(call.organization, note.id),
    }


def create(call: Call) -> CreditNote:
    """Create a credit note: open, unless `is_draft` is set. Raises Refused as an invoice would be."""
    if not call.body.get("customer_id"):
        raise Refused("customer_not_accessible")
    if not call.body.get("line_items"):
        raise Refused("no_line_items")
    state = (
        CreditNoteState.DRAFT if call.body.get("is_draft") is True or begins_as_draft(call) else CreditNoteState.OPEN
    )
    begun = begins_with(call, "creditnote_number")
    fields = {**begun, **sales_fields(call), **number_field(call, "creditnote_number")}
    note: CreditNote = call.organization.execute(CreateCreditNote(user_id=call.user_id, state=state, **fields))
    keep(call.organization, note.id, call.body, SALES_KEPT)
    return note


def update(call: Call, note: CreditNote) -> CreditNote:
    """Change a credit note; fields the body does not mention stay."""
    if "line_items" in call.body and not call.body["line_items"]:
        raise Refused("no_line_items")
    fields = {**sales_fields(call, contact_id=note.contact_id), **number_field(call, "creditnote_number")}
    changed: CreditNote = call.organization.execute(UpdateCreditNote(id=note.id, user_id=call.user_id, **fields))
    keep(call.organization, note.id, call.body, SALES_KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a credit note that is neither applied nor refunded."""
    call.organization.execute(DeleteCreditNote(id=identity, user_id=call.user_id))


def _customer_name(view: Any, note: CreditNote) -> str:
    name: str = view.book.contacts[note.contact_id].name
    return name.casefold()


LISTING: Final = Listing(
    report_name="Credit Notes",
    columns=(
        Column("creditnote_number", lambda _, note: note.number.casefold()),
        Column("reference_number", lambda _, note: note.reference.casefold()),
        Column("customer_name", _customer_name, looks_at=("contact",)),
        Column("customer_id", lambda _, note: note.contact_id),
        Column("item_id", lambda _, note: tuple({line.item_id for line in note.lines}), Kind.TEXTS),
        Column("item_name", lambda _, note: tuple({line.name.casefold() for line in note.lines}), Kind.TEXTS),
        Column(
            "item_description", lambda _, note: tuple({line.description.casefold() for line in note.lines}), Kind.TEXTS
        ),
        Column("line_item_id", lambda _, note: tuple(line.id for line in note.lines), Kind.TEXTS),
        Column("tax_id", lambda _, note: tuple({line.tax_id for line in note.lines}), Kind.TEXTS),
        Column("total", lambda _, note: note.totals.total, Kind.NUMBER),
        Column("balance", lambda _, note: note.balance, Kind.NUMBER),
        Column("date", lambda _, note: note.date, Kind.DATE),
        Column("created_time", lambda _, note: note.created_at, Kind.TIME),
        Column("last_modified_time", lambda _, note: note.modified_at, Kind.TIME),
        Column("status", lambda _, note: lifecycle.credit_note_status(note).value),
        Column(
            "search_text",
            lambda view, note: f"{note.number}\n{note.reference}\n{_customer_name(view, note)}".casefold(),
            looks_at=("contact",),
        ),
    ),
    sort="created_time",
    descending=True,
    sorts=(
        "customer_name",
        "creditnote_number",
        "balance",
        "total",
        "date",
        "created_time",
        "last_modified_time",
        "reference_number",
    ),
    filters=(
        Filter("creditnote_number", TEXT),
        Filter("reference_number", TEXT),
        Filter("customer_name", TEXT),
        Filter("customer_id", many=True),
        Filter("item_id"),
        Filter("item_name", TEXT),
        Filter("item_description", TEXT),
        Filter("line_item_id"),
        Filter("tax_id"),
        Filter("total", NUMBER),
        Filter("date", DATE),
        Filter("status", many=True),
        Filter("search_text", CONTAINED),
    ),
    views={
        "Status.All": (),
        **APPROVAL_VIEWS,
        **{f"Status.{name}": (equals("status", name.casefold()),) for name in ("Open", "Draft", "Closed", "Void")},
    },
    view="Status.All",
)
MODULE: Final = Module(
    label="Credit Note",
    path="/creditnotes",
    identity="creditnote_id",
    kind="credit_note",
    key="creditnote",
    list_key="creditnotes",
    documents=lambda organization: organization.book.credit_notes,
    row=row,
    detail=detail,
    listing=LISTING,
    messages=Messages(
        created="The credit note has been created.",
        updated="The credit note has been updated.",
        deleted="The credit note has been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)
