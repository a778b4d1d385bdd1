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
    `fields` (in the order the vendor serves them) and `required` belong to objects, `items` to arrays, the limits
    to scalars. `editions` names the vendor's editions or integrations that have the value: empty means all of them,
    a name behind a minus sign means all but that one.
    """

    type_: str = "any"
    fields: dict[str, "Shape"] = {}
    required: tuple[str, ...] = ()
    items: "Shape | None" = None
    enum: tuple[str, ...] = ()
    length_max: int | None = None
    format: str = ""
    editions: tuple[str, ...] = ()


class Parameter(msgspec.Struct, frozen=True, omit_defaults=True, rename={"type_": "type"}):
    """One path, query or header parameter; `type_` and `editions` as in Shape, `length_max` in characters.

    An `enum` value that ends in `*` stands for every name with that beginning (`cf_*`: any custom field).
    `values_max` bounds how many values a comma-separated list may hold. `prefix` is what a path value must begin
    with for the path to match at all.
    """

    name: str
    place: Place = Place.QUERY
    type_: str = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    length_max: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    values_max: int | None = None
    default: str = ""
    prefix: str = ""
    editions: tuple[str, ...] = ()


class Operation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One endpoint of one vendor.

    `id` is unique within the vendor; `module` is the vendor's noun and the name of the file the operation is kept in.
    `path` has named placeholders: `/invoices/{invoice_id}`. `result` is the shape of the whole answer but for the
    parts every answer has (Zoho's `code` and `message`); `envelope` is the key in it that wraps the record or the
    rows (`invoice`, `invoices`), empty when there is none. `status` is the HTTP status of success and `message` the
    text that comes with it. `body_kind` is `json`, `multipart` or empty; `result_kind` is the media type of an answer
    that is a file. `editions` as in Shape. `scopes` are all needed. `duplicate_of` names the operation that answers
    in place of this one, when the vendor describes a method and path twice. `evidence` says what the row rests on
    when it is not the specification alone: `recorded`, `documented` or `assumed`, each with its source.
    """

    id: str
    module: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Shape | None = None
    body_kind: str = ""
    result: Shape | None = None
    result_kind: str = ""
    envelope: str = ""
    status: int = 200
    message: str = ""
    scopes: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    duplicate_of: str = ""
    evidence: tuple[str, ...] = ()
