"""What mypy strict says of programs that use the names: right ones pass, each mistake is found where it stands."""

import re
import shutil
from pathlib import Path

import pytest
from mypy import api, stubtest

from tallystick.rest.operation import Shape
from tallystick.vendors.zoho_books.operations import OPERATIONS
from tools import generate, stub

ROOT = Path(__file__).parents[4]
CLIENT = "tallystick.vendors.zoho_books.client"
pytestmark = pytest.mark.timeout(300)

RIGHT = """
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tallystick.zoho_books import AsyncClient, Client, Upload

if TYPE_CHECKING:
    from tallystick.vendors.zoho_books.client import Invoice, InvoiceFields, InvoiceRow

client = Client()


def owed(invoice: "Invoice") -> Decimal:
    return invoice["balance"] or Decimal(0)


def late(row: "InvoiceRow") -> bool:
    return row["status"] == "overdue" and row["due_days"] != ""


draft: "InvoiceFields" = {
    "customer_id": "46000000000017",
    "date": date(2026, 11, 23),
    "line_items": [{"rate": Decimal("1.5"), "quantity": 1}, {"rate": "2.25", "quantity": Decimal(2)}],
    "custom_fields": {"Region": "North"},
}
made = client.invoices.create(draft, send=True, reference="order 12")
total: Decimal | None = made["invoice"]["total"]
note: str = made["message"]
left: int | None = made.limits.remaining
owed(made["invoice"])
late(next(iter(client.invoices.list(status="overdue", per_page=50, pages_max=3))))
client.invoices.mark_sent(made["invoice"]["invoice_id"])
client.invoices.email("1", {"to_mail_ids": ["a@b.example"]}, organization_id="2")
client.invoices.bulk.delete(invoice_ids=["1", "2"])
client.invoices.attachments.upload("1", files={"attachment": Upload("scan.pdf", b"%PDF")})
client.invoices.upsert({"notes": "x"}, unique_identifier_key="cf_order", unique_identifier_value="A-1", upsert=True)
client.customer_payments.create({"customer_id": "1", "amount": Decimal(5)})["payment"]["payment_id"].upper()
client.chart_of_accounts.get("1")["chart_of_account"]["account_name"].upper()
client.organizations.get("10234695")["organization"]["name"].upper()
comments: list[str] = [comment["description"] for comment in client.invoices.comments.list("1")]


async def awaited(waiting: AsyncClient) -> Decimal | None:
    async for row in waiting.contacts.list(contact_name_contains="Ltd"):
        await waiting.contacts.mark_inactive(row["contact_id"])
    return (await waiting.invoices.get("1"))["invoice"]["total"]
"""

# A line with a comment is a mistake, and the comment is what mypy calls it.
WRONG = """
from tallystick.zoho_books import AsyncClient, Client

client = Client()
client.invoces  # attr-defined
client.invoices.creat  # attr-defined
client.invoices.list(stats="overdue")  # call-arg
client.invoices.list(status=1)  # arg-type
client.invoices.list(files={})  # call-arg
client.invoices.get()  # call-arg
client.invoices.get(17)  # arg-type
client.invoices.get("1")["invioce"]  # call-overload
client.invoices.get("1")["invoice"]["totl"]  # misc
client.invoices.create({"customer_id": "1", "line_items": [{"rate": 1.5}]})  # typeddict-item
client.invoices.create({"customer": "1"})  # typeddict-unknown-key
client.invoices.create()  # call-arg
client.invoices.mark_sent("1", send=True)  # call-arg
client.organizations.get("1", organization_id="2")  # misc
Client(region=5)  # arg-type
for row in client.invoices.list():
    row["total"] + 1  # operator


async def awaited(waiting: AsyncClient) -> None:
    waiting.invoices.get("1")["invoice"]  # index
    for row in waiting.invoices.list():  # attr-defined
        pass
"""


