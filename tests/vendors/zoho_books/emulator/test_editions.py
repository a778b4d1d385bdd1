"""What the country of an organisation lets a document carry."""

import pytest
from msgspec.structs import replace

from tests.vendors.zoho_books.emulator.conftest import Api


def settle(api: Api, country: str, **fields: object) -> None:
    """Put the organisation in a country."""
    organization = api.sandbox.emulator.organizations[api.organization_id]
    organization.settings = replace(organization.settings, country_code=country)
    assert api("PUT", f"/organizations/{api.organization_id}", fields).status == 200


def tax(api: Api, name: str, percentage: float, kind: str) -> str:
    body = {"tax_name": name, "tax_percentage": percentage, "tax_specific_type": kind}
    return str(api.made("/settings/taxes", body, "tax")["tax_id"])


def group(api: Api) -> str:
    parts = [tax(api, "CGST9", 9, "cgst"), tax(api, "SGST9", 9, "sgst")]
    body = {"tax_group_name": "GST18", "taxes": ",".join(parts)}
    return str(api.made("/settings/taxgroups", body, "tax_group")["tax_group_id"])


@pytest.mark.parametrize(
    ("place", "intrastate", "message"),
    [
        ("TN", True, ""),
        ("KA", False, ""),
        ("KA", True, "IGST has to be applied as this is an interstate transaction"),
        ("TN", False, "IGST cannot be applied as this is an intrastate transaction"),
    ],
)
@pytest.mark.parametrize("noun", ["invoices", "estimates", "creditnotes"])
def test_the_place_of_supply_decides_the_tax_in_india(
    api: Api, noun: str, place: str, *, intrastate: bool, message: str
) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    tax_id = group(api) if intrastate else tax(api, "IGST18", 18, "igst")
    customer = api.customer()
    line = {"description": "Work", "rate": 100, "tax_id": tax_id}
    before = api.book.changes()
    body = {"customer_id": customer, "place_of_supply": place, "gst_treatment": "business_gst", "line_items": [line]}
    reply = api("POST", f"/{noun}", body)
    if message:
        assert (reply.status, reply.code, reply.message) == (400, 3032, message)
        assert api.book.changes() == before
    else:
        assert reply.status == 201, reply.json


def test_the_customers_place_holds_where_the_document_says_none(api: Api) -> None:
    settle(api, "IN", address={"state": "Tamil Nadu"})
    customer = api.customer(place_of_contact="KA", gst_treatment="business_gst")
    line = {"description": "Work", "rate": 100, "tax_id": group(api)}
    assert api("POST", "/invoices", {"customer_id": customer, "line_items": [line]}).code == 3032
    bad = {"customer_id": customer, "gst_treatment": "none of these", "line_items": [line]}
    assert api("POST", "/invoices", bad).code == 2


def test_shipping_is_no_charge_of_a_company_registered_for_vat(api: Api) -> None:
    customer = api.customer()
    body = {"customer_id": customer, "shipping_charge": 5, "line_items": [{"description": "Work", "rate": 100}]}
    settle(api, "GB")
    assert api("POST", "/invoices", body).status == 201
    settle(api, "GB", taxid_value="GB123456789")
    refused = api("POST", "/invoices", body)
    assert refused.message == "Shipping and miscellaneous charges cannot be applied when registered for VAT."
    settle(api, "US", taxid_value="12-3456789")
    assert api("POST", "/invoices", body).status == 201
