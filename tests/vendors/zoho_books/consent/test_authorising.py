"""Authorising against a sandbox's accounts server: the three ways in, the way out, and everything that goes wrong."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tallystick.model.errors import (
    AuthenticationFailed,
    AuthorisationFailed,
    AuthorisationRevoked,
    ConfigurationError,
    InvalidArgument,
    RateLimited,
    UnexpectedAnswer,
    VendorUnavailable,
)
from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.vendor import Region
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books import REGIONS
from tallystick.vendors.zoho_books.client import Client
from tallystick.vendors.zoho_books.emulator.tokens import Grant
from tests.vendors.zoho_books.consent.conftest import REDIRECT, Make, Person, changed, told

SCOPES = ("ZohoBooks.invoices.READ", "ZohoBooks.settings.READ")


def test_the_address_asks_for_what_brings_a_refresh_token(make: Make) -> None:
    consent = make().ask(SCOPES)
    query = {name: values[0] for name, values in parse_qs(urlsplit(consent.url).query).items()}
    assert query == {
        "client_id": query["client_id"],
        "response_type": "code",
        "redirect_uri": REDIRECT,
        "scope": "ZohoBooks.invoices.READ,ZohoBooks.settings.READ",
        "access_type": "offline",
        "prompt": "consent",
        "state": consent.state,
    }
    assert len(consent.state) > 20
    assert make().ask(SCOPES).state != consent.state


def test_a_person_agrees_and_the_program_has_a_client(make: Make, sandbox: Sandbox, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    done = authoriser.finish(person.decide(consent.url), state=consent.state)
    assert set(done.scopes) == set(SCOPES)
    client = Client(**done.arguments(), organization_id=sandbox.organization.id, transport=AsgiTransport(sandbox.asgi))
    assert client.call("list_invoices")["invoices"] == []
    for secret in (done.refresh_token, done.access_token, done.client_secret):
        assert secret not in repr(done)


def test_somebody_of_another_data_centre_is_followed_there(make: Make) -> None:
    with Sandbox("empty", strict=True, region="eu", redirect_uris=(REDIRECT,)) as abroad:
        connection = abroad.connection
        home = abroad.accounts.addresses.local("us")
        authoriser = make(
            client_id=connection["client_id"],
            client_secret=connection["client_secret"],
            accounts_url=home,
            transport=AsgiTransport(abroad.asgi),
        )
        consent = authoriser.ask(SCOPES)
        address = Person(abroad).decide(consent.url)
        assert told(address)["location"] == "eu"
        done = authoriser.finish(address, state=consent.state)
        assert done.accounts_url == done.api_url == f"{home}/eu"
        client = Client(
            **done.arguments(), organization_id=abroad.organization.id, transport=AsgiTransport(abroad.asgi)
        )
        assert client.call("list_invoices").status == 200


def test_the_query_alone_will_do(make: Make, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    query = urlsplit(person.decide(consent.url)).query
    assert authoriser.finish(f"  {query}\n", state=consent.state).refresh_token


def test_a_person_says_no(make: Make, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    with pytest.raises(AuthorisationFailed, match="Reject") as caught:
        authoriser.finish(person.decide(consent.url, "reject"), state=consent.state)
    assert caught.value.code == "access_denied"


@pytest.mark.parametrize("state", ["another", "", "é"])
def test_a_state_that_is_not_this_persons_redeems_nothing(make: Make, person: Person, state: str) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    address = person.decide(consent.url)
    with pytest.raises(AuthorisationFailed, match="state does not match"):
        authoriser.finish(changed(address, state=state), state=consent.state)
    with pytest.raises(AuthorisationFailed, match="state does not match"):
        authoriser.finish(changed(address, state=None), state=consent.state)
    with pytest.raises(AuthorisationFailed, match="state does not match"):
        authoriser.finish(address, state="")
    assert authoriser.finish(address, state=consent.state).refresh_token, "the code was not spent"


@pytest.mark.parametrize(
    "server",
    [
        "https://accounts.zoho.com.attacker.example",
        "https://attacker.example/accounts.zoho.com",
        "http://accounts.zoho.com",
        "https://accounts.zoho.com@attacker.example",
        "http://sandbox.localhost:81",
        "https://[broken",
        "javascript:alert(1)",
    ],
)
def test_secrets_never_go_to_a_server_that_a_strangers_address_names(make: Make, person: Person, server: str) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    address = changed(person.decide(consent.url), accounts_server=server)
    with pytest.raises(AuthorisationFailed, match="not the vendor's"):
        authoriser.finish(address, state=consent.state)


class Deaf:
    """A transport that notes where it was asked to send, and answers what it is told to."""

    def __init__(self, answer: Reply | Failure) -> None:
        self.answer = answer
        self.requests: list[Request] = []

    def send(self, request: Request) -> Reply | Failure:
        self.requests.append(request)
        return self.answer

    async def asend(self, request: Request) -> Reply | Failure:
        return self.send(request)

    def close(self) -> None:
        """Nothing is open."""

    async def aclose(self) -> None:
        """Nothing is open."""


GRANTED = Reply(200, {}, b'{"access_token":"1000.a","refresh_token":"1000.r","expires_in":3600,"scope":"a b"}')


@pytest.mark.parametrize("region", REGIONS, ids=[region.id for region in REGIONS])
def test_every_data_centre_is_followed_to_its_own_hosts(make: Make, region: Region) -> None:
    deaf = Deaf(GRANTED)
    authoriser = make(accounts_url="", transport=deaf)
    for query in (
        {"location": region.id, "accounts-server": region.accounts_url},
        {"location": region.id},
    ):
        address = f"{REDIRECT}?{urlencode({'code': '1000.c', 'state': 's', **query})}"
        done = authoriser.finish(address, state="s")
        assert deaf.requests[-1].url == f"{region.accounts_url}/oauth/v2/token"
        assert done.arguments()["region"] == region.id
        assert done.scopes == ("a", "b")


def test_ten_data_centres_are_known() -> None:
    assert {region.id for region in REGIONS} == {"us", "eu", "in", "au", "jp", "ca", "sa", "cn", "uk", "ae"}


def test_a_code_works_once(make: Make, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    address = person.decide(consent.url)
    authoriser.finish(address, state=consent.state)
    with pytest.raises(AuthorisationFailed, match="Codes work once") as caught:
        authoriser.finish(address, state=consent.state)
    assert not isinstance(caught.value, AuthorisationRevoked)


def test_a_code_ends(make: Make, person: Person, sandbox: Sandbox) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    address = person.decide(consent.url)
    sandbox.clock.advance(121)
    with pytest.raises(AuthorisationFailed, match="has ended"):
        authoriser.finish(address, state=consent.state)


def test_access_without_a_refresh_token_is_not_enough(make: Make, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    address = person.decide(changed(consent.url, access_type=None))
    with pytest.raises(AuthorisationFailed, match="offline access and prompt for consent"):
        authoriser.finish(address, state=consent.state)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"client_secret": "wrong"}, "secret does not fit"),
        ({"client_id": "1000.NOBODY"}, "belong to one data centre"),
    ],
)
def test_a_wrong_client_or_secret_is_named(make: Make, person: Person, arguments: dict[str, str], words: str) -> None:
    consent = make().ask(SCOPES)
    address = person.decide(consent.url)
    with pytest.raises(AuthenticationFailed, match=words) as caught:
        make(**arguments).finish(address, state=consent.state)
    assert caught.value.http_status == 200, "the vendor says so with a 200"


def test_the_wrong_data_centre_shows_as_an_unknown_client(make: Make, sandbox: Sandbox) -> None:
    code = code_of(sandbox)
    with pytest.raises(AuthenticationFailed, match="region"):
        make(accounts_url=f"{sandbox.url}/eu").redeem(code)


def test_a_redirect_uri_that_differs_is_named(make: Make, person: Person) -> None:
    consent = make().ask(SCOPES)
    address = person.decide(consent.url)
    with pytest.raises(AuthorisationFailed, match="to the letter"):
        make(redirect_uri=f"{REDIRECT}/").finish(address, state=consent.state)


def test_a_throttled_accounts_server_says_for_how_long(make: Make, sandbox: Sandbox) -> None:
    for _ in range(5):
        make().redeem(code_of(sandbox))
    with pytest.raises(RateLimited) as caught:
        make().redeem(code_of(sandbox))
    assert caught.value.scope == "token"
    assert caught.value.retry_after_seconds == 600


def code_of(sandbox: Sandbox) -> str:
    """Return a code as the vendor's console gives it to a self client."""
    grant = Grant(sandbox.connection["client_id"], sandbox.accounts.holder.id, SCOPES, sandbox.region)
    return sandbox.tokens.grant_code(grant)


