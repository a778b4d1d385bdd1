"""Files in and out: streamed, bounded, whole or not at all, over HTTP and in process."""

import io
import os
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tallystick.model import errors
from tallystick.rest.asgi import AsgiTransport, Receive, SendMessage
from tallystick.rest.message import Upload
from tallystick.rest.multipart import UPLOAD_BYTES_MAX
from tests.rest.loopback import Asked, Told
from tests.vendors.zoho_books.client.books import KEYS, LIMITS, api_calls, open_books, refused, told
from tests.vendors.zoho_books.client.ways import Blocking, both_ways

PDF = b"%PDF-1.7 " + bytes(range(256)) * 4_000
AS_PDF = (*LIMITS[1:], ("content-type", "application/pdf;charset=UTF-8"))
NAMED = (*AS_PDF, ("content-disposition", 'attachment; filename="INV-384.pdf"'))
ATTACHED = told({"code": 0, "message": "Your file has been attached."})


def parts_of(asked: Asked) -> dict[str, Message]:
    """The parts of a multipart body by name, as another reader takes them apart."""
    head = f"content-type: {asked.headers['content-type']}\r\n\r\n".encode()
    whole = message_from_bytes(head + asked.body)
    parts: list[Any] = whole.get_payload()  # type: ignore[assignment]  # parts, of a multipart message
    return {str(part.get_param("name", header="content-disposition")): part for part in parts}


@both_ways
@pytest.mark.parametrize("form", ["bytes", "path", "open file"])
def test_a_file_goes_up_from_wherever_it_is(way: type[Blocking], form: str, tmp_path: Path) -> None:
    path = tmp_path / "bill 7.pdf"
    path.write_bytes(PDF)
    with open_books(ATTACHED) as (server, _), path.open("rb") as file:
        content: Any = {"bytes": PDF, "path": path, "open file": file}[form]
        upload = Upload.of(path) if form == "path" else Upload(path.name, content, "application/pdf")
        client = way(**KEYS, accounts_url=server.url)
        client.call("POST", "/invoices/1/attachment", files={"attachment": upload})
        client.close()
    asked = api_calls(server)[0]
    part = parts_of(asked)["attachment"]
    assert part.get_payload(decode=True) == PDF
    assert (part.get_filename(), part.get_content_type()) == ("bill 7.pdf", "application/pdf")
    assert asked.headers["content-length"] == str(len(asked.body))
    assert "transfer-encoding" not in asked.headers


@both_ways
def test_a_file_goes_up_again_whole_after_a_dead_token(way: type[Blocking]) -> None:
    with open_books(ATTACHED) as (server, books):
        books.alive = next(books.tokens)
        client = way(**KEYS, accounts_url=server.url, api_url=server.url, access_token="1000.0.0")
        upload = Upload("a.pdf", io.BytesIO(PDF), "application/pdf")
        client.call("POST", "/expenses/1/receipt", files={"receipt": upload})
        client.close()
    first, second = api_calls(server)
    assert parts_of(first)["receipt"].get_payload(decode=True) == PDF
    assert parts_of(second)["receipt"].get_payload(decode=True) == PDF


@both_ways
def test_a_body_travels_beside_the_file(way: type[Blocking]) -> None:
    with open_books(ATTACHED) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        client.call("POST", "/expenses", body={"amount": 5}, files={"receipt": Upload('a"\r\nb.pdf', b"%PDF")})
        client.close()
    parts = parts_of(api_calls(server)[0])
    assert parts["JSONString"].get_payload() == '{"amount":5}'
    assert parts["receipt"].get_filename() == "a%22%0D%0Ab.pdf"


@both_ways
@pytest.mark.parametrize(
    "content", [Path("nowhere/at all.pdf"), io.StringIO("text"), os.fdopen], ids=["no file", "text", "no content"]
)
def test_a_file_that_cannot_be_read_is_told_before_anything_is_sent(way: type[Blocking], content: Any) -> None:
    with open_books(ATTACHED) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.InvalidArgument, match=r"a\.pdf"):
            client.call("POST", "/invoices/1/attachment", files={"attachment": Upload("a.pdf", content)})
        client.close()
        assert server.asked == []


@both_ways
def test_a_file_that_is_too_large_is_told_before_anything_is_sent(way: type[Blocking], tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(UPLOAD_BYTES_MAX + 1)
    with open_books(ATTACHED) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.InvalidArgument, match="more than"):
            client.call("POST", "/invoices/1/attachment", files={"attachment": Upload.of(path)})
        client.close()
        assert server.asked == []


