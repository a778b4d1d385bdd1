"""Lines of a priced document, their discounts and taxes, and a document's totals. No arithmetic lives here."""

from decimal import Decimal

import msgspec

ZERO = Decimal(0)


class Discount(msgspec.Struct, frozen=True, gc=False):
    """A discount: a flat amount, or a percentage (10 means 10 %) when `percent`."""

    value: Decimal
    percent: bool = False


class AppliedTax(msgspec.Struct, frozen=True, gc=False):
    """One tax as charged, a group already taken apart. On a document it sums the lines' taxes of one id."""

    tax_id: str
    name: str
    percentage: Decimal
    amount: Decimal
    account_id: str


class LineFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """One line as a command asks for it. Unsaid name, rate, tax and account come from the item; `id` keeps a line."""

    id: str = ""
    item_id: str = ""
    name: str | None = None
    description: str | None = None
    unit: str | None = None
    quantity: Decimal = Decimal(1)
    rate: Decimal | None = None
    discount: Discount | None = None
    tax_id: str | None = None
    account_id: str = ""
    header: str = ""
    order_line_id: str = ""
    project_id: str = ""
    time_entry_ids: tuple[str, ...] = ()
    expense_id: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line with its figures, in the document's currency.

    `amount` is quantity × rate less the line's own discount, rounded (tax inside it when prices include tax);
    `net` is the same without tax; `taxable` is net less its share of a document discount before tax, and what tax is
    taken on; `discount_amount` is the line's own discount. Line taxes sum to the document's taxes, tax by tax.
    """

    id: str
    item_id: str
    name: str
    description: str
    unit: str
    quantity: Decimal
    rate: Decimal
    discount: Discount | None
    discount_amount: Decimal
    tax_id: str
    tax_name: str
    tax_percentage: Decimal
    account_id: str
    header: str
    amount: Decimal
    net: Decimal
    taxable: Decimal
    tax_amount: Decimal
    taxes: tuple[AppliedTax, ...]
    order_line_id: str = ""
    project_id: str = ""
    time_entry_ids: tuple[str, ...] = ()
    expense_id: str = ""


class Totals(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The figures at a document's foot; twice on each document, in its own and in the base currency.

    `subtotal` is the sum of line amounts without tax; `subtotal_inclusive` is the same with tax when prices include
    tax, else zero; `line_discount` sums the lines' own discounts, already inside the subtotal; `discount` is the
    document's discount; `shipping` is without tax; `tax` includes `shipping_tax`; `taxable` sums the lines' taxable.
    """

    subtotal: Decimal = ZERO
    subtotal_inclusive: Decimal = ZERO
    line_discount: Decimal = ZERO
    discount: Decimal = ZERO
    taxable: Decimal = ZERO
    tax: Decimal = ZERO
    shipping: Decimal = ZERO
    shipping_tax: Decimal = ZERO
    adjustment: Decimal = ZERO
    round_off: Decimal = ZERO
    total: Decimal = ZERO
