"""Contacts, items, taxes, accounts, users and settings: made, changed, kept apart, removed."""

import datetime as dt

import msgspec
import pytest

from tallystick.books.book import Book
from tallystick.books.change import Kind
from tallystick.books.documents.account import (
    ActivateAccount,
    CreateAccount,
    DeactivateAccount,
    DeleteAccount,
    SystemAccount,
    UpdateAccount,
)
from tallystick.books.documents.contact import (
    ActivateContact,
    Address,
    ContactRole,
    CreateContact,
    DeactivateContact,
    DeleteContact,
    Person,
    UpdateContact,
)
from tallystick.books.documents.invoice import CreateInvoice, DeleteInvoice, UpdateInvoice
from tallystick.books.documents.item import (
    CreateItem,
    DeactivateItem,
    DeleteItem,
    ItemKind,
    UpdateItem,
)
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.settings import BookSettings, OpenBook, UpdateSettings
from tallystick.books.documents.tax import (
    CreateTax,
    CreateTaxGroup,
    DeactivateTax,
    DeleteTax,
    DeleteTaxGroup,
    TaxKind,
    UpdateTax,
    UpdateTaxGroup,
)
from tallystick.books.documents.user import CreateUser, DeleteUser, UpdateUser
from tallystick.books.refusal import Reason, Refused
from tallystick.ledger.account import AccountType
from tests.books.company import Company, D, line


def test_a_new_book_has_the_default_chart(company: Company) -> None:
    accounts = list(company.book.accounts.values())
    assert len(accounts) == 49
    assert {account.system for account in accounts} == set(SystemAccount)
    receivable = company.book.accounts[company.book.system(SystemAccount.RECEIVABLE)]
    assert (receivable.name, receivable.type) == ("Accounts Receivable", AccountType.ACCOUNTS_RECEIVABLE)
    assert company.book.base_currency.code == "USD"
    company.refused(OpenBook(), Reason.ALREADY_OPEN)


def test_names_of_contacts_are_unique_whatever_their_case_and_spaces(company: Company) -> None:
    company.refused(CreateContact(name=" aCME "), Reason.DUPLICATE_NAME)
    other = company.customer("Other")
    assert company.refused(UpdateContact(id=other.id, name="Acme"), Reason.DUPLICATE_NAME).facts["value"] == "Acme"
    assert company.do(UpdateContact(id=other.id, name="OTHER")).name == "OTHER"
    company.do(UpdateSettings(contact_names_folded=False))
    company.refused(CreateContact(name="Acme"), Reason.DUPLICATE_NAME)
    assert company.customer("ACME").name == "ACME"


def test_a_contact_needs_a_name(company: Company) -> None:
    for command in (CreateContact(), CreateContact(name="  "), UpdateContact(id=company.acme.id, name="")):
        assert company.refused(command, Reason.REQUIRED).field == "name"


def test_a_contact_keeps_its_persons_by_their_ids(company: Company) -> None:
    contact = company.customer("Shop", persons=(Person(first_name="Ann"), Person(first_name="Ben")))
    ann, ben = contact.persons
    assert (ann.is_primary, ben.is_primary) == (True, False)
    assert len({ann.id, ben.id, ""}) == 3
    changed = company.do(
        UpdateContact(id=contact.id, persons=(ann, msgspec.structs.replace(ben, is_primary=True, email="b@x.org")))
    )
    # Two claim to be primary: the first one who does is.
    assert [person.is_primary for person in changed.persons] == [True, False]
    assert [person.id for person in changed.persons] == [ann.id, ben.id]
    stranger = (Person(id="999", first_name="Eve"),)
    company.refused(UpdateContact(id=contact.id, persons=stranger), Reason.UNKNOWN_ID)
    company.refused(UpdateContact(id=contact.id, persons=(ann, ann)), Reason.UNKNOWN_ID)


def test_an_address_keeps_its_id_when_it_changes(company: Company) -> None:
    contact = company.customer("Shop", billing_address=Address(city="Leeds"))
    changed = company.do(UpdateContact(id=contact.id, billing_address=Address(city="York")))
    assert changed.billing_address == Address(id=contact.billing_address.id, city="York")
    assert changed.billing_address.id != changed.shipping_address.id


