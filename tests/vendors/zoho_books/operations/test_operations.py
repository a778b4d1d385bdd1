"""What the generated operations promise: complete, routable, corrected, and free of the vendor's prose."""

import re
from collections.abc import Iterator

import pytest

from tallystick.rest.operation import Operation, Place, Shape
from tallystick.vendors.zoho_books.operations import OPERATIONS

PLACEHOLDER = re.compile(r"{(\w+)}")


def nested(shape: Shape | None, at: str = "") -> Iterator[tuple[str, Shape]]:
    if shape is None:
        return
    yield at, shape
    for name, field in shape.fields.items():
        yield from nested(field, f"{at}.{name}")
    yield from nested(shape.items, f"{at}[]")


def concrete(operation: Operation) -> tuple[str, dict[str, str]]:
    prefixes = {row.name: row.prefix for row in operation.parameters if row.place is Place.PATH}
    ids = {name: f"{prefixes[name]}{4600000 + i}" for i, name in enumerate(PLACEHOLDER.findall(operation.path))}
    return PLACEHOLDER.sub(lambda found: ids[found[1]], operation.path), ids


def test_there_are_849_operations_in_42_modules() -> None:
    assert len(OPERATIONS) == 849
    assert len(OPERATIONS.modules()) == 42
    assert sum(len(OPERATIONS.module(name)) for name in OPERATIONS.modules()) == 849
    assert all(OPERATIONS[name].id == name for name in OPERATIONS)


def test_an_unknown_module_or_operation_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        OPERATIONS["list_unicorns"]
    with pytest.raises(KeyError):
        OPERATIONS.module("unicorns")


def test_every_operation_is_found_by_its_own_path_with_its_ids() -> None:
    for operation in OPERATIONS.values():
        path, ids = concrete(operation)
        found = OPERATIONS.find(operation.method, path)
        assert found is not None, operation.id
        if operation.duplicate_of:
            assert found[0].id == operation.duplicate_of
        else:
            assert (found[0].id, found[1]) == (operation.id, ids)
        assert operation.method in OPERATIONS.methods(path)


def test_every_placeholder_is_declared_and_no_other_path_parameter_is() -> None:
    for operation in OPERATIONS.values():
        declared = [row.name for row in operation.parameters if row.place is Place.PATH]
        assert declared == PLACEHOLDER.findall(operation.path), operation.id
        assert all(row.required for row in operation.parameters if row.place is Place.PATH)


def test_a_literal_path_wins_over_a_placeholder() -> None:
    found = OPERATIONS.find("GET", "/invoices/templates")
    assert found is not None
    assert (found[0].id, found[1]) == ("list_invoice_templates", {})


def test_a_path_nobody_answers_is_not_found() -> None:
    for path in ("", "/", "/unicorns", "/invoices/", "invoices", "/invoices/1/2/3/4/5", "/a" * 40):
        assert OPERATIONS.find("GET", path) is None
        assert OPERATIONS.methods(path) == ()


def test_a_custom_module_is_known_by_its_prefix() -> None:
    found = OPERATIONS.find("GET", "/cm_debtor/77")
    assert found is not None
    assert found[1] == {"module_name": "cm_debtor", "module_id": "77"}
    assert OPERATIONS.find("GET", "/debtor/77") is None


def test_the_methods_of_a_path_are_those_it_answers() -> None:
    assert OPERATIONS.methods("/invoices") == ("DELETE", "GET", "POST", "PUT")
    assert OPERATIONS.methods("/invoices/1") == ("DELETE", "GET", "PUT")
    assert OPERATIONS.methods("/invoices/1/status/sent") == ("POST",)
    assert OPERATIONS.find("PATCH", "/invoices/1") is None


def test_every_operation_needs_a_scope_and_answers_with_a_success() -> None:
    for operation in OPERATIONS.values():
        assert operation.scopes, operation.id
        assert all(re.fullmatch(r"ZohoBooks\.\w+\.(CREATE|READ|UPDATE|DELETE|ALL)", name) for name in operation.scopes)
        assert operation.status in {200, 201}


def test_an_envelope_is_a_key_of_the_result() -> None:
    for operation in OPERATIONS.values():
        if operation.envelope:
            assert operation.result is not None
            assert operation.envelope in operation.result.fields, operation.id


def test_limits_hidden_in_sentences_are_limits() -> None:
    contact = OPERATIONS["create_contact"].body
    assert contact is not None
    persons = contact.fields["contact_persons"].items
    assert persons is not None
    assert (persons.fields["first_name"].length_max, persons.fields["skype"].length_max) == (100, 50)
    searched = {row.name: row for row in OPERATIONS["list_contacts"].parameters}
    assert searched["contact_name"].length_max == 100
    assert {"contact_name_startswith", "contact_name_contains"} <= searched.keys()
    assert "Status.CreditLimitExceed" in searched["filter_by"].enum


def test_no_sentence_of_the_vendor_stands_in_a_shape_or_a_parameter() -> None:
    word = re.compile(r"[\w.*/-]{1,64}")
    for operation in OPERATIONS.values():
        texts = [operation.id, operation.envelope, operation.body_kind, *operation.editions]
        texts += [
            text
            for row in operation.parameters
            for text in (row.name, row.type_, row.default, row.prefix, *row.enum, *row.editions)
        ]
        for _, shape in [*nested(operation.body), *nested(operation.result)]:
            texts += [shape.type_, shape.format, *shape.fields, *shape.required, *shape.enum, *shape.editions]
        assert [text for text in texts if text and not word.fullmatch(text)] == [], operation.id
        assert len(operation.message) <= 200


def test_shapes_have_only_known_types_and_required_fields_exist() -> None:
    types = {"object", "array", "string", "number", "integer", "boolean", "any"}
    for operation in OPERATIONS.values():
        for at, shape in [*nested(operation.body), *nested(operation.result)]:
            assert shape.type_ in types, (operation.id, at)
            assert shape.type_ == "array" or shape.items is None, (operation.id, at)
