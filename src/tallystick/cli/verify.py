"""`tallystick verify`: compares the real service with the sandbox on somebody's own test organisation. It asks first."""

import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number

from tallystick.app import verification
from tallystick.cli.terminal.table import show_rows
from tallystick.cli.terminal.vendor import find_vendor, open_client
from tallystick.model.errors import ConfigurationError
from tallystick.rest.client import BlockingClient
from tallystick.rest.transport import HttpxTransport

Calls = Annotated[int, Parameter(validator=Number(gte=1, lte=500))]


def verify(
    vendor: str,
    *,
    write: bool = False,
    yes: bool = False,
    calls: Calls = 100,
    output: Path = Path("tallystick-evidence.json"),
    organization: str = "",
    file: Path | None = None,
    sandbox: str = "",
    json: bool = False,
) -> None:
    """Ask the vendor and the sandbox the same things, and keep how they differ in a file without anything personal.

    It only reads, unless --write is given: then it creates a few records in the organisation that is named, and deletes
    them again. Use a test organisation.

    Parameters
    ----------
    vendor
        Whom to ask, such as zoho-books.
    write
        Create and delete records too, after the organisation's name was typed.
    yes
        Do not ask for the name.
    calls
        The most calls to spend at the vendor.
    output
        The evidence file to write; it may be given to the project.
    organization
        The organisation to ask in, by id; without it the settings' one, or the only one there is.
    file
        The credentials file; without it the one that authorize writes.
    sandbox
        A sandbox that plays the vendor: the file with its connection, or its URL.
    json
        Print the evidence as JSON.

    """
    kind: Any = find_vendor(vendor, "verification.recorder").Recorder
    write_evidence: Any = find_vendor(vendor, "verification.evidence").write_evidence
    transport = HttpxTransport()
    recorder = kind(transport)
    try:
        with open_client(vendor, sandbox=sandbox, file=file, organization=organization, transport=recorder) as client:
            row = client.select_organization(client.organization_id)
            if write and not yes:
                _confirm(client, str(row.get("name", "")))
            evidence = verification(client, recorder, write=write, calls_max=calls, tell=_tell)
    finally:
        transport.close()
    write_evidence(output, evidence)
    if json:
        print(msgspec.json.encode(evidence).decode())
    else:
        _show(evidence, output)
    if evidence.left:
        hint = "Delete these by hand; their names begin with “Tallystick verify”."
        raise ConfigurationError("not everything could be deleted: " + "; ".join(evidence.left), hint=hint)


def _confirm(client: BlockingClient, name: str) -> None:
    """Go on only when the organisation's name was typed."""
    print(
        f"This creates and deletes records in {name!r} ({client.organization_id}) of {client.vendor.name}.\n"
        "Type the organisation's name to go on:",
        file=sys.stderr,
        flush=True,
    )
    if sys.stdin.readline(1_000).strip() != name or not name:
        hint = "Type the name exactly, or leave --write out."
        raise ConfigurationError("that is not the organisation's name; nothing was written", hint=hint)


def _tell(probe: str) -> None:
    if sys.stderr.isatty():
        print(f"… {probe}", file=sys.stderr)


def _show(evidence: Any, output: Path) -> None:
    rows = [
        {"probe": seen.probe, "HTTP": seen.status, "differs": len(seen.differences), "because": _because(seen)}
        for seen in evidence.observations
    ]
    show_rows(rows, ["probe", "HTTP", "differs", "because"])
    for reason in evidence.skipped:
        print(f"left out: {reason}")
    print(f"\n{evidence.agreeing} of {len(rows)} answers agree; {evidence.calls} calls were spent.")
    print(f"The evidence is in {output}: read it, and give it to the project if you like.")


def _because(seen: Any) -> str:
    """Return the first difference in a few words."""
    if seen.failure:
        return str(seen.failure)
    for found in seen.differences:
        return " ".join(part for part in (found.kind, found.where, f"{found.real!r} / {found.sandbox!r}") if part)
    return ""
