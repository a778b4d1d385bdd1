"""Nothing of anybody survives the scrubbing, and the shape of an answer does."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.rest.asgi import AsgiTransport
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.client import Client
from tallystick.vendors.zoho_books.verification.compare import kinds
from tallystick.vendors.zoho_books.verification.scrub import Scrubber

INVOICE = {
    "code": 0,
    "message": 'The invoice "INV-1" of Harbour Lights for harbour@example.net was mailed at 10:15',
    "invoice": {
        "invoice_id": "982000000567114",
        "customer_name": "Harbour Lights",
        "status": "sent",
        "currency_code": "GBP",
        "email": "harbour@example.net",
        "total": Decimal("1234.50"),
        "balance": Decimal("0.00"),
        "tax_id": "",
        "date": "2026-03-02",
        "created_time": "2026-03-02T09:05:00+0530",
        "last_modified_time": "2026-03-02T09:05:00Z",
        "total_formatted": "£1,234.50",
        "phone": "+44 20 7946 0000",
        "is_viewed": False,
        "url": "https://books.example/secure?CInvoiceID=2-abc",
        "custom_field_hash": {"cf_ship_name": "Beagle", "Ada Lovelace": 1},
        "client_secret": "1000.abcdef",
        "zuid": 7711223344,
        "page_context": {"page": 1, "per_page": 200, "has_more_page": False},
    },
}


def test_the_shape_stays_and_nothing_of_anybody_does() -> None:
    scrubbed = Scrubber().scrub(INVOICE)
    invoice = scrubbed["invoice"]
    assert (invoice["status"], invoice["currency_code"], invoice["tax_id"], scrubbed["code"]) == ("sent", "GBP", "", 0)
    assert (invoice["total"], invoice["balance"]) == (Decimal("1.00"), Decimal("0.00"))
    assert (invoice["date"], invoice["created_time"]) == ("2000-01-01", "2000-01-01T00:00:00+0000")
    assert invoice["last_modified_time"] == "2000-01-01T00:00:00Z"
    assert invoice["page_context"] == {"page": 1, "per_page": 200, "has_more_page": False}
    text = msgspec.json.encode(scrubbed).decode()
    for secret in (
        "Harbour",
        "harbour",
        "98200",
        "1234",
        "1,234",
        "7946",
        "Beagle",
        "Ada",
        "ship",
        "abc",
        "77112",
        "INV",
    ):
        assert secret not in text, secret


def test_the_same_value_has_the_same_stand_in_everywhere() -> None:
    scrubber = Scrubber()
    first = scrubber.scrub({"contact_id": "982000000567114", "name": "Harbour"})
    again = scrubber.scrub([{"customer_id": "982000000567114", "customer_name": "Harbour", "other": "Lighthouse"}])
    assert again[0]["customer_id"] == first["contact_id"]
    assert again[0]["customer_name"] == first["name"] != again[0]["other"]


@pytest.mark.parametrize(
    "key", ["status", "payment_mode", "entity_type", "currency_code", "language_code", "date_format"]
)
@pytest.mark.parametrize(
    "value", ["Ada Lovelace", "12 Harbour Street", "ada@example.net", "1000.5ec4e7f00d", "O'Neill"]
)
def test_a_key_of_the_vendors_vocabulary_is_no_hiding_place(key: str, value: str) -> None:
    assert value not in msgspec.json.encode(Scrubber().scrub({key: value})).decode()


SECRETS = st.from_regex(
    r"[A-Z][a-z]{3,9} [A-Z][a-z]{4,9}|[2-9]{7,12}|\+[2-9]{9}|[a-z]{6}@[a-z]{6}\.net|s3cr3t-[a-z]{8}", fullmatch=True
)
KEYS = (
    st.from_regex(r"[a-z_]{1,12}", fullmatch=True) | SECRETS | st.sampled_from(["status", "message", "source", "code"])
)
VALUES = st.recursive(
    SECRETS | st.integers(10**7, 10**15) | st.booleans() | st.decimals("1000", "99999999", places=2),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for name, held in value.items() for leaf in (name, *_leaves(held))]
    if isinstance(value, list):
        return [leaf for held in value for leaf in _leaves(held)]
    return [] if isinstance(value, bool) else [str(value)]


@settings(derandomize=True, max_examples=300, deadline=None)
@given(VALUES)
def test_no_value_that_could_be_somebodys_survives(value: Any) -> None:
    told = msgspec.json.encode(Scrubber().scrub({"given": value})).decode()
    for leaf in _leaves(value):
        # What is all in small letters may be a word of the vendor's; everything else is somebody's.
        if any(letter.isupper() or letter.isdigit() or letter in "@+" for letter in leaf) and len(leaf) > 3:
            assert leaf not in told


def test_nothing_of_a_whole_company_survives() -> None:
    with Sandbox("demo", strict=True) as sandbox:
        client = Client.from_sandbox(sandbox.connection, transport=AsgiTransport(sandbox.asgi))
        scrubber = Scrubber()
        for operation in (
            "list_contacts",
            "list_invoices",
            "list_organizations",
            "list_users",
            "list_customer_payments",
        ):
            answer = dict(client.call(operation))
            scrubbed = scrubber.scrub(answer)
            told = msgspec.json.encode(scrubbed).decode()
            personal = {
                str(held)
                for rows in answer.values()
                if isinstance(rows, list)
                for row in rows
                for key, held in row.items()
                if held
                and key.endswith(("_id", "name", "email", "number", "phone", "_formatted"))
                and not key.startswith("payment_mode")
                and len(str(held)) > 4
            }
            assert len(personal) > 2
            assert not [value for value in personal if f'"{value}"' in told]
            assert kinds(scrubbed).keys() == kinds(answer).keys(), "every key is still there to be compared"


def test_of_the_headers_only_names_are_kept() -> None:
    headers = {
        "content-type": "application/json;charset=UTF-8",
        "x-rate-limit-remaining": "1988",
        "set-cookie": "session=1000.secret",
        "x-request-id": "abcdef",
    }
    kept = Scrubber().headers(headers)
    assert kept == {"content-type": "application/json;charset=UTF-8", "x-rate-limit-remaining": "present"}
    assert Scrubber().headers({"content-type": "text/html; user=ada"}) == {"content-type": "present"}
