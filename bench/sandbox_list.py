"""A list page of 200 out of 100,000 invoices with two filters and a sort, through the sandbox's whole request path.

The invoices are made in the sandbox's book in this process, one line each, seeded. Each measured call is a page no call
before has asked for, so nothing kept from an earlier page helps. Also: the same after writes, deep pages, and the wire
form of one invoice of 20 lines. Times are of this process's own CPU, so that what else runs does not count.
"""

import random
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from bench.measurement import Measurement
from tallystick.books.documents.contact import CreateContact
from tallystick.books.documents.invoice import CreateInvoice, Invoice, InvoiceState, MarkInvoiceSent
from tallystick.books.documents.line import LineFields
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.wire import Request
from tallystick.vendors.zoho_books.operations import OPERATIONS

INVOICES = 100_000
CUSTOMERS = 4_000
DAYS = 400
LIST_MS_MAX = 15.0
DETAIL_MS_MAX = 0.3
ROUNDS = 40
SEED = 20_260_609


class Books:
    """A sandbox with many invoices, and calls to it without sockets."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        self.sandbox = Sandbox("empty", limits=False)
        self.connection = self.sandbox.connection
        self.organization = self.sandbox.emulator.organizations[self.connection["organization_id"]]
        self.customers = [
            self.organization.execute(CreateContact(name=f"Customer {number:05d}")).id for number in range(CUSTOMERS)
        ]
        self.last = self.sandbox.emulator.now().date()
        self.invoices = [self.create().id for _ in range(INVOICES)]
        self.organization.commit()

    def create(self, *, lines: int = 1) -> Invoice:
        """Make one invoice: any customer, day and amount."""
        pick = self.random
        day = self.last - timedelta(days=pick.randrange(DAYS))
        rate = Decimal(pick.randrange(100, 100_000)) / 100
        invoice: Invoice = self.organization.execute(
            CreateInvoice(
                contact_id=pick.choice(self.customers),
                date=day,
                due_date=day + timedelta(days=pick.choice((0, 15, 30, 60))),
                state=pick.choice((InvoiceState.DRAFT, InvoiceState.SENT, InvoiceState.SENT)),
                lines=tuple(LineFields(name=f"Item {number}", rate=rate) for number in range(lines)),
            )
        )
        return invoice

    def list(self, **query: str) -> int:
        """Ask for a page; return how many rows came."""
        pairs = (("organization_id", self.connection["organization_id"]), *query.items())
        headers = {"authorization": f"Zoho-oauthtoken {self.connection['access_token']}"}
        response = self.sandbox.emulator.answer(Request("GET", "/books/v3/invoices", pairs, headers), "/invoices", "us")
        if response.status != 200:
            raise RuntimeError(response.body.decode())
        return response.body.count(b'"invoice_id"')

    def call(self) -> Call:
        """Return a call as a handler gets it."""
        now = self.sandbox.emulator.now().astimezone(self.organization.zone)
        return Call(
            operation=OPERATIONS["get_invoice"],
            organization=self.organization,
            user_id="",
            holder_id="",
            now=now,
            today=now.date(),
            host=self.sandbox.emulator,
        )


def milliseconds(run: Callable[[int], object]) -> list[float]:
    """Run something ROUNDS times and return what each took."""
    found = []
    for turn in range(ROUNDS):
        started = time.process_time()
        run(turn)
        found.append((time.process_time() - started) * 1_000)
    return found


def measure() -> Iterable[Measurement]:
    """Measure lists in several shapes and one detail."""
    books = Books()

    def day(turn: int) -> str:
        found: date = books.last - timedelta(days=DAYS - turn)
        return found.isoformat()

    pages: dict[str, Callable[[int], object]] = {
        "status and date range, by total": lambda turn: books.list(
            status="overdue", date_start=day(turn), sort_column="total"
        ),
        "two statuses and total, by customer": lambda turn: books.list(
            status="sent,draft", total_greater_than=str(100 + turn), sort_column="customer_name"
        ),
        "customer and date, by due date": lambda turn: books.list(
            customer_id=books.customers[turn], date_before=day(DAYS), sort_column="due_date"
        ),
        "text and status, by date": lambda turn: books.list(
            invoice_number_contains=f"{turn:02d}", status="draft", sort_column="date"
        ),
    }
    for name, page in pages.items():
        started = time.process_time()
        page(ROUNDS)
        first = (time.process_time() - started) * 1_000
        taken = milliseconds(page)
        note = f"worst {max(taken):.1f} ms; the first ever, which builds the columns, {first:.0f} ms"
        yield Measurement(f"list 200 of 100,000: {name}", median(taken), "ms", LIST_MS_MAX, note=note)

    def after_writes(turn: int) -> object:
        books.list(status="overdue", date_start=day(turn), sort_column="total", page=str(turn % 5 + 1))
        return None

    taken = []
    for turn in range(ROUNDS):
        for identity in books.invoices[turn * 10 : turn * 10 + 10]:
            books.organization.execute(MarkInvoiceSent(id=identity))
        books.organization.commit()
        started = time.process_time()
        after_writes(turn)
        taken.append((time.process_time() - started) * 1_000)
    yield Measurement("the same after ten writes", median(taken), "ms", LIST_MS_MAX, note=f"worst {max(taken):.1f} ms")

    turned = milliseconds(
        lambda turn: books.list(status="overdue", date_start=day(7), sort_column="total", page=str(turn + 1))
    )
    yield Measurement("turning its pages", median(turned), "ms", LIST_MS_MAX, note=f"worst {max(turned):.1f} ms")

    call, invoice = books.call(), books.create(lines=20)
    details = milliseconds(lambda _: invoice_wire.detail(call, invoice))
    yield Measurement("the wire form of an invoice of 20 lines", median(details), "ms", DETAIL_MS_MAX)


def main() -> None:
    """Print each number with its bound and whether it is kept."""
    for found in measure():
        print(f"{found.what} {found.value:.3f} {found.bound} {'ok' if found.holds else 'MISSED'}")


if __name__ == "__main__":
    main()
