"""The company that is shipped: small, attributed, balanced, and with something true on every screen."""

import lzma
import re
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tallystick.books.book import Book
from tallystick.books.lifecycle import CreditNoteStatus, InvoiceStatus, credit_note_status, invoice_status
from tallystick.sandbox.clock import Clock
from tallystick.sandbox.company import Company
from tallystick.sandbox.founding import carry_out, found_company
from tools import build_demo_company, retail

TODAY = date(2011, 12, 9)
SIX_MONTHS = [f"2011-{month:02}" for month in range(7, 13)]


@pytest.fixture(scope="module")
def book() -> Book:
    organization, ends = found_company(Company(build_demo_company.FILE), Clock())
    assert ends.date() == TODAY
    return organization.book


def test_it_is_small_and_says_where_it_comes_from() -> None:
    assert build_demo_company.FILE.stat().st_size <= 400_000
    header = Company(build_demo_company.FILE).header
    assert "Chen, D. (2015)" in header.attribution
    assert "CC BY 4.0" in header.attribution
    assert "Chen, D. (2015)" in (build_demo_company.FILE.parent / "README.md").read_text()


@pytest.mark.parametrize("built_on", [None, date(2026, 11, 23), date(2024, 2, 29)])
def test_its_packing_is_what_its_commands_lead_to(built_on: date | None) -> None:
    """When this fails the books make other records of the same commands: `python tools/pack_company.py` packs them anew."""
    clocks = Clock(), Clock()
    packed, packed_ends = found_company(Company(build_demo_company.FILE, built_on=built_on), clocks[0])
    carried_out, ends = carry_out(Company(build_demo_company.FILE, built_on=built_on), clocks[1])
    assert packed.rows() == carried_out.rows()
    assert (packed_ends, clocks[0].now()) == (ends, clocks[1].now())
    assert packed.book.audit() == []


def test_the_books_balance_and_the_control_account_is_what_customers_owe(book: Book) -> None:
    balance = book.trial_balance()
    assert balance.debit == balance.credit > 0
    receivable = next(row for row in balance.rows if row.account.name == "Accounts Receivable")
    owed = sum((invoice.balance for invoice in book.invoices.values() if invoice.state == "sent"), Decimal(0))
    credit = sum((note.balance for note in book.credit_notes.values()), Decimal(0))
    assert receivable.debit - receivable.credit == owed - credit


def test_about_sixty_customers_of_several_countries_trade_over_thirteen_months(book: Book) -> None:
    countries = Counter(contact.billing_address.country for contact in book.contacts.values())
    documents = [*book.invoices.values(), *book.credit_notes.values()]
    assert 55 <= len(book.contacts) <= 65
    assert len(countries) >= 9
    assert 600 <= len(documents) <= 1_200
    assert len({document.date.strftime("%Y-%m") for document in documents}) == 13
    assert max(document.date for document in documents) == TODAY


def test_every_status_is_there(book: Book) -> None:
    invoices = Counter(invoice_status(invoice, TODAY) for invoice in book.invoices.values())
    wanted = {"draft", "sent", "overdue", "partially_paid", "paid", "void"}
    assert {InvoiceStatus(name) for name in wanted} <= invoices.keys()
    notes = Counter(credit_note_status(note) for note in book.credit_notes.values())
    assert {CreditNoteStatus("open"), CreditNoteStatus("closed")} <= notes.keys()
    assert any(payment.unused for payment in book.payments.values())
    assert any(note.refunds for note in book.credit_notes.values())
    assert any(invoice.write_off for invoice in book.invoices.values())


def test_overdue_invoices_are_of_every_age(book: Book) -> None:
    late = [TODAY - row.due_date for row in book.invoices.values() if row.balance and row.due_date < TODAY]
    ages = Counter(min((each - timedelta(days=1)) // timedelta(days=30), 3) for each in late)
    assert len(late) >= 20
    assert all(ages[age] for age in range(4))


def test_each_of_the_last_six_months_invoices_and_collects(book: Book) -> None:
    invoiced: Counter[str] = Counter()
    collected: Counter[str] = Counter()
    for invoice in book.invoices.values():
        invoiced[invoice.date.strftime("%Y-%m")] += int(invoice.totals.total)
    for payment in book.payments.values():
        collected[payment.date.strftime("%Y-%m")] += int(payment.amount)
    assert all(invoiced[month] > 5_000 and collected[month] > 5_000 for month in SIX_MONTHS)


def test_people_and_addresses_are_plainly_invented(book: Book) -> None:
    for contact in book.contacts.values():
        assert contact.website.endswith(".example")
        assert [person.email.endswith(".example") for person in contact.persons] == [True]
        assert contact.billing_address.country_code


def test_nothing_happens_after_the_last_day_and_nothing_is_paid_at_a_weekend(demo_lines: list[dict[str, Any]]) -> None:
    times = [datetime.fromisoformat(line["at"]) for line in demo_lines[1:]]
    assert times == sorted(times)
    assert times[-1].date() == TODAY
    paid = [date.fromisoformat(line["date"]) for line in demo_lines[1:] if line["command"] == "create_payment"]
    assert {day.weekday() for day in paid} <= set(range(5))


def test_no_text_names_a_year_because_dates_move(demo_lines: list[dict[str, Any]]) -> None:
    dated = ("at", "date", "due_date")
    for line in demo_lines[1:]:
        texts = [value for key, value in line.items() if isinstance(value, str) and key not in dated]
        assert not [text for text in texts if re.search(r"\b201[01]\b", text)], line


def test_the_shipped_file_is_what_the_data_set_gives(whole: list[retail.Document]) -> None:
    packed = build_demo_company.packed(build_demo_company.build(whole))
    assert lzma.decompress(packed) == lzma.decompress(build_demo_company.FILE.read_bytes())


def test_every_document_in_it_has_the_total_it_has_in_the_data_set(whole: list[retail.Document], book: Book) -> None:
    totals = {document.number: document.total for document in whole}
    for invoice in book.invoices.values():
        assert invoice.totals.total == totals[invoice.number]
    for note in book.credit_notes.values():
        assert -note.totals.total == totals[note.number]
