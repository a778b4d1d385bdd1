"""The stub that tells type checkers and editors every name, parameter, body and record of a vendor's client.

Each operation is written once: a descriptor makes it return an answer in the blocking client and an awaitable of one in
the awaiting client. What the client itself has is taken from its source, so the stub cannot disagree with it.
"""

import ast
import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from tallystick.rest import namespace
from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tools.shapes import BODY, EVERYWHERE, ROW, Types, camel, noun, singular

HEAD: Final = '''# ruff: noqa: D204, I001, N803, PYI021, Q000
# fmt: off
"""The names and types of the client beside this file. Written by tools/generate.py, not by hand.

Records have the keys the vendor is known to send, none of them promised. Numbers are Decimal, or None where the vendor
leaves them empty; ids and dates are text. Bodies take numbers as Decimal, int or text, never as float.
"""

import builtins
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypeAlias, TypedDict, TypeVar, Unpack, overload, type_check_only

from tallystick.rest.answer import Answer
from tallystick.rest.message import Upload
from tallystick.rest.rows import AsyncRows, Rows
'''

KINDS: Final = '''
Amount: TypeAlias = Decimal | int | str
Day: TypeAlias = date | str
Moment: TypeAlias = datetime | str
Ids: TypeAlias = str | Sequence[str]

_P = ParamSpec("_P")
_T = TypeVar("_T")
_K = TypeVar("_K", bound=str)
_C = TypeVar("_C")

@type_check_only
class Module(Generic[_C]):
    """A module of the vendor, in a blocking or an awaiting client."""

@type_check_only
class Verb(Generic[_P, _T]):
    """An operation: returns its answer, or an awaitable of it."""
    @overload
    def __get__(self, module: Module[BlockingClient], owner: Any) -> Callable[_P, _T]: ...
    @overload
    def __get__(self, module: Module[AwaitingClient], owner: Any) -> Callable[_P, Coroutine[Any, Any, _T]]: ...

@type_check_only
class Listing(Generic[_P, _T]):
    """An operation that lists: returns the rows, for `for` or `async for`."""
    @overload
    def __get__(self, module: Module[BlockingClient], owner: Any) -> Callable[_P, Rows[_T]]: ...
    @overload
    def __get__(self, module: Module[AwaitingClient], owner: Any) -> Callable[_P, AsyncRows[_T]]: ...

@type_check_only
def verb(method: Callable[Concatenate[Any, _P], _T]) -> Verb[_P, _T]: ...
@type_check_only
def rows(method: Callable[Concatenate[Any, _P], _T]) -> Listing[_P, _T]: ...

@type_check_only
class Record(Answer, Generic[_K, _T]):
    """An answer that wraps what was asked for under one key; `get` reaches what is not declared."""
    @overload  # type: ignore[override]  # an answer with known keys takes fewer than any dict
    def __getitem__(self, key: _K, /) -> _T: ...
    @overload
    def __getitem__(self, key: Literal["code"], /) -> int: ...
    @overload
    def __getitem__(self, key: Literal["message"], /) -> str: ...
'''

# The keywords of rest/namespace.py, as they are typed.
OPTIONS: Final[Mapping[str, str]] = {
    "extra_params": "Mapping[str, Any] | None",
    "files": "Mapping[str, Upload] | None",
    "headers": "Mapping[str, str] | None",
    "organization_id": "str | None",
    "pages_max": "int",
    "reference": "str",
    "timeout_seconds": "float | None",
    "wait_seconds_max": "float | None",
}
# Parameters that the vendor takes although an operation does not declare them, and what they are.
UNDECLARED: Final[Mapping[str, str]] = {
    "filter_by": "str | None",
    "last_modified_time": "Moment | None",
    "page": "int | None",
    "per_page": "int | None",
    "response_option": "int | None",
    "search_text": "str | None",
    "sort_column": "str | None",
    "sort_order": "str | None",
}
FILES: Final[Mapping[str, str]] = {"accept": "str | None", "print": "bool | None"}
RECORD_VERBS: Final = ("get", "create", "update", "upsert", "get_by_id", "get_by_reference", "get_current", "get_all")
BODY_VERBS: Final = ("create", "update", "upsert")
PARAMETER_TYPES: Final = {"integer": "int", "number": "Amount", "boolean": "bool", "array": "Ids"}