class Shrinking(io.BytesIO):
    """A file that somebody shortens between measuring and sending."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size)[: max(0, 100 - self.tell())] if size else b""


@both_ways
def test_a_file_that_changes_while_it_is_sent_is_told(way: type[Blocking]) -> None:
    with open_books(ATTACHED) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.InvalidArgument, match="shorter"):
            client.call("POST", "/invoices/1/attachment", files={"attachment": Upload("a.pdf", Shrinking(PDF))})
        assert client.limits.concurrency.used == 0
        client.close()


@both_ways
@pytest.mark.parametrize("form", ["path", "open file", "pieces"])
def test_a_file_comes_down_to_wherever_it_is_wanted(way: type[Blocking], form: str, tmp_path: Path) -> None:
    path = tmp_path / "invoice.pdf"
    with open_books(Told(200, PDF, NAMED)) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        question: Any = {"params": {"invoice_id": "1", "accept": "pdf"}}
        if form == "pieces":
            assert b"".join(client.chunks("get_invoice", **question)) == PDF
        else:
            with path.open("wb") as file:
                got = client.download("get_invoice", to=file if form == "open file" else str(path), **question)
            assert (got.size_bytes, got.name, got.content_type) == (
                len(PDF),
                "INV-384.pdf",
                "application/pdf;charset=UTF-8",
            )
            assert got.limits.remaining == 1988
            assert path.read_bytes() == PDF
        client.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ([] if form == "pieces" else ["invoice.pdf"])
    assert api_calls(server)[0].query["accept"] == "pdf"


@both_ways
def test_a_file_that_breaks_off_is_fetched_again_whole(way: type[Blocking], tmp_path: Path) -> None:
    answers: Iterator[Told] = iter((Told(200, PDF[:5000], AS_PDF, cut=True), Told(200, PDF, AS_PDF)))
    path = tmp_path / "a.pdf"
    with open_books(lambda _: next(answers)) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        client.download("GET", "/invoices/1/attachment", to=path)
        client.close()
    assert path.read_bytes() == PDF
    assert len(api_calls(server)) == 2


@both_ways
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Told(200, PDF, AS_PDF), errors.UnexpectedAnswer),
        (told({"code": 0, "message": "success", "invoice": {}}), errors.UnexpectedAnswer),
        (Told(200, b"<html>proxy</html>", (("content-type", "text/html"),)), errors.UnexpectedAnswer),
        (refused(404, 1002, "Invoice does not exist."), errors.NotFound),
    ],
    ids=["too large", "a record", "a web page", "a refusal"],
)
def test_what_is_no_usable_file_leaves_the_old_one_alone(
    way: type[Blocking], answer: Told, error: type[Exception], tmp_path: Path
) -> None:
    path = tmp_path / "invoice.pdf"
    path.write_bytes(b"the old one")
    with open_books(answer) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(error):
            client.download("GET", "/invoices/1", to=path, params={"accept": "pdf"}, bytes_max=100_000)
        client.close()
    assert path.read_bytes() == b"the old one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["invoice.pdf"]


@both_ways
def test_a_folder_that_is_not_there_is_told_before_anything_is_sent(way: type[Blocking], tmp_path: Path) -> None:
    with open_books(Told(200, PDF, AS_PDF)) as (server, _):
        client = way(**KEYS, accounts_url=server.url)
        with pytest.raises(errors.InvalidArgument, match="folder"):
            client.download("GET", "/invoices/1", to=tmp_path / "no" / "a.pdf", params={"accept": "pdf"})
        client.close()
        assert server.asked == []


@both_ways
def test_files_go_both_ways_without_a_socket(way: type[Blocking], tmp_path: Path) -> None:
    received = bytearray()

    async def app(scope: Any, receive: Receive, send: SendMessage) -> None:
        more = True
        while more:
            message = await receive()
            received.extend(message["body"])
            more = message["more_body"]
        upload = scope["method"] == "POST"
        headers = [(b"content-type", b"application/json" if upload else b"application/pdf")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for start in range(0, len(PDF), 100_000):
            body = b'{"code":0,"message":"attached"}' if upload else PDF[start : start + 100_000]
            more_body = not upload and start + 100_000 < len(PDF)
            await send({"type": "http.response.body", "body": body, "more_body": more_body})
            if upload:
                break

    client = way(organization_id="1", access_token="1000.a.b", api_url="https://x.test", transport=AsgiTransport(app))
    source = tmp_path / "a.pdf"
    source.write_bytes(PDF)
    client.call("POST", "/invoices/1/attachment", files={"attachment": Upload.of(source)})
    assert PDF in received
    assert client.download("GET", "/invoices/1/attachment", to=tmp_path / "b.pdf").size_bytes == len(PDF)
    assert (tmp_path / "b.pdf").read_bytes() == PDF
    client.close()
