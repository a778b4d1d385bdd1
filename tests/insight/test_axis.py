"""Round numbers along a money axis."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.insight.axis import round_ticks

AMOUNTS = st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=12).map(tuple)


def ticks_of(*amounts: str) -> list[str]:
    return [f"{tick:f}" for tick in round_ticks(tuple(map(Decimal, amounts)))]


def test_an_axis_starts_at_zero_and_ends_at_a_round_number() -> None:
    assert ticks_of("93120.40", "38110.77") == ["0", "20000", "40000", "60000", "80000", "100000"]


def test_an_axis_with_losses_reaches_below_zero() -> None:
    assert ticks_of("800", "-1500.50") == ["-2000", "-1500", "-1000", "-500", "0", "500", "1000"]


def test_an_axis_of_losses_only_ends_at_zero() -> None:
    assert ticks_of("-0.09") == ["-0.10", "-0.08", "-0.06", "-0.04", "-0.02", "0.00"]


def test_an_axis_is_never_finer_than_the_smallest_coin() -> None:
    assert ticks_of("0.01") == ["0.00", "0.01"]
    assert [int(tick) for tick in round_ticks((Decimal(3),), places=0)] == [0, 1, 2, 3]


def test_nothing_but_zeros_has_one_tick() -> None:
    assert round_ticks((Decimal("0.00"), Decimal(0))) == (Decimal(0),)


@settings(derandomize=True, max_examples=300)
@given(AMOUNTS)
def test_ticks_are_few_even_round_and_enclose_every_amount_and_zero(amounts: tuple[Decimal, ...]) -> None:
    ticks = round_ticks(amounts)
    assert Decimal(0) in ticks
    assert all(ticks[0] <= amount <= ticks[-1] for amount in amounts)
    assert len(ticks) <= 7
    steps = {later - earlier for earlier, later in pairwise(ticks)}
    assert len(steps) <= 1
    assert all(step.normalize().as_tuple().digits in {(1,), (2,), (5,)} for step in steps)