def stub(operations: Mapping[str, Operation], names: Mapping[str, str], source: str) -> str:
    """Return the stub. `names` are operation ids by dotted name, `source` is the text of the client's own module."""
    rows = [Line(name, operations[operation]) for name, operation in names.items()]
    types = Types()
    for row in rows:
        row.collect(types)
    types.settle()
    own = list(ast.parse(source).body)
    parts = [
        KINDS,
        *options(),
        *(typed_dict(known.name, known.fields) for known in types.all()),
        *modules(rows, types),
        *own_parts(own, sorted({row.modules[0] for row in rows})),
    ]
    text = "\n\n".join(part.strip("\n") for part in parts) + "\n"
    return HEAD + "".join(f"{line}\n" for line in imports(own, text)) + "\n" + text


def imports(body: Iterable[ast.stmt], text: str) -> Iterator[str]:
    """Yield the imports of the client's own module that the stub needs and does not make by itself."""
    made, used = _words(HEAD), _words(text)
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            node.names = [name for name in node.names if (name.asname or name.name) in used - made]
            if node.names:
                yield ast.unparse(node)


class Line:
    """One named operation on its way into the stub."""

    def __init__(self, name: str, operation: Operation) -> None:
        *modules, self.verb = name.split(".")
        self.modules, self.operation = tuple(modules), operation
        self.noun = noun([module for module in modules if module != "bulk"] or modules)
        self.is_list = self.verb in namespace.LISTS
        self.is_upload = operation.body_kind == "multipart"

    def collect(self, types: Types) -> None:
        """Hand the shapes over, each under its name."""
        if (body := self.operation.body) is not None and not self.is_upload:
            types.add(self.body_name, body)
        key, shape = self.wrapped
        if key or shape.fields:
            types.add(self.result_name(key), shape)

    @property
    def body_name(self) -> str:
        """The name of the body's type: `InvoiceFields`; `InvoiceEmailFields` where the verb has a body of its own."""
        body, last = self.operation.body or Shape(), self.modules[-1]
        if last in EVERYWHERE and last not in body.fields:
            return EVERYWHERE[last] + BODY
        bulk = "Bulk" if "bulk" in self.modules else ""
        return f"{self.noun}{bulk}{'' if self.verb in BODY_VERBS and not bulk else camel(self.verb)}{BODY}"

    @property
    def wrapped(self) -> tuple[str, Shape]:
        """What the answer wraps, and its key; ("", …) when it wraps nothing or several things alike."""
        result = self.operation.result or Shape()
        key = self.operation.envelope
        if not key and len(result.fields) == 1 and not self.is_list:
            key = next(iter(result.fields))
        return (key, result.fields[key]) if key in result.fields else ("", Shape())

    def result_name(self, key: str) -> str:
        """Return the name of the type of what comes back."""
        if self.is_list:
            return f"{self.noun}{ROW}"
        is_record = self.verb in RECORD_VERBS or singular(key) == singular(self.modules[-1]) or key == "data"
        return self.noun if is_record else f"{self.noun}{camel(singular(key))}"

    def written(self, types: Types) -> str:
        """Return the method of this operation."""
        operation = self.operation
        ids = [f"{p.name}: str" for p in operation.parameters if p.place is Place.PATH]
        used = {p.name for p in operation.parameters if p.place is Place.PATH}
        taken = used | self.options.keys()
        given = [
            f"{word}: {parameter_type(p)} | None = ..."
            for p in operation.parameters
            if p.place is not Place.PATH and (word := namespace.word(p.name)) not in taken
        ]
        options = "ListOptions" if self.is_list else "WriteOptions" if self.takes_body else "Options"
        if "organization_id" in used:
            options = f"Own{options}"
        arguments = [*ids, *self.body(types), *(["*", *given] if given else []), f"**options: Unpack[{options}]"]
        return f"    @{'rows' if self.is_list else 'verb'}\n    def {self.verb}(self, {', '.join(arguments)}) -> {self.result(types)}: ..."

    @property
    def takes_body(self) -> bool:
        """Whether something can be sent along."""
        return self.operation.method in namespace.WRITES or self.operation.body is not None

    @property
    def options(self) -> Mapping[str, str]:
        """The keywords that the verb has whatever its operation declares."""
        return {**OPTIONS, **FILES, **(UNDECLARED if self.is_list else {})}

    def body(self, types: Types) -> list[str]:
        """Return the body's argument, when there is one."""
        if not self.takes_body:
            return []
        shape = self.operation.body
        if shape is None or self.is_upload or shape.type_ == "any":
            return ["body: Mapping[str, Any] | None = ..."]
        kind = types.written(self.body_name, shape)
        return [f"body: {kind}" if shape.required else f"body: {kind} | None = ..."]

    def result(self, types: Types) -> str:
        """Return the type of the answer, or of a row."""
        key, shape = self.wrapped
        if self.is_list:
            row = shape.items if shape.type_ == "array" and shape.items else Shape(type_="object")
            return types.written(self.result_name(key), row).replace("list[", "builtins.list[")
        if not key:
            return "Answer"
        kind = types.written(self.result_name(key), shape).replace("list[", "builtins.list[")
        return f'Record[Literal["{key}"], {kind}]'


