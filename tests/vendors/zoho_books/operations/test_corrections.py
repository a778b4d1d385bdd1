"""The places where the vendor's documents are wrong, each seen corrected: the wire is what the operations say."""

from collections.abc import Iterator

import pytest

from tallystick.rest.operation import Shape
from tallystick.vendors.zoho_books.operations import OPERATIONS


def result(operation_id: str, *names: str) -> Shape:
    shape = OPERATIONS[operation_id].result
    assert shape is not None
    for name in names:
        shape = shape.fields[name]
        shape = shape.items or shape
    return shape


def body(operation_id: str, *names: str) -> Shape:
    shape = OPERATIONS[operation_id].body
    assert shape is not None
    for name in names:
        shape = shape.fields[name]
        shape = shape.items or shape
    return shape


def test_page_context_is_an_object_everywhere() -> None:
    contexts = {
        name: row.result.fields["page_context"]
        for name, row in OPERATIONS.items()
        if row.result is not None and "page_context" in row.result.fields
    }
    assert len(contexts) > 40
    assert {name for name, shape in contexts.items() if shape.type_ != "object"} == set()
    for name in ("list_invoices", "list_customer_payments", "list_journals", "list_chart_of_accounts"):
        assert {"page", "per_page", "has_more_page", "sort_column", "sort_order"} <= contexts[name].fields.keys()
        assert contexts[name].fields["has_more_page"].type_ == "boolean"


@pytest.mark.parametrize(
    ("operation_id", "envelope"),
    [
        ("list_customer_payments", "customerpayments"),
        ("get_customer_payment", "payment"),
        ("create_customer_payment", "payment"),
        ("list_chart_of_accounts", "chartofaccounts"),
        ("get_chart_of_account", "chart_of_account"),
        ("create_vendor_payment", "vendorpayment"),
        ("list_vendor_payments", "vendorpayments"),
        ("list_vendor_credits", "vendor_credits"),
        ("get_vendor_credit", "vendor_credit"),
        ("list_recurring_invoices", "recurring_invoices"),
        ("list_recurring_expenses", "recurring_expenses"),
        ("list_time_entries", "time_entries"),
        ("list_project_tasks", "task"),
        ("list_bank_account_rules", "rules"),
        ("get_matching_bank_transactions", "matching_transactions"),
        ("list_customer_payment_refunds", "payment_refunds"),
        ("list_contact_comments", "contact_comments"),
        ("list_invoices", "invoices"),
        ("get_credit_note", "creditnote"),
        ("get_journal", "journal"),
        ("list_organizations", "organizations"),
    ],
)
def test_an_answer_is_wrapped_in_the_key_that_is_served(operation_id: str, envelope: str) -> None:
    assert OPERATIONS[operation_id].envelope == envelope


def test_an_expense_is_created_with_status_201() -> None:
    assert OPERATIONS["create_expense"].status == 201


def test_debit_notes_and_doubled_contact_persons_leave_the_path_to_one_operation() -> None:
    assert OPERATIONS["create_customer_debit_note"].duplicate_of == "create_invoice"
    assert OPERATIONS["contacts_create_contact_person"].duplicate_of == "create_contact_person"
    found = OPERATIONS.find("POST", "/contacts/contactpersons")
    assert found is not None
    assert found[0].module == "contact_persons"


def test_no_path_is_a_pattern() -> None:
    assert OPERATIONS["active_tag_option"].path == "/reportingtags/{tag_id}/option/{option_id}/active"
    assert OPERATIONS["all_tag_options"].path == "/reportingtags/{tag_id}/options/all"
    assert not [row.path for row in OPERATIONS.values() if set(row.path) & set("()\\+*")]


def test_files_travel_in_multipart_bodies() -> None:
    assert body("add_invoice_attachment", "attachment").format == "binary"
    assert body("create_expense_receipt", "receipt").format == "binary"
    for name in ("add_bill_attachment", "add_invoice_attachment", "create_expense_receipt", "add_journal_attachment"):
        assert OPERATIONS[name].body_kind == "multipart"
        assert not {"attachment", "receipt"} & {row.name for row in OPERATIONS[name].parameters}


@pytest.mark.parametrize(
    ("operation_id", "path", "type_"),
    [
        ("get_invoice", ("invoice", "total"), "number"),
        ("get_invoice", ("invoice", "balance"), "number"),
        ("get_invoice", ("invoice", "shipping_charge"), "number"),
        ("list_invoices", ("invoices", "total"), "number"),
        ("list_invoices", ("invoices", "balance"), "number"),
        ("list_invoices", ("invoices", "shipping_charge"), "number"),
        ("get_estimate", ("estimate", "shipping_charge"), "number"),
        ("list_items", ("items", "tax_percentage"), "number"),
        ("list_chart_of_accounts", ("chartofaccounts", "depth"), "integer"),
        ("list_chart_of_accounts", ("chartofaccounts", "is_child_present"), "boolean"),
        ("list_organizations", ("organizations", "fiscal_year_start_month"), "string"),
        ("create_vendor_payment", ("vendorpayment", "payment_number"), "string"),
        ("create_vendor_payment", ("vendorpayment", "billing_address"), "object"),
        ("create_invoice", ("invoice", "price_precision"), "integer"),
    ],
)
def test_a_value_has_the_type_that_is_served(operation_id: str, path: tuple[str, ...], type_: str) -> None:
    assert result(operation_id, *path).type_ == type_