def test_a_self_client_redeems_a_code_of_the_console(make: Make, sandbox: Sandbox) -> None:
    done = make(redirect_uri="").redeem(f" {code_of(sandbox)} ")
    assert done.refresh_token
    with pytest.raises(ConfigurationError, match="redirect_uri"):
        make(redirect_uri="").ask(SCOPES)


def test_a_program_is_granted_scopes_for_itself(make: Make, sandbox: Sandbox) -> None:
    done = make().client_credentials(SCOPES)
    assert done.refresh_token == ""
    client = Client(
        **{**done.arguments(), "access_token": ""},
        organization_id=sandbox.organization.id,
        transport=AsgiTransport(sandbox.asgi),
    )
    assert client.call("list_invoices").status == 200, "it asks for a token of its own when it has none"
    sandbox.clock.advance(4000)
    client = Client(**done.arguments(), organization_id=sandbox.organization.id, transport=AsgiTransport(sandbox.asgi))
    assert client.call("list_invoices").status == 200, "and again when the one it was given has ended"


def test_a_scope_that_does_not_exist_is_refused_with_what_scopes_look_like(make: Make) -> None:
    with pytest.raises(AuthorisationFailed, match=r"ZohoBooks\.invoices\.READ"):
        make().client_credentials(["ZohoBooks.nothing.READ"])


