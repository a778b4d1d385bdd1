"""The lives of contacts beside their documents: portal, statements, mail, bank accounts, cards, merging."""

from decimal import Decimal
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.telemetry import redact
from tests.vendors.zoho_books.emulator.conftest import Api, Json

ANN = {"first_name": "Ann", "email": "ann@example.com", "mobile": "+44 20 7946 0001", "is_primary_contact": True}
BOB = {"first_name": "Bob", "email": "bob@example.com"}


def mails(api: Api, purpose: str = "") -> list[Any]:
    return [mail for mail in api.book.table(Kind.MAIL).values() if purpose in ("", mail.purpose)]


def person_ids(api: Api, contact: str) -> list[str]:
    rows = api.get(f"/contacts/{contact}")["contact"]["contact_persons"]
    return [row["contact_person_id"] for row in rows]


def names(api: Api, **query: str) -> list[str]:
    return [row["contact_name"] for row in api.get("/contacts", **query)["contacts"]]


def vendor(api: Api, name: str = "Paper Mill", **fields: Any) -> str:
    return api.customer(name, contact_type="vendor", **fields)


# The portal.


def test_the_portal_is_enabled_for_the_persons_named_and_they_are_invited(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN, BOB])
    api.customer("Zed")
    _, bob = person_ids(api, customer)
    enabled = api("POST", f"/contacts/{customer}/portal/enable", {"contact_persons": [{"contact_person_id": bob}]})
    assert enabled.message == "Client Portal preferences have been updated"
    contact = api.get(f"/contacts/{customer}")["contact"]
    assert contact["portal_status"] == "enabled"
    assert [row["is_added_in_portal"] for row in contact["contact_persons"]] == [False, True]
    assert [mail.to for mail in mails(api, "portal_invitation")] == [("bob@example.com",)]
    assert names(api, filter_by="Status.PortalEnabled") == ["Bowman and Co"]
    assert names(api, filter_by="Status.PortalDisabled") == ["Zed"]
    row = api.get("/contacts", filter_by="Status.PortalEnabled")["contacts"][0]
    assert row["portal_status_formatted"] == "Enabled"
    assert api("POST", f"/contacts/{customer}/portal/disable").status == 200
    assert api.get(f"/contacts/{customer}")["contact"]["portal_status"] == "disabled"
    assert names(api, filter_by="Status.PortalEnabled") == []


def test_a_contact_made_with_a_portal_has_its_primary_person_in_it(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN, BOB], is_portal_enabled=True)
    persons = api.get(f"/contacts/{customer}/contactpersons")["contact_persons"]
    assert [row["is_added_in_portal"] for row in persons] == [True, False]
    body = {"contact_id": customer, "first_name": "Eve", "email": "eve@example.com", "enable_portal": True}
    eve = api.made("/contacts/contactpersons", body, "contact_person")
    assert eve["is_added_in_portal"] is True
    assert [mail.to[0] for mail in mails(api)] == ["ann@example.com", "eve@example.com"]


def test_a_person_is_invited_once_more_but_not_without_an_address(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN, {"first_name": "Cid"}])
    ann, cid = (f"/contacts/contactpersons/{one}" for one in person_ids(api, customer))
    assert api("POST", f"{ann}/portal/invite/resend").status == 400
    assert api("POST", f"{ann}/portal/invite").status == 200
    assert api("POST", f"{ann}/portal/invite/resend").status == 200
    assert len(mails(api, "portal_invitation")) == 2
    refused = api("POST", f"{cid}/portal/invite")
    assert (refused.code, refused.message) == (2, "Invalid value passed for email")
    assert api("POST", f"/contacts/{customer}/portal/enable", {"contact_persons": []}).code == 2
    stranger = {"contact_persons": [{"contact_person_id": "1"}]}
    assert api("POST", f"/contacts/{customer}/portal/enable", stranger).code == 1002


