"""What commands about recurring journals do: what a profile holds, and the journal it makes. No date is reckoned here."""

from typing import Any, Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.journal import CreateJournal, Journal, JournalState
from tallystick.books.documents.recurring_journal import (
    CreateRecurringJournal,
    DeleteRecurringJournal,
    RecurringJournal,
    RecurringJournalFields,
    ResumeRecurringJournal,
    RunRecurringJournal,
    StopRecurringJournal,
    UpdateRecurringJournal,
)
from tallystick.books.documents.schedule import RecurringState
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.journal import STARTS, as_asked, create_journal, journal_fields
from tallystick.books.rules.record import Rule, chosen, new_stamp, stamp
from tallystick.books.rules.schedule import Profiles, schedule_of
from tallystick.books.work import Work

_COPIED: Final = ("currency_id", "reference", "notes")
_KIND: Final = Kind.RECURRING_JOURNAL


def _fields(work: Work, command: RecurringJournalFields, old: RecurringJournal | None) -> dict[str, Any]:
    fields = journal_fields(work, command, old)
    fields["number"] = chosen(command.number, old.number if old else "").strip()
    fields["schedule"] = schedule_of(command, fields["date"], old.schedule if old else None)
    fields["makes"] = chosen(command.makes, old.makes if old else JournalState.PUBLISHED)
    if fields["makes"] not in STARTS:
        raise Refused(Reason.WRONG_STATUS, field="makes", status=fields["makes"].value, action="create")
    return fields


def create(work: Work, command: CreateRecurringJournal) -> RecurringJournal:
    """Make a profile."""
    fields = _fields(work, command, None)
    profile = RecurringJournal(id=work.new_id(), state=RecurringState.ACTIVE, **fields, **new_stamp(work))
    work.put(_KIND, profile)
    return profile


def update(work: Work, command: UpdateRecurringJournal) -> RecurringJournal:
    """Change a profile."""
    old: RecurringJournal = work.find(_KIND, command.id)
    state = lifecycle.step(lifecycle.RECURRING, Action.UPDATE, old.state)
    new = replace(old, state=state, **_fields(work, command, old), **stamp(work))
    work.put(_KIND, new)
    return new


def _journal(work: Work, profile: RecurringJournal) -> Journal:
    date = profile.schedule.next_date
    assert date is not None
    fields = {name: getattr(profile, name) for name in _COPIED}
    lines = tuple(replace(line, id="") for line in as_asked(profile.lines))
    # What has to be approved waits as a draft, whatever the profile says.
    state = JournalState.DRAFT if work.settings.approvals_needed else profile.makes
    asked = CreateJournal(date=date, lines=lines, state=state, recurring_id=profile.id, **fields)
    return create_journal(work, asked)


PROFILES: Final = Profiles(_KIND, _journal)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringJournal: create,
    UpdateRecurringJournal: update,
    DeleteRecurringJournal: PROFILES.remove,
    StopRecurringJournal: PROFILES.stop,
    ResumeRecurringJournal: PROFILES.resume,
    RunRecurringJournal: PROFILES.run,
}
