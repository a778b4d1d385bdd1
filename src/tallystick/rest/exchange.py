"""One vendor call as a pure generator of steps: what to do next is decided here and nowhere else. Nothing here waits.

    Authorize → Reserve → Send → (Sleep) → …

Reads are sent again after a lost connection or a 5xx, within bounds. A write is sent again only when the vendor has
certainly not carried it out: it never left, or it was refused for its token or for a limit.
"""

from collections.abc import Callable, Generator, Iterator
from typing import Any

import msgspec

from tallystick.model import errors
from tallystick.rest.message import Failure, Reply, Request
from tallystick.rest.operation import Operation
from tallystick.rest.retry import Retry
from tallystick.rest.step import Authorize, Refresh, Reserve, Send, Sleep, Step, Token, Wait
from tallystick.rest.vendor import Vendor

READS = frozenset(("GET", "HEAD", "OPTIONS"))
REFUSALS_MAX = 3
AUTHORIZE, RESERVE = Authorize(), Reserve()


class Call(msgspec.Struct, frozen=True):
    """One call to be made. `build` turns a token into the request; `read` turns a reply into the result or raises.

    `wait_seconds_max` bounds all waiting for limits and tokens together; `reference` is what a write can be found by.
    """

    vendor: Vendor
    operation: Operation
    build: Callable[[Token], Request]
    read: Callable[[Reply], Any]
    retry: Retry
    chance: Callable[[], float]
    wait_seconds_max: float
    reference: str = ""


def exchange(call: Call) -> Generator[Step, Any, Any]:
    """Yield the steps of `call`; return what `call.read` makes of the reply, or raise a VendorError."""
    patience = Patience(call)
    rejected: errors.VendorError | None = None
    refused = ""
    while True:
        token = yield Authorize(refused) if refused else AUTHORIZE
        if type(token) is not Token:
            yield from _fetch(token, patience)
            continue
        if rejected is not None and token.value == refused:
            raise _hopeless(rejected, token)
        lease = yield RESERVE
        if type(lease) is Wait:
            yield patience.wait(lease)
            continue
        reply = yield Send(call.build(token), lease)
        if type(reply) is Failure:
            yield patience.lost(reply)
            continue
        try:
            return call.read(reply)
        except errors.VendorError as error:
            if isinstance(error, (errors.AuthenticationFailed, errors.ScopeMissing)) and rejected is None:
                rejected, refused = error, token.value
            else:
                yield from patience.refused(error, reply)


def _fetch(answer: Refresh | Wait, patience: "Patience") -> Generator[Step, Any, None]:
    """Fetch a new token, or wait for whoever does; then it is time to ask for it again."""
    if isinstance(answer, Wait):
        yield patience.wait(answer)
        return
    reply = yield Send(answer.request, answer.lease)
    try:
        answer.check(reply)
    except errors.VendorUnavailable as error:
        yield patience.retry(error)
    except errors.RateLimited as error:
        patience.limit(error)  # the keeper knows how long; it may have a token that still serves


class Patience:
    """What one call has spent on waiting and on trying again, and whether it may go on."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.reading = call.operation.method in READS
        self.waited_seconds = 0.0
        self.failed = self.limited = 0

    def wait(self, wait: Wait) -> Sleep:
        """Wait for a limit, or raise RateLimited when that would pass the caller's bound."""
        self.waited_seconds += wait.seconds
        if self.waited_seconds > self.call.wait_seconds_max:
            raise errors.RateLimited(
                scope=wait.scope,
                retry_after_seconds=wait.seconds,
                vendor=self.call.vendor.name,
                operation=self.call.operation.id,
                hint=f"Waiting is bounded by wait_seconds_max={self.call.wait_seconds_max:g}.",
            )
        return Sleep(wait.seconds)

    def retry(self, error: errors.VendorError) -> Sleep:
        """Pause before another send, or raise `error` when there have been enough."""
        self.failed += 1
        if self.failed >= self.call.retry.attempts_max:
            raise error
        return Sleep(self.call.retry.pause(self.failed, self.call.chance()))

    def limit(self, error: errors.RateLimited) -> None:
        """Count a refusal for calling too often, or raise it when there have been enough."""
        self.limited += 1
        if self.limited >= REFUSALS_MAX:
            raise error

    def lost(self, failure: Failure) -> Sleep:
        """Decide on a request without a usable response."""
        vendor, operation = self.call.vendor.name, self.call.operation.id
        if failure.sent and not self.reading:
            raise self._open(failure.reason)
        if failure.oversize:
            hint = "Ask for less at once, or raise bytes_max."
            raise errors.UnexpectedAnswer(failure.reason, vendor=vendor, operation=operation, hint=hint)
        hint = "Check the network and the address; the call was tried as often as allowed."
        return self.retry(errors.VendorUnavailable(failure.reason, vendor=vendor, operation=operation, hint=hint))

    def refused(self, error: errors.VendorError, reply: Reply) -> Iterator[Sleep]:
        """Decide on an answer that says no: a pause, nothing (the limiter knows how long to wait), or raise."""
        if isinstance(error, errors.RateLimited):
            self.limit(error)
            return
        down = isinstance(error, errors.VendorUnavailable)
        if self.reading:
            if down:
                yield self.retry(error)
                return
        elif down or (isinstance(error, errors.UnexpectedAnswer) and reply.status < 400):
            raise self._open(error.message, error) from error
        raise error

    def _open(self, reason: str, error: errors.VendorError | None = None) -> errors.OutcomeUnknown:
        told = f"the reference {self.call.reference!r}" if self.call.reference else "what identifies it"
        return errors.OutcomeUnknown(
            reason,
            reference=self.call.reference,
            vendor=self.call.vendor.name,
            operation=self.call.operation.id,
            http_status=error.http_status if error else None,
            code=error.code if error else None,
            request_id=error.request_id if error else "",
            body=error.body if error else b"",
            hint=f"Search the vendor for {told} before sending it again.",
        )


def _hopeless(error: errors.VendorError, token: Token) -> errors.VendorError:
    """Return the vendor refused this token and there is no other: say which of the two reasons it is, as far as known."""
    if token.granted or not isinstance(error, errors.ScopeMissing):
        return error
    scopes = ", ".join(error.scopes) or "the scope of the operation"
    return errors.AuthenticationFailed(
        error.message,
        vendor=error.vendor,
        operation=error.operation,
        http_status=error.http_status,
        code=error.code,
        request_id=error.request_id,
        body=error.body,
        hint=f"The access token has ended or lacks {scopes}; give client_id, client_secret and refresh_token to renew it.",
    )
