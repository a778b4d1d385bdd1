"""What each form of the sandbox's page does: its fields, handed to the sandbox's own requests. Nothing is rendered here.

A field that cannot be read is answered with a sentence that says what may stand there; nothing has changed then.
"""

import calendar
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.model.money import parse_decimal
from tallystick.sandbox import control
from tallystick.sandbox.control import Mistake
from tallystick.vendors.zoho_books.emulator import faults
from tallystick.vendors.zoho_books.emulator.readings import READINGS

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

Fields = Mapping[str, str]
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
YES: Final = "yes"
"""What a ticked box and a pressed confirmation say."""


class Form(msgspec.Struct, frozen=True):
    """One form: what it does, the page it is on, where on it the reader looks next, and what that then says."""

    run: Callable[["Sandbox", Fields], Any]
    page: str = ""
    place: str = ""
    done: str = ""


class Number(msgspec.Struct, frozen=True):
    """A number that a field takes: its label, the least and the most, and whether it must be whole."""

    label: str
    least: Decimal | int
    most: Decimal | int
    whole: bool = True

    def read(self, text: str) -> Decimal | int:
        """Return the number a text spells. Raises Mistake, saying what may stand there."""
        try:
            value = parse_decimal(text)
        except ValueError:
            value = None
        if value is None or not self.least <= value <= self.most or (self.whole and value != int(value)):
            kind = "a whole number" if self.whole else "a number"
            raise Mistake(f"{self.label} is {kind} from {self.least} to {self.most}, not {text!r}")
        return int(value) if self.whole else value


def advance_clock(sandbox: "Sandbox", fields: Fields) -> None:
    """Go forward by a day, a week or a calendar month of the organisation's own time."""
    now = sandbox.clock.now().astimezone(sandbox.organization.zone)
    step = STEPS.get(fields.get("by", ""))
    if step is None:
        raise Mistake(f"the clock goes forward by a {', a '.join(STEPS)}: press one of the buttons")
    passed = step(now).astimezone(UTC) - now.astimezone(UTC)  # within one zone, hours that a clock skips do not count
    control.move_clock(sandbox, _json({"advance": passed.total_seconds()}))


def set_clock(sandbox: "Sandbox", fields: Fields) -> None:
    """Stand at a date and time of the organisation's own zone."""
    try:
        local = datetime.fromisoformat(fields.get("at", "")).replace(tzinfo=sandbox.organization.zone)
    except ValueError:
        raise Mistake("the clock needs a date and a time: 2026-01-31T09:00") from None
    control.move_clock(sandbox, _json({"set": local}))


def freeze_clock(sandbox: "Sandbox", fields: Fields) -> None:
    """Stop the clock, or let it tick on."""
    control.move_clock(sandbox, _json({"freeze": fields.get("freeze") == YES}))


def set_strict(sandbox: "Sandbox", fields: Fields) -> None:
    """Be strict or stop being so."""
    control.set_strict(sandbox, _json({"strict": fields.get("strict") == YES}))


def choose_readings(sandbox: "Sandbox", fields: Fields) -> None:
    """Read questions as chosen."""
    control.choose_readings(sandbox, _json({name: fields[name] for name in READINGS if name in fields}))


def reset(sandbox: "Sandbox", fields: Fields) -> None:
    """Begin again, when that is confirmed."""
    if fields.get("sure") != YES:
        raise Mistake("tick the box first: a reset forgets every document made since the sandbox began")
    control.reset(sandbox, b"")


def take_snapshot(sandbox: "Sandbox", fields: Fields) -> None:
    """Keep everything as it stands under a name."""
    control.take_snapshot(sandbox, _named(fields))


def restore_snapshot(sandbox: "Sandbox", fields: Fields) -> None:
    """Go back to a snapshot."""
    control.restore_snapshot(sandbox, _named(fields))


def remove_snapshot(sandbox: "Sandbox", fields: Fields) -> None:
    """Forget a snapshot."""
    control.remove_snapshot(sandbox, _named(fields))


def add_fault(sandbox: "Sandbox", fields: Fields) -> None:
    """Have a fault wait."""
    said: dict[str, Any] = {
        name: fields[name].strip() for name in ("kind", "operation", "method", "limit") if name in fields
    }
    for name, number in NUMBERS.items():
        if text := fields.get(name, "").strip():
            said[name] = number.read(text)
    control.add_fault(sandbox, _json({**said, "after_commit": fields.get("after_commit") == YES}))


def clear_faults(sandbox: "Sandbox", _fields: Fields) -> None:
    """Let no fault wait any more."""
    control.clear_faults(sandbox, b"")


def next_month(now: datetime) -> datetime:
    """Return the same time a month later, on the last day of a month that is too short."""
    year, month = (now.year, now.month + 1) if now.month < 12 else (now.year + 1, 1)
    return now.replace(year=year, month=month, day=min(now.day, calendar.monthrange(year, month)[1]))


STEPS: Final[Mapping[str, Callable[[datetime], datetime]]] = {
    "day": lambda now: now + timedelta(days=1),
    "week": lambda now: now + timedelta(weeks=1),
    "month": next_month,
}
"""How far the clock may be sent forward at once: days of the calendar, whatever their hours."""
SEED_MAX: Final = 2**31 - 1
NUMBERS: Final[Mapping[str, Number]] = {
    "times": Number("Times", 0, faults.CALLS_MAX),
    "skip": Number("Calls that pass first", 0, faults.CALLS_MAX),
    "seed": Number("Seed", 0, SEED_MAX),
    "status": Number("HTTP status", 500, 599),
    "rows": Number("Rows", -faults.ROWS_MAX, faults.ROWS_MAX),
    "share": Number("Chance", Decimal("0.0001"), 1, whole=False),
    "seconds": Number("Seconds", 0, int(faults.SECONDS_MAX), whole=False),
}
"""The numbers a fault may say."""

FORMS: Final[Mapping[str, Form]] = {
    "clock/advance": Form(
        advance_clock, place="clock", done="The clock has gone forward, and what became due has happened."
    ),
    "clock/set": Form(set_clock, place="clock", done="The clock stands where you set it."),
    "clock/freeze": Form(freeze_clock, place="clock", done="The clock does as you said."),
    "strict": Form(set_strict, place="strict", done="That holds from the next call on."),
    "readings": Form(
        choose_readings, place="readings", done="The questions are read as you chose, from the next call on."
    ),
    "reset": Form(reset, place="reset", done="The company is as it was at first."),
    "snapshots/take": Form(take_snapshot, place="snapshots", done="Everything is kept as it stands."),
    "snapshots/restore": Form(restore_snapshot, place="snapshots", done="Everything is as it was then."),
    "snapshots/remove": Form(remove_snapshot, place="snapshots", done="The snapshot is forgotten."),
    "faults/add": Form(add_fault, page="faults", place="waiting", done="The fault waits for its calls."),
    "faults/clear": Form(clear_faults, page="faults", place="waiting", done="No fault waits any more."),
}
"""The forms by the address they are sent to."""


def _named(fields: Fields) -> bytes:
    return _json({"name": fields.get("name", "").strip()})


def _json(value: Mapping[str, Any]) -> bytes:
    return _ENCODER.encode(value)
