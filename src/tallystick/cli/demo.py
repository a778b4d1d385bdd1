"""`tallystick demo`: a real retailer's books, from sandbox to page, in one process. It builds nothing itself."""

import asyncio
import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number

from tallystick.app import Demo, DemoPlan
from tallystick.app import demo as running
from tallystick.sandbox.server import leave, stopped

Port = Annotated[int, Parameter(validator=Number(gte=0, lte=65_535))]


def demo(
    *,
    port: Port = 8600,
    sandbox_port: Port = 8601,
    today: dt.date | None = None,
    data: Path | None = None,
    json: bool = False,
) -> None:
    """Show a real retailer's invoices on a page, read from a sandbox on this machine.

    Parameters
    ----------
    port
        Where the page is served; 0 for a free port.
    sandbox_port
        Where the sandbox answers as the accounting system; 0 for a free port.
    today
        The day the books stand at, as YYYY-MM-DD; without it the last day of the company.
    data
        A folder that keeps the sandbox and the mirror for the next time; without it they are gone at the end.
    json
        Print one JSON line when everything is ready, for programs.

    """
    asyncio.run(_run(DemoPlan(port=port, sandbox_port=sandbox_port, today=today, folder=data), as_json=json))
    leave()


async def _run(plan: DemoPlan, *, as_json: bool) -> None:
    """Serve until the process is asked to stop, which may be before the demo is ready."""
    asked = asyncio.create_task(stopped())
    serving = asyncio.create_task(_serve(plan, as_json=as_json))
    await asyncio.wait({asked, serving}, return_when=asyncio.FIRST_COMPLETED)
    for task in (asked, serving):
        task.cancel()
    with suppress(asyncio.CancelledError):
        await serving


async def _serve(plan: DemoPlan, *, as_json: bool) -> None:
    async with running(plan) as ready:
        print(msgspec.json.encode(ready).decode() if as_json else _words(ready), flush=True)
        await asyncio.Event().wait()


def _words(ready: Demo) -> str:
    brought = f"{ready.report.rows:,} records in {ready.report.calls} calls"
    return "\n".join(
        (
            f"Open  {ready.page}",
            "",
            f"The sandbox answers at {ready.sandbox['url']}; these open it:",
            *(f"  {name:<16} {value}" for name, value in ready.sandbox.items() if name != "url"),
            f"The mirror read {brought}; it is the SQLite file {ready.mirror}",
            *(["It is not complete yet: press Refresh on the page."] if not ready.report.finished else []),
            "",
            "Ctrl-C stops everything.",
        )
    )
