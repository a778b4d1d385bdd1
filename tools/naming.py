"""How an operation gets the name a person types: `invoices.comments.list` from GET /invoices/{invoice_id}/comments.

A name is the nouns of the path and a verb of a closed list. What the rules cannot see is an exception in the overlay.
"""

import keyword
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from tallystick.rest.operation import Operation, Place

# The verbs, and beginnings of verbs (`mark_*`). A name ends in one of them and in nothing else.
VERBS: Final = (
    *("list", "list_all", "list_for_user", "get", "get_all", "get_by_id", "get_by_reference", "get_current", "count"),
    *("create", "create_from_*", "update", "upsert", "delete", "clone", "merge", "reorder", "copy_settings"),
    *("mark_*", "enable", "disable", "approve", "finalize_approval", "submit", "reject", "decline", "recall"),
    *("apply", "attach", "assign_owner", "map_*", "unmap_*", "add_to_portal", "remove_from_portal", "invite"),
    *("email", "mail_pdf", "snail_mail", "send", "send_*", "resend_invite", "upload", "fetch", "push", "generate"),
    *("cancel", "stop", "resume", "reverse", "restore", "sell", "write_off", "cancel_write_off", "force_pay", "unship"),
    *("match", "unmatch", "exclude", "categorize", "categorize_as_*", "uncategorize", "skip_suggestion", "reevaluate"),
    *(
        "verify",
        "verify_by_id",
        "preview",
        "preview_from_*",
        "print",
        "export",
        "import_*",
        "start_timer",
        "stop_timer",
    ),
    *("track_1099", "untrack_1099", "undo_return", "partial_unlock", "upgrade_to_books", "downgrade_to_invoice"),
)

# What one segment of a path is called, where that is not its own word.
NOUNS: Final[Mapping[str, str]] = {
    "accountingperiods": "accounting_periods",
    "accounttransactions": "transactions",
    "address": "addresses",
    "advancedtrackingdetails": "advanced_tracking_details",
    "attachment": "attachments",
    "bankaccount": "bank_accounts",
    "bankaccounts": "bank_accounts",
    "bankstatements": "bank_statements",
    "banktransactions": "bank_transactions",
    "basecurrencyadjustment": "base_currency_adjustments",
    "bill": "bills",
    "budgetvsactuals": "budget_vs_actuals",
    "bulkhistory": "bulk_history",
    "card": "cards",
    "chartofaccounts": "chart_of_accounts",
    "clientreviews": "client_reviews",
    "contactpersons": "persons",
    "creditnoterefunds": "credit_note_refunds",
    "creditnotes": "credit_notes",
    "creditsapplied": "credits",
    "customerpayment": "customer_payments",
    "customerpayments": "customer_payments",
    "customfields": "custom_fields",
    "deliverychallans": "delivery_challans",
    "deliverynote": "delivery_notes",
    "deliverynotes": "delivery_notes",
    "dsign": "digital_signature",
    "editpage": "edit_page",
    "emailhistory": "email_history",
    "employee": "employees",
    "encryptionkey": "encryption_key",
    "estimate": "estimates",
    "exchangerates": "exchange_rates",
    "fixedassets": "fixed_assets",
    "fixedassettypes": "fixed_asset_types",
    "incomeandexpense": "income_and_expense",
    "inventorysummary": "inventory_summary",
    "invoice": "invoices",
    "item": "items",
    "itemdetails": "item_details",
    "lastimported": "last_imported",
    "lineitems": "line_items",
    "mailcontent": "mail_content",
    "match": "matches",
    "matchfilters": "match_filters",
    "modules": "custom_modules",
    "onlinepayments": "online_payments",
    "openingbalancedetails": "opening_balance_details",
    "openingbalances": "opening_balances",
    "option": "options",
    "packingslip": "packing_slips",
    "packingslips": "packing_slips",
    "paymentmethod": "payment_method",
    "paymentrefunds": "payment_refunds",
    "paymentreminder": "payment_reminder",
    "paymentstatus": "payment_status",
    "pricebooks": "price_books",
    "profitandloss": "profit_and_loss",
    "purchaseorder": "purchase_orders",
    "purchaseorders": "purchase_orders",
    "qrcode": "qr_code",
    "recurringbills": "recurring_bills",
    "recurringexpenses": "recurring_expenses",
    "recurringinvoices": "recurring_invoices",
    "recurringjournals": "recurring_journals",
    "reportingtags": "reporting_tags",
    "retainerinvoices": "retainer_invoices",
    "salesorder": "sales_orders",
    "salesorders": "sales_orders",
    "salesreceipts": "sales_receipts",
    "statement": "statements",
    "statementsummary": "statement_summary",
    "subaccounts": "sub_accounts",
    "taxauthorities": "tax_authorities",
    "taxexemptions": "tax_exemptions",
    "taxgroups": "tax_groups",
    "taxinfo": "tax_info",
    "timeentries": "time_entries",
    "transactionlock": "transaction_lock",
    "transactionlocks": "transaction_locks",
    "trnstatus": "trn_status",
    "unpaidinvoices": "unpaid_invoices",
    "unusedcredits": "unused_credits",
    "unusedretainerpayments": "unused_retainer_payments",
    "vendorcreditrefunds": "vendor_credit_refunds",
    "vendorcredits": "vendor_credits",
    "vendorpaymentrefunds": "vendor_payment_refunds",
    "vendorpayments": "vendor_payments",
    "vendorstatements": "vendor_statements",
}

