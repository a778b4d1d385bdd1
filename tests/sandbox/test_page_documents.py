"""Documents, requests and mail on the sandbox's page, held against what the API and the books say."""

import re
from html import unescape
from typing import Any

import msgspec
import pytest

from tallystick.books.change import Kind
from tallystick.sandbox.documents import NOUNS, PER_PAGE, rows
from tallystick.sandbox.views import CHANGES_MAX, MAIL_CHARACTERS_MAX, REQUESTS_PER_PAGE
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.log import REQUESTS_MAX
from tallystick.vendors.zoho_books.emulator.undocumented import PLACEHOLDER
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tests.sandbox.conftest import Caller, Reader, Start

HOSTILE = "<script>alert(1)</script> & 'Sons'"


def made(call: Caller, path: str, body: dict[str, Any], key: str) -> dict[str, Any]:
    answer = call("POST", f"/books/v3{path}", json=body)
    assert answer.status == 201, answer.text
    record: dict[str, Any] = answer.json[key]
    return record


@pytest.fixture
def customer(call: Caller) -> str:
    return str(made(call, "/contacts", {"contact_name": HOSTILE}, "contact")["contact_id"])


@pytest.fixture
def invoice(call: Caller, customer: str) -> dict[str, Any]:
    body = {"customer_id": customer, "line_items": [{"name": "Lantern", "rate": 1234.5, "quantity": 2}]}
    return made(call, "/invoices?send=true", body, "invoice")


