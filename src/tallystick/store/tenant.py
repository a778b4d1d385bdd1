"""Whose data a query is about. Every query takes one; there is no way to ask for everybody's."""

import msgspec


class Tenant(msgspec.Struct, frozen=True):
    """One tenant, by id."""

    id: str

    def __post_init__(self) -> None:
        """Refuse an empty id: it would select what belongs to nobody."""
        if not self.id:
            raise ValueError("a tenant needs an id")
