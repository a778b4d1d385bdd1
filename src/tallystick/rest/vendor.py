"""What a vendor declares about its API as a whole, as data: regions, OAuth, limits, paging, errors. No vendor is here."""

import msgspec

from tallystick.model.errors import ConfigurationError, VendorError
from tallystick.rest.operation import Operation


class Region(msgspec.Struct, frozen=True):
    """One data centre. `names` are what people call it (code, top-level domain, host); `source` is the evidence."""

    id: str
    accounts_url: str
    api_url: str
    names: tuple[str, ...] = ()
    source: str = ""


class ErrorRule(msgspec.Struct, frozen=True):
    """One row of a vendor's error table: an answer that matches all that is given becomes `error` with `hint`.

    `pattern` is a regular expression searched in the vendor's message, ignoring case. In `hint`, `{operation}`
    and `{scopes}` are filled in.
    """

    error: type[VendorError]
    hint: str
    http: int | None = None
    code: int | str | None = None
    pattern: str = ""


class OAuth(msgspec.Struct, frozen=True):
    """How tokens are got and kept.

    `header` is what precedes the token. Tokens are renewed `early_seconds` before they end, at most `refreshes_max`
    times in `refreshes_window_seconds`; one granted less than `fresh_seconds` ago is believed to be alive.

    The paths are of the accounts server. `consent` are parameters of the authorise address that bring a refresh token
    every time; `separator` stands between scopes; `location` and `server` are what the answer to it calls the person's
    data centre and accounts server; `revoke_paths` are tried in turn; `service` names an organisation in a client's own grant; `everything` is the scope of all there is. `errors` are what the token
    endpoint's words mean when renewing, `code_errors` where they mean something else when a code is redeemed.
    """

    token_path: str
    header: str
    errors: tuple[ErrorRule, ...] = ()
    code_errors: tuple[ErrorRule, ...] = ()
    authorize_path: str = ""
    revoke_paths: tuple[str, ...] = ()
    servers_path: str = ""
    consent: dict[str, str] = {}
    separator: str = ","
    location: str = "location"
    server: str = "accounts-server"
    service: str = ""
    everything: str = ""
    early_seconds: float = 300.0
    refreshes_max: int = 10
    refreshes_window_seconds: float = 600.0
    fresh_seconds: float = 60.0
    lifetime_seconds: float = 3600.0


class Plan(msgspec.Struct, frozen=True):
    """Calls allowed per window, per day and at once; None where there is no limit or the vendor will say it."""

    id: str
    window: int | None
    day: int | None
    concurrency: int | None
    source: str = ""


class Block(msgspec.Struct, frozen=True):
    """What a refusal with this `code` means for the calls after it: which limit, and how long when unsaid.

    `until_reset` blocks to the end of the vendor's day when that is known.
    """

    code: int | str
    scope: str
    seconds: float
    until_reset: bool = False


class Paging(msgspec.Struct, frozen=True):
    """How lists are cut into pages: the names of the parameters and of what the answer says."""

    page: str = "page"
    size: str = "per_page"
    size_max: int = 200
    context: str = "page_context"
    more: str = "has_more_page"


class Wire(msgspec.Struct, frozen=True):
    """The names on the wire: keys of the envelope and response headers (lower case)."""

    code: str = "code"
    message: str = "message"
    success: int = 0
    request_id: str = "x-request-id"
    limit: str = "x-rate-limit-limit"
    remaining: str = "x-rate-limit-remaining"
    reset: str = "x-rate-limit-reset"


class Directory(msgspec.Struct, frozen=True):
    """How the organisations of a person are listed: the operation's id, the key of its rows, and a row's id and name."""

    operation: str
    rows: str
    id: str
    name: str


class Advice(msgspec.Struct, frozen=True):
    """The right way for a parameter or a body field that people try and the vendor ignores.

    `instead` is the parameter or field to use; `values` maps what people write, in lower case, to what it takes.
    `operations` are those it is for (none: each that takes `instead`); `say` replaces the sentence made of these.
    """

    wrong: str
    instead: str = ""
    values: dict[str, str] = {}
    operations: tuple[str, ...] = ()
    say: str = ""
    source: str = ""

    def sentence(self, value: object) -> str:
        """Return what to do about `value` given for the wrong name."""
        if self.say:
            return self.say
        right = self.values.get(str(value).strip().lower())
        if right is not None:
            return f'Write {self.instead}="{right}".'
        if self.values:
            return f"Write {self.instead}, which takes {', '.join(sorted(set(self.values.values())))}."
        return f"Write {self.instead}."


class CustomFields(msgspec.Struct, frozen=True):
    """How custom fields called by their labels are told apart by their ids.

    `operation` lists an organisation's fields of one `entity` (the name of its parameter) under `rows`. Of each row,
    the first of `ids` is what a body's `key` is to hold, the first of `labels` what people call the field, and its
    `name` begins with `beginning` when it is a custom one. `entities` maps an operation's module to the entity.
    """

    operation: Operation
    entity: str
    entities: dict[str, str]
    rows: str = "fields"
    ids: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    name: str = "api_name"
    beginning: str = "cf_"
    active: str = "is_active"
    body: str = "custom_fields"
    key: str = "customfield_id"
    value: str = "value"


class Upsert(msgspec.Struct, frozen=True):
    """How a record is updated by a unique custom field: the header parameters, and the paths that know them."""

    key: str
    value: str
    create: str
    paths: tuple[str, ...]


class Vendor(msgspec.Struct, frozen=True):
    """Everything about a vendor that is not an operation. `name` is how people write it.

    `api_path` precedes every operation's path, `organization` is the query parameter that names the organisation,
    `body_field` holds the JSON in a multipart body, `references` are body fields a write can be searched by, `undeclared`
    are parameters that the wire takes although operations do not declare them (`cf_*` stands for all with that beginning).
    `moments` are parameters that hold an instant. `advice` and `field_advice` are for what parameters and body fields
    people get wrong. `variables` are the environment's names for what opens a connection, by the name of the client's argument.
    """

    id: str
    name: str
    regions: tuple[Region, ...]
    api_path: str
    organization: str
    oauth: OAuth
    plans: tuple[Plan, ...]
    window_seconds: float = 60.0
    blocks: tuple[Block, ...] = ()
    errors: tuple[ErrorRule, ...] = ()
    paging: Paging = Paging()
    wire: Wire = Wire()
    body_field: str = ""
    references: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()
    field_advice: tuple[Advice, ...] = ()
    custom_fields: CustomFields | None = None
    upsert: Upsert | None = None
    directory: Directory | None = None
    variables: dict[str, str] = {}

    def region(self, name: str) -> Region:
        """Return the region called `name`: an id, a top-level domain or one of its hosts. ConfigurationError if unknown."""
        wanted = name.strip().lower().removeprefix("https://").removeprefix(".").partition("/")[0]
        for region in self.regions:
            domain = region.accounts_url.removeprefix("https://accounts.")
            hosts = (domain, region.api_url.removeprefix("https://"))
            if wanted in (region.id, *region.names, *hosts) or wanted.endswith(f".{domain}"):
                return region
        known = ", ".join(region.id for region in self.regions)
        raise ConfigurationError(f"{self.name} has no region {name!r}", hint=f"Choose one of {known}.")

    def plan(self, name: str) -> Plan:
        """Return the plan called `name`. ConfigurationError if unknown."""
        for plan in self.plans:
            if plan.id == name.strip().lower():
                return plan
        known = ", ".join(plan.id for plan in self.plans)
        raise ConfigurationError(f"{self.name} has no plan {name!r}", hint=f"Choose one of {known}.")
