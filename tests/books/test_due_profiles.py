"""Every kind of profile by one schedule: bills, expenses and journals are made on their dates and post as any other."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tallystick.books.book import Book
from tallystick.books.change import DOCUMENTS, Change, Kind
from tallystick.books.commands import COMMANDS
from tallystick.books.documents.bill import CreateBill
from tallystick.books.documents.contact import ContactRole, DeactivateContact, DeleteContact
from tallystick.books.documents.expense import ExpenseLineFields
from tallystick.books.documents.journal import JournalState
from tallystick.books.documents.lock import LockPeriod, LockScope, UnlockPeriod
from tallystick.books.documents.recurring_bill import CreateRecurringBill, UpdateRecurringBill
from tallystick.books.documents.recurring_expense import CreateRecurringExpense, UpdateRecurringExpense
from tallystick.books.documents.recurring_invoice import CreateRecurringInvoice
from tallystick.books.documents.recurring_journal import CreateRecurringJournal
from tallystick.books.documents.schedule import Frequency
from tallystick.books.documents.settings import BookSettings, UpdateSettings
from tallystick.books.documents.tax import CreateTax
from tallystick.books.due import RUNS, catch_up
from tallystick.books.lifecycle import RecurringStatus, recurring_status
from tallystick.books.refusal import Reason
from tests.books.company import Company, amounts, line

START = dt.date(2026, 3, 31)


def look(company: Company) -> int:
    return catch_up(company.book, company.now, company.do)


def bills(company: Company, **fields: Any) -> Any:
    vendor = (
        company.book.find_name(Kind.CONTACT, "Landlord") or company.customer("Landlord", role=ContactRole.VENDOR).id
    )
    lines = (line("1", "100", account_id=company.account("Rent Expense")),)
    asked = {"number": "Rent", "frequency": Frequency.MONTHS, "date": START, "contact_id": vendor, "lines": lines}
    return company.do(CreateRecurringBill(**{**asked, **fields}))


def expenses(company: Company, **fields: Any) -> Any:
    lines = (ExpenseLineFields(account_id=company.account("Telephone Expense"), amount=Decimal(30)),)
    asked = {"number": "Phone", "frequency": Frequency.MONTHS, "date": START, "lines": lines}
    return company.do(CreateRecurringExpense(**{**asked, **fields}))


def journals(company: Company, **fields: Any) -> Any:
    lines = company.journal_lines(("Depreciation Expense", "20"), ("Furniture and Equipment", "-20"))
    asked = {"number": "Depreciation", "frequency": Frequency.MONTHS, "date": START, "lines": lines}
    return company.do(CreateRecurringJournal(**{**asked, **fields}))


PROFILES = {
    Kind.RECURRING_BILL: (bills, Kind.BILL),
    Kind.RECURRING_EXPENSE: (expenses, Kind.EXPENSE),
    Kind.RECURRING_JOURNAL: (journals, Kind.JOURNAL),
}
every = pytest.mark.parametrize("kind", PROFILES)


def made(company: Company, kind: Kind) -> list[Any]:
    return list(company.book.table(PROFILES[kind][1]).values())


def act(verb: str, kind: Kind, identity: str) -> Any:
    return COMMANDS[f"{verb}_{kind.value}"](id=identity)  # type: ignore[call-arg]  # each of them has an id


@every
def test_a_profile_makes_what_it_is_for_on_each_date_and_posts_nothing_itself(company: Company, kind: Kind) -> None:
    profile = PROFILES[kind][0](company)
    assert look(company) == 0
    assert company.balances() == {}
    company.at(dt.date(2026, 5, 31))
    assert look(company) == 3
    assert [str(each.date) for each in made(company, kind)] == ["2026-03-31", "2026-04-30", "2026-05-31"]
    assert {each.recurring_id for each in made(company, kind)} == {profile.id}
    schedule = company.book.table(kind)[profile.id].schedule
    assert (schedule.runs, schedule.last_date, schedule.next_date) == (3, dt.date(2026, 5, 31), dt.date(2026, 6, 30))


def test_what_profiles_make_posts_as_what_is_made_by_hand(company: Company) -> None:
    for make, _ in PROFILES.values():
        make(company)
    company.at(START)
    look(company)
    assert company.balances() == amounts(
        Rent_Expense="100",
        Accounts_Payable="-100",
        Telephone_Expense="30",
        Petty_Cash="-30",
        Depreciation_Expense="20",
        Furniture_and_Equipment="-20",
    )


@every
def test_a_stopped_profile_makes_nothing_and_leaves_out_what_it_slept_through(company: Company, kind: Kind) -> None:
    profile = PROFILES[kind][0](company)
    company.do(act("stop", kind, profile.id))
    company.refused(act("stop", kind, profile.id), Reason.WRONG_STATUS)
    company.at(dt.date(2026, 5, 30))
    assert look(company) == 0
    assert recurring_status(company.book.table(kind)[profile.id], company.book.today()) is RecurringStatus.STOPPED
    company.do(act("resume", kind, profile.id))
    company.refused(act("run", kind, profile.id), Reason.NOT_DUE)
    company.at(dt.date(2026, 6, 1))
    assert look(company) == 1
    assert [str(each.date) for each in made(company, kind)] == ["2026-05-31"]


@every
def test_a_profile_expires_with_its_end_and_what_it_made_stays_when_it_is_deleted(company: Company, kind: Kind) -> None:
    profile = PROFILES[kind][0](company, end_date=dt.date(2026, 4, 30))
    company.at(dt.date(2026, 12, 1))
    assert look(company) == 2
    assert recurring_status(company.book.table(kind)[profile.id], company.book.today()) is RecurringStatus.EXPIRED
    company.do(act("delete", kind, profile.id))
    assert len(made(company, kind)) == 2


@every
def test_a_run_that_the_book_refuses_leaves_the_profile_and_goes_on_when_it_may(company: Company, kind: Kind) -> None:
    profile = PROFILES[kind][0](company)
    company.do(LockPeriod(scope=LockScope.ALL, through=dt.date(2026, 4, 15), reason="Filed"))
    company.at(dt.date(2026, 4, 30))
    assert look(company) == 0
    assert company.book.table(kind)[profile.id] == profile
    company.do(UnlockPeriod(scope=LockScope.ALL))
    assert look(company) == 2


def test_a_bill_is_not_entered_for_a_vendor_who_is_inactive(company: Company) -> None:
    profile = bills(company)
    company.do(DeactivateContact(id=profile.contact_id))
    company.at(START)
    assert look(company) == 0
    assert company.book.table(Kind.RECURRING_BILL)[profile.id] == profile
    company.refused(DeleteContact(id=profile.contact_id), Reason.IN_USE)


def test_bills_of_a_profile_carry_its_name_and_a_count_that_the_vendor_has_not_used(company: Company) -> None:
    profile = bills(company)
    lines = (line("1", "5", account_id=company.account("Rent Expense")),)
    company.do(CreateBill(contact_id=profile.contact_id, number="Rent-1", lines=lines))
    company.at(dt.date(2026, 4, 30))
    look(company)
    assert [bill.number for bill in company.book.table(Kind.BILL).values()] == ["Rent-1", "Rent-2", "Rent-3"]


def test_a_journal_may_be_made_as_a_draft(company: Company) -> None:
    journals(company, makes=JournalState.DRAFT)
    company.at(START)
    look(company)
    [journal] = company.book.journals.values()
    assert journal.state is JournalState.DRAFT
    assert company.balances() == {}


def test_a_profile_needs_a_name_of_its_own_and_a_schedule_that_makes_sense(company: Company) -> None:
    profile = bills(company)
    asked = {"contact_id": profile.contact_id, "lines": (line("1", "1", account_id=company.account("Rent Expense")),)}
    company.refused(CreateRecurringBill(frequency=Frequency.DAYS, **asked), Reason.REQUIRED)
    company.refused(CreateRecurringBill(number="rent", frequency=Frequency.DAYS, **asked), Reason.DUPLICATE_NUMBER)
    company.refused(CreateRecurringBill(number="New", **asked), Reason.REQUIRED)
    company.refused(UpdateRecurringBill(id=profile.id, repeat_every=0), Reason.BAD_AMOUNT)
    company.refused(UpdateRecurringBill(id=profile.id, end_date=dt.date(2026, 1, 1)), Reason.DUE_BEFORE_DATE)


def test_a_changed_schedule_goes_on_after_what_has_been_made(company: Company) -> None:
    profile = expenses(company)
    company.at(dt.date(2026, 4, 1))
    look(company)
    company.do(UpdateRecurringExpense(id=profile.id, frequency=Frequency.WEEKS, repeat_every=2))
    company.at(dt.date(2026, 4, 14))
    look(company)
    assert [str(each.date) for each in made(company, Kind.RECURRING_EXPENSE)] == ["2026-03-31", "2026-04-14"]


def test_profiles_go_through_text_and_back(company: Company) -> None:
    for make, _ in PROFILES.values():
        make(company)
    company.at(START)
    look(company)
    restored = Book(BookSettings(), clock=lambda: company.now, ids=iter(()).__next__)
    restored.restore(
        Change(
            change.kind,
            change.id,
            msgspec.json.decode(msgspec.json.encode(change.document), type=DOCUMENTS[change.kind]),
        )
        for change in company.book.changes()
    )
    assert restored.changes() == company.book.changes()
    assert restored.audit() == []


def test_every_kind_of_profile_has_what_runs_it() -> None:
    assert set(RUNS) == {kind for kind in Kind if kind.value.startswith("recurring_")}


def test_with_approvals_on_what_profiles_make_waits_as_a_draft(company: Company) -> None:
    bills(company)
    journals(company)
    fields: dict[str, Any] = {
        "number": "Care",
        "frequency": Frequency.MONTHS,
        "date": START,
        "lines": (line(),),
        "sends": True,
    }
    company.do(CreateRecurringInvoice(contact_id=company.acme.id, **fields))
    company.do(UpdateSettings(approvals_needed=1))
    company.at(START)
    assert look(company) == 3
    made = [*made_of(company, Kind.BILL), *made_of(company, Kind.JOURNAL), *made_of(company, Kind.INVOICE)]
    assert [each.state.value for each in made] == ["draft"] * 3
    assert (company.balances(), company.book.table(Kind.MAIL)) == ({}, {})


def made_of(company: Company, kind: Kind) -> list[Any]:
    return list(company.book.table(kind).values())


def test_a_profile_of_journals_carries_taxes_to_what_it_makes(company: Company) -> None:
    tax = company.do(CreateTax(name="VAT", percentage=Decimal(20)))
    cost, paid = company.journal_lines(("Depreciation Expense", "20"), ("Furniture and Equipment", "-24"))
    profile = journals(company, lines=(msgspec.structs.replace(cost, tax_id=tax.id), paid))
    assert (profile.total, profile.taxes[0].amount) == (24, 4)
    company.at(START)
    assert look(company) == 1
    [journal] = company.book.journals.values()
    assert journal.taxes == profile.taxes
    assert company.balances() == amounts(Depreciation_Expense="20", Furniture_and_Equipment="-24", Tax_Payable="4")


def test_a_profile_of_journals_does_not_make_what_only_approval_makes(company: Company) -> None:
    refused = company.refused(
        CreateRecurringJournal(
            number="Wear",
            frequency=Frequency.MONTHS,
            date=START,
            makes=JournalState.APPROVED,
            lines=company.journal_lines(("Depreciation Expense", "20"), ("Furniture and Equipment", "-20")),
        ),
        Reason.WRONG_STATUS,
    )
    assert refused.field == "makes"
