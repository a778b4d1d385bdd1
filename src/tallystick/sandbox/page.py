"""The sandbox's page for a browser: which address shows what, and who may press a button. It needs no script.

What is shown is found in `views`, what a form does stands in `forms`; no figure is made here. Only who opens the page
loads the template library, so the application imports this file when a browser first asks.
"""

import hashlib
import hmac
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tallystick.model.errors import TallystickError
from tallystick.sandbox import control, views
from tallystick.sandbox.control import Mistake
from tallystick.sandbox.forms import FORMS, Fields, Form
from tallystick.sandbox.identity import system_secrets
from tallystick.sandbox.views import Asked, Missing, when
from tallystick.vendors.zoho_books.emulator.wire import Request, Response, read_pairs

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

LOG: Final = logging.getLogger(__name__)
ROOT: Final = "/sandbox/page"
FORM_BYTES_MAX: Final = 64 * 1024
TOKEN_BYTES: Final = 16
TEXT_CHARACTERS_MAX: Final = 300
"""Characters shown of a name, a subject or a path."""
TOKEN_FIELD: Final = "page_token"  # noqa: S105 - the name of a field, no secret
SECRETS_FORM: Final = "secrets"
_HERE: Final = Path(__file__).parent
_MEDIA_TYPES: Final = {".css": "text/css", ".svg": "image/svg+xml"}
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
GUARDS: Final = (
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
VIEWS: Final[dict[str, tuple[Callable[["Sandbox", Asked], dict[str, Any]], str, int]]] = {
    "": (views.overview, "overview", 0),
    "documents": (views.documents_page, "documents", 2),
    "log": (views.log_page, "log", 1),
    "faults": (views.faults_page, "faults", 0),
    "outbox": (views.outbox_page, "outbox", 0),
    "webhooks": (views.webhooks_page, "webhooks", 0),
}
"""By the first part of the address: what is shown, the template, and how many more parts the address may have."""
DETAILS: Final = {"documents": "document", "log": "request"}
"""The template of an address with more parts."""
NAVIGATION: Final = (
    ("", "Overview"),
    ("documents", "Documents"),
    ("log", "Requests"),
    ("faults", "Faults"),
    ("outbox", "Outbox"),
    ("webhooks", "Webhooks"),
)
UNEXPECTED: Final = (Mistake, TallystickError, ValueError, msgspec.MsgspecError)
"""What a form is refused with: each says what to do."""


class Page:
    """The page of one sandbox. Its forms carry a token of this run, which no other site can read."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._token = system_secrets(TOKEN_BYTES)
        self._assets = {
            path.name: path.read_bytes() for path in (_HERE / "static").iterdir() if path.suffix in _MEDIA_TYPES
        }
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            root=ROOT,
            token_field=TOKEN_FIELD,
            token=self._token,
            navigation=NAVIGATION,
            asset={name: _address(name, content) for name, content in self._assets.items()},
        )
        self._environment.filters.update(grouped="{:,}".format, counted=_counted, day=_day, short=_short)

    def answer(self, request: Request) -> Response:
        """Answer one request at the page's addresses, or at `/`. Never raises."""
        path = "" if request.path == "/" else request.path.removeprefix(ROOT).strip("/")
        try:
            if path.startswith("static/"):
                return self._static(path.removeprefix("static/"))
            if request.method == "POST":
                return self._take(path, request)
            if request.method != "GET":
                return self._problem(405, "That cannot be done here", f"This address does not take {request.method}.")
            control.catch_up(self._sandbox)
            return self._show(path, Asked(query=dict(request.query)), done=dict(request.query).get("done", ""))
        except Missing as missing:
            return self._problem(404, "Nothing is there", missing.sentence, href=missing.href, words=missing.words)
        except Exception:
            # Our mistake: it is logged here whole, and the reader learns that it happened.
            LOG.exception("The page failed on %s %s", request.method, request.path)
            return self._problem(500, "Something went wrong here", "The mistake is ours. The sandbox's log says more.")

    def _show(self, path: str, asked: Asked, *, done: str = "", error: str = "", status: int = 200) -> Response:
        first, *rest = path.split("/")
        view, template, rest_max = VIEWS.get(first, (None, "", 0))
        if view is None or len(rest) > rest_max or (len(rest) == 1 and rest_max == 2):
            raise Missing(f"No page of the sandbox lives at {ROOT}/{path}.")
        context = view(self._sandbox, msgspec.structs.replace(asked, rest=tuple(rest)))
        form = FORMS.get(done)
        notice = form.done if form is not None and form.page == first else ""
        template = DETAILS[first] if rest else template
        return self._render(template, {**context, "here": first, "notice": notice, "error": error}, status)

    def _take(self, name: str, request: Request) -> Response:
        """Do what a form says and send the browser back to where it was; or say what is wrong, with what was typed."""
        form = FORMS.get(name) if name != SECRETS_FORM else Form(lambda _sandbox, _fields: None)
        if form is None:
            raise Missing(f"There is no form at {ROOT}/{name}.")
        if len(request.body) > FORM_BYTES_MAX:
            return self._problem(413, "That is too much", f"A form holds at most {FORM_BYTES_MAX // 1024} KiB.")
        try:
            fields = dict(read_pairs(request.body.decode()))
        except ValueError:
            return self._problem(400, "The form cannot be read", "Open the page again and press the button there.")
        if not hmac.compare_digest(fields.pop(TOKEN_FIELD, "").encode(), self._token.encode()):
            told = "The form is not from this run of the sandbox. Open the page again and press the button there."
            return self._problem(403, "The form was not taken", told, href=f"/{form.page}" if form.page else "")
        if name == SECRETS_FORM:
            return self._show("", Asked(shows_secrets=True))
        return self._carry_out(name, form, fields)

    def _carry_out(self, name: str, form: Form, fields: Fields) -> Response:
        try:
            form.run(self._sandbox, fields)
        except UNEXPECTED as error:
            return self._show(form.page, Asked(typed=fields), error=_sentence(str(error)), status=400)
        page = f"{ROOT}/{form.page}" if form.page else ROOT
        return Response(303, (*GUARDS, ("Location", f"{page}?done={name}#{form.place}"), ("Cache-Control", "no-store")))

    def _problem(
        self, status: int, title: str, sentence: str, *, href: str = "", words: str = "Go to the overview"
    ) -> Response:
        context = {"title": title, "sentence": sentence, "href": f"{ROOT}{href}", "words": words}
        return self._render("problem", {**context, "here": None, "notice": "", "error": ""}, status)

    def _render(self, template: str, context: dict[str, Any], status: int) -> Response:
        clock, zone = self._sandbox.clock, self._sandbox.organization.zone
        context |= {"now": when(clock.now(), zone), "frozen": control.show_clock(clock)["frozen"]}
        context |= {"strict": self._sandbox.emulator.strict, "waiting": len(self._sandbox.faults.waiting())}
        text = self._environment.get_template(f"{template}.html").render(context | {"company": self._sandbox.company})
        headers = (("Content-Type", "text/html;charset=UTF-8"), ("Cache-Control", "no-store"))
        return Response(status, (*GUARDS, *headers), text.encode())

    def _static(self, name: str) -> Response:
        if name not in self._assets:
            raise Missing(f"There is no file {name} here.")
        kind = _MEDIA_TYPES[Path(name).suffix]
        headers = (("Content-Type", kind), ("Cache-Control", "public, max-age=31536000, immutable"))
        return Response(200, (*GUARDS, *headers), self._assets[name])


def _address(name: str, content: bytes) -> str:
    """Return where a file is fetched; the digest lets it be kept for ever."""
    return f"{ROOT}/static/{name}?{hashlib.sha256(content).hexdigest()[:12]}"


def _counted(count: int, one: str) -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def _short(text: str) -> str:
    """Return a text that a caller chose, cut where it is longer than a line or two."""
    return text if len(text) <= TEXT_CHARACTERS_MAX else f"{text[:TEXT_CHARACTERS_MAX]}…"


def _day(text: str) -> str:
    """Return an ISO date as a reader writes it; anything else as it is."""
    try:
        return f"{date.fromisoformat(text):%d %b %Y}".lstrip("0")
    except ValueError:
        return text


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."
