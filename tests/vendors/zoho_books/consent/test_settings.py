"""A client from what `tallystick authorize` or the environment holds, and the many names of a data centre."""

import asyncio
from pathlib import Path

import pytest

from tallystick.model.errors import ConfigurationError
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.credentials_file import Kept, write_credentials
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books import VENDOR
from tallystick.vendors.zoho_books.client import AsyncClient, Client


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("com", "us"),
        ("us", "us"),
        ("US ", "us"),
        (".eu", "eu"),
        ("https://accounts.zoho.eu/", "eu"),
        ("www.zohoapis.in", "in"),
        ("books.zoho.com.au", "au"),
        ("zoho.com", "us"),
        ("com.au", "au"),
        ("https://books.zohocloud.ca/app/1", "ca"),
        ("co.uk", "uk"),
        ("ae", "ae"),
    ],
)
def test_a_data_centre_is_known_by_domain_code_or_host(name: str, region: str) -> None:
    assert VENDOR.region(name).id == region


@pytest.mark.parametrize(
    "name", ["mars", "accounts.zoho.com.attacker.example", "attacker-zoho.eu", "http://accounts.zoho.eu"]
)
def test_any_other_name_is_none(name: str) -> None:
    with pytest.raises(ConfigurationError, match="Choose one of us, eu"):
        VENDOR.region(name)


def test_the_environment_opens_a_client(sandbox: Sandbox) -> None:
    known = sandbox.connection
    environment = {
        "ZOHO_CLIENT_ID": known["client_id"],
        "ZOHO_CLIENT_SECRET": known["client_secret"],
        "ZOHO_REFRESH_TOKEN": known["refresh_token"],
        "ZOHO_BOOKS_ORG_ID": known["organization_id"],
        "XDG_CONFIG_HOME": "/nowhere",
        "HOME": "/nowhere",
    }
    urls = {"accounts_url": sandbox.url, "api_url": sandbox.url}
    client = Client.from_settings(environment=environment, transport=AsgiTransport(sandbox.asgi), **urls)
    assert client.call("list_invoices")["invoices"] == []

    async def call() -> int:
        transport = AsgiTransport(sandbox.asgi)
        async with AsyncClient.from_settings(environment=environment, transport=transport, **urls) as client:
            return (await client.call("list_invoices")).status

    assert asyncio.run(call()) == 200


def test_a_file_opens_a_client(sandbox: Sandbox, tmp_path: Path) -> None:
    known = sandbox.connection
    kept = Kept(
        known["client_id"],
        known["client_secret"],
        known["refresh_token"],
        accounts_url=sandbox.url,
        api_url=sandbox.url,
    )
    write_credentials(tmp_path / "books.json", kept)
    client = Client.from_settings(
        file=tmp_path / "books.json", environment={"HOME": "/nowhere"}, transport=AsgiTransport(sandbox.asgi)
    )
    assert client.select_organization(sandbox.organization.id)
    assert client.call("list_invoices").status == 200
