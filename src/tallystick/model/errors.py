"""Every error Tallystick raises, as one tree. No vendor's codes or wording live here: each vendor folder maps its own.

TallystickError
├── ConfigurationError          a setting is missing, malformed or contradicts another
│   └── OrganisationUnclear     several organisations could be meant; carries them
├── InvalidArgument             the caller asked for something that cannot be sent
│   ├── UnknownOperation        no operation has this name, or this method and path
│   ├── UnknownParameter        the operation has no such parameter
│   └── UnknownFields           a strict client was given body fields that the operation does not have; carries them all
├── WebhookRejected             what came to a webhook's address cannot be used: it is not the vendor's, or no notification
│   └── SignatureInvalid        it does not carry the signature that its content and the secret make
├── PagesExceeded               a page walk reached its bound; carries what was read
└── VendorError                 the vendor, or the way to it, said no; carries the facts of the call and a hint
    ├── AuthenticationFailed    the vendor does not accept these credentials
    │   ├── AuthorisationRevoked    terminal: somebody has to authorise again
    │   └── AuthorisationFailed     authorising did not succeed: refused, forged, expired or incomplete
    ├── ScopeMissing            the token is good, its permission does not cover the call
    ├── WrongOrganisation       the organisation id is malformed, or belongs to somebody else
    ├── InvalidRequest          a value is wrong, missing or too long
    ├── NotFound                the record or the address does not exist
    ├── Conflict                the state of the vendor's records forbids it
    │   └── AlreadyExists       a record with this name or number is there
    ├── Refused                 a rule of the vendor forbids it: plan, tax, balance, period
    ├── RateLimited             a limit is spent; says which one and for how long
    ├── VendorUnavailable       no answer, or an answer that says the vendor is down
    ├── OutcomeUnknown          a write was sent and nobody knows whether it happened
    ├── UnexpectedAnswer        an answer that is not what the vendor speaks
    │   └── PageRepeated        a page came twice in one walk
    └── NotYet                  the sandbox has the operation, but not its behaviour

Errors take facts and write the sentence, so every caller reads the same words.
"""

from collections.abc import Sequence
from typing import Any


class TallystickError(Exception):
    """The root: catch this to catch everything Tallystick raises on purpose."""


class ConfigurationError(TallystickError):
    """A setting is missing, malformed or contradicts another. `hint` says what to set."""

    def __init__(self, message: str = "", *, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)

    def __str__(self) -> str:
        return _sentences(self.message, self.hint)


class OrganisationUnclear(ConfigurationError):
    """Several organisations could be meant, or none. `organizations` holds the id and name of each one there is."""

    def __init__(self, message: str = "", *, organizations: Sequence[tuple[str, str]] = (), hint: str = "") -> None:
        self.organizations = tuple(organizations)
        super().__init__(message, hint=hint)


class InvalidArgument(TallystickError):
    """An argument cannot be sent. `argument` names it, `nearest` holds right names close to a mistyped one."""

    def __init__(self, message: str = "", *, argument: str = "", nearest: Sequence[str] = (), hint: str = "") -> None:
        self.message, self.argument, self.nearest, self.hint = message, argument, tuple(nearest), hint
        super().__init__(message)

    def __str__(self) -> str:
        meant = f"Did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return _sentences(self.message, meant, self.hint)


class UnknownOperation(InvalidArgument, AttributeError):
    """No operation of the vendor has this name, or this method and path. An AttributeError too, for `client.invoice`."""


class UnknownParameter(InvalidArgument):
    """The operation has no such parameter; the vendor would have ignored it in silence."""


class UnknownFields(InvalidArgument):
    """Body fields that the operation does not have; the vendor would have dropped them in silence.

    `fields` holds the location of each (`line_items[2].quantitty`) and the right names close to it. Nothing was sent.
    """

    def __init__(self, message: str = "", *, fields: Sequence[tuple[str, Sequence[str]]] = (), hint: str = "") -> None:
        self.fields = tuple((location, tuple(nearest)) for location, nearest in fields)
        super().__init__(message, argument="body", hint=hint)


class WebhookRejected(TallystickError):
    """What came to a webhook's address cannot be used. Answer 400; `hint` says what may be behind it."""

    def __init__(self, message: str = "", *, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)

    def __str__(self) -> str:
        return _sentences(self.message, self.hint)


class SignatureInvalid(WebhookRejected):
    """It has no signature, or not the one that its content and the secret make. Answer 401 and use nothing of it."""


