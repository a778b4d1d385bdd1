"""`tallystick call` as somebody types it, against a sandbox over real HTTP."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Served, Tallystick


def test_a_list_is_a_table_for_people(tallystick: Tallystick, served: Served) -> None:
    ran = tallystick(
        "call", "zoho-books", "invoices", "list", "--status", "overdue", "--limit", "3", "--sandbox", served.file
    )
    head, *rows = ran.stdout.splitlines()
    assert {"invoice_id", "invoice_number", "customer_name", "total", "balance"} <= set(head.split())
    assert len(rows) == 3
    assert all("overdue" in row for row in rows)
    assert "raise --limit" in ran.stderr, "it says that there are more"


def test_json_is_exactly_what_the_vendor_wrote(tallystick: Tallystick, served: Served) -> None:
    ran = tallystick("call", "zoho-books", "invoices", "list", "--limit", "205", "--json", "--sandbox", served.file)
    rows = json.loads(ran.stdout)
    assert len(rows) == 205
    assert len({row["invoice_id"] for row in rows}) == 205, "the second page followed the first"
    assert '"total":' in ran.stdout
    one = tallystick("call", "zoho-books", "invoices", "get", rows[0]["invoice_id"], "--json", "--sandbox", served.file)
    assert json.loads(one.stdout)["invoice"]["invoice_number"] == rows[0]["invoice_number"]
    same = tallystick(
        "call", "zoho-books", "GET", f"/invoices/{rows[0]['invoice_id']}", "--json", "--sandbox", served.file
    )
    assert same.stdout == one.stdout


def test_an_operation_goes_by_its_id_too(tallystick: Tallystick, served: Served) -> None:
    by_name = tallystick("call", "zoho-books", "organizations", "list", "--json", "--sandbox", served.file)
    by_id = tallystick("call", "zoho-books", "list_organizations", "--json", "--sandbox", served.file)
    assert json.loads(by_name.stdout) == json.loads(by_id.stdout)


@pytest.mark.parametrize("how", ["words", "file", "standard input"])
def test_a_record_is_written_and_shown(tallystick: Tallystick, served: Served, tmp_path: Path, how: str) -> None:
    body = json.dumps({"contact_name": f"Lighthouse by {how}"})
    (tmp_path / "body.json").write_text(body)
    given = {"words": body, "file": f"@{tmp_path / 'body.json'}", "standard input": "-"}[how]
    ran = tallystick("call", "zoho-books", "contacts", "create", "--body", given, "--sandbox", served.file, typed=body)
    assert ran.returncode == 0, ran.stderr
    assert f"Lighthouse by {how}" in ran.stdout


def test_an_amount_keeps_the_digits_that_were_typed(tallystick: Tallystick, served: Served) -> None:
    ran = tallystick(
        "call",
        "zoho-books",
        "items",
        "create",
        "--json",
        "--sandbox",
        served.file,
        "--body",
        '{"name": "Exact", "rate": 1234567.85}',
    )
    assert '"rate":1234567.85' in ran.stdout


def test_columns_may_be_chosen_and_a_parameter_may_be_named_like_an_option(
    tallystick: Tallystick, served: Served
) -> None:
    ran = tallystick(
        "call",
        "zoho-books",
        "contacts",
        "list",
        "--columns",
        "contact_name, status",
        "--param",
        "per_page=2",
        "--sort-column",
        "contact_name",
        "--limit",
        "2",
        "--sandbox",
        served.file,
    )
    assert ran.stdout.split()[:2] == ["contact_name", "status"]
    assert len(ran.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["zoho-boks", "invoices", "list"], 2, "zoho-books"),
        (["zoho-books", "invoices", "lst"], 2, "invoices list"),
        (["zoho-books", "invoices", "get"], 2, "<invoice_id>"),
        (["zoho-books", "invoices", "list", "12"], 2, "no id"),
        (["zoho-books", "invoices", "list", "--stats", "overdue"], 2, "Did you mean status?"),
        (["zoho-books", "invoices", "list", "--limit", "0"], 2, "--limit"),
        (["zoho-books", "invoices", "list", "--param", "status"], 2, "name=value"),
        (["zoho-books", "contacts", "create", "--body", "{"], 2, "no JSON"),
        (["zoho-books", "contacts", "create", "--body", "@missing.json"], 2, "missing.json"),
        (["zoho-books", "invoices", "get", "1"], 1, "Check the id"),
        (["zoho-books", "invoices", "list", "--organization", "10"], 1, "list_organizations"),
    ],
)
def test_a_mistake_is_one_sentence_and_an_exit_code(
    tallystick: Tallystick, served: Served, words: list[str], status: int, said: str
) -> None:
    ran = tallystick("call", *words, "--sandbox", served.file)
    assert ran.returncode == status, ran.stderr
    assert said in ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr


def test_without_an_authorisation_it_says_how_to_begin(tallystick: Tallystick) -> None:
    ran = tallystick("call", "zoho-books", "invoices", "list")
    assert ran.returncode == 1
    assert "tallystick authorize zoho-books" in ran.stderr


def test_a_dead_authorisation_asks_for_a_new_one(tallystick: Tallystick, served: Served) -> None:
    known = served.connection
    variables = {
        "ZOHO_CLIENT_ID": known["client_id"],
        "ZOHO_CLIENT_SECRET": known["client_secret"],
        "ZOHO_REFRESH_TOKEN": "1000.dead",
    }
    ran = tallystick("call", "zoho-books", "invoices", "list", "--sandbox", known["url"], **variables)
    assert ran.returncode == 3
    assert "Authorise again" in ran.stderr
    assert known["client_secret"] not in ran.stderr + ran.stdout


def test_a_vendor_that_is_not_there_may_be_tried_later(tallystick: Tallystick, served: Served, tmp_path: Path) -> None:
    gone = tmp_path / "gone.json"
    gone.write_text(json.dumps({**served.connection, "url": "http://127.0.0.1:9"}))
    ran = tallystick("call", "zoho-books", "invoices", "list", "--sandbox", gone)
    assert ran.returncode == 4
    assert "Check the network" in ran.stderr