# Segments that say nothing beside their neighbours.
SILENT: Final = ("settings",)
# Collections that hold one record: what changes it does not change many.
SINGLE: Final = ("openingbalances", "transactionlock")

# The end of a path that is a verb: method and segments → verb, with the noun in front where the segments hold one.
# Two segments win over one. `*` is a word, `{}` an id below a noun of its own.
ENDS: Final[Mapping[str, str]] = {
    "DELETE bulkdelete": "bulk.delete",
    "DELETE email/schedule": "email_schedule.delete",
    "GET address/billing": "billing_address.get",
    "GET bulkfetch": "bulk.get",
    "GET cardcount": "cards.count",
    "GET email": "email_content.get",
    "GET me": "get_current",
    "GET options/all": "options.list",
    "GET pdf": "export",
    "GET print": "print",
    "GET receivables/unusedcredits": "unused_credits.get",
    "GET receivables/unusedretainerpayments": "unused_retainer_payments.list",
    "GET reference/{}": "get_by_reference",
    "GET runningtimer/me": "running_timer.get",
    "POST active": "mark_active",
    "POST addtoportal": "add_to_portal",
    "POST approve": "approve",
    "POST approve/final": "finalize_approval",
    "POST attachment": "attachments.upload",
    "POST cancel": "cancel",
    "POST categorize": "categorize",
    "POST categorize/*": "categorize_as_*",
    "POST cfdi/status": "cfdi_status.update",
    "POST clone": "clone",
    "POST copysettings": "copy_settings",
    "POST customfields": "custom_fields.update",
    "POST decline": "decline",
    "POST disable": "disable",
    "POST downgradetoinvoice": "downgrade_to_invoice",
    "POST email": "email",
    "POST email/schedule": "email_schedule.create",
    "POST enable": "enable",
    "POST exclude": "exclude",
    "POST fetch": "fetch",
    "POST forcepay": "force_pay",
    "POST fromestimates": "create_from_estimates",
    "POST fromprojects": "create_from_projects",
    "POST fromsalesorder": "create_from_sales_order",
    "POST inactive": "mark_inactive",
    "POST invite": "invite",
    "POST invite/resend": "resend_invite",
    "POST mailpdf": "mail_pdf",
    "POST mapwithorder": "map_sales_orders",
    "POST markasbilling": "mark_billing",
    "POST markascompleted": "mark_completed",
    "POST markasongoing": "mark_ongoing",
    "POST markasopen": "mark_open",
    "POST markasprimary": "mark_primary",
    "POST markasshipped": "mark_shipped",
    "POST markasshipping": "mark_shipping",
    "POST match": "match",
    "POST merge": "merge",
    "POST order": "reorder",
    "POST owner": "assign_owner",
    "POST paymentreminder": "payment_reminder.send",
    "POST percentage": "percentage.update",
    "POST preview": "preview",
    "POST primary": "mark_primary",
    "POST push": "push",
    "POST receipt": "receipt.upload",
    "POST reevaluate": "reevaluate",
    "POST reject": "reject",
    "POST removefromportal": "remove_from_portal",
    "POST restore": "restore",
    "POST reverse": "reverse",
    "POST sell": "sell",
    "POST senddunningnotifications": "send_dunning_notifications",
    "POST sendretrysms": "send_retry_sms",
    "POST skipsuggest": "skip_suggestion",
    "POST sms": "sms.send",
    "POST snailmail": "snail_mail",
    "POST status/*": "mark_*",
    "POST status/cancel": "mark_cancelled",
    "POST status/publish": "mark_published",
    "POST status/push": "mark_pushed",
    "POST status/readytopush": "mark_ready_to_push",
    "POST status/recall": "status.recall",
    "POST status/resume": "resume",
    "POST status/stop": "stop",
    "POST submit": "submit",
    "POST substatus/{}": "substatus.apply",
    "POST timer/start": "start_timer",
    "POST timer/stop": "stop_timer",
    "POST track1099": "track_1099",
    "POST trnstatus": "trn_status.update",
    "POST uncategorize": "uncategorize",
    "POST unmatch": "unmatch",
    "POST unship": "unship",
    "POST untrack1099": "untrack_1099",
    "POST upgradetobooks": "upgrade_to_books",
    "POST upload": "upload",
    "POST verify": "verify",
    "POST writeoff": "write_off",
    "POST writeoff/cancel": "cancel_write_off",
    "PUT address/billing": "billing_address.update",
    "PUT address/shipping": "shipping_address.update",
    "PUT bulkdelete": "bulk.delete",
    "PUT bulkupdate": "bulk.update",
    "PUT partialunlock": "partial_unlock",
    "PUT pricebooks/{}": "price_books.apply",
    "PUT reorder": "reorder",
    "PUT return": "mark_returned",
    "PUT templates/{}": "templates.apply",
    "PUT undo/return": "undo_return",
    "PUT unmap/salesorders": "unmap_sales_orders",
}

