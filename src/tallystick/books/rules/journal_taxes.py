"""The taxes on a journal's lines: each is taken on top of its line and stands on the same side. No line is checked here."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from tallystick.books.documents.account import SystemAccount
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.journal import JournalLine, JournalTax, Side
from tallystick.books.documents.settings import TaxRounding
from tallystick.books.rules.tax import tax_plan
from tallystick.books.totals import NO_TAX, Priced, Pricing, TaxPlan, compute
from tallystick.books.work import Work
from tallystick.model.money import round_money


def taxed(
    work: Work, lines: Sequence[JournalLine], *, kept: frozenset[str], currency: Currency, rate: Decimal
) -> tuple[list[JournalLine], tuple[JournalTax, ...]]:
    """Return the lines with their taxes named, and the taxes summed by side.

    Raises Refused for a tax that is unknown, or inactive and not in `kept`.
    """
    payable = work.system(SystemAccount.TAX_PAYABLE)
    plans: dict[str, TaxPlan] = {"": NO_TAX}
    for index, line in enumerate(lines):
        if line.tax_id not in plans:
            plans[line.tax_id] = tax_plan(work, line.tax_id, f"lines[{index}].tax_id", payable, kept=kept)
    named = [
        replace(line, tax_name=plans[line.tax_id].name, tax_percentage=plans[line.tax_id].percentage) for line in lines
    ]
    pricing = Pricing(places=currency.places, tax_per_line=work.settings.tax_rounding is TaxRounding.LINE)
    taxes = []
    for side in Side:
        priced = [
            Priced(Decimal(1), line.amount, None, plans[line.tax_id])
            for line in lines
            if line.side is side and line.tax_id
        ]
        for tax in compute(priced, pricing).taxes if priced else ():
            base = round_money(tax.amount * rate, work.base_currency.places)
            taxes.append(JournalTax(side, tax.tax_id, tax.name, tax.percentage, tax.account_id, tax.amount, base))
    return named, tuple(tax for tax in taxes if tax.amount)
