"""Fixed assets: what they lose when, what that posts, and how they leave the books."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tallystick.books.change import Kind
from tallystick.books.depreciation import book_value, schedule
from tallystick.books.documents.fixed_asset import (
    ActivateFixedAsset,
    AssetState,
    CancelFixedAsset,
    CreateFixedAsset,
    DeleteFixedAsset,
    DepreciateFixedAsset,
    DepreciationFrequency,
    DepreciationMethod,
    FixedAsset,
    MarkFixedAssetDraft,
    SellFixedAsset,
    UpdateFixedAsset,
    WriteOffFixedAsset,
)
from tallystick.books.documents.invoice import CreateInvoice, InvoiceState
from tallystick.books.due import catch_up
from tallystick.books.lifecycle import FixedAssetStatus, fixed_asset_status
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, line

JANUARY = dt.date(2026, 1, 1)
EQUIPMENT, DEPRECIATION = "Furniture and Equipment", "Depreciation Expense"


def account(company: Company, name: str) -> str:
    return next(one.id for one in company.book.accounts.values() if one.name == name)


def said(company: Company, **fields: Any) -> CreateFixedAsset:
    """Return what takes an asset in: 1,200 over a year in a straight line unless something else is said."""
    usual: dict[str, Any] = {
        "name": "Lathe",
        "cost": D("1200"),
        "life_months": 12,
        "purchase_date": JANUARY,
        "asset_account_id": account(company, EQUIPMENT),
        "depreciation_account_id": account(company, EQUIPMENT),
        "expense_account_id": account(company, DEPRECIATION),
    }
    return CreateFixedAsset(**{**usual, **fields})


def asset(company: Company, **fields: Any) -> FixedAsset:
    """Return an asset in use."""
    made: FixedAsset = company.do(said(company, **fields))
    used: FixedAsset = company.do(ActivateFixedAsset(id=made.id))
    return used


def amounts(found: FixedAsset) -> list[Decimal]:
    return [each.amount for each in schedule(found)]


def reach(company: Company, day: dt.date) -> None:
    company.at(day)
    catch_up(company.book, company.now, company.do)


def latest(company: Company, found: FixedAsset) -> FixedAsset:
    current: FixedAsset = company.book.table(Kind.FIXED_ASSET)[found.id]
    return current


def balance(company: Company, name: str) -> Decimal:
    return company.book.balance(account(company, name))


def test_a_straight_line_takes_the_same_each_month_and_ends_at_the_salvage_value(company: Company) -> None:
    found = asset(company, cost=D("1000"), salvage_value=D("100"), life_months=7)
    assert amounts(found) == [D("128.57")] * 6 + [D("128.58")]
    assert [each.date for each in schedule(found)][::3] == [
        dt.date(2026, 1, 31),
        dt.date(2026, 4, 30),
        dt.date(2026, 7, 31),
    ]


def test_a_first_month_begun_late_takes_its_days_and_leaves_the_rest_for_one_more(company: Company) -> None:
    found = asset(company, start_date=dt.date(2026, 1, 22), life_months=3)
    assert amounts(found) == [D("129.03"), D("400.00"), D("400.00"), D("270.97")]
    whole = asset(company, start_date=dt.date(2026, 1, 22), life_months=3, prorata=False)
    assert amounts(whole) == [D("400.00")] * 3


def test_a_declining_method_takes_a_share_of_what_is_left(company: Company) -> None:
    declining = asset(
        company,
        method=DepreciationMethod.DECLINING,
        frequency=DepreciationFrequency.YEARLY,
        percentage=D("50"),
        salvage_value=D("100"),
        life_months=0,
    )
    assert amounts(declining) == [D("600.00"), D("300.00"), D("150.00"), D("50.00")]
    doubled = asset(
        company,
        method=DepreciationMethod.DECLINING_200,
        frequency=DepreciationFrequency.YEARLY,
        life_months=48,
    )
    assert amounts(doubled) == [D("600.00"), D("300.00"), D("150.00"), D("75.00")]


def test_time_takes_value_off_and_posts_it_by_the_month(company: Company) -> None:
    found = asset(company)
    reach(company, dt.date(2026, 3, 30))
    assert [each.date.month for each in latest(company, found).depreciations] == [1, 2]
    reach(company, dt.date(2026, 3, 31))
    assert balance(company, DEPRECIATION) == D("300")
    assert balance(company, EQUIPMENT) == D("-300")
    company.refused(DepreciateFixedAsset(id=found.id), Reason.NOT_DUE)
    reach(company, dt.date(2028, 1, 1))
    ended = latest(company, found)
    assert (book_value(ended), fixed_asset_status(ended)) == (D("0"), FixedAssetStatus.FULLY_DEPRECIATED)
    assert balance(company, DEPRECIATION) == D("1200")
    company.refused(DepreciateFixedAsset(id=found.id), Reason.NOTHING_DUE)


def test_what_is_written_off_leaves_the_asset_at_nothing_and_the_rest_as_a_loss(company: Company) -> None:
    found = asset(company)
    reach(company, dt.date(2026, 3, 31))
    bad_debt = account(company, "Bad Debt")
    early = WriteOffFixedAsset(id=found.id, date=dt.date(2026, 3, 1), account_id=bad_debt, reason="Fire")
    company.refused(early, Reason.DATE_OUT_OF_RANGE)
    gone = company.do(WriteOffFixedAsset(id=found.id, date=dt.date(2026, 4, 2), account_id=bad_debt, reason="Fire"))
    assert (gone.state, book_value(gone)) == (AssetState.WRITTEN_OFF, D("0"))
    assert balance(company, "Bad Debt") == D("900")
    assert balance(company, EQUIPMENT) == D("-1200")
    reach(company, dt.date(2026, 6, 30))
    assert len(latest(company, found).depreciations) == 3


@pytest.mark.parametrize(("price", "loss"), [("700", "200"), ("1000", "-100")])
def test_a_sale_books_the_loss_or_the_gain_beside_the_invoice(company: Company, price: str, loss: str) -> None:
    found = asset(company)
    reach(company, dt.date(2026, 3, 31))
    lines = (line(rate=price, name="Lathe", account_id=found.asset_account_id), line(rate="5"))
    day = dt.date(2026, 4, 2)
    command = CreateInvoice(state=InvoiceState.SENT, contact_id=company.acme.id, lines=lines, date=day)
    invoice = company.do(command)
    other = account(company, "Other Expenses")
    sale: dict[str, Any] = {"id": found.id, "invoice_id": invoice.id, "account_id": other, "reason": "New one"}
    company.refused(SellFixedAsset(line_id=invoice.lines[1].id, **sale), Reason.ACCOUNT_MISMATCH)
    company.refused(SellFixedAsset(line_id="1", **sale), Reason.UNKNOWN_ID)
    gone = company.do(SellFixedAsset(line_id=invoice.lines[0].id, **sale))
    assert gone.state is AssetState.SOLD
    assert balance(company, "Other Expenses") == D(loss)
    # The bill that bought it would have debited the account with 1,200; without it that much is missing.
    assert balance(company, EQUIPMENT) == D("-1200")


def test_an_asset_moves_between_its_states_until_it_has_lost_value(company: Company) -> None:
    found = asset(company)
    company.do(MarkFixedAssetDraft(id=found.id))
    company.do(CancelFixedAsset(id=found.id))
    company.refused(UpdateFixedAsset(id=found.id, cost=D("5")), Reason.WRONG_STATUS)
    company.do(ActivateFixedAsset(id=found.id))
    changed = company.do(UpdateFixedAsset(id=found.id, cost=D("2400")))
    assert changed.start_value == D("2400.00")
    reach(company, dt.date(2026, 2, 1))
    company.refused(MarkFixedAssetDraft(id=found.id), Reason.IN_USE)
    company.refused(UpdateFixedAsset(id=found.id, cost=D("1200")), Reason.IN_USE)
    assert company.do(UpdateFixedAsset(id=found.id, name="Big lathe")).name == "Big lathe"
    company.do(CancelFixedAsset(id=found.id))
    company.refused(DeleteFixedAsset(id=found.id), Reason.IN_USE)
    reach(company, dt.date(2026, 12, 31))
    assert len(latest(company, found).depreciations) == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": " "}, Reason.REQUIRED),
        ({"cost": D("0")}, Reason.REQUIRED),
        ({"cost": D("-1")}, Reason.BAD_AMOUNT),
        ({"salvage_value": D("1201")}, Reason.BAD_AMOUNT),
        ({"life_months": 0}, Reason.BAD_AMOUNT),
        ({"life_months": 5_000}, Reason.BAD_AMOUNT),
        ({"method": DepreciationMethod.DECLINING}, Reason.BAD_PERCENTAGE),
        ({"start_date": dt.date(2025, 12, 31)}, Reason.DATE_OUT_OF_RANGE),
        ({"expense_account_id": "1"}, Reason.UNKNOWN_ID),
    ],
)
def test_an_asset_that_makes_no_sense_is_refused(company: Company, fields: dict[str, Any], reason: Reason) -> None:
    company.refused(said(company, **fields), reason)


def test_accounts_of_another_type_are_refused(company: Company) -> None:
    for field in ("asset_account_id", "expense_account_id"):
        company.refused(said(company, **{field: account(company, "Sales")}), Reason.ACCOUNT_TYPE)