def test_text_messages_go_to_persons_who_take_them(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN, BOB])
    ann, bob = (f"/contacts/contactpersons/{one}" for one in person_ids(api, customer))
    assert api("POST", f"/contacts/{customer}/sms", message="Hi").status == 400
    assert api("POST", f"{ann}/sms/enable").status == 200
    assert api("POST", f"{bob}/sms/enable").code == 2
    preference = api.get(ann)["contact_person"]["communication_preference"]
    assert preference == {"is_email_enabled": True, "is_sms_enabled": True, "is_whatsapp_enabled": False}
    assert api("POST", f"/contacts/{customer}/sms", message="Hi").status == 200
    [sent] = mails(api, "sms")
    assert (sent.to, sent.body) == (("+44 20 7946 0001",), "Hi")
    assert api("POST", f"{ann}/sms/disable").status == 200
    other = api.customer("Zed")
    assert api("POST", "/contacts/sms", contact_ids=f"{customer},{other}").status == 400
    assert len(mails(api, "sms")) == 1


def test_persons_of_all_contacts_are_found_by_their_fields(api: Api) -> None:
    api.customer(contact_persons=[ANN])
    api.customer("Zed", contact_persons=[BOB])
    rows = api.get("/contacts/contactpersons", email="BOB@example.com")["contact_persons"]
    assert [row["first_name"] for row in rows] == ["Bob"]
    assert len(api.get("/contacts/contactpersons")["contact_persons"]) == 2


# Statements and figures.


def paid(api: Api, customer: str, amount: float, date: str, **fields: Any) -> Json:
    return api.made("/customerpayments", {"customer_id": customer, "amount": amount, "date": date, **fields}, "payment")


def test_a_statement_runs_from_what_was_owed_to_what_is_owed(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN], opening_balances=[{"opening_balance_amount": 10}])
    api.invoice(customer, 100, date="2026-05-20")
    june = api.invoice(customer, 50, date="2026-06-02")
    api.invoice(customer, 999, sent=False)
    applied = [{"invoice_id": june["invoice_id"], "amount_applied": 20}]
    paid(api, customer, 30, "2026-06-05", invoices=applied)
    note = {"customer_id": customer, "date": "2026-06-07", "line_items": [{"description": "Back", "rate": 5}]}
    api.made("/creditnotes", note, "creditnote")
    found = api.get(f"/contacts/{customer}/statements", start_date="2026-06-01", end_date="2026-06-30")["statement"]
    assert (found["opening_balance"], found["balance_due"]) == (100, 125)
    assert (found["invoiced_amount"], found["amount_received"]) == (60, 35)
    rows = [(row["transaction_type"], row["amount"], row["balance"]) for row in found["transactions"]]
    assert rows == [
        ("invoice", 50, 150),
        ("payment", -30, 120),
        ("credit_note", -5, 115),
        ("opening_balance", 10, 125),
    ]
    contact = api.get(f"/contacts/{customer}")["contact"]
    owed = contact["outstanding_receivable_amount"] - contact["unused_credits_receivable_amount"]
    assert owed == found["balance_due"]
    refused = api("GET", f"/contacts/{customer}/statements", start_date="2026-07-01", end_date="2026-06-30")
    assert refused.code == 2


def test_a_vendors_statement_counts_bills_and_payments(api: Api) -> None:
    mill = vendor(api, contact_persons=[ANN])
    lines = [{"description": "Rent", "rate": 70, "account_id": api.account("Rent Expense")}]
    api.made("/bills", {"vendor_id": mill, "bill_number": "7", "date": "2026-06-01", "line_items": lines}, "bill")
    body = {"vendor_id": mill, "amount": 20, "date": "2026-06-02"}
    api.made("/vendorpayments", body, "vendorpayment")
    found = api.get(f"/contacts/{mill}/statements")["statement"]
    assert (found["billed_amount"], found["amount_paid"], found["balance_due"]) == (70, 20, 50)
    assert api("POST", f"/contacts/{mill}/vendorstatements/email").status == 200
    [mail] = mails(api, "statement")
    assert "Closing balance: USD 50" in mail.body
    assert api("POST", f"/contacts/{mill}/statements/email", {}).code == 2


def test_a_statement_is_mailed_as_it_was_shown(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN])
    api.invoice(customer, 40)
    path = f"/contacts/{customer}/statements/email"
    shown = api.get(path)["data"]
    assert [one["email"] for one in shown["to_contacts"] if one["selected"]] == ["ann@example.com"]
    assert api("POST", path, {}).message == "Statement has been sent to the Customer."
    words = {"subject": "Yours", "body": "Look"}
    own = {"to_mail_ids": ["x@example.com"], "cc_mail_ids": ["y@example.com"], **words}
    assert api("POST", path, own).status == 200
    first, second = mails(api, "statement")
    assert (first.to, first.subject, first.body) == (("ann@example.com",), shown["subject"], shown["body"])
    assert "Closing balance: USD 40" in first.body
    assert (second.to, second.cc) == (("x@example.com",), ("y@example.com",))
    assert {"subject": second.subject, "body": second.body} == words
    assert api("POST", path, {"to_mail_ids": ["nobody"]}).code == 2
    assert api("POST", f"/contacts/{api.customer('Zed')}/statements/email", {}).code == 2


