"""The local copy of a connection's records: tables, roll-ups, views, events, tombstones. Never a vendor call."""

from tallystick.mirror.mirror import Mirror, open_mirror

__all__ = ["Mirror", "open_mirror"]