def test_a_revoked_authorisation_is_over(make: Make, sandbox: Sandbox, person: Person) -> None:
    authoriser = make()
    consent = authoriser.ask(SCOPES)
    done = authoriser.finish(person.decide(consent.url), state=consent.state)
    client = Client(**done.arguments(), organization_id=sandbox.organization.id, transport=AsgiTransport(sandbox.asgi))
    assert authoriser.revoke(done.refresh_token) is True
    assert authoriser.revoke(done.refresh_token) is False
    with pytest.raises(AuthorisationRevoked, match="Authorise again"):
        client.call("list_invoices")


def test_revoking_goes_to_the_other_address_when_the_first_is_none(make: Make) -> None:
    class Half(Deaf):
        def send(self, request: Request) -> Reply | Failure:
            self.requests.append(request)
            if request.url.endswith("/token/revoke"):
                return Reply(404, {}, b"<html>")
            return Reply(200, {}, b'{"status":"success"}')

    half = Half(GRANTED)
    assert make(transport=half).revoke("1000.secret") is True
    assert [request.url.rpartition("/oauth")[2] for request in half.requests] == [
        "/v2/token/revoke",
        "/v2/revoke/token",
    ]
    assert not [request for request in half.requests if "1000.secret" in request.url]
    with pytest.raises(UnexpectedAnswer):
        make(transport=Deaf(Reply(404, {}, b"<html>"))).revoke("1000.secret")


def test_the_servers_of_every_data_centre_are_listed(make: Make) -> None:
    servers = make().servers()
    assert set(servers) == {region.id for region in REGIONS}
    with pytest.raises(UnexpectedAnswer):
        make(transport=Deaf(Reply(200, {}, b"[]"))).servers()


def test_a_code_is_not_sent_twice_when_it_may_have_arrived(make: Make) -> None:
    lost = Deaf(Failure("cut"))
    with pytest.raises(VendorUnavailable, match="new code"):
        make(transport=lost).redeem("1000.c")
    assert len(lost.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [
        Reply(200, {}, b"<html>maintenance</html>"),
        Reply(200, {}, b'{"access_token":'),
        Reply(200, {}, b"[]"),
        Reply(200, {}, b"{}"),
        Reply(302, {"location": "https://attacker.example"}, b""),
        Reply(500, {}, b""),
    ],
)
def test_an_answer_that_makes_no_sense_is_a_typed_error(make: Make, answer: Reply) -> None:
    with pytest.raises((UnexpectedAnswer, VendorUnavailable, AuthenticationFailed)):
        make(transport=Deaf(answer)).redeem("1000.c")


def test_secrets_in_an_answer_do_not_reach_the_error(make: Make) -> None:
    answer = Reply(200, {}, b'{"error":"odd","refresh_token":"1000.abcdefabcdefabcdef.abcdefabcdef"}')
    with pytest.raises(AuthenticationFailed) as caught:
        make(transport=Deaf(answer)).redeem("1000.c")
    assert b"abcdef" not in caught.value.body
    assert "abcdef" not in str(caught.value)


@pytest.mark.parametrize("address", ["", "nothing", REDIRECT, f"{REDIRECT}?code=a&code=b&state=s", "?" + "x=1&" * 4000])
def test_an_address_that_is_none_is_refused(make: Make, address: str) -> None:
    with pytest.raises(AuthorisationFailed):
        make().finish(address, state="s")


def test_what_is_missing_is_said_before_anything_is_sent(make: Make) -> None:
    with pytest.raises(ConfigurationError, match="client_id and client_secret"):
        make(client_secret="")
    with pytest.raises(InvalidArgument, match="scopes"):
        make().ask([])
    with pytest.raises(InvalidArgument, match="scopes"):
        make().ask("ZohoBooks.invoices.READ")
    with pytest.raises(ConfigurationError, match="no region"):
        make(region="mars")
