"""Comments and history of a document: what the system notes of its making and what users write.

One set of operations for every noun that has them; no noun is named here.
"""

from collections.abc import Callable
from typing import Any, Final

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.given import text
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put
from tallystick.vendors.zoho_books.emulator.module import Module, local_date, user_name

COMMENTS_MAX: Final = 500
"""Comments kept of one document; the oldest goes when another one comes."""
DESCRIPTION_LENGTH_MAX: Final = 2_000

Row = dict[str, Any]


def comments_of(module: Module, call: Call, document: Any) -> list[Row]:
    """Return the comments of a document, the one of its making first."""
    return [_made(module, call, document), *private(call.organization, document.id, "comments", [])]


def _made(module: Module, call: Call, document: Any) -> Row:
    created = document.created_at.astimezone(call.now.tzinfo)
    return {
        "comment_id": f"{document.id}0",
        module.identity: document.id,
        "description": f"{module.label} created.",
        "commented_by_id": document.created_by,
        "commented_by": user_name(call, document.created_by),
        "comment_type": "system",
        "date": created.date(),
        "date_description": "",
        "time": created.strftime("%I:%M %p").lstrip("0"),
        "operation_type": "Added",
        "transaction_id": "",
        "transaction_type": module.key,
    }


def lists_comments(module: Module, key: str, message: str = "success") -> Callable[[Call], Answer]:
    """Make the operation that lists a document's comments."""

    def run(call: Call) -> Answer:
        return Answer(message=message, key=key, value=comments_of(module, call, module.named(call)))

    return run


def adds_comment(module: Module, message: str, key: str = "") -> Callable[[Call], Answer]:
    """Make the operation that adds a comment; `key` wraps the comment where the vendor gives it back."""

    def run(call: Call) -> Answer:
        document = module.named(call)
        description = text(call.body.get("description", ""), "description")
        if not description:
            raise Refused("invalid_value", field="description")
        if len(description) >= DESCRIPTION_LENGTH_MAX:
            raise Refused("too_long", field="description", limit=DESCRIPTION_LENGTH_MAX)
        row = {
            **_made(module, call, document),
            "comment_id": call.organization.ids(),
            "description": description,
            "commented_by_id": call.user_id,
            "commented_by": user_name(call, call.user_id),
            "comment_type": "internal",
            "date": local_date(call, call.now).isoformat(),
            "time": call.now.strftime("%I:%M %p").lstrip("0"),
        }
        rows = private(call.organization, document.id, "comments", [])
        put(call.organization, document.id, **{f"{PRIVATE}comments": [*rows, row][-COMMENTS_MAX:]})
        return Answer(message=message, key=key, value=[row] if key else None)

    return run


def updates_comment(module: Module, message: str) -> Callable[[Call], Answer]:
    """Make the operation that changes the text of a user's comment."""

    def run(call: Call) -> Answer:
        document, rows, comment = _named(module, call)
        changed = {**comment, "description": text(call.body.get("description", ""), "description")}
        rows = [changed if row is comment else row for row in rows]
        put(call.organization, document.id, **{f"{PRIVATE}comments": rows})
        return Answer(message=message, key="comment", value=changed)

    return run


def deletes_comment(module: Module, message: str) -> Callable[[Call], Answer]:
    """Make the operation that deletes a user's comment."""

    def run(call: Call) -> Answer:
        document, rows, comment = _named(module, call)
        put(call.organization, document.id, **{f"{PRIVATE}comments": [row for row in rows if row is not comment]})
        return Answer(message=message)

    return run


def _named(module: Module, call: Call) -> tuple[Any, list[Row], Row]:
    document = module.named(call)
    rows: list[Row] = private(call.organization, document.id, "comments", [])
    comment = next((row for row in rows if row["comment_id"] == call.ids["comment_id"]), None)
    if comment is None:
        raise Refused("does_not_exist", thing="Comment")
    return document, rows, comment
