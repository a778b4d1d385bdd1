"""Purchase orders billed line by line, and the bill that is proposed for what is left of them."""

from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api
from tests.vendors.zoho_books.emulator.test_purchase_lives import Buyer


@pytest.fixture
def buyer(api: Api) -> Buyer:
    return Buyer(api)


def ordered(buyer: Buyer, *quantities: float) -> dict[str, Any]:
    lines = [{"account_id": buyer.rent, "rate": 10, "quantity": quantity} for quantity in quantities]
    made = buyer.api.made("/purchaseorders", {"vendor_id": buyer.vendor, "line_items": lines}, "purchaseorder")
    buyer.api("POST", f"/purchaseorders/{made['purchaseorder_id']}/status/open")
    return made


def status(buyer: Buyer, order: dict[str, Any]) -> tuple[str, str, list[Any]]:
    read = buyer.api.get(f"/purchaseorders/{order['purchaseorder_id']}")["purchaseorder"]
    return read["status"], read["billed_status"], [line["quantity_billed"] for line in read["line_items"]]


def test_an_order_is_billed_in_part_and_then_whole(buyer: Buyer) -> None:
    order = ordered(buyer, 4, 2)
    first, second = (line["line_item_id"] for line in order["line_items"])
    line = {"account_id": buyer.rent, "rate": 10}
    part = buyer.bill(line_items=[{**line, "quantity": 3, "purchaseorder_item_id": first}])
    assert part["line_items"][0]["purchaseorder_id"] == order["purchaseorder_id"]
    assert status(buyer, order) == ("partially_billed", "partially_billed", [3, 0])
    rows = buyer.api.get("/purchaseorders", filter_by="Status.PartiallyBilled")["purchaseorders"]
    assert [row["billed_status"] for row in rows] == ["partially_billed"]
    rest = [
        {**line, "quantity": 1, "purchaseorder_item_id": first},
        {**line, "quantity": 2, "purchaseorder_item_id": second},
    ]
    whole = buyer.bill(line_items=rest)
    assert status(buyer, order) == ("billed", "billed", [4, 2])
    changed = [{"line_item_id": whole["line_items"][1]["line_item_id"], **rest[1]}]
    assert buyer.api("PUT", f"/bills/{whole['bill_id']}", {"line_items": changed}).status == 200
    assert status(buyer, order) == ("partially_billed", "partially_billed", [3, 2])
    for bill in (part, whole):
        assert buyer.api("POST", f"/bills/{bill['bill_id']}/status/void").code == 0
    assert status(buyer, order) == ("open", "", [0, 0])
    assert buyer.refused("/bills", {"vendor_id": buyer.vendor, "bill_number": "9", "purchaseorder_ids": ["1"]})[0]


def test_the_bill_proposed_for_orders_is_made_as_it_stands(buyer: Buyer) -> None:
    first, second = ordered(buyer, 4), ordered(buyer, 1)
    line = {"account_id": buyer.rent, "rate": 10, "quantity": 1}
    buyer.bill(line_items=[{**line, "purchaseorder_item_id": first["line_items"][0]["line_item_id"]}])
    ids = f"{first['purchaseorder_id']},{second['purchaseorder_id']}"
    proposed = buyer.api.get("/bills/editpage/frompurchaseorders", purchaseorder_ids=ids)["bill"]
    assert [line["quantity"] for line in proposed["line_items"]] == [3, 1]
    made = buyer.api.made("/bills", {**proposed, "bill_number": "B-99"}, "bill")
    assert made["total"] == 40
    assert [status(buyer, order)[0] for order in (first, second)] == ["billed", "billed"]
    again = buyer.api("GET", "/bills/editpage/frompurchaseorders", purchaseorder_ids=ids)
    assert again.message == "Nothing of these purchase orders is left to be billed."


def test_orders_that_do_not_go_together_make_no_bill(buyer: Buyer) -> None:
    order = ordered(buyer, 1)
    foreign = {"vendor_id": buyer.another("Other Mill"), "line_items": buyer.lines(5)}
    other = buyer.api.made("/purchaseorders", foreign, "purchaseorder")
    ids = f"{order['purchaseorder_id']},{other['purchaseorder_id']}"
    reply = buyer.api("GET", "/bills/editpage/frompurchaseorders", purchaseorder_ids=ids)
    assert reply.message == "The purchase orders of one bill have to have one vendor."
    assert buyer.api("GET", "/bills/editpage/frompurchaseorders", purchaseorder_ids="1").status == 404
