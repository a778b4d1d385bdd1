"""The names of all 849 operations: reviewed rules they keep, and how a wrong one is told."""

import inspect
import pydoc
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tallystick.model.errors import UnknownOperation
from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tallystick.zoho_books import AsyncClient, Client
from tests.vendors.zoho_books.client.books import KEYS
from tools import naming


@pytest.fixture
def client() -> Iterator[Any]:
    """A client that nobody answers; the names are looked up in it as a program would, by attribute."""
    with Client(**KEYS) as made:
        yield made


def found(client: Any, name: str) -> Any:
    """What a dotted name leads to."""
    for part in name.split("."):
        client = getattr(client, part)
    return client


def test_every_operation_has_one_name_and_every_name_one_operation() -> None:
    assert len(OPERATIONS.names) == 849
    assert set(OPERATIONS.names.values()) == set(OPERATIONS)
    assert list(OPERATIONS.names) == sorted(OPERATIONS.names)


def test_every_name_is_an_attribute_of_both_clients(client: Any) -> None:
    waiting = AsyncClient(**KEYS)
    for name, operation_id in OPERATIONS.names.items():
        assert found(client, name).operation.id == operation_id
        assert found(waiting, name).operation.id == operation_id


def test_a_name_can_be_typed_and_says_nothing_twice() -> None:
    for name, operation_id in OPERATIONS.names.items():
        naming.check(operation_id, name)
        assert not name.startswith(("zoho", "books"))


def test_the_verbs_are_a_closed_list_and_each_is_used() -> None:
    used = {name.rpartition(".")[2] for name in OPERATIONS.names}
    assert all(naming.is_in(verb, naming.VERBS) for verb in used)
    assert [known for known in naming.VERBS if not any(naming.is_in(verb, (known,)) for verb in used)] == []


def test_modules_are_plural_as_on_the_wire_or_single_by_intent() -> None:
    roots = {name.partition(".")[0] for name in OPERATIONS.names}
    single = {root for root in roots if not root.endswith("s")}
    assert single == {"crm", "transaction_lock"}


def test_no_module_hides_what_a_client_has_itself() -> None:
    roots = {name.partition(".")[0] for name in OPERATIONS.names}
    assert not roots & {*dir(Client), *dir(AsyncClient)}


def test_what_is_called_a_list_has_rows() -> None:
    lists = [name for name in OPERATIONS.names if name.rpartition(".")[2] in {"list", "list_all", "list_for_user"}]
    assert len(lists) > 100
    assert [name for name in lists if not naming.has_rows(OPERATIONS[OPERATIONS.names[name]])] == []