def parameter_type(parameter: Parameter) -> str:
    """Return the type of a query parameter."""
    name = parameter.name
    if parameter.type_ in PARAMETER_TYPES:
        return PARAMETER_TYPES[parameter.type_]
    if name.endswith("_ids") or parameter.values_max:
        return "Ids"
    words = name.split("_")
    return "Day" if "date" in words else "Moment" if "time" in words else "str"


def options() -> Iterator[str]:
    """Yield the keyword arguments that verbs share."""
    call = {name: OPTIONS[name] for name in namespace.CALL}
    own = {name: kind for name, kind in call.items() if name != "organization_id"}
    write = {name: OPTIONS[name] for name in namespace.WRITE if name not in call}
    walk = {name: OPTIONS[name] for name in namespace.LIST if name not in call}
    # An operation whose path holds the organisation takes it there.
    yield typed_dict("OwnOptions", {**own, **FILES})
    yield typed_dict("OwnWriteOptions", {**own, **FILES, **write})
    yield typed_dict("Options", {**call, **FILES})
    yield typed_dict("WriteOptions", {**call, **FILES, **write})
    yield typed_dict("ListOptions", {**call, **FILES, **walk, **UNDECLARED})


def typed_dict(name: str, fields: Mapping[str, str]) -> str:
    """Return a TypedDict; by a call when a key is no name."""
    if all(key.isidentifier() and not keyword.iskeyword(key) for key in fields):
        lines = [f"    {key}: {kind}" for key, kind in fields.items()]
        return "\n".join(["@type_check_only", f"class {name}(TypedDict, total=False):", *lines])
    pairs = ", ".join(f'"{key}": {kind}' for key, kind in fields.items())
    return f'{name} = TypedDict("{name}", {{{pairs}}}, total=False)'


def modules(rows: Iterable[Line], types: Types) -> Iterator[str]:
    """Yield a class for every module and sub-module."""
    members: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        for depth in range(1, len(row.modules)):
            line = f"    {row.modules[depth]}: {module_name(row.modules[: depth + 1])}[_C]"
            above = members.setdefault(row.modules[:depth], [])
            if line not in above:
                above.append(line)
        members.setdefault(row.modules, []).append(row.written(types))
    for path, lines in sorted(members.items()):
        yield "\n".join(["@type_check_only", f"class {module_name(path)}(Module[_C]):", *lines])


def module_name(path: tuple[str, ...]) -> str:
    """Return the class of a module: `InvoicesCommentsModule`."""
    return "".join(camel(part) for part in path) + "Module"


def own_parts(body: Iterable[ast.stmt], roots: list[str]) -> Iterator[str]:
    """Yield what the client's own module defines, without bodies; the clients get the vendor's modules."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            client = next((base.id for base in node.bases if isinstance(base, ast.Name) and base.id in CLIENTS), "")
            written = ast.unparse(bare(node))
            lines = [f"    {root}: {module_name((root,))}[{client}]" for root in roots] if client else []
            yield "\n".join([written, *lines])


CLIENTS: Final = ("BlockingClient", "AwaitingClient")


def bare(node: ast.ClassDef) -> ast.ClassDef:
    """Return a class with its annotations and signatures alone."""
    kept: list[ast.stmt] = []
    for part in node.body:
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if part.name.startswith("_") and not part.name.endswith("__"):
                continue
            part.body = [ast.Expr(ast.Constant(...))]
            part.args.defaults = [_default(value) for value in part.args.defaults]
            part.args.kw_defaults = [value and _default(value) for value in part.args.kw_defaults]
            kept.append(part)
        elif isinstance(part, ast.AnnAssign):
            kept.append(part)
    node.body = kept or [ast.Expr(ast.Constant(...))]
    return node


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _default(value: ast.expr) -> Any:
    return value if isinstance(value, ast.Constant) else ast.Constant(...)
