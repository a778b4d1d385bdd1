"""Names as attributes: `client.invoices.comments.list`, found in the table of names as they are asked for.

Nothing here sends, and no name is written here: the table belongs to the vendor's operations.
"""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from inspect import Parameter, Signature
from typing import Any, Final

import msgspec

from tallystick.model.errors import InvalidArgument, UnknownOperation
from tallystick.rest.operation import Operation, Place
from tallystick.rest.operations import Operations
from tallystick.rest.session import Question

# Keywords that every verb takes, beside the operation's own parameters: fields of a Question.
CALL: Final = ("extra_params", "headers", "organization_id", "wait_seconds_max", "timeout_seconds")
WRITE: Final = (*CALL, "files", "reference")
LIST: Final = (*CALL, "pages_max")
LISTS: Final = ("list", "list_all", "list_for_user")
WRITES: Final = ("POST", "PUT", "PATCH")


class Door(msgspec.Struct, frozen=True):
    """What verbs need of a client: its operations, how one call is made and how a list is walked."""

    operations: Operations
    ask: Callable[[Question], Any]
    rows: Callable[..., Any]


class Namespace:
    """A module of the vendor, or one of its sub-modules: modules and verbs as attributes."""

    def __init__(self, door: Door, path: str = "", members: Mapping[str, Any] | None = None) -> None:
        self._door, self._path, self._given = door, path, members

    @property
    def _members(self) -> Mapping[str, Any]:
        """Operation ids and further modules by name; the root's are read when first needed."""
        return self._door.operations.tree if self._given is None else self._given

    def __getattr__(self, name: str) -> Any:
        # What Python itself looks for is never a member, nor to be looked for before the constructor ran.
        if name.startswith("_"):
            raise AttributeError(name)
        member = self._members.get(name)
        if member is None:
            raise self._unknown(name)
        path = f"{self._path}.{name}" if self._path else name
        found = (
            Verb(self._door, path, self._door.operations[member])
            if isinstance(member, str)
            else Namespace(self._door, path, member)
        )
        setattr(self, name, found)
        return found

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._members})

    def __repr__(self) -> str:
        verbs = [name for name, member in self._members.items() if isinstance(member, str)]
        modules = [name for name in self._members if name not in verbs]
        parts = (f"verbs {', '.join(verbs)}" if verbs else "", f"modules {', '.join(modules)}" if modules else "")
        return f"<{self._path}: {'; '.join(filter(None, parts))}>"

    def _unknown(self, name: str) -> UnknownOperation:
        """Return the error that names what is nearest: here first, then anywhere."""
        lead = f"{self._path}." if self._path else ""
        nearest = [lead + found for found in get_close_matches(name.lower(), list(self._members), n=3, cutoff=0.6)]
        names = self._door.operations.names
        nearest = nearest or get_close_matches(f"{lead}{name}".lower(), list(names), n=3, cutoff=0.6)
        return UnknownOperation(f"there is no {lead}{name}", argument=name, nearest=nearest)


class Verb:
    """One operation, to be called: ids in the order of the path, then the body, then keywords.

    `operation` is the data it is made of. `help()` and `inspect.signature` tell its parameters.
    """

    def __init__(self, door: Door, name: str, operation: Operation) -> None:
        self._door, self.operation = door, operation
        self.__name__, self.__qualname__ = name.rpartition(".")[2], name
        self._is_list = self.__name__ in LISTS
        self._takes_body = operation.method in WRITES or operation.body is not None
        self._options = LIST if self._is_list else WRITE
        self._ids = tuple(p.name for p in operation.parameters if p.place is Place.PATH)
        self._wire = {word(p.name): p.name for p in operation.parameters if p.place is not Place.PATH}
        self.__doc__ = _doc(self)

    def __call__(self, *args: Any, **given: Any) -> Any:
        """Return the answer, or the rows of a list; awaitable in an awaiting client. InvalidArgument comes at once."""
        names = (*self._ids, "body") if self._takes_body else self._ids
        if len(args) > len(names):
            taken = ", ".join(names) or "only keywords"
            raise InvalidArgument(
                f"{self.__qualname__} takes {taken}, but {len(args)} values came", argument="args", hint=_like(self)
            )
        params: dict[str, Any] = dict(zip(names, args, strict=False))
        options = {}
        for keyword, value in given.items():
            if keyword in params:
                raise InvalidArgument(f"{self.__qualname__} got {keyword} twice", argument=keyword)
            if keyword in self._options and keyword not in self._ids:
                options[keyword] = value
            else:
                params[self._wire.get(keyword, keyword)] = value
        body = params.pop("body", None) if self._takes_body else None
        for name in self._ids:
            value = params.get(name)
            if value is None or isinstance(value, (Mapping, list)):
                raise InvalidArgument(f"{self.__qualname__} needs {name} first", argument=name, hint=_like(self))
        if self._is_list:
            bound = {"pages_max": options.pop("pages_max")} if "pages_max" in options else {}
            return self._door.rows(Question(self.operation.id, params=params, **options), **bound)
        return self._door.ask(Question(self.operation.id, params=params, body=body, **options))

    def __repr__(self) -> str:
        return f"<{self.__qualname__}: {self.operation.method} {self.operation.path}>"

    @property
    def __signature__(self) -> Signature:
        """The ids, the body and the keywords, for `inspect.signature` and completion."""
        body = self.operation.body
        default = Parameter.empty if body is not None and body.required else None
        places = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in self._ids]
        if self._takes_body:
            places.append(Parameter("body", Parameter.POSITIONAL_OR_KEYWORD, default=default))
        names = dict.fromkeys((*self._wire, *self._options))
        keywords = [name for name in names if name not in self._ids]
        return Signature(places + [Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in keywords])


def word(parameter: str) -> str:
    """Return the keyword for a parameter: its own name; a header's (`X-Upsert`) as Python would write it (`upsert`)."""
    return parameter.lower().removeprefix("x-").replace("-", "_") if "-" in parameter else parameter


def _like(verb: Verb) -> str:
    """Return a call to follow."""
    names = (*verb._ids, "body") if verb._takes_body else verb._ids  # noqa: SLF001 - this module's own record
    return f"Call {verb.__qualname__}({', '.join(names)})."


def _doc(verb: Verb) -> str:
    """Return what help() says of a verb, from the operation's data."""
    operation = verb.operation
    lines = [f"{operation.method} {operation.path}, the operation {operation.id}.", ""]
    if verb._is_list:  # noqa: SLF001 - this module's own record
        lines.append("Returns the rows of all pages, lazily.")
    elif operation.envelope:
        lines.append(f"Returns the answer; the record is under {operation.envelope!r}.")
    elif operation.result_kind:
        lines.append(f"Returns a file ({operation.result_kind}), in the answer's `raw`.")
    lines += [
        f"{word(parameter.name)}: {', '.join(parameter.enum)}" for parameter in operation.parameters if parameter.enum
    ]
    if operation.body and operation.body.required:
        lines.append(f"The body needs {', '.join(operation.body.required)}.")
    lines.append(f"Scopes: {', '.join(operation.scopes)}.")
    return "\n".join(lines)
