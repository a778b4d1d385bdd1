"""What commands about estimates do. How invoices and orders are linked to an estimate stands in `links`."""

from typing import Any, Final

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.estimate import (
    AcceptEstimate,
    CreateEstimate,
    DeclineEstimate,
    DeleteEstimate,
    Estimate,
    EstimateState,
    MarkEstimateSent,
    UpdateEstimate,
)
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.priced import Priced
from tallystick.books.rules.record import Rule, chosen
from tallystick.books.work import Work


def _own(_: Work, command: Any, fields: dict[str, Any], old: Estimate | None) -> dict[str, Any]:
    expiry = chosen(command.expiry_date, old.expiry_date if old else None)
    if expiry is not None and expiry < fields["date"]:
        raise Refused(Reason.DUE_BEFORE_DATE, field="expiry_date", date=fields["date"], due_date=expiry)
    return {"expiry_date": expiry}


ESTIMATES: Final = Priced(
    Kind.ESTIMATE,
    Estimate,
    lifecycle.ESTIMATE,
    frozenset((EstimateState.DRAFT, EstimateState.SENT)),
    lifecycle.ESTIMATE_BLOCKERS,
    _own,
)
RULES: Final[dict[type, Rule]] = {
    CreateEstimate: ESTIMATES.make,
    UpdateEstimate: ESTIMATES.change,
    DeleteEstimate: ESTIMATES.remove,
    MarkEstimateSent: ESTIMATES.moves(Action.ISSUE, lambda *_: {"accepted_date": None, "declined_date": None}),
    AcceptEstimate: ESTIMATES.moves(
        Action.ACCEPT, lambda work, _: {"accepted_date": work.today, "declined_date": None}
    ),
    DeclineEstimate: ESTIMATES.moves(
        Action.DECLINE, lambda work, _: {"declined_date": work.today, "accepted_date": None}
    ),
}