# What a method does to a collection and to one of its records.
COLLECTION: Final = {"GET": "get", "POST": "create", "PUT": "update", "DELETE": "delete"}
RECORD: Final = {"GET": "get", "POST": "attach", "PUT": "update", "DELETE": "delete"}
# Verbs that, without an id in the path, mean many records at once: they go under `bulk`.
MANY: Final = (
    *("update", "delete", "approve", "submit", "email", "cancel", "push", "stop", "resume", "write_off", "send"),
    *("mark_*", "print", "export", "assign_owner", "track_1099", "add_to_portal", "unship", "undo_return"),
    *("map_*", "unmap_*"),
)
# The same verb of the same noun, asked for without naming the record above it.
ABOVE: Final = {"list": "list_all", "get": "get_by_id"}
NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+")
NAME_PARTS_MAX: Final = 5


class NamingError(ValueError):
    """A name that cannot be typed, comes twice or has no verb of the list; the message names the operation."""


def names(operations: Iterable[Operation], exceptions: Mapping[str, str]) -> dict[str, str]:
    """Return operation ids by name, sorted by name. `exceptions` are names by operation id. Raises NamingError."""
    ruled = rule(operations)
    found: dict[str, str] = {}
    if unknown := sorted(exceptions.keys() - ruled.keys()):
        raise NamingError(f"there is no operation {unknown[0]!r} to be named")
    for operation_id, by_rule in ruled.items():
        given = exceptions.get(operation_id, by_rule)
        if operation_id in exceptions and given == by_rule:
            raise NamingError(f"{operation_id}: the rules give {by_rule} as well; take the exception away")
        check(operation_id, given)
        if given in found:
            raise NamingError(f"{operation_id} and {found[given]} would both be {given}; give one an exception")
        found[given] = operation_id
    if nested := sorted(found.keys() & {".".join(parts) for parts in _modules(found)}):
        raise NamingError(f"{nested[0]} is a verb and a module; give one an exception")
    return dict(sorted(found.items()))


