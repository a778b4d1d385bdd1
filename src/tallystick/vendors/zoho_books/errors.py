"""What Zoho Books' refusals mean: one row per answer worth telling apart, with what to do in plain words.

The first row that fits wins. Sources: the vendor's error page and limit page; live probes and recordings of 2025 and
2026 in public repositories. Codes without a row fall back to the meaning of their HTTP status.
"""

from typing import Final

from tallystick.model import errors
from tallystick.rest.vendor import Block, ErrorRule

NOT_YET: Final = 990001  # our sandbox's own code, outside every range the vendor uses

ERRORS: Final = (
    # Who is calling.
    ErrorRule(
        errors.WrongOrganisation,
        "organization_id must be the digits shown under Manage Organizations in the browser.",
        http=400,
        code=14,
    ),
    ErrorRule(
        errors.AuthenticationFailed,
        "The token is not accepted here. Tokens are good in one data centre only: check `region`, then the token.",
        http=401,
        code=14,
    ),
    ErrorRule(
        errors.ScopeMissing,
        "The token is alive but lacks {scopes}, or the person may not do this. Authorise again with that scope.",
        code=57,
    ),
    ErrorRule(
        errors.WrongOrganisation,
        "The token's owner is not a member of this organisation. Call list_organizations for the ones it can speak for.",
        code=6041,
    ),
    # How often.
    ErrorRule(errors.RateLimited, "The address is blocked for calling too often. Wait it out.", code=43),
    ErrorRule(errors.RateLimited, "The organisation's calls of this minute are spent.", code=44),
    ErrorRule(
        errors.RateLimited, "The organisation's calls of this day are spent. They return at its midnight.", code=45
    ),
    ErrorRule(errors.RateLimited, "Too many calls were in flight at once.", code=1070),
    # Our own sandbox.
    ErrorRule(
        errors.NotYet, "The sandbox does not play {operation} yet; the coverage page lists what it plays.", code=NOT_YET
    ),
    # Not there.
    ErrorRule(errors.NotFound, "The vendor does not know this address. A path id may be empty or wrong.", code=5),
    ErrorRule(
        errors.NotFound,
        "Give the account_id of an expense account of this organisation; a name will not do.",
        code=1002,
        pattern=r"expense account",
    ),
    ErrorRule(
        errors.NotFound,
        "customer_id is no customer of this organisation, or the person behind the token may not see it.",
        code=1002,
        pattern=r"not accessible",
    ),
    ErrorRule(errors.NotFound, "Check the id, and that it belongs to this organisation.", code=1002),
    ErrorRule(errors.NotFound, "Check the id, and that it belongs to this organisation.", code=2006),
    ErrorRule(errors.NotFound, "An id in the body does not belong to a record of this organisation.", code=6),
    ErrorRule(
        errors.NotFound, "A bill_id in the payment is none of this organisation's.", pattern=r"bills .* do not exist"
    ),
    ErrorRule(
        errors.NotFound, "Create an exchange rate of the currency first.", pattern=r"^no exchange rates for currency"
    ),
    # There already.
    ErrorRule(
        errors.AlreadyExists,
        "Contact names are unique over customers and vendors. Use the record that is there.",
        code=3062,
    ),
    ErrorRule(
        errors.AlreadyExists,
        "A vendor's bill numbers are unique, whatever their case. Find the bill by its number.",
        code=13011,
    ),
    ErrorRule(
        errors.AlreadyExists,
        "Find the record by its name or number and use it.",
        http=400,
        pattern=r"already (been created|exists)",
    ),
    ErrorRule(
        errors.Conflict, "Other records point to this one. Delete or change them first, or mark it inactive.", code=36
    ),
    ErrorRule(errors.Conflict, "The contact has transactions. Mark it inactive instead of deleting it.", code=1004),
    ErrorRule(errors.Conflict, "Invoice and sales order are of different customers.", code=4001),
    ErrorRule(errors.Conflict, "The invoice belongs to another sales order. Take it off there first.", code=4002),
    ErrorRule(errors.Conflict, "A void sales order takes no invoice. Open it again first.", code=4003),
    # A rule forbids it.
    ErrorRule(errors.Refused, "The plan allows no more records of this kind.", code=1009),
    ErrorRule(errors.Refused, "The plan does not include this module.", pattern=r"has been disabled for your account"),
    ErrorRule(
        errors.Refused,
        "The tax must fit the places of supply: IGST between states, CGST and SGST within one. "
        "A tax on the document also contradicts a different one on a line.",
        code=3032,
    ),
    ErrorRule(errors.Refused, "A line has both tax_id and reverse_charge_tax_id; keep one.", code=71510),
    ErrorRule(
        errors.Refused, "Purchases from unregistered vendors need reverse_charge_tax_id on the line.", code=71512
    ),
    ErrorRule(
        errors.Refused, "Purchases from unregistered vendors need a reverse charge.", pattern=r"^reverse charge should"
    ),
    ErrorRule(
        errors.Refused,
        "Put shipping on a line; a VAT-registered organisation has no header shipping charge.",
        pattern=r"registered for VAT",
    ),
    ErrorRule(errors.Refused, "Apply at most the balance of each document.", code=24016),
    ErrorRule(errors.Refused, "Apply at most the balance of each document.", pattern=r"more than the balance due"),
    ErrorRule(errors.Refused, "Match the transaction within the account of its statement.", code=108004),
    ErrorRule(
        errors.Refused,
        "Sales tax has to be switched on in the organisation's settings, in the browser, first.",
        code=110817,
    ),
    ErrorRule(errors.Refused, "Journal lines take no tax in this edition. Leave tax_id out.", code=110942),
    ErrorRule(
        errors.Refused, "Journals may not use this account. Choose one that is not kept by documents.", code=11016
    ),
    # What was sent.
    ErrorRule(
        errors.InvalidRequest,
        "Give vendor_id: the contact_id of a contact that is a vendor.",
        pattern=r"^the vendor field can neither be blank",
    ),
    ErrorRule(
        errors.InvalidRequest,
        "Categorise with the operation made for this kind of transaction, and give both accounts.",
        pattern=r"^invalid value passed for transaction type",
    ),
    ErrorRule(
        errors.InvalidRequest, "Give account_id together with this filter.", code=4, pattern=r"account does not exist"
    ),
    ErrorRule(errors.InvalidRequest, "The field is missing or has a value of the wrong kind.", code=4),
    ErrorRule(
        errors.InvalidRequest,
        "Compare type, format and allowed values of the field. Times end in +0000, not in Z.",
        code=2,
    ),
    ErrorRule(errors.InvalidRequest, "Send the body as JSON.", code=11),
    ErrorRule(
        errors.InvalidRequest, "The body must be one JSON object with the record's fields.", pattern=r"not well formed"
    ),
    ErrorRule(errors.InvalidRequest, "Shorten the text. The same message comes when a list was sent as text.", code=15),
    ErrorRule(errors.InvalidRequest, "The document needs at least one line.", code=4016),
    ErrorRule(errors.InvalidRequest, "Every line needs account_id.", code=13009),
    ErrorRule(errors.VendorUnavailable, "Zoho Books had a fault of its own. Try again later.", code=1000),
)

