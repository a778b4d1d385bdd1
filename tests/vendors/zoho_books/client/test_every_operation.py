"""All 849 operations can be called, by name and by method and path, and are sent where the vendor has them."""

from tallystick.rest.message import Reply, Request
from tallystick.rest.operation import Operation, Place
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tallystick.zoho_books import Client
from tests.vendors.zoho_books.client.books import KEYS

SUCCESS = Reply(200, {"content-type": "application/json;charset=UTF-8"}, b'{"code":0,"message":"success"}')


class Listener:
    """Says yes to everything and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def send(self, request: Request) -> Reply:
        self.asked.append(request)
        return SUCCESS

    def close(self) -> None:
        self.asked.clear()


def ids_of(operation: Operation) -> dict[str, str]:
    """An id for every placeholder of the path."""
    return {p.name: f"{p.prefix}98200000{n}" for n, p in enumerate(operation.parameters) if p.place is Place.PATH}


def test_every_operation_is_sent_to_its_address_by_name() -> None:
    listener = Listener()
    client = Client(**KEYS, access_token="1000.a.b", plan="unlimited", transport=listener)
    for operation_id, operation in OPERATIONS.items():
        ids = ids_of(operation)
        assert client.call(operation_id, params=ids)["code"] == 0
        asked = listener.asked[-1]
        assert asked.method == operation.method
        assert asked.url.partition("?")[0] == f"https://www.zohoapis.com/books/v3{operation.path.format(**ids)}"
    assert len(listener.asked) == 849


def test_every_operation_is_sent_to_its_address_by_method_and_path() -> None:
    listener = Listener()
    client = Client(**KEYS, access_token="1000.a.b", plan="unlimited", transport=listener)
    for operation in OPERATIONS.values():
        path = operation.path.format(**ids_of(operation))
        client.call(operation.method, path)
        assert listener.asked[-1].url.partition("?")[0] == f"https://www.zohoapis.com/books/v3{path}"
    assert len(listener.asked) == 849
