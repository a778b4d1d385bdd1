"""Mail about documents: what it would say, that sending puts it into the outbox, and what goes with it."""

from datetime import timedelta
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.vendors.zoho_books.emulator.mail_content import FLAT, MAILED, ROWS
from tallystick.vendors.zoho_books.emulator.module import Module
from tallystick.vendors.zoho_books.emulator.printing import FORMS
from tests.vendors.zoho_books.emulator.conftest import Api
from tests.vendors.zoho_books.emulator.nouns import make

SENT = (
    "/invoices",
    "/estimates",
    "/salesorders",
    "/salesreceipts",
    "/retainerinvoices",
    "/creditnotes",
    "/purchaseorders",
    "/vendorpayments",
)
"""The nouns that are mailed."""


def outbox(api: Api) -> list[Any]:
    return list(api.book.table(Kind.MAIL).values())


@pytest.mark.parametrize(("module", "wrapped"), MAILED, ids=[module.path for module, _ in MAILED])
def test_the_mail_a_document_would_be_sent_with_is_shown(api: Api, module: Module, wrapped: str) -> None:
    made = make(api, module.path)
    reply = api.get(f"{module.path}/{made['id']}/email")
    content = reply.json if wrapped == FLAT else reply["data"][0] if wrapped == ROWS else reply["data"]
    number = made[FORMS[module.path].number]
    assert number in content["subject"]
    assert number in content["body"]
    assert content["file_name"] == f"{number}.pdf"
    assert [(one["email"], one["selected"]) for one in content["to_contacts"]] == [("ada@example.com", True)]
    assert outbox(api) == []


@pytest.mark.parametrize("path", SENT)
def test_a_mailed_document_is_in_the_outbox_with_its_files(api: Api, path: str) -> None:
    made = make(api, path)
    number = made[FORMS[path].number]
    reply = api("POST", f"{path}/{made['id']}/email", {})
    assert reply.status in {200, 201}, reply.json
    said = {
        "to_mail_ids": ["bob@example.com"],
        "cc_mail_ids": ["eve@example.com"],
        "subject": "Yours",
        "body": "Have a look.",
    }
    assert api("POST", f"{path}/{made['id']}/email", said).status in {200, 201}
    first, second = outbox(api)
    assert (first.to, first.attachments, number in first.subject) == (("ada@example.com",), (f"{number}.pdf",), True)
    assert (second.to, second.subject, second.body) == (("bob@example.com",), "Yours", "Have a look.")
    assert {first.document_id, second.document_id} == {made["id"]}
    assert first.sent_at is not None


@pytest.mark.parametrize("path", SENT)
@pytest.mark.parametrize("address", ["nobody", "a b@example.com", "@example.com", "x@y", "a\n@example.com"])
def test_a_mail_to_what_is_no_address_is_refused(api: Api, path: str, address: str) -> None:
    made = make(api, path)
    before = api.book.changes()
    reply = api("POST", f"{path}/{made['id']}/email", {"to_mail_ids": [address], "subject": "x", "body": "y"})
    assert (reply.status, reply.code) == (400, 2)
    assert api.book.changes() == before


def test_a_mail_carries_the_documents_files_that_may_go_and_the_ones_sent_along(api: Api) -> None:
    order = make(api, "/salesorders")
    path, paper = f"/salesorders/{order['id']}", ("terms.pdf", "application/pdf", b"%PDF-1.7")
    api.upload(f"{path}/attachment", paper)
    number = order["salesorder_number"]
    api("POST", f"{path}/email", {})
    api("POST", f"{path}/email", {}, send_attachment="true")
    api("PUT", f"{path}/attachment", can_send_in_mail="true")
    api.upload(f"{path}/email", ("extra.txt", "text/plain", b"hello"), field="attachments")
    assert [mail.attachments for mail in outbox(api)] == [
        (f"{number}.pdf",),
        (f"{number}.pdf", "terms.pdf"),
        (f"{number}.pdf", "terms.pdf", "extra.txt"),
    ]
    assert api.upload(f"{path}/email", ("extra.exe", "text/plain", b"MZ")).status == 400
    assert len(outbox(api)) == 3


def test_mailing_several_quotes_writes_to_each_customer(api: Api) -> None:
    made = [make(api, "/estimates") for _ in range(2)]
    reply = api("POST", "/estimates/email", estimate_ids=",".join(one["id"] for one in made))
    assert (reply.status, [mail.document_id for mail in outbox(api)]) == (200, [one["id"] for one in made])
    assert {api.get(f"/estimates/{one['id']}")["estimate"]["status"] for one in made} == {"sent"}


