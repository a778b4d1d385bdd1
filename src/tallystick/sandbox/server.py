"""Serves an ASGI application on this machine only: one process, one loop, one port, a clean stop. It knows no routes.

Granian is embedded with a socket of our own. Left to itself it shares a port with whoever asks (SO_REUSEPORT), so two
sandboxes would answer each other's calls, and it cannot say which port it was given.
"""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final, NoReturn

from granian import net
from granian.constants import HTTPModes, Interfaces
from granian.server.embed import Server

from tallystick.sandbox.port import BACKLOG, HOST, listen

STOP_SECONDS_MAX: Final = 5.0


class _Server(Server):
    """Granian's embedded server on a socket that is already bound."""

    def __init__(self, app: Any, listener: socket.socket) -> None:
        super().__init__(
            app,
            address=HOST,
            port=listener.getsockname()[1],
            interface=Interfaces.ASGINL,
            http=HTTPModes.http1,
            websockets=False,
            log_enabled=False,
        )
        self._listener = listener

    def _init_shared_socket(self) -> None:
        # Granian closes the socket itself from here on.
        descriptor = self._listener.detach()
        holder: Any = vars(net)["SocketHolder"]
        vars(self).update(_shd=holder(descriptor, False, BACKLOG), _sfd=descriptor)


@asynccontextmanager
async def serving(app: Any, *, port: int) -> AsyncIterator[int]:
    """Serve an application on a loopback port (0: a free one) while the block runs; gives the port. Raises PortError.

    Connections made before the loop turns are held by the listening socket, so the port is ready when it is given.
    """
    listener = listen(port)
    listener.setblocking(False)
    port = listener.getsockname()[1]
    server: Any = _Server(app, listener)
    task = asyncio.create_task(server.serve())
    try:
        yield port
    finally:
        server.stop()
        await asyncio.wait({task}, timeout=STOP_SECONDS_MAX)


async def stopped() -> None:
    """Wait until the process is asked to stop (SIGINT or SIGTERM); asking again changes nothing."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, asked.set)
    await asked.wait()


def leave() -> NoReturn:
    """End the process of a server that has stopped, with exit status 0.

    Granian's own threads may still wake while the interpreter is being taken down, and would then abort with a trace of
    theirs; so the interpreter is not taken down. Whatever must be closed has been closed by now.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
