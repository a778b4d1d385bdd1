"""No answer of any emulated GET holds a null: one document of each kind, then every list and every record."""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

import pytest

from tallystick.vendors.zoho_books.emulator.registry import HANDLERS
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api, Json

PLACEHOLDER = re.compile(r"{(\w+)}")
FILES = re.compile(r"/(pdf|print|attachment|receipt|deliverynotes|packingslips|documents/{document_id})$")
"""What is answered with a file's bytes."""
DAY = TODAY.isoformat()
ENTITIES = [{"entity_name": "customers", "is_enabled": True}]
IDS_MAX = 8
"""Ids of one kind that lead further."""
PATHS_MAX = 80
"""Records of one path that are read."""
ALIASES = {
    "payment_id": ("payment_id", "vendorpayment_id"),
    "customer_payment_id": ("payment_id",),
    "contactperson_id": ("contact_person_id",),
    "bank_transaction_id": ("transaction_id",),
    "bank_account_id": ("bank_account_id", "account_id"),
    "module_name": ("module_api_name",),
    "module_id": ("module_record_id",),
    "reminder_id": ("autoreminder_id", "manualreminder_id"),
    "refund_id": ("creditnote_refund_id", "payment_refund_id", "refund_id"),
    "vendorpayment_refund_id": ("vendorpayment_refund_id", "payment_refund_id"),
    "sales_receipt_id": ("sales_receipt_id", "salesreceipt_id"),
    "deliverychallan_id": ("deliverychallan_id", "delivery_challan_id"),
}
"""How answers call what a path calls otherwise."""
VALUED = {"currency_id": "{euro}", "adjustment_date": DAY, "exchange_rate": "1.3", "notes": "Month"}
QUERIES: dict[str, dict[str, str]] = {
    "/reports/accounttransaction": {"from_date": "2026-01-01", "to_date": DAY},
    "/contacts/{contact_id}/statements": {"from_date": "2026-01-01", "to_date": DAY},
    "/banktransactions": {"account_id": "{bank}"},
    "/chartofaccounts/accounttransactions": {"account_id": "{expense}"},
    "/itemdetails": {"item_ids": "{item}"},
    "/settings/fields": {"entity": "invoice"},
    "/settings/fields/meta": {"entity": "invoice"},
    "/basecurrencyadjustment/accounts": VALUED,
    "/basecurrencyadjustment/contacts": {**VALUED, "account_id": "{receivable}"},
}
"""What a list must be asked with; names in braces are the company's."""