def test_the_mails_of_a_credit_note_are_its_history(api: Api) -> None:
    note = make(api, "/creditnotes")
    path = f"/creditnotes/{note['id']}"
    assert api.get(f"{path}/emailhistory")["email_history"] == []
    assert note["creditnote_number"] in api.get(f"{path}/mailcontent")["data"]["subject"]
    api("POST", f"{path}/email", {"to_mail_ids": ["bob@example.com"], "subject": "First", "body": "x"})
    api("POST", f"{path}/email", {"to_mail_ids": ["bob@example.com"], "subject": "Second", "body": "x"})
    rows = api.get(f"{path}/emailhistory")["email_history"]
    assert [(row["subject"], row["to_mail_ids"]) for row in rows] == [
        ("Second", ["bob@example.com"]),
        ("First", ["bob@example.com"]),
    ]


def test_an_invoice_loses_a_line_but_never_its_last(api: Api) -> None:
    lines = [{"name": "Desk", "rate": 10, "quantity": 1}, {"name": "Lamp", "rate": 4, "quantity": 1}]
    made = make(api, "/invoices", line_items=lines, reference_number="R-9")
    desk, lamp = (line["line_item_id"] for line in made["line_items"])
    path = f"/invoices/{made['id']}"
    assert api("DELETE", f"{path}/lineitems/999").code == 1002
    assert api("DELETE", f"{path}/lineitems/{desk}").message == "The line item has been deleted."
    left = api.get("/invoices/reference/r-9")["invoice"]
    assert ([line["line_item_id"] for line in left["line_items"]], left["total"]) == ([lamp], 4)
    assert api("DELETE", f"{path}/lineitems/{lamp}").status == 400
    assert api("GET", "/invoices/reference/R-10").code == 1002


@pytest.mark.parametrize("path", ["/purchaseorders", "/recurringinvoices"])
def test_a_template_is_chosen(api: Api, path: str) -> None:
    made = make(api, path)
    listed = "/purchaseorders/templates" if path == "/purchaseorders" else "/invoices/templates"
    [template] = api.get(listed)["templates"]
    assert api("PUT", f"{path}/{made['id']}/templates/{template['template_id']}").status == 200
    assert api("PUT", f"{path}/{made['id']}/templates/999").code == 1002


def test_an_invoice_is_mailed_and_issued_when_its_time_has_come(api: Api) -> None:
    made = make(api, "/invoices")
    path = f"/invoices/{made['id']}"
    for wrong in ("", "tomorrow", "2026-06-09", "2020-01-01 10:00:00"):
        assert api("POST", f"{path}/email/schedule", {"schedule_time": wrong}).code == 2
    zone = api.sandbox.emulator.organizations[api.organization_id].zone
    soon = f"{api.sandbox.clock.now().astimezone(zone) + timedelta(minutes=10):%Y-%m-%d %H:%M:%S}"
    for time in ("2026-07-12 09:00:00", soon):
        assert api("POST", f"{path}/email/schedule", {"schedule_time": time}).status == 200
    shown = api.get(path)["invoice"]
    assert (shown["status"], shown["schedule_time"]) == ("draft", soon)
    [mail] = outbox(api)
    assert (mail.sent_at, mail.attachments) == (None, (f"{made['invoice_number']}.pdf",))
    api.sandbox.clock.advance(900)
    shown = api.get(path)["invoice"]
    assert (shown["status"], shown["schedule_time"]) == ("sent", "")
    assert outbox(api)[0].sent_at is not None
    assert api("DELETE", f"{path}/email/schedule").code == 1002


def test_a_planned_mail_is_taken_back(api: Api) -> None:
    path = f"/invoices/{make(api, '/invoices')['id']}"
    api("POST", f"{path}/email/schedule", {"schedule_time": "2026-06-12 09:00:00"})
    assert api("DELETE", f"{path}/email/schedule").message == "The scheduled invoice email has been cancelled."
    assert outbox(api) == []
    assert api.get(path)["invoice"]["schedule_time"] == ""


def test_the_mail_that_would_remind_of_an_invoice_is_shown(api: Api) -> None:
    made = make(api, "/invoices")
    content = api.get(f"/invoices/{made['id']}/paymentreminder")["data"]
    assert content["subject"].startswith("Payment reminder")
    assert made["invoice_number"] in content["body"]
