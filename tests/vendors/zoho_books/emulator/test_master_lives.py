"""The lives of contacts, persons, addresses, items, accounts, taxes, currencies, users, journals, organisations."""

import pytest

from tests.vendors.zoho_books.emulator.conftest import Api


def test_a_contact_is_made_changed_switched_off_and_deleted(api: Api) -> None:
    reply = api("POST", "/contacts", {"contact_name": "Acme", "payment_terms": 15, "email": "lost@example.com"})
    contact = reply["contact"]
    path = f"/contacts/{contact['contact_id']}"
    assert (reply.status, reply.message) == (201, "The contact has been added.")
    assert reply.headers["location"] == f"/api/v3{path}"
    assert (contact["payment_terms_label"], contact["customer_sub_type"]) == ("Net 15", "business")
    assert contact["email"] == ""
    changed = api("PUT", path, {"company_name": "Acme Ltd"})
    assert changed.message == "Contact information has been saved."
    assert (changed["contact"]["company_name"], changed["contact"]["payment_terms"]) == ("Acme Ltd", 15)
    assert api("POST", f"{path}/inactive").message == "The contact has been marked as inactive."
    assert api.get(path)["contact"]["status"] == "inactive"
    assert api("POST", f"{path}/active").status == 200
    assert api("DELETE", path).message == "The customer has been deleted."
    assert api("GET", path).code == 1002


def test_persons_belong_to_a_contact_and_one_is_primary(api: Api) -> None:
    customer = api.customer()
    people = [
        api.made("/contacts/contactpersons", {"contact_id": customer, "first_name": name}, "contact_person")
        for name in ("Ann", "Bob")
    ]
    assert [person["is_primary_contact"] for person in people] == [True, False]
    bob = f"/contacts/contactpersons/{people[1]['contact_person_id']}"
    assert api("POST", f"{bob}/primary").status == 200
    assert api.get(f"/contacts/{customer}")["contact"]["first_name"] == "Bob"
    saved = api("PUT", bob, {"email": "bob@example.com", "skype": "bobby"})["contact_person"]
    assert (saved["first_name"], saved["email"], saved["skype"]) == ("Bob", "bob@example.com", "bobby")
    assert api.get("/contacts")["contacts"][0]["email"] == "bob@example.com"
    assert api("DELETE", bob).status == 200
    [ann] = api.get(f"/contacts/{customer}/contactpersons")["contact_persons"]
    assert (ann["first_name"], ann["is_primary_contact"]) == ("Ann", True)
    assert api("PUT", bob, {"email": "x@example.com"}).code == 1002


def test_additional_addresses_can_be_put_on_documents(api: Api) -> None:
    customer = api.customer()
    path = f"/contacts/{customer}/address"
    made = api.made(path, {"address": "1 Quay", "city": "Leith"}, "address_info")
    assert api("PUT", f"{path}/{made['address_id']}", {"city": "Edinburgh"})["address_info"]["address"] == "1 Quay"
    assert api("POST", f"{path}/{made['address_id']}/markasbilling").status == 200
    assert api.invoice(customer)["billing_address"]["city"] == "Edinburgh"
    assert api("DELETE", f"{path}/{made['address_id']}").status == 200
    assert api.get(path)["addresses"] == []


def test_an_item_gives_its_price_and_survives_in_documents(api: Api) -> None:
    item = api.made("/items", {"name": "Disk", "rate": 120, "sku": "D-1"}, "item")
    assert (item["item_type"], item["product_type"], item["account_name"]) == ("sales", "goods", "Sales")
    lines = [{"item_id": item["item_id"], "quantity": 2}]
    invoice = api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice")
    path = f"/items/{item['item_id']}"
    assert api("PUT", path, {"rate": 99}).message == "Item details have been saved."
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["total"] == 240
    assert api.get("/items", sku="D-1", rate_less_than="100")["items"][0]["rate"] == 99
    assert api.get("/itemdetails", item_ids=item["item_id"])["items"][0]["name"] == "Disk"
    refused = api("DELETE", path)
    assert (refused.status, refused.code) == (400, 36)
    assert api("POST", f"{path}/inactive").status == 200
    assert api.get("/items", filter_by="Status.Active")["items"] == []
    missing = api("GET", "/items/1")
    assert (missing.status, missing.code) == (404, 2006)