# The keys of rows and lines as the real service sent them (recorded 2026-06-09).
RECORDED = {
    "InvoiceRow": """
        ach_payment_initiated invoice_id zcrm_potential_id customer_id zcrm_potential_name customer_name
        company_name status invoice_number reference_number date due_date issued_date due_days email
        project_name billing_address shipping_address country phone created_by total balance
        payment_expected_date custom_fields custom_field_hash tags salesperson_name shipping_charge adjustment
        created_time last_modified_time updated_time is_viewed_by_client has_attachment client_viewed_time
        is_emailed color_code current_sub_status_id current_sub_status currency_id schedule_time currency_code
        currency_symbol template_type invoice_source sales_channel transaction_type reminders_sent
        last_reminder_sent_date last_payment_date template_id documents salesperson_id write_off_amount
        exchange_rate unprocessed_payment_amount
    """,
    "InvoiceLineItem": """
        line_item_id item_id item_order name internal_name description discount_account_id
        discount_account_name unit quantity discount_amount discount discounts bcy_rate rate account_id
        account_name header_id header_name pricebook_id tax_id tax_name tax_type tax_percentage item_total
        item_custom_fields pricing_scheme tags documents line_item_taxes bill_id bill_item_id stock_on_hand
        available_stock committed_stock available_for_sale_stock project_id time_entry_ids expense_id
        item_type expense_receipt_name sales_rate purchase_rate salesorder_item_id cost_amount markup_percent
        item_code mapped_items is_modifier_item line_item_category
    """,
    "ContactRow": """
        contact_id contact_name customer_name vendor_name company_name website language_code
        language_code_formatted contact_type contact_type_formatted status customer_sub_type source
        is_linked_with_zohocrm payment_terms payment_terms_id payment_terms_label currency_id twitter facebook
        currency_code outstanding_receivable_amount outstanding_receivable_amount_bcy
        outstanding_payable_amount outstanding_payable_amount_bcy unused_credits_receivable_amount
        unused_credits_receivable_amount_bcy unused_credits_payable_amount unused_credits_payable_amount_bcy
        first_name last_name email phone mobile portal_status portal_status_formatted track_1099 created_time
        created_time_formatted last_modified_time last_modified_time_formatted custom_fields custom_field_hash
        contactperson_custom_fields tags ach_supported has_attachment
    """,
    "BillRow": """
        bill_id vendor_id vendor_name status color_code current_sub_status_id current_sub_status bill_number
        reference_number date due_date due_days currency_id currency_code price_precision exchange_rate total
        tds_total balance unprocessed_payment_amount created_time last_modified_time created_time_formatted
        last_modified_time_formatted created_by last_modified_by is_opening_balance attachment_name
        has_attachment tags is_uber_bill is_tally_bill entity_type client_viewed_time is_viewed_by_client
        is_bill_reconciliation_violated balance_due
    """,
    "ItemRow": """
        item_id name item_name unit status source is_linked_with_zohocrm zcrm_product_id description rate
        tax_id tax_name tax_percentage purchase_account_id purchase_account_name account_id account_name
        purchase_description purchase_rate can_be_sold can_be_purchased track_inventory item_type product_type
        has_attachment sku image_name image_type image_document_id created_time last_modified_time
        product_subtype purpose_of_use vendor_name tags
    """,
    "CustomerPaymentRow": """
        payment_id payment_number invoice_numbers date payment_mode payment_mode_formatted amount bcy_amount
        unused_amount bcy_unused_amount account_id account_name description reference_number customer_id
        customer_name created_time last_modified_time last_four_digits gateway_transaction_id payment_gateway
        bcy_refunded_amount applied_invoices has_attachment tags documents custom_fields_list tax_account_id
        tax_account_name tax_amount_withheld payment_type payment_status settlement_status sales_channel
    """,
    "ExpenseRow": """
        expense_id date user_name paid_through_account_name account_name description currency_id currency_code
        bcy_total bcy_total_without_tax total total_without_tax is_billable reference_number customer_id
        is_personal customer_name vendor_id vendor_name status created_time last_modified_time
        expense_receipt_name exchange_rate distance mileage_rate mileage_unit mileage_type expense_type
        report_id start_reading end_reading report_name report_number has_attachment custom_fields_list tags
    """,
    "EstimateRow": """
        estimate_id zcrm_potential_id zcrm_potential_name customer_name customer_id company_name status
        color_code current_sub_status_id current_sub_status estimate_number reference_number date currency_id
        currency_code total created_time last_modified_time accepted_date declined_date expiry_date
        has_attachment tags is_viewed_by_client client_viewed_time is_emailed template_type template_id
        salesperson_id salesperson_name
    """,
    "JournalRow": """
        journal_id journal_date entry_number reference_number currency_id status notes journal_type
        entity_type total bcy_total tags last_modified_time created_by_id created_by_name
    """,
    "CurrencyRow": """
        currency_id currency_code currency_name currency_name_formatted currency_symbol price_precision
        currency_format is_base_currency exchange_rate effective_date auto_exchange_rate_enabled
    """,
}


