"""What a program does with a webhook's request: the signature is checked by hand-made vectors, ids come as text."""

import hashlib
import hmac
from decimal import Decimal

import pytest

from tallystick.model.errors import ConfigurationError, SignatureInvalid, WebhookRejected
from tallystick.vendors.zoho_books.webhook import BODY_BYTES_MAX, DEPTH_MAX
from tallystick.zoho_books import parse_webhook, verify_webhook

SECRET = "mysecretkey12"
BODY = b'{"created_date":"2019-03-06","event_id":"5675"}'
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}


def signature(signed: bytes, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def test_a_body_alone_is_signed_as_it_is() -> None:
    # Made with another program: printf '{"test":true}' | openssl dgst -sha256 -hmac mysecretkey12
    known = "beeba5fe977923913952d4d245be79be8daaea0e1d7c2785731491518b098653"
    verify_webhook(b'{"test":true}', {"X-Zoho-Webhook-Signature": known}, secret=SECRET)


def test_parameters_come_by_name_and_before_the_body() -> None:
    signed = b"namebasicsubscription_id90343" + BODY
    headers = {**JSON, "X-ZOHO-Webhook-Signature": signature(signed)}
    verify_webhook(BODY, headers, secret=SECRET, query="subscription_id=90343&name=basic")
    verify_webhook(BODY, headers, secret=SECRET, query=b"?subscription_id=90343&name=basic")


def test_parameters_are_signed_as_they_are_meant_not_as_they_are_encoded() -> None:
    headers = {"x-zoho-webhook-signature": signature("aé &b".encode() + BODY)}
    verify_webhook(BODY, headers, secret=SECRET, query="b=&a=%C3%A9+%26")


def test_the_fields_of_a_form_are_signed_among_the_parameters() -> None:
    headers = {**FORM, "x-zoho-webhook-signature": signature(b'JSONString{"a":1}action1zlast')}
    verify_webhook(b"z=last&JSONString=%7B%22a%22%3A1%7D", headers, secret=SECRET, query="action=1")


def test_a_form_is_not_signed_as_the_bytes_it_came_in() -> None:
    with pytest.raises(SignatureInvalid):
        verify_webhook(b"a=1", {**FORM, "x-zoho-webhook-signature": signature(b"a=1")}, secret=SECRET)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-zoho-webhook-signature": ""},
        {"x-zoho-webhook-signature": "deadbeef"},
        {"x-zoho-webhook-signature": "ö" * 64},
        {"x-zoho-webhook-signature": signature(BODY, "another-secret")},
        {"x-zoho-webhook-signature": signature(BODY + b" ")},
        {"x-zoho-webhook-signature": signature(b"namebasic" + BODY)},
    ],
)
def test_what_is_not_signed_by_the_secret_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureInvalid):
        verify_webhook(BODY, headers, secret=SECRET)


@pytest.mark.parametrize("query", ["&".join(["a=1"] * 2_000), b"a=\xff"])
def test_parameters_that_cannot_be_read_are_refused(query: str | bytes) -> None:
    with pytest.raises(SignatureInvalid, match="cannot be read"):
        verify_webhook(BODY, {"x-zoho-webhook-signature": signature(BODY)}, secret=SECRET, query=query)


def test_a_body_too_large_to_be_a_notification_is_refused() -> None:
    body = bytes(BODY_BYTES_MAX + 1)
    with pytest.raises(SignatureInvalid, match="larger"):
        verify_webhook(body, {"x-zoho-webhook-signature": signature(body)}, secret=SECRET)
    with pytest.raises(WebhookRejected, match="larger"):
        parse_webhook(body)


def test_a_check_without_a_secret_is_our_own_mistake() -> None:
    with pytest.raises(ConfigurationError, match="secret"):
        verify_webhook(BODY, {"x-zoho-webhook-signature": signature(BODY, "")}, secret="")


def test_ids_are_text_and_amounts_exact_whatever_they_come_as() -> None:
    found = parse_webhook(
        b'{"organization_id":10234695,"invoice":{"invoice_id":982000000567114999,"total":40.10,"is_paid":false,'
        b'"contact_persons":["982000000870911"],"line_items":[{"item_id":982000000030049,"quantity":2}],"tag_ids":[7,8]}}'
    )
    assert (found.entity, found.organization_id, found.is_test) == ("invoice", "10234695", False)
    assert found.record == {
        "invoice_id": "982000000567114999",
        "total": Decimal("40.10"),
        "is_paid": False,
        "contact_persons": ["982000000870911"],
        "line_items": [{"item_id": "982000000030049", "quantity": 2}],
        "tag_ids": ["7", "8"],
    }


def test_json_in_a_form_is_found() -> None:
    found = parse_webhook(b"JSONString=%7B%22contact%22%3A%7B%22contact_id%22%3A1%7D%7D", FORM)
    assert (found.entity, found.record, found.organization_id) == ("contact", {"contact_id": "1"}, "")


def test_a_form_without_json_comes_as_its_fields() -> None:
    found = parse_webhook(b"number=INV-1&organization_id=7&note=", FORM)
    assert found.fields == {"number": "INV-1", "organization_id": "7", "note": ""}
    assert (found.entity, found.organization_id) == ("", "7")


def test_an_empty_delivery_is_a_test() -> None:
    assert parse_webhook(b'{"payload":""}', JSON).is_test


def test_what_has_no_single_record_is_kept_whole() -> None:
    found = parse_webhook(b'{"event":"x","a_id":1}')
    assert (found.entity, found.record, found.fields) == ("", {}, {"event": "x", "a_id": "1"})


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (b"", JSON, "no JSON"),
        (b"<html>", JSON, "no JSON"),
        (b"[1]", JSON, "no object"),
        (b"\xff\xfe", JSON, "no JSON"),
        (b'{"a":' * (DEPTH_MAX + 2) + b"1" + b"}" * (DEPTH_MAX + 2), JSON, "nested"),
        (b"[" * 100_000, JSON, "no JSON"),
        (b"JSONString=nonsense", FORM, "no JSON"),
        (b"a=\xff", FORM, "cannot be read"),
        (b"&".join([b"a=1"] * 2_000), FORM, "cannot be read"),
    ],
)
def test_what_is_no_notification_is_rejected(body: bytes, headers: dict[str, str], said: str) -> None:
    with pytest.raises(WebhookRejected, match=said):
        parse_webhook(body, headers)
