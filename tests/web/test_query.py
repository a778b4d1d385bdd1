"""What the address of the invoice list may ask, and what it says when it cannot."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.mirror.read import UNPAID, DueStatus
from tallystick.web.query import ORDERS, PAGE_MAX, STATUSES, BadQuery, InvoiceQuery, parse


def asked(address: str) -> InvoiceQuery:
    return parse(parse_qsl(address, keep_blank_values=True))


def refused(address: str) -> dict[str, str]:
    with pytest.raises(BadQuery) as caught:
        asked(address)
    return {problem.name: problem.sentence for problem in caught.value.problems}


def test_a_bare_address_asks_for_unpaid_invoices_oldest_first() -> None:
    assert asked("") == InvoiceQuery(status="unpaid", order="oldest", search="", page=1)
    assert asked("").statuses == UNPAID


def test_empty_fields_of_a_form_mean_the_defaults() -> None:
    assert asked("status=&order=&search=&page=") == InvoiceQuery()


def test_a_filter_by_one_status_lets_that_status_through() -> None:
    assert asked("status=overdue").statuses == (DueStatus.OVERDUE,)
    assert asked("status=all").statuses == ()


def test_every_status_an_invoice_can_have_is_offered() -> None:
    assert {status for _, statuses in STATUSES.values() for status in statuses} == set(DueStatus)


def test_all_mistakes_are_told_at_once_with_what_to_write_instead() -> None:
    told = refused("status=latest&order=size&page=abc&search=" + "x" * 101)
    assert told.keys() == {"status", "order", "page", "search"}
    assert "“latest”" in told["status"]
    assert "overdue" in told["status"]
    assert "newest" in told["order"]
    assert "“abc”" in told["page"]
    assert "100" in told["search"]


@pytest.mark.parametrize("page", ["0", "-1", "1.5", "9999999", "1e3", "²", "٣", " 2", "9" * 5000])
def test_a_page_is_a_whole_number_within_bounds(page: str) -> None:
    assert refused(f"page={page}").keys() == {"page"}


def test_a_long_wrong_value_is_not_repeated_in_full() -> None:
    assert len(refused("status=" + "x" * 5000)["status"]) < 300


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(["status", "order", "search", "page", "x"]), st.text(max_size=120))))
def test_any_address_is_either_read_or_refused_with_sentences(pairs: list[tuple[str, str]]) -> None:
    try:
        query = parse(pairs)
    except BadQuery as error:
        assert all(problem.sentence.endswith(".") for problem in error.problems)  # noqa: PT017 - both ways are right
        return
    assert query.status in STATUSES
    assert query.order in ORDERS
    assert 1 <= query.page <= PAGE_MAX


@settings(derandomize=True, max_examples=300)
@given(
    st.builds(
        InvoiceQuery,
        status=st.sampled_from(sorted(STATUSES)),
        order=st.sampled_from(sorted(ORDERS)),
        search=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=100),
        page=st.integers(1, PAGE_MAX),
    )
)
def test_the_address_of_a_view_leads_back_to_it(query: InvoiceQuery) -> None:
    parts = urlsplit(query.href())
    assert parts.path == "/"
    assert asked(parts.query) == query
