"""Where webhooks may be sent: this machine, and what the user allows beyond it. Nothing is sent here.

A name is resolved once, every address it has is checked, and only checked addresses are connected to: a name that
means another address a moment later leads nowhere else.
"""

import ipaddress
import socket
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

import msgspec

from tallystick.model.errors import ConfigurationError

LOOPBACK: Final = "loopback"
ANY: Final = "any"
ADDRESSES_MAX: Final = 8
"""Addresses of one name that are tried."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolved = Sequence[tuple[object, object, object, object, tuple[object, ...]]]
"""What the system's resolver gives."""


class Destinations(msgspec.Struct, frozen=True):
    """What is allowed: loopback always; `is_any`: public addresses, too; `hosts`: these names, wherever they lead."""

    is_any: bool = False
    hosts: frozenset[str] = frozenset()

    def check(self, host: str, addresses: Sequence[Address]) -> str:
        """Return why a name with these addresses is refused; empty when it is not."""
        if not addresses:
            return f"the host {host!r} has no address"
        for address in addresses:
            if not self._allows(host, address):
                known = "is no public address" if self.is_any else "is not on this machine"
                advice = f"allow it by name (--allow-webhooks-to {host}) if you mean it"
                return f"{host} leads to {address}, which {known}: {advice}"
        return ""

    def _allows(self, host: str, address: Address) -> bool:
        plain = getattr(address, "ipv4_mapped", None) or address
        if plain.is_loopback:
            return True
        if plain.is_unspecified or plain.is_multicast or plain.is_link_local:
            return False
        return host in self.hosts or (self.is_any and plain.is_global)


def read_destinations(said: str | Sequence[str]) -> Destinations:
    """Return what is allowed: `loopback`, `any`, or names of hosts. Raises ConfigurationError for what is no host name."""
    names = [said] if isinstance(said, str) else list(said)
    hosts = [name.strip().lower() for name in names if name not in {LOOPBACK, ANY}]
    for name in hosts:
        if not name or (any(letter in "/?#@:* " for letter in name.replace("::", "")) and not _is_address(name)):
            raise ConfigurationError(f"webhooks can be allowed to a host, {LOOPBACK} or {ANY}, not to {name!r}")
    return Destinations(ANY in names, frozenset(hosts))


def host_of(url: str) -> tuple[str, int]:
    """Return the host and the port that an address names; no host when it is none, filled in as it may be."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return "", 0


def read_addresses(found: Resolved) -> list[Address]:
    """Return the addresses a resolver gave, each once."""
    texts = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return [ipaddress.ip_address(text) for text in texts][:ADDRESSES_MAX]


def resolve(host: str, port: int) -> list[Address]:
    """Return the addresses of a host; none when it has none."""
    try:
        return read_addresses(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError):
        return []


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
