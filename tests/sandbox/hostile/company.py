"""A small company with a document of every noun, made over the API, so that hostile calls reach past the first refusal."""

from typing import Any

from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.undocumented import Routes
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tests.sandbox.conftest import Answer, Caller

ROOT = "/books/v3"
Json = dict[str, Any]
MONTHLY = {"start_date": "2026-06-30", "recurrence_frequency": "months", "repeat_every": 1}


class Clerk:
    """Writes documents into one sandbox; `ids` keeps what was made by a name of the clerk's own."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
        self.ids: dict[str, str] = {}
        self.examples: dict[str, list[tuple[Any, dict[str, str]]]] = {}
        """Bodies and queries that were accepted, by the id of the operation."""

    def account(self, name: str) -> str:
        rows = self.call("GET", f"{ROOT}/chartofaccounts", query={"account_name": name}).json["chartofaccounts"]
        return str(rows[0]["account_id"])

    def make(self, name: str, path: str, body: Any = None, *, key: str = "", identity: str = "", **query: str) -> str:
        """Make a document and return its id, which is found below `key` in the answer."""
        answer = self.call("POST", f"{ROOT}{path}", json=body, query=query or None)
        assert answer.status in {200, 201}, (path, answer.text)
        self.remember("POST", path, body, query)
        found = first_id(answer, key, identity or f"{key}_id") if key else ""
        self.ids[name] = found
        return found

    def remember(self, method: str, path: str, body: Any, query: dict[str, str]) -> None:
        """Keep what was accepted as an example, also for the operation that updates what was made."""
        routes = Routes(OPERATIONS)
        for verb, where in ((method, path), ("PUT", f"{path}/1")):
            found = routes.find(verb, where)
            if found is not None and (verb == method or found[0].body is not None):
                self.examples.setdefault(found[0].id, []).append((body, query))


def first_id(answer: Answer, key: str, identity: str) -> str:
    found = answer.json[key]
    return str((found[0] if isinstance(found, list) else found)[identity])


def furnish(sandbox: Sandbox) -> Clerk:
    """Make a document of every noun that can be made with a few fields."""
    clerk = Clerk(sandbox)
    _masters(clerk)
    _sales(clerk)
    _purchases(clerk)
    _money(clerk)
    _work(clerk)
    book = sandbox.organization.book
    assert book.audit() == []
    return clerk


def _masters(clerk: Clerk) -> None:
    ids = clerk.ids
    person = {"first_name": "Ada", "email": "ada@example.com"}
    customer = {"contact_name": "Ada", "contact_type": "customer", "contact_persons": [person]}
    clerk.make("customer", "/contacts", customer, key="contact")
    clerk.make("vendor", "/contacts", {"contact_name": "Bob", "contact_type": "vendor"}, key="contact")
    clerk.make("address", f"/contacts/{ids['customer']}/address", {"address": "1 Main St"})
    clerk.make("tax", "/settings/taxes", {"tax_name": "VAT", "tax_percentage": 20}, key="tax")
    clerk.make("item", "/items", {"name": "Tea", "rate": 12.5, "sku": "T-1"}, key="item")
    clerk.make("guest", "/users", {"name": "Cy", "email": "cy@example.com"})
    ids["user"] = str(clerk.call("GET", f"{ROOT}/users/me").json["user"]["user_id"])
    clerk.make("salesperson", "/salespersons", {"salesperson_name": "Di", "salesperson_email": "di@example.com"})
    clerk.make("employee", "/employees", {"name": "Ed", "email": "ed@example.com"})
    fixed = {"pricebook_type": "fixed_percentage", "sales_or_purchase_type": "sales"}
    prices = {"name": "Friends", **fixed, "percentage": 10, "is_increase": False}
    clerk.make("pricebook", "/pricebooks", prices, key="pricebook")
    clerk.make("module", "/settings/modules", {"module_name": "debtor", "plural_name": "debtors"})
    clerk.make("record", "/cm_debtor", {"record_name": "Eve"})
    clerk.make("exemption", "/settings/taxexemptions", {"tax_exemption_code": "X", "type": "item"})
    clerk.make("authority", "/settings/taxauthorities", {"tax_authority_name": "State"})
    clerk.make("terms", "/settings/paymentterms", {"payment_terms_label": "Net 37", "payment_terms": 37})
    both = ",".join((ids["tax"], _second_tax(clerk)))
    clerk.make("tax_group", "/settings/taxgroups", {"tax_group_name": "Both", "taxes": both})
    lines = {"preference": "line_item", "entities": [{"entity_name": "Sales", "is_enabled": True}]}
    whose = {"entities": [{"entity_name": "customers", "is_enabled": True}], "multi_preference_entities": lines}
    clerk.make("tag", "/reportingtags", {"tag_name": "Region", **whose}, key="tag")
    options = {"options": [{"option_name": "North"}, {"option_name": "South"}]}
    clerk.call("PUT", f"{ROOT}/reportingtags/{ids['tag']}/options", json=options)
    for noun, name in (("categories", "name"), ("brands", "name"), ("settings/units", "unit")):
        clerk.make(noun, f"/{noun}", {name: "Alpha"})
    field = {"label": "Delivery Day", "entity": "invoice", "data_type": "date"}
    clerk.make("field", "/settings/fields", field)
    rule = {"is_enabled": True, "notification_type": "days_after_due_date", "number_of_days": 3}
    clerk.make("reminder", "/settings/autoreminders", rule)
    clerk.make("office", "/organizations/address", {"address1": "1 Main St"})
    bank = {"bank_name": "Bank", "account_number": "001234567", "routing_number": "021000021"}
    clerk.make("contact_bank", f"/contacts/{ids['vendor']}/bankaccount", bank)
    card = {"card_number": "4111111111111111", "cvv": "987", "expire_month": 4, "expire_year": 2030}
    clerk.make("card", f"/contacts/{ids['customer']}/card", card)
    clerk.make("tax_info", f"/contacts/{ids['customer']}/taxinfo", {"tax_registration_no": "33AAAAA0000A1Z5"})
    clerk.make("locations", "/settings/locations/enable")


def _second_tax(clerk: Clerk) -> str:
    return clerk.make("other_tax", "/settings/taxes", {"tax_name": "Levy", "tax_percentage": 3}, key="tax")


def _sales(clerk: Clerk) -> None:
    ids = clerk.ids
    lines = [{"item_id": ids["item"], "rate": 12.5, "quantity": 2, "tax_id": ids["tax"]}]
    body = {"customer_id": ids["customer"], "line_items": lines}
    clerk.make("draft", "/invoices", body, key="invoice")
    clerk.make("invoice", "/invoices", body, key="invoice", send="true")
    clerk.make("paid", "/invoices", body, key="invoice", send="true")
    applied = [{"invoice_id": ids["paid"], "amount_applied": 10}]
    payment = {"customer_id": ids["customer"], "payment_mode": "cash", "amount": 15, "invoices": applied}
    clerk.make("payment", "/customerpayments", payment, key="payment")
    clerk.make("credit_note", "/creditnotes", body, key="creditnote")
    clerk.make("estimate", "/estimates", body, key="estimate")
    clerk.make("sales_order", "/salesorders", body, key="salesorder")
    clerk.make("challan", "/deliverychallans", {**body, "challan_type": "others", "date": "2026-06-01"})
    retained = [{"description": "Deposit", "rate": 50}]
    clerk.make("retainer", "/retainerinvoices", {**body, "line_items": retained}, key="retainerinvoice")
    clerk.make("recurring", "/recurringinvoices", {**body, "recurrence_name": "Care", **MONTHLY})
    clerk.make("receipt", "/salesreceipts", {**body, "payment_mode": "cash"})
    back = {"date": "2026-06-09", "amount": 1, "from_account_id": clerk.account("Petty Cash")}
    clerk.make("credit_refund", f"/creditnotes/{ids['credit_note']}/refunds", {**back, "refund_mode": "cash"})
    clerk.make("refund", f"/customerpayments/{ids['payment']}/refunds", back)
    clerk.make("comment", f"/invoices/{ids['invoice']}/comments", {"description": "Hello"})


def _purchases(clerk: Clerk) -> None:
    ids = clerk.ids
    rent = clerk.account("Rent Expense")
    lines = [{"account_id": rent, "rate": 30, "quantity": 1}]
    body = {"vendor_id": ids["vendor"], "line_items": lines}
    clerk.make("order", "/purchaseorders", body, key="purchaseorder")
    clerk.make("bill", "/bills", {**body, "bill_number": "B-1"}, key="bill")
    paid = {"vendor_id": ids["vendor"], "amount": 20, "bills": [{"bill_id": ids["bill"], "amount_applied": 10}]}
    petty = clerk.account("Petty Cash")
    clerk.make(
        "vendor_payment",
        "/vendorpayments",
        {**paid, "paid_through_account_id": petty},
        key="vendorpayment",
        identity="payment_id",
    )
    clerk.make("vendor_credit", "/vendorcredits", body, key="vendor_credit")
    back = {"date": "2026-06-09", "amount": 1}
    clerk.make("vendor_refund", f"/vendorpayments/{ids['vendor_payment']}/refunds", {**back, "to_account_id": petty})
    clerk.make("credit_refund", f"/vendorcredits/{ids['vendor_credit']}/refunds", {**back, "account_id": petty})
    spent = {"account_id": rent, "paid_through_account_id": petty, "amount": 7}
    clerk.make("expense", "/expenses", {**spent, "date": "2026-06-01"}, key="expense")
    clerk.make("recurring_bill", "/recurringbills", {**body, "recurrence_name": "Rent", **MONTHLY})
    clerk.make("recurring_expense", "/recurringexpenses", {**spent, "recurrence_name": "Rent", **MONTHLY})


def _money(clerk: Clerk) -> None:
    ids = clerk.ids
    rent, petty = clerk.account("Rent Expense"), clerk.account("Petty Cash")
    sides = [
        {"account_id": rent, "debit_or_credit": "debit", "amount": 5},
        {"account_id": petty, "debit_or_credit": "credit", "amount": 5},
    ]
    journal = {"journal_date": "2026-06-01", "line_items": sides}
    clerk.make("journal", "/journals", journal, key="journal")
    clerk.make("recurring_journal", "/recurringjournals", {**journal, "recurrence_name": "Wear", **MONTHLY})
    clerk.make(
        "bank",
        "/bankaccounts",
        {"account_name": "Checking", "account_type": "bank"},
        key="bankaccount",
        identity="account_id",
    )
    line = {"date": "2026-06-01", "debit_or_credit": "credit", "amount": 9, "payee": "Bowman"}
    clerk.make("statement", "/bankstatements", {"account_id": ids["bank"], "transactions": [line]})
    moved = {"from_account_id": petty, "to_account_id": ids["bank"], "transaction_type": "transfer_fund"}
    clerk.make("movement", "/banktransactions", {**moved, "amount": 3, "date": "2026-06-01"})
    criterion = [{"field": "payee", "comparator": "is", "value": "Bowman"}]
    rule = {"rule_name": "Fuel", "rule_category": "all_accounts", "apply_to": "withdrawals", "criteria_type": "and"}
    clerk.make(
        "rule", "/bankaccounts/rules", {**rule, "criterion": criterion, "record_as": "expense", "account_id": rent}
    )
    clerk.make("currency", "/settings/currencies", {"currency_code": "SEK", "currency_symbol": "kr"}, key="currency")
    rate = {"effective_date": "2026-06-01", "rate": 0.1}
    _assets(clerk)
    clerk.make("rate", f"/settings/currencies/{ids['currency']}/exchangerates", rate)


def _assets(clerk: Clerk) -> None:
    ids = clerk.ids
    wear, worn = clerk.account("Depreciation Expense"), clerk.account("Furniture and Equipment")
    method = {"depreciation_method": "straight_line", "depreciation_frequency": "monthly", "total_life": 12}
    kind = {"fixed_asset_type_name": "Machines", "expense_account_id": wear, "depreciation_account_id": worn, **method}
    kind |= {"depreciation_percentage": 0, "computation_type": "no_prorata"}
    clerk.make("asset_type", "/fixedassettypes", kind, key="fixed_asset_type")
    asset = {"asset_name": "Lathe", "fixed_asset_type_id": ids["asset_type"], "asset_account_id": worn}
    clerk.make("asset", "/fixedassets", {**asset, "asset_cost": 1200, "asset_purchase_date": "2026-03-10"})
    filtered = {"rule_name": "Office", "rule_order": 1, "apply_to": "withdrawal"}
    clerk.make("filter", "/bankaccounts/matchfilters", filtered)
    statement = {"start_date": "2026-06-01", "end_date": "2026-06-30", "closing_balance": 9, "save_option": "draft"}
    clerk.make("reconciliation", f"/bankaccounts/{ids['bank']}/reconciliations", statement)


def _work(clerk: Clerk) -> None:
    ids = clerk.ids
    task = {"task_name": "Dig", "rate": 10}
    project = {"project_name": "Well", "customer_id": ids["customer"], "billing_type": "based_on_task_hours"}
    answer = clerk.call("POST", f"{ROOT}/projects", json={**project, "tasks": [task], "user_id": ids["user"]})
    assert answer.status == 201, answer.text
    ids["project"] = first_id(answer, "project", "project_id")
    ids["task"] = str(clerk.call("GET", f"{ROOT}/projects/{ids['project']}/tasks").json["task"][0]["task_id"])
    logged = {"project_id": ids["project"], "task_id": ids["task"], "user_id": ids["user"], "log_date": "2026-06-01"}
    clerk.make("time", "/projects/timeentries", {**logged, "log_time": "02:00"})
    clerk.make("todo", "/tasks", {"title": "Call", "due_date": "2026-06-20"})