def check(operation_id: str, given: str) -> None:
    """Raise NamingError for a name nobody should have to type."""
    parts = given.split(".")
    if not NAME.fullmatch(given) or len(parts) > NAME_PARTS_MAX or any(keyword.iskeyword(part) for part in parts):
        raise NamingError(f"{operation_id}: {given!r} is no name; write module.verb in snake_case")
    if not is_in(parts[-1], VERBS):
        raise NamingError(f"{operation_id}: {parts[-1]!r} of {given} is not one of the verbs")
    if any(f"{later}_".startswith(f"{earlier.removesuffix('s')}_") for earlier, later in pairwise(parts)):
        raise NamingError(f"{operation_id}: {given} says the same word twice")


def rule(operations: Iterable[Operation]) -> dict[str, str]:
    """Return the names the rules give, by operation id; of two alike, the one with fewer ids asks from above."""
    by_name: dict[str, list[Operation]] = {}
    for operation in operations:
        by_name.setdefault(name(operation), []).append(operation)
    found = {}
    for ruled, alike in by_name.items():
        nouns, _, verb = ruled.rpartition(".")
        ids = max(operation.path.count("{") for operation in alike)
        for operation in alike:
            above = operation.path.count("{") < ids and verb in ABOVE
            found[operation.id] = f"{nouns}.{ABOVE[verb]}" if above else ruled
    return found


def name(operation: Operation) -> str:
    """Return the name that one operation has by itself."""
    segments = [part for part in operation.path.split("/")[1:] if part not in SILENT]
    if segments[0].startswith("{"):
        segments = ["modules", "records", *segments[1:]]
    many = not any(part.startswith("{") for part in segments) and segments[0] not in SINGLE
    length, verb = _end(operation.method, segments)
    if verb:
        segments = segments[: len(segments) - length]
    else:
        verb, many = _verb(operation, segments), many and operation.method in {"PUT", "DELETE"}
    *more, verb = verb.split(".")
    nouns = [*(NOUNS.get(part, part) for part in segments if not part.startswith("{")), *more]
    if verb == "update" and any(parameter.place is Place.HEADER for parameter in operation.parameters):
        return ".".join((*nouns, "upsert"))
    bulk = ("bulk",) if many and is_in(verb, MANY) and "bulk" not in more else ()
    return ".".join((*nouns, *bulk, verb))


def is_in(verb: str, verbs: Iterable[str]) -> bool:
    """Whether a verb is one of `verbs`, or begins like one that ends in `*`."""
    return any(verb.startswith(known[:-1]) if known[-1] == "*" else verb == known for known in verbs)


def has_rows(operation: Operation) -> bool:
    """Whether the answer is a list: its envelope is an array, or the vendor calls it a list and declares nothing."""
    declared = operation.result.fields if operation.result else {}
    if operation.envelope:
        return declared[operation.envelope].type_ == "array"
    return not declared and re.match(r"(\w+_)?list_", operation.id) is not None


def _end(method: str, segments: list[str]) -> tuple[int, str]:
    """Return how many of the last segments are a verb, and the verb; (0, "") when they are nouns."""
    before, last = segments[-2:] if len(segments) > 1 else ("", segments[0])
    if last.startswith("{"):
        return (2, ENDS.get(f"{method} {before}/{{}}", "")) if len(segments) > 2 else (0, "")
    if verb := ENDS.get(f"{method} {before}/{last}"):
        return 2, verb
    if pattern := ENDS.get(f"{method} {before}/*"):
        word = NOUNS.get(last, last)
        return 2, pattern.replace("*", word.removesuffix("s") if before == "categorize" else word)
    return (1, verb) if len(segments) > 1 and (verb := ENDS.get(f"{method} {last}", "")) else (0, "")


def _verb(operation: Operation, segments: list[str]) -> str:
    """Return the verb of the method, for a path that ends in a noun."""
    if segments[-1].startswith("{"):
        return RECORD[operation.method]
    if operation.method == "POST" and operation.id.startswith("apply_"):
        return "apply"
    return "list" if operation.method == "GET" and has_rows(operation) else COLLECTION[operation.method]


def _modules(found: Iterable[str]) -> set[tuple[str, ...]]:
    """Return the parts of every module and sub-module that the names have."""
    split = [tuple(given.split(".")) for given in found]
    return {parts[:depth] for parts in split for depth in range(1, len(parts))}
