"""The invoice page over a mirror filled by hand."""

import asyncio
import datetime as dt
import re
import threading
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

from tallystick.mirror import Mirror
from tallystick.model.errors import VendorUnavailable
from tallystick.model.invoice import InvoiceStatus
from tallystick.sync import Report, StreamReport

TODAY = dt.date(2026, 11, 24)


def days(count: int) -> dt.date:
    """A day so many days from today."""
    return TODAY + dt.timedelta(days=count)


def report(*errors: str, finished: bool = True) -> Report:
    streams = tuple(StreamReport("invoices", (), 1, 0, 0, 0, 0, 0, finished=False, error=error) for error in errors)
    return Report(calls=40, rows=0, created=0, updated=0, deleted=0, quarantined=0, finished=finished, streams=streams)


class Page(HTMLParser):
    """The texts of a page by the id or class of what holds them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.texts: dict[str, str] = {}
        self._names: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"meta", "link", "img", "input", "line"}:
            return
        given = dict(attrs)
        self._names.append([*(given.get("class") or "").split(), given.get("id") or "", tag])
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if self._names and tag == self._names[-1][-1]:
            self._names.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self.rows and any("td" in names or "th" in names for names in self._names):
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
        for name in {name for names in self._names for name in names if name}:
            self.texts[name] = f"{self.texts.get(name, '')} {text}".strip()


def listed(html: str) -> list[list[str]]:
    """The rows of the invoice list; it is the only table with eight columns."""
    return [row for row in Page(html).rows if len(row) == 8][1:]


def fill(ledger: Any) -> None:
    ledger.invoice("R-1", "119.00", due=days(-40))
    ledger.invoice("R-2", "200.00", due=days(-1), balance="50.00", status=InvoiceStatus.PARTIALLY_PAID)
    ledger.invoice("R-3", "80.00", due=days(0), customer="Bert <b>Bauer</b>")
    ledger.invoice("R-4", "70.00", due=days(10), balance="20.50", status=InvoiceStatus.PARTIALLY_PAID)
    ledger.invoice("R-5", "999.00", due=days(-90), balance="0", status=InvoiceStatus.PAID)
    ledger.invoice("R-6", "5000.00", due=days(-9), status=InvoiceStatus.DRAFT)
    ledger.invoice("R-7", "6000.00", due=days(-9), balance="0", status=InvoiceStatus.VOID)
    ledger.finish()


def test_unpaid_invoices_stand_by_due_date_with_days_overdue_of_the_companys_own_day(ledger: Any, reader: Any) -> None:
    fill(ledger)
    answer = reader.get("/")
    assert answer.status_code == 200
    assert listed(answer.text) == [
        ["15 Oct 2026", "40", "R-1", "Anna Adler", "1 Sep 2026", "Overdue", "€119.00", "€119.00"],
        ["23 Nov 2026", "1", "R-2", "Anna Adler", "1 Sep 2026", "Overdue", "€200.00", "€50.00"],
        ["24 Nov 2026", "–", "R-3", "Bert <b>Bauer</b>", "1 Sep 2026", "Open", "€80.00", "€80.00"],
        ["4 Dec 2026", "–", "R-4", "Anna Adler", "1 Sep 2026", "Partly paid", "€70.00", "€20.50"],
    ]


def test_outstanding_and_overdue_leave_out_drafts_voids_and_what_is_paid(ledger: Any, reader: Any) -> None:
    fill(ledger)
    texts = Page(reader.get("/").text).texts
    assert (texts["outstanding"], texts["overdue"]) == ("€269.50", "€169.00")


def test_what_is_outstanding_is_split_by_days_overdue(ledger: Any, reader: Any) -> None:
    fill(ledger)
    rows = Page(reader.get("/").text).rows
    amounts = dict(zip(rows[0], rows[1], strict=True))
    assert amounts == {
        "Not yet due": "€100.50 2 invoices",
        "1–30 days": "€50.00 1 invoice",
        "31–60 days": "€119.00 1 invoice",
        "61–90 days": "€0.00 0 invoices",
        "Over 90 days": "€0.00 0 invoices",
    }


@pytest.mark.parametrize(
    ("status", "numbers"),
    [
        ("unpaid", ["R-1", "R-2", "R-3", "R-4"]),
        ("overdue", ["R-1", "R-2"]),
        ("open", ["R-3"]),
        ("partially_paid", ["R-4"]),
        ("paid", ["R-5"]),
        ("draft", ["R-6"]),
        ("void", ["R-7"]),
        ("all", ["R-5", "R-1", "R-6", "R-7", "R-2", "R-3", "R-4"]),
    ],
)
def test_the_filter_lets_through_what_it_names(ledger: Any, reader: Any, status: str, numbers: list[str]) -> None:
    fill(ledger)
    assert [row[2] for row in listed(reader.get(f"/invoices?status={status}").text)] == numbers


def test_the_newest_can_come_first_and_a_search_narrows_the_list(ledger: Any, reader: Any) -> None:
    fill(ledger)
    assert [row[2] for row in listed(reader.get("/?order=newest").text)] == ["R-4", "R-3", "R-2", "R-1"]
    assert [row[2] for row in listed(reader.get("/?search=BAUER").text)] == ["R-3"]
    assert "No unpaid invoices matching “100%”." in reader.get("/?search=100%25").text


def test_six_months_of_invoiced_and_collected_stand_in_a_table_and_in_bars(ledger: Any, reader: Any) -> None:
    ledger.invoice("R-1", "100.00", due=days(0), issued=dt.date(2026, 6, 1))
    ledger.invoice("R-2", "40.00", due=days(0), issued=dt.date(2026, 11, 24))
    ledger.invoice("R-3", "7.00", due=days(0), issued=dt.date(2026, 5, 31))
    ledger.invoice("R-4", "9.00", due=days(0), issued=dt.date(2026, 11, 1), status=InvoiceStatus.DRAFT)
    ledger.credit_note("G-1", "130.00", issued=dt.date(2026, 9, 30))
    ledger.payment("Z-1", "60.00", paid=dt.date(2026, 10, 2))
    ledger.finish()
    html = reader.get("/").text
    rows = [row for row in Page(html).rows if len(row) == 3]
    assert rows == [
        ["Month", "Invoiced", "Collected"],
        ["June 2026", "€100.00", "€0.00"],
        ["July 2026", "€0.00", "€0.00"],
        ["August 2026", "€0.00", "€0.00"],
        ["September 2026", "−€130.00", "€0.00"],
        ["October 2026", "€0.00", "€60.00"],
        ["November 2026 so far", "€40.00", "€0.00"],
        ["Total", "€10.00", "€60.00"],
    ]
    drawn = [Decimal(amount) for amount in re.findall(r'chart-invoiced"[^>]*data-amount="([^"]*)"', html)]
    assert drawn == [100, 0, 0, -130, 0, 40] * 2


def test_many_invoices_come_in_pages_that_lead_to_each_other(ledger: Any, reader: Any) -> None:
    for number in range(60):
        ledger.invoice(f"R-{number:02}", "1.00", due=days(-number))
    ledger.finish()
    first, last = reader.get("/?status=overdue"), reader.get("/?status=overdue&page=3")
    assert "1–25 of 59, by due date" in first.text
    assert 'rel="next" href="/?status=overdue&amp;page=2#invoices-heading"' in first.text
    assert 'rel="prev"' not in first.text
    assert "51–59 of 59, by due date" in last.text
    assert 'rel="next"' not in last.text
    assert len(listed(last.text)) == 9


def test_a_page_past_the_end_leads_to_the_last_one(ledger: Any, reader: Any) -> None:
    fill(ledger)
    answer = reader.get("/?status=overdue&page=7")
    assert answer.status_code == 404
    assert "There is no page 7; this list ends at page 1." in answer.text
    assert 'href="/?status=overdue"' in answer.text


def test_wrong_values_are_told_together_and_stay_text(ledger: Any, reader: Any) -> None:
    fill(ledger)
    answer = reader.get("/?status=<script>&page=x")
    assert answer.status_code == 400
    assert "There is no status “&lt;script&gt;”" in answer.text
    assert "not “x”" in answer.text
    assert "<script" not in answer.text


def test_no_invoices_at_all_is_a_page_too(ledger: Any, reader: Any) -> None:
    ledger.finish()
    html = reader.get("/").text
    assert "No unpaid invoices." in html
    assert "Nothing invoiced or collected in these months" in html
    assert Page(html).texts["outstanding"] == "€0.00"


def test_an_amount_in_another_currency_keeps_its_own_and_is_in_no_sum_without_a_rate(ledger: Any, reader: Any) -> None:
    ledger.invoice("R-1", "10.00", due=days(1))
    ledger.invoice("R-2", "5000", due=days(2), currency="JPY")
    ledger.finish()
    html = reader.get("/").text
    assert [row[7] for row in listed(html)] == ["€10.00", "¥5,000"]
    assert Page(html).texts["outstanding"] == "€10.00"
    assert "1 unpaid invoice in another currency has no exchange rate" in html


def test_the_page_says_how_old_it_is_in_the_companys_own_time(ledger: Any, reader: Any) -> None:
    fill(ledger)
    assert "24 Nov 2026, 00:25 CET" in reader.get("/").text


def test_a_mirror_that_was_never_filled_says_so(mirror: Mirror, reader: Any) -> None:
    assert mirror.company() is None
    answer = reader.get("/")
    assert answer.status_code == 503
    assert "have not been read yet" in answer.text


def test_addresses_that_lead_nowhere_are_answered_in_plain_words(reader: Any) -> None:
    for path, status in (("/nowhere", 404), ("/static/none.css", 404), ("/schema", 404), ("/refresh", 405)):
        answer = reader.get(path)
        assert answer.status_code == status
        assert "Go to the invoices" in answer.text
        assert "content-security-policy" in answer.headers


def test_a_mistake_of_ours_shows_no_traceback(ledger: Any, reader: Any, mirror: Mirror) -> None:
    fill(ledger)
    mirror.close()
    answer = reader.get("/")
    assert answer.status_code == 500
    assert "The mistake is ours" in answer.text
    assert "Traceback" not in answer.text
    assert "sqlite" not in answer.text.lower()


def test_the_footer_credits_the_data_and_escapes_it(ledger: Any, reader: Any) -> None:
    fill(ledger)
    assert "Data: Somebody &lt;else&gt;" in reader.get("/").text


def test_the_style_sheet_and_the_mark_come_with_the_page_and_may_be_kept(ledger: Any, reader: Any) -> None:
    fill(ledger)
    addresses = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', reader.get("/").text))
    kinds = {reader.get(address).headers["content-type"] for address in addresses}
    assert kinds == {"text/css; charset=utf-8", "image/svg+xml"}
    assert all("immutable" in reader.get(address).headers["cache-control"] for address in addresses)


def test_a_refresh_brings_what_is_new_and_returns_to_the_same_list(ledger: Any, reading: Any) -> None:
    fill(ledger)

    def bring() -> Report:
        ledger.invoice("R-8", "1.00", due=days(-2))
        return report()

    reader = reading(bring)
    answer = reader.ask("POST", "/refresh?status=overdue&page=2")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?status=overdue")
    assert [row[2] for row in listed(reader.get("/?status=overdue").text)] == ["R-1", "R-8", "R-2"]


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (VendorUnavailable("no route", vendor="Zoho Books"), 502, "no route"),
        (RuntimeError("secret detail"), 500, "The mistake is ours"),
    ],
)
def test_a_refresh_that_fails_says_why_and_the_old_figures_stay(
    ledger: Any, reading: Any, error: Exception, status: int, words: str
) -> None:
    def failing() -> Report:
        raise error

    fill(ledger)
    reader = reading(failing)
    answer = reader.ask("POST", "/refresh")
    assert answer.status_code == status
    assert words in answer.text
    assert "secret detail" not in answer.text
    assert reader.get("/").status_code == 200


@pytest.mark.parametrize(
    ("brought", "words"),
    [
        (
            report("The minute is spent.", "The minute is spent.", finished=False),
            "<li>The minute is spent.</li><li>What",
        ),
        (report(finished=False), "This refresh spent the 40 calls it may spend."),
    ],
)
def test_a_refresh_that_stops_early_says_why_and_how_to_go_on(
    ledger: Any, reading: Any, brought: Report, words: str
) -> None:
    fill(ledger)
    answer = reading(lambda: brought).ask("POST", "/refresh")
    assert answer.status_code == 503
    assert words in answer.text
    assert "press Refresh again" in answer.text


def test_a_second_refresh_waits_for_nobody(ledger: Any, reading: Any) -> None:
    fill(ledger)
    started, may_end = threading.Event(), threading.Event()

    def slow() -> Report:
        started.set()
        assert may_end.wait(10)
        return report()

    async def both(reader: Any) -> list[int]:
        first = asyncio.create_task(reader.asking("POST", "/refresh"))
        await asyncio.to_thread(started.wait, 10)
        second = await reader.asking("POST", "/refresh")
        meanwhile = await reader.asking("GET", "/")
        may_end.set()
        return [second.status_code, meanwhile.status_code, (await first).status_code]

    assert asyncio.run(both(reading(slow))) == [409, 200, 303]
