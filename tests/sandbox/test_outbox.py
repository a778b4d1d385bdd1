"""Mail goes to the outbox and no further, and the clock makes what is due happen."""

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller


def test_a_mailed_invoice_and_its_reminder_are_in_the_outbox(sandbox: Sandbox, call: Caller) -> None:
    control = Caller(sandbox.asgi)
    person = {"first_name": "Ann", "email": "ann@example.com", "is_primary_contact": True}
    contact = call("POST", "/books/v3/contacts", json={"contact_name": "Acme", "contact_persons": [person]})
    lines = [{"description": "Work", "rate": 10}]
    body = {"customer_id": contact.json["contact"]["contact_id"], "line_items": lines}
    invoice = call("POST", "/books/v3/invoices", json=body).json["invoice"]
    path = f"/books/v3/invoices/{invoice['invoice_id']}"
    sent = call("POST", f"{path}/email", json={"subject": "Yours", "to_mail_ids": ["bob@example.com"], "body": "Hi"})
    assert sent.status == 200
    assert call("POST", f"{path}/paymentreminder", json={}).status == 200
    first, second = control("GET", "/sandbox/outbox").json["mails"]
    assert (first["to"], first["subject"], first["purpose"]) == (["bob@example.com"], "Yours", "invoice")
    assert (second["to"], second["purpose"]) == (["ann@example.com"], "reminder")


def test_moving_the_clock_runs_what_is_due(sandbox: Sandbox, call: Caller) -> None:
    control = Caller(sandbox.asgi)
    contact = call("POST", "/books/v3/contacts", json={"contact_name": "Acme"}).json["contact"]
    start = sandbox.clock.now().astimezone(sandbox.organization.zone).date().isoformat()
    body = {
        "recurrence_name": "Rent",
        "customer_id": contact["contact_id"],
        "recurrence_frequency": "weeks",
        "repeat_every": 1,
        "start_date": start,
        "line_items": [{"description": "Rent", "rate": 100}],
    }
    made = call("POST", "/books/v3/recurringinvoices", json=body)
    assert made.status == 201, made.json
    before = len(sandbox.organization.book.invoices)
    control("POST", "/sandbox/clock", json={"advance": 15 * 86_400})
    assert len(sandbox.organization.book.invoices) - before >= 2
