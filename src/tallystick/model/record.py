"""What every record of the unified model is: frozen, keyword-only, and silent about what is not set. No fields here."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record or a part of one. None means "not set" or "the vendor does not say"; texts are never empty."""
