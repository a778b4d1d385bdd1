"""How answers look on the wire."""

import gzip
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.vendors.zoho_books.emulator.call import Answer
from tallystick.vendors.zoho_books.emulator.serialise import encode, number, respond, write_allow

NEW_YORK = ZoneInfo("America/New_York")


def write(value: Any) -> str:
    return (
        encode(Answer(key="thing", value=value), NEW_YORK)
        .decode()
        .removeprefix('{"code":0,"message":"success","thing":')[:-1]
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, '""'),
        (Decimal("100.00"), "100.0"),
        (Decimal(0), "0.0"),
        (Decimal("-0.00"), "0.0"),
        (Decimal("12.340"), "12.34"),
        (Decimal("1E+3"), "1000.0"),
        (Decimal("99999999999999.995"), "99999999999999.995"),
        (15, "15"),
        (True, "true"),
        (date(2026, 1, 31), '"2026-01-31"'),
        (datetime(2026, 6, 9, 20, 22, 34, 999, tzinfo=UTC), '"2026-06-09T16:22:34-0400"'),
        (datetime(2026, 1, 9, 20, 22, 34, tzinfo=UTC), '"2026-01-09T15:22:34-0500"'),
        ({"a": None, "b": [None, {"c": Decimal("0.50")}]}, '{"a":"","b":["",{"c":0.5}]}'),
        ((), "[]"),
        ("café", '"café"'),
    ],
)
def test_values_take_their_wire_form(value: Any, text: str) -> None:
    assert write(value) == text


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=6))
@settings(derandomize=True)
def test_a_number_on_the_wire_is_the_number_it_was(value: Decimal) -> None:
    assert number(value) == value
    assert "." in str(number(value))
    assert msgspec.json.decode(write(value), type=Decimal) == value


def test_the_value_answered_is_left_as_it_was() -> None:
    value = {"total": Decimal("1.50"), "rows": [None]}
    write(value)
    assert value == {"total": Decimal("1.50"), "rows": [None]}


def test_a_large_answer_is_packed_when_the_caller_takes_it() -> None:
    body = b'{"a": "' + b"x" * 2_000 + b'"}'
    packed = respond(200, body, accepts_gzip=True)
    assert packed.header("Content-Encoding") == "gzip"
    assert gzip.decompress(packed.body) == body
    assert respond(200, body).body == body
    assert respond(200, b"{}", accepts_gzip=True).body == b"{}"


def test_allow_names_methods_in_the_vendors_order() -> None:
    assert write_allow(("DELETE", "GET", "POST", "PUT")) == "OPTIONS, DELETE, POST, GET, PUT"
    assert write_allow(("POST",)) == "OPTIONS, POST"
