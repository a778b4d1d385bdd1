"""A span per vendor call for a program that uses OpenTelemetry, and nothing at all for one that does not."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tallystick.model.errors import NotFound
from tallystick.rest.asgi import AsgiTransport
from tallystick.sandbox.world import Sandbox
from tallystick.zoho_books import AsyncClient, Client

EXPORTER = InMemorySpanExporter()


@pytest.fixture(scope="module", autouse=True)
def provider() -> TracerProvider:
    """A program's own tracing, set once as OpenTelemetry wants it."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(EXPORTER))
    trace.set_tracer_provider(provider)
    return provider


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    EXPORTER.clear()
    with Sandbox("empty") as sandbox:
        yield sandbox


def ours() -> list[ReadableSpan]:
    return [span for span in EXPORTER.get_finished_spans() if span.name.startswith("Zoho Books")]


def test_a_call_is_a_span_below_the_programs_own(sandbox: Sandbox) -> None:
    client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi))
    with trace.get_tracer("program").start_as_current_span("nightly") as own:
        client.call("list_invoices")
    (span,) = ours()
    assert span.parent is not None
    assert span.parent.span_id == own.get_span_context().span_id
    assert span.kind is trace.SpanKind.CLIENT
    attributes = dict(span.attributes or {})
    assert attributes.pop("tallystick.calls_left") is not None
    attributes.pop("tallystick.request_id", None)
    assert attributes == {
        "http.request.method": "GET",
        "url.template": "/books/v3/invoices",
        "tallystick.vendor": "Zoho Books",
        "tallystick.operation": "list_invoices",
        "http.response.status_code": 200,
        "tallystick.code": "0",
    }


def test_a_refusal_is_told_by_its_class_and_without_ids(sandbox: Sandbox) -> None:
    async def ask() -> None:
        async with AsyncClient.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi)) as client:
            await client.call("get_invoice", params={"invoice_id": "982000000567114"})

    with pytest.raises(NotFound):
        asyncio.run(ask())
    (span,) = ours()
    attributes = dict(span.attributes or {})
    assert (attributes["error.type"], attributes["tallystick.code"]) == ("NotFound", "1002")
    assert span.status.status_code is trace.StatusCode.ERROR
    assert "982000000567114" not in span.to_json()
    assert not [secret for secret in sandbox.connection.values() if secret in span.to_json()]


def test_tasks_at_once_have_a_span_each(sandbox: Sandbox) -> None:
    async def ask() -> None:
        async with AsyncClient.from_sandbox(
            sandbox.connection, transport=AsgiTransport(sandbox.asgi), plan="unlimited"
        ) as client:
            await asyncio.gather(*(client.call("list_taxes") for _ in range(10)))

    asyncio.run(ask())
    assert len(ours()) == 10
    assert len({span.context.span_id for span in ours() if span.context}) == 10


def test_a_program_without_opentelemetry_never_loads_it() -> None:
    program = (
        "import sys\n"
        "from tallystick.sandbox.world import Sandbox\n"
        "from tallystick.zoho_books import AsgiTransport, Client\n"
        "sandbox = Sandbox('empty')\n"
        "Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi)).call('list_taxes')\n"
        "print([name for name in sys.modules if name.startswith('opentelemetry')])\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
