"""What webhooks have to send and have sent: the deliveries of an organisation, kept among its records.

Each waits in the queue with its request whole until it has been sent or given up; then it stands in the log. Who sends
it is the host's business.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.faults import Fault, FaultKind
from tallystick.vendors.zoho_books.emulator.organization import OWN, Organization

QUEUE: Final = "delivery"
LOG: Final = "delivery_log"
QUEUED_MAX: Final = 10_000
"""Deliveries that may wait in one organisation; what comes on top is lost, as under load at the vendor."""
LOGGED_MAX: Final = 1_000
"""Deliveries the log keeps; the oldest goes when another one comes."""
BODY_LENGTH_MAX: Final = 32_768
"""Characters of a body that the log keeps."""
SAID_LENGTH_MAX: Final = 2_000
"""Characters kept of what a receiver said."""
QUEUED: Final = "queued"
SUCCESS: Final = "success"
FAILURE: Final = "failure"
DROPPED: Final = "dropped"


class Attempt(msgspec.Struct, frozen=True):
    """One time a delivery was sent: when, the HTTP status (0: none came), what the receiver said or what went wrong."""

    at: str
    status: int = 0
    said: str = ""

    @property
    def is_success(self) -> bool:
        """Whether the receiver took it: documented for a sibling product, any 2xx."""
        return 200 <= self.status < 300


class Delivery(msgspec.Struct, frozen=True):
    """One request that a webhook sends, and how that went.

    `workflow_id` is the rule that fired it, empty when none did. `waits` are the seconds until each further attempt.
    Instants are ISO text in UTC with microseconds, so that they sort. `fault` is the trouble it is to meet.
    """

    webhook_id: str
    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    event: str
    workflow_id: str = ""
    entity: str = ""
    record_id: str = ""
    record_name: str = ""
    waits: tuple[int, ...] = ()
    fired_at: str = ""
    due_at: str = ""
    state: str = QUEUED
    fault: str = ""
    attempts: tuple[Attempt, ...] = ()


def instant(moment: datetime) -> str:
    """Return an instant as deliveries keep it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def queue(organization: Organization, delivery: Delivery, now: datetime, fault: Fault | None = None) -> bool:
    """Have a delivery wait to be sent; False when too many wait already.

    One that is to be overtaken is due later, or once another one has gone before it.
    """
    if len(organization.own(QUEUE)) >= QUEUED_MAX:
        return False
    is_late = fault is not None and fault.kind is FaultKind.WEBHOOK_REORDER
    due = now + timedelta(seconds=fault.seconds) if fault is not None and is_late else now
    kept = msgspec.structs.replace(
        delivery, fired_at=instant(now), due_at=instant(due), fault="" if fault is None else str(fault.kind)
    )
    _put(organization, QUEUE, organization.ids(), kept)
    return True


def read(organization: Organization, noun: str, identity: str) -> Delivery | None:
    """Return a delivery of the queue or the log, None when it is not there."""
    record = organization.own(noun).get(identity)
    return None if record is None else msgspec.convert(record.fields, Delivery)


def find_due(organization: Organization, now: str, passed: str) -> str:
    """Return the id of the next delivery that is due, empty when none is.

    `passed` is the id of the latest one that has gone: one that was to be overtaken by it need wait no longer.
    """
    return min(
        (
            identity
            for identity, record in organization.own(QUEUE).items()
            if record.fields["due_at"] <= now
            or (record.fields["fault"] == FaultKind.WEBHOOK_REORDER and identity < passed and not _tried(record.fields))
        ),
        default="",
    )


def _tried(fields: dict[str, Any]) -> bool:
    return bool(fields["attempts"])


def note(organization: Organization, identity: str, attempts: tuple[Attempt, ...], now: datetime) -> Delivery | None:
    """Note that a delivery was sent: it is done with, or waits for the next attempt that its policy allows it.

    Returns it as it then stands; None when it is there no more.
    """
    delivery = read(organization, QUEUE, identity)
    if delivery is None:
        return None
    all_ = (*delivery.attempts, *attempts)
    if not attempts:
        return finish(organization, identity, delivery, DROPPED)
    delivery = msgspec.structs.replace(delivery, attempts=all_)
    if any(attempt.is_success for attempt in attempts):
        return finish(organization, identity, delivery, SUCCESS)
    if not delivery.waits:
        return finish(organization, identity, delivery, FAILURE)
    wait, *waits = delivery.waits
    due = instant(now + timedelta(seconds=wait))
    delivery = msgspec.structs.replace(delivery, waits=tuple(waits), due_at=due)
    _put(organization, QUEUE, identity, delivery)
    return delivery


def finish(organization: Organization, identity: str, delivery: Delivery, state: str) -> Delivery:
    """Move a delivery from the queue to the log."""
    done = msgspec.structs.replace(delivery, state=state, body=delivery.body[:BODY_LENGTH_MAX])
    organization.drop_record(f"{QUEUE}{OWN}{identity}")
    logged = organization.own(LOG)
    if len(logged) >= LOGGED_MAX:
        organization.drop_record(f"{LOG}{OWN}{next(iter(logged))}")
    _put(organization, LOG, identity, done)
    return done


def all_of(organization: Organization, *nouns: str) -> Iterator[tuple[str, Delivery]]:
    """Yield the deliveries of the log, the queue, or both, each with its id, the oldest first."""
    for noun in nouns:
        for identity, record in organization.own(noun).items():
            yield identity, msgspec.convert(record.fields, Delivery)


def _put(organization: Organization, noun: str, identity: str, delivery: Delivery) -> None:
    # Through JSON, so that the record is the same as the one that comes back from where it is kept.
    organization.set_record(f"{noun}{OWN}{identity}", msgspec.json.decode(msgspec.json.encode(delivery)))