def each(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Walk over an answer: where, and what."""
    yield path, value
    children: Any = ()
    if isinstance(value, dict):
        children = ((f"{path}.{key}", one) for key, one in value.items())
    elif isinstance(value, list):
        children = ((f"{path}[]", one) for one in value)
    for at, one in children:
        yield from each(at, one)


class Company:
    """Books with one document of each kind."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.customer = api.customer(contact_persons=[{"first_name": "Will", "email": "will@example.com"}])
        self.vendor = api.customer("Mill", contact_type="vendor")
        self.expense, self.cash = api.account("Office Supplies"), api.account("Petty Cash")
        self.tax = api.made("/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, "tax")["tax_id"]
        item = {"name": "Disk", "rate": 120, "item_type": "sales_and_purchases", "purchase_rate": 80}
        bought = {"purchase_account_id": api.account("Cost of Goods Sold")}
        self.item = api.made("/items", {**item, **bought}, "item")["item_id"]
        self.bank = api.made(
            "/bankaccounts", {"account_name": "Current", "account_type": "bank", "currency_code": "USD"}, "bankaccount"
        )["account_id"]
        self.sell()
        self.buy()
        self.settle()
        self.bank_and_value()
        self.keep()

    def post(self, path: str, body: Json) -> None:
        """Make something that nothing later asks for by its id."""
        reply = self.api("POST", path, body)
        assert reply.status in {200, 201}, (path, reply.json)

    def sell(self) -> None:
        api, line = self.api, {"item_id": self.item, "quantity": 2, "tax_id": self.tax}
        sale: Json = {"customer_id": self.customer, "line_items": [line]}
        invoice = api.made("/invoices", sale, "invoice", send="true")["invoice_id"]
        applied = [{"invoice_id": invoice, "amount_applied": 50}]
        paid: Json = {"customer_id": self.customer, "payment_mode": "cash", "date": DAY}
        payment = api.made("/customerpayments", {**paid, "amount": 90, "invoices": applied}, "payment")["payment_id"]
        refund: Json = {"date": DAY, "amount": 5, "from_account_id": self.cash, "refund_mode": "cash"}
        self.post(f"/customerpayments/{payment}/refunds", refund)
        note = api.made("/creditnotes", sale, "creditnote")["creditnote_id"]
        self.post(f"/creditnotes/{note}/refunds", refund)
        self.post(f"/creditnotes/{note}/invoices", {"invoices": applied})
        api.made("/estimates", sale, "estimate")
        api.made("/salesorders", sale, "salesorder")
        api.made(
            "/retainerinvoices", {**sale, "line_items": [{"description": "Deposit", "rate": 50}]}, "retainerinvoice"
        )
        often = {"recurrence_name": "Monthly", "recurrence_frequency": "months", "repeat_every": 1, "start_date": DAY}
        api.made("/recurringinvoices", {**sale, **often}, "recurring_invoice")
        self.post(f"/invoices/{invoice}/comments", {"description": "Called"})

    def buy(self) -> None:
        api, line = self.api, {"account_id": self.expense, "rate": 9, "quantity": 2, "tax_id": self.tax}
        bought: Json = {"vendor_id": self.vendor, "line_items": [line]}
        bill = api.made("/bills", {**bought, "bill_number": "M-1", "date": DAY}, "bill")["bill_id"]
        applied = [{"bill_id": bill, "amount_applied": 6}]
        paid: Json = {"vendor_id": self.vendor, "amount": 20, "date": DAY, "bills": applied}
        paid["paid_through_account_id"] = self.bank
        payment = api.made("/vendorpayments", paid, "vendorpayment")["payment_id"]
        refund: Json = {"date": DAY, "amount": 5, "to_account_id": self.cash, "refund_mode": "cash"}
        self.post(f"/vendorpayments/{payment}/refunds", refund)
        api.made("/purchaseorders", bought, "purchaseorder")
        credit = api.made("/vendorcredits", {**bought, "vendor_credit_number": "VC-1", "date": DAY}, "vendor_credit")
        self.post(f"/vendorcredits/{credit['vendor_credit_id']}/refunds", {**refund, "account_id": self.cash})
        spent = {"account_id": self.expense, "paid_through_account_id": self.cash, "amount": 5}
        api.made("/expenses", {**spent, "date": DAY, "customer_id": self.customer, "is_billable": True}, "expense")
        often: Json = {"recurrence_frequency": "months", "repeat_every": 1, "start_date": DAY}
        self.post("/recurringexpenses", {**spent, **often, "recurrence_name": "Rent"})
        self.post("/recurringbills", {**bought, **often, "recurrence_name": "Paper"})

    def settle(self) -> None:
        api = self.api
        sides = ((self.expense, "debit"), (self.bank, "credit"))
        lines = [{"account_id": account, "debit_or_credit": side, "amount": 5} for account, side in sides]
        api.made("/journals", {"journal_date": DAY, "line_items": lines}, "journal")
        often: Json = {"recurrence_frequency": "months", "repeat_every": 1, "start_date": DAY}
        self.post("/recurringjournals", {"line_items": lines, **often, "recurrence_name": "Rent", "journal_date": DAY})
        plan = {
            "project_name": "Shop",
            "customer_id": self.customer,
            "billing_type": "based_on_project_hours",
            "rate": 50,
        }
        project = api.made("/projects", plan, "project")["project_id"]
        task = api.made(f"/projects/{project}/tasks", {"task_name": "Design"}, "task")["task_id"]
        user = api.get("/users")["users"][0]["user_id"]
        hours = {"project_id": project, "task_id": task, "user_id": user, "log_date": DAY, "log_time": "02:00"}
        self.post("/projects/timeentries", hours)
        self.post(f"/projects/{project}/comments", {"description": "Begun"})
        for path, body in (
            ("/reportingtags", {"tag_name": "Region", "entities": ENTITIES}),
            ("/settings/taxauthorities", {"tax_authority_name": "Treasury"}),
            ("/settings/taxexemptions", {"tax_exemption_code": "CHARITY", "type": "customer"}),
            ("/settings/taxgroups", {"tax_group_name": "Both", "taxes": self.tax}),
            ("/salespersons", {"salesperson_name": "Ada", "salesperson_email": "ada@example.com"}),
            ("/employees", {"name": "Ada", "email": "ada@example.com"}),
            ("/brands", {"name": "Acme"}),
            ("/categories", {"name": "Hardware"}),
            ("/tasks", {"title": "Call"}),
            (
                "/pricebooks",
                {
                    "name": "Sale",
                    "sales_or_purchase_type": "sales",
                    "pricebook_type": "fixed_percentage",
                    "percentage": 10,
                    "is_increase": False,
                },
            ),
            (f"/contacts/{self.customer}/address", {"city": "Salem"}),
            (f"/contacts/{self.customer}/comments", {"description": "Called"}),
            (
                "/salesreceipts",
                {"customer_id": self.customer, "payment_mode": "cash", "line_items": [{"item_id": self.item}]},
            ),
        ):
            self.post(path, body)

    def bank_and_value(self) -> None:
        api = self.api
        self.euro = next(
            row["currency_id"] for row in api.get("/settings/currencies")["currencies"] if row["currency_code"] == "EUR"
        )
        self.receivable = api.account("Accounts Receivable")
        self.post(f"/settings/currencies/{self.euro}/exchangerates", {"effective_date": "2026-06-01", "rate": 1.2})
        abroad = api.customer("Boulanger", currency_id=self.euro)
        api.invoice(abroad, 100, exchange_rate=1.1, currency_id=self.euro, date="2026-05-01")
        self.post("/basecurrencyadjustment", {**VALUED, "currency_id": self.euro})
        for payee in ("Bowman", "Mill"):
            line = {"date": "2026-06-01", "debit_or_credit": "credit", "amount": 40, "payee": payee}
            self.post("/bankstatements", {"account_id": self.bank, "transactions": [line]})
        deposit: Json = {"transaction_type": "deposit", "from_account_id": self.expense, "to_account_id": self.bank}
        self.post("/banktransactions", {**deposit, "amount": 7, "date": DAY})
        line = {"account_id": self.bank, "debit_or_credit": "debit", "amount": 900}
        self.post("/settings/openingbalances", {"date": "2025-12-31", "accounts": [line]})

    def keep(self) -> None:
        api = self.api
        challan = {"customer_id": self.customer, "challan_type": "job_work", "line_items": [{"item_id": self.item}]}
        self.post("/deliverychallans", {**challan, "date": DAY})
        furniture = api.account("Furniture and Equipment")
        kind: Json = {
            "fixed_asset_type_name": "Machines",
            "expense_account_id": api.account("Depreciation Expense"),
            "depreciation_account_id": furniture,
            "depreciation_method": "straight_line",
            "depreciation_frequency": "monthly",
            "depreciation_percentage": 0,
            "total_life": 12,
            "computation_type": "no_prorata",
        }
        type_id = api.made("/fixedassettypes", kind, "fixed_asset_type")["fixed_asset_type_id"]
        lathe = {
            "asset_name": "Lathe",
            "fixed_asset_type_id": type_id,
            "asset_account_id": furniture,
            "asset_cost": 1200,
        }
        self.post("/fixedassets", {**lathe, "asset_purchase_date": "2026-03-10"})
        self.post("/settings/modules", {"module_name": "debtor", "plural_name": "debtors"})
        self.post("/cm_debtor", {"record_name": "Alice"})
        bank: Json = {"bank_name": "First", "account_number": "000123456789", "routing_number": "110000000"}
        self.api("POST", f"/contacts/{self.vendor}/bankaccounts", bank)


class Walk:
    """All answers of a company, lists first, so that the ids in them lead to the records."""

    def __init__(self, api: Api, company: Company) -> None:
        self.api, self.company = api, company
        self.ids: dict[str, list[str]] = {"organization_id": [api.organization_id]}
        self.read: set[str] = set()
        self.nulls: set[str] = set()

    def ask(self, template: str, path: str) -> None:
        query = {name: value.format(**vars(self.company)) for name, value in QUERIES.get(template, {}).items()}
        reply = self.api("GET", path, **query)
        if reply.status != 200 or not reply.json:
            return
        self.read.add(template)
        for at, value in each(template, reply.json):
            name = at.rpartition(".")[2]
            if value is None:
                self.nulls.add(at)
            elif name.endswith(("_id", "api_name")):
                known = self.ids.setdefault(name, [])
                if str(value) and str(value) not in known and len(known) < IDS_MAX:
                    known.append(str(value))

    def named(self, template: str) -> Iterator[str]:
        """Fill a path with the ids that may stand for its placeholders."""
        names = PLACEHOLDER.findall(template)
        pools = [[id_ for alias in ALIASES.get(name, (name,)) for id_ in self.ids.get(alias, ())] for name in names]
        for chosen in islice(product(*pools), PATHS_MAX):
            values = iter(chosen)
            yield PLACEHOLDER.sub(lambda _, values=values: next(values), template)  # type: ignore[misc]  # bound early


@pytest.fixture
def walk(api: Api) -> Walk:
    found = Walk(api, Company(api))
    paths = sorted((path for method, path in HANDLERS if method == "GET"), key=lambda path: path.count("{"))
    for template in paths:
        for path in found.named(template):
            found.ask(template, path)
    return found


def test_no_answer_of_any_emulated_get_holds_a_null(walk: Walk) -> None:
    assert walk.nulls == set()
    gets = {path for method, path in HANDLERS if method == "GET" and not FILES.search(path)}
    unread = sorted(gets - walk.read)
    assert len(unread) <= len(gets) // 10, unread
