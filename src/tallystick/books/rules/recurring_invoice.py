"""What commands about recurring invoices do: what a profile holds, and the invoice it makes. No date is reckoned here."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.invoice import CreateInvoice, Invoice, InvoiceState
from tallystick.books.documents.recurring_invoice import (
    CreateRecurringInvoice,
    DeleteRecurringInvoice,
    RecurringInvoice,
    ResumeRecurringInvoice,
    RunRecurringInvoice,
    StopRecurringInvoice,
    UpdateRecurringInvoice,
)
from tallystick.books.documents.sales import SalesDocument
from tallystick.books.documents.schedule import RecurringState
from tallystick.books.rules.invoice import create_invoice
from tallystick.books.rules.lines import as_asked
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule, chosen
from tallystick.books.rules.schedule import Profiles, made_of, named, schedule_of
from tallystick.books.rules.terms import profile_terms
from tallystick.books.work import Work


def _own(work: Work, command: Any, fields: dict[str, Any], old: RecurringInvoice | None) -> dict[str, Any]:
    return {
        "schedule": schedule_of(command, fields["date"], old.schedule if old else None),
        **profile_terms(work, command, fields["contact_id"], old),
        "sends": chosen(command.sends, old.sends if old else False),
    }


RECURRING_INVOICES: Final = Priced(
    Kind.RECURRING_INVOICE,
    RecurringInvoice,
    lifecycle.RECURRING,
    frozenset((RecurringState.ACTIVE,)),
    own=_own,
)

_COPIED: Final = (
    "contact_id",
    "reference",
    "currency_id",
    "tax_inclusive",
    "tax_rounding",
    "discount",
    "discount_level",
    "discount_before_tax",
    "discount_account_id",
    "shipping_charge",
    "shipping_tax_id",
    "adjustment",
    "adjustment_description",
    "round_off",
    "notes",
    "terms",
    "salesperson",
    "person_ids",
    "billing_address",
    "shipping_address",
    "terms_days",
    "terms_basis",
    "terms_label",
)


def copied(profile: SalesDocument) -> dict[str, Any]:
    """Return what a document takes over from its profile; its number and rate are its own."""
    return made_of(profile, _COPIED, as_asked(profile.lines))


def _invoice(work: Work, profile: RecurringInvoice) -> Invoice:
    # What has to be approved waits as a draft, whatever the profile says.
    sends = profile.sends and not work.settings.approvals_needed
    state = InvoiceState.SENT if sends else InvoiceState.DRAFT
    return create_invoice(work, CreateInvoice(state=state, **copied(profile)))


PROFILES: Final = Profiles(Kind.RECURRING_INVOICE, _invoice)
RULES: Final[dict[type, Rule]] = {
    CreateRecurringInvoice: named(RECURRING_INVOICES.make),
    UpdateRecurringInvoice: RECURRING_INVOICES.change,
    DeleteRecurringInvoice: PROFILES.remove,
    StopRecurringInvoice: PROFILES.stop,
    ResumeRecurringInvoice: PROFILES.resume,
    RunRecurringInvoice: PROFILES.run,
}
