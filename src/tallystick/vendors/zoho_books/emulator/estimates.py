"""Estimates, which the service calls quotes: their wire form, their operations, and invoices made of them."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.estimate import (
    AcceptEstimate,
    CreateEstimate,
    DeclineEstimate,
    DeleteEstimate,
    Estimate,
    EstimateState,
    MarkEstimateSent,
    UpdateEstimate,
)
from tallystick.books.documents.invoice import CreateInvoice
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, day
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.listing import DATE, Filter
from tallystick.vendors.zoho_books.emulator.mail import mails
from tallystick.vendors.zoho_books.emulator.module import (
    RECORDED,
    SPECIFIED,
    Emulated,
    Messages,
    creates,
    deletes,
    identities_of,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.priced import (
    Paper,
    becomes,
    comment_handlers,
    does,
    module_of,
    sets_address,
)
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT, copied

MAILED_TOGETHER_MAX: Final = 10
"""Estimates that one call may mail (the vendor's documents)."""


def _own(call: Call, estimate: Estimate) -> dict[str, Any]:
    invoices = call.organization.book.invoices
    orders = call.organization.book.table(BookKind.SALES_ORDER)
    made = [invoices[identity] for identity in estimate.invoice_ids]
    invoiced = sum((invoice.totals.total for invoice in made), estimate.totals.total * 0)
    return {
        "expiry_date": estimate.expiry_date or "",
        "accepted_date": estimate.accepted_date or "",
        "declined_date": estimate.declined_date or "",
        "invoice_ids": list(estimate.invoice_ids),
        "is_transaction_created": bool(estimate.invoice_ids or estimate.order_ids),
        "invoiced_amount": invoiced,
        "uninvoiced_amount": max(estimate.totals.total - invoiced, estimate.totals.total * 0),
        "salesorders": [
            {"salesorder_id": identity, "salesorder_number": orders[identity].number} for identity in estimate.order_ids
        ],
    }


PAPER: Final = Paper(
    label="Estimate",
    path="/estimates",
    prefix="estimate",
    kind="estimate",
    key="estimate",
    list_key="estimates",
    report_name="Quotes",
    shape="estimates",
    table=lambda book: book.table(BookKind.ESTIMATE),
    status=lambda call, estimate: lifecycle.estimate_status(estimate, call.today).value,
    daily=lambda today, estimate: lifecycle.estimate_status(estimate, today).value,
    create=CreateEstimate,
    update=UpdateEstimate,
    delete=DeleteEstimate,
    messages=Messages(
        created="The quote has been created.",
        updated="Quote information has been updated.",
        deleted="The quote has been deleted.",
    ),
    own=_own,
    fields=(Field("expiry_date", "expiry_date", day),),
    sent=EstimateState.SENT,
    kept=(*SALES_KEPT, "accept_retainer", "retainer_percentage", "custom_subject", "custom_body"),
    views=("Draft", "Sent", "Accepted", "Declined", "Invoiced", "Expired"),
    columns=(Column("expiry_date", lambda _, one: one.expiry_date or one.date.max, Kind.DATE),),
    filters=(Filter("expiry_date", DATE),),
)
MODULE: Final = module_of(PAPER)


def invoice_from(call: Call, estimate: Estimate) -> Any:
    """Make a draft invoice of an estimate. The Book refuses a draft, a declined and a foreign one."""
    fields = copied(estimate)
    return call.organization.execute(CreateInvoice(user_id=call.user_id, estimate_id=estimate.id, **fields))


def create_invoices(call: Call) -> Answer:
    """Make an invoice of each estimate named, of all of them or of none."""
    for identity in identities_of(MODULE, call, "estimate_ids"):
        invoice_from(call, MODULE.find(call.organization, identity))
    return Answer(message="The invoices have been created.")


_MAIL: Final = mails(MODULE, MarkEstimateSent)


def email_many(call: Call) -> Answer:
    """Mail several estimates; drafts are sent by it."""
    identities = identities_of(MODULE, call, "estimate_ids")
    if len(identities) > MAILED_TOGETHER_MAX:
        raise Refused("invalid_value", field="estimate_ids")
    for identity in identities:
        _MAIL(call, MODULE.find(call.organization, identity))
    return Answer(message="Mission accomplished! We've sent all the estimates.")


_ID: Final = "/estimates/{estimate_id}"
HANDLERS: Final = (
    Emulated("POST", "/estimates", creates(MODULE), RECORDED),
    Emulated("GET", "/estimates", lists(MODULE), RECORDED, missing="zcrm_potential_id"),
    Emulated("GET", _ID, reads(MODULE), RECORDED),
    Emulated("PUT", _ID, updates(MODULE), RECORDED),
    Emulated("DELETE", _ID, deletes(MODULE), RECORDED),
    does(MODULE, f"{_ID}/status/sent", becomes(MarkEstimateSent), "Estimate status has been changed to Sent"),
    does(MODULE, f"{_ID}/status/accepted", becomes(AcceptEstimate), "Estimate status has been changed to Accepted."),
    does(MODULE, f"{_ID}/status/declined", becomes(DeclineEstimate), "Estimate status has been changed to Declined."),
    does(
        MODULE,
        f"{_ID}/email",
        _MAIL,
        "Your estimate has been sent.",
    ),
    Emulated("POST", "/estimates/email", email_many, SPECIFIED),
    Emulated(
        "PUT",
        f"{_ID}/address/billing",
        acts(MODULE, sets_address(UpdateEstimate, "billing_address"), "Billing address updated"),
        SPECIFIED,
    ),
    Emulated(
        "PUT",
        f"{_ID}/address/shipping",
        acts(MODULE, sets_address(UpdateEstimate, "shipping_address"), "Shipping address updated"),
        SPECIFIED,
    ),
    *comment_handlers(MODULE, _ID),
    Emulated("POST", "/invoices/fromestimates", create_invoices, SPECIFIED),
)
