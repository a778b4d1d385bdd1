"""The book against the auditor: seeded days of business, legal and not, must go as the rules of accounting say."""

from collections.abc import Callable
from typing import Final

import pytest

from tests.books.audit.crediting import Creditor
from tests.books.audit.keeping import Keeper

STEPS: Final = 120
SEEDS_SHORT: Final = range(100)
SEEDS_LONG: Final = tuple(range(1_000, 9_000, 1_000))
RUNS_PER_SEED: Final = 1_000


class Business(Creditor, Keeper):
    """A company whose people do everything the book knows, often enough that it meets."""

    @property
    def deeds(self) -> dict[Callable[[], None], int]:
        """Return what may be asked, with how often."""
        return {
            self.make_claim: 20,
            self.edit_claim: 5,
            self.move_claim: 8,
            self.give_up: 4,
            self.make_credit: 8,
            self.edit_credit: 3,
            self.move_credit: 5,
            self.make_money: 18,
            self.edit_money: 6,
            self.remove_money: 4,
            self.apply: 14,
            self.unapply: 6,
            self.refund: 7,
            self.take_refund_back: 3,
            self.receipt: 4,
            self.expense: 5,
            self.journal: 6,
            self.hand_credit: 8,
            self.transfer: 4,
            self.opening: 2,
            self.request: 5,
            self.order: 6,
            self.lock: 4,
            self.day_passes: 2,
        }


def business(seed: int) -> None:
    """Do a seed's business; what fails is told with the seed and the last thing asked."""
    company = Business(seed)
    deeds = company.deeds
    doing, weights = list(deeds), list(deeds.values())
    try:
        for _ in range(STEPS):
            company.random.choices(doing, weights)[0]()
        company.close()
    except Exception as error:
        error.add_note(f"seed {seed}, {len(company.story)} asked, last {company.story[-1:]}")
        raise


def test_the_book_agrees_with_the_auditor() -> None:
    for seed in SEEDS_SHORT:
        business(seed)


def test_a_rounding_left_over_goes_to_the_same_line_whatever_line_of_nothing_stands_before_it() -> None:
    business(2934)


def test_money_that_changes_its_currency_alone_is_held_by_a_lock() -> None:
    business(7345)


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("first", SEEDS_LONG)
def test_the_book_agrees_with_the_auditor_for_long(first: int) -> None:
    """Bounded by its seeds: about ten minutes on one core for all of them."""
    for seed in range(first, first + RUNS_PER_SEED):
        business(seed)