@pytest.mark.parametrize(
    ("operation_id", "path", "keys"),
    [
        ("get_invoice", ("invoice",), "computation_type roundoff_value contact lock_details sub_statuses qr_code"),
        (
            "get_invoice",
            ("invoice", "line_items"),
            "line_item_taxes pricing_scheme mapped_items header_name sales_rate",
        ),
        ("list_invoices", ("invoices",), "unprocessed_payment_amount current_sub_status invoice_source updated_time"),
        ("get_contact", ("contact",), "outstanding_receivable_amount_bcy unused_retainer_payments customer_sub_type"),
        ("list_contacts", ("contacts",), "created_time_formatted unused_credits_receivable_amount track_1099"),
        ("list_items", ("items",), "item_name can_be_sold can_be_purchased product_subtype purpose_of_use"),
        ("get_item", ("item",), "sales_channels has_variant locked_actions"),
        ("list_customer_payments", ("customerpayments",), "bcy_unused_amount settlement_status applied_invoices"),
        ("get_customer_payment", ("payment",), "unused_amount account_name payment_refunds"),
        ("get_customer_payment", ("payment", "invoices"), "invoice_payment_id apply_date total balance"),
        ("get_credit_note", ("creditnote",), "total_credits_used creditnote_refunds invoices_credited"),
        ("list_credit_notes", ("creditnotes",), "current_sub_status applied_invoices exchange_rate"),
        ("get_journal", ("journal",), "is_accrual_journal journal_number_prefix bills_credited"),
        ("list_journals", ("journals",), "created_by_name status bcy_total entity_type"),
        ("get_chart_of_account", ("chart_of_account",), "closing_balance transactions is_standalone_account"),
        ("list_chart_of_accounts", ("chartofaccounts",), "placeholder is_register_supported_account"),
        ("list_currencies", ("currencies",), "currency_name_formatted auto_exchange_rate_enabled"),
        ("list_organizations", ("organizations",), "org_settings country_code portal_name"),
    ],
)
def test_a_record_has_the_keys_that_are_served(operation_id: str, path: tuple[str, ...], keys: str) -> None:
    assert set(keys.split()) - result(operation_id, *path).fields.keys() == set()


def test_statuses_are_values_and_not_prose() -> None:
    assert {"draft", "overdue", "partially_paid", "void"} <= set(result("get_invoice", "invoice", "status").enum)
    assert {"open", "closed"} <= set(result("list_credit_notes", "creditnotes", "status").enum)
    assert "nonbillable" in result("get_expense", "expense", "status").enum
    status = next(row for row in OPERATIONS["list_expenses"].parameters if row.name == "status")
    assert "nonbillable" in status.enum
    assert "non-billable" not in status.enum


def test_a_pattern_for_custom_fields_is_written_one_way() -> None:
    values = {value for row in OPERATIONS.values() for each in row.parameters for value in each.enum}
    assert {value for value in values if value.startswith("cf")} <= {"cf_*"}


def test_a_page_holds_200_rows_and_the_chart_of_accounts_5000() -> None:
    sizes = {
        name: parameter.default
        for name, row in OPERATIONS.items()
        for parameter in row.parameters
        if parameter.name == "per_page"
    }
    assert sizes.pop("list_chart_of_accounts") == "5000"
    assert set(sizes.values()) == {"200"}


def test_a_change_needs_only_what_changes_and_a_line_needs_no_item() -> None:
    assert body("update_invoice").required == ()
    assert body("update_invoice", "line_items").required == ()
    assert body("create_invoice").required == ("customer_id", "line_items")
    assert body("create_invoice", "line_items").required == ()
    assert body("create_customer_payment").required == ("customer_id", "amount")


def test_what_an_edition_alone_has_says_so() -> None:
    assert result("get_invoice", "invoice", "gst_no").editions == ("in",)
    assert OPERATIONS["create_tax_authority"].editions == ("ca", "us")
    assert result("get_invoice", "invoice", "total").editions == ()


def test_a_corrected_operation_says_what_the_correction_rests_on() -> None:
    assert "recorded: nango" in OPERATIONS["get_chart_of_account"].evidence
    kinds = {text.split(":")[0] for row in OPERATIONS.values() for text in row.evidence}
    assert kinds == {"recorded", "documented", "assumed"}


def test_an_amount_is_a_number_wherever_it_stands() -> None:
    amounts = {"total", "balance", "amount", "item_total", "tax_amount", "tax_percentage", "quantity", "rate"}

    def nested(shape: Shape) -> Iterator[tuple[str, Shape]]:
        for name, field in shape.fields.items():
            yield name, field
            yield from nested(field)
        if shape.items is not None:
            yield from nested(shape.items)

    odd = {
        (operation.id, name, field.type_)
        for operation in OPERATIONS.values()
        if operation.result is not None
        for name, field in nested(operation.result)
        if name in amounts and field.type_ not in {"number", "object", "array"}
    }
    assert odd == set()