def test_an_account_is_made_and_deleted_unless_it_is_used(api: Api) -> None:
    body = {"account_name": "Consulting", "account_type": "income"}
    account = api.made("/chartofaccounts", body, "chart_of_account")
    path = f"/chartofaccounts/{account['account_id']}"
    lines = [{"description": "Work", "rate": 10, "account_id": account["account_id"]}]
    api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice", send="true")
    assert api.get(path)["chart_of_account"]["closing_balance"] == 10
    assert api("DELETE", path).code == 36
    assert api("POST", f"{path}/inactive").status == 200
    assert api.get("/chartofaccounts", account_name="Consulting")["chartofaccounts"] == []
    assert api("DELETE", f"/chartofaccounts/{api.account('Sales')}").status == 400


def test_taxes_and_groups_are_listed_together_and_taken_apart_on_documents(api: Api) -> None:
    city, state = (
        api.made("/settings/taxes", {"tax_name": name, "tax_percentage": percentage}, "tax")["tax_id"]
        for name, percentage in (("City", 1.5), ("State", 4))
    )
    body = {"tax_group_name": "Both", "taxes": f"{city},{state}"}
    group = api.made("/settings/taxgroups", body, "tax_group")
    assert group["tax_group_percentage"] == 5.5
    rows = api.get("/settings/taxes")["taxes"]
    assert [(row["tax_name"], row["tax_type"]) for row in rows] == [
        ("Both", "tax_group"),
        ("City", "tax"),
        ("State", "tax"),
    ]
    lines = [{"description": "A", "rate": 200, "tax_id": group["tax_group_id"]}]
    invoice = api.made("/invoices", {"customer_id": api.customer(), "line_items": lines}, "invoice")
    assert [(tax["tax_name"], tax["tax_amount"]) for tax in invoice["taxes"]] == [("City (1.5%)", 3), ("State (4%)", 8)]
    assert (invoice["tax_total"], invoice["total"]) == (11, 211)
    assert api("DELETE", f"/settings/taxes/{city}").status == 400
    api("DELETE", f"/invoices/{invoice['invoice_id']}")
    assert api("DELETE", f"/settings/taxgroups/{group['tax_group_id']}").status == 200
    assert api("DELETE", f"/settings/taxes/{city}").message == "The record has been deleted."


def test_authorities_and_exemptions_are_kept(api: Api) -> None:
    made = api.made("/settings/taxexemptions", {"tax_exemption_code": "RESELLER", "type": "customer"}, "tax_exemption")
    path = f"/settings/taxexemptions/{made['tax_exemption_id']}"
    changed = api("PUT", path, {"description": "Buys to sell", "tax_exemption_code": "RESELLER", "type": "customer"})
    assert changed.status == 200
    assert api.get(path)["tax_exemption"]["description"] == "Buys to sell"
    again = api("POST", "/settings/taxexemptions", {"tax_exemption_code": "reseller", "type": "customer"})
    assert (again.status, again.code) == (400, 4)
    assert api("DELETE", path).message == "Tax exemption has been deleted successfully."


