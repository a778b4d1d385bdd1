"""What a call carries, against the operation's data."""

from decimal import Decimal
from typing import Any

import pytest

from tallystick.rest.operation import Operation, Parameter, Shape
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.parse import EMPTY, Body
from tallystick.vendors.zoho_books.emulator.validate import validate_body, validate_query

LINE = Shape(
    type_="object",
    fields={
        "name": Shape(type_="string", length_max=100),
        "rate": Shape(type_="number"),
        "discount": Shape(type_="number"),
        "item_order": Shape(type_="integer"),
    },
)
OPERATION = Operation(
    id="create_thing",
    module="things",
    method="POST",
    path="/things",
    parameters=(Parameter("per_page", type_="integer"), Parameter("send", type_="boolean"), Parameter("status")),
    body=Shape(
        type_="object",
        fields={
            "customer_id": Shape(type_="string"),
            "contact_type": Shape(type_="string", enum=("customer", "vendor")),
            "payment_terms": Shape(type_="integer"),
            "date": Shape(type_="string"),
            "due_date": Shape(type_="string"),
            "is_inclusive_tax": Shape(type_="boolean"),
            "line_items": Shape(type_="array", items=LINE),
            "address": Shape(type_="object", fields={"street": Shape(type_="string", length_max=99)}),
            "settings": Shape(type_="any"),
        },
        required=("customer_id",),
    ),
)


def validate(**fields: Any) -> dict[str, Any]:
    return validate_body(OPERATION, Body(fields))


def test_declared_fields_pass_and_undeclared_ones_are_dropped_in_silence() -> None:
    given = {"customer_id": "1", "email": "a@b.c", "line_items": [{"rate": 1, "colour": "red"}]}
    assert validate(**given) == {"customer_id": "1", "line_items": [{"rate": 1}]}


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("customer_id", 4600001000000001001, "4600001000000001001"),
        ("payment_terms", "15", 15),
        ("payment_terms", Decimal("15.0"), 15),
        ("is_inclusive_tax", "true", True),
        ("is_inclusive_tax", 0, False),
        ("date", "2026-02-28", "2026-02-28"),
        ("contact_type", "", ""),
        ("line_items", "", []),
        ("line_items", [{"rate": "12.50"}, None], [{"rate": Decimal("12.50")}]),
        ("line_items", [{"discount": "12.5%"}], [{"discount": "12.5%"}]),
    ],
)
def test_values_take_their_declared_type(field: str, given: Any, kept: Any) -> None:
    assert validate(**{field: given}) == {field: kept}


@pytest.mark.parametrize(("field", "given"), [("date", None), ("payment_terms", ""), ("is_inclusive_tax", " ")])
def test_what_says_nothing_counts_as_not_given(field: str, given: Any) -> None:
    assert validate(**{field: given}) == {}


@pytest.mark.parametrize(
    ("field", "given", "message"),
    [
        ("payment_terms", "Net 15", "Invalid value passed for Payment Terms"),
        ("payment_terms", Decimal("1.5"), "Invalid value passed for Payment Terms"),
        ("contact_type", "friend", "Invalid value passed for contact_type"),
        ("date", "31/01/2026", "Invalid value passed for date"),
        ("due_date", "2026-19-19", "Invalid value passed for due_date"),
        ("is_inclusive_tax", "perhaps", "Invalid value passed for is_inclusive_tax"),
        ("is_inclusive_tax", [], "Invalid value passed for is_inclusive_tax"),
        ("customer_id", {"id": 1}, "Invalid value passed for customer_id"),
        ("line_items", [5], "Invalid value passed for line_items"),
        ("line_items", [{"rate": "ten"}], "Invalid value passed for rate"),
        ("line_items", [{"rate": True}], "Invalid value passed for rate"),
        ("line_items", [{"rate": 10**15}], "Invalid value passed for rate"),
        ("line_items", [{"rate": Decimal("1e999999999")}], "Invalid value passed for rate"),
        ("line_items", [{"rate": "1e-999999999"}], "Invalid value passed for rate"),
        ("line_items", [{"rate": "NaN"}], "Invalid value passed for rate"),
        ("line_items", [{"rate": "-Infinity"}], "Invalid value passed for rate"),
        ("line_items", [{"discount": "ten%"}], "Invalid value passed for discount"),
        ("line_items", [{"item_order": 10**400}], "Invalid value passed for item_order"),
        ("customer_id", 10**400, "Invalid value passed for customer_id"),
    ],
)
def test_a_wrong_value_is_refused_by_its_field(field: str, given: Any, message: str) -> None:
    with pytest.raises(Refused) as refused:
        validate(**{field: given})
    assert (refused.value.http, refused.value.code, refused.value.message) == (400, 2, message)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"line_items": [{"name": "x" * 101}]}, "Please ensure that the name has less than 101 characters."),
        ({"address": {"street": "x" * 100}}, "Please ensure that the street has less than 100 characters."),
        ({"line_items": "{}"}, "Please ensure that the line_items has less than 100 characters."),
        ({"customer_id": "x" * 70_000}, "Please ensure that the customer_id has less than 65536 characters."),
    ],
)
def test_a_text_that_is_too_long_is_refused_with_the_limit(given: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused) as refused:
        validate(**given)
    assert (refused.value.code, refused.value.message) == (15, message)


def test_an_undeclared_structure_is_bounded_in_depth() -> None:
    nested: Any = "x"
    for _ in range(100):
        nested = [nested]
    with pytest.raises(Refused):
        validate(settings=nested)


def test_an_empty_body_is_refused_only_where_something_is_required() -> None:
    with pytest.raises(Refused) as refused:
        validate_body(OPERATION, EMPTY)
    assert refused.value.code == 11
    optional = Operation(id="send_thing", module="things", method="POST", path="/send", body=Shape(type_="object"))
    assert validate_body(optional, EMPTY) == {}


@pytest.mark.parametrize("query", [{"per_page": "x"}, {"per_page": "1.5"}, {"send": "maybe"}])
def test_a_query_parameter_of_the_wrong_type_is_refused(query: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        validate_query(OPERATION, query)
    assert refused.value.code == 2


def test_unknown_and_empty_query_parameters_pass() -> None:
    validate_query(OPERATION, {"per_page": "", "shoe_size": "x", "status": "sent,overdue", "send": "true"})
