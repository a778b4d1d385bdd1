"""The least set of scopes for what a program does."""

import pytest

from tallystick.model.errors import UnknownOperation
from tallystick.rest.scopes import least
from tallystick.vendors.zoho_books.consent import scopes_for
from tallystick.vendors.zoho_books.operations import OPERATIONS


def test_each_operation_brings_its_scope_once() -> None:
    assert scopes_for("list_invoices", "get_invoice", "create_invoice") == (
        "ZohoBooks.invoices.CREATE",
        "ZohoBooks.invoices.READ",
    )


@pytest.mark.parametrize(
    ("operation", "scope"),
    [
        ("list_items", "ZohoBooks.settings.READ"),
        ("list_taxes", "ZohoBooks.settings.READ"),
        ("list_organizations", "ZohoBooks.settings.READ"),
        ("list_journals", "ZohoBooks.accountants.READ"),
        ("list_chart_of_accounts", "ZohoBooks.accountants.READ"),
    ],
)
def test_a_scope_of_another_family_is_not_forgotten(operation: str, scope: str) -> None:
    assert scopes_for(operation) == (scope,)


def test_one_scope_that_covers_others_stands_alone_and_nothing_is_widened() -> None:
    assert least(["Z.a.READ", "Z.a.ALL", "z.A.read", "Z.b.READ", "Z.b.CREATE"]) == ("Z.a.ALL", "Z.b.CREATE", "Z.b.READ")
    assert least([]) == ()


def test_every_operation_has_a_scope() -> None:
    assert all(scopes_for(operation) for operation in OPERATIONS)


def test_an_unknown_operation_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownOperation) as caught:
        scopes_for("invoices.lists")
    assert "invoices.list" in caught.value.nearest


def test_names_do_as_well_as_ids() -> None:
    assert scopes_for("invoices.list", "get_invoice") == ("ZohoBooks.invoices.READ",)
