"""Bank rules: list, create, read, update, delete, one by one and in bulk, in their order, suggestions skipped.

Which rule recognises which line is the Book's to say; match filters are `match_filters`.
"""

from typing import Any, Final

from tallystick.books.change import Kind
from tallystick.books.documents.bank_rule import (
    BankRule,
    Comparator,
    CreateBankRule,
    Criterion,
    DeleteBankRule,
    DismissBankRule,
    LineField,
    Makes,
    OrderBankRules,
    RuleScope,
    UpdateBankRule,
)
from tallystick.books.documents.journal import Side
from tallystick.ledger.account import AccountType
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.declared import declared
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.few import context_of_few
from tallystick.vendors.zoho_books.emulator.given import Field, choice, given, rows, text, texts
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Listing
from tallystick.vendors.zoho_books.emulator.module import (
    SPECIFIED,
    Emulated,
    Messages,
    Module,
    creates,
    deletes,
    deletes_many,
    reads,
    updates,
)

SIDES: Final = {"deposits": Side.DEBIT, "withdrawals": Side.CREDIT}
SCOPES: Final = {
    "selected_accounts": RuleScope.SELECTED,
    "all_accounts": RuleScope.ALL,
    "all_banks": RuleScope.BANKS,
    "all_credit_cards": RuleScope.CARDS,
}
LINE_FIELDS: Final = {
    "payee": LineField.PAYEE,
    "description": LineField.DESCRIPTION,
    "reference_number": LineField.REFERENCE,
    "amount": LineField.AMOUNT,
}
COMPARATORS: Final = {
    "is": Comparator.IS,
    "contains": Comparator.CONTAINS,
    "starts_with": Comparator.STARTS_WITH,
    "ends_with": Comparator.ENDS_WITH,
    "is_empty": Comparator.IS_EMPTY,
    "equals": Comparator.EQUALS,
    "greater_than": Comparator.GREATER,
    "greater_than_or_equals": Comparator.GREATER_OR_EQUAL,
    "less_than": Comparator.LESS,
    "less_than_or_equals": Comparator.LESS_OR_EQUAL,
}
"""`greater_than_or_equals` is documented by an example, the others are the words of its browser pages (assumed)."""
BANK_DEPOSITS: Final = frozenset(
    {"sales_without_invoices", "transfer_fund", "interest_income", "other_income", "expense_refund", "deposit"}
)
RECORDED_AS: Final[dict[tuple[Side, bool], frozenset[str]]] = {
    (Side.DEBIT, False): BANK_DEPOSITS,
    (Side.CREDIT, False): frozenset({"expense", "transfer_fund", "card_payment", "owner_drawings"}),
    (Side.DEBIT, True): frozenset({"card_payment", "transfer_fund", "expense_refund", "refund"}),
    (Side.CREDIT, True): frozenset({"expense", "transfer_fund"}),
}
"""What a line may be recorded as, by side and whether the account is a card (documented)."""


def _criteria(value: Any, wire: str) -> tuple[Criterion, ...]:
    fields = (
        Field("field", "field", choice(LINE_FIELDS)),
        Field("comparator", "comparator", choice(COMPARATORS)),
        Field("value", "value", text),
    )
    found = [given(row, fields) for row in rows(value, wire)]
    for criterion in found:
        for name in ("field", "comparator"):
            if name not in criterion:
                raise Refused("invalid_value", field=name)
    return tuple(Criterion(**criterion) for criterion in found)


FIELDS: Final = (
    Field("rule_name", "name", text),
    Field("apply_to", "side", choice(SIDES)),
    Field("rule_category", "scope", choice(SCOPES)),
    Field("account_ids", "account_ids", texts),
    Field("criteria_type", "any_of", choice({"and": False, "or": True})),
    Field("criterion", "criteria", _criteria),
    Field("auto_categorize", "automatic", choice({"autocategorize": True, "recognize": False})),
    Field("record_as", "type", text),
    Field("account_id", "account_id", text),
    Field("customer_id", "contact_id", text),
    Field("tax_id", "tax_id", text),
    Field("reference_number", "keeps_reference", choice({"from_statement": True, "manual": False})),
)
KEPT: Final = (
    "vat_treatment",
    "tax_treatment",
    "is_reverse_charge_applied",
    "product_type",
    "tax_authority_id",
    "tax_exemption_id",
    "location_id",
)


