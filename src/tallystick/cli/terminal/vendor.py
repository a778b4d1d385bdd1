"""Finds a vendor by the name somebody types, and opens its client. It knows no vendor and makes no call."""

import pkgutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from tallystick import vendors
from tallystick.config import credentials_path
from tallystick.model.errors import ConfigurationError, InvalidArgument, UnknownOperation
from tallystick.rest.client import BlockingClient
from tallystick.rest.credentials_file import read_credentials, write_credentials
from tallystick.rest.opening import opening
from tallystick.rest.operation import Operation
from tallystick.rest.operations import Operations
from tallystick.rest.vendor import Vendor

METHODS = frozenset(("GET", "POST", "PUT", "DELETE", "PATCH"))


def names() -> list[str]:
    """Return every vendor's name as it is typed."""
    return sorted(found.name.replace("_", "-") for found in pkgutil.iter_modules(vendors.__path__) if found.ispkg)


def find_vendor(name: str, part: str) -> Any:
    """Return one part (`client`, `consent`) of a vendor's folder. InvalidArgument for a vendor that is not there."""
    typed = name.strip().lower().replace("_", "-")
    if typed not in names():
        nearest = get_close_matches(typed, names(), n=1)
        hint = f"There is: {', '.join(names())}."
        raise InvalidArgument(f"there is no vendor {name!r}", argument="vendor", nearest=nearest, hint=hint)
    return import_module(f"tallystick.vendors.{typed.replace('-', '_')}.{part}")


@contextmanager
def open_client(
    vendor: str, *, sandbox: str, file: Path | None, organization: str, **settings: Any
) -> Iterator[BlockingClient]:
    """Open a client of a vendor by its settings, or of a sandbox (the file with its connection, or its URL); close it.

    A token that was fetched is put into the credentials file for the next command: the vendor gives ten in ten minutes.
    Raises ConfigurationError when nothing opens it.
    """
    kind: Any = find_vendor(vendor, "client").Client
    transport = settings.pop("transport", None)
    given = {**settings, **({"organization_id": organization} if organization else {})}
    if sandbox and not sandbox.startswith(("http://", "https://")):
        with kind.from_sandbox(read_connection(sandbox), transport=transport, **given) as client:
            yield client
        return
    if sandbox:
        given |= {"accounts_url": sandbox, "api_url": sandbox}
    known = opening(kind.vendor, given=given, file=file)
    with kind(**known, transport=transport) as client:
        try:
            yield client
        finally:
            path = file or credentials_path(kind.vendor.id)
            _keep_token(path, client.renewed_access_token, known.get("refresh_token", ""))


def _keep_token(path: Path, token: str, refresh_token: str) -> None:
    """Keep a new token in the file that its refresh token came from; one that cannot be kept costs a renewal only."""
    with suppress(ConfigurationError):
        if token and path.exists() and (kept := read_credentials(path)).refresh_token == refresh_token:
            write_credentials(path, msgspec.structs.replace(kept, access_token=token))


def read_connection(sandbox: str) -> bytes:
    """Return a sandbox's connection from the file it was printed to. ConfigurationError when there is none."""
    try:
        return Path(sandbox).read_bytes()
    except OSError as error:
        hint = "Give the file that `tallystick sandbox` printed its connection to, or the sandbox's URL."
        raise ConfigurationError(f"{sandbox} cannot be read: {error.strerror}", hint=hint) from None


def find_operation(vendor: Vendor, operations: Operations, words: Sequence[str]) -> tuple[Operation, dict[str, str]]:
    """Return the operation that words name, and the path's ids among them.

    Words are a name and ids (`invoices list`, `invoices comments list 12`), an operation's id and ids
    (`get_invoice 12`), or method and path (`GET /invoices/12`). Raises UnknownOperation, or InvalidArgument.
    """
    if len(words) == 2 and words[0].upper() in METHODS and words[1].startswith("/"):
        found = operations.find(words[0].upper(), "/" + words[1].removeprefix(vendor.api_path).strip("/"))
        if found is None:
            raise UnknownOperation(f"{vendor.name} has no {words[0].upper()} {words[1]}", argument="words")
        return found
    typed = [word.replace("-", "_") for word in words]
    if typed and typed[0] in operations:
        return _with_ids(operations[typed[0]], words[1:])
    for count in range(len(words), 0, -1):
        name = ".".join(typed[:count])
        if name in operations.names:
            return _with_ids(operations[operations.names[name]], words[count:])
    name = ".".join(typed)
    known = [*operations.names, *operations]
    below = [known_name for known_name in operations.names if known_name.startswith(f"{name}.")][:8]
    nearest = below or get_close_matches(name.lower(), known, n=3)
    hint = "Write it in words: `invoices list`, `invoices get 12`."
    said = " ".join(words)
    raise UnknownOperation(
        f"{vendor.name} has no operation {said!r}",
        argument="words",
        nearest=[near.replace(".", " ") for near in nearest],
        hint=hint,
    )


def _with_ids(operation: Operation, ids: Sequence[str]) -> tuple[Operation, dict[str, str]]:
    wanted = [segment[1:-1] for segment in operation.path.split("/") if segment.startswith("{")]
    if len(wanted) != len(ids):
        needs = " ".join(f"<{name}>" for name in wanted) or "no id"
        raise InvalidArgument(
            f"{operation.id} takes {needs}, got {len(ids)}", argument=wanted[0] if wanted else "words"
        )
    return operation, dict(zip(wanted, ids, strict=True))
