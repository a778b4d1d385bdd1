"""Every name, called: the right method, path, query, headers and body leave, from both clients."""

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec
import pytest

from tallystick.model.errors import InvalidArgument, UnknownParameter
from tallystick.rest.message import Reply, Request
from tallystick.rest.namespace import LISTS, WRITES, word
from tallystick.rest.operation import Operation, Parameter, Place
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tallystick.zoho_books import AsyncClient, Client
from tests.vendors.zoho_books.client.books import KEYS, ORGANIZATION

SAMPLES: dict[str, tuple[Any, str]] = {
    "integer": (1, "1"),
    "number": (Decimal("1.50"), "1.50"),
    "boolean": (True, "true"),
    "array": (["a", "b"], "a,b"),
}
MOMENT = "2026-11-17T08:30:00+0000"


class Listener:
    """Gives every question an empty list or an empty record, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.envelope = ""

    def send(self, request: Request) -> Reply:
        self.asked.append(request)
        body = {"code": 0, "message": "success", self.envelope or "things": []}
        return Reply(200, {"content-type": "application/json;charset=UTF-8"}, msgspec.json.encode(body))

    async def asend(self, request: Request) -> Reply:
        return self.send(request)

    def close(self) -> None:
        self.asked.clear()

    async def aclose(self) -> None:
        self.asked.clear()


def sample(parameter: Parameter) -> tuple[Any, str]:
    """A value for a parameter, and what it is on the wire."""
    if parameter.name == "last_modified_time":
        return MOMENT, MOMENT
    value = next((each for each in parameter.enum if not each.endswith("*")), "some text")
    return SAMPLES.get(parameter.type_, (value, value))


class Asking:
    """One operation and what is given to it: ids, a body, and every parameter it declares."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ids = {p.name: f"{p.prefix}98200000{n}" for n, p in enumerate(operation.parameters) if p.place == "path"}
        taken = {*self.ids, "organization_id", "accept"}
        declared = [p for p in operation.parameters if p.name not in taken and not p.name.endswith("*")]
        self.keywords = {word(p.name): sample(p)[0] for p in declared}
        self.query = {p.name: sample(p)[1] for p in declared if p.place is Place.QUERY}
        self.headers = {p.name.lower(): sample(p)[1] for p in declared if p.place is Place.HEADER}
        takes_body = operation.method in WRITES or operation.body is not None
        self.arguments = [*self.ids.values(), *([{}] if takes_body else [])]

    def check(self, request: Request, *, is_list: bool) -> None:
        """Whether the request is what was asked for."""
        url = urlsplit(request.url)
        assert request.method == self.operation.method
        assert unquote(url.path) == f"/books/v3{self.operation.path.format(**self.ids)}"
        query = dict(parse_qsl(url.query))
        if "organization_id" not in self.ids:
            assert query.pop("organization_id") == ORGANIZATION
        if is_list:
            assert query.pop("page") == "1"
            assert query.pop("per_page") == self.query.get("per_page", "200")
        wanted = {name: value for name, value in self.query.items() if not (is_list and name in {"page", "per_page"})}
        assert query == wanted
        assert self.headers.items() <= request.headers.items()


def verb_of(client: Any, name: str) -> Any:
    for part in name.split("."):
        client = getattr(client, part)
    return client


def test_every_name_sends_what_it_is_given() -> None:
    listener = Listener()
    client = Client(**KEYS, access_token="1000.a.b", plan="unlimited", transport=listener)
    for name, operation_id in OPERATIONS.names.items():
        asking = Asking(OPERATIONS[operation_id])
        listener.envelope = asking.operation.envelope
        is_list = name.rpartition(".")[2] in LISTS
        answer = verb_of(client, name)(*asking.arguments, **asking.keywords)
        if is_list:
            assert list(answer) == []
        else:
            assert answer["code"] == 0
        asking.check(listener.asked[-1], is_list=is_list)
    assert len(listener.asked) == 849


