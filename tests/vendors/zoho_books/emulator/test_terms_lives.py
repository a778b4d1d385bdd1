"""Payment terms over the wire: the two codes for the end of a month, and the terms an organisation offers."""

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


@pytest.mark.parametrize(
    ("code", "label", "due"),
    [
        (-2, "Due end of the month", "2026-06-30"),
        (-3, "Due end of next month", "2026-07-31"),
        (10, "Net 10", "2026-06-19"),
    ],
)
def test_an_invoice_falls_due_by_its_customers_terms(api: Api, code: int, label: str, due: str) -> None:
    customer = api.customer(payment_terms=code)
    contact = api.get(f"/contacts/{customer}")["contact"]
    assert (contact["payment_terms"], contact["payment_terms_label"]) == (code, label)
    invoice = api.invoice(customer)
    assert (invoice["due_date"], invoice["payment_terms"], invoice["payment_terms_label"]) == (due, code, label)


def test_terms_are_listed_added_renamed_and_taken_away(api: Api) -> None:
    known = api.get("/settings/paymentterms")["data"]["payment_terms"]
    assert ("Due end of next month", -3) in [(row["payment_terms_label"], row["payment_terms"]) for row in known]
    made = api.made("/settings/paymentterms", {"payment_terms_label": "Net 7", "payment_terms": 7}, "payment_terms")
    path = f"/settings/paymentterms/{made['payment_terms_id']}"
    assert api("PUT", path, {"payment_terms_label": "A week"})["payment_terms"]["payment_terms"] == 7
    assert [row["payment_terms_label"] for row in api.get("/settings/paymentterms")["data"]["payment_terms"]] == [
        *(row["payment_terms_label"] for row in known),
        "A week",
    ]
    assert api("POST", "/settings/paymentterms", {"payment_terms_label": "a week"}).code == 4
    assert api("POST", "/settings/paymentterms", {"payment_terms_label": "Late", "payment_terms": -7}).code == 2
    assert api("DELETE", path).status == 200
    assert api("DELETE", path).code == 1002
    assert api.get("/settings/paymentterms")["data"]["payment_terms"] == known
