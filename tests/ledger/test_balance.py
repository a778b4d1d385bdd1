"""Balances as entries come and go."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.ledger.balance import Balances
from tallystick.ledger.entry import Entry, Posting

DAY = dt.date(2026, 3, 2)


def entry(*postings: tuple[str, int]) -> Entry:
    return Entry(DAY, "journal", "1", "usd", tuple(Posting(account, amount, amount) for account, amount in postings))


def balanced(amounts: list[int]) -> Entry:
    return entry(*((f"account {index}", amount) for index, amount in enumerate(amounts)), ("other", -sum(amounts)))


def test_balances_follow_the_entries() -> None:
    balances = Balances([entry(("cash", 120), ("sales", -120)), entry(("cash", -20), ("rent", 20))])
    assert dict(balances) == {"cash": 100, "sales": -120, "rent": 20}
    assert balances.total == 0
    assert balances.of("bank") == 0


def test_a_balance_may_pass_through_nothing() -> None:
    bought, sold = entry(("stock", 5), ("cash", -5)), entry(("stock", -5), ("cash", 5))
    balances = Balances([bought, sold])
    assert dict(balances) == {}
    balances.remove(sold)
    balances.remove(bought)
    assert balances == Balances()


@settings(derandomize=True, max_examples=50)
@given(st.lists(st.lists(st.integers(-(10**17), 10**17), min_size=1, max_size=5), max_size=8), st.data())
def test_an_entry_taken_back_leaves_the_balances_as_if_never_posted(
    ledger: list[list[int]], data: st.DataObject
) -> None:
    entries = [balanced(amounts) for amounts in ledger]
    balances = Balances(entries)
    taken = data.draw(st.sets(st.sampled_from(range(len(entries)))) if entries else st.just(set[int]()))
    for index in taken:
        balances.remove(entries[index])
    assert balances == Balances(entry for index, entry in enumerate(entries) if index not in taken)
    assert balances.total == 0
