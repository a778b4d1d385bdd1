"""How far an order is invoiced or billed, line by line. Which documents count towards it is the order's own record."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any


def quantities_of(lines: Iterable[Any], parts: Iterable[Any]) -> dict[str, Decimal]:
    """Return for each line of an order how much of it the parts have taken; each has (line id, quantity) pairs."""
    found = {line.id: Decimal(0) for line in lines}
    for part in parts:
        for line_id, quantity in part.quantities:
            if line_id in found:
                found[line_id] += quantity
    return found


def is_whole(lines: tuple[Any, ...], parts: tuple[Any, ...]) -> bool:
    """Tell whether every line is taken; a part that names no line of the order stands for all of it."""
    if any(not part.quantities for part in parts):
        return True
    found = quantities_of(lines, parts)
    return bool(parts) and all(found[line.id] >= line.quantity for line in lines)
