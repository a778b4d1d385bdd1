"""What making and changing any priced document to a customer has in common. No single document's rule."""

from decimal import Decimal
from typing import Any, Final

from msgspec import UnsetType

from tallystick.books.change import Kind
from tallystick.books.documents.contact import Contact
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.document import Given
from tallystick.books.documents.line import Line, LineFields
from tallystick.books.documents.sales import SalesDocument, SalesFields
from tallystick.books.documents.settings import DiscountLevel, TaxRounding
from tallystick.books.numbering import take_number
from tallystick.books.reference import references
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.currency import checked_rate
from tallystick.books.rules.lines import LineDesk, as_asked, checked_discount, finished
from tallystick.books.rules.record import chosen
from tallystick.books.rules.trade import SALES, Trade
from tallystick.books.totals import NO_TAX, Figures, Priced, Pricing, compute, mirror
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

_COPIED: Final[dict[str, Any]] = {
    "reference": "",
    "adjustment_description": "",
    "notes": "",
    "terms": "",
    "salesperson": "",
    "person_ids": (),
    "shipping_tax_id": "",
    "discount_account_id": "",
    "discount": None,
    "shipping_charge": Decimal(0),
    "adjustment": Decimal(0),
}
"""Fields taken as said, with what holds on a new document when they are unsaid."""

NUMBERED_ELSEWHERE: Final = frozenset({Kind.BILL})
"""Kinds that carry the number somebody else gave them; what must hold of it is the kind's own rule."""

_SETTINGS: Final = ("tax_inclusive", "tax_rounding", "discount_level", "discount_before_tax", "round_off")
"""Fields whose default on a new document is the organisation's choice of the same name."""


def sales_fields(
    work: Work, kind: Kind, command: SalesFields, old: SalesDocument | None, *, trade: Trade = SALES
) -> dict[str, Any]:
    """Return every field of a priced document but its id, its stamps and what is its own kind's.

    Raises Refused for the first thing that will not do.
    """
    kept = frozenset(references(kind, old)) if old else frozenset()
    contact = work.party(trade.role, chosen(command.contact_id, old.contact_id if old else ""), kept=kept)
    fields: dict[str, Any] = {"contact_id": contact.id}
    for name, default in _COPIED.items():
        fields[name] = chosen(getattr(command, name), getattr(old, name) if old else default)
    settings = work.settings
    for name in _SETTINGS:
        fields[name] = chosen(getattr(command, name), getattr(old or settings, name))
    for name in ("billing_address", "shipping_address"):
        fields[name] = chosen(getattr(command, name), getattr(old or contact, name))
    _refuse_strangers(contact, fields["person_ids"], kept=old.person_ids if old else ())
    fields["date"] = chosen(command.date, old.date if old else work.today)
    currency = currency_of(work, command.currency_id, old.currency_id if old else contact.currency_id)
    same = old is not None and old.currency_id == currency.id
    fields["currency_id"], fields["places"] = currency.id, currency.places
    fields["exchange_rate"] = exchange_rate(
        work, currency, command.exchange_rate, fields["date"], known=old.exchange_rate if old and same else None
    )
    fields.update(_figures(work, command, old, fields, kept, trade=trade))
    if kind in NUMBERED_ELSEWHERE:
        fields["number"] = chosen(command.number, old.number if old else "").strip()
    else:
        fields["number"] = take_number(
            work, kind, command.number, own_id=old.id if old else "", current=old.number if old else ""
        )
    return fields


def currency_of(work: Work, asked: Given[str], otherwise: str) -> Currency:
    """Return the currency a document is in; an empty id means what holds otherwise."""
    currency: Currency = work.find(Kind.CURRENCY, chosen(asked, "") or otherwise, "currency_id")
    return currency


def exchange_rate(
    work: Work, currency: Currency, asked: Given[Decimal], date: Any, *, known: Decimal | None = None
) -> Decimal:
    """Return a document's rate: 1 in the base currency, else as asked, as known before, or the latest on its date.

    Raises Refused when there is none, or the asked one will not do.
    """
    if currency.id == work.base_currency.id:
        if not isinstance(asked, UnsetType) and asked not in (0, 1):
            raise Refused(Reason.BAD_RATE, field="exchange_rate", rate=str(asked))
        return Decimal(1)
    if not isinstance(asked, UnsetType) and asked:
        return checked_rate(asked, "exchange_rate")
    rate = known if known is not None else work.rate(currency, date)
    if rate is None:
        raise Refused(Reason.RATE_REQUIRED, field="exchange_rate", currency=currency.code, date=date)
    return rate


