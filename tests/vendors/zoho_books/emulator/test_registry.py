"""The registry: every emulated operation exists, says what it rests on, and answers without a fault of ours."""

import re

import pytest

from tallystick.vendors.zoho_books.emulator.module import Completeness
from tallystick.vendors.zoho_books.emulator.registry import HANDLERS, NOUNS
from tallystick.vendors.zoho_books.emulator.undocumented import Routes
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tests.vendors.zoho_books.emulator.conftest import Api

PLACEHOLDER = re.compile(r"\{(\w+)\}")
EVIDENCE = re.compile(r"(recorded|documented|assumed)\(.+\)")


def concrete(path: str, value: str) -> str:
    """Return a path with its placeholders filled; those of custom modules have their prefix."""
    return PLACEHOLDER.sub(lambda found: f"cm_{value}" if found[1].startswith("module_") else value, path)


def test_no_operation_is_emulated_twice() -> None:
    assert len(HANDLERS) == sum(len(noun.HANDLERS) for noun in NOUNS)


@pytest.mark.parametrize(("method", "path"), HANDLERS)
def test_an_emulated_operation_is_one_of_the_vendors(method: str, path: str) -> None:
    found = Routes(OPERATIONS).find(method, concrete(path, "1"))
    assert found is not None
    assert found[0].path == path


@pytest.mark.parametrize(("method", "path"), HANDLERS)
def test_an_emulated_operation_states_its_evidence(method: str, path: str) -> None:
    emulated = HANDLERS[method, path]
    assert EVIDENCE.fullmatch(emulated.evidence)
    assert emulated.completeness is (Completeness.PARTIAL if emulated.missing else Completeness.DONE)


@pytest.mark.parametrize(("method", "path"), HANDLERS)
def test_an_emulated_operation_never_fails_on_unknown_ids_or_an_empty_body(api: Api, method: str, path: str) -> None:
    known = path.replace("{organization_id}", api.organization_id)
    for body in (None, {}, {"line_items": [{}], "invoices": [{}], "contact_persons": [{}], "taxes": "1"}):
        reply = api(method, concrete(known, "999"), None if method == "GET" else body)
        assert reply.status < 500, reply.json