@pytest.mark.parametrize(
    ("name", "operation_id"),
    [
        ("invoices.create", "create_invoice"),
        ("invoices.mark_sent", "mark_invoice_sent"),
        ("invoices.comments.list", "list_invoice_comments"),
        ("invoices.upsert", "update_invoice_using_custom_field"),
        ("invoices.bulk.delete", "delete_invoices"),
        ("invoices.email", "email_invoice"),
        ("contacts.persons.create", "create_contact_person"),
        ("customer_payments.refunds.list", "list_customer_payment_refunds"),
        ("credit_notes.invoices.apply", "apply_credit_note_to_invoice"),
        ("credit_notes.refunds.list_all", "list_credit_note_refunds_of_all_credit_notes"),
        ("chart_of_accounts.mark_inactive", "mark_chart_of_account_inactive"),
        ("bank_transactions.uncategorized.categorize_as_expense", "categorize_bank_transaction_as_expense"),
        ("sales_orders.templates.apply", "update_sales_order_template"),
        ("custom_modules.records.list", "list_custom_module_records"),
        ("customer_debit_notes.list", "list_customer_debit_notes"),
        ("users.get_current", "get_current_user"),
    ],
)
def test_the_names_are_those_a_person_would_try(name: str, operation_id: str) -> None:
    assert OPERATIONS.names[name] == operation_id
    assert OPERATIONS.named(name) == operation_id


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("invoices.creat", "invoices.create"),
        ("invoices.comment", "invoices.comments"),
        ("invoice", "invoices"),
        ("contacts.persons.lst", "contacts.persons.list"),
        ("customerpayments", "customer_payments"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest_right_one(client: Any, wrong: str, nearest: str) -> None:
    with pytest.raises(AttributeError) as caught:
        found(client, wrong)
    assert isinstance(caught.value, UnknownOperation)
    assert nearest in caught.value.nearest
    assert f"Did you mean {caught.value.nearest[0]}" in str(caught.value)
    assert not hasattr(client, wrong.partition(".")[0] + "_nowhere")


def test_a_name_from_outside_is_looked_up_with_the_same_help() -> None:
    with pytest.raises(UnknownOperation) as caught:
        OPERATIONS.named("invoices.lists")
    assert "invoices.list" in caught.value.nearest


def test_what_there_is_can_be_seen_from_a_prompt(client: Any) -> None:
    assert {"invoices", "contacts", "call", "close"} <= set(dir(client))
    assert {"create", "mark_sent", "comments", "bulk"} <= set(dir(client.invoices))
    assert repr(client.invoices.payments) == "<invoices.payments: verbs delete, list>"
    assert repr(client.invoices.mark_sent) == "<invoices.mark_sent: POST /invoices/{invoice_id}/status/sent>"
    told = pydoc.render_doc(client.invoices.list)
    assert "GET /invoices" in told
    assert "overdue" in told
    assert list(inspect.signature(client.invoices.comments.update).parameters)[:3] == [
        "invoice_id",
        "comment_id",
        "body",
    ]


def owl(operation_id: str, method: str, path: str, *parameters: Parameter) -> Operation:
    """An operation of a small vendor."""
    return Operation(operation_id, "owls", method, path, parameters, result=Shape("object"))


KEY = Parameter("X-Unique-Identifier-Key", Place.HEADER)


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (owl("list_owls", "GET", "/owls"), "owls.list"),
        (owl("get_owl", "GET", "/owls/{owl_id}"), "owls.get"),
        (owl("send_owl", "POST", "/owls/{owl_id}/status/sent"), "owls.mark_sent"),
        (owl("send_owls", "POST", "/owls/status/sent"), "owls.bulk.mark_sent"),
        (owl("update_owls", "PUT", "/owls", KEY), "owls.upsert"),
        (owl("update_owls", "PUT", "/owls"), "owls.bulk.update"),
        (owl("apply_feathers_to_owl", "POST", "/owls/{owl_id}/feathers"), "owls.feathers.apply"),
        (owl("get_owl_mail", "GET", "/owls/{owl_id}/email"), "owls.email_content.get"),
        (owl("mail_owl", "POST", "/owls/{owl_id}/email"), "owls.email"),
        (owl("get_owl_by", "GET", "/owls/reference/{reference_id}"), "owls.get_by_reference"),
    ],
)
def test_a_rule_gives_the_name(operation: Operation, name: str) -> None:
    assert naming.name(operation) == name


def test_of_two_lists_the_one_above_lists_all() -> None:
    eggs = [owl("list_eggs", "GET", "/owls/{owl_id}/eggs"), owl("list_every_egg", "GET", "/owls/eggs")]
    eggs[1] = owl("list_all_eggs", "GET", "/owls/eggs")
    assert naming.names(eggs, {}) == {"owls.eggs.list": "list_eggs", "owls.eggs.list_all": "list_all_eggs"}


@pytest.mark.parametrize(
    ("exceptions", "message"),
    [
        ({"list_owls": "owls.import"}, "is no name"),
        ({"list_owls": "owls.hoot"}, "is not one of the verbs"),
        ({"list_owls": "owls.Night.list"}, "is no name"),
        ({"list_owls": "owls.owl_list.list"}, "the same word twice"),
        ({"list_owls": "owls.list"}, "take the exception away"),
        ({"list_owls": "owls.get"}, "would both be"),
        ({"list_owls": "owls.get.list"}, "a verb and a module"),
        ({"list_cats": "cats.list"}, "no operation 'list_cats'"),
    ],
)
def test_a_name_nobody_should_type_is_refused(exceptions: dict[str, str], message: str) -> None:
    owls = [owl("list_owls", "GET", "/owls"), owl("get_owl", "GET", "/owls/{owl_id}")]
    with pytest.raises(naming.NamingError, match=message):
        naming.names(owls, exceptions)


def test_the_page_of_the_names_lists_the_verbs() -> None:
    page = (Path(__file__).parents[4] / "docs/spec/zoho-books-names.md").read_text()
    listed = re.findall(r"`([a-z][a-z0-9_…]*)`", page.partition("## The verbs")[2].partition("## The types")[0])
    assert listed == [verb.replace("*", "…") for verb in sorted(naming.VERBS)]


def test_a_module_of_operations_is_read_when_one_of_its_names_is_first_used() -> None:
    program = (
        "from tallystick.zoho_books import Client\n"
        "from tallystick.vendors.zoho_books.operations import OPERATIONS\n"
        "client = Client(access_token='1000.a.b', organization_id='1')\n"
        "dir(client), dir(client.contacts), repr(client.invoices)\n"
        "assert not OPERATIONS._modules\n"
        "client.invoices.mark_sent\n"
        "assert list(OPERATIONS._modules) == ['invoices']\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
