"""Addresses of a contact that are changed by their ids."""

from tests.vendors.zoho_books.emulator.conftest import Api


def test_the_billing_address_is_changed_by_its_id(api: Api) -> None:
    contact = api.customer(billing_address={"address": "1 High Street", "city": "Boston"})
    billing = api.get(f"/contacts/{contact}")["contact"]["billing_address"]
    changed = api("PUT", f"/contacts/{contact}/address/{billing['address_id']}", {"city": "Salem"})
    assert (changed.status, changed.message) == (200, "The address has been updated.")
    assert api.get(f"/contacts/{contact}")["contact"]["billing_address"] == {**billing, "city": "Salem"}
