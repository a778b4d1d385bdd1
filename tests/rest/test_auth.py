"""The keeper of the token: early, one at a time, within the bound, and silent about secrets."""

from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.auth import Credentials, TokenKeeper, grant
from tallystick.rest.message import Failure, Reply
from tallystick.rest.step import Refresh, Token, Wait
from tests.rest.acme import VENDOR, TickingClock, json, token

RENEWABLE = Credentials("id", "s3cr3t", "r3fr3sh")


def keeper_of(credentials: Credentials, ticking: TickingClock, **settings: Any) -> TokenKeeper:
    given = {"accounts_url": "https://accounts.acme.test", "api_url": "https://api.acme.test", "fixed": False}
    return TokenKeeper(VENDOR, credentials, **{**given, **settings}, clock=ticking.clock)


def task(keeper: TokenKeeper, refused: str = "") -> Refresh:
    answer = keeper.ask(refused)
    assert isinstance(answer, Refresh)
    return answer


def held(keeper: TokenKeeper, refused: str = "") -> Token:
    answer = keeper.ask(refused)
    assert isinstance(answer, Token)
    return answer


def test_secrets_travel_in_the_body_and_not_in_the_address() -> None:
    request = task(keeper_of(RENEWABLE, TickingClock())).request
    assert request.url == "https://accounts.acme.test/token"
    assert b"client_secret=s3cr3t" in request.content
    assert "s3cr3t" not in repr(RENEWABLE)


def test_a_token_is_renewed_five_minutes_before_it_ends() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    task(keeper).lease.settle(token("one"))
    ticking.now += 3299
    assert held(keeper).value == "one"
    ticking.now += 1
    task(keeper)


def test_only_one_caller_fetches_and_the_others_wait_for_it() -> None:
    keeper = keeper_of(RENEWABLE, TickingClock())
    errand = task(keeper)
    assert all(isinstance(keeper.ask(), Wait) for _ in range(20))
    errand.lease.settle(token("one"))
    assert held(keeper).value == "one"


def test_while_one_renews_early_the_others_use_what_still_serves() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    task(keeper).lease.settle(token("one"))
    ticking.now += 3400
    task(keeper)
    assert held(keeper).value == "one"


def test_a_caller_who_vanishes_while_fetching_blocks_nobody_for_ever() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    task(keeper)
    ticking.now += 91
    task(keeper)


def test_never_more_than_ten_renewals_in_ten_minutes() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    for number in range(10):
        task(keeper).lease.settle(token(f"t{number}", expires_in=1))
        ticking.now += 30
    assert held(keeper).value == "t9"
    ticking.now += 290
    assert keeper.ask() == Wait(10, "token")
    ticking.now += 10
    task(keeper)


def test_a_refused_token_is_renewed_but_a_fresh_one_is_believed() -> None:
    ticking = TickingClock()
    keeper = keeper_of(Credentials("id", "s", "r", "given"), ticking)
    task(keeper, refused="given").lease.settle(token("one"))
    assert held(keeper, refused="one") == held(keeper)
    ticking.now += 61
    task(keeper, refused="one")


def test_a_refused_token_that_somebody_else_renewed_is_not_renewed_again() -> None:
    keeper = keeper_of(Credentials("id", "s", "r", "given"), TickingClock())
    task(keeper, refused="given").lease.settle(token("one"))
    assert held(keeper, refused="given").value == "one"


def test_a_revoked_authorisation_stays_revoked_without_asking_again() -> None:
    keeper = keeper_of(RENEWABLE, TickingClock())
    task(keeper).lease.settle(json(200, {"error": "invalid_code"}))
    for _ in range(3):
        with pytest.raises(errors.AuthorisationRevoked, match="Authorise again"):
            keeper.ask()


def test_a_throttled_endpoint_is_left_alone_for_the_rest_of_the_window() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    refusal = {"error": "Access Denied", "error_description": "too many requests", "status": "failure"}
    task(keeper).lease.settle(json(400, refusal))
    assert keeper.ask() == Wait(600, "token")
    ticking.now += 600
    task(keeper)


def test_a_failed_early_renewal_leaves_the_living_token_in_use() -> None:
    ticking = TickingClock()
    keeper = keeper_of(RENEWABLE, ticking)
    task(keeper).lease.settle(token("one"))
    ticking.now += 3400
    task(keeper).lease.settle(json(500, {}))
    assert held(keeper).value == "one"
    ticking.now += 31
    task(keeper)


def test_the_answer_says_where_the_token_is_good() -> None:
    keeper = keeper_of(RENEWABLE, TickingClock())
    task(keeper).lease.settle(token("one", api_domain="https://api.acme.example/"))
    assert held(keeper).api_url == "https://api.acme.example"


def test_a_fixed_address_stays() -> None:
    keeper = keeper_of(RENEWABLE, TickingClock(), fixed=True)
    task(keeper).lease.settle(token("one", api_domain="https://api.acme.example"))
    assert held(keeper).api_url == "https://api.acme.test"


def test_a_token_is_never_sent_over_plain_http_to_a_stranger() -> None:
    keeper = keeper_of(RENEWABLE, TickingClock())
    task(keeper).lease.settle(token("one", api_domain="http://api.acme.example"))
    assert held(keeper).api_url == "https://api.acme.test"


def test_a_sandbox_on_this_machine_may_name_itself() -> None:
    here = "http://127.0.0.1:8601"
    keeper = keeper_of(RENEWABLE, TickingClock(), accounts_url=here)
    task(keeper).lease.settle(token("one", api_domain=here))
    assert held(keeper).api_url == here


def test_nothing_to_authorise_with_is_said_before_anything_is_sent() -> None:
    with pytest.raises(errors.ConfigurationError, match="refresh_token"):
        keeper_of(Credentials(), TickingClock()).ask()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (json(200, {"error": "invalid_code"}), errors.AuthorisationRevoked),
        (json(200, {"error": "invalid_client"}), errors.AuthenticationFailed),
        (json(200, {"error": "general_error"}), errors.AuthenticationFailed),
        (json(400, {"error": "Access Denied", "status": "failure"}), errors.RateLimited),
        (json(200, {}), errors.UnexpectedAnswer),
        (json(200, [1]), errors.UnexpectedAnswer),
        (Reply(200, {}, b""), errors.UnexpectedAnswer),
        (Reply(200, {"content-type": "text/html"}, b"<html>login</html>"), errors.UnexpectedAnswer),
        (Reply(400, {"content-type": "text/html"}, b"<html>bad</html>"), errors.AuthenticationFailed),
        (Reply(502, {}, b"bad gateway"), errors.VendorUnavailable),
        (Failure("refused", sent=False), errors.VendorUnavailable),
    ],
)
def test_every_answer_of_the_token_endpoint_has_its_error(
    answer: Reply | Failure, error: type[errors.VendorError]
) -> None:
    with pytest.raises(error):
        grant(VENDOR, answer)


def test_an_error_of_the_token_endpoint_shows_no_secret() -> None:
    body = b'{"access_token": 5, "refresh_token": "1000.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bb"}'
    with pytest.raises(errors.UnexpectedAnswer) as caught:
        grant(VENDOR, Reply(200, {}, body))
    assert b"aaaa" not in caught.value.body


def test_seconds_are_read_from_the_old_answers_too() -> None:
    got = grant(VENDOR, json(200, {"access_token": "a", "expires_in": 3600000, "expires_in_sec": 3600}))
    assert got.lifetime_seconds == 3600
