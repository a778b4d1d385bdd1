"""Delivery challans: their wire form and their operations."""

from decimal import Decimal
from typing import Any, Final

from tallystick.books.change import Kind as BookKind
from tallystick.books.documents.delivery_challan import (
    ChallanState,
    CreateDeliveryChallan,
    DeleteDeliveryChallan,
    DeliveryChallan,
    MarkDeliveryChallanDelivered,
    MarkDeliveryChallanOpen,
    MarkDeliveryChallanReturned,
    Returned,
    UndoDeliveryChallanReturn,
    UpdateDeliveryChallan,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, amount, rows, text
from tallystick.vendors.zoho_books.emulator.module import (
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
from tallystick.vendors.zoho_books.emulator.priced import Paper, becomes, does, module_of, sets_address
from tallystick.vendors.zoho_books.emulator.sales import SALES_KEPT


def _own(_: Call, challan: DeliveryChallan) -> dict[str, Any]:
    returned = {each.line_id: each.quantity for each in challan.returned}
    return {
        "challan_type": challan.purpose,
        "has_qty_returned": bool(returned),
        "line_items": [{"quantity_returned": returned.get(line.id, Decimal(0))} for line in challan.lines],
    }


PAPER: Final = Paper(
    label="Delivery Challan",
    path="/deliverychallans",
    prefix="deliverychallan",
    kind="delivery_challan",
    key="deliverychallan",
    list_key="deliverychallans",
    report_name="Delivery Challans",
    shape="delivery_challans",
    table=lambda book: book.table(BookKind.DELIVERY_CHALLAN),
    status=lambda _, challan: challan.state.value,
    create=CreateDeliveryChallan,
    update=UpdateDeliveryChallan,
    delete=DeleteDeliveryChallan,
    messages=Messages(
        created="The delivery challan has been created",
        updated="The delivery challan has been updated",
        deleted="The delivery challan has been deleted",
    ),
    own=_own,
    fields=(Field("challan_type", "purpose", text),),
    sent=ChallanState.OPEN,
    kept=SALES_KEPT,
    views=("Draft", "Open", "Delivered", "Returned"),
)
MODULE: Final = module_of(PAPER)


def return_goods(call: Call) -> Answer:
    """Note what came back of some challans: the quantities the body gives by line, or everything."""
    asked = {
        text(row.get("line_item_id", ""), "line_item_id"): amount(row.get("qty_returned", 0), "qty_returned")
        for row in rows(call.body.get("line_items", []), "line_items")
    }
    for identity in identities_of(MODULE, call, "deliverychallan_ids"):
        challan: DeliveryChallan = MODULE.find(call.organization, identity)
        quantities = tuple(Returned(line.id, asked[line.id]) for line in challan.lines if line.id in asked)
        if asked and not quantities:
            raise Refused("does_not_exist", thing="Line item")
        call.organization.execute(MarkDeliveryChallanReturned(id=identity, quantities=quantities, user_id=call.user_id))
    return Answer()


def undo_return(call: Call) -> Answer:
    """Take the return of some challans back."""
    for identity in identities_of(MODULE, call, "deliverychallan_ids"):
        call.organization.execute(UndoDeliveryChallanReturn(id=identity, user_id=call.user_id))
    return Answer()


_ID: Final = "/deliverychallans/{deliverychallan_id}"
HANDLERS: Final = (
    Emulated("POST", "/deliverychallans", creates(MODULE), SPECIFIED),
    Emulated("GET", "/deliverychallans", lists(MODULE), SPECIFIED),
    Emulated("GET", _ID, reads(MODULE), SPECIFIED),
    Emulated("PUT", _ID, updates(MODULE), SPECIFIED),
    Emulated("DELETE", _ID, deletes(MODULE), SPECIFIED),
    does(MODULE, f"{_ID}/status/open", becomes(MarkDeliveryChallanOpen), "success"),
    does(MODULE, f"{_ID}/status/undelivered", becomes(MarkDeliveryChallanOpen), "success"),
    does(MODULE, f"{_ID}/status/delivered", becomes(MarkDeliveryChallanDelivered), "success"),
    does(MODULE, f"{_ID}/status/returned", becomes(MarkDeliveryChallanReturned), "success"),
    Emulated("PUT", "/deliverychallans/return", return_goods, SPECIFIED),
    Emulated("PUT", "/deliverychallans/undo/return", undo_return, SPECIFIED),
    Emulated(
        "PUT",
        f"{_ID}/address/shipping",
        acts(MODULE, sets_address(UpdateDeliveryChallan, "shipping_address"), "success"),
        SPECIFIED,
    ),
)
