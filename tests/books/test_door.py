"""What is refused before any rule is asked: wrong types, no numbers, dates nobody means, too much of anything."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from tallystick.books.commands import COMMANDS, Batch
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.contact import CreateContact
from tallystick.books.documents.document import Command
from tallystick.books.documents.invoice import CreateInvoice
from tallystick.books.documents.journal import CreateJournal, UpdateJournal
from tallystick.books.documents.lock import LockScope
from tallystick.books.documents.payment import CreatePayment
from tallystick.books.door import TEXT_LENGTH_MAX, check_values
from tallystick.books.refusal import Reason
from tallystick.books.rules import RULES
from tests.books.company import Company, D, line


def test_every_command_has_a_rule_and_a_name() -> None:
    assert set(RULES) == {*COMMANDS.values(), Batch}
    assert COMMANDS["create_invoice"] is CreateInvoice
    for name, command in COMMANDS.items():
        assert command.__struct_config__.tag == name


@pytest.mark.parametrize(
    ("command", "reason", "field"),
    [
        (CreatePayment(amount=D("NaN")), Reason.BAD_AMOUNT, "amount"),
        (CreatePayment(amount=D("sNaN")), Reason.BAD_AMOUNT, "amount"),
        (CreatePayment(amount=D("-Infinity")), Reason.BAD_AMOUNT, "amount"),
        (CreatePayment(amount=D("1e30")), Reason.BAD_AMOUNT, "amount"),
        (CreatePayment(amount=D("1000000000000000")), Reason.BAD_AMOUNT, "amount"),
        (CreatePayment(amount=D("0.0000000000001")), Reason.TOO_MANY_DECIMALS, "amount"),
        (CreatePayment(amount=5), Reason.WRONG_TYPE, "amount"),  # type: ignore[arg-type]  # on purpose
        (CreatePayment(amount=1.5), Reason.WRONG_TYPE, "amount"),  # type: ignore[arg-type]  # on purpose
        (CreatePayment(date=dt.date(1899, 12, 31)), Reason.DATE_OUT_OF_RANGE, "date"),
        (CreatePayment(date=dt.date(2200, 1, 1)), Reason.DATE_OUT_OF_RANGE, "date"),
        (CreatePayment(date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), Reason.WRONG_TYPE, "date"),
        (CreatePayment(reference=None), Reason.WRONG_TYPE, "reference"),  # type: ignore[arg-type]  # on purpose
        (CreateContact(name="\ud800"), Reason.WRONG_TYPE, "name"),
        (CreateContact(name="x" * (TEXT_LENGTH_MAX + 1)), Reason.TOO_LONG, "name"),
        (CreateContact(terms_days=10**15), Reason.BAD_AMOUNT, "terms_days"),
        (CreateContact(terms_days=True), Reason.WRONG_TYPE, "terms_days"),
        (CreateContact(role="customer"), Reason.WRONG_TYPE, "role"),  # type: ignore[arg-type]  # on purpose
        (CreateInvoice(tax_inclusive=1), Reason.WRONG_TYPE, "tax_inclusive"),  # type: ignore[arg-type]  # on purpose
        (CreateInvoice(lines=(line("Infinity"),)), Reason.BAD_AMOUNT, "lines[0].quantity"),
        (CreateInvoice(lines=(line(), line("1", "1", discount="NaN%"))), Reason.BAD_AMOUNT, "lines[1].discount.value"),
        (CreateInvoice(lines=(line(),) * 10_001), Reason.TOO_MANY_PARTS, "lines"),
        (CreateInvoice(lines=[line()]), Reason.WRONG_TYPE, "lines"),  # type: ignore[arg-type]  # on purpose
        (CreateInvoice(lines=("line",)), Reason.WRONG_TYPE, "lines[0]"),  # type: ignore[arg-type]  # on purpose
        (Batch(commands=(CreatePayment(amount=D("NaN")),)), Reason.BAD_AMOUNT, "commands[0].amount"),
    ],
    ids=str,
)
def test_what_no_book_can_hold_is_refused_at_the_door(
    company: Company, command: Command, reason: Reason, field: str
) -> None:
    assert company.refused(command, reason).field == field


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_door_knows_every_field_of_every_command(command: type[Command]) -> None:
    day = dt.date(2026, 3, 2)
    lists: dict[str, Any] = dict.fromkeys(("applications", "lines", "rule_ids", "sources", "to"), ())
    blanks: dict[str, Any] = {"amount": D(1), "rate": D(1), "exchange_rate": D(1), "date": day, "through": day, **lists}
    blanks |= {"scope": LockScope.ALL, "reminds": True}
    required = {field.name: blanks.get(field.name, "") for field in msgspec.structs.fields(command) if field.required}
    check_values(command(**required))


def test_lines_have_a_cap_that_is_a_setting() -> None:
    company = Company(lines_max=3)
    company.draft(*[line()] * 3)
    for command in (
        CreateInvoice(contact_id=company.acme.id, lines=(line(),) * 4),
        CreateJournal(lines=company.journal_lines(*[("Sales", "1"), ("Sales", "-1")] * 2)),
    ):
        assert company.refused(command, Reason.TOO_MANY_LINES).facts["lines_max"] == 3


def test_a_document_needs_lines_and_a_customer(company: Company) -> None:
    company.refused(CreateInvoice(contact_id=company.acme.id), Reason.NO_LINES)
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=()), Reason.NO_LINES)
    company.refused(CreateInvoice(lines=(line(),)), Reason.REQUIRED)
    company.refused(CreateInvoice(contact_id="999", lines=(line(),)), Reason.UNKNOWN_ID)
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line(id="999"),)), Reason.UNKNOWN_ID)
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line(),), person_ids=("9",)), Reason.UNKNOWN_ID)
    company.refused(
        CreateInvoice(contact_id=company.acme.id, lines=(line(),), shipping_charge=D(-1)), Reason.NEGATIVE_AMOUNT
    )


def test_a_journal_balances_or_is_refused(company: Company) -> None:
    uneven = company.journal_lines(("Rent Expense", "50"), ("Petty Cash", "-49.99"))
    assert company.refused(CreateJournal(lines=uneven), Reason.UNBALANCED).facts["difference"] == "0.01"
    single = company.journal_lines(("Rent Expense", "50"))
    company.refused(CreateJournal(lines=single), Reason.NO_LINES)
    nothing = company.journal_lines(("Rent Expense", "0"), ("Petty Cash", "0"))
    company.refused(CreateJournal(lines=nothing), Reason.BAD_AMOUNT)
    journal = company.journal(("Rent Expense", "50"), ("Petty Cash", "-50"))
    company.refused(UpdateJournal(id=journal.id, lines=uneven), Reason.UNBALANCED)
    even = company.journal_lines(("Rent Expense", "60"), ("Petty Cash", "-60"))
    assert company.do(UpdateJournal(id=journal.id, lines=even)).total == D(60)


def test_a_command_may_name_no_more_invoices_than_it_can_settle(company: Company) -> None:
    asked = tuple(ApplicationFields(document_id=str(number), amount=D(1)) for number in range(1001))
    company.refused(CreatePayment(contact_id=company.acme.id, amount=D(5), applications=asked), Reason.TOO_MANY_PARTS)