def cells(text: str, table: str) -> list[list[str]]:
    """Return the cells of a table's rows as text."""
    body = re.findall(rf'class="[^"]*\b{table}\b[^"]*">.*?<tbody[^>]*>(.*?)</tbody>', text, re.DOTALL)
    return [
        [
            unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        for each in body
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", each, re.DOTALL)
    ]


def test_a_list_shows_number_date_contact_status_and_amount(reader: Reader, invoice: dict[str, Any]) -> None:
    text = reader.open("/documents?kind=invoice")
    assert invoice["invoice_number"] == "INV-000001"
    assert cells(text, "papers") == [["INV-000001", "28 May 2026", HOSTILE, "sent", "2,469.00", "USD"]]
    assert "<script" not in text


def test_a_list_is_paged_the_newest_first(call: Caller, reader: Reader) -> None:
    names = [f"Customer {number:02}" for number in range(PER_PAGE + 3)]
    for name in names:
        made(call, "/contacts", {"contact_name": name}, "contact")
    first, second = (cells(reader.open(f"/documents?kind=contact&page={page}"), "papers") for page in (1, 2))
    assert [row[0] for row in first + second] == names[::-1]
    assert len(first) == PER_PAGE
    for beyond in ("3", "99999999999", "-1", "x"):
        assert cells(reader.open(f"/documents?kind=contact&page={beyond}"), "papers") in (first, second)


def test_another_organisations_documents_are_its_own(sandbox: Sandbox, reader: Reader, invoice: dict[str, Any]) -> None:
    (other,) = set(sandbox.emulator.organizations) - {sandbox.organization.id}
    assert "There are no invoices yet" in reader.open(f"/documents?kind=invoice&organization_id={other}")
    gone = reader.open(f"/documents/invoice/{invoice['invoice_id']}?organization_id={other}", status=404)
    assert "has no invoice with the id" in gone
    assert "no organisation" in reader.open("/documents?organization_id=1", status=404)


def test_one_document_is_shown_as_the_api_gives_it_with_its_entries(
    call: Caller, reader: Reader, invoice: dict[str, Any]
) -> None:
    text = reader.open(f"/documents/invoice/{invoice['invoice_id']}")
    given = call("GET", f"/books/v3/invoices/{invoice['invoice_id']}").json
    (wire,) = re.findall(r'JSON of the answer"><code>(.*?)</code>', text, re.DOTALL)
    assert msgspec.json.decode(unescape(wire)) == given
    assert cells(text, "legs") == [["Accounts Receivable", "2,469.00", ""], ["Sales", "", "2,469.00"]]
    assert "<script" not in text


def test_entries_in_another_currency_say_both_amounts(call: Caller, reader: Reader) -> None:
    currencies = call("GET", "/books/v3/settings/currencies").json["currencies"]
    euro = next(each["currency_id"] for each in currencies if each["currency_code"] == "EUR")
    contact = made(call, "/contacts", {"contact_name": "Overseas", "currency_id": euro}, "contact")
    body = {"customer_id": contact["contact_id"], "exchange_rate": 1.25, "line_items": [{"name": "Lamp", "rate": 80}]}
    identity = made(call, "/invoices?send=true", body, "invoice")["invoice_id"]
    assert cells(reader.open(f"/documents/invoice/{identity}"), "legs") == [
        ["Accounts Receivable", "80.00 EUR", "100.00", ""],
        ["Sales", "−80.00 EUR", "", "100.00"],
    ]


def test_a_document_names_the_requests_that_made_read_and_changed_it(
    call: Caller, reader: Reader, invoice: dict[str, Any]
) -> None:
    path = f"/books/v3/invoices/{invoice['invoice_id']}"
    call("GET", path)
    call("POST", f"{path}/status/void")
    call("GET", "/books/v3/invoices")
    listed = cells(reader.open(f"/documents/invoice/{invoice['invoice_id']}"), "requests")
    assert [row[3] for row in listed] == ["mark_invoice_void", "get_invoice", "create_invoice"]


def test_looking_at_a_document_is_no_call_and_changes_nothing(
    sandbox: Sandbox, reader: Reader, invoice: dict[str, Any]
) -> None:
    Caller(sandbox.asgi)("POST", "/sandbox/faults", json={"kind": "timeout"})
    Caller(sandbox.asgi)("POST", "/sandbox/strict", json={"strict": True})
    before = (
        Caller(sandbox.asgi)("GET", "/sandbox/log").text,
        sandbox.emulator.limits.days,
        sandbox.organization.rows(),
    )
    for page in ("/documents", f"/documents/invoice/{invoice['invoice_id']}"):
        assert "INV-000001" in reader.open(page)
    now = (Caller(sandbox.asgi)("GET", "/sandbox/log").text, sandbox.emulator.limits.days, sandbox.organization.rows())
    assert now == before
    assert [met for _, met in sandbox.faults.waiting()] == [0]


def test_a_deleted_document_still_shows_what_became_of_it(call: Caller, reader: Reader, customer: str) -> None:
    call("DELETE", f"/books/v3/contacts/{customer}")
    text = reader.open(f"/documents/contact/{customer}")
    assert "it was deleted" in text
    assert [row[3] for row in cells(text, "requests")] == ["delete_contact", "create_contact"]


@pytest.mark.parametrize("path", ["invoice/1", "invoice/<b>", "robot/1", "sequence/invoice", r"invoice/\1"])
def test_a_document_there_is_not_leads_to_those_there_are(reader: Reader, path: str) -> None:
    text = reader.open(f"/documents/{path}", status=404)
    assert 'class="button" href="/sandbox/page/documents' in text
    assert "<b>" not in text


@pytest.mark.parametrize("kind", [kind for kind, noun in NOUNS.items() if noun.read])
def test_every_kind_is_read_by_an_operation_that_is_answered(sandbox: Sandbox, kind: Kind) -> None:
    operation = OPERATIONS[NOUNS[kind].read]
    assert (operation.method, operation.path) in sandbox.emulator.handlers
    assert len(PLACEHOLDER.findall(operation.path)) == 1


SOLD = {"customer_id": "@buyer", "date": "2026-05-28", "line_items": [{"name": "Lamp", "rate": 10}]}
BOUGHT = {
    "vendor_id": "@seller",
    "date": "2026-05-28",
    "line_items": [{"name": "Oil", "rate": 10, "account_id": "@Postage"}],
}
SPENT = {"account_id": "@Postage", "paid_through_account_id": "@Petty Cash", "amount": 10, "date": "2026-05-28"}
SIDES = [
    {"account_id": "@Postage", "debit_or_credit": "debit", "amount": 10},
    {"account_id": "@Petty Cash", "debit_or_credit": "credit", "amount": 10},
]
MOVED = {
    "transaction_type": "transfer_fund",
    "from_account_id": "@Petty Cash",
    "to_account_id": "@Undeposited Funds",
    "amount": 10,
    "date": "2026-05-28",
    "reference_number": "T-1",
}
RENT = {"recurrence_name": "Rent", "recurrence_frequency": "months", "repeat_every": 1, "start_date": "2026-05-30"}
MADE: dict[Kind, tuple[str, dict[str, Any], str, str]] = {
    Kind.INVOICE: ("invoices", SOLD, "INV-000001", "Buyer"),
    Kind.ESTIMATE: ("estimates", SOLD, "QT-000001", "Buyer"),
    Kind.SALES_ORDER: ("salesorders", SOLD, "SO-00001", "Buyer"),
    Kind.CREDIT_NOTE: ("creditnotes", SOLD, "CN-00001", "Buyer"),
    Kind.RETAINER_INVOICE: ("retainerinvoices", SOLD, "RET-00001", "Buyer"),
    Kind.DELIVERY_CHALLAN: ("deliverychallans", {**SOLD, "challan_type": "others"}, "DC-00001", "Buyer"),
    Kind.SALES_RECEIPT: ("salesreceipts", {**SOLD, "payment_mode": "cash"}, "SR-00001", "Buyer"),
    Kind.PAYMENT: ("customerpayments", {**SOLD, "payment_mode": "cash", "amount": 10}, "1", "Buyer"),
    Kind.RECURRING_INVOICE: ("recurringinvoices", {**SOLD, **RENT}, "Rent", "Buyer"),
    Kind.BILL: ("bills", {**BOUGHT, "bill_number": "B-1"}, "B-1", "Seller"),
    Kind.PURCHASE_ORDER: ("purchaseorders", BOUGHT, "PO-00001", "Seller"),
    Kind.VENDOR_CREDIT: ("vendorcredits", BOUGHT, "VC-00001", "Seller"),
    Kind.VENDOR_PAYMENT: ("vendorpayments", {**BOUGHT, **SPENT}, "1", "Seller"),
    Kind.RECURRING_BILL: ("recurringbills", {**BOUGHT, **RENT}, "Rent", "Seller"),
    Kind.EXPENSE: ("expenses", {**SPENT, "reference_number": "E-1"}, "E-1", ""),
    Kind.RECURRING_EXPENSE: ("recurringexpenses", {**SPENT, **RENT}, "Rent", ""),
    Kind.JOURNAL: ("journals", {"journal_date": "2026-05-28", "line_items": SIDES}, "1", ""),
    Kind.RECURRING_JOURNAL: (
        "recurringjournals",
        {**RENT, "journal_date": "2026-05-28", "line_items": SIDES},
        "Rent",
        "",
    ),
    Kind.BANK_TRANSACTION: ("banktransactions", MOVED, "T-1", ""),
}
"""What is made of each kind of document, and the number and the contact that a list then shows."""


def filled(value: Any, ids: dict[str, str]) -> Any:
    """Return a body with each `@name` replaced by an id."""
    if isinstance(value, dict):
        return {key: filled(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, ids) for inner in value]
    return ids[value[1:]] if isinstance(value, str) and value.startswith("@") else value


@pytest.mark.parametrize("kind", MADE)
def test_every_kind_of_document_is_listed_with_number_date_contact_and_amount(
    sandbox: Sandbox, call: Caller, reader: Reader, kind: Kind
) -> None:
    accounts = call("GET", "/books/v3/chartofaccounts").json["chartofaccounts"]
    ids = {each["account_name"]: each["account_id"] for each in accounts}
    for name, role in (("Buyer", "customer"), ("Seller", "vendor")):
        contact = made(call, "/contacts", {"contact_name": name, "contact_type": role}, "contact")
        ids[name.lower()] = contact["contact_id"]
    path, body, number, contact_name = MADE[kind]
    answer = call("POST", f"/books/v3/{path}", json=filled(body, ids))
    assert answer.status in {200, 201}, answer.text
    (row,) = rows(sandbox.emulator, sandbox.organization, kind, 1)
    assert (row.number, row.contact, row.total, row.currency) == (number, contact_name, "10.00", "USD")
    assert row.date in {"2026-05-28", "2026-05-30"}
    assert cells(reader.open(f"/documents?kind={kind}"), "papers")[0][0] == number
    assert "JSON of the answer" in reader.open(f"/documents/{kind}/{row.id}")


def test_requests_are_filtered_by_outcome_operation_and_organisation(
    call: Caller, reader: Reader, customer: str
) -> None:
    assert customer
    call("GET", "/books/v3/invoices")
    call("GET", "/books/v3/invoices/1")
    call("GET", "/books/v3/nowhere")

    def shown(query: str) -> list[str]:
        return [row[0] for row in cells(reader.open(f"/log?{query}"), "requests")]

    assert shown("") == ["4", "3", "2", "1"]
    assert shown("outcome=4") == ["4", "3"]
    assert shown("outcome=2") == ["2", "1"]
    assert shown("operation=get_invoice") == ["3"]
    assert shown("organization_id=780000002") == []
    assert shown("outcome=4&operation=list_invoices") == []
    assert "Show all" in reader.open("/log?outcome=5")


def test_before_the_first_call_the_log_says_how_to_make_one(reader: Reader) -> None:
    assert "Nobody has called yet" in reader.open("/log")


def test_the_log_is_paged_up_to_its_bound(call: Caller, reader: Reader) -> None:
    for _ in range(REQUESTS_MAX + 1):
        call("GET", "/books/v3/nowhere")
    last = cells(reader.open(f"/log?page={REQUESTS_MAX // REQUESTS_PER_PAGE}&outcome=4"), "requests")
    assert len(last) == REQUESTS_PER_PAGE
    assert last[-1][0] == "2"
    assert "only the latest 500" in reader.open("/log/1", status=404)


def test_one_request_shows_what_it_said_and_did_without_secrets(
    sandbox: Sandbox, call: Caller, reader: Reader, invoice: dict[str, Any]
) -> None:
    text = reader.open("/log/2")
    assert cells(text, "legs") == [["Accounts Receivable", "2,469.00", ""], ["Sales", "", "2,469.00"]]
    assert f"/documents/invoice/{invoice['invoice_id']}?" in text
    token = sandbox.connection["access_token"]
    call("POST", f"/books/v3/invoices?access_token={token}", json={"notes": HOSTILE, "client_secret": "hush-hush"})
    text = reader.open("/log/3")
    assert "<script" not in text
    assert token not in text
    assert "hush-hush" not in text
    assert '"code": ' in unescape(text)
    assert "It changed nothing." in text


def test_a_request_that_changed_many_documents_lists_some_and_says_so(start: Start) -> None:
    sandbox = start(limits=False)
    call, reader = Caller(sandbox.asgi, token=sandbox.connection["access_token"]), Reader(sandbox)
    contacts = [made(call, "/contacts", {"contact_name": f"C{number}"}, "contact") for number in range(CHANGES_MAX + 1)]
    identities = ",".join(contact["contact_id"] for contact in contacts)
    assert call("DELETE", f"/books/v3/contacts?contact_ids={identities}").status == 200
    number = CHANGES_MAX + 2
    text = reader.open(f"/log/{number}")
    assert text.count(">deleted</span>") == CHANGES_MAX
    assert f"{CHANGES_MAX} of {CHANGES_MAX + 1} changes are shown" in text


def test_a_strict_sandboxs_notes_are_with_the_request(call: Caller, reader: Reader) -> None:
    reader.follow("strict", strict="yes")
    call("GET", "/books/v3/contacts?contact_nmae=Ada")
    assert "contact_nmae" in reader.open("/log/1").partition("Parameters nothing read")[2]


def test_the_outbox_shows_each_mail_the_newest_first(call: Caller, reader: Reader, invoice: dict[str, Any]) -> None:
    path = f"/books/v3/invoices/{invoice['invoice_id']}/email"
    for subject in ("First", HOSTILE + "!" * 1_000):
        mail = {
            "subject": subject,
            "to_mail_ids": ["ann@example.com"],
            "body": "<img src=x>" + "x" * MAIL_CHARACTERS_MAX,
        }
        assert call("POST", path, json=mail).status == 200
    text = reader.open("/outbox")
    subjects = [unescape(found) for found in re.findall(r"<h2>(.*?)</h2>", text)]
    assert subjects == [f"{HOSTILE + '!' * 1_000:.300}…", "First"]
    assert text.count("ann@example.com") == 2
    assert "<img src=x" not in text
    assert "It is cut here, after 20,000 characters" in text
    assert f"/documents/invoice/{invoice['invoice_id']}?" in text


def test_a_mail_names_its_copies_and_the_files_that_go_with_it(
    call: Caller, reader: Reader, invoice: dict[str, Any]
) -> None:
    mail = {"to_mail_ids": ["ann@example.com"], "cc_mail_ids": ["cy@example.com"], "subject": "Yours", "body": "Hi"}
    path = f"/books/v3/invoices/{invoice['invoice_id']}/email?send_attachment=true"
    assert call("POST", path, json=mail).status == 200
    text = reader.open("/outbox")
    assert "<dt>Cc</dt><dd>cy@example.com</dd>" in text
    assert "Bcc" not in text
    (sent,) = Caller(call.app)("GET", "/sandbox/outbox").json["mails"]
    assert sent["attachments"]
    assert f"<dt>Files</dt><dd>{', '.join(sent['attachments'])}</dd>" in text


def test_an_empty_outbox_says_how_mail_comes_into_it(reader: Reader) -> None:
    assert "No mail yet" in reader.open("/outbox")
