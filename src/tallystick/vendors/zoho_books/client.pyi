# ruff: noqa: D204, I001, N803, PYI021, Q000
# fmt: off
"""The names and types of the client beside this file. Written by tools/generate.py, not by hand.

Records have the keys the vendor is known to send, none of them promised. Numbers are Decimal, or None where the vendor
leaves them empty; ids and dates are text. Bodies take numbers as Decimal, int or text, never as float.
"""

import builtins
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypeAlias, TypedDict, TypeVar, Unpack, overload, type_check_only

from tallystick.rest.answer import Answer
from tallystick.rest.message import Upload
from tallystick.rest.rows import AsyncRows, Rows
from pathlib import Path
from typing import Self
import msgspec
from tallystick.rest.client import AwaitingClient, BlockingClient
from tallystick.rest.clock import Clock
from tallystick.rest.limiter import Limiter
from tallystick.rest.retry import Retry
from tallystick.rest.transport import AsyncTransport, Transport

Amount: TypeAlias = Decimal | int | str
Day: TypeAlias = date | str
Moment: TypeAlias = datetime | str
Ids: TypeAlias = str | Sequence[str]

_P = ParamSpec("_P")
_T = TypeVar("_T")
_K = TypeVar("_K", bound=str)
_C = TypeVar("_C")

@type_check_only
class Module(Generic[_C]):
    """A module of the vendor, in a blocking or an awaiting client."""

@type_check_only
class Verb(Generic[_P, _T]):
    """An operation: returns its answer, or an awaitable of it."""
    @overload
    def __get__(self, module: Module[BlockingClient], owner: Any) -> Callable[_P, _T]: ...
    @overload
    def __get__(self, module: Module[AwaitingClient], owner: Any) -> Callable[_P, Coroutine[Any, Any, _T]]: ...

@type_check_only
class Listing(Generic[_P, _T]):
    """An operation that lists: returns the rows, for `for` or `async for`."""
    @overload
    def __get__(self, module: Module[BlockingClient], owner: Any) -> Callable[_P, Rows[_T]]: ...
    @overload
    def __get__(self, module: Module[AwaitingClient], owner: Any) -> Callable[_P, AsyncRows[_T]]: ...

@type_check_only
def verb(method: Callable[Concatenate[Any, _P], _T]) -> Verb[_P, _T]: ...
@type_check_only
def rows(method: Callable[Concatenate[Any, _P], _T]) -> Listing[_P, _T]: ...

@type_check_only
class Record(Answer, Generic[_K, _T]):
    """An answer that wraps what was asked for under one key; `get` reaches what is not declared."""
    @overload  # type: ignore[override]  # an answer with known keys takes fewer than any dict
    def __getitem__(self, key: _K, /) -> _T: ...
    @overload
    def __getitem__(self, key: Literal["code"], /) -> int: ...
    @overload
    def __getitem__(self, key: Literal["message"], /) -> str: ...

@type_check_only
class OwnOptions(TypedDict, total=False):
    extra_params: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    wait_seconds_max: float | None
    timeout_seconds: float | None
    accept: str | None
    print: bool | None

@type_check_only
class OwnWriteOptions(TypedDict, total=False):
    extra_params: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    wait_seconds_max: float | None
    timeout_seconds: float | None
    accept: str | None
    print: bool | None
    files: Mapping[str, Upload] | None
    reference: str

@type_check_only
class Options(TypedDict, total=False):
    extra_params: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    organization_id: str | None
    wait_seconds_max: float | None
    timeout_seconds: float | None
    accept: str | None
    print: bool | None

@type_check_only
class WriteOptions(TypedDict, total=False):
    extra_params: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    organization_id: str | None
    wait_seconds_max: float | None
    timeout_seconds: float | None
    accept: str | None
    print: bool | None
    files: Mapping[str, Upload] | None
    reference: str

@type_check_only
class ListOptions(TypedDict, total=False):
    extra_params: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    organization_id: str | None
    wait_seconds_max: float | None
    timeout_seconds: float | None
    accept: str | None
    print: bool | None
    pages_max: int
    filter_by: str | None
    last_modified_time: Moment | None
    page: int | None
    per_page: int | None
    response_option: int | None
    search_text: str | None
    sort_column: str | None
    sort_order: str | None

@type_check_only
class Account(TypedDict, total=False):
    account_id: str
    account_name: str
    account_code: str
    is_active: bool
    account_type: str
    currency_id: str
    currency_code: str
    description: str
    is_system_account: bool
    is_involved_in_transaction: bool
    can_show_in_ze: bool
    include_in_vat_return: bool
    custom_fields: list[CustomField]
    parent_account_id: str
    documents: list[str]
    created_time: str
    last_modified_time: str
    account_code_prefix: str
    generation_number: str
    status: str
    account_type_formatted: str
    custom_field_hash: dict[str, Any]
    parent_account_name: str
    is_standalone_account: bool
    opening_balances: list[Any]
    is_bulk_update_supported: bool
    is_register_supported_account: bool
    transactions: list[AccountTransaction]
    closing_balance_formatted: str
    closing_balance: Decimal | None
    placeholder: str
    isdebit: bool

@type_check_only
class AccountFields(TypedDict, total=False):
    account_name: str
    account_code: str
    account_type: str
    currency_id: str
    description: str
    show_on_dashboard: bool
    can_show_in_ze: bool
    include_in_vat_return: bool
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    parent_account_id: str

@type_check_only
class AccountRow(TypedDict, total=False):
    account_id: str
    account_name: str
    account_code: str
    account_type: str
    is_user_created: bool
    is_system_account: bool
    is_standalone_account: bool
    is_active: bool
    can_show_in_ze: bool
    is_involved_in_transaction: bool
    current_balance: Any
    parent_account_id: str
    parent_account_name: str
    depth: int | None
    has_attachment: bool
    is_child_present: bool
    child_count: str
    documents: list[str]
    created_time: str
    last_modified_time: str
    description: str
    placeholder: str
    is_register_supported_account: bool

@type_check_only
class AccountTagFields(TypedDict, total=False):
    tag_id: str
    tag_option_id: str

@type_check_only
class AccountTransaction(TypedDict, total=False):
    date: str
    transaction_id: str
    fcy_credit: Decimal | None
    entity_type_formatted: str
    reference_number: str
    credit_formatted: str
    debit_formatted: str
    entity_type: str
    date_formatted: str
    fcy_debit_formatted: str
    fcy_credit_formatted: str
    customer_name: str
    customer_id: str
    debit: Decimal | None
    credit: Decimal | None
    fcy_debit: Decimal | None

@type_check_only
class AccountTransactionRow(TypedDict, total=False):
    categorized_transaction_id: str
    transaction_type: str
    transaction_status: str
    transaction_source: str
    transaction_id: str
    transaction_date: str
    account_id: str
    customer_id: str
    payee: str
    description: str
    entry_number: str
    currency_id: str
    currency_code: str
    debit_or_credit: str
    offset_account_name: str
    reference_number: str
    reconcile_status: str
    debit_amount: Decimal | None
    credit_amount: Decimal | None

@type_check_only
class Address(TypedDict, total=False):
    address: str
    street2: str
    city: str
    state: str
    zip: str
    country: str
    fax: str
    attention: str
    phone: str
    state_code: str
    address_id: str
    county: str
    latitude: str
    longitude: str
    country_code: str
    street: str
    zipcode: str

@type_check_only
class AddressFields(TypedDict, total=False):
    address: str
    city: str
    state: str
    zip: str
    country: str
    fax: str
    attention: str
    is_update_customer: bool
    street2: str
    phone: str
    is_one_off_address: bool
    is_verified: bool
    state_code: str

@type_check_only
class AssociatedUser(TypedDict, total=False):
    user_id: str
    user_name: str

@type_check_only
class BankAccount(TypedDict, total=False):
    account_id: str
    account_name: str
    account_code: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    price_precision: int | None
    account_type: str
    account_number: str
    uncategorized_transactions: Decimal | None
    total_unprinted_checks: Decimal | None
    is_active: bool
    is_feeds_subscribed: bool
    is_feeds_active: bool
    balance: Decimal | None
    bank_balance: Decimal | None
    bcy_balance: Decimal | None
    bank_name: str
    routing_number: str
    is_primary_account: bool
    is_paypal_account: bool
    description: str
    refresh_status_code: str
    feeds_last_refresh_date: str
    service_id: str
    is_system_account: bool
    is_show_warning_for_feeds_refresh: bool
    account_code_prefix: str
    generation_number: str
    custom_fields: list[Any]
    custom_field_hash: dict[str, Any]
    account_sub_type: str
    last_import_duplicate_count: int | None
    institution_id: str
    institution_name: str
    is_pdf_password_stored: bool
    is_zlabs_supported: bool
    can_show_in_ze: bool
    is_direct_paypal: bool
    can_show_paypal_direct_integ_banner: bool
    partner_bank_source_formatted: str
    partner_bank_source: str
    payout_bank_name: str
    is_feeds_owner: bool
    migrate_to_partner_bank: str
    is_beta_feed: bool
    consent_info: ConsentInfo
    feed_status: str
    mfa_required: bool
    can_access_all_branches: bool
    can_access_all_locations: bool
    can_access_all_locations_of_bank_account: bool
    latest_transaction_date: str
    sub_corporate_cards_count: str
    is_rule_update_required: bool
    is_undeposited_funds: bool

@type_check_only
class BankAccountFields(TypedDict, total=False):
    account_name: str
    account_type: str
    account_number: str
    account_code: str
    currency_id: str
    currency_code: str
    description: str
    bank_name: str
    routing_number: str
    is_primary_account: bool
    is_paypal_account: bool
    paypal_type: str
    paypal_email_address: str

@type_check_only
class BankAccountMatchFilterFields(TypedDict, total=False):
    rule_name: str
    rule_order: int | str
    apply_to: str

@type_check_only
class BankAccountReconciliationFields(TypedDict, total=False):
    start_date: Day
    end_date: Day
    closing_balance: Amount
    save_option: str
    transactions_to_be_reconciled: Sequence[BankAccountRuleSkipSuggestionFields]

@type_check_only
class BankAccountRow(TypedDict, total=False):
    account_id: str
    account_name: str
    account_code: str
    currency_id: str
    currency_code: str
    account_type: str
    account_number: str
    uncategorized_transactions: Decimal | None
    total_unprinted_checks: Decimal | None
    is_active: bool
    balance: Decimal | None
    bank_balance: Decimal | None
    bcy_balance: Decimal | None
    bank_name: str
    routing_number: str
    is_primary_account: bool
    is_paypal_account: bool
    account_sub_type: str
    feeds_last_refresh_date: str
    is_direct_paypal: bool
    mfa_required: bool
    partner_bank_source_formatted: str
    partner_bank_source: str
    payout_bank_name: str
    is_beta_feed: bool
    consent_info: ConsentInfo
    feed_status: str

@type_check_only
class BankAccountRule(TypedDict, total=False):
    rule_id: str
    rule_name: str
    rule_order: int | None
    rule_category: str
    target_accounts: list[BankAccountRuleTargetAccount]
    accounts: list[BankAccountRuleAccount]
    target_accounts_count: int | None
    apply_to: str
    criteria_type: str
    auto_categorize: str
    location_id: str
    location_name: str
    criterion: list[BankAccountRuleCriterion]
    record_as: str
    account_id: str
    account_name: str
    tax_id: str
    customer_id: str
    customer_name: str
    reference_number: str
    payment_mode: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    product_type: str
    tax_authority_id: str
    tax_authority_name: str
    tax_exemption_code: str

@type_check_only
class BankAccountRuleAccount(TypedDict, total=False):
    account_id: str
    account_name: str

@type_check_only
class BankAccountRuleBulkUpdateFields(TypedDict, total=False):
    rules: Sequence[BankAccountRuleBulkUpdateRuleFields]

@type_check_only
class BankAccountRuleBulkUpdateRuleFields(TypedDict, total=False):
    rule_id: str
    rule_name: str
    apply_to: str
    rule_category: str
    account_ids: str
    criteria_type: str
    auto_categorize: str
    record_as: str
    account_id: str
    customer_id: str
    tax_id: str
    reference_number: str

@type_check_only
class BankAccountRuleCriterion(TypedDict, total=False):
    criteria_id: str
    field: str
    comparator: str
    value: str

@type_check_only
class BankAccountRuleFields(TypedDict, total=False):
    rule_name: str
    rule_category: str
    account_ids: str
    apply_to: str
    criteria_type: str
    auto_categorize: str
    criterion: Sequence[BankAccountRuleCriterion]
    record_as: str
    account_id: str
    customer_id: str
    tax_id: str
    reference_number: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    product_type: str
    tax_authority_id: str
    tax_exemption_id: str
    location_id: str

@type_check_only
class BankAccountRuleReorderFields(TypedDict, total=False):
    rules: Sequence[BankAccountRuleReorderRuleFields]

@type_check_only
class BankAccountRuleReorderRuleFields(TypedDict, total=False):
    rule_id: str
    rule_order: int | str

@type_check_only
class BankAccountRuleRow(TypedDict, total=False):
    rule_id: str
    rule_name: str
    rule_order: int | None
    rule_category: str
    target_accounts_formatted: str
    target_accounts_count: int | None
    apply_to: str
    criteria_type: str
    record_as: str
    account_id: str
    account_name: str
    criterion: list[BankAccountRuleCriterion]

@type_check_only
class BankAccountRuleSkipSuggestionFields(TypedDict, total=False):
    transaction_id: str

@type_check_only
class BankAccountRuleTargetAccount(TypedDict, total=False):
    target_account_id: str
    target_account_name: str

@type_check_only
class BankAccountStatementLastImported(TypedDict, total=False):
    statement_id: str
    from_date: str
    to_date: str
    source: str
    transactions: list[BankAccountStatementLastImportedTransaction]

@type_check_only
class BankAccountStatementLastImportedTransaction(TypedDict, total=False):
    transaction_id: str
    debit_or_credit: str
    date: str
    customer_id: str
    payee: str
    reference_number: str
    transaction_type: str
    amount: Decimal | None
    status: str

@type_check_only
class BankStatementFields(TypedDict, total=False):
    account_id: str
    start_date: Day
    end_date: Day
    transactions: Sequence[BankStatementTransactionFields]

@type_check_only
class BankStatementTransactionFields(TypedDict, total=False):
    transaction_id: str
    date: Day
    debit_or_credit: str
    amount: Amount
    payee: str
    description: str
    reference_number: str

@type_check_only
class BankTransaction(TypedDict, total=False):
    transaction_id: str
    from_account_id: str
    from_account_name: str
    to_account_id: str
    to_account_name: str
    transaction_type: str
    currency_id: str
    currency_code: str
    payment_mode: str
    exchange_rate: int | None
    date: str
    customer_id: str
    customer_name: str
    vendor_id: str
    vendor_name: str
    reference_number: str
    description: str
    bank_charges: Decimal | None
    tax_id: str
    documents: list[Document]
    is_inclusive_tax: bool
    tax_name: str
    tax_percentage: Decimal | None
    tax_amount: Decimal | None
    sub_total: int | None
    tax_authority_id: str
    tax_authority_name: str
    tax_exemption_id: str
    tax_exemption_code: str
    total: Decimal | None
    bcy_total: int | None
    amount: Decimal | None
    vat_treatment: str
    tax_treatment: str
    product_type: str
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    reverse_charge_tax_id: str
    filed_in_vat_return_id: str
    filed_in_vat_return_name: str
    filed_in_vat_return_type: str
    imported_transactions: list[ImportedTransaction]
    tags: list[Tag]
    line_items: list[BankTransactionLineItem]

@type_check_only
class BankTransactionCategorizeAsCreditNoteRefundFields(TypedDict, total=False):
    creditnote_id: str
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: int | str
    from_account_id: str
    description: str

@type_check_only
class BankTransactionCategorizeAsCustomerPaymentFields(TypedDict, total=False):
    customer_id: str
    retainerinvoice_id: str
    invoices: Sequence[BankTransactionCategorizeAsCustomerPaymentInvoiceFields]
    payment_mode: str
    description: str
    reference_number: str
    exchange_rate: int | str
    amount: Amount
    bank_charges: Amount
    account_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    documents: Sequence[DocumentFields]
    date: Day
    template_id: str
    contact_persons: Sequence[str]

@type_check_only
class BankTransactionCategorizeAsCustomerPaymentInvoiceFields(TypedDict, total=False):
    invoice_payment_id: str
    invoice_id: str
    amount_applied: Amount
    tax_amount_withheld: Amount
    discount_amount: Amount

@type_check_only
class BankTransactionCategorizeAsExpenseFields(TypedDict, total=False):
    account_id: str
    paid_through_account_id: str
    date: Day
    tax_id: str
    amount: Amount
    project_id: str
    tax_exemption_code: str
    tax_exemption_id: str
    is_inclusive_tax: bool
    is_billable: bool
    reference_number: str
    description: str
    customer_id: str
    zp_project_id: str
    zp_project_name: str
    zp_client_id: str
    vendor_id: str
    vehicle_id: str
    mileage_unit: str
    mileage_rate: Amount
    can_reclaim_vat_on_mileage: bool
    fuel_type: str
    engine_capacity_range: str
    employee_id: str
    mileage_type: str
    expense_type: str
    distance: Amount
    start_reading: str
    end_reading: str
    currency_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    documents: Sequence[DocumentFields]
    exchange_rate: int | str
    recurring_expense_id: str
    vat_treatment: str
    tax_treatment: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    is_update_customer: bool
    product_type: str
    taxes: Sequence[BillTaxFields]
    reason: str
    line_items: Sequence[BankTransactionCategorizeAsExpenseLineItemFields]
    zcrm_potential_id: str

@type_check_only
class BankTransactionCategorizeAsExpenseLineItemFields(TypedDict, total=False):
    line_item_id: str
    account_id: str
    description: str
    amount: Amount
    tax_id: str
    item_order: int | str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    tax_exemption_code: str
    tax_exemption_id: str
    tags: Sequence[Tag]

@type_check_only
class BankTransactionCategorizeAsPaymentRefundFields(TypedDict, total=False):
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: int | str
    from_account_id: str
    description: str
    payment_id: str

@type_check_only
class BankTransactionCategorizeAsVendorCreditRefundFields(TypedDict, total=False):
    vendor_credit_id: str
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: int | str
    account_id: str
    description: str

@type_check_only
class BankTransactionCategorizeAsVendorPaymentFields(TypedDict, total=False):
    vendor_id: str
    bills: Sequence[VendorPaymentBillFields]
    payment_mode: str
    description: str
    date: Day
    reference_number: str
    exchange_rate: int | str
    paid_through_account_id: str
    amount: Amount
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    is_paid_via_print_check: bool
    check_details: Sequence[CheckDetailsFields]

@type_check_only
class BankTransactionCategorizeAsVendorPaymentRefundFields(TypedDict, total=False):
    vendorpayment_id: str
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: int | str
    to_account_id: str
    description: str

@type_check_only
class BankTransactionFields(TypedDict, total=False):
    from_account_id: str
    to_account_id: str
    transaction_type: str
    amount: Amount
    date: Day
    reference_number: str
    payment_mode: str
    exchange_rate: int | str
    description: str
    customer_id: str
    tags: Sequence[Tag]
    documents: Sequence[DocumentFields]
    currency_id: str
    tax_id: str
    to_account_tags: Sequence[AccountTagFields]
    from_account_tags: Sequence[AccountTagFields]
    is_inclusive_tax: bool
    bank_charges: Amount
    user_id: str
    tax_authority_id: str
    tax_exemption_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    line_items: Sequence[LineItemFields]

@type_check_only
class BankTransactionLineItem(TypedDict, total=False):
    from_account_id: str
    from_account_name: str
    payment_mode: str
    customer_id: str
    customer_name: str
    vendor_id: str
    vendor_name: str
    sub_total: int | None
    total: Decimal | None
    bcy_total: int | None
    tags: list[Tag]

@type_check_only
class BankTransactionMatchFields(TypedDict, total=False):
    transactions_to_be_matched: Sequence[BankTransactionMatchTransactionsToBeMatchedFields]

@type_check_only
class BankTransactionMatchRow(TypedDict, total=False):
    transaction_id: str
    date: str
    transaction_type: str
    reference_number: str
    amount: Decimal | None
    debit_or_credit: str
    transaction_number: str
    is_paid_via_print_check: bool
    contact_name: str
    is_best_match: bool

@type_check_only
class BankTransactionMatchTransactionsToBeMatchedFields(TypedDict, total=False):
    transaction_id: str
    transaction_type: str

@type_check_only
class BankTransactionRow(TypedDict, total=False):
    transaction_id: str
    date: str
    amount: Decimal | None
    transaction_type: str
    status: str
    source: str
    account_id: str
    account_name: str
    account_type: str
    price_precision: int | None
    customer_id: str
    payee: str
    is_paid_via_print_check: bool
    description: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    debit_or_credit: str
    offset_account_name: str
    is_offsetaccount_matched: bool
    reference_number: str
    imported_transaction_id: str
    is_rule_exist: bool
    rule_details: list[str]

@type_check_only
class BaseCurrencyAdjustment(TypedDict, total=False):
    base_currency_adjustment_id: str
    adjustment_date: str
    exchange_rate: Decimal | None
    currency_id: str
    accounts: list[BaseCurrencyAdjustmentAccount]
    notes: str
    currency_code: str

@type_check_only
class BaseCurrencyAdjustmentAccount(TypedDict, total=False):
    adjustment_date: str
    exchange_rate: Decimal | None
    currency_id: str
    accounts: list[BaseCurrencyAdjustmentAccountAccount]
    notes: str
    currency_code: str
    account_id: str
    account_name: str
    bcy_balance: Decimal | None
    fcy_balance: Decimal | None
    adjusted_balance: Decimal | None
    gain_or_loss: Decimal | None
    gl_specific_type: int | None

@type_check_only
class BaseCurrencyAdjustmentAccountAccount(TypedDict, total=False):
    account_id: str
    account_name: str
    bcy_balance: Decimal | None
    fcy_balance: Decimal | None
    adjusted_balance: Decimal | None
    gain_or_loss: Decimal | None
    gl_specific_type: int | None

@type_check_only
class BaseCurrencyAdjustmentContactRow(TypedDict, total=False):
    contact_id: str
    contact_name: str
    fcy_balance: Decimal | None
    bcy_balance: Decimal | None
    adjusted_balance: Decimal | None
    gain_or_loss: Decimal | None

@type_check_only
class BaseCurrencyAdjustmentFields(TypedDict, total=False):
    currency_id: str
    adjustment_date: Day
    exchange_rate: Amount
    notes: str

@type_check_only
class BaseCurrencyAdjustmentRow(TypedDict, total=False):
    base_currency_adjustment_id: str
    adjustment_date: str
    exchange_rate: Decimal | None
    currency_id: str
    currency_code: str
    notes: str
    gain_or_loss: Decimal | None

@type_check_only
class BatchPaymentFields(TypedDict, total=False):
    payment_mode: str
    amount: Amount
    account_id: str

@type_check_only
class Bill(TypedDict, total=False):
    bill_id: str
    purchaseorder_ids: list[str]
    vendor_id: str
    vendor_name: str
    vat_treatment: str
    vat_reg_no: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    permit_number: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    is_pre_gst: bool
    pricebook_id: str
    pricebook_name: str
    is_reverse_charge_applied: bool
    unused_credits_payable_amount: Decimal | None
    status: str
    bill_number: str
    date: str
    due_date: str
    payment_terms: int | None
    payment_terms_label: str
    payment_expected_date: str
    reference_number: str
    recurring_bill_id: str
    due_by_days: str
    due_in_days: int | None
    currency_id: str
    currency_code: str
    currency_symbol: str
    documents: list[Document]
    price_precision: int | None
    exchange_rate: Decimal | None
    adjustment: Decimal | None
    adjustment_description: str
    custom_fields: list[CustomField]
    tags: list[Tag]
    is_tds_applied: bool
    is_item_level_tax_calc: bool
    is_inclusive_tax: bool
    filed_in_vat_return_id: str
    filed_in_vat_return_name: str
    filed_in_vat_return_type: str
    is_abn_quoted: str
    line_items: list[BillLineItem]
    location_id: str
    location_name: str
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    payment_made: Decimal | None
    vendor_credits_applied: Decimal | None
    is_line_item_invoiced: bool
    purchaseorders: list[BillPurchaseorder]
    taxes: list[BillTax]
    acquisition_vat_summary: list[BillTax]
    acquisition_vat_total: Decimal | None
    reverse_charge_vat_summary: list[BillTax]
    reverse_charge_vat_total: Decimal | None
    balance: Decimal | None
    billing_address: Address
    payments: list[BillPayment]
    vendor_credits: list[BillVendorCredit]
    created_time: str
    created_by_id: str
    last_modified_time: str
    reference_id: str
    notes: str
    terms: str
    attachment_name: str
    open_purchaseorders_count: int | None
    non_catalog_items_count: int | None
    source: str
    contact_category: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    sub_statuses: list[Any]
    discount_setting: str
    tds_calculation_type: str
    scanned_po_number: str
    scanned_po_id: str
    currency_name_formatted: str
    subject_content: str
    custom_field_hash: dict[str, Any]
    is_viewed_by_client: bool
    client_viewed_time: str
    tax_rounding: str
    is_uber_bill: bool
    is_tally_bill: bool
    track_discount_in_account: bool
    is_bill_reconciliation_violated: bool
    bill_order_type: str
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    submitter_id: str
    approver_id: str
    discount_amount: Decimal | None
    discount: Decimal | None
    discount_applied_on_amount: Decimal | None
    is_discount_before_tax: bool
    discount_account_id: str
    discount_account_name: str
    discount_type: str
    sub_total_inclusive_of_tax: Decimal | None
    discount_total: Decimal | None
    discount_percent: Decimal | None
    computation_type: str
    tax_override_preference: str
    unprocessed_payment_amount: Decimal | None
    billing_address_id: str
    last_modified_id: str
    template_id: str
    template_name: str
    page_width: str
    page_height: str
    orientation: str
    template_type: str
    is_approval_required: bool
    allocated_landed_costs: list[Any]
    unallocated_landed_costs: list[Any]
    entity_type: str
    total_retention_amount: Decimal | None
    retention_items: list[Any]
    can_send_in_mail: bool
    approvers_list: list[Any]
    account_id: str
    account_name: str
    adjustment_account_id: str
    adjustment_account_name: str

@type_check_only
class BillApproverFields(TypedDict, total=False):
    approver_id: str
    order: int | str

@type_check_only
class BillBillingAddress(TypedDict, total=False):
    address: str
    street2: str
    city: str
    state: str
    zip: str
    country: str
    fax: str
    attention: str

@type_check_only
class BillComment(TypedDict, total=False):
    comment_id: str
    bill_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str

@type_check_only
class BillCommentRow(TypedDict, total=False):
    comment_id: str
    bill_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class BillCreditApplyFields(TypedDict, total=False):
    bill_payments: Sequence[PaymentFields]
    apply_vendor_credits: Sequence[BillCreditApplyVendorCreditFields]

@type_check_only
class BillCreditApplyVendorCreditFields(TypedDict, total=False):
    vendor_credit_id: str
    amount_applied: Amount

@type_check_only
class BillFields(TypedDict, total=False):
    vendor_id: str
    currency_id: str
    vat_treatment: str
    is_update_customer: bool
    purchaseorder_ids: Sequence[str]
    bill_number: str
    documents: Sequence[DocumentFields]
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    permit_number: str
    gst_treatment: str
    tax_treatment: str
    gst_no: str
    pricebook_id: str
    reference_number: str
    date: Day
    due_date: Day
    payment_terms: int | str
    payment_terms_label: str
    recurring_bill_id: str
    exchange_rate: Amount
    is_item_level_tax_calc: bool
    is_inclusive_tax: bool
    adjustment: Amount
    adjustment_description: str
    location_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    line_items: Sequence[BillLineItemFields]
    taxes: Sequence[BillTaxFields]
    notes: str
    terms: str
    approvers: Sequence[BillApproverFields]

@type_check_only
class BillLineItem(TypedDict, total=False):
    purchaseorder_item_id: str
    line_item_id: str
    item_id: str
    sku: str
    name: str
    account_id: str
    account_name: str
    image_document_id: str
    location_id: str
    location_name: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    description: str
    bcy_rate: Decimal | None
    rate: Decimal | None
    tags: list[Tag]
    line_item_category: str
    quantity: Decimal | None
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    item_total_inclusive_of_tax: Decimal | None
    item_order: int | None
    unit: str
    product_type: str
    hsn_or_sac: str
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    is_billable: bool
    customer_id: str
    customer_name: str
    project_id: str
    project_name: str
    invoice_id: str
    invoice_number: str
    item_custom_fields: list[CustomField]
    purchaseorder_id: str
    account_code: str
    sales_rate: Decimal | None
    pricebook_id: str
    header_id: str
    header_name: str
    quantity_received: Decimal | None
    discount: Decimal | None
    discounts: list[Any]
    discount_account_id: str
    discount_account_name: str
    markup_percent: Decimal | None
    line_item_taxes: list[Any]
    item_type: str
    item_code: dict[str, Any]
    image_name: str
    image_type: str
    receipt_line_item_id: str
    purchase_request_items: list[Any]
    item_matching_type: str
    receive_line_items: list[Any]

@type_check_only
class BillLineItemFields(TypedDict, total=False):
    purchaseorder_item_id: str
    line_item_id: str
    item_id: str
    name: str
    account_id: str
    description: str
    rate: Amount
    hsn_or_sac: str
    reverse_charge_tax_id: str
    location_id: str
    quantity: Amount
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    item_order: int | str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    unit: str
    tags: Sequence[Tag]
    line_item_category: str
    is_billable: bool
    project_id: str
    customer_id: str
    item_custom_fields: Sequence[CustomFieldFields]
    serial_numbers: Sequence[str]

@type_check_only
class BillPayment(TypedDict, total=False):
    payment_id: str
    bill_id: str
    bill_payment_id: str
    payment_mode: str
    payment_number: str
    description: str
    date: str
    reference_number: str
    exchange_rate: Decimal | None
    amount: Decimal | None
    paid_through_account_id: str
    paid_through_account_name: str
    is_single_bill_payment: bool
    is_paid_via_print_check: bool
    check_details: list[CheckDetails]
    is_ach_payment: bool
    ach_payment_status: str
    ach_gw_transaction_id: str
    filed_in_vat_return_id: str
    filed_in_vat_return_name: str
    filed_in_vat_return_type: str

@type_check_only
class BillPaymentRow(TypedDict, total=False):
    payment_id: str
    bill_id: str
    bill_payment_id: str
    vendor_id: str
    vendor_name: str
    payment_mode: str
    description: str
    date: str
    reference_number: str
    exchange_rate: Decimal | None
    amount: Decimal | None
    paid_through: str
    is_single_bill_payment: bool

@type_check_only
class BillPurchaseorder(TypedDict, total=False):
    purchaseorder_id: str
    purchaseorder_number: str
    purchaseorder_date: str
    purchaseorder_status: str

@type_check_only
class BillRow(TypedDict, total=False):
    bill_id: str
    vendor_id: str
    vendor_name: str
    status: str
    bill_number: str
    reference_number: str
    date: str
    due_date: str
    due_days: str
    currency_id: str
    currency_code: str
    price_precision: int | None
    exchange_rate: Decimal | None
    total: Decimal | None
    balance: Decimal | None
    location_id: str
    location_name: str
    created_time: str
    last_modified_time: str
    attachment_name: str
    has_attachment: bool
    is_tds_applied: bool
    is_abn_quoted: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    tds_total: Decimal | None
    unprocessed_payment_amount: Decimal | None
    created_time_formatted: str
    last_modified_time_formatted: str
    created_by: str
    last_modified_by: str
    is_opening_balance: str
    tags: list[Any]
    is_uber_bill: bool
    is_tally_bill: bool
    entity_type: str
    client_viewed_time: str
    is_viewed_by_client: bool
    is_bill_reconciliation_violated: bool
    balance_due: Decimal | None

@type_check_only
class BillTax(TypedDict, total=False):
    tax_name: str
    tax_amount: Decimal | None

@type_check_only
class BillTaxFields(TypedDict, total=False):
    tax_name: str
    tax_amount: Amount
    tax_id: str

@type_check_only
class BillVendorCredit(TypedDict, total=False):
    vendor_credit_id: str
    vendor_credit_bill_id: str
    vendor_credit_number: str
    date: str
    amount: Decimal | None

@type_check_only
class CcMailsList(TypedDict, total=False):
    user_name: str
    email: Any

@type_check_only
class CheckDetails(TypedDict, total=False):
    amount_in_words: str
    check_id: str
    check_number: str
    check_status: str
    memo: str
    template_id: str
    retain_txn_in_void_check: bool

@type_check_only
class CheckDetailsFields(TypedDict, total=False):
    memo: str
    check_number: str

@type_check_only
class CommentFields(TypedDict, total=False):
    description: str

@type_check_only
class CommunicationPreference(TypedDict, total=False):
    is_sms_enabled: bool
    is_whatsapp_enabled: bool
    is_email_enabled: bool

@type_check_only
class ConsentInfo(TypedDict, total=False):
    consent_remaining_days: str
    is_consent_expired: str

@type_check_only
class Contact(TypedDict, total=False):
    contact_id: str
    contact_name: str
    company_name: str
    has_transaction: bool
    contact_type: str
    customer_sub_type: str
    credit_limit: Decimal | None
    is_portal_enabled: bool
    language_code: str
    is_taxable: bool
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_authority_id: str
    tax_exemption_id: str
    tax_authority_name: str
    tax_exemption_code: str
    place_of_contact: str
    gst_no: str
    vat_treatment: str
    tax_treatment: str
    tax_exemption_certificate_number: str
    tax_regime: str
    legal_name: str
    is_tds_registered: bool
    gst_treatment: str
    is_linked_with_zohocrm: bool
    website: str
    owner_id: str
    primary_contact_id: str
    pricebook_id: str
    contact_number: str
    ignore_auto_number_generation: bool
    payment_terms: int | None
    payment_terms_label: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    opening_balances: list[ContactOpeningBalance]
    outstanding_receivable_amount: Decimal | None
    outstanding_receivable_amount_bcy: Decimal | None
    unused_credits_receivable_amount: Decimal | None
    unused_credits_receivable_amount_bcy: Decimal | None
    status: str
    payment_reminder_enabled: bool
    custom_fields: list[CustomField]
    billing_address: Address
    shipping_address: Address
    facebook: str
    twitter: str
    contact_persons: list[ContactPerson]
    default_templates: DefaultTemplates
    notes: str
    created_time: str
    last_modified_time: str
    contact_tax_information: str
    first_name: str
    last_name: str
    designation: str
    department: str
    is_bcy_only_contact: bool
    is_credit_limit_migration_completed: bool
    language_code_formatted: str
    contact_salutation: str
    email: str
    phone: str
    mobile: str
    photo_url: str
    invited_by: str
    portal_status: str
    is_client_review_asked: bool
    contact_relation_type: str
    owner_name: str
    source: str
    documents: list[Any]
    is_crm_customer: bool
    zcrm_account_id: str
    zcrm_contact_id: str
    crm_owner_id: str
    payment_terms_id: str
    credit_limit_exceeded_amount: Decimal | None
    lock_details: LockDetails
    locked_actions: list[Any]
    lock_detail: LockDetail
    price_precision: int | None
    exchange_rate: Decimal | None
    can_show_customer_ob: bool
    can_show_vendor_ob: bool
    opening_balance_amount: Decimal | None
    opening_balance_amount_bcy: str
    outstanding_ob_receivable_amount: Decimal | None
    outstanding_ob_payable_amount: Decimal | None
    outstanding_payable_amount: Decimal | None
    outstanding_payable_amount_bcy: Decimal | None
    unused_credits_payable_amount: Decimal | None
    unused_credits_payable_amount_bcy: Decimal | None
    unused_retainer_payments: Decimal | None
    is_sms_enabled: bool
    is_consent_agreed: bool
    consent_date: str
    is_client_review_settings_enabled: bool
    custom_field_hash: dict[str, Any]
    track_1099: bool
    tax_id_type: str
    tax_id_value: str
    tax_reg_label: str
    account_id: str
    account_name: str
    contact_category: str
    sales_channel: str
    ach_supported: bool
    portal_receipt_count: int | None
    entity_address_id: str
    addresses: list[Any]
    pricebook_name: str
    associated_with_square: bool
    cards: list[Any]
    checks: list[Any]
    upi_mandates: list[Any]
    bank_accounts: list[Any]
    vpa_list: list[Any]
    created_date: str
    created_by_name: str
    created_by_id: str
    last_modified_by_id: str
    tags: list[Any]
    zohopeople_client_id: str
    customer_currency_summaries: list[ContactCustomerCurrencySummary]
    approvers_list: list[Any]
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    submitter_id: str
    approver_id: str
    integration_references: list[Any]

@type_check_only
class ContactAddress(TypedDict, total=False):
    address_id: str
    attention: str
    address: str
    street2: str
    city: str
    state: str
    zip: str
    country: str
    fax: str
    phone: str

@type_check_only
class ContactBankAccountFields(TypedDict, total=False):
    gateway: str
    account_number: str
    account_type: str
    routing_number: str
    check_number: str
    bank_name: str
    name: str
    first_name: str
    last_name: str
    beneficiary_name: str
    street: str
    city: str
    state: str
    country: str
    zip: str
    accept_license: bool

@type_check_only
class ContactCardFields(TypedDict, total=False):
    card_token: str
    gateway: str
    card_number: str
    cvv: str
    first_name: str
    last_name: str
    address: str
    city: str
    state: str
    country: str
    zip: str
    expire_month: int | str
    expire_year: int | str
    is_primary: bool
    is_backup: bool

@type_check_only
class ContactCardRecurringInvoiceRow(TypedDict, total=False):
    recurring_invoice_id: str
    recurrence_name: str

@type_check_only
class ContactCommentRow(TypedDict, total=False):
    comment_id: str
    contact_id: str
    contact_name: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str
    transaction_id: str
    transaction_type: str
    is_entity_deleted: bool
    operation_type: str

