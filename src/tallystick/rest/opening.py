"""What a connection is opened with: arguments before environment before file. It reads them and sends nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from tallystick.config import PROCESS, credentials_path, read_variables
from tallystick.model.errors import ConfigurationError
from tallystick.rest.credentials_file import Kept, read_credentials
from tallystick.rest.vendor import Vendor

WHERE: Final = frozenset(("region", "accounts_url", "api_url"))
WHO: Final = frozenset(("client_id", "refresh_token", "access_token"))


def opening(
    vendor: Vendor,
    *,
    given: Mapping[str, Any],
    environment: Mapping[str, str] = PROCESS,
    file: str | Path | None = None,
) -> dict[str, Any]:
    """Return the arguments of the vendor's Client from all three sources, the stronger one's first.

    Who names a region or an address names it alone: a weaker source's is not mixed in. Without `file` the usual one
    is read if it is there. Raises ConfigurationError when a file cannot be used or there is nothing to authorise with.
    """
    usual = credentials_path(vendor.id, environment)
    path = Path(file) if file else usual
    kept = read_credentials(path) if file or path.exists() else Kept()
    from_file = {name: value for name, value in msgspec.structs.asdict(kept).items() if value}
    from_environment: dict[str, Any] = dict(read_variables(vendor.variables, environment))
    merged: dict[str, Any] = {}
    for source in (given, from_environment, from_file):
        placed = bool(WHERE & merged.keys())
        authorised = bool(WHO & merged.keys())
        merged |= {
            name: value
            for name, value in source.items()
            if value not in ("", None)
            and name not in merged
            and not (placed and name in WHERE)
            and not (authorised and name == "access_token")  # it belongs to its own authorisation and to no other
        }
    merged.pop("redirect_uri", None)  # for authorising only
    if not WHO & merged.keys():
        hint = (
            f"Run `tallystick authorize {vendor.id.replace('_', '-')}`, which writes {path}; or set "
            f"{', '.join(vendor.variables.values()) or 'nothing: this vendor has no variables'}."
        )
        raise ConfigurationError(f"nothing says how to authorise at {vendor.name}", hint=hint)
    if "region" in merged:
        vendor.region(merged["region"])
    return merged
