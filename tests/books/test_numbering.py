"""How documents are numbered."""

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.invoice import CreateInvoice, DeleteInvoice, UpdateInvoice
from tallystick.books.documents.sequence import UpdateSequence
from tallystick.books.refusal import Reason
from tests.books.company import Company, line


def test_each_kind_of_document_counts_for_itself(company: Company) -> None:
    assert [company.draft().number, company.invoice().number] == ["INV-000001", "INV-000002"]
    assert [company.credit_note().number, company.credit_note().number] == ["CN-00001", "CN-00002"]
    assert [company.payment("1").number, company.payment("1").number] == ["1", "2"]
    assert company.journal(("Rent Expense", "5"), ("Petty Cash", "-5")).number == "1"
    assert company.book.next_number(Kind.INVOICE) == "INV-000003"


def test_a_number_said_by_hand_is_kept_and_the_sequence_steps_over_it(company: Company) -> None:
    assert company.draft(number=" INV-000001 ").number == "INV-000001"
    assert company.draft(number="536365").number == "536365"
    assert company.draft().number == "INV-000002"
    assert company.book.find_number(Kind.INVOICE, "inv-000001") is not None


def test_a_number_is_taken_once(company: Company) -> None:
    first, second = company.draft(), company.draft()
    taken = CreateInvoice(contact_id=company.acme.id, lines=(line(),), number="inv-000001")
    assert company.refused(taken, Reason.DUPLICATE_NUMBER).facts["held_by"] == first.id
    company.refused(UpdateInvoice(id=second.id, number=first.number), Reason.DUPLICATE_NUMBER)
    assert company.do(UpdateInvoice(id=first.id, number=first.number)).number == first.number
    company.do(DeleteInvoice(id=first.id))
    assert company.do(UpdateInvoice(id=second.id, number=first.number)).number == first.number


def test_a_credit_note_may_have_an_invoices_number(company: Company) -> None:
    company.draft(number="X1")
    assert company.credit_note(number="X1").number == "X1"


def test_a_refused_document_uses_no_number_up(company: Company) -> None:
    company.refused(CreateInvoice(contact_id=company.acme.id, lines=(line("-1", "5"),)), Reason.NEGATIVE_TOTAL)
    assert company.draft().number == "INV-000001"


def test_a_sequence_is_changed_for_documents_to_come(company: Company) -> None:
    company.draft()
    company.do(UpdateSequence(id="invoice", prefix="2026/", suffix="-A", digits=3, next_value=7))
    assert [company.draft().number, company.draft().number] == ["2026/007-A", "2026/008-A"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"digits": 21}, Reason.BAD_AMOUNT),
        ({"next_value": -1}, Reason.NEGATIVE_AMOUNT),
        ({"prefix": "x" * 90}, Reason.TOO_LONG),
    ],
)
def test_a_sequence_that_makes_no_sense_is_refused(
    company: Company, changed: dict[str, int | str], reason: Reason
) -> None:
    company.refused(UpdateSequence(id="invoice", **changed), reason)  # type: ignore[arg-type]  # one of each


def test_there_is_no_sequence_for_other_things(company: Company) -> None:
    company.refused(UpdateSequence(id="contact", digits=1), Reason.UNKNOWN_ID)


def test_a_number_has_a_length(company: Company) -> None:
    asked = CreateInvoice(contact_id=company.acme.id, lines=(line(),), number="9" * 101)
    company.refused(asked, Reason.TOO_LONG)