@type_check_only
class ContactCustomerCurrencySummary(TypedDict, total=False):
    currency_id: str
    currency_code: str
    currency_symbol: str
    price_precision: int | None
    is_base_currency: bool
    currency_name_formatted: str
    outstanding_receivable_amount: Decimal | None
    unused_credits_receivable_amount: Decimal | None

@type_check_only
class ContactEmailFields(TypedDict, total=False):
    to_mail_ids: Sequence[str]
    subject: str
    body: str
    attachments: str

@type_check_only
class ContactFields(TypedDict, total=False):
    contact_name: str
    company_name: str
    website: str
    language_code: str
    contact_type: str
    customer_sub_type: str
    credit_limit: Amount
    pricebook_id: str
    contact_number: str
    ignore_auto_number_generation: bool
    tags: Sequence[Tag]
    is_portal_enabled: bool
    currency_id: str
    payment_terms: int | str
    payment_terms_label: str
    notes: str
    billing_address: AddressFields
    shipping_address: AddressFields
    contact_persons: Sequence[ContactPersonFields]
    default_templates: DefaultTemplatesFields
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    opening_balances: Sequence[ContactOpeningBalanceFields]
    vat_reg_no: str
    owner_id: str
    tax_reg_no: str
    tax_exemption_certificate_number: str
    country_code: str
    vat_treatment: str
    tax_treatment: str
    tax_regime: str
    legal_name: str
    is_tds_registered: bool
    place_of_contact: str
    gst_no: str
    gst_treatment: str
    tax_authority_name: str
    avatax_exempt_no: str
    avatax_use_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    tax_authority_id: str
    tax_id: str
    tds_tax_id: str
    is_taxable: bool
    facebook: str
    twitter: str
    track_1099: bool
    tax_id_type: str
    tax_id_value: str

@type_check_only
class ContactOpeningBalance(TypedDict, total=False):
    location_id: str
    exchange_rate: Decimal | None
    opening_balance_amount: Decimal | None

@type_check_only
class ContactOpeningBalanceFields(TypedDict, total=False):
    location_id: str
    exchange_rate: Amount
    opening_balance_amount: Amount

@type_check_only
class ContactPerson(TypedDict, total=False):
    contact_id: str
    contact_person_id: str
    salutation: str
    first_name: str
    last_name: str
    email: str
    phone: str
    mobile: str
    is_primary_contact: bool
    skype: str
    designation: str
    department: str
    is_added_in_portal: bool
    communication_preference: CommunicationPreference
    enable_portal: bool

@type_check_only
class ContactPersonFields(TypedDict, total=False):
    salutation: str
    first_name: str
    last_name: str
    email: str
    phone: str
    mobile: str
    mobile_country_code: str
    department: str
    designation: str
    skype: str
    fax: str
    is_primary_contact: bool
    enable_portal: bool
    contact_id: str
    communication_preference: CommunicationPreference
    contact_person_id: str

@type_check_only
class ContactPersonRow(TypedDict, total=False):
    contact_person_id: str
    salutation: str
    first_name: str
    last_name: str
    email: str
    phone: str
    mobile: str
    is_primary_contact: bool
    skype: str
    designation: str
    department: str
    is_added_in_portal: bool
    communication_preference: CommunicationPreference

@type_check_only
class ContactPersonsAssociated(TypedDict, total=False):
    contact_person_id: str
    contact_person_name: str
    first_name: str
    last_name: str
    contact_person_email: str
    phone: str
    mobile: str
    communication_preference: CommunicationPreference

@type_check_only
class ContactPersonsAssociatedFields(TypedDict, total=False):
    contact_person_id: str
    communication_preference: CommunicationPreference

@type_check_only
class ContactPortalEnableContactPersonFields(TypedDict, total=False):
    contact_person_id: str

@type_check_only
class ContactPortalEnableFields(TypedDict, total=False):
    contact_persons: Sequence[ContactPortalEnableContactPersonFields]

@type_check_only
class ContactRefundRow(TypedDict, total=False):
    creditnote_refund_id: str
    creditnote_id: str
    date: str
    refund_mode: str
    reference_number: str
    creditnote_number: str
    customer_name: str
    description: str
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None

@type_check_only
class ContactRow(TypedDict, total=False):
    contact_id: str
    contact_name: str
    company_name: str
    contact_type: str
    status: str
    payment_terms: int | None
    payment_terms_label: str
    currency_id: str
    currency_code: str
    outstanding_receivable_amount: Decimal | None
    unused_credits_receivable_amount: Decimal | None
    first_name: str
    last_name: str
    email: str
    phone: str
    mobile: str
    created_time: str
    last_modified_time: str
    customer_name: str
    vendor_name: str
    website: str
    language_code: str
    language_code_formatted: str
    contact_type_formatted: str
    customer_sub_type: str
    source: str
    is_linked_with_zohocrm: bool
    payment_terms_id: str
    twitter: str
    facebook: str
    outstanding_receivable_amount_bcy: Decimal | None
    outstanding_payable_amount: Decimal | None
    outstanding_payable_amount_bcy: Decimal | None
    unused_credits_receivable_amount_bcy: Decimal | None
    unused_credits_payable_amount: Decimal | None
    unused_credits_payable_amount_bcy: Decimal | None
    portal_status: str
    portal_status_formatted: str
    track_1099: bool
    created_time_formatted: str
    last_modified_time_formatted: str
    custom_fields: list[Any]
    custom_field_hash: dict[str, Any]
    contactperson_custom_fields: list[Any]
    tags: list[Any]
    ach_supported: bool
    has_attachment: bool

@type_check_only
class ContactStatementEmailContent(TypedDict, total=False):
    body: str
    subject: str
    to_contacts: list[CreditNoteEmailContentToContact]
    file_name: str
    from_emails: list[CreditNoteEmailContentFromEmail]
    contact_id: str

@type_check_only
class ContactUnusedRetainerPaymentRow(TypedDict, total=False):
    payment_id: str
    payment_number: str
    date: str
    amount: Decimal | None
    unused_amount: Decimal | None
    currency_id: str
    currency_code: str
    currency_symbol: str
    reference_number: str
    payment_mode: str
    description: str

@type_check_only
class CreditNote(TypedDict, total=False):
    creditnote_id: str
    creditnote_number: str
    date: str
    is_pre_gst: bool
    place_of_supply: str
    vat_treatment: str
    vat_reg_no: str
    gst_no: str
    cfdi_usage: str
    cfdi_reference_type: str
    gst_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    status: str
    customer_id: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    custom_fields: list[CustomField]
    tags: list[Tag]
    reference_number: str
    email: str
    total: Decimal | None
    balance: Decimal | None
    location_id: str
    location_name: str
    line_items: list[CreditNoteLineItem]
    invoices: list[CreditNoteInvoice]
    taxes: list[CreditNoteTax]
    currency_code: str
    currency_symbol: str
    billing_address: Address
    shipping_address: Address
    created_time: str
    updated_time: str
    template_id: str
    template_name: str
    notes: str
    terms: str
    issued_date: str
    is_emailed: bool
    created_by_id: str
    last_modified_by_id: str
    last_modified_time: str
    subject_content: str
    created_by_name: str
    offline_created_date_with_time: str
    invoice_id: str
    sales_channel: str
    invoices_credited: list[Any]
    is_viewed_by_client: bool
    client_viewed_time: str
    contact_persons: list[Any]
    salesperson_id: str
    salesperson_name: str
    tds_calculation_type: str
    contact_category: str
    tax_rounding: str
    tax_override_preference: str
    exceptions: list[Any]
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    sub_statuses: list[Any]
    template_type: str
    page_width: str
    page_height: str
    orientation: str
    currency_id: str
    currency_name_formatted: str
    exchange_rate: Decimal | None
    price_precision: int | None
    is_inclusive_tax: bool
    discount: Decimal | None
    discount_applied_on_amount: Decimal | None
    is_discount_before_tax: bool
    discount_type: str
    discount_account_id: str
    discount_account_name: str
    account_id: str
    account_name: str
    adjustment_account_id: str
    adjustment_account_name: str
    submitter_id: str
    approver_id: str
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    documents: list[Any]
    custom_field_hash: dict[str, Any]
    shipping_charge_tax_id: str
    shipping_charge_tax_name: str
    shipping_charge_tax_type: str
    shipping_charge_tax_percentage: str
    shipping_charge_tax_exemption_id: str
    shipping_charge_tax_exemption_code: str
    shipping_charge_tax: str
    bcy_shipping_charge_tax: str
    shipping_charge_exclusive_of_tax: Decimal | None
    shipping_charge_inclusive_of_tax: Decimal | None
    shipping_charge_tax_formatted: str
    shipping_charge_exclusive_of_tax_formatted: str
    shipping_charge_inclusive_of_tax_formatted: str
    shipping_charge_account_id: str
    shipping_charge_account_name: str
    shipping_charge: Decimal | None
    shipping_charge_taxes: list[Any]
    adjustment: Decimal | None
    adjustment_description: str
    roundoff_value: Decimal | None
    transaction_rounding_type: str
    rounding_mode: str
    bcy_rounding_mode: str
    sub_total: Decimal | None
    sub_total_inclusive_of_tax: Decimal | None
    tax_total: Decimal | None
    total_credits_used: Decimal | None
    total_refunded_amount: Decimal | None
    computation_type: str
    creditnote_refunds: list[Any]
    lock_details: LockDetails
    locked_actions: list[Any]
    lock_detail: LockDetail
    approvers_list: list[Any]

@type_check_only
class CreditNoteCommentRow(TypedDict, total=False):
    comment_id: str
    creditnote_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class CreditNoteCustomFieldFields(TypedDict, total=False):
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]

@type_check_only
class CreditNoteEmailContent(TypedDict, total=False):
    body: str
    error_list: list[str]
    subject: str
    emailtemplates: list[Emailtemplate]
    to_contacts: list[CreditNoteEmailContentToContact]
    file_name: str
    from_emails: list[CreditNoteEmailContentFromEmail]
    customer_id: str

@type_check_only
class CreditNoteEmailContentFromEmail(TypedDict, total=False):
    user_name: str
    selected: bool
    email: str

@type_check_only
class CreditNoteEmailContentToContact(TypedDict, total=False):
    first_name: str
    selected: bool
    phone: str
    email: str
    contact_person_id: str
    last_name: str
    salutation: str
    mobile: str

@type_check_only
class CreditNoteEmailFields(TypedDict, total=False):
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    subject: str
    body: str

CreditNoteEmailHistoryRow = TypedDict("CreditNoteEmailHistoryRow", {"mailhistory_id": str, "from": str, "to_mail_ids": list[str], "subject": str, "date": str}, total=False)

@type_check_only
class CreditNoteFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    date: Day
    is_draft: bool
    exchange_rate: Amount
    line_items: Sequence[CreditNoteLineItemFields]
    location_id: str
    creditnote_number: str
    gst_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    gst_no: str
    cfdi_usage: str
    cfdi_reference_type: str
    place_of_supply: str
    ignore_auto_number_generation: bool
    reference_number: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    notes: str
    terms: str
    template_id: str
    tax_id: str
    tax_authority_id: str
    tax_exemption_id: str
    avatax_use_code: str
    avatax_exempt_no: str
    vat_treatment: str
    is_inclusive_tax: bool
    avatax_tax_code: str
    contact_persons: Sequence[str]
    discount: Any
    discount_type: str
    is_discount_before_tax: bool
    shipping_charge: Amount
    adjustment: Amount
    adjustment_description: str
    salesperson_id: str
    salesperson_name: str
    invoice_id: str
    billing_address_id: str
    shipping_address_id: str
    item_id: str
    account_id: str
    name: str
    description: str
    unit: str
    rate: Amount
    quantity: int | str

@type_check_only
class CreditNoteInvoice(TypedDict, total=False):
    invoice_id: str
    invoice_number: str
    amount: Decimal | None

@type_check_only
class CreditNoteInvoiceApplyFields(TypedDict, total=False):
    invoices: Sequence[CreditNoteInvoiceApplyInvoiceFields]
    invoice_id: str
    amount_applied: Amount

@type_check_only
class CreditNoteInvoiceApplyInvoiceFields(TypedDict, total=False):
    invoice_id: str
    amount_applied: Amount

@type_check_only
class CreditNoteInvoiceRow(TypedDict, total=False):
    creditnote_id: str
    invoice_id: str
    creditnote_invoice_id: str
    date: str
    invoice_number: str
    creditnote_number: str
    credited_amount: Decimal | None

@type_check_only
class CreditNoteLineItem(TypedDict, total=False):
    item_id: str
    line_item_id: str
    account_id: str
    name: str
    description: str
    item_order: int | None
    rate: Decimal | None
    quantity: Decimal | None
    unit: str
    discount: Decimal | None
    tax_id: str
    tds_tax_id: str
    tax_exemption_id: str
    tax_exemption_code: str
    tax_treatment_code: str
    avatax_use_code: str
    avatax_tax_code: str
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    item_custom_fields: list[str]
    location_id: str
    location_name: str
    serial_numbers: str
    project_id: str
    tags: list[Tag]
    line_item_category: str
    account_name: str
    internal_name: str
    invoice_id: str
    invoice_item_id: str
    pricing_scheme: str
    pricebook_id: str
    discount_amount: Decimal | None
    discounts: list[Any]
    discount_account_id: str
    discount_account_name: str
    bcy_rate: Decimal | None
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    line_item_taxes: list[Any]
    item_total: Decimal | None
    item_type: str
    item_code: dict[str, Any]
    can_skip_stock_tracking: bool
    is_credit_only_item: bool
    mapped_items: list[Any]
    is_modifier_item: bool
    sales_margin: str
    image_document_id: str
    code: str
    type: int | None
    project_name: str

@type_check_only
class CreditNoteLineItemFields(TypedDict, total=False):
    item_id: str
    invoice_id: str
    invoice_item_id: str
    description: str
    code: str
    name: str
    type: int | str
    account_id: str
    account_name: str
    quantity: Amount
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    product_type: str
    sat_item_key_code: str
    unitkey_code: str
    serial_numbers: str
    location_id: str
    project_id: str
    tags: Sequence[Tag]
    line_item_category: str
    line_item_id: str
    item_order: int | str
    rate: Amount
    bcy_rate: Amount
    unit: str
    discount: Any
    discount_amount: Amount
    discounts: Sequence[Any]
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    tax_exemption_id: str
    tax_exemption_code: str
    item_total: Amount
    header_id: str
    header_name: str
    pricebook_id: str
    item_custom_fields: Sequence[CustomFieldFields]
    avatax_use_code: str
    avatax_tax_code: str
    hsn_or_sac: str
    location_name: str

@type_check_only
class CreditNoteRefund(TypedDict, total=False):
    creditnote_refund_id: str
    creditnote_id: str
    date: str
    refund_mode: str
    payment_form: str
    reference_number: str
    amount: Decimal | None
    customer_name: str
    description: str

@type_check_only
class CreditNoteRefundRow(TypedDict, total=False):
    creditnote_refund_id: str
    creditnote_id: str
    date: str
    refund_mode: str
    payment_form: str
    reference_number: str
    creditnote_number: str
    customer_name: str
    description: str
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None

@type_check_only
class CreditNoteRow(TypedDict, total=False):
    creditnote_id: str
    creditnote_number: str
    status: str
    reference_number: str
    date: str
    issued_date: str
    total: Decimal | None
    balance: Decimal | None
    customer_id: str
    customer_name: str
    applied_invoices: str
    is_emailed: bool
    has_attachment: bool
    salesperson_name: str
    salesperson_id: str
    is_viewed_by_client: bool
    client_viewed_time: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    currency_id: str
    currency_code: str
    created_time: str
    last_modified_time: str
    exchange_rate: Decimal | None
    template_id: str
    template_type: str
    rounding_mode: str
    price_precision: int | None
    tags: list[Any]

@type_check_only
class CreditNoteTax(TypedDict, total=False):
    tax_id: str
    tax_name: str
    tax_amount: Decimal | None

@type_check_only
class Crm(TypedDict, total=False):
    contact_id: str
    item_id: str

@type_check_only
class Currency(TypedDict, total=False):
    currency_id: str
    currency_code: str
    currency_name: str
    currency_symbol: str
    price_precision: int | None
    currency_format: str
    is_base_currency: bool

@type_check_only
class CurrencyFields(TypedDict, total=False):
    currency_code: str
    currency_symbol: str
    price_precision: int | str
    currency_format: str
    currency_name: str

@type_check_only
class CurrencyRow(TypedDict, total=False):
    currency_id: str
    currency_code: str
    currency_name: str
    currency_symbol: str
    price_precision: int | None
    currency_format: str
    is_base_currency: bool
    exchange_rate: Decimal | None
    effective_date: str
    currency_name_formatted: str
    auto_exchange_rate_enabled: bool

@type_check_only
class CustomField(TypedDict, total=False):
    customfield_id: str
    value: Any
    custom_field_id: str
    index: int | None
    label: str
    data_type: str
    show_on_pdf: bool
    edit_on_store: bool
    show_in_all_pdf: bool
    search_entity: str
    value_formatted: str
    show_in_store: bool
    is_active: bool
    order: int | None
    api_name: str
    is_dependent_field: bool
    show_in_portal: bool
    edit_on_portal: bool

@type_check_only
class CustomFieldFields(TypedDict, total=False):
    custom_field_id: str
    index: int | str
    label: str
    value: Any
    customfield_id: str
    api_name: str
    data_type: str
    show_on_pdf: bool
    value_formatted: str

@type_check_only
class CustomModule(TypedDict, total=False):
    module_id: str
    module_name: str
    module_api_name: str
    is_active: bool
    singular_name: str
    plural_name: str

@type_check_only
class CustomModuleFields(TypedDict, total=False):
    module_name: str
    plural_name: str
    parent_module_id: str
    record_name: str
    description: str
    shared_type: str
    is_reporting_tags_supported: bool
    can_edit_module: bool
    can_create_module: bool
    can_delete_module: bool
    can_bulk_update_module: bool
    can_send_mail: bool
    can_bulk_send_mail: bool
    can_attach_documents: bool
    can_show_pdf_view: bool
    can_allow_pdf_print: bool
    allow_forclone: bool
    can_lock_record: bool
    can_use_widget_for_custommodule: bool
    can_show_custommodule_lhs: bool
    show_custommodule_in: Sequence[CustomModuleShowCustommoduleInFields]
    module_permission: Sequence[CustomModulePermissionFields]
    module_visibility: Sequence[CustomModuleVisibilityFields]
    allowed_apps: Sequence[str]
    default_customview_api_name: str

@type_check_only
class CustomModulePermissionFields(TypedDict, total=False):
    role_id: str
    can_create: bool
    can_edit: bool
    can_view: bool
    can_delete: bool
    can_approve: bool
    full_access: bool

@type_check_only
class CustomModuleRecord(TypedDict, total=False):
    module_record_id: str
    module_api_name: str
    last_modified_time: str
    last_modified_time_formatted: str
    created_time: str
    created_time_formatted: str
    created_by_id: str
    last_modified_by_id: str
    record_name: str
    record_name_formatted: str
    cf_debt_amount: Decimal | None
    cf_debt_amount_formatted: str
    code: int | None
    message: str

@type_check_only
class CustomModuleRecordRow(TypedDict, total=False):
    module_record_id: str
    module_api_name: str
    last_modified_time: str
    last_modified_time_formatted: str
    created_time: str
    created_time_formatted: str
    created_by_id: str
    last_modified_by_id: str
    record_name: str
    record_name_formatted: str
    cf_debt_amount: Decimal | None
    cf_debt_amount_formatted: str

@type_check_only
class CustomModuleShowCustommoduleInFields(TypedDict, total=False):
    show_in: str

@type_check_only
class CustomModuleVisibilityFields(TypedDict, total=False):
    type: str
    is_hidden: bool

@type_check_only
class CustomerDebitNote(TypedDict, total=False):
    invoice_id: str
    invoice_number: str
    date: str
    status: str
    customer_id: str
    customer_name: str
    total: Decimal | None
    balance: Decimal | None
    created_time: str
    last_modified_time: str
    line_items: list[CustomerDebitNoteLineItem]
    reference_invoice: ReferenceInvoice
    tags: list[Tag]

@type_check_only
class CustomerDebitNoteFields(TypedDict, total=False):
    customer_id: str
    type: str
    currency_id: str
    contact_persons: Sequence[str]
    invoice_number: str
    date: Day
    payment_terms: int | str
    payment_terms_label: str
    due_date: Day
    exchange_rate: Amount
    location_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    reference_invoice_id: str
    reference_invoice_type: str
    tags: Sequence[Tag]
    line_items: Sequence[CustomerDebitNoteLineItemFields]
    template_id: str
    discount: Any

@type_check_only
class CustomerDebitNoteLineItem(TypedDict, total=False):
    line_item_id: str
    item_id: str
    item_name: str
    description: str
    rate: Decimal | None
    quantity: Decimal | None
    unit: str
    item_total: Decimal | None
    tags: list[Tag]
    line_item_category: str

@type_check_only
class CustomerDebitNoteLineItemFields(TypedDict, total=False):
    item_id: str
    hsn_or_sac: str
    location_id: str
    description: str
    rate: Amount
    quantity: Amount
    tax_id: str
    tags: Sequence[Tag]
    line_item_category: str
    line_item_id: str
    account_id: str
    account_name: str
    name: str
    item_order: int | str
    bcy_rate: Amount
    unit: str
    discount: Any
    discount_amount: Amount
    discounts: Sequence[Any]
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    tax_exemption_id: str
    tax_exemption_code: str
    item_total: Amount
    header_id: str
    header_name: str
    pricebook_id: str
    project_id: str
    invoice_item_id: str
    item_custom_fields: Sequence[CustomFieldFields]
    product_type: str

@type_check_only
class CustomerDefaultBillingAddress(TypedDict, total=False):
    zip: str
    country: str
    address: str
    city: str
    phone: str
    city_code: str
    street2: str
    state: str
    fax: str
    state_code: str

@type_check_only
class CustomerPayment(TypedDict, total=False):
    payment_id: str
    payment_mode: str
    amount: Decimal | None
    amount_refunded: Decimal | None
    bank_charges: Decimal | None
    date: str
    status: str
    reference_number: str
    description: str
    customer_id: str
    customer_name: str
    email: str
    tags: list[Tag]
    invoices: list[CustomerPaymentInvoice]
    currency_code: str
    currency_symbol: str
    location_id: str
    location_name: str
    custom_fields: list[CustomField]
    payment_number: str
    sales_channel: str
    account_identifier: str
    payment_link_id: str
    created_by: str
    created_time: str
    updated_time: str
    lock_details: LockDetails
    locked_actions: list[Any]
    payment_number_prefix: str
    payment_number_suffix: str
    documents: list[Any]
    beat_id: str
    beat_number: str
    journey_plan_id: str
    sales_person_id: str
    sales_person_name: str
    card_type: str
    offline_created_date_with_time: str
    account_id: str
    account_name: str
    account_type: str
    customer_advance_account_id: str
    customer_advance_account_name: str
    currency_id: str
    exchange_rate: Decimal | None
    unused_amount: Decimal | None
    bank_charges_account_id: str
    bank_charges_account_name: str
    tax_account_id: str
    is_client_review_settings_enabled: bool
    tax_account_name: str
    tax_amount_withheld: Decimal | None
    discount_amount: Decimal | None
    is_early_payment_discount_applicable: bool
    online_transaction_id: str
    payment_gateway: str
    settlement_status: str
    is_ondc_channel: bool
    payment_status: str
    tender_id: str
    payment_refunds: list[Any]
    deposit_details: list[Any]
    last_four_digits: str
    template_id: str
    template_name: str
    page_width: str
    page_height: str
    orientation: str
    template_type: str
    attachment_name: str
    can_send_in_mail: bool
    can_send_payment_sms: bool
    is_payment_details_required: bool
    custom_field_hash: dict[str, Any]
    imported_transactions: list[Any]
    price_precision: int | None
    rounding_mode: str

@type_check_only
class CustomerPaymentFields(TypedDict, total=False):
    customer_id: str
    payment_mode: str
    amount: Amount
    date: Day
    reference_number: str
    description: str
    invoices: Sequence[CustomerPaymentInvoiceFields]
    exchange_rate: Amount
    payment_form: str
    bank_charges: Amount
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    location_id: str
    invoice_id: str
    amount_applied: Amount
    account_id: str
    contact_persons: Sequence[str]
    retainerinvoice_id: str
    tags: Sequence[Tag]
    tax_amount_withheld: Amount

@type_check_only
class CustomerPaymentInvoice(TypedDict, total=False):
    invoice_id: str
    invoice_number: str
    date: str
    invoice_amount: Decimal | None
    amount_applied: Decimal | None
    balance_amount: Decimal | None
    tax_amount_withheld: Decimal | None
    invoice_payment_id: str
    invoice_customer_id: str
    invoice_customer_name: str
    discount_amount: Decimal | None
    total: Decimal | None
    balance: Decimal | None
    due_date: str
    price_precision: int | None
    apply_date: str
    allow_partial_payments: str
    is_early_payment_discount_applicable: bool
    invoice_installments: list[Any]
    installments: list[Any]

@type_check_only
class CustomerPaymentInvoiceFields(TypedDict, total=False):
    invoice_id: str
    amount_applied: Amount
    tax_amount_withheld: Amount

@type_check_only
class CustomerPaymentRefund(TypedDict, total=False):
    payment_refund_id: str
    payment_id: str
    date: str
    refund_mode: str
    reference_number: str
    amount: Decimal | None
    exchange_rate: Decimal | None
    payment_form: str
    description: str

@type_check_only
class CustomerPaymentRefundRow(TypedDict, total=False):
    payment_refund_id: str
    payment_id: str
    date: str
    refund_mode: str
    reference_number: str
    payment_number: str
    customer_name: str
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None

@type_check_only
class CustomerPaymentRow(TypedDict, total=False):
    payment_id: str
    payment_number: str
    invoice_number: str
    date: str
    payment_mode: str
    amount: Decimal | None
    bcy_amount: Decimal | None
    location_id: str
    location_name: str
    tags: list[Tag]
    invoice_numbers: str
    payment_mode_formatted: str
    unused_amount: Decimal | None
    bcy_unused_amount: Decimal | None
    account_id: str
    account_name: str
    description: str
    reference_number: str
    customer_id: str
    customer_name: str
    created_time: str
    last_modified_time: str
    last_four_digits: str
    gateway_transaction_id: str
    payment_gateway: str
    bcy_refunded_amount: Decimal | None
    applied_invoices: list[Any]
    has_attachment: bool
    documents: str
    custom_fields_list: str
    tax_account_id: str
    tax_account_name: str
    tax_amount_withheld: Decimal | None
    payment_type: str
    payment_status: str
    settlement_status: str
    sales_channel: str

@type_check_only
class DefaultTemplates(TypedDict, total=False):
    invoice_template_id: str
    estimate_template_id: str
    creditnote_template_id: str
    purchaseorder_template_id: str
    salesorder_template_id: str
    retainerinvoice_template_id: str
    paymentthankyou_template_id: str
    retainerinvoice_paymentthankyou_template_id: str
    invoice_email_template_id: str
    estimate_email_template_id: str
    creditnote_email_template_id: str
    purchaseorder_email_template_id: str
    salesorder_email_template_id: str
    retainerinvoice_email_template_id: str
    paymentthankyou_email_template_id: str
    retainerinvoice_paymentthankyou_email_template_id: str
    statement_template_id: str
    payment_remittance_email_template_id: str
    bill_template_id: str
    statement_template_name: str
    invoice_template_name: str
    bill_template_name: str
    estimate_template_name: str
    creditnote_template_name: str
    paymentthankyou_template_name: str
    invoice_email_template_name: str
    estimate_email_template_name: str
    creditnote_email_template_name: str
    paymentthankyou_email_template_name: str
    payment_remittance_email_template_name: str

@type_check_only
class DefaultTemplatesFields(TypedDict, total=False):
    invoice_template_id: str
    estimate_template_id: str
    creditnote_template_id: str
    purchaseorder_template_id: str
    salesorder_template_id: str
    retainerinvoice_template_id: str
    paymentthankyou_template_id: str
    retainerinvoice_paymentthankyou_template_id: str
    invoice_email_template_id: str
    estimate_email_template_id: str
    creditnote_email_template_id: str
    purchaseorder_email_template_id: str
    salesorder_email_template_id: str
    retainerinvoice_email_template_id: str
    paymentthankyou_email_template_id: str
    retainerinvoice_paymentthankyou_email_template_id: str
    statement_template_id: str
    payment_remittance_email_template_id: str
    bill_template_id: str

@type_check_only
class DeliveryChallan(TypedDict, total=False):
    deliverychallan_id: str
    deliverychallan_number: str
    date: str
    challan_type: str
    reference_number: str
    status: str
    customer_id: str
    customer_name: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    discount: Decimal | None
    place_of_supply: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    line_items: list[DeliveryChallanLineItem]
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    adjustment: Decimal | None
    adjustment_description: str
    shipping_address: Address
    notes: str
    terms: str
    template_id: str
    template_name: str
    custom_fields: str
    has_qty_returned: bool
    branch_id: str
    branch_name: str
    location_id: str
    location_name: str
    created_time: str
    last_modified_time: str
    created_by_id: str

@type_check_only
class DeliveryChallanBulkMarkReturnedFields(TypedDict, total=False):
    line_items: Sequence[DeliveryChallanBulkMarkReturnedLineItemFields]

@type_check_only
class DeliveryChallanBulkMarkReturnedLineItemFields(TypedDict, total=False):
    line_item_id: str
    qty_returned: Amount

@type_check_only
class DeliveryChallanFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    deliverychallan_number: str
    reference_number: str
    template_id: str
    date: Day
    challan_type: str
    discount: Any
    is_discount_before_tax: bool
    discount_type: str
    place_of_supply: str
    exchange_rate: Amount
    is_inclusive_tax: bool
    gst_treatment: str
    tax_treatment: str
    gst_no: str
    line_items: Sequence[DeliveryChallanLineItemFields]
    notes: str
    terms: str
    adjustment: Amount
    adjustment_description: str
    tax_id: str
    tax_authority_id: str
    tax_exemption_id: str
    shipping_address_id: str
    pricebook_id: str
    branch_id: str
    location_id: str

@type_check_only
class DeliveryChallanLineItem(TypedDict, total=False):
    line_item_id: str
    item_id: str
    name: str
    sku: str
    description: str
    item_order: int | None
    rate: Decimal | None
    bcy_rate: Decimal | None
    quantity: Decimal | None
    unit: str
    discount: Decimal | None
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    hsn_or_sac: str
    tax_exemption_id: str
    tax_exemption_code: str
    warehouse_id: str
    warehouse_name: str
    quantity_invoiced: Decimal | None
    quantity_returned: Decimal | None
    line_item_taxes: list[CreditNoteTax]

@type_check_only
class DeliveryChallanLineItemFields(TypedDict, total=False):
    item_id: str
    line_item_id: str
    name: str
    sku: str
    description: str
    item_order: int | str
    rate: Amount
    quantity: Amount
    unit: str
    discount: Any
    tax_id: str
    tax_exemption_id: str
    tax_exemption_code: str
    hsn_or_sac: str
    pricebook_id: str
    warehouse_id: str
    location_id: str

@type_check_only
class DeliveryChallanRow(TypedDict, total=False):
    deliverychallan_id: str
    customer_name: str
    customer_id: str
    status: str
    deliverychallan_number: str
    reference_number: str
    date: str
    currency_id: str
    currency_code: str
    total: Decimal | None
    bcy_total: Decimal | None
    created_time: str
    last_modified_time: str
    has_attachment: bool

@type_check_only
class Dependency(TypedDict, total=False):
    dependency_id: str
    dependency_type: int | None
    depends_on_id: str
    depends_on_entity_type: int | None

@type_check_only
class DependencyFields(TypedDict, total=False):
    dependency_id: str
    dependency_type: int | str
    depends_on_id: str
    depends_on_entity_type: int | str

@type_check_only
class Document(TypedDict, total=False):
    can_show_in_portal: bool
    file_name: str
    file_type: str
    file_size: int | None
    file_size_formatted: str
    document_id: str
    attachment_order: int | None

@type_check_only
class DocumentFields(TypedDict, total=False):
    file_name: str
    document_id: str

@type_check_only
class EinvoiceMarkPushedFields(TypedDict, total=False):
    uuid: str
    ack_date: Day
    ack_no: str
    signed_qr_code: str
    internal_data: str

@type_check_only
class Emailtemplate(TypedDict, total=False):
    selected: bool
    name: str
    email_template_id: str

@type_check_only
class Employee(TypedDict, total=False):
    employee_id: str
    name: str
    email: str

@type_check_only
class EmployeeFields(TypedDict, total=False):
    name: str
    email: str

@type_check_only
class EntityFields(TypedDict, total=False):
    entity_id: str
    entity_type: str

@type_check_only
class EntityTag(TypedDict, total=False):
    id: str
    name: str
    color: str

@type_check_only
class EntityTagFields(TypedDict, total=False):
    name: str
    color: str

@type_check_only
class Estimate(TypedDict, total=False):
    estimate_id: str
    estimate_number: str
    date: str
    reference_number: str
    is_pre_gst: bool
    place_of_supply: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    status: str
    customer_id: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    currency_id: str
    currency_code: str
    exchange_rate: Decimal | None
    expiry_date: str
    discount: Decimal | None
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    line_items: list[EstimateLineItem]
    location_id: str
    location_name: str
    shipping_charge: Decimal | None
    adjustment: Decimal | None
    adjustment_description: str
    sub_total: Decimal | None
    total: Decimal | None
    tax_total: Decimal | None
    price_precision: int | None
    taxes: list[BillTax]
    billing_address: Address
    shipping_address: Address
    notes: str
    terms: str
    custom_fields: list[CustomField]
    template_id: str
    template_name: str
    created_time: str
    last_modified_time: str
    salesperson_id: str
    salesperson_name: str
    project: EstimateProject
    tags: list[Tag]
    zcrm_potential_id: str
    zcrm_potential_name: str
    created_date: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    sub_statuses: list[Any]
    documents: list[Any]
    is_transaction_created: bool
    is_converted_to_open: bool
    is_progressive_quote: bool
    uninvoiced_amount: Decimal | None
    invoiced_amount: Decimal | None
    contact_category: str
    exceptions: list[Any]
    contact_persons: list[Any]
    currency_symbol: str
    discount_applied_on_amount: Decimal | None
    is_viewed_by_client: bool
    client_viewed_time: str
    tax_rounding: str
    tds_calculation_type: str
    estimate_url: str
    lock_details: LockDetails
    locked_actions: list[Any]
    lock_detail: LockDetail
    cart_id: str
    beat_id: str
    beat_number: str
    journey_plan_id: str
    submitter_id: str
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    approver_id: str
    shipping_charge_tax_id: str
    shipping_charge_tax_name: str
    shipping_charge_tax_type: str
    shipping_charge_tax_percentage: str
    shipping_charge_tax_exemption_id: str
    shipping_charge_tax_exemption_code: str
    shipping_charge_tax: str
    bcy_shipping_charge_tax: str
    shipping_charge_exclusive_of_tax: Decimal | None
    shipping_charge_inclusive_of_tax: Decimal | None
    shipping_charge_tax_formatted: str
    shipping_charge_exclusive_of_tax_formatted: str
    shipping_charge_inclusive_of_tax_formatted: str
    shipping_charge_account_id: str
    shipping_charge_account_name: str
    bcy_shipping_charge: Decimal | None
    shipping_charge_taxes: list[Any]
    bcy_adjustment: Decimal | None
    roundoff_value: Decimal | None
    transaction_rounding_type: str
    rounding_mode: str
    bcy_rounding_mode: str
    bcy_sub_total: Decimal | None
    sub_total_inclusive_of_tax: Decimal | None
    sub_total_exclusive_of_discount: Decimal | None
    discount_total: Decimal | None
    bcy_discount_total: Decimal | None
    discount_percent: Decimal | None
    bcy_total: Decimal | None
    bcy_tax_total: Decimal | None
    tax_override_preference: str
    invoice_ids: list[Any]
    subscription_ids: list[Any]
    customer_default_billing_address: CustomerDefaultBillingAddress
    custom_field_hash: dict[str, Any]
    template_type: str
    page_width: str
    page_height: str
    orientation: str
    created_by_id: str
    last_modified_by_id: str
    contact_persons_details: list[Any]
    attachment_name: str
    can_send_in_mail: bool
    can_send_estimate_sms: bool
    allow_partial_payments: bool
    payment_options: PaymentOptions
    retainerinvoices: list[Any]
    estimate_type: str
    salesorders: list[Any]
    subject_content: str
    approvers_list: list[Any]

@type_check_only
class EstimateComment(TypedDict, total=False):
    comment_id: str
    estimate_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str
    comment_type: str

@type_check_only
class EstimateCommentFields(TypedDict, total=False):
    description: str
    show_comment_to_clients: bool

@type_check_only
class EstimateCommentRow(TypedDict, total=False):
    comment_id: str
    estimate_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class EstimateEmailFields(TypedDict, total=False):
    send_from_org_email_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    subject: str
    body: str
    mail_documents: Sequence[str]

@type_check_only
class EstimateFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    template_id: str
    place_of_supply: str
    gst_treatment: str
    gst_no: str
    estimate_number: str
    reference_number: str
    date: Day
    expiry_date: Day
    exchange_rate: Amount
    discount: Any
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    custom_body: str
    custom_subject: str
    salesperson_name: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    line_items: Sequence[EstimateLineItemFields]
    location_id: str
    notes: str
    terms: str
    shipping_charge: Amount
    adjustment: Amount
    adjustment_description: str
    tax_id: str
    tax_exemption_id: str
    tax_authority_id: str
    avatax_use_code: str
    avatax_exempt_no: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    item_id: str
    line_item_id: str
    name: str
    description: str
    rate: Amount
    unit: str
    quantity: Amount
    project_id: str
    accept_retainer: bool
    retainer_percentage: int | str
    tags: Sequence[Tag]