def test_mypy_passes_what_is_right_and_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    # The stub stands in for the client's own module, so that one is checked under another name.
    shutil.copy(generate.CLIENT, tmp_path / "client_itself.py")
    output, errors, _ = api.run(
        [
            "--config-file",
            str(ROOT / "pyproject.toml"),
            "--cache-dir",
            str(tmp_path / "cache"),
            "--no-error-summary",
            "--hide-error-context",
            *(str(tmp_path / name) for name in ("right.py", "wrong.py", "client_itself.py")),
        ]
    )
    assert errors == ""
    found = re.findall(r"(\w+)\.py:(\d+): error: .*\[([\w-]+)\]$", output, re.MULTILINE)
    mistakes = [
        ("wrong", str(number), line.rpartition("  # ")[2])
        for number, line in enumerate(WRONG.splitlines(), start=1)
        if "  # " in line
    ]
    assert sorted(found) == sorted(mistakes), output


def test_the_stub_agrees_with_the_client_at_run_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    allowed = tmp_path / "allowed"
    # Aliases for annotations alone; a msgspec record's constructor, and a TypedDict with a key that is a keyword.
    names = ("Amount", "Day", "Ids", "Moment", r"Connection\.__init__", "CreditNoteEmailHistoryRow")
    allowed.write_text("\n".join(f"{re.escape(CLIENT)}.{name}" for name in names))
    options = [CLIENT, "--mypy-config-file", str(ROOT / "pyproject.toml"), "--allowlist", str(allowed), "--concise"]
    status = stubtest.test_stubs(stubtest.parse_options(options))
    assert status == 0, capsys.readouterr().out


def test_the_stub_is_fresh() -> None:
    assert generate.stub_is_stale() == []


def written_keys() -> set[str]:
    """Every key of every TypedDict in the stub."""
    text = generate.CLIENT.with_suffix(".pyi").read_text()
    return {*re.findall(r"^    (\w+): ", text, re.MULTILINE), *re.findall(r'"(\w+)": ', text)}


def test_the_stub_knows_every_key_that_the_operations_know() -> None:
    def keys(shape: Shape | None) -> set[str]:
        if shape is None:
            return set()
        inner = (keys(field) for field in (*shape.fields.values(), shape.items))
        return set(shape.fields).union(*inner)

    known: set[str] = set()
    for operation in OPERATIONS.values():
        line = stub.Line(next(name for name, id_ in OPERATIONS.names.items() if id_ == operation.id), operation)
        known |= keys(line.wrapped[1]) | (set() if line.is_upload else keys(operation.body))
    assert known - written_keys() == set()
    assert len(known) > 1_400


def test_types_are_named_for_what_they_are() -> None:
    text = generate.CLIENT.with_suffix(".pyi").read_text()
    names = re.findall(r"^class (\w+)(?<!Options)\(TypedDict", text, re.MULTILINE)
    assert len(names) == len(set(names))
    assert {"Invoice", "InvoiceRow", "InvoiceFields", "InvoiceLineItem", "ContactPerson", "CustomerPayment"} <= set(
        names
    )
    ids = {"".join(part.title() for part in operation_id.split("_")) for operation_id in OPERATIONS}
    verbs = ("Create", "Get", "List", "Delete", "Update")
    assert [
        name for name in names if name in ids or name.startswith(verbs) or name.endswith(("Result", "Response"))
    ] == []
    shapes = re.findall(r"^class \w+\(TypedDict, total=False\):\n((?:    .*\n)+)", text, re.MULTILINE)
    records = [shape for shape in shapes if "extra_params" not in shape]
    assert len(records) == len(set(records))


@pytest.mark.parametrize("name", RECORDED)
def test_a_type_has_every_key_that_was_recorded(name: str) -> None:
    text = generate.CLIENT.with_suffix(".pyi").read_text()
    found = re.search(rf"^class {name}\(TypedDict, total=False\):\n((?:    .*\n)+)", text, re.MULTILINE)
    assert found
    keys = set(re.findall(r"^    (\w+): ", found[1], re.MULTILINE))
    assert set(RECORDED[name].split()) - keys == set()
