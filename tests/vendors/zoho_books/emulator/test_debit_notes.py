"""Debit notes to customers: invoices that charge more for another invoice, on the invoices' own paths."""

from tests.vendors.zoho_books.emulator.conftest import Api, Json

LINE = {"description": "Late fee", "rate": 15, "quantity": 1}


def note(api: Api, customer: str, invoice: Json, **fields: object) -> Json:
    body = {
        "customer_id": customer,
        "type": "debit_note",
        "reference_invoice_id": invoice["invoice_id"],
        "reference_invoice_type": "registered",
        "line_items": [LINE],
        **fields,
    }
    reply = api("POST", "/invoices", body, send="true")
    assert (reply.status, reply.message) == (201, "The debit note has been created.")
    made: Json = reply["invoice"]
    return made


def test_a_debit_note_is_made_listed_changed_and_deleted(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    made = note(api, customer, invoice)
    assert (made["type"], made["total"], made["status"]) == ("debit_note", 15, "sent")
    assert made["reference_invoice"]["reference_invoice_number"] == invoice["invoice_number"]
    listed = api.get("/invoices", filter_by="Type.DebitNote")
    assert [row["invoice_id"] for row in listed["debit_notes"]] == [made["invoice_id"]]
    assert listed["invoices"] == listed["debit_notes"]
    assert "debit_notes" not in api.get("/invoices").json
    path = f"/invoices/{made['invoice_id']}"
    changed = api("PUT", path, {"line_items": [{**LINE, "rate": 20}]})
    assert (changed.message, changed["invoice"]["total"]) == ("The debit note has been updated.", 20)
    assert api.get(f"/contacts/{customer}")["contact"]["outstanding_receivable_amount"] == 120
    assert api("DELETE", path).message == "The invoice has been deleted."
    assert api.get(f"/contacts/{customer}")["contact"]["outstanding_receivable_amount"] == 100


def test_a_debit_note_is_paid_like_an_invoice_and_then_stays(api: Api) -> None:
    customer = api.customer()
    made = note(api, customer, api.invoice(customer, 100))
    applied = [{"invoice_id": made["invoice_id"], "amount_applied": 15}]
    api.made("/customerpayments", {"customer_id": customer, "amount": 15, "invoices": applied}, "payment")
    assert api.get(f"/invoices/{made['invoice_id']}")["invoice"]["status"] == "paid"
    assert api("DELETE", f"/invoices/{made['invoice_id']}").status == 400


def test_a_debit_note_without_its_invoice_or_for_anothers_is_refused(api: Api) -> None:
    customer, other = api.customer(), api.customer("Other")
    body = {"customer_id": customer, "type": "debit_note", "line_items": [LINE]}
    assert api("POST", "/invoices", body).code == 4
    foreign = api.invoice(other, 100)
    assert api("POST", "/invoices", {**body, "reference_invoice_id": foreign["invoice_id"]}).status == 400
    draft = api.invoice(customer, 100, sent=False)
    assert api("POST", "/invoices", {**body, "reference_invoice_id": draft["invoice_id"]}).status == 400
    assert api("DELETE", f"/invoices/{foreign['invoice_id']}").status == 200


def test_an_invoice_with_a_debit_note_is_not_deleted(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)
    note(api, customer, invoice)
    assert api("DELETE", f"/invoices/{invoice['invoice_id']}").code == 36


def test_a_line_is_taken_off_an_invoice_but_not_its_last(api: Api) -> None:
    invoice = api.invoice(api.customer(), 100, 50)
    first, second = (line["line_item_id"] for line in invoice["line_items"])
    path = f"/invoices/{invoice['invoice_id']}/lineitems"
    assert api("DELETE", f"{path}/{first}").message == "The line item has been deleted."
    assert api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["total"] == 50
    assert (api("DELETE", f"{path}/{first}").status, api("DELETE", f"{path}/{second}").code) == (404, 4016)
