"""The lives of price lists, and the prices that documents take from them."""

from decimal import Decimal
from typing import Any

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


def item(api: Api, name: str = "Chair", rate: float = 50) -> str:
    return str(api.made("/items", {"name": name, "rate": rate}, "item")["item_id"])


def price_list(api: Api, **fields: Any) -> str:
    body = {"name": "Friends", "pricebook_type": "fixed_percentage", "sales_or_purchase_type": "sales"}
    return str(api.made("/pricebooks", {**body, **fields}, "pricebook")["pricebook_id"])


def rates(api: Api, path: str, key: str, **body: Any) -> list[Any]:
    return [line["rate"] for line in api.made(path, body, key)["line_items"]]


def test_a_contacts_price_list_prices_the_lines_that_say_no_rate(api: Api) -> None:
    chair, table = item(api), item(api, "Table", 120)
    friends = price_list(api, percentage=10, is_increase=False)
    customer = api.customer(pricebook_id=friends)
    assert api.get(f"/contacts/{customer}")["contact"]["pricebook_name"] == "Friends"
    lines = [
        {"item_id": chair},
        {"item_id": table, "rate": 99},
        {"item_id": table},
        {"description": "By hand", "rate": 5},
    ]
    assert rates(api, "/invoices", "invoice", customer_id=customer, line_items=lines) == [45, 99, 108, 5]
    assert rates(api, "/estimates", "estimate", customer_id=customer, line_items=lines[:1]) == [45]
    assert api("POST", f"/pricebooks/{friends}/inactive").message == "The price list has been marked inactive."
    assert rates(api, "/invoices", "invoice", customer_id=customer, line_items=lines[:1]) == [50]
    assert api("DELETE", f"/pricebooks/{friends}").code == 36


def test_a_line_may_have_a_list_of_its_own_with_prices_by_item_and_quantity(api: Api) -> None:
    chair, table = item(api), item(api, "Table", 120)
    own = price_list(
        api,
        name="Own",
        pricebook_type="per_item",
        pricebook_items=[
            {"item_id": chair, "pricebook_rate": 41.5},
            {
                "item_id": table,
                "pricing_scheme": "volume",
                "price_brackets": [
                    {"start_quantity": 1, "end_quantity": 9, "pricebook_rate": 110},
                    {"start_quantity": 10, "pricebook_discount": "25%"},
                ],
            },
        ],
    )
    lines = [
        {"item_id": chair, "pricebook_id": own},
        {"item_id": table, "pricebook_id": own, "quantity": 9},
        {"item_id": table, "pricebook_id": own, "quantity": 10},
        {"item_id": item(api, "Lamp", 7), "pricebook_id": own},
    ]
    made = api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice")
    assert [line["rate"] for line in made["line_items"]] == [Decimal("41.5"), 110, 90, 7]
    assert {line["pricebook_id"] for line in made["line_items"]} == {own}
    [first, *_] = api.get("/pricebooks/items", pricebook_id=own)["pricebook_items"]
    assert (first["name"], first["pricebook_rate"]) == ("Chair", Decimal("41.5"))


@pytest.mark.parametrize(
    ("rounding", "rate"),
    [
        ("no_rounding", "56.28"),
        ("round_to_dollor", "56"),
        ("round_to_dollar_minus_01", "55.99"),
        ("round_to_half_dollar", "56.5"),
        ("round_to_half_dollar_minus_01", "56.49"),
    ],
)
def test_a_percentage_is_rounded_as_the_list_says(api: Api, rounding: str, rate: str) -> None:
    marked_up = price_list(api, percentage=12.5, is_increase=True, rounding_type=rounding)
    customer = api.customer(pricebook_id=marked_up)
    lines = [{"item_id": item(api, rate=50.025)}]
    assert rates(api, "/invoices", "invoice", customer_id=customer, line_items=lines) == [Decimal(rate)]


def test_an_invoice_is_priced_anew_by_a_list(api: Api) -> None:
    lines = [{"item_id": item(api), "quantity": 2}, {"description": "By hand", "rate": 5}]
    invoice = api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice")
    half = price_list(api, percentage=50, is_increase=False)
    path = f"/invoices/{invoice['invoice_id']}"
    assert api("PUT", f"{path}/pricebooks/{half}").status == 200
    assert api.get(path)["invoice"]["total"] == 55
    bought = price_list(api, name="Bought", percentage=50, sales_or_purchase_type="purchases")
    assert api("PUT", f"{path}/pricebooks/{bought}").status == 400
    assert api("PUT", f"{path}/pricebooks/1").code == 1002
    assert api.get(path)["invoice"]["total"] == 55


def test_price_lists_are_listed_changed_and_refused(api: Api) -> None:
    made = price_list(api, percentage=5)
    path = f"/pricebooks/{made}"
    fixed = {"pricebook_type": "fixed_percentage", "sales_or_purchase_type": "sales"}
    assert api("POST", "/pricebooks", {"name": "friends", **fixed}).code == 4
    assert api("POST", "/pricebooks", {"name": "No type"}).code == 4
    assert api("POST", "/pricebooks", {"name": "Free", **fixed, "percentage": 101, "is_increase": False}).code == 2
    assert api("POST", "/pricebooks", {"name": "Items", **fixed, "pricebook_items": [{"item_id": "1"}]}).code == 2006
    reply = api("PUT", path, {"description": "For friends", "percentage": 7})
    assert (reply.message, reply["pricebook"]["percentage"]) == ("Price list has been updated.", 7)
    [row] = api.get("/pricebooks", filter_by="Status.Active")["pricebooks"]
    assert (row["name"], row["currency_code"], row["status"]) == ("Friends", "USD", "active")
    assert api.get("/pricebooks/bulkfetch")["pricebooks"][0]["percentage"] == 7
    assert api.get("/pricebooks", filter_by="Status.Inactive")["pricebooks"] == []
    assert api("DELETE", path).message == "Price list has been deleted."
    assert api("DELETE", path).code == 1002
