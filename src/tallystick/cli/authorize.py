"""`tallystick authorize`: lets a program in at a vendor and keeps what opens it. The steps are the vendor's and rest's."""

import sys
import webbrowser
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number

from tallystick.cli.terminal.callback import Callback, is_loopback
from tallystick.cli.terminal.vendor import find_vendor, read_connection
from tallystick.config import credentials_path, read_variables
from tallystick.model.errors import ConfigurationError, OrganisationUnclear, VendorError
from tallystick.rest.consent import Authorisation, Consent
from tallystick.rest.credentials_file import Kept, read_credentials, write_credentials
from tallystick.rest.vendor import Vendor

REDIRECT_URI: Final = "http://localhost:8000/callback"

Seconds = Annotated[int, Parameter(validator=Number(gte=1, lte=3_600))]
Many = Annotated[tuple[str, ...], Parameter(negative=())]


class Wanted(msgspec.Struct, frozen=True):
    """Who asks, where, and for what: from options, a sandbox's connection, the environment and the file, in this order."""

    client_id: str = ""
    client_secret: str = ""
    redirect_uri: str = ""
    region: str = ""
    accounts_url: str = ""
    organization_id: str = ""


class Way(msgspec.Struct, frozen=True):
    """How to be let in: by a code of the console, as the program itself, or by a person in a browser."""

    code: str
    client_credentials: bool
    paste: bool
    browser: bool
    wait_seconds_max: int


def authorize(
    vendor: str,
    *,
    client_id: str = "",
    redirect_uri: str = "",
    region: str = "",
    accounts_url: str = "",
    sandbox: str = "",
    operation: Many = (),
    scope: Many = (),
    code: str = "",
    client_credentials: bool = False,
    paste: bool = False,
    browser: bool = True,
    wait_seconds: Seconds = 300,
    organization: str = "",
    file: Path | None = None,
    revoke: bool = False,
    json: bool = False,
) -> None:
    """Let a program in at a vendor, and keep what opens it in a file for its owner alone.

    The client secret comes from the environment or the file, or is asked for: others could see an option.

    Args:
        vendor: Where, such as zoho-books.
        client_id: The program as the vendor's API console knows it.
        redirect_uri: Where the browser comes back to, as registered; http://localhost:8000/callback without it.
        region: The data centre the client is registered in: a code, top-level domain or host.
        accounts_url: Another accounts server than the region's, such as a sandbox's.
        sandbox: A sandbox instead of the vendor: the file with its connection.
        operation: An operation the program will call, for the least scopes; may be given more than once.
        scope: A scope to ask for, likewise; without operation and scope, everything is asked for.
        code: A self client's code from the vendor's console, redeemed at once; no browser then.
        client_credentials: Let the program in as itself; no person then.
        paste: Wait for nobody: paste the address that the browser came back to.
        browser: Open the browser; --no-browser only prints the address.
        wait_seconds: How long to wait for the browser to come back.
        organization: The organisation to keep, by id or name, where there are several.
        file: Where to keep it; without it the place that every command reads.
        revoke: End the authorisation in the file instead, at the vendor, and remove the file.
        json: Print what was kept as JSON, without its secrets.
    """
    consent, client = find_vendor(vendor, "consent"), find_vendor(vendor, "client")
    declared: Vendor = consent.Authoriser.vendor
    path = file or credentials_path(declared.id)
    if revoke:
        _revoke(consent, path)
        return
    wanted = _wanted(declared, Wanted(client_id, "", redirect_uri, region, accounts_url), path=path, sandbox=sandbox)
    scopes = (*scope, *(consent.scopes_for(*operation) if operation else ())) or (declared.oauth.everything,)
    way = Way(code, client_credentials, paste, browser, wait_seconds)
    granted = _let_in(consent, wanted, scopes, way)
    chosen, advice = _choose(client, granted, organization or wanted.organization_id)
    kept = _kept(granted, wanted, chosen)
    write_credentials(path, kept)
    _tell(path, kept, advice, as_json=json)


def _let_in(consent: Any, wanted: Wanted, scopes: tuple[str, ...], way: Way) -> Authorisation:
    """Return the authorisation that was got in the way that was asked for."""
    with consent.Authoriser(
        client_id=wanted.client_id,
        client_secret=wanted.client_secret,
        redirect_uri=wanted.redirect_uri,
        region=wanted.region,
        accounts_url=wanted.accounts_url,
    ) as authoriser:
        if way.code:
            granted: Authorisation = authoriser.redeem(way.code)
        elif way.client_credentials:
            granted = authoriser.client_credentials(scopes)
        else:
            asked = authoriser.ask(scopes)
            granted = authoriser.finish(_come_back(authoriser, asked, wanted.redirect_uri, way), state=asked.state)
    return granted


