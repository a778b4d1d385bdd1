"""A proxy for programs whose hosts are fixed: the vendor's real names lead to the sandbox, under a throw-away authority.

A program is pointed here by HTTPS_PROXY and told to trust the authority's certificate. Nothing leaves this machine: a
name that is not the vendor's is refused. The authority's key is never written anywhere and ends with the process.
"""

import ssl
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar, Final, cast

from tallystick.sandbox.beside import IDLE_SECONDS_MAX, Handler, Send, serving
from tallystick.vendors.zoho_books.emulator.centres import HOME, HOSTS

TLS_PORT: Final = "443"
CERTIFICATE_VARIABLES: Final = (
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "HTTPLIB2_CA_CERTS",
    "NODE_EXTRA_CA_CERTS",
)
"""Where the libraries of HTTP look for the authorities they trust."""


class Authority:
    """A certificate authority that lives as long as this object, and the certificates it has given the vendor's hosts."""

    def __init__(self) -> None:
        import trustme  # noqa: PLC0415  only who asks for the proxy pays for cryptography

        self._authority = trustme.CA(organization_name="Tallystick sandbox", organization_unit_name="this machine only")
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._lock = threading.Lock()

    @property
    def certificate(self) -> bytes:
        """The authority's certificate as PEM."""
        pem: bytes = self._authority.cert_pem.bytes()
        return pem

    def context(self, host: str) -> ssl.SSLContext:
        """Return what speaks TLS as one of the vendor's hosts."""
        with self._lock:
            if host not in self._contexts:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.set_alpn_protocols(["http/1.1"])
                self._authority.issue_cert(host).configure_cert(context)
                self._contexts[host] = context
            return self._contexts[host]


class _Tunnel(Handler):
    """One connection: first a CONNECT to a host of the vendor, then TLS, then requests for it."""

    authority: ClassVar[Authority]
    host = ""

    def do_CONNECT(self) -> None:  # noqa: N802  the library's name
        """Open a tunnel to one of the vendor's hosts, which ends here."""
        host, _, port = self.path.lower().rpartition(":")
        if host not in HOSTS or port != TLS_PORT or self.host:
            self._refuse(f"this proxy leads to {', '.join(HOSTS)} at port {TLS_PORT}, not to {self.path}")
            return
        self.send_response_only(HTTPStatus.OK, "Connection established")
        self.end_headers()
        self.wfile.flush()
        try:
            tunnel = self.authority.context(host).wrap_socket(self.connection, server_side=True)
        except (OSError, ssl.SSLError):
            # The program does not trust the authority, and says so to its own user.
            self.close_connection = True
            return
        tunnel.settimeout(IDLE_SECONDS_MAX)
        self.host, self.connection = host, tunnel
        self.rfile, self.wfile = tunnel.makefile("rb"), cast("Any", tunnel.makefile("wb", buffering=0))
        self.close_connection = False

    def finish(self) -> None:
        """End the connection, and the tunnel in it, which owns the socket by then."""
        super().finish()
        if self.host:
            self.rfile.close()
            self.connection.close()

    def answer(self) -> None:
        """Hand a request inside a tunnel on; outside of one there is nothing to answer."""
        if self.host:
            super().answer()
        else:
            self._refuse("this proxy serves https:// addresses of the vendor only: point HTTPS_PROXY at it")

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer  # noqa: N815  the library's names

    def locate(self, path: str) -> str:
        """Return the address of the vendor's host as the sandbox has it: below its data centre's prefix."""
        centre = HOSTS[self.host]
        return f"http://{self.host}{path}" if centre == HOME else f"http://{self.host}/{centre}{path}"

    def _refuse(self, reason: str) -> None:
        body = reason.encode()
        self.close_connection = True
        self.send_response_only(HTTPStatus.BAD_GATEWAY)
        self.send_header("content-type", "text/plain; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def proxying(send: Send, *, port: int = 0) -> Iterator[dict[str, str]]:
    """Run the proxy on a loopback port (0: a free one) while the block runs; gives the environment of a program that uses it.

    That is HTTPS_PROXY and, under the names that libraries look for, the file with the authority's certificate, which is
    gone afterwards. `send` carries each request to the sandbox. Raises PortError.
    """
    authority = Authority()
    with tempfile.TemporaryDirectory(prefix="tallystick-authority-", ignore_cleanup_errors=True) as folder:
        certificate = Path(folder) / "authority.pem"
        certificate.write_bytes(authority.certificate)
        with serving(send, _Tunnel, port=port, authority=authority) as url:
            proxies = dict.fromkeys(("HTTPS_PROXY", "https_proxy"), url)
            yield {**proxies, **dict.fromkeys(CERTIFICATE_VARIABLES, str(certificate))}