def test_a_currency_has_dated_rates(api: Api) -> None:
    currency = api.made("/settings/currencies", {"currency_code": "NOK", "currency_format": "1,234,567.89"}, "currency")
    path = f"/settings/currencies/{currency['currency_id']}"
    assert api.get(path)["currency"]["exchange_rate"] == 0
    rates = f"{path}/exchangerates"
    made = api.made(rates, {"effective_date": "2026-06-01", "rate": 0.09}, "exchange_rate")
    assert str(api.get(path)["currency"]["exchange_rate"]) == "0.09"
    rate = f"{rates}/{made['exchange_rate_id']}"
    later = api.made(rates, {"effective_date": "2026-06-05", "rate": 0.08}, "exchange_rate")["exchange_rate_id"]
    days = {
        order: [row["effective_date"] for row in api.get(rates, **order_asked)["exchange_rates"]]
        for order, order_asked in (("D", {}), ("A", {"sort_column": "effective_date", "sort_order": "A"}))
    }
    assert days == {"D": ["2026-06-05", "2026-06-01"], "A": ["2026-06-01", "2026-06-05"]}
    assert api("DELETE", f"{rates}/{later}").status == 200
    assert api("PUT", rate, {"rate": 0.1}).status == 200
    assert str(api.get(rates)["exchange_rates"][0]["rate"]) == "0.1"
    assert api("DELETE", rate).message == "Exchange rate successfully deleted"
    again = api("POST", "/settings/currencies", {"currency_code": "NOK"})
    assert (again.status, again.code) == (400, 4)
    assert api("DELETE", path).message == "The currency has been deleted."


def test_users_are_invited_and_nobody_removes_themselves(api: Api) -> None:
    me = api.get("/users/me")["user"]
    assert me["status"] == "active"
    invited = api("POST", "/users", {"name": "New", "email": "new@example.com"})
    assert invited.message == "Your invitation has been sent."
    [row] = api.get("/users", filter_by="Status.Invited")["users"]
    path = f"/users/{row['user_id']}"
    assert api("POST", f"{path}/active").status == 200
    assert api.get(path)["user"]["status"] == "active"
    assert api("POST", "/users", {"name": "Twice", "email": "NEW@example.com"}).code == 4
    assert api("DELETE", f"/users/{me['user_id']}").status == 400
    assert api("DELETE", path).message == "The user has been removed from your organization."


def test_a_journal_is_published_reversed_and_deleted(api: Api) -> None:
    sides = [("Sales", "debit"), ("General Income", "credit")]
    lines = [{"account_id": api.account(name), "debit_or_credit": side, "amount": "33.33"} for name, side in sides]
    body = {"journal_date": "2026-06-01", "notes": "Move", "line_items": lines}
    draft = api.made("/journals", {**body, "status": "draft"}, "journal")
    path = f"/journals/{draft['journal_id']}"
    assert api.book.balance(api.account("Sales")) == 0
    assert api("POST", f"{path}/status/publish").message == "Journal has been published."
    assert str(api.book.balance(api.account("Sales"))) == "33.33"
    reversal = api("POST", f"{path}/reverse", reversal_date="2026-06-05")["journal"]
    assert reversal["journal_date"] == "2026-06-05"
    assert api.book.balance(api.account("Sales")) == 0
    changed = api("PUT", path, {"notes": "Moved", "journal_date": "2026-06-02"})["journal"]
    assert (changed["notes"], changed["journal_date"], changed["total"]) == ("Moved", "2026-06-02", draft["total"])
    assert api.made("/journals", body, "journal")["status"] == "published"
    assert api("DELETE", path).message == "The selected journal entry has been deleted."


def test_an_organization_can_be_renamed(api: Api) -> None:
    path = f"/organizations/{api.organization_id}"
    changed = api("PUT", path, {"name": "Renamed", "fiscal_year_start_month": "april", "phone": "555"})["organization"]
    assert (changed["name"], changed["fiscal_year_start_month"], changed["phone"]) == ("Renamed", "4", "555")
    [row] = api.get("/organizations")["organizations"]
    assert (row["name"], row["is_default_org"]) == ("Renamed", True)
    assert api("PUT", path, {"time_zone": "Mars/Olympus"}).status in {400, 404}
    assert api.get(path)["organization"]["time_zone"] != "Mars/Olympus"


@pytest.mark.parametrize("name", ["Straße", "A" * 99, "名前"])
def test_names_in_any_script_are_kept_as_they_are(api: Api, name: str) -> None:
    customer = api.customer(name)
    assert api.get(f"/contacts/{customer}")["contact"]["contact_name"] == name
    assert len(api.get("/contacts", contact_name=name)["contacts"]) == 1