@type_check_only
class EstimateLineItem(TypedDict, total=False):
    item_id: str
    line_item_id: str
    name: str
    description: str
    item_order: int | None
    product_type: str
    sat_item_key_code: str
    unitkey_code: str
    bcy_rate: Decimal | None
    rate: Decimal | None
    quantity: Decimal | None
    unit: str
    discount_amount: Decimal | None
    discount: Decimal | None
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    tax_treatment_code: str
    item_total: Decimal | None
    location_id: str
    location_name: str
    tags: list[Tag]
    line_item_category: str
    documents: list[Any]
    internal_name: str
    header_id: str
    header_name: str
    pricing_scheme: str
    pricebook_id: str
    discounts: list[Any]
    line_item_taxes: list[Any]
    combo_type: str
    item_code: dict[str, Any]
    item_custom_fields: list[Any]
    mapped_items: list[Any]
    image_document_id: str

@type_check_only
class EstimateLineItemFields(TypedDict, total=False):
    item_id: str
    line_item_id: str
    name: str
    description: str
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    item_order: int | str
    bcy_rate: Amount
    rate: Amount
    quantity: Amount
    unit: str
    discount_amount: Amount
    discount: Any
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    tax_treatment_code: str
    item_total: Amount
    location_id: str
    tags: Sequence[Tag]
    line_item_category: str
    account_id: str
    account_name: str
    discounts: Sequence[Any]
    tax_exemption_id: str
    tax_exemption_code: str
    header_id: str
    header_name: str
    pricebook_id: str
    project_id: str
    invoice_item_id: str
    item_custom_fields: Sequence[CustomFieldFields]

@type_check_only
class EstimateProject(TypedDict, total=False):
    project_id: str
    project_name: str

@type_check_only
class EstimateRow(TypedDict, total=False):
    estimate_id: str
    customer_name: str
    customer_id: str
    status: str
    estimate_number: str
    reference_number: str
    date: str
    currency_id: str
    currency_code: str
    total: Decimal | None
    location_id: str
    location_name: str
    created_time: str
    last_modified_time: str
    accepted_date: str
    declined_date: str
    expiry_date: str
    has_attachment: bool
    is_viewed_by_client: bool
    client_viewed_time: str
    zcrm_potential_id: str
    zcrm_potential_name: str
    company_name: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    tags: list[Any]
    is_emailed: bool
    template_type: str
    template_id: str
    salesperson_id: str
    salesperson_name: str

@type_check_only
class ExchangeRateFields(TypedDict, total=False):
    effective_date: Day
    rate: Amount

@type_check_only
class ExchangeRateRow(TypedDict, total=False):
    exchange_rate_id: str
    currency_id: str
    currency_code: str
    effective_date: str
    rate: Decimal | None

@type_check_only
class Expense(TypedDict, total=False):
    expense_id: str
    transaction_id: str
    transaction_type: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    destination_of_supply: str
    destination_of_supply_state: str
    place_of_supply: str
    hsn_or_sac: str
    source_of_supply: str
    paid_through_account_name: str
    vat_reg_no: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: int | None
    tax_amount: Decimal | None
    is_itemized_expense: bool
    is_pre_gst: str
    trip_id: str
    trip_number: str
    reverse_charge_vat_total: Decimal | None
    acquisition_vat_total: Decimal | None
    acquisition_vat_summary: list[VatSummary]
    reverse_charge_vat_summary: list[VatSummary]
    taxes: list[ExpenseTax]
    expense_item_id: str
    account_id: str
    account_name: str
    date: str
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    currency_id: str
    currency_code: str
    exchange_rate: Decimal | None
    sub_total: Decimal | None
    total: Decimal | None
    bcy_total: Decimal | None
    amount: Decimal | None
    is_inclusive_tax: bool
    reference_number: str
    description: str
    is_billable: bool
    is_personal: bool
    customer_id: str
    customer_name: str
    expense_receipt_name: str
    expense_receipt_type: str
    last_modified_time: str
    status: str
    invoice_id: str
    invoice_number: str
    location_id: str
    location_name: str
    project_id: str
    project_name: str
    mileage_rate: Decimal | None
    mileage_type: str
    expense_type: str
    start_reading: Decimal | None
    end_reading: Decimal | None
    tags: list[Tag]
    transaction_type_formatted: str
    paid_through_account_id: str
    vendor_id: str
    vendor_name: str
    documents: list[Any]
    markup_percent: Decimal | None
    tax_override_preference: str
    created_time: str
    created_by_id: str
    last_modified_by_id: str
    employee_id: str
    employee_name: str
    employee_email: str
    vehicle_id: str
    vehicle_name: str
    mileage_unit: str
    report_id: str
    report_name: str
    report_number: str
    user_id: str
    user_name: str
    user_email: str
    approver_id: str
    approver_name: str
    approver_email: str
    report_status: str
    is_reimbursable: bool
    location: str
    merchant_id: str
    merchant_name: str
    payment_mode: str
    template_id: str
    template_name: str
    template_type: str
    page_width: str
    page_height: str
    orientation: str
    custom_fields: list[Any]
    custom_field_hash: dict[str, Any]
    is_recurring_applicable: bool
    line_items: list[ExpenseLineItem]
    is_surcharge_applicable: bool
    fcy_surcharge_amount: Decimal | None
    bcy_surcharge_amount: Decimal | None
    zcrm_potential_id: str
    zcrm_potential_name: str
    imported_transactions: list[Any]
    line_item: ExpenseLineItem

@type_check_only
class ExpenseAttachmentDocument(TypedDict, total=False):
    document_id: str
    file_name: str
    file_size: int | None
    document_type: str

@type_check_only
class ExpenseCommentRow(TypedDict, total=False):
    comment_id: str
    expense_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class ExpenseFields(TypedDict, total=False):
    account_id: str
    date: Day
    amount: Amount
    tax_id: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    hsn_or_sac: str
    gst_no: str
    reverse_charge_tax_id: str
    location_id: str
    line_items: Sequence[ExpenseLineItemFields]
    taxes: Sequence[ExpenseTaxFields]
    is_inclusive_tax: bool
    is_billable: bool
    reference_number: str
    description: str
    customer_id: str
    currency_id: str
    exchange_rate: Amount
    project_id: str
    mileage_type: str
    vat_treatment: str
    tax_treatment: str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    start_reading: Amount
    end_reading: Amount
    distance: str
    mileage_unit: str
    mileage_rate: Amount
    employee_id: str
    vehicle_type: str
    can_reclaim_vat_on_mileage: str
    fuel_type: str
    engine_capacity_range: str
    paid_through_account_id: str
    vendor_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]

@type_check_only
class ExpenseLineItem(TypedDict, total=False):
    line_item_id: str
    account_id: str
    account_name: str
    description: str
    tax_amount: Decimal | None
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    amount: Decimal | None
    item_order: int | None
    line_item_taxes: list[Any]
    tags: list[Tag]
    hsn_or_sac: str
    location_id: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: int | None

@type_check_only
class ExpenseLineItemFields(TypedDict, total=False):
    line_item_id: str
    account_id: str
    description: str
    amount: Amount
    tax_id: str
    item_order: int | str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    reverse_charge_tax_id: str
    tax_exemption_code: str
    tax_exemption_id: str
    location_id: str
    tags: Sequence[Tag]

@type_check_only
class ExpenseRow(TypedDict, total=False):
    expense_id: str
    date: str
    account_name: str
    description: str
    currency_id: str
    currency_code: str
    bcy_total: Decimal | None
    bcy_total_without_tax: Decimal | None
    total: Decimal | None
    total_without_tax: Decimal | None
    is_billable: bool
    reference_number: str
    customer_id: str
    customer_name: str
    status: str
    location_id: str
    location_name: str
    created_time: str
    last_modified_time: str
    expense_receipt_name: str
    mileage_rate: Decimal | None
    mileage_unit: str
    expense_type: str
    start_reading: Decimal | None
    end_reading: Decimal | None
    user_name: str
    paid_through_account_name: str
    is_personal: bool
    vendor_id: str
    vendor_name: str
    exchange_rate: Decimal | None
    distance: Decimal | None
    mileage_type: str
    report_id: str
    report_name: str
    report_number: str
    has_attachment: bool
    custom_fields_list: str
    tags: list[Any]

@type_check_only
class ExpenseTax(TypedDict, total=False):
    tax_id: str
    tax_amount: Decimal | None

@type_check_only
class ExpenseTaxFields(TypedDict, total=False):
    tax_id: str
    tax_amount: Amount

@type_check_only
class FixedAsset(TypedDict, total=False):
    fixed_asset_id: str
    asset_name: str
    status: str
    asset_number: str
    asset_number_prefix: str
    asset_number_suffix: int | None
    description: str
    total_life: Decimal | None
    fixed_asset_type_id: str
    fixed_asset_type_name: str
    depreciation_method: str
    depreciation_percentage: Decimal | None
    depreciation_frequency: str
    asset_cost: Decimal | None
    dep_start_value: Decimal | None
    salvage_value: str
    asset_purchase_date: str
    current_asset_value: Decimal | None
    accumulated_dep_value: Decimal | None
    serial_no: str
    depreciation_start_date: str
    last_depreciation_date: str
    asset_account_id: str
    asset_account_name: str
    expense_account_id: str
    expense_account_name: str
    depreciation_account_id: str
    depreciation_account_name: str
    computation_type: str
    warranty_expiry_date: str
    notes: str
    tags: list[Tag]
    associated_transactions: list[dict[str, Any]]
    comments: list[FixedAssetComment]
    custom_fields: list[CustomField]

@type_check_only
class FixedAssetComment(TypedDict, total=False):
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str

@type_check_only
class FixedAssetFields(TypedDict, total=False):
    asset_name: str
    fixed_asset_type_id: str
    asset_account_id: str
    expense_account_id: str
    depreciation_account_id: str
    depreciation_method: str
    depreciation_frequency: str
    depreciation_percentage: Amount
    total_life: Amount
    salvage_value: str
    depreciation_start_date: Day
    description: str
    asset_cost: Amount
    computation_type: str
    warranty_expiry_date: Day
    asset_purchase_date: Day
    serial_no: str
    dep_start_value: Amount
    notes: str
    tags: Sequence[Tag]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]

@type_check_only
class FixedAssetForecastRow(TypedDict, total=False):
    valuation_date: str
    depreciated_value: Decimal | None
    current_value: Decimal | None
    accumulated_value: Decimal | None

@type_check_only
class FixedAssetHistoryRow(TypedDict, total=False):
    valuation_id: str
    description: str
    valuation_date: str
    depreciated_value: Decimal | None
    current_value: Decimal | None
    accumulated_value: Decimal | None
    type: str
    is_journal_posted: bool

@type_check_only
class FixedAssetRow(TypedDict, total=False):
    fixed_asset_id: str
    asset_number: str
    asset_name: str
    status: str
    current_asset_value: Decimal | None
    asset_cost: Decimal | None
    fixed_asset_type_name: str

@type_check_only
class FixedAssetSellFields(TypedDict, total=False):
    expense_account_id: str
    invoice_id: str
    line_item_id: str
    reason: str

@type_check_only
class FixedAssetType(TypedDict, total=False):
    fixed_asset_type_id: str
    fixed_asset_type_name: str
    expense_account_id: str
    expense_account_name: str
    depreciation_account_id: str
    depreciation_account_name: str
    depreciation_method: str
    depreciation_percentage: Decimal | None
    total_life: Decimal | None
    depreciation_frequency: str
    computation_type: str

@type_check_only
class FixedAssetTypeFields(TypedDict, total=False):
    fixed_asset_type_name: str
    expense_account_id: str
    depreciation_account_id: str
    depreciation_method: str
    depreciation_frequency: str
    depreciation_percentage: Amount
    total_life: Amount
    computation_type: str

@type_check_only
class FixedAssetWriteOffFields(TypedDict, total=False):
    date: Day
    expense_account_id: str
    reason: str

@type_check_only
class FromEmail(TypedDict, total=False):
    user_name: str
    selected: bool
    email: Any
    organization_contact_id: str
    is_org_email_id: str

@type_check_only
class ImportedTransaction(TypedDict, total=False):
    imported_transaction_id: str
    date: str
    amount: Decimal | None
    payee: str
    description: str
    reference_number: str
    status: str
    account_id: str

@type_check_only
class Invoice(TypedDict, total=False):
    invoice_id: str
    ach_payment_initiated: bool
    invoice_number: str
    is_pre_gst: bool
    place_of_supply: str
    gst_no: str
    gst_treatment: str
    cfdi_usage: str
    cfdi_reference_type: str
    reference_invoice_id: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    vat_reg_no: str
    date: str
    status: str
    payment_terms: int | None
    payment_terms_label: str
    due_date: str
    payment_expected_date: str
    last_payment_date: str
    reference_number: str
    customer_id: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    currency_id: str
    currency_code: str
    exchange_rate: Decimal | None
    discount: Decimal | None
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    recurring_invoice_id: str
    is_viewed_by_client: bool
    has_attachment: bool
    client_viewed_time: str
    line_items: list[InvoiceLineItem]
    shipping_charge: Decimal | None
    location_id: str
    location_name: str
    adjustment: Decimal | None
    adjustment_description: str
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    taxes: list[BillTax]
    payment_reminder_enabled: bool
    payment_made: Decimal | None
    credits_applied: Decimal | None
    tax_amount_withheld: Decimal | None
    balance: Decimal | None
    write_off_amount: Decimal | None
    allow_partial_payments: bool
    price_precision: int | None
    payment_options: PaymentOptions
    is_emailed: bool
    reminders_sent: int | None
    last_reminder_sent_date: str
    billing_address: Address
    shipping_address: Address
    notes: str
    terms: str
    custom_fields: list[CustomField]
    template_id: str
    template_name: str
    created_time: str
    last_modified_time: str
    attachment_name: str
    can_send_in_mail: bool
    salesperson_id: str
    salesperson_name: str
    invoice_url: str
    tags: list[Tag]
    channel_invoice_id: str
    account_identifier: str
    issued_date: str
    offline_created_date_with_time: str
    customer_custom_fields: list[Any]
    customer_custom_field_hash: dict[str, Any]
    email: str
    invoice_source: str
    currency_symbol: str
    currency_name_formatted: str
    unprocessed_payment_amount: Decimal | None
    custom_field_hash: dict[str, Any]
    is_last_child_invoice: bool
    payment_terms_id: str
    invoice_installments: list[Any]
    early_payment_discount_percentage: Decimal | None
    early_payment_discount_due_days: str
    early_payment_discount_amount: Decimal | None
    zcrm_potential_id: str
    zcrm_potential_name: str
    is_early_payment_discount_applicable: bool
    lock_details: LockDetails
    locked_actions: list[Any]
    lock_detail: LockDetail
    is_progress_invoice: bool
    can_show_kit_return: bool
    is_kit_partial_return: bool
    total_retention_amount: Decimal | None
    retention_items: list[Any]
    retention_override_preference: str
    is_autobill_enabled: bool
    inprocess_transaction_present: bool
    total_taxable_amount: Decimal | None
    discount_total: Decimal | None
    discount_percent: Decimal | None
    discount_applied_on_amount: Decimal | None
    discount_account_id: str
    discount_account_name: str
    account_id: str
    account_name: str
    adjustment_account_id: str
    adjustment_account_name: str
    tax_override_preference: str
    shipping_charge_tax_id: str
    shipping_charge_tax_name: str
    shipping_charge_tax_type: str
    shipping_charge_tax_percentage: str
    shipping_charge_tax_exemption_id: str
    shipping_charge_tax_exemption_code: str
    shipping_charge_tax: str
    bcy_shipping_charge_tax: str
    shipping_charge_exclusive_of_tax: Decimal | None
    shipping_charge_inclusive_of_tax: Decimal | None
    shipping_charge_tax_formatted: str
    shipping_charge_exclusive_of_tax_formatted: str
    shipping_charge_inclusive_of_tax_formatted: str
    shipping_charge_account_id: str
    shipping_charge_account_name: str
    bcy_shipping_charge: Decimal | None
    bcy_adjustment: Decimal | None
    bcy_sub_total: Decimal | None
    bcy_discount_total: Decimal | None
    bcy_tax_total: Decimal | None
    bcy_total: Decimal | None
    roundoff_value: Decimal | None
    transaction_rounding_type: str
    rounding_mode: str
    bcy_rounding_mode: str
    sub_total_inclusive_of_tax: Decimal | None
    contact_category: str
    tax_rounding: str
    shipping_charge_taxes: list[Any]
    exceptions: list[Any]
    tds_calculation_type: str
    can_send_invoice_sms: bool
    payment_discount: Decimal | None
    stop_reminder_until_payment_expected_date: bool
    ach_supported: bool
    reader_offline_payment_initiated: bool
    contact_persons: list[Any]
    documents: list[Any]
    computation_type: str
    in_process_payments: list[Any]
    deliverychallans: list[Any]
    merchant_id: str
    merchant_name: str
    ecomm_operator_id: str
    ecomm_operator_name: str
    salesorder_id: str
    salesorder_number: str
    salesorders: list[InvoiceSalesorder]
    shipping_bills: list[Any]
    contact_persons_details: list[Any]
    contact: InvoiceContact
    next_reminder_date_formatted: str
    submitter_id: str
    approver_id: str
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    template_type: str
    subject_content: str
    created_date: str
    created_by_id: str
    created_by_name: str
    last_modified_by_id: str
    page_width: str
    page_height: str
    orientation: str
    is_backorder: str
    sales_channel: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    sub_statuses: list[Any]
    estimate_id: str
    is_client_review_settings_enabled: bool
    unused_retainer_payments: Decimal | None
    schedule_time: str
    customer_default_billing_address: CustomerDefaultBillingAddress
    includes_package_tracking_info: bool
    approvers_list: list[Any]
    qr_code: InvoiceQrCode
    exchange_invoices: list[Any]

@type_check_only
class InvoiceBulkEmailContactFields(TypedDict, total=False):
    contact_id: str
    email: bool
    snail_mail: bool

@type_check_only
class InvoiceBulkEmailFields(TypedDict, total=False):
    contacts: Sequence[InvoiceBulkEmailContactFields]

@type_check_only
class InvoiceComment(TypedDict, total=False):
    comment_id: str
    invoice_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str
    comment_type: str

@type_check_only
class InvoiceCommentFields(TypedDict, total=False):
    description: str
    payment_expected_date: Day
    show_comment_to_clients: bool

@type_check_only
class InvoiceCommentRow(TypedDict, total=False):
    comment_id: str
    invoice_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    operation_type: str
    date: str
    date_description: str
    time: str
    transaction_id: str
    transaction_type: str

@type_check_only
class InvoiceContact(TypedDict, total=False):
    customer_balance: Decimal | None
    credit_limit: Decimal | None
    unused_customer_credits: Decimal | None
    is_credit_limit_migration_completed: bool

@type_check_only
class InvoiceCouponPreviewFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    contact_persons: Sequence[str]
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    invoice_number: str
    place_of_supply: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    gst_treatment: str
    gst_no: str
    cfdi_usage: str
    reference_number: str
    template_id: str
    date: Day
    payment_terms: int | str
    payment_terms_label: str
    due_date: Day
    discount: Amount
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    exchange_rate: Amount
    location_id: str
    recurring_invoice_id: str
    invoiced_estimate_id: str
    salesperson_name: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    send: bool
    line_items: Sequence[InvoiceCouponPreviewLineItemFields]
    payment_options: PaymentOptionsFields
    allow_partial_payments: bool
    custom_body: str
    custom_subject: str
    notes: str
    terms: str
    shipping_charge: Amount
    adjustment: Amount
    adjustment_description: str
    reason: str
    tax_authority_id: str
    tax_exemption_id: str
    billing_address_id: str
    shipping_address_id: str
    avatax_use_code: str
    avatax_exempt_no: str
    tax_id: str
    expense_id: str
    salesorder_item_id: str
    avatax_tax_code: str
    time_entry_ids: Sequence[str]
    batch_payments: Sequence[BatchPaymentFields]

@type_check_only
class InvoiceCouponPreviewLineItemFields(TypedDict, total=False):
    item_id: str
    project_id: str
    time_entry_ids: Sequence[str]
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    location_id: str
    expense_id: str
    bill_id: str
    bill_item_id: str
    expense_receipt_name: str
    name: str
    description: str
    item_order: int | str
    bcy_rate: Amount
    rate: Amount
    quantity: Amount
    unit: str
    discount_amount: Amount
    discount: Amount
    tags: Sequence[Tag]
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    tax_treatment_code: str
    salesorder_item_id: str
    line_item_category: str

@type_check_only
class InvoiceCreditApplyCreditnoteFields(TypedDict, total=False):
    creditnote_id: str
    amount_applied: Amount

@type_check_only
class InvoiceCreditApplyFields(TypedDict, total=False):
    invoice_payments: Sequence[PaymentFields]
    apply_creditnotes: Sequence[InvoiceCreditApplyCreditnoteFields]

@type_check_only
class InvoiceCreditRow(TypedDict, total=False):
    creditnote_id: str
    creditnotes_invoice_id: str
    creditnotes_number: str
    credited_date: str
    amount_applied: Decimal | None

@type_check_only
class InvoiceDocument(TypedDict, total=False):
    document_id: str
    document_name: str
    file_name: str
    file_size: int | None
    file_type: str
    document_url: str
    created_time: str
    last_modified_time: str

@type_check_only
class InvoiceEmailContent(TypedDict, total=False):
    bcc_mails: list[str]
    gateways_configured: bool
    gateways_associated: bool
    bcc_mails_str: str
    body: str
    documents: str
    customer_name: str
    attach_pdf: bool
    entity_id: str
    cc_mails_list: list[CcMailsList]
    file_name_without_extension: str
    to_mails_str: str
    cc_mails_str: str
    from_email: str
    from_address: str
    deprecated_placeholders_used: list[str]
    error_list: list[str]
    subject: str
    emailtemplates: list[Emailtemplate]
    emailtemplate_documents: list[str]
    to_contacts: list[ToContact]
    attachment_name: str
    file_name: str
    from_emails: list[FromEmail]
    customer_id: str

@type_check_only
class InvoiceEmailFields(TypedDict, total=False):
    send_from_org_email_id: str
    from_address_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    subject: str
    body: str

@type_check_only
class InvoiceEmailScheduleFields(TypedDict, total=False):
    schedule_time: str

@type_check_only
class InvoiceError(TypedDict, total=False):
    code: int | None
    message: str
    ids: list[str]

@type_check_only
class InvoiceFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    contact_persons: Sequence[str]
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    invoice_number: str
    place_of_supply: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    gst_treatment: str
    gst_no: str
    cfdi_usage: str
    reference_number: str
    template_id: str
    date: Day
    payment_terms: int | str
    payment_terms_label: str
    due_date: Day
    discount: Any
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    exchange_rate: Amount
    location_id: str
    recurring_invoice_id: str
    invoiced_estimate_id: str
    salesperson_name: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    send: bool
    line_items: Sequence[InvoiceLineItemFields]
    payment_options: PaymentOptionsFields
    allow_partial_payments: bool
    custom_body: str
    custom_subject: str
    notes: str
    terms: str
    shipping_charge: Amount
    adjustment: Amount
    adjustment_description: str
    reason: str
    tax_authority_id: str
    tax_exemption_id: str
    billing_address_id: str
    shipping_address_id: str
    avatax_use_code: str
    avatax_exempt_no: str
    tax_id: str
    expense_id: str
    salesorder_item_id: str
    avatax_tax_code: str
    time_entry_ids: Sequence[str]
    batch_payments: Sequence[BatchPaymentFields]
    salesperson_id: str
    type: str
    reference_invoice_id: str
    reference_invoice_type: str
    cfdi_reference_type: str
    line_item_id: str

@type_check_only
class InvoiceLineItem(TypedDict, total=False):
    line_item_id: str
    item_id: str
    project_id: str
    sat_item_key_code: str
    unitkey_code: str
    project_name: str
    time_entry_ids: list[str]
    location_id: str
    location_name: str
    item_type: str
    product_type: str
    expense_id: str
    expense_receipt_name: str
    name: str
    description: str
    item_order: int | None
    bcy_rate: Decimal | None
    rate: Decimal | None
    quantity: Decimal | None
    unit: str
    discount_amount: Decimal | None
    discount: Decimal | None
    tags: list[Tag]
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    tax_treatment_code: str
    item_total: Decimal | None
    line_item_category: str
    internal_name: str
    discount_account_id: str
    discount_account_name: str
    discounts: list[Any]
    account_id: str
    account_name: str
    header_id: str
    header_name: str
    pricebook_id: str
    item_custom_fields: list[Any]
    pricing_scheme: str
    documents: list[Any]
    line_item_taxes: list[Any]
    bill_id: str
    bill_item_id: str
    stock_on_hand: str
    available_stock: str
    committed_stock: str
    available_for_sale_stock: str
    sales_rate: Decimal | None
    purchase_rate: Decimal | None
    salesorder_item_id: str
    cost_amount: Decimal | None
    markup_percent: Decimal | None
    item_code: dict[str, Any]
    mapped_items: list[Any]
    is_modifier_item: bool
    image_document_id: str

@type_check_only
class InvoiceLineItemFields(TypedDict, total=False):
    item_id: str
    project_id: str
    time_entry_ids: Sequence[str]
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    location_id: str
    expense_id: str
    bill_id: str
    bill_item_id: str
    expense_receipt_name: str
    name: str
    description: str
    item_order: int | str
    bcy_rate: Amount
    rate: Amount
    quantity: Amount
    unit: str
    discount_amount: Amount
    discount: Any
    tags: Sequence[Tag]
    tax_id: str
    tds_tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    tax_treatment_code: str
    salesorder_item_id: str
    line_item_category: str
    line_item_id: str
    account_id: str
    account_name: str
    discounts: Sequence[Any]
    tax_exemption_id: str
    tax_exemption_code: str
    item_total: Amount
    header_id: str
    header_name: str
    pricebook_id: str
    invoice_item_id: str
    item_custom_fields: Sequence[CustomFieldFields]

@type_check_only
class InvoiceOnlinePaymentAsynchronousFields(TypedDict, total=False):
    invoice_ids: str
    payment_amount: Amount
    gateway: str

@type_check_only
class InvoiceOnlinePaymentBankAccountFields(TypedDict, total=False):
    invoice_ids: str
    payment_amount: Amount
    gateway: str
    first_name: str
    last_name: str
    account_number: str
    routing_number: str
    account_type: str
    bank_name: str
    enable_autobilling: bool
    account_id: str
    autobill_client_status: str

@type_check_only
class InvoiceOnlinePaymentSynchronousFields(TypedDict, total=False):
    card_token: str
    invoice_ids: str
    payment_amount: Amount
    gateway: str
    card_number: str
    cvv: str
    first_name: str
    last_name: str
    address: str
    city: str
    state: str
    country: str

@type_check_only
class InvoicePaymentLink(TypedDict, total=False):
    share_link: str

@type_check_only
class InvoicePaymentReminderInfo(TypedDict, total=False):
    email_success_info: InvoicePaymentReminderInfoEmailSuccessInfo
    email_errors_info: list[InvoicePaymentReminderInfoEmailErrorsInfo]
    code: int | None

@type_check_only
class InvoicePaymentReminderInfoEmailErrorsInfo(TypedDict, total=False):
    message: str
    ids: list[str]

@type_check_only
class InvoicePaymentReminderInfoEmailSuccessInfo(TypedDict, total=False):
    message: str
    sent_count: int | None

@type_check_only
class InvoicePaymentRow(TypedDict, total=False):
    payment_id: str
    payment_number: int | None
    invoice_id: str
    invoice_payment_id: str
    payment_mode: str
    description: str
    date: str
    reference_number: str
    exchange_rate: Decimal | None
    amount: Decimal | None
    tax_amount_withheld: Decimal | None
    online_transaction_id: str
    is_single_invoice_payment: bool

@type_check_only
class InvoiceQrCode(TypedDict, total=False):
    qr_source: str
    is_qr_enabled: bool
    qr_value: str
    qr_description: str

@type_check_only
class InvoiceRow(TypedDict, total=False):
    invoice_id: str
    ach_payment_initiated: bool
    customer_name: str
    customer_id: str
    status: str
    invoice_number: str
    reference_number: str
    date: str
    due_date: str
    due_days: str
    currency_id: str
    schedule_time: str
    currency_code: str
    is_viewed_by_client: bool
    has_attachment: bool
    client_viewed_time: str
    total: Decimal | None
    balance: Decimal | None
    created_time: str
    last_modified_time: str
    is_emailed: bool
    reminders_sent: int | None
    last_reminder_sent_date: str
    payment_expected_date: str
    last_payment_date: str
    custom_fields: list[CustomField]
    documents: str
    location_id: str
    location_name: str
    salesperson_id: str
    salesperson_name: str
    shipping_charge: Decimal | None
    adjustment: Decimal | None
    write_off_amount: Decimal | None
    exchange_rate: Decimal | None
    tags: list[Tag]
    zcrm_potential_id: str
    zcrm_potential_name: str
    company_name: str
    issued_date: str
    email: str
    project_name: str
    billing_address: Address
    shipping_address: Address
    country: str
    phone: str
    created_by: str
    custom_field_hash: dict[str, Any]
    updated_time: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    currency_symbol: str
    template_type: str
    invoice_url: str
    invoice_source: str
    sales_channel: str
    transaction_type: str
    template_id: str
    unprocessed_payment_amount: Decimal | None
    is_viewed_in_mail: bool
    mail_first_viewed_time: str
    mail_last_viewed_time: str

@type_check_only
class InvoiceSalesorder(TypedDict, total=False):
    salesorder_id: str
    salesorder_number: str
    reference_number: str
    crm_custom_reference_id: str
    salesorder_order_status: str
    total: Decimal | None
    total_formatted: str
    sub_total: Decimal | None
    sub_total_formatted: str
    date: str
    shipment_date: str

@type_check_only
class Item(TypedDict, total=False):
    item_id: str
    name: str
    status: str
    description: str
    rate: Decimal | None
    unit: str
    tax_id: str
    purchase_tax_rule_id: str
    sales_tax_rule_id: str
    tax_name: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    tax_percentage: Decimal | None
    tax_type: str
    sku: str
    product_type: str
    item_tax_preferences: list[ItemTaxPreferences]
    custom_fields: list[CustomField]
    locations: list[ItemLocation]
    group_id: str
    brand: str
    manufacturer: str
    product_subtype: str
    purpose_of_use: str
    item_code: dict[str, Any]
    image_name: str
    image_type: str
    source: str
    is_linked_with_zohocrm: bool
    zcrm_product_id: str
    crm_owner_id: str
    unit_id: str
    account_id: str
    account_name: str
    tax_status: str
    tax_start_date: str
    tax_end_date: str
    tax_groups_details: str
    tax_country_code: str
    tax_information: str
    is_tax_expired: str
    purchase_tax_information: str
    is_default_tax_applied: bool
    associated_template_id: str
    documents: list[Any]
    purchase_description: str
    pricebook_rate: Decimal | None
    pricing_scheme: str
    price_brackets: list[Any]
    default_price_brackets: list[ItemDefaultPriceBracket]
    sales_rate: Decimal | None
    purchase_rate: Decimal | None
    sales_margin: str
    purchase_account_id: str
    purchase_account_name: str
    created_at: str
    created_time: str
    offline_created_date_with_time: str
    last_modified_time: str
    tags: list[Any]
    can_be_sold: bool
    can_be_purchased: bool
    track_inventory: bool
    item_type: str
    minimum_order_quantity: str
    maximum_order_quantity: str
    lock_details: LockDetails
    locked_actions: list[Any]
    lock_detail: LockDetail
    locked_fields: dict[str, Any]
    custom_field_hash: dict[str, Any]
    is_fulfillable: bool
    attribute_name1: str
    attribute_name2: str
    attribute_name3: str
    attribute_option_name1: str
    attribute_option_name2: str
    attribute_option_name3: str
    sales_channels: list[Any]
    is_modifier_item: bool
    integration_references: list[Any]
    has_variant: bool
    default_hosted_page_url: str

@type_check_only
class ItemDefaultPriceBracket(TypedDict, total=False):
    start_quantity: Decimal | None
    end_quantity: Decimal | None
    pricebook_rate: Decimal | None

@type_check_only
class ItemDetailsRow(TypedDict, total=False):
    item_id: str
    name: str
    status: str
    description: str
    rate: Decimal | None
    unit: str
    tax_id: str
    purchase_tax_rule_id: str
    sales_tax_rule_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_type: str
    sku: str
    product_type: str
    sat_item_key_code: str
    unitkey_code: str
    custom_fields: list[CustomField]

@type_check_only
class ItemFields(TypedDict, total=False):
    name: str
    rate: Amount
    description: str
    tax_id: str
    locations: Sequence[ItemLocationFields]
    purchase_tax_rule_id: str
    sales_tax_rule_id: str
    tax_percentage: Amount
    sku: str
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    is_taxable: bool
    tax_exemption_id: str
    purchase_tax_exemption_id: str
    account_id: str
    avatax_tax_code: str
    avatax_use_code: str
    item_type: str
    purchase_description: str
    purchase_rate: Amount
    purchase_account_id: str
    inventory_account_id: str
    vendor_id: str
    reorder_level: Amount
    item_tax_preferences: Sequence[ItemTaxPreferences]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    unit: str
    status: str
    track_inventory: bool

@type_check_only
class ItemLocation(TypedDict, total=False):
    location_id: str
    location_name: str
    status: str
    is_primary: bool
    location_stock_on_hand: str
    location_available_stock: str
    location_actual_available_stock: str

@type_check_only
class ItemLocationFields(TypedDict, total=False):
    location_id: str
    initial_stock: Amount
    initial_stock_rate: Amount

@type_check_only
class ItemRow(TypedDict, total=False):
    item_id: str
    name: str
    status: str
    description: str
    rate: Decimal | None
    unit: str
    tax_id: str
    purchase_tax_rule_id: str
    sales_tax_rule_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_type: str
    sku: str
    product_type: str
    sat_item_key_code: str
    unitkey_code: str
    custom_fields: list[CustomField]
    item_name: str
    source: str
    is_linked_with_zohocrm: bool
    zcrm_product_id: str
    purchase_account_id: str
    purchase_account_name: str
    account_id: str
    account_name: str
    purchase_description: str
    purchase_rate: Decimal | None
    can_be_sold: bool
    can_be_purchased: bool
    track_inventory: bool
    item_type: str
    has_attachment: bool
    image_name: str
    image_type: str
    image_document_id: str
    created_time: str
    last_modified_time: str
    product_subtype: str
    purpose_of_use: str
    vendor_name: str
    tags: list[Any]

@type_check_only
class ItemTaxPreferences(TypedDict, total=False):
    tax_id: str
    tax_specification: str

@type_check_only
class Journal(TypedDict, total=False):
    journal_id: str
    entry_number: str
    reference_number: str
    notes: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    journal_date: str
    journal_type: str
    vat_treatment: str
    product_type: str
    include_in_vat_return: bool
    is_bas_adjustment: bool
    line_items: list[JournalLineItem]
    location_id: str
    location_name: str
    line_item_total: Decimal | None
    total: Decimal | None
    bcy_total: Decimal | None
    price_precision: int | None
    taxes: list[JournalTax]
    created_time: str
    last_modified_time: str
    status: str
    custom_fields: list[CustomField]
    tags: list[Tag]
    reversal_date: str
    is_period_end_journal: bool
    fiscal_year: Decimal | None
    journal_template_name: str
    journal_number_prefix: str
    journal_number_suffix: str
    is_scheduled_reversal: bool
    branch_difference: list[Any]
    documents: list[Any]
    available_receivables_credits: Decimal | None
    available_payables_credits: Decimal | None
    comments: list[JournalComment]
    project_id: str
    project_name: str
    imported_transactions: list[Any]
    invoices_credited: list[Any]
    bills_credited: list[Any]
    is_accrual_journal: bool
    approvers_list: list[Any]
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    submitter_id: str
    approver_id: str

@type_check_only
class JournalComment(TypedDict, total=False):
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    operation_type: str
    transaction_type: str

@type_check_only
class JournalCreditBillApplyFields(TypedDict, total=False):
    invoices: Sequence[CreditNoteInvoiceApplyInvoiceFields]

@type_check_only
class JournalCreditRow(TypedDict, total=False):
    credit_id: str
    amount: Decimal | None
    balance: Decimal | None

@type_check_only
class JournalFields(TypedDict, total=False):
    journal_date: Day
    reference_number: str
    notes: str
    journal_type: str
    vat_treatment: str
    include_in_vat_return: bool
    product_type: str
    is_bas_adjustment: bool
    currency_id: str
    exchange_rate: Amount
    location_id: str
    line_items: Sequence[JournalLineItemFields]
    tax_exemption_code: str
    tax_exemption_type: str
    status: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]

@type_check_only
class JournalLineItem(TypedDict, total=False):
    line_id: str
    account_id: str
    customer_id: str
    customer_name: str
    account_name: str
    description: str
    debit_or_credit: str
    tax_exemption_id: str
    tax_exemption_type: str
    tax_exemption_code: str
    tax_authority_id: str
    tax_authority_name: str
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    amount: Decimal | None
    bcy_amount: Decimal | None
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    tags: list[Tag]
    location_id: str
    location_name: str
    project_id: str
    project_name: str
    item_order: int | None
    line_item_taxes: list[Any]

@type_check_only
class JournalLineItemFields(TypedDict, total=False):
    account_id: str
    customer_id: str
    line_id: str
    description: str
    tax_exemption_id: str
    tax_authority_id: str
    tax_exemption_type: str
    tax_exemption_code: str
    tax_authority_name: str
    tax_id: str
    amount: Amount
    debit_or_credit: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    location_id: str
    tags: Sequence[Tag]
    project_id: str

@type_check_only
class JournalRow(TypedDict, total=False):
    journal_id: str
    journal_date: str
    entry_number: str
    reference_number: str
    currency_id: str
    notes: str
    journal_type: str
    entity_type: str
    total: Decimal | None
    bcy_total: Decimal | None
    custom_field: str
    tags: list[Tag]
    status: str
    last_modified_time: str
    created_by_id: str
    created_by_name: str

