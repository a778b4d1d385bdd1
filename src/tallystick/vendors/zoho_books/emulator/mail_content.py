"""The mail a document would be sent with and the mails it was sent with, for every noun that shows them.

What a mail says is in `mail`; sending one is an operation of its noun.
"""

from collections.abc import Callable
from typing import Final

from tallystick.books.change import Kind
from tallystick.vendors.zoho_books.emulator import (
    credit_notes,
    estimates,
    invoices,
    purchase_orders,
    retainer_invoices,
    sales_orders,
    vendor_payments,
)
from tallystick.vendors.zoho_books.emulator.acts import acts
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.mail import content_of, mails
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module

DATA: Final = "data"
ROWS: Final = "rows"
FLAT: Final = "flat"
"""How the vendor wraps a mail's content: in an object `data`, in a list of one, or not at all."""
MAILED: Final = (
    (invoices.MODULE, DATA),
    (sales_orders.MODULE, ROWS),
    (credit_notes.MODULE, ROWS),
    (estimates.MODULE, FLAT),
    (retainer_invoices.MODULE, FLAT),
    (purchase_orders.MODULE, FLAT),
    (vendor_payments.MODULE, FLAT),
)
"""The nouns that show the mail they would be sent with, and how it is wrapped."""


def _shows(module: Module, wrapped: str) -> Callable[[Call], Answer]:
    """Make the operation that shows the mail a document would be sent with."""

    def run(call: Call) -> Answer:
        content = content_of(module, call, module.named(call))
        if wrapped == FLAT:
            return Answer(extra=content)
        return Answer(key="data", value=[content] if wrapped == ROWS else content)

    return run


def history(module: Module) -> Callable[[Call], Answer]:
    """Make the operation that lists the mails a document was sent with, the newest first."""

    def run(call: Call) -> Answer:
        document = module.named(call)
        mails = call.organization.book.table(Kind.MAIL).values()
        own = [mail for mail in mails if mail.document_id == document.id and mail.sent_at is not None]
        rows = [
            {
                "mailhistory_id": mail.id,
                "from": call.organization.settings.email,
                "to_mail_ids": list(mail.to),
                "subject": mail.subject,
                "date": mail.sent_at,
                "type": mail.purpose,
            }
            for mail in reversed(own)
        ]
        return Answer(key="email_history", value=rows)

    return run


def _path(module: Module) -> str:
    return f"{module.path}/{{{module.identity}}}"


_CREDIT_NOTE: Final = _path(credit_notes.MODULE)
HANDLERS: Final = (
    *(
        Emulated("GET", f"{_path(module)}/email", _shows(module, wrapped), SPECIFIED, missing="mail templates")
        for module, wrapped in MAILED
    ),
    Emulated("GET", f"{_CREDIT_NOTE}/mailcontent", _shows(credit_notes.MODULE, DATA), SPECIFIED),
    Emulated("GET", f"{_CREDIT_NOTE}/emailhistory", history(credit_notes.MODULE), SPECIFIED),
    Emulated(
        "POST",
        f"{_path(vendor_payments.MODULE)}/email",
        acts(vendor_payments.MODULE, mails(vendor_payments.MODULE), "Your vendor payment receipt has been sent."),
        SPECIFIED,
    ),
)
