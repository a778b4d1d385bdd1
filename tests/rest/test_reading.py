"""What becomes of an answer's bytes: numbers exact, unset numbers None, ids text, nothing dropped."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model import errors
from tallystick.rest.answer import Answer, Limits
from tallystick.rest.message import Reply
from tallystick.rest.operation import Operation, Shape
from tallystick.rest.reading import Reader
from tests.rest.acme import READ, VENDOR, json

LINE = Shape("object", {"rate": Shape("number"), "quantity": Shape("number"), "item_id": Shape("string")})
BILL = Operation(
    id="get_bill",
    module="bills",
    method="GET",
    path="/bills/{bill_id}",
    envelope="bill",
    result=Shape(
        "object",
        {
            "bill": Shape(
                "object",
                {
                    "bill_id": Shape("string"),
                    "total": Shape("number"),
                    "exchange_rate": Shape("number"),
                    "due_days": Shape("integer"),
                    "line_items": Shape("array", items=LINE),
                    "vendor": Shape("object", {"credit": Shape("number")}),
                },
            )
        },
    ),
)


def read(body: bytes, *, status: int = 200, kind: str = "application/json;charset=UTF-8", file: str = "") -> Answer:
    return Reader(VENDOR, BILL).answer(Reply(status, {"content-type": kind}, body), file)


def test_a_number_keeps_every_digit_it_was_written_with() -> None:
    bill = read(b'{"bill": {"total": 99999999999999.995, "undeclared": 0.10}}')["bill"]
    assert bill == {"total": Decimal("99999999999999.995"), "undeclared": Decimal("0.10")}
    assert str(bill["undeclared"]) == "0.10"


def test_an_empty_string_where_a_number_is_declared_is_none() -> None:
    bill = read(b'{"bill": {"exchange_rate": "", "due_days": "", "notes": ""}}')["bill"]
    assert bill == {"exchange_rate": None, "due_days": None, "notes": ""}


def test_a_number_written_as_text_or_without_fraction_is_a_decimal_where_declared() -> None:
    bill = read(b'{"bill": {"total": "332.000", "exchange_rate": 1, "due_days": "15"}}')["bill"]
    assert bill == {"total": Decimal("332.000"), "exchange_rate": Decimal(1), "due_days": 15}
    assert type(bill["exchange_rate"]) is Decimal


def test_text_that_is_no_number_is_kept_as_it_came() -> None:
    assert read(b'{"bill": {"total": "n/a"}}')["bill"]["total"] == "n/a"


def test_lines_and_nested_records_are_put_right_too() -> None:
    bill = read(b'{"bill": {"line_items": [{"rate": "", "quantity": 2}, {"rate": 1.5}], "vendor": {"credit": ""}}}')
    assert bill["bill"]["line_items"] == [{"rate": None, "quantity": Decimal(2)}, {"rate": Decimal("1.5")}]
    assert bill["bill"]["vendor"] == {"credit": None}


def test_ids_are_text_even_where_the_wire_has_numbers() -> None:
    bill = read(b'{"bill": {"bill_id": 5608478000000012345, "line_items": [{"tax_id": 7}], "count": 7}}')["bill"]
    assert bill == {"bill_id": "5608478000000012345", "line_items": [{"tax_id": "7"}], "count": 7}


def test_unknown_keys_are_kept() -> None:
    assert read(b'{"code": 0, "bill": {"cf_region": "North"}, "extra": [1]}')["extra"] == [1]


def test_an_answer_carries_the_facts_of_its_call() -> None:
    headers = {"x_rate_limit_limit": "1000", "x_rate_limit_remaining": "7", "x_rate_limit_reset": "60"}
    reply = json(201, {"code": 0}, x_request_id="abc", **headers)
    answer = Reader(VENDOR, BILL).answer(reply)
    assert (answer.status, answer.request_id, answer.raw) == (201, "abc", reply.content)
    assert answer.limits == Limits(1000, 7, 60)


@settings(derandomize=True, max_examples=200)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_any_decimal_survives_the_wire(value: Decimal) -> None:
    assert read(b'{"bill": {"total": %s}}' % f"{value:f}".encode())["bill"]["total"] == value


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (b"", "application/json", "empty"),
        (b'{"code": 0, "bill": {"tot', "application/json", "cannot be read as JSON"),
        (b"<html>sign in</html>", "text/html", "web page"),
        (b"not json", "application/json", "cannot be read as JSON"),
        (b"[]", "application/json", "not a JSON object"),
        (b'"text"', "application/json", "not a JSON object"),
        (b"%PDF-1.7", "application/pdf", "application/pdf, which was not asked for"),
        (b"[" * 100_000, "application/json", "cannot be read as JSON"),
        (b'{"a": 1e99999999999999999999}', "application/json", "cannot be read as JSON"),
        (b'{"a": "\xff"}', "application/json", "cannot be read as JSON"),
    ],
)
def test_what_is_not_an_answer_is_said_to_be_none(body: bytes, kind: str, said: str) -> None:
    with pytest.raises(errors.UnexpectedAnswer, match=said) as caught:
        read(body, kind=kind)
    assert caught.value.body == body


def test_a_file_that_was_asked_for_is_in_raw() -> None:
    answer = read(b"%PDF-1.7", kind="application/pdf", file="pdf")
    assert (dict(answer), answer.raw, answer.content_type) == ({}, b"%PDF-1.7", "application/pdf")


def test_a_web_page_is_no_file_unless_a_web_page_was_asked_for() -> None:
    with pytest.raises(errors.UnexpectedAnswer):
        read(b"<html></html>", kind="text/html", file="pdf")
    assert read(b"<html></html>", kind="text/html", file="html").raw == b"<html></html>"


def test_an_error_instead_of_the_file_is_an_error() -> None:
    with pytest.raises(errors.NotFound):
        read(b'{"code": 1002, "message": "gone"}', file="pdf")


def test_a_redirect_is_not_followed_and_not_believed() -> None:
    with pytest.raises(errors.UnexpectedAnswer):
        read(b"", status=302)


def test_a_page_keeps_its_rows_as_bytes() -> None:
    reply = Reply(200, {}, b'{"code":0,"bills":[{"total": 1.50 }],"page_context":{"page":1,"has_more_page":true}}')
    reader = Reader(VENDOR, READ)
    page = reader.page(reply, 1)
    assert [bytes(row) for row in page.rows] == [b'{"total": 1.50 }']
    assert page.context == {"page": 1, "has_more_page": True}
    assert reader.rows(page) == [{"total": Decimal("1.50")}]


@pytest.mark.parametrize(
    "body",
    [
        b'{"code":0}',
        b'{"code":0,"bills":{}}',
        b'{"code":0,"bills":[',
        b"[]",
        b'{"code":0,"bills":[],"page_context":[]}',
    ],
)
def test_a_page_without_rows_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(errors.UnexpectedAnswer):
        Reader(VENDOR, READ).page(Reply(200, {}, body), 1)


def test_a_page_with_an_error_under_http_200_is_an_error() -> None:
    with pytest.raises(errors.ScopeMissing):
        Reader(VENDOR, READ).page(json(200, {"code": 57, "message": "no"}), 1)


def test_no_content_is_an_answer_when_the_status_says_so() -> None:
    assert read(b"", status=204) == {}
