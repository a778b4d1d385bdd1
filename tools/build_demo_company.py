"""Writes the demo company that is shipped: real documents of about sixty of a retailer's customers, and how they paid.

    python tools/build_demo_company.py online-retail.csv.xz

The file is src/tallystick/sandbox/companies/demo.jsonl.xz, a company file: a header, then one Book command a line.
The same input gives the same bytes. Dates stay as they were; the sandbox moves them by whole weeks when it reads them.
"""

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools import demo_people, retail  # noqa: E402  # the path is set just above
from tools.demo_payments import HABITS, TERMS_DAYS, TODAY, Account, Command, Story  # noqa: E402  # the path is set above

FILE = ROOT / "src/tallystick/sandbox/companies/demo.jsonl.xz"
BYTES_MAX = 400_000
ITEM_USES_MIN = 8
"""A product sold this often is an item of the company; rarer ones are described on the line."""
OPENED = datetime(2010, 11, 30, 9, 0, tzinfo=retail.ZONE)
HEADER = {
    "tallystick_company": 1,
    "today": TODAY.isoformat(),
    "settings": {
        "name": "Tallystick Demo Gifts",
        "base_currency": retail.CURRENCY,
        "time_zone": str(retail.ZONE),
        "country_code": "GB",
    },
    "organization": {"name": "Tallystick Demo Gifts", "country": "United Kingdom", "country_code": "GB"},
    "attribution": retail.ATTRIBUTION,
    "source": retail.SOURCE,
}


class Catalogue:
    """The company's items, and a document's lines in terms of them."""

    def __init__(self, documents: list[retail.Document]) -> None:
        lines = [line for document in documents for line in document.lines]
        uses = Counter(line.code.upper() for line in lines)
        self._first = {line.code.upper(): line for line in reversed(lines) if line.price > 0 and line.description}
        self._rates = {
            code: self._usual_rate(code, lines) for code, count in uses.items() if self._is_item(code, count)
        }

    def _is_item(self, code: str, count: int) -> bool:
        return count >= ITEM_USES_MIN and code in self._first

    @staticmethod
    def _usual_rate(code: str, lines: list[retail.Sale]) -> Decimal:
        prices = Counter(line.price for line in lines if line.code.upper() == code and line.price > 0)
        return max(prices, key=lambda price: (prices[price], price))

    def commands(self) -> Iterator[Command]:
        """Yield the commands that make the items; two of one description are told apart by their code."""
        taken = Counter(self._first[code].description for code in self._rates)
        for number, code in enumerate(sorted(self._rates)):
            name = self._first[code].description
            fields = {"name": f"{name} {code}" if taken[name] > 1 else name, "sku": code, "rate": self._rates[code]}
            at = OPENED + timedelta(seconds=number)
            yield {"at": at.isoformat(), "command": "create_item", "as": f"item:{code}", **fields}

    def lines(self, document: retail.Document) -> list[dict[str, Any]]:
        """Return a document's lines as the command takes them; a credit note's quantities are positive."""
        return [self._line(line, -1 if document.kind is retail.Kind.CREDIT_NOTE else 1) for line in document.lines]

    def _line(self, line: retail.Sale, sign: int) -> dict[str, Any]:
        code, quantity = line.code.upper(), line.quantity * sign
        if code not in self._rates:
            return {"name": line.description or f"Product {line.code}", "quantity": quantity, "rate": line.price}
        rate = {} if line.price == self._rates[code] else {"rate": line.price}
        return {"item_id": f"@item:{code}", "quantity": quantity, **rate}


def build(documents: Iterable[retail.Document]) -> list[dict[str, Any]]:
    """Return the lines of the company file, header first."""
    trade = demo_people.choose(documents)
    catalogue = Catalogue([document for own in trade.values() for document in own])
    accounts, lines = [], [HEADER, *_accounts(), *catalogue.commands()]
    for place, customer in enumerate(trade):
        habit = HABITS[(place * 7) % len(HABITS)]
        terms = TERMS_DAYS[demo_people.draw(f"terms {customer.number}", len(TERMS_DAYS))]
        account = Account(customer, f"customer:{customer.number}", terms, habit)
        accounts.append(account)
        at = OPENED + timedelta(hours=2, minutes=place)
        fields = demo_people.contact(customer, place) | {"terms_days": terms, "terms_label": f"Net {terms}"}
        lines.append({"at": at.isoformat(), "command": "create_contact", "as": account.handle, **fields})
    story = Story(accounts, {customer.number: own for customer, own in trade.items()})
    return [*lines, *(_with_lines(command, catalogue) for command in story.commands())]


def _accounts() -> list[Command]:
    capital = Decimal("25000.00")
    opening = [
        {"account_id": "@current account", "side": "debit", "amount": capital},
        {"account_id": "@account:Owner's Equity", "side": "credit", "amount": capital},
    ]
    at, day = OPENED.isoformat(), OPENED.date().isoformat()
    return [
        {"at": at, "command": "create_account", "as": "current account", "name": "Current Account", "type": "bank"},
        {"at": at, "command": "create_journal", "date": day, "notes": "Capital paid in", "lines": opening},
    ]


def _with_lines(command: Command, catalogue: Catalogue) -> Command:
    document = command.get("lines")
    return command | {"lines": catalogue.lines(document)} if isinstance(document, retail.Document) else command


def packed(lines: list[dict[str, Any]]) -> bytes:
    """Return the file's bytes; money is written as JSON numbers, exactly."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    return lzma.compress(b"\n".join(map(encoder.encode, lines)) + b"\n", preset=9 | lzma.PRESET_EXTREME)


def main() -> int:
    """Write the file; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="online-retail.csv or online-retail.csv.xz")
    given = parser.parse_args()
    try:
        lines = build(retail.read(given.data))
    except retail.RetailError as error:
        print(error, file=sys.stderr)
        return 1
    content = packed(lines)
    if len(content) > BYTES_MAX:
        print(
            f"the company is {len(content):,} bytes, more than {BYTES_MAX:,}: choose fewer customers", file=sys.stderr
        )
        return 1
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(content)
    counts = Counter(line.get("command", "header") for line in lines)
    print(f"{FILE.relative_to(ROOT)}: {len(content):,} bytes,", ", ".join(f"{n} {name}" for name, n in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
