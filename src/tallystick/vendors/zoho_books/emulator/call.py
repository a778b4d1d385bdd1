"""What a handler is given and what it gives back. No bytes, no HTTP and no rule of any noun here.

A handler is a plain function `(Call) -> Answer`. It changes accounts by `call.organization.execute(command)` and
vendor-only fields by `call.organization.set_record(id, fields)`, and refuses by raising `Refused`; whatever it had
changed before it refused is taken back.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

import msgspec

from tallystick.rest.operation import Operation
from tallystick.vendors.zoho_books.emulator.evidence import Notes
from tallystick.vendors.zoho_books.emulator.faults import Fault
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.wire import Response


class Upload(msgspec.Struct, frozen=True):
    """One file of a multipart body: the form field it came in, the name its sender gave it, its type and its bytes."""

    field: str
    filename: str
    content_type: str
    content: bytes


class Host(Protocol):
    """What a handler may ask beyond its own organisation."""

    def organizations_of(self, holder_id: str) -> Sequence[Organization]:
        """Return the organisations an account holder belongs to, the default one first."""


class Call(msgspec.Struct, frozen=True):
    """One authorised, parsed and validated call.

    `ids` are the path's placeholders (`{"invoice_id": "4600…"}`). `query` has the declared and the undeclared
    parameters as text, the last of a repeated name. `body` has declared fields only, coerced to their declared types:
    numbers are int or Decimal (never float), ids are text; a null counts as not given. `headers` are lower case.
    `user_id` is the caller as a user of the book, `holder_id` the same person at the accounts server. `now` is in the
    organisation's time zone and `today` its date. A handler says in `notes` what it only assumes.
    `fault` is the trouble the call is to meet.
    """

    operation: Operation
    organization: Organization
    user_id: str
    holder_id: str
    now: datetime
    today: date
    host: Host
    ids: dict[str, str] = {}
    query: dict[str, str] = {}
    body: dict[str, Any] = {}
    files: tuple[Upload, ...] = ()
    headers: dict[str, str] = {}
    notes: Notes = msgspec.field(default_factory=Notes)
    fault: Fault | None = None


class Answer(msgspec.Struct, frozen=True):
    """What a handler answers: the envelope `{"code": 0, "message": …, key: value, …extra}`.

    Values are dict, list, str, int, bool, Decimal, date, datetime (aware) or None, which is written as `""`.
    `location` is the path below the API's root (`/invoices/4600…`) of what was created; a `status` of 0 means the
    operation's own. `raw` is a whole response (a PDF, a file) sent instead of an envelope.
    """

    message: str = "success"
    key: str = ""
    value: Any = None
    extra: dict[str, Any] = {}
    status: int = 0
    location: str = ""
    raw: Response | None = None


Handler: TypeAlias = Callable[[Call], Answer]
