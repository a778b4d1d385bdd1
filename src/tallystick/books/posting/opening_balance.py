"""What opening balances post: each account as it stood, and the offset account for the rest."""

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.journal import Side
from tallystick.books.documents.opening_balance import OpeningBalance
from tallystick.books.posting.leg import Chart
from tallystick.ledger.entry import Entry, Posting
from tallystick.model.money import to_minor


def entries(opening: OpeningBalance, chart: Chart) -> tuple[Entry, ...]:
    """Return the entry of all opening balances, in the base currency."""
    places = chart.base_places
    netted: dict[str, int] = {}
    for line in opening.lines:
        amount = to_minor(line.base_amount, places) * (1 if line.side is Side.DEBIT else -1)
        netted[line.account_id] = netted.get(line.account_id, 0) + amount
    offset = chart.system_accounts[SystemAccount.OPENING_BALANCE]
    netted[offset] = netted.get(offset, 0) - sum(netted.values())
    postings = tuple(Posting(account_id, amount, amount) for account_id, amount in netted.items() if amount)
    if not postings:
        return ()
    return (Entry(opening.date, "opening_balance", opening.id, chart.base_currency_id, postings),)