@pytest.mark.parametrize(
    ("command", "reason", "field"),
    [
        (CreateContact(name="X", currency_id="999"), Reason.UNKNOWN_ID, "currency_id"),
        (CreateContact(name="X", tax_id="999"), Reason.UNKNOWN_ID, "tax_id"),
        (CreateContact(name="X", terms_days=-1), Reason.BAD_AMOUNT, "terms_days"),
        (CreateContact(name="X", terms_days=3651), Reason.BAD_AMOUNT, "terms_days"),
        (CreateContact(name="X", credit_limit=D(-1)), Reason.NEGATIVE_AMOUNT, "credit_limit"),
    ],
)
def test_a_contact_that_makes_no_sense_is_refused(
    company: Company, command: CreateContact, reason: Reason, field: str
) -> None:
    assert company.refused(command, reason).field == field


def test_a_contact_with_documents_keeps_its_currency_role_and_place(company: Company) -> None:
    invoice = company.draft()
    company.refused(DeleteContact(id=company.acme.id), Reason.IN_USE)
    company.refused(UpdateContact(id=company.acme.id, currency_id=company.currency("EUR")), Reason.IN_USE)
    company.refused(UpdateContact(id=company.acme.id, role=ContactRole.VENDOR), Reason.IN_USE)
    company.do(DeleteInvoice(id=invoice.id))
    company.do(DeleteContact(id=company.acme.id))
    assert company.book.contacts == {}
    company.refused(DeleteContact(id=company.acme.id), Reason.UNKNOWN_ID)


def test_an_inactive_contact_is_in_no_new_document_but_stays_in_old_ones(company: Company) -> None:
    invoice = company.draft()
    company.do(DeactivateContact(id=company.acme.id))
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line(),)), Reason.INACTIVE)
    assert company.do(UpdateInvoice(id=invoice.id, notes="still theirs")).notes == "still theirs"
    company.do(ActivateContact(id=company.acme.id))
    company.draft()


def test_a_vendor_is_not_invoiced(company: Company) -> None:
    vendor = company.customer("Supplier", role=ContactRole.VENDOR)
    company.refused(CreateInvoice(contact_id=vendor.id, lines=(line(),)), Reason.WRONG_ROLE)


def test_terms_of_the_contact_make_the_due_date(company: Company) -> None:
    customer = company.customer("Net 30", terms_days=30)
    assert customer.terms_label == "Net 30"
    invoice = company.draft(contact_id=customer.id, date=dt.date(2026, 1, 31))
    assert (invoice.due_date, invoice.terms_days, invoice.terms_label) == (dt.date(2026, 3, 2), 30, "Net 30")
    moved = company.do(UpdateInvoice(id=invoice.id, date=dt.date(2026, 2, 1)))
    assert moved.due_date == dt.date(2026, 3, 3)
    said = company.do(UpdateInvoice(id=invoice.id, due_date=dt.date(2026, 2, 11)))
    assert (said.terms_days, said.terms_label) == (10, "Custom")
    company.refused(UpdateInvoice(id=invoice.id, due_date=dt.date(2026, 1, 31)), Reason.DUE_BEFORE_DATE)
    company.refused(UpdateInvoice(id=invoice.id, date=dt.date(2199, 12, 31), terms_days=1), Reason.DATE_OUT_OF_RANGE)


def test_an_item_fills_in_what_a_line_does_not_say(company: Company) -> None:
    tax, interest = company.tax("20"), company.account("Interest Income")
    item = company.do(
        CreateItem(name="Lamp", description="Brass", unit="pc", rate=D("9.50"), tax_id=tax, account_id=interest)
    )
    filled, said = company.draft(
        LineFields(item_id=item.id, quantity=D(2)),
        LineFields(item_id=item.id, rate=D(0), tax_id="", description="", name="Gift"),
    ).lines
    assert (filled.name, filled.description, filled.unit, filled.account_id) == ("Lamp", "Brass", "pc", interest)
    assert (filled.amount, filled.tax_amount, filled.tax_name) == (D("19.00"), D("3.80"), "Tax 20 simple")
    assert (said.name, said.description, said.amount, said.tax_amount) == ("Gift", "", D(0), D(0))


