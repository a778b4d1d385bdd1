"""The emulator described as an OpenAPI 3.1 document: every operation it has a handler for, made from its Operation.

No behaviour is decided here, and none of the vendor's prose is in it: names, types and limits are facts.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, Final

from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.vendors.zoho_books.emulator.parse import JSON_STRING
from tallystick.vendors.zoho_books.emulator.registry import HANDLERS
from tallystick.vendors.zoho_books.emulator.undocumented import PLACEHOLDER, UNDOCUMENTED
from tallystick.vendors.zoho_books.emulator.validate import DEPTH_MAX, is_date_field
from tallystick.vendors.zoho_books.operations import OPERATIONS

VERSION: Final = "3.1.0"
API_ROOT: Final = "/books/v3"
LOGIN: Final = "oauth"
JSON: Final = "application/json"
_ORGANIZATION: Final = "organization_id"
_REFUSED: Final = {"$ref": "#/components/responses/refused"}
_TYPES: Final = frozenset({"object", "array", "string", "number", "integer", "boolean"})

Document = dict[str, Any]


def describe(api: str, accounts: str) -> Document:
    """Return the document of an emulator reached at `api`, whose accounts server is at `accounts` (both without `/`)."""
    paths, scopes = _described()
    return {
        "openapi": VERSION,
        "info": {
            "title": "Tallystick sandbox: Zoho Books",
            "version": "3",
            "description": "The operations this sandbox emulates. An operation that is not here answers as not yet emulated.",
        },
        "servers": [{"url": f"{api}{API_ROOT}"}],
        "security": [{LOGIN: []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                LOGIN: {
                    "type": "oauth2",
                    "flows": {
                        "authorizationCode": {
                            "authorizationUrl": f"{accounts}/oauth/v2/auth",
                            "tokenUrl": f"{accounts}/oauth/v2/token",
                            "refreshUrl": f"{accounts}/oauth/v2/token",
                            "scopes": scopes,
                        }
                    },
                }
            },
            "parameters": {
                _ORGANIZATION: {
                    "name": _ORGANIZATION,
                    "in": "query",
                    "description": "The organisation; the user's default one when it is left out.",
                    "schema": {"type": "string", "pattern": "^[0-9]{1,20}$"},
                }
            },
            "responses": {
                "refused": {"description": "Refused.", "content": {JSON: {"schema": _envelope({}, code=None)}}}
            },
        },
    }


def emulated() -> Iterator[Operation]:
    """Yield every operation there is a handler for: the vendor's in the order of its modules, then undocumented ones."""
    known = chain((OPERATIONS[identity] for identity in OPERATIONS), UNDOCUMENTED)
    return (each for each in known if not each.duplicate_of and (each.method, each.path) in HANDLERS)


@cache
def _described() -> tuple[Document, dict[str, str]]:
    """Return what does not depend on where the emulator is: its paths, and every scope with what it is for."""
    paths: Document = {}
    templates: dict[str, str] = {}
    scopes: set[str] = set()
    for operation in emulated():
        # One template stands once in a document; operations that name its placeholders otherwise share the first's names.
        template = templates.setdefault(PLACEHOLDER.sub("{}", operation.path), operation.path)
        names = dict(zip(PLACEHOLDER.findall(operation.path), PLACEHOLDER.findall(template), strict=True))
        paths.setdefault(template, {})[operation.method.lower()] = _operation(operation, names)
        scopes.update(operation.scopes)
    return paths, {scope: f"Calls of {scope.split('.')[1]}." for scope in sorted(scopes)}


