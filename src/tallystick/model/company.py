"""The company whose books these are. Nothing about the people who use them."""

from tallystick.model.record import Record


class CompanyInfo(Record, frozen=True, kw_only=True):
    """One company; `currency` is its base currency, `time_zone` an IANA name.

    `currency_places` and `time_zone` are ours beyond the shared model: exact amounts and "today" need them.
    """

    id: str | None = None
    company_name: str | None = None
    country: str | None = None
    currency: str | None = None
    currency_places: int | None = None
    language: str | None = None
    time_zone: str | None = None
    default: bool | None = None
