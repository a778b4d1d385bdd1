"""Bodies in every form that programs send them in."""

from decimal import Decimal
from typing import Any
from urllib.parse import quote_plus

import pytest

from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.parse import parse_body
from tallystick.vendors.zoho_books.emulator.wire import Request

JSON = '{"customer_id": "46", "line_items": [{"rate": 1.10, "quantity": 3}], "notes": "café & co = 100%"}'
FIELDS = {"customer_id": "46", "line_items": [{"rate": Decimal("1.10"), "quantity": 3}], "notes": "café & co = 100%"}


def request(body: bytes, kind: str = "", **query: str) -> Request:
    headers = {"content-type": kind} if kind else {}
    return Request("POST", "/", tuple(query.items()), headers, body)


@pytest.mark.parametrize("kind", ["", "application/json", "text/plain", "application/x-www-form-urlencoded", "junk;;"])
def test_raw_json_is_read_under_any_content_type(kind: str) -> None:
    assert parse_body(request(f" \n{JSON}\n".encode(), kind)).fields == FIELDS


def test_a_byte_order_mark_before_json_is_skipped() -> None:
    assert parse_body(request(b"\xef\xbb\xbf" + JSON.encode())).fields == FIELDS


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded;charset=UTF-8", ""])
def test_json_string_is_read_from_a_form(kind: str) -> None:
    body = f"JSONString={quote_plus(JSON)}&organization_id=1".encode()
    assert parse_body(request(body, kind)).fields == FIELDS | {"organization_id": "1"}


def test_json_string_is_read_from_the_query_of_an_empty_request() -> None:
    assert parse_body(request(b"", JSONString=JSON)).fields == FIELDS


def test_fields_and_files_are_read_from_a_multipart_body() -> None:
    body = (
        '--x\r\nContent-Disposition: form-data; name="JSONString"\r\n\r\n' + JSON + "\r\n"
        '--x\r\nContent-Disposition: form-data; name="attachment"; filename="a b.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n%PDF\r\n\r\n--x--\r\n"
    ).encode()
    read = parse_body(request(body, 'multipart/form-data; boundary="x"'))
    assert read.fields == FIELDS
    assert [(file.field, file.filename, file.content_type, file.content) for file in read.files] == [
        ("attachment", "a b.pdf", "application/pdf", b"%PDF\r\n")
    ]


def test_a_request_without_a_body_is_empty() -> None:
    assert parse_body(request(b"")).empty
    assert parse_body(request(b" \r\n")).empty


MALFORMED: dict[str, tuple[bytes, str]] = {
    "cut short": (b'{"a": 1', ""),
    "no object": (b"12", ""),
    "a word": (b"hello", ""),
    "not a number": (b'{"a": NaN}', ""),
    "invalid UTF-8": (b'{"a": "\xff\xfe"}', ""),
    "half a surrogate pair": (b'{"a": "\\ud800"}', ""),
    "nested without end": (b'{"a":' + b"[" * 200_000, ""),
    "JSONString that is no JSON": (b"JSONString=%7B", ""),
    "invalid UTF-8 in a form": (b"a=\xff", ""),
    "multipart without a boundary": (b"--x\r\n", "multipart/form-data"),
    "multipart cut short": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
        "multipart/form-data; boundary=x",
    ),
    "multipart of nothing but parts": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n' * 500 + b"--x--\r\n",
        "multipart/form-data; boundary=x",
    ),
    "a form of nothing but fields": (b"a=1&" * 5_000, ""),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_what_is_no_body_is_refused_as_not_well_formed(case: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_body(request(*MALFORMED[case]))
    assert (refused.value.http, refused.value.message) == (400, "JSON is not well formed")


@pytest.mark.parametrize(
    ("text", "number"), [("1.10", Decimal("1.10")), ("7", 7), ("1e2", Decimal(100)), ("-0.5", Decimal("-0.5"))]
)
def test_numbers_are_exact(text: str, number: Any) -> None:
    value = parse_body(request(f'{{"a": {text}}}'.encode())).fields["a"]
    assert value == number
    assert not isinstance(value, float)
