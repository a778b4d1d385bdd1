"""The registry of resources, and what their records promise."""

import msgspec
import pytest

from tallystick.model.currency import places_of
from tallystick.model.record import Record
from tallystick.model.resource import RESOURCES, Action


def test_every_resource_is_named_once_and_keeps_its_address() -> None:
    assert {name: resource.path for name, resource in RESOURCES.items()} == {
        "company_info": "company-info",
        "customers": "customers",
        "suppliers": "suppliers",
        "invoices": "invoices",
        "payments": "payments",
        "credit_notes": "credit-notes",
        "refunds": "refunds",
    }
    assert RESOURCES["invoices"].actions == tuple(Action)


@pytest.mark.parametrize("name", RESOURCES)
def test_a_record_is_frozen_takes_names_only_and_may_be_empty(name: str) -> None:
    record = RESOURCES[name].record
    assert issubclass(record, Record)
    empty = record()
    assert msgspec.json.encode(empty) == b"{}"
    with pytest.raises(AttributeError):
        empty.id = "1"  # type: ignore[attr-defined] # every record has an id
    with pytest.raises(TypeError):
        record("1")


@pytest.mark.parametrize(("currency", "places"), [("GBP", 2), ("JPY", 0), ("KWD", 3), ("", 2), (None, 2), ("???", 2)])
def test_a_currency_has_the_places_of_its_smallest_unit(currency: str | None, places: int) -> None:
    assert places_of(currency) == places
