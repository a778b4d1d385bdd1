"""The balance sheet: what is owned, owed and left to the owners at the end of a day. No period's detail stands here."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from tallystick.books.documents.account import SystemAccount
from tallystick.books.report.figures import AccountAmount, Basis, Section, amounts, section
from tallystick.books.report.profit_and_loss import net_profit
from tallystick.ledger.account import AccountType as Type
from tallystick.ledger.period import fiscal_year_of
from tallystick.model.money import ZERO

if TYPE_CHECKING:
    from tallystick.books.book import Book

ASSETS: Final[tuple[tuple[str, tuple[Type, ...]], ...]] = (
    ("Cash", (Type.CASH,)),
    ("Bank", (Type.BANK,)),
    ("Accounts Receivable", (Type.ACCOUNTS_RECEIVABLE,)),
    ("Other Current Assets", (Type.OTHER_CURRENT_ASSET, Type.STOCK, Type.PAYMENT_CLEARING)),
    ("Fixed Assets", (Type.FIXED_ASSET,)),
    ("Other Assets", (Type.OTHER_ASSET, Type.INTANGIBLE_ASSET)),
)
LIABILITIES: Final[tuple[tuple[str, tuple[Type, ...]], ...]] = (
    (
        "Current Liabilities",
        (Type.ACCOUNTS_PAYABLE, Type.CREDIT_CARD, Type.OTHER_CURRENT_LIABILITY, Type.OVERSEAS_TAX_PAYABLE),
    ),
    ("Long-term Liabilities", (Type.LONG_TERM_LIABILITY,)),
    ("Other Liabilities", (Type.OTHER_LIABILITY,)),
)


class BalanceSheet(msgspec.Struct, frozen=True, gc=False):
    """Sections and totals as of a day. Assets always equal liabilities and equity.

    `retained_earnings` is what the account of that name holds and the profit of all earlier fiscal years,
    `current_year_earnings` the profit of the fiscal year so far; both are part of `total_equity`.
    """

    on: dt.date
    basis: Basis
    assets: tuple[Section, ...]
    total_assets: Decimal
    liabilities: tuple[Section, ...]
    total_liabilities: Decimal
    equity: Section
    retained_earnings: Decimal
    current_year_earnings: Decimal
    total_equity: Decimal


def balance_sheet(book: "Book", on: dt.date, *, basis: Basis = Basis.ACCRUAL) -> BalanceSheet:
    """Return the balance sheet at the end of a day."""
    held = amounts(book, None, on, basis)
    year = fiscal_year_of(on, start_month=book.settings.fiscal_year_start_month)
    assets = tuple(section(book, name, types, held) for name, types in ASSETS)
    liabilities = tuple(section(book, name, types, held) for name, types in LIABILITIES)
    own = section(book, "Equity", [Type.EQUITY], held)
    retained_id = book.system(SystemAccount.RETAINED_EARNINGS)
    rows = tuple(row for row in own.rows if row.account.id != retained_id)
    earlier = net_profit(book, None, year.start - dt.timedelta(days=1), basis=basis)
    retained = _amount_of(own.rows, retained_id) + earlier
    current = net_profit(book, year.start, on, basis=basis)
    equity = Section("Equity", rows, sum((row.amount for row in rows), ZERO))
    return BalanceSheet(
        on,
        basis,
        assets,
        sum((each.total for each in assets), ZERO),
        liabilities,
        sum((each.total for each in liabilities), ZERO),
        equity,
        retained,
        current,
        equity.total + retained + current,
    )


def _amount_of(rows: tuple[AccountAmount, ...], account_id: str) -> Decimal:
    return next((row.amount for row in rows if row.account.id == account_id), ZERO)
