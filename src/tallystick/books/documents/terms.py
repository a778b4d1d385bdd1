"""What payment terms are counted from. When a document falls due by them is reckoned in `rules.terms`."""

from enum import StrEnum


class TermsBasis(StrEnum):
    """What a due date is: so many days after the document's own date, or the last day of a month."""

    NET = "net"
    MONTH_END = "month_end"
    NEXT_MONTH_END = "next_month_end"
