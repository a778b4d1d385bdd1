"""The credentials file: what opens one connection, kept for its owner alone. It is read and written here and nowhere else.

It holds secrets as they are; the file's mode is what protects them. Nothing here talks to a vendor.
"""

import os
import stat
from pathlib import Path
from typing import Any, Final

import msgspec

from tallystick.model.errors import ConfigurationError

BYTES_MAX: Final = 64 * 1024
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
AGAIN: Final = "Run `tallystick authorize` again to write a new one."


class Kept(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the file holds; names as the arguments of a vendor's Client. Empty is the same as not there.

    The access token is kept because a vendor gives few of them: programs that run often share one for its hour.
    """

    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""
    access_token: str = ""
    scopes: tuple[str, ...] = ()
    region: str = ""
    accounts_url: str = ""
    api_url: str = ""
    organization_id: str = ""
    redirect_uri: str = ""

    def __repr__(self) -> str:
        return f"Kept(region={self.region!r}, organization_id={self.organization_id!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("region", self.region), ("organization_id", self.organization_id)]


def read_credentials(path: Path) -> Kept:
    """Return what the file holds. ConfigurationError when it is not there, not its owner's alone, or not ours."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(BYTES_MAX + 1)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}", hint=AGAIN) from None
    if os.name == "posix" and mode & OTHERS:
        hint = f"Say `chmod 600 {path}`; if others may have read it, revoke the refresh token and authorise again."
        raise ConfigurationError(f"{path} holds secrets and can be read by others on this machine", hint=hint)
    if len(content) > BYTES_MAX:
        raise ConfigurationError(f"{path} is too large for a credentials file", hint=AGAIN)
    try:
        return msgspec.json.decode(content, type=Kept)
    except msgspec.DecodeError as error:
        raise ConfigurationError(f"{path} is no credentials file: {error}", hint=AGAIN) from None


def write_credentials(path: Path, kept: Kept) -> None:
    """Write the file for its owner alone, whole or not at all. ConfigurationError when it cannot be written."""
    import tempfile  # noqa: PLC0415 - a client that only reads does not pay for it

    content = msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n"
    new = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, new = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.name}."
        )  # for its owner alone from the start
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(new).replace(path)
        new = ""
    except OSError as error:
        hint = "Name a file in a folder that you may write to."
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}", hint=hint) from None
    finally:
        if new:
            Path(new).unlink(missing_ok=True)
