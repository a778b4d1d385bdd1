"""What a bank transaction posts: one account gets, another gives, the bank keeps its charges, tax is told apart."""

from decimal import Decimal

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bank_transaction import BankTransaction
from tallystick.books.posting.leg import Chart, Header, Leg, convert, entry
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO, round_money


def entries(moved: BankTransaction, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry of the money that moved."""
    charges = moved.bank_charges
    charges_base = round_money(charges * moved.exchange_rate, chart.base_places) if charges else ZERO
    gets = Leg(moved.to_account_id, moved.amount, moved.base_amount, moved.contact_id)
    gives = Leg(moved.from_account_id, -moved.amount, -moved.base_amount, moved.contact_id)
    kept = (
        Leg(moved.to_account_id, -charges, -charges_base, moved.contact_id),
        Leg(chart.system_accounts[SystemAccount.BANK_FEES], charges, charges_base),
    )
    header = Header(moved.date, "bank_transaction", moved.id, moved.currency_id, moved.places)
    if not moved.lines:
        return entry(header, (gets, *kept, gives), chart.base_places)
    money_in = moved.lines[0].account_id == moved.from_account_id
    split = convert(
        gets if money_in else gives, _other_side(moved, -1 if money_in else 1), moved.exchange_rate, chart.base_places
    )
    return entry(header, (*split, *kept), chart.base_places)


def _other_side(moved: BankTransaction, sign: int) -> dict[str, Decimal]:
    """Return what the lines and their taxes move in each account."""
    amounts: dict[str, Decimal] = {}
    for line in moved.lines:
        amounts[line.account_id] = amounts.get(line.account_id, ZERO) + sign * line.net
    for tax in moved.taxes:
        amounts[tax.account_id] = amounts.get(tax.account_id, ZERO) + sign * tax.amount
    return amounts
