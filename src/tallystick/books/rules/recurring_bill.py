"""What commands about recurring bills do: what a profile holds, and the bill it makes. No date is reckoned here."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.bill import Bill, BillState, CreateBill
from tallystick.books.documents.recurring_bill import (
    CreateRecurringBill,
    DeleteRecurringBill,
    RecurringBill,
    ResumeRecurringBill,
    RunRecurringBill,
    StopRecurringBill,
    UpdateRecurringBill,
)
from tallystick.books.documents.schedule import RecurringState
from tallystick.books.numbering import NUMBER_LENGTH_MAX
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.bill import create_bill
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule
from tallystick.books.rules.recurring_invoice import copied
from tallystick.books.rules.schedule import Profiles, named, schedule_of
from tallystick.books.rules.terms import profile_terms
from tallystick.books.rules.trade import PURCHASES
from tallystick.books.state import vendor_number
from tallystick.books.work import Work

SKIPS_MAX: Final = 10_000
"""Numbers in a row that bills of the vendor may have already before a profile gives up."""


def _own(work: Work, command: Any, fields: dict[str, Any], old: RecurringBill | None) -> dict[str, Any]:
    return {
        "schedule": schedule_of(command, fields["date"], old.schedule if old else None),
        **profile_terms(work, command, fields["contact_id"], old),
    }


RECURRING_BILLS: Final = Priced(
    Kind.RECURRING_BILL,
    RecurringBill,
    lifecycle.RECURRING,
    frozenset((RecurringState.ACTIVE,)),
    own=_own,
    trade=PURCHASES,
)


def _number(work: Work, profile: RecurringBill) -> str:
    """Return the number of a profile's next bill: its name and a count, the first that its vendor has not used.

    Raises Refused when a number of them are used.
    """
    for count in range(profile.schedule.runs + 1, profile.schedule.runs + 1 + SKIPS_MAX):
        suffix = f"-{count}"
        number = profile.number[: NUMBER_LENGTH_MAX - len(suffix)] + suffix
        if not work.holder(Kind.BILL, "vendor_number", vendor_number(profile.contact_id, number)):
            return number
    raise Refused(Reason.DUPLICATE_NUMBER, field="number", kind="bill", value=profile.number)


def _bill(work: Work, profile: RecurringBill) -> Bill:
    # What has to be approved waits as a draft.
    state = BillState.DRAFT if work.settings.approvals_needed else BillState.OPEN
    return create_bill(work, CreateBill(number=_number(work, profile), state=state, **copied(profile)))


PROFILES: Final = Profiles(Kind.RECURRING_BILL, _bill)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringBill: named(RECURRING_BILLS.make),
    UpdateRecurringBill: RECURRING_BILLS.change,
    DeleteRecurringBill: PROFILES.remove,
    StopRecurringBill: PROFILES.stop,
    ResumeRecurringBill: PROFILES.resume,
    RunRecurringBill: PROFILES.run,
}
