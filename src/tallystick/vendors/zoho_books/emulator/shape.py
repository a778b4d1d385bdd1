"""The key templates of the vendor's answers: every key with the value it has when nothing is set, in wire order.

No document is read here; the noun files fill the templates. A template is shared: copy it, never change it.
"""

from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

Template = dict[str, Any]

_decoder = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


@cache
def shapes(noun: str) -> dict[str, Template]:
    """Return the templates of one noun by name (`detail`, `row`, `line`…), from `shapes/<noun>.json`.

    A number written with a point in the file is an amount and comes as Decimal; one without is a count.
    """
    templates: dict[str, Template] = _decoder.decode(files(__package__).joinpath("shapes", f"{noun}.json").read_bytes())
    del templates["evidence"]
    return templates


def whole(number: Decimal) -> int | Decimal:
    """Return a rate in percent as the wire has it: an integer when it has no fraction."""
    return int(number) if number == number.to_integral_value() else number
