"""The page on which a user lets a program in, and the way back to that program. Tokens and clients are kept elsewhere.

The page works without scripts and forbids them. Its form carries a ticket that only this page can know, so no other
site can press the button for the user.
"""

import base64
import hashlib
import hmac
import html
import re
from string import Template
from typing import Final
from urllib.parse import urlencode, urlsplit

import msgspec

from tallystick.vendors.zoho_books.emulator.tokens import Client
from tallystick.vendors.zoho_books.emulator.wire import Response

TICKET_SECONDS: Final = 600
SCOPE: Final = re.compile(r"[A-Za-z]+\.[A-Za-z]+\.[A-Za-z]+|profile|email|openid")
SCOPES_MAX: Final = 100
STATE_LENGTH_MAX: Final = 4_000
_BOOKS_SCOPE: Final = "zohobooks."
_OPERATIONS: Final = frozenset({"create", "read", "update", "delete", "all"})
_REDIRECT: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s\"'<>\\;,#]+")
_FORBIDDEN_SCHEMES: Final = frozenset({"javascript", "data", "vbscript", "file", "about", "blob"})

STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.4rem}button{font:inherit;padding:.5rem 1.25rem;margin-right:.75rem;border:1px solid #14532d;"
    "border-radius:.3rem;background:#fff;color:#14532d}button.yes{background:#14532d;color:#fff}"
    "code{font-size:.9em;overflow-wrap:anywhere}.note{color:#555;font-size:.9rem}"
)
STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

_PAGE: Final = Template(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>$title</title><style>$style</style></head><body><main>$body</main></body></html>"
)
_ASK: Final = Template(
    "<h1>$client asks for access</h1><p>It would like to act for <strong>$user</strong> with:</p><ul>$scopes</ul>"
    "<p>You will be taken to <code>$redirect_uri</code>.</p>"
    '<form method="post" action="$action">$fields'
    '<button class="yes" name="decision" value="accept">Accept</button>'
    '<button name="decision" value="reject">Reject</button></form>'
    '<p class="note">This is the accounts server of a Tallystick sandbox: nothing leaves this machine.</p>'
)
_MISTAKE: Final = Template('<h1>$title</h1><p>$reason</p><p class="note">Nothing was granted.</p>')


class Asked(msgspec.Struct, frozen=True):
    """What a program asks for on the user's behalf: the parameters of `/oauth/v2/auth`."""

    client_id: str = ""
    response_type: str = ""
    redirect_uri: str = ""
    scope: str = ""
    access_type: str = "online"
    prompt: str = ""
    state: str = ""

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes asked for; commas and spaces both separate."""
        return tuple(dict.fromkeys(part for part in re.split(r"[,\s]+", self.scope) if part))


FIELDS: Final = Asked.__struct_fields__


def find_mistake(asked: Asked, client: Client | None, families: frozenset[str]) -> str:
    """Return what is wrong with a request for consent, in a sentence; empty when nothing is.

    `families` are the scope families of the vendor's operations in lower case.
    """
    checks = (
        (client is None, "Invalid client: no program is registered with this client_id in this data centre."),
        (
            client is not None and asked.redirect_uri not in client.redirect_uris,
            "Invalid redirect URI: register it first.",
        ),
        (asked.response_type not in {"code", "token"}, "Invalid response type: use response_type=code."),
        (
            asked.response_type == "token" and client is not None and client.kind != "browser",
            "Invalid response type: only a browser program may use token.",
        ),
        (len(asked.state) > STATE_LENGTH_MAX, f"Invalid state: at most {STATE_LENGTH_MAX} characters."),
        (not asked.scopes or len(asked.scopes) > SCOPES_MAX, "Invalid scope: name at least one."),
        (asked.access_type not in {"", "online", "offline"}, "Invalid access type: online or offline."),
    )
    wrong = next((sentence for is_wrong, sentence in checks if is_wrong), "")
    return wrong or next((f"Invalid scope: {scope}." for scope in asked.scopes if not is_scope(scope, families)), "")


def is_scope(scope: str, families: frozenset[str]) -> bool:
    """Say whether a scope exists: a known family of this vendor, or well formed for another of its products."""
    if not SCOPE.fullmatch(scope):
        return False
    lower = scope.lower()
    if not lower.startswith(_BOOKS_SCOPE) or lower == "zohobooks.fullaccess.all":
        return True
    _, family, operation = lower.split(".")
    return family in families and operation in _OPERATIONS


def check_redirect_uri(uri: str) -> str:
    """Return a redirect URI that may be registered. Raises ValueError when it may not."""
    if not _REDIRECT.fullmatch(uri) or uri.split(":", 1)[0].lower() in _FORBIDDEN_SCHEMES:
        raise ValueError(f"{uri!r} cannot be a redirect URI: give an absolute address without a fragment")
    if uri.startswith(("http:", "https:")) and not urlsplit(uri).hostname:
        raise ValueError(f"{uri!r} names no host")
    return uri


def sign(asked: Asked, *, key: str, location: str, expires_at: int) -> str:
    """Return the ticket of one page: valid for what was asked there until then, and for nothing else."""
    text = msgspec.json.encode([asked, location, expires_at])
    return f"{expires_at}.{hmac.new(key.encode(), text, hashlib.sha256).hexdigest()}"


def is_signed(ticket: str, asked: Asked, *, key: str, location: str, now: float) -> bool:
    """Say whether a ticket is this page's and still good."""
    until = ticket.partition(".")[0]
    if not (until.isascii() and until.isdigit() and len(until) < 15 and now < int(until)):
        return False
    expected = sign(asked, key=key, location=location, expires_at=int(until))
    return hmac.compare_digest(ticket.encode(), expected.encode())


def ask_page(asked: Asked, client: Client, *, user: str, ticket: str, action: str) -> Response:
    """Return the page that asks the user."""
    values = {**{name: getattr(asked, name) for name in FIELDS}, "ticket": ticket}
    fields = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(value)}">' for name, value in values.items()
    )
    body = _ASK.substitute(
        client=html.escape(client.name),
        user=html.escape(user),
        scopes="".join(f"<li><code>{html.escape(scope)}</code></li>" for scope in asked.scopes),
        redirect_uri=html.escape(asked.redirect_uri),
        action=html.escape(action),
        fields=fields,
    )
    return _page(200, f"Allow {client.name}?", body, form_target=_origin(asked.redirect_uri))


def mistake_page(reason: str, *, status: int = 400) -> Response:
    """Return the page that says why nothing can be granted; it never redirects."""
    title = "This request cannot be granted"
    return _page(status, title, _MISTAKE.substitute(title=title, reason=html.escape(reason)))


def send_back(redirect_uri: str, answers: dict[str, str], *, fragment: bool = False) -> Response:
    """Return the redirect to the program with what it is told."""
    joint = "#" if fragment else "&" if "?" in redirect_uri else "?"
    location = f"{redirect_uri}{joint}{urlencode(answers)}"
    return Response(302, (("Location", location), ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer")))


def _page(status: int, title: str, body: str, *, form_target: str = "") -> Response:
    # The answer to the form is a redirect to the program, and browsers hold redirects to form-action as well.
    policy = (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {form_target}"
    ).rstrip()
    headers = (
        ("Content-Type", "text/html;charset=UTF-8"),
        ("Content-Security-Policy", policy),
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        # With no-referrer a browser would send its own form back from the origin "null".
        ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    )
    page = _PAGE.substitute(title=html.escape(title), style=STYLE, body=body)
    return Response(status, headers, page.encode())


def _origin(uri: str) -> str:
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} else f"{parts.scheme}:"