def _operation(operation: Operation, names: dict[str, str]) -> Document:
    query = (each for each in operation.parameters if each.place is not Place.PATH and each.name != _ORGANIZATION)
    by_name = {each.name: each for each in operation.parameters if each.place is Place.PATH}
    described: Document = {
        "operationId": operation.id,
        "tags": [operation.module],
        "parameters": [
            *(_parameter(by_name[own], name) for own, name in names.items()),
            *(_parameter(each, each.name) for each in query),
        ],
        "responses": {str(operation.status): _answer(operation), "default": _REFUSED},
        "security": [{LOGIN: list(operation.scopes)}],
    }
    if _ORGANIZATION not in names:
        described["parameters"].append({"$ref": f"#/components/parameters/{_ORGANIZATION}"})
    if operation.body is not None:
        described["requestBody"] = _body(operation, operation.body)
    return described


def _parameter(parameter: Parameter, name: str) -> Document:
    schema: Document = {"type": parameter.type_} if parameter.type_ in _TYPES else {}
    if parameter.type_ == "array":
        schema = {"type": "string"}
    if parameter.length_max is not None:
        schema["maxLength"] = parameter.length_max
    if parameter.minimum is not None:
        schema["minimum"] = parameter.minimum
    if parameter.maximum is not None:
        schema["maximum"] = parameter.maximum
    if parameter.prefix:
        schema["pattern"] = f"^{re.escape(parameter.prefix)}"
    choices = [choice for choice in parameter.enum if not choice.endswith("*")]
    if choices and len(choices) == len(parameter.enum) and not parameter.values_max:
        schema["enum"] = choices
    is_path = parameter.place is Place.PATH
    # The emulator has a default for every parameter, so only a path's are needed.
    return {"name": name, "in": str(parameter.place), "schema": schema} | ({"required": True} if is_path else {})


def _body(operation: Operation, shape: Shape) -> Document:
    schema = _schema(shape, "", 0)
    files = {name: _schema(field, name, 0) for name, field in shape.fields.items() if field.format == "binary"}
    # A client may send the JSON as a part of its own, and must when it sends a file.
    parts: Document = {JSON_STRING: {"type": "string", "contentMediaType": JSON, "contentSchema": schema}, **files}
    content: Document = {"multipart/form-data": {"schema": {"type": "object", "properties": parts}}}
    if operation.body_kind != "multipart":
        content = {JSON: {"schema": schema}, **content}
    return {"required": bool(shape.required), "content": content}


def _schema(shape: Shape, name: str, depth: int) -> Document:
    """Return the schema of a shape; the depth of the recursion is bounded by DEPTH_MAX."""
    if shape.type_ not in _TYPES or depth > DEPTH_MAX:
        return {}
    schema: Document = {"type": shape.type_}
    if shape.type_ == "object":
        schema["properties"] = {key: _schema(field, key, depth + 1) for key, field in shape.fields.items()}
        if shape.required:
            schema["required"] = list(shape.required)
    elif shape.type_ == "array":
        schema["items"] = {} if shape.items is None else _schema(shape.items, name, depth + 1)
    elif shape.type_ == "string":
        schema |= _text(shape, name)
    return schema


def _text(shape: Shape, name: str) -> Document:
    limits: Document = {}
    if shape.enum:
        limits["enum"] = list(dict.fromkeys(shape.enum))
    if shape.length_max is not None:
        limits["maxLength"] = shape.length_max
    if shape.format == "binary":
        limits["contentMediaType"] = "application/octet-stream"
    elif is_date_field(shape, name):
        limits["format"] = "date"
    return limits


def _answer(operation: Operation) -> Document:
    wrapped: Document = {}
    if operation.envelope:
        found = operation.result.fields.get(operation.envelope) if operation.result is not None else None
        kind = found.type_ if found is not None else ""
        wrapped[operation.envelope] = {"type": kind} if kind in {"object", "array"} else {}
    content: Document = {JSON: {"schema": _envelope(wrapped, code=0)}}
    if operation.result_kind:
        content[operation.result_kind] = {}
    return {"description": "Done.", "content": content}


def _envelope(wrapped: Document, *, code: int | None) -> Document:
    whole = {"type": "integer"} if code is None else {"const": code}
    properties = {"code": whole, "message": {"type": "string"}, **wrapped}
    return {"type": "object", "required": ["code", "message", *wrapped], "properties": properties}
