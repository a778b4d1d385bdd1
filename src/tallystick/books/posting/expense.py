"""What an expense posts: cost and tax against the account it was paid through. No document of credit is known here."""

from decimal import Decimal

from tallystick.books.documents.expense import Expense
from tallystick.books.posting.leg import Chart, Header, Leg, convert, entry
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO


def entries(expense: Expense, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry an expense stands for."""
    amounts: dict[str, Decimal] = {}
    for line in expense.lines:
        amounts[line.account_id] = amounts.get(line.account_id, ZERO) + line.net
    for tax in expense.taxes:
        amounts[tax.account_id] = amounts.get(tax.account_id, ZERO) + tax.amount
    paid = Leg(expense.paid_through_id, -expense.total, -expense.base_total)
    header = Header(expense.date, "expense", expense.id, expense.currency_id, expense.places)
    return entry(header, convert(paid, amounts, expense.exchange_rate, chart.base_places), chart.base_places)
