"""Requests as programs of ten years have sent them, over a socket: each is answered like its modern form."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx2
import msgspec
import pytest

from tallystick.sandbox.pytest_plugin import ZohoBooks

CONTACT = {"contact_name": "Bowman & Co, 100% café"}
ADDED = (201, "The contact has been added.", CONTACT["contact_name"])
FORM = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}


class Program:
    """A program with a token and an organisation."""

    def __init__(self, books: ZohoBooks) -> None:
        self.connection = books.connection
        self.http = httpx2.Client(base_url=books.url, headers={"Authorization": self.token("Zoho-oauthtoken")})
        self.query = urlencode({"organization_id": self.connection["organization_id"]})

    def token(self, scheme: str) -> str:
        return f"{scheme} {self.connection['access_token']}"

    def add(self, path: str, content: bytes, **headers: str) -> tuple[int, str, str]:
        """Create a contact; return the status, the message and the name as it was kept."""
        answer = self.http.post(path, content=content, headers=headers)
        return answer.status_code, answer.json()["message"], answer.json()["contact"]["contact_name"]


@pytest.fixture
def program(zoho_books: ZohoBooks) -> Iterator[Program]:
    found = Program(zoho_books)
    yield found
    found.http.close()


def as_json(fields: Any = CONTACT) -> bytes:
    return msgspec.json.encode(fields)


def as_form(fields: Any = CONTACT, **more: str) -> bytes:
    return urlencode({"JSONString": as_json(fields).decode(), **more}).encode()


def test_the_path_of_the_legacy_host_leads_to_the_same_books(program: Program) -> None:
    assert program.add(f"/api/v3/contacts?{program.query}", as_json()) == ADDED
    rows = program.http.get(f"/books/v3/contacts?{program.query}").json()["contacts"]
    assert [row["contact_name"] for row in rows] == [CONTACT["contact_name"]]
    assert program.http.get(f"/api/v3/contacts?{program.query}").json()["contacts"] == rows


def test_a_body_in_the_form_field_jsonstring_is_read(program: Program) -> None:
    assert program.add(f"/books/v3/contacts?{program.query}", as_form(), **FORM) == ADDED


def test_the_organisation_may_stand_in_the_form(program: Program) -> None:
    form = as_form(organization_id=program.connection["organization_id"])
    assert program.add("/books/v3/contacts", form, **FORM) == ADDED


def test_an_update_by_form_changes_what_it_says(program: Program) -> None:
    made = program.http.post(f"/books/v3/contacts?{program.query}", content=as_json()).json()["contact"]["contact_id"]
    form = as_form({"company_name": "Bowman & Sons"})
    changed = program.http.put(f"/books/v3/contacts/{made}?{program.query}", content=form, headers=FORM).json()
    assert (changed["message"], changed["contact"]["company_name"]) == (
        "Contact information has been saved.",
        "Bowman & Sons",
    )


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "application/octet-stream"])
def test_json_is_read_under_any_content_type_and_none(program: Program, kind: str) -> None:
    headers = {"Content-Type": kind} if kind else {}
    assert program.add(f"/books/v3/contacts?{program.query}", as_json(), **headers) == ADDED


def test_a_slash_at_the_end_of_a_path_means_nothing(program: Program) -> None:
    assert program.add(f"/books/v3/contacts/?{program.query}", as_json()) == ADDED
    [row] = program.http.get(f"/books/v3/contacts/?{program.query}").json()["contacts"]
    one = program.http.get(f"/books/v3/contacts/{row['contact_id']}/?{program.query}").json()
    assert one["contact"]["contact_id"] == row["contact_id"]
    switched = program.http.post(f"/books/v3/contacts/{row['contact_id']}/inactive/?{program.query}")
    assert (switched.status_code, switched.json()["code"]) == (200, 0)


@pytest.mark.parametrize("scheme", ["Zoho-oauthtoken", "Bearer"])
def test_a_token_comes_in_either_scheme(program: Program, scheme: str) -> None:
    path = f"/books/v3/contacts?{program.query}"
    assert program.add(path, as_json(), Authorization=program.token(scheme)) == ADDED


def test_without_organization_id_the_default_organisation_is_meant(program: Program) -> None:
    assert program.add("/books/v3/contacts", as_json()) == ADDED
    assert len(program.http.get("/books/v3/contacts").json()["contacts"]) == 1


def test_stray_parameters_and_fields_are_passed_over(program: Program) -> None:
    stray = {**CONTACT, "colour": "red", "email": "will@example.com", "page": 3}
    path = f"/books/v3/contacts?{program.query}&page=1&per_page=200&id=&last_modified_time_start=x&unheard=of"
    assert program.add(path, as_json(stray)) == ADDED
    answer = program.http.get(f"/books/v3/contacts?{program.query}&unheard=of&vendor_nmae=Mill")
    assert [(row["contact_name"], row["email"]) for row in answer.json()["contacts"]] == [(CONTACT["contact_name"], "")]


def test_a_body_of_null_with_a_get_means_nothing(program: Program) -> None:
    program.add(f"/books/v3/contacts?{program.query}", as_json())
    answer = program.http.request("GET", f"/books/v3/contacts?{program.query}", content=b"null")
    assert (answer.status_code, len(answer.json()["contacts"])) == (200, 1)


def test_json_in_a_multipart_form_is_read_beside_a_file(program: Program) -> None:
    path = f"/books/v3/contacts?{program.query}"
    answer = program.http.post(path, files={"JSONString": (None, as_json()), "attachment": ("a.pdf", b"%PDF-1.4")})
    assert (answer.status_code, answer.json()["contact"]["contact_name"]) == (201, CONTACT["contact_name"])
