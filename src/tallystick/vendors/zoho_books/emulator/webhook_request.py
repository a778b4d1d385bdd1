"""What a webhook sends: payload, address, headers, body and signature, from its record and a record on the wire.

Nothing is sent or kept here, and no document is looked at.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, quote_plus, urlencode, urlsplit

import msgspec

from tallystick.vendors.zoho_books.emulator.organization import OwnRecord

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
JSON_STRING: Final = "JSONString"
SIGNATURE: Final = "X-Zoho-Webhook-Signature"
TEST_BODY: Final = '{"payload":""}'
"""The body that a client in production knows to leave alone."""
VALUE_LENGTH_MAX: Final = 8_000
"""Characters of one placeholder's value outside the body: an address and headers stay bounded."""
_PLACEHOLDER: Final = re.compile(r"\$\{([\w. ]{1,200})\}")
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_ID: Final = re.compile(r"[1-9][0-9]{0,18}")
Pair = tuple[str, str]


def payload_of(organization_id: str, key: str, wire: Mapping[str, Any], *, numbers: bool) -> dict[str, Any]:
    """Return the payload: the organisation and the record under its key, its ids as numbers where it is read so.

    The form is that of samples kept by clients in production.
    """
    payload = {"organization_id": organization_id, key: wire}
    return _numbered(payload) if numbers else payload


def _numbered(value: Any) -> Any:
    """Return a value with the ids in it as numbers; the depth is that of the vendor's own records."""
    if isinstance(value, dict):
        return {name: _id(inner) if name.endswith("_id") else _numbered(inner) for name, inner in value.items()}
    return [_numbered(one) for one in value] if isinstance(value, list) else value


def _id(value: Any) -> Any:
    return int(value) if isinstance(value, str) and _ID.fullmatch(value) else value


def request_of(webhook: OwnRecord, payload: Mapping[str, Any], key: str, body: str = "") -> dict[str, Any]:
    """Return method, url, headers and body of what a webhook sends; `key` is the record's in the payload.

    `body` is sent in place of the payload, when there is one.
    """
    fields, filling = webhook.fields, _Filling(payload, key)
    extra = filling.pairs(fields["query_parameters"])
    address, _, query = filling.address(fields["url"]).partition("?")
    is_form = fields["body_type"].partition(";")[0].strip().lower() == FORM and not body
    form = _form(fields, filling) if is_form else []
    if not is_form:
        # Beside a body that is no form, the parameters of the webhook's own stand in the address: assumed.
        extra += filling.pairs([*fields["entity_parameters"], *fields["additional_parameters"]])
    query = "&".join(part for part in (query, urlencode(extra)) if part)
    url = f"{address}?{query}" if query else address
    sent = urlencode(form) if is_form else body or filling.text(fields["raw_data"]) or filling.json
    headers = [("Content-Type", fields["body_type"] or JSON), *filling.headers(fields["headers"])]
    secret = fields.get("_secret", "")
    if secret:
        pairs = [*parse_qsl(urlsplit(url).query, keep_blank_values=True), *form]
        headers.append((SIGNATURE, sign(secret, pairs, "" if is_form else sent)))
    return {"method": fields["method"], "url": url, "headers": headers, "body": sent}


def sign(secret: str, pairs: Iterable[Pair], body: str) -> str:
    """Return the signature: hexadecimal HMAC-SHA256 over the pairs sorted by name, each name and value, then the body.

    documented(zoho.com/billing/kb, secure webhooks); a client in production verifies Zoho Books' so.
    """
    signed = "".join(f"{name}{value}" for name, value in sorted(pairs, key=lambda pair: pair[0])) + body
    return hmac.new(secret.encode(), signed.encode(), hashlib.sha256).hexdigest()


def _form(fields: Mapping[str, Any], filling: "_Filling") -> list[Pair]:
    rows = [*fields["form_data"], *fields["entity_parameters"], *fields["additional_parameters"]]
    return filling.pairs(rows, bounded=False) if rows else [(JSON_STRING, filling.json)]


class _Filling:
    """Puts a payload into the placeholders of a webhook.

    `${JSONString}` is the payload whole, `${INVOICE.INVOICE_NUMBER}` and `${invoice_number}` a field of the record,
    whatever their case; what the record does not have is empty: assumed.
    """

    def __init__(self, payload: Mapping[str, Any], key: str) -> None:
        self._payload = payload
        self._record: Mapping[str, Any] = payload.get(key, {})
        self.json = _ENCODER.encode(payload).decode()

    def text(self, template: str) -> str:
        """Return a text with its placeholders filled in."""
        return _PLACEHOLDER.sub(lambda found: self._value(found[1].strip()), template)

    def address(self, template: str) -> str:
        """Return an address with its placeholders filled in, encoded and bounded."""
        return _PLACEHOLDER.sub(lambda found: quote_plus(self._value(found[1].strip())[:VALUE_LENGTH_MAX]), template)

    def pairs(self, rows: Iterable[Mapping[str, str]], *, bounded: bool = True) -> list[Pair]:
        """Return parameters with their placeholders filled in."""
        most = VALUE_LENGTH_MAX if bounded else None
        return [(row["param_name"], self.text(row["param_value"])[:most]) for row in rows]

    def headers(self, rows: Iterable[Mapping[str, str]]) -> list[Pair]:
        """Return headers with their placeholders filled in; what a header cannot carry becomes a question mark."""
        return [
            (name, "".join(letter if " " <= letter <= "~" else "?" for letter in value))
            for name, value in self.pairs(rows)
        ]

    def _value(self, name: str) -> str:
        if name.casefold() == JSON_STRING.casefold():
            return self.json
        first, dot, rest = name.casefold().partition(".")
        found: Any = self._record
        for part in (rest if dot and first not in self._record else name.casefold()).split("."):
            found = found.get(part, "") if isinstance(found, Mapping) else ""
        if found == "" and (rest or first) == "organization_id":
            found = self._payload.get("organization_id", "")
        if isinstance(found, bool):
            return str(found).lower()
        return _ENCODER.encode(found).decode() if isinstance(found, list | Mapping) else str(found)
