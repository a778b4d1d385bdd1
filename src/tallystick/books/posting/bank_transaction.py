"""What a bank transaction posts: one account gets, another gives, the bank keeps its charges."""

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.bank_transaction import BankTransaction
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry
from tallystick.model.money import ZERO, round_money


def entries(moved: BankTransaction, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry of the money that moved."""
    charges = moved.bank_charges
    charges_base = round_money(charges * moved.exchange_rate, chart.base_places) if charges else ZERO
    legs = (
        Leg(moved.to_account_id, moved.amount - charges, moved.base_amount - charges_base, moved.contact_id),
        Leg(chart.system_accounts[SystemAccount.BANK_FEES], charges, charges_base),
        Leg(moved.from_account_id, -moved.amount, -moved.base_amount, moved.contact_id),
    )
    header = Header(moved.date, "bank_transaction", moved.id, moved.currency_id, moved.places)
    return entry(header, legs, chart.base_places)