def _fields(call: Call, body: dict[str, Any], old: BankRule | None) -> dict[str, Any]:
    """Return the Book's fields of a body. Raises Refused: code 2 for what cannot be read or recorded on that side."""
    found = given({name: value for name, value in body.items() if value != "" or name == "rule_name"}, FIELDS)
    if old is None:
        found.setdefault("scope", RuleScope.SELECTED)
        for field in FIELDS:
            if field.wire in {"rule_name", "apply_to", "criterion", "record_as", "account_id"} and not found.get(
                field.name
            ):
                raise Refused("missing_value", field=field.wire)
    held = {name: found.get(name, getattr(old, name, ())) for name in ("side", "type", "scope", "account_ids")}
    for is_card in _cards_among(call, held["scope"], held["account_ids"]):
        if held["type"] not in RECORDED_AS[held["side"], is_card]:
            raise Refused("invalid_value", field="record_as")
    found["makes"] = Makes.EXPENSE if held["type"] == "expense" else Makes.BANK_TRANSACTION
    return found


def _cards_among(call: Call, scope: RuleScope, account_ids: tuple[str, ...]) -> set[bool]:
    """Return whether a rule is about cards, about other accounts, or both when it is about all (then any may hold)."""
    if scope is RuleScope.SELECTED:
        accounts = call.organization.book.accounts
        return {accounts[each].type is AccountType.CREDIT_CARD for each in account_ids if each in accounts}
    return {RuleScope.CARDS: {True}, RuleScope.BANKS: {False}}.get(scope, set())


def create(call: Call) -> BankRule:
    """Add a rule after all others. Raises Refused: code 4 without what it cannot do without."""
    rule: BankRule = call.organization.execute(CreateBankRule(user_id=call.user_id, **_fields(call, call.body, None)))
    keep(call.organization, rule.id, call.body, KEPT)
    return rule


def update(call: Call, rule: BankRule) -> BankRule:
    """Change a rule."""
    return _update(call, rule, call.body)


def _update(call: Call, rule: BankRule, body: dict[str, Any]) -> BankRule:
    command = UpdateBankRule(id=rule.id, user_id=call.user_id, **_fields(call, body, rule))
    changed: BankRule = call.organization.execute(command)
    keep(call.organization, rule.id, body, KEPT)
    return changed


def delete(call: Call, identity: str) -> None:
    """Delete a rule; what it made stays."""
    call.organization.execute(DeleteBankRule(id=identity, user_id=call.user_id))


def _word(words: dict[str, Any], value: Any) -> str:
    return next(word for word, meant in words.items() if meant is value)


def _common(call: Call, rule: BankRule) -> dict[str, Any]:
    book = call.organization.book
    contact = book.contacts.get(rule.contact_id)
    accounts = [book.accounts[each] for each in rule.account_ids]
    return {
        "rule_id": rule.id,
        "rule_name": rule.name,
        "rule_order": rule.order,
        "rule_category": _word(SCOPES, rule.scope),
        "target_accounts": [{"target_account_id": each.id, "target_account_name": each.name} for each in accounts],
        "target_accounts_formatted": ", ".join(each.name for each in accounts),
        "target_accounts_count": len(accounts),
        "accounts": [{"account_id": each.id, "account_name": each.name} for each in accounts],
        "apply_to": _word(SIDES, rule.side),
        "criteria_type": "or" if rule.any_of else "and",
        "auto_categorize": "autocategorize" if rule.automatic else "recognize",
        "criterion": [
            {
                "criteria_id": f"{rule.id}{place:02d}",
                "field": _word(LINE_FIELDS, criterion.field),
                "comparator": _word(COMPARATORS, criterion.comparator),
                "value": criterion.value,
            }
            for place, criterion in enumerate(rule.criteria, 1)
        ],
        "record_as": rule.type,
        "account_id": rule.account_id,
        "account_name": book.accounts[rule.account_id].name,
        "tax_id": rule.tax_id,
        "customer_id": rule.contact_id,
        "customer_name": "" if contact is None else contact.name,
        "reference_number": "from_statement" if rule.keeps_reference else "manual",
        **kept(call.organization, rule.id),
    }


