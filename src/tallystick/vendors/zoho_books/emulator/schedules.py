"""The schedule of a recurring profile on the wire: its fields in a body, its keys, its columns, and stopping it.

What a profile makes is in its own noun's file.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.documents.schedule import Frequency
from tallystick.vendors.zoho_books.emulator.acts import acts, becomes
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, choice, count, day, text
from tallystick.vendors.zoho_books.emulator.index import Column, Condition, Kind
from tallystick.vendors.zoho_books.emulator.listing import equals
from tallystick.vendors.zoho_books.emulator.module import SPECIFIED, Emulated, Module


def optional_day(value: Any, wire: str) -> dt.date | None:
    """Read a date as `YYYY-MM-DD`; an empty text unsets it. Raises Refused (code 2)."""
    return None if value == "" else day(value, wire)


SCHEDULE_FIELDS: Final = (
    Field("recurrence_name", "number", text),
    Field("start_date", "date", day),
    Field("end_date", "end_date", optional_day),
    Field("recurrence_frequency", "frequency", choice(Frequency)),
    Field("repeat_every", "repeat_every", count),
)
VIEWS: Final[dict[str, tuple[Condition, ...]]] = {
    "Status.All": (),
    **{f"Status.{name}": (equals("status", name.lower()),) for name in ("Active", "Stopped", "Expired")},
}
"""The values of `filter_by` of every noun of profiles."""


def schedule_row(profile: Any, *, last: str, coming: str) -> dict[str, Any]:
    """Return the keys of a profile's schedule; the last and the coming date are called differently by each noun."""
    schedule = profile.schedule
    return {
        "start_date": profile.date,
        "end_date": schedule.end_date or "",
        "recurrence_frequency": schedule.frequency.value,
        "repeat_every": schedule.repeat_every,
        last: schedule.last_date or "",
        coming: schedule.next_date or "",
    }


def status_of(call: Call, profile: Any) -> str:
    """Return what a profile is called today."""
    return lifecycle.recurring_status(profile, call.today).value


def schedule_columns(*, last: str = "", coming: str) -> tuple[Column, ...]:
    """Return the columns of a schedule under a noun's names; a date that is not there comes after all others."""
    columns = (
        Column("start_date", lambda _, one: one.date, Kind.DATE),
        Column("end_date", lambda _, one: one.schedule.end_date or dt.date.max, Kind.DATE),
        Column(coming, lambda _, one: one.schedule.next_date or dt.date.max, Kind.DATE),
    )
    return (
        (*columns, Column(last, lambda _, one: one.schedule.last_date or dt.date.max, Kind.DATE)) if last else columns
    )


def status_column() -> Column:
    """Return the column of what profiles are called, which changes with the day."""
    return Column("status", lambda view, one: lifecycle.recurring_status(one, view.today).value, daily=True)


def required(call: Call, *names: str) -> None:
    """Raise Refused (code 4) for the first of these that a body lacks or leaves empty."""
    for name in names:
        if call.body.get(name, "") == "":
            raise Refused("missing_value", field=name)


def lists_made(module: Module, child: Module, key: str) -> Callable[[Call], Answer]:
    """Make the operation that lists what a profile has made, a page of it, newest last."""

    def run(call: Call) -> Answer:
        profile = module.named(call)
        made = [one for one in child.documents(call.organization).values() if one.recurring_id == profile.id]
        few = context_of_few(call, [child.row(call, one) for one in made])
        return Answer(key=key, value=few.rows, extra={"page_context": few.context})

    return run


def stops_and_resumes(
    module: Module, base: str, stop: type[Any], resume: type[Any], *, stopped: str, resumed: str
) -> tuple[Emulated, Emulated]:
    """Return the two operations on a profile's status; `base` is the path of one profile."""

    def does(path: str, command: type[Any], message: str) -> Emulated:
        act: Callable[[Call, Any], None] = becomes(command)
        return Emulated("POST", f"{base}/status/{path}", acts(module, act, message), SPECIFIED)

    return does("stop", stop, stopped), does("resume", resume, resumed)
