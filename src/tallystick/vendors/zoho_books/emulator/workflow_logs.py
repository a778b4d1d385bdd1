"""The workflow logs: every attempt to deliver a webhook, the latest first, and those that failed.

Only webhooks are in it, because no other action is carried out.
"""

from datetime import datetime
from typing import Any, Final

from tallystick.telemetry import redact
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.deliveries import FAILURE, LOG, QUEUE, SUCCESS, all_of
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.module import Emulated
from tallystick.vendors.zoho_books.emulator.undocumented_settings import AUTOMATION
from tallystick.vendors.zoho_books.emulator.workflow_actions import WEBHOOK, WORKFLOW


def _rows(call: Call) -> list[dict[str, Any]]:
    organization = call.organization
    found = []
    for identity, delivery in all_of(organization, LOG, QUEUE):
        rule = organization.own(WORKFLOW).get(delivery.workflow_id)
        webhook = organization.own(WEBHOOK).get(delivery.webhook_id)
        found += [
            {
                "workflow_log_id": f"{identity}{number:02d}",
                "executed_time": datetime.fromisoformat(attempt.at),
                "workflow_id": delivery.workflow_id,
                "workflow_name": "" if rule is None else rule.fields["workflow_name"],
                "entity": delivery.entity,
                "entity_id": delivery.record_id,
                "entity_name": delivery.record_name,
                "action_type": WEBHOOK,
                "action_id": delivery.webhook_id,
                "action_name": "" if webhook is None else webhook.fields["webhook_name"],
                "attempt": number,
                "status": SUCCESS if attempt.is_success else FAILURE,
                "response_status": attempt.status,
                "response": redact(attempt.said),
            }
            for number, attempt in enumerate(delivery.attempts, 1)
        ]
    return sorted(found, key=lambda row: (row["executed_time"], row["workflow_log_id"]), reverse=True)


def _list(call: Call, state: str) -> Answer:
    if state not in {"", SUCCESS, FAILURE}:
        raise Refused("invalid_value", field="status")
    few = context_of_few(call, [row for row in _rows(call) if state in {"", row["status"]}])
    return Answer(key="workflow_logs", value=few.rows, extra={"page_context": few.context})


HANDLERS: Final = (
    Emulated(
        "GET", "/settings/workflowlogs", lambda call: _list(call, call.query.get("status", "").lower()), AUTOMATION
    ),
    Emulated("GET", "/settings/workflowlogs/failed", lambda call: _list(call, FAILURE), AUTOMATION),
)
