"""How many calls a run may spend. It counts and says stop; the vendor's own limits are kept by the client's limiter."""

from tallystick.rest.answer import Limits

CALLS_RESERVED = 10
"""Calls of the vendor's day that a run leaves for people."""


class Budget:
    """Calls of one run: `spent` so far, at most `calls_max` (None: as many as the vendor's day has left)."""

    def __init__(self, calls_max: int | None, *, calls_reserved: int = CALLS_RESERVED) -> None:
        self.calls_max = calls_max
        self.calls_reserved = calls_reserved
        self.spent = 0
        self._remaining: int | None = None

    def allows(self) -> bool:
        """Whether another call may be made: within this run, and before the vendor itself would stop us."""
        if self.calls_max is not None and self.spent >= self.calls_max:
            return False
        return self._remaining is None or self._remaining > self.calls_reserved

    def spend(self) -> None:
        """Count one call; it is counted before it is made, because a call that fails was made too."""
        self.spent += 1

    def close(self) -> None:
        """Allow no further call: the vendor has said that a limit is spent."""
        self.calls_max = self.spent

    def note(self, limits: Limits) -> None:
        """Remember what the vendor says is left of the day."""
        if limits.remaining is not None:
            self._remaining = limits.remaining
