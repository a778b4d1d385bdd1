"""The vendor's data centres as path prefixes of one emulator, and the addresses it gives for them. No routing of calls."""

from typing import Final

import msgspec


class Centre(msgspec.Struct, frozen=True):
    """One data centre: the `location` it calls itself and its two real hosts (empty where none is known)."""

    location: str
    accounts: str
    api: str


HOME: Final = "us"
CENTRES: Final = {
    # documented(zoho.com/accounts multi-dc page) and recorded(2026-08, probes of eight centres); uk and ae from clients.
    centre.location: centre
    for centre in (
        Centre("us", "https://accounts.zoho.com", "https://www.zohoapis.com"),
        Centre("eu", "https://accounts.zoho.eu", "https://www.zohoapis.eu"),
        Centre("in", "https://accounts.zoho.in", "https://www.zohoapis.in"),
        Centre("au", "https://accounts.zoho.com.au", "https://www.zohoapis.com.au"),
        Centre("jp", "https://accounts.zoho.jp", "https://www.zohoapis.jp"),
        Centre("ca", "https://accounts.zohocloud.ca", "https://www.zohoapis.ca"),
        Centre("sa", "https://accounts.zoho.sa", "https://www.zohoapis.sa"),
        Centre("cn", "https://accounts.zoho.com.cn", "https://www.zohoapis.com.cn"),
        Centre("uk", "https://accounts.zoho.uk", "https://www.zohoapis.uk"),
        Centre("ae", "https://accounts.zoho.ae", "https://www.zohoapis.ae"),
    )
}
_ACCOUNTS_HOSTS: Final = frozenset(centre.accounts.removeprefix("https://") for centre in CENTRES.values())


class Addresses(msgspec.Struct, frozen=True):
    """Where the centres are reached: below one base address, or at the vendor's real hosts."""

    base: str
    real_hosts: bool = False

    def local(self, location: str) -> str:
        """Return the address of a centre here, without a slash at the end."""
        return self.base if location == HOME else f"{self.base}/{location}"

    def accounts(self, location: str) -> str:
        """Return the address of a centre's accounts server, as its answers name it."""
        return CENTRES[location].accounts if self.real_hosts else self.local(location)

    def accounts_hosts(self) -> frozenset[str]:
        """Return the names of the accounts servers, where the vendor's real ones are used; else none."""
        return _ACCOUNTS_HOSTS if self.real_hosts else frozenset()

    def api(self, location: str) -> str:
        """Return the address of a centre's API (`api_domain`), as its answers name it."""
        return CENTRES[location].api if self.real_hosts else self.local(location)


def _hosts() -> dict[str, str]:
    """Return every real host of the vendor that programs call, with the centre it belongs to.

    The old hosts of the API stand beside the accounts servers: `books.zoho.in` beside `accounts.zoho.in`; only those of
    .com and .in were seen in programs, the others follow the pattern.
    """
    found: dict[str, str] = {}
    for centre in CENTRES.values():
        accounts, api = centre.accounts.removeprefix("https://"), centre.api.removeprefix("https://")
        found |= dict.fromkeys((accounts, api, accounts.replace("accounts.", "books.", 1)), centre.location)
    return found


HOSTS: Final = _hosts()
"""The real hosts by name, each with its centre."""


def split_centre(path: str) -> tuple[str, str]:
    """Return the centre a path is below and the rest of the path; no prefix is the home centre."""
    first, _, rest = path[1:].partition("/")
    if first in CENTRES:
        return first, f"/{rest}"
    return HOME, path