@type_check_only
class JournalTax(TypedDict, total=False):
    tax_name: str
    tax_amount: Decimal | None
    debit_or_credit: str
    tax_account: bool

@type_check_only
class LineItem(TypedDict, total=False):
    line_id: str
    account_id: str
    customer_id: str
    customer_name: str
    account_name: str
    description: str
    debit_or_credit: str
    tax_exemption_id: str
    tax_exemption_type: str
    tax_exemption_code: str
    tax_authority_id: str
    tax_authority_name: str
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    amount: Decimal | None
    bcy_amount: Decimal | None
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    tags: list[Tag]
    location_id: str
    location_name: str
    project_id: str
    project_name: str

@type_check_only
class LineItemFields(TypedDict, total=False):
    line_id: str
    account_id: str
    account_name: str
    description: str
    tax_amount: Amount
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Amount
    item_total: Amount
    item_total_inclusive_of_tax: Amount
    item_order: int | str
    tags: Sequence[Tag]

@type_check_only
class Location(TypedDict, total=False):
    address: LocationAddress
    email: str
    is_primary: bool
    phone: str
    status: Any
    location_id: str
    location_name: str
    type: str
    parent_location_id: str
    associated_series_ids: list[str]
    auto_number_generation_id: str
    associated_users: list[AssociatedUser]
    tax_settings_id: str

@type_check_only
class LocationAddress(TypedDict, total=False):
    city: str
    state: str
    country: str
    attention: str
    state_code: str
    street_address1: str
    street_address2: str

@type_check_only
class LocationFields(TypedDict, total=False):
    type: str
    email: str
    phone: str
    address: LocationAddress
    location_name: str
    country: str
    tax_settings_id: str
    parent_location_id: str
    associated_series_ids: Sequence[str]
    auto_number_generation_id: str
    is_all_users_selected: bool
    user_ids: str

@type_check_only
class LocationRow(TypedDict, total=False):
    type: str
    email: str
    phone: str
    address: LocationAddress
    location_id: str
    location_name: str
    tax_settings_id: str
    parent_location_id: str
    associated_series_ids: list[str]
    auto_number_generation_id: str
    is_all_users_selected: bool
    associated_users: list[AssociatedUser]

@type_check_only
class LockDetail(TypedDict, total=False):
    can_lock: bool
    custom_locks: list[Any]
    system_locks: list[Any]

@type_check_only
class LockDetails(TypedDict, total=False):
    can_lock: bool

@type_check_only
class MailAttachmentFields(TypedDict, total=False):
    attachment_id: str
    file_name: str

@type_check_only
class OpeningBalance(TypedDict, total=False):
    opening_balance_id: str
    date: str
    price_precision: int | None
    accounts: list[OpeningBalanceAccount]
    total: Decimal | None

@type_check_only
class OpeningBalanceAccount(TypedDict, total=False):
    account_split_id: str
    account_id: str
    account_name: str
    debit_or_credit: str
    exchange_rate: Decimal | None
    currency_id: str
    currency_code: str
    bcy_amount: Decimal | None
    amount: Decimal | None
    location_id: str
    location_name: str

@type_check_only
class OpeningBalanceAccountFields(TypedDict, total=False):
    account_id: str
    debit_or_credit: str
    exchange_rate: Amount
    currency_id: str
    amount: Amount
    location_id: str
    account_split_id: str
    account_name: str
    currency_code: str
    bcy_amount: Amount
    location_name: str

@type_check_only
class OpeningBalanceFields(TypedDict, total=False):
    date: Day
    accounts: Sequence[OpeningBalanceAccountFields]
    opening_balance_id: str

@type_check_only
class OpeningBalanceTransactionRow(TypedDict, total=False):
    transaction_id: str
    transaction_date: str
    transaction_type: str
    amount: Decimal | None
    debit_or_credit: str

@type_check_only
class Organization(TypedDict, total=False):
    organization_id: str
    name: str
    is_logo_uploaded: str
    is_default_org: bool
    user_role: str
    account_created_date: str
    time_zone: str
    language_code: str
    date_format: str
    field_separator: str
    fiscal_year_start_month: Decimal | None
    tax_group_enabled: bool
    user_status: str
    contact_name: str
    industry_type: str
    address: OrganizationAddress
    industry_size: str
    company_id_label: str
    company_id_value: str
    tax_id_label: str
    tax_id_value: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    currency_format: str
    price_precision: Decimal | None
    org_address: str
    remit_to_address: str
    phone: str
    fax: str
    website: str
    email: str
    is_org_active: bool
    custom_fields: list[CustomField]

@type_check_only
class OrganizationAddress(TypedDict, total=False):
    organization_address_id: str
    attention: str
    address1: str
    address2: str
    city: str
    state: str
    country: str
    zip: str
    phone: str
    street_address1: str
    street_address2: str

@type_check_only
class OrganizationAddressFields(TypedDict, total=False):
    attention: str
    address1: str
    address2: str
    city: str
    state: str
    state_code: str
    country: str
    zip: str
    phone: str
    street_address1: str
    street_address2: str

@type_check_only
class OrganizationFields(TypedDict, total=False):
    name: str
    fiscal_year_start_month: str
    currency_code: str
    time_zone: str
    date_format: str
    field_separator: str
    language_code: str
    industry_type: str
    industry_size: str
    portal_name: str
    org_address: str
    remit_to_address: str
    address: OrganizationAddressFields
    is_logo_uploaded: bool
    contact_name: str
    phone: str
    fax: str
    website: str
    email: str
    currency_id: str
    companyid_label: str
    companyid_value: str
    taxid_label: str
    taxid_value: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]

@type_check_only
class OrganizationRow(TypedDict, total=False):
    organization_id: str
    name: str
    contact_name: str
    email: str
    is_default_org: bool
    plan_type: Decimal | None
    tax_group_enabled: bool
    zi_migration_status: Decimal | None
    plan_name: str
    plan_period: str
    language_code: str
    fiscal_year_start_month: str
    account_created_date: str
    account_created_date_formatted: str
    time_zone: str
    is_org_active: bool
    currency_id: str
    currency_code: str
    currency_symbol: str
    currency_format: str
    price_precision: Decimal | None
    is_dst_active: bool
    date_format: str
    field_separator: str
    industry_type: str
    industry_size: str
    company_id_label: str
    company_id_value: str
    tax_id_label: str
    tax_id_value: str
    country_code: str
    country_name: str
    portal_name: str
    org_settings: OrganizationRowOrgSetting

@type_check_only
class OrganizationRowOrgSetting(TypedDict, total=False):
    is_org_active: bool

@type_check_only
class Owner(TypedDict, total=False):
    owner_id: str
    owner_name: str
    owner_mail: str
    photo_url: str

@type_check_only
class PaymentFields(TypedDict, total=False):
    payment_id: str
    amount_applied: Amount

@type_check_only
class PaymentOptions(TypedDict, total=False):
    payment_gateways: list[PaymentOptionsPaymentGateway]

@type_check_only
class PaymentOptionsFields(TypedDict, total=False):
    payment_gateways: Sequence[PaymentOptionsPaymentGateway]

@type_check_only
class PaymentOptionsPaymentGateway(TypedDict, total=False):
    configured: bool
    additional_field1: str
    gateway_name: str

@type_check_only
class PriceBook(TypedDict, total=False):
    currency_code: str
    currency_id: str
    decimal_place: int | None
    description: str
    is_default: bool
    is_increase: bool
    name: str
    percentage: Decimal | None
    pricebook_rate: Decimal | None
    pricebook_id: str
    pricebook_items: list[PricebookItem]
    pricebook_type: str
    pricing_scheme: str
    rounding_type: str
    sales_or_purchase_type: str
    status: str

@type_check_only
class PriceBookFields(TypedDict, total=False):
    name: str
    description: str
    currency_id: str
    pricebook_type: str
    percentage: Amount
    pricebook_rate: Amount
    pricing_scheme: str
    is_increase: bool
    rounding_type: str
    decimal_place: int | str
    pricebook_items: Sequence[PriceBookPricebookItemFields]
    sales_or_purchase_type: str

@type_check_only
class PriceBookPricebookItemFields(TypedDict, total=False):
    item_id: str
    pricebook_rate: Amount
    pricebook_discount: str
    pricing_scheme: str
    price_brackets: Sequence[PriceBookPricebookItemPriceBracketFields]
    pricebook_item_id: str

@type_check_only
class PriceBookPricebookItemPriceBracketFields(TypedDict, total=False):
    start_quantity: Amount
    end_quantity: Amount
    pricebook_rate: Amount
    pricebook_discount: str
    pricebook_item_id: str

@type_check_only
class PriceBookRow(TypedDict, total=False):
    currency_code: str
    currency_id: str
    decimal_place: int | None
    description: str
    is_default: bool
    is_increase: bool
    name: str
    percentage: Decimal | None
    pricebook_id: str
    pricebook_items: list[PricebookItem]
    pricebook_type: str
    pricing_scheme: str
    rounding_type: str
    sales_or_purchase_type: str
    status: str

@type_check_only
class PricebookItem(TypedDict, total=False):
    item_id: str
    pricebook_rate: Decimal | None
    pricebook_item_id: str
    pricebook_discount: str
    pricing_scheme: str
    price_brackets: list[PricebookItemPriceBracket]

@type_check_only
class PricebookItemPriceBracket(TypedDict, total=False):
    pricebook_item_id: str
    start_quantity: Decimal | None
    end_quantity: Decimal | None
    pricebook_rate: Decimal | None
    pricebook_discount: str

@type_check_only
class Project(TypedDict, total=False):
    project_id: str
    project_name: str
    customer_id: str
    customer_name: str
    currency_code: str
    description: str
    status: str
    billing_type: str
    rate: Decimal | None
    budget_type: str
    total_hours: str
    total_amount: Decimal | None
    billed_hours: str
    billed_amount: Decimal | None
    un_billed_hours: str
    un_billed_amount: Decimal | None
    billable_hours: str
    billable_amount: Decimal | None
    cost_budget_amount: Decimal | None
    non_billable_hours: str
    non_billable_amount: Decimal | None
    is_recurrence_associated: bool
    recurring_invoices: list[str]
    created_time: str
    show_in_dashboard: bool
    tasks: list[ProjectTask]
    users: list[ProjectUser]

@type_check_only
class ProjectCloneFields(TypedDict, total=False):
    project_name: str
    description: str

@type_check_only
class ProjectComment(TypedDict, total=False):
    project_id: str
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str

@type_check_only
class ProjectCommentRow(TypedDict, total=False):
    comment_id: str
    project_id: str
    description: str
    commented_by_id: str
    commented_by: str
    is_current_user: bool
    date: str
    date_description: str
    time: str

@type_check_only
class ProjectFields(TypedDict, total=False):
    project_name: str
    customer_id: str
    currency_id: str
    description: str
    billing_type: str
    rate: Amount
    budget_type: str
    budget_hours: str
    budget_amount: str
    cost_budget_amount: Amount
    user_id: str
    tasks: Sequence[ProjectTaskFields]
    users: Sequence[ProjectUserFields]

@type_check_only
class ProjectInvoiceRow(TypedDict, total=False):
    invoice_id: str
    customer_name: str
    status: str
    invoice_number: str
    reference_number: str
    date: str
    due_date: str
    total: Decimal | None
    balance: Decimal | None
    created_time: str

@type_check_only
class ProjectRow(TypedDict, total=False):
    project_id: str
    project_name: str
    customer_id: str
    customer_name: str
    description: str
    status: str
    billing_type: str
    rate: Decimal | None
    created_time: str
    has_attachment: bool
    total_hours: str
    billable_hours: str

@type_check_only
class ProjectTask(TypedDict, total=False):
    project_id: str
    task_id: str
    currency_id: str
    customer_id: str
    task_name: str
    project_name: str
    customer_name: str
    billed_hours: str
    log_time: Decimal | None
    un_billed_hours: str
    description: str
    rate: Decimal | None
    status: str
    is_billable: bool
    budget_hours: str
    total_hours: str
    non_billable_hours: str
    task_custom_fields: str

@type_check_only
class ProjectTaskFields(TypedDict, total=False):
    task_name: str
    description: str
    rate: Amount
    budget_hours: str

@type_check_only
class ProjectTaskRow(TypedDict, total=False):
    project_id: str
    task_id: str
    currency_id: str
    customer_id: str
    task_name: str
    project_name: str
    customer_name: str
    billed_hours: str
    log_time: Decimal | None
    un_billed_hours: str

@type_check_only
class ProjectTimeEntryRunningTimer(TypedDict, total=False):
    time_entry_id: str
    project_id: str
    project_name: str
    customer_id: str
    customer_name: str
    task_id: str
    task_name: str
    user_id: str
    user_name: str
    is_current_user: bool
    log_date: str
    begin_time: str
    end_time: str
    log_time: str
    is_billable: bool
    billed_status: str
    invoice_id: str
    notes: str
    timer_started_at: str
    timer_started_at_utc_time: str
    timer_duration_in_minutes: str
    timer_duration_in_seconds: str
    created_time: str
    timesheet_custom_fields: str

@type_check_only
class ProjectUser(TypedDict, total=False):
    user_id: str
    is_current_user: bool
    user_name: str
    email: str
    user_role: str
    status: str
    rate: Decimal | None
    budget_hours: str
    cost_rate: Decimal | None
    total_hours: str
    billed_hours: str
    un_billed_hours: str

@type_check_only
class ProjectUserFields(TypedDict, total=False):
    users: Sequence[ProjectUserUserFields]
    cost_rate: Amount
    user_name: str
    user_role: str
    rate: Amount
    budget_hours: str
    user_id: str
    is_current_user: bool
    email: str
    status: str
    total_hours: str
    billed_hours: str
    un_billed_hours: str

@type_check_only
class ProjectUserInviteFields(TypedDict, total=False):
    user_name: str
    email: str
    user_role: str
    rate: Amount
    budget_hours: str
    cost_rate: Amount

@type_check_only
class ProjectUserRow(TypedDict, total=False):
    user_id: str
    is_current_user: bool
    user_name: str
    email: str
    user_role: str
    status: str
    rate: Decimal | None
    budget_hours: str
    cost_rate: Decimal | None

@type_check_only
class ProjectUserUserFields(TypedDict, total=False):
    user_id: str

@type_check_only
class PurchaseOrder(TypedDict, total=False):
    purchaseorder_id: str
    documents: list[Document]
    vat_treatment: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    is_pre_gst: bool
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    pricebook_id: str
    pricebook_name: str
    is_reverse_charge_applied: bool
    purchaseorder_number: str
    date: str
    expected_delivery_date: str
    discount: Decimal | None
    discount_account_id: str
    is_discount_before_tax: bool
    reference_number: str
    status: str
    vendor_id: str
    vendor_name: str
    crm_owner_id: str
    contact_persons_associated: list[ContactPersonsAssociated]
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    delivery_date: str
    is_emailed: bool
    is_inclusive_tax: bool
    location_id: str
    location_name: str
    line_items: list[PurchaseOrderLineItem]
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    taxes: list[str]
    acquisition_vat_summary: list[BillTax]
    acquisition_vat_total: Decimal | None
    reverse_charge_vat_summary: list[BillTax]
    reverse_charge_vat_total: Decimal | None
    billing_address: Address
    notes: str
    terms: str
    ship_via: str
    ship_via_id: str
    attention: str
    delivery_org_address_id: str
    delivery_customer_id: str
    delivery_address: PurchaseOrderDeliveryAddress
    price_precision: int | None
    custom_fields: list[CustomField]
    attachment_name: str
    can_send_in_mail: bool
    template_id: str
    template_name: str
    page_width: str
    page_height: str
    orientation: str
    template_type: str
    created_time: str
    created_by_id: str
    last_modified_time: str
    can_mark_as_bill: bool
    can_mark_as_unbill: bool
    tags: list[Tag]
    non_catalog_items_count: int | None
    contact_category: str
    client_viewed_time: str
    is_viewed_by_client: bool
    order_status: str
    received_status: str
    billed_status: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    sub_statuses: list[Any]
    contact_persons: list[Any]
    tax_rounding: str
    is_adv_tracking_in_receive: bool
    is_po_marked_as_received: bool
    total_quantity: Decimal | None
    tds_calculation_type: str
    has_qty_cancelled: bool
    adjustment: Decimal | None
    adjustment_description: str
    discount_amount: Decimal | None
    discount_applied_on_amount: Decimal | None
    discount_account_name: str
    discount_type: str
    sub_total_inclusive_of_tax: Decimal | None
    discount_total: Decimal | None
    discount_percent: Decimal | None
    computation_type: str
    tax_override_preference: str
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    submitter_id: str
    approver_id: str
    approvers_list: list[Any]
    billing_address_id: str
    payment_terms: int | None
    payment_terms_label: str
    delivery_customer_address_id: str
    custom_field_hash: dict[str, Any]
    salesorders: list[Any]
    bills: list[Any]
    advances: list[Any]

@type_check_only
class PurchaseOrderComment(TypedDict, total=False):
    comment_id: str
    purchaseorder_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str

@type_check_only
class PurchaseOrderCommentFields(TypedDict, total=False):
    description: str
    expected_delivery_date: Day

@type_check_only
class PurchaseOrderDeliveryAddress(TypedDict, total=False):
    zip: str
    is_verifiable: bool
    state: str
    address1: str
    address2: str
    is_valid: str
    city: str
    country: str
    address: str
    email: str
    is_primary: str
    organization_address_id: str
    phone: str
    is_verified: bool

@type_check_only
class PurchaseOrderEmailFields(TypedDict, total=False):
    send_from_org_email_id: str
    from_address_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    bcc_mail_ids: Sequence[str]
    subject: str
    body: str
    mail_documents: Sequence[DocumentFields]

@type_check_only
class PurchaseOrderFields(TypedDict, total=False):
    vendor_id: str
    currency_id: str
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    purchaseorder_number: str
    gst_treatment: str
    tax_treatment: str
    gst_no: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    pricebook_id: str
    reference_number: str
    billing_address_id: str
    crm_owner_id: str
    crm_custom_reference_id: str
    template_id: str
    date: Day
    delivery_date: Day
    due_date: Day
    exchange_rate: Amount
    discount: Any
    discount_account_id: str
    is_discount_before_tax: bool
    is_inclusive_tax: bool
    notes: str
    notes_default: str
    terms: str
    terms_default: str
    ship_via: str
    delivery_org_address_id: str
    delivery_customer_id: str
    attention: str
    vat_treatment: str
    is_update_customer: str
    salesorder_id: str
    location_id: str
    line_items: Sequence[PurchaseOrderLineItemFields]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    documents: Sequence[DocumentFields]
    tags: Sequence[Tag]

@type_check_only
class PurchaseOrderLineItem(TypedDict, total=False):
    item_id: str
    line_item_id: str
    sku: str
    location_id: str
    location_name: str
    product_type: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    account_id: str
    account_name: str
    name: str
    description: str
    item_order: int | None
    bcy_rate: Decimal | None
    unit: str
    rate: Decimal | None
    quantity: Decimal | None
    item_total: Decimal | None
    item_total_inclusive_of_tax: int | None
    tax_exemption_id: str
    tax_exemption_code: str
    tax_id: str
    tax_treatment_code: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    hsn_or_sac: str
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    tags: list[Tag]
    line_item_category: str
    item_custom_fields: list[CustomField]
    project_id: str
    project_name: str
    salesorder_item_id: str
    is_receivable: bool
    pricebook_id: str
    header_id: str
    header_name: str
    discount: Decimal | None
    discounts: list[Any]
    quantity_marked_as_received: Decimal | None
    quantity_cancelled: Decimal | None
    quantity_billed: Decimal | None
    item_type: str
    line_item_taxes: list[Any]
    item_code: dict[str, Any]
    image_name: str
    image_type: str
    purchase_request_items: list[Any]
    image_document_id: str

@type_check_only
class PurchaseOrderLineItemFields(TypedDict, total=False):
    item_id: str
    account_id: str
    name: str
    description: str
    unit: str
    location_id: str
    hsn_or_sac: str
    reverse_charge_tax_id: str
    rate: Amount
    quantity: Amount
    item_order: int | str
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_code: str
    tax_exemption_id: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    item_custom_fields: Sequence[CustomFieldFields]
    tags: Sequence[Tag]
    line_item_category: str
    project_id: str
    line_item_id: str

@type_check_only
class PurchaseOrderRow(TypedDict, total=False):
    purchaseorder_id: str
    vendor_id: str
    vendor_name: str
    status: str
    purchaseorder_number: str
    reference_number: str
    date: str
    delivery_date: str
    currency_id: str
    currency_code: str
    price_precision: int | None
    total: Decimal | None
    has_attachment: bool
    created_time: str
    last_modified_time: str
    custom_fields: list[CustomField]
    company_name: str
    order_status: str
    billed_status: str
    received_status: str
    color_code: str
    current_sub_status_id: str
    current_sub_status: str
    expected_delivery_date: str
    delivery_days: str
    due_by_days: str
    due_in_days: Decimal | None
    tags: list[Any]
    quantity_yet_to_receive: Decimal | None
    quantity_marked_as_received: Decimal | None
    is_po_marked_as_received: bool
    receives: list[Any]
    client_viewed_time: str
    is_viewed_by_client: bool

@type_check_only
class RecurringBill(TypedDict, total=False):
    recurring_bill_id: str
    vendor_id: str
    vendor_name: str
    status: str
    recurrence_name: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    start_date: str
    end_date: str
    source_of_supply: str
    place_of_supply: str
    destination_of_supply: str
    gst_treatment: str
    gst_no: str
    tax_treatment: str
    vat_treatment: str
    vat_reg_no: str
    is_abn_quoted: str
    abn: str
    is_reverse_charge_applied: bool
    pricebook_id: str
    pricebook_name: str
    is_inclusive_tax: bool
    location_id: str
    location_name: str
    line_items: list[RecurringBillLineItem]
    is_tds_applied: bool
    notes: str
    terms: str
    payment_terms: int | None
    payment_terms_label: str
    custom_fields: list[CustomField]
    acquisition_vat_summary: list[BillTax]
    reverse_charge_vat_summary: list[BillTax]
    acquisition_vat_total: Decimal | None
    reverse_charge_vat_total: Decimal | None
    created_time: str
    created_by_id: str
    last_modified_time: str
    discount: str
    discount_account_id: str
    is_discount_before_tax: bool
    tags: list[Tag]

@type_check_only
class RecurringBillFields(TypedDict, total=False):
    vendor_id: str
    currency_id: str
    recurrence_name: str
    start_date: Day
    end_date: Day
    source_of_supply: str
    place_of_supply: str
    destination_of_supply: str
    gst_treatment: str
    gst_no: str
    tax_treatment: str
    vat_treatment: str
    vat_reg_no: str
    is_abn_quoted: str
    abn: str
    is_reverse_charge_applied: bool
    pricebook_id: str
    is_inclusive_tax: bool
    location_id: str
    line_items: Sequence[RecurringBillLineItemFields]
    is_tds_applied: bool
    notes: str
    terms: str
    payment_terms: int | str
    payment_terms_label: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    discount: Any
    discount_account_id: str
    is_discount_before_tax: bool
    repeat_every: str
    recurrence_frequency: str
    tags: Sequence[Tag]
    recurring_bill_id: str
    status: str
    pricebook_name: str

@type_check_only
class RecurringBillLineItem(TypedDict, total=False):
    line_item_id: str
    item_id: str
    sku: str
    name: str
    account_id: str
    account_name: str
    image_document_id: str
    location_id: str
    location_name: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    description: str
    bcy_rate: int | None
    rate: Decimal | None
    tags: list[Tag]
    line_item_category: str
    quantity: Decimal | None
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    item_total_inclusive_of_tax: Decimal | None
    item_order: int | None
    unit: str
    product_type: str
    hsn_or_sac: str
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    is_billable: bool
    customer_id: str
    customer_name: str
    project_id: str
    project_name: str
    item_custom_fields: list[CustomField]

@type_check_only
class RecurringBillLineItemFields(TypedDict, total=False):
    line_item_id: str
    item_id: str
    name: str
    account_id: str
    description: str
    rate: Amount
    hsn_or_sac: str
    reverse_charge_tax_id: str
    location_id: str
    quantity: Amount
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    item_order: int | str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    unit: str
    tags: Sequence[Tag]
    line_item_category: str
    is_billable: bool
    project_id: str
    customer_id: str
    item_custom_fields: Sequence[CustomFieldFields]
    serial_numbers: Sequence[str]

@type_check_only
class RecurringExpense(TypedDict, total=False):
    account_id: str
    recurrence_name: str
    start_date: str
    end_date: str
    is_pre_gst: bool
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    destination_of_supply_state: str
    hsn_or_sac: str
    vat_treatment: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    is_reverse_charge_applied: bool
    acquisition_vat_total: Decimal | None
    reverse_charge_vat_total: Decimal | None
    acquisition_vat_summary: list[BillTax]
    reverse_charge_vat_summary: list[BillTax]
    recurrence_frequency: str
    repeat_every: str
    amount: Decimal | None
    total: Decimal | None
    sub_total: Decimal | None
    bcy_total: Decimal | None
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    created_time: str
    last_modified_time: str
    is_inclusive_tax: bool
    is_billable: bool
    customer_id: str
    currency_id: str
    exchange_rate: Decimal | None
    project_id: str
    project_name: str
    custom_fields: list[CustomField]
    location_id: str
    location_name: str
    tags: list[Tag]
    line_item: RecurringExpenseLineItem
    recurring_expense_id: str
    last_created_date: str
    next_expense_date: str
    account_name: str
    currency_code: str
    tax_amount: Decimal | None
    description: str
    customer_name: str
    status: str

@type_check_only
class RecurringExpenseCommentRow(TypedDict, total=False):
    comment_id: str
    recurring_expense_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class RecurringExpenseExpenseRow(TypedDict, total=False):
    expense_id: str
    date: str
    account_name: str
    customer_name: str
    total: Decimal | None
    status: str
    vendor_name: str
    paid_through_account_name: str

@type_check_only
class RecurringExpenseFields(TypedDict, total=False):
    account_id: str
    recurrence_name: str
    start_date: Day
    end_date: Day
    recurrence_frequency: str
    repeat_every: str
    gst_no: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    reverse_charge_tax_id: str
    location_id: str
    line_items: Sequence[RecurringExpenseLineItemFields]
    amount: Amount
    vat_treatment: str
    tax_treatment: str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    tax_id: str
    is_inclusive_tax: bool
    is_billable: bool
    customer_id: str
    project_id: str
    currency_id: str
    exchange_rate: Amount
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    paid_through_account_id: str
    vendor_id: str
    description: str
    reference_number: str

@type_check_only
class RecurringExpenseLineItem(TypedDict, total=False):
    line_item_id: str
    account_id: str
    account_name: str
    description: str
    tax_amount: Decimal | None
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    item_order: int | None
    hsn_or_sac: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    tags: list[Tag]

@type_check_only
class RecurringExpenseLineItemFields(TypedDict, total=False):
    line_item_id: str
    account_id: str
    description: str
    amount: Amount
    tax_id: str
    item_order: int | str
    product_type: str
    acquisition_vat_id: str
    reverse_charge_vat_id: str
    reverse_charge_tax_id: str
    tax_exemption_code: str
    tax_exemption_id: str
    tags: Sequence[Tag]

@type_check_only
class RecurringExpenseRow(TypedDict, total=False):
    recurring_expense_id: str
    recurrence_name: str
    recurrence_frequency: str
    repeat_every: str
    last_created_date: str
    next_expense_date: str
    account_name: str
    description: str
    currency_id: str
    currency_code: str
    total: Decimal | None
    is_billable: bool
    customer_name: str
    custom_fields: list[CustomField]
    status: str
    created_time: str
    last_modified_time: str
    tags: list[Tag]

@type_check_only
class RecurringInvoice(TypedDict, total=False):
    recurring_invoice_id: str
    recurrence_name: str
    reference_number: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    is_pre_gst: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    cfdi_usage: str
    vat_treatment: str
    place_of_supply: str
    customer_id: str
    currency_id: str
    currency_code: str
    start_date: str
    end_date: str
    last_sent_date: str
    next_invoice_date: str
    location_id: str
    location_name: str
    tags: list[Tag]
    line_items: list[RecurringInvoiceLineItem]
    billing_address: Address
    shipping_address: Address
    custom_fields: list[CustomField]
    payment_options: PaymentOptions
    avatax_exempt_no: str
    avatax_use_code: str
    company_name: str
    customer_email: str
    customer_mobile_phone: str
    customer_phone: str
    photo_url: str
    paid_invoices_total: Decimal | None
    unpaid_invoices_balance: Decimal | None

@type_check_only
class RecurringInvoiceCommentRow(TypedDict, total=False):
    comment_id: str
    recurring_invoice_id: str
    comment_description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    operation_type: str
    date: str
    date_description: str
    time: str
    transaction_id: str
    transaction_type: str

@type_check_only
class RecurringInvoiceFields(TypedDict, total=False):
    recurrence_name: str
    reference_number: str
    customer_id: str
    currency_id: str
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    place_of_supply: str
    vat_treatment: str
    gst_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    cfdi_usage: str
    allow_partial_payments: bool
    gst_no: str
    start_date: Day
    end_date: Day
    recurrence_frequency: str
    repeat_every: int | str
    location_id: str
    tags: Sequence[Tag]
    line_items: Sequence[RecurringInvoiceLineItemFields]
    tax_id: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    email: str
    billing_address: AddressFields
    shipping_address: AddressFields
    avatax_use_code: str
    avatax_exempt_no: str
    template_id: str
    payment_terms: int | str
    payment_terms_label: str
    tax_authority_id: str
    tax_exemption_id: str
    exchange_rate: Amount
    payment_options: PaymentOptionsFields
    discount: Any
    is_discount_before_tax: bool
    discount_type: str
    is_inclusive_tax: bool
    item_id: str
    name: str
    description: str
    rate: Amount
    quantity: int | str
    unit: str
    avatax_tax_code: str
    salesperson_name: str
    shipping_charge: Amount
    adjustment: Amount
    adjustment_description: str
    notes: str
    terms: str

@type_check_only
class RecurringInvoiceInvoiceRow(TypedDict, total=False):
    invoice_id: str
    invoice_number: str
    reference_number: str
    customer_name: str
    date: str
    due_date: str
    due_days: int | None
    total: Decimal | None
    balance: Decimal | None
    status: str
    allow_partial_payments: bool
    source: str

@type_check_only
class RecurringInvoiceLineItem(TypedDict, total=False):
    line_item_id: str
    quantity: Decimal | None
    name: str
    item_total: Decimal | None
    sku: str
    product_type: str
    sat_item_key_code: str
    unitkey_code: str
    location_id: str
    location_name: str
    tags: list[Tag]
    tax_id: str
    tax_treatment_code: str
    project_id: str
    project_name: str
    line_item_category: str

@type_check_only
class RecurringInvoiceLineItemFields(TypedDict, total=False):
    line_item_id: str
    quantity: int | str
    name: str
    item_total: Amount
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    tags: Sequence[Tag]
    location_id: str
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    project_id: str
    line_item_category: str
    item_id: str
    account_id: str
    description: str
    rate: Amount
    unit: str
    discount: Any
    tax_exemption_id: str
    avatax_tax_code: str
    avatax_use_code: str

@type_check_only
class RecurringInvoiceRow(TypedDict, total=False):
    recurring_invoice_id: str
    recurrence_name: str
    customer_name: str
    customer_id: str
    currency_id: str
    currency_code: str
    start_date: str
    end_date: str
    last_sent_date: str
    next_invoice_date: str
    custom_fields: list[CustomField]
    billing_address: Address
    shipping_address: Address
    tags: list[Tag]

@type_check_only
class RecurringInvoiceStopFields(TypedDict, total=False):
    recurring_invoice_id: str

@type_check_only
class RecurringInvoiceTemplateApplyFields(TypedDict, total=False):
    recurring_invoice_id: str
    template_id: str

@type_check_only
class RecurringJournal(TypedDict, total=False):
    journal_id: str
    entry_number: str
    reference_number: str
    notes: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    journal_date: str
    journal_type: str
    vat_treatment: str
    product_type: str
    include_in_vat_return: bool
    is_bas_adjustment: bool
    line_items: list[LineItem]
    location_id: str
    location_name: str
    line_item_total: Decimal | None
    total: Decimal | None
    bcy_total: Decimal | None
    price_precision: int | None
    taxes: list[JournalTax]
    created_time: str
    last_modified_time: str
    status: str
    custom_fields: list[CustomField]
    tags: list[Tag]

@type_check_only
class RecurringJournalFields(TypedDict, total=False):
    journal_date: Day
    reference_number: str
    notes: str
    journal_type: str
    vat_treatment: str
    include_in_vat_return: bool
    product_type: str
    is_bas_adjustment: bool
    currency_id: str
    exchange_rate: Amount
    location_id: str
    line_items: Sequence[JournalLineItemFields]
    tax_exemption_code: str
    tax_exemption_type: str
    status: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    recurrence_name: str
    start_date: Day
    end_date: Day
    recurrence_frequency: str
    repeat_every: int | str

@type_check_only
class RecurringJournalJournalRow(TypedDict, total=False):
    journal_id: str
    journal_date: str
    entry_number: str
    reference_number: str
    currency_id: str
    notes: str
    journal_type: str
    entity_type: str
    total: Decimal | None
    bcy_total: Decimal | None
    custom_field: str
    tags: list[Tag]

@type_check_only
class ReferenceInvoice(TypedDict, total=False):
    reference_invoice_number: str
    reference_invoice_status: str
    reference_invoice_amount: Decimal | None
    reference_invoice_id: str

@type_check_only
class RefundFields(TypedDict, total=False):
    date: Day
    refund_mode: str
    payment_form: str
    reference_number: str
    amount: Amount
    exchange_rate: Amount
    from_account_id: str
    description: str

@type_check_only
class RegisterBudgetVsActuals(TypedDict, total=False):
    budget_info_list: list[RegisterBudgetVsActualsBudgetInfoList]
    budget_vs_actuals: RegisterBudgetVsActualsBudgetVsActuals

@type_check_only
class RegisterBudgetVsActualsBudgetInfoList(TypedDict, total=False):
    budget_id: str
    budget_name: str

@type_check_only
class RegisterBudgetVsActualsBudgetVsActuals(TypedDict, total=False):
    generalledger_info: RegisterBudgetVsActualsBudgetVsActualsGeneralledgerInfo
    budget_info: RegisterBudgetVsActualsBudgetInfoList
    detailed_budget_vs_actual: list[dict[str, Any]]

@type_check_only
class RegisterBudgetVsActualsBudgetVsActualsGeneralledgerInfo(TypedDict, total=False):
    generalledger_id: str
    generalledger_name: str

@type_check_only
class RegisterBulkHistory(TypedDict, total=False):
    bulk_action_id: str
    action_type: str
    account_id: str
    account_name: str
    description: str
    status: str
    date: str
    updated_field: str
    updated_value: str
    updated_reason: str
    transactions: list[RegisterBulkHistoryTransaction]

@type_check_only
class RegisterBulkHistoryRow(TypedDict, total=False):
    bulk_action_id: str
    account_id: str
    description: str
    action_type: str
    status: str
    date: str
    user_id: str
    user_name: str
    txn_count: str
    updated_field: str
    updated_value: str
    updated_reason: str

@type_check_only
class RegisterBulkHistoryTransaction(TypedDict, total=False):
    entity_id: str
    transaction_number: str
    transaction_type: str
    entity_status: str

@type_check_only
class RegisterBulkUpdateFieldRow(TypedDict, total=False):
    can_show_field: bool
    data_type: str
    field: str
    label: str
    option_label: str
    option_value: str
    values: list[dict[str, Any]]

@type_check_only
class RegisterTransaction(TypedDict, total=False):
    account_transactions: list[RegisterTransactionAccountTransaction]
    account_type: str
    gl_closing_balance: Decimal | None

@type_check_only
class RegisterTransactionAccountTransaction(TypedDict, total=False):
    transaction_id: str
    transaction_date: str
    transaction_type: str
    transaction_type_formatted: str
    account_id: str
    debit_amount: Decimal | None
    credit_amount: Decimal | None

@type_check_only
class RegisterTransactionBulkDeleteFields(TypedDict, total=False):
    account_id: str
    branch_id: str
    date: Day
    bulk_update_reason: str
    entities: Sequence[EntityFields]

@type_check_only
class Reminder(TypedDict, total=False):
    remind_before: int | None
    remind_at: str
    remind_at_formatted: str
    remind_type: str
    remind_type_formatted: str
    alert_type: str
    alert_type_formatted: str

@type_check_only
class ReminderFields(TypedDict, total=False):
    remind_before: int | str
    remind_at: Day
    remind_at_formatted: str
    remind_type: str
    remind_type_formatted: str
    alert_type: str
    alert_type_formatted: str

@type_check_only
class ReportingTag(TypedDict, total=False):
    tag_id: str
    tag_name: str
    description: str
    is_mandatory: bool
    entities: list[ReportingTagEntity]
    multi_preference_entities: ReportingTagMultiPreferenceEntity

@type_check_only
class ReportingTagCriteriaFields(TypedDict, total=False):
    criteria_tags: Sequence[ReportingTagCriteriaTagFields]
    options: Sequence[ReportingTagCriteriaOptionFields]

@type_check_only
class ReportingTagCriteriaOptionCriteriaOptionFields(TypedDict, total=False):
    tag_id: str
    type: str
    options: Sequence[str]

@type_check_only
class ReportingTagCriteriaOptionFields(TypedDict, total=False):
    option_id: str
    criteria_options: Sequence[ReportingTagCriteriaOptionCriteriaOptionFields]

@type_check_only
class ReportingTagCriteriaTagFields(TypedDict, total=False):
    tag_id: str
    type: str

@type_check_only
class ReportingTagEntity(TypedDict, total=False):
    entity_name: str
    is_enabled: bool

@type_check_only
class ReportingTagFields(TypedDict, total=False):
    tag_name: str
    description: str
    is_mandatory: bool
    entities: Sequence[ReportingTagEntity]
    multi_preference_entities: ReportingTagMultiPreferenceEntityFields

