"""Payment reminders as settings: the rules they are sent by of themselves, and the texts of those sent by hand.

The vendor's documents leave these endpoints out; its own client libraries call them. What a rule does is the Book's.
"""

from typing import Any, Final

import msgspec

from tallystick.books.change import Kind as Noun
from tallystick.books.documents.invoice import Invoice
from tallystick.books.documents.reminder import (
    CreateReminderRule,
    DeleteReminderRule,
    ReminderDate,
    ReminderRecipient,
    ReminderRule,
    UpdateReminderRule,
)
from tallystick.books.lifecycle import InvoiceStatus
from tallystick.books.rules.reminder import BODY, SUBJECT, WORDS, About, worded
from tallystick.vendors.zoho_books.emulator import invoice_wire
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import Field, choice, count, flag, given, text
from tallystick.vendors.zoho_books.emulator.module import Emulated

LIBRARIES: Final = "documented(the vendor's own client libraries call it and read these keys)"
SAVED: Final = "Your payment reminder preferences have been saved."
TYPES: Final = {
    "days_before_due_date": (ReminderDate.DUE, -1),
    "days_after_due_date": (ReminderDate.DUE, 1),
    "days_before_expected_payment_date": (ReminderDate.EXPECTED, -1),
    "days_after_expected_payment_date": (ReminderDate.EXPECTED, 1),
}
"""What a rule counts from and in which direction, by the vendor's word; those on the expected date are assumed."""
RECIPIENTS: Final = {
    "remind_customer": ReminderRecipient.CUSTOMER,
    "remind_me": ReminderRecipient.ORGANISATION,
    "remind_customer_and_me": ReminderRecipient.BOTH,
}
_RECIPIENT: Final = {recipient: word for word, recipient in RECIPIENTS.items()}
FIELDS: Final = (
    Field("name", "name", text),
    Field("is_enabled", "enabled", flag),
    Field("address_type", "recipient", choice(RECIPIENTS)),
    Field("subject", "subject", text),
    Field("body", "body", text),
)
PLACES: Final = {"Customer": ("CustomerName",), "Organization": ("OrganizationName",)}


def _placeholders() -> dict[str, list[dict[str, str]]]:
    """Return the words a text may have, by what they are about."""
    others = {word for words in PLACES.values() for word in words}
    known = {"Invoice": tuple(word for word in WORDS if word not in others), **PLACES}
    return {about: [{"name": word, "value": f"%{word}%"} for word in words] for about, words in known.items()}


def _fields(call: Call, old: ReminderRule | None) -> dict[str, Any]:
    """Return the Book fields of a body; type and days belong together. Raises Refused (code 2)."""
    fields = given(call.body, FIELDS)
    body = call.body
    if old is None or body.get("notification_type") is not None or body.get("number_of_days") is not None:
        kind = choice(dict.fromkeys(TYPES))
        word = body.get("notification_type") or (_type(old) if old else "days_after_due_date")
        kind(word, "notification_type")
        days = count(body.get("number_of_days", abs(old.days) if old else 0), "number_of_days")
        if days < 0:
            raise Refused("invalid_value", field="number_of_days")
        counts_from, sign = TYPES[word]
        fields |= {"counts_from": counts_from, "days": sign * days}
    return fields


def _type(rule: ReminderRule) -> str:
    wanted = (rule.counts_from, -1 if rule.days < 0 else 1)
    return next(word for word, meant in TYPES.items() if meant == wanted)


def _row(rule: ReminderRule, order: int) -> dict[str, Any]:
    return {
        "autoreminder_id": rule.id,
        "name": rule.name,
        "is_enabled": rule.enabled,
        "type": _type(rule),
        "address_type": _RECIPIENT[rule.recipient],
        "number_of_days": abs(rule.days),
        "subject": rule.subject or SUBJECT,
        "body": rule.body or BODY,
        "order": order,
    }


def _rows(call: Call) -> list[dict[str, Any]]:
    rules = call.organization.book.table(Noun.REMINDER_RULE).values()
    return [_row(rule, order) for order, rule in enumerate(rules, start=1)]


def _named(call: Call) -> ReminderRule:
    rule: ReminderRule | None = call.organization.book.table(Noun.REMINDER_RULE).get(call.ids["reminder_id"])
    if rule is None:
        raise Refused("does_not_exist", thing="Reminder")
    return rule


def _shown(call: Call, rule: ReminderRule, message: str = "success") -> Answer:
    row = next(each for each in _rows(call) if each["autoreminder_id"] == rule.id)
    return Answer(message=message, key="autoreminder", value=row, extra={"placeholders": _placeholders()})


def list_rules(call: Call) -> Answer:
    """List the rules."""
    return Answer(key="autoreminders", value=_rows(call))


def read_rule(call: Call) -> Answer:
    """Return one rule, and the words its texts may have."""
    return _shown(call, _named(call))


def create_rule(call: Call) -> Answer:
    """Add a rule. Raises Refused (code 2) for a type or a number of days that is none."""
    command = CreateReminderRule(user_id=call.user_id, **_fields(call, None))
    return _shown(call, call.organization.execute(command), SAVED)