def test_a_contact_is_mailed_in_the_words_of_the_call(api: Api) -> None:
    customer = api.customer(contact_persons=[ANN])
    path = f"/contacts/{customer}/email"
    assert api.get(path)["data"]["contact_id"] == customer
    body = {"to_mail_ids": ["x@example.com"], "subject": "Hello", "body": "There"}
    assert api("POST", path, body, send_customer_statement="true").message == "Email has been sent."
    assert [mail.purpose for mail in mails(api)] == ["contact", "statement"]
    assert api("POST", path, {"subject": "Hello", "body": "There"}).code == 2
    assert api("POST", f"/contacts/{customer}/clientreviews/email").status == 200
    assert api.get(f"/contacts/{customer}")["contact"]["is_client_review_asked"] is True
    assert api("POST", f"/contacts/{customer}/paymentmethod/email").status == 200
    assert [mail.purpose for mail in mails(api)][2:] == ["client_review", "payment_method"]


def test_unpaid_invoices_and_unused_credits_are_listed(api: Api) -> None:
    customer = api.customer()
    late = api.invoice(customer, 10, date="2026-01-01", due_date="2026-01-02")
    soon = api.invoice(customer, 20)
    settled = api.invoice(customer, 5)
    paid(api, customer, 5, "2026-06-01", invoices=[{"invoice_id": settled["invoice_id"], "amount_applied": 5}])
    paid(api, customer, 8, "2026-06-02")
    rows = api.get(f"/contacts/{customer}/unpaidinvoices")["invoices"]
    assert [row["invoice_id"] for row in rows] == [late["invoice_id"], soon["invoice_id"]]
    [credit] = api.get(f"/contacts/{customer}/receivables/unusedcredits")["unused_credits_receivable"]
    assert (credit["transaction_type"], credit["balance"]) == ("customer_payment", 8)


def test_the_profit_of_a_contact_is_that_of_its_documents_alone(api: Api) -> None:
    customer, other = api.customer(), api.customer("Zed")
    api.invoice(customer, 100, date="2026-06-01")
    api.invoice(customer, 30, date="2026-04-01")
    api.invoice(other, 7)
    bank = api.account("Petty Cash")
    expense = {"account_id": api.account("Rent Expense"), "amount": 40, "date": "2026-06-02"}
    api.made("/expenses", {**expense, "paid_through_account_id": bank, "customer_id": customer}, "expense")
    gross, _, net = api.get(f"/contacts/{customer}/profitandloss")["profit_and_loss"]
    assert (gross["total"], net["total"]) == (100, 60)
    found = api.get(f"/contacts/{customer}/incomeandexpense")["income_and_expense"]
    assert (found["total_income"], found["total_expense"]) == (130, 40)
    assert [row["month"] for row in found["months"] if row["income"]] == ["2026-04", "2026-06"]
    assert len(found["months"]) == 12


# What is kept with a contact.


def test_a_bank_account_keeps_only_the_last_digits_of_its_number(api: Api) -> None:
    mill = vendor(api)
    path = f"/contacts/{mill}/bankaccount"
    body = {"bank_name": "Bank", "account_number": "0012 3456 789", "routing_number": "021000021"}
    account = api.made(path, body, "bank_account")
    one = f"{path}/{account['bank_account_id']}"
    assert (account["account_number"], account["last_four_digits"], account["status"]) == (
        "xxxx6789",
        "6789",
        "pending",
    )
    assert "123456" not in str(api.sandbox.emulator.organizations[api.organization_id].rows())
    assert api("POST", f"{one}/approve").message == "The bank account has been approved."
    assert api("POST", f"{one}/approve").status == 400
    assert api("PUT", one, {"bank_name": "Other"})["bank_account"]["status"] == "approved"
    assert api("PUT", one, {"account_number": "99990000"})["bank_account"]["status"] == "pending"
    assert api("POST", f"{one}/verify", first_deposit_amount="12").code == 2
    deposits = {"first_deposit_amount": "12", "second_deposit_amount": "34"}
    assert api("POST", f"{one}/verify", **deposits).message == "The bank account has been verified."
    assert api.get(one)["bank_account"]["status"] == "verified"
    assert api.get("/contacts/bankaccounts")["bank_accounts"][0]["contact_name"] == "Paper Mill"
    assert len(api.get(f"/contacts/{mill}")["contact"]["bank_accounts"]) == 1
    assert api("DELETE", one).message == "The bank account has been deleted."
    assert api("GET", one).code == 1002
    assert api("POST", path, {"account_number": "12"}).code == 2


