"""What commands about recurring journals do: what a profile holds, and the journal it makes. No date is reckoned here."""

from typing import Any, Final

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
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.journal import STARTS, as_asked, create_journal, journal_fields
from tallystick.books.rules.record import Rule, chosen
from tallystick.books.rules.schedule import Written, made_of
from tallystick.books.work import Work

_COPIED: Final = ("currency_id", "reference", "notes")


def _fields(work: Work, command: RecurringJournalFields, old: RecurringJournal | None) -> dict[str, Any]:
    fields = journal_fields(work, command, old)
    fields["number"] = chosen(command.number, old.number if old else "").strip()
    fields["makes"] = chosen(command.makes, old.makes if old else JournalState.PUBLISHED)
    if fields["makes"] not in STARTS:
        raise Refused(Reason.WRONG_STATUS, field="makes", status=fields["makes"].value, action="create")
    return fields


def _journal(work: Work, profile: RecurringJournal) -> Journal:
    # What has to be approved waits as a draft, whatever the profile says.
    state = JournalState.DRAFT if work.settings.approvals_needed else profile.makes
    return create_journal(work, CreateJournal(state=state, **made_of(profile, _COPIED, as_asked(profile.lines))))


PROFILES: Final = Written(Kind.RECURRING_JOURNAL, _journal, RecurringJournal, _fields)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringJournal: PROFILES.create,
    UpdateRecurringJournal: PROFILES.update,
    DeleteRecurringJournal: PROFILES.remove,
    StopRecurringJournal: PROFILES.stop,
    ResumeRecurringJournal: PROFILES.resume,
    RunRecurringJournal: PROFILES.run,
}