def test_every_name_sends_the_same_when_awaited() -> None:
    listener = Listener()

    async def ask_all() -> None:
        client = AsyncClient(**KEYS, access_token="1000.a.b", plan="unlimited", transport=listener)
        for name, operation_id in OPERATIONS.names.items():
            asking = Asking(OPERATIONS[operation_id])
            listener.envelope = asking.operation.envelope
            is_list = name.rpartition(".")[2] in LISTS
            answer = verb_of(client, name)(*asking.arguments, **asking.keywords)
            if is_list:
                assert [row async for row in answer] == []
            else:
                assert (await answer)["code"] == 0
            asking.check(listener.asked[-1], is_list=is_list)

    asyncio.run(ask_all())
    assert len(listener.asked) == 849


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def client(listener: Listener) -> Iterator[Any]:
    """A client seen as a program without types sees it."""
    with Client(**KEYS, access_token="1000.a.b", plan="unlimited", transport=listener) as made:
        yield made


def test_ids_come_first_then_the_body_and_both_may_be_named(client: Any, listener: Listener) -> None:
    client.invoices.comments.update("1", "2", {"description": "Paid in part"})
    client.invoices.comments.update(comment_id="2", invoice_id="1", body={"description": "Paid in part"})
    first, second = listener.asked
    assert first.url == second.url
    assert "/invoices/1/comments/2?" in first.url
    assert first.content == second.content == b'{"description":"Paid in part"}'


def test_what_call_takes_beside_the_parameters_a_verb_takes_as_well(client: Any, listener: Listener) -> None:
    client.invoices.get("1", organization_id="77", headers={"X-Trace": "abc"}, extra_params={"new": "yes"})
    asked = listener.asked[-1]
    assert dict(parse_qsl(urlsplit(asked.url).query)) == {"organization_id": "77", "new": "yes"}
    assert asked.headers["x-trace"] == "abc"


def test_a_custom_field_filters_by_its_own_name(client: Any, listener: Listener) -> None:
    listener.envelope = "invoices"
    assert list(client.invoices.list(cf_region="North")) == []
    assert "cf_region=North" in listener.asked[-1].url


def test_an_upsert_says_by_headers_what_it_looks_for(client: Any, listener: Listener) -> None:
    client.invoices.upsert(
        {"notes": "x"}, unique_identifier_key="cf_order", unique_identifier_value="A-12", upsert=True
    )
    asked = listener.asked[-1]
    assert (asked.method, urlsplit(asked.url).path) == ("PUT", "/books/v3/invoices")
    told = {name: value for name, value in asked.headers.items() if name.startswith("x-u")}
    assert told == {
        "x-unique-identifier-key": "cf_order",
        "x-unique-identifier-value": "A-12",
        "x-upsert": "true",
    }


def test_the_organisation_of_a_path_is_the_one_that_is_given(client: Any, listener: Listener) -> None:
    client.organizations.get("88")
    client.organizations.get(organization_id="88")
    assert [urlsplit(asked.url).path for asked in listener.asked] == ["/books/v3/organizations/88"] * 2


def test_nothing_is_asked_before_a_row_is_wanted(client: Any, listener: Listener) -> None:
    rows = client.invoices.list(status="overdue")
    assert listener.asked == []
    listener.envelope = "invoices"
    assert list(rows) == list(rows) == []
    assert len(listener.asked) == 2


def test_a_list_of_which_nothing_is_declared_has_the_rows_of_its_only_array(client: Any, listener: Listener) -> None:
    listener.envelope = "cards"
    assert list(client.contacts.cards.list("1")) == []


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda client: client.invoices.get(), "needs invoice_id first"),
        (lambda client: client.invoices.get(None), "needs invoice_id first"),
        (lambda client: client.invoices.comments.create({"description": "x"}), "needs invoice_id first"),
        (lambda client: client.invoices.get("1", "2"), "takes invoice_id, but 2 values came"),
        (lambda client: client.invoices.get("1", invoice_id="2"), "got invoice_id twice"),
        (lambda client: client.invoices.list("1"), "takes only keywords"),
    ],
)
def test_a_wrong_call_is_told_how_the_right_one_goes(client: Any, listener: Listener, ask: Any, told: str) -> None:
    with pytest.raises(InvalidArgument, match=told):
        ask(client)
    assert listener.asked == []


def test_a_wrong_keyword_is_answered_with_the_nearest_right_one(client: Any, listener: Listener) -> None:
    with pytest.raises(UnknownParameter) as caught:
        list(client.invoices.list(stats="overdue"))
    assert "status" in caught.value.nearest
    with pytest.raises(UnknownParameter):
        client.invoices.get("1", pages_max=3)
    assert listener.asked == []
