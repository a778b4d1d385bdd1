"""What is owed by how late it is."""

from decimal import Decimal
from itertools import pairwise

from tallystick.insight.ageing import STRIP_WIDTH, buckets, segments
from tallystick.insight.amount import Currency
from tallystick.mirror.read import Age

POUND = Currency(code="GBP", symbol="£")


def ages_of(*amounts: str) -> tuple[Age, ...]:
    bounds = ((None, 0), (1, 30), (31, 60), (61, 90), (91, None))
    return tuple(
        Age(days_from=first, days_to=last, amount=Decimal(amount), count=int(amount != "0"))
        for (first, last), amount in zip(bounds, amounts, strict=True)
    )


def test_buckets_are_named_by_their_days() -> None:
    names = [bucket.name for bucket in buckets(ages_of("0", "0", "0", "0", "0"), POUND)]
    assert names == ["Not yet due", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"]


def test_each_bucket_has_its_share_of_the_strip() -> None:
    found = segments(ages_of("500", "0", "250", "0", "250"), POUND)
    assert [(segment.bucket.amount, segment.x) for segment in found] == [
        ("£500.00", Decimal(0)),
        ("£250.00", STRIP_WIDTH / 2),
        ("£250.00", STRIP_WIDTH * 3 / 4),
    ]
    assert all(one.x + one.width < two.x for one, two in pairwise(found))


def test_nothing_owed_leaves_the_strip_empty() -> None:
    assert segments(ages_of("0", "0", "0", "0", "0"), POUND) == ()


def test_a_bucket_in_credit_takes_no_room_and_breaks_nothing() -> None:
    found = segments(ages_of("100", "-20", "0", "0", "0"), POUND)
    assert [segment.bucket.key for segment in found] == ["age-0"]
