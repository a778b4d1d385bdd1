"""The vendor's errors as one table, and the exception that carries one. No rule that decides when one applies."""

from typing import Final

import msgspec


class VendorError(msgspec.Struct, frozen=True):
    """One error as the vendor words it.

    `message` has `{facts}` to be filled in. `code` is None where no one has recorded it; UNKNOWN_CODE is sent instead.
    `evidence` is `recorded(…)`, `documented(…)` or `assumed(why)`.
    """

    http: int
    code: int | None
    message: str
    evidence: str


UNKNOWN_CODE: Final = 990000
"""Sent for errors whose code no one has recorded; far outside the vendor's own range."""
NOT_YET_CODE: Final = 990001
"""Sent for an operation that exists and is not emulated yet."""

ONLY_ASSUMED_CODE: Final = 990002
"""Sent by a strict sandbox for what rests on an assumption alone."""

_PROBE = "recorded(2026-08, every data centre)"
_SPIKE = "recorded(2026-09, India trial organisation)"
_SPECIFIED: Final = "documented(the vendor's OpenAPI documents)"
_CLIENTS = "recorded(replies kept in clients' tests and reports)"
_INTRODUCTION = "documented(zoho.com/books/api/v3/introduction)"
_ERRORS_PAGE = "documented(zoho.com/books/api/v3/errors)"
_OURS = "assumed(the refusal follows from a documented limit or rule, its code and text are ours)"
_NO_TEXT = "assumed(the code is reported by clients, the wording is ours)"

