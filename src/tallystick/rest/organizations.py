"""Which of a person's organisations is meant: never silently the first. Nothing here sends."""

from typing import Any

from tallystick.model import errors
from tallystick.rest.vendor import Directory, Vendor

NAMED_MAX = 20
"""How many organisations an error names in its sentence; all of them are in its `organizations`."""


def pick(vendor: Vendor, directory: Directory, name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the row that `name`, an id or a name, means; without one the only row. Raises OrganisationUnclear."""
    wanted = name.strip().casefold()
    found = [
        row
        for row in rows
        if not wanted or wanted in (str(row[directory.id]), str(row.get(directory.name, "")).casefold())
    ]
    if len(found) != 1:
        raise _unclear(vendor, directory, name, rows)
    return found[0]


def _unclear(vendor: Vendor, directory: Directory, name: str, rows: list[dict[str, Any]]) -> errors.OrganisationUnclear:
    """Return the error that names every organisation there is."""
    there = [(str(row[directory.id]), str(row.get(directory.name, ""))) for row in rows]
    told = ", ".join(f"{title} ({number})" for number, title in there[:NAMED_MAX])
    more = f" and {len(there) - NAMED_MAX} more" if len(there) > NAMED_MAX else ""
    if not there:
        message, hint = (
            "the token speaks for no organisation",
            f"Create one at {vendor.name}, or authorise as a member.",
        )
    else:
        message = f"no organisation is called {name!r}" if name else "the token speaks for several organisations"
        hint = f"Give {vendor.organization} of one of these: {told}{more}."
    return errors.OrganisationUnclear(message, organizations=there, hint=hint)