def update_rule(call: Call) -> Answer:
    """Change a rule; what the body does not mention stays."""
    rule = _named(call)
    command = UpdateReminderRule(id=rule.id, user_id=call.user_id, **_fields(call, rule))
    return _shown(call, call.organization.execute(command), SAVED)


def delete_rule(call: Call) -> Answer:
    """Delete a rule."""
    call.organization.execute(DeleteReminderRule(id=_named(call).id, user_id=call.user_id))
    return Answer(message="Payment reminder has been deleted.")


def _sets(*, enabled: bool, message: str) -> Any:
    def run(call: Call) -> Answer:
        command = UpdateReminderRule(id=_named(call).id, enabled=enabled, user_id=call.user_id)
        call.organization.execute(command)
        return Answer(message=message)

    return run


# The texts of reminders sent by hand: two, for what is open and what is overdue.

MANUAL: Final = "settings/manualreminders"
"""Where the texts an organisation has changed stand among its records; no document has such an id."""
MANUAL_NUMBERS: Final = {"open": "000000000091", "overdue": "000000000092"}
MANUAL_FIELDS: Final = (Field("subject", "subject", text), Field("body", "body", text), Field("cc_me", "cc_me", flag))


def _manual(call: Call, kind: str) -> dict[str, Any]:
    changed = call.organization.records.get(MANUAL, {}).get(kind, {})
    row = {"type": kind, "subject": SUBJECT, "body": BODY, "cc_me": False, **changed}
    return {"manualreminder_id": call.organization.id + MANUAL_NUMBERS[kind], **row}


def _manual_kind(call: Call) -> str:
    for kind, number in MANUAL_NUMBERS.items():
        if call.ids["reminder_id"] == call.organization.id + number:
            return kind
    raise Refused("does_not_exist", thing="Reminder")


def list_manual(call: Call) -> Answer:
    """List the texts, or the one of a `type`. Raises Refused (code 2) for another type."""
    kind = call.query.get("type", "")
    if kind and kind not in MANUAL_NUMBERS:
        raise Refused("invalid_value", field="type")
    kinds = (kind,) if kind else tuple(MANUAL_NUMBERS)
    return Answer(key="manualreminders", value=[_manual(call, each) for each in kinds])


def read_manual(call: Call) -> Answer:
    """Return one text, and the words it may have."""
    row = _manual(call, _manual_kind(call))
    return Answer(key="manualreminder", value=row, extra={"placeholders": _placeholders()})


def update_manual(call: Call) -> Answer:
    """Change a text; what the body does not mention stays."""
    kind = _manual_kind(call)
    held = call.organization.records.get(MANUAL, {})
    changed = {**held.get(kind, {}), **given(call.body, MANUAL_FIELDS)}
    call.organization.set_record(MANUAL, {**held, kind: changed})
    return Answer(message=SAVED)


class Reminder(msgspec.Struct, frozen=True):
    """The reminder that somebody sends by hand: its texts, and who beside the customer gets it."""

    subject: str
    body: str
    copy_to: tuple[str, ...]


def manual_reminder(call: Call, invoice: Invoice) -> Reminder:
    """Return the reminder that somebody sends of an invoice."""
    overdue = invoice_wire.status_of(invoice, call.today) is InvoiceStatus.OVERDUE
    row = _manual(call, "overdue" if overdue else "open")
    book = call.organization.book
    code = book.currencies[invoice.currency_id].code
    about = About(invoice, book.contacts[invoice.contact_id], code, book.settings.name, call.today)
    copy_to = (call.organization.settings.email,) if row["cc_me"] else ()
    return Reminder(worded(row["subject"], about), worded(row["body"], about), copy_to)


_AUTO: Final = "/settings/autoreminders"
_ONE: Final = f"{_AUTO}/{{reminder_id}}"
_HAND: Final = "/settings/manualreminders"
_OWN_RULES: Final = "assumed(the vendor begins with rules that are switched off; here they are added and taken away)"
HANDLERS: Final = (
    Emulated("GET", _AUTO, list_rules, LIBRARIES),
    Emulated("POST", _AUTO, create_rule, _OWN_RULES),
    Emulated("GET", _ONE, read_rule, LIBRARIES),
    Emulated("PUT", _ONE, update_rule, LIBRARIES),
    Emulated("DELETE", _ONE, delete_rule, _OWN_RULES),
    Emulated("POST", f"{_ONE}/enable", _sets(enabled=True, message="Payment reminder has been enabled."), LIBRARIES),
    Emulated("POST", f"{_ONE}/disable", _sets(enabled=False, message="Payment reminder has been disabled."), LIBRARIES),
    Emulated("GET", _HAND, list_manual, LIBRARIES),
    Emulated("GET", f"{_HAND}/{{reminder_id}}", read_manual, LIBRARIES),
    Emulated("PUT", f"{_HAND}/{{reminder_id}}", update_manual, LIBRARIES),
)