ERRORS: Final[dict[str, VendorError]] = {
    # Who is calling.
    "unauthenticated": VendorError(
        401,
        14,
        "The request could not be authenticated as the authentication value you entered is invalid."
        " Enter a valid authentication value and try again.",
        _PROBE,
    ),
    "unauthorized": VendorError(401, 57, "You are not authorized to perform this operation", _PROBE),
    "foreign_organization": VendorError(
        400, 6041, "This user is not associated with the CompanyID/CompanyName:{organization_id}.", _CLIENTS
    ),
    "organization_id": VendorError(
        400,
        14,
        "Invalid value passed for organizationid",
        "documented(public guide to building on Zoho Books, 2026-04)",
    ),
    # What is called.
    "unknown_route": VendorError(404, 5, "Invalid URL Passed", _CLIENTS),
    "method": VendorError(405, None, "Method not allowed", "documented(status and Allow header); the body is assumed"),
    "not_yet": VendorError(
        400,
        NOT_YET_CODE,
        "The sandbox does not emulate {operation} yet.",
        "assumed(no such answer in the real service, by definition)",
    ),
    "only_assumed": VendorError(
        400,
        ONLY_ASSUMED_CODE,
        "This sandbox is strict and only assumes that {what}: {why}. Do without it, or start the sandbox without strict.",
        "assumed(no such answer in the real service, by definition)",
    ),
    # How often.
    "burst": VendorError(
        429,
        43,
        "For security reasons you have been blocked for some time as you have exceeded the maximum number of requests"
        " per minute.",
        _SPIKE,
    ),
    "minute": VendorError(
        429,
        44,
        "For security reasons your organization has been blocked as it have exceeded the maximum number of requests"
        " per minute that can originate from an organization.",
        _INTRODUCTION,
    ),
    "day": VendorError(
        429,
        45,
        "The API call for this organization has exceeded the maximum call rate limit of {limit}.",
        _INTRODUCTION,
    ),
    "concurrent": VendorError(
        429,
        1070,
        "You have reached the maximum number of in process requests allowed. Kindly try again after some time.",
        _INTRODUCTION,
    ),
    # What is sent.
    "malformed_json": VendorError(400, None, "JSON is not well formed", "recorded(text, by a client); code assumed"),
    "empty_body": VendorError(400, 11, "The request body is empty: send JSON, or a form field JSONString.", _NO_TEXT),
    "too_large": VendorError(
        413, None, "The request is larger than {limit} bytes.", "assumed(the vendor's own limit is not published)"
    ),
    "invalid_value": VendorError(400, 2, "Invalid value passed for {field}", _CLIENTS),
    "missing_value": VendorError(400, 4, "Invalid value passed for {field}", _SPIKE),
    "too_long": VendorError(400, 15, "Please ensure that the {field} has less than {limit} characters.", _CLIENTS),
    "line_items_max": VendorError(
        400, None, "Please ensure that the document has no more than {limit} line items.", _NO_TEXT
    ),
    "file_too_large": VendorError(400, None, "Ensure that the file is not larger than {limit} MB.", _OURS),
    "file_type": VendorError(400, None, "Only files of these types can be attached: {types}.", _OURS),
    "file_content": VendorError(
        400, None, "The content of {name} is not what its name and its type say: send the file as it is.", _OURS
    ),
    "files_max": VendorError(400, None, "Ensure that there are no more than {limit} files.", _OURS),
    "files_full": VendorError(
        400, None, "The organization keeps no more than {limit} MB of files: delete some first.", _OURS
    ),
    "picture": VendorError(400, None, "There is no preview of {name}: it cannot be read as a picture.", _OURS),
    "unique_value_missing": VendorError(
        404, None, "No record has {value} in {field}: send X-Upsert: true to create one.", _OURS
    ),
    "unique_value_shared": VendorError(
        400, None, "{count} records have {value} in {field}: it does not identify one of them.", _OURS
    ),
    # What it refers to.
    "does_not_exist": VendorError(404, 1002, "{thing} does not exist.", _ERRORS_PAGE),
    "customer_not_accessible": VendorError(400, 1002, "The Customer is not accessible.", _CLIENTS),
    "expense_account": VendorError(404, 1002, "Please enter valid expense account", _CLIENTS),
    "item_does_not_exist": VendorError(404, 2006, "The record you are trying to access does not exist.", _CLIENTS),
    "account_does_not_exist": VendorError(400, 4, "The account does not exist.", _CLIENTS),
    "reference": VendorError(400, 6, "Invalid resource reference: {field}", _NO_TEXT),
    # What the books refuse.
    "already_exists": VendorError(400, 4, "{thing} already exists", _CLIENTS),
    "customer_exists": VendorError(
        400, 3062, 'The customer "{name}" already exists. Please specify a different name.', _CLIENTS
    ),
    "number_exists": VendorError(400, 4, "{thing} {number} already exists", "assumed(code 4 is seen for duplicates)"),
    "has_dependents": VendorError(400, 36, "{thing} is used by other records and cannot be deleted.", _NO_TEXT),
    "has_transactions": VendorError(400, 1004, "{thing} has transactions and cannot be deleted.", _NO_TEXT),
    "record_limit": VendorError(400, 1009, "Your plan allows no more than {limit} {things}.", _NO_TEXT),
    "no_line_items": VendorError(400, 4016, "An invoice needs at least one line item.", _NO_TEXT),
    "journal_account": VendorError(400, 11016, "{account} cannot be used in a journal.", _NO_TEXT),
    "over_applied": VendorError(
        400, 24016, "The amount entered is more than the balance due for the selected invoices.", _CLIENTS
    ),
    # Recorded of sales orders; that other nouns are refused in the same words is assumed.
    "module_disabled": VendorError(400, None, "{module} has been disabled for your account", _CLIENTS),
    "order_of_another_customer": VendorError(
        400, 4001, "Customer mismatch between invoice and sales order", _SPECIFIED
    ),
    "invoice_has_an_order": VendorError(400, 4002, "Invoice is already linked to another sales order", _SPECIFIED),
    "order_is_void": VendorError(400, 4003, "Sales order is in void status and cannot be linked", _SPECIFIED),
    "over_applied_bills": VendorError(
        400, 24016, "The amount entered is more than the balance due for the selected bills.", _CLIENTS
    ),
    "bills_do_not_exist": VendorError(
        400,
        None,
        "Some of the bills for which you've chosen to record payments do not exist. Please check and try again.",
        _CLIENTS,
    ),
    "vendor_field": VendorError(
        400,
        None,
        "The Vendor field can neither be blank nor be incorrect. Please enter a correct vendor name.",
        _CLIENTS,
    ),
    "bill_account": VendorError(400, 13009, "The account field cannot be empty", _SPIKE),
    "bill_exists": VendorError(
        400,
        13011,
        "A bill with this number has already been created for this vendor. Please check and try again.",
        _SPIKE,
    ),
    "igst_required": VendorError(400, 3032, "IGST has to be applied as this is an interstate transaction", _SPIKE),
    "igst_refused": VendorError(400, 3032, "IGST cannot be applied as this is an intrastate transaction", _SPIKE),
    "reverse_charge_and_tax": VendorError(
        400, 71510, "A line item takes either a tax or a reverse charge tax, not both.", _NO_TEXT
    ),
    "reverse_charge_required": VendorError(
        400, 71512, "A line item of an unregistered vendor needs a reverse charge tax.", _NO_TEXT
    ),
    "match_account": VendorError(
        400,
        108004,
        "Transactions cannot be matched as the account you are trying to match it to, is different.",
        _CLIENTS,
    ),
    "vat_shipping": VendorError(
        400, None, "Shipping and miscellaneous charges cannot be applied when registered for VAT.", _CLIENTS
    ),
    "sales_tax_off": VendorError(400, 110817, "Enable Sales Tax in order to perform tax related operations.", _SPIKE),
    "tax_not_supported": VendorError(400, 110942, "Tax not supported.", _SPIKE),
    "status_change": VendorError(
        400,
        None,
        "{thing} cannot be {action} while it is {status}.",
        "assumed(the refusal is documented, not its text)",
    ),
    "not_balanced": VendorError(
        400, None, "The debits and the credits of a journal must be equal.", "assumed(the rule is known, not its text)"
    ),
    "rule": VendorError(400, None, "{sentence}", "assumed(the rule is known, neither its code nor its text)"),
    # What no caller can cause.
    "internal": VendorError(500, 1000, "Internal error", _ERRORS_PAGE),
}


class Refused(Exception):  # the vendor refuses; it is an answer, not a fault of ours
    """The call is refused with one row of ERRORS; the facts fill its message.

    `headers` travel with the refusal (`Retry-After`). A handler raises it at any point: the call leaves no trace.
    """

    def __init__(self, name: str, /, *, headers: tuple[tuple[str, str], ...] = (), **facts: object) -> None:
        row = ERRORS[name]
        self.name = name
        self.http = row.http
        self.code = UNKNOWN_CODE if row.code is None else row.code
        self.message = row.message.format(**facts)
        self.headers = headers
        super().__init__(self.message)
