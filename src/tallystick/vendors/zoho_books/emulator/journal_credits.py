"""The credit in a journal's lines: list it, set it against invoices or bills, take it back.

Journals themselves are in `journals`.
"""

from collections.abc import Callable
from typing import Final

from tallystick.books.documents.journal import ApplyJournalLine, Journal, UnapplyJournalLine
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.customer_payments import applications
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.journal_credit_wire import PAYABLE, RECEIVABLE, CreditSide, credit_rows
from tallystick.vendors.zoho_books.emulator.journals import MODULE
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated


def list_credits(call: Call) -> Answer:
    """List the lines of a journal that are credit of a customer or vendor."""
    return Answer(key="credits", value=credit_rows(call, MODULE.named(call)))


def _line(call: Call, journal: Journal, side: CreditSide) -> str:
    """Return the id of the line of the path. Raises Refused (code 1002) when it is no credit on this side."""
    line_id = call.ids["journal_line_id"]
    if line_id not in {line.id for line in side.lines(call, journal)}:
        raise Refused("does_not_exist", thing="Credit")
    return line_id


def _applies(side: CreditSide) -> Callable[[Call, Journal], None]:
    """Return what sets a line against documents; the body names bills too as invoices (documented).

    Raises Refused: code 2 when none is named, 1002 for one that is not there, 24016 for more than is due.
    """

    def run(call: Call, journal: Journal) -> None:
        line_id = _line(call, journal, side)
        found = applications(call.body.get("invoices", []), "invoices")
        if not found:
            raise Refused("invalid_value", field="invoices")
        documents = call.organization.book.table(side.settles)
        if any(one.document_id not in documents for one in found):
            raise Refused("does_not_exist", thing=side.label)
        command = ApplyJournalLine(id=journal.id, line_id=line_id, applications=found, user_id=call.user_id)
        call.organization.execute(command)

    return run


def _takes_back(side: CreditSide) -> Callable[[Call, Journal], None]:
    """Return what makes due again all that a line had settled."""

    def run(call: Call, journal: Journal) -> None:
        line_id = _line(call, journal, side)
        call.organization.execute(UnapplyJournalLine(id=journal.id, line_id=line_id, user_id=call.user_id))

    return run


_CREDITS: Final = "/journals/{journal_id}/credits"
_LINE: Final = f"{_CREDITS}/{{journal_line_id}}"
HANDLERS: Final = (
    Emulated("GET", _CREDITS, list_credits, SPECIFIED),
    Emulated("POST", f"{_LINE}/invoices", acts(MODULE, _applies(RECEIVABLE), "success"), SPECIFIED),
    Emulated("POST", f"{_LINE}/bills", acts(MODULE, _applies(PAYABLE), "success"), SPECIFIED),
    Emulated("DELETE", f"{_LINE}/receivables", acts(MODULE, _takes_back(RECEIVABLE), "success"), SPECIFIED),
    Emulated("DELETE", f"{_LINE}/payables", acts(MODULE, _takes_back(PAYABLE), "success"), SPECIFIED),
)