@type_check_only
class ReportingTagMultiPreferenceEntity(TypedDict, total=False):
    preference: str
    entities: list[ReportingTagEntity]

@type_check_only
class ReportingTagMultiPreferenceEntityFields(TypedDict, total=False):
    preference: str
    entities: Sequence[ReportingTagEntity]

@type_check_only
class ReportingTagOptionFields(TypedDict, total=False):
    options: Sequence[ReportingTagOptionOptionFields]

@type_check_only
class ReportingTagOptionOptionChildrenFields(TypedDict, total=False):
    option_id: str
    option_name: str
    is_active: bool
    is_default: bool

@type_check_only
class ReportingTagOptionOptionFields(TypedDict, total=False):
    option_name: str
    option_id: str
    is_active: bool
    is_default: bool
    children: Sequence[ReportingTagOptionOptionChildrenFields]

@type_check_only
class ReportingTagOptionRow(TypedDict, total=False):
    option_id: str
    option_name: str
    depth: int | None

@type_check_only
class ReportingTagReorderFields(TypedDict, total=False):
    tag_ids: Sequence[str]

@type_check_only
class ReportingTagRow(TypedDict, total=False):
    tag_id: str
    tag_name: str
    tag_order: int | None
    description: str
    is_active: bool
    is_mandatory: bool
    is_class: bool
    is_draft: bool

@type_check_only
class RetainerInvoice(TypedDict, total=False):
    retainerinvoice_id: str
    retainerinvoice_number: str
    date: str
    status: str
    is_pre_gst: str
    place_of_supply: str
    project_id: str
    project_name: str
    last_payment_date: str
    reference_number: str
    customer_id: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    is_viewed_by_client: bool
    client_viewed_time: bool
    is_inclusive_tax: bool
    location_id: str
    location_name: str
    tags: list[Tag]
    line_items: list[RetainerInvoiceLineItem]
    sub_total: Decimal | None
    total: Decimal | None
    taxes: list[BillTax]
    payment_made: Decimal | None
    payment_drawn: Decimal | None
    balance: Decimal | None
    allow_partial_payments: bool
    price_precision: int | None
    payment_options: PaymentOptions
    is_emailed: str
    documents: list[str]
    billing_address: Address
    shipping_address: Address
    notes: str
    terms: str
    custom_fields: list[CustomField]
    template_id: str
    template_name: str
    page_width: str
    page_height: str
    orientation: str
    template_type: str
    created_time: str
    last_modified_time: str
    created_by_id: str
    attachment_name: str
    can_send_in_mail: bool
    invoice_url: str

@type_check_only
class RetainerInvoiceComment(TypedDict, total=False):
    comment_id: str
    retainerinvoice_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str
    comment_type: str

@type_check_only
class RetainerInvoiceCommentRow(TypedDict, total=False):
    comment_id: str
    retainerinvoice_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    operation_type: str
    date: str
    date_description: str
    time: str
    transaction_id: str
    transaction_type: str

@type_check_only
class RetainerInvoiceEmailFields(TypedDict, total=False):
    send_from_org_email_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    subject: str
    body: str

@type_check_only
class RetainerInvoiceFields(TypedDict, total=False):
    customer_id: str
    reference_number: str
    date: Day
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    notes: str
    terms: str
    location_id: str
    line_items: Sequence[RetainerInvoiceLineItemFields]
    payment_options: PaymentOptionsFields
    template_id: str
    place_of_supply: str
    tags: Sequence[Tag]
    project_id: str

@type_check_only
class RetainerInvoiceInvoiceApplyFields(TypedDict, total=False):
    invoice_payments: Sequence[RetainerInvoiceInvoiceApplyInvoicePaymentFields]

@type_check_only
class RetainerInvoiceInvoiceApplyInvoicePaymentFields(TypedDict, total=False):
    invoice_id: str
    amount_applied: Amount
    apply_date: Day

@type_check_only
class RetainerInvoiceLineItem(TypedDict, total=False):
    line_item_id: str
    description: str
    item_order: int | None
    rate: Decimal | None
    bcy_rate: Decimal | None
    tax_id: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    item_total: Decimal | None
    location_id: str
    location_name: str

@type_check_only
class RetainerInvoiceLineItemFields(TypedDict, total=False):
    description: str
    item_order: int | str
    rate: Amount

@type_check_only
class RetainerInvoiceRow(TypedDict, total=False):
    retainerinvoice_id: str
    customer_name: str
    retainerinvoice_number: str
    customer_id: str
    status: str
    reference_number: str
    project_or_estimate_name: str
    date: str
    currency_id: str
    currency_code: str
    is_viewed_by_client: bool
    client_viewed_time: bool
    total: Decimal | None
    balance: Decimal | None
    created_time: str
    last_modified_time: str
    is_emailed: str
    last_payment_date: str
    has_attachment: bool
    tags: list[Tag]

@type_check_only
class SalesOrder(TypedDict, total=False):
    salesorder_id: str
    documents: list[str]
    is_pre_gst: bool
    gst_no: str
    gst_treatment: str
    place_of_supply: str
    vat_treatment: str
    tax_treatment: str
    zcrm_potential_id: str
    zcrm_potential_name: str
    salesorder_number: str
    date: str
    status: str
    shipment_date: str
    reference_number: str
    customer_id: str
    customer_name: str
    contact_persons_associated: list[ContactPersonsAssociated]
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    discount_amount: Decimal | None
    discount: str
    discount_applied_on_amount: int | None
    is_discount_before_tax: bool
    discount_type: str
    estimate_id: str
    delivery_method: str
    delivery_method_id: str
    is_inclusive_tax: bool
    location_id: str
    location_name: str
    line_items: list[SalesOrderLineItem]
    shipping_charge: Decimal | None
    adjustment: Decimal | None
    adjustment_description: str
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    taxes: list[CreditNoteTax]
    price_precision: int | None
    is_emailed: bool
    billing_address: Address
    shipping_address: Address
    notes: str
    terms: str
    custom_fields: list[CustomField]
    tags: list[Tag]
    template_id: str
    template_name: str
    page_width: str
    page_height: str
    orientation: str
    template_type: str
    created_time: str
    last_modified_time: str
    created_by_id: str
    attachment_name: str
    can_send_in_mail: bool
    salesperson_id: str
    salesperson_name: str
    merchant_id: str
    merchant_name: str
    billing_address_id: str
    shipping_address_id: str
    crm_owner_id: str
    crm_custom_reference_id: str
    is_reverse_charge_applied: bool
    is_update_customer: bool
    tax_id: str
    tax_authority_id: str
    tax_authority_name: str
    tax_exemption_id: str
    tax_exemption_code: str
    avatax_exempt_no: str
    avatax_use_code: str
    sub_statuses: list[SalesOrderSubStatus]
    pricebook_id: str
    notes_default: str
    terms_default: str

@type_check_only
class SalesOrderComment(TypedDict, total=False):
    salesorder_id: str
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class SalesOrderEmailContent(TypedDict, total=False):
    bcc_mails: list[str]
    body: str
    error_list: list[str]
    bcc_mails_str: str
    documents: list[str]
    subject: str
    customer_name: str
    entity_id: str
    cc_mails_list: list[str]
    file_name: str
    from_emails: list[SalesOrderEmailContentFromEmail]
    file_name_without_extension: str
    to_mails_str: str
    cc_mails_str: str
    from_email: str
    from_address: str
    emailtemplates: list[Emailtemplate]
    to_contacts: list[CreditNoteEmailContentToContact]
    attachment_name: str
    emailtemplate_documents: list[str]
    customer_id: str

@type_check_only
class SalesOrderEmailContentFromEmail(TypedDict, total=False):
    organization_contact_id: str
    user_name: str
    selected: bool
    email: str
    is_org_email_id: str

@type_check_only
class SalesOrderEmailFields(TypedDict, total=False):
    from_address_id: str
    send_from_org_email_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    bcc_mail_ids: Sequence[str]
    subject: str
    documents: str
    invoice_id: str
    body: str

@type_check_only
class SalesOrderFields(TypedDict, total=False):
    customer_id: str
    currency_id: str
    contact_persons_associated: Sequence[ContactPersonsAssociatedFields]
    date: Day
    shipment_date: Day
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]
    place_of_supply: str
    salesperson_id: str
    merchant_id: str
    gst_treatment: str
    gst_no: str
    is_inclusive_tax: bool
    location_id: str
    line_items: Sequence[SalesOrderLineItemFields]
    notes: str
    terms: str
    billing_address_id: str
    shipping_address_id: str
    crm_owner_id: str
    crm_custom_reference_id: str
    vat_treatment: str
    tax_treatment: str
    is_reverse_charge_applied: bool
    salesorder_number: str
    reference_number: str
    is_update_customer: bool
    discount: Any
    exchange_rate: Amount
    salesperson_name: str
    notes_default: str
    terms_default: str
    tax_id: str
    tax_authority_id: str
    tax_exemption_id: str
    tax_authority_name: str
    tax_exemption_code: str
    avatax_exempt_no: str
    avatax_use_code: str
    shipping_charge: Amount
    adjustment: Amount
    delivery_method: str
    estimate_id: str
    is_discount_before_tax: bool
    discount_type: str
    adjustment_description: str
    pricebook_id: str
    template_id: str
    documents: Sequence[str]
    zcrm_potential_id: str
    zcrm_potential_name: str

@type_check_only
class SalesOrderLineItem(TypedDict, total=False):
    item_order: int | None
    item_id: str
    rate: Decimal | None
    name: str
    description: str
    quantity: Decimal | None
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    location_id: str
    location_name: str
    discount: str
    tax_id: str
    tds_tax_id: str
    tags: list[Tag]
    unit: str
    item_custom_fields: list[CustomField]
    tax_exemption_id: str
    tax_exemption_code: str
    tax_treatment_code: str
    avatax_exempt_no: str
    avatax_use_code: str
    project_id: str
    line_item_category: str
    line_item_id: str
    sku: str
    bcy_rate: Decimal | None
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    is_taxable: bool
    product_exemption_id: str
    product_exemption_code: str
    avatax_use_code_id: str
    avatax_use_code_desc: str
    avatax_tax_code_id: str
    avatax_tax_code_desc: str
    item_total_inclusive_of_tax: Decimal | None
    is_invoiced: bool
    stock_on_hand: str
    image_id: str
    image_name: str
    image_type: str
    project_name: str

@type_check_only
class SalesOrderLineItemFields(TypedDict, total=False):
    item_order: int | str
    item_id: str
    rate: Amount
    name: str
    description: str
    quantity: Amount
    product_type: str
    hsn_or_sac: str
    sat_item_key_code: str
    unitkey_code: str
    location_id: str
    discount: Any
    tax_id: str
    tds_tax_id: str
    tags: Sequence[Tag]
    unit: str
    item_custom_fields: Sequence[CustomFieldFields]
    tax_exemption_id: str
    tax_exemption_code: str
    tax_treatment_code: str
    avatax_exempt_no: str
    avatax_use_code: str
    project_id: str
    line_item_category: str
    line_item_id: str

@type_check_only
class SalesOrderMarkVoidFields(TypedDict, total=False):
    reason: str

@type_check_only
class SalesOrderRow(TypedDict, total=False):
    salesorder_id: str
    zcrm_potential_id: str
    zcrm_potential_name: str
    customer_name: str
    customer_id: str
    status: str
    salesorder_number: str
    reference_number: str
    date: str
    shipment_date: str
    shipment_days: int | None
    currency_id: str
    currency_code: str
    total: Decimal | None
    sub_total: Decimal | None
    bcy_total: Decimal | None
    created_time: str
    last_modified_time: str
    is_emailed: bool
    has_attachment: bool
    custom_fields: list[CustomField]

@type_check_only
class SalesOrderSubStatus(TypedDict, total=False):
    status_id: str
    status_code: str
    parent_status: str
    description: str
    display_name: str
    label_name: str
    color_code: str

@type_check_only
class SalesReceipt(TypedDict, total=False):
    sales_receipt_id: str
    receipt_number: str
    date: str
    status: str
    payment_mode: str
    customer_id: str
    customer_name: str
    currency_id: str
    currency_code: str
    currency_symbol: str
    exchange_rate: Decimal | None
    tags: list[Tag]
    line_items: list[SalesReceiptLineItem]
    sub_total: Decimal | None
    tax_total: Decimal | None
    total: Decimal | None
    notes: str
    terms: str
    created_time: str
    last_modified_time: str

@type_check_only
class SalesReceiptEmailFields(TypedDict, total=False):
    to_mail_ids: Sequence[str]
    subject: str
    body: str

@type_check_only
class SalesReceiptFields(TypedDict, total=False):
    customer_id: str
    receipt_number: str
    date: Day
    payment_mode: str
    line_items: Sequence[SalesReceiptLineItemFields]
    notes: str
    terms: str
    tags: Sequence[Tag]

@type_check_only
class SalesReceiptLineItem(TypedDict, total=False):
    item_id: str
    name: str
    description: str
    rate: Decimal | None
    quantity: Decimal | None
    unit: str
    item_total: Decimal | None
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tags: list[Tag]
    line_item_category: str

@type_check_only
class SalesReceiptLineItemFields(TypedDict, total=False):
    item_id: str
    rate: Amount
    quantity: Amount
    tax_id: str
    tags: Sequence[Tag]
    line_item_category: str

@type_check_only
class Tag(TypedDict, total=False):
    tag_id: str
    tag_name: str
    tag_option_id: str
    tag_option_name: str
    is_tag_mandatory: bool

@type_check_only
class Task(TypedDict, total=False):
    task_id: str
    recurring_task_id: str
    owner_id: str
    owner_ids: str
    owner_name: str
    owners: list[Owner]
    title: str
    due_date: str
    due_date_formatted: str
    is_overdue: bool
    contact_type: str
    contact_id: str
    color_code: str
    contact_name: str
    parent_task_id: str
    related_entity_id: str
    related_entity_type: str
    related_entity: int | None
    related_entity_value: str
    parent_status: str
    status: str
    custom_status_id: str
    billing_type: str
    is_billable: bool
    task_rate: Decimal | None
    completion_percentage: int | None
    is_subtask: bool
    priority: str
    reminder: Reminder
    task_description: str
    is_accountant_task: bool
    task_number: str
    task_number_prefix: str
    task_number_suffix: str
    can_push: bool
    created_by_id: str
    last_modified_by_id: str
    template_id: str
    due_after: int | None
    parent_task_name: str
    parent_task_number: str
    created_by_name: str
    documents: list[Document]
    custom_fields: list[CustomField]
    statuses: list[str]
    is_system_task: bool
    system_task_type: int | None
    comments: list[TaskComment]
    dependencies: list[Dependency]
    entity_tags: list[EntityTag]

@type_check_only
class TaskComment(TypedDict, total=False):
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    comment_type: str
    date: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class TaskFields(TypedDict, total=False):
    task_id: str
    owner_ids: str
    owner_id: str
    task_type: str
    title: str
    due_date: Day
    contact_type: str
    contact_id: str
    can_push: bool
    related_entity_type: str
    related_entity_id: str
    related_sub_entity_type: str
    related_sub_entity_id: str
    status: str
    billing_type: str
    is_billable: bool
    task_rate: Amount
    completion_percentage: int | str
    priority: str
    send_email_notification: bool
    mail_id: str
    email_account_type: str
    email_folder_id: str
    email_account_id: str
    mail_attachments: Sequence[MailAttachmentFields]
    reminder: ReminderFields
    task_description: str
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    due_after: int | str
    template_id: str
    task_number: str
    task_number_prefix: str
    task_number_suffix: str
    recurring_task_id: str
    is_sub_task: bool
    parent_id: str
    dependencies: Sequence[DependencyFields]
    entity_tags: Sequence[EntityTagFields]

@type_check_only
class TaskPercentageFields(TypedDict, total=False):
    completion_percentage: int | str

@type_check_only
class TaskRow(TypedDict, total=False):
    task_id: str
    task_number: str
    owner_id: str
    owner_name: str
    contact_id: str
    billing_type: str
    is_billable: bool
    task_rate: Decimal | None
    completion_percentage: int | None
    contact_name: str
    contact_type: str
    client_id: str
    client_name: str
    title: str
    created_time: str
    created_time_formatted: str
    due_date: str
    is_accountant_task: bool
    is_overdue: bool
    parent_task_id: str
    parent_status: str
    priority: str
    status: str
    color_code: str
    task_description: str
    subtask_count: int | None
    is_subtask: bool
    parent_task_name: str
    parent_task_number: str
    custom_fields: list[CustomField]
    owners: list[Owner]
    entity_tags: list[EntityTag]

@type_check_only
class Tax(TypedDict, total=False):
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_type: str
    tax_factor: str
    tds_payable_account_id: str
    tax_authority_id: str
    tax_authority_name: str
    is_value_added: bool
    tax_specific_type: str
    country: str
    country_code: str
    purchase_tax_expense_account_id: str

@type_check_only
class TaxAuthority(TypedDict, total=False):
    tax_authority_id: str
    tax_authority_name: str
    description: str
    registration_number: str
    registration_number_label: str

@type_check_only
class TaxAuthorityFields(TypedDict, total=False):
    tax_authority_name: str
    description: str
    registration_number: str
    registration_number_label: str

@type_check_only
class TaxExemption(TypedDict, total=False):
    tax_exemption_id: str
    tax_exemption_code: str
    description: str
    type: str

@type_check_only
class TaxExemptionFields(TypedDict, total=False):
    tax_exemption_code: str
    description: str
    type: str

@type_check_only
class TaxFields(TypedDict, total=False):
    tax_name: str
    tax_percentage: Amount
    tax_type: str
    tax_factor: str
    tax_specific_type: str
    tax_authority_name: str
    tax_authority_id: str
    country_code: str
    purchase_tax_expense_account_id: str
    is_value_added: bool
    update_recurring_invoice: bool
    update_recurring_expense: bool
    update_draft_invoice: bool
    update_recurring_bills: bool
    update_draft_so: bool
    update_subscription: bool
    update_project: bool
    is_editable: bool
    tax_id: str
    tds_payable_account_id: str

@type_check_only
class TaxGroup(TypedDict, total=False):
    tax_group_id: str
    tax_group_name: str
    tax_group_percentage: Decimal | None
    taxes: list[TaxGroupTax]

@type_check_only
class TaxGroupFields(TypedDict, total=False):
    tax_group_name: str
    taxes: str

@type_check_only
class TaxGroupTax(TypedDict, total=False):
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_type: str
    tax_factor: str
    tax_authority_id: str
    tax_authority_name: str

@type_check_only
class TaxRow(TypedDict, total=False):
    tax_id: str
    tax_name: str
    tax_percentage: Decimal | None
    tax_type: str
    tax_factor: str
    tax_specific_type: str
    tax_authority_id: str
    tax_authority_name: str
    is_value_added: bool
    is_default_tax: bool
    is_editable: bool
    output_tax_account_name: str
    purchase_tax_account_name: str
    tax_account_id: str
    purchase_tax_account_id: str

@type_check_only
class TemplateRow(TypedDict, total=False):
    template_name: str
    template_id: str
    template_type: str

@type_check_only
class TimeEntry(TypedDict, total=False):
    time_entry_id: str
    project_id: str
    project_name: str
    customer_id: str
    customer_name: str
    task_id: str
    task_name: str
    user_id: str
    user_name: str
    is_current_user: bool
    log_date: str
    begin_time: str
    end_time: str
    log_time: str
    is_billable: bool
    billed_status: str
    invoice_id: str
    notes: str
    timer_started_at: str
    timer_started_at_utc_time: str
    timer_duration_in_minutes: str
    timer_duration_in_seconds: str
    created_time: str
    timesheet_custom_fields: str
    cost_rate: Decimal | None

@type_check_only
class TimeEntryFields(TypedDict, total=False):
    project_id: str
    task_id: str
    user_id: str
    log_date: Day
    log_time: str
    begin_time: str
    end_time: str
    is_billable: bool
    notes: str
    start_timer: str
    cost_rate: Amount

@type_check_only
class TimeEntryRow(TypedDict, total=False):
    time_entry_id: str
    project_id: str
    project_name: str
    customer_id: str
    customer_name: str
    task_id: str
    task_name: str
    user_id: str
    is_current_user: bool
    user_name: str
    log_date: str
    begin_time: str
    end_time: str
    log_time: str
    is_billable: bool
    billed_status: str
    invoice_id: str
    notes: str
    timer_started_at: str
    timer_duration_in_minutes: str
    created_time: str
    cost_rate: Decimal | None
    cost_amount: Decimal | None

@type_check_only
class ToContact(TypedDict, total=False):
    first_name: str
    selected: bool
    phone: str
    email: Any
    last_name: str
    salutation: str
    contact_person_id: str
    mobile: str

@type_check_only
class TransactionLock(TypedDict, total=False):
    transaction_lock_id: str
    accounting_period_id: str
    transaction_lock_status: str
    transaction_lock_date: str
    lock_status: str
    lock_scope: int | None
    lock_scope_formatted: str
    lock_status_formatted: str
    partial_lock_number: int | None
    accounting_period_name: str
    fiscal_year_name: str
    start_date: str
    end_date: str
    status: str
    is_adjustment_period: bool
    locked_by: str
    user_exceptions: list[str]
    user_exceptions_count: int | None
    account_exceptions: list[str]
    account_exceptions_count: int | None
    reason: str
    active_lock_summary: dict[str, Any]

@type_check_only
class TransactionLockFields(TypedDict, total=False):
    transaction_lock_status: str
    transaction_lock_module: str
    transaction_lock_date: Day
    accounting_period_id: str
    reason: str
    user_ids: Sequence[str]
    account_ids: Sequence[str]

@type_check_only
class TransactionLockPartialUnlockFields(TypedDict, total=False):
    is_enabled: bool
    lock_module: str
    start_date: Day
    end_date: Day
    reason: str

@type_check_only
class User(TypedDict, total=False):
    user_id: str
    name: str
    email_ids: list[UserEmailId]
    status: str
    user_role: str
    user_type: str
    role_id: str
    cost_rate: Decimal | None
    photo_url: str
    is_employee: bool
    created_time: str
    custom_fields: str

@type_check_only
class UserEmailId(TypedDict, total=False):
    email: str
    is_selected: bool

@type_check_only
class UserFields(TypedDict, total=False):
    name: str
    email: str
    role_id: str
    cost_rate: Amount

@type_check_only
class UserRow(TypedDict, total=False):
    user_id: str
    role_id: str
    name: str
    email: str
    user_role: str
    status: str
    is_current_user: bool
    photo_url: str
    is_customer_segmented: bool
    is_vendor_segmented: bool
    user_type: str

@type_check_only
class VatSummary(TypedDict, total=False):
    tax: BillTax

@type_check_only
class VendorCredit(TypedDict, total=False):
    vendor_credit_id: str
    vendor_credit_number: str
    date: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    gst_no: str
    gst_treatment: str
    tax_treatment: str
    pricebook_id: str
    is_reverse_charge_applied: bool
    status: str
    reference_number: str
    vendor_id: str
    vendor_name: str
    currency_id: str
    currency_code: str
    exchange_rate: Decimal | None
    price_precision: int | None
    vat_treatment: str
    filed_in_vat_return_id: str
    filed_in_vat_return_name: str
    filed_in_vat_return_type: str
    is_inclusive_tax: bool
    location_id: str
    location_name: Any
    tags: list[Tag]
    line_items: VendorCreditLineItem
    acquisition_vat_summary: list[VatSummary]
    acquisition_vat_total: Decimal | None
    reverse_charge_vat_summary: list[VatSummary]
    reverse_charge_vat_total: Decimal | None
    documents: list[Document]
    custom_fields: list[CustomField]
    sub_total: Decimal | None
    total: Decimal | None
    total_credits_used: Decimal | None
    total_refunded_amount: Decimal | None
    balance: Decimal | None
    notes: str
    comments: list[VendorCreditComment]
    vendor_credit_refunds: list[VendorCreditRefund]
    bills_credited: list[VendorCreditBillsCredited]
    created_time: str
    last_modified_time: str
    taxes: list[BillTax]

@type_check_only
class VendorCreditBillApplyBillFields(TypedDict, total=False):
    bill_id: str
    amount_applied: Amount

@type_check_only
class VendorCreditBillApplyFields(TypedDict, total=False):
    bills: Sequence[VendorCreditBillApplyBillFields]

@type_check_only
class VendorCreditBillRow(TypedDict, total=False):
    vendor_credit_id: str
    bill_id: str
    vendor_credit_bill_id: str
    date: str
    bill_number: str

@type_check_only
class VendorCreditBillsCredited(TypedDict, total=False):
    bill_id: str
    vendor_credit_bill_id: str
    date: str
    bill_number: str
    amount: Decimal | None

@type_check_only
class VendorCreditComment(TypedDict, total=False):
    comment_id: str
    vendor_credit_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    comment_type: str
    date_description: str
    time: str
    operation_type: str
    transaction_id: str
    transaction_type: str

@type_check_only
class VendorCreditFields(TypedDict, total=False):
    vendor_id: str
    currency_id: str
    vat_treatment: str
    vendor_credit_number: str
    gst_treatment: str
    tax_treatment: str
    gst_no: str
    source_of_supply: str
    destination_of_supply: str
    place_of_supply: str
    pricebook_id: str
    reference_number: str
    is_update_customer: bool
    date: Day
    exchange_rate: Amount
    is_inclusive_tax: bool
    location_id: str
    line_items: Sequence[VendorCreditLineItemFields]
    notes: str
    documents: Sequence[DocumentFields]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]
    tags: Sequence[Tag]

@type_check_only
class VendorCreditLineItem(TypedDict, total=False):
    item_id: str
    line_item_id: str
    sku: str
    account_id: str
    product_type: str
    reverse_charge_tax_id: str
    reverse_charge_tax_name: str
    reverse_charge_tax_percentage: Decimal | None
    reverse_charge_tax_amount: Decimal | None
    account_name: str
    name: str
    description: str
    item_order: int | None
    quantity: Decimal | None
    unit: str
    bcy_rate: Decimal | None
    rate: Decimal | None
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tax_exemption_id: str
    tax_exemption_code: str
    tax_name: str
    tax_type: str
    tax_percentage: Decimal | None
    project_id: str
    project_name: str
    item_total: Decimal | None
    item_total_inclusive_of_tax: Decimal | None
    hsn_or_sac: str
    acquisition_vat_id: str
    acquisition_vat_name: str
    acquisition_vat_percentage: str
    acquisition_vat_amount: str
    location_id: str
    location_name: Any
    reverse_charge_vat_id: str
    reverse_charge_vat_name: str
    reverse_charge_vat_percentage: str
    reverse_charge_vat_amount: str
    stock_on_hand: str
    tags: list[Tag]
    line_item_category: str
    item_custom_fields: list[CustomField]

@type_check_only
class VendorCreditLineItemFields(TypedDict, total=False):
    item_id: str
    line_item_id: str
    account_id: str
    name: str
    hsn_or_sac: str
    reverse_charge_tax_id: str
    location_id: str
    description: str
    item_order: int | str
    quantity: Amount
    unit: str
    rate: Amount
    tax_id: str
    tds_tax_id: str
    tax_treatment_code: str
    tags: Sequence[Tag]
    line_item_category: str
    item_custom_fields: Sequence[CustomFieldFields]
    serial_numbers: Sequence[str]
    project_id: str

@type_check_only
class VendorCreditRefund(TypedDict, total=False):
    vendor_credit_refund_id: str
    vendor_credit_id: str
    date: str
    refund_mode: str
    reference_number: str
    amount: Decimal | None
    exchange_rate: Decimal | None
    account_id: str
    account_name: str
    description: str
    imported_transactions: list[ImportedTransaction]
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None
    filed_in_vat_return_id: str
    filed_in_vat_return_name: str
    filed_in_vat_return_type: str

@type_check_only
class VendorCreditRefundFields(TypedDict, total=False):
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: Amount
    account_id: str
    description: str

@type_check_only
class VendorCreditRefundRow(TypedDict, total=False):
    vendor_credit_refund_id: str
    vendor_credit_id: str
    date: str
    refund_mode: str
    reference_number: str
    amount: Decimal | None
    vendor_credit_number: str
    customer_name: str
    description: str
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None

@type_check_only
class VendorCreditRow(TypedDict, total=False):
    vendor_credit_id: str
    vendor_credit_number: str
    status: str
    reference_number: str
    date: str
    total: Decimal | None
    balance: Decimal | None
    vendor_id: str
    vendor_name: str
    currency_id: str
    currency_code: str
    created_time: str
    last_modified_time: str
    has_attachment: bool
    exchange_rate: Decimal | None
    tags: list[Tag]

@type_check_only
class VendorPayment(TypedDict, total=False):
    ach_payment_status: str
    amount: Decimal | None
    balance: Decimal | None
    billing_address: list[Address]
    bills: list[VendorPaymentBill]
    check_details: list[CheckDetails]
    comments: list[VendorPaymentComment]
    created_time: str
    currency_id: str
    currency_symbol: str
    custom_fields: list[CustomField]
    date: str
    description: str
    exchange_rate: Decimal | None
    imported_transactions: list[str]
    documents: list[str]
    is_ach_payment: bool
    is_paid_via_print_check: bool
    last_modified_time: str
    paid_through_account_id: str
    paid_through_account_name: str
    paid_through_account_type: str
    payment_id: str
    payment_mode: str
    payment_number: str
    reference_number: str
    tags: list[Tag]
    tax_account_name: str
    tax_amount_withheld: Decimal | None
    location_id: str
    location_name: str
    vendor_id: str
    vendor_name: str
    vendorpayment_refunds: list[VendorPaymentRefundRow]
    status: str
    is_online_payment: bool
    transfer_type: str
    payment_number_prefix: str
    payment_number_suffix: str
    purpose_code: str
    custom_field_hash: dict[str, Any]
    tds_tax_id: str
    tds_calculation_type: str
    is_tds_amount_in_percent: bool
    tax_account_id: str
    bank_charges: Decimal | None
    bank_charges_account_id: str
    bank_charges_account_name: str
    currency_code: str
    created_by_id: str
    created_by_name: str
    credit_account_id: str
    offset_account_id: str
    offset_account_name: str
    gw_reference_number: str
    approvers_list: list[Any]
    submitted_date: str
    submitted_by: str
    submitted_by_name: str
    submitted_by_email: str
    submitted_by_photo_url: str
    submitter_id: str
    approver_id: str

@type_check_only
class VendorPaymentBill(TypedDict, total=False):
    bill_payment_id: str
    bill_id: str
    amount_applied: Decimal | None
    tax_amount_withheld: Decimal | None
    balance: Decimal | None
    bill_number: str
    date: str
    due_date: str
    price_precision: int | None
    total: Decimal | None
    is_opening_balance: bool
    unprocessed_payment_amount: Decimal | None
    apply_date: str

@type_check_only
class VendorPaymentBillFields(TypedDict, total=False):
    bill_payment_id: str
    bill_id: str
    amount_applied: Amount
    tax_amount_withheld: Amount

@type_check_only
class VendorPaymentComment(TypedDict, total=False):
    comment_id: str
    description: str
    commented_by_id: str
    commented_by: str
    date: str
    date_description: str
    time: str
    operation_type: str

@type_check_only
class VendorPaymentEmailFields(TypedDict, total=False):
    send_from_org_email_id: str
    from_address_id: str
    to_mail_ids: Sequence[str]
    cc_mail_ids: Sequence[str]
    subject: str
    body: str
    email_template_id: str

@type_check_only
class VendorPaymentFields(TypedDict, total=False):
    vendor_id: str
    bills: Sequence[VendorPaymentBillFields]
    date: Day
    exchange_rate: Amount
    amount: Amount
    paid_through_account_id: str
    payment_mode: str
    description: str
    reference_number: str
    check_details: Sequence[str]
    is_paid_via_print_check: bool
    location_id: str
    tags: Sequence[Tag]
    custom_fields: Sequence[CustomFieldFields] | Mapping[str, Any]

@type_check_only
class VendorPaymentRefund(TypedDict, total=False):
    vendorpayment_refund_id: str
    vendorpayment_id: str
    date: str
    refund_mode: str
    reference_number: str
    amount: Decimal | None
    exchange_rate: Decimal | None
    to_account_id: str
    to_account_name: str
    description: str

@type_check_only
class VendorPaymentRefundFields(TypedDict, total=False):
    date: Day
    refund_mode: str
    reference_number: str
    amount: Amount
    exchange_rate: Amount
    to_account_id: str
    description: str

@type_check_only
class VendorPaymentRefundRow(TypedDict, total=False):
    vendorpayment_refund_id: str
    date: str
    refund_mode: str
    reference_number: str
    description: str
    amount_bcy: Decimal | None
    amount_fcy: Decimal | None

@type_check_only
class VendorPaymentRow(TypedDict, total=False):
    payment_id: str
    vendor_id: str
    vendor_name: str
    bill_numbers: str
    payment_mode: str
    payment_number: str
    description: str
    date: str
    reference_number: str
    exchange_rate: Decimal | None
    amount: Decimal | None
    bcy_amount: Decimal | None
    paid_through_account_id: str
    paid_through_account_name: str
    balance: Decimal | None
    bcy_balance: Decimal | None
    created_time: str
    last_modified_time: str
    is_paid_via_print_check: bool
    has_attachment: bool
    is_ach_payment: bool
    ach_payment_status: str
    ach_gw_transaction_id: str
    tags: list[Tag]
    check_details: CheckDetails
    currency_id: str
    status: str
    currency_code: str
    gw_reference_number: str

@type_check_only
class AccountingPeriodsModule(Module[_C]):
    transaction_lock: AccountingPeriodsTransactionLockModule[_C]

@type_check_only
class AccountingPeriodsTransactionLockModule(Module[_C]):
    @verb
    def get(self, *, accounting_period_id: str | None = ..., transaction_lock_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["transaction_lock"], TransactionLock]: ...

