"""Which dates a recurring profile falls on, and what stopping, resuming, running and removing one do.

What is made on such a date is the profile's own noun's to say. No clock is watched here.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final, Protocol

import msgspec
from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Given, Target
from tallystick.books.documents.schedule import Frequency, RecurringState, Schedule
from tallystick.books.door import LAST_DATE
from tallystick.books.lifecycle import RECURRING, Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.work import Work

REPEAT_MAX: Final = 1_000
RUNS_MAX: Final = 100_000
"""Dates of one profile that are looked at to find the next."""


class Asked(Protocol):
    """A command that may say when its profile falls due."""

    @property
    def frequency(self) -> Given[Frequency]:
        """Return the unit of time asked for."""

    @property
    def repeat_every(self) -> Given[int]:
        """Return how many units."""

    @property
    def end_date(self) -> Given[dt.date | None]:
        """Return the last day anything may fall on."""


def date_of_run(start: dt.date, frequency: Frequency, repeat_every: int, run: int) -> dt.date | None:
    """Return the date a profile falls on for the n-th time (from 0), None beyond the calendar.

    A month too short for the start's day gives its last day, without moving the months after it.
    """
    count = repeat_every * run
    if frequency in {Frequency.DAYS, Frequency.WEEKS}:
        days = count * (7 if frequency is Frequency.WEEKS else 1)
        found = start + dt.timedelta(days=days) if days <= (LAST_DATE - start).days else None
    else:
        months = start.month - 1 + count * (12 if frequency is Frequency.YEARS else 1)
        year, month = start.year + months // 12, months % 12 + 1
        if year > LAST_DATE.year:
            return None
        found = dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return found if found is not None and found <= LAST_DATE else None


def next_date(start: dt.date, schedule: Schedule, after: dt.date | None) -> dt.date | None:
    """Return the first date of a schedule after a day (or its start), None when its end comes first."""
    for run in range(RUNS_MAX):
        date = date_of_run(start, schedule.frequency, schedule.repeat_every, run)
        if date is None or (schedule.end_date is not None and date > schedule.end_date):
            return None
        if after is None or date > after:
            return date
    return None


def schedule_of(command: Asked, start: dt.date, old: Schedule | None) -> Schedule:
    """Return the schedule asked for, beginning on a day; a changed one goes on after what has been made.

    Raises Refused without a frequency, for too many units of it, and for an end before the start.
    """
    frequency = chosen(command.frequency, old.frequency if old else None)
    if frequency is None:
        raise Refused(Reason.REQUIRED, field="frequency")
    repeat_every = chosen(command.repeat_every, old.repeat_every if old else 1)
    if not 1 <= repeat_every <= REPEAT_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="repeat_every", amount=repeat_every, low=1, high=REPEAT_MAX)
    end_date = chosen(command.end_date, old.end_date if old else None)
    if end_date is not None and end_date < start:
        raise Refused(Reason.DUE_BEFORE_DATE, field="end_date", date=start, due_date=end_date)
    new = Schedule(
        frequency=frequency,
        repeat_every=repeat_every,
        end_date=end_date,
        last_date=old.last_date if old else None,
        runs=old.runs if old else 0,
    )
    return replace(new, next_date=next_date(start, new, new.last_date))


class Profiles(msgspec.Struct, frozen=True):
    """A noun of recurring profiles: its kind, and what makes the document that is due on its next date."""

    kind: Kind
    make: Callable[[Work, Any], Any]

    def remove(self, work: Work, command: Target) -> Any:
        """Remove a profile; what it has made stays. Raises Refused."""
        old = self._found(work, command, Action.DELETE)
        work.delete(self.kind, old.id)
        return old

    def stop(self, work: Work, command: Target) -> Any:
        """Make nothing more of a profile. Raises Refused when it is stopped already."""
        return self._moved(work, command, Action.DEACTIVATE)

    def resume(self, work: Work, command: Target) -> Any:
        """Go on with a stopped profile; dates that have passed meanwhile are left out. Raises Refused."""
        new = self._moved(work, command, Action.ACTIVATE)
        yesterday = work.today - dt.timedelta(days=1)
        schedule: Schedule = new.schedule
        latest = yesterday if schedule.last_date is None else max(yesterday, schedule.last_date)
        new = replace(new, schedule=replace(schedule, next_date=next_date(new.date, schedule, latest)))
        work.put(self.kind, new)
        return new

    def run(self, work: Work, command: Target) -> Any:
        """Make the document a profile has due and move the profile on. Raises Refused when nothing is due."""
        old = self._found(work, command, Action.RUN)
        schedule: Schedule = old.schedule
        due = schedule.next_date
        if due is None or due > work.today:
            raise Refused(Reason.NOT_DUE, field="id", number=old.number, date=due)
        made = self.make(work, old)
        moved = replace(schedule, last_date=due, next_date=next_date(old.date, schedule, due), runs=schedule.runs + 1)
        work.put(self.kind, replace(old, schedule=moved, **stamp(work)))
        return made

    def _found(self, work: Work, command: Target, action: Action) -> Any:
        old = work.find(self.kind, command.id)
        lifecycle.step(RECURRING, action, old.state)
        return old

    def _moved(self, work: Work, command: Target, action: Action) -> Any:
        old = work.find(self.kind, command.id)
        new = replace(old, state=lifecycle.step(RECURRING, action, old.state), **stamp(work))
        work.put(self.kind, new)
        return new


class Written(Profiles, frozen=True):
    """A noun of profiles that are no priced documents: besides, its record, and what reads a command's fields."""

    document: type[Any]
    fields: Callable[[Work, Any, Any], dict[str, Any]]

    def create(self, work: Work, command: Any) -> Any:
        """Make a profile. Raises Refused."""
        fields = self._fields(work, command, None)
        profile = self.document(id=work.new_id(), state=RecurringState.ACTIVE, **fields, **new_stamp(work))
        work.put(self.kind, profile)
        return profile

    def update(self, work: Work, command: Any) -> Any:
        """Change a profile. Raises Refused."""
        old = work.find(self.kind, command.id)
        state = lifecycle.step(RECURRING, Action.UPDATE, old.state)
        new = replace(old, state=state, **self._fields(work, command, old), **stamp(work))
        work.put(self.kind, new)
        return new

    def _fields(self, work: Work, command: Any, old: Any) -> dict[str, Any]:
        fields = self.fields(work, command, old)
        return {**fields, "schedule": schedule_of(command, fields["date"], old.schedule if old else None)}


def made_of(profile: Any, names: Iterable[str], lines: Iterable[Any]) -> dict[str, Any]:
    """Return what a document takes over from its profile: fields of these names, its lines as new ones, and its date."""
    date = profile.schedule.next_date
    assert date is not None
    fields = {name: getattr(profile, name) for name in names}
    return {"date": date, "recurring_id": profile.id, "lines": tuple(replace(line, id="") for line in lines), **fields}


def named(rule: Rule) -> Rule:
    """Return the rule with a name asked for first: a profile has no number of a sequence."""

    def make(work: Work, command: Any) -> Any:
        if isinstance(command.number, msgspec.UnsetType) or not command.number.strip():
            raise Refused(Reason.REQUIRED, field="number")
        return rule(work, command)

    return make
