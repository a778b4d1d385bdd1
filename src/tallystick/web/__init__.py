"""Door: pages for a finance team, rendered from the mirror. No SQL, no vendor call, and no script in the browser."""

from tallystick.web.site import About, site

__all__ = ["About", "site"]
