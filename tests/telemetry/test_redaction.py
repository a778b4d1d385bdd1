"""No secret leaves through the log, whatever it is written in."""

import logging

import pytest

from tallystick import telemetry

TOKEN = "1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Zoho-oauthtoken {TOKEN}",
        f"authorization=Bearer {TOKEN}",
        f'{{"access_token": "{TOKEN}", "expires_in": 3600}}',
        f"grant_type=refresh_token&refresh_token={TOKEN}&client_id=1000.ABC",
        "client_secret=0123456789abcdef0123456789abcdef01234567",
        '{"client_secret":"0123456789abcdef"}',
        f"the token {TOKEN} was refused",
        "{'password': '0123456789abcdef'}",
        "X-Api-Key: 0123456789abcdef",
        "https://receiver.example/hook?authtoken=0123456789abcdef&zapikey=0123456789abcdef",
    ],
)
def test_a_secret_is_replaced(text: str) -> None:
    told = telemetry.redact(text)
    assert "0123456789abcdef" not in told
    assert telemetry.REDACTED in told


@pytest.mark.parametrize(
    "text", ["INV-000078 for 1,000.50", "the customer already exists", '{"code": 57, "total": 1000.25}']
)
def test_what_is_no_secret_is_told(text: str) -> None:
    assert telemetry.redact(text) == text


def test_a_call_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="tallystick"):
        telemetry.tell_call(
            "Zoho Books", "list_invoices", status=200, code=0, milliseconds=12.34, left=997, request_id="abc"
        )
    assert caplog.messages == ["Zoho Books list_invoices status=200 code=0 ms=12.3 left=997 request_id=abc"]
