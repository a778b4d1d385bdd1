"""Reminders and scheduled mail over the wire: set up by a call, carried out by the clock, shown on the invoice."""

from datetime import timedelta
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.sandbox.world import Sandbox
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api

ANN = {"first_name": "Ann", "email": "ann@example.com", "is_primary_contact": True}
RULE = {"is_enabled": True, "notification_type": "days_after_due_date", "number_of_days": 3}


def advance(api: Api, **span: float) -> None:
    """Let time pass on the calendar alone, so that the access token stays good."""
    clock = api.sandbox.clock
    clock.start(clock.now() + timedelta(**span))


def outbox(api: Api, invoice: dict[str, Any]) -> list[Any]:
    mails = api.book.table(Kind.MAIL).values()
    return [mail for mail in mails if mail.document_id == invoice["invoice_id"] and mail.sent_at is not None]


def shown(api: Api, invoice: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]
    return found


def invoice_of(api: Api, **fields: Any) -> dict[str, Any]:
    return api.invoice(api.customer(contact_persons=[ANN]), **fields)


def message(api: Api, method: str, path: str, body: Any = None) -> str:
    reply = api(method, path, body)
    assert reply.status in {200, 201}, reply.json
    return reply.message


def refused(api: Api, method: str, path: str, body: Any = None) -> int:
    before = api.book.changes()
    reply = api(method, path, body)
    assert reply.status >= 400, reply.json
    assert api.book.changes() == before
    return reply.code


def test_a_rule_is_added_read_changed_switched_and_taken_away(api: Api) -> None:
    rule = api.made("/settings/autoreminders", RULE, "autoreminder")
    path = f"/settings/autoreminders/{rule['autoreminder_id']}"
    assert (rule["type"], rule["number_of_days"], rule["address_type"]) == ("days_after_due_date", 3, "remind_customer")
    assert message(api, "PUT", path, {"notification_type": "days_before_due_date", "address_type": "remind_me"}) == (
        "Your payment reminder preferences have been saved."
    )
    [row] = api.get("/settings/autoreminders")["autoreminders"]
    assert (row["type"], row["number_of_days"], row["address_type"]) == ("days_before_due_date", 3, "remind_me")
    assert message(api, "POST", f"{path}/disable") == "Payment reminder has been disabled."
    assert api.get(path)["autoreminder"]["is_enabled"] is False
    assert {"name": "CustomerName", "value": "%CustomerName%"} in api.get(path)["placeholders"]["Customer"]
    assert message(api, "POST", f"{path}/enable") == "Payment reminder has been enabled."
    assert refused(api, "PUT", path, {"notification_type": "on_full_moon"}) == 2
    assert refused(api, "PUT", path, {"number_of_days": -1}) == 2
    assert message(api, "DELETE", path) == "Payment reminder has been deleted."
    assert refused(api, "GET", path) == 1002


def test_a_rule_reminds_once_and_the_row_of_the_invoice_says_when(api: Api) -> None:
    invoice = invoice_of(api, due_date="2026-06-19")
    api.made("/settings/autoreminders", {**RULE, "subject": "%InvoiceNumber% is late"}, "autoreminder")
    advance(api, days=12)
    assert shown(api, invoice)["reminders_sent"] == 0
    advance(api, days=1)
    [row] = api.get("/invoices")["invoices"]
    assert (row["status"], row["reminders_sent"], row["last_reminder_sent_date"]) == ("overdue", 1, "2026-06-22")
    advance(api, days=30)
    assert shown(api, invoice)["reminders_sent"] == 1
    [mail] = outbox(api, invoice)
    assert (mail.to, mail.subject) == (("ann@example.com",), f"{invoice['invoice_number']} is late")


@pytest.mark.parametrize("noun", ["invoice", "contact"])
def test_reminders_that_were_stopped_stay_away_until_they_are_enabled(api: Api, noun: str) -> None:
    invoice = invoice_of(api, due_date="2026-06-19")
    path = "/invoices/" + invoice["invoice_id"] if noun == "invoice" else "/contacts/" + invoice["customer_id"]
    message(api, "POST", f"{path}/paymentreminder/disable")
    assert api.get(path)[noun]["payment_reminder_enabled"] is False
    rules = [api.made("/settings/autoreminders", {**RULE, "number_of_days": days}, "autoreminder") for days in (3, 5)]
    assert len(rules) == 2
    advance(api, days=14)
    assert shown(api, invoice)["reminders_sent"] == 0
    message(api, "POST", f"{path}/paymentreminder/enable")
    advance(api, days=2)
    assert shown(api, invoice)["reminders_sent"] == 1


