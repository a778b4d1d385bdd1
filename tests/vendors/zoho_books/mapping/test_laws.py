"""The laws every Zoho Books mapping keeps: what is written reads back, what is read writes back, nothing is silent."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.mapping import (
    Access,
    Choice,
    Field,
    Group,
    Lines,
    Mapped,
    Mapping,
    coverage_of,
    restore,
    to_model,
    to_vendor,
)
from tallystick.model.address import AddressType, Email, PhoneNumber, ReachType, Website
from tallystick.model.resource import RESOURCES
from tallystick.rest.operation import Shape
from tallystick.vendors.zoho_books.mapping import MAPPINGS, STREAMS
from tallystick.vendors.zoho_books.mapping.part import ADDRESS, APPLIED_TO_INVOICE, CUSTOM_FIELD, LINE, TAG
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tests.mapping.strategies import SETTINGS, amounts, canonical, holds, records, rows, texts

RECORDS = sorted(set(MAPPINGS) - {"company_info"})
WRITTEN = sorted(name for name, mapping in MAPPINGS.items() if "create" in mapping.operations)

LEAST: dict[str, dict[str, Any]] = {
    "customers": {"contact_id": "1"},
    "suppliers": {"contact_id": "1"},
    "invoices": {"invoice_id": "1", "status": "draft", "total": 0, "balance": 0},
    "payments": {"payment_id": "1"},
    "credit_notes": {"creditnote_id": "1", "status": "draft", "total": 0, "balance": 0},
}
"""What the vendor itself adds to a body before it comes back as a row."""

addresses = st.tuples(
    *(
        st.none() | records(ADDRESS, {"type": st.just(kind)}).filter(lambda made: to_vendor(ADDRESS, made) != {})
        for kind in (AddressType.BILLING, AddressType.SHIPPING)
    )
).map(lambda both: tuple(address for address in both if address))
emails = st.lists(texts, max_size=3).map(
    lambda found: tuple(
        Email(email=email, type=ReachType.OTHER if number else ReachType.PRIMARY) for number, email in enumerate(found)
    )
)
phones = st.tuples(
    *(
        st.none() | st.builds(PhoneNumber, number=texts, type=st.just(kind))
        for kind in (ReachType.WORK, ReachType.MOBILE)
    )
).map(lambda both: tuple(phone for phone in both if phone))
person: dict[str, st.SearchStrategy[Any]] = {
    "addresses": addresses,
    "emails": emails,
    "phone_numbers": phones,
    "websites": st.just(()) | texts.map(lambda url: (Website(url=url, type=ReachType.PRIMARY),)),
    **dict.fromkeys(("title", "first_name", "last_name"), st.none() | texts),
}
discount = {"discount_percentage": st.none() | amounts}
COMPOSED: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "customers": person,
    "suppliers": person,
    "invoices": discount,
}
ANY_DISCOUNT = st.just("") | amounts | amounts.map("{}%".format)
PERSONS = st.lists(
    st.fixed_dictionaries(
        {"first_name": texts, "is_primary_contact": st.booleans()},
        optional={"email": texts, "mobile": texts, "salutation": texts, "contact_person_id": texts},
    ),
    max_size=3,
)
GIVEN: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    name: {
        "discount": ANY_DISCOUNT,
        "discount_total": amounts,
        "discount_percent": amounts,
        "contact_persons": PERSONS if name in {"customers", "suppliers"} else st.just([]),
        "first_name": texts,
        "email": texts,
        "website": texts,
        "billing_address": rows(ADDRESS, {}),
        "gst_no": texts,
        "creditnote_id": texts,
        "creditnote_number": texts,
    }
    for name in RECORDS
}


WRITABLE = {name: records(MAPPINGS[name], COMPOSED.get(name, {})) for name in WRITTEN}
ROWS = {
    name: rows(MAPPINGS[name], {key: made for key, made in GIVEN[name].items() if key in MAPPINGS[name].vendor})
    for name in RECORDS
}


def writable(mapping: Mapping, record: Any) -> dict[str, Any]:
    """A record's writable part by model path."""
    paths = [
        rule.path
        for rule in mapping.vendor.values()
        if isinstance(rule, Field | Choice | Lines | Group) and rule.access is Access.BOTH
    ]
    paths += [path for composed in mapping.composed.values() for path in composed.paths]
    found = {}
    for path in paths:
        value = record
        for name in path.split("."):
            value = getattr(value, name, None)
        found[path] = value
    return found