@type_check_only
class BankAccountsModule(Module[_C]):
    balance: BankAccountsBalanceModule[_C]
    balances: BankAccountsBalancesModule[_C]
    @verb
    def create(self, body: BankAccountFields, **options: Unpack[WriteOptions]) -> Record[Literal["bankaccount"], BankAccount]: ...
    @verb
    def delete(self, account_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Record[Literal["bankaccount"], BankAccount]: ...
    import_encryption_key: BankAccountsImportEncryptionKeyModule[_C]
    insights: BankAccountsInsightsModule[_C]
    @rows
    def list(self, **options: Unpack[ListOptions]) -> BankAccountRow: ...
    @verb
    def mark_active(self, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    match_filters: BankAccountsMatchFiltersModule[_C]
    overview: BankAccountsOverviewModule[_C]
    preferences: BankAccountsPreferencesModule[_C]
    reconciliations: BankAccountsReconciliationsModule[_C]
    rules: BankAccountsRulesModule[_C]
    statement_summary: BankAccountsStatementSummaryModule[_C]
    statements: BankAccountsStatementsModule[_C]
    sub_accounts: BankAccountsSubAccountsModule[_C]
    transactions: BankAccountsTransactionsModule[_C]
    @verb
    def update(self, account_id: str, body: BankAccountFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["bankaccount"], BankAccount]: ...

@type_check_only
class BankAccountsBalanceModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsBalancesModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class BankAccountsImportEncryptionKeyModule(Module[_C]):
    @verb
    def get(self, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsInsightsModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsMatchFiltersModule(Module[_C]):
    @verb
    def create(self, body: BankAccountMatchFilterFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, match_filter_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def update(self, match_filter_id: str, body: BankAccountMatchFilterFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsOverviewModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get_all(self, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsPreferencesModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsReconciliationsModule(Module[_C]):
    attachments: BankAccountsReconciliationsAttachmentsModule[_C]
    @verb
    def create(self, account_id: str, body: BankAccountReconciliationFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, account_id: str, reconciliation_id: str, **options: Unpack[Options]) -> Answer: ...
    documents: BankAccountsReconciliationsDocumentsModule[_C]
    draft: BankAccountsReconciliationsDraftModule[_C]
    @verb
    def get(self, account_id: str, reconciliation_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def update(self, account_id: str, reconciliation_id: str, body: BankAccountReconciliationFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsReconciliationsAttachmentsModule(Module[_C]):
    @verb
    def upload(self, account_id: str, reconciliation_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsReconciliationsDocumentsModule(Module[_C]):
    @verb
    def delete(self, account_id: str, reconciliation_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, account_id: str, reconciliation_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsReconciliationsDraftModule(Module[_C]):
    @verb
    def update(self, account_id: str, reconciliation_id: str, body: BankAccountReconciliationFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsRulesModule(Module[_C]):
    bulk: BankAccountsRulesBulkModule[_C]
    @verb
    def create(self, body: BankAccountRuleFields, **options: Unpack[WriteOptions]) -> Record[Literal["rule"], BankAccountRule]: ...
    @verb
    def delete(self, rule_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, rule_id: str, **options: Unpack[Options]) -> Record[Literal["rule"], BankAccountRule]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> BankAccountRuleRow: ...
    @verb
    def reorder(self, body: BankAccountRuleReorderFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def skip_suggestion(self, body: BankAccountRuleSkipSuggestionFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, rule_id: str, body: BankAccountRuleFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["rule"], BankAccountRule]: ...

@type_check_only
class BankAccountsRulesBulkModule(Module[_C]):
    @verb
    def delete(self, *, rule_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, body: BankAccountRuleBulkUpdateFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankAccountsStatementSummaryModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BankAccountsStatementsModule(Module[_C]):
    @verb
    def delete(self, account_id: str, statement_id: str, **options: Unpack[Options]) -> Answer: ...
    last_imported: BankAccountsStatementsLastImportedModule[_C]
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    unreviewed: BankAccountsStatementsUnreviewedModule[_C]

@type_check_only
class BankAccountsStatementsLastImportedModule(Module[_C]):
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Record[Literal["statement"], builtins.list[BankAccountStatementLastImported]]: ...

@type_check_only
class BankAccountsStatementsUnreviewedModule(Module[_C]):
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class BankAccountsSubAccountsModule(Module[_C]):
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class BankAccountsTransactionsModule(Module[_C]):
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class BankStatementsModule(Module[_C]):
    @verb
    def create(self, body: BankStatementFields, **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankTransactionsModule(Module[_C]):
    @verb
    def create(self, body: BankTransactionFields, **options: Unpack[WriteOptions]) -> Record[Literal["banktransaction"], BankTransaction]: ...
    @verb
    def delete(self, bank_transaction_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, bank_transaction_id: str, **options: Unpack[Options]) -> Record[Literal["banktransaction"], BankTransaction]: ...
    @rows
    def list(self, *, account_id: str | None = ..., transaction_type: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., amount: Amount | None = ..., amount_start: Amount | None = ..., amount_end: Amount | None = ..., status: str | None = ..., reference_number: str | None = ..., transaction_status: str | None = ..., **options: Unpack[ListOptions]) -> BankTransactionRow: ...
    @verb
    def uncategorize(self, transaction_id: str, body: Mapping[str, Any] | None = ..., *, account_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    uncategorized: BankTransactionsUncategorizedModule[_C]
    @verb
    def unmatch(self, transaction_id: str, body: Mapping[str, Any] | None = ..., *, account_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, bank_transaction_id: str, body: BankTransactionFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["banktransaction"], BankTransaction]: ...

@type_check_only
class BankTransactionsUncategorizedModule(Module[_C]):
    @verb
    def categorize(self, transaction_id: str, body: BankTransactionFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_credit_note_refund(self, transaction_id: str, body: BankTransactionCategorizeAsCreditNoteRefundFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_customer_payment(self, transaction_id: str, body: BankTransactionCategorizeAsCustomerPaymentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_expense(self, transaction_id: str, body: BankTransactionCategorizeAsExpenseFields | None = ..., *, doc: str | None = ..., totalFiles: int | None = ..., document_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_payment_refund(self, statement_line_id: str, body: BankTransactionCategorizeAsPaymentRefundFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_vendor_credit_refund(self, transaction_id: str, body: BankTransactionCategorizeAsVendorCreditRefundFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_vendor_payment(self, transaction_id: str, body: BankTransactionCategorizeAsVendorPaymentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def categorize_as_vendor_payment_refund(self, statement_line_id: str, body: BankTransactionCategorizeAsVendorPaymentRefundFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def exclude(self, transaction_id: str, body: Mapping[str, Any] | None = ..., *, account_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def match(self, transaction_id: str, body: BankTransactionMatchFields | None = ..., *, account_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    matches: BankTransactionsUncategorizedMatchesModule[_C]
    @verb
    def restore(self, transaction_id: str, body: Mapping[str, Any] | None = ..., *, account_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BankTransactionsUncategorizedMatchesModule(Module[_C]):
    @rows
    def list(self, transaction_id: str, *, transaction_type: str | None = ..., date_after: Day | None = ..., date_before: Day | None = ..., amount_start: Amount | None = ..., amount_end: Amount | None = ..., contact: str | None = ..., reference_number: str | None = ..., show_all_transactions: bool | None = ..., **options: Unpack[ListOptions]) -> BankTransactionMatchRow: ...

@type_check_only
class BaseCurrencyAdjustmentsModule(Module[_C]):
    accounts: BaseCurrencyAdjustmentsAccountsModule[_C]
    bulk: BaseCurrencyAdjustmentsBulkModule[_C]
    contacts: BaseCurrencyAdjustmentsContactsModule[_C]
    @verb
    def create(self, body: BaseCurrencyAdjustmentFields, *, account_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], BaseCurrencyAdjustment]: ...
    @verb
    def delete(self, base_currency_adjustment_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, base_currency_adjustment_id: str, **options: Unpack[Options]) -> Record[Literal["data"], BaseCurrencyAdjustment]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> BaseCurrencyAdjustmentRow: ...
    @verb
    def reevaluate(self, base_currency_adjustment_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], BaseCurrencyAdjustment]: ...

@type_check_only
class BaseCurrencyAdjustmentsAccountsModule(Module[_C]):
    @verb
    def get(self, *, currency_id: str | None = ..., adjustment_date: Day | None = ..., exchange_rate: Amount | None = ..., notes: str | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], BaseCurrencyAdjustmentAccount]: ...

@type_check_only
class BaseCurrencyAdjustmentsBulkModule(Module[_C]):
    @verb
    def delete(self, *, base_currency_adjustment_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class BaseCurrencyAdjustmentsContactsModule(Module[_C]):
    @rows
    def list(self, *, currency_id: str | None = ..., account_id: str | None = ..., adjustment_date: Day | None = ..., exchange_rate: Amount | None = ..., **options: Unpack[ListOptions]) -> BaseCurrencyAdjustmentContactRow: ...

@type_check_only
class BillsModule(Module[_C]):
    @verb
    def approve(self, bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: BillsAttachmentsModule[_C]
    billing_address: BillsBillingAddressModule[_C]
    comments: BillsCommentsModule[_C]
    @verb
    def create(self, body: BillFields, *, attachment: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["bill"], Bill]: ...
    credits: BillsCreditsModule[_C]
    custom_fields: BillsCustomFieldsModule[_C]
    @verb
    def delete(self, bill_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, bill_id: str, **options: Unpack[Options]) -> Record[Literal["bill"], Bill]: ...
    @rows
    def list(self, *, bill_number: str | None = ..., bill_number_startswith: str | None = ..., bill_number_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., due_date: Day | None = ..., due_date_start: Day | None = ..., due_date_end: Day | None = ..., due_date_before: Day | None = ..., due_date_after: Day | None = ..., created_date: Day | None = ..., created_date_start: Day | None = ..., created_date_end: Day | None = ..., status: str | None = ..., description: str | None = ..., description_startswith: str | None = ..., description_contains: str | None = ..., vendor_name: str | None = ..., vendor_name_startswith: str | None = ..., vendor_name_contains: str | None = ..., total: str | None = ..., vendor_id: str | None = ..., project_id: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., item_id: str | None = ..., recurring_bill_id: str | None = ..., purchaseorder_id: str | None = ..., customer_id: str | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> BillRow: ...
    @verb
    def mark_open(self, bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    payments: BillsPaymentsModule[_C]
    @verb
    def preview_from_purchase_orders(self, *, purchaseorder_ids: Ids | None = ..., **options: Unpack[Options]) -> Record[Literal["bill"], Bill]: ...
    @verb
    def submit(self, bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, bill_id: str, body: BillFields | None = ..., *, attachment: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["bill"], Bill]: ...
    @verb
    def upsert(self, body: BillFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["bill"], Bill]: ...

@type_check_only
class BillsAttachmentsModule(Module[_C]):
    @verb
    def delete(self, bill_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, bill_id: str, *, preview: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def upload(self, bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BillsBillingAddressModule(Module[_C]):
    @verb
    def update(self, bill_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["billing_address"], BillBillingAddress]: ...

@type_check_only
class BillsCommentsModule(Module[_C]):
    @verb
    def create(self, bill_id: str, body: CommentFields, **options: Unpack[WriteOptions]) -> Record[Literal["comment"], BillComment]: ...
    @verb
    def delete(self, bill_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, bill_id: str, **options: Unpack[ListOptions]) -> BillCommentRow: ...

@type_check_only
class BillsCreditsModule(Module[_C]):
    @verb
    def apply(self, bill_id: str, body: BillCreditApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BillsCustomFieldsModule(Module[_C]):
    @verb
    def update(self, bill_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class BillsPaymentsModule(Module[_C]):
    @verb
    def delete(self, bill_id: str, bill_payment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, bill_id: str, **options: Unpack[ListOptions]) -> BillPaymentRow: ...

@type_check_only
class ChartOfAccountsModule(Module[_C]):
    bulk: ChartOfAccountsBulkModule[_C]
    @verb
    def create(self, body: AccountFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["chart_of_account"], Account]: ...
    @verb
    def delete(self, account_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, account_id: str, **options: Unpack[Options]) -> Record[Literal["chart_of_account"], Account]: ...
    @rows
    def list(self, *, showbalance: bool | None = ..., customview_id: str | None = ..., account_id: str | None = ..., account_id_equal: str | None = ..., account_id_not_equal: str | None = ..., account_code: str | None = ..., account_code_contains: str | None = ..., account_code_starts_with: str | None = ..., account_code_ends_with: str | None = ..., account_name: str | None = ..., account_name_contains: str | None = ..., account_name_starts_with: str | None = ..., account_name_ends_with: str | None = ..., **options: Unpack[ListOptions]) -> AccountRow: ...
    @verb
    def mark_active(self, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    transactions: ChartOfAccountsTransactionsModule[_C]
    @verb
    def update(self, account_id: str, body: AccountFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["chart_of_account"], Account]: ...

@type_check_only
class ChartOfAccountsBulkModule(Module[_C]):
    @verb
    def delete(self, *, account_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def mark_active(self, body: Mapping[str, Any] | None = ..., *, account_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, body: Mapping[str, Any] | None = ..., *, account_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ChartOfAccountsTransactionsModule(Module[_C]):
    @verb
    def delete(self, transaction_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, *, account_id: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., amount: Amount | None = ..., amount_less_than: Amount | None = ..., amount_less_equals: Amount | None = ..., amount_greater_than: Amount | None = ..., amount_greater_equals: Amount | None = ..., transaction_type: str | None = ..., **options: Unpack[ListOptions]) -> AccountTransactionRow: ...

@type_check_only
class ContactPersonsModule(Module[_C]):
    @verb
    def create(self, body: ContactPersonFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, contactperson_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, contact_id: str, contactperson_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def mark_primary(self, contactperson_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, contactperson_id: str, body: ContactPersonFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsModule(Module[_C]):
    addresses: ContactsAddressesModule[_C]
    @verb
    def assign_owner(self, contact_id: str, body: Mapping[str, Any] | None = ..., *, owner_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: ContactsAttachmentsModule[_C]
    bank_accounts: ContactsBankAccountsModule[_C]
    bulk: ContactsBulkModule[_C]
    cards: ContactsCardsModule[_C]
    client_reviews: ContactsClientReviewsModule[_C]
    comments: ContactsCommentsModule[_C]
    @verb
    def create(self, body: ContactFields, **options: Unpack[WriteOptions]) -> Record[Literal["contact"], Contact]: ...
    @verb
    def delete(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...
    documents: ContactsDocumentsModule[_C]
    einvoice: ContactsEinvoiceModule[_C]
    @verb
    def email(self, contact_id: str, body: ContactEmailFields, *, send_customer_statement: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: ContactsEmailContentModule[_C]
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Record[Literal["contact"], Contact]: ...
    @verb
    def get_by_reference(self, reference_id: str, **options: Unpack[Options]) -> Answer: ...
    income_and_expense: ContactsIncomeAndExpenseModule[_C]
    inventory_summary: ContactsInventorySummaryModule[_C]
    @rows
    def list(self, *, contact_type: str | None = ..., contact_name: str | None = ..., contact_name_startswith: str | None = ..., contact_name_contains: str | None = ..., company_name: str | None = ..., company_name_startswith: str | None = ..., company_name_contains: str | None = ..., first_name: str | None = ..., first_name_startswith: str | None = ..., first_name_contains: str | None = ..., last_name: str | None = ..., last_name_startswith: str | None = ..., last_name_contains: str | None = ..., address: str | None = ..., address_startswith: str | None = ..., address_contains: str | None = ..., email: str | None = ..., email_startswith: str | None = ..., email_contains: str | None = ..., phone: str | None = ..., phone_startswith: str | None = ..., phone_contains: str | None = ..., zcrm_contact_id: str | None = ..., zcrm_account_id: str | None = ..., zcrm_vendor_id: str | None = ..., **options: Unpack[ListOptions]) -> ContactRow: ...
    @verb
    def mark_active(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def merge(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    opening_balances: ContactsOpeningBalancesModule[_C]
    payment_method: ContactsPaymentMethodModule[_C]
    payment_refunds: ContactsPaymentRefundsModule[_C]
    payment_reminder: ContactsPaymentReminderModule[_C]
    persons: ContactsPersonsModule[_C]
    portal: ContactsPortalModule[_C]
    profit_and_loss: ContactsProfitAndLossModule[_C]
    refunds: ContactsRefundsModule[_C]
    sms: ContactsSmsModule[_C]
    statements: ContactsStatementsModule[_C]
    tags: ContactsTagsModule[_C]
    tax_info: ContactsTaxInfoModule[_C]
    @verb
    def track_1099(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    trn_status: ContactsTrnStatusModule[_C]
    unpaid_invoices: ContactsUnpaidInvoicesModule[_C]
    @verb
    def untrack_1099(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    unused_credits: ContactsUnusedCreditsModule[_C]
    unused_retainer_payments: ContactsUnusedRetainerPaymentsModule[_C]
    @verb
    def update(self, contact_id: str, body: ContactFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["contact"], Contact]: ...
    @verb
    def upsert(self, body: ContactFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["contact"], Contact]: ...
    vendor_statements: ContactsVendorStatementsModule[_C]

@type_check_only
class ContactsAddressesModule(Module[_C]):
    @verb
    def create(self, contact_id: str, body: ContactAddress | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["address_info"], ContactAddress]: ...
    @verb
    def delete(self, contact_id: str, address_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> ContactAddress: ...
    @rows
    def list_all(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def mark_billing(self, contact_id: str, address_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_shipping(self, contact_id: str, address_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, contact_id: str, address_id: str, body: ContactAddress | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["address_info"], ContactAddress]: ...
    @verb
    def verify(self, *, line1: str | None = ..., city: str | None = ..., region: str | None = ..., country: str | None = ..., postal_code: str | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def verify_by_id(self, contact_id: str, address_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsAttachmentsModule(Module[_C]):
    @verb
    def upload(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsBankAccountsModule(Module[_C]):
    @verb
    def approve(self, contact_id: str, bank_account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def create(self, contact_id: str, body: ContactBankAccountFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def decline(self, contact_id: str, bank_account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, contact_id: str, bank_account_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, contact_id: str, bank_account_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @rows
    def list_all(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def update(self, contact_id: str, bank_account_id: str, body: ContactBankAccountFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def verify(self, contact_id: str, bank_account_id: str, body: Mapping[str, Any] | None = ..., *, first_deposit_amount: int | None = ..., second_deposit_amount: int | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsBulkModule(Module[_C]):
    @verb
    def assign_owner(self, body: Mapping[str, Any] | None = ..., *, contact_ids: Ids | None = ..., owner_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, *, contact_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def track_1099(self, body: Mapping[str, Any] | None = ..., *, contact_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsCardsModule(Module[_C]):
    @verb
    def count(self, **options: Unpack[Options]) -> Answer: ...
    @verb
    def create(self, contact_id: str, body: ContactCardFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, contact_id: str, card_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, contact_id: str, card_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    recurring_invoices: ContactsCardsRecurringInvoicesModule[_C]
    @verb
    def update(self, contact_id: str, card_id: str, body: ContactCardFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsCardsRecurringInvoicesModule(Module[_C]):
    @rows
    def list(self, contact_id: str, card_id: str, **options: Unpack[ListOptions]) -> ContactCardRecurringInvoiceRow: ...

@type_check_only
class ContactsClientReviewsModule(Module[_C]):
    @verb
    def email(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: ContactsClientReviewsEmailContentModule[_C]

@type_check_only
class ContactsClientReviewsEmailContentModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsCommentsModule(Module[_C]):
    @verb
    def create(self, contact_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, contact_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> ContactCommentRow: ...

@type_check_only
class ContactsDocumentsModule(Module[_C]):
    @verb
    def delete(self, contact_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, contact_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def restore(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, contact_id: str, document_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsEinvoiceModule(Module[_C]):
    @verb
    def verify(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsEmailContentModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsIncomeAndExpenseModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsInventorySummaryModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsOpeningBalancesModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsPaymentMethodModule(Module[_C]):
    @verb
    def email(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: ContactsPaymentMethodEmailContentModule[_C]

@type_check_only
class ContactsPaymentMethodEmailContentModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsPaymentRefundsModule(Module[_C]):
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class ContactsPaymentReminderModule(Module[_C]):
    @verb
    def disable(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def enable(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsPersonsModule(Module[_C]):
    @verb
    def create(self, body: ContactPersonFields, **options: Unpack[WriteOptions]) -> Record[Literal["contact_person"], ContactPerson]: ...
    @verb
    def delete(self, contact_person_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, contact_id: str, contact_person_id: str, **options: Unpack[Options]) -> Record[Literal["contact_person"], ContactPerson]: ...
    @verb
    def get_by_id(self, contactperson_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> ContactPersonRow: ...
    @rows
    def list_all(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def mark_primary(self, contact_person_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    portal: ContactsPersonsPortalModule[_C]
    sms: ContactsPersonsSmsModule[_C]
    @verb
    def update(self, contact_person_id: str, body: ContactPersonFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["contact_person"], ContactPerson]: ...

@type_check_only
class ContactsPersonsPortalModule(Module[_C]):
    @verb
    def invite(self, contactperson_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def resend_invite(self, contactperson_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsPersonsSmsModule(Module[_C]):
    @verb
    def disable(self, contactperson_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def enable(self, contactperson_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsPortalModule(Module[_C]):
    @verb
    def disable(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def enable(self, contact_id: str, body: ContactPortalEnableFields, **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsProfitAndLossModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsRefundsModule(Module[_C]):
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> ContactRefundRow: ...

@type_check_only
class ContactsSmsModule(Module[_C]):
    bulk: ContactsSmsBulkModule[_C]
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def send(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsSmsBulkModule(Module[_C]):
    @verb
    def get(self, **options: Unpack[Options]) -> Answer: ...
    @verb
    def send(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsStatementsModule(Module[_C]):
    @verb
    def email(self, contact_id: str, body: RetainerInvoiceEmailFields, *, start_date: Day | None = ..., end_date: Day | None = ..., multipart_or_formdata: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: ContactsStatementsEmailContentModule[_C]
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsStatementsEmailContentModule(Module[_C]):
    @verb
    def get(self, contact_id: str, *, start_date: Day | None = ..., end_date: Day | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], ContactStatementEmailContent]: ...

@type_check_only
class ContactsTagsModule(Module[_C]):
    @verb
    def delete(self, contact_id: str, tag_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsTaxInfoModule(Module[_C]):
    @verb
    def create(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, contact_id: str, tax_info_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def update(self, contact_id: str, tax_info_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsTrnStatusModule(Module[_C]):
    @verb
    def update(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ContactsUnpaidInvoicesModule(Module[_C]):
    @rows
    def list(self, contact_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class ContactsUnusedCreditsModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ContactsUnusedRetainerPaymentsModule(Module[_C]):
    @rows
    def list(self, contact_id: str, *, currency_id: str | None = ..., **options: Unpack[ListOptions]) -> ContactUnusedRetainerPaymentRow: ...

@type_check_only
class ContactsVendorStatementsModule(Module[_C]):
    @verb
    def email(self, contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: ContactsVendorStatementsEmailContentModule[_C]

@type_check_only
class ContactsVendorStatementsEmailContentModule(Module[_C]):
    @verb
    def get(self, contact_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class CreditNotesModule(Module[_C]):
    @verb
    def approve(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: CreditNotesAttachmentsModule[_C]
    billing_address: CreditNotesBillingAddressModule[_C]
    bulk: CreditNotesBulkModule[_C]
    cfdi_status: CreditNotesCfdiStatusModule[_C]
    comments: CreditNotesCommentsModule[_C]
    @verb
    def create(self, body: CreditNoteFields, *, invoice_id: str | None = ..., ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["creditnote"], CreditNote]: ...
    custom_fields: CreditNotesCustomFieldsModule[_C]
    @verb
    def delete(self, creditnote_id: str, **options: Unpack[Options]) -> Answer: ...
    digital_signature: CreditNotesDigitalSignatureModule[_C]
    documents: CreditNotesDocumentsModule[_C]
    einvoice: CreditNotesEinvoiceModule[_C]
    @verb
    def email(self, creditnote_id: str, body: CreditNoteEmailFields | None = ..., *, customer_id: str | None = ..., attachments: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: CreditNotesEmailContentModule[_C]
    email_history: CreditNotesEmailHistoryModule[_C]
    @verb
    def finalize_approval(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, creditnote_id: str, **options: Unpack[Options]) -> Record[Literal["creditnote"], CreditNote]: ...
    invoices: CreditNotesInvoicesModule[_C]
    @rows
    def list(self, *, creditnote_number: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., status: str | None = ..., total: str | None = ..., reference_number: str | None = ..., customer_name: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., customer_id: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., item_id: str | None = ..., line_item_id: str | None = ..., tax_id: str | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> CreditNoteRow: ...
    mail_content: CreditNotesMailContentModule[_C]
    @verb
    def mark_draft(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_open(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_ready_to_push(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    refunds: CreditNotesRefundsModule[_C]
    @verb
    def reject(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., *, reason: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    shipping_address: CreditNotesShippingAddressModule[_C]
    @verb
    def submit(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    substatus: CreditNotesSubstatusModule[_C]
    templates: CreditNotesTemplatesModule[_C]
    @verb
    def update(self, creditnote_id: str, body: CreditNoteFields | None = ..., *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["creditnote"], CreditNote]: ...
    @verb
    def upsert(self, body: CreditNoteFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["creditnote"], CreditNote]: ...

@type_check_only
class CreditNotesAttachmentsModule(Module[_C]):
    @verb
    def upload(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesBillingAddressModule(Module[_C]):
    @verb
    def update(self, creditnote_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesBulkModule(Module[_C]):
    @verb
    def approve(self, body: Mapping[str, Any] | None = ..., *, creditnote_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def print(self, *, creditnote_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def submit(self, body: Mapping[str, Any] | None = ..., *, creditnote_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesCfdiStatusModule(Module[_C]):
    @verb
    def update(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesCommentsModule(Module[_C]):
    @verb
    def create(self, creditnote_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, creditnote_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, creditnote_id: str, **options: Unpack[ListOptions]) -> CreditNoteCommentRow: ...

@type_check_only
class CreditNotesCustomFieldsModule(Module[_C]):
    @verb
    def get(self, creditnote_id: str, **options: Unpack[Options]) -> Record[Literal["custom_fields"], builtins.list[dict[str, Any]]]: ...
    @verb
    def update(self, creditnote_id: str, body: CreditNoteCustomFieldFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesDigitalSignatureModule(Module[_C]):
    @verb
    def create(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    template: CreditNotesDigitalSignatureTemplateModule[_C]
    @verb
    def upload(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., *, attachment: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesDigitalSignatureTemplateModule(Module[_C]):
    @verb
    def get(self, creditnote_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class CreditNotesDocumentsModule(Module[_C]):
    @verb
    def delete(self, creditnote_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, creditnote_id: str, document_id: str, *, responseformat: str | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, creditnote_id: str, document_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesEinvoiceModule(Module[_C]):
    bulk: CreditNotesEinvoiceBulkModule[_C]
    @verb
    def cancel(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def fetch(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, creditnote_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def mark_cancelled(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_pushed(self, creditnote_id: str, body: EinvoiceMarkPushedFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def push(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    status: CreditNotesEinvoiceStatusModule[_C]

@type_check_only
class CreditNotesEinvoiceBulkModule(Module[_C]):
    @verb
    def cancel(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def push(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesEinvoiceStatusModule(Module[_C]):
    @verb
    def delete(self, creditnote_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def recall(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesEmailContentModule(Module[_C]):
    @verb
    def get(self, creditnote_id: str, *, email_template_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], builtins.list[CreditNoteEmailContent]]: ...

@type_check_only
class CreditNotesEmailHistoryModule(Module[_C]):
    @rows
    def list(self, creditnote_id: str, **options: Unpack[ListOptions]) -> CreditNoteEmailHistoryRow: ...

@type_check_only
class CreditNotesInvoicesModule(Module[_C]):
    @verb
    def apply(self, creditnote_id: str, body: CreditNoteInvoiceApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, creditnote_id: str, creditnote_invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, creditnote_id: str, **options: Unpack[ListOptions]) -> CreditNoteInvoiceRow: ...

@type_check_only
class CreditNotesMailContentModule(Module[_C]):
    @verb
    def get(self, creditnote_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class CreditNotesRefundsModule(Module[_C]):
    @verb
    def create(self, creditnote_id: str, body: RefundFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["creditnote_refund"], CreditNoteRefund]: ...
    @verb
    def delete(self, creditnote_id: str, creditnote_refund_id: str, **options: Unpack[Options]) -> Answer: ...
    einvoice: CreditNotesRefundsEinvoiceModule[_C]
    @verb
    def get(self, creditnote_id: str, creditnote_refund_id: str, **options: Unpack[Options]) -> Record[Literal["creditnote_refund"], CreditNoteRefund]: ...
    @verb
    def get_by_id(self, refund_id: str, **options: Unpack[Options]) -> Record[Literal["creditnote_refund"], CreditNoteRefund]: ...
    @rows
    def list(self, creditnote_id: str, **options: Unpack[ListOptions]) -> CreditNoteRefundRow: ...
    @rows
    def list_all(self, *, customer_id: str | None = ..., **options: Unpack[ListOptions]) -> CreditNoteRefundRow: ...
    @verb
    def update(self, creditnote_id: str, creditnote_refund_id: str, body: RefundFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["creditnote_refund"], CreditNoteRefund]: ...

@type_check_only
class CreditNotesRefundsEinvoiceModule(Module[_C]):
    @verb
    def push(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesShippingAddressModule(Module[_C]):
    @verb
    def update(self, creditnote_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CreditNotesSubstatusModule(Module[_C]):
    @verb
    def apply(self, creditnote_id: str, substatus_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, creditnote_id: str, substatus_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class CreditNotesTemplatesModule(Module[_C]):
    @verb
    def apply(self, creditnote_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class CrmModule(Module[_C]):
    @verb
    def import_account(self, crm_account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], Crm]: ...
    @verb
    def import_contact(self, crm_contact_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], Crm]: ...
    @verb
    def import_item(self, crm_product_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], Crm]: ...
    @verb
    def import_vendor(self, crm_vendor_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["data"], Crm]: ...

@type_check_only
class CurrenciesModule(Module[_C]):
    @verb
    def create(self, body: CurrencyFields, **options: Unpack[WriteOptions]) -> Record[Literal["currency"], Currency]: ...
    @verb
    def delete(self, currency_id: str, **options: Unpack[Options]) -> Answer: ...
    exchange_rates: CurrenciesExchangeRatesModule[_C]
    @verb
    def get(self, currency_id: str, **options: Unpack[Options]) -> Record[Literal["currency"], Currency]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> CurrencyRow: ...
    @verb
    def update(self, currency_id: str, body: CurrencyFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["currency"], Currency]: ...

@type_check_only
class CurrenciesExchangeRatesModule(Module[_C]):
    @verb
    def create(self, currency_id: str, body: ExchangeRateFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["exchange_rate"], Decimal | None]: ...
    @verb
    def delete(self, currency_id: str, exchange_rate_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, currency_id: str, exchange_rate_id: str, **options: Unpack[Options]) -> Record[Literal["exchange_rate"], Decimal | None]: ...
    @rows
    def list(self, currency_id: str, *, from_date: Day | None = ..., is_current_date: bool | None = ..., **options: Unpack[ListOptions]) -> ExchangeRateRow: ...
    @verb
    def update(self, currency_id: str, exchange_rate_id: str, body: ExchangeRateFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CustomModulesModule(Module[_C]):
    @verb
    def create(self, body: CustomModuleFields, **options: Unpack[WriteOptions]) -> Record[Literal["module"], CustomModule]: ...
    @verb
    def delete(self, module_api_name: str, *, force_delete: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, module_api_name: str, **options: Unpack[Options]) -> Record[Literal["module"], CustomModule]: ...
    @rows
    def list(self, *, portal_type: str | None = ..., **options: Unpack[ListOptions]) -> CustomModule: ...
    records: CustomModulesRecordsModule[_C]
    @verb
    def update(self, module_api_name: str, body: CustomModuleFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["module"], CustomModule]: ...

@type_check_only
class CustomModulesRecordsModule(Module[_C]):
    bulk: CustomModulesRecordsBulkModule[_C]
    @verb
    def create(self, module_name: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["module_record"], builtins.list[CustomModuleRecord]]: ...
    @verb
    def delete(self, module_name: str, module_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, module_name: str, module_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, module_name: str, *, customview_id: str | None = ..., **options: Unpack[ListOptions]) -> CustomModuleRecordRow: ...
    @verb
    def update(self, module_name: str, module_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["module_record"], builtins.list[CustomModuleRecord]]: ...

@type_check_only
class CustomModulesRecordsBulkModule(Module[_C]):
    @verb
    def delete(self, module_name: str, *, record_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, module_name: str, body: Sequence[Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["module_record"], builtins.list[CustomModuleRecord]]: ...

@type_check_only
class CustomerDebitNotesModule(Module[_C]):
    @verb
    def create(self, body: CustomerDebitNoteFields, *, send: bool | None = ..., ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], CustomerDebitNote]: ...
    @verb
    def delete(self, debit_note_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, debit_note_id: str, **options: Unpack[Options]) -> Record[Literal["invoice"], CustomerDebitNote]: ...
    @rows
    def list(self, *, item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_id: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., customer_name: str | None = ..., email: str | None = ..., total: str | None = ..., balance: str | None = ..., custom_field: str | None = ..., custom_field_startswith: str | None = ..., custom_field_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., due_date: Day | None = ..., due_date_start: Day | None = ..., due_date_end: Day | None = ..., due_date_before: Day | None = ..., due_date_after: Day | None = ..., created_date: Day | None = ..., created_date_start: Day | None = ..., created_date_end: Day | None = ..., created_date_before: Day | None = ..., created_date_after: Day | None = ..., status: str | None = ..., customer_id: str | None = ..., **options: Unpack[ListOptions]) -> CustomerDebitNote: ...
    @verb
    def update(self, debit_note_id: str, body: CustomerDebitNoteFields | None = ..., *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], CustomerDebitNote]: ...

@type_check_only
class CustomerPaymentsModule(Module[_C]):
    bulk: CustomerPaymentsBulkModule[_C]
    @verb
    def create(self, body: CustomerPaymentFields, **options: Unpack[WriteOptions]) -> Record[Literal["payment"], CustomerPayment]: ...
    custom_fields: CustomerPaymentsCustomFieldsModule[_C]
    @verb
    def delete(self, payment_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, payment_id: str, **options: Unpack[Options]) -> Record[Literal["payment"], CustomerPayment]: ...
    @rows
    def list(self, *, customer_name: str | None = ..., customer_name_startswith: str | None = ..., customer_name_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., date: Day | None = ..., amount: Amount | None = ..., amount_less_than: Amount | None = ..., amount_less_equals: Amount | None = ..., amount_greater_than: Amount | None = ..., amount_greater_equals: Amount | None = ..., notes: str | None = ..., notes_startswith: str | None = ..., notes_contains: str | None = ..., payment_mode: str | None = ..., payment_mode_startswith: str | None = ..., payment_mode_contains: str | None = ..., customer_id: str | None = ..., **options: Unpack[ListOptions]) -> CustomerPaymentRow: ...
    refunds: CustomerPaymentsRefundsModule[_C]
    @verb
    def update(self, payment_id: str, body: CustomerPaymentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["payment"], CustomerPayment]: ...
    @verb
    def upsert(self, body: CustomerPaymentFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["payment"], CustomerPayment]: ...

@type_check_only
class CustomerPaymentsBulkModule(Module[_C]):
    @verb
    def delete(self, *, payment_ids: Ids | None = ..., bulk_delete: bool | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class CustomerPaymentsCustomFieldsModule(Module[_C]):
    @verb
    def update(self, customer_payment_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class CustomerPaymentsRefundsModule(Module[_C]):
    @verb
    def create(self, customer_payment_id: str, body: RefundFields, **options: Unpack[WriteOptions]) -> Record[Literal["payment_refunds"], builtins.list[CustomerPaymentRefund]]: ...
    @verb
    def delete(self, customer_payment_id: str, refund_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, customer_payment_id: str, refund_id: str, **options: Unpack[Options]) -> Record[Literal["payment_refunds"], builtins.list[CustomerPaymentRefund]]: ...
    @rows
    def list(self, customer_payment_id: str, **options: Unpack[ListOptions]) -> CustomerPaymentRefundRow: ...
    @verb
    def update(self, customer_payment_id: str, refund_id: str, body: RefundFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["payment_refunds"], builtins.list[CustomerPaymentRefund]]: ...

@type_check_only
class DeliveryChallansModule(Module[_C]):
    attachments: DeliveryChallansAttachmentsModule[_C]
    bulk: DeliveryChallansBulkModule[_C]
    @verb
    def create(self, body: DeliveryChallanFields, *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["deliverychallan"], DeliveryChallan]: ...
    @verb
    def delete(self, deliverychallan_id: str, **options: Unpack[Options]) -> Answer: ...
    documents: DeliveryChallansDocumentsModule[_C]
    @verb
    def get(self, deliverychallan_id: str, **options: Unpack[Options]) -> Record[Literal["deliverychallan"], DeliveryChallan]: ...
    @rows
    def list(self, *, customer_id: str | None = ..., status: str | None = ..., **options: Unpack[ListOptions]) -> DeliveryChallanRow: ...
    @verb
    def mark_delivered(self, deliverychallan_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_open(self, deliverychallan_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_returned(self, deliverychallan_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_undelivered(self, deliverychallan_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    shipping_address: DeliveryChallansShippingAddressModule[_C]
    templates: DeliveryChallansTemplatesModule[_C]
    @verb
    def update(self, deliverychallan_id: str, body: DeliveryChallanFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["deliverychallan"], DeliveryChallan]: ...

@type_check_only
class DeliveryChallansAttachmentsModule(Module[_C]):
    @verb
    def upload(self, deliverychallan_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class DeliveryChallansBulkModule(Module[_C]):
    @verb
    def mark_returned(self, body: DeliveryChallanBulkMarkReturnedFields | None = ..., *, deliverychallan_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def undo_return(self, body: Mapping[str, Any] | None = ..., *, deliverychallan_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class DeliveryChallansDocumentsModule(Module[_C]):
    @verb
    def delete(self, deliverychallan_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, deliverychallan_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class DeliveryChallansShippingAddressModule(Module[_C]):
    @verb
    def update(self, deliverychallan_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class DeliveryChallansTemplatesModule(Module[_C]):
    @verb
    def apply(self, deliverychallan_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class EinvoicesModule(Module[_C]):
    credit_notes: EinvoicesCreditNotesModule[_C]
    invoices: EinvoicesInvoicesModule[_C]

@type_check_only
class EinvoicesCreditNotesModule(Module[_C]):
    @verb
    def cancel(self, creditnote_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class EinvoicesInvoicesModule(Module[_C]):
    @verb
    def cancel(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class EmployeesModule(Module[_C]):
    @verb
    def create(self, body: EmployeeFields, **options: Unpack[WriteOptions]) -> Record[Literal["employee"], Employee]: ...
    @verb
    def delete(self, employee_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, employee_id: str, **options: Unpack[Options]) -> Record[Literal["employee"], Employee]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> Employee: ...

@type_check_only
class EstimatesModule(Module[_C]):
    @verb
    def approve(self, estimate_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    billing_address: EstimatesBillingAddressModule[_C]
    bulk: EstimatesBulkModule[_C]
    comments: EstimatesCommentsModule[_C]
    @verb
    def create(self, body: EstimateFields, *, send: bool | None = ..., ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["estimate"], Estimate]: ...
    custom_fields: EstimatesCustomFieldsModule[_C]
    @verb
    def delete(self, estimate_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, estimate_id: str, body: EstimateEmailFields, *, attachments: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: EstimatesEmailContentModule[_C]
    @verb
    def get(self, estimate_id: str, **options: Unpack[Options]) -> Record[Literal["estimate"], Estimate]: ...
    @rows
    def list(self, *, estimate_number: str | None = ..., estimate_number_startswith: str | None = ..., estimate_number_contains: str | None = ..., reference_number: str | None = ..., customer_name: str | None = ..., total: str | None = ..., customer_id: str | None = ..., item_id: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., custom_field: str | None = ..., custom_field_startswith: str | None = ..., custom_field_contains: str | None = ..., expiry_date: Day | None = ..., expiry_date_start: Day | None = ..., expiry_date_end: Day | None = ..., expiry_date_before: Day | None = ..., expiry_date_after: Day | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., status: str | None = ..., zcrm_potential_id: str | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> EstimateRow: ...
    @verb
    def mark_accepted(self, estimate_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_declined(self, estimate_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_sent(self, estimate_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    shipping_address: EstimatesShippingAddressModule[_C]
    @verb
    def submit(self, estimate_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    templates: EstimatesTemplatesModule[_C]
    @verb
    def update(self, estimate_id: str, body: EstimateFields | None = ..., *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["estimate"], Estimate]: ...
    @verb
    def upsert(self, body: EstimateFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["estimate"], Estimate]: ...

@type_check_only
class EstimatesBillingAddressModule(Module[_C]):
    @verb
    def update(self, estimate_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class EstimatesBulkModule(Module[_C]):
    @verb
    def email(self, body: Mapping[str, Any] | None = ..., *, estimate_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def export(self, *, estimate_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def print(self, *, estimate_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class EstimatesCommentsModule(Module[_C]):
    @verb
    def create(self, estimate_id: str, body: EstimateCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, estimate_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, estimate_id: str, **options: Unpack[ListOptions]) -> EstimateCommentRow: ...
    @verb
    def update(self, estimate_id: str, comment_id: str, body: EstimateCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], EstimateComment]: ...

@type_check_only
class EstimatesCustomFieldsModule(Module[_C]):
    @verb
    def update(self, estimate_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class EstimatesEmailContentModule(Module[_C]):
    @verb
    def get(self, estimate_id: str, *, email_template_id: str | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class EstimatesShippingAddressModule(Module[_C]):
    @verb
    def update(self, estimate_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class EstimatesTemplatesModule(Module[_C]):
    @verb
    def apply(self, estimate_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class ExpensesModule(Module[_C]):
    attachments: ExpensesAttachmentsModule[_C]
    comments: ExpensesCommentsModule[_C]
    @verb
    def create(self, body: ExpenseFields, *, receipt: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["expense"], Expense]: ...
    @verb
    def delete(self, expense_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, expense_id: str, **options: Unpack[Options]) -> Record[Literal["expense"], Expense]: ...
    @rows
    def list(self, *, description: str | None = ..., description_startswith: str | None = ..., description_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., status: str | None = ..., amount: Amount | None = ..., amount_less_than: Amount | None = ..., amount_less_equals: Amount | None = ..., amount_greater_than: Amount | None = ..., account_name: str | None = ..., account_name_startswith: str | None = ..., account_name_contains: str | None = ..., customer_name: str | None = ..., customer_name_startswith: str | None = ..., customer_name_contains: str | None = ..., vendor_name: str | None = ..., vendor_name_startswith: str | None = ..., vendor_name_contains: str | None = ..., customer_id: str | None = ..., vendor_id: str | None = ..., recurring_expense_id: str | None = ..., paid_through_account_id: str | None = ..., project_id: str | None = ..., **options: Unpack[ListOptions]) -> ExpenseRow: ...
    receipt: ExpensesReceiptModule[_C]
    @verb
    def update(self, expense_id: str, body: ExpenseFields | None = ..., *, receipt: str | None = ..., delete_receipt: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["expense"], Expense]: ...
    @verb
    def upsert(self, body: ExpenseFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["expense"], Expense]: ...

@type_check_only
class ExpensesAttachmentsModule(Module[_C]):
    @verb
    def upload(self, expense_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["documents"], builtins.list[ExpenseAttachmentDocument]]: ...

@type_check_only
class ExpensesCommentsModule(Module[_C]):
    @rows
    def list(self, expense_id: str, **options: Unpack[ListOptions]) -> ExpenseCommentRow: ...

@type_check_only
class ExpensesReceiptModule(Module[_C]):
    @verb
    def delete(self, expense_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, expense_id: str, *, preview: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def upload(self, expense_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class FixedAssetTypesModule(Module[_C]):
    @verb
    def create(self, body: FixedAssetTypeFields, **options: Unpack[WriteOptions]) -> Record[Literal["fixed_asset_type"], FixedAssetType]: ...
    @verb
    def delete(self, fixed_asset_type_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> FixedAssetType: ...
    @verb
    def update(self, fixed_asset_type_id: str, body: FixedAssetTypeFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["fixed_asset_type"], FixedAssetType]: ...

@type_check_only
class FixedAssetsModule(Module[_C]):
    comments: FixedAssetsCommentsModule[_C]
    @verb
    def create(self, body: FixedAssetFields, **options: Unpack[WriteOptions]) -> Record[Literal["fixed_asset"], FixedAsset]: ...
    @verb
    def delete(self, fixed_asset_id: str, **options: Unpack[Options]) -> Answer: ...
    forecast: FixedAssetsForecastModule[_C]
    @verb
    def get(self, fixed_asset_id: str, **options: Unpack[Options]) -> Record[Literal["fissed-asset"], FixedAsset]: ...
    history: FixedAssetsHistoryModule[_C]
    @rows
    def list(self, **options: Unpack[ListOptions]) -> FixedAssetRow: ...
    @verb
    def mark_active(self, fixed_asset_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_cancelled(self, fixed_asset_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_draft(self, fixed_asset_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def sell(self, fixed_asset_id: str, body: FixedAssetSellFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, fixed_asset_id: str, body: FixedAssetFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["fixed_asset"], FixedAsset]: ...
    @verb
    def write_off(self, fixed_asset_id: str, body: FixedAssetWriteOffFields, **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class FixedAssetsCommentsModule(Module[_C]):
    @verb
    def create(self, fixed_asset_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], FixedAssetComment]: ...
    @verb
    def delete(self, fixed_asset_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class FixedAssetsForecastModule(Module[_C]):
    @rows
    def list(self, fixed_asset_id: str, **options: Unpack[ListOptions]) -> FixedAssetForecastRow: ...

@type_check_only
class FixedAssetsHistoryModule(Module[_C]):
    @rows
    def list(self, fixed_asset_id: str, **options: Unpack[ListOptions]) -> FixedAssetHistoryRow: ...

@type_check_only
class InvoicesModule(Module[_C]):
    advanced_tracking_details: InvoicesAdvancedTrackingDetailsModule[_C]
    @verb
    def approve(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: InvoicesAttachmentsModule[_C]
    billing_address: InvoicesBillingAddressModule[_C]
    bulk: InvoicesBulkModule[_C]
    @verb
    def cancel_write_off(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    cfdi_status: InvoicesCfdiStatusModule[_C]
    comments: InvoicesCommentsModule[_C]
    coupons: InvoicesCouponsModule[_C]
    @verb
    def create(self, body: InvoiceFields, *, send: bool | None = ..., ignore_auto_number_generation: bool | None = ..., is_quick_create: bool | None = ..., batch_payments: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], Invoice]: ...
    @verb
    def create_from_estimates(self, body: Mapping[str, Any] | None = ..., *, estimate_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def create_from_projects(self, body: Mapping[str, Any] | None = ..., *, project_ids: Ids | None = ..., invoice_number: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def create_from_sales_order(self, body: Mapping[str, Any] | None = ..., *, salesorder_id: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], Invoice]: ...
    credits: InvoicesCreditsModule[_C]
    custom_fields: InvoicesCustomFieldsModule[_C]
    dashboard: InvoicesDashboardModule[_C]
    @verb
    def delete(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    delivery_notes: InvoicesDeliveryNotesModule[_C]
    digital_signature: InvoicesDigitalSignatureModule[_C]
    documents: InvoicesDocumentsModule[_C]
    einvoice: InvoicesEinvoiceModule[_C]
    @verb
    def email(self, invoice_id: str, body: InvoiceEmailFields | None = ..., *, send_customer_statement: bool | None = ..., send_attachment: bool | None = ..., attachments: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["is_first_email"], bool]: ...
    email_content: InvoicesEmailContentModule[_C]
    email_schedule: InvoicesEmailScheduleModule[_C]
    expenses: InvoicesExpensesModule[_C]
    @verb
    def finalize_approval(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def force_pay(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Record[Literal["invoice"], Invoice]: ...
    @verb
    def get_by_reference(self, reference_id: str, **options: Unpack[Options]) -> Answer: ...
    line_items: InvoicesLineItemsModule[_C]
    @rows
    def list(self, *, invoice_number: str | None = ..., invoice_number_startswith: str | None = ..., invoice_number_contains: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_id: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., reference_number: str | None = ..., customer_name: str | None = ..., recurring_invoice_id: str | None = ..., email: str | None = ..., total: str | None = ..., balance: str | None = ..., custom_field: str | None = ..., custom_field_startswith: str | None = ..., custom_field_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., due_date: Day | None = ..., due_date_start: Day | None = ..., due_date_end: Day | None = ..., due_date_before: Day | None = ..., due_date_after: Day | None = ..., created_date: Day | None = ..., created_date_start: Day | None = ..., created_date_end: Day | None = ..., created_date_before: Day | None = ..., created_date_after: Day | None = ..., status: str | None = ..., customer_id: str | None = ..., zcrm_potential_id: str | None = ..., total_less_than: Amount | None = ..., total_less_equals: Amount | None = ..., total_greater_than: Amount | None = ..., total_greater_equals: Amount | None = ..., balance_less_than: Amount | None = ..., balance_less_equals: Amount | None = ..., balance_greater_than: Amount | None = ..., balance_greater_equals: Amount | None = ..., **options: Unpack[ListOptions]) -> InvoiceRow: ...
    @verb
    def mail_pdf(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_cancelled(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_draft(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_ready_to_push(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_sent(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    metadata: InvoicesMetadataModule[_C]
    online_payments: InvoicesOnlinePaymentsModule[_C]
    packing_slips: InvoicesPackingSlipsModule[_C]
    payment_link: InvoicesPaymentLinkModule[_C]
    payment_reminder: InvoicesPaymentReminderModule[_C]
    payments: InvoicesPaymentsModule[_C]
    price_books: InvoicesPriceBooksModule[_C]
    qr_code: InvoicesQrCodeModule[_C]
    @verb
    def reject(self, invoice_id: str, body: Mapping[str, Any] | None = ..., *, reason: str | None = ..., isCallForOEmbed: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def send_dunning_notifications(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def send_retry_sms(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    shipping_address: InvoicesShippingAddressModule[_C]
    sms: InvoicesSmsModule[_C]
    @verb
    def snail_mail(self, invoice_id: str, body: Mapping[str, Any] | None = ..., *, contact_person_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def submit(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    substatus: InvoicesSubstatusModule[_C]
    templates: InvoicesTemplatesModule[_C]
    @verb
    def update(self, invoice_id: str, body: InvoiceFields | None = ..., *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], Invoice]: ...
    @verb
    def upsert(self, body: InvoiceFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["invoice"], Invoice]: ...
    @verb
    def write_off(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesAdvancedTrackingDetailsModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesAttachmentsModule(Module[_C]):
    @verb
    def delete(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, invoice_id: str, *, preview: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, invoice_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def upload(self, invoice_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesBillingAddressModule(Module[_C]):
    @verb
    def update(self, invoice_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesBulkModule(Module[_C]):
    @verb
    def approve(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, *, invoice_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, body: InvoiceBulkEmailFields | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def export(self, *, invoice_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def map_sales_orders(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["errors"], builtins.list[InvoiceError]]: ...
    @verb
    def mark_sent(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_shipped(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., can_create_network_entity: bool | None = ..., unmap_salesorder: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def print(self, *, invoice_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def submit(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def unmap_sales_orders(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def unship(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def write_off(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesCfdiStatusModule(Module[_C]):
    @verb
    def update(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesCommentsModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: InvoiceCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, invoice_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, invoice_id: str, **options: Unpack[ListOptions]) -> InvoiceCommentRow: ...
    @verb
    def update(self, invoice_id: str, comment_id: str, body: InvoiceCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], InvoiceComment]: ...

@type_check_only
class InvoicesCouponsModule(Module[_C]):
    @verb
    def preview(self, body: InvoiceCouponPreviewFields, **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesCreditsModule(Module[_C]):
    @verb
    def apply(self, invoice_id: str, body: InvoiceCreditApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, invoice_id: str, creditnotes_invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, invoice_id: str, **options: Unpack[ListOptions]) -> InvoiceCreditRow: ...

@type_check_only
class InvoicesCustomFieldsModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, invoice_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesDashboardModule(Module[_C]):
    @verb
    def get(self, *, invoice_agent: str | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesDeliveryNotesModule(Module[_C]):
    @verb
    def get(self, *, invoice_ids: Ids | None = ..., no_of_copies: int | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def print(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesDigitalSignatureModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    template: InvoicesDigitalSignatureTemplateModule[_C]
    @verb
    def upload(self, invoice_id: str, body: Mapping[str, Any] | None = ..., *, attachment: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesDigitalSignatureTemplateModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesDocumentsModule(Module[_C]):
    @verb
    def attach(self, invoice_id: str, document_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, invoice_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, invoice_id: str, document_id: str, *, responseformat: str | None = ..., **options: Unpack[Options]) -> Record[Literal["document"], InvoiceDocument]: ...
    @verb
    def upload(self, invoice_id: str, document_id: str, body: Mapping[str, Any] | None = ..., *, attachment: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesEinvoiceModule(Module[_C]):
    bulk: InvoicesEinvoiceBulkModule[_C]
    @verb
    def cancel(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def fetch(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def mark_cancelled(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_pushed(self, invoice_id: str, body: EinvoiceMarkPushedFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    payment_status: InvoicesEinvoicePaymentStatusModule[_C]
    @verb
    def push(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    status: InvoicesEinvoiceStatusModule[_C]

@type_check_only
class InvoicesEinvoiceBulkModule(Module[_C]):
    @verb
    def cancel(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def push(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesEinvoicePaymentStatusModule(Module[_C]):
    @verb
    def update(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesEinvoiceStatusModule(Module[_C]):
    @verb
    def delete(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def recall(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesEmailContentModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, *, email_template_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], InvoiceEmailContent]: ...

@type_check_only
class InvoicesEmailScheduleModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: InvoiceEmailScheduleFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesExpensesModule(Module[_C]):
    receipt: InvoicesExpensesReceiptModule[_C]

@type_check_only
class InvoicesExpensesReceiptModule(Module[_C]):
    @verb
    def delete(self, expense_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesLineItemsModule(Module[_C]):
    @verb
    def delete(self, invoice_id: str, line_item_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesMetadataModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, metadata_name: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, invoice_id: str, metadata_name: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesOnlinePaymentsModule(Module[_C]):
    asynchronous: InvoicesOnlinePaymentsAsynchronousModule[_C]
    bank_accounts: InvoicesOnlinePaymentsBankAccountsModule[_C]
    qr: InvoicesOnlinePaymentsQrModule[_C]
    synchronous: InvoicesOnlinePaymentsSynchronousModule[_C]

@type_check_only
class InvoicesOnlinePaymentsAsynchronousModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: InvoiceOnlinePaymentAsynchronousFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesOnlinePaymentsBankAccountsModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: InvoiceOnlinePaymentBankAccountFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesOnlinePaymentsQrModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    status: InvoicesOnlinePaymentsQrStatusModule[_C]

@type_check_only
class InvoicesOnlinePaymentsQrStatusModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesOnlinePaymentsSynchronousModule(Module[_C]):
    @verb
    def create(self, invoice_id: str, body: InvoiceOnlinePaymentSynchronousFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesPackingSlipsModule(Module[_C]):
    @verb
    def get(self, *, invoice_ids: Ids | None = ..., no_of_copies: int | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def print(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesPaymentLinkModule(Module[_C]):
    @verb
    def generate(self, *, transaction_id: str | None = ..., transaction_type: str | None = ..., link_type: str | None = ..., expiry_time: Moment | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], InvoicePaymentLink]: ...

@type_check_only
class InvoicesPaymentReminderModule(Module[_C]):
    bulk: InvoicesPaymentReminderBulkModule[_C]
    @verb
    def disable(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def enable(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Record[Literal["data"], InvoiceEmailContent]: ...
    @verb
    def send(self, invoice_id: str, body: RetainerInvoiceEmailFields | None = ..., *, send_customer_statement: bool | None = ..., attachments: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesPaymentReminderBulkModule(Module[_C]):
    @verb
    def send(self, body: Mapping[str, Any] | None = ..., *, invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["info"], InvoicePaymentReminderInfo]: ...

@type_check_only
class InvoicesPaymentsModule(Module[_C]):
    @verb
    def delete(self, invoice_id: str, invoice_payment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, invoice_id: str, **options: Unpack[ListOptions]) -> InvoicePaymentRow: ...

@type_check_only
class InvoicesPriceBooksModule(Module[_C]):
    @verb
    def apply(self, invoice_id: str, pricebook_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesQrCodeModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesShippingAddressModule(Module[_C]):
    @verb
    def update(self, invoice_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesSmsModule(Module[_C]):
    @verb
    def get(self, invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def send(self, invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class InvoicesSubstatusModule(Module[_C]):
    @verb
    def apply(self, invoice_id: str, substatus_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, invoice_id: str, substatus_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class InvoicesTemplatesModule(Module[_C]):
    @verb
    def apply(self, invoice_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class ItemDetailsModule(Module[_C]):
    @rows
    def list(self, *, item_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> ItemDetailsRow: ...

@type_check_only
class ItemsModule(Module[_C]):
    @verb
    def add_to_portal(self, item_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    bulk: ItemsBulkModule[_C]
    @verb
    def create(self, body: ItemFields, **options: Unpack[WriteOptions]) -> Record[Literal["item"], Item]: ...
    custom_fields: ItemsCustomFieldsModule[_C]
    @verb
    def delete(self, item_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, item_id: str, **options: Unpack[Options]) -> Record[Literal["item"], Item]: ...
    @rows
    def list(self, *, name: str | None = ..., name_startswith: str | None = ..., name_contains: str | None = ..., description: str | None = ..., description_startswith: str | None = ..., description_contains: str | None = ..., rate: str | None = ..., rate_less_than: str | None = ..., rate_less_equals: str | None = ..., rate_greater_than: str | None = ..., rate_greater_equals: str | None = ..., tax_id: str | None = ..., tax_name: str | None = ..., is_taxable: bool | None = ..., tax_exemption_id: str | None = ..., account_id: str | None = ..., sat_item_key_code: str | None = ..., unitkey_code: str | None = ..., sku: str | None = ..., **options: Unpack[ListOptions]) -> ItemRow: ...
    @verb
    def mark_active(self, item_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, item_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def remove_from_portal(self, item_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, item_id: str, body: ItemFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["item"], Item]: ...
    @verb
    def upsert(self, body: ItemFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["item"], Item]: ...

@type_check_only
class ItemsBulkModule(Module[_C]):
    @verb
    def add_to_portal(self, body: Mapping[str, Any] | None = ..., *, item_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ItemsCustomFieldsModule(Module[_C]):
    @verb
    def update(self, item_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class JournalsModule(Module[_C]):
    @verb
    def approve(self, journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: JournalsAttachmentsModule[_C]
    bulk: JournalsBulkModule[_C]
    comments: JournalsCommentsModule[_C]
    @verb
    def create(self, body: JournalFields, **options: Unpack[WriteOptions]) -> Record[Literal["journal"], Journal]: ...
    credits: JournalsCreditsModule[_C]
    @verb
    def delete(self, journal_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, journal_id: str, **options: Unpack[Options]) -> Record[Literal["journal"], Journal]: ...
    @rows
    def list(self, *, entry_number: str | None = ..., entry_number_startswith: str | None = ..., entry_number_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., notes: str | None = ..., notes_startswith: str | None = ..., notes_contains: str | None = ..., total: Amount | None = ..., total_less_than: Amount | None = ..., total_less_equals: Amount | None = ..., total_greater_than: Amount | None = ..., total_greater_equals: Amount | None = ..., customer_id: str | None = ..., vendor_id: str | None = ..., status: str | None = ..., journal_type: str | None = ..., account_id: str | None = ..., account_code: str | None = ..., customview_id: str | None = ..., journal_ids: Ids | None = ..., currency: str | None = ..., tax_id: str | None = ..., tax_exemption_id: str | None = ..., tax_authority_id: str | None = ..., branch_ids: Ids | None = ..., location_ids: Ids | None = ..., project_id: str | None = ..., journal_entity_type: str | None = ..., period_closure_id: str | None = ..., **options: Unpack[ListOptions]) -> JournalRow: ...
    @verb
    def mark_published(self, journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def reject(self, journal_id: str, body: Mapping[str, Any] | None = ..., *, reason: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def reverse(self, journal_id: str, body: Mapping[str, Any] | None = ..., *, reversal_date: Day | None = ..., is_reversal_scheduled: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["journal"], Journal]: ...
    @verb
    def submit(self, journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, journal_id: str, body: JournalFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["journal"], Journal]: ...

@type_check_only
class JournalsAttachmentsModule(Module[_C]):
    @verb
    def upload(self, journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class JournalsBulkModule(Module[_C]):
    @verb
    def approve(self, body: Mapping[str, Any] | None = ..., *, journal_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, *, journal_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def mark_published(self, body: Mapping[str, Any] | None = ..., *, journal_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def submit(self, body: Mapping[str, Any] | None = ..., *, journal_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class JournalsCommentsModule(Module[_C]):
    @verb
    def create(self, journal_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], builtins.list[JournalComment]]: ...
    @verb
    def delete(self, journal_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class JournalsCreditsModule(Module[_C]):
    bills: JournalsCreditsBillsModule[_C]
    invoices: JournalsCreditsInvoicesModule[_C]
    @rows
    def list(self, journal_id: str, **options: Unpack[ListOptions]) -> JournalCreditRow: ...
    payables: JournalsCreditsPayablesModule[_C]
    receivables: JournalsCreditsReceivablesModule[_C]

@type_check_only
class JournalsCreditsBillsModule(Module[_C]):
    @verb
    def apply(self, journal_id: str, journal_line_id: str, body: JournalCreditBillApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class JournalsCreditsInvoicesModule(Module[_C]):
    @verb
    def apply(self, journal_id: str, journal_line_id: str, body: JournalCreditBillApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class JournalsCreditsPayablesModule(Module[_C]):
    @verb
    def delete(self, journal_id: str, journal_line_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class JournalsCreditsReceivablesModule(Module[_C]):
    @verb
    def delete(self, journal_id: str, journal_line_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class LocationsModule(Module[_C]):
    @verb
    def create(self, body: LocationFields, **options: Unpack[WriteOptions]) -> Record[Literal["locations"], Location]: ...
    @verb
    def delete(self, location_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def enable(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> LocationRow: ...
    @verb
    def mark_active(self, location_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, location_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_primary(self, location_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, location_id: str, body: LocationFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["locations"], Location]: ...

@type_check_only
class OpeningBalanceDetailsModule(Module[_C]):
    @verb
    def get(self, *, account_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["opening_balance"], OpeningBalance]: ...

@type_check_only
class OpeningBalancesModule(Module[_C]):
    @verb
    def cancel_write_off(self, opening_balance_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def create(self, body: OpeningBalanceFields, **options: Unpack[WriteOptions]) -> Record[Literal["opening_balance"], OpeningBalance]: ...
    @verb
    def delete(self, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, **options: Unpack[Options]) -> Record[Literal["opening_balance"], OpeningBalance]: ...
    transactions: OpeningBalancesTransactionsModule[_C]
    @verb
    def update(self, body: OpeningBalanceFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["opening_balance"], OpeningBalance]: ...
    @verb
    def write_off(self, opening_balance_id: str, body: Mapping[str, Any] | None = ..., *, writeoff_date: Day | None = ..., reason: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class OpeningBalancesTransactionsModule(Module[_C]):
    @rows
    def list(self, *, account_id: str | None = ..., opening_balance_date: Day | None = ..., **options: Unpack[ListOptions]) -> OpeningBalanceTransactionRow: ...

@type_check_only
class OrganizationsModule(Module[_C]):
    addresses: OrganizationsAddressesModule[_C]
    @verb
    def copy_settings(self, organization_id: str, body: Mapping[str, Any] | None = ..., *, settings_to_copy: str | None = ..., **options: Unpack[OwnWriteOptions]) -> Answer: ...
    @verb
    def create(self, body: OrganizationFields, **options: Unpack[WriteOptions]) -> Record[Literal["organization"], Organization]: ...
    @verb
    def downgrade_to_invoice(self, organization_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[OwnWriteOptions]) -> Answer: ...
    @verb
    def get(self, organization_id: str, **options: Unpack[OwnOptions]) -> Record[Literal["organization"], Organization]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> OrganizationRow: ...
    @rows
    def list_for_user(self, *, email: str | None = ..., show_same_currency_orgs_only: bool | None = ..., show_admin_orgs_only: bool | None = ..., startTrial: bool | None = ..., show_active_orgs_only: bool | None = ..., app_name: str | None = ..., **options: Unpack[ListOptions]) -> OrganizationRow: ...
    @verb
    def mark_inactive(self, organization_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[OwnWriteOptions]) -> Answer: ...
    @verb
    def update(self, organization_id: str, body: OrganizationFields | None = ..., **options: Unpack[OwnWriteOptions]) -> Record[Literal["organization"], Organization]: ...
    @verb
    def upgrade_to_books(self, organization_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[OwnWriteOptions]) -> Answer: ...

@type_check_only
class OrganizationsAddressesModule(Module[_C]):
    @verb
    def create(self, body: OrganizationAddressFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["organization_address"], OrganizationAddress]: ...
    @verb
    def delete(self, address_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, address_id: str, body: OrganizationAddressFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["organization_address"], OrganizationAddress]: ...

@type_check_only
class PriceBooksModule(Module[_C]):
    bulk: PriceBooksBulkModule[_C]
    @verb
    def create(self, body: PriceBookFields, **options: Unpack[WriteOptions]) -> Record[Literal["pricebook"], PriceBook]: ...
    @verb
    def delete(self, pricebook_id: str, **options: Unpack[Options]) -> Answer: ...
    items: PriceBooksItemsModule[_C]
    @rows
    def list(self, **options: Unpack[ListOptions]) -> PriceBookRow: ...
    @verb
    def mark_active(self, pricebook_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, pricebook_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, pricebook_id: str, body: PriceBookFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["pricebook"], PriceBook]: ...

@type_check_only
class PriceBooksBulkModule(Module[_C]):
    @verb
    def get(self, *, filter_by: str | None = ..., last_modified_time: Moment | None = ..., currency_id: str | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class PriceBooksItemsModule(Module[_C]):
    @rows
    def list(self, *, pricebook_id: str | None = ..., sales_or_purchase_type: str | None = ..., pricing_scheme: str | None = ..., category_id: str | None = ..., applicable_date: Day | None = ..., package_weight: Amount | None = ..., package_weight_less_than: Amount | None = ..., package_weight_greater_than: Amount | None = ..., package_weight_less_equals: Amount | None = ..., package_weight_greater_equals: Amount | None = ..., rule: str | None = ..., custom_fields: str | None = ..., **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class ProjectsModule(Module[_C]):
    @verb
    def clone(self, project_id: str, body: ProjectCloneFields, **options: Unpack[WriteOptions]) -> Record[Literal["project"], Project]: ...
    comments: ProjectsCommentsModule[_C]
    @verb
    def create(self, body: ProjectFields, **options: Unpack[WriteOptions]) -> Record[Literal["project"], Project]: ...
    @verb
    def delete(self, project_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, project_id: str, **options: Unpack[Options]) -> Record[Literal["project"], Project]: ...
    invoices: ProjectsInvoicesModule[_C]
    @rows
    def list(self, *, customer_id: str | None = ..., **options: Unpack[ListOptions]) -> ProjectRow: ...
    @verb
    def mark_active(self, project_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, project_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    tasks: ProjectsTasksModule[_C]
    time_entries: ProjectsTimeEntriesModule[_C]
    @verb
    def update(self, project_id: str, body: ProjectFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["project"], Project]: ...
    @verb
    def upsert(self, body: ProjectFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["project"], Project]: ...
    users: ProjectsUsersModule[_C]

@type_check_only
class ProjectsCommentsModule(Module[_C]):
    @verb
    def create(self, project_id: str, body: CommentFields, **options: Unpack[WriteOptions]) -> Record[Literal["comments"], builtins.list[ProjectComment]]: ...
    @verb
    def delete(self, project_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, project_id: str, **options: Unpack[ListOptions]) -> ProjectCommentRow: ...

@type_check_only
class ProjectsInvoicesModule(Module[_C]):
    @rows
    def list(self, project_id: str, **options: Unpack[ListOptions]) -> ProjectInvoiceRow: ...

@type_check_only
class ProjectsTasksModule(Module[_C]):
    @verb
    def create(self, project_id: str, body: ProjectTaskFields, **options: Unpack[WriteOptions]) -> Record[Literal["task"], ProjectTask]: ...
    @verb
    def delete(self, project_id: str, task_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, project_id: str, task_id: str, **options: Unpack[Options]) -> Record[Literal["task"], ProjectTask]: ...
    @rows
    def list(self, project_id: str, **options: Unpack[ListOptions]) -> ProjectTaskRow: ...
    @verb
    def update(self, project_id: str, task_id: str, body: ProjectTaskFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["task"], ProjectTask]: ...

@type_check_only
class ProjectsTimeEntriesModule(Module[_C]):
    bulk: ProjectsTimeEntriesBulkModule[_C]
    @verb
    def create(self, body: TimeEntryFields, **options: Unpack[WriteOptions]) -> Record[Literal["time_entry"], TimeEntry]: ...
    @verb
    def delete(self, time_entry_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, time_entry_id: str, **options: Unpack[Options]) -> Record[Literal["time_entry"], TimeEntry]: ...
    @rows
    def list(self, *, from_date: Day | None = ..., to_date: Day | None = ..., project_id: str | None = ..., user_id: str | None = ..., **options: Unpack[ListOptions]) -> TimeEntryRow: ...
    running_timer: ProjectsTimeEntriesRunningTimerModule[_C]
    @verb
    def start_timer(self, time_entry_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["time_entry"], TimeEntry]: ...
    @verb
    def stop_timer(self, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["time_entry"], TimeEntry]: ...
    @verb
    def update(self, time_entry_id: str, body: TimeEntryFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["time_entry"], TimeEntry]: ...

@type_check_only
class ProjectsTimeEntriesBulkModule(Module[_C]):
    @verb
    def delete(self, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class ProjectsTimeEntriesRunningTimerModule(Module[_C]):
    @verb
    def get(self, **options: Unpack[Options]) -> Record[Literal["time_entry"], ProjectTimeEntryRunningTimer]: ...

@type_check_only
class ProjectsUsersModule(Module[_C]):
    @verb
    def create(self, project_id: str, body: ProjectUserFields, **options: Unpack[WriteOptions]) -> Record[Literal["users"], builtins.list[ProjectUser]]: ...
    @verb
    def delete(self, project_id: str, user_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, project_id: str, user_id: str, **options: Unpack[Options]) -> Record[Literal["user"], ProjectUser]: ...
    @verb
    def invite(self, project_id: str, body: ProjectUserInviteFields, **options: Unpack[WriteOptions]) -> Record[Literal["users"], builtins.list[ProjectUser]]: ...
    @rows
    def list(self, project_id: str, **options: Unpack[ListOptions]) -> ProjectUserRow: ...
    @verb
    def update(self, project_id: str, user_id: str, body: ProjectUserFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["users"], builtins.list[ProjectUser]]: ...

@type_check_only
class PurchaseOrdersModule(Module[_C]):
    @verb
    def approve(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: PurchaseOrdersAttachmentsModule[_C]
    billing_address: PurchaseOrdersBillingAddressModule[_C]
    comments: PurchaseOrdersCommentsModule[_C]
    @verb
    def create(self, body: PurchaseOrderFields, *, attachment: str | None = ..., ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["purchaseorder"], PurchaseOrder]: ...
    custom_fields: PurchaseOrdersCustomFieldsModule[_C]
    @verb
    def delete(self, purchaseorder_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, purchaseorder_id: str, body: PurchaseOrderEmailFields, *, attachments: str | None = ..., send_attachment: bool | None = ..., file_name: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: PurchaseOrdersEmailContentModule[_C]
    @verb
    def get(self, purchaseorder_id: str, **options: Unpack[Options]) -> Record[Literal["purchaseorder"], PurchaseOrder]: ...
    @rows
    def list(self, *, purchaseorder_number: str | None = ..., purchaseorder_number_startswith: str | None = ..., purchaseorder_number_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., status: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., vendor_name: str | None = ..., vendor_name_startswith: str | None = ..., vendor_name_contains: str | None = ..., total: str | None = ..., vendor_id: str | None = ..., item_id: str | None = ..., custom_field: str | None = ..., custom_field_startswith: str | None = ..., custom_field_contains: str | None = ..., created_date: Day | None = ..., created_date_start: Day | None = ..., created_date_end: Day | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> PurchaseOrderRow: ...
    @verb
    def mark_billed(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_cancelled(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_open(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def reject(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def submit(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    templates: PurchaseOrdersTemplatesModule[_C]
    @verb
    def update(self, purchaseorder_id: str, body: PurchaseOrderFields | None = ..., *, attachment: str | None = ..., ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["purchaseorder"], PurchaseOrder]: ...
    @verb
    def upsert(self, body: PurchaseOrderFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["purchaseorder"], PurchaseOrder]: ...

@type_check_only
class PurchaseOrdersAttachmentsModule(Module[_C]):
    @verb
    def delete(self, purchaseorder_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, purchaseorder_id: str, *, preview: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def upload(self, purchaseorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class PurchaseOrdersBillingAddressModule(Module[_C]):
    @verb
    def update(self, purchaseorder_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class PurchaseOrdersCommentsModule(Module[_C]):
    @verb
    def create(self, purchaseorder_id: str, body: PurchaseOrderCommentFields, **options: Unpack[WriteOptions]) -> Record[Literal["comment"], PurchaseOrderComment]: ...
    @verb
    def delete(self, purchaseorder_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, purchaseorder_id: str, **options: Unpack[ListOptions]) -> TaskComment: ...
    @verb
    def update(self, purchaseorder_id: str, comment_id: str, body: PurchaseOrderCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class PurchaseOrdersCustomFieldsModule(Module[_C]):
    @verb
    def update(self, purchaseorder_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class PurchaseOrdersEmailContentModule(Module[_C]):
    @verb
    def get(self, purchaseorder_id: str, *, email_template_id: str | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class PurchaseOrdersTemplatesModule(Module[_C]):
    @verb
    def apply(self, purchaseorder_id: str, template_id: str, body: Mapping[str, Any] | None = ..., *, templates: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class RecurringBillsModule(Module[_C]):
    comments: RecurringBillsCommentsModule[_C]
    @verb
    def create(self, body: RecurringBillFields, **options: Unpack[WriteOptions]) -> Record[Literal["recurring_bill"], RecurringBill]: ...
    @verb
    def delete(self, recurring_bill_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, recurring_bill_id: str, **options: Unpack[Options]) -> Record[Literal["recurring_bill"], RecurringBill]: ...
    @rows
    def list(self, *, recurring_bill_id: str | None = ..., vendor_id: str | None = ..., vendor_name: str | None = ..., vendor_name_startswith: str | None = ..., vendor_name_contains: str | None = ..., status: str | None = ..., recurrence_name: str | None = ..., recurrence_name_startswith: str | None = ..., recurrence_name_contains: str | None = ..., currency_id: str | None = ..., currency_code: str | None = ..., currency_symbol: str | None = ..., start_date: Day | None = ..., start_date_start: Day | None = ..., start_date_end: Day | None = ..., start_date_before: Day | None = ..., start_date_after: Day | None = ..., end_date: Day | None = ..., source_of_supply: str | None = ..., place_of_supply: str | None = ..., destination_of_supply: str | None = ..., gst_treatment: str | None = ..., gst_no: str | None = ..., tax_treatment: str | None = ..., vat_treatment: str | None = ..., vat_reg_no: str | None = ..., is_abn_quoted: str | None = ..., abn: str | None = ..., is_reverse_charge_applied: bool | None = ..., pricebook_id: str | None = ..., pricebook_name: str | None = ..., is_inclusive_tax: bool | None = ..., line_items: Ids | None = ..., is_tds_applied: bool | None = ..., notes: str | None = ..., terms: str | None = ..., payment_terms: int | None = ..., payment_terms_label: str | None = ..., custom_fields: Ids | None = ..., acquisition_vat_summary: Ids | None = ..., reverse_charge_vat_summary: Ids | None = ..., acquisition_vat_total: Amount | None = ..., reverse_charge_vat_total: Amount | None = ..., created_time: Moment | None = ..., created_by_id: str | None = ..., discount: str | None = ..., discount_account_id: str | None = ..., is_discount_before_tax: bool | None = ..., **options: Unpack[ListOptions]) -> RecurringBill: ...
    @verb
    def resume(self, recurring_bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def stop(self, recurring_bill_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, recurring_bill_id: str, body: RecurringBillFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def upsert(self, body: RecurringBillFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RecurringBillsCommentsModule(Module[_C]):
    @rows
    def list(self, recurring_bill_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...

@type_check_only
class RecurringExpensesModule(Module[_C]):
    comments: RecurringExpensesCommentsModule[_C]
    @verb
    def create(self, body: RecurringExpenseFields, **options: Unpack[WriteOptions]) -> Record[Literal["recurring_expense"], RecurringExpense]: ...
    @verb
    def delete(self, recurring_expense_id: str, **options: Unpack[Options]) -> Answer: ...
    expenses: RecurringExpensesExpensesModule[_C]
    @verb
    def get(self, recurring_expense_id: str, **options: Unpack[Options]) -> Record[Literal["recurring_expense"], RecurringExpense]: ...
    @rows
    def list(self, *, recurrence_name: str | None = ..., recurrence_name_startswith: str | None = ..., recurrence_name_contains: str | None = ..., last_created_date: Day | None = ..., last_created_date_start: Day | None = ..., last_created_date_end: Day | None = ..., last_created_date_before: Day | None = ..., last_created_date_after: Day | None = ..., next_expense_date: Day | None = ..., next_expense_date_start: Day | None = ..., next_expense_date_end: Day | None = ..., next_expense_date_before: Day | None = ..., next_expense_date_after: Day | None = ..., status: str | None = ..., account_id: str | None = ..., account_name: str | None = ..., account_name_startswith: str | None = ..., account_name_contains: str | None = ..., amount: Amount | None = ..., amount_less_than: Amount | None = ..., amount_less_equals: Amount | None = ..., amount_greater_than: Amount | None = ..., customer_name: str | None = ..., customer_name_startswith: str | None = ..., customer_name_contains: str | None = ..., customer_id: str | None = ..., paid_through_account_id: str | None = ..., **options: Unpack[ListOptions]) -> RecurringExpenseRow: ...
    @verb
    def resume(self, recurring_expense_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def stop(self, recurring_expense_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, recurring_expense_id: str, body: RecurringExpenseFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["recurring_expense"], RecurringExpense]: ...
    @verb
    def upsert(self, body: RecurringExpenseFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["recurring_expense"], RecurringExpense]: ...

@type_check_only
class RecurringExpensesCommentsModule(Module[_C]):
    @rows
    def list(self, recurring_expense_id: str, **options: Unpack[ListOptions]) -> RecurringExpenseCommentRow: ...

@type_check_only
class RecurringExpensesExpensesModule(Module[_C]):
    @rows
    def list(self, recurring_expense_id: str, **options: Unpack[ListOptions]) -> RecurringExpenseExpenseRow: ...

@type_check_only
class RecurringInvoicesModule(Module[_C]):
    autobill: RecurringInvoicesAutobillModule[_C]
    bank_accounts: RecurringInvoicesBankAccountsModule[_C]
    bulk: RecurringInvoicesBulkModule[_C]
    cards: RecurringInvoicesCardsModule[_C]
    comments: RecurringInvoicesCommentsModule[_C]
    @verb
    def create(self, body: RecurringInvoiceFields, **options: Unpack[WriteOptions]) -> Record[Literal["recurring_invoice"], RecurringInvoice]: ...
    dashboard: RecurringInvoicesDashboardModule[_C]
    @verb
    def delete(self, recurring_invoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, recurring_invoice_id: str, **options: Unpack[Options]) -> Record[Literal["recurring_invoice"], RecurringInvoice]: ...
    invoices: RecurringInvoicesInvoicesModule[_C]
    @rows
    def list(self, *, recurrence_name: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., customer_name: str | None = ..., line_item_id: str | None = ..., item_id: str | None = ..., tax_id: str | None = ..., notes: str | None = ..., start_date: Day | None = ..., end_date: Day | None = ..., customer_id: str | None = ..., status: str | None = ..., **options: Unpack[ListOptions]) -> RecurringInvoiceRow: ...
    @verb
    def resume(self, recurring_invoice_id: str, body: RecurringInvoiceStopFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def stop(self, recurring_invoice_id: str, body: RecurringInvoiceStopFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    templates: RecurringInvoicesTemplatesModule[_C]
    @verb
    def update(self, recurring_invoice_id: str, body: RecurringInvoiceFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["recurring_invoice"], RecurringInvoice]: ...
    @verb
    def upsert(self, body: RecurringInvoiceFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["recurring_invoice"], RecurringInvoice]: ...

@type_check_only
class RecurringInvoicesAutobillModule(Module[_C]):
    @verb
    def disable(self, recurring_invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def enable(self, recurring_invoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RecurringInvoicesBankAccountsModule(Module[_C]):
    @verb
    def attach(self, recurring_invoice_id: str, account_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, recurring_invoice_id: str, *, can_delete_in_customer: bool | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RecurringInvoicesBulkModule(Module[_C]):
    @verb
    def resume(self, body: Mapping[str, Any] | None = ..., *, recurring_invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def stop(self, body: Mapping[str, Any] | None = ..., *, recurring_invoice_ids: Ids | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RecurringInvoicesCardsModule(Module[_C]):
    @verb
    def attach(self, recurring_invoice_id: str, card_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, recurring_invoice_id: str, *, can_delete_in_customer: bool | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RecurringInvoicesCommentsModule(Module[_C]):
    @rows
    def list(self, recurring_invoice_id: str, **options: Unpack[ListOptions]) -> RecurringInvoiceCommentRow: ...

@type_check_only
class RecurringInvoicesDashboardModule(Module[_C]):
    @verb
    def get(self, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RecurringInvoicesInvoicesModule(Module[_C]):
    @rows
    def list(self, recurring_invoice_id: str, **options: Unpack[ListOptions]) -> RecurringInvoiceInvoiceRow: ...

@type_check_only
class RecurringInvoicesTemplatesModule(Module[_C]):
    @verb
    def apply(self, recurring_invoice_id: str, template_id: str, body: RecurringInvoiceTemplateApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RecurringJournalsModule(Module[_C]):
    @verb
    def create(self, body: RecurringJournalFields, **options: Unpack[WriteOptions]) -> Record[Literal["journal"], RecurringJournal]: ...
    @verb
    def delete(self, recurring_journal_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, recurring_journal_id: str, **options: Unpack[Options]) -> Record[Literal["journal"], RecurringJournal]: ...
    journals: RecurringJournalsJournalsModule[_C]
    @rows
    def list(self, *, account_id: str | None = ..., **options: Unpack[ListOptions]) -> RecurringJournal: ...
    @verb
    def resume(self, recurring_journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def stop(self, recurring_journal_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, recurring_journal_id: str, body: RecurringJournalFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["journal"], RecurringJournal]: ...

@type_check_only
class RecurringJournalsJournalsModule(Module[_C]):
    @rows
    def list(self, recurring_journal_id: str, **options: Unpack[ListOptions]) -> RecurringJournalJournalRow: ...

@type_check_only
class RegistersModule(Module[_C]):
    budget_vs_actuals: RegistersBudgetVsActualsModule[_C]
    bulk_history: RegistersBulkHistoryModule[_C]
    bulk_update_fields: RegistersBulkUpdateFieldsModule[_C]
    transactions: RegistersTransactionsModule[_C]

@type_check_only
class RegistersBudgetVsActualsModule(Module[_C]):
    @verb
    def get(self, account_id: str, *, budget_id: str | None = ..., filter_by: str | None = ..., cash_based: bool | None = ..., from_date: Day | None = ..., to_date: Day | None = ..., period: str | None = ..., **options: Unpack[Options]) -> Record[Literal["register_budget_vs_actual"], RegisterBudgetVsActuals]: ...

@type_check_only
class RegistersBulkHistoryModule(Module[_C]):
    @verb
    def get(self, account_id: str, comment_id: str, *, page: int | None = ..., per_page: int | None = ..., sort_column: str | None = ..., sort_order: str | None = ..., **options: Unpack[Options]) -> Record[Literal["bulk_action_details"], RegisterBulkHistory]: ...
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> RegisterBulkHistoryRow: ...

@type_check_only
class RegistersBulkUpdateFieldsModule(Module[_C]):
    @rows
    def list(self, account_id: str, **options: Unpack[ListOptions]) -> RegisterBulkUpdateFieldRow: ...

@type_check_only
class RegistersTransactionsModule(Module[_C]):
    bulk: RegistersTransactionsBulkModule[_C]
    @verb
    def get(self, account_id: str, *, filter_by: str | None = ..., from_date: Day | None = ..., to_date: Day | None = ..., cash_based: bool | None = ..., group_by: str | None = ..., sort_column: str | None = ..., optional_columns: str | None = ..., show_fcy: bool | None = ..., is_select_column_enabled: bool | None = ..., is_new_flow: bool | None = ..., is_account_code_column_enabled: bool | None = ..., page: int | None = ..., per_page: int | None = ..., **options: Unpack[Options]) -> Record[Literal["register_transactions"], RegisterTransaction]: ...

@type_check_only
class RegistersTransactionsBulkModule(Module[_C]):
    @verb
    def delete(self, account_id: str, body: RegisterTransactionBulkDeleteFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, account_id: str, body: RegisterTransactionBulkDeleteFields | None = ..., *, from_account_id: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ReportingTagsModule(Module[_C]):
    @verb
    def create(self, body: ReportingTagFields, **options: Unpack[WriteOptions]) -> Record[Literal["tag"], ReportingTag]: ...
    criteria: ReportingTagsCriteriaModule[_C]
    @verb
    def delete(self, tag_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> ReportingTagRow: ...
    @verb
    def mark_active(self, tag_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, tag_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    options: ReportingTagsOptionsModule[_C]
    @verb
    def reorder(self, body: ReportingTagReorderFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tags"], builtins.list[ReportingTagRow]]: ...
    @verb
    def update(self, tag_id: str, body: ReportingTagFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tag"], ReportingTag]: ...

@type_check_only
class ReportingTagsCriteriaModule(Module[_C]):
    @verb
    def update(self, tag_id: str, body: ReportingTagCriteriaFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class ReportingTagsOptionsModule(Module[_C]):
    @verb
    def get_all(self, *, tag_id: str | None = ..., **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, tag_id: str, *, show_untagged: bool | None = ..., **options: Unpack[ListOptions]) -> ReportingTagOptionRow: ...
    @verb
    def mark_active(self, tag_id: str, option_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_default(self, tag_id: str, body: Mapping[str, Any] | None = ..., *, default_option_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, tag_id: str, option_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, tag_id: str, body: ReportingTagOptionFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RetainerInvoicesModule(Module[_C]):
    @verb
    def approve(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: RetainerInvoicesAttachmentsModule[_C]
    billing_address: RetainerInvoicesBillingAddressModule[_C]
    comments: RetainerInvoicesCommentsModule[_C]
    @verb
    def create(self, body: RetainerInvoiceFields, *, ignore_auto_number_generation: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["retainerinvoice"], RetainerInvoice]: ...
    @verb
    def delete(self, retainerinvoice_id: str, **options: Unpack[Options]) -> Answer: ...
    documents: RetainerInvoicesDocumentsModule[_C]
    @verb
    def email(self, retainerinvoice_id: str, body: RetainerInvoiceEmailFields, *, send_customer_statement: bool | None = ..., send_attachment: bool | None = ..., attachments: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: RetainerInvoicesEmailContentModule[_C]
    @verb
    def get(self, retainerinvoice_id: str, **options: Unpack[Options]) -> Record[Literal["retainerinvoice"], RetainerInvoice]: ...
    invoices: RetainerInvoicesInvoicesModule[_C]
    @rows
    def list(self, **options: Unpack[ListOptions]) -> RetainerInvoiceRow: ...
    @verb
    def mark_draft(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., *, reason: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_sent(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    online_payments: RetainerInvoicesOnlinePaymentsModule[_C]
    @verb
    def submit(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    templates: RetainerInvoicesTemplatesModule[_C]
    @verb
    def update(self, retainerinvoice_id: str, body: RetainerInvoiceFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["retainerinvoice"], RetainerInvoice]: ...

@type_check_only
class RetainerInvoicesAttachmentsModule(Module[_C]):
    @verb
    def get(self, retainerinvoice_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def upload(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RetainerInvoicesBillingAddressModule(Module[_C]):
    @verb
    def update(self, retainerinvoice_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RetainerInvoicesCommentsModule(Module[_C]):
    @verb
    def create(self, retainerinvoice_id: str, body: InvoiceCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, retainerinvoice_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, retainerinvoice_id: str, **options: Unpack[ListOptions]) -> RetainerInvoiceCommentRow: ...
    @verb
    def update(self, retainerinvoice_id: str, comment_id: str, body: InvoiceCommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], RetainerInvoiceComment]: ...

@type_check_only
class RetainerInvoicesDocumentsModule(Module[_C]):
    @verb
    def delete(self, retainerinvoice_id: str, document_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RetainerInvoicesEmailContentModule(Module[_C]):
    @verb
    def get(self, retainerinvoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RetainerInvoicesInvoicesModule(Module[_C]):
    @verb
    def apply(self, retainerinvoice_id: str, body: RetainerInvoiceInvoiceApplyFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, retainerinvoice_id: str, invoice_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class RetainerInvoicesOnlinePaymentsModule(Module[_C]):
    asynchronous: RetainerInvoicesOnlinePaymentsAsynchronousModule[_C]

@type_check_only
class RetainerInvoicesOnlinePaymentsAsynchronousModule(Module[_C]):
    @verb
    def create(self, retainerinvoice_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class RetainerInvoicesTemplatesModule(Module[_C]):
    @verb
    def apply(self, retainerinvoice_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class SalesOrdersModule(Module[_C]):
    @verb
    def approve(self, salesorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    attachments: SalesOrdersAttachmentsModule[_C]
    billing_address: SalesOrdersBillingAddressModule[_C]
    bulk: SalesOrdersBulkModule[_C]
    comments: SalesOrdersCommentsModule[_C]
    @verb
    def create(self, body: SalesOrderFields, *, ignore_auto_number_generation: bool | None = ..., can_send_in_mail: bool | None = ..., totalFiles: int | None = ..., doc: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["salesorder"], SalesOrder]: ...
    custom_fields: SalesOrdersCustomFieldsModule[_C]
    @verb
    def delete(self, salesorder_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, salesorder_id: str, body: SalesOrderEmailFields, *, attachments: str | None = ..., send_attachment: bool | None = ..., file_name: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: SalesOrdersEmailContentModule[_C]
    @verb
    def get(self, salesorder_id: str, **options: Unpack[Options]) -> Record[Literal["salesorder"], SalesOrder]: ...
    @rows
    def list(self, *, salesorder_number: str | None = ..., salesorder_number_startswith: str | None = ..., salesorder_number_not_in: str | None = ..., salesorder_number_in: str | None = ..., salesorder_number_contains: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_id: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_not_in: str | None = ..., reference_number_in: str | None = ..., reference_number_contains: str | None = ..., customer_name: str | None = ..., customer_name_startswith: str | None = ..., customer_name_not_in: str | None = ..., customer_name_in: str | None = ..., customer_name_contains: str | None = ..., email: str | None = ..., total: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., created_date: Day | None = ..., created_date_start: Day | None = ..., created_date_end: Day | None = ..., shipment_date: Day | None = ..., shipment_date_start: Day | None = ..., shipment_date_end: Day | None = ..., shipment_date_before: Day | None = ..., shipment_date_after: Day | None = ..., expiry_date_start: Day | None = ..., expiry_date_end: Day | None = ..., expiry_date_before: Day | None = ..., expiry_date_after: Day | None = ..., status: str | None = ..., customer_id: str | None = ..., salesperson_id: str | None = ..., salesorder_ids: Ids | None = ..., zcrm_potential_id: str | None = ..., customview_id: str | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> SalesOrderRow: ...
    @verb
    def mark_open(self, salesorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, salesorder_id: str, body: SalesOrderMarkVoidFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    shipping_address: SalesOrdersShippingAddressModule[_C]
    @verb
    def submit(self, salesorder_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    substatus: SalesOrdersSubstatusModule[_C]
    templates: SalesOrdersTemplatesModule[_C]
    @verb
    def update(self, salesorder_id: str, body: SalesOrderFields | None = ..., *, ignore_auto_number_generation: bool | None = ..., can_send_in_mail: bool | None = ..., totalFiles: int | None = ..., doc: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["salesorder"], SalesOrder]: ...
    @verb
    def upsert(self, body: SalesOrderFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["salesorder"], SalesOrder]: ...

@type_check_only
class SalesOrdersAttachmentsModule(Module[_C]):
    @verb
    def delete(self, salesorder_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, salesorder_id: str, *, preview: bool | None = ..., inline: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, salesorder_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def upload(self, salesorder_id: str, body: Mapping[str, Any] | None = ..., *, can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class SalesOrdersBillingAddressModule(Module[_C]):
    @verb
    def update(self, salesorder_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class SalesOrdersBulkModule(Module[_C]):
    @verb
    def export(self, **options: Unpack[Options]) -> Answer: ...
    @verb
    def print(self, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class SalesOrdersCommentsModule(Module[_C]):
    @verb
    def create(self, salesorder_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], builtins.list[SalesOrderComment]]: ...
    @verb
    def delete(self, salesorder_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, salesorder_id: str, **options: Unpack[ListOptions]) -> dict[str, Any]: ...
    @verb
    def update(self, salesorder_id: str, comment_id: str, body: CommentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["comment"], builtins.list[SalesOrderComment]]: ...

@type_check_only
class SalesOrdersCustomFieldsModule(Module[_C]):
    @verb
    def update(self, salesorder_id: str, body: Sequence[CustomFieldFields] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class SalesOrdersEmailContentModule(Module[_C]):
    @verb
    def get(self, salesorder_id: str, *, email_template_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["data"], builtins.list[SalesOrderEmailContent]]: ...

@type_check_only
class SalesOrdersShippingAddressModule(Module[_C]):
    @verb
    def update(self, salesorder_id: str, body: AddressFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class SalesOrdersSubstatusModule(Module[_C]):
    @verb
    def apply(self, salesorder_id: str, status_code: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class SalesOrdersTemplatesModule(Module[_C]):
    @verb
    def apply(self, salesorder_id: str, template_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TemplateRow: ...

@type_check_only
class SalesReceiptsModule(Module[_C]):
    @verb
    def create(self, body: SalesReceiptFields, *, ignore_auto_number_generation: bool | None = ..., can_send_in_mail: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["salesreceipt"], SalesReceipt]: ...
    @verb
    def delete(self, sales_receipt_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, sales_receipt_id: str, body: SalesReceiptEmailFields, *, attach_pdf: bool | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, sales_receipt_id: str, **options: Unpack[Options]) -> Record[Literal["salesreceipt"], SalesReceipt]: ...
    @rows
    def list(self, *, receipt_number: str | None = ..., receipt_number_startswith: str | None = ..., receipt_number_contains: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., customer_id: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., total: Amount | None = ..., total_start: Amount | None = ..., total_end: Amount | None = ..., total_less_than: Amount | None = ..., total_greater_than: Amount | None = ..., **options: Unpack[ListOptions]) -> SalesReceipt: ...
    @verb
    def update(self, sales_receipt_id: str, body: SalesReceiptFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["salesreceipt"], SalesReceipt]: ...

@type_check_only
class TasksModule(Module[_C]):
    attachments: TasksAttachmentsModule[_C]
    bulk: TasksBulkModule[_C]
    comments: TasksCommentsModule[_C]
    @verb
    def create(self, body: TaskFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["task"], Task]: ...
    @verb
    def delete(self, task_id: str, **options: Unpack[Options]) -> Answer: ...
    documents: TasksDocumentsModule[_C]
    @verb
    def get(self, task_id: str, **options: Unpack[Options]) -> Record[Literal["task"], Task]: ...
    @rows
    def list(self, *, entity_id: str | None = ..., sub_entity_id: str | None = ..., owner_id: str | None = ..., contact_id: str | None = ..., client_id: str | None = ..., status: str | None = ..., parent_status: str | None = ..., parent_status_equal: str | None = ..., parent_status_not_equal: str | None = ..., priority: str | None = ..., entity_type: str | None = ..., title: str | None = ..., task_description: str | None = ..., is_overdue: str | None = ..., created_by: str | None = ..., is_accountant_task: str | None = ..., contact_ids: Ids | None = ..., client_ids: Ids | None = ..., owner_ids: Ids | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., task_number: str | None = ..., **options: Unpack[ListOptions]) -> TaskRow: ...
    @verb
    def mark_completed(self, task_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_ongoing(self, task_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_open(self, task_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    percentage: TasksPercentageModule[_C]
    @verb
    def update(self, task_id: str, body: TaskFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["task"], Task]: ...

@type_check_only
class TasksAttachmentsModule(Module[_C]):
    @verb
    def upload(self, task_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["documents"], builtins.list[Document]]: ...

@type_check_only
class TasksBulkModule(Module[_C]):
    @verb
    def delete(self, *, task_ids: Ids | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def update(self, body: Sequence[TaskFields] | None = ..., *, bulk_update: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tasks"], builtins.list[Task]]: ...

@type_check_only
class TasksCommentsModule(Module[_C]):
    @verb
    def create(self, task_id: str, body: CommentFields, **options: Unpack[WriteOptions]) -> Record[Literal["comment"], TaskComment]: ...
    @verb
    def delete(self, task_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, task_id: str, **options: Unpack[ListOptions]) -> TaskComment: ...

@type_check_only
class TasksDocumentsModule(Module[_C]):
    @verb
    def delete(self, task_id: str, document_id: str, *, un_associate: bool | None = ..., **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, task_id: str, document_id: str, *, image_size: str | None = ..., inline: bool | None = ..., **options: Unpack[Options]) -> Record[Literal["documents"], Document]: ...

@type_check_only
class TasksPercentageModule(Module[_C]):
    @verb
    def update(self, task_id: str, body: TaskPercentageFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["task"], Task]: ...

@type_check_only
class TaxAuthoritiesModule(Module[_C]):
    @verb
    def create(self, body: TaxAuthorityFields, **options: Unpack[WriteOptions]) -> Record[Literal["tax_authority"], TaxAuthority]: ...
    @verb
    def delete(self, tax_authority_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, tax_authority_id: str, **options: Unpack[Options]) -> Record[Literal["tax_authority"], TaxAuthority]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TaxAuthority: ...
    @verb
    def update(self, tax_authority_id: str, body: TaxAuthorityFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax_authority"], TaxAuthority]: ...

@type_check_only
class TaxExemptionsModule(Module[_C]):
    @verb
    def create(self, body: TaxExemptionFields, **options: Unpack[WriteOptions]) -> Record[Literal["tax_exemption"], TaxExemption]: ...
    @verb
    def delete(self, tax_exemption_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, tax_exemption_id: str, **options: Unpack[Options]) -> Record[Literal["tax_exemption"], TaxExemption]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TaxExemption: ...
    @verb
    def update(self, tax_exemption_id: str, body: TaxExemptionFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax_exemption"], TaxExemption]: ...

@type_check_only
class TaxGroupsModule(Module[_C]):
    @verb
    def create(self, body: TaxGroupFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax_group"], TaxGroup]: ...
    @verb
    def delete(self, tax_group_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, tax_group_id: str, **options: Unpack[Options]) -> Record[Literal["tax_group"], TaxGroup]: ...
    @verb
    def update(self, tax_group_id: str, body: TaxGroupFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax_group"], TaxGroup]: ...

@type_check_only
class TaxesModule(Module[_C]):
    @verb
    def create(self, body: TaxFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax"], Tax]: ...
    @verb
    def delete(self, tax_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, tax_id: str, **options: Unpack[Options]) -> Record[Literal["tax"], Tax]: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> TaxRow: ...
    @verb
    def update(self, tax_id: str, body: TaxFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["tax"], Tax]: ...

@type_check_only
class TransactionLockModule(Module[_C]):
    @verb
    def delete(self, body: SalesOrderMarkVoidFields | None = ..., *, transaction_lock_id: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def get(self, *, accounting_period_id: str | None = ..., transaction_lock_id: str | None = ..., **options: Unpack[Options]) -> Record[Literal["transaction_lock"], TransactionLock]: ...
    @verb
    def partial_unlock(self, body: TransactionLockPartialUnlockFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["transaction_lock"], TransactionLock]: ...
    @verb
    def update(self, body: TransactionLockFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["transaction_lock"], TransactionLock]: ...

@type_check_only
class TransactionLocksModule(Module[_C]):
    @rows
    def list(self, *, accounting_period_id: str | None = ..., lock_scope: int | None = ..., **options: Unpack[ListOptions]) -> TransactionLock: ...

@type_check_only
class TransactionsModule(Module[_C]):
    journals: TransactionsJournalsModule[_C]

@type_check_only
class TransactionsJournalsModule(Module[_C]):
    @verb
    def get(self, transaction_id: str, *, entity_type: str | None = ..., report_basis: str | None = ..., **options: Unpack[Options]) -> Record[Literal["journal"], RecurringJournal]: ...

@type_check_only
class UsersModule(Module[_C]):
    @verb
    def create(self, body: UserFields, **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def delete(self, user_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, user_id: str, **options: Unpack[Options]) -> Record[Literal["user"], User]: ...
    @verb
    def get_current(self, **options: Unpack[Options]) -> Record[Literal["user"], User]: ...
    @verb
    def invite(self, user_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @rows
    def list(self, **options: Unpack[ListOptions]) -> UserRow: ...
    @verb
    def mark_active(self, user_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_inactive(self, user_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, user_id: str, body: UserFields | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...

@type_check_only
class VendorCreditsModule(Module[_C]):
    @verb
    def approve(self, vendor_credit_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    bills: VendorCreditsBillsModule[_C]
    comments: VendorCreditsCommentsModule[_C]
    @verb
    def create(self, body: VendorCreditFields, *, ignore_auto_number_generation: bool | None = ..., bill_id: str | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendor_credit"], VendorCredit]: ...
    @verb
    def delete(self, vendor_credit_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, vendor_credit_id: str, **options: Unpack[Options]) -> Record[Literal["vendor_credit"], VendorCredit]: ...
    @rows
    def list(self, *, vendor_credit_number: str | None = ..., vendor_credit_number_startswith: str | None = ..., vendor_credit_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., status: str | None = ..., total: str | None = ..., reference_number: str | None = ..., customer_name: str | None = ..., item_name: str | None = ..., item_name_startswith: str | None = ..., item_name_contains: str | None = ..., item_description: str | None = ..., item_description_startswith: str | None = ..., item_description_contains: str | None = ..., notes: str | None = ..., notes_startswith: str | None = ..., notes_contains: str | None = ..., custom_field: str | None = ..., custom_field_startswith: str | None = ..., custom_field_contains: str | None = ..., customer_id: str | None = ..., line_item_id: str | None = ..., item_id: str | None = ..., tax_id: str | None = ..., location_ids: Ids | None = ..., **options: Unpack[ListOptions]) -> VendorCreditRow: ...
    @verb
    def mark_open(self, vendor_credit_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def mark_void(self, vendor_credit_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    refunds: VendorCreditsRefundsModule[_C]
    @verb
    def submit(self, vendor_credit_id: str, body: Mapping[str, Any] | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    @verb
    def update(self, vendor_credit_id: str, body: VendorCreditFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendor_credit"], VendorCredit]: ...

@type_check_only
class VendorCreditsBillsModule(Module[_C]):
    @verb
    def apply(self, vendor_credit_id: str, body: VendorCreditBillApplyFields, **options: Unpack[WriteOptions]) -> Record[Literal["bills"], Any]: ...
    @verb
    def delete(self, vendor_credit_id: str, vendor_credit_bill_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, vendor_credit_id: str, **options: Unpack[ListOptions]) -> VendorCreditBillRow: ...

@type_check_only
class VendorCreditsCommentsModule(Module[_C]):
    @verb
    def create(self, vendor_credit_id: str, body: CommentFields, **options: Unpack[WriteOptions]) -> Record[Literal["comment"], VendorCreditComment]: ...
    @verb
    def delete(self, vendor_credit_id: str, comment_id: str, **options: Unpack[Options]) -> Answer: ...
    @rows
    def list(self, vendor_credit_id: str, **options: Unpack[ListOptions]) -> VendorCreditComment: ...

@type_check_only
class VendorCreditsRefundsModule(Module[_C]):
    @verb
    def create(self, vendor_credit_id: str, body: VendorCreditRefundFields, **options: Unpack[WriteOptions]) -> Record[Literal["vendor_credit_refund"], VendorCreditRefund]: ...
    @verb
    def delete(self, vendor_credit_id: str, vendor_credit_refund_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, vendor_credit_id: str, vendor_credit_refund_id: str, **options: Unpack[Options]) -> Record[Literal["vendor_credit_refund"], VendorCreditRefund]: ...
    @rows
    def list(self, vendor_credit_id: str, **options: Unpack[ListOptions]) -> VendorCreditRefundRow: ...
    @rows
    def list_all(self, *, customer_id: str | None = ..., **options: Unpack[ListOptions]) -> VendorCreditRefundRow: ...
    @verb
    def update(self, vendor_credit_id: str, vendor_credit_refund_id: str, body: VendorCreditRefundFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendor_credit_refund"], VendorCreditRefund]: ...

@type_check_only
class VendorPaymentsModule(Module[_C]):
    bulk: VendorPaymentsBulkModule[_C]
    @verb
    def create(self, body: VendorPaymentFields, **options: Unpack[WriteOptions]) -> Record[Literal["vendorpayment"], VendorPayment]: ...
    @verb
    def delete(self, payment_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def email(self, payment_id: str, body: VendorPaymentEmailFields, *, send_attachment: bool | None = ..., attachments: str | None = ..., file_name: str | None = ..., **options: Unpack[WriteOptions]) -> Answer: ...
    email_content: VendorPaymentsEmailContentModule[_C]
    @verb
    def get(self, payment_id: str, *, fetchTaxInfo: bool | None = ..., fetchstatementlineinfo: bool | None = ..., is_bill_payment_id: bool | None = ..., **options: Unpack[Options]) -> Record[Literal["vendorpayment"], VendorPayment]: ...
    @rows
    def list(self, *, vendor_name: str | None = ..., vendor_name_startswith: str | None = ..., vendor_name_contains: str | None = ..., reference_number: str | None = ..., reference_number_startswith: str | None = ..., reference_number_contains: str | None = ..., payment_number: str | None = ..., payment_number_startswith: str | None = ..., payment_number_contains: str | None = ..., date: Day | None = ..., date_start: Day | None = ..., date_end: Day | None = ..., date_before: Day | None = ..., date_after: Day | None = ..., amount: Amount | None = ..., amount_less_than: Amount | None = ..., amount_less_equals: Amount | None = ..., amount_greater_than: Amount | None = ..., amount_greater_equals: Amount | None = ..., payment_mode: str | None = ..., payment_mode_startswith: str | None = ..., payment_mode_contains: str | None = ..., notes: str | None = ..., notes_startswith: str | None = ..., notes_contains: str | None = ..., vendor_id: str | None = ..., bill_id: str | None = ..., description: str | None = ..., description_startswith: str | None = ..., description_contains: str | None = ..., **options: Unpack[ListOptions]) -> VendorPaymentRow: ...
    refunds: VendorPaymentsRefundsModule[_C]
    @verb
    def update(self, payment_id: str, body: VendorPaymentFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendorpayment"], VendorPayment]: ...
    @verb
    def upsert(self, body: VendorPaymentFields | None = ..., *, unique_identifier_key: str | None = ..., unique_identifier_value: str | None = ..., upsert: bool | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendorpayment"], VendorPayment]: ...

@type_check_only
class VendorPaymentsBulkModule(Module[_C]):
    @verb
    def delete(self, *, vendorpayment_id: str | None = ..., bulk_delete: bool | None = ..., **options: Unpack[Options]) -> Answer: ...

@type_check_only
class VendorPaymentsEmailContentModule(Module[_C]):
    @verb
    def get(self, payment_id: str, **options: Unpack[Options]) -> Answer: ...

@type_check_only
class VendorPaymentsRefundsModule(Module[_C]):
    @verb
    def create(self, payment_id: str, body: VendorPaymentRefundFields, **options: Unpack[WriteOptions]) -> Record[Literal["vendorpayment_refund"], builtins.list[VendorPaymentRefund]]: ...
    @verb
    def delete(self, payment_id: str, vendorpayment_refund_id: str, **options: Unpack[Options]) -> Answer: ...
    @verb
    def get(self, payment_id: str, vendorpayment_refund_id: str, **options: Unpack[Options]) -> Record[Literal["vendorpayment_refund"], VendorPaymentRefund]: ...
    @rows
    def list(self, payment_id: str, **options: Unpack[ListOptions]) -> VendorPaymentRefundRow: ...
    @verb
    def update(self, payment_id: str, vendorpayment_refund_id: str, body: VendorPaymentRefundFields | None = ..., **options: Unpack[WriteOptions]) -> Record[Literal["vendorpayment_refund"], VendorPaymentRefund]: ...

class Connection(msgspec.Struct, frozen=True):
    url: str
    organization_id: str
    client_id: str = ''
    client_secret: str = ''
    refresh_token: str = ''
    access_token: str = ''

class Client(BlockingClient):

    def __init__(self, *, organization_id: str='', client_id: str='', client_secret: str='', refresh_token: str='', access_token: str='', scopes: tuple[str, ...]=..., region: str='us', accounts_url: str='', api_url: str='', plan: str='unknown', transport: Transport | None=None, limiter: Limiter | None=None, wait_seconds_max: float=90.0, timeout_seconds: float=60.0, bytes_max: int=..., retry: Retry=..., strict: bool=False, clock: Clock=...) -> None:
        ...

    @classmethod
    def from_settings(cls, *, file: str | Path | None=None, environment: Mapping[str, str]=..., transport: Transport | None=None, **settings: Any) -> Self:
        ...

    @classmethod
    def from_sandbox(cls, connection: Mapping[str, Any] | str | bytes, *, transport: Transport | None=None, **settings: Any) -> Self:
        ...
    accounting_periods: AccountingPeriodsModule[BlockingClient]
    bank_accounts: BankAccountsModule[BlockingClient]
    bank_statements: BankStatementsModule[BlockingClient]
    bank_transactions: BankTransactionsModule[BlockingClient]
    base_currency_adjustments: BaseCurrencyAdjustmentsModule[BlockingClient]
    bills: BillsModule[BlockingClient]
    chart_of_accounts: ChartOfAccountsModule[BlockingClient]
    contact_persons: ContactPersonsModule[BlockingClient]
    contacts: ContactsModule[BlockingClient]
    credit_notes: CreditNotesModule[BlockingClient]
    crm: CrmModule[BlockingClient]
    currencies: CurrenciesModule[BlockingClient]
    custom_modules: CustomModulesModule[BlockingClient]
    customer_debit_notes: CustomerDebitNotesModule[BlockingClient]
    customer_payments: CustomerPaymentsModule[BlockingClient]
    delivery_challans: DeliveryChallansModule[BlockingClient]
    einvoices: EinvoicesModule[BlockingClient]
    employees: EmployeesModule[BlockingClient]
    estimates: EstimatesModule[BlockingClient]
    expenses: ExpensesModule[BlockingClient]
    fixed_asset_types: FixedAssetTypesModule[BlockingClient]
    fixed_assets: FixedAssetsModule[BlockingClient]
    invoices: InvoicesModule[BlockingClient]
    item_details: ItemDetailsModule[BlockingClient]
    items: ItemsModule[BlockingClient]
    journals: JournalsModule[BlockingClient]
    locations: LocationsModule[BlockingClient]
    opening_balance_details: OpeningBalanceDetailsModule[BlockingClient]
    opening_balances: OpeningBalancesModule[BlockingClient]
    organizations: OrganizationsModule[BlockingClient]
    price_books: PriceBooksModule[BlockingClient]
    projects: ProjectsModule[BlockingClient]
    purchase_orders: PurchaseOrdersModule[BlockingClient]
    recurring_bills: RecurringBillsModule[BlockingClient]
    recurring_expenses: RecurringExpensesModule[BlockingClient]
    recurring_invoices: RecurringInvoicesModule[BlockingClient]
    recurring_journals: RecurringJournalsModule[BlockingClient]
    registers: RegistersModule[BlockingClient]
    reporting_tags: ReportingTagsModule[BlockingClient]
    retainer_invoices: RetainerInvoicesModule[BlockingClient]
    sales_orders: SalesOrdersModule[BlockingClient]
    sales_receipts: SalesReceiptsModule[BlockingClient]
    tasks: TasksModule[BlockingClient]
    tax_authorities: TaxAuthoritiesModule[BlockingClient]
    tax_exemptions: TaxExemptionsModule[BlockingClient]
    tax_groups: TaxGroupsModule[BlockingClient]
    taxes: TaxesModule[BlockingClient]
    transaction_lock: TransactionLockModule[BlockingClient]
    transaction_locks: TransactionLocksModule[BlockingClient]
    transactions: TransactionsModule[BlockingClient]
    users: UsersModule[BlockingClient]
    vendor_credits: VendorCreditsModule[BlockingClient]
    vendor_payments: VendorPaymentsModule[BlockingClient]

class AsyncClient(AwaitingClient):

    def __init__(self, *, organization_id: str='', client_id: str='', client_secret: str='', refresh_token: str='', access_token: str='', scopes: tuple[str, ...]=..., region: str='us', accounts_url: str='', api_url: str='', plan: str='unknown', transport: AsyncTransport | None=None, limiter: Limiter | None=None, wait_seconds_max: float=90.0, timeout_seconds: float=60.0, bytes_max: int=..., retry: Retry=..., strict: bool=False, clock: Clock=...) -> None:
        ...

    @classmethod
    def from_settings(cls, *, file: str | Path | None=None, environment: Mapping[str, str]=..., transport: AsyncTransport | None=None, **settings: Any) -> Self:
        ...

    @classmethod
    def from_sandbox(cls, connection: Mapping[str, Any] | str | bytes, *, transport: AsyncTransport | None=None, **settings: Any) -> Self:
        ...
    accounting_periods: AccountingPeriodsModule[AwaitingClient]
    bank_accounts: BankAccountsModule[AwaitingClient]
    bank_statements: BankStatementsModule[AwaitingClient]
    bank_transactions: BankTransactionsModule[AwaitingClient]
    base_currency_adjustments: BaseCurrencyAdjustmentsModule[AwaitingClient]
    bills: BillsModule[AwaitingClient]
    chart_of_accounts: ChartOfAccountsModule[AwaitingClient]
    contact_persons: ContactPersonsModule[AwaitingClient]
    contacts: ContactsModule[AwaitingClient]
    credit_notes: CreditNotesModule[AwaitingClient]
    crm: CrmModule[AwaitingClient]
    currencies: CurrenciesModule[AwaitingClient]
    custom_modules: CustomModulesModule[AwaitingClient]
    customer_debit_notes: CustomerDebitNotesModule[AwaitingClient]
    customer_payments: CustomerPaymentsModule[AwaitingClient]
    delivery_challans: DeliveryChallansModule[AwaitingClient]
    einvoices: EinvoicesModule[AwaitingClient]
    employees: EmployeesModule[AwaitingClient]
    estimates: EstimatesModule[AwaitingClient]
    expenses: ExpensesModule[AwaitingClient]
    fixed_asset_types: FixedAssetTypesModule[AwaitingClient]
    fixed_assets: FixedAssetsModule[AwaitingClient]
    invoices: InvoicesModule[AwaitingClient]
    item_details: ItemDetailsModule[AwaitingClient]
    items: ItemsModule[AwaitingClient]
    journals: JournalsModule[AwaitingClient]
    locations: LocationsModule[AwaitingClient]
    opening_balance_details: OpeningBalanceDetailsModule[AwaitingClient]
    opening_balances: OpeningBalancesModule[AwaitingClient]
    organizations: OrganizationsModule[AwaitingClient]
    price_books: PriceBooksModule[AwaitingClient]
    projects: ProjectsModule[AwaitingClient]
    purchase_orders: PurchaseOrdersModule[AwaitingClient]
    recurring_bills: RecurringBillsModule[AwaitingClient]
    recurring_expenses: RecurringExpensesModule[AwaitingClient]
    recurring_invoices: RecurringInvoicesModule[AwaitingClient]
    recurring_journals: RecurringJournalsModule[AwaitingClient]
    registers: RegistersModule[AwaitingClient]
    reporting_tags: ReportingTagsModule[AwaitingClient]
    retainer_invoices: RetainerInvoicesModule[AwaitingClient]
    sales_orders: SalesOrdersModule[AwaitingClient]
    sales_receipts: SalesReceiptsModule[AwaitingClient]
    tasks: TasksModule[AwaitingClient]
    tax_authorities: TaxAuthoritiesModule[AwaitingClient]
    tax_exemptions: TaxExemptionsModule[AwaitingClient]
    tax_groups: TaxGroupsModule[AwaitingClient]
    taxes: TaxesModule[AwaitingClient]
    transaction_lock: TransactionLockModule[AwaitingClient]
    transaction_locks: TransactionLocksModule[AwaitingClient]
    transactions: TransactionsModule[AwaitingClient]
    users: UsersModule[AwaitingClient]
    vendor_credits: VendorCreditsModule[AwaitingClient]
    vendor_payments: VendorPaymentsModule[AwaitingClient]
