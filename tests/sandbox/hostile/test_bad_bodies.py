"""Bodies that no program means to send, against every operation that takes one: refused in shape, and nothing changed."""

import json
from collections.abc import Iterator
from urllib.parse import quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.rest.operation import Operation
from tallystick.sandbox.description import emulated
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller
from tests.sandbox.hostile.company import ROOT, Clerk
from tests.sandbox.hostile.judge import Judge
from tests.sandbox.hostile.rogue import Rogue

WRITES: tuple[Operation, ...] = tuple(each for each in emulated() if each.body is not None)
DEEP = 10_000
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"


def part(name: str, content: bytes, more: str = "") -> bytes:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + content + b"\r\n"


END = b"--x--\r\n"
BODIES: dict[str, tuple[bytes, str]] = {
    "deep arrays": (b'{"line_items": ' + b"[" * DEEP + b"]" * DEEP + b"}", ""),
    "deep objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, ""),
    "a deep array alone": (b"[" * DEEP + b"]" * DEEP, ""),
    "invalid UTF-8": (b'{"name": "\xff\xfe\xc0\xaf"}', ""),
    "an overlong NUL": (b'{"name": "\xc0\x80"}', ""),
    "half a surrogate pair": (b'{"name": "\\ud800", "contact_name": "\\udfff"}', ""),
    "a surrogate in UTF-8": (b'{"name": "\xed\xa0\x80"}', ""),
    "NaN": (b'{"amount": NaN}', ""),
    "Infinity": (b'{"amount": -Infinity}', ""),
    "a number too large for a double": (b'{"amount": 1e400, "rate": -1e400}', ""),
    "an exponent past every bound": (b'{"amount": 1e999999999999999999999}', ""),
    "a whole number of many digits": (b'{"amount": ' + b"9" * 100_000 + b"}", ""),
    "a fraction of many digits": (b'{"amount": 0.' + b"3" * 100_000 + b"}", ""),
    "an array": (b'[{"name": "x"}]', ""),
    "an empty array": (b"[]", ""),
    "an array of nulls": (b"[null, null]", ""),
    "null": (b"null", ""),
    "a text": (b'"name"', ""),
    "a number": (b"12", ""),
    "cut short": (b'{"name": "x', ""),
    "two values": (b'{"name": "x"}{"name": "y"}', ""),
    "control characters": (b'{"name": "\x00\x01"}', ""),
    "UTF-16": ('{"name": "x"}'.encode("utf-16"), ""),
    "gzip that is named": (b"\x1f\x8b\x08\x00" + b"\x00" * 100, ""),
    "JSONString that is no JSON": (b"JSONString=%7B%22a%22&name=x", FORM),
    "JSONString that is deep": (b"JSONString=" + quote_plus('{"a":' * DEEP).encode(), FORM),
    "JSONString that is a number": (b"JSONString=12", FORM),
    "a form of nothing but fields": (b"a=1&" * 5_000, FORM),
    "a form of invalid UTF-8": (b"name=%ff%fe", FORM),
    "a form of raw bytes": (b"name=\xff", FORM),
    "no boundary": (part("name", b"x") + END, "multipart/form-data"),
    "another boundary": (part("name", b"x") + END, "multipart/form-data; boundary=y"),
    "a boundary of control characters": (part("name", b"x") + END, "multipart/form-data; boundary=\x01\x02"),
    "thousands of parts": (part("name", b"x") * 3_000 + END, MULTIPART),
    "hundreds of headers": (b"--x\r\n" + b"A: b\r\n" * 500 + b"\r\n\r\n" + END, MULTIPART),
    "a part without a name": (b"--x\r\n\r\nx\r\n" + END, MULTIPART),
    "a part of invalid UTF-8": (part("JSONString", b"\xff\xfe") + END, MULTIPART),
    "a name of invalid UTF-8": (b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\nx\r\n' + END, MULTIPART),
    "parts that never end": (part("name", b"x") * 3, MULTIPART),
}
"""Each is refused by every operation that takes a body, or changes nothing that is not sound."""


def calls(hit: Sandbox) -> Iterator[tuple[Operation, str]]:
    """Every operation that takes a body, on documents there are."""
    rogue = Rogue(hit, 1, {})
    known = rogue.known()
    return ((each, rogue.path(each, known)) for each in WRITES)


@pytest.mark.parametrize("case", BODIES)
def test_a_body_that_cannot_be_read_is_refused_everywhere(hit: Sandbox, case: str) -> None:
    content, kind = BODIES[case]
    call, judge = Caller(hit.asgi, token=hit.connection["access_token"]), Judge(hit)
    headers = {"Content-Type": kind} if kind else {}
    for operation, path in calls(hit):
        answer = call(operation.method, ROOT + path, content=content, headers=headers)
        assert judge.faults(answer) == [], (operation.id, answer.text[:300])


ODD: dict[str, bytes] = {
    "the same key twice": b'{"customer_id": "1", "customer_id": "2", "name": "x", "name": "y"}',
    "keys that are empty or strange": b'{"": 1, "\\u0000": 2, "__proto__": {"a": 1}, "__class__": "x", "_created_by": 1}',
    "nulls everywhere": json.dumps(dict.fromkeys(("name", "line_items", "date", "amount", "contact_name"))).encode(),
    "texts for numbers": b'{"amount": "ten", "rate": "\\u0661", "quantity": "1_000", "exchange_rate": "0x10"}',
    "objects for texts": b'{"name": {"a": 1}, "contact_name": [], "date": {}, "customer_id": {"id": 1}, "notes": [1]}',
    "numbers for lists": b'{"line_items": 7, "invoices": true, "contact_persons": "x", "tags": {"a": 1}, "taxes": 3}',
    "lists of the wrong things": b'{"line_items": [1, "x", null, [], true], "invoices": [[]], "tags": ["x"]}',
    "too many rows": b'{"line_items": [' + b"{}," * 20_000 + b"{}]}",
    "text for a date": b'{"date": "tomorrow", "due_date": "2026-02-30", "start_date": "9999-12-31"}',
    "the smallest date": b'{"date": "0001-01-01", "journal_date": "0001-01-01", "start_date": "0001-01-01"}',
}


@pytest.mark.parametrize("case", ODD)
def test_a_body_of_wrong_values_never_gets_past_the_books(hit: Sandbox, case: str) -> None:
    call, judge = Caller(hit.asgi, token=hit.connection["access_token"]), Judge(hit)
    for operation, path in calls(hit):
        answer = call(operation.method, ROOT + path, content=ODD[case])
        assert judge.faults(answer) == [], (operation.id, answer.text[:300])


@pytest.mark.parametrize("size", [70_000, 10_000_000])
def test_a_text_of_any_length_is_refused_or_kept_within_its_bound(hit: Sandbox, size: int) -> None:
    call, judge = Caller(hit.asgi, token=hit.connection["access_token"]), Judge(hit)
    for operation, path in calls(hit):
        if size > 100_000 and operation.id not in {
            "create_contact",
            "create_invoice",
            "update_item",
            "add_invoice_comment",
        }:
            continue
        names = (
            [name for name, field in operation.body.fields.items() if field.type_ == "string"] if operation.body else []
        )
        for name in names[:3]:
            answer = call(operation.method, ROOT + path, content=f'{{"{name}": "{"x" * size}"}}'.encode())
            assert answer.status == 400, (operation.id, name)
            assert judge.faults(answer) == [], (operation.id, name)
            assert len(answer.content) < 1_000


NAMES = (
    "a\r\nSet-Cookie: x=1.pdf",
    "../../etc/passwd",
    "\x00.pdf",
    "x" * 5_000 + ".pdf",
    "\u202efdp.exe",
    "",
    '";x="',
    "é.csv",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_a_hostile_name_stays_inside_its_answer(
    hit: Sandbox, furnished: tuple[Sandbox, Clerk], name: str
) -> None:
    call, judge = Caller(hit.asgi, token=hit.connection["access_token"]), Judge(hit)
    ids = furnished[1].ids
    for path in (f"/expenses/{ids['expense']}/receipt", "/bankstatements", f"/invoices/{ids['invoice']}/attachment"):
        for field in ("receipt", "attachment", "file"):
            content = part(field, b"%PDF-1.4", f'; filename="{name}"\r\nContent-Type: text/html') + END
            answer = call("POST", ROOT + path, content=content, headers={"Content-Type": MULTIPART})
            assert judge.faults(answer) == [], (path, answer.text)
    answer = call("GET", f"{ROOT}/expenses/{ids['expense']}/receipt")
    assert judge.faults(answer) == [], answer.headers


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=20)
    | st.sampled_from(("", "2026-06-09", "9999-12-31", "NaN", "1e400", "10%", "true", ",,", "%s")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data())
@settings(
    derandomize=True,
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_json_in_any_field_is_answered_in_the_vendors_shape(
    furnished: tuple[Sandbox, Clerk], data: st.DataObject
) -> None:
    with furnished[0].fork() as hit:
        call, judge = Caller(hit.asgi, token=hit.connection["access_token"]), Judge(hit)
        operation = data.draw(st.sampled_from(WRITES))
        rogue = Rogue(hit, data.draw(st.integers(0, 100)), {})
        fields = list(operation.body.fields) if operation.body else []
        body = data.draw(st.dictionaries(st.sampled_from(fields), JSON, max_size=6) if fields else JSON)
        answer = call(operation.method, ROOT + rogue.path(operation, rogue.known()), json=body)
        assert judge.faults(answer) == [], (operation.id, answer.text[:300])