OAUTH_ERRORS: Final = (
    ErrorRule(
        errors.AuthorisationRevoked,
        "Authorise again. The refresh token was revoked, or pushed out by the twenty-first consent of the same person.",
        code="invalid_code",
    ),
    ErrorRule(
        errors.AuthenticationFailed,
        "The client id is unknown at this accounts server. Clients belong to one data centre: check `region`.",
        code="invalid_client",
    ),
    ErrorRule(
        errors.AuthenticationFailed, "The client secret does not fit the client id.", code="invalid_client_secret"
    ),
    ErrorRule(
        errors.AuthenticationFailed,
        "Use the redirect URI that is registered for the client.",
        code="invalid_redirect_uri",
    ),
    ErrorRule(
        errors.RateLimited,
        "A refresh token gives ten access tokens in ten minutes. Keep and share the access token between processes.",
        code="Access Denied",
    ),
    ErrorRule(errors.RateLimited, "The accounts server asks for a pause.", http=429),
    ErrorRule(errors.AuthenticationFailed, "Check client id, client secret, refresh token and `region`."),
)

# What the same words mean when a code is redeemed. The code lives one to three minutes by the vendor's pages, which differ.
CODE_ERRORS: Final = (
    ErrorRule(
        errors.AuthorisationFailed,
        "The code was used before, has ended (it lives about two minutes), or belongs to another client. "
        "Codes work once: authorise again, and redeem the new code at once.",
        code="invalid_code",
    ),
    ErrorRule(
        errors.AuthorisationFailed,
        "The redirect URI must be the very one the code was asked with, and registered for the client in the vendor's "
        "API console, to the letter: scheme, port and closing slash too.",
        code="invalid_redirect_uri",
    ),
    ErrorRule(
        errors.AuthenticationFailed,
        "The client id is unknown at this accounts server. Clients belong to one data centre: check `region`, and switch "
        "on multi-DC in the API console when persons of other data centres shall authorise too.",
        code="invalid_client",
    ),
    ErrorRule(
        errors.AuthorisationFailed,
        "A scope does not exist, or this kind of client may not have it. Scopes look like ZohoBooks.invoices.READ.",
        code="invalid_scope",
    ),
)

# How long a refusal holds when the answer does not say. 43: seen with Retry-After 3600. 45: until the organisation's
# midnight. The lengths for 44 and 1070 are not published; a minute and a moment are the shortest that make sense.
BLOCKS: Final = (
    Block(code=44, scope="minute", seconds=60.0),
    Block(code=45, scope="day", seconds=3600.0, until_reset=True),
    Block(code=43, scope="account", seconds=3600.0),
    Block(code=1070, scope="concurrency", seconds=1.0),
    Block(code="Access Denied", scope="token", seconds=600.0),
)
