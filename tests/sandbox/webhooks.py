"""What tests of webhooks share: a receiver in this process, and the calls that set a webhook up."""

from collections.abc import Callable
from typing import Any

from tallystick.rest.message import Reply, Request
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller

SECRET = "abcDEF123456789"
URL = "http://receiver.localhost:9/hook"


class Inbox:
    """Receives in this process; answers what it is told to, one answer after the other, then 200."""

    def __init__(self, *answers: int | Reply) -> None:
        self.answers = list(answers)
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> Reply | int | None:
        self.requests.append(request)
        return self.answers.pop(0) if self.answers else None

    @property
    def bodies(self) -> list[str]:
        return [bytes(request.content).decode() for request in self.requests if isinstance(request.content, bytes)]


class Hooked:
    """One sandbox whose webhooks come to an inbox, and the calls about them."""

    def __init__(self, start: Callable[..., Sandbox], *answers: int | Reply, **settings: Any) -> None:
        self.inbox = Inbox(*answers)
        self.sandbox = start(**{"limits": False, "webhooks": self.inbox, **settings})
        self.call = Caller(self.sandbox.asgi, token=self.sandbox.connection["access_token"])
        self.control = Caller(self.sandbox.asgi)

    def made(self, path: str, key: str, **body: Any) -> Any:
        answer = self.call("POST", f"/books/v3{path}", json=body)
        assert answer.status == 201, answer.text
        return answer.json[key]

    def webhook(self, entity: str = "contact", events: str | list[str] = (), **fields: Any) -> str:  # type: ignore[assignment]  # empty means none
        body = {"webhook_name": "Hook", "url": URL, "entity": entity, "events": list(events), **fields}
        return str(self.made("/settings/webhooks", "webhook", **body)["webhook_id"])

    def rule(self, webhook_id: str, rule_type: str = "add_edit", entity: str = "contact", **fields: Any) -> str:
        action = {"action_type": "webhook", "action_id": webhook_id}
        body = {
            "workflow_name": "Rule",
            "entity": entity,
            "rule_type": rule_type,
            "apply_rule_always": True,
            "field_update_comparator": "any",
            "field_update": [],
            "instant_actions": [action],
            "time_based_actions": [],
            "rule": {},
            "sub_rules": [{"index": 1, "rule": {}, "instant_actions": [action], "time_based_actions": []}],
            **fields,
        }
        return str(self.made("/settings/workflows", "workflow", **body)["workflow_id"])

    def contact(self, name: str, **fields: Any) -> str:
        return str(self.made("/contacts", "contact", contact_name=name, **fields)["contact_id"])

    def invoice(self, customer_id: str, **fields: Any) -> str:
        lines = [{"description": "Work", "rate": 100}]
        return str(self.made("/invoices", "invoice", customer_id=customer_id, line_items=lines, **fields)["invoice_id"])

    def renew(self) -> None:
        """Get another access token, because moving the clock ends the one there is."""
        held = self.sandbox.connection
        names = ("client_id", "client_secret", "refresh_token")
        form = {"grant_type": "refresh_token", **{name: held[name] for name in names}}
        self.call.token = self.control("POST", "/oauth/v2/token", form=form).json["access_token"]

    def sent(self) -> list[str]:
        """Deliver, and return what each delivery tells of."""
        return [each["event"] for each in self.sandbox.deliver()]
