"""Customers, invoices, payments, bills and orders through zoho-books-python-sdk 0.0.3, its credentials in a secrets manager."""

import contextlib
import io
import json
import sys
from typing import Any

from zoho_books_python_sdk import resources  # type: ignore[import-not-found]  # not in our environment

given = json.loads(sys.argv[1])
KEYS = {
    "aws_access_key": "any",
    "aws_secret_key": "any",
    "aws_secretsmanager_region": "us-west-2",
    "aws_secretsmanager_secret_name": "zoho",
}
Told = dict[str, Any]


def journey() -> Told:
    contacts, invoices = resources.Contacts(**KEYS), resources.Invoices(**KEYS)
    customer = contacts.create(body={"contact_name": "Bowman and Co"})["contact"]["contact_id"]
    vendor = contacts.create(body={"contact_name": "Mill", "contact_type": "vendor"})["contact"]["contact_id"]
    lines = [{"name": "Consulting", "rate": 80, "quantity": 3}]
    sale = {"customer_id": customer, "line_items": lines}
    invoice = invoices.create(body=sale)["invoice"]["invoice_id"]
    mail = {"to_mail_ids": ["will@example.com"], "subject": "Yours", "body": "Ours"}
    mailed = invoices.email(invoice, body=mail)
    applied = [{"invoice_id": invoice, "amount_applied": 100}]
    paid = resources.CustomerPayments(**KEYS).create(
        body={
            "customer_id": customer,
            "payment_mode": "cash",
            "amount": 100,
            "date": given["today"],
            "invoices": applied,
        }
    )
    partly = invoices.get(invoice)["invoice"]
    written = invoices.write_off(invoice)
    note = resources.CreditNotes(**KEYS).create(body={**sale, "date": given["today"]})
    estimates = resources.Estimates(**KEYS)
    estimate = estimates.create(body=sale)["estimate"]["estimate_id"]
    order = resources.SalesOrders(**KEYS).create(body=sale)
    bills = resources.Bills(**KEYS)
    bought = [{"account_id": given["expense_account"], "rate": 9, "quantity": 2}]
    bill = bills.create(body={"vendor_id": vendor, "bill_number": "M-1", "line_items": bought})["bill"]["bill_id"]
    spent = {"account_id": given["expense_account"], "amount": 5, "date": given["today"]}
    expenses = resources.Expenses(**KEYS)
    expense = expenses.create(body=spent)["expense"]["expense_id"]
    return {
        "mailed": mailed["message"],
        "paid": paid["message"],
        "partly": [partly["status"], partly["balance"]],
        "payments": [row["amount"] for row in invoices.list_payments(invoice)["payments"]],
        "written off": written["message"],
        "invoice": invoices.get(invoice)["invoice"]["status"],
        "note": note["creditnote"]["status"],
        "estimate": [estimates.list()["estimates"][0]["status"], estimates.delete(estimate)["message"]],
        "order": order["salesorder"]["status"],
        "bill": [bills.get(bill)["bill"]["total"], bills.void(bill)["message"], bills.get(bill)["bill"]["status"]],
        "expense": expenses.delete(expense)["message"],
        "changed": contacts.update(customer, body={"company_name": "Bowman"})["message"],
        "contacts": sorted(row["contact_name"] for row in contacts.list()["contacts"]),
        "organizations": [row["name"] for row in resources.Organizations(**KEYS).list()["organizations"]],
        "refused": contacts.delete(customer),
    }


with contextlib.redirect_stdout(io.StringIO()):
    told = journey()
sys.stdout.write(json.dumps(told) + "\n")
