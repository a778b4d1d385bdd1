"""The public face of the Zoho Books client. What it shows is defined in `vendors/zoho_books` and nothing is added."""

from tallystick.rest.asgi import AsgiTransport
from tallystick.rest.message import Upload
from tallystick.rest.stray import UnknownFieldWarning
from tallystick.vendors.zoho_books.client import AsyncClient, Client
from tallystick.vendors.zoho_books.consent import AsyncAuthoriser, Authoriser, scopes_for
from tallystick.vendors.zoho_books.webhook import Notification, parse_webhook, verify_webhook

__all__ = [
    "AsgiTransport",
    "AsyncAuthoriser",
    "AsyncClient",
    "Authoriser",
    "Client",
    "Notification",
    "UnknownFieldWarning",
    "Upload",
    "parse_webhook",
    "scopes_for",
    "verify_webhook",
]
