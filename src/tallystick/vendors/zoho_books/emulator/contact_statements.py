"""A contact's statement of account on the wire and as a mail, for customers and vendors alike. The figures are the Book's."""

import datetime as dt
from typing import Any, Final

from tallystick.books.documents.contact import Contact, ContactRole
from tallystick.books.report.contact_statement import ContactStatement, contact_statement
from tallystick.ledger.period import Period, month_of
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.contact_letters import content, send
from tallystick.vendors.zoho_books.emulator.contact_wire import displayed
from tallystick.vendors.zoho_books.emulator.contacts import MODULE
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import day
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

PURPOSE: Final = "statement"
KEYS: Final = "assumed(the path is documented, the keys of its answer are not)"
EVENTS: Final = {
    "opening_balance": "Opening Balance",
    "invoice": "Invoice",
    "write_off": "Write off",
    "credit_note": "Credit Note",
    "credit_note_refund": "Credit Note Refund",
    "payment": "Payment",
    "payment_refund": "Payment Refund",
    "tax_withheld": "Tax withheld",
    "bill": "Bill",
    "vendor_credit": "Vendor Credit",
    "vendor_credit_refund": "Vendor Credit Refund",
    "journal": "Journal",
}


def period_of(call: Call) -> Period:
    """Return the days a statement is asked for: this month unless the call says otherwise (assumed).

    Raises Refused (code 2) for what is no date, and for an end before its start.
    """
    month = month_of(call.today)
    start, end = _day(call, "start_date", month.start), _day(call, "end_date", month.end)
    if start > end:
        raise Refused("invalid_value", field="start_date")
    return Period(start, end)


def _day(call: Call, name: str, otherwise: dt.date) -> dt.date:
    value = call.query.get(name, "")
    return day(value, name) if value else otherwise


def statement_text(call: Call, contact: Contact, statement: ContactStatement) -> str:
    """Return a statement as the lines of a mail."""
    code = call.organization.book.currencies[contact.currency_id].code
    period = statement.period
    lines = [
        f"Statement of accounts, {displayed(call, period.start)} to {displayed(call, period.end)}",
        f"Opening balance: {code} {statement.opening}",
        *(
            f"{displayed(call, row.date)}  {EVENTS[row.event]} {row.number}  {code} {row.amount}  {code} {row.balance}"
            for row in statement.rows
        ),
        f"Closing balance: {code} {statement.closing}",
    ]
    return "\n".join(lines)


def statement_of(call: Call, contact: Contact) -> ContactStatement:
    """Return the statement a call asks for. Raises Refused (code 2) for bad dates."""
    return contact_statement(call.organization.book, contact, period_of(call))


def read_statement(call: Call) -> Answer:
    """Answer with a contact's statement: what was owed before, each transaction with the balance after it, what is owed."""
    contact = MODULE.named(call)
    found = statement_of(call, contact)
    currency = call.organization.book.currencies[contact.currency_id]
    value = {
        "contact_id": contact.id,
        "contact_name": contact.name,
        "contact_type": contact.role.value,
        "currency_code": currency.code,
        "currency_symbol": currency.symbol,
        "start_date": found.period.start,
        "end_date": found.period.end,
        "opening_balance": found.opening,
        "billed_amount" if contact.role is ContactRole.VENDOR else "invoiced_amount": found.charged,
        "amount_paid" if contact.role is ContactRole.VENDOR else "amount_received": found.settled,
        "balance_due": found.closing,
        "transactions": [
            {
                "transaction_id": row.document_id,
                "transaction_type": row.event,
                "transaction_type_formatted": EVENTS[row.event],
                "transaction_number": row.number,
                "date": row.date,
                "amount": row.amount,
                "balance": row.balance,
            }
            for row in found.rows
        ],
    }
    return Answer(key="statement", value=value)


def _letter(call: Call, contact: Contact) -> tuple[str, str]:
    """Return the subject and the text of a statement's mail."""
    name = call.organization.settings.name
    text = statement_text(call, contact, statement_of(call, contact))
    return f"Account Statement from {name}", f"Dear {contact.name},\n\n{text}\n\n{name}"


def _of_role(call: Call, role: ContactRole) -> Contact:
    contact: Contact = MODULE.named(call)
    if contact.role is not role:
        raise Refused("invalid_value", field="contact_id")
    return contact


def _reads_mail(role: ContactRole) -> Any:
    def run(call: Call) -> Answer:
        contact = _of_role(call, role)
        period = period_of(call)
        extra = {"file_name": f"statement_{contact.name}_{period.start}_{period.end}.pdf"}
        return content(call, contact, *_letter(call, contact), **extra)

    return run


def _sends_mail(role: ContactRole, message: str) -> Any:
    def run(call: Call) -> Answer:
        contact = _of_role(call, role)
        send(call, contact, *_letter(call, contact), purpose=PURPOSE)
        return Answer(message=message)

    return run


_ID: Final = "/contacts/{contact_id}"
_MAIL: Final = f"{_ID}/statements/email"
_VENDOR_MAIL: Final = f"{_ID}/vendorstatements/email"
_NO_PDF: Final = "accept=pdf"
HANDLERS: Final = (
    Emulated("GET", f"{_ID}/statements", read_statement, KEYS, missing=_NO_PDF),
    Emulated("GET", _MAIL, _reads_mail(ContactRole.CUSTOMER), SPECIFIED),
    Emulated(
        "POST",
        _MAIL,
        _sends_mail(ContactRole.CUSTOMER, "Statement has been sent to the Customer."),
        SPECIFIED,
        missing="the statement is in the mail's text, not attached",
    ),
    Emulated("GET", _VENDOR_MAIL, _reads_mail(ContactRole.VENDOR), KEYS),
    Emulated(
        "POST",
        _VENDOR_MAIL,
        _sends_mail(ContactRole.VENDOR, "success"),
        SPECIFIED,
        missing="the statement is in the mail's text, not attached",
    ),
)
