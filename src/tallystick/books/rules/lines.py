"""Lines of a priced document: defaults from items, taxes resolved, figures put in. No total is computed here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.item import Item
from tallystick.books.documents.line import Discount, Line, LineFields
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.tax import tax_plan
from tallystick.books.rules.trade import SALES, Trade
from tallystick.books.totals import NO_TAX, LineFigures, Priced, TaxPlan
from tallystick.books.work import Work
from tallystick.model.money import ZERO, round_money

PERCENT_MAX: Final = Decimal(100)


def checked_discount(discount: Discount | None, field: str) -> Discount | None:
    """Return a discount that can be given, None when it is nothing; raise Refused for a negative or over 100 %."""
    if discount is None or not discount.value:
        return None
    if discount.value < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field=field, amount=str(discount.value))
    if discount.percent and discount.value > PERCENT_MAX:
        raise Refused(Reason.BAD_PERCENTAGE, field=field, percentage=str(discount.value))
    return discount


def as_asked(lines: Sequence[Line]) -> tuple[LineFields, ...]:
    """Return lines as a command would ask for them, to compute them anew."""
    return tuple(
        LineFields(
            id=line.id,
            item_id=line.item_id,
            name=line.name,
            description=line.description,
            unit=line.unit,
            quantity=line.quantity,
            rate=line.rate,
            discount=line.discount,
            tax_id=line.tax_id,
            account_id=line.account_id,
            header=line.header,
            order_line_id=line.order_line_id,
            project_id=line.project_id,
            time_entry_ids=line.time_entry_ids,
            expense_id=line.expense_id,
        )
        for line in lines
    )


class LineDesk:
    """Resolves the lines of one document; taxes and accounts are looked up once each.

    `kept` are ids the document already names, which may be inactive; `exchange_rate` turns an item's price into the
    document's currency.
    """

    def __init__(
        self, work: Work, *, kept: frozenset[str], exchange_rate: Decimal, places: int, trade: Trade = SALES
    ) -> None:
        self._work = work
        self._kept = kept
        self._exchange_rate = exchange_rate
        self._places = places
        self._trade = trade
        self._default = work.system(trade.account_default)
        self._tax_payable = work.system(SystemAccount.TAX_PAYABLE)
        self._plans: dict[str, TaxPlan] = {"": NO_TAX}
        self._accounts: set[str] = {self._default}
        self._items: dict[str, Item] = {}

    def plan(self, tax_id: str, field: str) -> TaxPlan:
        """Return how a tax is computed; raise Refused when it may not be used."""
        plan = self._plans.get(tax_id)
        if plan is None:
            plan = tax_plan(self._work, tax_id, field, self._tax_payable, kept=self._kept)
            self._plans[tax_id] = plan
        return plan

    def _item(self, item_id: str, index: int) -> Item:
        item = self._items.get(item_id)
        if item is None:
            field = f"lines[{index}].item_id"
            item = self._work.active(Kind.ITEM, item_id, field, kept=self._kept)
            if item.kind is self._trade.refused:
                raise Refused(Reason.WRONG_ROLE, field=field, kind="item", id=item_id)
            self._items[item_id] = item
        return item

    def _rate(self, item: Item) -> Decimal:
        rate: Decimal = getattr(item, self._trade.rate)
        return rate if self._exchange_rate == 1 else round_money(rate / self._exchange_rate, self._places)

    def resolve(self, asked: LineFields, index: int) -> LineFields:
        """Return a line with every unsaid part taken from its item."""
        account_id = asked.account_id
        name, description, unit, rate, tax_id = asked.name, asked.description, asked.unit, asked.rate, asked.tax_id
        if asked.item_id:
            item = self._item(asked.item_id, index)
            account_id = account_id or getattr(item, self._trade.account) or self._default
            name = item.name if name is None else name
            description = getattr(item, self._trade.description) if description is None else description
            unit = item.unit if unit is None else unit
            rate = self._rate(item) if rate is None else rate
            tax_id = item.tax_id if tax_id is None else tax_id
        if not account_id and self._trade.account_required:
            raise Refused(Reason.REQUIRED, field=f"lines[{index}].account_id", kind="line")
        account_id = account_id or self._default
        if account_id not in self._accounts:
            self._work.account(account_id, f"lines[{index}].account_id", kept=self._kept)
            self._accounts.add(account_id)
        return LineFields(
            id=asked.id,
            item_id=asked.item_id,
            name=name or "",
            description=description or "",
            unit=unit or "",
            quantity=asked.quantity,
            rate=ZERO if rate is None else rate,
            discount=checked_discount(asked.discount, f"lines[{index}].discount"),
            tax_id=tax_id or "",
            account_id=account_id,
            header=asked.header,
            order_line_id=asked.order_line_id,
            project_id=asked.project_id,
            time_entry_ids=asked.time_entry_ids,
            expense_id=asked.expense_id,
        )

    def priced(self, line: LineFields, index: int, *, discounted: bool) -> Priced:
        """Return what the arithmetic needs of a resolved line."""
        plan = self.plan(line.tax_id or "", f"lines[{index}].tax_id")
        return Priced(line.quantity, line.rate or ZERO, line.discount if discounted else None, plan)


def finished(line: LineFields, priced: Priced, figures: LineFigures, identity: str) -> Line:
    """Return a document's line from what was asked and what was computed."""
    return Line(
        id=identity,
        item_id=line.item_id,
        name=line.name or "",
        description=line.description or "",
        unit=line.unit or "",
        quantity=line.quantity,
        rate=priced.rate,
        discount=line.discount,
        discount_amount=figures.discount_amount,
        tax_id=line.tax_id or "",
        tax_name=priced.tax.name,
        tax_percentage=priced.tax.percentage,
        account_id=line.account_id,
        header=line.header,
        amount=figures.amount,
        net=figures.net,
        taxable=figures.taxable,
        tax_amount=figures.tax_amount,
        taxes=figures.taxes,
        order_line_id=line.order_line_id,
        project_id=line.project_id,
        time_entry_ids=line.time_entry_ids,
        expense_id=line.expense_id,
    )
