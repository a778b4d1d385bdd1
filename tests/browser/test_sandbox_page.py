"""The sandbox's page in a real browser, without JavaScript: readable everywhere, and every form works."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tallystick.zoho_books import Client
from tests.browser.conftest import Visit
from tests.sandbox.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}}
SMALL = {"viewport": {"width": 320, "height": 640}}
DARK = {"color_scheme": "dark"}
SCRIPTED = {"java_script_enabled": True}
"""The checker of accessibility is a script; the page itself has none."""
LOOKS: tuple[dict[str, Any], ...] = (WIDE, {**WIDE, **DARK}, PHONE, {**PHONE, **DARK}, SMALL)
PAGES = (
    *("", "/documents", "/documents?kind=item", "/documents?kind=estimate", "/log", "/log?outcome=5", "/faults"),
    *("/outbox", "/webhooks", "/nowhere", "{document}", "{request}", "{refused}"),
)
NAME = "<b>Harbour & Lights</b> " + "Lanternsandropes" * 6


class Furnished:
    """A running sandbox with something on each of its pages, and the addresses of some of them."""

    def __init__(self, running: Running) -> None:
        self.connection = running.connection
        self.home = f"{running.connection['url']}/sandbox/page"
        with running.client() as http:
            hook = {"webhook_name": "Hook", "url": "http://127.0.0.1:9/hook", "entity": "invoice", "events": []}
            http.post("/books/v3/settings/webhooks", json=hook).raise_for_status()
            contact = http.post("/books/v3/contacts", json={"contact_name": NAME}).json()["contact"]["contact_id"]
            body = {"customer_id": contact, "line_items": [{"name": "Lantern", "rate": 49.5, "quantity": 12}]}
            invoice = http.post("/books/v3/invoices?send=true", json=body).json()["invoice"]["invoice_id"]
            mail = {"subject": "Your invoice", "to_mail_ids": ["ann@example.com"], "body": "Dear Ann,\n\nhere it is."}
            http.post(f"/books/v3/invoices/{invoice}/email", json=mail).raise_for_status()
            http.post("/books/v3/invoices", json={"customer_id": contact})
            http.post("/sandbox/faults", json={"kind": "timeout", "operation": "create_item", "after_commit": True})
            http.post("/sandbox/snapshots", json={"name": NAME})
            requests = http.get("/sandbox/log").json()["requests"]
        self.places = {
            "document": f"/documents/invoice/{invoice}",
            "request": f"/log/{next(each['number'] for each in requests if each['effect'])}",
            "refused": f"/log/{next(each['number'] for each in requests if each['status'] == 400)}",
        }


@pytest.fixture(scope="module")
def furnished() -> Iterator[Furnished]:
    running = Running("--limits", "off")
    yield Furnished(running)
    running.close()


@pytest.fixture
def window(furnished: Furnished, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window without JavaScript, unless the test says otherwise; it may fetch from the sandbox alone."""
    settings: dict[str, Any] = {"java_script_enabled": False, **WIDE, **getattr(request, "param", {})}
    with chromium.new_context(**settings) as context:
        visited = Visit(context.new_page(), furnished.home)
        yield visited
    assert [url for url in visited.requests if not url.startswith(furnished.connection["url"])] == []
    assert [each for each in visited.complaints if "404 (Not Found)" not in each and "400 (Bad" not in each] == []


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


@pytest.mark.parametrize("window", [{**look, **SCRIPTED} for look in LOOKS], indirect=True)
def test_every_page_is_accessible_and_fits_in_light_and_dark_wide_and_narrow(
    window: Visit, furnished: Furnished
) -> None:
    for path in PAGES:
        page = window.open(path.format(**furnished.places))
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_whole_page_is_reached_by_its_navigation(window: Visit) -> None:
    page = window.open()
    for name in ("Documents", "Requests", "Outbox", "Webhooks", "Overview"):
        page.get_by_role("navigation", name="Sandbox").get_by_role("link", name=name).click()
        expect(page.get_by_role("navigation", name="Sandbox").locator("[aria-current]")).to_have_text(name)