def test_a_cards_number_and_code_are_forgotten(api: Api) -> None:
    customer = api.customer()
    path = f"/contacts/{customer}/card"
    body = {"card_number": "4111 1111 1111 1111", "cvv": "987", "expire_month": 4, "expire_year": 2030}
    first = api.made(path, {**body, "is_primary": True}, "card")
    assert (first["card_number"], first["last_four_digits"]) == ("xxxx1111", "1111")
    assert "41111" not in str(api.sandbox.emulator.organizations[api.organization_id].rows())
    second = api.made(path, {"card_token": "tok", "is_primary": True}, "card")
    cards = api.get(f"/contacts/{customer}/cards")["cards"]
    assert [card["is_primary"] for card in cards] == [False, True]
    assert api.get("/contacts/cardcount")["card_count"] == 2
    assert api("PUT", f"{path}/{second['card_id']}", {"expire_month": 13}).code == 2
    assert api("DELETE", f"{path}/{second['card_id']}").message == "The card has been deleted."
    assert [card["card_id"] for card in api.get(f"/contacts/{customer}")["contact"]["cards"]] == [first["card_id"]]
    assert api("POST", path, {"card_number": "4111x11111111111"}).code == 2


@pytest.mark.parametrize("name", ["account_number", "routing_number", "card_number", "card_token", "cvv"])
def test_numbers_of_accounts_and_cards_are_not_told_of_a_request(name: str) -> None:
    assert "4111" not in redact(f'{{"{name}": "41114111", "city": "Leith"}}')


def test_tax_registrations_are_kept_once_each(api: Api) -> None:
    customer = api.customer()
    path = f"/contacts/{customer}/taxinfo"
    made = api.made(path, {"tax_registration_no": "33AAAAA0000A1Z5", "place_of_supply": "TN"}, "tax_info")
    assert api("POST", path, {"tax_registration_no": "33aaaaa0000a1z5"}).code == 4
    assert api("POST", path, {"place_of_supply": "TN"}).code == 2
    one = f"{path}/{made['tax_info_id']}"
    assert api("PUT", one, {"legal_name": "Acme"})["tax_info"]["tax_registration_no"] == "33AAAAA0000A1Z5"
    assert api.get(f"/contacts/{customer}")["contact"]["tax_info_list"][0]["legal_name"] == "Acme"
    assert api("DELETE", one).status == 200
    assert api.get(path)["tax_info_list"] == []


def test_owner_tags_and_tracking_are_put_on_one_or_many(api: Api) -> None:
    one, other = api.customer(), api.customer("Zed")
    user = api.get("/users/me")["user"]
    both = f"{one},{other}"
    assert api("POST", "/contacts/owner", contact_ids=both, owner_id=user["user_id"]).status == 200
    assert api.get(f"/contacts/{other}")["contact"]["owner_name"] == user["name"]
    assert api("POST", f"/contacts/{one}/owner", owner_id="").status == 200
    assert api.get(f"/contacts/{one}")["contact"]["owner_name"] == ""
    assert api("POST", f"/contacts/{one}/owner", owner_id="1").code == 1002
    assert api("POST", "/contacts/track1099", contact_ids=both).status == 200
    assert api.get(f"/contacts/{other}")["contact"]["track_1099"] is True
    tags = [{"tag_id": "1", "tag_option_id": "2"}, {"tag_id": "3", "tag_option_id": "4"}]
    assert api("PUT", f"/contacts/{one}/tags", {"tags": tags}).status == 200
    assert api("DELETE", f"/contacts/{one}/tags/1").status == 200
    assert api.get(f"/contacts/{one}")["contact"]["tags"] == tags[1:]
    assert api("DELETE", f"/contacts/{one}/tags/1").code == 1002