class PagesExceeded(TallystickError):
    """A walk read `pages_max` pages and the vendor has more. `pages` holds every page read, none is lost."""

    def __init__(self, operation: str = "", *, pages_max: int = 0, pages: Sequence[Any] = ()) -> None:
        self.operation, self.pages_max, self.pages = operation, pages_max, tuple(pages)
        super().__init__(operation)

    def __str__(self) -> str:
        return _sentences(
            f"{self.operation} has more than {self.pages_max} pages",
            "What was read is in `pages`; raise `pages_max` or narrow the filter.",
        )


class VendorError(TallystickError):
    """The vendor, or the way to it, said no.

    `vendor` is its name as people write it, `operation` the operation's id, `http_status` and `code` what came back
    (None when nothing did), `message` the vendor's own words, `request_id` the vendor's name for the call,
    `body` the full answer, `hint` what to do about it in plain words.
    """

    verb = "refused"

    def __init__(
        self,
        message: str = "",
        *,
        vendor: str = "",
        operation: str = "",
        http_status: int | None = None,
        code: int | str | None = None,
        request_id: str = "",
        body: bytes = b"",
        hint: str = "",
    ) -> None:
        self.message, self.vendor, self.operation = message, vendor, operation
        self.http_status, self.code, self.request_id = http_status, code, request_id
        self.body, self.hint = body, hint
        super().__init__(message)

    def __str__(self) -> str:
        facts = {"HTTP": self.http_status, "code": self.code, "request": self.request_id or None}
        told = ", ".join(f"{name} {value}" for name, value in facts.items() if value is not None)
        said = (
            f"{self.vendor or 'The vendor'} {self.verb} {self.operation or 'the call'}: {self.message or 'no reason'}"
        )
        return _sentences(f"{said.rstrip('.')} ({told})" if told else said, self.hint)


class AuthenticationFailed(VendorError):
    """The vendor does not accept these credentials: wrong client, wrong secret, wrong data centre, dead token."""


class AuthorisationRevoked(AuthenticationFailed):
    """Terminal: the refresh token is dead. No retry helps; somebody has to authorise again."""


class AuthorisationFailed(AuthenticationFailed):
    """Authorising did not succeed: the person said no, or the answer was forged, expired, used before or incomplete.

    Nothing is kept and nothing was granted that is still needed: start again from the authorise address.
    """


class ScopeMissing(VendorError):
    """The token is good but its permission does not cover the operation. `scopes` names what the operation needs."""

    def __init__(self, message: str = "", *, scopes: Sequence[str] = (), **facts: Any) -> None:
        self.scopes = tuple(scopes)
        super().__init__(message, **facts)


class WrongOrganisation(VendorError):
    """The organisation id is malformed, missing, or belongs to somebody the token cannot speak for."""


class InvalidRequest(VendorError):
    """A value is wrong, missing or too long, or the body cannot be read."""


class NotFound(VendorError):
    """The record, or the address, does not exist."""


class Conflict(VendorError):
    """The state of the vendor's records forbids it: dependents, transactions, a status that does not allow it."""


class AlreadyExists(Conflict):
    """A record with this name or number is there already."""


class Refused(VendorError):
    """A rule of the vendor forbids it: plan, tax, balance, period, permission of the person."""


class RateLimited(VendorError):
    """A limit is spent, and waiting would pass the caller's bound.

    `scope` is `minute`, `day`, `concurrency`, `account` or `token`; `retry_after_seconds` says when to come back.
    Raised by our own limiter before sending (then `http_status` is None) or after the vendor's answer.
    """

    verb = "is pacing"

    def __init__(self, message: str = "", *, scope: str = "", retry_after_seconds: float = 0.0, **facts: Any) -> None:
        self.scope, self.retry_after_seconds = scope, retry_after_seconds
        super().__init__(message or f"the {scope} limit is spent; try again in {retry_after_seconds:.0f} s", **facts)


class VendorUnavailable(VendorError):
    """No answer, or an answer that says the vendor is down. Nothing was written, or the call was a read."""

    verb = "did not serve"


class OutcomeUnknown(VendorError):
    """A write was sent and nobody knows whether it happened. `reference` is what to search the vendor by."""

    verb = "left open what became of"

    def __init__(self, message: str = "", *, reference: str = "", **facts: Any) -> None:
        self.reference = reference
        super().__init__(message, **facts)


class UnexpectedAnswer(VendorError):
    """An answer that is not what the vendor speaks: HTML, truncated JSON, an empty body, too many bytes."""

    verb = "gave an answer that cannot be used to"


class PageRepeated(UnexpectedAnswer):
    """A page came twice in one walk, so the walk would never end or would count records twice."""


class NotYet(VendorError):
    """The sandbox has the operation, but not its behaviour yet."""

    verb = "in the sandbox cannot yet answer"


def _sentences(*parts: str) -> str:
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