def _shown(call: Call, rule: BankRule, operation_id: str) -> dict[str, Any]:
    template = declared(operation_id)
    return {**template, **{name: value for name, value in _common(call, rule).items() if name in template}}


def row(call: Call, rule: BankRule) -> dict[str, Any]:
    """Return one row of the list."""
    return _shown(call, rule, "list_bank_account_rules")


def detail(call: Call, rule: BankRule) -> dict[str, Any]:
    """Return one rule."""
    return _shown(call, rule, "get_bank_account_rule")


MODULE: Final = Module(
    label="Rule",
    path="/bankaccounts/rules",
    identity="rule_id",
    kind="bank_rule",
    key="rule",
    list_key="rules",
    documents=lambda organization: organization.book.table(Kind.BANK_RULE),
    row=row,
    detail=detail,
    listing=Listing(report_name="Bank Rules", columns=(), sort="rule_order"),
    messages=Messages(
        created="The bank rule has been created.",
        updated="The bank rule has been updated.",
        deleted="The rule has been deleted.",
        deleted_many="The rules have been deleted.",
    ),
    create=create,
    update=update,
    delete=delete,
)


def list_rules(call: Call) -> Answer:
    """List the rules in the order they are asked; they are few, so no index is kept."""
    rules = sorted(MODULE.documents(call.organization).values(), key=lambda rule: rule.order)
    few = context_of_few(call, [row(call, rule) for rule in rules])
    return Answer(key="rules", value=few.rows)


def _named_rules(call: Call) -> list[tuple[BankRule, dict[str, Any]]]:
    """Return the rules a body names, each with its row. Raises Refused: code 2 for none, 1002 for one there is not."""
    named = rows(call.body.get("rules", []), "rules")
    if not named:
        raise Refused("invalid_value", field="rules")
    return [(MODULE.find(call.organization, text(each.get("rule_id", ""), "rule_id")), each) for each in named]


def update_many(call: Call) -> Answer:
    """Change several rules, all of them or none."""
    for rule, body in _named_rules(call):
        _update(call, rule, body)
    return Answer(message="The rules have been updated.")


def reorder(call: Call) -> Answer:
    """Put rules in another order: by `rule_order` where it is given, else as they are named."""
    named = _named_rules(call)
    named.sort(key=lambda each: each[1].get("rule_order") or 0)
    command = OrderBankRules(rule_ids=tuple(rule.id for rule, _ in named), user_id=call.user_id)
    call.organization.execute(command)
    return Answer(message="The rules have been reordered.")


def skip(call: Call) -> Answer:
    """Pass over the rule that recognised a statement line."""
    identity = text(call.body.get("transaction_id", ""), "transaction_id")
    if identity not in call.organization.book.table(Kind.STATEMENT_LINE):
        raise Refused("does_not_exist", thing="Transaction")
    call.organization.execute(DismissBankRule(id=identity, user_id=call.user_id))
    return Answer(message="The suggested rule has been skipped.")


_NO_BODY: Final = "assumed(the specification gives this operation no body)"
_PATH: Final = "/bankaccounts/rules"
HANDLERS: Final = (
    Emulated("GET", _PATH, list_rules, SPECIFIED),
    Emulated("POST", _PATH, creates(MODULE), SPECIFIED),
    Emulated("PUT", _PATH, update_many, _NO_BODY),
    Emulated("DELETE", _PATH, deletes_many(MODULE, "rule_ids"), SPECIFIED),
    Emulated("GET", f"{_PATH}/{{rule_id}}", reads(MODULE), SPECIFIED),
    Emulated("PUT", f"{_PATH}/{{rule_id}}", updates(MODULE), SPECIFIED),
    Emulated("DELETE", f"{_PATH}/{{rule_id}}", deletes(MODULE), SPECIFIED),
    Emulated("POST", f"{_PATH}/order", reorder, _NO_BODY),
    Emulated("POST", f"{_PATH}/skipsuggest", skip, _NO_BODY),
)