def _wanted(vendor: Vendor, options: Wanted, *, path: Path, sandbox: str) -> Wanted:
    """Return who asks, each fact from the strongest source that has it; the secret is asked for when none has."""
    sources: list[dict[str, Any]] = [msgspec.structs.asdict(options)]
    if sandbox:
        try:
            known = msgspec.json.decode(read_connection(sandbox), type=dict[str, str])
        except msgspec.DecodeError:
            hint = "Give the file that `tallystick sandbox` printed its connection to."
            raise ConfigurationError(f"{sandbox} holds no sandbox's connection", hint=hint) from None
        sources.append({**known, "accounts_url": known.get("url", "")})
    else:
        sources += [read_variables(vendor.variables), _known(path)]
    merged: dict[str, str] = {}
    for source in sources:
        is_another = merged.get("client_id") and source.get("client_id") and source["client_id"] != merged["client_id"]
        for name in Wanted.__struct_fields__:
            # A secret belongs to its own client and to no other.
            if source.get(name) and not merged.get(name) and not (is_another and name == "client_secret"):
                merged[name] = source[name]
    merged.setdefault("redirect_uri", REDIRECT_URI)
    if not merged.get("client_id"):
        hint = f"Register a server-based client in the vendor's API console with {merged['redirect_uri']} and give --client-id."
        raise ConfigurationError("nothing says which client to authorise", hint=hint)
    if not merged.get("client_secret"):
        merged["client_secret"] = _ask_secret(vendor)
    return Wanted(**merged)


def _known(path: Path) -> dict[str, Any]:
    """Return what the file says already, when it is there."""
    return msgspec.structs.asdict(read_credentials(path)) if path.exists() else {}


def _ask_secret(vendor: Vendor) -> str:
    if not sys.stdin.isatty():
        hint = f"Set {vendor.variables.get('client_secret', 'it in the environment')}, or run this in a terminal."
        raise ConfigurationError("nothing says the client secret", hint=hint)
    return getpass("Client secret: ").strip()


def _come_back(authoriser: Any, consent: Consent, redirect_uri: str, way: Way) -> str:
    """Send somebody to the consent page and return the address they come back with."""
    print(f"Open this address, and accept:\n\n{consent.url}\n", file=sys.stderr, flush=True)
    if way.paste or not is_loopback(redirect_uri):
        print("Then paste the whole address the browser comes to, and press Enter:", file=sys.stderr, flush=True)
        return sys.stdin.readline(16_384)
    with Callback(redirect_uri) as callback:
        print(f"Waiting at {redirect_uri} for the browser …", file=sys.stderr, flush=True)
        if way.browser:
            webbrowser.open(consent.url)
        return callback.wait(
            lambda address: authoriser.is_answer(address, state=consent.state), seconds_max=way.wait_seconds_max
        )


def _choose(client: Any, granted: Authorisation, name: str) -> tuple[str, str]:
    """Return the organisation to keep and, when none can be kept, what to do about it."""
    try:
        with client.Client(**granted.arguments()) as opened:
            opened.select_organization(name)
            return opened.organization_id, ""
    except OrganisationUnclear as error:
        if name:
            raise
        return "", str(error)
    except VendorError as error:
        return (name if name.isdecimal() else ""), f"Which organisations there are could not be seen: {error}"


def _kept(granted: Authorisation, wanted: Wanted, organization_id: str) -> Kept:
    return Kept(**granted.arguments(), organization_id=organization_id, redirect_uri=wanted.redirect_uri)


def _tell(path: Path, kept: Kept, advice: str, *, as_json: bool) -> None:
    if as_json:
        told = {"file": str(path), "organization_id": kept.organization_id, "region": kept.region}
        print(msgspec.json.encode(told).decode())
    else:
        print(f"Authorised; kept in {path}, for you alone.")
        print(
            f"It speaks for organisation {kept.organization_id}."
            if kept.organization_id
            else "No organisation is kept."
        )
    if advice:
        print(advice, file=sys.stderr)


def _revoke(consent: Any, path: Path) -> None:
    """End the authorisation that a file holds, and remove the file whatever the vendor says of a token long dead."""
    kept = read_credentials(path)
    with consent.Authoriser(
        client_id=kept.client_id, client_secret=kept.client_secret, region=kept.region, accounts_url=kept.accounts_url
    ) as authoriser:
        was_alive = bool(kept.refresh_token) and authoriser.revoke(kept.refresh_token)
    path.unlink()
    print(f"Revoked, and {path} removed." if was_alive else f"It was dead already; {path} removed.")
