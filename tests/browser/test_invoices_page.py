"""The invoice page of the demo in a real browser, held against what the accounting system itself says."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tallystick.zoho_books import Client

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def sized(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}}


PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
DARK = {"color_scheme": "dark"}
SCRIPTED = {"java_script_enabled": True}
"""The checker of accessibility is a script; the page itself has none."""
FORCED = {"forced_colors": "active"}
LOOKS: tuple[dict[str, Any], ...] = ({}, DARK, PHONE, {**PHONE, **DARK}, sized(320))
SCREENSHOT_BYTES_MIN = 20_000
UNPAID = {"sent", "viewed", "overdue", "unpaid", "partially_paid"}


def amount_of(text: str) -> Decimal:
    return Decimal(text.replace("£", "").replace(",", "").replace("−", "-"))


def table_of(found: Locator) -> list[list[str]]:
    return [row.locator("th, td").all_inner_texts() for row in found.locator("tr").all()]


def records(client: Client, operation: str, **params: Any) -> Iterator[dict[str, Any]]:
    for page in client.pages(operation, params=params, pages_max=50):
        yield from client.records(operation, page)


def shown_day(page: Page) -> date:
    return date.fromisoformat(page.locator(".opening time").get_attribute("datetime") or "")


def rows_of_every_page(page: Page) -> list[dict[str, str]]:
    """Walk the pager to its end and return what each row says."""
    found: list[dict[str, str]] = []
    for _ in range(400):
        for row in page.locator(".invoice-table tbody tr").all():
            cells = row.locator("th, td").all_inner_texts()
            names = ("due", "days", "invoice", "customer", "issued", "status", "total", "balance")
            due = row.locator(".due time")
            found.append({**dict(zip(names, cells, strict=True)), "due": due.get_attribute("datetime") or ""})
        following = page.get_by_role("link", name="Next")
        if not following.count():
            return found
        following.click()
    raise AssertionError("the pager never ends")


def test_the_page_opens_on_unpaid_invoices_by_due_date_with_the_days_each_is_overdue(visit: Any) -> None:
    page = visit.open()
    today = shown_day(page)
    rows = rows_of_every_page(page)
    dues = [date.fromisoformat(row["due"]) for row in rows]
    assert dues == sorted(dues)
    assert {row["status"] for row in rows} <= {"Overdue", "Open", "Partly paid"}
    for row, due in zip(rows, dues, strict=True):
        late = (today - due).days
        assert row["days"] == (str(late) if late > 0 else "–")
        assert (row["status"] == "Overdue") == (late > 0)


def test_outstanding_and_overdue_are_what_the_accounting_system_says(visit: Any, client: Client) -> None:
    page = visit.open()
    invoices = [invoice for invoice in records(client, "list_invoices") if invoice["status"] in UNPAID]
    overdue = [invoice for invoice in invoices if invoice["status"] == "overdue"]
    assert overdue
    assert amount_of(page.locator("#outstanding").inner_text()) == sum(invoice["balance"] for invoice in invoices)
    assert amount_of(page.locator("#overdue").inner_text()) == sum(invoice["balance"] for invoice in overdue)
    owed = sum(contact["outstanding_receivable_amount"] for contact in records(client, "list_contacts"))
    assert amount_of(page.locator("#outstanding").inner_text()) == owed
    buckets = page.locator(".age-table td .amount").all_inner_texts()
    assert sum(map(amount_of, buckets)) == owed


def test_the_list_holds_exactly_the_invoices_the_accounting_system_calls_overdue(visit: Any, client: Client) -> None:
    page = visit.open()
    page.get_by_label("Status").select_option("overdue")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Overdue invoices")).to_be_visible()
    rows = rows_of_every_page(page)
    said = list(records(client, "list_invoices", status="overdue"))
    assert sorted(row["invoice"] for row in rows) == sorted(invoice["invoice_number"] for invoice in said)
    assert sum(amount_of(row["balance"]) for row in rows) == sum(invoice["balance"] for invoice in said)


def test_each_filter_shows_as_many_invoices_as_it_promises(visit: Any) -> None:
    page = visit.open()
    options = {option.get_attribute("value"): option.inner_text() for option in page.locator("#status option").all()}
    assert {"unpaid", "overdue", "paid", "all"} <= options.keys()
    for key, words in options.items():
        page.goto(f"{visit.home}?status={key}")
        promised = words.rpartition("(")[2].rstrip(")")
        if promised == "0":
            expect(page.locator(".empty")).to_be_visible()
        else:
            expect(page.locator(".invoice-table caption")).to_contain_text(f"of {int(promised):,}")


def test_the_newest_can_come_first_and_a_customer_can_be_searched_for(visit: Any) -> None:
    page = visit.open()
    customer = page.locator(".invoice-table tbody .customer").first.inner_text()
    page.get_by_label("Order").select_option("newest")
    page.get_by_label("Number or customer").fill(customer.lower())
    page.get_by_role("button", name="Show").click()
    rows = rows_of_every_page(page)
    assert rows
    assert all(customer in row["customer"] for row in rows)
    dues = [row["due"] for row in rows]
    assert dues == sorted(dues, reverse=True)


def test_the_chart_is_its_table_and_both_are_the_accounting_systems_months(visit: Any, client: Client) -> None:
    page = visit.open()
    today = shown_day(page)
    first = today.year * 12 + today.month - 1 - 5
    months = [date(number // 12, number % 12 + 1, 1) for number in range(first, first + 6)]
    invoiced = dict.fromkeys(months, Decimal(0))
    collected = dict.fromkeys(months, Decimal(0))
    for sums, operation, sign, left_out in (
        (invoiced, "list_invoices", 1, {"draft", "void"}),
        (invoiced, "list_credit_notes", -1, {"draft", "void"}),
        (collected, "list_customer_payments", 1, set[str]()),
        (collected, "list_credit_note_refunds_of_all_credit_notes", -1, set[str]()),
    ):
        for record in records(client, operation):
            month = date.fromisoformat(record["date"]).replace(day=1)
            if month in sums and record.get("status") not in left_out:
                sums[month] += sign * next(record[name] for name in ("total", "amount", "amount_bcy") if name in record)
    rows = table_of(page.locator(".flow-table tbody"))
    assert [row[0].removesuffix(" so far") for row in rows] == [f"{month:%B %Y}" for month in months]
    assert [amount_of(row[1]) for row in rows] == list(invoiced.values())
    assert [amount_of(row[2]) for row in rows] == list(collected.values())
    for size in ("wide", "narrow"):
        for place, sums in ((1, invoiced), (2, collected)):
            kind = ("invoiced", "collected")[place - 1]
            bars = page.locator(f".chart-{size} rect.chart-{kind}")
            drawn = [Decimal(bar.get_attribute("data-amount") or "") for bar in bars.all()]
            assert drawn == list(sums.values())
    total = table_of(page.locator(".flow-table tfoot"))[0]
    assert [amount_of(cell) for cell in total[1:]] == [sum(invoiced.values()), sum(collected.values())]


def test_the_bars_on_the_screen_are_as_high_as_their_amounts(visit: Any) -> None:
    bars = visit.open().locator(".chart-wide rect.chart-bar").all()
    drawn = [(Decimal(bar.get_attribute("data-amount") or ""), bar.bounding_box()) for bar in bars]
    tallest = max(drawn, key=lambda pair: pair[0])
    for amount, box in drawn:
        share = box["height"] / tallest[1]["height"]
        assert share == pytest.approx(float(amount / tallest[0]), abs=0.02)


def test_a_payment_made_in_the_accounting_system_shows_after_a_refresh(visit: Any, client: Client) -> None:
    page = visit.open("?status=overdue")
    overdue = amount_of(page.locator("#overdue").inner_text())
    row = page.locator(".invoice-table tbody tr").first
    number, balance = row.locator(".invoice").inner_text(), amount_of(row.locator(".balance").inner_text())
    invoice = next(iter(records(client, "list_invoices", invoice_number=number)))
    client.call(
        "create_customer_payment",
        body={
            "customer_id": invoice["customer_id"],
            "payment_mode": "cash",
            "amount": balance,
            "date": shown_day(page).isoformat(),
            "invoices": [{"invoice_id": invoice["invoice_id"], "amount_applied": balance}],
        },
    )
    page.reload()
    assert amount_of(page.locator("#overdue").inner_text()) == overdue
    page.get_by_role("button", name="Refresh").click()
    assert page.url == f"{visit.home}?status=overdue"
    assert amount_of(page.locator("#overdue").inner_text()) == overdue - balance
    page.goto(f"{visit.home}?status=paid&search={number}")
    expect(page.locator(".invoice-table tbody .invoice").first).to_have_text(number)


def test_an_invoice_deleted_in_the_accounting_system_is_gone_after_a_refresh(visit: Any, client: Client) -> None:
    number = "TO-BE-DELETED"
    customer = next(iter(records(client, "list_contacts")))["contact_id"]
    item = next(iter(records(client, "list_items")))["item_id"]
    created = client.call(
        "create_invoice",
        params={"ignore_auto_number_generation": True},
        body={
            "customer_id": customer,
            "invoice_number": number,
            "line_items": [{"item_id": item, "quantity": 1, "rate": 10}],
        },
    )
    page = visit.open(f"?status=all&search={number}")
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator(".invoice-table tbody .invoice")).to_have_text(number)
    client.call("delete_invoice", params={"invoice_id": created["invoice"]["invoice_id"]})
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator(".empty")).to_be_visible()


def test_everything_can_be_reached_with_the_keyboard(visit: Any) -> None:
    page = visit.open()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    reached: list[str] = []
    for _ in range(20):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        outline = focused.evaluate("element => getComputedStyle(element).outlineStyle")
        assert outline == "solid", "what has the focus must be seen to have it"
        reached.append(focused.get_attribute("id") or focused.inner_text())
        if reached[-1] == "Next":
            break
    assert reached[-5:] == ["status", "order", "search", "Show", "Next"]
    page.keyboard.press("Enter")
    expect(page.get_by_text("Page 2 of")).to_be_visible()


@pytest.mark.parametrize(
    "visit", [sized(width) for width in (320, 390, 700, 820, 961, 1030, 1160, 1280)], indirect=True
)
def test_no_width_makes_the_reader_scroll_sideways(visit: Any) -> None:
    page = visit.open()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]
    assert page.locator(".chart").locator("visible=true").count() == 1


@pytest.mark.parametrize("visit", [{**SCRIPTED, **look} for look in LOOKS], indirect=True)
@pytest.mark.parametrize(
    "path", ["", "?status=all&order=newest", "?search=nobody-is-called-this", "?page=abc", "nowhere"]
)
def test_nothing_stands_in_the_way_of_assistive_technology(visit: Any, path: str) -> None:
    page = visit.open(path)
    found = Axe().run(page)
    visit.complaints[:] = [words for words in visit.complaints if "status of 40" not in words]
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("?status=latest", "There is no status “latest”"),
        ("?page=abc", "not “abc”"),
        ("?page=9999999", "not “9999999”"),
        ("?page=99999", "There is no page 99,999"),
        ("nowhere", "Nothing lives at this address"),
    ],
)
def test_a_wrong_address_is_answered_in_plain_words_with_a_way_back(visit: Any, path: str, words: str) -> None:
    page = visit.open(path)
    visit.complaints.clear()  # The browser itself remarks on every answer that is not 200.
    expect(page.locator("main")).to_contain_text(words)
    assert "Traceback" not in page.content()
    page.locator(".problem a").click()
    expect(page.locator("#outstanding")).to_be_visible()


@pytest.mark.parametrize(
    ("visit", "name"), [({}, "wide"), (PHONE, "phone"), (DARK, "dark"), (FORCED, "forced")], indirect=["visit"]
)
def test_the_page_can_be_photographed(visit: Any, name: str, tmp_path: Path) -> None:
    picture = tmp_path / f"{name}.png"
    visit.open().screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > SCREENSHOT_BYTES_MIN


def test_the_page_prints_without_its_controls(visit: Any, tmp_path: Path) -> None:
    page = visit.open()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Refresh")).to_be_hidden()
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    expect(page.locator(".invoice-table")).to_be_visible()
    printed = tmp_path / "page.pdf"
    page.pdf(path=printed)
    assert printed.read_bytes().startswith(b"%PDF-")