def test_items_are_unique_by_sku_and_if_wanted_by_name(company: Company) -> None:
    company.do(CreateItem(name="Lamp", sku="L1"))
    company.refused(CreateItem(name="Lamp"), Reason.DUPLICATE_NAME)
    company.refused(CreateItem(name="Lamp 2", sku="l1"), Reason.DUPLICATE_CODE)
    company.do(UpdateSettings(item_names_unique=False))
    again = company.do(CreateItem(name="Lamp", sku="L2"))
    assert company.book.find(Kind.ITEM, "sku", "L2") == again.id
    assert company.do(UpdateItem(id=again.id, rate=D(3))).rate == D(3)


def test_an_item_in_use_stays_and_an_inactive_one_is_not_sold(company: Company) -> None:
    item = company.do(CreateItem(name="Lamp", rate=D(1)))
    bought = company.do(CreateItem(name="Bulb", kind=ItemKind.PURCHASES))
    company.draft(LineFields(item_id=item.id))
    company.refused(DeleteItem(id=item.id), Reason.IN_USE)
    company.do(DeactivateItem(id=item.id))
    for item_id, reason in ((item.id, Reason.INACTIVE), (bought.id, Reason.WRONG_ROLE), ("999", Reason.UNKNOWN_ID)):
        asked = CreateInvoice(contact_id=company.acme.id, lines=(LineFields(item_id=item_id),))
        assert company.refused(asked, reason).field == "lines[0].item_id"
    company.do(DeleteItem(id=bought.id))


def test_taxes_and_groups_share_their_names(company: Company) -> None:
    nine = company.tax("9", name="Nine")
    company.refused(CreateTaxGroup(name="nine", tax_ids=(nine,)), Reason.DUPLICATE_NAME)
    group = company.do(CreateTaxGroup(name="Group", tax_ids=(nine,)))
    company.refused(CreateTax(name="group", percentage=D(1)), Reason.DUPLICATE_NAME)
    company.refused(UpdateTaxGroup(id=group.id, tax_ids=()), Reason.REQUIRED)
    company.refused(UpdateTaxGroup(id=group.id, tax_ids=(nine, nine)), Reason.DUPLICATE_NAME)
    company.refused(UpdateTaxGroup(id=group.id, tax_ids=("999",)), Reason.UNKNOWN_ID)


def test_a_groups_percentage_follows_its_taxes_compounding_included(company: Company) -> None:
    five, ten = company.tax("5"), company.tax("10", kind=TaxKind.COMPOUND)
    group = company.do(CreateTaxGroup(name="Both", tax_ids=(five, ten)))
    assert group.percentage == D("15.5")
    company.do(UpdateTax(id=five, percentage=D(20)))
    assert company.book.tax_groups[group.id].percentage == D(32)


@pytest.mark.parametrize("percentage", ["-1", "100.01"])
def test_an_impossible_percentage_is_refused(company: Company, percentage: str) -> None:
    company.refused(CreateTax(name="Odd", percentage=D(percentage)), Reason.BAD_PERCENTAGE)


def test_a_tax_in_use_stays_and_documents_keep_the_percentage_they_had(company: Company) -> None:
    tax = company.tax("20")
    group = company.tax_group(tax)
    invoice = company.invoice(line("1", "100", tax_id=tax))
    company.do(DeleteTaxGroup(id=group))
    company.refused(DeleteTax(id=tax), Reason.IN_USE)
    company.do(UpdateTax(id=tax, percentage=D(25)))
    assert company.book.invoices[invoice.id].totals.tax == D(20)
    company.do(DeactivateTax(id=tax))
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line(tax_id=tax),)), Reason.INACTIVE)
    company.do(DeleteInvoice(id=invoice.id))
    company.do(DeleteTax(id=tax))


def test_accounts_are_made_and_nested_within_their_class(company: Company) -> None:
    shop = company.do(
        CreateAccount(name="Shop", type=AccountType.INCOME, parent_id=company.account("Sales"), code="4001")
    )
    assert shop.user_made
    company.refused(CreateAccount(name="shop", type=AccountType.INCOME), Reason.DUPLICATE_NAME)
    company.refused(CreateAccount(name="Till", type=AccountType.CASH, code="4001"), Reason.DUPLICATE_CODE)
    company.refused(
        CreateAccount(name="Till", type=AccountType.CASH, parent_id=company.account("Sales")), Reason.ACCOUNT_TYPE
    )
    company.refused(UpdateAccount(id=shop.id, parent_id=shop.id), Reason.ACCOUNT_TYPE)
    company.refused(UpdateAccount(id=company.account("Sales"), parent_id=shop.id), Reason.ACCOUNT_TYPE)
    company.refused(CreateAccount(name="Till"), Reason.REQUIRED)


