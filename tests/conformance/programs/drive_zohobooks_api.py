"""What zohobooks-api 1.4 does in any edition: forms with JSONString over the legacy host, lists read by its own parsers.

It was written for the Indian edition. What its parsers ask of one contact or invoice (`gst_no`, `gst_treatment`) only
that edition answers with, so those are not read here.
"""

import contextlib
import io
import json
import sys
from typing import Any

from books.model.Item import Item  # type: ignore[import-not-found]  # not in our environment
from books.model.Journal import Journal  # type: ignore[import-not-found]  # not in our environment
from books.model.LineItem import LineItem  # type: ignore[import-not-found]  # not in our environment
from books.model.Tax import Tax  # type: ignore[import-not-found]  # not in our environment
from books.service.ZohoBooks import ZohoBooks  # type: ignore[import-not-found]  # not in our environment

given = json.loads(sys.argv[1])
service = ZohoBooks(given["access_token"], given["organization_id"])


def filled(thing: Any, **fields: Any) -> Any:
    for name, value in fields.items():
        getattr(thing, f"set_{name}")(value)
    return thing


def journey() -> dict[str, Any]:
    invoices, settings, journals = service.get_invoices_api(), service.get_settings_api(), service.get_journals_api()
    item = service.get_items_api().create(filled(Item(), name="Hard drive & more", rate=120))
    tax = settings.create_tax(filled(Tax(), tax_name="VAT", tax_percentage=20))
    journal = filled(Journal(), journal_date=given["today"], notes="Rent")
    for account, side in (("expense_account", "debit"), ("paid_through", "credit")):
        journal.set_line_items(filled(LineItem(), account_id=given[account], debit_or_credit=side, amount=5))
    made = journals.create(journal)
    invoice = invoices.get_invoices({"status": "draft"}).get_invoices()[0]
    sent = invoices.mark_an_invoice_as_sent(invoice.get_invoice_id())
    return {
        "item": [item.get_name(), item.get_rate()],
        "tax": [tax.get_tax_name(), [row.get_tax_name() for row in settings.get_taxes().get_taxes()]],
        "journal": [made.get_entry_number(), made.get_total(), len(journals.get_journals().get_journals())],
        "deleted": journals.delete(made.get_journal_id()),
        "sent": sent,
        "invoices": [row.get_status() for row in invoices.get_invoices().get_invoices()],
        "reminders": invoices.disable_payment_reminder(invoice.get_invoice_id()),
        "voided": invoices.void_an_invoice(invoice.get_invoice_id()),
        "banks": len(service.get_bank_accounts_api().get_bank_accounts().get_bank_accounts()),
        "currencies": "INR" in [row.get_currency_code() for row in settings.get_currencies().get_currencies()],
        "users": len(service.get_users_api().get_users().get_users()),
    }


with contextlib.redirect_stdout(io.StringIO()):
    told = journey()
sys.stdout.write(json.dumps(told) + "\n")