def test_a_reader_goes_from_a_document_to_the_request_that_made_it_and_to_an_account(window: Visit) -> None:
    page = window.open("/documents")
    page.get_by_role("link", name="INV-000001").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Invoice INV-000001")
    expect(page.get_by_role("table", name="Invoice, ")).to_contain_text("594.00")
    page.get_by_role("table", name="Requests about it").get_by_role("link").last.click()
    expect(page.get_by_role("table", name="Effect on the accounts")).to_contain_text("Sum in GBP")
    page.get_by_role("link", name="Sales").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Account Sales")


def test_secrets_are_shown_by_a_button_and_open_the_sandbox(window: Visit, furnished: Furnished) -> None:
    page = window.open()
    expect(page.get_by_text(furnished.connection["access_token"])).to_have_count(0)
    press(page, "Show the secrets")
    shown = {
        name: page.locator("dt", has_text=name).locator("+ dd").inner_text()
        for name in ("url", "organization_id", "client_id", "client_secret", "refresh_token", "access_token")
    }
    assert shown == {name: furnished.connection[name] for name in shown}
    with Client.from_sandbox(shown) as client:
        assert client.call("list_invoices", params={"per_page": 1})["invoices"]
    page.get_by_role("link", name="Hide the secrets").click()
    expect(page.get_by_text(furnished.connection["access_token"])).to_have_count(0)


def test_the_clock_is_moved_and_frozen_by_buttons(window: Visit) -> None:
    page = window.open()
    press(page, "Freeze it")
    page.get_by_label("Stand at").fill("2027-01-31T09:00")
    press(page, "Set")
    expect(page.get_by_role("status")).to_contain_text("stands where you set it")
    press(page, "a month")
    expect(page.locator(".clock-now")).to_contain_text("28 Feb 2027, 09:00")
    press(page, "Let it tick on")
    expect(page.locator(".clock")).to_contain_text("ticking")


def test_a_snapshot_brings_a_company_back_that_was_reset(window: Visit) -> None:
    page = window.open()
    page.get_by_label("Name").fill("before the reset")
    press(page, "Take a snapshot")
    invoices = page.locator(".organizations tbody tr").first.locator("[data-name=Invoices]")
    count = invoices.inner_text()
    page.get_by_label("Forget every change").check()
    press(page, "Reset the company")
    expect(invoices).not_to_have_text(count)
    press(page, "Restore before the reset")
    expect(invoices).to_have_text(count)
    press(page, "Remove before the reset")
    expect(page.get_by_text("before the reset")).to_have_count(0)


def test_strictness_and_readings_are_chosen(window: Visit) -> None:
    page = window.open()
    press(page, "Be strict")
    expect(page.locator(".clock")).to_contain_text("strict")
    press(page, "Be lenient")
    page.get_by_label("What does a per_page of 0").select_option("refused")
    press(page, "Read them so")
    expect(page.get_by_label("What does a per_page of 0")).to_have_value("refused")


def test_a_fault_is_added_and_cleared_and_a_wrong_one_explained_beside_what_was_typed(window: Visit) -> None:
    page = window.open("/faults")
    page.get_by_label("Kind", exact=True).select_option("html")
    page.get_by_label("Operation").fill("list_itemz")
    press(page, "Have it wait")
    expect(page.get_by_role("alert")).to_contain_text("There is no operation 'list_itemz'")
    expect(page.get_by_label("Kind", exact=True)).to_have_value("html")
    page.get_by_label("Operation").fill("list_items")
    press(page, "Have it wait")
    expect(page.get_by_role("table")).to_contain_text("list_items")
    press(page, "Clear all")
    expect(page.get_by_text("No fault waits: every call")).to_be_visible()


def test_requests_are_filtered(window: Visit) -> None:
    page = window.open("/log")
    page.get_by_label("Outcome").select_option("4")
    press(page, "Show")
    expect(page.locator(".requests tbody tr")).to_have_count(1)
    expect(page.locator(".requests tbody tr")).to_contain_text("400")


def test_a_mail_can_be_read(window: Visit) -> None:
    page = window.open("/outbox")
    page.get_by_text("Read it").click()
    expect(page.locator(".letter")).to_contain_text("Dear Ann,")


def test_names_are_shown_as_they_are_written(window: Visit) -> None:
    page = window.open("/documents?kind=contact")
    expect(page.get_by_role("link", name=NAME)).to_be_visible()
