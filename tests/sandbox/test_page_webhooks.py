"""Deliveries of webhooks on the sandbox's page, held against what was sent."""

from html import unescape

import pytest

from tallystick.sandbox.views import DELIVERIES_PER_PAGE
from tests.sandbox.conftest import Reader, Start
from tests.sandbox.webhooks import URL, Hooked

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def hooked(start: Start) -> Hooked:
    return Hooked(start)


def test_before_anything_fired_the_page_says_how_to_make_a_webhook(hooked: Hooked) -> None:
    assert "Nothing has fired yet" in Reader(hooked.sandbox).open("/webhooks")


def test_a_delivery_waits_and_then_shows_what_was_sent_and_what_came_back(hooked: Hooked) -> None:
    hooked.webhook()
    contact = hooked.contact(HOSTILE)
    reader = Reader(hooked.sandbox)
    waiting = reader.open("/webhooks")
    assert "1 delivery, 1 waiting" in waiting
    assert "It has not been sent." in waiting
    hooked.sandbox.deliver()
    text = reader.open("/webhooks")
    assert "1 delivery, 0 waiting" in text
    assert URL in text
    assert f"/documents/contact/{contact}?" in text
    assert '<span class="pill pill-success">success</span>' in text
    assert '<span class="pill pill-answered">200</span>' in text
    assert HOSTILE not in text
    assert HOSTILE in unescape(text)


def test_a_refused_delivery_shows_each_attempt(start: Start) -> None:
    hooked = Hooked(start, 404, 503)
    hooked.webhook()
    hooked.contact("Ada")
    hooked.contact("Bob")
    hooked.sandbox.deliver()
    text = Reader(hooked.sandbox).open("/webhooks")
    assert '<span class="pill pill-refused">404</span>' in text
    assert '<span class="pill pill-failed">503</span>' in text


def test_deliveries_are_paged_those_that_wait_first(hooked: Hooked) -> None:
    hooked.webhook()
    for number in range(DELIVERIES_PER_PAGE):
        hooked.contact(f"Early {number}")
    hooked.sandbox.deliver()
    hooked.contact("Late")
    reader = Reader(hooked.sandbox)
    first, second = reader.open("/webhooks"), reader.open("/webhooks?page=2")
    assert first.count('class="card mail"') == DELIVERIES_PER_PAGE
    assert second.count('class="card mail"') == 1
    assert "Late" in first
    assert "It has not been sent." not in second


def test_a_fault_of_deliveries_is_added_by_the_form(hooked: Hooked) -> None:
    page = Reader(hooked.sandbox).follow("faults/add", kind="webhook_duplicate", times="2", operation="", method="")
    assert "deliveries of webhooks" in page
    assert "at the delivery" in page
