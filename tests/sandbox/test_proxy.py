"""The proxy for programs whose hosts are fixed: where it leads, whom it trusts, and what it refuses."""

import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tallystick.sandbox.port import PortError, listen
from tallystick.sandbox.proxy import Authority
from tallystick.sandbox.pytest_plugin import ZohoBooks
from tallystick.vendors.zoho_books.emulator.centres import CENTRES
from tests.sandbox.conftest import Running

TOKEN = "/oauth/v2/token"


class Program:
    """A program that calls the vendor's real hosts, in the environment the proxy gives."""

    def __init__(self, books: ZohoBooks) -> None:
        environment = books.environment
        trusted = ssl.create_default_context(cafile=environment["SSL_CERT_FILE"])
        self.http = httpx2.Client(proxy=environment["HTTPS_PROXY"], verify=trusted)
        self.kept = books.sandbox.connection
        self.headers = {"Authorization": f"Zoho-oauthtoken {self.kept['access_token']}"}

    def renew(self, accounts: str) -> httpx2.Response:
        form = {name: self.kept[name] for name in ("client_id", "client_secret", "refresh_token")}
        return self.http.post(f"{accounts}{TOKEN}", data={"grant_type": "refresh_token", **form})


@pytest.fixture
def program(zoho_books: ZohoBooks) -> Iterator[Program]:
    found = Program(zoho_books)
    yield found
    found.http.close()


def test_the_vendors_own_addresses_lead_to_the_sandbox(program: Program, zoho_books: ZohoBooks) -> None:
    made = program.http.post(
        "https://www.zohoapis.com/books/v3/contacts", headers=program.headers, json={"contact_name": "Bowman"}
    )
    assert made.status_code == 201
    old = program.http.get("https://books.zoho.com/api/v3/contacts", headers=program.headers)
    assert [row["contact_name"] for row in old.json()["contacts"]] == ["Bowman"]
    assert [row["contact_name"] for row in zoho_books.client.contacts.list()] == ["Bowman"]


def test_a_token_names_the_real_api_and_works_there(program: Program) -> None:
    token = program.renew("https://accounts.zoho.com").json()
    assert token["api_domain"] == "https://www.zohoapis.com"
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    assert program.http.get(f"{token['api_domain']}/books/v3/items", headers=headers).status_code == 200


def test_another_data_centre_knows_neither_client_nor_token(program: Program) -> None:
    assert program.renew("https://accounts.zoho.eu").json()["error"] == "invalid_client"
    refused = program.http.get("https://www.zohoapis.eu/books/v3/items", headers=program.headers)
    assert (refused.status_code, refused.json()["code"]) == (401, 57)


@pytest.mark.parametrize("url", ["https://example.com/", "https://www.zohoapis.com:8443/", "http://www.zohoapis.com/"])
def test_the_proxy_leads_nowhere_else(zoho_books: ZohoBooks, url: str) -> None:
    proxy = zoho_books.environment["HTTPS_PROXY"]
    with httpx2.Client(proxy=proxy) as http:
        if url.startswith("https"):
            with pytest.raises(httpx2.ProxyError, match="502"):
                http.get(url)
        else:
            answer = http.get(url)
            assert answer.status_code == 502
            assert "HTTPS_PROXY" in answer.text


def test_who_does_not_trust_the_authority_gets_no_answer(zoho_books: ZohoBooks) -> None:
    with (
        httpx2.Client(proxy=zoho_books.environment["HTTPS_PROXY"]) as http,
        pytest.raises(httpx2.ConnectError, match=r"(?i)certificate"),
    ):
        http.get("https://www.zohoapis.com/books/v3/items")


def test_each_centre_has_its_hosts_and_a_certificate(zoho_books: ZohoBooks) -> None:
    trusted = ssl.create_default_context(cafile=zoho_books.environment["SSL_CERT_FILE"])
    with httpx2.Client(proxy=zoho_books.environment["HTTPS_PROXY"], verify=trusted) as http:
        for centre in CENTRES.values():
            assert http.get(f"{centre.api}/books/v3/items").json()["code"] == 14


def test_the_authority_signs_for_the_vendors_hosts_only_under_its_own_name() -> None:
    text = Authority().certificate.decode()
    assert text.startswith("-----BEGIN CERTIFICATE-----")
    assert "PRIVATE KEY" not in text


def test_a_taken_port_is_explained() -> None:
    with listen(0) as taken, pytest.raises(PortError, match="choose another"):
        listen(taken.getsockname()[1])


def test_the_command_prints_the_environment_of_a_program_with_fixed_hosts(tmp_path: Path) -> None:
    running = Running("--company", "empty", "--tls-proxy", "0")
    try:
        environment: dict[str, str] = running.connection["environment"]  # type: ignore[assignment]  # a line of JSON
        script = (
            "import urllib.request, ssl, os\n"
            "open = urllib.request.build_opener(urllib.request.HTTPSHandler(context=ssl.create_default_context()))\n"
            "request = urllib.request.Request('https://www.zohoapis.com/books/v3/organizations',"
            " headers={'Authorization': 'Bearer ' + os.environ['TOKEN']})\n"
            "print(open.open(request, timeout=20).status)\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", script],
            env={**environment, "TOKEN": running.connection["access_token"]},
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        )
        assert told.stdout == "200\n"
    finally:
        status = running.stop(signal.SIGTERM)
        running.close()
    assert status == 0
    assert not Path(environment["SSL_CERT_FILE"]).exists()
