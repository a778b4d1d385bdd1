"""From a vendor into the mirror: probe, budget, fetch, merge, run. Never a vendor call outside a budget."""

from tallystick.sync.run import Report, StreamReport, sync

__all__ = ["Report", "StreamReport", "sync"]
