"""How a call is written down, and what is refused before it is sent."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.errors import InvalidArgument
from tallystick.rest.body import encode_body, encode_json
from tallystick.rest.message import Upload
from tallystick.rest.request import Layout
from tests.rest.acme import READ, WRITE


def address(params: dict[str, Any]) -> str:
    return Layout(READ).address(params, {})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a b&c=d", "a%20b%26c%3Dd"),
        (True, "true"),
        (7, "7"),
        (Decimal("1E+2"), "100"),
        (date(2026, 11, 17), "2026-11-17"),
        (datetime(2026, 11, 17, 8, 30, tzinfo=UTC), "2026-11-17T08%3A30%3A00%2B0000"),
        (datetime(2026, 11, 17, 8, 30, tzinfo=timezone(timedelta(hours=-5))), "2026-11-17T08%3A30%3A00-0500"),
        (["sent", "overdue"], "sent%2Coverdue"),
    ],
)
def test_a_parameter_is_written_as_the_wire_wants_it(value: Any, written: str) -> None:
    assert address({"x": value}) == f"/bills?x={written}"


def test_a_parameter_that_is_none_is_left_out() -> None:
    assert address({"x": None}) == "/bills"


@settings(derandomize=True)
@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=5))
def test_any_text_arrives_as_it_was(params: dict[str, str]) -> None:
    _, _, query = address(params).partition("?")
    assert dict(parse_qsl(query)) == params


@pytest.mark.parametrize("value", [1.5, datetime(2026, 1, 1), Decimal("NaN"), object(), {"a": 1}])  # noqa: DTZ001 - a naive moment is what is refused
def test_what_has_no_exact_text_is_refused(value: Any) -> None:
    with pytest.raises(InvalidArgument) as caught:
        address({"x": value})
    assert caught.value.argument == "x"


def test_an_id_is_quoted_into_the_path() -> None:
    assert Layout(WRITE).address({"bill_id": "../a b/c?"}, {}) == "/bills/..%2Fa%20b%2Fc%3F"


@pytest.mark.parametrize("value", [None, "", "  ", ".", ".."])
def test_an_id_that_would_change_the_address_is_refused(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="bill_id"):
        Layout(WRITE).address({"bill_id": value}, {})


def test_a_header_parameter_travels_as_a_header() -> None:
    headers: dict[str, str] = {}
    assert Layout(WRITE).address({"bill_id": "1", "X-Upsert": True}, headers) == "/bills/1"
    assert headers == {"x-upsert": "true"}


def test_a_header_cannot_be_broken_out_of() -> None:
    with pytest.raises(InvalidArgument):
        Layout(WRITE).address({"bill_id": "1", "X-Upsert": "a\r\nhost: evil"}, {})


def test_decimals_are_json_numbers_with_their_own_digits() -> None:
    assert encode_json({"rate": Decimal("1.50"), "quantity": 1}) == b'{"rate":1.50,"quantity":1}'


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_a_number_that_is_not_finite_is_refused(value: Decimal) -> None:
    with pytest.raises(InvalidArgument, match="not finite"):
        encode_json({"rate": value})


def test_the_word_nan_in_a_text_is_innocent() -> None:
    assert encode_json({"name": "NaN Bakery", "town": "Infinity"}) == b'{"name":"NaN Bakery","town":"Infinity"}'


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="body"):
        encode_json({"x": object()})


def test_files_travel_beside_the_json() -> None:
    upload = {"attachment": Upload("invoice.pdf", b"%PDF-1.7", "application/pdf")}
    source, kind = encode_body({"a": Decimal("1.0")}, upload, "JSONString")
    content = b"".join(source) if not isinstance(source, bytes) else source
    assert kind.startswith("multipart/form-data; boundary=")
    assert b'name="JSONString"\r\n\r\n{"a":1.0}' in content
    assert b'name="attachment"; filename="invoice.pdf"' in content
    assert b"%PDF-1.7" in content


def test_files_are_bounded() -> None:
    with pytest.raises(InvalidArgument, match="bytes"):
        encode_body(None, {"a": Upload("a", bytes(33 * 1024 * 1024))}, "JSONString")
