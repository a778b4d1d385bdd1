"""Requests as two public guides to Zoho Books write them, each with its whole answer: status, code, message and keys."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import httpx2
import msgspec
import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks
from tallystick.sandbox.world import REDIRECT_URI
from tests.conformance.consent import grant_code

TODAY = date(2026, 6, 9)
PAGE = ["page", "per_page", "has_more_page", "report_name", "applied_filter", "custom_fields"]
SORTED = ["sort_column", "sort_order"]
Json = dict[str, Any]
pytestmark = pytest.mark.zoho_books(today=TODAY)


class Guide:
    """A program that does what a guide says, over a socket."""

    def __init__(self, books: ZohoBooks) -> None:
        self.connection = books.connection
        self.http = httpx2.Client(base_url=books.url)
        self.headers = {"Authorization": f"Zoho-oauthtoken {self.connection['access_token']}"}

    def __call__(self, method: str, path: str, body: Any = None, **query: str) -> httpx2.Response:
        params = {"organization_id": self.connection["organization_id"], **query}
        content = b"" if body is None else msgspec.json.encode(body)
        return self.http.request(method, f"/books/v3{path}", headers=self.headers, params=params, content=content)

    def made(self, path: str, body: Json, key: str, **query: str) -> Json:
        found: Json = read(self("POST", path, body, **query))[key]
        return found

    def customer(self) -> str:
        person = {"first_name": "Will", "email": "will@example.com", "is_primary_contact": True}
        return str(
            self.made("/contacts", {"contact_name": "Bowman", "contact_persons": [person]}, "contact")["contact_id"]
        )

    def invoice(self, customer: str, rate: int = 100, *, send: str = "true", **fields: Any) -> Json:
        lines = [{"description": "Work", "rate": rate, "quantity": 1}]
        return self.made("/invoices", {"customer_id": customer, "line_items": lines, **fields}, "invoice", send=send)

    def account(self, name: str) -> str:
        return str(read(self("GET", "/chartofaccounts", account_name=name))["chartofaccounts"][0]["account_id"])


@pytest.fixture
def guide(zoho_books: ZohoBooks) -> Iterator[Guide]:
    found = Guide(zoho_books)
    yield found
    found.http.close()


def read(answer: httpx2.Response) -> Json:
    found: Json = msgspec.json.Decoder(float_hook=Decimal).decode(answer.content)
    return found


def told(answer: httpx2.Response) -> tuple[int, int, str, list[str]]:
    """Return the status, the code, the message and the keys beside them."""
    body = read(answer)
    return answer.status_code, body["code"], body["message"], list(body)[2:]


def test_invoices_of_two_statuses_the_newest_first(guide: Guide) -> None:
    """The spec's `status` takes one; the guide's list of two matches what either gives."""
    customer = guide.customer()
    late = guide.invoice(customer, date="2026-05-01", due_date="2026-05-15")["invoice_number"]
    fresh = guide.invoice(customer)["invoice_number"]
    guide.invoice(customer, send="false")
    answer = guide("GET", "/invoices", status="sent,overdue", sort_column="date", sort_order="D", per_page="200")
    assert told(answer) == (200, 0, "success", ["invoices", "page_context"])
    body = read(answer)
    assert [(row["invoice_number"], row["status"]) for row in body["invoices"]] == [(fresh, "sent"), (late, "overdue")]
    assert list(body["page_context"]) == [*PAGE, "seller_app_sales_channels", *SORTED]
    assert body["page_context"] == {
        "page": 1,
        "per_page": 200,
        "has_more_page": False,
        "report_name": "Invoices",
        "applied_filter": "Status.All",
        "custom_fields": [],
        "seller_app_sales_channels": "",
        "sort_column": "date",
        "sort_order": "D",
    }


def test_an_invoice_of_lines_without_items(guide: Guide) -> None:
    lines = [
        {"description": "Design", "rate": 80, "quantity": 3},
        {"description": "Print", "rate": 0.5, "quantity": 100},
    ]
    answer = guide("POST", "/invoices", {"customer_id": guide.customer(), "line_items": lines})
    assert told(answer) == (201, 0, "The invoice has been created.", ["invoice"])
    invoice = read(answer)["invoice"]
    assert answer.headers["location"] == f"/api/v3/invoices/{invoice['invoice_id']}"
    expected: Json = {"status": "draft", "invoice_number": "INV-000001", "date": "2026-06-09", "due_date": "2026-06-09"}
    expected |= {
        "payment_terms_label": "Due on Receipt",
        "sub_total": 290,
        "tax_total": 0,
        "total": 290,
        "balance": 290,
    }
    assert {key: invoice[key] for key in expected} == expected
    keys = ("item_id", "name", "description", "rate", "quantity", "item_total", "account_name")
    assert [[line[key] for key in keys] for line in invoice["line_items"]] == [
        ["", "", "Design", 80, 3, 240, "Sales"],
        ["", "", "Print", Decimal("0.5"), 100, 50, "Sales"],
    ]


def test_an_invoice_mailed_without_a_body(guide: Guide) -> None:
    invoice = guide.invoice(guide.customer(), send="false")["invoice_id"]
    answer = guide("POST", f"/invoices/{invoice}/email")
    assert told(answer) == (200, 0, "Your invoice has been sent.", ["is_first_email"])
    assert read(answer)["is_first_email"] is True
    assert read(guide("GET", f"/invoices/{invoice}"))["invoice"]["status"] == "sent"


def test_an_expense_with_the_name_of_a_vendor_and_no_id(guide: Guide) -> None:
    """A field the vendor does not know is silently dropped (facts 2.1): nobody is paid, and no vendor is made."""
    account = guide.account("Office Supplies")
    body = {"account_id": account, "date": "2026-06-09", "amount": 12.5, "vendor_name": "Mill"}
    answer = guide("POST", "/expenses", body)
    assert told(answer) == (201, 0, "The expense has been recorded.", ["expense"])
    expense = read(answer)["expense"]
    expected = {
        "vendor_id": "",
        "vendor_name": "",
        "total": Decimal("12.5"),
        "status": "nonbillable",
        "account_id": account,
    }
    assert {key: expense[key] for key in expected} == expected
    assert read(guide("GET", "/contacts"))["contacts"] == []


def test_accounts_of_income(guide: Guide) -> None:
    answer = guide("GET", "/chartofaccounts", account_type="income")
    assert told(answer) == (200, 0, "success", ["chartofaccounts", "page_context"])
    body = read(answer)
    names = [
        "Discount",
        "General Income",
        "Interest Income",
        "Late Fee Income",
        "Other Charges",
        "Sales",
        "Shipping Charge",
    ]
    assert sorted(row["account_name"] for row in body["chartofaccounts"]) == names
    assert {row["account_type"] for row in body["chartofaccounts"]} == {"income"}
    assert list(body["page_context"]) == [*PAGE, *SORTED]


def test_contacts_that_are_customers(guide: Guide) -> None:
    customer = guide.customer()
    guide.made("/contacts", {"contact_name": "Mill", "contact_type": "vendor"}, "contact")
    answer = guide("GET", "/contacts", contact_type="customer")
    assert told(answer) == (200, 0, "success", ["contacts", "page_context"])
    body = read(answer)
    assert [(row["contact_id"], row["email"]) for row in body["contacts"]] == [(customer, "will@example.com")]
    assert list(body["page_context"]) == [*PAGE, *SORTED]


def test_an_invoice_of_a_sales_order(guide: Guide) -> None:
    lines = [{"name": "Disk", "rate": 60, "quantity": 2}]
    order = guide.made("/salesorders", {"customer_id": guide.customer(), "line_items": lines}, "salesorder")[
        "salesorder_id"
    ]
    guide("POST", f"/salesorders/{order}/status/open")
    answer = guide("POST", "/invoices/fromsalesorder", salesorder_id=order)
    assert told(answer) == (201, 0, "The invoice has been created.", ["invoice"])
    invoice = read(answer)["invoice"]
    assert (invoice["status"], invoice["total"]) == ("draft", 120)
    assert [row["salesorder_id"] for row in invoice["salesorders"]] == [order]
    assert read(guide("GET", f"/salesorders/{order}"))["salesorder"]["status"] == "invoiced"


def test_many_invoices_mailed_at_once(guide: Guide) -> None:
    customer = guide.customer()
    numbers = ",".join(guide.invoice(customer, send="false")["invoice_id"] for _ in range(2))
    answer = guide("POST", "/invoices/email", invoice_ids=numbers)
    scheduled = "Your mails are scheduled to be sent in a few minutes. We will notify you once it is done."
    assert told(answer) == (200, 0, scheduled, [])
    assert [row["status"] for row in read(guide("GET", "/invoices"))["invoices"]] == ["sent", "sent"]


def test_reminders_of_what_is_due(guide: Guide) -> None:
    invoice = guide.invoice(guide.customer(), date="2026-05-01", due_date="2026-05-15")["invoice_id"]
    answer = guide("POST", "/invoices/paymentreminder", invoice_ids=invoice)
    assert told(answer) == (200, 0, "Your payment reminder has been sent.", [])
    assert read(guide("GET", f"/invoices/{invoice}"))["invoice"]["reminders_sent"] == 1


def test_a_grant_code_used_twice_is_an_error_with_status_200(guide: Guide, zoho_books: ZohoBooks) -> None:
    given = {name: guide.connection[name] for name in ("client_id", "client_secret")}
    code = grant_code(zoho_books, REDIRECT_URI)
    form = {"grant_type": "authorization_code", "redirect_uri": REDIRECT_URI, "code": code, **given}
    first, second = (guide.http.post("/oauth/v2/token", data=form) for _ in range(2))
    keys = {"access_token", "refresh_token", "scope", "api_domain", "token_type", "expires_in"}
    assert (first.status_code, set(first.json())) == (200, keys)
    assert (second.status_code, second.json()) == (200, {"error": "invalid_code"})


def test_another_data_centre_knows_neither_the_client_nor_the_token(guide: Guide) -> None:
    given = {name: guide.connection[name] for name in ("client_id", "client_secret", "refresh_token")}
    answer = guide.http.post("/eu/oauth/v2/token", data={"grant_type": "refresh_token", **given})
    assert (answer.status_code, answer.json()) == (200, {"error": "invalid_client"})
    refused = guide.http.get("/eu/books/v3/invoices", headers=guide.headers)
    assert told(refused) == (401, 57, "You are not authorized to perform this operation", [])


def test_without_an_organisation_the_default_one_answers(guide: Guide) -> None:
    guide.customer()
    answer = guide.http.get("/books/v3/contacts", headers=guide.headers)
    assert told(answer) == (200, 0, "success", ["contacts", "page_context"])
    assert len(read(answer)["contacts"]) == 1


def test_an_organisation_that_is_no_number_is_refused(guide: Guide) -> None:
    answer = guide("GET", "/contacts", organization_id="my company")
    assert told(answer) == (400, 14, "Invalid value passed for organizationid", [])


def test_an_organisation_of_somebody_else_is_refused(guide: Guide) -> None:
    answer = guide("GET", "/contacts", organization_id="10234695")
    message = "This user is not associated with the CompanyID/CompanyName:10234695."
    assert told(answer) == (400, 6041, message, [])


def test_a_tax_said_of_the_whole_invoice_gives_way_to_those_of_its_lines(guide: Guide) -> None:
    """A line's own tax is charged; the header's is no field of an invoice that is read."""
    full = guide.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax")["tax_id"]
    low = guide.made("/settings/taxes", {"tax_name": "Reduced", "tax_percentage": 5}, "tax")["tax_id"]
    lines = [{"description": "Work", "rate": 100, "quantity": 1, "tax_id": full}]
    body = {"customer_id": guide.customer(), "tax_id": low, "tax_percentage": 5, "line_items": lines}
    answer = guide("POST", "/invoices", body)
    assert told(answer) == (201, 0, "The invoice has been created.", ["invoice"])
    invoice = read(answer)["invoice"]
    assert (invoice["tax_total"], invoice["total"]) == (20, 120)
    assert invoice["taxes"] == [{"tax_id": full, "tax_name": "VAT (20%)", "tax_amount": 20}]
    assert {"tax_id", "tax_percentage"}.isdisjoint(invoice)
