"""What a base currency adjustment posts: the unrealised gain at the end of its day, and its reversal the day after."""

import datetime as dt

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.base_currency_adjustment import BaseCurrencyAdjustment
from tallystick.books.posting.leg import Chart
from tallystick.ledger.entry import Entry, Posting
from tallystick.model.money import to_minor


def entries(adjustment: BaseCurrencyAdjustment, chart: Chart) -> tuple[Entry, ...]:
    """Return the two entries of an adjustment; only the base currency moves."""
    exchange = chart.system_accounts[SystemAccount.EXCHANGE_GAIN_OR_LOSS]
    gains = {each.account_id: to_minor(each.gain, chart.base_places) for each in adjustment.accounts}
    gains[exchange] = gains.get(exchange, 0) - sum(gains.values())
    moved = {account_id: amount for account_id, amount in gains.items() if amount}
    if not moved:
        return ()
    identity, currency = adjustment.id, adjustment.currency_id
    booked = tuple(Posting(account_id, amount, 0) for account_id, amount in moved.items())
    back = tuple(Posting(account_id, -amount, 0) for account_id, amount in moved.items())
    return (
        Entry(adjustment.date, "base_currency_adjustment", identity, currency, booked),
        Entry(adjustment.date + dt.timedelta(days=1), "base_currency_adjustment_reversal", identity, currency, back),
    )
