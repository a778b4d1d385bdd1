"""Rules that recognise lines of bank statements, and the commands about them. What a criterion means is not told here."""

from enum import StrEnum

import msgspec

from tallystick.books.documents.document import Command, Document, Given, Target
from tallystick.books.documents.journal import Side


class RuleScope(StrEnum):
    """The accounts whose statements a rule looks at."""

    SELECTED = "selected"
    ALL = "all"
    BANKS = "banks"
    CARDS = "cards"


class LineField(StrEnum):
    """What a criterion looks at in a statement line."""

    PAYEE = "payee"
    DESCRIPTION = "description"
    REFERENCE = "reference"
    AMOUNT = "amount"


class Comparator(StrEnum):
    """How a criterion compares. Texts are compared without regard to case and outer spaces."""

    IS = "is"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    IS_EMPTY = "is_empty"
    EQUALS = "equals"
    GREATER = "greater"
    GREATER_OR_EQUAL = "greater_or_equal"
    LESS = "less"
    LESS_OR_EQUAL = "less_or_equal"


class Criterion(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """One condition; the value of an amount is its decimal text."""

    field: LineField
    comparator: Comparator
    value: str = ""


class Makes(StrEnum):
    """The document a rule makes of a line."""

    BANK_TRANSACTION = "bank_transaction"
    EXPENSE = "expense"


class BankRule(Document, frozen=True, kw_only=True, gc=False):
    """A rule for statement lines of one side: the first one in `order` that holds recognises a line.

    `side` is the side of the account: a debit is money in. An `automatic` rule is applied as soon as a statement is
    imported; any other only marks the line. What it makes moves money between the line's account and `account_id`;
    `type` is the user's word for it.
    """

    name: str
    order: int
    side: Side
    scope: RuleScope
    account_ids: tuple[str, ...] = ()
    any_of: bool = False
    criteria: tuple[Criterion, ...]
    automatic: bool = False
    makes: Makes = Makes.BANK_TRANSACTION
    type: str = ""
    account_id: str
    contact_id: str = ""
    tax_id: str = ""
    keeps_reference: bool = False


class BankRuleFields(Command, frozen=True, kw_only=True):
    """What may be said of a bank rule."""

    name: Given[str] = msgspec.UNSET
    side: Given[Side] = msgspec.UNSET
    scope: Given[RuleScope] = msgspec.UNSET
    account_ids: Given[tuple[str, ...]] = msgspec.UNSET
    any_of: Given[bool] = msgspec.UNSET
    criteria: Given[tuple[Criterion, ...]] = msgspec.UNSET
    automatic: Given[bool] = msgspec.UNSET
    makes: Given[Makes] = msgspec.UNSET
    type: Given[str] = msgspec.UNSET
    account_id: Given[str] = msgspec.UNSET
    contact_id: Given[str] = msgspec.UNSET
    tax_id: Given[str] = msgspec.UNSET
    keeps_reference: Given[bool] = msgspec.UNSET


class CreateBankRule(BankRuleFields, frozen=True, kw_only=True):
    """Add a rule after all others; name, side, criteria and the account it books to are required."""


class UpdateBankRule(BankRuleFields, frozen=True, kw_only=True):
    """Change a rule; lines it has recognised are looked at again."""

    id: str


class DeleteBankRule(Target, frozen=True, kw_only=True):
    """Remove a rule; what it made stays."""


class OrderBankRules(Command, frozen=True, kw_only=True):
    """Put rules in this order; those that are not named follow in the order they had."""

    rule_ids: tuple[str, ...]


class ApplyBankRule(Target, frozen=True, kw_only=True):
    """Make of an open statement line what the rule that recognised it says, and tie the line to it."""


class DismissBankRule(Target, frozen=True, kw_only=True):
    """Forget that a rule recognised a statement line; it is not recognised again by that rule."""
