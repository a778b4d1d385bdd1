"""Databases: opening them, their tables by numbered steps, their queries by name. Never HTTP, never a vendor."""

from tallystick.store.migration import migrate
from tallystick.store.queries import Queries
from tallystick.store.sqlite import Store, open_sqlite
from tallystick.store.tenant import Tenant

__all__ = ["Queries", "Store", "Tenant", "migrate", "open_sqlite"]
