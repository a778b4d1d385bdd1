"""What a contact's opening balance posts: its control account as it stood, and what was given up of it as a bad debt."""

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.contact import ContactRole
from tallystick.books.documents.contact_opening import ContactOpening
from tallystick.books.posting.leg import Chart, Header, Leg, entry
from tallystick.ledger.entry import Entry


def entries(opening: ContactOpening, chart: Chart) -> tuple[Entry, ...]:
    """Return the entries of what a contact owed, or was owed, at the beginning."""
    accounts = chart.system_accounts
    control, sign = accounts[SystemAccount.RECEIVABLE], 1
    if opening.role is ContactRole.VENDOR:
        control, sign = accounts[SystemAccount.PAYABLE], -1
    amount, base = sign * opening.amount, sign * opening.base_amount
    header = Header(opening.date, "contact_opening", opening.id, opening.currency_id, opening.places)
    legs = (
        Leg(control, amount, base, opening.contact_id),
        Leg(accounts[SystemAccount.OPENING_BALANCE], -amount, -base),
    )
    return entry(header, legs, chart.base_places) + _written_off(opening, chart)


def _written_off(opening: ContactOpening, chart: Chart) -> tuple[Entry, ...]:
    write_off = opening.write_off
    if write_off is None:
        return ()
    accounts, amount, base = chart.system_accounts, write_off.amount, write_off.base_amount
    header = Header(write_off.date, "contact_opening_write_off", opening.id, opening.currency_id, opening.places)
    legs = (
        Leg(accounts[SystemAccount.BAD_DEBT], amount, base),
        Leg(accounts[SystemAccount.RECEIVABLE], -amount, -base, opening.contact_id),
    )
    return entry(header, legs, chart.base_places)
