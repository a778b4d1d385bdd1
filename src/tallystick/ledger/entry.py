"""Immutable double-entry records and the checks each must pass. No balance is kept here and no document is known."""

import datetime as dt
from collections.abc import Callable
from typing import Final

import msgspec


class Posting(msgspec.Struct, frozen=True, gc=False):
    """One line of an entry. Amounts are integer minor units, debit positive: in base and in the entry's currency."""

    account_id: str
    amount: int
    currency_amount: int
    contact_id: str = ""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A balanced record of one event: its date, what it records (`invoice`, `refund`, …) and its postings.

    `part_id` names the part of the source it stands for, when that has an id of its own: one refund of several.
    """

    date: dt.date
    event: str
    source_id: str
    currency_id: str
    postings: tuple[Posting, ...]
    part_id: str = ""


def _balances(entry: Entry) -> str:
    difference = sum(posting.amount for posting in entry.postings)
    return f"debits exceed credits by {difference}" if difference else ""


def _has_two_sides(entry: Entry) -> str:
    return "" if len(entry.postings) > 1 else "an entry needs at least two postings"


def _names_accounts(entry: Entry) -> str:
    return "" if all(posting.account_id for posting in entry.postings) else "a posting names no account"


def _moves_something(entry: Entry) -> str:
    moved = all(posting.amount or posting.currency_amount for posting in entry.postings)
    return "" if moved else "a posting of nothing"


CHECKS: Final[tuple[Callable[[Entry], str], ...]] = (_balances, _has_two_sides, _names_accounts, _moves_something)
"""Each returns what is wrong with an entry, or nothing."""


def problems(entry: Entry) -> list[str]:
    """Return what is wrong with an entry; an empty list means it may be posted."""
    return [problem for check in CHECKS if (problem := check(entry))]