def test_a_rule_on_the_expected_date_follows_what_a_comment_says(api: Api) -> None:
    invoice = invoice_of(api, due_date="2026-06-10")
    comments = f"/invoices/{invoice['invoice_id']}/comments"
    assert message(api, "POST", comments, {"payment_expected_date": "2026-07-01"}) == "Comments added."
    assert shown(api, invoice)["payment_expected_date"] == "2026-07-01"
    rule = {**RULE, "notification_type": "days_before_expected_payment_date", "number_of_days": 1}
    api.made("/settings/autoreminders", rule, "autoreminder")
    advance(api, days=20)
    assert shown(api, invoice)["reminders_sent"] == 0
    advance(api, days=1)
    assert shown(api, invoice)["last_reminder_sent_date"] == "2026-06-30"
    assert refused(api, "POST", comments, {"payment_expected_date": "soon"}) == 2


def test_the_texts_of_reminders_sent_by_hand_are_settings(api: Api) -> None:
    [text] = api.get("/settings/manualreminders", type="open")["manualreminders"]
    path = f"/settings/manualreminders/{text['manualreminder_id']}"
    assert message(api, "PUT", path, {"subject": "Dear %CustomerName%", "cc_me": True}) == (
        "Your payment reminder preferences have been saved."
    )
    assert api.get(path)["manualreminder"]["cc_me"] is True
    invoice = invoice_of(api, due_date="2026-06-19")
    reminder = f"/invoices/{invoice['invoice_id']}/paymentreminder"
    content = api.get(reminder)["data"]
    assert (content["subject"], content["to_mails_str"]) == ("Dear Bowman and Co", "ann@example.com")
    assert message(api, "POST", reminder, {}) == "Your payment reminder has been sent."
    [mail] = outbox(api, invoice)
    assert (mail.subject, mail.to) == ("Dear Bowman and Co", ("ann@example.com",))
    assert mail.cc == (content["from_email"],)
    assert refused(api, "GET", "/settings/manualreminders/1") == 1002
    assert api("GET", "/settings/manualreminders", type="late").code == 2


def test_a_scheduled_mail_waits_on_the_row_and_issues_the_draft_when_it_goes(api: Api) -> None:
    invoice = invoice_of(api, sent=False, due_date="2026-07-09")
    path = f"/invoices/{invoice['invoice_id']}/email/schedule"
    assert message(api, "POST", path, {"schedule_time": "2026-06-11 09:30:00"}) == (
        "The invoice email has been scheduled."
    )
    [row] = api.get("/invoices")["invoices"]
    assert (row["status"], row["schedule_time"], row["is_emailed"]) == ("draft", "2026-06-11 09:30:00", False)
    advance(api, days=1)
    assert (outbox(api, invoice), shown(api, invoice)["status"]) == ([], "draft")
    advance(api, days=2)
    [row] = api.get("/invoices")["invoices"]
    assert (row["status"], row["schedule_time"], row["is_emailed"]) == ("sent", "", True)
    assert [mail.to for mail in outbox(api, invoice)] == [("ann@example.com",)]


def test_a_scheduled_mail_is_cancelled_and_what_cannot_be_scheduled_is_refused(api: Api) -> None:
    invoice = invoice_of(api)
    path = f"/invoices/{invoice['invoice_id']}/email/schedule"
    assert refused(api, "DELETE", path) == 1002
    for said in ("", "tomorrow", "2026-06-01 09:00:00", "2026-06-11"):
        assert refused(api, "POST", path, {"schedule_time": said}) in {2, 4}
    message(api, "POST", path, {"schedule_time": "2026-06-11 09:30:00"})
    assert message(api, "DELETE", path) == "The scheduled invoice email has been cancelled."
    assert shown(api, invoice)["schedule_time"] == ""
    advance(api, days=5)
    assert outbox(api, invoice) == []
    message(api, "POST", f"/invoices/{invoice['invoice_id']}/status/void")
    refused(api, "POST", path, {"schedule_time": "2026-07-11 09:30:00"})


def test_what_is_to_come_outlives_a_restart(tmp_path: Any) -> None:
    state = tmp_path / "state.sqlite"
    with Sandbox("empty", limits=False, today=TODAY, state=state) as sandbox:
        api = Api(sandbox)
        invoice = invoice_of(api, sent=False, due_date="2026-06-12")
        api.made("/settings/autoreminders", {**RULE, "number_of_days": 0}, "autoreminder")
        message(
            api, "POST", f"/invoices/{invoice['invoice_id']}/email/schedule", {"schedule_time": "2026-06-10 12:00:00"}
        )
    with Sandbox("empty", limits=False, state=state) as sandbox:
        api = Api(sandbox)
        advance(api, days=5)
        row = shown(api, invoice)
        assert (row["status"], row["is_emailed"], row["reminders_sent"]) == ("overdue", True, 1)
        api.close_audit()