def _refuse_strangers(contact: Contact, person_ids: tuple[str, ...], *, kept: tuple[str, ...]) -> None:
    known = {person.id for person in contact.persons}.union(kept)
    for index, person_id in enumerate(person_ids):
        if person_id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"person_ids[{index}]", kind="person", id=person_id)


def _asked_lines(work: Work, command: SalesFields, old: SalesDocument | None) -> tuple[LineFields, ...]:
    """Return the lines asked for; raise Refused when there are none, too many, or one is not the document's."""
    asked = chosen(command.lines, as_asked(old.lines) if old else ())
    if not asked:
        raise Refused(Reason.NO_LINES, field="lines")
    if len(asked) > work.settings.lines_max:
        raise Refused(Reason.TOO_MANY_LINES, field="lines", lines=len(asked), lines_max=work.settings.lines_max)
    known = {line.id for line in old.lines} if old else set()
    for index, line in enumerate(asked):
        if line.id and line.id not in known:
            raise Refused(Reason.UNKNOWN_ID, field=f"lines[{index}].id", kind="line", id=line.id)
        known.discard(line.id)
    return asked


def _figures(
    work: Work,
    command: SalesFields,
    old: SalesDocument | None,
    fields: dict[str, Any],
    kept: frozenset[str],
    *,
    trade: Trade,
) -> dict[str, Any]:
    """Return lines, taxes and totals for the pricing choices made so far."""
    desk = LineDesk(work, kept=kept, exchange_rate=fields["exchange_rate"], places=fields["places"], trade=trade)
    asked = _asked_lines(work, command, old)
    per_line = fields["discount_level"] is DiscountLevel.LINE
    resolved = [desk.resolve(line, index) for index, line in enumerate(asked)]
    priced = [desk.priced(line, index, discounted=per_line) for index, line in enumerate(resolved)]
    figures = compute(priced, _pricing(work, desk, fields))
    totals = figures.totals
    if totals.total < 0:
        raise Refused(Reason.NEGATIVE_TOTAL, field="lines", total=str(totals.total))
    return {
        "lines": _lines(work, resolved, priced, figures),
        "taxes": figures.taxes,
        "shipping_taxes": figures.shipping_taxes,
        "totals": totals,
        "base": mirror(totals, fields["exchange_rate"], fields["places"], base_places=work.base_currency.places),
    }


def _lines(work: Work, resolved: list[LineFields], priced: list[Priced], figures: Figures) -> tuple[Line, ...]:
    return tuple(
        finished(line, price, figure, line.id or work.new_id())
        for line, price, figure in zip(resolved, priced, figures.lines, strict=True)
    )


def _pricing(work: Work, desk: LineDesk, fields: dict[str, Any]) -> Pricing:
    """Return the pricing choices, checked."""
    if fields["shipping_charge"] < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="shipping_charge", amount=str(fields["shipping_charge"]))
    if fields["discount_account_id"]:
        work.account(
            fields["discount_account_id"], "discount_account_id", kept=frozenset((fields["discount_account_id"],))
        )
    discount = checked_discount(fields["discount"], "discount")
    places = fields["places"]
    fields["shipping_charge"] = round_money(fields["shipping_charge"], places) or ZERO
    fields["adjustment"] = round_money(fields["adjustment"], places) or ZERO
    return Pricing(
        places=places,
        tax_inclusive=fields["tax_inclusive"],
        tax_per_line=fields["tax_rounding"] is TaxRounding.LINE,
        discount=discount if fields["discount_level"] is DiscountLevel.DOCUMENT else None,
        discount_before_tax=fields["discount_before_tax"],
        shipping_charge=fields["shipping_charge"],
        shipping_tax=desk.plan(fields["shipping_tax_id"], "shipping_tax_id") if fields["shipping_tax_id"] else NO_TAX,
        adjustment=fields["adjustment"],
        round_off=fields["round_off"],
        round_off_increment=work.settings.round_off_increment,
    )
