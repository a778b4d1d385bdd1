"""What commands about vendor credits do. How a vendor credit meets bills stands in `settlement`."""

from typing import Final

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.document import Target
from tallystick.books.documents.vendor_credit import (
    ApplyVendorCredit,
    CreateVendorCredit,
    DeleteVendorCredit,
    DeleteVendorCreditRefund,
    MarkVendorCreditOpen,
    RefundVendorCredit,
    UnapplyVendorCredit,
    UpdateVendorCredit,
    UpdateVendorCreditRefund,
    VendorCredit,
    VendorCreditState,
    VoidVendorCredit,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, new_stamp, stamp
from tallystick.books.rules.sales import sales_fields
from tallystick.books.rules.settlement import Purse, Settlement
from tallystick.books.rules.spending import VENDOR_CREDIT, applies, deletes_refund, refunds, unapplies, updates_refund
from tallystick.books.rules.trade import PURCHASES
from tallystick.books.work import Work

_STARTS: Final = frozenset({VendorCreditState.DRAFT, VendorCreditState.OPEN})


def _step(action: Action, credit: VendorCredit) -> VendorCreditState:
    return lifecycle.step(
        lifecycle.VENDOR_CREDIT, action, credit.state, blockers=lifecycle.VENDOR_CREDIT_BLOCKERS, document=credit
    )


def create_vendor_credit(work: Work, command: CreateVendorCredit) -> VendorCredit:
    """Make a vendor credit and set it against bills when asked."""
    if command.state not in _STARTS:
        raise Refused(Reason.WRONG_STATUS, field="state", status=command.state.value, action="create")
    fields = sales_fields(work, Kind.VENDOR_CREDIT, command, None, trade=PURCHASES)
    purse = Purse(fields["totals"].total, fields["base"].total, fields["exchange_rate"], work.base_currency.places)
    if command.applications:
        lifecycle.step(lifecycle.VENDOR_CREDIT, Action.APPLY, command.state)
    settlement = Settlement(
        work,
        Kind.VENDOR_CREDIT,
        purse,
        contact_id=fields["contact_id"],
        currency_id=fields["currency_id"],
        date=fields["date"],
    )
    applications = settlement.apply(command.applications)
    credit = VendorCredit(
        id=work.new_id(),
        state=command.state,
        applications=applications,
        balance=purse.left,
        balance_base=purse.left_base,
        **fields,
        **new_stamp(work),
    )
    work.put(Kind.VENDOR_CREDIT, credit)
    return credit


def update_vendor_credit(work: Work, command: UpdateVendorCredit) -> VendorCredit:
    """Change a vendor credit that nothing was taken from."""
    old: VendorCredit = work.find(Kind.VENDOR_CREDIT, command.id)
    state = _step(Action.UPDATE, old)
    fields = sales_fields(work, Kind.VENDOR_CREDIT, command, old, trade=PURCHASES)
    new = replace(
        old,
        state=state,
        balance=fields["totals"].total,
        balance_base=fields["base"].total,
        **fields,
        **stamp(work),
    )
    work.put(Kind.VENDOR_CREDIT, new)
    return new


def delete_vendor_credit(work: Work, command: DeleteVendorCredit) -> VendorCredit:
    """Remove a vendor credit that nothing was taken from."""
    credit: VendorCredit = work.find(Kind.VENDOR_CREDIT, command.id)
    _step(Action.DELETE, credit)
    work.delete(Kind.VENDOR_CREDIT, credit.id)
    return credit


def _moves(action: Action) -> Rule:
    """Return the rule that takes a vendor credit along its lifecycle."""

    def move(work: Work, command: Target) -> VendorCredit:
        old: VendorCredit = work.find(Kind.VENDOR_CREDIT, command.id)
        new = replace(old, state=_step(action, old), **stamp(work))
        work.put(Kind.VENDOR_CREDIT, new)
        return new

    return move


RULES: Final[dict[type, Rule]] = {
    CreateVendorCredit: create_vendor_credit,
    UpdateVendorCredit: update_vendor_credit,
    DeleteVendorCredit: delete_vendor_credit,
    MarkVendorCreditOpen: _moves(Action.ISSUE),
    VoidVendorCredit: _moves(Action.VOID),
    ApplyVendorCredit: applies(VENDOR_CREDIT),
    UnapplyVendorCredit: unapplies(VENDOR_CREDIT),
    RefundVendorCredit: refunds(VENDOR_CREDIT),
    UpdateVendorCreditRefund: updates_refund(VENDOR_CREDIT),
    DeleteVendorCreditRefund: deletes_refund(VENDOR_CREDIT),
}
