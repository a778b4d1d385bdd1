"""Company files: a story of commands becomes books, each at its own time."""

import lzma
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tallystick.sandbox.company import Company, CompanyError, find_company, whole_weeks
from tests.sandbox.conftest import Start

HEADER: dict[str, Any] = {
    "tallystick_company": 1,
    "today": "2011-12-09",
    "settings": {"name": "Shop", "base_currency": "GBP", "time_zone": "Europe/London", "country_code": "GB"},
    "attribution": "A. Writer (2011)",
}
STORY: list[dict[str, Any]] = [
    {"at": "2011-12-01T09:00:00+00:00", "command": "create_contact", "as": "ada", "name": "Ada"},
    {
        "at": "2011-12-02T10:00:00+00:00",
        "command": "create_invoice",
        "as": "first",
        "contact_id": "@ada",
        "date": "2011-12-02",
        "number": "536365",
        "lines": [{"name": "@ada is no reference here", "quantity": "2", "rate": "1.25"}],
    },
    {"at": "2011-12-02T10:00:01+00:00", "command": "mark_invoice_sent", "id": "@first"},
]


def write(path: Path, header: dict[str, Any], story: list[dict[str, Any]]) -> Path:
    path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in [header, *story]) + b"\n")
    return path


def test_a_story_becomes_documents_made_at_their_own_time(start: Start, tmp_path: Path) -> None:
    sandbox = start(company=write(tmp_path / "shop.jsonl", HEADER, STORY))
    book = sandbox.organization.book
    (invoice,) = book.invoices.values()
    assert (invoice.number, invoice.totals.total, invoice.date) == ("536365", Decimal("2.50"), date(2011, 12, 2))
    assert invoice.created_at == datetime(2011, 12, 2, 10, tzinfo=UTC)
    assert invoice.created_by == sandbox.organization.settings.members[sandbox.accounts.holder.id]
    assert book.trial_balance().debit == book.trial_balance().credit == Decimal("2.50")
    assert sandbox.attribution == "A. Writer (2011)"


def test_the_clock_stands_at_the_last_day_of_the_story(start: Start, tmp_path: Path) -> None:
    sandbox = start(company=write(tmp_path / "shop.jsonl", HEADER, STORY))
    assert sandbox.clock.now() == datetime(2011, 12, 9, 9, tzinfo=UTC)


def test_a_story_may_be_packed(start: Start, tmp_path: Path) -> None:
    plain = write(tmp_path / "shop.jsonl", HEADER, STORY)
    packed = tmp_path / "shop.jsonl.xz"
    packed.write_bytes(lzma.compress(plain.read_bytes()))
    assert len(start(company=packed).organization.book.invoices) == 1


def test_a_story_moves_by_whole_weeks_into_the_week_of_a_day(tmp_path: Path) -> None:
    company = Company(write(tmp_path / "shop.jsonl", HEADER, STORY), built_on=date(2026, 11, 25))
    assert company.header.today == date(2026, 11, 27)
    assert company.shift.days % 7 == 0
    steps = list(company.steps())
    assert steps[1].fields["date"] == (date(2011, 12, 2) + company.shift).isoformat()
    assert steps[1].at == datetime(2011, 12, 2, 10, tzinfo=UTC) + company.shift
    assert steps[1].fields["number"] == "536365"


@pytest.mark.parametrize("day", range(7))
def test_whole_weeks_keep_the_day_of_the_week(day: int) -> None:
    last, until = date(2011, 12, 9), date(2026, 11, 23) + timedelta(days=day)
    moved = last + whole_weeks(last, until)
    assert moved.weekday() == last.weekday()
    assert moved.isocalendar()[:2] == until.isocalendar()[:2]


def test_the_line_cap_can_be_raised(start: Start, tmp_path: Path) -> None:
    lines = [{"name": "pin", "quantity": "1", "rate": "0.01"}] * 300
    story = [STORY[0], STORY[1] | {"lines": lines}]
    path = write(tmp_path / "shop.jsonl", HEADER, story)
    with pytest.raises(CompanyError, match="line 3: create_invoice is refused"):
        start(company=path)
    (invoice,) = start(company=path, line_cap=1_200).organization.book.invoices.values()
    assert invoice.totals.total == Decimal("3.00")


WRONG: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "another format": (HEADER | {"tallystick_company": 2}, STORY[0], "format 2"),
    "no header": ({"hello": 1}, STORY[0], "no header"),
    "a wrong setting": (HEADER | {"settings": {"time_zone": "Mars/Olympus"}}, STORY[0], "settings"),
    "an unknown command": (HEADER, STORY[0] | {"command": "fly"}, "line 2: unknown command 'fly'"),
    "no zone": (HEADER, STORY[0] | {"at": "2011-12-01T09:00:00"}, "line 2: `at` has no time zone"),
    "an unknown reference": (HEADER, STORY[1], "@ada refers to nothing"),
    "an unknown field": (HEADER, STORY[0] | {"shoe_size": 43}, "shoe_size"),
    "a refused command": (HEADER, STORY[0] | {"name": ""}, "line 2: create_contact is refused"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_by_line_and_reason(start: Start, tmp_path: Path, case: str) -> None:
    header, line, reason = WRONG[case]
    with pytest.raises(CompanyError) as refused:
        start(company=write(tmp_path / "shop.jsonl", header, [line]))
    assert reason in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xfd7zXZ\x00rubbish", b"\xff\xfe\n"])
def test_a_file_that_is_no_story_is_refused(start: Start, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(CompanyError, match=r"header|cannot be read"):
        start(company=path)


def test_an_unknown_company_is_refused_with_the_known_ones() -> None:
    with pytest.raises(CompanyError, match="empty"):
        find_company("nonesuch")


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ('"settings": {"currency": "GBP"}', "settings has no 'currency'; did you mean 'base_currency'"),
        ('"organization": {"plam": "free"}', "organization has no 'plam'; did you mean 'plan'"),
        ('"organisation": {}', "organisation"),
    ],
)
def test_a_mistyped_word_of_the_header_is_refused(tmp_path: Path, header: str, told: str) -> None:
    path = tmp_path / "mistyped.jsonl"
    path.write_text(f'{{"tallystick_company": 1, "today": "2026-01-31", {header}}}\n')
    with pytest.raises(CompanyError, match=told):
        Company(path)
