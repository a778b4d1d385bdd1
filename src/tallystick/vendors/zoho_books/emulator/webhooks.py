"""Webhooks as a program sets them up: listed, made, read, changed, deleted. Secrets are kept and never shown again.

When one fires stands in `firing`, what it then sends in `webhook_request`.
"""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.deliveries import Delivery, queue
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import rows, text, texts
from tallystick.vendors.zoho_books.emulator.index import Column
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    Emulated,
    Messages,
    creates,
    deletes,
    lists,
    reads,
    updates,
)
from tallystick.vendors.zoho_books.emulator.organization import Fields, Organization, OwnRecord
from tallystick.vendors.zoho_books.emulator.own_records import Noun, field, make, module_of
from tallystick.vendors.zoho_books.emulator.readings import WEBHOOK_TEST, read_as
from tallystick.vendors.zoho_books.emulator.undocumented_settings import WEBHOOKS
from tallystick.vendors.zoho_books.emulator.webhook_entities import find_entity, find_event
from tallystick.vendors.zoho_books.emulator.webhook_request import JSON, TEST_BODY, request_of
from tallystick.vendors.zoho_books.emulator.workflow_actions import WEBHOOK, WORKFLOW, webhook_ids

SECRET: Final = "_secret"  # noqa: S105  the name of a field, not its value
METHODS: Final = ("POST", "PUT", "DELETE")
LENGTHS: Final = {"webhook_name": 50, "description": 100, "url": 5_000, "raw_data": 100_000}
"""The most characters of a field: documented(zoho.com/books/api/v3/webhooks)."""
PARAMETERS: Final = ("entity_parameters", "additional_parameters", "headers", "query_parameters", "form_data")
PARAMETERS_MAX: Final = 100
"""Rows of one list of parameters: assumed, so that a request stays bounded."""
OF_HTTP: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "x-zoho-webhook-signature"})
"""Headers that are the sender's own and cannot be set."""
_SECRET: Final = re.compile(r"[A-Za-z0-9]{12,50}")
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")


def _check(call: Call, _old: OwnRecord | None, fields: Fields) -> Fields:
    if not fields["url"]:
        raise Refused("missing_value", field="url")
    for name, most in LENGTHS.items():
        fields[name] = text(fields[name], name)
        if len(fields[name]) > most:
            raise Refused("too_long", field=name, limit=most + 1)
    if not _is_address(fields["url"]):
        raise Refused("invalid_value", field="url")
    if fields["method"] not in METHODS:
        raise Refused("invalid_value", field="method")
    if fields["entity"] and find_entity(text(fields["entity"], "entity")) is None:
        raise Refused("invalid_value", field="entity")
    for name in PARAMETERS:
        fields[name] = _parameters(fields[name], name)
    for row in fields["headers"]:
        if not _HEADER_NAME.fullmatch(row["param_name"]) or row["param_name"].lower() in OF_HTTP:
            raise Refused("invalid_value", field="headers")
    return {**fields, "events": _events(call, fields), **_secret(call.body)}


def _events(call: Call, fields: Fields) -> list[str]:
    events = list(texts(fields["events"], "events"))
    if any(find_event(name) is None for name in events) or (events and not fields["entity"]):
        raise Refused("invalid_value", field="events")
    if events:
        call.notes.assume("webhook_events")
    return events


def _secret(body: Mapping[str, Any]) -> Fields:
    secret = body.get("secret")
    if secret is None:
        return {}
    if secret and not (isinstance(secret, str) and _SECRET.fullmatch(secret)):
        raise Refused("invalid_value", field="secret")
    return {SECRET: secret}


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_whole and parts.username is None and url.isascii() and url.isprintable() and " " not in url


def _parameters(value: Any, name: str) -> list[dict[str, str]]:
    found = rows(value or [], name)
    if len(found) > PARAMETERS_MAX:
        raise Refused("invalid_value", field=name)
    return [{part: text(row.get(part, ""), name) for part in ("param_name", "param_value")} for row in found]


def rules_of(organization: Organization, identity: str) -> list[OwnRecord]:
    """Return the workflow rules that use a webhook."""
    return [rule for rule in organization.own(WORKFLOW).values() if identity in webhook_ids(rule.fields)]


def _related(call: Call, record: OwnRecord) -> dict[str, Any]:
    """Return the rules that use a webhook; recorded by a client: an empty text, not an empty list, where none does."""
    found = rules_of(call.organization, record.id)
    rows_ = [{"workflow_id": rule.id, "workflow_name": rule.fields["workflow_name"]} for rule in found]
    return {"related_rules": rows_ or ""}


NOUN: Final = Noun(
    noun=WEBHOOK,
    label="Webhook",
    path="/settings/webhooks",
    identity="webhook_id",
    key="webhook",
    list_key="webhooks",
    listing=Listing(
        report_name="Webhooks",
        columns=(
            Column("webhook_name", field("webhook_name")),
            Column("created_time", lambda _, record: record.fields["_created_time"]),
        ),
        sort="created_time",
        sorts=("webhook_name", "created_time"),
        context=lambda _: {},
    ),
    keys={
        "webhook_id": "",
        "webhook_name": "",
        "description": "",
        "entity": "",
        "method": "POST",
        "url": "",
        **dict.fromkeys(PARAMETERS, ()),
        "raw_data": "",
        "body_type": JSON,
        "events": (),
        "is_new_response_format": False,
        "placeholder": "",
        "related_rules": "",
        "created_time": "",
        "last_modified_time": "",
    },
    defaults={
        "webhook_name": "",
        "description": "",
        "entity": "",
        "method": "POST",
        "url": "",
        **dict.fromkeys(PARAMETERS, ()),
        "raw_data": "",
        "body_type": JSON,
        "events": [],
        "is_new_response_format": False,
        "placeholder": "",
    },
    messages=Messages(*("The webhook has been " + word for word in ("created.", "updated.", "deleted."))),
    check=_check,
    shown=_related,
    used=lambda call, record: bool(rules_of(call.organization, record.id)),
)


def _create(call: Call) -> OwnRecord:
    record = make(NOUN, call, call.body)
    if read_as(call.organization.settings.readings, WEBHOOK_TEST) == "sent":
        # Sent as every other: the signature of a webhook that has a secret is on it, too.
        sent = request_of(record, {}, "", TEST_BODY)
        queue(call.organization, Delivery(webhook_id=record.id, event="test", **sent), call.now)
    return record


MODULE: Final = module_of(NOUN)
_CREATING: Final = msgspec.structs.replace(MODULE, create=_create)
_ID: Final = "/settings/webhooks/{webhook_id}"
_LACKS: Final = "user-defined formats, connections, is_hidden, lock_type"
HANDLERS: Final = (
    Emulated("GET", "/settings/webhooks", lists(MODULE), WEBHOOKS),
    Emulated("POST", "/settings/webhooks", creates(_CREATING), WEBHOOKS, missing=_LACKS),
    Emulated("GET", _ID, reads(MODULE), WEBHOOKS),
    Emulated("PUT", _ID, updates(MODULE), WEBHOOKS, missing=_LACKS),
    Emulated("DELETE", _ID, deletes(MODULE), WEBHOOKS),
)
