"""A walk through pages ends, and says when it cannot."""

import msgspec
import pytest

from tallystick.model.errors import InvalidArgument, PageRepeated, PagesExceeded
from tallystick.rest.answer import Limits, Page
from tallystick.rest.paging import Walk
from tests.rest.acme import READ, VENDOR


def walk(pages_max: int = 3, *, keep_pages: bool = True) -> Walk:
    return Walk(VENDOR, READ, first=1, pages_max=pages_max, keep_pages=keep_pages)


def page(number: int, *rows: bytes, more: bool) -> Page:
    return Page(number, [msgspec.Raw(row) for row in rows], {"has_more_page": more}, Limits())


def test_a_walk_ends_with_the_page_that_has_none_after_it() -> None:
    steps = walk()
    assert steps.proceed()
    steps.accept(page(1, b"1", more=True))
    assert (steps.proceed(), steps.number) == (True, 2)
    steps.accept(page(2, b"2", more=False))
    assert not steps.proceed()


def test_a_walk_with_too_many_pages_hands_over_what_it_read() -> None:
    steps = walk(pages_max=2)
    read = [steps.accept(page(number, b"%d" % number, more=True)) for number in (1, 2)]
    with pytest.raises(PagesExceeded, match="more than 2 pages") as caught:
        steps.proceed()
    assert caught.value.pages == tuple(read)


def test_a_long_walk_need_not_hold_its_pages() -> None:
    steps = walk(pages_max=1, keep_pages=False)
    steps.accept(page(1, b"1", more=True))
    with pytest.raises(PagesExceeded) as caught:
        steps.proceed()
    assert caught.value.pages == ()


def test_exactly_as_many_pages_as_allowed_is_no_error() -> None:
    steps = walk(pages_max=1)
    steps.accept(page(1, b"1", more=False))
    assert not steps.proceed()


def test_a_page_that_repeats_stops_the_walk() -> None:
    steps = walk()
    steps.accept(page(1, b"1", more=True))
    with pytest.raises(PageRepeated, match="page 2"):
        steps.accept(page(2, b"1", more=True))


def test_endless_empty_pages_stop_the_walk() -> None:
    steps = walk()
    steps.accept(page(1, more=True))
    with pytest.raises(PageRepeated):
        steps.accept(page(2, more=True))


def test_an_empty_list_is_a_walk_of_one_page() -> None:
    steps = walk()
    steps.accept(page(1, more=False))
    assert not steps.proceed()


def test_a_walk_of_no_pages_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="pages_max"):
        walk(pages_max=0)
