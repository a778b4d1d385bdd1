"""The two-way language between a vendor's JSON and the unified model, its laws and its coverage. Pure: no I/O."""

from tallystick.mapping.coverage import Coverage, coverage_of
from tallystick.mapping.kind import COUNT, DATE, FLAG, INSTANT, JSON, RATE, TEXT, Kind
from tallystick.mapping.language import (
    Access,
    Alias,
    Amount,
    Choice,
    Composed,
    Computed,
    Dropped,
    Field,
    Group,
    Input,
    Lines,
    Mapping,
    Reference,
)
from tallystick.mapping.outcome import Mapped, Mistake, Rejected
from tallystick.mapping.reading import to_model
from tallystick.mapping.stream import CompanySource, Order, Stream
from tallystick.mapping.writing import restore, to_vendor

__all__ = [
    "COUNT",
    "DATE",
    "FLAG",
    "INSTANT",
    "JSON",
    "RATE",
    "TEXT",
    "Access",
    "Alias",
    "Amount",
    "Choice",
    "CompanySource",
    "Composed",
    "Computed",
    "Coverage",
    "Dropped",
    "Field",
    "Group",
    "Input",
    "Kind",
    "Lines",
    "Mapped",
    "Mapping",
    "Mistake",
    "Order",
    "Reference",
    "Rejected",
    "Stream",
    "coverage_of",
    "restore",
    "to_model",
    "to_vendor",
]
