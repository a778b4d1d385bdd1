"""An OpenAPI document read as Operations: references resolved, prose left behind, limits taken out of it.

What the vendor's documents get wrong is not mended here; that is the overlay's work.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tools import prose

Node = dict[str, Any]
DEPTH_MAX = 16
METHODS = ("get", "post", "put", "delete", "patch")
TYPES = {"object", "array", "string", "number", "integer", "boolean"}
PLACEHOLDER = re.compile(r"{(\w+)}")
# The parts every answer has; an Operation's result leaves them out.
ALWAYS = {"code", "message"}
ASIDE = {"page_context", "instrumentation"}


def read(folder: Path) -> list[Operation]:
    """Return every operation of a folder of OpenAPI documents, in the order of files and paths.

    Raises ValueError when the folder holds no document.
    """
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise ValueError(f"{folder} holds no *.yml; give the folder with the vendor's OpenAPI documents")
    return [operation for file in files for operation in Document(file).operations()]


class Document:
    """One file of the specification: one module."""

    def __init__(self, file: Path) -> None:
        self.module = file.stem.replace("-", "_")
        self.content: Node = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # it is the safe loader

    def operations(self) -> Iterator[Operation]:
        """Yield the document's operations."""
        for path, item in self.content["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self.operation(method, path, item[method], item.get("parameters", []))

    def operation(self, method: str, path: str, node: Node, shared: list[Node]) -> Operation:
        """Return one operation; `shared` are the parameters of its path."""
        status, answer = next((int(code), content) for code, content in node["responses"].items())
        media = answer.get("content") or {}
        result = self.answer(media["application/json"]["schema"]) if "application/json" in media else None
        body_kind, body = self.body(node.get("requestBody"))
        return Operation(
            id=node["operationId"],
            module=self.module,
            method=method.upper(),
            path=path,
            parameters=self.parameters(path, [*shared, *node.get("parameters", [])]),
            body=body,
            body_kind=body_kind,
            result=result,
            result_kind="" if result else next(iter(media), ""),
            envelope=envelope(path, result),
            status=status,
            message=self.message(media),
            scopes=tuple(sorted({scope for row in node["security"] for names in row.values() for scope in names})),
            editions=operation_editions(node["summary"]),
        )

    def parameters(self, path: str, nodes: list[Node]) -> tuple[Parameter, ...]:
        """Return the parameters in order (path, query, header), each placeholder declared, variants added."""
        found: dict[tuple[Place, str], Parameter] = {}
        for raw in nodes:
            node = self.resolve(raw, "parameters")
            place = Place(node["in"])
            if place is Place.PATH and f"{{{node['name']}}}" not in path:
                continue
            parameter = self.parameter(node, place)
            found[place, parameter.name] = parameter
            for name in prose.variants(parameter.name, node.get("description") or ""):
                found.setdefault((place, name), Parameter(name=name, place=place, type_=parameter.type_))
        names = PLACEHOLDER.findall(path)
        ids = [found.get((Place.PATH, name), Parameter(name=name, place=Place.PATH, required=True)) for name in names]
        rest = [row for place in (Place.QUERY, Place.HEADER) for (where, _), row in found.items() if where is place]
        return (*ids, *rest)

    def parameter(self, node: Node, place: Place) -> Parameter:
        """Return one parameter with what its description limits."""
        shape = self.shape(node["schema"], 0)
        text = node.get("description") or ""
        enum = shape.enum or prose.allowed_values(text)
        if not enum and node["name"] == "filter_by":
            enum = prose.constants(text)
        return Parameter(
            name=node["name"].strip(),
            place=place,
            type_=shape.type_,
            required=bool(node.get("required")) or place is Place.PATH,
            enum=() if shape.type_ in {"boolean", "integer", "number"} else enum,
            length_max=shape.length_max or prose.length_max(text),
            minimum=node["schema"].get("minimum"),
            maximum=node["schema"].get("maximum") or prose.maximum(text),
            values_max=prose.values_max(text),
            default=default(node["schema"].get("default")),
            editions=editions(node),
        )

    def body(self, node: Node | None) -> tuple[str, Shape | None]:
        """Return the kind of body, `json` or `multipart`, and its shape."""
        if not node:
            return "", None
        (media, content), *_ = node["content"].items()
        return ("json" if media == "application/json" else "multipart"), self.shape(content["schema"], 0)

    def answer(self, schema: Node) -> Shape:
        """Return the shape of an answer without the parts every answer has."""
        shape = self.shape(schema, 0)
        fields = {name: field for name, field in shape.fields.items() if name not in ALWAYS}
        return Shape(type_=shape.type_, fields=fields, items=shape.items)

    def message(self, media: dict[str, Node]) -> str:
        """Return the text the vendor's example answers with: a wire value, `success` or a sentence."""
        schema = self.resolve((media.get("application/json") or {}).get("schema") or {}, "schemas")
        example = (schema.get("properties") or {}).get("message", {}).get("example")
        return " ".join(str(example).split()) if example else ""

    def shape(self, node: Node, depth: int) -> Shape:
        """Return the shape of a schema. Raises ValueError below DEPTH_MAX: then the schema refers to itself."""
        if depth > DEPTH_MAX:
            raise ValueError(f"{self.module}: a schema is nested deeper than {DEPTH_MAX}")
        limits = editions(node)
        node = self.resolve(node, "schemas")
        for part in node.get("allOf", []):
            node = {**self.resolve(part, "schemas"), **{key: value for key, value in node.items() if key != "allOf"}}
        text = node.get("description") or ""
        kind = node.get("type") if node.get("type") in TYPES else ("object" if node.get("properties") else "any")
        scalar = kind in {"string", "any"}
        fields = {name: self.shape(field, depth + 1) for name, field in (node.get("properties") or {}).items()}
        return Shape(
            type_=sys.intern(str(kind)),
            fields={name: field for name, field in fields.items() if name},
            required=tuple(name for name in node.get("required", []) if isinstance(name, str)),
            items=self.shape(node["items"], depth + 1) if node.get("items") else None,
            enum=(
                tuple(filter(None, map(prose.clean_value, map(default, node.get("enum", [])))))
                or prose.allowed_values(text)
            )
            if scalar
            else (),
            length_max=(node.get("maxLength") or prose.length_max(text)) if scalar else None,
            format=str(node.get("format") or "") if kind == "string" else "",
            editions=editions(node) or limits,
        )

    def resolve(self, node: Node, kind: str) -> Node:
        """Follow references. Raises ValueError for a chain longer than DEPTH_MAX."""
        for _ in range(DEPTH_MAX):
            if "$ref" not in node:
                return node
            node = self.content["components"][kind][node["$ref"].rsplit("/", 1)[-1]]
        raise ValueError(f"{self.module}: a chain of references is longer than {DEPTH_MAX}")


def editions(node: Node) -> tuple[str, ...]:
    """Return the editions or integrations a node is limited to, in the words of Operation."""
    names = [str(name) for name in node.get("x-node_available_in") or []]
    names += [f"-{name}" for name in node.get("x-node_unavailable_in") or []]
    return tuple(sorted({name.lower().replace(" ", "_") for name in names}))


def operation_editions(summary: str) -> tuple[str, ...]:
    """Return the editions a summary such as "… [US and CA Edition only]" limits an operation to."""
    found = re.search(r"\[([A-Z ]+?(?:and [A-Z]+ )?)Editions? only\]", summary)
    return tuple(sorted(name.lower() for name in found[1].split() if name != "and")) if found else ()


def envelope(path: str, result: Shape | None) -> str:
    """Return the key that wraps an answer: its only compound field, or the one named like the path."""
    if result is None:
        return ""
    compound = [
        name for name, field in result.fields.items() if field.type_ in {"object", "array"} and name not in ASIDE
    ]
    if len(compound) == 1 or len(compound) == len(result.fields):
        noun = path.strip("/").split("/")
        named = [name for name in compound if name.replace("_", "").rstrip("s") in {part.rstrip("s") for part in noun}]
        return (named or compound or [""])[0] if len(compound) == 1 or named else ""
    return ""


def default(value: object) -> str:
    """Return a default as the text that travels: `true`, `200`, empty for none."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
