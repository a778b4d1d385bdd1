"""Addresses and the other ways to reach someone. Nothing here belongs to one kind of record."""

from enum import StrEnum

from tallystick.model.record import Record


class AddressType(StrEnum):
    """What an address is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    HOME = "home"
    OFFICE = "office"
    SHIPPING = "shipping"
    BILLING = "billing"
    WORK = "work"
    OTHER = "other"


class ReachType(StrEnum):
    """What an e-mail address, a telephone number or a website is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    HOME = "home"
    WORK = "work"
    OFFICE = "office"
    MOBILE = "mobile"
    ASSISTANT = "assistant"
    FAX = "fax"
    DIRECT_DIAL_IN = "direct-dial-in"
    PERSONAL = "personal"
    BILLING = "billing"
    OTHER = "other"


class Address(Record, frozen=True, kw_only=True):
    """A postal address; `string` is the whole of it where the vendor keeps no parts."""

    id: str | None = None
    type: AddressType | None = None
    string: str | None = None
    name: str | None = None
    line1: str | None = None
    line2: str | None = None
    line3: str | None = None
    line4: str | None = None
    line5: str | None = None
    street_number: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    county: str | None = None
    contact_name: str | None = None
    salutation: str | None = None
    phone_number: str | None = None
    fax: str | None = None
    email: str | None = None
    website: str | None = None
    notes: str | None = None
    row_version: str | None = None


class Email(Record, frozen=True, kw_only=True):
    """An e-mail address."""

    id: str | None = None
    email: str | None = None
    type: ReachType | None = None


class PhoneNumber(Record, frozen=True, kw_only=True):
    """A telephone number as the vendor writes it."""

    number: str
    id: str | None = None
    country_code: str | None = None
    area_code: str | None = None
    extension: str | None = None
    type: ReachType | None = None


class Website(Record, frozen=True, kw_only=True):
    """A web address."""

    url: str
    id: str | None = None
    type: ReachType | None = None
