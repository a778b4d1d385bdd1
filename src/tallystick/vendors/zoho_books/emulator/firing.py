"""Which webhooks the changes of a call fire: records that came, changed or went, and dates that have come.

It runs before the changes are kept, so that what has to be delivered is kept with what it tells of, or not at all. How
a request is made stands in `webhook_request`; sending is the host's business.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.books.change import Kind
from tallystick.books.refusal import Refused as BookRefused
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.deliveries import Delivery, queue
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.organization import OWN, Organization, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import IS_ACTIVE
from tallystick.vendors.zoho_books.emulator.readings import WEBHOOK_ALONE, WEBHOOK_IDS, read_as
from tallystick.vendors.zoho_books.emulator.retry_policies import waits_of
from tallystick.vendors.zoho_books.emulator.serialise import encode
from tallystick.vendors.zoho_books.emulator.webhook_entities import KINDS, Entity, Event, find_entity, find_event
from tallystick.vendors.zoho_books.emulator.webhook_request import payload_of, request_of
from tallystick.vendors.zoho_books.emulator.workflow_actions import (
    FIELD_COMPARATORS,
    RULE_TYPES,
    WEBHOOK,
    WORKFLOW,
    changed_fields,
    holds,
    webhook_ids,
)

if TYPE_CHECKING:
    from tallystick.vendors.zoho_books.emulator.path import Emulator

DAY_MAX: Final = 1_000
"""Webhooks an organisation fires a day: documented(zoho.com/books/kb, number of workflows); what comes on top is lost."""
DONE: Final = "workflow_done"
"""The noun of the records that say which rule has met which record, where it does so once only."""
DAY: Final = f"webhook_day{OWN}count"
"""Where the webhooks of the day are counted."""
_DECODER: Final = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


class Form(msgspec.Struct, frozen=True):
    """A record as its GET answers it: the key it stands under, and its wire form."""

    key: str
    wire: dict[str, Any]


NOTHING: Final = Form("", {})


class Subscription(msgspec.Struct, frozen=True):
    """What fires webhooks: a rule, or a webhook by itself."""

    entity: Entity
    events: frozenset[Event]
    webhook_id: str = ""
    rule: OwnRecord | None = None


class Occurrence:
    """Something that happened to one record."""

    def __init__(self, firing: "Firing", kind: str, identity: str, event: Event) -> None:
        self.kind, self.identity, self.event = kind, identity, event
        self._firing = firing

    def form(self, path: str) -> Form:
        """Return the record as it is; one that is gone as it was."""
        firing = self._firing
        return firing.before(path, self.identity) if self.event is Event.DELETED else firing.read(path, self.identity)

    def changed(self, path: str) -> frozenset[str]:
        """Return the names of the fields of the wire form that have changed."""
        return changed_fields(self._firing.before(path, self.identity).wire, self.form(path).wire)


class Firing:
    """One look at what one organisation's changes fire."""

    def __init__(self, emulator: "Emulator", organization: Organization) -> None:
        self.emulator, self.organization = emulator, organization
        self.now = emulator.now()
        self._forms: dict[tuple[str, str, bool], Form] = {}

    def run(self) -> None:
        """Queue a delivery for every webhook that fires."""
        subscriptions = list(subscriptions_of(self.organization))
        for occurrence in [*self._occurrences(), *self._dates(subscriptions)]:
            for subscription in subscriptions:
                if subscription.entity.kind == occurrence.kind and occurrence.event in subscription.events:
                    self._meet(subscription, occurrence)

    def read(self, path: str, identity: str) -> Form:
        """Return a record as a GET of it answers; nothing when it would be refused."""
        return self._remember(path, identity, was=False, read=lambda: self._get(path, identity))

    def before(self, path: str, identity: str) -> Form:
        """Return a record as a GET of it would have answered before the call."""

        def look_back() -> Form:
            with self.organization.as_before():
                return self._get(path, identity)

        return self._remember(path, identity, was=True, read=look_back)

    def _remember(self, path: str, identity: str, *, was: bool, read: Callable[[], Form]) -> Form:
        known = (path, identity, was)
        if known not in self._forms:
            self._forms[known] = read()
        return self._forms[known]

    def _get(self, path: str, identity: str) -> Form:
        organization, emulator = self.organization, self.emulator
        found = emulator.operations.find("GET", f"{path}/{identity}")
        assert found is not None, path
        operation, ids = found
        holder, user = next(iter(organization.settings.members.items()))
        now = self.now.astimezone(organization.zone)
        call = Call(operation, organization, user, holder, now, now.date(), emulator, ids)
        try:
            answer: Answer = emulator.handlers[operation.method, operation.path](call)
        except (Refused, BookRefused):
            return NOTHING
        return Form(answer.key, _DECODER.decode(encode(answer, organization.zone))[answer.key])

    def _occurrences(self) -> Iterator[Occurrence]:
        for kind, identity, is_there, was_there in self.organization.touched():
            if kind in KINDS and (is_there or was_there):
                event = Event.EDITED if is_there and was_there else Event.CREATED if is_there else Event.DELETED
                yield Occurrence(self, kind, identity, event)

    def _dates(self, subscriptions: list[Subscription]) -> Iterator[Occurrence]:
        """Yield the records whose date has come for a rule, since the rule or the record was made."""
        for subscription in subscriptions:
            rule = subscription.rule
            if rule is not None and Event.DATE in subscription.events:
                for identity, due in self._due(rule, _documents(self.organization, subscription.entity.kind)):
                    if self._once(rule, f"{identity}-{due.isoformat()}"):
                        yield Occurrence(self, subscription.entity.kind, identity, Event.DATE)

    def _due(self, rule: OwnRecord, documents: Mapping[str, Any]) -> Iterator[tuple[str, datetime]]:
        zone, name = self.organization.zone, rule.fields["date_field"]
        sign = -1 if rule.fields["day_difference_type"] == "before" else 1
        shift, at = timedelta(sign * rule.fields["day_difference"]), time.fromisoformat(rule.fields["time"])
        first, last = (moment.astimezone(zone).date() - shift for moment in (rule.created_at, self.now))
        for identity, document in documents.items():
            day = getattr(document, name, None)
            if not isinstance(day, date) or not first <= day <= last:
                continue
            due = datetime.combine(day, at, zone) + shift
            if max(rule.created_at, getattr(document, "created_at", due)) <= due <= self.now:
                yield identity, due

    def _once(self, rule: OwnRecord, what: str) -> bool:
        """Say whether a rule meets something for the first time, and note it."""
        key = f"{rule.id}-{what}"
        if key in self.organization.own(DONE):
            return False
        self.organization.set_record(f"{DONE}{OWN}{key}", {})
        return True

    def _meet(self, subscription: Subscription, occurrence: Occurrence) -> None:
        entity, rule = subscription.entity, subscription.rule
        form = occurrence.form(entity.path)
        name, wanted = entity.only
        if form is NOTHING or (name and form.wire.get(name) != wanted):
            return
        if rule is None:
            self._fire(self.organization.own(WEBHOOK)[subscription.webhook_id], None, occurrence, form)
            return
        if occurrence.event is Event.EDITED and not self._is_edit(rule, occurrence, entity.path):
            return
        if not holds(rule.fields["rule"], form.wire):
            return
        is_always = rule.fields["apply_rule_always"] or occurrence.event is not Event.EDITED
        if is_always or self._once(rule, occurrence.identity):
            for webhook_id in webhook_ids(rule.fields, form.wire):
                webhook = self.organization.own(WEBHOOK).get(webhook_id)
                if webhook is not None:
                    self._fire(webhook, rule, occurrence, form)

    def _is_edit(self, rule: OwnRecord, occurrence: Occurrence, path: str) -> bool:
        named = frozenset(rule.fields["field_update"])
        if not named:
            return True
        return FIELD_COMPARATORS[rule.fields["field_update_comparator"]](named, occurrence.changed(path))

    def _fire(self, webhook: OwnRecord, rule: OwnRecord | None, occurrence: Occurrence, form: Form) -> None:
        organization = self.organization
        if not self._is_within_day():
            return
        numbers = read_as(organization.settings.readings, WEBHOOK_IDS) == "numbers"
        payload = payload_of(organization.id, form.key, form.wire, numbers=numbers)
        delivery = Delivery(
            webhook_id=webhook.id,
            workflow_id="" if rule is None else rule.id,
            entity=webhook.fields["entity"] or (rule.fields["entity"] if rule is not None else ""),
            event=str(occurrence.event),
            record_id=occurrence.identity,
            record_name=_name(form),
            waits=waits_of(organization, rule),
            **request_of(webhook, payload, form.key),
        )
        queue(organization, delivery, self.now, self.emulator.faults.meet_delivery())

    def _is_within_day(self) -> bool:
        """Count one webhook of the day; False when the limits hold and it is one too many."""
        if not self.emulator.limits.settings.on:
            return True
        today = self.now.astimezone(self.organization.zone).date().isoformat()
        counted = self.organization.records.get(DAY, {})
        fired = counted.get("fired", 0) if counted.get("date") == today else 0
        if fired >= DAY_MAX:
            return False
        self.organization.set_record(DAY, {"date": today, "fired": fired + 1})
        return True


