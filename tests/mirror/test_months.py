"""The month roll-up equals what adding everything up from scratch gives, whatever happened to the records."""

from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.mirror.merge import finish_pass
from tallystick.mirror.state import StreamState
from tests.mirror.rows import AT, credit_note, invoice, merge, mirror_of, payment, refund, table

money = st.decimals(min_value=0, max_value=9999, places=2)
day = st.sampled_from(["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-02", ""])
key = st.sampled_from(["1", "2", "3"])
rate = st.sampled_from([Decimal("1.25"), Decimal("0.333333"), ""])
currency = st.sampled_from(["GBP", "USD"])

invoices = st.builds(
    lambda key, total, day, status, currency, rate: (
        "invoices",
        invoice(key, total=total, date=day, status=status, currency_code=currency, exchange_rate=rate),
    ),
    key, money, day, st.sampled_from(["draft", "sent", "overdue", "paid", "void", "pending_approval"]), currency, rate,
)  # fmt: skip
credit_notes = st.builds(
    lambda key, total, day, status: ("credit_notes", credit_note(key, total=total, date=day, status=status)),
    key, money, day, st.sampled_from(["draft", "open", "closed", "void"]),
)  # fmt: skip
payments = st.builds(
    lambda key, amount, refunded, day: (
        "payments",
        payment(key, amount=amount, bcy_amount=amount, bcy_refunded_amount=refunded, date=day or "2026-01-01"),
    ),
    key, money, money, day,
)  # fmt: skip
refunds = st.builds(
    lambda key, amount, day: ("refunds", refund(key, amount_bcy=amount, date=day or "2026-01-01")), key, money, day
)
burials = st.sampled_from(["invoices", "credit_notes", "payments", "refunds"]).map(lambda stream: (stream, None))

RECOUNTED = """
SELECT month, sum(invoiced), sum(collected) FROM (
    SELECT substr(date, 1, 7) AS month, base_total AS invoiced, 0 AS collected FROM mirror_invoices
    WHERE deleted_at IS NULL AND status NOT IN ('draft', 'void')
    UNION ALL
    SELECT substr(date, 1, 7), -base_total, 0 FROM mirror_credit_notes
    WHERE deleted_at IS NULL AND status NOT IN ('draft', 'voided')
    UNION ALL
    SELECT substr(date, 1, 7), 0, base_total - base_refunded FROM mirror_payments WHERE deleted_at IS NULL
    UNION ALL
    SELECT substr(date, 1, 7), 0, -base_total FROM mirror_refunds WHERE deleted_at IS NULL
)
WHERE month IS NOT NULL GROUP BY month
"""


def months(rows: list[tuple[Any, ...]]) -> dict[str, tuple[int, int]]:
    found = {month: (invoiced or 0, collected or 0) for month, invoiced, collected in rows}
    return {month: sums for month, sums in found.items() if sums != (0, 0)}


@given(st.lists(invoices | credit_notes | payments | refunds | burials, max_size=25))
@settings(derandomize=True, deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
def test_the_roll_up_equals_a_recount_after_any_history(history: list[tuple[str, dict[str, Any] | None]]) -> None:
    mirror = mirror_of()
    for sweep, (stream, row) in enumerate(history, start=1):
        if row is None:
            finish_pass(mirror, stream, StreamState(sweep=sweep), at=AT, unseen_since=sweep)
        else:
            merge(mirror, stream, row, sweep=sweep)
        recounted = mirror.store.connection.execute(RECOUNTED).fetchall()
        kept = table(mirror, "mirror_months", "month", "invoiced", "collected")
        assert months(kept) == months(recounted)
    mirror.close()


def test_rows_removed_from_the_tables_are_taken_back_too() -> None:
    mirror = mirror_of()
    merge(mirror, "invoices", invoice("1"), invoice("2"))
    merge(mirror, "payments", payment("1"))
    mirror.store.connection.execute("DELETE FROM mirror_invoices WHERE id = '1'; DELETE FROM mirror_payments")
    assert table(mirror, "months", "month", "invoiced", "collected") == [("2026-10", "120.00", "0.00")]
