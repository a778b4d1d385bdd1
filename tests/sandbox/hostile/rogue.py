"""Calls made up from the operations' own data by a seed: part plausible, with ids of real documents, part hostile."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, Final

import msgspec

from tallystick.rest.operation import Operation, Parameter, Place, Shape
from tallystick.sandbox.description import emulated
from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator.organization import OWN
from tallystick.vendors.zoho_books.emulator.undocumented import PLACEHOLDER

OPERATIONS: Final = tuple(emulated())
DEPTH_MAX: Final = 5
WORDS: Final = (
    "Tea",
    "ada@example.com",
    "2026-06-09",
    "10",
    "true",
    "bank",
    "expense",
    "sales",
    "months",
    "draft",
    "02:00",
)
DAYS: Final = (
    "2026-06-09",
    "2026-01-31",
    "2024-02-29",
    "2199-12-31",
    "1900-01-01",
    "2026-13-01",
    "0001-01-01",
    "9999-12-31",
)
NUMBERS: Final = (0, 1, 2, 10, 100, 12.5, "7", -1, 0.001, 99999999999999, "1e3", 31, 366)
NASTY: Final[tuple[Any, ...]] = (
    *(None, True, False, "", " ", "0", -1, 10**14, -(10**14), 10**15, 10**30, 1e300, 1e-30, 0.1, 3.999999999999, 2**63),
    *("NaN", "Infinity", "-Infinity", "1e400", "1e-400", "1e99999999999", "٣", "１", "-0", "0x10", "1_000", "+5"),
    *(
        "x" * 200,
        "\x00",
        "\u202e",
        "\ufeff",
        "é" * 50,
        "ﬃ",
        "İ",
        "ß",
        "💥",
        "<b>&\"'",
        "a\r\nSet-Cookie: x=1",
        "../../etc",
        "%s{0}",
    ),
    *([], {}, [[]], [{}], {"": ""}, [None], ["x"], [1], {"a": {"b": {"c": []}}}, [[[[]]]], "null", "[]", "{}"),
    *("2026-02-30", "0000-00-00", "9999-12-31", "2026-06-09T00:00:00Z", "24:00", "25:61", "-1:-1", "99999999999:00"),
    *(",", ",,,", "1,2,3", "1," * 300, "10%", "%", "-5%", "1e2%", "NaN%", "http://127.0.0.1/", "javascript:alert(1)"),
)


Examples = Mapping[str, Sequence[tuple[Any, Mapping[str, str]]]]
"""Bodies and queries that were accepted, by the id of the operation."""


class Made(msgspec.Struct, frozen=True):
    """One call, made up."""

    operation: Operation
    path: str
    query: dict[str, str]
    body: Any


class Rogue:
    """Makes calls up for one sandbox; the same seed over the same company makes the same calls."""

    def __init__(self, sandbox: Sandbox, seed: int, examples: Examples) -> None:
        self.sandbox = sandbox
        self.random = Random(seed)
        self.examples = examples

    def known(self) -> dict[str, list[str]]:
        """Return ids by noun, as they stand now."""
        organization = self.sandbox.organization
        found: dict[str, list[str]] = {}
        for change in organization.book.changes():
            found.setdefault(str(change.kind).replace("_", ""), []).append(change.id)
            for part in ("lines", "refunds", "persons", "tasks", "rates"):
                for each in getattr(change.document, part, None) or ():
                    if identity := getattr(each, "id", ""):
                        found.setdefault(part, []).append(identity)
        for key, fields in organization.records.items():
            noun, own, identity = key.partition(OWN)
            if own:
                found.setdefault(noun.replace("_", ""), []).append(identity)
            for value in fields.values():
                _collect(value, found, 0)
        return found

    def call(self, operation: Operation) -> Made:
        """Make a call of one operation up."""
        known = self.known()
        path = self.path(operation, known)
        query = {each.name: self._argument(each, known) for each in operation.parameters if self._picks(each)}
        query.pop("organization_id", None)
        if self.random.random() < 0.1:
            query[self.random.choice(("page", "per_page", "sort_column", "sort_order", "filter_by", "accept"))] = (
                self._text(self._nasty())
            )
        # A share of the calls is wholly plausible, so that what they carry is also done.
        hostility = self.random.choice((0.0, 0.0, 0.02, 0.1, 0.5))
        body = None if operation.body is None else self._value(operation.body, "", known, hostility, 0)
        examples = self.examples.get(operation.id, ())
        if examples and self.random.random() < 0.8:
            said, asked = self.random.choice(examples)
            query = {name: self._identities(name, value, known) for name, value in asked.items()} | (
                query if self.random.random() < 0.3 else {}
            )
            body = self._varied(said, operation.body or Shape(), known, hostility)
        return Made(operation, path, query, body)

    def _identities(self, name: str, value: Any, known: dict[str, list[str]]) -> Any:
        """Return ids of documents there are where a field says which, else the value."""
        if not name.endswith(("_id", "_ids")) or not isinstance(value, str | list) or not value:
            return value
        if isinstance(value, list):
            return [self._identity(name, known) for _ in value]
        return ",".join(self._identity(name, known) for _ in value.split(","))

    def _varied(self, value: Any, shape: Shape, known: dict[str, list[str]], hostility: float, name: str = "") -> Any:
        """Return a body that was once accepted, with ids of documents there are, spoiled here and there."""
        if self.random.random() < hostility:
            return self._nasty()
        if isinstance(value, list) and not name.endswith("_ids"):
            return [self._varied(each, shape.items or Shape(), known, hostility, name) for each in value]
        if not isinstance(value, dict):
            return self._identities(name, value, known)
        made = {
            key: self._varied(inner, shape.fields.get(key, Shape()), known, hostility, key)
            for key, inner in value.items()
        }
        share = self.random.choice((0.0, 0.02, 0.1))
        for key, field in shape.fields.items():
            if key not in made and self.random.random() < share:
                made[key] = self._value(field, key, known, hostility, 2)
        return made

    def path(self, operation: Operation, known: dict[str, list[str]]) -> str:
        """Return the operation's path with ids of documents there are, seldom with what is none."""
        segments: list[str] = []
        for segment in operation.path.split("/"):
            found = PLACEHOLDER.fullmatch(segment)
            segments.append(self._path_value(found[1], known, segments[-1]) if found else segment)
        return "/".join(segments)

    def _picks(self, parameter: Parameter) -> bool:
        return parameter.place is Place.QUERY and self.random.random() < 0.3

    def _path_value(self, name: str, known: dict[str, list[str]], segment: str) -> str:
        if name.startswith("module_") and name != "module_id":
            return "cm_debtor"
        if self.random.random() < 0.05:
            return self.random.choice(("1", "%00", "x" * 300, "..", "0", "-1", "é", "cm_debtor", "1e3"))
        if name == "organization_id":
            return self.sandbox.organization.id
        return self._identity(name, known, segment)

    def _identity(self, name: str, known: dict[str, list[str]], segment: str = "") -> str:
        """Return the id of a document that a name such as `customer_id` means, or of any other.

        In a path the segment before it says what is meant, too: `/vendorpayments/{payment_id}`.
        """
        noun = name.removesuffix("_ids").removesuffix("_id").replace("_", "")
        nouns = (*ALIASES.get(name, ()), noun, segment.removesuffix("s"), segment)
        own = [known[each] for each in nouns if each in known]
        if segment in SEGMENTS:
            own = [known.get(SEGMENTS[segment], ["1"])]
        own += [ids for kind, ids in known.items() if not own and noun.endswith(kind)]
        if not own or self.random.random() < 0.1:
            own = list(known.values())
        return self.random.choice(self.random.choice(own))

    def _argument(self, parameter: Parameter, known: dict[str, list[str]]) -> str:
        if self.random.random() < 0.2:
            return self._text(self._nasty())
        if parameter.enum:
            return self.random.choice(parameter.enum)
        return self._text(self._scalar(parameter.type_, parameter.name, known))

    def _nasty(self) -> Any:
        return self.random.choice(NASTY)

    @staticmethod
    def _text(value: Any) -> str:
        return value if isinstance(value, str) else str(value).lower()

    def _value(self, shape: Shape, name: str, known: dict[str, list[str]], hostility: float, depth: int) -> Any:
        if self.random.random() < hostility:
            return self._nasty()
        if shape.type_ == "object":
            return self._object(shape, known, hostility, depth)
        if shape.type_ == "array":
            if depth > DEPTH_MAX or shape.items is None:
                return []
            return [
                self._value(shape.items, name, known, hostility, depth + 1)
                for _ in range(self.random.choice((0, 1, 1, 2)))
            ]
        if shape.enum:
            return self.random.choice(shape.enum)
        return self._scalar(shape.type_, name, known)

    def _object(self, shape: Shape, known: dict[str, list[str]], hostility: float, depth: int) -> dict[str, Any]:
        if depth > DEPTH_MAX:
            return {}
        share = self.random.choice((0.05, 0.2, 0.5, 1.0))
        return {
            key: self._value(field, key, known, hostility, depth + 1)
            for key, field in shape.fields.items()
            if key in shape.required or key in WANTED or self.random.random() < share
        }

    def _scalar(self, type_: str, name: str, known: dict[str, list[str]]) -> Any:
        choose = self.random.choice
        if name.endswith(("_id", "_ids")):
            return self._identity(name, known)
        if type_ == "boolean":
            return choose((True, False))
        if type_ in {"number", "integer"}:
            return choose(NUMBERS)
        if "date" in name:
            return choose(DAYS[:3]) if self.random.random() < 0.8 else choose(DAYS)
        return choose(WORDS)