def test_addresses_of_all_contacts_come_in_pages(api: Api) -> None:
    for name in ("Acme", "Zed"):
        api.made(f"/contacts/{api.customer(name)}/address", {"city": name}, "address_info")
    second = api.get("/contacts/address", page="2", per_page="1")
    assert [row["city"] for row in second["addresses"]] == ["Zed"]
    assert second["page_context"] == {"page": 2, "per_page": 1, "has_more_page": False}


# Merging.


def test_a_merged_contact_leaves_its_documents_and_persons_to_the_other(api: Api) -> None:
    one = api.customer(contact_persons=[ANN], opening_balances=[{"opening_balance_amount": 3}])
    other = api.customer("Zed", contact_persons=[BOB])
    invoice = api.invoice(one, 40)
    api.made(f"/contacts/{one}/card", {"card_token": "tok"}, "card")
    before = api.book.trial_balance()
    assert api("POST", f"/contacts/{one}/merge", merge_contact_id=other).status == 200
    assert api.book.trial_balance() == before
    contact = api.get(f"/contacts/{other}")["contact"]
    assert contact["outstanding_receivable_amount"] == 43
    assert [row["first_name"] for row in contact["contact_persons"]] == ["Bob", "Ann"]
    assert len(contact["cards"]) == 1
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["customer_name"] == "Zed"
    assert [row["total"] for row in api.get("/invoices", customer_id=other)["invoices"]] == [Decimal(40)]
    left = api.get(f"/contacts/{one}")["contact"]
    assert (left["status"], left["outstanding_receivable_amount"], left["contact_persons"]) == ("inactive", 0, [])
    assert names(api, filter_by="Status.Active") == ["Zed"]


def test_contacts_that_differ_are_not_merged_over_the_wire(api: Api) -> None:
    customer, mill = api.customer(), vendor(api)
    path = f"/contacts/{customer}/merge"
    assert api("POST", path).code == 2
    assert api("POST", path, merge_contact_id=customer).code == 2
    assert api("POST", path, merge_contact_id="1").code == 1002
    assert api("POST", path, merge_contact_id=mill).status == 400
    assert api.get(f"/contacts/{customer}")["contact"]["status"] == "active"


# Users, items, organisations.


def test_customers_and_vendors_are_listed_apart(api: Api) -> None:
    api.customer()
    vendor(api)
    assert [row["contact_name"] for row in api.get("/customers")["contacts"]] == ["Bowman and Co"]
    assert [row["contact_name"] for row in api.get("/vendors", contact_type="customer")["contacts"]] == ["Paper Mill"]


def test_an_invited_user_is_written_to_each_time(api: Api) -> None:
    assert api("POST", "/users", {"name": "Eve", "email": "eve@example.com"}).status in {200, 201}
    [eve] = api.get("/users", filter_by="Status.Invited")["users"]
    assert api("POST", f"/users/{eve['user_id']}/invite").message == "Your invitation has been sent."
    assert [mail.to for mail in mails(api, "user_invitation")] == [("eve@example.com",)] * 2


def test_items_for_sale_are_added_to_the_portal_all_or_none(api: Api) -> None:
    disk = api.made("/items", {"name": "Disk", "rate": 1}, "item")["item_id"]
    ream = api.made("/items", {"name": "Ream", "item_type": "purchases"}, "item")["item_id"]
    both = f"{disk},{ream}"
    assert api("POST", "/items/addtoportal", item_ids=both).status == 400
    added = api("POST", f"/items/{disk}/addtoportal")
    assert added.message == "The item has been added to the portal."
    assert api("POST", f"/items/{disk}/removefromportal").message == "The item has been removed from the portal."
    assert api("POST", f"/items/{ream}/addtoportal").status == 400


def test_an_inactive_organisation_is_left_out_where_only_active_ones_are_asked_for(api: Api) -> None:
    assert len(api.get("/organizations/user", show_active_orgs_only="true")["organizations"]) == 1
    gone = api("POST", f"/organizations/{api.organization_id}/inactive")
    assert gone.message == "The organization has been marked as inactive."
    assert api.get("/organizations/user", show_active_orgs_only="true")["organizations"] == []
    [row] = api.get("/organizations/user", show_admin_orgs_only="true")["organizations"]
    assert row["org_settings"]["is_org_active"] is False
