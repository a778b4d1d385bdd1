"""What a sandbox is started with, and what its state file says of it as a whole. Nothing is built here."""

from datetime import date

import msgspec

from tallystick.sandbox.clock import ClockState
from tallystick.vendors.zoho_books.emulator.journal import KINDS
from tallystick.vendors.zoho_books.emulator.limits import LimitSettings
from tallystick.vendors.zoho_books.emulator.tokens import TokenSettings


class Wanted(msgspec.Struct, frozen=True):
    """What a sandbox is started with."""

    company: str
    state: str
    today: date | None
    line_cap: int | None
    redirect_uris: tuple[str, ...]
    limits: LimitSettings
    tokens: TokenSettings
    region: str
    real_hosts: bool
    strict: bool
    readings: dict[str, str]


class Kept(msgspec.Struct, frozen=True):
    """What a state file says of the sandbox as a whole: its company and its own connection.

    The connection's secrets are kept as they are, because they are printed at every start; they open this sandbox only,
    and the file is its owner's alone. A webhook's secret is too, because it signs; all others are kept as hashes.
    """

    company: str
    attribution: str = ""
    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""


KINDS["sandbox"] = Kept
KINDS["clock"] = ClockState
