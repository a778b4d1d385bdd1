"""What makes an entry right."""

import datetime as dt

import pytest

from tallystick.ledger.entry import Entry, Posting, problems

DAY = dt.date(2026, 3, 2)


def entry(*postings: tuple[str, int]) -> Entry:
    return Entry(DAY, "journal", "1", "usd", tuple(Posting(account, amount, amount) for account, amount in postings))


def test_an_entry_whose_debits_equal_its_credits_may_be_posted() -> None:
    assert problems(entry(("cash", 120), ("sales", -100), ("tax", -20))) == []


@pytest.mark.parametrize(
    ("postings", "problem"),
    [
        ([("cash", 120), ("sales", -100)], "debits exceed credits by 20"),
        ([("cash", 100), ("sales", -120)], "debits exceed credits by -20"),
        ([("", 100), ("sales", -100)], "a posting names no account"),
        ([("cash", 0), ("bank", 5), ("sales", -5)], "a posting of nothing"),
    ],
)
def test_a_wrong_entry_says_what_is_wrong_with_it(postings: list[tuple[str, int]], problem: str) -> None:
    assert problems(entry(*postings)) == [problem]


def test_an_entry_with_one_side_says_both_things_wrong_with_it() -> None:
    assert problems(entry(("cash", 5))) == ["debits exceed credits by 5", "an entry needs at least two postings"]