def fire(emulator: "Emulator", organization: Organization) -> None:
    """Queue what an organisation's changes since the last commit fire, and what dates have come."""
    if organization.own(WEBHOOK):
        Firing(emulator, organization).run()


def watches_dates(organization: Organization) -> bool:
    """Say whether the mere passing of time may fire something."""
    return any(rule.fields["rule_type"] == "date" for rule in organization.own(WORKFLOW).values())


def subscriptions_of(organization: Organization) -> Iterator[Subscription]:
    """Yield what fires webhooks: active rules, webhooks with events of their own, and, as read, webhooks alone."""
    used: set[str] = set()
    for rule in organization.own(WORKFLOW).values():
        used.update(webhook_ids(rule.fields))
        entity = find_entity(rule.fields["entity"])
        if rule.fields[IS_ACTIVE.field] and entity is not None:
            yield Subscription(entity, RULE_TYPES[rule.fields["rule_type"]], rule=rule)
    is_alone = read_as(organization.settings.readings, WEBHOOK_ALONE) == "created"
    for webhook in organization.own(WEBHOOK).values():
        entity = find_entity(webhook.fields["entity"])
        events = {event for name in webhook.fields["events"] if (event := find_event(name)) is not None}
        if not events and is_alone and webhook.id not in used:
            events = {Event.CREATED}
        if entity is not None and events:
            yield Subscription(entity, frozenset(events), webhook_id=webhook.id)


def _documents(organization: Organization, kind: str) -> Mapping[str, Any]:
    return organization.book.table(Kind(kind)) if kind in set(Kind) else organization.own(kind)


def _name(form: Form) -> str:
    names = (f"{form.key}_number", f"{form.key}_name", "name")
    return next((str(form.wire[name]) for name in names if form.wire.get(name)), "")
