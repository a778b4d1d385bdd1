"""The user of a program in the browser: lets the program in and is sent back with a grant code."""

import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2

from tallystick.sandbox.pytest_plugin import ZohoBooks


def grant_code(zoho_books: ZohoBooks, redirect_uri: str) -> str:
    """Return the code in the address the user is sent to after agreeing to everything, offline."""
    asked = {
        "client_id": zoho_books.sandbox.connection["client_id"],
        "redirect_uri": redirect_uri,
        "response_type": "code",
        "scope": "ZohoBooks.fullaccess.all",
        "access_type": "offline",
        "prompt": "consent",
    }
    with httpx2.Client(base_url=zoho_books.url) as browser:
        page = browser.get(f"/oauth/v2/auth?{urlencode(asked)}")
        [action] = re.findall(r'<form[^>]*action="([^"]+)"', page.text)
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
        form = {**{name: unescape(value) for name, value in hidden}, "decision": "accept"}
        sent = browser.post(unescape(action), data=form, headers={"origin": zoho_books.url})
    return parse_qs(urlsplit(sent.headers["location"]).query)["code"][0]
