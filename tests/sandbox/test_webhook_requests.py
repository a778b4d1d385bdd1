"""What a webhook sends: its forms of body, placeholders, parameters, headers, and the signature over all of them."""

import hashlib
import hmac
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec
import pytest

from tallystick.model.errors import SignatureInvalid
from tallystick.rest.message import Request
from tallystick.zoho_books import parse_webhook, verify_webhook
from tests.sandbox.conftest import Start
from tests.sandbox.webhooks import SECRET, URL, Hooked

FORM = "application/x-www-form-urlencoded"
Pairs = list[tuple[str, str]]


@pytest.fixture
def hooked(start: Start) -> Hooked:
    return Hooked(start)


def receive(hooked: Hooked, **fields: Any) -> Request:
    """The request that a new contact's webhook sends."""
    hooked.webhook(events=["created"], **fields)
    hooked.contact("Ada & Söhne", website="ada.example")
    hooked.sent()
    (request,) = hooked.inbox.requests
    return request


def content(request: Request) -> bytes:
    assert isinstance(request.content, bytes)
    return request.content


def rows(**pairs: str) -> list[dict[str, str]]:
    return [{"param_name": name, "param_value": value} for name, value in pairs.items()]


def by_hand(request: Request, secret: str = SECRET) -> str:
    """The signature, made step by step as the vendor's guide says."""
    pairs = parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    is_form = request.headers["content-type"] == FORM
    if is_form:
        pairs += parse_qsl(content(request).decode(), keep_blank_values=True)
    signed = ""
    for name, value in sorted(pairs):
        signed += name
        signed += value
    if not is_form:
        signed += content(request).decode()
    return hmac.new(secret.encode(), signed.encode(), hashlib.sha256).hexdigest()


def test_the_default_payload_is_json(hooked: Hooked) -> None:
    request = receive(hooked)
    assert (request.method, request.url) == ("POST", URL)
    assert request.headers["content-type"] == "application/json"
    assert "x-zoho-webhook-signature" not in request.headers
    told = parse_webhook(content(request), request.headers)
    assert (told.entity, told.record["contact_name"]) == ("contact", "Ada & Söhne")


def test_the_placeholder_of_the_payload_is_the_payload(hooked: Hooked) -> None:
    request = receive(hooked, raw_data="${JSONString}", body_type="application/json")
    assert msgspec.json.decode(content(request)).keys() == {"organization_id", "contact"}


def test_raw_text_has_its_placeholders_filled_in(hooked: Hooked) -> None:
    raw = "Dear ${CONTACT.CONTACT_NAME} (${contact.contact_id}) ${contact_type} ${nothing}|${CONTACT.billing_address.zip}|"
    request = receive(hooked, raw_data=f"{raw} ${{ORGANIZATION.ORGANIZATION_ID}} $5", body_type="text/plain")
    (identity,) = hooked.sandbox.organization.book.contacts
    own = hooked.sandbox.organization.id
    assert content(request).decode() == f"Dear Ada & Söhne ({identity}) customer || {own} $5"
    assert request.headers["content-type"] == "text/plain"


def test_a_form_without_fields_carries_the_payload(hooked: Hooked) -> None:
    request = receive(hooked, body_type=FORM)
    assert [name for name, _ in parse_qsl(content(request).decode())] == ["JSONString"]
    assert parse_webhook(content(request), request.headers).record["contact_name"] == "Ada & Söhne"


def test_a_form_has_the_fields_it_was_given(hooked: Hooked) -> None:
    fields = {
        "form_data": rows(name="${CONTACT.CONTACT_NAME}", json="${JSONString}"),
        "entity_parameters": rows(id="${CONTACT.CONTACT_ID}"),
        "additional_parameters": rows(kind="new & old"),
    }
    request = receive(hooked, body_type=FORM, **fields)
    found = dict(parse_qsl(content(request).decode()))
    assert found.keys() == {"name", "json", "id", "kind"}
    assert (found["name"], found["kind"]) == ("Ada & Söhne", "new & old")
    assert msgspec.json.decode(found["json"])["contact"]["contact_id"] == int(found["id"])
    assert request.url == URL


def test_parameters_are_added_to_the_address_and_encoded(hooked: Hooked) -> None:
    fields = {
        "url": "http://receiver.localhost:9/${CONTACT.CONTACT_TYPE}?a=1&name=${CONTACT.CONTACT_NAME}",
        "query_parameters": rows(site="${website}", action="created"),
        "additional_parameters": rows(key="k/1"),
    }
    request = receive(hooked, **fields)
    assert urlsplit(request.url).path == "/customer"
    assert parse_qsl(urlsplit(request.url).query) == [
        ("a", "1"),
        ("name", "Ada & Söhne"),
        ("site", "ada.example"),
        ("action", "created"),
        ("key", "k/1"),
    ]


def test_headers_are_sent_and_cannot_smuggle_others(hooked: Hooked) -> None:
    named = [{"param_name": "X-Api-Key", "param_value": "k-1"}, {"param_name": "X-Name", "param_value": "${notes}"}]
    hooked.webhook(events=["created"], headers=named)
    hooked.contact("Ada", notes="one\r\nX-Evil: ü")
    hooked.sent()
    (request,) = hooked.inbox.requests
    assert request.headers["x-api-key"] == "k-1"
    assert request.headers["x-name"] == "one??X-Evil: ?"
    assert "x-evil" not in request.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_method_is_the_webhooks(hooked: Hooked, method: str) -> None:
    assert receive(hooked, method=method).method == method


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"raw_data": "Plain ${CONTACT.CONTACT_NAME}", "body_type": "text/plain"},
        {"url": f"{URL}?z=1&b=%20&a=${{CONTACT.CONTACT_NAME}}", "query_parameters": rows(c="é&=")},
        {"body_type": FORM},
        {"body_type": FORM, "form_data": rows(name="${CONTACT.CONTACT_NAME}"), "url": f"{URL}?zz=top&action=new"},
    ],
)
def test_every_form_is_signed_and_found_genuine(hooked: Hooked, fields: dict[str, Any]) -> None:
    request = receive(hooked, secret=SECRET, **fields)
    query = urlsplit(request.url).query
    assert request.headers["x-zoho-webhook-signature"] == by_hand(request)
    verify_webhook(content(request), request.headers, secret=SECRET, query=query)
    with pytest.raises(SignatureInvalid):
        verify_webhook(content(request) + b"&x=1", request.headers, secret=SECRET, query=query)
    with pytest.raises(SignatureInvalid):
        verify_webhook(content(request), request.headers, secret=SECRET, query=f"{query}&extra=1")


def test_another_secret_signs_from_then_on(hooked: Hooked) -> None:
    webhook = hooked.webhook(events=["created"], secret=SECRET)
    changed = hooked.call("PUT", f"/books/v3/settings/webhooks/{webhook}", json={"secret": SECRET[::-1]})
    assert changed.status == 200
    hooked.contact("Ada")
    hooked.sent()
    (request,) = hooked.inbox.requests
    assert request.headers["x-zoho-webhook-signature"] == by_hand(request, SECRET[::-1])
