"""How often and after what pause a call is tried again. What may be tried again is decided in the exchange."""

import msgspec


class Retry(msgspec.Struct, frozen=True):
    """At most `attempts_max` sends of one call; pauses grow from `pause_seconds` to `pause_seconds_max`."""

    attempts_max: int = 4
    pause_seconds: float = 0.5
    pause_seconds_max: float = 8.0

    def pause(self, attempt: int, chance: float) -> float:
        """Seconds before the send after `attempt` failed ones (1, 2, …); `chance` in 0…1 spreads them by half."""
        return min(self.pause_seconds_max, self.pause_seconds * float(1 << (attempt - 1))) * (0.5 + chance / 2)