@pytest.mark.parametrize("name", WRITTEN)
@given(data=st.data())
@settings(**SETTINGS)
def test_what_is_written_reads_back_the_same(name: str, data: st.DataObject) -> None:
    mapping = MAPPINGS[name]
    record = data.draw(WRITABLE[name])
    outcome = to_model(mapping, LEAST[name] | to_vendor(mapping, record))
    assert isinstance(outcome, Mapped), outcome
    assert writable(mapping, outcome.record) == writable(mapping, record)


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
@settings(**SETTINGS)
def test_what_is_read_writes_back_key_by_key(name: str, data: st.DataObject) -> None:
    mapping = MAPPINGS[name]
    row = data.draw(ROWS[name])
    outcome = to_model(mapping, row)
    assert isinstance(outcome, Mapped), outcome
    written = canonical(mapping, restore(mapping, outcome))
    assert holds(written, canonical(mapping, row)), (written, canonical(mapping, row))


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
@settings(**SETTINGS)
def test_no_row_of_json_raises_and_every_mistake_has_a_place(name: str, data: st.DataObject) -> None:
    mapping = MAPPINGS[name]
    json = st.recursive(
        st.none() | st.booleans() | st.integers() | texts | amounts,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
        max_leaves=4,
    )
    row = data.draw(st.dictionaries(st.sampled_from(sorted(mapping.vendor)), json, max_size=6))
    outcome = to_model(mapping, row)
    if not isinstance(outcome, Mapped):
        assert outcome.mistakes
        assert all(found.place.startswith("/") and found.reason for found in outcome.mistakes)


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
@settings(**SETTINGS | {"max_examples": 20})
def test_no_float_is_in_what_was_read(name: str, data: st.DataObject) -> None:
    outcome = to_model(MAPPINGS[name], data.draw(ROWS[name]))
    assert isinstance(outcome, Mapped)
    text = msgspec.json.encode(outcome.record)
    decoded = msgspec.json.decode(text, type=MAPPINGS[name].record)
    assert decoded == msgspec.json.decode(msgspec.json.encode(decoded), type=MAPPINGS[name].record)
    assert not list(_floats(msgspec.to_builtins(outcome.record, builtin_types=(Decimal,))))


def _floats(value: Any) -> Any:
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _floats(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _floats(inner)


def keys(shape: Shape) -> dict[str, Any]:
    return {key: keys(below.items or below) for key, below in shape.fields.items()}


def wire_keys(operation: str) -> dict[str, Any]:
    found = OPERATIONS[operation]
    assert found.result is not None
    shape = found.result.fields[found.envelope]
    return keys(shape.items or shape)


READS = [
    (name, action) for name, mapping in MAPPINGS.items() for action in ("list", "get") if action in mapping.operations
]


@pytest.mark.parametrize(("name", "action"), READS)
def test_every_key_the_vendor_sends_is_mapped_computed_or_dropped_with_a_reason(name: str, action: str) -> None:
    known = wire_keys(MAPPINGS[name].operations[action])
    assert len(known) > 5
    assert coverage_of(MAPPINGS[name], known)[0].silent == ()


@pytest.mark.parametrize("name", MAPPINGS)
def test_every_field_of_the_model_is_mapped_computed_or_dropped_with_a_reason(name: str) -> None:
    assert coverage_of(MAPPINGS[name], {})[1].silent == ()


@pytest.mark.parametrize("part", [ADDRESS, APPLIED_TO_INVOICE, CUSTOM_FIELD, LINE, TAG])
def test_every_field_of_a_part_is_named_too(part: Mapping) -> None:
    assert coverage_of(part, {})[1].silent == ()


def test_what_matters_most_is_never_dropped() -> None:
    kept = {
        "id",
        "number",
        "customer.id",
        "invoice_date",
        "due_date",
        "status",
        "currency",
        "total",
        "balance",
        "line_items",
    }
    model = coverage_of(MAPPINGS["invoices"], {})[1]
    assert kept <= {*model.mapped, *model.computed}


def test_every_mapping_is_of_a_resource_and_names_operations_that_exist() -> None:
    for name, mapping in MAPPINGS.items():
        assert mapping.record is RESOURCES[name].record
        assert set(mapping.operations) <= {action.value for action in RESOURCES[name].actions}
        assert all(OPERATIONS[operation].id == operation for operation in mapping.operations.values())


def test_every_stream_lists_with_an_operation_that_has_pages() -> None:
    for stream in STREAMS:
        parameters = {parameter.name for parameter in OPERATIONS[stream.operation].parameters}
        assert {"page", "per_page"} <= parameters
        assert all(stream.id_key in mapping.vendor for mapping in stream.mappings)
