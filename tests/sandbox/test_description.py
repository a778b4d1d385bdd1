"""The sandbox's own OpenAPI document: every emulated operation, valid, and free of the vendor's prose."""

from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tallystick.sandbox.description import describe, emulated
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.registry import HANDLERS
from tests.sandbox.conftest import Caller, Start

METHODS = frozenset({"get", "post", "put", "delete"})
BYTES_MAX = 2_000_000


@pytest.fixture
def document(sandbox: Sandbox) -> Any:
    answer = Caller(sandbox.asgi)("GET", "/sandbox/openapi.json")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json;charset=UTF-8")
    assert len(answer.content) < BYTES_MAX
    return answer.json


def operations(document: Any) -> Iterator[tuple[str, str, Any]]:
    return ((path, method, each) for path, item in document["paths"].items() for method, each in item.items())


def test_the_document_is_valid_openapi(document: Any) -> None:
    OpenAPIV31SpecValidator(document).validate()


def test_every_emulated_operation_is_described(document: Any) -> None:
    described = list(operations(document))
    assert {each["operationId"] for _, _, each in described} == {operation.id for operation in emulated()}
    assert len(described) == len(HANDLERS)
    assert {method for _, method, _ in described} <= METHODS


def test_no_two_paths_are_the_same_but_for_the_names_of_their_placeholders(document: Any) -> None:
    shapes = ["/".join("{}" if part[:1] == "{" else part for part in path.split("/")) for path in document["paths"]]
    assert len(shapes) == len(set(shapes))


def test_every_placeholder_of_a_path_is_described_once(document: Any) -> None:
    for path, _, each in operations(document):
        described = [found["name"] for found in each["parameters"] if found.get("in") == "path"]
        assert sorted(described) == sorted(part[1:-1] for part in path.split("/") if part[:1] == "{"), path


def test_the_server_is_the_sandbox_in_the_data_centre_of_its_user(start: Start) -> None:
    sandbox = start(region="eu")
    document = Caller(sandbox.asgi)("GET", "/sandbox/openapi.json").json
    (server,) = document["servers"]
    assert server["url"] == f"{sandbox.url}/books/v3"
    flow = document["components"]["securitySchemes"]["oauth"]["flows"]["authorizationCode"]
    assert flow["tokenUrl"] == f"{sandbox.url}/oauth/v2/token"
    path = server["url"].removeprefix("http://sandbox.localhost")
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    assert call("GET", f"{path}/contacts").json["code"] == 0


def test_a_scope_that_an_operation_needs_is_one_the_accounts_server_gives(sandbox: Sandbox, document: Any) -> None:
    scopes = document["components"]["securitySchemes"]["oauth"]["flows"]["authorizationCode"]["scopes"]
    needed = {scope for _, _, each in operations(document) for row in each["security"] for scope in row["oauth"]}
    assert needed == set(scopes)
    assert set(sandbox.accounts.check_scopes(",".join(sorted(scopes)))) == needed


def test_the_document_explains_nothing_in_the_vendors_words(document: Any) -> None:
    for _, _, each in operations(document):
        assert "description" not in each
        assert "summary" not in each
        assert all("description" not in found for found in each["parameters"])


def test_a_body_goes_as_json_or_as_a_part_of_a_form() -> None:
    document = describe("http://here", "http://here")
    body = document["paths"]["/invoices"]["post"]["requestBody"]["content"]
    assert set(body) == {"application/json", "multipart/form-data"}
    json = body["application/json"]["schema"]
    assert json["properties"]["date"] == {"type": "string", "format": "date"}
    assert body["multipart/form-data"]["schema"]["properties"]["JSONString"]["contentSchema"] == json