WANTED: Final = frozenset(
    ("rate", "quantity", "amount", "debit_or_credit", "line_items", "account_id", "amount_applied")
)
"""Fields without which most calls are refused at once."""
ALIASES: Final = {
    "customer_id": ("contact",),
    "vendor_id": ("contact",),
    "line_item_id": ("lines",),
    "paid_through_account_id": ("account",),
    "from_account_id": ("account",),
    "to_account_id": ("account",),
    "bank_account_id": ("account",),
    "contact_person_id": ("persons",),
    "contactperson_id": ("persons",),
    "transaction_id": ("banktransaction", "statementline", "invoice", "bill", "payment", "expense"),
    "customer_payment_id": ("payment",),
    "reminder_id": ("reminderrule",),
    "rule_id": ("bankrule",),
    "match_filter_id": ("bankrule",),
    "exchange_rate_id": ("rates",),
    "refund_id": ("refunds",),
    "creditnote_refund_id": ("refunds",),
    "vendor_credit_refund_id": ("refunds",),
    "vendorpayment_refund_id": ("refunds",),
    "task_id": ("tasks",),
    "option_id": ("tagoption",),
    "statement_id": ("statementline",),
}
"""What else than its own noun a name of an id means."""
SEGMENTS: Final = {"uncategorized": "statementline", "cm_debtor": "cmdebtor"}
"""Segments of a path that say alone what stands behind them."""


def _collect(value: Any, found: dict[str, list[str]], depth: int) -> None:
    """Collect the ids in a vendor-only record by the names they go by."""
    if depth > DEPTH_MAX:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith("_id") and isinstance(inner, str) and inner:
                found.setdefault(key.removesuffix("_id").replace("_", ""), []).append(inner)
            _collect(inner, found, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, found, depth + 1)
