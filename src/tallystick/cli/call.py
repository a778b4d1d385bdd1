"""`tallystick call`: any operation of a vendor from the shell. What an operation takes is the operation's data."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number

from tallystick.cli.terminal.table import show_record, show_rows
from tallystick.cli.terminal.vendor import find_operation, open_client
from tallystick.model.errors import InvalidArgument
from tallystick.rest.answer import Answer
from tallystick.rest.client import BlockingClient
from tallystick.rest.operation import Operation

LIMIT_MAX: Final = 100_000
BODY_BYTES_MAX: Final = 16 * 1024 * 1024

Limit = Annotated[int, Parameter(validator=Number(gte=1, lte=LIMIT_MAX))]
Text = Annotated[str, Parameter(allow_leading_hyphen=True)]
Many = Annotated[tuple[str, ...], Parameter(negative=())]


def call(
    vendor: str,
    *words: str,
    body: Text = "",
    param: Many = (),
    limit: Limit = 100,
    columns: str = "",
    json: bool = False,
    output: Path | None = None,
    organization: str = "",
    file: Path | None = None,
    sandbox: str = "",
    **options: str,
) -> None:
    """Call an operation of a vendor: tallystick call zoho-books invoices list --status overdue.

    Any other option is a parameter of the operation: --status overdue, --sort-column date.

    Parameters
    ----------
    vendor
        Whose operation, such as zoho-books.
    words
        The operation and the ids it takes: invoices list, invoices get 12, or its id, or GET /invoices.
    body
        What to send: JSON, @ and the name of a file with it, or - for standard input.
    param
        A parameter whose name is also an option here, as name=value; may be given more than once.
    limit
        The most rows of a list; a call brings up to 200 of them.
    columns
        The columns of a table, with commas between.
    json
        Print JSON exactly as the vendor wrote it: a list's rows as one array, else the whole answer.
    output
        Where to put a file that the vendor sends, such as a PDF.
    organization
        The organisation to speak for, by id; without it the settings' one, or the only one there is.
    file
        The credentials file; without it the one that authorize writes.
    sandbox
        A sandbox instead of the vendor: the file with its connection, or its URL.

    """
    with open_client(vendor, sandbox=sandbox, file=file, organization=organization) as client:
        operation, ids = find_operation(client.vendor, client.operations, words)
        params: dict[str, Any] = {**_params(operation, options, param), **ids}
        content = _body(body)
        if _is_list(operation):
            _list(client, operation, params, limit=limit, columns=columns, as_json=json)
            return
        answer = client.call(operation.id, params=params, body=content)
    _show(answer, operation, as_json=json, output=output)


def _params(operation: Operation, options: Mapping[str, str], pairs: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters given as options (`sort-column`) and as pairs (`limit=3`)."""
    known = {parameter.name for parameter in operation.parameters}
    params = {name if name in known else name.replace("-", "_"): value for name, value in options.items()}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise InvalidArgument(f"{pair!r} is no name=value", argument="param")
        params[name] = value
    return params


def _body(given: str) -> Any:
    """Return the body that was given as JSON, as a file's name or on standard input; None without one."""
    if not given:
        return None
    try:
        if given == "-":
            text: str | bytes = sys.stdin.buffer.read(BODY_BYTES_MAX + 1)
        elif given.startswith("@"):
            with Path(given[1:]).open("rb") as file:
                text = file.read(BODY_BYTES_MAX + 1)
        else:
            text = given
    except OSError as error:
        raise InvalidArgument(f"{given[1:]} cannot be read: {error.strerror}", argument="body") from None
    if len(text) > BODY_BYTES_MAX:
        raise InvalidArgument(f"the body is longer than {BODY_BYTES_MAX} bytes", argument="body")
    try:
        # Raw keeps every number with the digits that were typed.
        msgspec.json.decode(text)
        return msgspec.Raw(text.encode() if isinstance(text, str) else text)
    except msgspec.DecodeError as error:
        raise InvalidArgument(f"the body is no JSON: {error}", argument="body") from None


def _is_list(operation: Operation) -> bool:
    fields = operation.result.fields if operation.result else {}
    shape = fields.get(operation.envelope)
    return operation.method == "GET" and shape is not None and shape.type_ == "array"


def _list(
    client: BlockingClient, operation: Operation, params: dict[str, Any], *, limit: int, columns: str, as_json: bool
) -> None:
    """Print at most `limit` rows; say so when there are more."""
    size = client.vendor.paging.size_max
    params.setdefault(client.vendor.paging.size, str(min(size, limit)))
    raw: list[msgspec.Raw] = []
    rows: list[dict[str, Any]] = []
    more = False
    with _progress(operation.id) as tell:
        pages = client.pages(operation.id, params=params, pages_max=limit, keep_pages=False)
        for page in islice(pages, limit):
            raw += page.rows
            more = page.context.get(client.vendor.paging.more) is True
            if not as_json:
                rows += client.records(operation.id, page)
            tell(f"{len(raw)} rows")
            if len(raw) >= limit or not more:
                break
    more = more or len(raw) > limit
    if as_json:
        sys.stdout.buffer.write(b"[" + b",\n".join(bytes(row) for row in raw[:limit]) + b"]\n")
        sys.stdout.buffer.flush()
    elif rows:
        show_rows(rows[:limit], [name.strip() for name in columns.split(",") if name.strip()])
    if not raw:
        print("There are none.", file=sys.stderr)
    if more:
        print(f"These are the first {limit}; there are more: raise --limit, or narrow the list.", file=sys.stderr)


def _show(answer: Answer, operation: Operation, *, as_json: bool, output: Path | None) -> None:
    """Print one answer, or put the file that it is where it was asked for."""
    if not answer and answer.raw and "json" not in answer.content_type:
        if output is None and sys.stdout.isatty():
            hint = "Give --output FILE, or send standard output to one."
            raise InvalidArgument(f"{operation.id} gave a file ({answer.content_type})", argument="output", hint=hint)
        if output is None:
            sys.stdout.buffer.write(answer.raw)
            return
        try:
            output.write_bytes(answer.raw)
        except OSError as error:
            raise InvalidArgument(f"{output} cannot be written: {error.strerror}", argument="output") from None
        print(f"{output}: {len(answer.raw)} bytes", file=sys.stderr)
        return
    if as_json:
        sys.stdout.buffer.write(answer.raw + b"\n")
        return
    record = answer.get(operation.envelope) if operation.envelope else None
    if isinstance(record, dict):
        show_record(record)
    elif isinstance(record, list) and record and isinstance(record[0], dict):
        show_rows(record, [])
    else:
        show_record({name: value for name, value in answer.items() if name != "code"})


@contextmanager
def _progress(what: str) -> Iterator[Any]:
    """Show how far it has got while the block runs, if somebody watches a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    with Console(stderr=True).status(what) as status:
        yield lambda done: status.update(f"{what}: {done}")
