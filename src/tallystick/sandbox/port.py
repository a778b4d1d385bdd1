"""A loopback port to listen on. Nothing is served here, and nothing listens beyond this machine."""

import socket
from typing import Final

from tallystick.model.errors import ConfigurationError

HOST: Final = "127.0.0.1"
BACKLOG: Final = 1_024


class PortError(ConfigurationError):
    """A port cannot be listened on; the sentence says what to do."""


def listen(port: int) -> socket.socket:
    """Return a socket listening on a loopback port, a free one for 0. Raises PortError."""
    try:
        return socket.create_server((HOST, port), backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise PortError(f"port {port} cannot be listened on ({reason}): choose another, or 0 for a free one.") from None
