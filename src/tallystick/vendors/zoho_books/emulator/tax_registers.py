"""Tax authorities and tax exemptions: registers that only the vendor keeps, in one record each of the organisation.

They change no amount of any document.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated

ROWS_MAX: Final = 500
LENGTH_MAX: Final = 100


class Register(msgspec.Struct, frozen=True):
    """One register: the keys of its rows with their defaults, those that must be given, and its messages."""

    label: str
    path: str
    identity: str
    key: str
    list_key: str
    keys: tuple[str, ...]
    required: tuple[str, ...]
    created: str
    updated: str
    deleted: str

    def rows(self, call: Call) -> dict[str, dict[str, Any]]:
        """Return the rows by id."""
        return dict(call.organization.records.get(self.list_key, {}))

    def row(self, call: Call) -> dict[str, Any]:
        """Return the row the path names. Raises Refused (code 1002)."""
        row = self.rows(call).get(call.ids[self.identity])
        if row is None:
            raise Refused("does_not_exist", thing=self.label)
        return row

    def said(self, call: Call) -> dict[str, str]:
        """Return what a body says. Raises Refused: code 2 for a wrong value, 15 for a text that is too long."""
        said = {key: text(call.body[key], key) for key in self.keys if call.body.get(key) is not None}
        for key, value in said.items():
            if len(value) >= LENGTH_MAX and key != "description":
                raise Refused("too_long", field=key, limit=LENGTH_MAX)
        return said

    def put(self, call: Call, rows: dict[str, dict[str, Any]]) -> None:
        """Keep these rows."""
        call.organization.set_record(self.list_key, rows)


def _lists(register: Register) -> Callable[[Call], Answer]:
    return lambda call: Answer(key=register.list_key, value=list(register.rows(call).values()))


def _reads(register: Register) -> Callable[[Call], Answer]:
    return lambda call: Answer(key=register.key, value=register.row(call))


def _creates(register: Register) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        said, rows = register.said(call), register.rows(call)
        for key in register.required:
            if not said.get(key):
                raise Refused("invalid_value", field=key)
        if len(rows) >= ROWS_MAX:
            raise Refused("record_limit", limit=ROWS_MAX, things=register.list_key)
        name = register.required[0]
        if any(row[name].casefold() == said[name].casefold() for row in rows.values()):
            raise Refused("already_exists", thing=said[name])
        identity = call.organization.ids()
        row = {register.identity: identity, **dict.fromkeys(register.keys, ""), **said}
        register.put(call, {**rows, identity: row})
        return Answer(message=register.created, key=register.key, value=row)

    return run


def _updates(register: Register) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        row = {**register.row(call), **register.said(call)}
        register.put(call, {**register.rows(call), row[register.identity]: row})
        return Answer(message=register.updated, key=register.key, value=row)

    return run


def _deletes(register: Register) -> Callable[[Call], Answer]:
    def run(call: Call) -> Answer:
        gone = register.row(call)[register.identity]
        register.put(call, {identity: row for identity, row in register.rows(call).items() if identity != gone})
        return Answer(message=register.deleted)

    return run


REGISTERS: Final = (
    Register(
        label="Tax Authority",
        path="/settings/taxauthorities",
        identity="tax_authority_id",
        key="tax_authority",
        list_key="tax_authorities",
        keys=("tax_authority_name", "description", "registration_number_label", "registration_number"),
        required=("tax_authority_name",),
        created="Tax Authority has been added.",
        updated="Tax Authority information has been updated.",
        deleted="Tax authority has been deleted.",
    ),
    Register(
        label="Tax Exemption",
        path="/settings/taxexemptions",
        identity="tax_exemption_id",
        key="tax_exemption",
        list_key="tax_exemptions",
        keys=("tax_exemption_code", "description", "type"),
        required=("tax_exemption_code", "type"),
        created="Tax Exemption has been added.",
        updated="Tax Exemption has been updated.",
        deleted="Tax exemption has been deleted successfully.",
    ),
)
HANDLERS: Final = tuple(
    Emulated(method, path, run, SPECIFIED)
    for register in REGISTERS
    for method, path, run in (
        ("GET", register.path, _lists(register)),
        ("POST", register.path, _creates(register)),
        ("GET", f"{register.path}/{{{register.identity}}}", _reads(register)),
        ("PUT", f"{register.path}/{{{register.identity}}}", _updates(register)),
        ("DELETE", f"{register.path}/{{{register.identity}}}", _deletes(register)),
    )
)
