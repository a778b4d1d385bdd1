"""A small table of texts that says in words what a chart shows. It holds no amounts to reckon with and no markup."""

import msgspec


class Table(msgspec.Struct, frozen=True):
    """Rows under headings; the first cell of each row heads it, and `total`, when there is one, is the last row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
