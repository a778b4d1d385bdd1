"""What is worked out once for each operation a session uses, and how an operation is found. Nothing here sends."""

from difflib import get_close_matches
from typing import NoReturn

from tallystick.model import errors
from tallystick.rest.operation import Operation, Place, Shape
from tallystick.rest.operations import Operations
from tallystick.rest.reading import Reader
from tallystick.rest.request import Layout
from tallystick.rest.stray import Fields
from tallystick.rest.vendor import Vendor


class Kit:
    """Everything for calling one operation. `told` are the body fields the caller was warned of."""

    __slots__ = ("fields", "file", "layout", "needs_organization", "operation", "reader", "told")

    def __init__(self, vendor: Vendor, operation: Operation) -> None:
        self.operation = operation
        self.layout = Layout(
            operation, vendor.undeclared, moments=vendor.moments, advice=vendor.advice, upsert=vendor.upsert
        )
        self.fields = Fields(operation.body or Shape())
        self.reader = Reader(vendor, operation)
        self.file = operation.result_kind or ("" if operation.result else "*")
        self.needs_organization = any(
            p.name == vendor.organization and p.required and p.place is Place.QUERY for p in operation.parameters
        )
        self.told: set[str] = set()


class Kits:
    """The kits of one session by operation, each made when first needed."""

    def __init__(self, vendor: Vendor, operations: Operations) -> None:
        self.vendor, self.operations = vendor, operations
        self._kits: dict[str, Kit] = {}

    def resolve(self, operation: object, path: object) -> tuple[Kit, dict[str, str]]:
        """Return the operation by its id, or by method and path, with the ids the path holds. Raises UnknownOperation."""
        if not isinstance(operation, str) or not isinstance(path, str):
            hint = "Give the rest by name: call(name, params=..., body=...)."
            raise errors.InvalidArgument("an operation is named by text", argument="operation", hint=hint)
        if not path:
            kit = self._kits.get(operation)
            if kit is not None:
                return kit, {}
            if operation not in self.operations:
                nearest = get_close_matches(operation.lower(), list(self.operations), n=3, cutoff=0.6)
                raise errors.UnknownOperation(
                    f"{self.vendor.name} has no operation {operation!r}", argument="operation", nearest=nearest
                )
            return self.kit(self.operations[operation]), {}
        method = operation.upper()
        plain = "/" + path.removeprefix(self.vendor.api_path).strip("/")
        if "?" in plain or "#" in plain:
            hint = "Put what follows the question mark into params."
            raise errors.InvalidArgument(f"the path {path!r} has a query", argument="path", hint=hint)
        found = self.operations.find(method, plain)
        if found is None:
            self._unknown_path(method, plain)
        row, ids = found
        return self.kit(row), ids

    def kit(self, operation: Operation) -> Kit:
        """Return the kit of an operation, which need not be among the vendor's own."""
        kit = self._kits.get(operation.id)
        if kit is None:
            kit = self._kits[operation.id] = Kit(self.vendor, operation)
        return kit

    def _unknown_path(self, method: str, path: str) -> NoReturn:
        methods = self.operations.methods(path)
        if methods:
            upsert = self.vendor.upsert
            hint = f"Records are upserted at one of {', '.join(upsert.paths)}." if upsert and method == "PUT" else ""
            raise errors.UnknownOperation(
                f"{self.vendor.name} does not take {method} at {path}", argument="operation", nearest=methods, hint=hint
            )
        paths = {row.path for row in self.operations.index.operations if row.method == method}
        nearest = get_close_matches(path, sorted(paths), n=3, cutoff=0.6)
        raise errors.UnknownOperation(f"{self.vendor.name} has no {method} {path}", argument="path", nearest=nearest)
