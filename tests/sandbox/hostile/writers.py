"""Programs that write a mix of documents over HTTP until the sandbox is killed, and remember what was acknowledged."""

import threading
from collections.abc import Callable
from random import Random
from typing import Any

import httpx2

from tests.sandbox.conftest import Running
from tests.sandbox.hostile.company import ROOT, Json

LINES_IN_STATEMENT = 3
PDF = b"%PDF-1.4 receipt"


class Acknowledged:
    """What the answers so far have promised, by the path a document is read at, and what calls on the way may change."""

    def __init__(self) -> None:
        self.documents: dict[str, Json] = {}
        self.gone: set[str] = set()
        self.imports: dict[str, bool] = {}
        """The payee of each statement sent, and whether its import was acknowledged."""
        self.receipts: set[str] = set()


class Writer:
    """One program with a customer, a vendor and a bank account of its own, so that nobody else changes what it wrote."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.random = Random(seed)
        self.known = Acknowledged()
        self.doubtful: set[str] = set()
        """Paths that the call on the way is about; a killed sandbox may have carried it out or not."""
        self.count = 0
        self.names = 0
        self.is_ready = False
        self.ids: dict[str, str] = {}
        self.open: list[str] = []
        self.drafts: list[str] = []
        self.bills: list[str] = []
        self.failure = ""

    def work(self, running: Running, enough: Callable[[], bool]) -> None:
        """Write until the sandbox is gone; an answer that is no answer ends the work, one that refuses is a failure."""
        try:
            with running.client() as client:
                self.client = client
                if not self.is_ready:
                    self.begin()
                    self.is_ready = True
                while not enough():
                    self.random.choice(self.ACTS)(self)
        except (httpx2.TransportError, httpx2.DecodingError, ValueError):
            # What the call on the way was about may have changed or not, so nothing is promised of it any more.
            for path in self.doubtful:
                self.known.documents.pop(path, None)
            self.known.gone -= self.doubtful

    def send(self, method: str, path: str, body: Any = None, *, about: str = "", **options: Any) -> Json:
        self.doubtful = {about} if about else set()
        answer = self.client.request(method, ROOT + path, json=body, **options)
        said: Json = answer.json()
        if said["code"] != 0:
            self.failure = f"{method} {path}: {said}"
            raise ValueError(self.failure)
        self.doubtful = set()
        self.count += 1
        return said

    def new_name(self) -> str:
        """Return a name never used before, not even by a call that was not answered."""
        self.names += 1
        return f"{self.name} {self.names}"

    def keep(self, path: str, document: Json, *names: str) -> None:
        self.known.documents[path] = {name: document[name] for name in names}

    def begin(self) -> None:
        self.ids["customer"] = self.contact("customer")
        self.ids["vendor"] = self.contact("vendor")
        bank = {"account_name": f"Bank of {self.new_name()}", "account_type": "bank"}
        self.ids["bank"] = self.send("POST", "/bankaccounts", bank)["bankaccount"]["account_id"]
        for name in ("Rent Expense", "Petty Cash"):
            rows = self.send("GET", "/chartofaccounts", params={"account_name": name})["chartofaccounts"]
            self.ids[name] = rows[0]["account_id"]
        rule = {
            "rule_name": f"Fuel of {self.new_name()}",
            "rule_category": "selected_accounts",
            "account_ids": self.ids["bank"],
        }
        criterion = [{"field": "payee", "comparator": "contains", "value": "fuel"}]
        record = {"record_as": "expense", "account_id": self.ids["Rent Expense"], "auto_categorize": "autocategorize"}
        rule |= {"apply_to": "withdrawals", "criteria_type": "and"}
        self.send("POST", "/bankaccounts/rules", {**rule, **record, "criterion": criterion})

    def contact(self, kind: str) -> str:
        body = {"contact_name": f"{kind} {self.new_name()}", "contact_type": kind}
        made = self.send("POST", "/contacts", body)["contact"]
        self.keep(f"/contacts/{made['contact_id']}", made, "contact_name", "created_time")
        return str(made["contact_id"])

    def lines(self) -> list[Json]:
        return [
            {"name": "Tea", "rate": f"{self.random.randint(1, 9_999)}.{self.random.randint(0, 99):02}", "quantity": 2}
            for _ in range(self.random.randint(1, 4))
        ]

    def invoice(self) -> None:
        sent = self.random.random() < 0.8
        body = {"customer_id": self.ids["customer"], "line_items": self.lines()}
        made = self.send("POST", "/invoices", body, params={"send": "true"} if sent else {})["invoice"]
        (self.open if sent else self.drafts).append(made["invoice_id"])
        self.keep(f"/invoices/{made['invoice_id']}", made, "invoice_number", "total", "balance", "status")

    def payment(self) -> None:
        if not self.open:
            return
        invoice = f"/invoices/{self.open[-1]}"
        applied = [{"invoice_id": self.open.pop(), "amount_applied": 1}]
        body = {"customer_id": self.ids["customer"], "payment_mode": "cash", "amount": "1.5", "invoices": applied}
        self.known.documents.pop(invoice)
        made = self.send("POST", "/customerpayments", {**body, "date": "2030-01-01"})["payment"]
        self.keep(f"/customerpayments/{made['payment_id']}", made, "payment_number", "amount", "unused_amount")
        now = self.send("GET", invoice)["invoice"]
        self.keep(invoice, now, "invoice_number", "total", "balance", "status")

    def void(self) -> None:
        if self.open:
            path = f"/invoices/{self.open.pop()}"
            self.send("POST", f"{path}/status/void", about=path)
            self.known.documents[path] = {"status": "void"}

    def delete(self) -> None:
        if self.drafts:
            path = f"/invoices/{self.drafts.pop()}"
            self.send("DELETE", path, about=path)
            del self.known.documents[path]
            self.known.gone.add(path)

    def bill(self) -> None:
        lines = [{"account_id": self.ids["Rent Expense"], "rate": self.random.randint(2, 500), "quantity": 1}]
        body = {
            "vendor_id": self.ids["vendor"],
            "bill_number": self.new_name(),
            "line_items": lines,
            "date": "2030-01-01",
        }
        made = self.send("POST", "/bills", body)["bill"]
        self.bills.append(made["bill_id"])
        self.keep(f"/bills/{made['bill_id']}", made, "bill_number", "total", "balance")

    def pay_bill(self) -> None:
        if not self.bills:
            return
        bill = f"/bills/{self.bills[-1]}"
        applied = [{"bill_id": self.bills.pop(), "amount_applied": 1}]
        body = {"vendor_id": self.ids["vendor"], "amount": 1, "bills": applied, "date": "2030-01-01"}
        body |= {"paid_through_account_id": self.ids["Petty Cash"]}
        self.send("POST", "/vendorpayments", body, about=bill)
        self.known.documents[bill]["balance"] -= 1

    def statement(self) -> None:
        payee = f"Fuel {self.new_name()}"
        lines = [
            {
                "date": "2030-01-01",
                "debit_or_credit": "debit",
                "amount": 3 + each,
                "payee": payee,
                "transaction_id": f"{payee} {each}",
            }
            for each in range(LINES_IN_STATEMENT)
        ]
        self.known.imports[payee] = False
        self.send("POST", "/bankstatements", {"account_id": self.ids["bank"], "transactions": lines})
        self.known.imports[payee] = True

    def expense(self) -> None:
        body = {"account_id": self.ids["Rent Expense"], "paid_through_account_id": self.ids["Petty Cash"]}
        made = self.send("POST", "/expenses", {**body, "amount": 7, "date": "2030-01-01"})["expense"]
        path = f"/expenses/{made['expense_id']}"
        self.keep(path, made, "total")
        self.send("POST", f"{path}/receipt", files={"receipt": ("r.pdf", PDF, "application/pdf")})
        self.known.receipts.add(f"{path}/receipt")

    def settings(self) -> None:
        path = f"/contacts/{self.ids['customer']}"
        notes = f"Seen {self.count} times"
        self.send("PUT", path, {"notes": notes}, about=path)
        self.known.documents[path] = {"notes": notes}

    ACTS = (
        invoice,
        invoice,
        invoice,
        payment,
        payment,
        void,
        delete,
        bill,
        bill,
        pay_bill,
        statement,
        expense,
        settings,
    )


class Crowd:
    """Several writers at once."""

    def __init__(self, writers: list[Writer]) -> None:
        self.writers = writers

    def write(self, running: Running, calls: int, kill: Callable[[], object]) -> None:
        """Have everybody write, and kill the sandbox in the middle of it once so many calls were acknowledged."""
        start = sum(writer.count for writer in self.writers)
        reached, over = threading.Event(), threading.Event()

        def enough() -> bool:
            if sum(writer.count for writer in self.writers) - start >= calls:
                reached.set()
            return over.is_set()

        threads = [threading.Thread(target=each.work, args=(running, enough)) for each in self.writers]
        for thread in threads:
            thread.start()
        assert reached.wait(60), [writer.failure for writer in self.writers]
        kill()
        over.set()
        for thread in threads:
            thread.join(60)
        assert [writer.failure for writer in self.writers if writer.failure] == []
