"""Where a connection stands with its limits, as a record to read. Nothing here counts."""

import msgspec


class Meter(msgspec.Struct, frozen=True):
    """One limit: `used` of `limit`, None where there is none or it is not known yet."""

    used: int
    limit: int | None

    @property
    def left(self) -> int | None:
        """What can still be used, None where there is no limit."""
        return None if self.limit is None else max(0, self.limit - self.used)


class Spending(msgspec.Struct, frozen=True):
    """Where the day stands: calls counted (own, and by others on the same quota), the limit, and the reset."""

    used: int
    own: int
    limit: int | None
    reset_seconds: float

    @property
    def others(self) -> int:
        """Calls that somebody else made on the same quota, or this program before it was started."""
        return max(0, self.used - self.own)

    @property
    def left(self) -> int | None:
        """Calls left today, None where the limit is not known yet."""
        return None if self.limit is None else max(0, self.limit - self.used)


class Standing(msgspec.Struct, frozen=True):
    """All limits at one moment.

    `minute` are the calls of the last window, those in flight among them; `concurrency` the calls in flight. Both
    limits fall when the vendor says no and climb back. While the vendor blocks, `blocked_by` names the limit and
    `blocked_seconds` is the rest of it; after that one call goes ahead to find out.
    """

    minute: Meter
    day: Spending
    concurrency: Meter
    blocked_by: str = ""
    blocked_seconds: float = 0.0
