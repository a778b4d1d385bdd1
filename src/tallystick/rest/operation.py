"""An Operation: one endpoint of one vendor, as data. Nothing here sends, waits or knows a vendor's name."""

from enum import StrEnum

import msgspec


class Place(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"


class Shape(msgspec.Struct, frozen=True, omit_defaults=True, rename={"type_": "type"}):
    """The shape of a JSON value: enough to validate, to type and to serialise it, and none of the vendor's prose.

    `type_` is one of `object`, `array`, `string`, `number`, `integer`, `boolean`, `any`.
    `fields` and `required` belong to objects, `items` to arrays, the limits to scalars.
    """

    type_: str = "any"
    fields: dict[str, "Shape"] = {}
    required: tuple[str, ...] = ()
    items: "Shape | None" = None
    enum: tuple[str, ...] = ()
    length_max: int | None = None
    format: str = ""


class Parameter(msgspec.Struct, frozen=True, omit_defaults=True, rename={"type_": "type"}):
    """One path, query or header parameter; `type_` as in Shape, `length_max` in characters."""

    name: str
    place: Place = Place.QUERY
    type_: str = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    length_max: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    default: str = ""


class Operation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One endpoint of one vendor.

    `id` is unique within the vendor; `module` is the vendor's noun and the name of the file the operation is kept in.
    `path` has named placeholders: `/invoices/{invoice_id}`. `envelope` is the key that wraps the result
    (`invoice`, `invoices`), empty when there is none. `status` is the HTTP status of success.
    `body_kind` is `json`, `multipart` or empty. `editions` is empty when every edition has the operation.
    `scopes` are all needed. `evidence` names where the row comes from when it is not the specification alone.
    """

    id: str
    module: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Shape | None = None
    body_kind: str = ""
    result: Shape | None = None
    envelope: str = ""
    status: int = 200
    scopes: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    evidence: str = ""