def test_an_account_in_use_keeps_its_class_and_place(company: Company) -> None:
    shop = company.do(CreateAccount(name="Shop", type=AccountType.INCOME))
    invoice = company.draft(line(account_id=shop.id))
    company.refused(DeleteAccount(id=shop.id), Reason.IN_USE)
    company.refused(UpdateAccount(id=shop.id, type=AccountType.EXPENSE), Reason.IN_USE)
    assert company.do(UpdateAccount(id=shop.id, type=AccountType.OTHER_INCOME)).type is AccountType.OTHER_INCOME
    company.do(DeactivateAccount(id=shop.id))
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line(account_id=shop.id),)), Reason.INACTIVE)
    company.do(ActivateAccount(id=shop.id))
    company.do(DeleteInvoice(id=invoice.id))
    company.do(DeleteAccount(id=shop.id))


def test_accounts_the_book_posts_to_are_neither_removed_nor_put_away(company: Company) -> None:
    sales = company.account("Sales")
    for command in (DeleteAccount(id=sales), DeactivateAccount(id=sales)):
        company.refused(command, Reason.SYSTEM_RECORD)
    company.refused(UpdateAccount(id=sales, type=AccountType.EXPENSE), Reason.SYSTEM_RECORD)
    assert company.do(UpdateAccount(id=sales, name="Turnover")).name == "Turnover"


def test_a_line_does_not_post_to_a_control_account(company: Company) -> None:
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line(account_id=company.account("Accounts Receivable")),))
    assert company.refused(asked, Reason.ACCOUNT_TYPE).field == "lines[0].account_id"


def test_users_are_unique_by_their_address(company: Company) -> None:
    ann = company.do(CreateUser(name="Ann", email="ann@example.com"))
    company.refused(CreateUser(name="Other", email="ANN@example.com"), Reason.DUPLICATE_NAME)
    company.refused(UpdateUser(id=ann.id, email=""), Reason.REQUIRED)
    assert company.do(UpdateUser(id=ann.id, role="admin")).role == "admin"
    company.do(DeleteUser(id=ann.id))


def test_documents_say_who_made_and_changed_them_and_when(company: Company) -> None:
    contact = company.do(CreateContact(name="Shop", user_id="7"))
    made = company.now
    company.at(dt.date(2026, 3, 9))
    changed = company.do(UpdateContact(id=contact.id, notes="good payer", user_id="8"))
    assert (changed.created_at, changed.created_by) == (made, "7")
    assert (changed.modified_at, changed.modified_by) == (company.now, "8")


def test_the_day_is_the_organisations(company: Company) -> None:
    company.do(UpdateSettings(time_zone="Pacific/Auckland"))
    company.now = dt.datetime(2026, 3, 2, 23, 30, tzinfo=dt.UTC)
    assert company.draft().date == company.book.today() == dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (UpdateSettings(time_zone="Mars/Olympus"), "time_zone"),
        (UpdateSettings(fiscal_year_start_month=13), "fiscal_year_start_month"),
        (UpdateSettings(lines_max=0), "lines_max"),
        (UpdateSettings(round_off_increment=D(0)), "round_off_increment"),
    ],
)
def test_settings_that_make_no_sense_are_refused(company: Company, command: UpdateSettings, field: str) -> None:
    with pytest.raises(Refused) as caught:
        company.book.execute(command)
    assert caught.value.field == field
    assert getattr(company.book.settings, field) == getattr(BookSettings(), field)


def test_a_book_in_an_unknown_currency_does_not_open() -> None:
    book = Book(
        BookSettings(base_currency="XXX"), clock=lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC), ids=iter("1").__next__
    )
    with pytest.raises(Refused) as caught:
        book.execute(OpenBook())
    assert caught.value.field == "base_currency"
    assert book.accounts == {}
