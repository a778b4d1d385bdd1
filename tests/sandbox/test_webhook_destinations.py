"""Where webhooks may go: this machine unless more is allowed, checked by every address a name has."""

import ipaddress
import socket
from typing import Any

import pytest

from tallystick.model.errors import ConfigurationError
from tallystick.sandbox.destination import Destinations, read_destinations
from tests.rest.loopback import Told, serving
from tests.sandbox.conftest import Start
from tests.sandbox.webhooks import Hooked

LOOPBACK, ANY = read_destinations("loopback"), read_destinations("any")
PRIVATE = ("10.0.0.7", "172.17.0.2", "192.168.1.1", "fd00::1", "100.64.0.1")
NEVER = ("0.0.0.0", "::", "169.254.169.254", "fe80::1", "224.0.0.1", "::ffff:169.254.169.254")  # noqa: S104  an address that is refused
PUBLIC = ("93.184.216.34", "2606:2800:220:1::1")


def allows(destinations: Destinations, *addresses: str, host: str = "receiver.example") -> bool:
    return not destinations.check(host, [ipaddress.ip_address(address) for address in addresses])


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_always_allowed(address: str) -> None:
    assert allows(LOOPBACK, address)
    assert allows(ANY, address)


@pytest.mark.parametrize("address", [*PRIVATE, *PUBLIC, *NEVER, "::ffff:10.0.0.7"])
def test_nothing_else_is_unless_it_is_said(address: str) -> None:
    assert not allows(LOOPBACK, address)
    assert not allows(LOOPBACK, "127.0.0.1", address)


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER, "::ffff:10.0.0.7"])
def test_any_means_public_addresses(address: str) -> None:
    assert allows(ANY, *PUBLIC)
    assert not allows(ANY, address)
    assert not allows(ANY, PUBLIC[0], address)


def test_a_host_that_is_named_may_be_in_a_private_network() -> None:
    named = read_destinations(["receiver.example", "10.0.0.7"])
    assert all(allows(named, address) for address in (*PRIVATE, *PUBLIC))
    assert not any(allows(named, address) for address in NEVER)
    assert not allows(named, PUBLIC[0], host="other.example")
    assert allows(named, "10.0.0.7", host="10.0.0.7")


def test_a_name_without_an_address_is_refused() -> None:
    assert "no address" in ANY.check("nowhere.invalid", [])


@pytest.mark.parametrize("name", ["http://receiver.example", "receiver:80", "", "a b", "*.example.com"])
def test_what_is_no_host_is_refused_at_the_start(start: Start, name: str) -> None:
    with pytest.raises(ConfigurationError, match="host"):
        start(webhooks=[name])


@pytest.mark.parametrize(
    "url", ["http://10.0.0.7/x", "http://[fd00::1]/x", "http://169.254.169.254/latest", "http://0.0.0.0/"]
)
def test_a_webhook_to_a_private_address_is_not_sent_and_says_why(start: Start, url: str) -> None:
    hooked = Hooked(start, webhooks="loopback")
    hooked.webhook(events=["created"], url=url)
    hooked.contact("Ada")
    (sent,) = hooked.sandbox.deliver()
    assert (sent["state"], sent["attempts"][0]["status"]) == ("failure", 0)
    assert "not on this machine" in sent["attempts"][0]["said"]
    assert "--allow-webhooks-to" in sent["attempts"][0]["said"]


def test_a_name_is_resolved_once_and_only_checked_addresses_are_connected_to(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int, *_: Any, **__: Any) -> Any:
        """Give this machine's address the first time a name is asked for, and another one from then on."""
        asked.append(host)
        name = host if host[0].isdigit() else "127.0.0.1" if asked.count(host) == 1 else "10.0.0.7"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port))]

    with serving(lambda _: Told()) as server:
        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        hooked = Hooked(start, webhooks="loopback")
        hooked.webhook(events=["created"], url=server.url.replace("127.0.0.1", "rebinding.example"))
        hooked.contact("Ada")
        (first,) = hooked.sandbox.deliver()
        hooked.contact("Bea")
        (second,) = hooked.sandbox.deliver()
    assert first["state"] == "success"
    assert server.asked[0].headers["host"].startswith("rebinding.example:")
    assert "10.0.0.7" in second["attempts"][0]["said"]
    assert asked.count("rebinding.example") == 2
