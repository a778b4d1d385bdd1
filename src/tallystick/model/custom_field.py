"""Fields a company added to its own records. What they mean is the company's business."""

from typing import Any

from tallystick.model.record import Record


class CustomField(Record, frozen=True, kw_only=True):
    """One added field; `value` is a JSON value whose numbers are Decimal or int."""

    id: str | None = None
    name: str | None = None
    description: str | None = None
    value: Any = None
