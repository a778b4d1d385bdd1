"""Due dates by terms: so many days after the date, or the last day of its month or of the next."""

import datetime as dt

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.contact import UpdateContact
from tallystick.books.documents.invoice import UpdateInvoice
from tallystick.books.documents.recurring_invoice import CreateRecurringInvoice
from tallystick.books.documents.schedule import Frequency
from tallystick.books.documents.terms import TermsBasis
from tallystick.books.due import catch_up
from tallystick.books.rules.terms import due_on
from tests.books.company import Company, line


@pytest.mark.parametrize(
    ("date", "basis", "due"),
    [
        ("2026-03-02", TermsBasis.MONTH_END, "2026-03-31"),
        ("2026-03-31", TermsBasis.MONTH_END, "2026-03-31"),
        ("2026-12-15", TermsBasis.MONTH_END, "2026-12-31"),
        ("2026-11-30", TermsBasis.NEXT_MONTH_END, "2026-12-31"),
        ("2026-12-31", TermsBasis.NEXT_MONTH_END, "2027-01-31"),
        ("2028-01-31", TermsBasis.NEXT_MONTH_END, "2028-02-29"),
        ("2026-02-27", TermsBasis.NET, "2026-03-09"),
    ],
)
def test_a_due_date_follows_the_calendar(date: str, basis: TermsBasis, due: str) -> None:
    assert str(due_on(dt.date.fromisoformat(date), 10, basis)) == due


def test_an_invoice_takes_its_customers_terms_and_keeps_them_when_its_date_moves(company: Company) -> None:
    company.do(UpdateContact(id=company.acme.id, terms_basis=TermsBasis.NEXT_MONTH_END))
    invoice = company.invoice()
    assert (str(invoice.due_date), invoice.terms_label) == ("2026-04-30", "Due end of next month")
    moved = company.do(UpdateInvoice(id=invoice.id, date=dt.date(2026, 4, 2)))
    assert (str(moved.due_date), moved.terms_basis) == ("2026-05-31", TermsBasis.NEXT_MONTH_END)
    said = company.do(UpdateInvoice(id=invoice.id, due_date=dt.date(2026, 4, 9)))
    assert (said.terms_days, said.terms_basis, said.terms_label) == (7, TermsBasis.NET, "Custom")
    net = company.do(UpdateInvoice(id=invoice.id, terms_days=30))
    assert (str(net.due_date), net.terms_label) == ("2026-05-02", "Net 30")


def test_what_a_profile_makes_falls_due_by_the_terms_of_the_profile(company: Company) -> None:
    fields = {"number": "Care", "frequency": Frequency.MONTHS, "date": dt.date(2026, 3, 10), "lines": (line(),)}
    company.do(
        CreateRecurringInvoice(contact_id=company.acme.id, terms_basis=TermsBasis.MONTH_END, **fields)  # type: ignore[arg-type]  # as the test names them
    )
    company.at(dt.date(2026, 4, 10))
    catch_up(company.book, company.now, company.do)
    assert [str(each.due_date) for each in company.book.table(Kind.INVOICE).values()] == ["2026-03-31", "2026-04-30"]
